"""The index of the curated foods, opened once for all tests of meal texts."""

from __future__ import annotations

import pytest

from journal.resources import reference_dir
from journal.services.foodindex import FoodIndex, open_index


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> FoodIndex:
    return open_index(tmp_path_factory.mktemp("index"), reference_dir())
