#!/bin/sh
# Put a release in its place, as root: sh install.sh [WHEEL [FOLDER]]
# Versions stand side by side in /opt/zeven-werelden/releases; nothing that runs is touched.
# Exactly the lock in the wheel is installed, each package by its hash.
set -eu
umask 022
fail() { echo "Error: $*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
wheel=${1:-$(ls "$here"/zeven_werelden-*.whl 2>/dev/null || true)}
place=${2:-/opt/zeven-werelden}
[ -f "$wheel" ] || fail "name one wheel: sh install.sh FILE.whl"
folder=$(cd "$(dirname "$wheel")" && pwd)
name=$(basename "$wheel")
version=$(echo "$name" | cut -d - -f 2)
case "$name" in zeven_werelden-[0-9]*-py3-none-any.whl) ;; *) fail "$name is no wheel of ours" ;; esac
[ -f "$folder/SHA256SUMS" ] || fail "SHA256SUMS is not beside $name: fetch it too"
(cd "$folder" && grep -F "  $name" SHA256SUMS | sha256sum --check --status 2>/dev/null) \
    || fail "$name is not the file that SHA256SUMS is about: fetch it again"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || fail "Python 3.11 or newer is needed"
python3 -c 'import ensurepip, venv' 2>/dev/null || fail "Python's venv module is missing: apt install python3-venv"

target=$place/releases/$version
if [ -e "$target/.complete" ]; then
    echo "version $version is in place already: $target"
    exit 0
fi
mkdir -p "$place/releases" || fail "we may not write in $place: run this with sudo"
rm -rf "$target"
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -e "$target/.complete" ] || rm -rf "$target"' EXIT
trap 'exit 1' INT TERM
python3 - "$wheel" "$work" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    parts = ("quiz/content/requirements/", "quiz/content/deploy/install-locked.sh")
    wheel.extractall(sys.argv[2], [name for name in wheel.namelist() if name.startswith(parts)])
PYTHON
content=$work/quiz/content
echo "Installing version $version (about a minute)"
python3 -m venv "$target"
for lock in build run; do
    sh "$content/deploy/install-locked.sh" "$target/bin/python" "$content/requirements/$lock.txt"
done
"$target/bin/pip" install -q --disable-pip-version-check --no-deps --no-index "$wheel"
"$target/bin/quiz" --version >/dev/null
touch "$target/.complete"
[ -e "$place/current" ] || ln -s "releases/$version" "$place/current"
echo "version $version is in place: $target"
