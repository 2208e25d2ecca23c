"""Filing and jurisdiction: facts that cannot be, each with its words and its place."""

from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.errors import RuleInputError
from rules.filing import LOCAL, STATE_COUNCIL, FilingFacts, submission_route
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.sanctions import MeasureFact

CONTEXT = default_context()
DAY, BEFORE = date(2026, 3, 2), date(2026, 3, 1)
BANNED = (MeasureFact(5, years=3), MeasureFact(13))


def filed(decided_by=LOCAL, **days):
    facts = FilingFacts(decided_by=decided_by, effective=DAY, measures=BANNED, **days)
    return submission_route(facts, CONTEXT)


def found(kind=RespondentKind.PERSON, matter=None, domain=None, **party):
    facts = JurisdictionFacts(Party(kind, **party), matter or Matter(), domain=domain)
    return find_jurisdiction(facts, DAY, CONTEXT)


PAPER = Matter("paper", (Author("甲"),), corresponding=("甲", "乙"))
ORGANISATION = RespondentKind.ORGANISATION
HEAD = "单位不能是单位负责人或学生"
CANNOT_BE = [
    (filed, {"decided_by": "province"}, "决定作出单位没有“province”", "decided_by"),
    (
        filed,
        {"received_by_province": BEFORE},
        "省级收到的日期早于决定生效的日期",
        "received_by_province",
    ),
    (
        filed,
        {"received_by_province": DAY, "completed_by_province": BEFORE},
        "补正完成的日期早于省级收到的日期",
        "completed_by_province",
    ),
    (
        filed,
        {"completed_by_province": DAY},
        "写明了补正完成的日期，还应写明省级收到的日期",
        "completed_by_province",
    ),
    (found, {"kind": "dog"}, "被调查人类别没有“dog”", "respondent.kind"),
    (found, {"domain": "arts"}, "领域没有“arts”", "domain"),
    (found, {"matter": Matter("poem")}, "事项类别没有“poem”", "matter.kind"),
    (found, {"kind": ORGANISATION, "is_head": True}, HEAD, "respondent"),
    (found, {"kind": ORGANISATION, "student_of": "甲大学"}, HEAD, "respondent"),
    (found, {"matter": PAPER}, "通讯作者“乙”不在作者之列", "matter.corresponding.1"),
]


@pytest.mark.parametrize(("ask", "facts", "message", "where"), CANNOT_BE)
def test_what_cannot_be_is_named_with_its_place(ask, facts, message, where):
    with pytest.raises(RuleInputError) as refused:
        ask(**facts)
    error = refused.value.as_json()["error"]
    assert (error["message"], error["where"]) == (message, where)


def test_days_that_fall_together_are_no_contradiction():
    same = {"received_by_province": DAY, "completed_by_province": DAY}
    assert filed(**same).required
    assert filed(STATE_COUNCIL).required
