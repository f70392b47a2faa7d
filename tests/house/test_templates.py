"""Templates parse, use what they import, and show only pictures and colours that exist."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, nodes

from quiz.config.paths import QUESTIONS, STATIC, TEMPLATES
from quiz.web.pages.kept_words import as_it_is, names_as_they_are

ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), extensions=["jinja2.ext.i18n"], autoescape=True
)
ENVIRONMENT.filters.update(as_it_is=as_it_is, names_as_they_are=names_as_they_are)
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
WORLDS = [world["id"] for world in yaml.safe_load((QUESTIONS / "worlds.yaml").read_text())]
# Where questions with a picture stand.
ASKED = ("bank.yaml", "zoom.yaml", "tech_type.yaml")
# Stands in where a name is unknown.
PICTURES_OF_OUR_OWN = {"shapes"}
MODULE = re.compile(
    r"""<script type="module"\s+src="{{ static_url\('js/\w+\.js'\) }}"(\s+blocking="render")?>"""
    r"""\s*</script>"""
)
TYPED = re.compile(
    r'<(input(?!\s+type="(hidden|password)")|select)'
    r"|(code_field|line_field|options|ticks|school_list|agreed_steps|room_fields|question_card"
    r"|school_radios|year_list|town_field|name_field|row_form)\("
    r"|drawn_once\((school_radios|year_list|world_choices)"
)
ONLY_PASSWORDS = {"accounts/account.html", "accounts/link.html", "accounts/set_up.html"}


def _source(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _imported(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(nodes.FromImport):
        for name in node.names:
            yield name if isinstance(name, str) else name[1]


def _constant(expression: nodes.Expr) -> str:
    assert isinstance(expression, nodes.Const)
    return str(expression.value)


def test_a_template_uses_all_that_it_imports_and_builds_on_parts_that_exist() -> None:
    for name in NAMES:
        tree = ENVIRONMENT.parse(_source(name))
        used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
        assert set(_imported(tree)) <= used, name
        for parent in tree.find_all(nodes.Extends):
            assert _constant(parent.template) in NAMES, name
        for part in tree.find_all(nodes.FromImport):
            module = ENVIRONMENT.get_template(_constant(part.template)).module
            wanted = {each if isinstance(each, str) else each[0] for each in part.names}
            assert wanted <= set(vars(module)), name


def _sources_of(name: str) -> dict[str, str]:
    """Where the names come from that a template imports."""
    return {
        each if isinstance(each, str) else each[1]: _constant(node.template)
        for node in ENVIRONMENT.parse(_source(name)).find_all(nodes.FromImport)
        for each in node.names
    }


def test_a_name_that_a_page_imports_means_the_same_in_what_it_extends() -> None:
    """Else the blocks of the page get the other one: questions once came without their styles."""
    for name in NAMES:
        own, parents = _sources_of(name), [name]
        while parents:
            tree = ENVIRONMENT.parse(_source(parents.pop()))
            for parent in map(_constant, (one.template for one in tree.find_all(nodes.Extends))):
                parents.append(parent)
                theirs = _sources_of(parent)
                assert {each: own[each] for each in own.keys() & theirs.keys()}.items() <= (
                    theirs.items()
                ), f"{name} and {parent}"


def test_a_template_holds_no_inline_style_or_script() -> None:
    inline = re.compile(r"<style|<script|\sstyle=|\son[a-z]+=|javascript:")
    assert [name for name in NAMES if inline.search(MODULE.sub("", _source(name)))] == []


def test_a_template_links_only_static_files_that_exist() -> None:
    linked = {
        file
        for name in NAMES
        for file in re.findall(r"static_url\('([^']+\.\w+)'\)", _source(name))
    }
    assert [file for file in linked if not (STATIC / file).is_file()] == []


def test_every_question_has_its_picture_and_no_picture_lies_unused() -> None:
    files = (yaml.safe_load((QUESTIONS / name).read_text("utf-8")) for name in ASKED)
    asked = {item["picture"] for file in files for item in file["items"]} | PICTURES_OF_OUR_OWN
    drawn = set(vars(ENVIRONMENT.get_template("icons/pictures.html").module)["pictures"])
    assert drawn == asked


def test_every_answer_of_the_scale_has_its_face() -> None:
    scale = yaml.safe_load((QUESTIONS / "scale.yaml").read_text(encoding="utf-8"))
    faces = set(re.findall(r'symbol id="face-(\d)"', _source("parts/marks.html")))
    assert faces == {str(value) for value in scale["values"]}


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_has_a_planet_that_is_a_plain_drawing(world: str) -> None:
    drawing = ElementTree.parse(STATIC / "worlds" / f"{world}.svg")  # noqa: S314 - our own file
    tags = {element.tag.split("}")[1] for element in drawing.iter()}
    assert not tags & {"script", "style", "image", "foreignObject", "a"}
    assert not any("href" in name for element in drawing.iter() for name in element.attrib)


def test_where_something_is_typed_the_languages_are_buttons_of_that_form() -> None:
    """Else another language loses it. Of passwords there is nothing to keep."""
    for name in NAMES:
        source = re.sub(r'<form method="get".*?</form>', "", _source(name), flags=re.DOTALL)
        if "{% extends" in source and name not in ONLY_PASSWORDS:
            in_form = re.search("in_form =|languages.*true", source)
            assert bool(TYPED.search(source)) == bool(in_form), name
