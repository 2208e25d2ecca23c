"""Looking after units: what a registration must hold, the tree, the powers (Art 10, 26, 36)."""

from dataclasses import replace

import pytest

from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.models import Event, Level, Organisation, OrganisationKind
from accounts.refusals import Conflict, NotYours, Refused
from accounts.selectors.administration import record_of, tree
from accounts.services.organisations import (
    OrganisationData,
    add_organisation,
    amend_organisation,
    set_powers,
)
from fixtures.demo.units import EDUCATION, SCIENCE, UNIVERSITY, UNIVERSITY_2, credit_code

pytestmark = pytest.mark.django_db

INSTITUTE = OrganisationData(
    name="示例海洋研究所",
    prefix="示海科诚",
    kind=OrganisationKind.INSTITUTE.value,
    credit_code=credit_code("1237000000000021"),
    office="科研诚信办公室",
)


def as_registered(unit: Organisation) -> OrganisationData:
    return OrganisationData(
        **{name: getattr(unit, name) for name in OrganisationData.__dataclass_fields__}
    )


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.outcome.errors]


def test_a_registered_unit_stands_below_its_superior_and_on_the_record(cast):
    above = cast.unit(EDUCATION)
    made = add_organisation(
        actor=cast.actor("sysadmin"), data=replace(INSTITUTE, superior_id=above.pk)
    )
    names = [(branch.organisation.name, branch.superior) for branch in tree()]
    assert (made.name, EDUCATION) in names
    assert [line.text for line in record_of(made)] == ["登记单位"]
    assert list(breaches()) == []


@pytest.mark.parametrize("name", ["officer", "head", "province", "auditor"])
def test_to_everybody_else_there_is_no_such_thing(cast, name):
    with pytest.raises(NotYours):
        add_organisation(actor=cast.actor(name), data=INSTITUTE)
    with pytest.raises(NotYours):
        set_powers(
            actor=cast.actor(name), organisation_id=cast.unit(UNIVERSITY).pk, powers={4: "规章"}
        )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"credit_code": "12370000000000001X"}, "credit_code_wrong"),
        ({"credit_code": credit_code("1237000000000011")}, "credit_code_taken"),
        ({"name": UNIVERSITY}, "name_taken"),
        ({"prefix": "示大科诚"}, "prefix_taken"),
        ({"office": "　"}, "office_missing"),
        ({"reply_working_days": 0}, "reply_days_wrong"),
        ({"kind": "ministry"}, "kind_unknown"),
        ({"superior_id": 999_999}, "superior_unknown"),
        ({"name": " "}, "name_missing"),
    ],
)
def test_what_cannot_be_right_is_refused(cast, changes, code):
    with pytest.raises(Refused) as refused:
        add_organisation(actor=cast.actor("sysadmin"), data=replace(INSTITUTE, **changes))
    assert codes(refused) == [code]
    assert not Organisation.objects.filter(prefix=INSTITUTE.prefix).exists()


def test_the_office_is_asked_for_with_article_10(cast):
    with pytest.raises(Refused) as refused:
        add_organisation(actor=cast.actor("sysadmin"), data=replace(INSTITUTE, office=""))
    assert refused.value.outcome.errors[0].citation.place == "第十条"


def test_a_province_has_one_science_department_to_file_with(cast):
    second = replace(
        INSTITUTE,
        kind=OrganisationKind.SCIENCE_DEPARTMENT.value,
        level=Level.PROVINCE.value,
        province=cast.unit(SCIENCE).province,
    )
    with pytest.raises(Refused) as refused:
        add_organisation(actor=cast.actor("sysadmin"), data=second)
    assert codes(refused) == ["second_science_department"]
    assert refused.value.outcome.errors[0].citation.place == "第三十六条"
    elsewhere = replace(second, province="河南省")
    assert add_organisation(actor=cast.actor("sysadmin"), data=elsewhere).pk


def test_nobody_is_their_own_superior_however_far_up(cast):
    above, below = cast.unit(EDUCATION), cast.unit(UNIVERSITY)
    for superior in (above, below):
        with pytest.raises(Refused) as refused:
            amend_organisation(
                actor=cast.actor("sysadmin"),
                organisation_id=above.pk,
                data=replace(as_registered(above), superior_id=superior.pk),
            )
        assert codes(refused) == ["superior_circle"]


def test_an_amendment_names_what_changed(cast):
    unit = cast.unit(UNIVERSITY)
    data = replace(as_registered(unit), telephone="0531-12345678", reply_working_days=7)
    amend_organisation(actor=cast.actor("sysadmin"), organisation_id=unit.pk, data=data)
    unit.refresh_from_db()
    assert (unit.telephone, unit.reply_working_days) == ("0531-12345678", 7)
    assert record_of(unit)[0].text == "修改单位信息：陈述申辩期（工作日）、电话"
    assert list(breaches()) == []


def test_saving_without_a_change_leaves_no_line(cast):
    unit = cast.unit(UNIVERSITY)
    before = position(unit.chain)
    data = as_registered(unit)
    amend_organisation(actor=cast.actor("sysadmin"), organisation_id=unit.pk, data=data)
    powers = {power.measure: power.basis for power in unit.powers.all()}
    set_powers(actor=cast.actor("sysadmin"), organisation_id=unit.pk, powers=powers)
    assert position(unit.chain) == before


def test_whoever_was_overtaken_sees_what_changed(cast):
    unit = cast.unit(UNIVERSITY)
    seen = position(unit.chain)
    set_powers(actor=cast.actor("sysadmin"), organisation_id=unit.pk, powers={1: "章程"}, seen=seen)
    data = replace(as_registered(unit), telephone="1")
    with pytest.raises(Conflict) as conflict:
        amend_organisation(
            actor=cast.actor("sysadmin"), organisation_id=unit.pk, data=data, seen=seen
        )
    assert [event.name for event in conflict.value.since] == ["organisation.powers_set"]


def test_the_powers_are_those_listed_each_with_its_basis(cast):
    unit = cast.unit(UNIVERSITY_2)
    wanted = {2: "本校科研诚信管理办法第九条", 13: "鲁科字〔2024〕84号"}
    set_powers(actor=cast.actor("sysadmin"), organisation_id=unit.pk, powers=wanted)
    assert {power.measure: power.basis for power in unit.powers.all()} == wanted
    assert Event.objects.filter(chain=unit.chain).last().data == {
        "powers": {"2": "本校科研诚信管理办法第九条", "13": "鲁科字〔2024〕84号"}
    }
    assert list(breaches()) == []


@pytest.mark.parametrize(
    ("powers", "code"), [({15: "规章"}, "measure_unknown"), ({5: "  "}, "basis_missing")]
)
def test_a_power_without_a_measure_or_a_basis_is_none(cast, powers, code):
    unit = cast.unit(UNIVERSITY)
    before = unit.powers.count()
    with pytest.raises(Refused) as refused:
        set_powers(actor=cast.actor("sysadmin"), organisation_id=unit.pk, powers=powers)
    assert codes(refused) == [code]
    assert refused.value.outcome.errors[0].citation.place == "第二十六条"
    assert unit.powers.count() == before
