"""The doctor's sheet as a tagged PDF, set by Typst from one template."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from journal.render.pdf_text import BOX, boxed, clean, missing_signs

#: Readable by screen readers (UA-1), and fit to be archived (A-2a).
Standard = Literal["ua-1", "a-2a"]
STANDARDS: Final[tuple[Standard, ...]] = ("ua-1", "a-2a")
NOTE: Final = f"A sign that could not be printed is shown as {BOX}."

_PAGE_TREE: Final = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")
_COUNT_FIRST: Final = re.compile(rb"/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file.

    `is_accessible` when it passed the rules of PDF/UA-1 and PDF/A-2a; `unprintable`
    holds the signs that no font could draw and that stand as boxes.
    """

    content: bytes
    page_count: int
    is_accessible: bool
    unprintable: frozenset[str] = frozenset()


def doctor_pdf(data: dict[str, Any], *, templates: Path, made_at: datetime) -> Pdf:
    """Return the sheet as a PDF; `data` is what templates/pdf/doctor.typ reads.

    Text goes in as data and is never read as markup. A script that the fonts beside
    the template lack is looked for in the fonts of the machine; a sign found nowhere
    becomes a box, and the page says so. If even then the rules are not met, the same
    sheet is set tagged, but without the claim.
    """
    import typst

    fit = clean(data)
    setting = functools.partial(_set, templates=templates, made_at=made_at)
    try:
        return _pdf(setting(fit), is_accessible=True)
    except typst.TypstError as error:
        missing = missing_signs(error.diagnostic)
    if missing:
        try:
            return _pdf(setting(fit, with_machine_fonts=True), is_accessible=True)
        except typst.TypstError as error:
            missing = missing_signs(error.diagnostic) or missing
        fit = boxed(fit, missing) | {"unprintable": NOTE}
        try:
            content = setting(fit, with_machine_fonts=True)
            return _pdf(content, is_accessible=True, unprintable=missing)
        except typst.TypstError:
            pass
    return _pdf(setting(fit, standards=()), is_accessible=False, unprintable=missing)


def _pdf(
    content: bytes, *, is_accessible: bool, unprintable: frozenset[str] = frozenset()
) -> Pdf:
    return Pdf(content, page_count(content), is_accessible, unprintable)


def _set(
    data: dict[str, Any],
    *,
    templates: Path,
    made_at: datetime,
    standards: tuple[Standard, ...] = STANDARDS,
    with_machine_fonts: bool = False,
) -> bytes:
    import typst

    folder = templates / "pdf"
    content: bytes = typst.compile(
        str(folder / "doctor.typ"),
        root=str(folder),
        font_paths=_fonts(folder / "fonts", with_machine_fonts=with_machine_fonts),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=list(standards),
        timestamp=int(made_at.timestamp()),
    )
    return content


@functools.cache
def _fonts(folder: Path, *, with_machine_fonts: bool) -> Any:
    """Return the fonts, found once: looking through a machine's takes half a second."""
    import typst

    return typst.Fonts(
        include_system_fonts=with_machine_fonts,
        include_embedded_fonts=True,
        font_paths=[str(folder)],
    )


def page_count(content: bytes) -> int:
    """Return the number of pages: the largest count in the tree of pages."""
    counts = [*_PAGE_TREE.findall(content), *_COUNT_FIRST.findall(content)]
    return max(map(int, counts), default=0)
