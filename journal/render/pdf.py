"""The doctor's sheet as a tagged PDF, set by Typst from one template."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

#: Invisible signs that turn the reading direction of what follows.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_KEPT_CONTROLS = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file; `is_accessible` when it passed the PDF/UA-1 rules."""

    content: bytes
    is_accessible: bool


def clean(value: Any) -> Any:
    """Return the data without control signs, direction overrides and private signs.

    Applied to every string of nested dicts and lists; nothing else is changed.
    """
    if isinstance(value, str):
        return "".join(
            sign
            for sign in value
            if sign in _KEPT_CONTROLS
            or (
                unicodedata.category(sign) not in {"Cc", "Co", "Cs"}
                and sign not in _BIDI
            )
        )
    if isinstance(value, dict):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    return value


def doctor_pdf(data: dict[str, Any], *, templates: Path, made_at: datetime) -> Pdf:
    """Return the sheet as a PDF; `data` is what templates/pdf/doctor.typ reads.

    Text goes in as data and is never read as markup. PDF/UA-1 is refused when a sign
    is in no font (an emoji in a name, say); then the same sheet is set tagged, but
    without that claim.
    """
    import typst

    folder = templates / "pdf"
    inputs = {"data": json.dumps(clean(data), ensure_ascii=False)}
    common: dict[str, Any] = {
        "root": str(folder),
        "font_paths": [str(folder / "fonts")],
        "ignore_system_fonts": True,
        "format": "pdf",
        "sys_inputs": inputs,
        "timestamp": int(made_at.timestamp()),
    }
    source = str(folder / "doctor.typ")
    try:
        return Pdf(
            typst.compile(source, pdf_standards=["ua-1"], **common), is_accessible=True
        )
    except typst.TypstError:
        return Pdf(typst.compile(source, **common), is_accessible=False)
