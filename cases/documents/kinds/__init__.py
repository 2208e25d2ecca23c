"""The kinds of letters of this app, a module each: one context, one template, one registration."""

from cases.documents.kinds import acceptance, advance, decision, refusal

__all__ = ["acceptance", "advance", "decision", "refusal"]
