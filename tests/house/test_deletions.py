"""Whatever takes rows away says whether they are gone for good, and so leave the files as well."""

import ast
from collections.abc import Iterator

from tests.house.test_sizes import FILES, ROOT

# Nobody erased these: old codes, links and counts, stars, places that were let go. They leave the
# log when SQLite uses it again, and the file with the nightly purge.
NOT_FOR_GOOD = {
    "quiz/usecases/agenda.py: add_item",
    "quiz/usecases/attempts/bookmarks.py: let_go_of_step",
    "quiz/usecases/classes/colleagues.py: remove_colleague",
    "quiz/usecases/classes/leaving.py: detach_attempt",
    "quiz/usecases/classes/seats.py: _forget_oldest_pushed",
    "quiz/usecases/links/kept.py: forget_others",
    "quiz/usecases/region_rows/drafts.py: drop_draft",
    "quiz/usecases/region_rows/drafts.py: keep_draft",
    "quiz/usecases/sharing/share.py: ask_for_share",
    "quiz/usecases/sharing/share_codes.py: _use_up",
    "quiz/usecases/sharing/share_codes.py: make_share_code",
    "quiz/usecases/class_pictures/series.py: _store_members",
    "quiz/usecases/staff/identities.py: link_identity",
    "quiz/usecases/staff/identities.py: unlink_identity",
    "quiz/usecases/staff/links.py: forget_links_for",
    "quiz/usecases/staff/links.py: forget_links_of",
    "quiz/usecases/staff/links.py: invite",
    "quiz/usecases/staff/recovery.py: forget_recovery_codes",
    "quiz/usecases/staff/recovery.py: use_recovery_code",
    "quiz/web/access/counters.py: _forget_some",
    "quiz/web/access/counters.py: clear",
    "quiz/web/access/counters.py: reset",
}
# Their callers erase, or they rewrite the whole file when they are done.
ELSEWHERE = {
    "quiz/usecases/classes/moving.py: _move",
    "quiz/usecases/retention.py: _remove",
    "quiz/usecases/backup/ending.py: _end_sessions_of_staff",
    "quiz/usecases/backup/ending.py: end_what_was_open",
    "quiz/cli/user.py: remove_user",
    "quiz/usecases/staff/regions.py: set_regions",
    "quiz/usecases/staff/schools.py: _share_once",
    "quiz/usecases/staff/schools.py: merge_schools",
    "quiz/storage/catalogue_store.py: _write",
}


def deletions() -> Iterator[tuple[str, str]]:
    """Every function of ours that deletes, and its text."""
    for path in FILES:
        where = path.relative_to(ROOT)
        if where.parts[0] != "quiz":
            continue
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and any(map(_deletes, ast.walk(node))):
                yield f"{where}: {node.name}", ast.get_source_segment(text, node) or ""


def _deletes(node: ast.AST) -> bool:
    """`delete(Table)`, or `session.delete(row)`."""
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called in ("delete", "session.delete", "database.delete")


def test_every_deletion_is_for_good_or_stands_here_with_a_reason() -> None:
    found = {where for where, text in deletions() if ".erasing()" not in text}
    assert found == NOT_FOR_GOOD | ELSEWHERE
