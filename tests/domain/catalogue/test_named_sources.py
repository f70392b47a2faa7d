"""Sources in words that a parent understands, and sites that nobody is sent to."""

from pathlib import Path

import pytest

from quiz.domain.bank.schema import BankError
from quiz.domain.catalogue.credits import CREDITS
from quiz.domain.catalogue.named_sources import FILE, host_of, load_source_names
from tests.domain.catalogue.slips import with_a_slip

NAMES = load_source_names()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://github.com/somebody/data/file.csv", False),
        ("https://raw.githubusercontent.com/somebody/data/main/file.csv", False),
        ("https://www.github.com", False),
        ("https://gitlab.com/a/b", False),
        ("https://talland.nl", True),
        ("https://githubber.nl", True),
        ("", True),
    ],
)
def test_nobody_is_sent_to_a_site_for_programmers(address: str, shown: bool) -> None:
    assert NAMES.readable(address) == (address if shown else "")


def test_every_register_that_is_named_is_thanked_on_the_page_about_us() -> None:
    thanked = {host_of(credit.url) for credit in CREDITS}
    assert {host_of(each.url) for each in NAMES.programmes.values()} <= thanked


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("  mbo:\n", "  mbo-3:\n", "lacks mbo"),
        ("https://www.s-bb.nl/", "zie de site", "zie de site is no web address"),
        ('    en: "register of mbo programmes (SBB)"\n', "", "lacks en"),
        ("for_programmers:", "programmeurs:", "lacks for_programmers"),
    ],
)
def test_a_mistake_is_said_on_one_line(
    tmp_path: Path, written: str, instead: str, said: str
) -> None:
    with_a_slip(tmp_path, FILE, written, instead)
    with pytest.raises(BankError, match=said):
        load_source_names(tmp_path)
