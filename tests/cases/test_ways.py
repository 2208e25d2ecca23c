"""How a refused proposal becomes lawful: three ways at most, choices first, each with its law."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cases.forms.sanctions import months_of
from cases.models import Decision, Respondent
from cases.services.judging import Proposal, judge
from cases.services.ways import ways
from rules.sanctions import MeasureFact
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db


@pytest.fixture
def respondent() -> Respondent:
    with w.on(w.TODAY):
        return d.determined(w.build())


def said(respondent: Respondent, proposal: Proposal) -> list[str]:
    return [way.sentence for way in ways(respondent, respondent.findings.get(), proposal)]


def proposal(severity: str, *measures: MeasureFact) -> Proposal:
    return replace(d.LAWFUL, severity=severity, measures=measures)


REGISTER = MeasureFact(13)
SENT = {"severity": "major", "measure": ["5", "13"], "years_5": "3"}
MITIGATED = "如属实，「是否依第四十条减轻处理」由否改为是。"
# What is proposed; the ways, those that keep most first; the articles of each.
REFUSED = [
    # the journey of the unlawful ban
    (
        proposal("minor", MeasureFact(2), MeasureFact(5, years=5)),
        [
            "增加第十三项措施；认定的情节由较轻改为严重。",
            "去掉第五项措施（5年）；认定的情节由较轻改为较重。",
            "去掉第五项措施（5年）；认定的情节由较轻改为严重。",
        ],
        [
            ["第二十九条", "第三十二条"],
            ["第二十九条", "第三十二条"],
            ["第二十九条", "第三十二条"],
        ],
    ),
    (
        proposal("major", MeasureFact(5, years=3), REGISTER),
        [
            "第五项措施（3年）改为第五项措施（2年11个月）。",
            "认定的情节由较重改为严重。",
            "去掉第五项措施（3年）。",
        ],
        [["第三十二条第二项"]] * 3,
    ),
    # two choices there are, the third is a fact
    (
        proposal("serious", MeasureFact(7, years=6), MeasureFact(9, years=4), REGISTER),
        ["第七项措施（6年）改为第七项措施（5年）。", "去掉第七项措施（6年）。", MITIGATED],
        [["第三十二条第三项"]] * 3,
    ),
    (proposal("serious", MeasureFact(5, years=4)), ["增加第十三项措施。"], [["第二十九条"]]),
    # both bans by the same article, which is named once
    (
        proposal("serious", MeasureFact(5, years=1), MeasureFact(7, years=2), REGISTER),
        [
            "认定的情节由严重改为较重。",
            MITIGATED,
        ],
        [["第三十二条第三项"]] * 2,
    ),
    (
        proposal("serious", MeasureFact(5, years=1), MeasureFact(7, years=6), REGISTER),
        [
            "第五项措施（1年）改为第五项措施（3年）；第七项措施（6年）改为第七项措施（5年）。",
            "第五项措施（1年）改为第五项措施（5年1个月）；认定的情节由严重改为特别严重。",
            "第七项措施（6年）改为第七项措施（2年11个月）；认定的情节由严重改为较重。",
        ],
        [
            ["第三十二条第三项"],
            ["第三十二条第四项", "第三十二条第三项"],
            ["第三十二条第二项", "第三十二条第三项"],
        ],
    ),
]


def test_the_smallest_changes_are_offered_and_each_names_its_articles(
    respondent: Respondent,
) -> None:
    finding = respondent.findings.get()
    for proposed, sentences, places in REFUSED:
        found = ways(respondent, finding, proposed)
        assert [way.sentence for way in found] == sentences
        assert [[citation.place for citation in way.citations] for way in found] == places
        for way in found:
            if way.proposal is not None:
                assert judge(respondent, finding, way.proposal).sanctions.lawful
                assert (way.proposal.facts, way.proposal.basis) == (proposed.facts, proposed.basis)


def test_a_way_that_changes_a_fact_says_where_that_is_done_and_has_no_button(
    respondent: Respondent,
) -> None:
    respondent.case.organisation.powers.filter(measure=8).delete()
    proposed = proposal("serious", MeasureFact(2), MeasureFact(8))
    choice, fact = ways(respondent, respondent.findings.get(), proposed)
    assert (choice.sentence, choice.applies, choice.where) == ("去掉第八项措施。", True, ())
    assert choice.proposal == proposal("serious", MeasureFact(2))
    assert fact.sentence == "如属实，增加第八项措施的处理权限。"
    assert (fact.applies, fact.proposal) == (False, None)
    assert fact.where == ("处理权限由系统管理员在单位的页面登记，须有依据",)
    assert [citation.place for citation in fact.citations] == ["第二十六条"]


def test_what_was_found_is_not_changed_on_the_desk(respondent: Respondent) -> None:
    """A talk alone is below the floor: were it another conduct, it would not be."""
    respondent.case.organisation.powers.exclude(measure=1).delete()
    found = ways(respondent, respondent.findings.get(), proposal("minor", MeasureFact(1)))
    conduct = "如属实，第二条第一项情形改为第二条第六项情形。"
    found_again = "认定的内容本页不能改：最终认定以前，可退回补充调查后重新认定"
    later = "减轻处理在决定生效以后，经被处理人申请，在决定的页面办理"
    assert [(way.sentence, way.applies, way.where) for way in found] == [
        (conduct, False, (found_again,)),
        (MITIGATED, False, (later,)),
    ]


def test_measures_beyond_the_powers_are_left_out_each_with_a_change(
    respondent: Respondent,
) -> None:
    respondent.case.organisation.powers.exclude(measure__in=(2, 13)).delete()
    four = proposal("serious", *(MeasureFact(item) for item in (2, 4, 6, 8, 10, 13)))
    assert said(respondent, four)[0] == (
        "去掉第四项措施；去掉第六项措施；去掉第八项措施；去掉第十项措施。"
    )


def test_beside_what_lies_beyond_the_powers_the_rest_is_put_right(respondent: Respondent) -> None:
    respondent.case.organisation.powers.filter(measure__in=(4, 8)).delete()
    wrong = proposal("minor", *(MeasureFact(item) for item in (2, 4, 8)), MeasureFact(5, years=9))
    finding = respondent.findings.get()
    found = ways(respondent, finding, wrong)
    assert [way.sentence for way in found] == [
        "去掉第四项措施；去掉第八项措施；增加第十三项措施；认定的情节由较轻改为特别严重。",
        "去掉第四项措施；去掉第八项措施；去掉第五项措施（9年）；认定的情节由较轻改为较重。",
        "去掉第四项措施；去掉第八项措施；去掉第五项措施（9年）；认定的情节由较轻改为严重。",
    ]
    best = found[0].proposal
    assert best == proposal("especially_serious", MeasureFact(2), MeasureFact(5, years=9), REGISTER)
    assert [citation.place for citation in found[0].citations] == [
        "第二十六条",
        "第二十九条",
        "第三十二条",
    ]


def test_nothing_is_chosen_for_a_person(respondent: Respondent) -> None:
    """But the entry in the register: which other measure to give is not for the rules to say."""
    respondent.case.organisation.powers.filter(measure=8).update(measure=14)
    for proposed, sentences in (
        (proposal("serious"), []),
        (proposal(""), []),
        (proposal("serious", MeasureFact(8)), ["如属实，增加第八项措施的处理权限。"]),
        (proposal("serious", MeasureFact(14)), ["增加第十三项措施。", MITIGATED]),
    ):
        assert said(respondent, proposed) == sentences


def test_a_mitigation_is_offered_what_it_may_do(respondent: Respondent) -> None:
    proposed = proposal("major", MeasureFact(5, years=3))
    found = ways(respondent, respondent.findings.get(), proposed, mitigated=True)
    assert [way.sentence for way in found] == ["增加第十三项措施。", "去掉第五项措施（3年）。"]


def test_what_is_lawful_or_cannot_be_answered_has_no_way(respondent: Respondent) -> None:
    assert said(respondent, d.LAWFUL) == []
    assert said(respondent, replace(d.LAWFUL, measures=(MeasureFact(2, years=1),))) == []


def test_the_desk_shows_the_ways_with_their_articles_while_refused(respondent: Respondent) -> None:
    refused = sent_to("sanctions_check", respondent, SENT).content.decode()
    lawful = sent_to("sanctions_check", respondent, {**SENT, "severity": "serious"})
    shown = refused.partition('id="ways"')[2].partition("</ol>")[0]
    assert "怎样才合法" in shown and "去掉第五项措施（3年）。" in shown
    assert "第三十二条第二项" in shown
    assert shown.count("照此修改") == 3
    assert "各条任选其一" in shown
    assert "怎样才合法" not in lawful.content.decode()


def test_a_way_no_button_makes_says_where_on_the_desk(respondent: Respondent) -> None:
    sent = {"severity": "serious", "measure": ["7", "9", "13"], "years_7": "6", "years_9": "4"}
    page = sent_to("sanctions_check", respondent, sent).content.decode()
    shown = page.partition('id="ways"')[2].partition("</ol>")[0]
    assert shown.count("照此修改") == 2
    assert f"{MITIGATED}</p>" in shown
    assert "减轻处理在决定生效以后，经被处理人申请，在决定的页面办理。" in shown


def sent_to(name: str, respondent: Respondent, sent: dict[str, Any]) -> Any:
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    office = Client()
    office.force_login(User.objects.get(username="officer"))
    with w.on(w.TODAY):
        return office.post(reverse(name, kwargs=ids), sent)


TYPED = {
    **SENT,
    "years_9": "三年",
    "detail_10": "限三年内",
    "reason_severity_differs": "积极整改",
    "facts": "申报书抄袭。",
    "basis": "属于第二条第一项。",
    "other": "另有说明",
    "on": w.TODAY.isoformat(),
    "seen": "7",
}


def test_a_way_taken_over_changes_what_it_says_and_nothing_typed_is_lost(
    respondent: Respondent,
) -> None:
    way = "第五项措施（3年）改为第五项措施（2年11个月）。"
    answer = sent_to("decision_draft", respondent, {**TYPED, "way": way})
    shown = answer.context["form"].initial
    assert answer.status_code == 200
    assert "已照此修改，还没有保存；请看过再保存。" in answer.content.decode()
    assert (shown["years_5"], shown["measure"]) == ("2.9167", [5, 13])
    unchanged = {name: said for name, said in TYPED.items() if name not in ("years_5", "measure")}
    assert {name: shown[name] for name in unchanged} == unchanged
    assert months_of(shown["years_5"]) == 35
    assert not Decision.objects.exists()


def test_a_measure_left_out_leaves_the_others_as_they_are(respondent: Respondent) -> None:
    answer = sent_to("decision_draft", respondent, {**TYPED, "way": "去掉第五项措施（3年）。"})
    shown = answer.context["form"].initial
    assert (shown["measure"], shown["years_5"], shown["severity"]) == ([13], "", "major")
    assert shown["years_9"] == "三年"


@pytest.mark.parametrize("way", ["增加第十四项措施。", MITIGATED, ""])
def test_only_a_way_offered_for_what_is_sent_is_taken_over(
    respondent: Respondent, way: str
) -> None:
    """The fields may have been changed after the list was made."""
    answer = sent_to("decision_draft", respondent, {**TYPED, "way": way})
    assert answer.context["form"].data["years_5"] == "3"
    page = answer.content.decode()
    assert "内容已经改过，原来的改法不再适用；请看现在的检查结果。" in page
    assert not Decision.objects.exists()
