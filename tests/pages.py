"""Reading an answer as a page, and what every page of the journal must keep to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
LABELLED = {"input", "select", "textarea"}
NO_LABEL_TYPES = {"hidden", "submit", "button"}


@dataclass
class Page:
    """One HTML answer."""

    path: str
    status: int
    html: str
    text: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    #: Field name to the values it would send as the page stands.
    fields: dict[str, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def h1(self) -> str:
        return self.headings[0] if self.headings else ""


def read_page(path: str, status: int, html: str) -> Page:
    """Parse a page and note what it does wrong in `faults`."""
    page = Page(path, status, html)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    page.text = " ".join("".join(reader.texts).split())
    page.title = " ".join(page.title.split())
    page.headings = [" ".join(words.split()) for words in page.headings]
    page.faults += reader.judge()
    return page


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.texts: list[str] = []
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.label_for: set[str] = set()
        self.references: list[str] = []
        self.unlabelled: list[str] = []
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids[given["id"]] += 1
        self._safety(tag, given)
        self._references(tag, given)
        if tag == "h1":
            self.page.headings.append("")
        if tag == "img" and "alt" not in given:
            self.page.faults.append(f"image without alt: {given.get('src')}")
        self._field(tag, given)

    def _safety(self, tag: str, given: dict[str, str]) -> None:
        faults = self.page.faults
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                faults.append(f"inline {name} on <{tag}>")
            if name in {"src", "href", "action"} and re.match(r"(https?:)?//", value):
                faults.append(f"foreign address {value}")
        if tag == "style" or (tag == "script" and "src" not in given):
            faults.append(f"inline <{tag}>")

    def _references(self, tag: str, given: dict[str, str]) -> None:
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
            if given["href"].startswith("#") and len(given["href"]) > 1:
                self.references.append(given["href"][1:])
        if tag == "label" and "for" in given:
            self.label_for.add(given["for"])
            self.references.append(given["for"])
        for name in ("aria-describedby", "aria-labelledby"):
            self.references += given.get(name, "").split()

    def _field(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if tag in LABELLED and kind not in NO_LABEL_TYPES:
            named = "label" in self.open or "aria-label" in given
            if not named and "aria-labelledby" not in given:
                self.unlabelled.append(given.get("id", f"({given.get('name')})"))
        name = given.get("name", "")
        if tag == "select":
            self.select = name
        if tag == "option" and "selected" in given:
            self.page.fields.setdefault(self.select, []).append(given.get("value", ""))
        if tag == "input" and name and kind not in {"submit", "button"}:
            chosen = kind not in {"radio", "checkbox"} or "checked" in given
            if chosen:
                self.page.fields.setdefault(name, []).append(given.get("value", "on"))
        if tag == "textarea":
            self.page.fields.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open and self.open.pop() != tag:
                pass
        self.texts.append(" ")

    def handle_data(self, data: str) -> None:
        if "script" in self.open or "style" in self.open:
            return
        if "title" in self.open and "svg" not in self.open:
            self.page.title += data
            return
        self.texts.append(data)
        if "h1" in self.open:
            self.page.headings[-1] += data

    def judge(self) -> list[str]:
        page = self.page
        faults = [f"id twice: {name}" for name, count in self.ids.items() if count > 1]
        faults += [
            f"nothing has the id {r}" for r in self.references if r not in self.ids
        ]
        faults += [f"no label: {f}" for f in self.unlabelled if f not in self.label_for]
        if len(page.headings) != 1:
            faults.append(f"{len(page.headings)} h1 instead of one")
        start = page.title.split(" · ")[0]
        if not start or not page.h1.startswith(start):
            faults.append(f"title “{page.title}” does not begin as h1 “{page.h1}”")
        return faults
