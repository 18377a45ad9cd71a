"""Nothing leaves the machine: the program works where every connection is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BLOCKED = """
import socket, sys

def refused(*arguments, **more):
    sys.stderr.write(f"the network was asked: {arguments[1:] or arguments}\\n")
    raise OSError("the network was asked")

class Refused(socket.socket):
    connect = connect_ex = sendto = sendmsg = refused

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refused
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + code], capture_output=True, text=True, check=False
    )


def test_reading_asking_and_annotating_ask_nobody(small_reports: Path, tmp_path: Path) -> None:
    done = run(
        "import secondsource as ss\n"
        f"with ss.open({str(tmp_path / 'x.db')!r}) as ledger:\n"
        f"    print(ledger.ingest({str(small_reports)!r}).new)\n"
        "    ledger.events(), ledger.ties(), ledger.lineage(), ledger.search('alliance')\n"
        "list(ss.annotate([{'id': '1', 'text': 'Rebels attacked Aleppo on Monday.'}]))\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["4"]
    assert "network" not in done.stderr


def test_doctor_asks_nobody() -> None:
    done = run(
        "sys.argv = ['secondsource', 'doctor', '--ledger', '/nowhere/x.db']\n"
        "from secondsource.cli import main\nmain()\n"
    )
    assert "network" not in done.stderr
    assert "good   language model" in done.stdout


def test_a_connection_is_seen() -> None:
    done = run("import httpx\nhttpx.get('http://192.0.2.1/', timeout=1)\n")
    assert done.returncode == 1
    assert "the network was asked" in done.stderr
