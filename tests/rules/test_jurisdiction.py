"""Who inquires: Articles 5 to 9, 50 and 52; 84号 Articles 6, 14 and 15."""

from typing import Any

import pytest

from rules.errors import FactsContradict
from rules.law import S84
from tests.rules.ask import ask, codes

PAPER = {
    "kind": "paper",
    "authors": [
        {"name": "甲", "affiliations": ["甲大学", "丙所"], "present_unit": "甲大学"},
        {"name": "乙", "affiliations": ["乙医院", "甲大学"], "present_unit": "乙医院"},
        {"name": "丁", "affiliations": ["丁所"], "present_unit": None},
    ],
    "corresponding": ["乙", "甲"],
}
HEAD = {"kind": "person", "is_head": True, "unit": "甲大学", "superior": "省教育厅"}
PLACE = {"locality_department": "市科技局", "locality_social_body": "市社科联"}


def find(respondent: dict[str, Any] | None = None, matter: Any = None, **more: Any):
    who = {"kind": "person", "unit": "甲大学"} if respondent is None else respondent
    given = {"on": "2025-06-01", "respondent": who, **more}
    return ask("find-jurisdiction", {**given, "matter": matter} if matter else given)


def heads(found):
    return [
        (c["organisation"], c["role"], c["citation"]["article"])
        for c in found["candidates"]
        if c["role"] != "cooperates"
    ]


def helpers(found):
    return {c["organisation"] for c in found["candidates"] if c["role"] == "cooperates"}


RESPONDENTS = [
    ({"kind": "person", "unit": "甲大学"}, {}, [("甲大学", "lead", 6)], "the unit at the time"),
    (
        {"kind": "person", "unit": "甲公司", "student_of": "甲大学"},
        {},
        [("甲大学", "lead", 50)],
        "a student: where enrolled",
    ),
    (
        {"kind": "person", **PLACE},
        {"domain": "natural"},
        [("市科技局", "organises", 6)],
        "no unit, natural sciences",
    ),
    (
        {"kind": "person", **PLACE},
        {"domain": "social"},
        [("市社科联", "organises", 6)],
        "no unit, social sciences",
    ),
    (HEAD, {}, [("省教育厅", "organises", 6)], "a head: the superior"),
    (
        {"kind": "organisation", "unit": "甲大学", "superior": "省教育厅"},
        {},
        [("省教育厅", "organises", 6)],
        "an organisation: the superior",
    ),
    (
        {"kind": "organisation", "unit": "甲公司", **PLACE},
        {"domain": "natural"},
        [("市科技局", "organises", 6)],
        "no superior: the locality",
    ),
]


@pytest.mark.parametrize(("who", "more", "expected", "why"), RESPONDENTS)
def test_by_respondent(who, more, expected, why):
    found = find(who, **more)
    assert heads(found) == expected, why
    assert found["conflict"] is False


MATTERS = [
    (PAPER, [("乙医院", "lead", 9)], "first corresponding author, first affiliation"),
    ({**PAPER, "corresponding": []}, [("甲大学", "lead", 9)], "no corresponding author: the first"),
    (
        {
            **PAPER,
            "authors": [{"name": "乙", "affiliations": ["乙医院"], "present_unit": "戊大学"}],
            "corresponding": ["乙"],
        },
        [("戊大学", "lead", 9)],
        "moved: the present unit",
    ),
    (
        {**PAPER, "corresponding": ["丁"]},
        [("丁所", "lead", 9)],
        "no present unit: the affiliation",
    ),
    ({"kind": "thesis", "awarding_unit": "己大学"}, [("己大学", "lead", 9)], "the awarding unit"),
    (
        {"kind": "project", "managing_department": "省科技厅", "publicly_funded": True},
        [("省科技厅", "organises", 7)],
        "a publicly funded project",
    ),
    (
        {"kind": "project", "managing_department": "某基金会", "publicly_funded": False},
        [("甲大学", "lead", 6)],
        "not publicly funded: the unit",
    ),
    (
        {"kind": "award_or_talent", "managing_department": "省奖励办"},
        [("省奖励办", "organises", 8)],
        "an award",
    ),
]


@pytest.mark.parametrize(("matter", "expected", "why"), MATTERS)
def test_by_matter(matter, expected, why):
    found = find(matter=matter)
    assert heads(found) == expected, why
    assert found["conflict"] is False


def test_who_cooperates_on_a_paper():
    found = find(
        {"kind": "person", "unit": "乙医院", "former_units": ["旧大学"]},
        {**PAPER, "journal": "某学报"},
    )
    assert helpers(found) == {"甲大学", "丁所", "某学报", "旧大学"}


def test_the_unit_signed_on_the_paper_cooperates_after_a_move():
    author = {"name": "乙", "affiliations": ["乙医院"], "present_unit": "戊大学"}
    found = find(matter={"kind": "paper", "authors": [author]})
    assert helpers(found) == {"乙医院"}


def test_units_of_a_project_cooperate():
    matter = {
        "kind": "project",
        "managing_department": "省科技厅",
        "publicly_funded": True,
        "participants": ["庚所"],
    }
    assert helpers(find(matter=matter)) == {"甲大学", "庚所"}


def test_a_head_as_corresponding_author_is_a_conflict():
    who = {"kind": "person", "is_head": True, "unit": "辛大学", "superior": "省教育厅"}
    found = find(who, PAPER)
    assert heads(found) == [("省教育厅", "organises", 6), ("乙医院", "lead", 9)]
    assert found["conflict"] is True
    assert "several_competent" in codes(found)


def test_never_the_accused_organisation_or_one_whose_head_is():
    who = {"kind": "person", "is_head": True, "unit": "乙医院", "superior": "省卫健委"}
    found = find(who, PAPER)
    assert heads(found) == [("省卫健委", "organises", 6)]
    assert "own_head" in codes(found)
    assert found["conflict"] is False


def test_a_paper_from_a_funded_project_is_a_conflict():
    found = find(matter={**PAPER, "managing_department": "省科技厅", "publicly_funded": True})
    assert {organisation for organisation, _, _ in heads(found)} == {"乙医院", "省科技厅"}
    assert found["conflict"] is True


def test_in_shandong_the_department_orders_the_unit_without_conflict():
    matter = {"kind": "project", "managing_department": "省科技厅", "publicly_funded": True}
    found = find(matter=matter, instruments=[S84])
    assert heads(found) == [("省科技厅", "organises", 7), ("甲大学", "lead", 14)]
    assert found["conflict"] is False


def test_in_shandong_articles_9_and_others_still_hold_and_15_replaces_6():
    assert heads(find(matter=PAPER, instruments=[S84])) == [("乙医院", "lead", 9)]
    assert heads(find(instruments=[S84])) == [("甲大学", "lead", 15)]
    assert heads(find(HEAD, instruments=[S84])) == [("省教育厅", "organises", 15)]
    nobody = {"kind": "person", **PLACE}
    assert heads(find(nobody, instruments=[S84], domain="social")) == [("市社科联", "organises", 6)]


def test_military_leaves_the_system():
    found = find(military=True)
    assert (found["candidates"], codes(found)) == ([], ["military"])


@pytest.mark.parametrize("flag", ["public_concern", "several_departments"])
def test_a_joint_inquiry_is_possible_not_compulsory(flag):
    assert codes(find(**{flag: True})) == ["joint_inquiry"]


def test_what_is_missing_is_said():
    assert codes(find({"kind": "person"})) == ["nobody_named"]
    found = find({"kind": "person", **PLACE})
    assert codes(found) == ["domain_missing"]
    assert len(heads(found)) == 2 and found["conflict"] is False


def test_contradictions_are_errors():
    with pytest.raises(FactsContradict):
        find(matter={**PAPER, "corresponding": ["戊"]})
    with pytest.raises(FactsContradict):
        find({"kind": "organisation", "unit": "甲大学", "is_head": True})
