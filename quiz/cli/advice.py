"""What to do about a fault of the machine, in a few words: the same at every command."""

import errno

from quiz.storage.faults import FAILING, FULL, LOCKED, READ_ONLY, UNREACHABLE

OF_DATABASE = {
    LOCKED: "look for a tool that has the file open",
    READ_ONLY: "look at the rights of the file and the disk, or at the primary of PostgreSQL",
    FULL: "make room on the disk",
    FAILING: "look at the disk; if the file is damaged: quiz restore FILE --replace",
    UNREACHABLE: "look at DATABASE_URL, at its server, and whether this user may open it",
}
_OF_FILES = {
    errno.EACCES: "do this as the user whose it is, or choose another place",
    errno.EPERM: "do this as the user whose it is, or choose another place",
    errno.ENOSPC: "make room on the disk, or choose another place",
    errno.EDQUOT: "make room on the disk, or choose another place",
    errno.EROFS: "choose a place that can be written",
    errno.ENOENT: "make the folder first, or look at the name",
    errno.ENOTDIR: "choose a folder that is one",
    errno.EISDIR: "choose the name of a file",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def with_advice(problem: OSError) -> str:
    """What the system says of a file, with what to do; its own words when they are ours."""
    if problem.errno is None or problem.strerror is None:
        return str(problem)
    place = "" if problem.filename is None else f"{problem.filename}: "
    advice = _OF_FILES.get(problem.errno)
    return f"{place}{problem.strerror.lower()}{f': {advice}' if advice else ''}"
