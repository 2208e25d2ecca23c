"""A unit's own rules: who registers them, what is refused and why, which hold when, the page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.facts import instrument_of, passage, quoted, rules_on
from accounts.forms.unit_rules import compared, versions
from accounts.models import Event, UnitRules
from accounts.refusals import Conflict, NotYours, Refused
from accounts.selectors.administration import record_of
from accounts.services.unit_rules import register_rules
from fixtures.demo.units import EDUCATION, UNIVERSITY
from rules.instruments import instruments
from rules.law import N221, S84, WordsNotFound, cite
from rules.outcome import Citation
from rules.parameters import NAMES
from tests.support.unit_file import NUMBER, TERM, file_of

pytestmark = pytest.mark.django_db


def register(cast, text, unit=UNIVERSITY, actor="sysadmin", **more):
    pk = cast.unit(unit).pk
    return register_rules(actor=cast.actor(actor), organisation_id=pk, text=text, **more)


def of_unit(**changes) -> str:
    return file_of(**{"organisation": UNIVERSITY, **changes})


def refusal(cast, text):
    with pytest.raises(Refused) as refused:
        register(cast, text)
    assert not UnitRules.objects.exists()
    return [(f.code, f.message, f.citation.place) for f in refused.value.outcome.errors]


def test_registered_rules_are_kept_as_sent_and_stand_on_the_record(cast):
    text = of_unit(until="2027-12-31")
    made = register(cast, text)
    assert made.text == text and str(made) == "《示例大学调查处理细则》（示例大学〔2026〕8号）"
    assert (made.since, made.until) == (date(2026, 3, 1), date(2027, 12, 31))
    assert made.registered_by == cast.user("sysadmin")
    assert record_of(cast.unit(UNIVERSITY))[0].text == "登记本单位规定"
    event = Event.objects.get(name="organisation.rules_registered")
    assert event.data == {"rules": made.pk, "since": "2026-03-01"}
    assert list(breaches()) == []


def test_the_same_file_again_is_no_event_and_no_version(cast):
    assert register(cast, of_unit()) == register(cast, of_unit())
    assert Event.objects.filter(name="organisation.rules_registered").count() == 1
    assert UnitRules.objects.count() == 1


def test_rules_changed_behind_the_applications_back_are_noticed(cast):
    register(cast, of_unit())
    UnitRules.objects.update(until=date(2026, 4, 1))
    assert len(list(breaches())) == 1


def test_every_laxer_point_is_named_with_its_place_values_and_articles(cast):
    laxer = [("deadline.investigation", 7), ("deadline.acceptance", 15), ("quorum.panel", 4)]
    first, second = refusal(cast, of_unit(parameters=laxer))
    assert first == (
        "overlay_laxer",
        "完成调查处理的期限（deadline.investigation）为7个月，"
        "长于国科发监〔2022〕221号第二十五条规定的6个月（只能缩短；"
        "「科研失信行为的调查处理应自决定受理之日起6个月内完成」）（文件的parameters.0处）。",
        "第五十二条",
    )
    assert second[0] == "overlay_laxer" and second[2] == "第五十二条"
    assert second[1].startswith(
        "学术评议专家组人数（quorum.panel）为4人，少于国科发监〔2022〕221号"
    )
    assert second[1].endswith("（文件的parameters.2处）。")


@pytest.mark.parametrize(
    ("changes", "code", "message"),
    [
        (
            {"organisation": EDUCATION},
            "rules_of_another",
            f"文件写的是{EDUCATION}的规定，请改为{UNIVERSITY}。",
        ),
        ({"until": "2026-02-28"}, "dates_reversed", "失效日期早于施行日期（文件的until处）。"),
        ({"title": "长" * 201}, "title_too_long", "名称请不超过200字，文号不超过60字。"),
        ({"number": "长" * 61}, "title_too_long", "名称请不超过200字，文号不超过60字。"),
        (
            {"number": S84},
            "overlay_invalid",
            f"{S84}是已收录的文件，不能作为单位规定的文号（文件的number处）。",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_under_article_51(cast, changes, code, message):
    assert refusal(cast, of_unit(**changes)) == [(code, message, "第五十一条")]


def test_a_title_and_a_number_at_their_longest_are_taken(cast):
    made = register(cast, of_unit(title="长" * 200, number="长" * 60))
    assert (len(made.title), len(made.number)) == (200, 60)


def test_what_is_too_long_or_no_json_is_refused(cast):
    too_long = "文件太长，请只放本单位规定。"
    assert refusal(cast, " " * 200_001) == [("rules_too_long", too_long, "第五十一条")]
    ((code, _, place),) = refusal(cast, "{")
    assert (code, place) == ("invalid_json", "第五十一条")


def test_a_number_another_unit_has_registered_is_refused_with_that_unit(cast):
    register(cast, of_unit())
    with pytest.raises(Refused) as refused:
        register(cast, file_of(organisation=EDUCATION), unit=EDUCATION)
    (found,) = refused.value.outcome.errors
    assert found.code == "number_taken"
    assert found.message == f"文号示例大学〔2026〕8号已由{UNIVERSITY}登记，请核对文号。"


@pytest.mark.parametrize("name", ["officer", "head", "province", "auditor"])
def test_to_everybody_else_there_is_no_such_thing(cast, name):
    with pytest.raises(NotYours):
        register(cast, of_unit(), actor=name)


def test_whoever_was_overtaken_is_told_by_what(cast):
    seen = position(cast.unit(UNIVERSITY).chain)
    register(cast, of_unit(), seen=seen)
    with pytest.raises(Conflict):
        register(cast, of_unit(since="2026-04-01"), seen=seen)


def test_each_day_has_those_that_began_last_and_of_two_the_later_registered(cast):
    unit = cast.unit(UNIVERSITY)
    first = register(cast, of_unit())
    register(cast, of_unit(since="2026-06-01", title="改前"))
    second = register(cast, of_unit(since="2026-06-01", title="改后", until="2026-12-31"))
    assert rules_on(unit, date(2026, 2, 28)) is None
    assert rules_on(unit, date(2026, 3, 1)) == rules_on(unit, date(2026, 5, 31)) == first
    assert rules_on(unit, date(2026, 6, 1)) == rules_on(unit, date(2026, 12, 31)) == second
    # They took the place of the first, which does not come back when they end.
    assert rules_on(unit, date(2027, 1, 1)) is None
    assert rules_on(cast.unit(EDUCATION), date(2026, 6, 1)) is None
    states = [version.state for version in versions(unit, date(2026, 4, 1))]
    assert states == ["尚未施行", "尚未施行", "现行"]
    states = [version.state for version in versions(unit, date(2026, 7, 1))]
    assert states == ["现行", "已被取代", "已被取代"]
    states = [version.state for version in versions(unit, date(2027, 1, 1))]
    assert states == ["已失效", "已被取代", "已被取代"]


def test_words_of_a_unit_are_found_in_the_version_that_says_them(cast):
    register(cast, of_unit())
    three = "应自决定受理之日起3个月内完成"
    shorter = [("deadline.investigation", 3)]
    register(cast, of_unit(since="2026-06-01", title="新细则", parameters=shorter, words=three))
    old = quoted(NUMBER, 9, TERM)
    found = passage(old)
    assert (found.title, found.place) == ("《示例大学调查处理细则》", "第九条")
    assert (found.before, found.words, found.after) == ("调查处理", TERM, "。")
    new = passage(quoted(NUMBER, 9, three))
    assert new.title == "《新细则》"
    public = cite(N221, 25, "6个月内完成")
    assert quoted(N221, 25, "6个月内完成") == public
    assert passage(public).title == "《科研失信行为调查处理规则》"


@pytest.mark.parametrize(("number", "article"), [(NUMBER, 8), ("没有〔2026〕1号", 9)])
def test_words_that_stand_nowhere_are_not_quoted(cast, number, article):
    register(cast, of_unit())
    with pytest.raises(WordsNotFound, match=f"{number} .*没有「{TERM}」"):
        quoted(number, article, TERM)
    with pytest.raises(WordsNotFound):
        passage(Citation(number, None, None, None, None, TERM))


def test_each_number_stands_beside_the_law_of_its_day(cast):
    made = register(cast, of_unit(parameters=[("deadline.investigation", 4), ("quorum.panel", 7)]))
    months, panel = compared(made)
    assert (months.name, months.since) == ("完成调查处理的期限", date(2026, 3, 1))
    assert (months.own.value, months.own.place, months.own.words) == ("4个月", "第九条", TERM)
    ((law),) = months.law
    assert (law.value, law.place, law.by) == (
        "6个月",
        "第二十五条",
        "《科研失信行为调查处理规则》",
    )
    assert "6个月内完成" in law.words
    assert (panel.name, panel.own.value, panel.law[0].value) == (
        "学术评议专家组人数",
        "7人",
        "5人",
    )
    assert instrument_of(made).organisation == UNIVERSITY


def test_every_number_a_unit_may_set_has_a_name():
    known = {p.name for one in instruments().values() for p in one.parameters}
    assert known <= set(NAMES)


def test_the_page_takes_a_file_shows_what_is_in_force_and_keeps_what_was_refused(
    client: Client, cast
):
    client.force_login(cast.user("sysadmin"))
    unit = cast.unit(UNIVERSITY)
    url = reverse("organisation_rules", kwargs={"pk": unit.pk})
    assert "没有登记本单位规定" in client.get(url).content.decode()

    def send(content: bytes):
        return client.post(url, {"upload": SimpleUploadedFile("rules.json", content)})

    laxer = of_unit(parameters=[("deadline.investigation", 7), ("quorum.panel", 4)])
    wrong = send(laxer.encode())
    shown = wrong.content.decode()
    assert wrong.status_code == 422
    assert "有2处要改" in shown
    assert (
        "完成调查处理的期限（deadline.investigation）为7个月" in shown
        and "学术评议专家组人数（quorum.panel）为4人" in shown
    )
    assert "处理尺度不低于本规则" in shown
    assert wrong.context["form"]["text"].value() == laxer
    assert send("规定".encode("gb18030")).status_code == 422
    assert client.post(url, {"text": " "}).status_code == 422
    assert send(b" " * 800_001).context["form"].errors["upload"] == ["文件太大，请只放本单位规定。"]
    assert not UnitRules.objects.exists()
    assert send(of_unit().encode()).status_code == 302
    page = client.get(url).content.decode()
    assert "现行的本单位规定" in page and "《示例大学调查处理细则》" in page
    assert "完成调查处理的期限" in page and "4个月" in page and "6个月" in page
    assert "现行</td>" in page
    unit_page = client.get(reverse("organisation", kwargs={"pk": unit.pk})).content.decode()
    assert "示例大学调查处理细则" in unit_page and url in unit_page
