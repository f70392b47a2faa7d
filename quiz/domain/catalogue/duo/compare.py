"""What a proposal changes: new, changed cell by cell, confirmed, gone, and what stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.domain.catalogue.duo.left_out import Counted
from quiz.domain.catalogue.duo.proposal import ABOUT_SOURCE, Proposal, Unknown
from quiz.domain.catalogue.duo.standing import Cells, Key
from quiz.domain.catalogue.files.columns import INSTITUTIONS, OFFERINGS
from quiz.domain.catalogue.files.origins import LAPSED, OURS, REMOVED

# Of what the files speak about: when more than this is gone, a file is probably not whole.
SUSPECT_SHARE, SUSPECT_COUNT = 1 / 4, 10


@dataclass(frozen=True)
class Change:
    """One row that becomes another: only the cells that differ, before and after."""

    key: Key
    before: Cells
    after: Cells


@dataclass(frozen=True)
class Preview:
    """What would happen, in the order of the keys, and everything that was not taken over.

    `rows`: every row that is written, whole. `confirmed`: only the source or the day is newer.
    `edited` and `removed`: rows that people here changed or took away, which stay as they are.
    `same`: how many rows stand already as the files have them. `spoken_of`: how many rows from DUO
    the files speak about, of which `gone` are no longer in them.
    """

    rows: Mapping[Key, Cells]
    new: Sequence[Key]
    changed: Sequence[Change]
    confirmed: Sequence[Key]
    gone: Sequence[Key]
    edited: Sequence[Change]
    removed: Sequence[Key]
    same: int
    spoken_of: int
    left_out: Sequence[Counted]
    notes: Sequence[Counted]
    unknown: Sequence[tuple[Unknown, int]]

    @property
    def changes_nothing(self) -> bool:
        """Whether everything stands as the files have it."""
        return not self.rows

    @property
    def is_suspect(self) -> bool:
        """Whether so much is gone that a file is probably not whole."""
        return len(self.gone) > max(SUSPECT_COUNT, SUSPECT_SHARE * self.spoken_of)


def compare(proposal: Proposal) -> Preview:
    """Set what the files ask for beside what stands."""
    stored = proposal.standing.stored
    new, confirmed, removed, changed, edited, same = [], [], [], [], [], 0
    for key in sorted(proposal.rows):
        cells, row = proposal.rows[key], stored.get(key)
        if row is None or row.origin == LAPSED:
            new.append(key)
            continue
        change = _change(key, row.cells, cells)
        if not change.after:
            same += 1
        elif row.origin == REMOVED:
            removed.append(key)
        elif row.origin in OURS:
            edited.append(change)
        elif ABOUT_SOURCE.issuperset(change.after):
            confirmed.append(key)
        else:
            changed.append(change)
    written = [*new, *confirmed, *(change.key for change in changed)]
    return Preview(
        rows={key: proposal.rows[key] for key in written},
        new=new,
        changed=changed,
        confirmed=confirmed,
        gone=_gone(proposal),
        edited=edited,
        removed=removed,
        same=same,
        spoken_of=len(proposal.covered),
        left_out=proposal.left_out.counted(),
        notes=proposal.notes.counted(),
        unknown=sorted(proposal.unknown.items(), key=lambda entry: (-entry[1], entry[0])),
    )


def _change(key: Key, before: Cells, after: Cells) -> Change:
    differing = [name for name in after if after[name] != before.get(name, "")]
    return Change(
        key,
        {name: before.get(name, "") for name in differing},
        {name: after[name] for name in differing},
    )


def _gone(proposal: Proposal) -> list[Key]:
    """The rows from DUO that the files no longer hold; a school only when nothing of it is left."""
    stored = proposal.standing.stored
    gone = {
        key for key in proposal.covered - proposal.rows.keys() if stored[key].origin not in OURS
    }
    staying = [cells for key, cells in proposal.standing.live(OFFERINGS.file) if key not in gone]
    staying += [cells for (file, _), cells in proposal.rows.items() if file == OFFERINGS.file]
    schools = {cells["institution_id"] for cells in staying}
    return sorted(key for key in gone if key[0] != INSTITUTIONS.file or key[1] not in schools)
