"""A browser is busy for a pupil or for somebody of the staff, never for both."""

from flask import Flask

from tests.asked import asked
from tests.blueprints.accounts.people import TEACHER, is_signed_in, sign_in
from tests.blueprints.pupil.way import return_code
from tests.conftest import services_of
from tests.visitor import Visitor


def test_signing_in_forgets_the_pupil_of_this_browser(visitor: Visitor, teacher: int) -> None:
    visitor.begin()
    sign_in(visitor, TEACHER)
    assert visitor.get("/vragen").status == 403
    assert is_signed_in(visitor)


def test_a_wrong_password_does_not_cost_a_pupil_the_quiz(visitor: Visitor, teacher: int) -> None:
    visitor.begin()
    sign_in(visitor, TEACHER, "geraden")
    assert visitor.get("/vragen").status == 200


def test_trying_the_quiz_signs_nobody_out(signed_in: Visitor) -> None:
    signed_in.begin()
    assert is_signed_in(signed_in)
    assert signed_in.get("/vragen").status == 200


def test_coming_back_with_a_code_signs_the_staff_out(
    visitor: Visitor, another_visitor: Visitor, teacher: int
) -> None:
    code = return_code(another_visitor.start())
    sign_in(visitor, TEACHER)
    visitor.submit(visitor.get("/terug"), code=code)
    assert visitor.get("/vragen").status == 200
    assert not is_signed_in(visitor)


def test_an_old_tab_of_the_staff_cannot_write_once_a_pupil_is_busy(
    signed_in: Visitor, another_visitor: Visitor
) -> None:
    old = signed_in.get("/account")
    code = return_code(another_visitor.start())
    signed_in.submit(signed_in.get("/terug"), code=code)
    assert signed_in.submit(old, present="x", password="een zin van een ander").status == 400


def test_the_language_stays(visitor: Visitor, teacher: int) -> None:
    visitor.get("/inloggen?taal=en")
    sign_in(visitor, TEACHER)
    assert "Sign out" in visitor.get("/account").html


def test_no_library_but_the_guard_of_forms_runs_at_every_request(clean_app: Flask) -> None:
    hooks = (
        clean_app.before_request_funcs,
        clean_app.after_request_funcs,
        clean_app.teardown_request_funcs,
        clean_app.template_context_processors,
    )
    run = [each for hook in hooks for functions in hook.values() for each in functions]
    owners = {
        each.__module__.split(".")[0] for each in (*run, *clean_app.teardown_appcontext_funcs)
    }
    assert owners == {"quiz", "flask", "flask_wtf"}
    assert {rule.endpoint.split(".")[0] for rule in clean_app.url_map.iter_rules()} <= {
        *clean_app.blueprints,
        "static",
    }


def test_a_pupil_page_reads_no_account(clean_app: Flask, visitor: Visitor) -> None:
    visitor.begin()
    with asked(services_of(clean_app).database) as heard:
        assert visitor.get("/vragen").status == 200
        assert visitor.get("/").status == 200
    assert heard.statements
    assert not [each for each, _values in heard.statements if "staff" in each]
