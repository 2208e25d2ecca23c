"""The settings of the suite: the project's own, with a data directory of this run alone.

DATABASE_URL and REDIS_URL decide what the run is about; without them SQLite and the file-system
broker. Processes a test starts inherit the environment set here and so share database and broker.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

RUN_DIR = Path(tempfile.mkdtemp(prefix="misconduct-tests-"))
atexit.register(shutil.rmtree, RUN_DIR, ignore_errors=True)
(RUN_DIR / "static").mkdir()

os.environ.update(
    VAR_DIR=str(RUN_DIR),
    DEBUG="true",
    DEMO="false",
    # Playwright's synchronous interface keeps an event loop running in the test's thread.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)
for name in ("SECRET_KEY", "NATIONAL_SYSTEM_URL", "MEDIA_ROOT", "ANCHOR_DIR"):
    os.environ.pop(name, None)

# Runs in parallel share one Redis and part its numbered databases among them.
if REDIS := os.environ.get("REDIS_URL"):
    NUMBER = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["REDIS_URL"] = f"{REDIS.rstrip('/').rsplit('/', 1)[0]}/{NUMBER}"

import misconduct.settings as project  # noqa: E402  the environment must be set first

globals().update({name: value for name, value in vars(project).items() if name.isupper()})

if project.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A test database need not outlive a power cut.
    project.DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **project.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
