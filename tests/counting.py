"""What was counted, for tests that are not about it."""

from flask import Flask

from quiz.web.access.counts import counters_of
from quiz.web.access.limits import TRIES_PER_ADDRESS

HERE = "127.0.0.1"


def forget_counts(app: Flask) -> None:
    """Nobody typed anything wrong yet."""
    counters_of(app).storage.reset()


def use_up_tries_from_here(app: Flask) -> None:
    """As if very many wrong passwords were typed behind the address of these tests."""
    for _turn in range(TRIES_PER_ADDRESS.amount):
        counters_of(app).hit(TRIES_PER_ADDRESS, "try", "address", HERE)
