"""The agendas of regions as open data: what is published and not over, and nothing else."""

from datetime import timedelta

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import Case

from quiz.usecases.agenda import item_of, publish
from quiz.usecases.services import Services
from tests.blueprints.agenda.published import REGION, put
from tests.blueprints.open_data.asking import ask, lines, rows
from tests.blueprints.open_data.test_document import AS_IT_IS, EXAMPLES
from tests.counting import forget_counts


def test_an_item_is_told_whole_with_its_agenda_as_source(
    clean_app: Flask, services: Services
) -> None:
    today = services.today()
    put(services, today, last_day=today + timedelta(days=1))
    (row,) = rows(clean_app, "agenda")
    assert len(row.pop("id")) == 16
    assert row == {
        "naam": "Open avond",
        "naamEngels": "Open evening",
        "omschrijving": "Kom kijken.",
        "omschrijvingEngels": "Come and look.",
        "dag": today.isoformat(),
        "laatsteDag": (today + timedelta(days=1)).isoformat(),
        "begint": "19:00",
        "eindigt": "21:30",
        "plaats": "Technolab, Ede",
        "regio": REGION,
        "werelden": ["hitech-science"],
        "schooltypen": ["havo"],
        "website": "https://technolab.example/?a=1&b=2",
        "bron": f"http://localhost/regios/{REGION}/agenda",
        "gecontroleerdOp": today.isoformat(),
    }
    (line,) = lines(clean_app, "agenda?formaat=csv")
    assert (line["naam"], line["werelden"]) == ("Open avond", "hitech-science")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (f"regio={REGION}", 2),
        ("regio=zeeland", 1),
        ("wereld=voeding-natuur", 2),
        (f"wereld=hitech-science&regio={REGION}", 2),
        ("schooltype=havo", 3),
        ("schooltype=vwo", 2),
    ],
)
def test_it_is_narrowed_down_by_region_world_and_school_type(
    clean_app: Flask, services: Services, asked: str, found: int
) -> None:
    put(services, services.today())
    put(services, services.today(), worlds=(), audience=())
    put(services, services.today(), worlds=("voeding-natuur",), audience=(), region_id="zeeland")
    assert len(rows(clean_app, f"agenda?{asked}")) == found


def test_a_draft_and_what_is_over_are_not_told(clean_app: Flask, services: Services) -> None:
    put(services, services.today() - timedelta(days=1))
    number = put(services, services.today())
    tag = ask(clean_app, "agenda").headers["ETag"]
    assert ask(clean_app, "agenda", If_None_Match=tag).status_code == 304
    with services.database.writing() as session:
        publish(session, item_of(session, number, {REGION}), services.clock(), shown=False)
    again = ask(clean_app, "agenda", If_None_Match=tag)
    assert again.status_code == 200
    assert again.json["gegevens"] == []  # type: ignore[index]
    assert "Set-Cookie" not in again.headers


def test_whatever_is_asked_items_are_as_described(clean_app: Flask, services: Services) -> None:
    put(services, services.today())
    put(services, services.today(), title_nl="=1+1", begins="", ends="", link="", place="")
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", clean_app)

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(case=described["/agenda"]["GET"].as_strategy())
    def ask_anything(case: Case) -> None:  # type: ignore[type-arg]
        forget_counts(clean_app)
        case.call_and_validate(headers=AS_IT_IS)

    ask_anything()
    cells = [cell for line in lines(clean_app, "agenda?formaat=csv") for cell in line.values()]
    assert "'=1+1" in cells
