"""What goes up to the province and the nation, and figures."""
