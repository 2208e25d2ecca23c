"""The only place where pydantic stands: JSON in, frozen facts out, and the schemas of both."""
