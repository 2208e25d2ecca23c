"""The moves of a filing; each a keyword-only function in one transaction."""
