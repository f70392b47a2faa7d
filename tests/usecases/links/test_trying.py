"""One link, tried against a real server: what comes of it, in time, and with how little."""

import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.calling import Manner
from quiz.usecases.links.reach import is_public
from quiz.usecases.links.trying import Turns, try_link
from tests.usecases.links.site import Site, running

LONGEST = 8.0  # seconds: two questions of one second each, on a machine that does much else


@pytest.fixture(scope="module")
def shared() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def site(shared: Site) -> Site:
    shared.asked.clear()
    shared.sent = 0
    return shared


def tried(site: Site, path: str, **more: Any) -> Tried:
    began = time.monotonic()
    found = try_link(site.at(path), replace(site.manner, **more), Turns(0.0))
    assert time.monotonic() - began < LONGEST
    return found


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/", Outcome.GOOD, 200),
        ("/status/204", Outcome.GOOD, 204),
        ("/status/404", Outcome.GONE, 404),
        ("/status/410", Outcome.GONE, 410),
        ("/status/403", Outcome.CLOSED, 403),
        ("/status/429", Outcome.CLOSED, 429),
        ("/status/999", Outcome.CLOSED, 999),
        ("/status/500", Outcome.ERROR, 500),
        ("/status/400", Outcome.ERROR, 400),
        ("/only-get/403", Outcome.GOOD, 200),
        ("/only-get/404", Outcome.GOOD, 200),
        ("/only-get/501", Outcome.GOOD, 200),
        ("/get/404", Outcome.GONE, 404),
        ("/to//status/200", Outcome.GOOD, 200),
        ("/to//to//status/404", Outcome.GONE, 404),
        ("/turn/0", Outcome.ENDLESS, None),
        ("/self", Outcome.ENDLESS, None),
        ("/hang", Outcome.SILENT, None),
        ("/close", Outcome.SILENT, None),
        ("/slowly", Outcome.SILENT, None),
        ("/continue", Outcome.SILENT, None),
        ("/long-head", Outcome.SILENT, None),
        ("/rubbish", Outcome.SILENT, None),
        ("/to/ftp://voorbeeld.example/", Outcome.NOT_PUBLIC, None),
        ("/to/file:///etc/passwd", Outcome.NOT_PUBLIC, None),
        ("/to/javascript:alert(1)", Outcome.NOT_PUBLIC, None),
        ("/to/http://een:twee@127.0.0.1/", Outcome.NOT_PUBLIC, None),
        ("/to/http://[", Outcome.ERROR, None),
        ("/to/http://127.0.0.1:99999/", Outcome.NOT_PUBLIC, None),
    ],
)
def test_what_comes_of_a_link(site: Site, path: str, outcome: Outcome, status: int | None) -> None:
    assert tried(site, path) == Tried(outcome, status)


@pytest.mark.parametrize("path", ["/huge", "/bomb"])
def test_of_a_page_nothing_is_read(site: Site, path: str) -> None:
    assert tried(site, path).outcome is Outcome.GOOD
    assert [method for method, _path in site.asked] == ["HEAD"]
    assert site.sent < 20 << 20


def test_a_page_that_is_only_given_whole_is_left_at_its_first_line(site: Site) -> None:
    assert tried(site, "/get/200").outcome is Outcome.GOOD
    assert [method for method, _path in site.asked] == ["HEAD", "GET"]


def test_too_many_questions_are_not_answered_with_one_more(site: Site) -> None:
    tried(site, "/status/429")
    assert len(site.asked) == 1


def test_we_say_who_we_are(site: Site) -> None:
    tried(site, "/")
    assert site.agents == {"Tests"}


def test_nobody_there(site: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    manner = replace(site.manner, may_call=lambda address, _port: address.is_loopback)
    found = try_link(f"http://127.0.0.1:{port}/", manner, Turns(0.0))
    assert found == Tried(Outcome.SILENT)


def test_a_name_that_does_not_exist(site: Site) -> None:
    found = try_link("http://bestaat-niet.invalid/", site.manner, Turns(0.0))
    assert found.outcome in {Outcome.NO_SITE, Outcome.SILENT}  # without a network it may be later


def test_a_name_that_is_looked_up_for_ever_is_left(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_asked, **_more: site.over.wait(30))
    assert tried(site, "/").outcome is Outcome.SILENT


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


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody vouches for."""
    folder = tmp_path_factory.mktemp("tls")
    words = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=voorbeeld.example"
    subprocess.run(
        [*words.split(), "-keyout", folder / "key", "-out", folder / "cert"],
        check=True,
        capture_output=True,
    )
    both = folder / "both"
    both.write_bytes((folder / "key").read_bytes() + (folder / "cert").read_bytes())
    return both


def test_a_certificate_that_nobody_vouches_for_is_a_failure(certificate: Path) -> None:
    with running(certificate) as site:
        assert tried(site, "/") == Tried(Outcome.UNSAFE)
        assert site.asked == []


def test_no_tls_where_it_should_be(site: Site) -> None:
    address = site.at("/").replace("http:", "https:")
    found = try_link(address, site.manner, Turns(0.0))
    assert found.failed


def _never(*_asked: Any, **_more: Any) -> Any:
    raise AssertionError("somebody was called")
