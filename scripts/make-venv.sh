#!/bin/sh
# Make the virtual environment; where the venv module is missing, install it if we may.
set -eu
python=$1 folder=$2
if "$python" -m venv "$folder" 2>/dev/null; then exit 0; fi
rm -rf "$folder"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
    exec "$python" -m venv "$folder"
fi
echo "Python's venv module is missing: run 'sudo apt-get install python3-venv' and try again." >&2
exit 1
