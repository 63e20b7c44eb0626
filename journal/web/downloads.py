"""Handing out large files: on disk while they are sent, never held as a whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Final, Self

from flask import Response

PIECE_BYTES: Final = 64 * 1024


class _Spooled:
    """A file on disk while it is handed out; gone once it is read or let go."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
        try:
            self._file.writelines(pieces)
            self.size = self._file.tell()
            self._file.seek(0)
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        piece = self._file.read(PIECE_BYTES)
        if not piece:
            raise StopIteration
        return piece

    def close(self) -> None:
        """Delete the file; the server calls this at the end of the answer."""
        self._file.close()

    def __del__(self) -> None:
        self.close()


def download(pieces: Iterator[bytes], mimetype: str, name: str) -> Response:
    """Return a file that is written to disk first and that no cache keeps."""
    spooled = _Spooled(pieces)
    answer = Response(spooled, mimetype=mimetype)
    answer.content_length = spooled.size
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
