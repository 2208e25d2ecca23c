"""The examples outside programs were promised, letter by letter, through ``python -m rules``.

Each is copied as text; the answer must hold every key shown with the value shown.  One departs from
its own example: the decision asked about is both lenient and aggravated, for which the rule below
it promises the info ``both_directions``, while the example shows no finding.  The rule is kept, and
with it the reading it rests on.
"""

import json

import pytest

from rules.law import cite_annex
from tests.rules.ask import ask, holds, run

SANCTIONS = """
{"on": "2024-07-01", "respondent": {"kind": "person", "party_member": false,
 "public_servant": false}, "conduct": [1, 4], "article_31": false, "severity": "serious",
 "factors": [1, 3], "lenient": ["corrected_beforehand"], "aggravated": ["repeated_or_multiple"],
 "mitigated": false, "powers": null, "involves": ["project"], "suspected_crime": false,
 "measures": [{"item": 5, "years": 3}, {"item": 9, "years": 5}, {"item": 13}, {"item": 2}]}
"""
JUDGED = """
{"lawful": true, "floor": "major", "consistent": ["serious"], "required": [13], "permitted": [2,
 4, 5, 6, 7, 8, 9, 10, 12, 13], "term": {"over": null, "from": 3, "to": 5, "under": null},
 "follow_up": ["terminate_pending_applications", "report_to_register", "notify_funders"],
 "readings": [], "findings": []}
"""
CLOCK = """
{"rule": "investigation", "start": "2026-01-15", "suspensions": [["2026-03-01", "2026-03-31"]],
 "extension_months": 2}
"""
DUE = """
{"due": "2026-10-15", "earliest": "2026-10-15", "latest": "2026-10-15", "provisional": false,
 "hard": true, "findings": []}
"""
KEYS = [
    "due",
    "earliest",
    "latest",
    "provisional",
    "hard",
    "citation",
    "findings",
    "readings",
    "days",
    "calendar",
]
COMPLAINT = """
{"respondent_identified": true, "within_scope": true, "within_annex": null,
 "facts_stated": true, "evidence": false, "checkable_lead": true, "repeats_earlier": false,
 "decision_in_effect": false, "new_evidence_or_lead": false, "competent": true}
"""
APPEAL = """
{"level": 1, "served": "2026-02-10", "received": "2026-02-10", "lodged": "2026-03-09",
 "appellant": "respondent", "reasons": true, "evidence_or_leads": true,
 "sufficient_evidence": false, "same_facts_and_reasons": false, "only_dissatisfied": false}
"""
ADMITTED = """
{"advice": "admit", "in_time": true, "last_day": "2026-03-09", "earliest": "2026-03-09",
 "latest": "2026-03-09", "findings": []}
"""
DECISION = """
{"decided_by": "local", "superior_is_province": false, "measures": [{"item": 13}],
 "effective": "2026-03-02", "received_by_province": null}
"""
ROUTE = """
{"required": true, "steps": [{"from": "deciding_unit", "to": ["superior",
 "provincial_department"], "documents": ["decision", "investigation_report"],
 "due": "2026-03-16"}, {"from": "provincial_department", "to": ["national_system", "most"],
 "documents": ["record", "decision", "investigation_report"], "due": null}], "findings": []}
"""
PARTIES = """
{"respondent": {"kind": "person", "is_head": false, "unit": "甲大学", "student_of": null,
 "superior": "教育厅", "locality_department": "科技厅", "locality_social_body": null,
 "former_units": ["乙学院"]}, "military": false, "domain": "natural", "matter": {"kind": "paper",
 "authors": [{"name": "甲", "affiliations": ["甲大学", "丙院"], "present_unit": "甲大学"}],
 "corresponding": ["甲"], "journal": null, "participants": []}, "public_concern": false,
 "several_departments": false}
"""
COMPETENT = """
{"candidates": [{"organisation": "甲大学", "role": "lead"}, {"organisation": "乙学院",
 "role": "cooperates"}], "conflict": false, "findings": []}
"""
CITED = """
{"instrument": "国科发监〔2022〕221号", "article": 32, "paragraph": null, "item": 3, "annex": null}
"""
FINDING = {"level", "code", "message", "citation", "reading"}


def answered(command, text):
    """The answer of the process, and nothing on standard error."""
    done = run(command, given=text)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_check_sanctions():
    found, shown = answered("check-sanctions", SANCTIONS), json.loads(JUDGED)
    assert list(found) == list(shown)
    for key in ("lawful", "floor", "consistent", "required", "permitted", "term", "follow_up"):
        assert found[key] == shown[key], key
    assert [(f["level"], f["code"]) for f in found["findings"]] == [("info", "both_directions")]
    assert found["readings"] == ["G12"]


def test_check_sanctions_in_one_direction_alone_is_the_example_to_the_letter():
    given = json.loads(SANCTIONS)
    del given["lenient"]
    assert ask("check-sanctions", given) == json.loads(JUDGED)


def test_due_date():
    found = answered("due-date", CLOCK)
    assert list(found) == KEYS and holds(found, json.loads(DUE))
    assert set(found["citation"]) == {"instrument", "article", "paragraph", "item", "annex", "text"}
    assert (found["citation"]["article"], found["readings"]) == (25, ["G1", "civil_code_months"])
    assert all(set(day) == {"date", "counted", "why"} for day in found["days"])
    assert found["days"][-1] == {"date": "2026-10-15", "counted": True, "why": "工作日"}


def test_due_date_names_the_saturday_of_its_example():
    found = ask("due-date", {"rule": "report_upward", "start": "2026-09-11"})
    assert {"date": "2026-09-19", "counted": False, "why": "周六"} in found["days"]


def test_check_complaint():
    found = answered("check-complaint", COMPLAINT)
    assert list(found) == ["advice", "grounds", "findings"]
    assert (found["advice"], found["findings"]) == ("accept", [])


def test_check_appeal():
    assert answered("check-appeal", APPEAL) == json.loads(ADMITTED)


def test_submission_route():
    found = answered("submission-route", DECISION)
    assert list(found) == ["required", "steps", "findings"] and holds(found, json.loads(ROUTE))
    assert [s["citation"]["article"] for s in found["steps"]] == [36, 36]
    keys = ["from", "to", "documents", "due", "citation"]
    assert [list(step) for step in found["steps"]] == [keys, keys]


def test_find_jurisdiction():
    found = answered("find-jurisdiction", PARTIES)
    assert list(found) == ["candidates", "conflict", "findings"]
    assert holds(found, json.loads(COMPETENT))
    keys = ["organisation", "role", "citation"]
    assert [list(one) for one in found["candidates"]] == [keys, keys]


def test_a_citation_and_a_finding():
    low = {
        "on": "2024-07-01",
        "conduct": [1],
        "severity": "serious",
        "measures": [{"item": 5, "years": 2}, {"item": 13}],
    }
    (finding,) = ask("check-sanctions", low)["findings"]
    assert set(finding) == FINDING and holds(finding["citation"], json.loads(CITED))
    assert "3至5年" in finding["citation"]["text"]


def test_a_place_of_the_annex():
    assert cite_annex(2, 9).as_json()["annex"] == {"list": 2, "item": 9}


def test_an_error():
    done = run("check-appeal", given='{"level": 3}')
    assert (done.returncode, done.stdout) == (2, "")
    problem = json.loads(done.stderr)
    assert list(problem) == ["error"] and list(problem["error"]) == ["code", "message", "where"]


@pytest.mark.parametrize("command", ["check-sanctions", "due-date"])
def test_the_schema_has_the_shapes_of_input_and_output(command):
    shapes = json.loads(run("schema", command).stdout)
    assert {"input", "output"} <= set(shapes)
