"""What every use case needs, handed over in one piece: storage, questions, engine, key, clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from quiz.config.school_time import ZONE, day_of, month_of
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.engine import Engine
from quiz.storage.database import Database


@dataclass(frozen=True)
class Services:
    """The parts of a running quiz. The clock gives moments in UTC and is replaced in tests.

    `zone`: where the school lives its days; `tag_names`: what each tag is called, in each language.
    """

    database: Database
    bank: Bank
    engine: Engine
    code_key: bytes
    clock: Callable[[], datetime]
    zone: ZoneInfo = ZONE
    tag_names: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def seconds(self) -> int:
        """The moment in whole seconds, as the session of a browser holds it."""
        return int(self.clock().timestamp())

    def today(self) -> date:
        """The day that it is at school."""
        return day_of(self.clock(), self.zone)

    def this_month(self) -> str:
        """The month that it is at school: '2026-11'."""
        return month_of(self.clock(), self.zone)
