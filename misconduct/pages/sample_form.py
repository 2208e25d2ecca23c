"""The form of the style page: one field of every kind."""

from django import forms

from accounts.forms.base import OfficeForm


class SampleForm(OfficeForm):
    """Shows labels, help, errors, groups and drafts."""

    draft_id = "sample"

    title = forms.CharField(label="案件标题", max_length=60, help_text="不写人名，最多60个字。")
    received_on = forms.DateField(
        label="收到日期", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    source = forms.ChoiceField(
        label="线索来源",
        choices=[("complaint", "举报"), ("superior", "上级转来"), ("media", "媒体披露")],
        widget=forms.RadioSelect,
    )
    conduct = forms.MultipleChoiceField(
        label="涉及的行为",
        choices=[("1", "（一）抄袭剽窃"), ("2", "（二）伪造、篡改"), ("6", "（六）违反署名规范")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="可多选。",
    )
    unit = forms.ChoiceField(
        label="牵头单位", choices=[("", "请选择"), ("1", "示例大学"), ("2", "示例医院")]
    )
    years = forms.DecimalField(label="期限（年）", required=False)
    facts = forms.CharField(label="事实", widget=forms.Textarea(attrs={"rows": 4}))
    signed = forms.BooleanField(label="我已阅读并签署回避声明")
