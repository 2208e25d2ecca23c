"""Who inquires: what is told beside the names, what is a conflict, what cannot be."""

from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.errors import FactsContradict, InstrumentNotInForce, UnknownCode
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.law import N221, S84
from tests.rules.ask import codes
from tests.rules.test_complaints import told
from tests.rules.test_jurisdiction import HEAD, PAPER, find
from tests.rules.test_jurisdiction_words import (
    ALONE,
    NOBODYS,
    PLACE,
    PROJECT,
    SHANDONG,
    STAFF,
    UNSIGNED,
    WORDS,
)

OWN_HEAD = ("info", "own_head", *WORDS["superior"], None)
TOLD = [
    (STAFF, None, {}, []),
    (
        STAFF,
        None,
        {"military": True},
        [("info", "military", N221, 52, None, "由军队按照其有关规定进行调查处理", None)],
    ),
    (
        STAFF,
        None,
        {"public_concern": True, "several_departments": True},
        [
            (
                "info",
                "joint_inquiry",
                N221,
                5,
                None,
                "可组织开展联合调查处理或协调不同部门（单位）分别开展调查处理",
                None,
            )
        ],
    ),
    (NOBODYS, None, {}, [("warning", "domain_missing", *WORDS["no unit"], None)]),
    ({"kind": "person", "locality_department": "市科技局"}, None, {}, []),
    (
        {"kind": "person", "locality_social_body": "市社科联"},
        None,
        {},
        [("warning", "domain_missing", *WORDS["no unit"], None)],
    ),
    (
        {"kind": "person", "locality_social_body": "市社科联"},
        None,
        {"domain": "natural"},
        [("warning", "nobody_named", *WORDS["no unit"], None)],
    ),
    (HEAD, None, {}, [OWN_HEAD]),
    (
        {"kind": "organisation"},
        None,
        {},
        [("warning", "nobody_named", *WORDS["no superior"], None)],
    ),
    (
        {"kind": "organisation"},
        None,
        SHANDONG,
        [("warning", "nobody_named", *WORDS["no superior 84"], None)],
    ),
    (
        {"kind": "person", "is_head": True, "unit": "甲大学", **PLACE},
        None,
        {},
        [("warning", "domain_missing", *WORDS["no superior"], None), OWN_HEAD],
    ),
    ({"kind": "person"}, None, {}, [("warning", "nobody_named", *WORDS["no unit"], None)]),
    (
        {"kind": "person"},
        None,
        SHANDONG,
        [("warning", "nobody_named", *WORDS["no unit 84"], None)],
    ),
    (
        STAFF,
        {"kind": "paper", "authors": [UNSIGNED], "journal": "某学报"},
        {},
        [("warning", "nobody_named", *WORDS["corresponding"], None)],
    ),
]


@pytest.mark.parametrize(("who", "matter", "more", "findings"), TOLD)
def test_every_finding_rests_on_words_of_the_law(who, matter, more, findings):
    assert told(find(who, matter, **more)) == findings


def test_who_may_not_inquire_is_told_by_name():
    found = find(HEAD)["findings"][0]
    assert found["message"] == "甲大学为被调查单位或其主要负责人被调查，不得负责或牵头调查"


# The respondent, the matter; whether different articles name different organisations.
CONFLICTS = [
    (STAFF, PAPER, {}, False),
    (HEAD, PAPER, {}, True),
    (HEAD, {**PAPER, "corresponding": ["丁"], "authors": [{"name": "丁"}]}, {}, False),
    ({**HEAD, "superior": "省科技厅"}, PROJECT, {}, False),
    ({**HEAD, "superior": "乙医院"}, PAPER, {}, False),
    (STAFF, {**PAPER, "managing_department": "乙医院", "publicly_funded": True}, {}, False),
    (STAFF, {**PAPER, "managing_department": "省科技厅", "publicly_funded": True}, {}, True),
    (NOBODYS, None, {}, False),
    (STAFF, PROJECT, SHANDONG, False),
    (HEAD, PROJECT, SHANDONG, True),
    (ALONE, PROJECT, {"domain": "natural"}, True),
]


@pytest.mark.parametrize(("who", "matter", "more", "conflict"), CONFLICTS)
def test_a_conflict_is_of_articles_that_name_others(who, matter, more, conflict):
    found = find(who, matter, **more)
    choose = ("warning", "several_competent", None, "G15")
    said = [(f["level"], f["code"], f["citation"], f["reading"]) for f in found["findings"]]
    assert found["conflict"] is (choose in said) is conflict


DAY = date(2026, 3, 2)
NATION, PROVINCE = default_context(), default_context((S84,))
THESIS = Matter("thesis", awarding_unit="己大学")
SCHOOL = Party(RespondentKind.PERSON, is_head=True, unit="甲大学", superior="省教育厅")
NO_SUPERIOR = Party(
    RespondentKind.PERSON, is_head=True, unit="甲大学", locality_department="市科技局"
)
SOCIAL = Party(RespondentKind.PERSON, is_head=True, unit="甲大学", locality_social_body="省社科院")
RANKED = [
    (SCHOOL, NATION, "省教育厅"),
    (NO_SUPERIOR, NATION, "市科技局"),
    (SCHOOL, PROVINCE, "省教育厅"),
    (NO_SUPERIOR, PROVINCE, "市科技局"),
    (SOCIAL, PROVINCE, "省社科院"),
]


@pytest.mark.parametrize(("who", "context", "body"), RANKED)
def test_a_reading_ranks_the_articles_on_the_respondent_and_on_the_matter(who, context, body):
    facts = JurisdictionFacts(who, THESIS, domain="social" if who is SOCIAL else "natural")
    for ranking, leads in (
        ("show_all", [body, "己大学"]),
        ("by_matter", ["己大学"]),
        ("by_respondent", [body]),
    ):
        found = find_jurisdiction(facts, DAY, context.with_readings(G15=ranking))
        assert [one.organisation for one in found.candidates] == leads
        assert found.conflict is (ranking == "show_all")
        last = found.findings[-1]
        ranked = (last.level.value, last.code, last.citation, last.reading)
        assert (
            ranked
            == {
                "show_all": ("warning", "several_competent", None, "G15"),
                "by_matter": ("info", "ranked_by_matter", None, "G15"),
                "by_respondent": ("info", "ranked_by_respondent", None, "G15"),
            }[ranking]
        )


@pytest.mark.parametrize("ranking", ["by_matter", "by_respondent"])
def test_where_one_side_is_not_named_nothing_is_ranked(ranking):
    context = NATION.with_readings(G15=ranking)
    with_helper = Matter("paper", (Author("张"),), journal="某学报")
    found = find_jurisdiction(JurisdictionFacts(SCHOOL, with_helper), DAY, context)
    assert [one[:2] for one in found.candidates] == [
        ("省教育厅", "organises"),
        ("某学报", "cooperates"),
    ]
    assert codes(found.as_json()) == ["own_head"]


def test_one_office_of_the_locality_where_article_15_is_read_alone():
    who = Party(
        RespondentKind.PERSON, locality_department="市科技局", locality_social_body="社科院"
    )
    context = PROVINCE.with_readings(C14="technology_department")
    found = find_jurisdiction(JurisdictionFacts(who), DAY, context)
    assert told(found.as_json()) == [
        ("info", "technology_department_only", *WORDS["no unit 84"], "C14")
    ]
    assert [(c.organisation, c.role, c.citation.text) for c in found.candidates] == [
        ("市科技局", "organises", WORDS["no unit 84"][3])
    ]
    assert found.conflict is False
    unknown = JurisdictionFacts(Party(RespondentKind.PERSON, locality_social_body="社科院"))
    assert find_jurisdiction(unknown, DAY, context).candidates == ()


def test_an_office_that_is_not_known_makes_nobody_step_back():
    context = PROVINCE.with_readings(C14="technology_department", G15="by_respondent")
    head = Party(RespondentKind.PERSON, is_head=True, unit="甲大学", locality_social_body="社科院")
    found = find_jurisdiction(
        JurisdictionFacts(head, Matter("thesis", awarding_unit="乙大学")), DAY, context
    )
    assert [candidate[:2] for candidate in found.candidates] == [("乙大学", "lead")]
    assert "ranked_by_respondent" not in codes(found.as_json())


READINGS = [
    (SOCIAL, Matter(), "social", ("C14",)),
    (Party(RespondentKind.PERSON, unit="甲大学"), Matter(**PROJECT), None, ("C13",)),
    (Party(RespondentKind.PERSON, unit="甲大学"), Matter(), None, ()),
]


@pytest.mark.parametrize(("who", "matter", "domain", "readings"), READINGS)
def test_the_readings_behind_the_words_of_84_are_named(who, matter, domain, readings):
    found = find_jurisdiction(JurisdictionFacts(who, matter, domain=domain), DAY, PROVINCE)
    assert found.readings == found.outcome.readings == readings


def test_the_law_is_that_of_the_day_even_for_the_military():
    facts = JurisdictionFacts(Party(RespondentKind.PERSON), military=True)
    with pytest.raises(InstrumentNotInForce):
        find_jurisdiction(facts, date(2022, 8, 24), NATION)
    found = find_jurisdiction(facts, date(2022, 8, 25), NATION)
    assert (found.candidates, found.conflict, found.readings) == ((), False, ())


PERSON = Party(RespondentKind.PERSON, unit="甲大学")
FIRM = Party(RespondentKind.ORGANISATION, unit="甲公司")
WITHIN = (Author("甲"), Author("乙"))
CANNOT_BE = [
    (JurisdictionFacts(Party("robot")), UnknownCode, "被调查人类别没有“robot”", "respondent.kind"),
    (JurisdictionFacts(PERSON, domain="moral"), UnknownCode, "领域没有“moral”", "domain"),
    (JurisdictionFacts(PERSON, Matter("novel")), UnknownCode, "事项类别没有“novel”", "matter.kind"),
    (
        JurisdictionFacts(Party(RespondentKind.ORGANISATION, is_head=True)),
        FactsContradict,
        "单位不能是单位负责人或学生",
        "respondent",
    ),
    (
        JurisdictionFacts(Party(RespondentKind.ORGANISATION, student_of="甲大学")),
        FactsContradict,
        "单位不能是单位负责人或学生",
        "respondent",
    ),
    (
        JurisdictionFacts(PERSON, Matter("paper", WITHIN, ("乙", "丙"))),
        FactsContradict,
        "通讯作者“丙”不在作者之列",
        "matter.corresponding.1",
    ),
]


@pytest.mark.parametrize(("facts", "kind", "message", "where"), CANNOT_BE)
def test_a_case_that_cannot_be_is_named_with_its_place(facts, kind, message, where):
    with pytest.raises(kind) as wrong:
        find_jurisdiction(facts, DAY, NATION)
    assert (wrong.value.message, wrong.value.where) == (message, where)


@pytest.mark.parametrize("kind", ["paper", "thesis", "project", "award_or_talent", "other"])
@pytest.mark.parametrize("domain", ["natural", "social", None])
def test_every_kind_of_matter_and_domain_there_is(kind, domain):
    found = find_jurisdiction(JurisdictionFacts(PERSON, Matter(kind), domain=domain), DAY, NATION)
    default = kind in ("project", "other")
    assert [one.role for one in found.candidates] == (
        ["lead"] if default else ["cooperates"] * (kind == "award_or_talent")
    )


def test_what_is_not_said_of_a_case_is_not_so():
    assert (FIRM.is_head, FIRM.student_of, FIRM.superior, FIRM.former_units) == (
        False,
        None,
        None,
        (),
    )
    assert (FIRM.place, FIRM.accused_unit, PERSON.accused_unit) == ("甲公司", "甲公司", None)
    assert (Author("甲").signed, Author("甲", ("乙所", "丙所")).signed) == (None, "乙所")
    assert Matter() == Matter("other", (), (), None, None, False, None, ())
    plain = JurisdictionFacts(PERSON)
    assert plain == JurisdictionFacts(PERSON, Matter(), False, None, False, False)
