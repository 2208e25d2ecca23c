"""The environment, read once and checked; the only place that touches environment variables.

Without SECRET_KEY the project runs in the development shape: DEBUG is on, only this machine is
answered, and keys are made once under the data directory. With DEBUG off every key must be given.
"""

import base64
import binascii
import json
import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from pydantic import BaseModel
from pydantic_settings import BaseSettings, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent
DEVELOPMENT = "development-"
KEY_BYTES = 32
LOCAL_HOSTS = ["127.0.0.1", "localhost", "[::1]"]


class Keys(BaseModel):
    """The secrets of an installation; sealing and blind index keys are base64 of 32 bytes."""

    secret_key: str
    sealing_keys: dict[str, str]
    sealing_current: str
    blind_index_key: str


class Environment(BaseSettings):
    """Every variable the project reads; docs/deployment.md explains each."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    debug: bool | None = None
    demo: bool | None = None
    secret_key: str | None = None
    allowed_hosts: str = ""
    trusted_origins: str = ""
    https: bool | None = None
    trusted_proxies: int = 0
    host: str = "127.0.0.1"
    port: int = 8000
    var_dir: Path = BASE_DIR / "var"
    database_url: str | None = None
    redis_url: str | None = None
    sealing_keys: str | None = None
    sealing_current: str | None = None
    blind_index_key: str | None = None
    media_root: Path | None = None
    anchor_dir: Path | None = None
    font_dir: Path | None = None
    national_system_url: str = ""
    national_system_timeout: float = 10.0
    time_zone: str = "Asia/Shanghai"
    language: str = "zh-hans"
    log_level: str = "INFO"

    def model_post_init(self, _context: Any) -> None:
        """Derive what was not said from what was."""
        if self.debug is None:
            self.debug = self.secret_key is None
        if self.demo is None:
            self.demo = self.debug
        if self.https is None:
            self.https = not self.debug

    @cached_property
    def keys(self) -> Keys:
        """The keys; ImproperlyConfigured when production lacks one or has a development key."""
        if self.debug and self.secret_key is None:
            return development_keys(self.var_dir)
        return production_keys(self) if not self.debug else given_keys(self)

    @property
    def hosts(self) -> list[str]:
        """Host names answered; in the development shape this machine only, unless HOST is open."""
        everywhere = self.host in {"0.0.0.0", "::"}
        here = (["*"] if everywhere else [self.host, *LOCAL_HOSTS]) if self.debug else []
        return listed(self.allowed_hosts) or here

    @property
    def origins(self) -> list[str]:
        """Origins trusted for forms behind a proxy, such as https://lab.example.edu.cn."""
        return listed(self.trusted_origins)

    def database(self) -> dict[str, Any]:
        """The DATABASES entry of the address, SQLite under the data directory by default."""
        return database(self.database_url or f"sqlite:///{self.var_dir / 'db.sqlite3'}")


def listed(text: str) -> list[str]:
    """A comma-separated variable as a list."""
    return [word.strip() for word in text.split(",") if word.strip()]


def refuse(english: str, chinese: str) -> ImproperlyConfigured:
    """The one form of a refusal to start, for the administrator in both languages."""
    return ImproperlyConfigured(f"{english}\n{chinese}")


def key(name: str, text: str) -> str:
    """The key as given; refuses what is not base64 of 32 bytes."""
    try:
        length = len(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        length = 0
    if length != KEY_BYTES:
        raise refuse(
            f"{name} must be 32 random bytes in base64 (openssl rand -base64 32).",
            f"{name} 必须是 32 个随机字节的 base64 编码（可用 openssl rand -base64 32 生成）。",
        )
    return text


def given_keys(env: Environment) -> Keys:
    """The keys of the environment, all of them."""
    missing = [
        name.upper()
        for name in ("secret_key", "sealing_keys", "sealing_current", "blind_index_key")
        if not getattr(env, name)
    ]
    if missing:
        raise refuse(
            f"Set {', '.join(missing)}: without DEBUG the platform makes no keys of its own.",
            f"请设置 {'、'.join(missing)}：非调试方式下平台不会自行生成密钥。",
        )
    try:
        table = {str(k): str(v) for k, v in json.loads(env.sealing_keys or "").items()}
    except (ValueError, AttributeError) as error:
        raise refuse(
            'SEALING_KEYS must be JSON: {"key id": "base64 of 32 bytes"}.',
            'SEALING_KEYS 必须是 JSON：{"密钥编号": "32 字节的 base64"}。',
        ) from error
    current = env.sealing_current or ""
    if current not in table:
        raise refuse(
            "SEALING_CURRENT names a key that SEALING_KEYS does not hold.",
            "SEALING_CURRENT 所指的密钥不在 SEALING_KEYS 中。",
        )
    return Keys(
        secret_key=env.secret_key or "",
        sealing_keys={k: key(f"SEALING_KEYS[{k}]", v) for k, v in table.items()},
        sealing_current=current,
        blind_index_key=key("BLIND_INDEX_KEY", env.blind_index_key or ""),
    )


def production_keys(env: Environment) -> Keys:
    """The keys of the environment, none of them weak or made for development."""
    keys = given_keys(env)
    marked = any(word.startswith(DEVELOPMENT) for word in (keys.secret_key, *keys.sealing_keys))
    if marked or copied(keys, env.var_dir):
        raise refuse(
            "A development key is set while DEBUG is off. Make keys of your own.",
            "DEBUG 已关闭，但仍在使用开发密钥。请生成正式密钥。",
        )
    if len(keys.secret_key) < 50:
        raise refuse(
            "SECRET_KEY must have at least 50 characters.", "SECRET_KEY 至少需要 50 个字符。"
        )
    return keys


def copied(keys: Keys, var_dir: Path) -> bool:
    """Whether a key is one of this checkout's development keys under another name."""
    if not development_file(var_dir).exists():
        return False
    made = development_keys(var_dir)
    given = {keys.blind_index_key, *keys.sealing_keys.values()}
    return not given.isdisjoint({made.blind_index_key, *made.sealing_keys.values()})


def development_file(var_dir: Path) -> Path:
    """Where the development keys of this checkout are kept."""
    return var_dir / "development-keys.json"


def development_keys(var_dir: Path) -> Keys:
    """The keys of this checkout, made on first use, readable by their owner only."""
    file = development_file(var_dir)
    if not file.exists():
        var_dir.mkdir(parents=True, exist_ok=True)
        text = json.dumps(
            {
                "secret_key": DEVELOPMENT + secrets.token_urlsafe(48),
                "sealing_key": base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode(),
                "blind_index_key": base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode(),
            }
        )
        write_once(file, text)
    kept = json.loads(file.read_text(encoding="utf-8"))
    key_id = DEVELOPMENT + "1"
    return Keys(
        secret_key=kept["secret_key"],
        sealing_keys={key_id: kept["sealing_key"]},
        sealing_current=key_id,
        blind_index_key=kept["blind_index_key"],
    )


def write_once(file: Path, text: str) -> None:
    """Write a private file whole; of two processes that start at once the first one wins."""
    draft = file.with_name(f"{file.name}.{os.getpid()}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="utf-8")
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def database(url: str) -> dict[str, Any]:
    """The DATABASES entry for sqlite:///path or postgresql://user:password@host:port/name?option=value."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path).removeprefix("/") or "var/db.sqlite3"))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise refuse(
            f"DATABASE_URL: {parts.scheme!r} is neither sqlite nor postgresql.",
            f"DATABASE_URL：{parts.scheme!r} 不受支持，只能用 sqlite 或 postgresql。",
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite so that writers queue instead of failing and a commit is on the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(BASE_DIR / path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
        "TEST": {"NAME": str(BASE_DIR / path.with_suffix(".test.sqlite3"))},
    }


ENV = Environment()
