"""A page is judged by its shape, and what is no valid HTML never passes for a page seen before."""

import pytest
from html5lib.html5parser import ParseError

from tests.reading_html import parse

PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><title>{}</title></head>'
    '<body><p id="{}">{}</p></body></html>'
)


@pytest.mark.parametrize(
    "words",
    [("t", "a", "<b>"), ("t", "a", "x</p>"), ("t", 'a" id="b', "x"), ("</title>", "a", "x"),
     ("t", 'a"b', "x"), ("t", "a", "<i>x</p>"), ("t", "a", "</nix>")],
)  # fmt: skip
def test_an_unescaped_sign_is_found_on_a_page_that_was_well_before(words: tuple[str, ...]) -> None:
    parse(PAGE.format("t", "a", "x"))
    with pytest.raises(ParseError):
        parse(PAGE.format(*words))


def test_what_is_read_quickly_is_what_the_judge_reads() -> None:
    first = parse(PAGE.format("Een", "a", "twee &amp; drie &lt;vier&gt;"))
    again = parse(PAGE.format("Vijf", "b", "zes &amp; zeven"))
    assert first.findtext(".//p") == "twee & drie <vier>"
    assert again.findtext(".//p") == "zes & zeven"
    assert again.find(".//p[@id='b']") is not None
