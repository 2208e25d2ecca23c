"""A benchmark as a file: what is refused, what stays lawful whatever is asked, the command."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.benchmark import Benchmark
from rules.codes import Aggravated, Lenient, Severity
from rules.discretion import GradedFactor, departure, propose
from rules.edge.commands import COMMANDS, Options, answer
from rules.edge.discretion import ProposalOutput, load_benchmark
from rules.errors import BenchmarkInvalid, InstrumentNotInForce, RuleInputError
from rules.outcome import Level, Verdict
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.ask import ROOT, run
from tests.rules.weighing import CONTEXT, EXAMPLE, HEAVIEST, MINOR, ON, facts


def changed(place, value):
    """The example with one value replaced; the version it loads as."""
    found = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    at = found
    *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
    for part in path:
        at = at[part]
    at[last] = value
    return json.dumps(found).encode()


FIRST = "versions.0"
SAME = json.loads(EXAMPLE.read_text(encoding="utf-8"))["versions"][0]
REFUSED = [
    ("versions", [], "versions", "至少应有一个版本"),
    ("versions", [SAME, SAME], "versions.1.from", "各版本应按施行日期先后排列，日期不得相同"),
    (
        f"{FIRST}.factors",
        SAME["factors"][:5],
        f"{FIRST}.factors",
        "第三十条的六项因素应依次写明，每项一次",
    ),
    (
        f"{FIRST}.factors",
        SAME["factors"][::-1],
        f"{FIRST}.factors",
        "第三十条的六项因素应依次写明，每项一次",
    ),
    (
        f"{FIRST}.factors.3.weight",
        0,
        f"{FIRST}.factors.3.weight",
        "第三十条要求考虑每一项因素，权重至少为1",
    ),
    (
        f"{FIRST}.factors.5.grades",
        ["无"],
        f"{FIRST}.factors.5.grades",
        "每项因素至少分两个等级，名称不得相同",
    ),
    (
        f"{FIRST}.factors.0.grades",
        ["无", "有", "有"],
        f"{FIRST}.factors.0.grades",
        "每项因素至少分两个等级，名称不得相同",
    ),
    (f"{FIRST}.thresholds.major", 0, f"{FIRST}.thresholds.major", "情节较重的分数线应大于0分"),
    (f"{FIRST}.thresholds.serious", 8, f"{FIRST}.thresholds.serious", "情节严重的分数线应大于8分"),
    (
        f"{FIRST}.thresholds.especially_serious",
        47,
        f"{FIRST}.thresholds.especially_serious",
        "各项因素合计至多46分，达不到情节特别严重",
    ),
    (
        f"{FIRST}.bands.major.ordinary_from",
        1,
        f"{FIRST}.bands.major",
        "情节较重的分段应大于1个月、前小后大，不大于35",
    ),
    (
        f"{FIRST}.bands.serious.aggravated_from",
        61,
        f"{FIRST}.bands.serious",
        "情节严重的分段应大于36个月、前小后大，不大于60",
    ),
    (
        f"{FIRST}.bands.serious.aggravated_from",
        45,
        f"{FIRST}.bands.serious",
        "情节严重的分段应大于36个月、前小后大，不大于60",
    ),
    (
        f"{FIRST}.bands.especially_serious.ordinary_from",
        61,
        f"{FIRST}.bands.especially_serious",
        "情节特别严重的分段应大于61个月、前小后大",
    ),
]


@pytest.mark.parametrize(("place", "value", "where", "message"), REFUSED)
def test_a_benchmark_that_leaves_the_law_is_refused_with_the_point(place, value, where, message):
    with pytest.raises(BenchmarkInvalid) as refused:
        load_benchmark(changed(place, value))
    assert (refused.value.code, refused.value.where) == ("benchmark_invalid", where)
    assert refused.value.message == message


ACCEPTED = [
    (f"{FIRST}.factors.3.weight", 1),
    (f"{FIRST}.factors.5.weight", 2),
    (f"{FIRST}.thresholds.major", 1),
    (f"{FIRST}.thresholds.serious", 9),
    (f"{FIRST}.thresholds.especially_serious", 46),
    (f"{FIRST}.bands.major.ordinary_from", 2),
    (f"{FIRST}.bands.major.aggravated_from", 35),
    (f"{FIRST}.bands.serious.aggravated_from", 60),
    (f"{FIRST}.bands.serious.aggravated_from", 46),
    (f"{FIRST}.bands.especially_serious.ordinary_from", 62),
    (f"{FIRST}.bands.especially_serious.aggravated_from", 1200),
    (f"{FIRST}.from", "2022-08-25"),
]


@pytest.mark.parametrize(("place", "value"), ACCEPTED)
def test_whatever_stays_inside_is_accepted(place, value):
    assert isinstance(load_benchmark(changed(place, value)), Benchmark)


def test_a_benchmark_older_than_the_law_is_refused():
    with pytest.raises(InstrumentNotInForce):
        load_benchmark(changed(f"{FIRST}.from", "2022-08-24"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (b"", ""),
        (b"[]", ""),
        (b"{}", "organisation"),
        (changed("title", ""), "title"),
        (changed(f"{FIRST}.more", 1), f"{FIRST}.more"),
        (changed(f"{FIRST}.factors.0.weight", "4"), f"{FIRST}.factors.0.weight"),
        (changed(f"{FIRST}.factors.0.weight", 1_000_001), f"{FIRST}.factors.0.weight"),
        (changed(f"{FIRST}.from", "2024-13-01"), f"{FIRST}.from"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(text, where):
    with pytest.raises(RuleInputError) as refused:
        load_benchmark(text)
    assert refused.value.where == where


GRADED = st.tuples(*[st.integers(0, most) for most in HEAVIEST])
CASES = st.builds(
    facts,
    GRADED,
    st.lists(st.integers(1, 8), min_size=1, max_size=3).map(tuple),
    st.lists(st.sampled_from(Lenient), max_size=2).map(tuple),
    st.lists(st.sampled_from(Aggravated), max_size=2).map(tuple),
)
ORDER = tuple(Severity)


def weight(proposal):
    """What orders two proposals: the severity, then where the band begins."""
    begin = 0 if proposal.band is None else proposal.band.from_
    return ORDER.index(proposal.severity), begin


@settings(max_examples=200, deadline=None)
@given(CASES, st.integers(0, 5))
def test_a_worse_grade_never_lightens(case, place):
    grades = [one.grade for one in case.grades]
    grades[place] = min(grades[place] + 1, HEAVIEST[place])
    worse = tuple(GradedFactor(i, grade) for i, grade in enumerate(grades, 1))
    before, after = propose(case, CONTEXT), propose(replace(case, grades=worse), CONTEXT)
    assert after.score >= before.score
    assert weight(after) >= weight(before)


@settings(max_examples=200, deadline=None)
@given(CASES, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(case, random):
    def mixed(values):
        values = list(values) * 2
        random.shuffle(values)
        return tuple(values)

    names = ("conduct", "grades", "lenient", "aggravated")
    shuffled = replace(case, **{name: mixed(getattr(case, name)) for name in names})
    assert propose(shuffled, CONTEXT).as_json() == propose(case, CONTEXT).as_json()


@settings(max_examples=200, deadline=None)
@given(CASES)
def test_what_is_proposed_is_lawful_and_never_an_order(case):
    found = propose(case, CONTEXT)
    assert found.binding is False
    assert {finding.level for finding in found.findings} == {Level.INFO}
    assert found.outcome.verdict is Verdict.ALLOWED
    unmoved = propose(replace(case, lenient=(), aggravated=()), CONTEXT)
    assert found.severity == unmoved.severity
    if found.severity is MINOR:
        assert found.band is None and not set(case.conduct) & {1, 2, 3, 4, 5}
        return
    most = found.band.from_ + 1000 if found.band.to is None else found.band.to
    for months in {found.band.from_, most}:
        given_ = (MeasureFact(5, months=months), MeasureFact(13))
        made = SanctionFacts(ON, case.conduct, given_, severity=found.severity)
        assert check_sanctions(made, CONTEXT).lawful
        assert departure(found, made, CONTEXT) == ()


ASKED = {
    "on": "2024-08-01",
    "conduct": [1],
    "grades": [{"item": i, "grade": 1} for i in range(1, 7)],
    "lenient": ["admitted_and_pledged"],
    "severity": "major",
    "measures": [{"item": 5, "years": 2}, {"item": 13}],
}


def test_the_command_answers_with_the_benchmark_named():
    done = run("propose-severity", "--benchmark", str(EXAMPLE), given=json.dumps(ASKED))
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    ProposalOutput.model_validate_json(done.stdout)
    assert (found["severity"], found["score"], found["most"]) == ("major", 17, 46)
    assert found["band"] == {"from": 1, "to": 12}
    assert found["binding"] is False
    assert found["benchmark"] == {
        "organisation": "山东示例大学",
        "title": "山东示例大学科研失信行为处理裁量基准（示例）",
        "version": "2024年版",
    }
    assert [one["code"] for one in found["departures"]] == ["departs_from_band"]
    assert found["reasons"][0]["clause"] == "第四条第一项"
    assert found["readings"] == []


def test_the_command_without_a_benchmark_proposes_nothing():
    text = json.dumps(ASKED).encode()
    found = answer(COMMANDS["propose-severity"], text, Options(True, ON))
    assert (found["severity"], found["departures"]) == (None, [])


def test_the_command_names_a_benchmark_it_cannot_use(tmp_path: Path):
    path = tmp_path / "benchmark.json"
    path.write_bytes(changed(f"{FIRST}.thresholds.serious", 1))
    done = run("propose-severity", "--benchmark", str(path), given=json.dumps(ASKED))
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["error"]["where"] == f"{FIRST}.thresholds.serious"


def names(value):
    """Every field of a JSON value, at any depth."""
    if isinstance(value, list):
        return {name for one in value for name in names(one)}
    if isinstance(value, dict):
        return set(value) | names(list(value.values()))
    return set()


def test_the_page_explains_every_field_of_the_file_and_of_the_answer():
    page = (ROOT / "docs" / "discretion-benchmark.md").read_text(encoding="utf-8")
    fields = names(json.loads(EXAMPLE.read_text(encoding="utf-8"))) | set(
        ProposalOutput.model_fields
    )
    assert {name for name in fields if f"`{name}`" not in page} == set()
