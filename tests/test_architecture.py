"""The rules of the house that a machine can check: layers, sizes, names, files."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sqlalchemy import Table

from journal.models import Base
from journal.services.export_registry import STAYS, all_kept

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "journal"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What the pure packages may import beside the standard library and each other.
ALLOWED_IN_CORE = {
    "domain": {"rapidfuzz"},
    "patterns": {"numpy", "scipy"},
}

# This file is left out of the search: it spells them.
FORBIDDEN_IN_FILES = {
    "a package registry's address": re.compile(
        r"pypi\.(?:org|python)|pythonhosted\.|npmjs\.|registry\.npm|deb\.debian|"
        r"crates\.io|proxy\.golang"
    ),
    "a path of one machine": re.compile(
        r"(?<![\w.-])/(?:work/(?:main|shared)|root/|opt/pypi|home/\w+/)"
    ),
    "an unfinished note": re.compile(r"\b(?:TODO|FIXME|XXX)\b"),
}

# The food index is a file of its own beside the database: no page's transaction.
_COMMITS_TO_ITS_OWN_FILE = {"journal/services/foodindex_build.py"}

_STYLE_OR_SCRIPT = re.compile(
    r"""<style\b                       # a style block
      | <script\b(?![^>]*\bsrc=)       # a script without its own file
      | <[^>]*\sstyle\s*=              # a style attribute
      | <[^>]*\son[a-z]+\s*=           # an event attribute
      | (?:href|src|action)\s*=\s*["']?\s*javascript:""",
    re.IGNORECASE | re.VERBOSE,
)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: which files belong to the tree is not known")
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]


def _texts() -> Iterator[tuple[Path, str]]:
    for path in _tracked_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # pictures and fonts


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_imports_point_down_the_layers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("package", sorted(ALLOWED_IN_CORE))
def test_the_pure_core_imports_only_what_it_may(package: str) -> None:
    allowed = ALLOWED_IN_CORE[package] | sys.stdlib_module_names | {"journal"}
    strangers = [
        f"{_name(path)}: {module}"
        for path in sorted((PACKAGE / package).rglob("*.py"))
        for module in _imported(path)
        if module.partition(".")[0] not in allowed
    ]
    assert strangers == []


def test_the_start_imports_only_the_standard_library() -> None:
    own = {"journal", "journal.installing"}
    strangers = [
        f"{name}: {module}"
        for name in ("__init__.py", "__main__.py", "bootstrap.py", "installing.py")
        for module in _imported(PACKAGE / name)
        if module.partition(".")[0] not in sys.stdlib_module_names and module not in own
    ]
    assert strangers == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    purpose = ast.get_docstring(ast.parse(text))
    assert purpose, "no docstring"
    assert purpose.split("\n", 1)[0].endswith((".", "?")), "its first line: a sentence"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_grows_past_260_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 260


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = re.compile(r"utils?|helpers?|managers?|common|misc|base_\w+")
    tests = sorted((ROOT / "tests").rglob("*.py"))
    named = [
        _name(path)
        for path in [*MODULES, *tests]
        if any(vague.fullmatch(part) for part in (*path.parent.parts[-2:], path.stem))
    ]
    assert named == []


def test_use_cases_leave_the_commit_to_the_edges() -> None:
    committing = [
        f"{_name(path)}:{node.lineno}"
        for layer in ("domain", "patterns", "render", "models", "services")
        for path in sorted((PACKAGE / layer).rglob("*.py"))
        if _name(path) not in _COMMITS_TO_ITS_OWN_FILE
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    ]
    assert committing == []


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=str)
def test_every_table_leaves_with_its_person_or_says_why_it_stays(table: Table) -> None:
    leaving = {kept.table.name for kept, _ in all_kept()} - {"account"}
    assert (table.name in leaving) != (table.name in STAYS), (
        f"Decide in journal/services/export_registry.py whether the rows of "
        f"“{table.name}” leave with the person (a line in KEPT, or inside another "
        f"table's line) or stay here (a line with the reason in STAYS). Then write "
        f"the schema anew: see docs/export-format.md."
    )


def test_migrations_import_nothing_of_the_application() -> None:
    importing = [
        f"{_name(path)}: {module}"
        for path in sorted((ROOT / "migrations" / "versions").glob("*.py"))
        for module in _imported(path)
        if module.partition(".")[0] == "journal"
    ]
    assert importing == []


@pytest.mark.parametrize("what", FORBIDDEN_IN_FILES)
def test_no_file_in_the_tree_holds(what: str) -> None:
    this_file = Path(__file__).resolve()
    found = [
        f"{_name(path)}: {match[0]}"
        for path, text in _texts()
        if path != this_file
        for match in [FORBIDDEN_IN_FILES[what].search(text)]
        if match
    ]
    assert found == []


def test_pages_hold_no_inline_style_or_script() -> None:
    # Mails are not under the pages' policy; mail programs need their styles inline.
    found = [
        f"{_name(path)}: {match[0][:80]}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if "email" not in path.relative_to(ROOT / "templates").parts
        for match in [_STYLE_OR_SCRIPT.search(path.read_text("utf-8"))]
        if match
    ]
    assert found == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='color: red'>",
        "<style>p {}</style>",
        "<script>go()</script>",
        '<button\n onclick="go()">',
        "<a href='javascript:go()'>",
    ],
)
def test_the_search_for_inline_code_finds_it(markup: str) -> None:
    assert _STYLE_OR_SCRIPT.search(markup)


@pytest.mark.parametrize(
    "markup",
    ['<script src="/static/app.js" defer></script>', "<p>style = plain</p>", "<p on>"],
)
def test_the_search_for_inline_code_leaves_the_rest(markup: str) -> None:
    assert not _STYLE_OR_SCRIPT.search(markup)


@pytest.mark.parametrize("name", ["journal", "tests"])
def test_requirements_are_pinned_hashed_and_name_no_place(name: str) -> None:
    text = (ROOT / name / "requirements.txt").read_text("utf-8")
    pins = re.split(r"\n(?=[A-Za-z])", text.strip())
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[\w.-]+==[\w.]+( ;[^\\]*)? \\\n", pin), pin[:60]
        assert "--hash=sha256:" in pin, pin[:60]
    assert not re.search(r"https?:|file:|@ |^-", text, re.MULTILINE)


def test_every_declared_package_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = {
        "journal": [
            *project["project"]["dependencies"],
            *project["project"]["optional-dependencies"]["postgres"],
        ],
        "tests": project["dependency-groups"]["test"],
    }
    for name, requirements in declared.items():
        text = (ROOT / name / "requirements.txt").read_text("utf-8")
        pinned = dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))
        for requirement in map(Requirement, requirements):
            version = pinned[canonicalize_name(requirement.name)]
            assert version in requirement.specifier, requirement
