"""Writing a file so that it is whole or the old one stays."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tqdm import tqdm

from journal.domain.errors import Invalid


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """Write a file that only its owner may read; whole, or the old one stays.

    Returns the size in bytes. Raises Invalid when it cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        part = Path(name)
        try:
            with (
                os.fdopen(handle, "wb") as out,
                tqdm(unit="B", unit_scale=True, desc=path.name, disable=None) as bar,
            ):
                for piece in pieces:
                    bar.update(out.write(piece))
                size = out.tell()
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as problem:
        reason = problem.strerror
        raise Invalid("output", f"Cannot write {path} ({reason}).") from None
    return size
