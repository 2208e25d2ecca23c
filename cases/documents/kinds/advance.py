"""事先告知书: facts and basis of the decision in view, and the right to be heard (Art 27).

It has no field for the complaint: the complaint is never passed on (Art 46).
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field

from cases.documents.contexts import Demand, Gap, Letter, Paragraphs, Quotation
from cases.documents.kinds.measures import ConductLine, MeasureLine, Weighing
from cases.documents.registry import Kind, register


class AdvanceNotice(Letter):
    """``reply_by`` is the last day to answer; the unit sets it, the law gives no number.

    ``basis`` quotes what the measures rest on (Art 29, 32 and others), ``exemption`` says why
    none is proposed. ``hearing`` and ``waiver`` quote the two sentences of Art 27.
    """

    case_number: str = Field(title="案件编号", min_length=1)
    to_organisation: bool = False
    facts: Annotated[Paragraphs, Demand(27)] = Field(title="拟认定的事实")
    evidence: Annotated[Paragraphs, Demand(27)] = Field(title="认定事实所依据的证据")
    conduct: Annotated[tuple[ConductLine, ...], Demand(27)] = Field(title="行为性质的依据")
    weighing: Weighing = Weighing()
    measures: tuple[MeasureLine, ...] = Field(default=(), title="拟作出的处理")
    exemption: Paragraphs = Field(default=(), title="拟免予处理的理由")
    basis: Annotated[tuple[Quotation, ...], Demand(27)] = Field(title="拟作出处理的依据")
    hearing: Annotated[Quotation, Demand(27)] = Field(title="陈述与申辩的权利")
    waiver: Quotation = Field(title="逾期的后果")
    reply_by: date

    def gaps(self) -> Iterator[Gap]:
        """Measures, or the reason for none, must be told as well."""
        yield from super().gaps()
        if not self.measures and not self.exemption:
            yield Gap("拟作出的处理决定", 27, None)


KIND = register(
    Kind(
        name="advance_notice",
        title_zh="科研失信行为处理事先告知书",
        context=AdvanceNotice,
        template="documents/advance_notice.html",
        series="告",
    )
)
