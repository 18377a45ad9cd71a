"""A PostgreSQL server of one's own, from the binaries that Debian's package installs."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_UNPRIVILEGED = ("postgres", "nobody")


class NoServerError(Exception):
    """There is no PostgreSQL to start here; the message says why."""


@contextmanager
def running_server() -> Iterator[str]:
    """The URL, without a database, of a server that stops when the block ends."""
    binaries = _binaries()
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="secondsource-pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        port = _free_port()
        data = folder / "data"
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -k {folder}"
        initdb = [binaries / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8"]
        _run(user, folder, *initdb, "--no-sync", "--locale=C.UTF-8")
        control = [binaries / "pg_ctl", "-D", data, "-w"]
        _run(user, folder, *control, "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://tester@127.0.0.1:{port}"
        finally:
            _run(user, folder, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    on_path = shutil.which("initdb")
    if on_path and (Path(on_path).parent / "pg_ctl").exists():
        return Path(on_path).resolve().parent
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if _is_recent(path)]
    if not versions:
        raise NoServerError("no PostgreSQL 15 or later is installed (Debian: postgresql)")
    return max(versions, key=lambda path: int(path.parent.name))


def _is_recent(path: Path) -> bool:
    version = path.parent.name
    return version.isdigit() and int(version) >= 15 and (path / "initdb").exists()


def _server_user() -> str | None:
    """PostgreSQL refuses to run as root, so root starts it as somebody else."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in _UNPRIVILEGED:
        if name in known:
            return name
    raise NoServerError("running as root, and no unprivileged user is there to start PostgreSQL")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(user: str | None, folder: Path, *command: object) -> None:
    words = [str(word) for word in command]
    if user is not None:
        words = ["runuser", "-u", user, "--", *words]
    log = folder / "commands"
    with log.open("ab") as output:
        # A pipe would be inherited by the server and never close.
        done = subprocess.run(
            words, cwd="/", stdout=output, stderr=output, timeout=120, check=False
        )
    if done.returncode:
        raise NoServerError(f"{words[-1]} failed: {log.read_text()[-500:]}")
