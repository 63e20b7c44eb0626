"""The examples in the docstrings of the patterns package are true."""

import doctest
import importlib
import pkgutil

import pytest

import journal.patterns

MODULES = [m.name for m in pkgutil.iter_modules(journal.patterns.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    module = importlib.import_module(f"journal.patterns.{name}")
    assert doctest.testmod(module).failed == 0
