"""Forms of the moves of a filing; they check shape, the services decide."""

from collections.abc import Mapping
from typing import ClassVar

from django import forms

from cases.forms.moves import DATES, DayField, LongText, MoveForm
from reporting.facts import moved
from rules.law import N221, S84, cite
from rules.outcome import Citation

UPWARD = cite(
    N221,
    36,
    "处理决定作出单位应在决定生效后10个工作日内将处理决定书和调查报告报送上级主管部门和所在地省级科技行政部门",
)
NATIONAL = cite(
    N221,
    36,
    "省级科技行政部门应在收到之日起10个工作日内通过科研诚信管理信息系统按规定汇交科研诚信严重失信行为数据信息，并将处理决定书和调查报告报送科技部",
)
DIRECT = cite(N221, 36, "由该部门在处理决定生效后10个工作日内")
CHECK = cite(
    S84, 20, "对要素不齐全的，应当及时告知并要求补正；对符合要求的，上传到国家科研诚信管理信息系统"
)
REMOVAL = cite(
    S84,
    21,
    "由作出处理决定的部门按照程序及时向省科技厅提交相关资料，申请移出国家科研诚信管理信息系统",
)


class DayForm(MoveForm):
    """Only the day."""

    places: ClassVar[Mapping[str, str]] = DATES
    on = DayField(label="日期")


class PackageForm(DayForm):
    """The unit's package: confirmed, then released."""

    citations: ClassVar[tuple[Citation, ...]] = (UPWARD,)


class DirectForm(DayForm):
    """The one hop of a State Council department."""

    citations: ClassVar[tuple[Citation, ...]] = (DIRECT,)


class ReceiptForm(DayForm):
    """A receipt: its date stops one clock and starts another, so it needs proof."""

    citations: ClassVar[tuple[Citation, ...]] = (UPWARD, NATIONAL)
    places: ClassVar[Mapping[str, str]] = {**DATES, "evidence_missing": "evidence"}
    on = DayField(label="收到日期", help_text="省科技厅的10个工作日从这一天的次日起算。")
    evidence = forms.CharField(
        label="凭据", max_length=200, help_text="如收文号、签收单；期限按它起算和停止。"
    )


class SuperiorReceiptForm(ReceiptForm):
    """The superior's receipt, which starts nothing."""

    citations: ClassVar[tuple[Citation, ...]] = (UPWARD,)
    on = DayField(label="收到日期")


class CheckForm(DayForm):
    """The province's check."""

    citations: ClassVar[tuple[Citation, ...]] = (CHECK,)
    on = DayField(label="审核日期")


class ReturnForm(DayForm):
    """The elements to be completed."""

    citations: ClassVar[tuple[Citation, ...]] = (CHECK,)
    places: ClassVar[Mapping[str, str]] = {**DATES, "correction_without_elements": "missing"}
    draft_id = "submission-return"
    on = DayField(label="要求补正日期")
    missing = LongText(label="缺少的要素", rows=4, help_text="逐项写明，单位据此补正。")

    def prepare(self) -> None:
        """What the request does to the ten days is a reading (G10)."""
        runs = "不停止、也不重新起算省科技厅的10个工作日"
        begins = "后，省科技厅的10个工作日自补正完成之日重新起算"
        said = begins if moved(self.scope) else runs
        self.fields["on"].help_text = f"要求补正{said}（本单位解读，条文未写明）。"


class CompleteForm(DayForm):
    """What was completed."""

    citations: ClassVar[tuple[Citation, ...]] = (CHECK,)
    places: ClassVar[Mapping[str, str]] = {**DATES, "corrected_missing": "corrected"}
    draft_id = "submission-complete"
    on = DayField(label="补正日期")
    corrected = LongText(label="补正的情况", rows=4)


class SubmitForm(DayForm):
    """The release to the nation."""

    citations: ClassVar[tuple[Citation, ...]] = (NATIONAL,)
    on = DayField(label="放行日期")


class RemovalApplicationForm(DayForm):
    """The papers of an application for removal."""

    citations: ClassVar[tuple[Citation, ...]] = (REMOVAL,)
    places: ClassVar[Mapping[str, str]] = {**DATES, "papers_missing": "papers"}
    on = DayField(label="申请日期")
    papers = forms.CharField(
        label="提交的资料", max_length=200, help_text="如撤销处理决定的文书及文号。"
    )


class RemovalForm(DayForm):
    """The removal itself."""

    citations: ClassVar[tuple[Citation, ...]] = (REMOVAL,)
    on = DayField(label="办理日期")
