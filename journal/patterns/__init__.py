"""What one person's diary can honestly say about food and symptoms."""

from journal.patterns.diary import Diary
from journal.patterns.finding import Finding
from journal.patterns.findings import find_timing

__all__ = ["Diary", "Finding", "find_timing"]
