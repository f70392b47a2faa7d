"""However proxies write an address, it is one place, and no text makes a place of its own."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from flask import Flask, request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from limits import parse

from quiz.web.access import limits
from quiz.web.access.audiences import Audience, audience
from quiz.web.access.visitor_address import UNKNOWN, line_of, read_address
from tests.counting import forget_counts
from tests.own_app import MakeApp
from tests.web.test_limits import browser, guess

PORTS = st.one_of(st.just(""), st.integers(0, 99_999).map(":{}".format), st.just(":"))
ZONES = st.sampled_from(["", "%eth0", "%25en1", "%3"])
AROUND = st.sampled_from(["{}", '"{}"', " {} ", "\t{}", '" {}"', "'{}'"])
VERSION_4 = st.ip_addresses(v=4)
VERSION_6 = (
    st.integers(0, 2**128 - 1)
    .map(IPv6Address)
    .filter(lambda address: isinstance(read_address(str(address)), IPv6Address))
)


@st.composite
def spellings(draw: st.DrawFn, address: IPv4Address | IPv6Address) -> str:
    """One of the ways in which proxies write an address."""
    around, port = draw(AROUND), draw(PORTS)
    if isinstance(address, IPv4Address):
        number = int(address)
        mapped = (f"::ffff:{address}", f"::FFFF:{number >> 16:x}:{number & 0xFFFF:x}")
        inside = draw(st.sampled_from(mapped))
        return around.format(
            draw(st.sampled_from((f"{address}{port}", inside, f"[{inside}]{port}")))
        )
    text = draw(st.sampled_from((address.compressed, address.exploded, address.compressed.upper())))
    text += draw(ZONES)
    return around.format(draw(st.sampled_from((text, f"[{text}]{port}"))))


@given(st.one_of(VERSION_4, VERSION_6), st.data())
def test_every_spelling_of_an_address_is_one_place(
    address: IPv4Address | IPv6Address, data: st.DataObject
) -> None:
    assert line_of(data.draw(spellings(address))) == line_of(str(address))


@given(VERSION_6, VERSION_6)
def test_addresses_of_version_6_are_one_place_when_they_are_on_one_line(
    one: IPv6Address, other: IPv6Address
) -> None:
    lines = {ip_network((int(address) >> 72 << 72, 56)) for address in (one, other)}
    assert len({line_of(str(one)), line_of(str(other))}) == len(lines)


@pytest.mark.parametrize(
    "written",
    [
        "::ffff:198.51.100.7",
        "64:ff9b::198.51.100.7",  # NAT64, behind which a whole country may be
        "64:ff9b::c633:6407",
        "2002:c633:6407::1",  # 6to4: who has this address has 65,536 lines of version 6
        "2002:c633:6407:ffff:1:2:3:4",
        "2001:0:53aa:64c:0:0:39cc:9bf8",  # Teredo, which writes it upside down
    ],
)
def test_version_4_in_any_clothes_of_version_6_is_version_4(written: str) -> None:
    assert line_of(written) == line_of(f"[{written}]:443") == "198.51.100.7"


@given(VERSION_4, VERSION_4)
def test_other_addresses_of_version_4_are_other_places(
    one: IPv4Address, other: IPv4Address
) -> None:
    assert (line_of(f"{one}:80") == line_of(f"[::ffff:{other}]:443")) == (one == other)


@given(st.text(max_size=60))
def test_what_is_no_address_is_never_a_place_of_its_own(text: str) -> None:
    assert line_of(text) == UNKNOWN or read_address(text) is not None


NO_ADDRESSES = """
unknown  _hidden  unix:/run/quiz  203.0.113  203.0.113.9.1  256.1.1.1  203.0.113.9:http  evil
for=192.0.2.1;by=x  ::1::  [::1]:x  ٢٠٣.٠.١١٣.٩  1.2.3.4/8  0x7f.1  203.000.113.009  1:2:3
"""


@pytest.mark.parametrize("text", ["", "1.2.3.4 5.6.7.8", *NO_ADDRESSES.split()])
def test_texts_that_are_no_address_are_one_place_together(text: str) -> None:
    assert line_of(text) == line_of(None) == UNKNOWN


# What a proxy makes of what a visitor sent: the last part is its own.
APPENDED = [
    "{}",
    "10.0.0.1, {}",
    "198.51.100.{n}, {}",
    '"198.51.100.{n}, {}',
    "for=198.51.100.{n}, {}",
    ", ,{}",
    "\u00e9{n}, {}",
    "{n},{},",
]


@pytest.fixture
def proxied(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The app behind one proxy; an address may have ten wrong codes, so that it goes quickly."""
    monkeypatch.setattr(limits, "PER_ADDRESS", parse("10 per hour"))
    return make_app(TRUSTED_PROXIES="1")


@settings(
    max_examples=25,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.one_of(VERSION_4, VERSION_6), st.data())
def test_the_limit_on_guessing_holds_under_every_spelling_of_an_address(
    proxied: Flask, address: IPv4Address | IPv6Address, data: st.DataObject
) -> None:
    forget_counts(proxied)
    statuses = []
    for number in range(11):
        sent = data.draw(st.sampled_from(APPENDED)).replace("{n}", str(number))
        visitor = browser(proxied, "127.0.0.1")
        spelled = sent.replace("{}", data.draw(spellings(address)))
        visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = spelled
        statuses.append(guess(visitor).status)
    assert statuses == [422] * 10 + [429]


def test_two_proxies_are_counted_from_the_right_as_before(make_app: MakeApp) -> None:
    app = make_app(TRUSTED_PROXIES="2")

    @audience(Audience.ANYONE)
    def who() -> str:
        return str(request.remote_addr)

    app.add_url_rule("/wie", view_func=who)
    for sent, seen in [
        ("198.51.100.7, 203.0.113.9:50000, 10.0.0.8", "203.0.113.9"),
        ('203.0.113.9, "[2001:db8::8]:443"', "203.0.113.9"),
        ("203.0.113.9", "127.0.0.1"),
        ("203.0.113.9, unknown, 10.0.0.8", "unknown"),
    ]:
        headers = {"X-Forwarded-For": sent, "Forwarded": "for=192.0.2.60", "X-Real-IP": "192.0.2.1"}
        assert app.test_client().get("/wie", headers=headers).text == seen
