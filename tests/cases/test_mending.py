"""The smallest lawful change, for proposals that the rules refuse."""

from dataclasses import replace

import pytest

from cases.models import Respondent
from cases.services.judging import Proposal, judge
from cases.services.mending import mend
from rules.sanctions import MeasureFact
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db


@pytest.fixture
def respondent() -> Respondent:
    with w.on(w.TODAY):
        return d.determined(w.build())


def proposal(severity: str, *measures: MeasureFact) -> Proposal:
    return replace(d.LAWFUL, severity=severity, measures=measures)


PROPOSALS = [
    # the journey of the unlawful ban
    (
        proposal("minor", MeasureFact(2), MeasureFact(5, years=5)),
        ("情节改为情节严重", "勾选（十三）记入数据库"),
    ),
    # the form of the mock: 3 years are not within 3年以内; changing the severity costs no more
    (
        proposal("major", MeasureFact(5, years=3), MeasureFact(13)),
        ("（五）的期限3年改为不满3年",),
    ),
    (
        proposal("serious", MeasureFact(7, years=6), MeasureFact(9, years=4), MeasureFact(13)),
        ("（七）的期限6年改为3至5年",),
    ),
    (proposal("serious", MeasureFact(5, years=4)), ("勾选（十三）记入数据库",)),
]


@pytest.mark.parametrize(("proposed", "steps"), PROPOSALS)
def test_the_fewest_steps_are_proposed(
    respondent: Respondent, proposed: Proposal, steps: tuple[str, ...]
) -> None:
    finding = respondent.findings.get()
    found = mend(respondent, finding, proposed)
    assert found is not None
    assert found.steps == steps
    assert judge(respondent, finding, found.proposal).sanctions.lawful


def test_what_is_lawful_is_not_mended(respondent: Respondent) -> None:
    assert mend(respondent, respondent.findings.get(), d.LAWFUL) is None


def test_nothing_is_chosen_for_a_person(respondent: Respondent) -> None:
    assert mend(respondent, respondent.findings.get(), proposal("serious")) is None


def test_what_lies_beyond_the_power_is_left_to_another(respondent: Respondent) -> None:
    respondent.case.organisation.powers.filter(measure=8).delete()
    proposed = proposal("serious", MeasureFact(2), MeasureFact(8))
    found = mend(respondent, respondent.findings.get(), proposed)
    assert found is not None
    assert found.steps == ("去掉（八），另向有权限的单位提出建议",)
