"""A form says what to do, once on top and once beside the field, and keeps what was typed."""

import re

from accounts.forms.base import OfficeForm
from misconduct.pages.controls import problems
from misconduct.pages.sample_form import SampleForm
from rules.law import N221, cite
from rules.outcome import Outcome, error, warning

FILLED = {
    "title": "某论文图像重复",
    "received_on": "2026-09-18",
    "source": "complaint",
    "unit": "1",
    "years": "3",
    "facts": "两图相同",
    "signed": "on",
}
TERM = error("term_outside_tier", "3年不在「3年以内」之内", cite(N221, 32, "期限为3年以内", item=2))
WHOLE = error("register_missing", "没有选（十三）", None)
LIGHT = warning("light", "偏轻", None)


def refused(*findings: object, **fields: str) -> OfficeForm:
    form = SampleForm(FILLED)
    assert form.is_valid()
    form.add_refusal(Outcome.of(findings), fields)  # type: ignore[arg-type]
    return form


def test_what_is_missing_is_asked_for_in_plain_words() -> None:
    said = [problem.message for problem in problems(SampleForm({}))]
    assert said == [
        "请填写案件标题",
        "请填写收到日期",
        "请选择线索来源",
        "请选择牵头单位",
        "请填写事实",
        "请勾选「我已阅读并签署回避声明」",
    ]


def test_the_same_words_stand_on_top_and_beside_the_field() -> None:
    html = str(SampleForm({}))
    assert "有6处要改" in html
    assert '<a href="#id_title">请填写案件标题</a>' in html
    assert '<p class="cw-err" id="id_title_error">请填写案件标题</p>' in html


def test_a_control_names_its_help_and_its_error() -> None:
    control = re.search(r"<input[^>]*id=\"id_title\"[^>]*>", str(SampleForm({})))
    assert control is not None
    assert 'aria-describedby="id_title_help id_title_error"' in control[0]
    assert 'aria-invalid="true"' in control[0]


def test_a_group_is_described_as_a_group_and_linked_to_its_first_choice() -> None:
    html = str(SampleForm({}))
    assert '<fieldset class="cw-field is-bad" aria-describedby="id_source_error">' in html
    assert 'href="#id_source_0"' in html and 'id="id_source_0"' in html


def test_a_refusal_of_the_law_stands_by_its_field_with_its_article() -> None:
    html = str(refused(TERM, term_outside_tier="years"))
    assert "有1处要改" in html
    assert '<a href="#id_years">3年不在「3年以内」之内</a>' in html
    assert "第三十二条第二项" in html and "<mark>期限为3年以内</mark>" in html


def test_a_refusal_without_a_field_concerns_the_whole_form() -> None:
    form = refused(WHOLE, TERM, term_outside_tier="years")
    assert [p.message for p in problems(form)] == ["没有选（十三）", "3年不在「3年以内」之内"]
    assert form.is_valid() is False


def test_warnings_are_shown_but_do_not_count_as_errors() -> None:
    html = str(refused(WHOLE, LIGHT))
    assert "有1处要改" in html and "另有1处提醒" in html


def test_what_was_typed_is_kept_when_refused() -> None:
    html = str(refused(WHOLE))
    assert 'value="某论文图像重复"' in html and "两图相同</textarea>" in html


def test_a_form_not_sent_yet_has_nothing_to_mend() -> None:
    assert problems(SampleForm()) == []
    assert "要改" not in str(SampleForm())
