"""Who loves two subjects of a world is offered what is about one of them as well."""

from dataclasses import replace

from quiz.domain.catalogue.matching.diversity import choose
from quiz.domain.catalogue.matching.parameters import FAR_LESS
from tests.domain.catalogue.test_fit import CLEAR, candidates, row


def test_who_loves_two_subjects_sees_rows_about_one_of_them_beside_one_about_both() -> None:
    loved = replace(CLEAR, likes={"brug": 0.75, "dijk": 0.75, "verf": 0.3})
    both, one = row(0, {"bouw": 1}, "brug", "dijk"), row(1, {"bouw": 1}, "brug")
    found = candidates(loved, both, one, row(2, {"bouw": 1}, "verf"))
    assert [each.row.id for each in choose(found, 9, FAR_LESS)] == ["row-0", "row-1"]
