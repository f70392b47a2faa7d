"""The one place where what went wrong becomes a page: what happened and the one next step."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from flask import (
    Flask,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, InternalError, OperationalError, ProgrammingError
from werkzeug.exceptions import BadHost, HTTPException, SecurityError
from werkzeug.wrappers import Response as BaseResponse

from quiz.storage.faults import LOCKED, trouble_of
from quiz.web.access import cookies
from quiz.web.access.audiences import NotSignedIn, SetUpFirst, current_attempt, current_staff
from quiz.web.access.limits import TooManyGuesses, TooManyTries, Wait
from quiz.web.access.origins import ForeignForm
from quiz.web.access.outside import is_for_programs
from quiz.web.logs import log
from quiz.web.pages import typed_addresses
from quiz.web.pages.addresses import address_here
from quiz.web.problems import (
    classes as class_problems,
)
from quiz.web.problems import (
    files as file_problems,
)
from quiz.web.problems import (
    forms as form_problems,
)
from quiz.web.problems import (
    outages,
    programs,
)
from quiz.web.problems import (
    pupil as problems,
)
from quiz.web.problems import (
    school_accounts as account_problems,
)
from quiz.web.problems import (
    sign_on as sign_on_problems,
)
from quiz.web.problems import (
    staff as staff_problems,
)
from quiz.web.problems.pupil import Problem
from quiz.web.responses.problem_json import problem_json
from quiz.web.runtime import end_reading

Page = tuple[str | Response, int]
LaterPage = tuple[str | Response, int, dict[str, str]]
Refused = TypeVar("Refused", bound=Wait)
NOT_OUR_NAME = "Zeven Werelden staat op een ander adres.\n"


def install(app: Flask) -> None:
    """Map every exception to its page. An unknown one is logged by kind and says sorry."""
    staff = staff_problems, sign_on_problems, account_problems
    for words in (problems, class_problems, *staff, outages):
        for exception, describe in words.BY_EXCEPTION.items():
            app.register_error_handler(exception, _page(describe))
    app.register_error_handler(TooManyGuesses, _later(form_problems.too_many_guesses))
    app.register_error_handler(TooManyTries, _later(staff_problems.too_many_tries))
    app.register_error_handler(NotSignedIn, _sign_in)
    app.register_error_handler(SetUpFirst, _set_up_first)
    app.register_error_handler(CSRFError, _form_page)
    app.register_error_handler(HTTPException, _http_page)
    # Not there or locked; a copy that cannot be written; without its tables.
    for kind in (OperationalError, InternalError, ProgrammingError):
        app.register_error_handler(kind, _database_page)
    app.register_error_handler(Exception, _unexpected_page)


def _page(describe: Callable[[], Problem]) -> Callable[[Exception], Page]:
    return lambda _error: _render(describe())


def _sign_in(_error: Exception) -> Page | BaseResponse:
    """After signing in a page opens as asked; what a form or a script sent is not repeated."""
    view = current_app.view_functions[request.endpoint or ""]
    if request.method == "GET" and not getattr(view, "background", False):
        return redirect(url_for("accounts.sign_in", verder=address_here()), 303)
    return _render(staff_problems.not_signed_in())


def _set_up_first(_error: Exception) -> BaseResponse:
    """Whatever was asked for: first the second step."""
    return redirect(url_for("accounts.set_up"), 303)


def _render(problem: Problem) -> Page:
    if is_for_programs(request):
        return problem_json(programs.in_their_words(problem)), problem.status
    page = render_template(
        "errors/error.html",
        status=problem.status,
        title=problem.title,
        text=problem.text,
        action_label=problem.action,
        action_url=problem.url,
    )
    return page, problem.status


def _later(describe: Callable[[Refused], Problem]) -> Callable[[Refused], LaterPage]:
    """A page that says how long to wait, and tells machines the same."""
    return lambda refused: (*_render(describe(refused)), {"Retry-After": str(refused.wait)})


def _form_page(error: Exception) -> Page:
    """Answers whose session is over say how to come back; any other page can be opened again."""
    if isinstance(error, ForeignForm):
        return _render(form_problems.foreign_form())
    if current_attempt() is None and request.path.startswith(url_for("pupil.questions")):
        return _render(problems.no_attempt())
    problem = form_problems.no_cookies() if cookies.are_refused() else form_problems.stale_form()
    return _render(replace(problem, url=address_here() or problem.url))


def _http_page(error: HTTPException) -> BaseResponse | HTTPException | Page:
    """Keep the status and its headers (such as Allow); replace the bare text by our page."""
    if error.code is None or error.code < 400:
        return error
    if error.code == 404 and (meant := typed_addresses.meant_address()):
        return redirect(meant, 301)
    if isinstance(error, SecurityError | BadHost):
        # Asked for under a name that is not ours: a page could not even link to itself.
        return Response(NOT_OUR_NAME, status=error.code, mimetype="text/plain")
    if error.code == 404:
        _look_who_it_is()
    problem = problems.BY_STATUS.get(error.code, problems.strange_request)()
    answer = make_response(_render(replace(problem, status=error.code)))
    answer.headers.extend(pair for pair in error.get_headers() if pair[0] != "Content-Type")
    return answer


def _look_who_it_is() -> None:
    """Staff find their menu on this page too; without a database it is as for anybody else."""
    try:
        current_staff()
    except DBAPIError:
        end_reading()


def _database_page(error: DBAPIError) -> Page:
    end_reading()
    trouble = trouble_of(error)
    log.error("database unavailable", kind=type(error.orig).__name__, trouble=trouble)
    problem = outages.busy() if trouble == LOCKED else outages.nothing_is_kept()
    return _render(replace(problem, url=address_here() or problem.url))


def _unexpected_page(error: Exception) -> Page:
    """A mistake of ours; what it says stays here, for it may be about a person."""
    end_reading()
    log.error("unexpected", kind=type(error.__cause__ or error).__name__, where=_where(error))
    return _render(file_problems.no_file() if file_problems.asks_for_a_file() else problems.sorry())


def _where(error: Exception) -> str:
    """File and line of the error: enough to find it, without the values that a trace may hold."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
