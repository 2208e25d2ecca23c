"""The way to the national side: the client, what goes over the wire, and its stand-in."""
