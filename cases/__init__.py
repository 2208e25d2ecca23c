"""Complaints, cases, respondents, decisions and their procedure."""
