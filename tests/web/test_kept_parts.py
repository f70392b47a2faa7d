"""What is drawn once and kept is the same for everybody of one language."""

from collections.abc import Iterator
from functools import cache

import pytest
from flask import Flask
from jinja2 import Environment, FileSystemLoader, nodes

from quiz.config.paths import TEMPLATES
from quiz.web.pages.kept_parts import drawn_once

READER = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
# What a kept part may ask for beside the words that it is given.
SAME_FOR_ALL = {"_", "static_url", "url_for", "range", "loop"}


def test_a_part_is_drawn_in_the_language_of_the_visitor(app: Flask) -> None:
    part = app.jinja_env.get_template("parts/frame.html").module.to_the_content  # type: ignore[attr-defined]
    with app.test_request_context("/"):
        assert "Naar de inhoud" in drawn_once(part)
    with app.test_request_context("/?taal=en"):
        assert "Naar de inhoud" not in drawn_once(part)


def test_the_words_of_a_part_are_escaped(app: Flask) -> None:
    part = app.jinja_env.get_template("parts/pupil_bar.html").module.journey  # type: ignore[attr-defined]
    with app.test_request_context("/"):
        assert "&lt;b&gt;" in drawn_once(part, 1, 2, "<b>")


def _kept() -> Iterator[tuple[str, str]]:
    """Every macro that is kept: the file in which it stands, and its name."""
    for name in READER.list_templates():
        tree = _parsed(name)
        imported = {
            word: source.template.value  # type: ignore[attr-defined]
            for source in tree.find_all(nodes.FromImport)
            for word in source.names
            if isinstance(word, str)
        }
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "drawn_once":
                macro = call.args[0].name  # type: ignore[attr-defined]
                # A macro of a page itself is another one each time that the page is drawn.
                assert macro in imported or not tree.find(nodes.Extends), (name, macro)
                yield imported.get(macro, name), macro


@cache
def _parsed(name: str) -> nodes.Template:
    return READER.parse((TEMPLATES / name).read_text())


@pytest.mark.parametrize(("file", "macro"), sorted(set(_kept())))
def test_a_kept_part_knows_no_pupil_no_form_and_no_moment(file: str, macro: str) -> None:
    unread, seen = [(file, macro)], set()
    while unread:
        file, macro = unread.pop()
        seen.add((file, macro))
        tree = _parsed(file)
        imported = {
            word: source.template.value  # type: ignore[attr-defined]
            for source in tree.find_all(nodes.FromImport)
            for word in source.names
        }
        macros = {each.name: each for each in tree.find_all(nodes.Macro)}
        body = macros[macro]
        used = {each.name for each in body.find_all(nodes.Name) if each.ctx == "load"}
        known = {each.name for each in body.find_all(nodes.Name) if each.ctx != "load"}
        others = used - known - SAME_FOR_ALL
        unread += [(imported.get(each, file), each) for each in others if (file, each) not in seen]
        assert others <= imported.keys() | macros.keys()
