"""Nobody goes past the clock of the school: one module makes days of moments, one shows them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OWNERS = {"quiz/config/school_time.py", "quiz/web/pages/dates.py"}
# Storage normalises to UTC, numbers of attempts count from a fixed moment, log lines are in UTC.
IN_UTC = {"quiz/storage/tables/base.py", "quiz/storage/identifiers.py", "quiz/server/json_lines.py"}
# A day in a spreadsheet has no zone, and a calendar file says its own.
IN_A_FILE = {"quiz/domain/spreadsheets/cell_values.py", "quiz/domain/text/calendar_file.py"}
FILES = sorted(
    path
    for path in (ROOT / "quiz").rglob("*.py")
    if str(path.relative_to(ROOT)) not in OWNERS | IN_UTC | IN_A_FILE
    and "versions" not in path.parts
)
PAGES = sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file())

CALLS = {"astimezone", "asctime", "combine", "ctime", "date", "fromtimestamp", "gmtime"}
CALLS |= {"isocalendar", "isoweekday", "localtime", "strftime", "timetuple", "utcfromtimestamp"}
CALLS |= {"utcnow", "weekday"}
ASKING = {"now", "today"}  # of the machine: our own are school_time.now and services().today
OURS = {"school_time", "services"}
MODULES = {"babel.dates", "pytz", "dateutil", "tzlocal"}
FORMATTING = re.compile(r"format_(date|datetime|time|timedelta|interval)|get_timezone|to_user_.*")
IN_SQL = {"current_date", "current_timestamp", "date", "date_trunc", "extract", "now", "strftime"}
IN_A_PAGE = re.compile(r"strftime|isoformat|\.date\(|\.hour\b|\bdatetime\b|(date|time)format")


def bypasses(source: str) -> Iterator[str]:
    """What in this source makes a day, or asks or shows the time, past the clock of the school."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _called(node.func)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imported(node)
        elif isinstance(node, ast.Attribute) and node.attr in {"hour", "minute"}:
            yield node.attr
        elif isinstance(node, ast.FormattedValue) and _is_date(node.format_spec):
            yield "a date in an f-string"


def _is_date(spec: ast.expr | None) -> bool:
    return spec is not None and bool(re.search(r"%[A-Za-z]", ast.unparse(spec)))


def _called(function: ast.expr) -> Iterator[str]:
    if isinstance(function, ast.Name) and function.id == "datetime":
        yield "datetime(...)"
    if not isinstance(function, ast.Attribute):
        return
    owner = ast.unparse(function.value)
    if function.attr in CALLS or (owner == "func" and function.attr in IN_SQL):
        yield f"{owner}.{function.attr}"
    if function.attr in ASKING and owner.removesuffix("()") not in OURS:
        yield f"{owner}.{function.attr}"


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
    for name in node.names:
        if module in MODULES or name.name in MODULES:
            yield f"{module} {name.name}"
        elif module.startswith(("flask_babel", "babel")) and FORMATTING.fullmatch(name.name):
            yield f"{module}.{name.name}"
        elif module == "babel" and name.name == "dates":
            yield "babel.dates"


def test_no_module_goes_past_the_clock_of_the_school() -> None:
    found = {str(path): list(bypasses(path.read_text(encoding="utf-8"))) for path in FILES}
    assert {path: what for path, what in found.items() if what} == {}


def test_no_page_and_no_paper_makes_a_day_itself() -> None:
    found = {path.name: IN_A_PAGE.findall(path.read_text(encoding="utf-8")) for path in PAGES}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "line",
    [
        "today = services().clock().date()",
        "month = services().clock().strftime('%Y-%m')",
        "begin = datetime(now.year, 8, 1, tzinfo=UTC)",
        "moment = datetime.now(UTC)",
        "today = date.today()",
        "made = datetime.fromtimestamp(0, UTC)",
        "from flask_babel import format_date",
        "from babel.dates import format_datetime",
        "from babel import dates",
        "import pytz",
        "text = f'{began:%Y-%m-%d}'",
        "query = select(func.date(Attempt.started_at))",
        "at = group.joining_until.hour",
        "here = moment.astimezone()",
    ],
)
def test_the_rule_sees_every_way_past_it(line: str) -> None:
    assert list(bypasses(line))


@pytest.mark.parametrize(
    "line", ["moment = school_time.now()", "today = services().today()", "share = f'{part:.1%}'"]
)
def test_the_rule_lets_our_own_ways_be(line: str) -> None:
    assert not list(bypasses(line))
