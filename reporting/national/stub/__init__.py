"""The stand-in for the national information system: a small Django program of its own.

It keeps its records in memory for the life of the process, knows a repeated call by its key, and
can be told to fail in the ways networks and gateways do.
"""
