"""One person, one address, however it is typed."""

import pytest

from quiz.usecases.staff.emails import InvalidEmail, plain_email


@pytest.mark.parametrize("typed", ["jan@school.nl", " Jan@School.NL ", "JAN@school.nl\n"])
def test_an_address_has_one_form(typed: str) -> None:
    assert plain_email(typed) == "jan@school.nl"


@pytest.mark.parametrize(
    "typed", ["ｊan@school.nl", "jаn@school.nl", "jan\u200b@school.nl", "ján@school.nl"]
)
def test_a_letter_that_looks_like_another_makes_no_second_person(typed: str) -> None:
    with pytest.raises(InvalidEmail):
        plain_email(typed)


def test_a_domain_with_other_letters_shows_that_it_is_another_domain() -> None:
    assert plain_email("jan@ｓｃｈｏｏｌ.nl") == "jan@school.nl"
    assert plain_email("jan@schооl.nl") == "jan@xn--schl-75da.nl"
    assert plain_email("jan@xn--schl-75da.nl") == "jan@xn--schl-75da.nl"


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
