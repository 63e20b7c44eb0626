"""A small diary to vary, and the simulator of the benchmarks."""

import sys
from pathlib import Path

import numpy as np
import pytest

from journal.patterns import Diary

# The simulator lives with the benchmarks that the README quotes.
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))


@pytest.fixture
def make_diary():
    """Return a diary of n days; `linked` makes bad nights follow low amounts."""

    def make(n: int = 182, *, linked: bool = False, seed: int = 4, **more) -> Diary:
        rng = np.random.default_rng(seed)
        amounts = {name: rng.lognormal(5, 0.3, n) for name in ("water", "salt")}
        push = -3 * np.log(amounts["water"] / np.exp(5)) / 0.3 if linked else 0
        bad = rng.random(n) < 1 / (1 + np.exp(0.7 - push))
        severity = np.where(bad, rng.integers(2, 9, n), 0).astype(float)
        other = np.where(rng.random(n) < 0.3, rng.integers(1, 7, n), 0).astype(float)
        values = {
            "days": np.datetime64("2025-03-03") + np.arange(n),
            "symptoms": {"cramps": severity, "aching": other},
            "factors": amounts,
            "expected_sign": {"water": -1},
        }
        return Diary(**(values | more))

    return make
