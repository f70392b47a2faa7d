"""What the demonstration says when it begins: where to look, and as whom."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.usecases.demonstration.filling import Examples


def welcome(base: str, code: str, passwords: Mapping[str, str], examples: "Examples | None") -> str:
    """All of it as one text; `code` opens the class that is empty."""
    from quiz.domain.codes.class_codes import display_class_code

    return "\n".join(
        (
            "",
            "Zeven Werelden: demonstratie (verzonnen school, alleen om te proberen)",
            f"  Begin:      {base}/",
            f"  Klascode:   {display_class_code(code)}",
            f"  Meedoen:    {base}/meedoen/{code}",
            f"  Zonder klas: {base}/start",
            f"  Inloggen:   {base}/inloggen (wachtwoorden zijn elke keer nieuw)",
            *(f"    {email}  {password}" for email, password in passwords.items()),
            f"  Als regiocoördinator van FoodValley: {base}/regio",
            *(_places(base, examples) if examples else ()),
            "  Stoppen:    Ctrl+C",
            "",
        )
    )


def _places(base: str, examples: "Examples") -> Iterator[str]:
    """The examples by name, each with its address; all of them begin anew at every start."""
    from quiz.domain.codes.return_codes import display_return_code

    yield "  Om te zien, als docent:"
    for name, number in examples.classes.items():
        yield f"    {base}/klassen/{number}  {name}"
    yield "  Om te zien, als decaan:"
    for name, number in examples.talks.items():
        yield f"    {base}/gesprekken/{number}  {name}"
    yield f"    {base}/school  Onze school"
    yield f"  Een resultaat: {base}/terug met code {display_return_code(examples.return_code)}"
