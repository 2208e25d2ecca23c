"""Forms of the final finding and the clearing (Art 2, 26, 30, 34, 35, 39)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from cases.forms.complaints import annex_choices, conduct_choices
from cases.forms.moves import DayField, LongText, MoveForm
from cases.services.findings import EXEMPTED, OUTCOMES, Found, Retraction
from rules.codes import AGGRAVATED, FACTORS, LENIENT, RETRACTION, SEVERITIES
from rules.law import N221, S84, cite
from rules.outcome import Citation


def _items(codes: Any) -> list[tuple[str, str]]:
    return [(code.value, f"{code.citation.place}{code.label}") for code in codes.values()]


class FindingForm(MoveForm):
    """What is finally found about a respondent; each factor of Art 30 is answered."""

    draft_id = "finding"
    citations = (cite(N221, 26), cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素"))

    outcome = forms.ChoiceField(
        label="认定的结果", choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    facts = LongText(label="认定的事实", rows=6)
    evidence = LongText(
        label="认定事实的证据", rows=4, required=False, help_text="每行一项，会写入处理决定书。"
    )
    conduct = forms.TypedMultipleChoiceField(
        label="认定的行为（第二条）",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    annex = forms.MultipleChoiceField(
        label="认定的行为（鲁科字〔2024〕84号附件）",
        widget=forms.SelectMultiple(attrs={"size": 8}),
        required=False,
        help_text="按住Ctrl可多选；与第二条分别认定，不互相换算。",
    )
    standard = forms.CharField(
        label="认定所依的学术出版规范或行业标准", max_length=300, required=False
    )
    severity = forms.ChoiceField(
        label="情节",
        choices=list(SEVERITIES.items()),
        widget=forms.RadioSelect,
        required=False,
        help_text="考虑下列六项因素后由人选定，不由平台打分。",
    )
    lenient = forms.MultipleChoiceField(
        label="从轻情形（第三十四条）", widget=forms.CheckboxSelectMultiple, required=False
    )
    aggravated = forms.MultipleChoiceField(
        label="从重情形（第三十五条）", widget=forms.CheckboxSelectMultiple, required=False
    )
    reasons = LongText(label="情节认定的理由", rows=4, required=False)
    is_author = forms.BooleanField(label="被调查人是被撤稿论文的作者", required=False)
    own_will = forms.BooleanField(label="由作者主动撤稿（期刊撤稿不算）", required=False)
    larger_harm = forms.BooleanField(label="已造成较大负面影响", required=False)
    retracted_on = DayField(label="撤稿日期", required=False, initial=None)
    on = DayField(label="认定日期")

    places = {
        "facts_missing": "facts",
        "conduct_missing": "conduct",
        "cleared_with_conduct": "outcome",
        "standard_missing": "standard",
        "severity_missing": "severity",
        "exempt_not_author": "is_author",
        "exempt_not_retracted": "retracted_on",
        "exempt_retracted_late": "retracted_on",
        "exempt_not_own_will": "own_will",
        "exempt_larger_harm": "larger_harm",
        "exemption_reason_missing": "reasons",
        "exemption_barred": "outcome",
        **{f"factor_{item}_unanswered": f"factor_{item}" for item in FACTORS},
    }

    # The article beside each part of the form.
    laws: ClassVar[Mapping[str, Citation]] = {
        "conduct": cite(N221, 2),
        "standard": cite(
            N221,
            2,
            "本规则所称抄袭剽窃、伪造、篡改、重复发表等行为按照学术出版规范及相关行业标准认定",
        ),
        "factors": cite(N221, 30),
        "severity": cite(N221, 32),
        "lenient": cite(N221, 34),
        "aggravated": cite(N221, 35),
        "exempt": RETRACTION,
    }

    def prepare(self) -> None:
        """The lists in the words of the law; what was alleged is ticked to begin with."""
        self._choose("conduct", conduct_choices())
        self._choose("lenient", _items(LENIENT))
        self._choose("aggravated", _items(AGGRAVATED))
        self.initial.setdefault("conduct", list(self.subject.conduct))
        if S84 in self.scope.instruments:
            self._choose("annex", annex_choices())
        else:
            del self.fields["annex"]
        for item, code in FACTORS.items():
            self.fields[f"factor_{item}"] = LongText(
                label=f"{code.citation.place}{code.label}",
                rows=2,
                required=False,
                help_text="没有的写「无」。",
            )
        self.demand("severity", "conduct", *(f"factor_{item}" for item in FACTORS))

    def factors(self) -> list[BoundField]:
        """The six answers of Art 30, in its order."""
        return [self[f"factor_{item}"] for item in FACTORS]

    @staticmethod
    def found(data: Mapping[str, Any]) -> Found:
        """The cleaned fields as the service takes them."""
        return Found(
            outcome=data["outcome"],
            facts=data["facts"],
            evidence=data["evidence"],
            conduct=tuple(data["conduct"]),
            annex=tuple(_pair(code) for code in data.get("annex", ())),
            standard=data["standard"],
            factors={item: data[f"factor_{item}"] for item in FACTORS},
            severity="" if data["outcome"] == EXEMPTED else data["severity"],
            lenient=tuple(data["lenient"]),
            aggravated=tuple(data["aggravated"]),
            reasons=data["reasons"],
            retraction=Retraction(
                data["is_author"], data["own_will"], data["larger_harm"], data["retracted_on"]
            ),
        )

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class ClearingForm(MoveForm):
    """How, and before whom, a person found innocent is cleared (Art 39)."""

    citations = (cite(N221, 39, "应及时以适当方式澄清"),)

    form = forms.CharField(
        label="澄清的方式", max_length=100, required=False, help_text="如书面说明、会议说明。"
    )
    scope_words = forms.CharField(
        label="澄清的范围",
        max_length=100,
        required=False,
        help_text="不超过不实反映已经传播的范围。",
    )
    wider = forms.BooleanField(label="超过不实反映已经传播的范围", required=False)
    reason = LongText(
        label="超过的理由",
        rows=3,
        required=False,
        help_text="超过已经传播的范围的必须写明（本单位解读，条文未写明）。",
    )
    consented = forms.BooleanField(
        label="本人同意超过的范围",
        required=False,
        help_text="超过已经传播的范围须经本人同意（本单位解读，条文未写明）。",
    )
    evidence = forms.CharField(label="凭据", max_length=200)
    on = DayField(label="澄清日期")

    places = {
        "clearing_form_missing": "form",
        "clearing_scope_missing": "scope_words",
        "clearing_too_wide": "reason",
        "clearing_without_consent": "consented",
    }

    def prepare(self) -> None:
        """What a wider circle asks for is a reading (clearing_scope)."""
        self.ask_only_under("clearing_scope", "rumour", "reason")
        self.ask_only_under("clearing_scope", "by_consent", "consented")


def _pair(code: str) -> tuple[int, int]:
    group, _, item = code.partition(".")
    return int(group), int(item)
