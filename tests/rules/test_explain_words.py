"""The words for places, values and changes, and that every field of a command has its name."""

from dataclasses import dataclass, field, fields

import pytest

from rules.appeals import AppealFacts
from rules.codes import Severity
from rules.complaints import ComplaintFacts
from rules.explain.edits import ADD, REMOVE, SET, Key, edit
from rules.explain.labels import LABELS, VALUES, named, said
from rules.explain.words import change_words, fact_words, value_words
from rules.filing import FilingFacts
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party
from rules.sanctions import MeasureFact, Respondent, SanctionFacts

M = MeasureFact
SAID = [
    (
        edit(("mitigated",), SET, None, True),
        "「是否依第四十条减轻处理」为未写明",
        "「是否依第四十条减轻处理」由未写明改为是",
    ),
    (
        edit(("mitigated",), SET, False, None),
        "「是否依第四十条减轻处理」为否",
        "「是否依第四十条减轻处理」由否改为未写明",
    ),
    (
        edit(("parts", Key("paper")), SET, "有", ""),
        "内容（论文）为「有」",
        "内容（论文）由「有」改为未写明",
    ),
    (
        edit(("parts", Key("plan")), SET, "有", ""),
        "内容（plan）为「有」",
        "内容（plan）由「有」改为未写明",
    ),
    (
        edit(("authors", 1, "orcid"), SET, "甲", "乙"),
        "作者（第2项）（orcid）为「甲」",
        "作者（第2项）（orcid）由「甲」改为「乙」",
    ),
    (
        edit(("unheard_of", Key("local")), SET, 1, 2),
        "unheard_of（地方单位）为1",
        "unheard_of（地方单位）由1改为2",
    ),
    (
        edit(("unheard_of", 0), REMOVE, "甲", None),
        "有unheard_of「甲」",
        "去掉unheard_of「甲」",
    ),
    (
        edit(("statuses", "natural"), REMOVE, "natural", None),
        "有statuses自然科学",
        "去掉statuses自然科学",
    ),
    (
        edit(("conduct", 0), SET, 1, 6),
        "认定了第二条第一项情形",
        "第二条第一项情形改为第二条第六项情形",
    ),
    (
        edit(("factors", 1), REMOVE, 3, None),
        "考虑了第三十条第三项因素",
        "去掉第三十条第三项因素",
    ),
    (
        edit(("measures", 0), REMOVE, M(7, permanent=True), None),
        "给予了第七项措施（永久）",
        "去掉第七项措施（永久）",
    ),
]


@pytest.mark.parametrize(("one", "is_so", "change"), SAID)
def test_places_in_chinese(one, is_so, change):
    assert (fact_words(one), change_words(one)) == (is_so, change)


def test_several_measures_of_which_one_would_do():
    one, two, three = (edit(("measures",), ADD, None, M(item)) for item in (2, 4, 13))
    assert fact_words(one) == "没有第二项措施"
    assert fact_words(one, two) == "没有第二、四项措施之一"
    assert fact_words(one, two, three) == "没有第二、四、十三项措施之一"
    lenient = [edit(("involves",), ADD, None, kind) for kind in ("award", "talent")]
    assert fact_words(*lenient) == "没有涉及的事项科技奖励或涉及的事项人才称号"


VALUED = [
    (None, "未写明"),
    ("", "未写明"),
    (True, "是"),
    (False, "否"),
    (Severity.SERIOUS, "情节严重"),
    ("serious", "情节严重"),
    ("情节严重", "情节严重"),
    ("local", "地方单位"),
    ("甲大学", "「甲大学」"),
    (3, "3"),
]


@pytest.mark.parametrize(("value", "words"), VALUED)
def test_values_in_chinese(value, words):
    assert value_words(value) == words


@dataclass(frozen=True)
class Held:
    """A record of which every field may be empty."""

    one: object = None
    no: object = False
    text: object = ""
    row: object = ()
    members: object = frozenset()
    by_key: object = field(default_factory=dict)


def test_of_a_record_what_is_empty_is_left_out():
    assert value_words(Held()) == "（未写明）"
    assert value_words(Held(row=(3,), text="甲")) == "（text：「甲」，row：3）"


OF_COMMANDS = (
    SanctionFacts,
    Respondent,
    ComplaintFacts,
    AppealFacts,
    FilingFacts,
    JurisdictionFacts,
    Party,
    Matter,
    Author,
)
# Of due-date, and of the guards of the procedure.
MORE = """
    rule start suspensions extension_months parts advice decision reason ground
    approver_is_responsible_leader approver_is_head approver_is_investigator approver_drafted
    agreement_signed statement_signed relations is_party recusal_asked recused investigators
    parties barred misconduct facts report_formed annex standard exempting is_author own_will
    larger_harm retracted_on reported_on received_on decided_on issued_on served_on effective_on
    approved_on third_party confidentiality heard noticed changed_since_notice undecided
    respondents open_proceedings determined written evidence_items units named told applied basis
    scope source
    grades item grade decisions status starts register_until removed_on committed purpose
    open_cases cause goal_missed funds_proper experts_confirmed performer_diligent proved
    original_records
"""
CODES = """
    person organisation project award talent respondent complainant local state_council_department
    natural social paper thesis award_or_talent other admit refuse
    in_force revoked void varied market_risk technical_route unforeseeable
"""


def test_every_field_of_a_command_is_called_by_its_name():
    of_commands = {field.name for kind in OF_COMMANDS for field in fields(kind)}
    # The day whose law is asked for is no fact of the case.
    assert set(LABELS) == of_commands - {"on"} | set(MORE.split())
    assert all(named(field) == LABELS[field] for field in LABELS)
    assert named("unheard_of") == "unheard_of"


def test_every_code_is_said_in_words():
    assert set(VALUES) == set(CODES.split())
    assert all(said(code) == VALUES[code] for code in VALUES)
    assert said("unheard_of") is None
