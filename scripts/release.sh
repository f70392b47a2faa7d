#!/bin/sh
# Make a release in dist/: the wheel with what installs it, the lock, the changelog, for how long it
# is kept safe, and their checksums.
#   sh scripts/release.sh PYTHON [VERSION]
# With VERSION what stands under [Unreleased] gets that name and the day, pyproject.toml the number,
# and both are committed. Refuses what is not committed, and a version without its part in CHANGELOG.md.
set -eu
python=$1
[ -z "$(git status --porcelain)" ] || { echo "Error: commit first: a release is what is committed" >&2; exit 1; }
[ -z "${2:-}" ] || "$python" scripts/name-version.py "$2"
version=$("$python" -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])')
grep -q "^## \[$version\]" CHANGELOG.md || {
    echo "Error: CHANGELOG.md has no part [$version]: make release VERSION=$version names what is under [Unreleased]" >&2
    exit 1
}
git diff --quiet || git commit --quiet --all --message "Version $version"
rm -rf dist
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
"$python" -m build --wheel --no-isolation --outdir dist . >/dev/null
cp requirements/run.txt dist/requirements.txt
cp deploy/install.sh SECURITY.md dist/
awk -v part="## [$version]" 'index($0, part) == 1 { on = 1; print; next } /^## \[/ { on = 0 } on' CHANGELOG.md > dist/CHANGES.md
(cd dist && sha256sum *.whl install.sh requirements.txt CHANGES.md SECURITY.md > SHA256SUMS)
echo "dist/ holds version $version of $(git rev-parse --short HEAD):"
cat dist/SHA256SUMS
echo "Sign SHA256SUMS and tag it: git tag -s v$version"
