"""For each lawful alternative of a reading: facts, the answer by default, and the other one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules.appeals import AppealFacts, check_appeal
from rules.codes import RespondentKind
from rules.complaints import ComplaintFacts, check_complaint
from rules.context import Context, default_context
from rules.deadlines import DueDateFacts, due_date
from rules.filing import FilingFacts, submission_route
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.law import N221, P130, S84
from rules.outcome import Outcome
from rules.procedure.appeals import opinion_title
from rules.procedure.complaints import check_objection_ruling
from rules.procedure.files import check_disposal, check_telling
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions

ON = date(2026, 3, 2)
SHANDONG = default_context((N221, S84))
PROJECTS = default_context((N221, S84, P130))


@dataclass(frozen=True)
class Effect:
    """One set of facts, what is answered by default, and what under the alternative."""

    reading: str
    value: str
    ask: Callable[[Context], tuple[Outcome, Any]]
    default: tuple[Any, str]
    chosen: tuple[Any, str]
    context: Context = SHANDONG

    def answer(self, context: Context) -> tuple[Any, str]:
        outcome, said = self.ask(context)
        return said, " ".join(f"{found.level}:{found.code}" for found in outcome.findings)


def sanction(*measures: MeasureFact, **facts: Any) -> Any:
    given = {"conduct": (6,), "severity": "serious", **facts}

    def ask(context: Context) -> tuple[Outcome, Any]:
        answer = check_sanctions(SanctionFacts(on=ON, measures=measures, **given), context)
        return answer.outcome, answer.lawful

    return ask


def appeal(**facts: Any) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        answer = check_appeal(AppealFacts(**facts), context)
        return answer.outcome, (answer.advice, answer.in_time, answer.last_day)

    return ask


def clock(rule: str, start: date) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        answer = due_date(DueDateFacts(rule, start), context, days=False)
        return answer.outcome, answer.due

    return ask


def route(**facts: Any) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        decided = FilingFacts("local", date(2026, 3, 2), (MeasureFact(13),), **facts)
        answer = submission_route(decided, context)
        return answer.outcome, tuple(step.due for step in answer.steps)

    return ask


def competent(respondent: Party, matter: Matter | None = None, domain: str | None = None) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        case = JurisdictionFacts(respondent, matter or Matter(), domain=domain)
        answer = find_jurisdiction(case, ON, context)
        heads = tuple(c.organisation for c in answer.candidates if c.role != "cooperates")
        return answer.outcome, (heads, answer.conflict)

    return ask


def complaint(**missing: bool) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        facts = dict.fromkeys(
            ("respondent_identified", "within_scope", "facts_stated", "evidence", "competent"), True
        )
        found = check_complaint(ComplaintFacts(**facts | missing, checkable_lead=True), ON, context)
        return found.outcome, found.advice

    return ask


def asked(outcome: Outcome) -> tuple[Outcome, bool]:
    return outcome, outcome.allowed


def ruling(answered: date) -> Any:
    def ask(context: Context) -> tuple[Outcome, Any]:
        outcome = check_objection_ruling(
            upheld=True, answer="", lodged_on=ON, answered_on=answered, context=context
        )
        return asked(outcome)

    return ask


BAN = MeasureFact(5, years=3)
REGISTER = MeasureFact(13)
UNIT = Respondent(RespondentKind.ORGANISATION)
SECOND = {
    "level": 2,
    "served": date(2026, 2, 10),
    "lodged": date(2026, 3, 9),
    "appellant": "respondent",
    "reasons": True,
    "evidence_or_leads": True,
}
OWN_RESULT = {"sufficient_evidence": True, "by_state_council": True}
LATE_COMPLAINANT = {**SECOND, "level": 1, "appellant": "complainant", "lodged": date(2026, 4, 9)}
HEAD = Party("person", is_head=True, unit="甲大学", superior="教育厅")
PAPER = Matter("paper", (Author("张", ("乙大学",)), Author("李", ("甲大学",))), ("张",))
NO_UNIT = Party("person", locality_department="市科技局", locality_social_body="省社科院")
COMPLETED = {"received_by_province": date(2026, 3, 9), "completed_by_province": date(2026, 3, 12)}

EFFECTS = (
    Effect(
        "C1",
        "received",
        appeal(**LATE_COMPLAINANT),
        (("admit", False, date(2026, 3, 9)), "warning:start_uncertain"),
        (("admit", True, None), "info:period_not_started"),
    ),
    Effect(
        "second_appeal_evidence",
        "admit",
        appeal(**SECOND),
        (("refuse", True, None), "error:evidence_not_sufficient"),
        (("admit", True, None), "warning:evidence_examined_later"),
    ),
    Effect(
        "C8",
        "as_written",
        appeal(
            **SECOND, sufficient_evidence=True, same_facts_and_reasons=True, by_state_council=True
        ),
        (("refuse", True, None), "error:same_facts_and_reasons"),
        (("admit", True, None), "warning:same_facts_and_reasons"),
    ),
    Effect(
        "C8",
        "as_written",
        appeal(**SECOND, **OWN_RESULT, only_dissatisfied=True),
        (("refuse", True, None), "error:only_dissatisfied"),
        (("admit", True, None), "warning:only_dissatisfied"),
    ),
    Effect(
        "C5",
        "ask_first",
        complaint(respondent_identified=False, facts_stated=False),
        ("decline", "error:no_respondent error:no_facts"),
        ("decline", "error:no_respondent error:no_facts warning:ask_complainant_first"),
    ),
    Effect(
        "G5",
        "target_15_working_days",
        ruling(date(2026, 3, 24)),
        (True, ""),
        (True, "info:objection_answer_slow"),
    ),
    Effect(
        "G10",
        "from_completed",
        route(**COMPLETED),
        ((date(2026, 3, 16), date(2026, 3, 23)), "info:second_count"),
        ((date(2026, 3, 16), date(2026, 3, 26)), "info:counted_from_completion"),
    ),
    Effect(
        "C9",
        "inform_social_body",
        route(social_science=True),
        ((date(2026, 3, 16), None), ""),
        ((date(2026, 3, 16), None), "info:inform_social_body"),
    ),
    Effect(
        "G15",
        "by_matter",
        competent(HEAD, PAPER),
        ((("教育厅", "乙大学"), True), "info:own_head warning:several_competent"),
        ((("乙大学",), False), "info:own_head info:ranked_by_matter"),
    ),
    Effect(
        "G15",
        "by_respondent",
        competent(HEAD, PAPER),
        ((("教育厅", "乙大学"), True), "info:own_head warning:several_competent"),
        ((("教育厅",), False), "info:own_head info:ranked_by_respondent"),
    ),
    Effect(
        "student_employed",
        "both",
        competent(Party("person", unit="甲公司", student_of="甲大学")),
        ((("甲大学",), False), "info:student_employed"),
        (
            (("甲大学", "甲公司"), True),
            "warning:student_employed warning:several_competent",
        ),
    ),
    Effect(
        "C14",
        "technology_department",
        competent(NO_UNIT, domain="social"),
        ((("省社科院",), False), ""),
        ((("市科技局",), False), "info:technology_department_only"),
    ),
    Effect(
        "G9",
        "bind",
        sanction(MeasureFact(10, years=2), REGISTER),
        (True, "warning:term_of_10_outside_tier"),
        (False, "error:term_outside_tier"),
    ),
    Effect(
        "C6",
        "refuse",
        sanction(MeasureFact(1), MeasureFact(2)),
        (True, "warning:lighter_measure_added"),
        (False, "error:lighter_measure_added"),
    ),
    Effect(
        "G12",
        "aggravation_shown",
        sanction(BAN, REGISTER, lenient=("corrected_beforehand",), aggravated=("organised",)),
        (True, "info:both_directions"),
        (True, "warning:aggravation_not_reflected info:both_directions"),
    ),
    Effect(
        "G13",
        "not_below_floor",
        sanction(MeasureFact(1), conduct=(1,), severity="minor", mitigated=True),
        (True, "warning:below_floor"),
        (False, "error:below_floor"),
    ),
    Effect(
        "G14",
        "never",
        sanction(conduct=(1,), severity=None, lenient=("retracted_before_report",)),
        (True, "warning:exemption_needs_reason"),
        (False, "error:exemption_unfounded"),
    ),
    Effect(
        "permanent_ban",
        "refuse",
        sanction(MeasureFact(5, permanent=True), REGISTER, severity="especially_serious"),
        (True, "warning:permanent_needs_basis"),
        (False, "error:permanent_needs_basis"),
    ),
    Effect(
        "article_31_tiers",
        "apply",
        sanction(MeasureFact(5, years=2), REGISTER, conduct=(), respondent=UNIT, article_31=True),
        (True, "warning:term_outside_tier"),
        (False, "error:term_outside_tier"),
    ),
    Effect(
        "organisation_measures",
        "refuse",
        sanction(MeasureFact(8), respondent=UNIT),
        (True, "warning:unusual_for_organisation"),
        (False, "error:unusual_for_organisation"),
    ),
    Effect(
        "same_fact_twice",
        "refuse",
        sanction(MeasureFact(2), factors=(2,), aggravated=("obstructed",)),
        (True, "warning:same_fact_twice"),
        (False, "error:same_fact_twice"),
    ),
    Effect(
        "civil_code_months",
        "same_day",
        clock("investigation", date(2025, 9, 14)),
        (date(2026, 3, 16), ""),
        (date(2026, 3, 14), ""),
    ),
    Effect(
        "supervision_days",
        "clear_days",
        clock("supervision_notice", date(2026, 3, 20)),
        (date(2026, 3, 17), ""),
        (date(2026, 3, 16), ""),
        PROJECTS,
    ),
    Effect(
        "C12",
        "of_221",
        lambda context: (Outcome.of(()), opinion_title(1, context)),
        ("复查决定书", ""),
        ("复查意见书", ""),
    ),
    Effect(
        "retention",
        "thirty_years",
        lambda context: asked(check_disposal(date(2026, 3, 2), date(2056, 3, 3), context)),
        (False, "error:file_kept_for_ever"),
        (True, ""),
    ),
    Effect(
        "retention",
        "thirty_years",
        lambda context: asked(check_disposal(date(2026, 3, 2), date(2056, 3, 2), context)),
        (False, "error:file_kept_for_ever"),
        (False, "error:file_kept_longer"),
    ),
    Effect(
        "complainant_access",
        "result_and_reasons",
        lambda context: asked(check_telling("reasons", context)),
        (False, "error:only_result_told"),
        (True, ""),
    ),
)
