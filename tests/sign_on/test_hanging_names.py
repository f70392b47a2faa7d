"""A look-up of the provider's name that hangs: the page of a slow provider, in time, and no more.

No time limit of ours reaches into such a look-up. Here it hangs until the test ends.
"""

import socket
import threading
import time
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from flask import Flask

from quiz.usecases.sign_on import connecting, wire
from quiz.usecases.sign_on.errors import ProviderAway
from tests.sign_on.somebody import Somebody
from tests.sign_on.test_trouble import forget_everything, try_to_sign_in

A_MINUTE = 60.0


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch, sso_app: Flask, linked: Somebody) -> Iterator[Event]:
    """Names are looked up for a minute from now on, or until the event."""
    assert linked
    forget_everything(sso_app)
    over, really = Event(), socket.getaddrinfo

    def look_up(*asked: Any, **more: Any) -> Any:
        over.wait(A_MINUTE)
        return really(*asked, **more)

    monkeypatch.setattr(wire, "ALL_TOGETHER", 0.5)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    yield over
    over.set()
    _wait_until_free()


@pytest.mark.usefixtures("hanging")
def test_a_name_that_is_looked_up_for_a_minute_is_left_in_time(linked: Somebody) -> None:
    began = time.monotonic()
    page = try_to_sign_in(linked)
    assert time.monotonic() - began < A_MINUTE / 6
    assert page.status == 503
    assert "antwoordt nu niet" in page.text


def test_a_few_may_hang_and_no_more(linked: Somebody, sso_app: Flask, hanging: Event) -> None:
    for _time in range(connecting.MOST_HANGING + 3):
        forget_everything(sso_app)
        assert try_to_sign_in(linked).status == 503
    assert len(_connecting()) == connecting.MOST_HANGING
    hanging.set()
    _wait_until_free()
    forget_everything(sso_app)
    assert try_to_sign_in(linked).path == "/klassen"


def test_what_connects_too_late_is_hung_up() -> None:
    late, hung_up = Event(), Event()
    with pytest.raises(ProviderAway):
        connecting.connect_within(0.01, lambda: _until(late), hung_up.set)
    assert not hung_up.is_set()
    late.set()
    assert hung_up.wait(A_MINUTE)


def test_what_goes_wrong_in_time_is_raised_as_it_was() -> None:
    with pytest.raises(ConnectionRefusedError):
        connecting.connect_within(A_MINUTE, _refused, lambda: None)


def _until(event: Event) -> None:
    event.wait(A_MINUTE)


def _refused() -> None:
    raise ConnectionRefusedError


def _connecting() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "connect"]


def _wait_until_free() -> None:
    end = time.monotonic() + A_MINUTE
    while _connecting() and time.monotonic() < end:
        time.sleep(0.01)
