#!/bin/sh
# Install what the tests need beyond Python, where we may; else say loudly what is left out.
set -eu
missing=""
# Chromium without any window draws a page in three quarters of the time; the whole one will do.
command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v redis-server >/dev/null || command -v valkey-server >/dev/null || missing="$missing redis-server"
for proxy in nginx caddy; do  # each loads the file that we give for it
    command -v $proxy >/dev/null || [ -x /usr/sbin/$proxy ] || missing="$missing $proxy"
done
# An independent provider of school accounts runs on Node.
command -v npm >/dev/null || missing="$missing npm"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the tests:$missing"
    apt-get update -qq
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
        missing=$(echo "$missing" | sed 's/ chromium/ chromium-headless-shell/')
    fi
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
elif [ -n "$missing" ]; then
    echo "!!! NOT INSTALLED HERE, SO THEIR TESTS ARE LEFT OUT:$missing" >&2
    echo "!!! Install them with: sudo apt-get install$missing" >&2
fi

# Its packages, as the lock pins them with their hashes; none of their scripts is run.
from=tests/sign_on/independent to=.cache/independent
cmp -s "$from/package-lock.json" "$to/installed" && cmp -s "$from/server.mjs" "$to/server.mjs" && exit 0
rm -rf "$to" && mkdir -p "$to"
cp "$from"/package.json "$from"/package-lock.json "$from"/server.mjs "$to"
if command -v npm >/dev/null && (cd "$to" && timeout 120 npm ci --ignore-scripts --no-audit --no-fund --silent); then
    cp "$to/package-lock.json" "$to/installed" # last: it says that the rest is there
else
    echo "!!! npm CANNOT INSTALL oidc-provider HERE: tests/sign_on/test_independent.py IS LEFT OUT" >&2
fi
