"""Filings: from the decision in effect to the receipts of the nation."""
