"""The alternatives of the readings on integrity checks, on projects and on facts of a case."""

import json
from datetime import date
from typing import Any

from rules.context import Context
from rules.edge.commands import COMMANDS
from rules.integrity import check_integrity
from rules.integrity.coverage import RoundFacts, check_round
from rules.outcome import Outcome
from rules.procedure.dangers import DangerFacts, check_danger
from rules.procedure.definitions import ContributionFacts, check_contribution
from rules.procedure.evidence import InquiryHearingFacts, check_inquiry_hearing
from rules.procedure.inquiry import InterviewFacts, check_interview
from rules.supervision import ToleranceFacts, check_tolerance
from rules.supervision.consequences import (
    ConsequenceFacts,
    SupervisionMeasure,
    check_consequences,
)
from rules.supervision.scope import ScopeFacts, check_scope
from tests.rules.integrity.asking import decision
from tests.rules.readings_table import ON, PROJECTS, Effect, asked


def integrity(*decisions: dict[str, Any], **facts: Any) -> Any:
    given = {"on": "2026-11-24", "kind": "person", "purpose": "activity", **facts}

    def ask(context: Context) -> tuple[Outcome, Any]:
        stated = json.dumps({**given, "decisions": decisions})
        question = COMMANDS["check-integrity"].input.model_validate_json(stated)
        answer = check_integrity(question.facts(), context.with_instruments(*question.instruments))
        return answer.outcome, (answer.result, *(str(w.first) for w in answer.windows))

    return ask


def agency_ban(context: Context) -> tuple[Outcome, Any]:
    measures = (SupervisionMeasure("agency_ban", 3, 6),)
    answer = check_consequences(ConsequenceFacts(ON, "agency", True, measures), context)
    return answer.outcome, answer.follow_up


def by_analogy(context: Context) -> tuple[Outcome, Any]:
    answer = check_scope(ScopeFacts(ON, listed_in_38=True), context)
    return answer.outcome, answer.how


def tolerance(context: Context) -> tuple[Outcome, Any]:
    proved = frozenset(
        {"cause", "goal_missed", "funds_proper", "experts_confirmed", "performer_diligent"}
    )
    facts = ToleranceFacts(ON, "market_risk", True, True, True, True, proved)
    answer = check_tolerance(facts, context)
    return answer.outcome, answer.tolerated


EXCHANGE = {"purpose": "exchange", "kind": "organisation"}
VOUCHER = {"purpose": "voucher", "kind": "organisation"}
COMMITTED = decision(2, 13, committed="2024-12-31", removed_on="2026-01-01")

UNSIGNED = InterviewFacts(2, True, True, False, ON, ON, refusal_noted=True)

MORE_EFFECTS = (
    Effect(
        "G8",
        "stated",
        integrity(decision((5, 1), 13, starts="2026-01-10")),
        (("pass",), "info:removal_due"),
        (("refuse",), "error:in_sanction_period error:barred_by_measure"),
    ),
    Effect(
        "term_of_13",
        "as_stated",
        integrity(decision((9, 3), 13, register_until="2026-01-09", removed_on="2026-01-10")),
        (("ask",), "warning:removed_early"),
        (("refuse",), "error:in_sanction_period"),
    ),
    Effect(
        "sanction_period",
        "bans",
        integrity(decision((3, 2), severity="minor")),
        (("refuse",), "error:in_sanction_period"),
        (("pass",), ""),
    ),
    Effect(
        "veto_tiers",
        "register",
        integrity(decision((9, 3), severity="serious"), purpose="degree"),
        (("refuse",), "warning:in_sanction_period error:veto"),
        (("ask",), "warning:in_sanction_period"),
    ),
    Effect(
        "veto_tiers",
        "serious",
        integrity(decision((9, 3), 13, severity="major"), purpose="degree"),
        (("refuse",), "warning:in_sanction_period error:veto"),
        (("ask",), "warning:in_sanction_period"),
    ),
    Effect(
        "check_without_term",
        "standing",
        integrity(decision(2, 13)),
        (("ask",), "warning:term_unknown"),
        (("refuse",), "error:register_standing"),
    ),
    Effect(
        "look_back_start",
        "day_after",
        integrity(**EXCHANGE),
        (("pass", "2021-11-24"), "info:excerpt_only"),
        (("pass", "2021-11-25"), "info:excerpt_only"),
    ),
    Effect(
        "look_back_start",
        "calendar_years",
        integrity(**EXCHANGE),
        (("pass", "2021-11-24"), "info:excerpt_only"),
        (("pass", "2021-01-01"), "info:excerpt_only"),
    ),
    Effect(
        "record_in_window",
        "made",
        integrity(decision((9, 1), 13, effective="2021-11-23"), **EXCHANGE),
        (("refuse", "2021-11-24"), "error:record_in_window info:removal_due info:excerpt_only"),
        (("pass", "2021-11-24"), "info:removal_due info:excerpt_only"),
    ),
    Effect(
        "conduct_in_window",
        "committed",
        integrity(COMMITTED, **VOUCHER),
        (("refuse", "2025-01-01"), "error:record_in_window info:excerpt_only info:outside_lists"),
        (("pass", "2025-01-01"), "info:excerpt_only info:outside_lists"),
    ),
    Effect(
        "agency_ban_end",
        "whole_years",
        agency_ban,
        (("submit_under_84",), "info:term_reported"),
        (("submit_under_84",), "error:agency_term_not_whole info:term_reported"),
        PROJECTS,
    ),
    Effect(
        "analogy_38",
        "always",
        by_analogy,
        ("not", "info:analogy_not_chosen"),
        ("by_analogy", "info:by_analogy"),
        PROJECTS,
    ),
    Effect(
        "original_records",
        "required",
        tolerance,
        (True, "warning:original_records_missing info:no_credit_entry"),
        (False, "error:original_records_missing info:failure_is_not_misconduct"),
        PROJECTS,
    ),
    Effect(
        "substantive_contribution",
        "all",
        lambda context: asked(check_contribution(ContributionFacts(True, False, False), context)),
        (False, "error:contributed"),
        (True, ""),
    ),
    Effect(
        "at_once",
        "next_day",
        lambda context: asked(
            check_danger(DangerFacts(date(2026, 3, 9), date(2026, 3, 10)), context)
        ),
        (True, "warning:danger_reported_late"),
        (True, ""),
    ),
    Effect(
        "refusal_noted",
        "proven",
        lambda context: asked(check_interview(UNSIGNED, context=context)),
        (True, "warning:interviewee_unsigned"),
        (False, "error:interviewee_unsigned"),
    ),
    Effect(
        "refusal_noted",
        "proven",
        lambda context: asked(
            check_inquiry_hearing(InquiryHearingFacts(None, 0, 0, refusal_noted=True), context)
        ),
        (True, "warning:not_heard_in_inquiry"),
        (False, "error:not_heard_in_inquiry"),
    ),
    Effect(
        "coverage_cycle",
        "from_start",
        lambda context: asked(
            check_round(
                RoundFacts(date(2026, 3, 2), date(2021, 2, 1), date(2021, 6, 1), 9, 9), context
            )
        ),
        (True, "info:next_round"),
        (True, "warning:round_overdue"),
    ),
)
