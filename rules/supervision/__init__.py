"""Supervision of a province's projects (鲁科字〔2024〕130号), each rule citing its words."""

from rules.supervision.tolerance import ToleranceAnswer, ToleranceFacts, check_tolerance

__all__ = ["ToleranceAnswer", "ToleranceFacts", "check_tolerance"]
