"""The index of the curated foods, opened once for all tests of meal texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex, open_index


@pytest.fixture(scope="session")
def index(indexed: Path) -> FoodIndex:
    return open_index(indexed, reference_dir())
