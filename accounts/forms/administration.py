"""Forms about units: what is registered, and which measures each may impose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from accounts.forms.base import OfficeForm
from accounts.models import Level, Organisation, OrganisationKind
from accounts.services.organisations import MEASURES, OFFICE, POWERS, OrganisationData
from rules.codes import MEASURES as WORDS
from rules.numerals import numeral
from rules.outcome import Citation


@dataclass(frozen=True, slots=True)
class PowerLine:
    """A power as a page shows it, with the words of the measure."""

    item: str
    words: str
    basis: str


def power_lines(organisation: Organisation) -> list[PowerLine]:
    """The powers of a unit in the order of the law."""
    return [
        PowerLine(f"（{numeral(power.measure)}）", WORDS[power.measure].label, power.basis)
        for power in organisation.powers.all()
    ]


class DayField(forms.DateField):
    """A day, in the browser's own date field."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        kwargs.setdefault("error_messages", {"invalid": "日期要写成2026-12-09这样的形式。"})
        super().__init__(**kwargs)


class ManageForm(OfficeForm):
    """A form of the administration; ``seen`` is how far its page had read the record.

    ``places`` says which field a refusing finding belongs to, ``citations`` stand above the fields.
    """

    citations: ClassVar[tuple[Citation, ...]] = ()
    places: ClassVar[Mapping[str, str]] = {}

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def see(self, position: int) -> None:
        """Carry on from the present end of the record, whatever was sent."""
        self.initial["seen"] = position
        if self.is_bound:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = str(position)


class ConfirmForm(ManageForm):
    """Nothing to fill in: the button says it all."""


class OrganisationForm(ManageForm):
    """What is registered of a unit."""

    citations = (OFFICE,)
    places = {
        "name_missing": "name",
        "name_taken": "name",
        "prefix_missing": "prefix",
        "prefix_taken": "prefix",
        "province_missing": "province",
        "credit_code_wrong": "credit_code",
        "credit_code_taken": "credit_code",
        "kind_unknown": "kind",
        "second_science_department": "kind",
        "superior_unknown": "superior_id",
        "superior_circle": "superior_id",
        "office_missing": "office",
        "reply_days_wrong": "reply_working_days",
    }

    name = forms.CharField(label="单位名称", max_length=120)
    prefix = forms.CharField(
        label="文号代字", max_length=12, help_text="文书编号用的简称，如「示大科诚」。"
    )
    kind = forms.ChoiceField(label="类别", choices=[("", "请选择"), *OrganisationKind.choices])
    level = forms.ChoiceField(label="层级", choices=Level.choices)
    credit_code = forms.CharField(
        label="统一社会信用代码", max_length=18, help_text="18位，末位是校验码，填错会指出来。"
    )
    superior_id = forms.TypedChoiceField(
        label="上级主管部门",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="复核、汇交都依它确定。",
    )
    province = forms.CharField(label="所在省份", max_length=20, initial="山东省")
    office = forms.CharField(
        label="承担调查处理职责的机构",
        max_length=60,
        initial="科研诚信办公室",
        help_text="负责登记、受理、调查、处理、复查等工作的部门。",
    )
    address = forms.CharField(label="地址", max_length=200, required=False)
    telephone = forms.CharField(label="电话", max_length=40, required=False)
    reply_working_days = forms.IntegerField(
        label="陈述申辩期（工作日）",
        min_value=1,
        max_value=90,
        initial=5,
        help_text="条文没有写天数，由本单位规定；从告知书送达的次日起算。",
        error_messages={"min_value": "至少1个工作日。", "max_value": "最多90个工作日。"},
    )

    def __init__(self, *args: Any, subject: Organisation | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Organisation.objects.exclude(pk=subject.pk if subject else 0)
        field: Any = self.fields["superior_id"]
        field.choices = [("", "没有"), *others.values_list("pk", "name")]

    def registered(self) -> OrganisationData:
        """The sent values for the service."""
        values = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return OrganisationData(**values)


class PowersForm(ManageForm):
    """A line for each of the fourteen measures: its basis, or nothing where there is no power."""

    citations = (POWERS,)

    def __init__(self, *args: Any, subject: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {power.measure: power.basis for power in subject.powers.all()}
        for measure in MEASURES:
            name = f"basis_{measure}"
            self.fields[name] = forms.CharField(
                label=f"（{numeral(measure)}）{WORDS[measure].label}",
                max_length=200,
                required=False,
            )
            self.initial.setdefault(name, held.get(measure, ""))

    def lines(self) -> Iterator[BoundField]:
        """The fourteen fields in the order of the law."""
        return (self[f"basis_{measure}"] for measure in MEASURES)

    def powers(self) -> dict[int, str]:
        """The measures for which a basis was given."""
        given = ((m, self.cleaned_data[f"basis_{m}"].strip()) for m in MEASURES)
        return {measure: basis for measure, basis in given if basis}
