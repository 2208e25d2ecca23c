"""The form on which a decision is proposed: severity, fourteen measures with terms, the text."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from accounts import clock
from cases.facts import record_as_stated, terms_as_stated
from cases.forms.moves import DayField, LongText, MoveForm
from cases.forms.sanction_benchmark import grade_fields
from cases.models import Decision, Finding, Respondent, RespondentState
from cases.services.judging import Proposal
from rules.codes import MEASURES, SEVERITIES
from rules.sanctions import MeasureFact

WITH_TERM = (5, 7, 9, 10)
WITH_DETAIL = (10, 14)
# Warnings of the rules, and what is asked when one is passed over.
REASONS: Mapping[str, str] = {
    "lighter_measure_added": "并用情节较轻的措施的理由",
    "other_measure_needs_basis": "其他处理的依据",
    "permanent_needs_basis": "永久禁止、取消的依据",
    "term_not_stated": "不写期限的理由",
    "term_of_10_outside_tier": "（十）的期限超出本档的理由",
    "aggravation_not_reflected": "有从重情形仍取下限的理由",
    "aggravation_overlooked": "同时存在多种行为而不认定从重的理由",
    "same_fact_twice": "同一事实既定档次又从重的理由",
    "unusual_for_organisation": "对单位适用这项措施的理由",
    "exemption_needs_reason": "免予处理的理由",
    "severity_differs": "与认定的情节不同的理由",
}
# Findings of Art 32 that only warn when the decision is a mitigation (Art 40).
OF_THE_TIER = ("term_outside_tier", "measure_not_in_tier", "below_floor", "no_measure")
OF_MITIGATION = dict.fromkeys(OF_THE_TIER, "减轻到第三十二条尺度以外的理由")
LONGEST = 100


class SanctionsForm(MoveForm):
    """A proposal about ``subject``, a respondent with a finding or a decision to draft anew."""

    draft_id = "sanctions"
    mitigated = False

    severity = forms.ChoiceField(
        label="情节", choices=list(SEVERITIES.items()), widget=forms.RadioSelect, required=False
    )
    measure = forms.TypedMultipleChoiceField(
        label="处理措施",
        choices=[(item, code.label) for item, code in MEASURES.items()],
        coerce=int,
        required=False,
        # The summary leads to the first of the rows drawn for it.
        widget=forms.SelectMultiple(attrs={"id": "m1"}),
    )
    facts = LongText(label="认定的事实及证据", required=False, rows=6)
    basis = LongText(label="处理的依据和理由", required=False, rows=5)
    other = LongText(label="其他应载明的内容", required=False, rows=2)
    starts_on = DayField(
        label="期限起算日期",
        required=False,
        initial=None,
        help_text="不填的，期限自处理决定生效之日起算（本单位解读，条文未写明）。",
    )
    register_until = DayField(
        label="记入数据库的届满日期",
        required=False,
        initial=None,
        help_text="第十三项载明的日期；不填的不自动移出，由人判断（省科技厅的解读，条文未写明）。",
    )
    on = DayField(label="拟定日期")

    places = {
        "facts_missing": "facts",
        "basis_missing": "basis",
        "severity_missing": "severity",
        "exempted": "severity",
        "below_floor": "severity",
        "register_missing": "measure",
        "measure_not_in_tier": "measure",
        "term_outside_tier": "measure",
        "no_measure": "measure",
        "beyond_power": "measure",
    }

    def prepare(self) -> None:
        """The fields that depend on the law: terms, details, reasons; and what was found."""
        for item in WITH_TERM:
            self.fields[f"years_{item}"] = forms.CharField(
                required=False, max_length=8, label=f"第{item}项的期限", widget=_term(f"y{item}")
            )
            self.fields[f"permanent_{item}"] = forms.BooleanField(required=False)
        for item in WITH_DETAIL:
            self.fields[f"detail_{item}"] = forms.CharField(
                required=False, max_length=300, label=f"{_mark(item)}的具体内容"
            )
        asked = {**REASONS, **OF_MITIGATION} if self.mitigated else REASONS
        for code, label in asked.items():
            self.fields[f"reason_{code}"] = LongText(label=label, required=False, rows=2)
        self.fields.update(grade_fields(respondent_of(self.subject)))
        self._leave_out_dates()
        reasons = [name for name in self.fields if name.startswith("reason_")]
        self.demand("facts", "basis", *reasons)
        self.initial = {**stored(self.subject), **self.initial}

    def _leave_out_dates(self) -> None:
        """A decision states dates of its own only where a reading lets it."""
        respondent = respondent_of(self.subject)
        case, exempted = respondent.case, respondent.state == RespondentState.EXEMPTED
        if exempted or not terms_as_stated(case):
            del self.fields["starts_on"]
        if exempted or not record_as_stated(case.organisation, clock.today()):
            del self.fields["register_until"]

    def where(self) -> dict[str, str]:
        """The field of each finding: a warning's reason, else the part of the form it is about."""
        asked = {**REASONS, **OF_MITIGATION} if self.mitigated else REASONS
        return {code: f"reason_{code}" for code in asked}

    def clean(self) -> dict[str, Any]:
        """Terms must come out in whole months, and stand on a chosen measure."""
        data = super().clean() or {}
        chosen = set(data.get("measure") or ())
        for item in WITH_TERM:
            try:
                months = months_of(data.get(f"years_{item}", ""))
            except ValidationError as wrong:
                self.add_error(f"years_{item}", wrong)
                continue
            permanent = bool(data.get(f"permanent_{item}"))
            if permanent and months:
                self.add_error(f"years_{item}", "永久的不再填年数。")
            if (months or permanent) and item not in chosen:
                self.add_error(f"years_{item}", f"填了{_mark(item)}的期限，没有勾选这一项。")
            data[f"months_{item}"] = months
        return data

    def proposal(self) -> Proposal:
        """What was typed, as the services take it; of a form that was validated."""
        data = self.cleaned_data
        return Proposal(
            severity=data.get("severity", ""),
            measures=tuple(self._measure(item) for item in sorted(data.get("measure") or ())),
            facts=data.get("facts", ""),
            basis=data.get("basis", ""),
            other=data.get("other", ""),
            details={i: data.get(f"detail_{i}", "") for i in WITH_DETAIL},
            reasons={
                name.removeprefix("reason_"): said
                for name, said in data.items()
                if name.startswith("reason_") and isinstance(said, str)
            },
            starts_on=data.get("starts_on"),
            register_until=data.get("register_until"),
        )

    def changed(self, before: Proposal, after: Proposal) -> dict[str, Any]:
        """What was typed, but for what the change changes: initial values of a new form."""
        was = shown_of(before)
        changes = {name: now for name, now in shown_of(after).items() if now != was[name]}
        return {**typed(self), **changes}

    def _measure(self, item: int) -> MeasureFact:
        months = self.cleaned_data.get(f"months_{item}") or 0
        years, rest = divmod(months, 12)
        permanent = bool(self.cleaned_data.get(f"permanent_{item}"))
        return MeasureFact(item, years or None, rest or None, permanent)


class RedraftForm(SanctionsForm):
    """The same for a decision that was drafted before; after the notice it asks what changed."""

    draft_id = "redraft"
    reason = LongText(label="事实或依据有什么变化", required=False, rows=2)

    places = {**SanctionsForm.places, "redraft_reason_missing": "reason"}


class MitigationForm(SanctionsForm):
    """The same for a mitigation on application (Art 40)."""

    draft_id = "mitigation"
    mitigated = True
    applied_on = DayField(label="被处理人申请日期")
    national_media_promise = forms.BooleanField(
        label="已通过全国性媒体公开作出严格遵守科研诚信要求、不再实施科研失信行为承诺",
        required=False,
    )
    major_contribution = forms.BooleanField(label="对国家和社会作出重大贡献", required=False)

    places = {**SanctionsForm.places, "mitigation_reason_missing": "basis"}


def stored(subject: Respondent | Decision) -> dict[str, Any]:
    """What a form starts with: the stored proposal, or what was found."""
    if isinstance(subject, Decision):
        proposal = Proposal(
            severity=subject.severity,
            measures=tuple(
                MeasureFact(m.item, m.years, m.months, m.permanent) for m in subject.measures.all()
            ),
        )
        details = {f"detail_{m.item}": m.detail for m in subject.measures.all() if m.detail}
        reasons = {f"reason_{code}": said for code, said in subject.warning_reasons.items()}
        texts = {"facts": subject.facts, "basis": subject.basis, "other": subject.other}
        dates = {"starts_on": subject.starts_on, "register_until": subject.register_until}
        return {**shown_of(proposal), **details, **reasons, **texts, **dates}
    finding = finding_of(subject)
    return {"severity": finding.severity, "facts": finding.facts, "basis": finding.reasons}


def respondent_of(subject: Respondent | Decision) -> Respondent:
    """Whom a proposal is about."""
    return subject.respondent if isinstance(subject, Decision) else subject


def finding_of(subject: Respondent | Decision) -> Finding:
    """The finding a proposal stands on. Finding.DoesNotExist before there is one."""
    if isinstance(subject, Decision):
        return subject.finding
    return subject.findings.latest("version")


def shown_of(proposal: Proposal) -> dict[str, Any]:
    """A proposal's severity and measures as the form's fields show them."""
    shown: dict[str, Any] = {
        "severity": proposal.severity,
        "measure": [m.item for m in proposal.measures],
    }
    for item in WITH_TERM:
        shown[f"years_{item}"], shown[f"permanent_{item}"] = "", False
    for measure in proposal.measures:
        if measure.item in WITH_TERM:
            shown[f"years_{measure.item}"] = years_text(measure)
            shown[f"permanent_{measure.item}"] = measure.permanent
    return shown


def years_text(measure: MeasureFact) -> str:
    """A term in years as typed: 3, 2.5; empty without one."""
    months = (measure.years or 0) * 12 + (measure.months or 0)
    return f"{Decimal(months) / 12:.4f}".rstrip("0").rstrip(".") if months else ""


def months_of(typed: str) -> int:
    """A typed number of years in months; 0 when nothing was typed. Raises ValidationError."""
    if not typed.strip():
        return 0
    try:
        months = Decimal(typed.strip()) * 12
    except InvalidOperation:
        raise ValidationError("期限请填数字，如3或2.5。") from None
    whole = int(months.to_integral_value()) if months.is_finite() else 0
    if not 0 < whole <= LONGEST * 12 or abs(months - whole) > Decimal("0.01"):
        raise ValidationError("期限要大于0，并能折成整月，如3、2.5或0.25。")
    return whole


def typed(form: SanctionsForm) -> Mapping[str, Any]:
    """What the form shows now, sent or not: a mapping of field names to values."""
    if not form.is_bound:
        return form.initial
    data = cast(QueryDict, form.data)
    shown: dict[str, Any] = {name: data.get(name, "") for name in form.fields}
    shown["measure"] = [int(item) for item in data.getlist("measure") if item.isdecimal()]
    return shown


def _term(name: str) -> forms.TextInput:
    return forms.TextInput(attrs={"id": name, "inputmode": "decimal"})


def _mark(item: int) -> str:
    return MEASURES[item].citation.place.removeprefix("第二十九条")
