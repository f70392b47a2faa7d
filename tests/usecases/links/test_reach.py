"""Where a link may lead us: to the internet alone, at every step, whatever a name means."""

import socket
from dataclasses import replace
from ipaddress import ip_address
from typing import Any

import pytest

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.calling import Manner
from quiz.usecases.links.reach import is_public, target_of
from quiz.usecases.links.trying import Turns, try_link
from tests.usecases.links.quickly import tried
from tests.usecases.links.site import Site, running

PRIVATE = (
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "239.1.1.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),  # noqa: S104
    *("::1", "::", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1"),
    *("::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_that_is_not_of_the_internet_is_called(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert not is_public(ip_address(address), 443)
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: answers)
    monkeypatch.setattr(socket, "create_connection", _never)
    found = try_link("https://voorbeeld.example/", Manner("Tests"), Turns(0.0))
    assert found == Tried(Outcome.NOT_PUBLIC)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2a00:1450:400e:80d::200e", "64:ff9b::808:808"]
)
def test_an_address_of_the_internet_is_called_where_websites_are(address: str) -> None:
    assert is_public(ip_address(address), 443)
    assert is_public(ip_address(address), 80)
    assert not is_public(ip_address(address), 22)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://Voorbeeld.example/", "voorbeeld.example"),
        ("https://voorbeeld.example.:443/", "voorbeeld.example"),
        ("http://voorbeeld.example:443/", "voorbeeld.example:443"),
        ("https://één.example/", "xn--n-9faa.example"),
        ("http://[2a00:1450::200e]/", "[2a00:1450::200e]"),
        ("http://[2a00:1450::200e]:8080/", "[2a00:1450::200e]:8080"),
    ],
)
def test_a_site_hears_the_name_that_a_browser_would_say(address: str, named: str) -> None:
    assert target_of(address).named == named


def test_a_site_that_sends_us_into_our_own_network_is_not_followed(site: Site) -> None:
    with running() as inside:
        found = tried(site, "/to/" + inside.at("/"))
        assert found == Tried(Outcome.NOT_PUBLIC)
        assert inside.asked == []


def test_a_name_that_means_something_else_a_moment_later_changes_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address that was checked is called: the name is looked up once for a question."""
    asked: list[str] = []

    def look_up(host: str, port: int, *_more: Any, **_named: Any) -> Any:
        if host not in {"voorbeeld.example", "127.0.0.1", "127.0.0.2"}:
            raise AssertionError(host)
        named = host == "voorbeeld.example"
        asked.extend([host] if named else [])
        address = ("127.0.0.1" if len(asked) == 1 else "127.0.0.2") if named else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def may_call(address: Any, port: int) -> bool:
        return str(address) == "127.0.0.1" and port == site.port

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    manner = replace(site.manner, may_call=may_call)
    address = site.at("/", "voorbeeld.example")
    assert try_link(address, manner, Turns(0.0)) == Tried(Outcome.GOOD, 200)
    assert asked == ["voorbeeld.example"]
    assert try_link(address, manner, Turns(0.0)) == Tried(Outcome.NOT_PUBLIC)


def _never(*_asked: Any, **_more: Any) -> Any:
    raise AssertionError("somebody was called")
