#!/bin/sh
# Install exactly a lock file, each package by its hash. Nothing is resolved, so a version that
# appears tomorrow is not even looked at: not for what a package needs (--no-deps), nor for what
# building one needs (--no-build-isolation). Afterwards pip checks that nothing was left out.
set -eu
python=$1 lock=$2
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$python" -m pip install -q \
    --require-hashes --no-deps --use-pep517 --no-build-isolation -r "$lock"
"$python" -m pip check >/dev/null || {
    "$python" -m pip check >&2 || true
    echo "$lock and what is installed differ: run 'make clean' and try again." >&2
    exit 1
}
