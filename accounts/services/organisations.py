"""Registering and amending units, and the measures each may impose."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts import events
from accounts.actors import Actor
from accounts.models import Level, Organisation, OrganisationKind, Power
from accounts.models.organisations import validate_credit_code
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from rules.law import N221, cite
from rules.outcome import Finding, error

OFFICE = cite(N221, 10, "应明确本单位承担调查处理职责的机构")
POWERS = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
ONE_PER_PROVINCE = cite(N221, 36, "所在地省级科技行政部门")
MEASURES = range(1, 15)
UNIQUE = {
    "name": ("name_taken", "已经登记了同名的单位。"),
    "prefix": ("prefix_taken", "这个文号代字已有单位在用，文号会重复。"),
    "credit_code": ("credit_code_taken", "这个统一社会信用代码已经登记过，一个单位只登记一次。"),
}


@dataclass(frozen=True, slots=True)
class OrganisationData:
    """What is registered of a unit; ``reply_working_days``: the period for a statement (G3)."""

    name: str
    prefix: str
    kind: str
    credit_code: str
    level: str = Level.UNIT.value
    superior_id: int | None = None
    province: str = "山东省"
    office: str = ""
    address: str = ""
    telephone: str = ""
    reply_working_days: int = 5


@transaction.atomic
def add_organisation(*, actor: Actor, data: OrganisationData) -> Organisation:
    """Register a unit. Refused for a code that cannot be right, a doubled name, no office."""
    require("administration.manage", actor)
    return enter_organisation(actor=actor, data=data)


def enter_organisation(*, actor: Actor, data: OrganisationData) -> Organisation:
    """The same in the caller's transaction, whoever asks: for the first administrator."""
    _check(data, None)
    organisation = Organisation.objects.create(**asdict(data))
    events.record("organisation.added", actor=actor, subject=organisation)
    return organisation


@transaction.atomic
def amend_organisation(
    *, actor: Actor, organisation_id: int, data: OrganisationData, seen: int | None = None
) -> Organisation:
    """Change what is registered of a unit; the event names the fields that changed."""
    require("administration.manage", actor)
    # The whole tree, in one order: two moves at once could close a circle that neither sees.
    list(Organisation.objects.select_for_update().order_by("pk"))
    organisation = locked(Organisation, organisation_id)
    unchanged_since(organisation.chain, seen)
    _check(data, organisation)
    changed = [n for n, value in asdict(data).items() if getattr(organisation, n) != value]
    if changed:
        for name in changed:
            setattr(organisation, name, getattr(data, name))
        organisation.save()
        events.record(
            "organisation.amended", actor=actor, subject=organisation, changed=sorted(changed)
        )
    return organisation


@transaction.atomic
def set_powers(
    *, actor: Actor, organisation_id: int, powers: Mapping[int, str], seen: int | None = None
) -> Organisation:
    """Say which measures of Art 29 a unit may impose, each with its basis (Art 26)."""
    require("administration.manage", actor)
    organisation = locked(Organisation, organisation_id)
    unchanged_since(organisation.chain, seen)
    findings = list(_wrong_powers(powers))
    if findings:
        raise Refused.because(*findings)
    wanted = {measure: basis.strip() for measure, basis in powers.items()}
    held = {power.measure: power for power in organisation.powers.all()}
    if wanted == {measure: power.basis for measure, power in held.items()}:
        return organisation
    organisation.powers.exclude(measure__in=wanted).delete()
    for measure, basis in wanted.items():
        Power.objects.update_or_create(
            organisation=organisation, measure=measure, defaults={"basis": basis}
        )
    events.record(
        "organisation.powers_set",
        actor=actor,
        subject=organisation,
        powers={str(measure): basis for measure, basis in sorted(wanted.items())},
    )
    return organisation


def _wrong_powers(powers: Mapping[int, str]) -> Iterator[Finding]:
    for measure, basis in powers.items():
        if measure not in MEASURES:
            yield error("measure_unknown", "第二十九条只有十四项处理措施。", POWERS)
        elif not basis.strip():
            yield error("basis_missing", f"第{measure}项处理措施的权限要写明依据。", POWERS)


def _check(data: OrganisationData, itself: Organisation | None) -> None:
    findings = [*_wrong_words(data), *_taken(data, itself), *_wrong_place(data, itself)]
    if findings:
        raise Refused.because(*findings)


def _wrong_words(data: OrganisationData) -> Iterator[Finding]:
    for name, words in (("name", "单位名称"), ("prefix", "文号代字"), ("province", "所在省份")):
        if not getattr(data, name).strip():
            yield error(f"{name}_missing", f"请填写{words}。", None)
    if data.kind not in OrganisationKind.values or data.level not in Level.values:
        yield error("kind_unknown", "请选择单位的类别和层级。", None)
    try:
        validate_credit_code(data.credit_code)
    except ValidationError as wrong:
        yield error("credit_code_wrong", wrong.messages[0], None)
    if not data.office.strip():
        yield error("office_missing", "请写明本单位承担调查处理职责的机构。", OFFICE)
    if data.reply_working_days < 1:
        yield error("reply_days_wrong", "陈述申辩期至少1个工作日。", None)


def _taken(data: OrganisationData, itself: Organisation | None) -> Iterator[Finding]:
    others = Organisation.objects.exclude(pk=itself.pk if itself else 0)
    for name, (code, message) in UNIQUE.items():
        if others.filter(**{name: getattr(data, name)}).exists():
            yield error(code, message, None)
    science = OrganisationKind.SCIENCE_DEPARTMENT, Level.PROVINCE
    if (data.kind, data.level) == science and others.filter(
        kind=data.kind, level=data.level, province=data.province
    ).exists():
        message = "本省已有省级科技行政部门，汇交只能送往一个。"
        yield error("second_science_department", message, ONE_PER_PROVINCE)


def _wrong_place(data: OrganisationData, itself: Organisation | None) -> Iterator[Finding]:
    if data.superior_id is None:
        return
    parents = dict(Organisation.objects.values_list("pk", "superior_id"))
    if data.superior_id not in parents:
        yield error("superior_unknown", "没有登记这个上级单位。", None)
    above: int | None = data.superior_id
    while above is not None and itself is not None:
        if above == itself.pk:
            yield error("superior_circle", "上级不能是本单位，也不能是本单位的下级。", None)
            return
        above = parents.get(above)
