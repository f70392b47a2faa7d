"""What every use case needs, handed over in one piece: storage, questions, engine, key, clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from quiz.bank import Bank
from quiz.records import Database
from quiz.scoring import Engine


@dataclass(frozen=True)
class Services:
    """The parts of a running quiz. The clock gives moments in UTC and is replaced in tests."""

    database: Database
    bank: Bank
    engine: Engine
    code_key: bytes
    clock: Callable[[], datetime]
