"""A round along many links: one at a time to a site, and silence is not believed of itself."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quiz.domain.catalogue.upkeep.links import Outcome
from quiz.usecases.links import round as rounds
from quiz.usecases.links.kept import Found
from quiz.usecases.links.round import CutOff, go_round
from tests.usecases.links.site import Site, running

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def sites() -> Iterator[list[Site]]:
    with ExitStack() as stack:
        yield [stack.enter_context(running()) for _each in range(3)]


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def away(count: int) -> list[str]:
    return [f"http://127.0.0.1:{closed_port()}/{number}" for number in range(count)]


def outcomes(addresses: list[str], site: Site, **more: float) -> dict[str, Outcome]:
    manner = replace(
        site.manner,
        may_call=lambda address, _port: address.is_loopback,
        **more,  # type: ignore[arg-type]
    )
    found: list[Found] = []
    for some in go_round(addresses, manner, lambda: NOW):
        found += some
    return {each.address: each.tried.outcome for each in found}


def test_every_link_is_tried_once(sites: list[Site]) -> None:
    addresses = [site.at(f"/status/{status}") for site in sites for status in (200, 404, 403)]
    found = outcomes(addresses, sites[0])
    assert list(found.values()).count(Outcome.GONE) == len(sites)
    assert set(found) == set(addresses)


def test_one_question_at_a_time_to_a_site_also_by_way_of_another(sites: list[Site]) -> None:
    first, second, _third = sites
    addresses = [first.at(f"/to/{second.at(f'/soon/{n}')}") for n in range(8)]
    addresses += [second.at(f"/soon/{n}") for n in range(8, 16)]
    assert set(outcomes(addresses, first).values()) == {Outcome.GOOD}
    assert (first.most_here, second.most_here) == (1, 1)


def test_a_site_that_asks_for_rest_gets_it(sites: list[Site]) -> None:
    addresses = [sites[0].at("/status/429"), sites[0].at("/status/500"), sites[0].at("/")]
    found = outcomes(addresses, sites[0])
    assert sites[0].at("/status/500") not in found
    assert Outcome.CLOSED in found.values()


def test_silence_is_believed_when_others_answer(sites: list[Site]) -> None:
    silent = away(3)
    found = outcomes([*silent, *(site.at("/") for site in sites)], sites[0])
    assert [found[each] for each in silent] == [Outcome.SILENT] * 3


def test_when_nobody_answers_nothing_is_said(sites: list[Site]) -> None:
    with pytest.raises(CutOff):
        outcomes(away(2), sites[0])


def test_a_network_that_fails_on_the_way_ends_the_round(
    sites: list[Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MOST_AWAY", 6)
    told: list[Found] = []
    manner = replace(sites[0].manner, may_call=lambda *_: True, at_once=1)

    def listen() -> None:
        for some in go_round([sites[0].at("/"), *away(20)], manner, lambda: NOW):
            told.extend(some)

    with pytest.raises(CutOff):
        listen()
    assert {each.tried.outcome for each in told} <= {Outcome.GOOD, Outcome.SILENT}
    assert len(told) < 20
