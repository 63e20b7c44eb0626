"""How answers travel: compressed, and static files kept by the browser for good."""

from __future__ import annotations

import gzip
import hashlib
import io
import mimetypes
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flask import Flask, Response, request

from journal.security import HEADERS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

#: A year, the longest that browsers take; the address changes with any file.
KEEP: Final = "public, max-age=31536000, immutable"
#: Smaller answers do not get smaller by compression.
LEAST_BYTES: Final = 600
COMPRESSIBLE: Final = frozenset(
    {
        "text/html",
        "text/css",
        "text/javascript",
        "text/plain",
        "text/csv",
        "application/json",
        "application/manifest+json",
        "image/svg+xml",
    }
)
_MORE_TYPES: Final = {".woff2": "font/woff2", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class _File:
    """A static file in memory, as it is and compressed where that makes it smaller."""

    mimetype: str
    plain: bytes
    packed: bytes | None


def static_version(folder: Path) -> str:
    """Return a short mark of all static files: another one when any of them changes."""
    mark = hashlib.sha256()
    for path in _files(folder):
        mark.update(path.relative_to(folder).as_posix().encode() + b"\0")
        mark.update(path.read_bytes())
    return mark.hexdigest()[:10]


def init_delivery(app: Flask) -> None:
    """Compress the pages, and answer for static files before anything else runs."""

    @app.after_request
    def _compress(response: Response) -> Response:
        return compressed(response)

    folder = Path(app.static_folder or "")
    app.wsgi_app = StaticFiles(  # type: ignore[method-assign]
        app.wsgi_app, folder, prefix=f"{app.static_url_path}/"
    )


def compressed(response: Response) -> Response:
    """Return the answer compressed, where the browser takes it and it pays."""
    if response.mimetype not in COMPRESSIBLE or response.direct_passthrough:
        return response
    response.vary.add("Accept-Encoding")
    takes_it = request.accept_encodings.quality("gzip") > 0
    if not takes_it or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    if len(body) < LEAST_BYTES:
        return response
    response.set_data(_packed_with_noise(body))
    response.headers["Content-Encoding"] = "gzip"
    return response


def _packed_with_noise(body: bytes) -> bytes:
    """Compress a page, with a random length added where it does no harm.

    A page holds secrets (the form token) beside text that others may choose; its exact
    length would tell of both (BREACH). The name field of the gzip header, which
    browsers skip, takes up to 64 random characters.
    """
    noise = secrets.token_hex(32)[: secrets.randbelow(65)]
    packed = io.BytesIO()
    with gzip.GzipFile(noise, "wb", 6, packed, mtime=0) as out:
        out.write(body)
    return packed.getvalue()


class StaticFiles:
    """Answers for static files from memory, without a session or the database."""

    def __init__(self, app: WSGIApplication, folder: Path, *, prefix: str) -> None:
        self._app = app
        self._files = {
            prefix + path.relative_to(folder).as_posix(): _read(path)
            for path in _files(folder)
        }

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer for a file, or pass the request on."""
        found = self._files.get(environ.get("PATH_INFO", ""))
        method = environ.get("REQUEST_METHOD", "")
        if found is None or method not in {"GET", "HEAD"}:
            return self._app(environ, start_response)
        headers = [
            *HEADERS.items(),
            ("Content-Type", found.mimetype),
            ("Cache-Control", KEEP),
            ("Vary", "Accept-Encoding"),
        ]
        body = found.plain
        if found.packed and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            body = found.packed
            headers.append(("Content-Encoding", "gzip"))
        headers.append(("Content-Length", str(len(body))))
        start_response("200 OK", headers)
        return [body] if method == "GET" else []


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _read(path: Path) -> _File:
    plain = path.read_bytes()
    guessed = _MORE_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    mimetype = guessed or "application/octet-stream"
    packed = None
    if mimetype in COMPRESSIBLE:
        packed = gzip.compress(plain, 9, mtime=0)
    if mimetype.startswith("text/"):
        mimetype += "; charset=utf-8"
    return _File(
        mimetype, plain, packed if packed and len(packed) < len(plain) else None
    )
