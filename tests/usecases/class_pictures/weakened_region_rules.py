"""Rules for figures of a region that are weaker than ours: each lets something leak."""

from collections.abc import Callable, Iterable, Mapping

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quiz.storage.tables.picture import SeriesClass
from quiz.storage.tables.region import RegionFigure, RegionMember
from quiz.storage.tables.school import School, SchoolClass
from quiz.usecases.class_pictures import region_intake, region_rule
from quiz.usecases.class_pictures.region_rule import Batch, Kind, Waiting
from quiz.usecases.services import Services
from tests.usecases.class_pictures import region_attacker
from tests.usecases.class_pictures.shown_classes import TOWNS

THREE = 3


def two_are_enough(rule: pytest.MonkeyPatch) -> None:
    rule.setattr(region_rule, "FEWEST_CLASSES", 2)
    rule.setattr(region_rule, "FEWEST_PUPILS", 20)


def one_school_is_enough(rule: pytest.MonkeyPatch) -> None:
    rule.setattr(region_rule, "may_come_in", lambda batch: len(batch) >= THREE)


def two_schools_are_enough(rule: pytest.MonkeyPatch) -> None:
    def weak(batch: Batch) -> bool:
        return len(batch) >= THREE and len({each.school for each in batch}) > 1

    rule.setattr(region_rule, "may_come_in", weak)


def small_classes_together_count_for_two(rule: pytest.MonkeyPatch) -> None:
    def weak(batch: Batch) -> bool:
        schools = {each.school for each in batch}
        return all(
            sum(each.picture.classes for each in batch if each.school != one) >= THREE
            for one in schools
        )

    rule.setattr(region_rule, "may_come_in", weak)


def what_is_left_over_comes_in_too(rule: pytest.MonkeyPatch) -> None:
    def weak(waiting: Iterable[Waiting]) -> Mapping[Kind, Batch]:
        every = list(waiting)
        found = dict(region_rule.batches(every))
        for each in every:
            if found and not any(each in batch for batch in found.values()):
                rest = each.kind.coarser[-1]
                found[rest] = [*found.get(rest, ()), each]
        return found

    rule.setattr(region_intake, "batches", weak)


def one_class_follows_when_others_are_in(rule: pytest.MonkeyPatch) -> None:
    inside = set[Kind]()

    def weak(waiting: Iterable[Waiting]) -> Mapping[Kind, Batch]:
        every = list(waiting)
        found = dict(region_rule.batches(every))
        inside.update(found)
        for each in every:
            if each.kind in inside and each.kind not in found:
                found[each.kind] = [other for other in every if other.kind == each.kind]
        return found

    rule.setattr(region_intake, "batches", weak)


def _first(rule: pytest.MonkeyPatch, forget: Callable[[Session, str], object]) -> None:
    """Something is forgotten each time before the coordinator's press."""
    strong = region_attacker.press

    def weak(services: Services, region: str, towns: list[str]) -> None:
        with services.database.writing() as session:
            forget(session, region)
        strong(services, region, towns)

    rule.setattr(region_attacker, "press", weak)


def schools_take_their_classes_along(rule: pytest.MonkeyPatch) -> None:
    been = set[tuple[str, int]]()

    def forget(session: Session, region: str) -> None:
        here = (
            select(RegionMember)
            .join(SeriesClass, SeriesClass.series_id == RegionMember.series_id)
            .join(SchoolClass, SchoolClass.id == SeriesClass.class_id)
            .join(School, School.id == SchoolClass.school_id)
            .where(School.municipality.in_(TOWNS[region]))
        )
        for row in session.scalars(here).unique():
            been.add((row.region_id, row.series_id))
            if (region, row.series_id) not in been:
                session.delete(row)

    _first(rule, forget)


def it_is_worked_out_anew(rule: pytest.MonkeyPatch) -> None:
    """As a monitor does that counts what is there now, with the rule for what it shows."""
    _first(
        rule,
        lambda session, region: session.execute(
            delete(RegionFigure).where(RegionFigure.region_id == region)
        ),
    )


WEAKENINGS = (
    two_are_enough,
    one_school_is_enough,
    two_schools_are_enough,
    small_classes_together_count_for_two,
    what_is_left_over_comes_in_too,
    one_class_follows_when_others_are_in,
    schools_take_their_classes_along,
    it_is_worked_out_anew,
)
