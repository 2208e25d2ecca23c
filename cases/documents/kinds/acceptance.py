"""受理通知书: tells the named complainant that the report is taken up (Art 14)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from cases.documents.contexts import Demand, Letter, Quotation
from cases.documents.registry import Kind, register


class AcceptanceNotice(Letter):
    """``received`` is the day the report came in, ``accepted`` the day of the decision.

    ``conditions`` quotes what acceptance rests on (Art 12, 14; in Shandong 84号 16), ``period``
    the time the law gives for the case (Art 25), ``recusal`` and ``secrecy`` Art 45 and 46.
    """

    received: date
    accepted: date
    matter: Annotated[str, Demand(14)] = Field(title="举报事项")
    case_number: Annotated[str, Demand(14)] = Field(title="案件编号")
    conditions: Annotated[tuple[Quotation, ...], Demand(14)] = Field(title="受理依据")
    period: Quotation = Field(title="办理期限的依据")
    recusal: Quotation = Field(title="回避的依据")
    secrecy: Quotation = Field(title="保密的依据")


KIND = register(
    Kind(
        name="acceptance_notice",
        title_zh="科研失信行为举报受理通知书",
        context=AcceptanceNotice,
        template="documents/acceptance_notice.html",
        series="受",
    )
)
