"""The document is OpenAPI 3.1, says what is there, and a change of it is a conscious decision."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import Case, GenerationMode

from quiz.blueprints.open_data.resources import RESOURCES
from tests.blueprints.open_data.asking import ask
from tests.counting import forget_counts
from tests.own_app import settings_of_tests

CONTRACT = Path(__file__).with_name("openapi.json")
EXAMPLES = 10
AS_IT_IS = {"Accept-Encoding": "identity"}  # the app packs by itself, and a fuzzer reads it raw


def test_the_document_is_well_made(app: Flask) -> None:
    document = ask(app, "openapi.json").json or {}
    OpenAPIV31SpecValidator(document).validate()
    assert document["openapi"] == "3.1.0"
    assert document["info"]["contact"]["url"] == "http://localhost/over"
    assert {row["naam"] for row in document["x-bronnen"]} >= {"GeoNames", "DUO / RIO"}


def test_the_document_names_every_address(app: Flask) -> None:
    document = ask(app, "openapi.json").json or {}
    served = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api/")}
    assert served == {f"/api/v1{path}" for path in document["paths"]} | {"/api/v1/openapi.json"}


def test_the_contract_with_programs_is_the_committed_one(app: Flask) -> None:
    """Write it again with `python -m tests.blueprints.open_data.test_document`, and read it."""
    assert ask(app, "openapi.json").json == json.loads(CONTRACT.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [each.name for each in RESOURCES])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_described_whatever_is_asked(
    app: Flask, name: str, mode: GenerationMode
) -> None:
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(case=described[f"/{name}"]["GET"].as_strategy(generation_mode=mode))
    def ask_anything(case: Case[Any]) -> None:
        forget_counts(app)
        case.call_and_validate(headers=AS_IT_IS)

    ask_anything()


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    from quiz.app import create_app

    with TemporaryDirectory() as folder:
        text = (
            create_app(settings_of_tests(DATA_DIR=folder))
            .test_client()
            .get("/api/v1/openapi.json")
            .text
        )
    CONTRACT.write_text(text + "\n", encoding="utf-8")
    sys.stderr.write(f"written: {CONTRACT}\n")
