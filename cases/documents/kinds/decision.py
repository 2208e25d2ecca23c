"""处理决定书: the five contents of Art 28, in their order."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cases.documents.contexts import (
    Demand,
    Frame,
    Gap,
    IdentityText,
    Letter,
    Paragraphs,
    Quotation,
)
from cases.documents.kinds.measures import ConductLine, MeasureLine, Weighing
from cases.documents.registry import Kind, register


class Identity(Frame):
    """The basic data Art 28 (1) demands: name, and identity number or social credit code."""

    kind: Literal["person", "organisation"]
    name: Annotated[str, Demand(28, 1)] = Field(title="被处理人的姓名或名称")
    number: Annotated[IdentityText, Demand(28, 1)] = Field(
        default="", title="被处理人的身份证件号码或社会信用代码"
    )
    number_label: str = Field(default="", title="身份证件种类")
    unit: str = Field(default="", title="被处理人所在单位")
    position: str = Field(default="", title="被处理人职务职称")
    representative: str = Field(default="", title="法定代表人")


class Remedy(Frame):
    """The path and period Art 28 (4) demands: to whom, by when, with what (Art 41; 84号 18)."""

    body: Annotated[str, Demand(28, 4)] = Field(title="救济途径")
    period: Annotated[str, Demand(28, 4)] = Field(title="救济期限")
    basis: Annotated[tuple[Quotation, ...], Demand(28, 4)] = Field(title="救济的依据")


class DecisionLetter(Letter):
    """``procedure`` tells how the case came and ran, ``hearing`` what became of Art 27.

    ``others`` are the further contents of Art 28 (5): when the decision takes effect, what follows
    from it. ``exemption`` stands in place of measures. ``copies`` are the bodies of Art 28 and 38.
    """

    case_number: str = Field(title="案件编号", min_length=1)
    identity: Annotated[Identity, Demand(28, 1)] = Field(title="被处理人的基本情况")
    procedure: Paragraphs = Field(default=(), title="调查经过")
    facts: Annotated[Paragraphs, Demand(28, 2)] = Field(default=(), title="认定的事实")
    evidence: Annotated[Paragraphs, Demand(28, 2)] = Field(default=(), title="认定事实的证据")
    hearing: Annotated[Paragraphs, Demand(27)] = Field(default=(), title="告知和听取申辩的情况")
    conduct: Annotated[tuple[ConductLine, ...], Demand(28, 3)] = Field(
        default=(), title="行为性质的依据"
    )
    weighing: Weighing = Weighing()
    measures: tuple[MeasureLine, ...] = Field(default=(), title="处理决定")
    exemption: Paragraphs = Field(default=(), title="免予处理的理由")
    basis: Annotated[tuple[Quotation, ...], Demand(28, 3)] = Field(default=(), title="处理依据")
    remedy: Annotated[Remedy, Demand(28, 4)] = Field(title="救济途径和期限")
    others: Annotated[Paragraphs, Demand(28, 5)] = Field(default=(), title="其他应载明的内容")
    copies: tuple[str, ...] = Field(default=(), title="抄送单位")

    def gaps(self) -> Iterator[Gap]:
        """A decision must decide: measures, or the reason why none is given."""
        yield from super().gaps()
        if not self.measures and not self.exemption:
            yield Gap("处理决定", 28, 3)


KIND = register(
    Kind(
        name="decision_letter",
        title_zh="科研失信行为处理决定书",
        context=DecisionLetter,
        template="documents/decision_letter.html",
        series="决",
    )
)
