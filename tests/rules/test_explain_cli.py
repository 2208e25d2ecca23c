"""``--explain`` and ``--why-not`` on the command line, for every command."""

import json
from datetime import date

import pytest

from rules.arguments import Request
from rules.edge.commands import COMMANDS, Options, explained
from rules.edge.explain import ExplainedOutput
from rules.edge.files import frame
from rules.errors import UnknownCode
from tests.rules.ask import TODAY, ask, run
from tests.rules.weighing import EXAMPLE

BELOW = {"on": "2024-07-01", "conduct": [1], "severity": "minor", "measures": [{"item": 1}]}
ASKED = {
    "check-sanctions": BELOW,
    "due-date": {"rule": "investigation", "start": "2026-01-15", "extension_months": 7},
    "check-complaint": {
        "respondent_identified": False,
        "within_scope": True,
        "facts_stated": True,
        "checkable_lead": True,
        "competent": True,
        "on": "2025-01-01",
    },
    "check-appeal": {
        "level": 1,
        "served": "2026-02-10",
        "lodged": "2026-03-20",
        "appellant": "respondent",
        "reasons": True,
        "evidence_or_leads": True,
    },
    "submission-route": {
        "decided_by": "local",
        "measures": [{"item": 5, "years": 3}],
        "effective": "2026-03-02",
    },
    "find-jurisdiction": {
        "respondent": {"kind": "person", "is_head": True, "unit": "甲大学"},
        "on": "2025-01-01",
    },
    "propose-severity": {"on": "2026-03-02", "conduct": [1], "grades": []},
    "check-integrity": {
        "on": "2026-03-02",
        "kind": "person",
        "purpose": "plan_project",
        "decisions": [{"effective": "2025-07-01", "measures": [{"item": 5, "years": 3}]}],
    },
    "check-tolerance": {"on": "2026-03-02", "goal_missed": False, "cause": "market_risk"},
}
FORCED = {
    "check-sanctions": "因认定的情节为较轻，且认定了第二条第一项情形：第三十二条：",
    "due-date": "因延长的月数为7：第二十五条：",
    "check-complaint": "因「有无明确的举报对象」为否：第十二条第一项：",
    "check-appeal": "因申诉层级为1，且送达（告知）日期为2026年2月10日，",
    "submission-route": "因给予了第五项措施（3年），且没有第十三项措施：第二十九条：",
    "find-jurisdiction": "因「是否单位负责人」为是，且所在单位为「甲大学」，",
    "propose-severity": "依所列事实：第三十条：没有适用的裁量基准，",
    "check-integrity": (
        "因生效日期为2025年7月1日，且给予了第五项措施（3年），且决定的状态为生效："
        "《关于进一步加强科研诚信建设的若干意见》（十）："
    ),
    "check-tolerance": (
        "因原因为市场风险，且没有已附证明材料的条件「cause」："
        "《山东省科技计划项目监督管理办法》第三十二条："
    ),
}


def told(command, given, **options):
    text = json.dumps(given).encode()
    return explained(COMMANDS[command], text, Options(False, TODAY, **options))


@pytest.mark.parametrize("command", ASKED)
def test_every_command_says_why(command):
    found = told(command, ASKED[command], explain=True, why_not="")
    plain = ask(command, ASKED[command], days=False)
    assert {name: found[name] for name in plain} == json.loads(json.dumps(plain))
    assert found["explanations"][0]["sentence"].startswith(FORCED[command])
    more = {name: found[name] for name in ("explanations", "why_not")}
    ExplainedOutput.model_validate_json(json.dumps(more))
    assert set(found) == {*plain, *more}


def test_only_what_is_asked_is_added():
    plain = set(ask("check-sanctions", BELOW))
    assert set(told("check-sanctions", BELOW, explain=True)) - plain == {"explanations"}
    assert set(told("check-sanctions", BELOW, why_not="major")) - plain == {"why_not"}


def test_a_target_the_command_does_not_have():
    with pytest.raises(UnknownCode):
        told("check-complaint", ASKED["check-complaint"], why_not="major")


def test_the_command_line():
    given = json.dumps(BELOW)
    done = run("check-sanctions", "--explain", "--why-not=serious", given=given)
    found = json.loads(done.stdout)
    assert (done.returncode, found["why_not"]["target"]) == (0, "serious")
    assert found["explanations"][0]["causes"][0][0]["place"] == "severity"
    change = found["why_not"]["sets"][0]["changes"][1]
    assert (change["place"], change["from"], change["to"]) == ("severity", "minor", "serious")
    usual = json.loads(run("check-sanctions", "--why-not", given=given).stdout)
    assert usual["why_not"]["target"] == "lawful"
    refused = run("check-sanctions", "--why-not=milder", given=given)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert json.loads(refused.stderr)["error"]["where"] == "why_not"


def test_days_are_listed_once_and_not_asked_for_again():
    text = json.dumps(ASKED["due-date"]).encode()
    options = Options(True, date(2026, 11, 23), explain=True)
    assert "days" in explained(COMMANDS["due-date"], text, options)


def test_where_a_decision_departs_from_what_is_proposed_is_explained_as_well():
    given = {
        "on": "2024-08-01",
        "conduct": [1],
        "lenient": ["admitted_and_pledged"],
        "severity": "major",
        "grades": [{"item": item, "grade": 1} for item in range(1, 7)],
        "measures": [{"item": 5, "years": 2}, {"item": 13}],
    }
    held = frame(Request("propose-severity", benchmark=str(EXAMPLE)))
    found = told("propose-severity", given, explain=True, frame=held)
    (departure,) = found["departures"]
    assert [one["finding"]["code"] for one in found["explanations"]][-1] == departure["code"]
    assert len(found["explanations"]) == len(found["reasons"]) + 1
