"""Reading filings for pages, lists and exports."""
