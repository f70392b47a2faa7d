"""One link, tried against a real server: what comes of it, in time, and with how little."""

import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.reach import LONGEST
from quiz.usecases.links.trying import Turns, try_link
from tests.usecases.links.quickly import tried
from tests.usecases.links.site import Site, running


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
        ("/named/één dag", Outcome.GOOD, 200),
        ("/named/%C3%A9%C3%A9n%20dag", Outcome.GOOD, 200),
        ("/named/%25", Outcome.GONE, 404),
        ("/to-named", Outcome.GOOD, 200),
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
        ("/to/http://[", Outcome.ERROR, None),
        ("/to/http://127.0.0.1:99999/", Outcome.NOT_PUBLIC, None),
    ],
)
def test_what_comes_of_a_link(site: Site, path: str, outcome: Outcome, status: int | None) -> None:
    assert tried(site, path, outcome) == Tried(outcome, status)


@pytest.mark.parametrize(
    "address",
    [
        "http://iemand@127.0.0.1:{port}/",
        "http://:{port}/",
        "http://127.0.0.1:{port}/" + "x" * LONGEST,
    ],
)
def test_nobody_calls_with_a_name_without_a_site_or_at_endless_length(
    site: Site, address: str
) -> None:
    found = try_link(address.format(port=site.port), site.manner, Turns(0.0))
    assert found == Tried(Outcome.NOT_PUBLIC)
    assert site.asked == []


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
    assert tried(site, "/", Outcome.SILENT).outcome is Outcome.SILENT


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
