"""Text of any script made fit for print: no hidden signs, emoji as words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import Any, Final

#: Stands for a sign that no font here can draw.
BOX: Final = "\u25a1"

#: Invisible signs that turn the reading direction of what follows.
_BIDI: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_KEPT_CONTROLS: Final = frozenset("\n\t")
_DROPPED: Final = frozenset({"Cc", "Co", "Cs", "Cn"})
_BASE: Final = "\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
_TRAIL: Final = "\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3\U000e0020-\U000e007f"
_FLAG: Final = "\U0001f1e6-\U0001f1ff"
#: One emoji with its modifiers and all that is joined to it; or one flag.
_EMOJI: Final = re.compile(
    f"[{_FLAG}]{{2}}|[{_BASE}][{_TRAIL}]*(?:\u200d[{_BASE}\u2600-\u27bf][{_TRAIL}]*)*"
)
_LOOSE: Final = re.compile("[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")
_MISSING: Final = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


def clean(value: Any) -> Any:
    """Return the data fit for print; applied to every string in dicts and lists.

    Left out are control signs, direction overrides, private and unassigned signs.
    Letters are composed (NFC), emoji become their names in square brackets.
    """
    return _each(value, _clean_text)


def boxed(value: Any, signs: Collection[str]) -> Any:
    """Return the data with a box for each of the signs that cannot be drawn."""
    pattern = re.compile("|".join(map(re.escape, sorted(signs, key=len, reverse=True))))
    return _each(value, lambda text: pattern.sub(BOX, text))


def missing_signs(diagnostic: str) -> frozenset[str]:
    """Return the signs that the typesetter found in no font, from what it says."""
    return frozenset(
        _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found)
        for found in _MISSING.findall(diagnostic)
    )


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each(item, change) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_each(item, change) for item in value]
    return value


def _clean_text(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _LOOSE.sub("", _EMOJI.sub(_named, unicodedata.normalize("NFC", text)))
    return "".join(sign for sign in text if _is_kept(sign))


def _is_kept(sign: str) -> bool:
    if sign in _KEPT_CONTROLS:
        return True
    return sign not in _BIDI and unicodedata.category(sign) not in _DROPPED


def _named(emoji: re.Match[str]) -> str:
    """Return "[leg]"; for a flag its letters, for joined ones all names."""
    signs = emoji[0]
    if "\U0001f1e6" <= signs[0] <= "\U0001f1ff":
        letters = "".join(
            chr(ord(sign) - 0x1F1E6 + ord("A"))
            for sign in signs
            if "\U0001f1e6" <= sign <= "\U0001f1ff"
        )
        return f"[flag {letters}]"
    names = [
        unicodedata.name(sign, "emoji").lower()
        for sign in signs
        if not _LOOSE.match(sign) and unicodedata.category(sign) in {"So", "Cn", "Sk"}
    ]
    return f"[{' and '.join(names) or 'emoji'}]"
