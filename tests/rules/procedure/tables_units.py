"""Units and people: who may work, with whom, from which lead (Art 3-11, 15, 31, 39, 45-48)."""

from dataclasses import replace
from datetime import date

from rules.codes import RespondentKind
from rules.procedure.duties import (
    FUNCTIONS,
    SETUP,
    LiabilityFacts,
    ObstructionFacts,
    OrderFacts,
    UnitFacts,
    check_liability,
    check_obstruction,
    check_order,
    check_unit,
)
from rules.procedure.leads import LeadFacts, check_lead
from rules.procedure.malice import MaliceFacts, check_malice
from rules.procedure.organisations import OrganisationFacts, check_organisation
from rules.procedure.participation import (
    IncidentFacts,
    JointInquiryFacts,
    JournalFacts,
    ManagingFacts,
    ParticipantFacts,
    check_incident,
    check_joint_inquiry,
    check_journal,
    check_managing_department,
    check_participant,
)
from rules.procedure.people import RELATIONS
from rules.procedure.recusal import (
    QuestionnaireFacts,
    RecusalRequestFacts,
    RecusalRulingFacts,
    check_questionnaire,
    check_recusal_request,
    check_recusal_ruling,
)
from tests.rules.procedure.guard import Defect, Guard

DUTIES = (
    Guard(
        check_unit,
        UnitFacts("科研诚信办公室", "张主任", frozenset(FUNCTIONS)),
        (
            Defect("no body", {"designated_body": ""}, "designated_body_missing", "第十条"),
            Defect(
                "no officer", {"integrity_officer": " "}, "integrity_officer_missing", "第四十七条"
            ),
            *(
                Defect(
                    f"nobody to {name}",
                    {"functions": frozenset(FUNCTIONS) - {name}},
                    f"function_{name}_unassigned",
                    "第十条",
                )
                for name in ["register", "accept", "investigate", "handle", "review"]
            ),
            *(
                Defect(
                    f"no {name}",
                    {"setup": frozenset(SETUP) - {name}},
                    f"setup_{name}_missing",
                    "第四十七条",
                    "warning",
                )
                for name in ["rules", "division", "funds", "training", "papers"]
            ),
        ),
    ),
    Guard(
        check_order,
        OrderFacts(by_superior=True, duty="超过期限没有调查"),
        (
            Defect("by itself", {"by_superior": False}, "order_not_by_superior", "第四十八条"),
            Defect("no duty", {"duty": ""}, "order_without_duty", "第四十八条"),
        ),
    ),
    Guard(
        check_liability,
        LiabilityFacts(date(2026, 3, 2), refused=True),
        (
            Defect("no order first", {"ordered_on": None}, "correction_not_ordered", "第四十八条"),
            Defect("it complied", {"refused": False}, "correction_not_refused", "第四十八条"),
        ),
    ),
    Guard(
        check_obstruction,
        ObstructionFacts(date(2026, 3, 2), "拒绝交出服务器日志", RespondentKind.PERSON),
        (
            Defect("no day", {"happened_on": None}, "obstruction_undated", "第三条"),
            Defect("no words", {"what": ""}, "obstruction_undescribed", "第三条"),
        ),
    ),
)

COAUTHOR = ParticipantFacts(
    role="coauthor_unit",
    result_received=True,
    written=True,
    procedure_reviewed=True,
    scale_reviewed=True,
)
BOTH = frozenset({("conclusion", "lead_unit"), ("conclusion", "author_unit")})
TAKING_PART = (
    Guard(
        check_joint_inquiry,
        JointInquiryFacts(domain="natural", public_concern=True, units=1, joint=True),
        (
            Defect("no domain", {"domain": None}, "domain_unstated", "第五条"),
            Defect(
                "nobody else concerned",
                {"public_concern": False},
                "joint_inquiry_without_trigger",
                "第五条",
            ),
        ),
    ),
    Guard(
        check_incident,
        IncidentFacts(major=True, reported=True),
        (
            Defect(
                "kept back", {"reported": False}, "major_incident_unreported", "第五条", "warning"
            ),
        ),
    ),
    Guard(
        check_managing_department,
        ManagingFacts("project", publicly_funded=True, told=True),
        (
            Defect("project office untold", {"told": False}, "project_department_untold", "第七条"),
            Defect(
                "award office untold",
                {"matter": "award_or_talent", "told": False, "publicly_funded": False},
                "award_department_untold",
                "第八条",
            ),
        ),
    ),
    Guard(
        check_participant,
        COAUTHOR,
        (
            *(
                Defect(
                    f"{role} silent",
                    {"role": role, "result_received": False},
                    "participant_silent",
                    place,
                )
                for role, place in (
                    ("former_unit", "第六条"),
                    ("project_unit", "第七条"),
                    ("award_unit", "第八条"),
                    ("coauthor_unit", "第九条"),
                )
            ),
            Defect("told by telephone", {"written": False}, "feedback_not_written", "第九条"),
            Defect(
                "procedure not reviewed",
                {"procedure_reviewed": False},
                "procedure_unreviewed",
                "第六条",
            ),
            Defect("scale not reviewed", {"scale_reviewed": False}, "scale_unreviewed", "第六条"),
            Defect(
                "silent, with a note",
                {
                    "result_received": False,
                    "written": False,
                    "procedure_reviewed": False,
                    "scale_reviewed": False,
                    "note": "单位已撤销",
                },
                "participant_not_waited_for",
                "第六条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_participant,
        replace(COAUTHOR, role="signed_unit", written=False),
        (
            Defect(
                "silent, which the text does not forbid",
                {"result_received": False},
                "participant_silent",
                "第九条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_journal,
        JournalFacts(True, True, frozenset({"conclusion"}), BOTH),
        (
            Defect("idle", {"looked_into": False}, "journal_did_not_inquire", "第九条", "warning"),
            Defect("oral", {"written": False}, "journal_feedback_not_written", "第九条", "warning"),
            Defect(
                "only the author's unit told",
                {"sent": frozenset({("conclusion", "author_unit")})},
                "journal_feedback_not_to_lead",
                "第九条",
                "warning",
            ),
            Defect(
                "only the lead told",
                {"sent": frozenset({("conclusion", "lead_unit")})},
                "journal_feedback_not_to_author_unit",
                "第九条",
                "warning",
            ),
            Defect(
                "the decision kept back from the lead",
                {
                    "available": frozenset({"conclusion", "decision"}),
                    "sent": BOTH | {("decision", "author_unit")},
                },
                "journal_feedback_not_to_lead",
                "第九条",
                "warning",
            ),
        ),
    ),
)

LEADS = (
    Guard(
        check_lead,
        LeadFacts("complaint", channel="other"),
        (
            Defect("no channel", {"channel": None}, "channel_missing", "第十一条"),
            *(
                Defect(
                    f"{source} from nowhere",
                    {"source": source},
                    f"origin_missing_{source}",
                    f"第十五条第{numeral}项",
                    also=also,
                )
                for source, numeral, also in (
                    (
                        "transferred",
                        "一",
                        "own_motion extensions_reported decision_and_report_sent_back",
                    ),
                    ("own_work", "二", "own_motion"),
                    ("disclosed", "三", "own_motion"),
                )
            ),
        ),
    ),
)

ORGANISATION = (
    Guard(
        check_organisation,
        OrganisationFacts(
            frozenset({"organised"}),
            by_superior=True,
            measures=frozenset({2, 5, 13}),
            persons_pursued=True,
            gains=True,
            gains_revoked=True,
        ),
        (
            Defect(
                "no ground", {"grounds": frozenset()}, "organisation_without_ground", "第三十一条"
            ),
            Defect(
                "its own judge", {"by_superior": False}, "organisation_judges_itself", "第三十一条"
            ),
            Defect(
                "no measure",
                {"measures": frozenset()},
                "organisation_without_measure",
                "第三十一条",
            ),
            Defect(
                "a talk with an organisation",
                {"measures": frozenset({1, 2})},
                "measure_not_named_for_organisations",
                "第三十一条",
                "warning",
            ),
            Defect("gains kept", {"gains_revoked": False}, "gains_not_revoked", "第三十一条"),
            Defect(
                "persons in charge forgotten",
                {"persons_pursued": False},
                "persons_in_charge_not_pursued",
                "第三十一条",
            ),
        ),
    ),
)

MALICE = (
    Guard(
        check_malice,
        MaliceFacts("伪造的实验记录", True, True, "complainant_unit"),
        (
            Defect("no proof", {"proof": ""}, "malice_unproven", "第三十九条"),
            Defect(
                "only unproven",
                {"separately_found": False},
                "malice_not_separately_found",
                "第三十九条",
            ),
            Defect("unheard", {"complainant_heard": False}, "complainant_unheard", "第四十六条"),
            *(
                Defect(
                    f"dealt with by {who}",
                    {"handled_by": who},
                    "malice_handled_elsewhere",
                    "第三十九条",
                )
                for who in ("respondent_unit", "other")
            ),
        ),
    ),
)

EVERY = frozenset(RELATIONS)
RECUSAL = (
    Guard(
        check_questionnaire,
        QuestionnaireFacts(frozenset({1, 2}), frozenset({3}), {1: EVERY, 2: EVERY, 3: EVERY}),
        (
            Defect(
                "only the respondents asked about",
                {"answered": {1: EVERY, 2: EVERY}},
                "complainants_unasked",
                "第四十五条",
            ),
            Defect(
                "the second respondent left out",
                {"answered": {1: EVERY, 3: EVERY}},
                "respondents_unasked",
                "第四十五条",
            ),
            Defect(
                "one ground left out",
                {"answered": {1: EVERY - {"witness"}, 2: EVERY, 3: EVERY}},
                "respondents_unasked",
                "第四十五条",
            ),
            Defect("the last three years", {"years": 3}, "relations_cut_off", "第四十五条"),
        ),
    ),
    Guard(
        check_recusal_request,
        RecusalRequestFacts("complainant", "专家甲"),
        (
            Defect("a stranger", {"by": "witness"}, "recusal_request_not_entitled", "第四十五条"),
            Defect("against nobody", {"against": ""}, "recusal_request_unaddressed", "第四十五条"),
        ),
    ),
    Guard(
        check_recusal_ruling,
        RecusalRulingFacts("stays", "没有合作关系", True, False, True),
        (
            Defect(
                "by the team", {"ruler_above_team": False}, "recusal_ruled_by_team", "第四十五条"
            ),
            Defect(
                "went on meanwhile",
                {"acted_meanwhile": True},
                "acted_before_ruling",
                "第四十五条",
            ),
            Defect("no reason", {"reason": ""}, "ruling_unreasoned", "第四十五条"),
            Defect("untold", {"told": False}, "ruling_untold", "第四十五条"),
        ),
    ),
)

TABLES = (*DUTIES, *TAKING_PART, *LEADS, *ORGANISATION, *MALICE, *RECUSAL)
