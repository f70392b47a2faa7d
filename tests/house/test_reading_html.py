"""A page is judged by its shape, and what is no valid HTML never passes for a page seen before."""

from xml.etree.ElementTree import Element

import pytest
from html5lib.html5parser import ParseError

from tests import reading_html
from tests.reading_html import parse

PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><title>{}</title></head>'
    '<body><p id="{}">{}</p></body></html>'
)
# Parts that come and go, as the parts of a template do; each with what opens and what closes.
PARTS = ("<section><h2>a</h2>", "<p>b</p>", "</section>")


@pytest.mark.parametrize(
    "words",
    [("t", "a", "<b>"), ("t", "a", "x</p>"), ("t", 'a" id="b', "x"), ("</title>", "a", "x"),
     ("t", 'a"b', "x"), ("t", "a", "<i>x</p>"), ("t", "a", "</nix>"), ("t", "a", "x<"),
     ("t", "a", "<p>x</p>"), ("t", "a", "<i><b>x</i></b>"), ("t", "a", "<br></br>"),
     ("t", "a", "<b/>x")],
)  # fmt: skip
def test_an_unescaped_sign_is_found_on_a_page_that_was_well_before(words: tuple[str, ...]) -> None:
    for inside in ("x", "<i>x</i>", "<b>x</b>", "<i><b>x</b></i>", "<br>"):
        parse(PAGE.format("t", "a", inside))
    with pytest.raises(ParseError):
        parse(PAGE.format(*words))


def test_a_part_that_opens_without_the_part_that_closes_it_is_found() -> None:
    for whole in ("", "".join(PARTS), PARTS[1]):
        parse(PAGE.format("t", "a", "x").replace("<p id", whole + "<p id"))
    for half in (PARTS[0] + PARTS[1], PARTS[1] + PARTS[2]):
        with pytest.raises(ParseError):
            parse(PAGE.format("t", "a", "x").replace("<p id", half + "<p id"))


def test_the_judge_is_asked_once_for_each_place_however_often_it_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []
    strict = reading_html._strict

    def judge(html: str) -> Element:
        judged.append(html)
        return strict(html)

    monkeypatch.setattr(reading_html, "_strict", judge)
    once, thrice = ("<em class='a'>n</em>" * times for times in (2, 3))
    for inside in (once, thrice, once + "<strong>m</strong>", thrice + "<strong>o</strong>"):
        parse(PAGE.format("nieuw", "a", inside))
    assert [page.count("<em") for page in judged] == [2, 2]


def test_what_is_read_quickly_is_what_the_judge_reads() -> None:
    first = parse(PAGE.format("Een", "a", "twee &amp; drie &lt;vier&gt;"))
    again = parse(PAGE.format("Vijf", "b", "zes &amp; zeven"))
    assert first.findtext(".//p") == "twee & drie <vier>"
    assert again.findtext(".//p") == "zes & zeven"
    assert again.find(".//p[@id='b']") is not None
