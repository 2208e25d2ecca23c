"""Review and re-review."""
