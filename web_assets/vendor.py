"""Fetches the front-end files that the workbench ships, and pins what was fetched.

    python web_assets/vendor.py

``assets.toml`` says which files of which npm packages are wanted, ``lock.json`` what they were: a
package whose bytes differ from the lock is refused. A package that the lock does not have in that
version is added to it. The files land in ``secondsource/web/static/vendor``, each package with its
licence; that folder is committed, so that nobody else needs a network or Node.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sys
import tarfile
import tomllib
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FOLDER = HERE.parent / "secondsource" / "web" / "static" / "vendor"
REGISTRY = "https://registry.npmjs.org"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """Files wanted of one npm package: where each stands in it, and its name here."""

    package: str
    version: str
    licence: str
    folder: str
    files: Mapping[str, str]

    @property
    def url(self) -> str:
        """Where the registry keeps the package."""
        file = f"{self.package.rpartition('/')[2]}-{self.version}.tgz"
        return f"{REGISTRY}/{self.package}/-/{file}"


def wanted() -> list[Asset]:
    """What ``assets.toml`` asks for."""
    read = tomllib.loads((HERE / "assets.toml").read_text(encoding="utf-8"))
    return [Asset(**row) for row in read["asset"]]


def fetched(asset: Asset, pinned: Mapping[str, Any] | None) -> dict[str, Any]:
    """Write the files of one package; returns its entry in the lock."""
    with urllib.request.urlopen(asset.url, timeout=60) as answer:
        archive = answer.read()
    digest = hashlib.sha256(archive).hexdigest()
    if pinned and pinned["version"] == asset.version and pinned["sha256"] != digest:
        sys.exit(f"{asset.package} {asset.version} is not what the lock says: {digest}")
    place = FOLDER / asset.folder
    shutil.rmtree(place, ignore_errors=True)
    hashes = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for inside, name in asset.files.items():
            member = packed.extractfile(f"package/{inside}")
            if member is None:
                sys.exit(f"{asset.package} has no file {inside}")
            content = member.read()
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
            hashes[f"{asset.folder}/{name}"] = hashlib.sha256(content).hexdigest()
    return {
        "version": asset.version,
        "licence": asset.licence,
        "url": asset.url,
        "sha256": digest,
        "files": hashes,
    }


def main() -> None:
    """Fetch everything that is wanted, and write the lock."""
    file = HERE / "lock.json"
    pinned = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    lock = {asset.package: fetched(asset, pinned.get(asset.package)) for asset in wanted()}
    file.write_text(json.dumps(lock, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for package, entry in sorted(lock.items()):
        print(f"{package} {entry['version']} ({entry['licence']}): {len(entry['files'])} files")


if __name__ == "__main__":
    main()
