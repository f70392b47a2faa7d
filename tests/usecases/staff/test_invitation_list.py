"""A pasted list: what people really paste is understood, and every line that is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.staff.emails import plain_email
from quiz.usecases.staff.invitation_list import Listed, Wrong, read_list

TEACHER = ("teacher",)


def people(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = read_list(text, TEACHER)
    assert not [each for each in found if each.wrong], found
    return [(each.email, each.roles) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "eva@school.nl\nian@school.nl",
        "\n  EVA@school.nl \r\n\r\n\tian@SCHOOL.nl\n\n",
        "eva@school.nl; ian@school.nl",
        "eva@school.nl,ian@school.nl,",
        "Eva de Vries <eva@school.nl>; 'Ian' <ian@school.nl>",
        '"eva@school.nl"\n"ian@school.nl"',
        "E-mailadres\neva@school.nl\nian@school.nl",
        "\ufeffE-mail;Rol\neva@school.nl;docent\nian@school.nl;docent",
    ],
)
def test_what_people_paste_is_understood(text: str) -> None:
    assert people(text) == [("eva@school.nl", TEACHER), ("ian@school.nl", TEACHER)]


def test_a_line_may_say_what_somebody_does() -> None:
    assert people("eva@school.nl, Decaan\nian@school.nl\tdocent\tbeheerder\nbo@school.nl") == [
        ("eva@school.nl", ("counsellor",)),
        ("ian@school.nl", ("admin", "teacher")),
        ("bo@school.nl", TEACHER),
    ]


@pytest.mark.parametrize(
    ("text", "line", "wrong", "word"),
    [
        ("eva@school.nl\nian.school.nl", 2, Wrong.NO_ADDRESS, "ian.school.nl"),
        ("eva@school.nl\nian@", 2, Wrong.NO_EMAIL, "ian@"),
        ("eva@school.nl\n\nеva@school.nl", 3, Wrong.NO_EMAIL, "еva@school.nl"),
        ("eva@school.nl, decan", 1, Wrong.STRANGE, "decan"),
        ("eva@school.nl\nEva <EVA@school.nl>", 2, Wrong.TWICE, "eva@school.nl"),
        ("eva@school.nl ian@school.nl", 1, Wrong.NO_EMAIL, "eva@school.nl ian@school.nl"),
        ("rol\nrol\neva@school.nl", 2, Wrong.NO_ADDRESS, "rol"),
        ("=HYPERLINK(1)@x", 1, Wrong.NO_EMAIL, "=HYPERLINK(1)@x"),
    ],
)
def test_each_line_that_is_wrong_is_named(text: str, line: int, wrong: Wrong, word: str) -> None:
    found = [each for each in read_list(text, TEACHER) if each.wrong]
    assert found == [Listed(line, wrong=wrong, word=word)]


@given(st.text(st.characters(categories=["L", "P", "S", "Z", "C", "N"]), max_size=200))
def test_whatever_is_pasted_gives_good_addresses_or_findings(text: str) -> None:
    for each in read_list(text, TEACHER):
        if each.wrong is None:
            assert plain_email(each.email) == each.email
        assert "\n" not in each.word
