"""A file that cannot be used is refused in one line that says where and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import BankError
from quiz.domain.bank.texts import load_texts

from .conftest import Change


def refusal(load: Callable[[], object]) -> str:
    """Give the one line with which loading is refused."""
    with pytest.raises(BankError) as caught:
        load()
    message = str(caught.value)
    assert "\n" not in message
    return message


def item(**fields: object) -> Callable[[Any], object]:
    """Change fields of the first question: brace-lopen, or the first one that zooms in."""
    return lambda bank: bank["items"][0].update(fields)


BROKEN: list[tuple[str, Callable[[Any], object], str]] = [
    ("bank.yaml", item(id="Brace Lopen"), "bank.yaml, Brace Lopen: an id holds only"),
    ("bank.yaml", item(id="hoortoestel"), "bank.yaml, hoortoestel: this id stands there twice"),
    ("bank.yaml", item(id=7), "bank.yaml: must be text, not 7"),
    ("bank.yaml", item(facet="mensen"), "bank.yaml, brace-lopen, facet: 'mensen' is not known"),
    ("bank.yaml", item(world="mars"), "bank.yaml, brace-lopen, world: 'mars' is not known"),
    ("bank.yaml", item(world=["mars"]), "bank.yaml, brace-lopen, world: ['mars'] is not known"),
    ("bank.yaml", item(keying=0), "bank.yaml, brace-lopen, keying: 0 is not known"),
    ("bank.yaml", item(status="on"), "bank.yaml, brace-lopen, status: 'on' is not known"),
    ("bank.yaml", item(author=" "), "bank.yaml, brace-lopen, author: must be text"),
    ("bank.yaml", item(version="1"), "bank.yaml, brace-lopen, version: must be a whole number"),
    ("bank.yaml", item(version=True), "bank.yaml, brace-lopen, version: must be a whole number"),
    ("bank.yaml", item(loadings={"mars": 0.66}), "bank.yaml, brace-lopen, loadings: 'mars'"),
    ("bank.yaml", item(loadings={"hitech-science": "0"}), "hitech-science: must be a number"),
    ("bank.yaml", item(loadings={"hitech-science": float("nan")}), "must be a number between"),
    ("bank.yaml", item(loadings={}), "bank.yaml, brace-lopen, loadings: must hold named values"),
    ("bank.yaml", item(colour="red"), "bank.yaml, brace-lopen: has colour, which means nothing"),
    ("bank.yaml", lambda bank: bank["items"][0].pop("picture"), "brace-lopen: lacks picture"),
    ("bank.yaml", lambda bank: bank["items"].append("losse tekst"), "bank.yaml: must hold named"),
    ("bank.yaml", lambda bank: bank.update(items=[]), "bank.yaml: must be a list with at least"),
    ("bank.yaml", lambda bank: bank.update(version="x"), "bank.yaml, version: must be a whole"),
    ("worlds.yaml", lambda worlds: worlds.append({"id": worlds[0]["id"]}), "stands there twice"),
    ("scale.yaml", lambda scale: scale.update(values=[5, 1]), "scale.yaml: values must be"),
    ("scale.yaml", lambda scale: scale.update(values=[1]), "scale.yaml: values must be"),
    ("scale.yaml", lambda scale: scale.update(unknown=3), "scale.yaml: unknown is 3"),
    ("tech_type.yaml", lambda tech: tech["items"][0].update(id="brace-lopen"), "stands there twi"),
    ("tech_type.yaml", lambda tech: tech["items"][0].update(type="nerd"), "'nerd' is not known"),
    ("tech_type.yaml", lambda tech: tech["types"].append("doener"), "doener: this id stands"),
    ("tags.yaml", lambda tags: tags["lab"].update(world="mars"), "lab, world: 'mars' is not known"),
    ("tags.yaml", lambda tags: tags["lab"].update(items=[]), "lab, items: must be a list with"),
    ("tags.yaml", lambda tags: tags["lab"].pop("world"), "tags.yaml, lab: lacks world; add it"),
    ("tags.yaml", lambda tags: tags.update({"Lab 2": tags["lab"]}), "Lab 2: an id holds only"),
    ("zoom.yaml", item(id="brace-lopen"), "zoom.yaml, brace-lopen: this id stands there twice"),
    ("zoom.yaml", item(id="doener-eerst", world="mars"), "doener-eerst, world: 'mars' is not kn"),
    ("zoom.yaml", item(tag="lasers"), "tag: 'lasers' is not known"),
    ("zoom.yaml", item(keying=-1), "keying: -1 is not known"),
    ("zoom.yaml", item(loadings={}), "has loadings, which means nothing here"),
    ("zoom.yaml", lambda zoom: zoom["items"][0].pop("tag"), "lacks tag; add it"),
]


@pytest.mark.parametrize(("file", "edit", "expected"), BROKEN)
def test_a_mistake_in_the_questions_is_named_in_one_line(
    content: Path, change: Change, file: str, edit: Callable[[Any], object], expected: str
) -> None:
    change(file, edit)
    message = refusal(lambda: load_bank(content))
    assert message.startswith(file)
    assert expected in message


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (b"values: [1, 2\nunknown: 0", "scale.yaml: is not valid YAML"),
        (b"values: [1, 2]\nvalues: [1, 3]\nunknown: 0", "scale.yaml: values stands in the file"),
        (b"\xff\xfe\xfa", "scale.yaml: is not saved as UTF-8"),
        (b"values: \x07", "scale.yaml: is not valid YAML"),
        (b"", "scale.yaml: must hold named values"),
        (b"!!python/object/apply:os.getcwd []", "scale.yaml: is not valid YAML"),
        (b"[" * 60 + b"]" * 60, "scale.yaml: is more than 50 levels deep; make it flatter"),
        (b"[" * 100_000 + b"]" * 100_000, "scale.yaml: is more than 50 levels deep"),
        (b"- " * 100_000 + b"a", "scale.yaml: is more than 50 levels deep"),
    ],
)
def test_a_file_that_is_no_plain_yaml_is_refused(
    content: Path, written: bytes, expected: str
) -> None:
    (content / "scale.yaml").write_bytes(written)
    assert refusal(lambda: load_bank(content)).startswith(expected)


def test_a_missing_file_is_named(content: Path) -> None:
    (content / "bank.yaml").unlink()
    assert refusal(lambda: load_bank(content)).startswith("bank.yaml: cannot be read in")


def test_a_folder_in_the_place_of_a_file_is_named(content: Path) -> None:
    (content / "scale.yaml").unlink()
    (content / "scale.yaml").mkdir()
    assert refusal(lambda: load_bank(content)).startswith("scale.yaml: cannot be read in")


def test_a_file_of_another_size_altogether_is_not_read(content: Path) -> None:
    (content / "scale.yaml").write_bytes(b"#" * 300_000)
    assert refusal(lambda: load_bank(content)).endswith("(larger than 256 kb); put it back")


def test_texts_come_with_everything_a_page_shows(content: Path) -> None:
    texts = load_texts("nl", content)
    page = texts.worlds["hitech-science"]
    assert texts.scale[0] == "geen idee"
    assert texts.items["brace-lopen"] == "Een brace maken zodat iemand weer kan lopen"
    assert texts.tech_items["handen-eerst"] == "Meteen met je handen aan de slag gaan"
    assert [level for level, _ in page.jobs] == ["vmbo-mbo", "mbo-4", "hbo", "wo"]
    assert (page.name, page.do) == ("Wereld", ("Je maakt iets.",))
    assert texts.results["top.clear"] == "Kijk eens bij {world}."
    assert texts.tech_types["doener"].text == "Vandaag ga je aan de slag."


@pytest.mark.parametrize(
    ("file", "edit", "expected"),
    [
        ("texts/nl.yaml", lambda texts: texts["items"].update({"x": 3}), "items, x: must be text"),
        ("texts/nl.yaml", lambda texts: texts["scale"].update({"a": "b"}), "scale: must be a who"),
        ("worlds/nl.yaml", lambda worlds: worlds["hitech-science"].pop("short"), "lacks short"),
        ("worlds/nl.yaml", lambda worlds: worlds["hitech-science"]["jobs"].pop("wo"), "lacks wo"),
        ("results/nl.yaml", lambda results: results["messages"].update(a={"b": "c"}), ", a: must"),
        ("results/nl.yaml", lambda results: results["tech_types"]["doener"].pop("text"), "lacks"),
    ],
)
def test_a_mistake_in_the_texts_is_named_in_one_line(
    content: Path, change: Change, file: str, edit: Callable[[Any], object], expected: str
) -> None:
    change(file, edit)
    message = refusal(lambda: load_texts("nl", content))
    assert message.startswith(file)
    assert expected in message


def test_a_language_that_we_do_not_have_is_refused(content: Path) -> None:
    assert "choose nl or en" in refusal(lambda: load_texts("../nl", content))
