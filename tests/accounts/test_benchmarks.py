"""A unit's discretion benchmark: who registers it, what is refused, which one holds when."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.models import DiscretionBenchmark, Event
from accounts.refusals import Conflict, NotYours, Refused
from accounts.selectors.administration import record_of
from accounts.services.benchmarks import benchmark_of, register_benchmark
from fixtures.demo.units import EDUCATION, UNIVERSITY

pytestmark = pytest.mark.django_db

EXAMPLE = Path("docs/examples/discretion-benchmark.json").read_text(encoding="utf-8")


def file_of(organisation=UNIVERSITY, since="2024-07-01", **changes) -> str:
    """The example of the documentation as a unit's own."""
    given = json.loads(EXAMPLE)
    given["organisation"] = organisation
    given["versions"][0].update({"from": since, **changes})
    return json.dumps(given, ensure_ascii=False)


def register(cast, text, unit=UNIVERSITY, actor="sysadmin", **more):
    pk = cast.unit(unit).pk
    return register_benchmark(actor=cast.actor(actor), organisation_id=pk, text=text, **more)


def findings(refused):
    return [(found.code, found.message) for found in refused.value.outcome.errors]


def test_a_registered_benchmark_is_kept_as_sent_and_stands_on_the_record(cast):
    text = file_of()
    made = register(cast, text)
    assert (made.text, made.since) == (text, date(2024, 7, 1))
    assert made.registered_by == cast.user("sysadmin")
    assert record_of(cast.unit(UNIVERSITY))[0].text == "登记裁量基准"
    assert list(breaches()) == []


def test_the_same_file_again_is_no_event(cast):
    register(cast, file_of())
    register(cast, file_of())
    assert Event.objects.filter(name="organisation.benchmark_registered").count() == 1
    assert DiscretionBenchmark.objects.count() == 1


def test_one_changed_behind_the_applications_back_is_noticed(cast):
    register(cast, file_of())
    DiscretionBenchmark.objects.update(since=date(2025, 1, 1))
    assert len(list(breaches())) == 1


def test_each_day_has_the_one_that_held_then_and_of_two_the_later_registered(cast):
    unit = cast.unit(UNIVERSITY)
    register(cast, file_of())
    register(cast, file_of(since="2026-01-01", version="2026年版"))
    register(cast, file_of(since="2026-01-01", version="2026年修订版"))

    def version(day):
        return benchmark_of(unit, day).versions[0].name

    assert benchmark_of(unit, date(2024, 6, 30)) is None
    assert version(date(2024, 7, 1)) == version(date(2025, 12, 31)) == "2024年版"
    assert version(date(2026, 1, 1)) == "2026年修订版"
    assert benchmark_of(cast.unit(EDUCATION), date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (file_of(EDUCATION), "benchmark_of_another", f"请改为{UNIVERSITY}"),
        (file_of(factors=[]), "benchmark_invalid", "（文件的versions.0.factors处）"),
        ("x" * 200_001, "benchmark_too_long", "文件太长"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place_under_article_51(cast, text, code, said):
    with pytest.raises(Refused) as refused:
        register(cast, text)
    ((found, message),) = findings(refused)
    assert found == code and said in message
    assert refused.value.outcome.errors[0].citation.place == "第五十一条"
    assert not DiscretionBenchmark.objects.exists()


def test_what_is_no_json_is_refused(cast):
    with pytest.raises(Refused):
        register(cast, "{")


@pytest.mark.parametrize("name", ["officer", "head", "province", "auditor"])
def test_to_everybody_else_there_is_no_such_thing(cast, name):
    with pytest.raises(NotYours):
        register(cast, file_of(), actor=name)


def test_whoever_was_overtaken_is_told_by_what(cast):
    seen = position(cast.unit(UNIVERSITY).chain)
    register(cast, file_of(), seen=seen)
    with pytest.raises(Conflict):
        register(cast, file_of(since="2026-01-01"), seen=seen)


def test_the_page_takes_a_file_and_keeps_what_was_sent_when_it_is_refused(client: Client, cast):
    client.force_login(cast.user("sysadmin"))
    unit = cast.unit(UNIVERSITY)
    url = reverse("organisation_benchmark", kwargs={"pk": unit.pk})
    assert "不约束任何人" in client.get(url).content.decode()

    def send(content: bytes):
        return client.post(url, {"upload": SimpleUploadedFile("benchmark.json", content)})

    wrong = send(file_of(EDUCATION).encode())
    shown = wrong.content.decode()
    assert wrong.status_code == 422
    assert f"文件写的是{EDUCATION}的裁量基准" in shown and "第四条第一项" in shown
    assert send("裁量".encode("gb18030")).status_code == 422
    assert client.post(url, {"text": " "}).status_code == 422
    assert send(file_of().encode()).status_code == 302
    page = client.get(reverse("organisation", kwargs={"pk": unit.pk})).content.decode()
    assert "科研失信行为处理裁量基准（示例）" in page
