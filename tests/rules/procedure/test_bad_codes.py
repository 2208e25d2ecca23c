"""A code the law does not have: each guard says which, where, and what there is instead."""

from dataclasses import replace
from typing import Any

import pytest

from rules.context import default_context
from rules.errors import UnknownCode
from rules.procedure.appeals import opinion_title
from rules.procedure.applications import Pending
from rules.procedure.decisions import check_power
from rules.procedure.evidence import check_evidence_change
from rules.procedure.files import check_telling
from rules.procedure.leads import check_refusal_reason
from tests.rules.procedure.test_guards import GUARDS

BY_NAME = {guard.check.__name__: guard for guard in reversed(GUARDS)}
NO = frozenset({"x"})
ITEMS = range(1, 15)
CONDUCT = range(1, 9)
TIERS = "minor major serious especially_serious"
RELATIONS = "near_relative witness interested collaborator teacher_student other"

# The guard, the fact that is no code, what has no such code, the place, the codes there are.
BAD: list[tuple[str, dict[str, Any], str, str, Any]] = [
    (
        "check_deliveries",
        {"sent": {"x": NO}},
        "送达对象",
        "sent",
        "respondent complainant lead_unit transferring_body project_department award_department "
        "talent_department respondent_unit",
    ),
    ("check_admission", {"level": 3}, "申诉层级", "level", (1, 2)),
    ("check_admission", {"advice": "x"}, "受理申诉", "advice", "admit refuse"),
    ("check_admission", {"decision": "x"}, "受理申诉", "decision", "admit refuse"),
    ("check_review_team", {"level": 0}, "申诉层级", "level", (1, 2)),
    ("check_second_level", {"level_of_first": 3}, "申诉层级", "level_of_first", (1, 2)),
    ("check_pending", {"severity": "x"}, "第三十二条", "severity", TIERS),
    (
        "check_pending",
        {"pending": (Pending("nomination", True), Pending("x", True))},
        "申报或提名",
        "pending",
        "application nomination",
    ),
    (
        "check_circumstances",
        {"lenient": {"x": ""}},
        "第三十四条",
        "lenient",
        "negligent_without_major_impact minor_fault_and_cooperative corrected_beforehand "
        "admitted_and_pledged retracted_before_report",
    ),
    *(
        (
            "check_circumstances",
            changes,
            "第三十五条",
            "aggravated",
            "tampered_with_evidence obstructed retaliated benefit_transfer organised "
            "repeated_or_multiple denied_despite_proof",
        )
        for changes in ({"aggravated": {"x": ""}}, {"applied": NO})
    ),
    (
        "check_decision_on_complaint",
        {"advice": "x"},
        "受理意见",
        "advice",
        "accept decline forward",
    ),
    (
        "check_decision_on_complaint",
        {"decision": "x"},
        "受理意见",
        "decision",
        "accept decline forward",
    ),
    ("check_agency", {"wares": NO}, "第二十二条", "wares", "paper data application acceptance"),
    ("check_proxy", {"done_by": "x"}, "代投的人", "done_by", "author agency other_person"),
    ("check_proxy", {"stage": "x"}, "代投的环节", "stage", "submission review_reply other"),
    ("check_contribution", {"claimed": NO}, "署名的理由", "claimed", "funding headship equipment"),
    (
        "check_disclosure",
        {"to": "x"},
        "接收人",
        "to",
        "respondent accused_unit interested team expert third_party authority complainant "
        "witness public",
    ),
    ("check_disclosure", {"identities": NO}, "身份", "identities", "complainant witness"),
    (
        "check_publication",
        {"basis": "x"},
        "公布的依据",
        "basis",
        "measure_2 result major_incident typical_case",
    ),
    ("check_breach", {"kind": "x"}, "第四十六条", "kind", "bribery confidentiality recusal leak"),
    (
        "check_unit",
        {"functions": NO},
        "第十条",
        "functions",
        "register accept investigate handle review",
    ),
    ("check_unit", {"setup": NO}, "第四十七条", "setup", "rules division funds training papers"),
    ("check_obstruction", {"by": "x"}, "行为人类别", "by", "person organisation"),
    ("check_evidence", {"means": NO}, "第二十条", "means", "threat inducement deception other"),
    ("check_finding", {"conduct": frozenset({9})}, "第二条", "conduct", CONDUCT),
    ("check_finding", {"factors": {7: "无"}}, "第三十条", "factors", range(1, 7)),
    ("check_finding", {"severity": "x"}, "第三十二条", "severity", TIERS),
    ("check_exemption", {"conduct": frozenset({0})}, "第二条", "conduct", CONDUCT),
    ("check_academic_review", {"body": "x"}, "学术评议机构", "body", "committee panel"),
    (
        "check_lead",
        {"source": "x"},
        "线索来源",
        "source",
        "complaint transferred own_work disclosed",
    ),
    (
        "check_lead",
        {"channel": "x"},
        "举报途径",
        "channel",
        [None, "respondent_unit", "superior", "managing_department", "journal", "other"],
    ),
    (
        "check_malice",
        {"handled_by": "x"},
        "处理单位",
        "handled_by",
        "complainant_unit respondent_unit other",
    ),
    (
        "check_organisation",
        {"grounds": NO},
        "第三十一条",
        "grounds",
        "organised shirked shielded retaliated",
    ),
    ("check_organisation", {"measures": frozenset({15})}, "第二十九条", "measures", ITEMS),
    ("check_joint_inquiry", {"domain": "x"}, "领域", "domain", [None, "natural", "social"]),
    (
        "check_managing_department",
        {"matter": "x"},
        "事项类别",
        "matter",
        "project award_or_talent other",
    ),
    (
        "check_participant",
        {"role": "x"},
        "参与单位",
        "role",
        "former_unit project_unit award_unit signed_unit coauthor_unit",
    ),
    ("check_journal", {"available": NO}, "第九条", "available", "lead conclusion decision"),
    ("check_participation", {"relations": NO}, "第四十五条", "relations", RELATIONS),
    ("check_questionnaire", {"answered": {1: NO}}, "第四十五条", "answered", RELATIONS),
    ("check_recusal_ruling", {"ruling": "x"}, "回避决定", "ruling", "recused stays"),
    (
        "check_referral",
        {"statuses": NO},
        "第二十九条",
        "statuses",
        "party_member public_servant other_discipline suspected_crime",
    ),
]
BARE: list[tuple[Any, str, str, Any]] = [
    (lambda: check_power(frozenset({2, 15}), None), "第二十九条", "measures", ITEMS),
    (lambda: opinion_title(3, default_context()), "申诉层级", "level", (1, 2)),
    (lambda: check_evidence_change("x"), "证据变动", "change", "add replace delete"),
    (lambda: check_telling("x"), "告知的内容", "material", "result reasons file"),
    (
        lambda: check_refusal_reason("x"),
        "不予受理的理由",
        "reason",
        "out_of_scope no_evidence_nor_lead repeated already_decided respondent_unclear "
        "facts_unclear anonymous wrong_channel no_documents no_complainant withdrawn appeal "
        "long_ago",
    ),
]


def refused(ask: Any, what: str, where: str, codes: Any) -> None:
    with pytest.raises(UnknownCode) as caught:
        ask()
    assert caught.value.message.startswith(f"{what}没有“")
    assert caught.value.where == where
    assert caught.value.codes == set(codes.split() if isinstance(codes, str) else codes)


@pytest.mark.parametrize(
    ("check", "changes", "what", "where", "codes"),
    BAD,
    ids=[f"{row[0]} {row[3]}" for row in BAD],
)
def test_a_fact_that_is_no_code_is_bad_input(
    check: str, changes: dict[str, Any], what: str, where: str, codes: Any
) -> None:
    guard = BY_NAME[check]
    refused(lambda: guard.check(replace(guard.lawful, **changes)), what, where, codes)


@pytest.mark.parametrize(("ask", "what", "where", "codes"), BARE, ids=[row[2] for row in BARE])
def test_so_is_one_asked_by_itself(ask: Any, what: str, where: str, codes: Any) -> None:
    refused(ask, what, where, codes)


def test_the_first_bad_code_is_named() -> None:
    guard = BY_NAME["check_admission"]
    facts = replace(guard.lawful, level=4, advice="maybe")
    with pytest.raises(UnknownCode) as caught:
        guard.check(facts)
    assert caught.value.message == "申诉层级没有“4”"
