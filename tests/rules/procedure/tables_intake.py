"""Who takes part, and what becomes of a complaint: facts and defects (Art 12–14, 44–46)."""

from dataclasses import replace
from datetime import date

from rules.procedure.competence import TransferFacts, check_transfer
from rules.procedure.complaints import (
    ComplaintDecisionFacts,
    ForwardFacts,
    check_decision_on_complaint,
    check_forwarding,
)
from rules.procedure.people import (
    ParticipationFacts,
    TeamFacts,
    check_participation,
    check_team,
)
from tests.rules.procedure.guard import Defect, Guard

PEOPLE = (
    Guard(
        check_participation,
        ParticipationFacts(agreement_signed=True, statement_signed=True),
        (
            Defect("no agreement", {"agreement_signed": False}, "agreement_missing", "第四十四条"),
            Defect("no statement", {"statement_signed": False}, "statement_missing", "第四十五条"),
            Defect("a party", {"is_party": True}, "is_party", "第四十五条"),
            Defect(
                "recusal asked, not ruled on",
                {"recusal_asked": True},
                "recusal_undecided",
                "第四十五条",
            ),
            Defect("recused", {"recused": True}, "recused", "第四十五条"),
            *(
                Defect(name, {"relations": frozenset({name})}, f"relation_{name}", "第四十五条")
                for name in [
                    "near_relative",
                    "witness",
                    "interested",
                    "collaborator",
                    "teacher_student",
                    "other",
                ]
            ),
        ),
    ),
    Guard(
        check_team,
        TeamFacts(frozenset({1, 2}), parties=frozenset({8}), barred=frozenset({9})),
        (
            Defect("nobody", {"investigators": frozenset()}, "team_missing", "第十六条"),
            Defect(
                "one alone",
                {"investigators": frozenset({1})},
                "team_of_one",
                "第十八条",
                "warning",
            ),
            Defect("a party", {"parties": frozenset({1})}, "party_on_team", "第四十五条"),
            Defect("one barred", {"barred": frozenset({1})}, "barred_on_team", "第四十五条"),
        ),
    ),
)

ACCEPTING = ComplaintDecisionFacts(
    "accept", "accept", date(2026, 3, 2), date(2026, 3, 10), competent=True
)
DECLINING = ComplaintDecisionFacts(
    "decline", "decline", date(2026, 3, 2), date(2026, 3, 10), competent=True, reason="无线索"
)
FORWARDING = ComplaintDecisionFacts(
    "forward", "forward", date(2026, 3, 2), date(2026, 3, 10), competent=False
)
DATES = (
    Defect(
        "opinion before receipt",
        {"received_on": date(2026, 3, 11)},
        "decided_before_receipt",
        "第十四条",
    ),
    Defect(
        "opinion on the day after the last",
        {"last_day": date(2026, 3, 9)},
        "opinion_late",
        "第十四条",
        "warning",
    ),
    Defect(
        "complainant told before the opinion",
        {"named": True, "notified_on": date(2026, 3, 9)},
        "notified_before_decision",
        "第十四条",
    ),
    Defect(
        "complainant told late",
        {"named": True, "notified_on": date(2026, 3, 24), "last_day": date(2026, 3, 23)},
        "notice_late",
        "第十四条",
        "warning",
    ),
)

COMPLAINTS = (
    Guard(
        check_decision_on_complaint,
        ACCEPTING,
        (
            Defect(
                "conditions fail",
                {"advice": "decline", "decision": "accept"},
                "conditions_not_met",
                "第十二条",
            ),
            Defect(
                "advice is forward",
                {"advice": "forward", "decision": "accept"},
                "not_competent",
                "第十四条",
            ),
            Defect("not competent", {"competent": False}, "not_competent", "第十四条"),
            Defect(
                "declined though all holds",
                {"advice": "accept", "decision": "decline", "reason": "不想受理"},
                "must_accept",
                "第十四条",
            ),
            Defect(
                "forwarded though all holds",
                {"advice": "accept", "decision": "forward"},
                "must_accept",
                "第十四条",
            ),
            *DATES,
        ),
    ),
    Guard(
        check_decision_on_complaint,
        DECLINING,
        (
            Defect("no reason", {"reason": " "}, "reason_missing", "第十四条"),
            Defect("only not competent", {"advice": "forward"}, "forward_instead", "第十四条"),
            Defect("an appeal", {"is_appeal": True}, "appeal_as_repeat", "第四十一条"),
            *DATES,
        ),
    ),
    Guard(
        check_decision_on_complaint,
        FORWARDING,
        (
            Defect("competent after all", {"competent": True}, "competent", "第十四条"),
            Defect(
                "a ground of Art 13 besides",
                {"advice": "decline"},
                "forward_despite_ground",
                "第十三条",
                "warning",
            ),
            *DATES,
        ),
    ),
    Guard(
        check_decision_on_complaint,
        replace(FORWARDING, military=True),
        (
            Defect("accepted", {"decision": "accept"}, "military", "第五十二条"),
            Defect(
                "declined",
                {"decision": "decline", "reason": "属于军队管理"},
                "forward_instead",
                "第十四条",
            ),
        ),
    ),
    Guard(
        check_forwarding,
        ForwardFacts(recipient=True, complainant_told=False),
        (
            Defect("nowhere", {"recipient": False}, "forwarded_nowhere", "第十四条"),
            Defect(
                "material to the accused",
                {"recipient_is_respondent": True},
                "complaint_to_respondent",
                "第四十六条",
                also="respondent_not_competent",
            ),
            Defect(
                "material to somebody interested",
                {"recipient_is_interested": True},
                "complaint_to_interested",
                "第四十六条",
            ),
            Defect(
                "the accused to judge itself",
                {"recipient_is_respondent": True, "complaint_attached": False},
                "respondent_not_competent",
                "第六条",
            ),
        ),
    ),
    Guard(
        check_transfer,
        TransferFacts("taken_over", "调查处理不到位", recipient=True, by_department=True),
        (
            Defect("no ground", {"ground": ""}, "transfer_without_ground", "第十四条"),
            Defect("no reason", {"reason": ""}, "transfer_without_reason", "第十四条"),
            Defect(
                "nobody to take it", {"recipient": False}, "transfer_without_recipient", "第十四条"
            ),
            Defect(
                "to the accused unit",
                {"recipient_is_respondent": True},
                "transfer_to_respondent",
                "第四十六条",
            ),
            Defect(
                "taken over by no department",
                {"by_department": False},
                "takeover_not_by_department",
                "第十四条",
            ),
        ),
    ),
    Guard(
        check_transfer,
        TransferFacts("not_competent", "作者单位在外省", recipient=True),
        (
            Defect("no reason", {"reason": " "}, "transfer_without_reason", "第十四条"),
            Defect(
                "nobody to take it", {"recipient": False}, "transfer_without_recipient", "第十四条"
            ),
        ),
    ),
    Guard(
        check_transfer,
        TransferFacts("military", "被调查人属于军队管理", recipient=True),
        (
            Defect("no reason", {"reason": ""}, "transfer_without_reason", "第五十二条"),
            Defect(
                "nobody of the army",
                {"recipient": False},
                "transfer_without_recipient",
                "第五十二条",
            ),
        ),
    ),
)

TABLES = (*PEOPLE, *COMPLAINTS)
