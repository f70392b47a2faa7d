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
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the tests:$missing"
    apt-get update -qq
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
        missing=$(echo "$missing" | sed 's/ chromium/ chromium-headless-shell/')
    fi
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "!!! NOT INSTALLED HERE, SO THEIR TESTS ARE LEFT OUT:$missing" >&2
echo "!!! Install them with: sudo apt-get install$missing" >&2
