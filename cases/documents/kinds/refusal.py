"""不予受理通知书: tells the named complainant why the report is not taken up (Art 13, 14)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from cases.documents.contexts import Demand, Frame, Letter, Paragraphs, Quotation
from cases.documents.registry import Kind, register


class Ground(Frame):
    """A ground of Art 13, or a condition of Art 12 not met, and what the office found.

    ``condition`` is true for the latter: the quoted words then say what a report must have.
    """

    quotation: Quotation = Field(title="不予受理的依据")
    condition: bool = False
    found: Annotated[Paragraphs, Demand(14)] = Field(default=(), title="不予受理的情况说明")


class RefusalNotice(Letter):
    """``objection`` quotes the right to object (Art 14); the law sets no period for it."""

    received: date
    matter: Annotated[str, Demand(14)] = Field(title="举报事项")
    grounds: Annotated[tuple[Ground, ...], Demand(14)] = Field(title="不予受理的理由")
    objection: Quotation = Field(title="提出异议的权利")


KIND = register(
    Kind(
        name="refusal_notice",
        title_zh="科研失信行为举报不予受理通知书",
        context=RefusalNotice,
        template="documents/refusal_notice.html",
        series="不受",
    )
)
