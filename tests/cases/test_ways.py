"""How a refused proposal becomes lawful: three ways at most, choices alone, each with its law."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from cases.models import Respondent
from cases.services.judging import Proposal
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


def places(respondent: Respondent, proposal: Proposal) -> list[list[str]]:
    found = ways(respondent, respondent.findings.get(), proposal)
    return [[c.citation.place for c in way.changes if c.citation] for way in found]


def test_a_ban_of_three_years_as_major_is_shortened_left_out_or_called_serious(
    respondent: Respondent,
) -> None:
    proposal = replace(d.LAWFUL, severity="major", measures=(MeasureFact(5, 3), MeasureFact(13)))
    assert said(respondent, proposal) == [
        "第五项措施（3年）改为第五项措施（2年11个月）。",
        "去掉第五项措施（3年）。",
        "认定的情节由较重改为严重。",
    ]
    assert places(respondent, proposal) == [["第三十二条（二）"]] * 3


def test_no_more_than_three_are_offered_and_none_of_what_has_happened(
    respondent: Respondent,
) -> None:
    found = said(respondent, d.UNLAWFUL)
    assert len(found) == 3
    assert not any("如属实" in sentence for sentence in found)


def test_a_measure_beyond_the_powers_is_left_out_and_never_offered(respondent: Respondent) -> None:
    powers = respondent.case.organisation.powers
    powers.filter(measure=8).delete()
    proposal = replace(d.LAWFUL, measures=(MeasureFact(2), MeasureFact(8)))
    assert said(respondent, proposal) == ["去掉第八项措施。"]
    powers.exclude(measure=4).delete()
    nothing = replace(d.LAWFUL, measures=())
    assert said(respondent, nothing) == ["增加第四项措施。"]


def test_four_measures_beyond_the_powers_are_left_out_and_five_are_too_many_to_search(
    respondent: Respondent,
) -> None:
    respondent.case.organisation.powers.exclude(measure__in=(2, 13)).delete()
    four = replace(d.LAWFUL, measures=tuple(MeasureFact(item) for item in (2, 4, 6, 8, 10, 13)))
    assert said(respondent, four)[0] == (
        "去掉第四项措施；去掉第六项措施；去掉第八项措施；去掉第十项措施。"
    )
    five = replace(four, measures=(*four.measures, MeasureFact(12)))
    assert said(respondent, five) == []


def test_what_is_lawful_or_cannot_be_answered_has_no_way(respondent: Respondent) -> None:
    assert said(respondent, d.LAWFUL) == []
    assert said(respondent, replace(d.LAWFUL, measures=(MeasureFact(2, years=1),))) == []


def test_the_desk_shows_the_ways_with_their_articles_while_refused(respondent: Respondent) -> None:
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    office = Client()
    office.force_login(User.objects.get(username="officer"))
    sent = {"severity": "major", "measure": ["5", "13"], "years_5": "3"}
    with w.on(w.TODAY):
        refused = office.post(reverse("sanctions_check", kwargs=ids), sent).content.decode()
        lawful = office.post(
            reverse("sanctions_check", kwargs=ids), {**sent, "severity": "serious"}
        ).content.decode()
    ways_shown = refused.partition('id="ways"')[2].partition("</section>")[0]
    assert "怎样才合法" in ways_shown and "去掉第五项措施（3年）。" in ways_shown
    assert "第三十二条（二）" in ways_shown
    assert "怎样才合法" not in lawful
