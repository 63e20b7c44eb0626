"""Where templates, migrations and reference data are: in a checkout or in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def templates_dir() -> Path:
    """Return the folder of the page, mail and PDF templates."""
    return _folder("templates")


def migrations_dir() -> Path:
    """Return the folder of the database migrations."""
    return _folder("migrations")


def reference_dir() -> Path:
    """Return the folder of the reference data."""
    return _folder("reference_data")
