"""Documents name only what exists, and docs/contract.md is what the product offers."""

import ast
import builtins
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from quiz.cli import COMMANDS
from quiz.usecases.attempts.schooling import SCHOOL_TYPES

ROOT = Path(__file__).parents[2]
PAPERS = sorted((ROOT / "docs").rglob("*.md"))
PAPERS += [ROOT / name for name in ("README.md", "questions/README.md", "models/card.md")]
CODE = [path for folder in ("quiz", "tests", "scripts") for path in (ROOT / folder).rglob("*.py")]
CONTRACT = (ROOT / "docs/contract.md").read_text(encoding="utf-8")
PLACE = re.compile(
    r"`((?:quiz|tests|static|templates|questions|models|docs|deploy|scripts|requirements|\.ci)"
    r"/[\w./-]*)(?:::\w+)?`"
)
# Camel case of two humps, or with an underscore: nothing but a name of code looks so.
NAME = re.compile(r"`([A-Z][a-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:_[a-z]+)+)`")
OF_OTHERS = {"check_http", "pg_wal"}
TWINS = (("counsellor.md", "decaan.md"), ("teacher.md", "docent.md"))
CITED = re.compile(r"(?<![\w/.-])([a-z][\w/-]*\.md)\b(?:,? section (\d))?")
LABEL = re.compile(r"\*{1,2}([^*\n]+)\*{1,2}")
DECISION = re.compile(r"(?:ADR |docs/adr/)(\d{4})")
RAISES = re.compile(r"\b[Rr]aises? ((?:[A-Z]\w+)(?:(?:,? or|,? and|,) [A-Z]\w+)*)")


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_places_that_documents_name_exist() -> None:
    gone = [
        (paper.name, place)
        for paper in PAPERS
        for place in PLACE.findall(_text(paper))
        if not (ROOT / place).exists()
    ]
    assert gone == []


def test_the_links_of_documents_lead_somewhere() -> None:
    gone = [
        (paper.name, link)
        for paper in PAPERS
        for link in re.findall(r"\]\((?!http)([^)#]+)", _text(paper))
        if not (paper.parent / link).exists()
    ]
    assert gone == []


@pytest.mark.parametrize("pair", TWINS, ids=" and ".join)
def test_a_guide_says_the_same_in_both_languages(pair: tuple[str, str]) -> None:
    """The same sections, rows, links and code in the same order, and the way to each other."""
    english, dutch = (_text(ROOT / "docs" / name) for name in pair)
    assert f"({pair[1]})" in english[:200]
    assert f"({pair[0]})" in dutch[:200]
    for part in (r"^(#+) ", r"^(\||- |\d\. )", r"\]\((?!\w+\.md)([^)]+)\)", r"`([^`]+)`"):
        assert re.findall(part, english, re.M) == re.findall(part, dutch, re.M)


def test_the_guides_for_teachers_say_what_stands_on_the_buttons() -> None:
    """What is bold in Dutch is in the product or ends a sentence; both name the same labels."""
    english, dutch = (_text(ROOT / "docs" / name) for name in ("teacher.md", "docent.md"))
    with (ROOT / "quiz/web/translations/en/LC_MESSAGES/messages.po").open("rb") as source:
        shown = {message.id for message in read_po(source, locale="en")}
    labels, named = set(LABEL.findall(dutch)), set(LABEL.findall(english))
    unknown = {each for each in labels if each[-1] not in "?.:" and _as_text(each) not in shown}
    assert unknown == set()
    of_product = [{each for each in told if _as_text(each) in shown} for told in (named, labels)]
    assert of_product[0] == of_product[1]


def _as_text(label: str) -> str:
    """A label as it stands in the catalogue, where the minutes of a lesson are filled in."""
    return re.sub(r"\b[25][05]\b", "%(minutes)s", label)


def test_the_names_of_code_in_documents_are_in_the_code() -> None:
    written = [path for folder in ("static/js", "templates") for path in (ROOT / folder).rglob("*")]
    sources = [*CODE, *(path for path in written if path.suffix in (".js", ".html", ".typ"))]
    sources += [*(ROOT / "questions").rglob("*.yaml"), ROOT / "pyproject.toml", ROOT / "Makefile"]
    known = set(re.findall(r"\w+", "".join(map(_text, sources)))) | OF_OTHERS
    known |= {path.stem for path in CODE}
    named = {(paper.name, name) for paper in PAPERS for name in NAME.findall(_text(paper))}
    assert [(paper, name) for paper, name in sorted(named) if name not in known] == []


def test_the_documents_that_the_code_cites_are_here() -> None:
    """With the section, where one is named; a decision by its number."""
    decisions = {path.name[:4] for path in (ROOT / "docs/adr").glob("0*.md")}
    gone = []
    for path in (path for path in CODE if path.is_relative_to(ROOT / "quiz")):
        for name, section in CITED.findall(_text(path)):
            found = [place for place in (ROOT / name, ROOT / "models" / name) if place.exists()]
            if not found or (section and f"\n## {section}. " not in _text(found[0])):
                gone.append((str(path), name, section))
        numbers = DECISION.findall(_text(path))
        gone += [(str(path), number, "") for number in numbers if number not in decisions]
    assert gone == []


def test_the_contract_is_what_the_product_offers() -> None:
    assert re.findall(r"`quiz (\w+)`", CONTRACT) == sorted(COMMANDS)
    types = CONTRACT.partition("`school_type` is ")[2].partition(". `year`")[0]
    assert tuple(re.findall(r"`([\w-]+)`", types)) == SCHOOL_TYPES
    routes = _text(ROOT / "tests/house/routes.txt")
    served = {re.sub(r"<[^>]+>", "<>", line.split()[-1]) for line in routes.splitlines()}
    promised = set()
    for row in re.findall(r"^\| \w+ \| (`/.+) \|$", CONTRACT, re.MULTILINE):
        alone, _, below = row.partition(" and below it ")
        promised |= set(re.findall(r"`([^`]+)`", alone))
        promised |= {f"/klassen/<id>{name}" for name in re.findall(r"`([^`]+)`", below)}
    assert len(promised) > 30
    assert {re.sub(r"<[^>]+>", "<>", address) for address in promised} - served == set()


def test_an_exception_that_a_docstring_names_exists_and_is_raised() -> None:
    trees = [ast.parse(_text(path)) for path in CODE if path.is_relative_to(ROOT / "quiz")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    raised = {
        name
        for node in nodes
        if isinstance(node, ast.Raise) and node.exc
        for name in re.findall(r"\w+", ast.unparse(node.exc))
    }
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = (ast.get_docstring(node) or "" for node in nodes if isinstance(node, documented))
    told = {
        name
        for docstring in docstrings
        for names in RAISES.findall(" ".join(docstring.split()))
        for name in re.findall(r"[A-Z]\w+", names)
    }
    assert len(told) > 50
    assert {name for name in told - raised if not hasattr(builtins, name)} == set()
