"""Running the platform: the processes of one machine and how they are started and stopped."""
