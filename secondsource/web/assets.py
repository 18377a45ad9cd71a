"""Style sheets, scripts and fonts: files of the package, served as they are."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"

# The system's own table may lack these or, on some systems, hold wrong ones.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("font/woff2", ".woff2")


class _Revalidated(StaticFiles):
    """Files that the browser keeps and asks about: a new version of the program shows at once."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 304 where the browser has it."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "no-cache"
        return answer


def mount_static(app: FastAPI) -> None:
    """Serve the package's static files under ``/static``."""
    app.mount("/static", _Revalidated(directory=FOLDER), name="static")
