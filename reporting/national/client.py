"""Speaks to the national side over HTTP: one call, one answer, told apart into three.

A receipt counts only when it names the key it was asked under: a gateway that answers twice would
otherwise have its second answer taken for that of the next call.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx

PATHS = {"record": "/records", "package": "/packages", "removal": "/removals"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """The other side has it: its receipt and the day it took it."""

    number: str
    received_on: date
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """The other side wants these elements completed."""

    elements: tuple[str, ...]
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer, or one that settles nothing: to be tried again, not before ``wait`` seconds."""

    reason: str
    wait: float = 0.0


Answer = Accepted | CorrectionAsked | Failed


class NationalSystem:
    """A connection to the national side at ``url``; ``timeout`` in seconds for every wait."""

    def __init__(self, url: str, timeout: float) -> None:
        self._url = url.rstrip("/")
        self._timeout = timeout
        self._http: httpx.Client | None = None

    def __enter__(self) -> "NationalSystem":
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def send(self, kind: str, key: str, body: dict[str, Any]) -> Answer:
        """Post a body under its key; never raises for what the network or the other side does."""
        if not self._url:
            return Failed("没有设置国家系统地址（NATIONAL_SYSTEM_URL）", wait=60)
        try:
            response = self._connection().post(
                self._url + PATHS[kind], json=body, headers={"Idempotency-Key": key}
            )
            answer = _read(response, key)
        except httpx.TimeoutException:
            answer = Failed("等待答复超时")
        except httpx.HTTPError as broken:
            answer = Failed(f"连接失败（{type(broken).__name__}）")
        if isinstance(answer, Failed):
            # Whatever may still come over this connection belongs to a call already given up.
            self._hang_up()
        return answer

    def _connection(self) -> httpx.Client:
        if self._http is None:
            self._http = httpx.Client(timeout=self._timeout, trust_env=False)
        return self._http

    def _hang_up(self) -> None:
        if self._http is not None:
            self._http.close()
            self._http = None


def _read(response: httpx.Response, key: str) -> Answer:
    try:
        said = response.json()
    except ValueError:
        said = None
    if not isinstance(said, dict):
        return Failed(f"答复无法识别（{response.status_code}）", wait=_asked_wait(response))
    if said.get("key") not in (None, key):
        return Failed("收到的是另一次提交的答复")
    if response.status_code == 422 and said.get("code") == "correction":
        return CorrectionAsked(tuple(map(str, said.get("elements", []))), said)
    if response.is_success:
        return _receipt(said, key)
    reason = str(said.get("message") or "")[:200]
    return Failed(f"{response.status_code} {reason}".strip(), wait=_asked_wait(response))


def _receipt(said: dict[str, Any], key: str) -> Answer:
    try:
        number, on = str(said["receipt"]), date.fromisoformat(said["received_on"])
    except (KeyError, TypeError, ValueError):
        return Failed("答复中没有可识别的回执")
    if not number or said.get("key") != key:
        return Failed("回执没有写明是哪一次提交的")
    return Accepted(number, on, said)


def _asked_wait(response: httpx.Response) -> float:
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), 3600.0) if asked.isdigit() else 0.0
