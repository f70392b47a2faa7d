"""Pictures in storage: a class is shown in one series, alone or always with the same others."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.picture import FrozenPicture, PicturedAttempt, PictureSeries, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.draft import Draft
from quiz.usecases.class_pictures.errors import InAnotherPicture, NotTogether
from quiz.usecases.class_pictures.picture import ClassPicture


def find_series(
    session: Session, class_ids: Sequence[int]
) -> tuple[PictureSeries | None, tuple[int, ...]]:
    """The series of these classes, if any, and all the classes that it shows.

    One class stands for all it is shown with. Raises InAnotherPicture for any other mixture.
    """
    rows = session.scalars(select(SeriesClass).where(SeriesClass.class_id.in_(class_ids))).all()
    if not rows:
        return None, tuple(sorted(class_ids))
    shown = classes_of(session, rows[0].series_id)
    is_whole = len(class_ids) == 1 or set(class_ids) == set(shown)
    if not is_whole:
        raise InAnotherPicture([row.class_id for row in rows])
    return session.get_one(PictureSeries, rows[0].series_id), shown


def classes_of(session: Session, series_id: int) -> tuple[int, ...]:
    """The classes that a series shows."""
    found = select(SeriesClass.class_id).where(SeriesClass.series_id == series_id)
    return tuple(session.scalars(found.order_by(SeriesClass.class_id)))


def hold_classes(session: Session, class_ids: Sequence[int]) -> None:
    """Hold the classes until we commit, always in the same order. Raises NotTogether."""
    schools = session.scalars(
        select(SchoolClass.school_id)
        .where(SchoolClass.id.in_(class_ids))
        .order_by(SchoolClass.id)
        .with_for_update()
    ).all()
    if not schools or len(schools) != len(set(class_ids)) or len(set(schools)) > 1:
        raise NotTogether("these are not classes of one school")


def read_pictures(session: Session, series: PictureSeries | None) -> list[ClassPicture]:
    """The pictures so far, the first one first."""
    if series is None:
        return []
    rows = select(FrozenPicture.content).where(FrozenPicture.series_id == series.id)
    found = session.scalars(rows.order_by(FrozenPicture.number))
    return [ClassPicture.from_json(content) for content in found]


def store(
    session: Session, series: PictureSeries | None, draft: Draft, class_ids: Sequence[int]
) -> None:
    """Keep the picture and who is in it."""
    if series is None:
        series = PictureSeries(histories={})
        session.add(series)
        session.flush()
        links = [{"class_id": each, "series_id": series.id} for each in class_ids]
        session.execute(insert(SeriesClass), links)
    series.histories = dict(draft.histories)
    picture = draft.picture
    row = FrozenPicture(series_id=series.id, number=picture.number, made_at=picture.made_at)
    row.content = picture.as_json()
    session.add(row)
    _store_members(session, series.id, draft)


def _store_members(session: Session, series_id: int, draft: Draft) -> None:
    rows = [
        {
            "attempt_id": attempt_id,
            "series_id": series_id,
            "result_number": number,
            "history": history,
        }
        for (attempt_id, number), history in draft.covered.items()
    ]
    covered = [row["attempt_id"] for row in rows]
    session.execute(delete(PicturedAttempt).where(PicturedAttempt.attempt_id.in_(covered)))
    session.execute(insert(PicturedAttempt), rows)
    session.execute(update(Attempt).where(Attempt.id.in_(draft.counted)).values(pictured=True))
