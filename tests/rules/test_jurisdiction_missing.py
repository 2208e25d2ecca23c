"""Who inquires where what the article on the matter needs is missing, or two units are named."""

from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.law import S84
from tests.rules.test_complaints import told
from tests.rules.test_jurisdiction_words import WORDS

DAY = date(2026, 3, 2)
NATION, PROVINCE = default_context(), default_context((S84,))
PERSON = Party(RespondentKind.PERSON, unit="甲大学")
SCHOOL = Party(RespondentKind.PERSON, is_head=True, unit="甲大学", superior="省教育厅")
THESIS = Matter("thesis", awarding_unit="己大学")
THESIS_WORDS = "学位论文涉嫌科研失信行为的，由学位授予单位负责调查处理"
FIRST_WORDS = "由第一通讯作者的第一署名单位牵头调查处理"
PROJECT_WORDS = "由科技计划（专项、基金等）项目管理部门（单位）负责组织调查处理"
AWARD_WORDS = "由科技奖励、科技人才管理部门（单位）负责组织调查"
FILL_IN = [
    (
        Matter("thesis"),
        (
            "awarding_unit_missing",
            9,
            THESIS_WORDS,
            "学位论文由学位授予单位负责；请填写学位授予单位",
        ),
    ),
    (
        Matter("paper"),
        (
            "authors_missing",
            9,
            FIRST_WORDS,
            "论文由第一通讯作者或第一作者的单位牵头；请填写作者及其单位",
        ),
    ),
    (
        Matter("project", publicly_funded=True),
        (
            "managing_department_missing",
            7,
            PROJECT_WORDS,
            "财政性资金资助的项目由项目管理部门负责组织；请填写管理部门",
        ),
    ),
    (
        Matter("other", publicly_funded=True),
        (
            "managing_department_missing",
            7,
            PROJECT_WORDS,
            "财政性资金资助的项目由项目管理部门负责组织；请填写管理部门",
        ),
    ),
    *(
        (
            Matter("award_or_talent", publicly_funded=funded),
            (
                "managing_department_missing",
                8,
                AWARD_WORDS,
                "奖励、人才申报由其管理部门负责组织；请填写管理部门",
            ),
        )
        for funded in (False, True)
    ),
]


@pytest.mark.parametrize(("matter", "missing"), FILL_IN)
def test_what_articles_7_to_9_need_is_asked_for_and_the_employer_does_not_step_in(matter, missing):
    found = find_jurisdiction(JurisdictionFacts(PERSON, matter), DAY, NATION)
    assert not [one for one in found.candidates if one.role != "cooperates"]
    (first,) = found.findings
    assert first.citation is not None
    said = (first.code, first.citation.article, first.citation.text, first.message)
    assert (said, first.level.value, first.reading) == (missing, "warning", None)
    superior = find_jurisdiction(JurisdictionFacts(SCHOOL, matter), DAY, NATION)
    assert [one[:2] for one in superior.candidates[:1]] == [("省教育厅", "organises")]
    assert [one.code for one in superior.findings] == [missing[0], "own_head"]


COMPLETE = [
    Matter("thesis", awarding_unit="己大学"),
    Matter("paper", (Author("甲", ("乙所",)),)),
    Matter("project", managing_department="省科技厅", publicly_funded=True),
    Matter("award_or_talent", managing_department="省奖励办"),
    Matter("project"),
    Matter("other"),
    Matter("other", awarding_unit="己大学"),
]


@pytest.mark.parametrize("matter", COMPLETE)
def test_nothing_is_asked_for_where_the_articles_name_somebody_or_do_not_govern(matter):
    found = find_jurisdiction(JurisdictionFacts(PERSON, matter), DAY, NATION)
    assert found.findings == ()
    assert [one.role for one in found.candidates if one.role != "cooperates"] != []


EMPLOYED = Party(RespondentKind.PERSON, unit="甲公司", student_of="甲大学")


class TestAStudentWithAnotherEmployer:
    def test_where_enrolled_and_the_employer_is_told_of(self):
        found = find_jurisdiction(JurisdictionFacts(EMPLOYED), DAY, NATION)
        assert [(one.organisation, one.role) for one in found.candidates] == [("甲大学", "lead")]
        assert told(found.as_json()) == [
            ("info", "student_employed", *WORDS["student"], "student_employed")
        ]
        assert found.findings[0].message == (
            "被调查人的学籍在甲大学，劳动人事关系在甲公司；"
            "按学籍由甲大学负责，以职工身份实施行为的请核对"
        )
        assert found.conflict is False

    @pytest.mark.parametrize(
        ("context", "words"), [(NATION, WORDS["unit"]), (PROVINCE, WORDS["unit 84"])]
    )
    def test_both_are_listed_where_the_province_reads_it_so(self, context, words):
        frame = context.with_readings(student_employed="both")
        found = find_jurisdiction(JurisdictionFacts(EMPLOYED), DAY, frame)
        assert [one[:2] for one in found.candidates] == [("甲大学", "lead"), ("甲公司", "lead")]
        assert found.candidates[1].citation.text == words[3]
        assert found.conflict is True
        first, second = found.as_json()["findings"]
        assert told({"findings": [first]}) == [
            ("warning", "student_employed", *WORDS["student"], "student_employed")
        ]
        assert (second["code"], second["reading"]) == ("several_competent", "G15")
        assert found.findings[0].message == (
            "被调查人的学籍在甲大学，劳动人事关系在甲公司；两个单位均列出，由人选择并记录理由"
        )

    @pytest.mark.parametrize("employer", [None, "", "甲大学"])
    def test_one_unit_alone_is_not_spoken_of(self, employer):
        for reading in ("enrolment", "both"):
            who = Party(RespondentKind.PERSON, unit=employer, student_of="甲大学")
            frame = NATION.with_readings(student_employed=reading)
            found = find_jurisdiction(JurisdictionFacts(who), DAY, frame)
            assert ([one[0] for one in found.candidates], found.findings) == (["甲大学"], ())

    def test_the_articles_on_the_matter_leave_no_such_question(self):
        found = find_jurisdiction(JurisdictionFacts(EMPLOYED, THESIS), DAY, NATION)
        assert ([one[0] for one in found.candidates], found.findings) == (["己大学"], ())
