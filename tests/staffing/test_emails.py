"""One person, one address, however it is typed."""

import pytest

from quiz.staffing import InvalidEmail, plain_email


@pytest.mark.parametrize("typed", ["jan@school.nl", " Jan@School.NL ", "JAN@school.nl\n"])
def test_an_address_has_one_form(typed: str) -> None:
    assert plain_email(typed) == "jan@school.nl"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "jan", "jan@", "@school.nl", "jan@localhost", "a@b@c.nl", "jan @school.nl",
     "jan@school.nl, piet@school.nl", "jan@school.nl\nBcc: piet@school.nl", "\x00@school.nl",
     f"{'a' * 300}@school.nl", f"jan@{'a' * 250}.nl"],
)  # fmt: skip
def test_what_is_no_address_is_refused_with_one_line(typed: str) -> None:
    with pytest.raises(InvalidEmail) as problem:
        plain_email(typed)
    assert len(str(problem.value).splitlines()) == 1
