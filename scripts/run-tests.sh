#!/bin/sh
# Run tests (all, or those that are named) with this Python, on all cores; what they write goes to a memory disk where one has room.
# Most of their time is waiting until a database says that a disk has it.
set -eu
room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${room:-0}" -gt 4000000 ] && [ -w /dev/shm ]; then
    TMPDIR=$(mktemp -d /dev/shm/zeven-werelden-tests-XXXXXX)
    export TMPDIR
    chmod 755 "$TMPDIR" # PostgreSQL is another user
    trap 'rm -rf "$TMPDIR"' EXIT INT TERM
fi
# One more than cores, for tests in a browser and of faults mostly wait; a place with many has enough at 4.
cores=$(nproc 2>/dev/null || echo 2)
# NumPy's threads wait for each other with all their might, and every worker has its own: one is enough.
export OPENBLAS_NUM_THREADS=1 # and not OMP_NUM_THREADS, which nproc obeys
# What is compiled stays, beside its source: else every worker and every server that a test starts
# compiles Flask, SQLAlchemy and all tests again.
unset PYTHONDONTWRITEBYTECODE
python=$1
shift
[ $# -gt 0 ] || set -- tests
"$python" -m pytest -n "$((cores + 1))" --maxprocesses 4 --dist worksteal "$@"
