"""A unit's own rules (221号 Article 51) as an overlay: stricter than the law, never laxer.

``overlay`` turns the facts of a file into an instrument that ``Context.with_overlays`` takes.
"""

from rules.overlays.check import check_overlay, kept, overlay, unchecked
from rules.overlays.facts import Quotation, UnitParameter, UnitRules

__all__ = [
    "Quotation",
    "UnitParameter",
    "UnitRules",
    "check_overlay",
    "kept",
    "overlay",
    "unchecked",
]
