"""The sheet for the loopbaandossier is two pages, however much there is to say."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from flask import Flask

from quiz.domain.bank.schema import Texts
from quiz.domain.bank.texts import load_texts
from quiz.results.competences import competences
from quiz.results.earned import EarnedWorlds
from quiz.results.paper import MOST_AGREED, MOST_CHANGED, MOST_KEPT, paper, result_paper
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.services import Services
from quiz.web.responses.typesetting import pdf_bytes
from tests.blueprints.pupil.way import at_result, stored_attempts
from tests.pdf_reading import Pdf
from tests.reading import read
from tests.real import real_catalogue
from tests.visitor import Visitor

Content = dict[str, Any]
Change = Callable[[Content, Texts], object]
PROGRAMMES = real_catalogue().programmes.values()


def longest(texts: Mapping[str, str], start: str, count: int = 1) -> list[str]:
    found = [text for key, text in texts.items() if key.startswith(start)]
    return sorted(found, key=len, reverse=True)[:count]


def three_worlds(content: Content, texts: Texts) -> None:
    """Three worlds with the longest answers and work, and everything that can be remarked."""
    worlds = sorted(texts.worlds.values(), key=lambda world: -len(world.name))[:3]
    answers = sorted(texts.items.values(), key=len, reverse=True)
    names = " en ".join(f"“{world.name}”" for world in worlds)
    content["cards"] = [
        {
            "id": content["rows"][number]["id"],
            "name": world.name,
            "rank_text": "Bijna gelijk",
            "reasons": [(text, "super") for text in answers[number * 2 : number * 2 + 2]],
            "reason_text": "",
            "jobs": ", ".join(
                max((jobs for _, jobs in world.jobs), key=lambda each: len("".join(each)))
            ),
        }
        for number, world in enumerate(worlds)
    ]
    content["headline"] = texts.results["outcome.broad"].format(worlds=names)
    content["remarks"] = [
        text.format(adviser="je mentor of decaan", answered=8)
        for text in longest(texts.results, "remark.", 2)
    ]
    content["own_choice"] = texts.results["own.other"].format(world=worlds[0].name)
    kinds = sorted(texts.tech_types.values(), key=lambda kind: -len(kind.text))[:2]
    content["tech_types"] = [(kind.name, kind.text) for kind in kinds]


def many_steps(content: Content, texts: Texts) -> None:
    """As many steps kept and agreed as the sheet takes, with long names, and a second look."""
    names = sorted((row.name_nl for row in PROGRAMMES), key=len, reverse=True)
    content["kept"] = [(name, "Mbo niveau 4, Alphen aan den Rijn") for name in names[:MOST_KEPT]]
    content["first"] = []
    content["agreed"] = [
        {
            "what": names[number],
            "month": "september 2027",
            "about": texts.worlds["mens-gezondheid"].name,
            "done": "gedaan",
        }
        for number in range(MOST_AGREED)
    ]
    more = paper().words["sheet"]["more"].format(count=12)
    content |= {"more_kept": more, "more_agreed": more}
    content["moment"] = longest(texts.results, "moment.")[0]
    content["change"] = {
        "title": "Toen en nu: 3 september 2026, 27 november 2026",
        "told": "Je antwoordde soms anders dan toen. Een klein verschil zegt vaak niets.",
        "rows": [
            (row["name"], "misschien meer dan toen") for row in content["rows"][:MOST_CHANGED]
        ],
    }
    content["notes"] = [*content["notes"], texts.results["fallback.note"]]


def everything(content: Content, texts: Texts) -> None:
    three_worlds(content, texts)
    many_steps(content, texts)


def nothing_to_draw(content: Content, texts: Texts) -> None:
    content |= {"rows": [], "cards": [], "headline": texts.results["flat.nearly"]}


def first_pages(content: Content) -> Iterator[Content]:
    """Some of the worlds, remarks and kinds of approach, in every number of them."""
    cards, remarks, kinds = content["cards"], content["remarks"], content["tech_types"]
    for some, told, ways in product(range(4), range(3), range(3)):
        shown = [
            {**card, "reasons": (card["reasons"] * 2)[: 3 if some < 3 else 2]} for card in cards
        ]
        part = {"cards": shown[:some], "remarks": remarks[:told], "tech_types": kinds[:ways]}
        yield {**content, **part}


def second_pages(content: Content) -> Iterator[Content]:
    """Some of what was kept and agreed, at a first look and a second one."""
    step = ("Kiezen", "Natuur & Techniek", (content["competences"][1]["says"] * 2)[:170])
    for kept, agreed, change in product((0, 1, 4), (0, 1, 3), (None, content["change"])):
        part = {"kept": content["kept"][:kept], "agreed": content["agreed"][:agreed]}
        first = [] if kept else [step] * 3
        yield {**content, **part, "first": first, "change": change}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("change", [many_steps, everything, nothing_to_draw])
def test_it_is_two_pages_with_everything_on_them(
    visitor: Visitor, services: Services, clean_app: Flask, change: Change, language: str
) -> None:
    at_result(visitor)
    attempt = stored_attempts(services.database)[0].id
    texts = load_texts(language)
    with clean_app.test_request_context(f"/resultaat?taal={language}"):
        state, result = read(services, load_result, attempt)
        assert result.profile is not None
        profile = replace(result.profile, top=result.profile.worlds[:3], remarks=())
        content: Content = dict(result_paper(state, result, profile, ()))
        earned = EarnedWorlds(profile.top, ())
        content["competences"] = competences(paper(), earned)
        change(content, texts)
        sheet = Pdf(pdf_bytes("result", content))
        words = paper().words
        if change is everything:
            for each in (*first_pages(content), *second_pages(content)):
                assert len(Pdf(pdf_bytes("result", each)).page_objects) == 2
    assert len(sheet.pages) == 2
    assert sheet.findings == []
    first, second = sheet.pages
    for part in ("goal", "result"):
        assert words[part]["title"] in first
    for part in ("evaluation", "steps"):
        assert words[part]["title"] in second
    for card in content["cards"]:
        assert all(reason in first for reason, _ in card["reasons"][:2])
    for name, _facts in content["kept"]:
        assert name in second
    assert content["versions"] in second
