"""Makes a bare machine ready, then hands over: ``python3 misconduct/ops/bootstrap.py run``.

Runs on the system's Python with nothing but the standard library. System packages come through
apt when root or sudo allows, Python packages from the hashed lock into ``.venv``; a stamp there
lets the next call start at once.
"""

from __future__ import annotations

import argparse
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / ".installed"
PR_SET_PDEATHSIG = 1

# What letters are set with; without libharfbuzz-subset0 a page takes seconds instead of a tenth.
PRINTING = [
    "libpango-1.0-0",
    "libpangoft2-1.0-0",
    "libharfbuzz-subset0",
    "fonts-noto-cjk",
    "fonts-arphic-uming",
]
TESTING = ["chromium", "redis-server", "postgresql", "poppler-utils"]

# Goal: the system packages it needs, and what the environment's Python runs for it.
GOALS: dict[str, tuple[list[str], list[str]]] = {
    "run": (PRINTING, ["manage.py", "up"]),
    "test": (PRINTING + TESTING, ["-m", "tests.support.suite"]),
    "bench": (PRINTING, ["-m", "tests.bench"]),
    "install": ([], []),
}


def say(chinese: str, english: str) -> None:
    """One line for the person at the terminal."""
    print(f"{chinese} ({english})", file=sys.stderr, flush=True)


def stop(chinese: str, english: str) -> SystemExit:
    """The refusal to go on, with what to do."""
    return SystemExit(f"{chinese}\n{english}")


def absent(packages: list[str]) -> list[str]:
    """Those of the Debian packages that are not installed; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return []
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *packages]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    return [package for package in packages if package not in present]


def privilege() -> list[str] | None:
    """What goes before apt: nothing as root, sudo when it asks no password; None when neither."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") is None:
        return None
    return sudo if subprocess.run([*sudo, "true"], capture_output=True).returncode == 0 else None


def install_packages(packages: list[str]) -> None:
    """Install what is missing, or stop and say exactly what to type."""
    missing = absent(packages)
    if not missing:
        return
    command = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    prefix = privilege()
    if prefix is None:
        raise stop(f"请先安装系统软件包：sudo {command}", f"Install first: sudo {command}")
    say(f"正在安装系统软件包：{' '.join(missing)}", "installing system packages")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    apt += ["-o", "DPkg::Lock::Timeout=600"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    # A stale list of packages is no reason to stop: the installation may still succeed.
    subprocess.run([*apt, "update"], check=False, **quiet)
    install = [*apt, "install", "-y", "--no-install-recommends", *missing]
    if subprocess.run(install, check=False, **quiet).returncode or absent(missing):
        raise stop(f"安装失败，请手工执行：sudo {command}", f"Failed; try by hand: sudo {command}")


def wanted() -> str:
    """The stamp of an environment that holds exactly what the lock says."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def works() -> bool:
    """Whether the environment's Python starts and has pip."""
    probe = [str(PYTHON), "-c", "import pip"]
    return PYTHON.exists() and subprocess.run(probe, capture_output=True).returncode == 0


def make_environment() -> None:
    """Bring ``.venv`` to the lock; does nothing when the stamp says it is."""
    if STAMP.exists() and STAMP.read_text() == wanted() and PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"])
    if not works():
        say("正在建立 Python 环境", "making .venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    say("正在安装 Python 软件包，约需半分钟", "installing Python packages, about half a minute")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    result = subprocess.run(
        [*pip, "--quiet", "--require-hashes", "--requirement", str(LOCK)], check=False
    )
    if result.returncode:
        raise stop(
            "Python 软件包安装失败，原因见上。", "Installing Python packages failed, see above."
        )
    STAMP.write_text(wanted())


def prepare(goal: str) -> None:
    """Everything the goal needs; two calls at once wait for each other."""
    if sys.version_info < (3, 11):  # noqa: UP036  the system's Python may be older
        raise stop("需要 Python 3.11 或更新版本。", "Python 3.11 or newer is needed.")
    var = ROOT / "var"
    var.mkdir(exist_ok=True)
    with (var / "bootstrap.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install_packages(GOALS[goal][0])
        make_environment()


def main() -> None:
    """Prepare, then become the goal's process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goal", choices=GOALS)
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    chosen = parser.parse_args()
    prepare(chosen.goal)
    command = GOALS[chosen.goal][1]
    if command:
        # Kept across exec: should make be killed, its child is told.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), *command, *chosen.rest])


if __name__ == "__main__":
    main()
