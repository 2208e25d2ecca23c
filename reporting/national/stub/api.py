"""The interface of the stand-in, with its OpenAPI page at /docs."""

import time
from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Header, NinjaAPI, Schema

from reporting.national.stub.ledger import Entry, Fate, KeyReused, Ledger, State

HANG_SECONDS = 60
Kind = Literal["record", "package", "removal"]
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=80)]

api = NinjaAPI(
    title="国家科研诚信管理信息系统（模拟）",
    version="1",
    description="按幂等键收件：同一个键再次提交，返回同一个回执，不会重复入库。",
)
ledger = Ledger()


class Measure(Schema):
    """A measure of Art 29 with its term."""

    item: int = Field(ge=1, le=14)
    years: int | None = None
    months: int | None = None
    permanent: bool = False


class Respondent(Schema):
    """Whom the decision concerns."""

    kind: Literal["person", "organisation"]
    name: str = Field(min_length=1)
    unit: str = ""
    id_number: str = ""
    credit_code: str = ""


class RecordIn(Schema):
    """The data record of a decision; ``replaces`` names the receipt of the record before it."""

    decision_number: str = Field(min_length=1)
    decided_by: str = Field(min_length=1)
    decided_by_code: str = ""
    effective_on: date
    ends_on: date | None = None
    conduct: list[int]
    severity: str = ""
    measures: list[Measure] = Field(min_length=1)
    respondent: Respondent
    replaces: str = ""


class PackageIn(Schema):
    """The decision letter and the investigation report for the ministry."""

    decision_number: str = Field(min_length=1)
    decision: dict[str, Any]
    investigation_report: dict[str, Any]


class RemovalIn(Schema):
    """An application to take a record out, with its ground."""

    record_number: str = Field(min_length=1)
    reason: str = Field(min_length=1)


class Receipt(Schema):
    """A receipt; ``repeated`` when the key was known already."""

    key: str
    kind: Kind
    receipt: str
    received_on: date
    repeated: bool


class Problem(Schema):
    """Why there is no receipt; ``elements`` what to complete when ``code`` is correction."""

    code: str
    key: str
    message: str
    elements: list[str] = Field(default_factory=list)


class Listed(Schema):
    """An entry and how many calls came under its key."""

    key: str
    kind: Kind
    receipt: str
    received_on: date
    state: State
    posted: int
    body: dict[str, Any]


ANSWERS = {200: Receipt, 201: Receipt, 409: Problem, 422: Problem, 500: Problem, 503: Problem}


@api.post("/records", response=ANSWERS, summary="汇交数据信息")
def post_record(request: HttpRequest, key: Key, record: RecordIn) -> Any:
    """Take a data record."""
    return _take(request, key, "record", record)


@api.post("/packages", response=ANSWERS, summary="报送处理决定书和调查报告")
def post_package(request: HttpRequest, key: Key, package: PackageIn) -> Any:
    """Take a package."""
    return _take(request, key, "package", package)


@api.post("/removals", response=ANSWERS, summary="申请移出")
def post_removal(request: HttpRequest, key: Key, removal: RemovalIn) -> Any:
    """Take a record out."""
    return _take(request, key, "removal", removal)


@api.get("/records", response=list[Listed], summary="已收到的件")
def list_records(request: HttpRequest, kind: Kind | None = "record") -> list[dict[str, Any]]:
    """What was kept, with the number of calls for each; identities and letters are not shown."""
    return [
        {
            "key": entry.key,
            "kind": entry.kind,
            "receipt": entry.receipt,
            "received_on": entry.received_on,
            "state": entry.state,
            "posted": posted,
            "body": _masked(entry.body),
        }
        for entry, posted in ledger.listed(kind)
    ]


def _take(request: HttpRequest, key: str, kind: str, content: Schema) -> Any:
    fate = ledger.troubles.fate(key, ledger.count(key))
    if fate is Fate.REFUSE:
        return 503, _problem("unavailable", key, "系统繁忙，请稍后再试。")
    try:
        entry, new = ledger.keep(key, kind, content.model_dump(mode="json"))
    except KeyReused:
        return 409, _problem("key_reused", key, "这个幂等键已用于其他内容。")
    return _answer(request, fate, entry, new)


def _answer(request: HttpRequest, fate: Fate, entry: Entry, new: bool) -> Any:
    if fate is Fate.LOSE:
        return 500, _problem("failed", entry.key, "处理中出错，结果不明。")
    if fate is Fate.HANG:
        time.sleep(HANG_SECONDS)
    if fate is Fate.LATE:
        time.sleep(ledger.troubles.delay)
    if fate is Fate.TWICE:
        request.META["stub.connection"].twice = True
    if entry.state is State.CORRECTION:
        elements = ["处理决定书的文号与数据信息核对不一致，请核对后重新提交"]
        return 422, _problem("correction", entry.key, "要素不齐全，请补正。", elements)
    return (201 if new else 200), {
        "key": entry.key,
        "kind": entry.kind,
        "receipt": entry.receipt,
        "received_on": entry.received_on,
        "repeated": not new,
    }


def _problem(code: str, key: str, message: str, elements: list[str] | None = None) -> object:
    return {"code": code, "key": key, "message": message, "elements": elements or []}


def _masked(body: dict[str, Any]) -> dict[str, Any]:
    """A body as it may be looked at: no identity number, and a letter only by its size."""
    shown = dict(body)
    person = body.get("respondent")
    if person and person.get("id_number"):
        number = person["id_number"]
        hidden = number[:3] + "*" * max(len(number) - 7, 0) + number[-4:]
        shown["respondent"] = {**person, "id_number": hidden}
    decision = body.get("decision")
    if decision and decision.get("pdf"):
        shown["decision"] = {**decision, "pdf": f"base64，{len(decision['pdf'])}个字符"}
    return shown


def home(request: HttpRequest) -> HttpResponse:
    """A short page that leads to the others."""
    return HttpResponse(
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        "<title>国家科研诚信管理信息系统（模拟）</title>"
        "<h1>国家科研诚信管理信息系统（模拟）</h1>"
        '<p><a href="/docs">接口说明</a>　<a href="/records">已收到的数据信息</a></p></html>'
    )
