"""What the import that runs in the background is doing, in a file that outlives it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

Phase = Literal[
    "reading",
    "writing",
    "entering",
    "removing",
    "indexing",
    "done",
    "failed",
    "cancelled",
]
FILE: Final = Path("food_imports") / "job.json"
RUNNING: Final = frozenset({"reading", "writing", "entering", "removing", "indexing"})


@dataclass(frozen=True, slots=True)
class Job:
    """One import or undo, as it is or as it ended.

    :param done: bytes read, or foods written, brought in or removed
    :param whole: what `done` goes up to; 0 when it is not known
    :param said: the sentence about how it ended
    """

    name: str
    phase: Phase
    started_at: datetime
    done: int = 0
    whole: int = 0
    said: str = ""

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.phase in RUNNING

    @property
    def percent(self) -> int | None:
        """How far the phase is, 0 to 99; None when it cannot be told."""
        if not self.whole or self.phase == "indexing":
            return None
        return min(99, self.done * 100 // self.whole)


def read_job(data_dir: Path) -> Job | None:
    """Return the last job, or None when there was none or its file cannot be read."""
    try:
        values: dict[str, Any] = json.loads((data_dir / FILE).read_text("utf-8"))
        values["started_at"] = datetime.fromisoformat(values["started_at"])
        return Job(**values)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_job(data_dir: Path, job: Job, **changed: Any) -> Job:
    """Write a job, with changes, in one step; return it as written."""
    job = replace(job, **changed)
    path = data_dir / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    values = asdict(job) | {"started_at": job.started_at.isoformat()}
    new.write_text(json.dumps(values), "utf-8")
    new.replace(path)
    return job


def forget_job(data_dir: Path) -> None:
    """Forget how the last job ended."""
    (data_dir / FILE).unlink(missing_ok=True)
