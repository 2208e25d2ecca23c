"""What may be found, and on which proof: facts and defects (Art 2, 4, 17, 20-22, 34, 35, 50)."""

from datetime import date

from rules.procedure.circumstances import (
    CircumstanceFacts,
    RetractionFacts,
    check_circumstances,
    check_retraction,
)
from rules.procedure.confrontation import (
    CommissionFacts,
    ConfrontationFacts,
    check_commission,
    check_confrontation,
)
from rules.procedure.dangers import AgencyFacts, DangerFacts, check_agency, check_danger
from rules.procedure.definitions import (
    BoughtDataFacts,
    ContributionFacts,
    ProxyFacts,
    check_bought_data,
    check_contribution,
    check_proxy,
)
from rules.procedure.evidence import (
    MEANS,
    SUBJECTS,
    EvidenceFacts,
    InquiryHearingFacts,
    check_evidence,
    check_inquiry_hearing,
)
from tests.rules.procedure.guard import Defect, Guard

BOUGHT = BoughtDataFacts(
    experiment_done=False,
    paid=True,
    commissioned_tests=False,
    commissioned_experiment=False,
    lawful_source=False,
)
NO_CONTRIBUTION = ContributionFacts(conception=False, writing=False, approval=False)

DEFINITIONS = (
    Guard(
        check_bought_data,
        BOUGHT,
        (
            Defect(
                "the experiment was done",
                {"experiment_done": True},
                "experiment_was_done",
                "第五十条第一项",
            ),
            Defect("nothing paid", {"paid": False}, "data_not_paid_for", "第五十条第一项"),
            Defect(
                "a laboratory tested on order",
                {"commissioned_tests": True},
                "commissioned_tests_excluded",
                "第五十条第一项",
            ),
            Defect(
                "an experiment on the client's own plan for lack of means",
                {"commissioned_experiment": True, "lacked_means": True, "own_plan": True},
                "commissioned_experiment_excluded",
                "第五十条第一项",
            ),
            Defect(
                "a public database",
                {"lawful_source": True},
                "lawful_source_excluded",
                "第五十条第一项",
            ),
            *(
                Defect(f"{name} not asked", {name: None}, "exclusions_unasked", "第五十条第一项")
                for name in ("commissioned_tests", "commissioned_experiment", "lawful_source")
            ),
        ),
    ),
    Guard(
        check_proxy,
        ProxyFacts(done_by="other_person", stage="submission"),
        (
            Defect(
                "a co-author submitted",
                {"done_by": "author"},
                "submitted_by_author",
                "第五十条第二项",
            ),
            Defect(
                "another stage",
                {"stage": "other"},
                "proxy_stage_unlisted",
                "第五十条第二项",
                "warning",
            ),
            Defect(
                "project material",
                {"of_paper": False},
                "proxy_of_other_material",
                "第二条第三项",
                "warning",
            ),
        ),
    ),
    Guard(
        check_contribution,
        NO_CONTRIBUTION,
        (
            *(
                Defect(f"{name} done", {name: True}, "contributed", "第五十条第三项")
                for name in ("conception", "writing", "approval")
            ),
            *(
                Defect(f"{name} not asked", {name: None}, "contribution_unasked", "第五十条第三项")
                for name in ("conception", "writing", "approval")
            ),
            Defect(
                "something not listed",
                {"other": "提供了关键样品"},
                "other_contribution",
                "第五十条第三项",
                "warning",
            ),
        ),
    ),
)

EVIDENCE = (
    Guard(
        check_evidence,
        EvidenceFacts(way="现场复制", source="课题组服务器", cited=True),
        (
            Defect("no way", {"way": " "}, "collection_unrecorded", "第二十条"),
            Defect("no source", {"source": ""}, "provenance_missing", "第二十四条"),
            *(
                Defect(
                    f"by {name}", {"means": frozenset({name})}, f"collected_by_{name}", "第二十条"
                )
                for name in MEANS
            ),
            Defect(
                "excluded without a word, not cited",
                {"excluded": True, "cited": False},
                "exclusion_unreasoned",
                "第二十条",
            ),
            Defect(
                "excluded yet cited",
                {"excluded": True, "exclusion_reason": "以威胁取得"},
                "excluded_evidence_cited",
                "第二十条",
            ),
        ),
    ),
    Guard(
        check_inquiry_hearing,
        InquiryHearingFacts(date(2026, 3, 20), 2, 2, date(2026, 3, 20)),
        (
            Defect("never heard", {"heard_on": None}, "not_heard_in_inquiry", "第二十条"),
            Defect(
                "heard only after the report",
                {"report_formed_on": date(2026, 3, 19)},
                "heard_after_report",
                "第二十条",
            ),
            Defect("a point unchecked", {"verified": 1}, "points_unverified", "第二十条"),
        ),
    ),
)
VERIFIED = dict.fromkeys(SUBJECTS, "已核对，相符")


STEPS = (
    Guard(
        check_confrontation,
        ConfrontationFacts(date(2026, 3, 9), date(2026, 3, 9), "图3是否重复使用", academic=True),
        (
            Defect(
                "no consent", {"consented_on": None}, "confrontation_without_consent", "第二十条"
            ),
            Defect(
                "consent afterwards",
                {"consented_on": date(2026, 3, 10)},
                "consent_after_confrontation",
                "第二十条",
            ),
            Defect("no topic", {"topic": ""}, "confrontation_without_topic", "第二十条"),
            Defect("about money", {"academic": False}, "confrontation_not_academic", "第二十条"),
            Defect(
                "an anonymous complainant shown",
                {"anonymous": True},
                "confrontation_exposes_complainant",
                "第四十六条",
            ),
        ),
    ),
    Guard(
        check_commission,
        CommissionFacts("原始数据缺失", "重复表2的实验", date(2026, 3, 9), date(2026, 3, 9)),
        (
            Defect("no need", {"necessity": ""}, "commission_unreasoned", "第二十条"),
            Defect("no scope", {"scope": ""}, "commission_without_scope", "第二十条"),
            Defect(
                "no secrecy",
                {"secrecy_on": None, "material_sent_on": None},
                "third_party_without_confidentiality",
                "第四十四条",
            ),
            Defect(
                "material sent the day before",
                {"material_sent_on": date(2026, 3, 8)},
                "material_sent_before_secrecy",
                "第四十四条",
            ),
            Defect(
                "a related laboratory", {"interested": True}, "third_party_interested", "第二十条"
            ),
        ),
    ),
    Guard(
        check_danger,
        DangerFacts(date(2026, 3, 9), date(2026, 3, 9)),
        (
            Defect("kept back", {"reported_on": None}, "danger_unreported", "第二十一条"),
            Defect(
                "reported before it was seen",
                {"seen_on": date(2026, 3, 10), "reported_on": date(2026, 3, 9)},
                "danger_reported_before_seen",
                "第二十一条",
            ),
            Defect(
                "the next day",
                {"reported_on": date(2026, 3, 10)},
                "danger_reported_late",
                "第二十一条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_agency,
        AgencyFacts(frozenset({"paper", "data"}), "市场监管部门"),
        (
            Defect(
                "nothing named", {"wares": frozenset()}, "agency_suspicion_unstated", "第二十二条"
            ),
            Defect("dropped", {"reported_to": ""}, "agency_unreported", "第二十二条"),
            Defect(
                "dealt with here",
                {"dealt_with_here": True},
                "agency_not_for_the_unit",
                "第二十二条",
            ),
            Defect(
                "own case waits",
                {"own_case_stopped": True},
                "case_stopped_for_agency",
                "第二十五条",
            ),
        ),
    ),
)

RETRACTED = RetractionFacts(True, True, False, date(2026, 3, 1), date(2026, 3, 2))
CIRCUMSTANCES = (
    Guard(
        check_circumstances,
        CircumstanceFacts({"admitted_and_pledged": "公开承诺书"}, {}),
        (
            Defect(
                "a lenient case without proof",
                {"lenient": {"minor_fault_and_cooperative": " "}},
                "minor_fault_and_cooperative_unproven",
                "第三十四条第二项",
            ),
            Defect(
                "a graver case without proof",
                {"aggravated": {"retaliated": ""}},
                "retaliated_unproven",
                "第三十五条第三项",
            ),
            Defect(
                "a proven graver case ignored",
                {"aggravated": {"denied_despite_proof": "谈话笔录"}},
                "denied_despite_proof_not_applied",
                "第三十五条第七项",
            ),
        ),
    ),
    Guard(
        check_retraction,
        RETRACTED,
        (
            Defect("not retracted", {"retracted_on": None}, "not_retracted", "第三十四条"),
            Defect(
                "on the day of the report",
                {"retracted_on": date(2026, 3, 2), "reported_on": date(2026, 3, 2)},
                "retracted_after_report",
                "第三十四条",
            ),
            Defect("by the journal", {"by_author": False}, "retracted_by_another", "第三十四条"),
            Defect("when asked to", {"own_will": False}, "retracted_under_pressure", "第三十四条"),
            Defect("harm done", {"larger_harm": True}, "retracted_after_harm", "第三十四条"),
            Defect(
                "no report",
                {"reported_on": None},
                "retraction_without_report",
                "第三十四条",
                "warning",
            ),
        ),
    ),
)

TABLES = (*DEFINITIONS, *EVIDENCE, *STEPS, *CIRCUMSTANCES)
