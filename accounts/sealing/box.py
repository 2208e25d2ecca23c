"""AES-256-GCM under a named key; the token says which key, so keys can be changed in turn."""

import base64
import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12


class SealBroken(ValueError):
    """The token cannot be opened: unknown key id, or it was altered."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed value; printing it shows nothing. Open it with ``open_sealed``."""

    token: str

    def __str__(self) -> str:
        return "身份封存" if self.token else ""

    def __bool__(self) -> bool:
        return bool(self.token)


def seal(text: str) -> Sealed:
    """Encrypt under the current key."""
    key_id = settings.SEALING_CURRENT
    nonce = os.urandom(_NONCE)
    body = AESGCM(_key(key_id)).encrypt(nonce, text.encode("utf-8"), key_id.encode())
    return Sealed(f"{key_id}:{base64.urlsafe_b64encode(nonce + body).decode()}")


def open_sealed(value: Sealed) -> str:
    """Decrypt; the caller has asked the policy and logged the opening. Raises SealBroken."""
    if not value.token:
        return ""
    key_id, _, body = value.token.partition(":")
    raw = base64.urlsafe_b64decode(body)
    try:
        text = AESGCM(_key(key_id)).decrypt(raw[:_NONCE], raw[_NONCE:], key_id.encode())
    except InvalidTag as broken:
        raise SealBroken(f"sealed value under key {key_id} was altered") from broken
    return text.decode("utf-8")


def blind_index(text: str) -> str:
    """A keyed hash of the normalised text: equal people match, nobody can be read back."""
    normal = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    if not normal:
        return ""
    key = base64.b64decode(settings.BLIND_INDEX_KEY)
    return hmac.new(key, normal.encode("utf-8"), hashlib.sha256).hexdigest()


def masked(text: str) -> str:
    """An identity number as pages may show it: the first three and last four characters."""
    return text[:3] + "*" * (len(text) - 7) + text[-4:] if len(text) > 8 else "*" * len(text)


def _key(key_id: str) -> bytes:
    try:
        return base64.b64decode(settings.SEALING_KEYS[key_id])
    except KeyError as unknown:
        raise SealBroken(f"no sealing key {key_id!r}; add it to SEALING_KEYS") from unknown
