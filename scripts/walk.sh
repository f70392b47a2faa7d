#!/bin/bash
# Walk docs/operations.md on an empty Debian in which systemd really runs, as root:
#   scripts/walk.sh bookworm nginx DIST [NEWER_DIST]
# With DATABASE=postgresql on a PostgreSQL of that machine.
# DIST is the folder of a release. Needs debootstrap and systemd-container; makes its Debian below
# $WALK (/var/tmp/walk) and ends with a page over HTTPS with a certificate of a local authority.
# The machine has a network of its own; only apt and pip may go out, as this machine's do: pip's
# settings are copied, and folders in $WALK_BINDS (a mirror) are there too.
set -euo pipefail
suite=$1 web=$2 dist=$(realpath "$3") newer=${4:+$(realpath "$4")}
walk=${WALK:-/var/tmp/walk}
database=${DATABASE:-sqlite}
root=$walk/$suite-$web-$database
name=quiz.school.test
began=$SECONDS

step() {  # what a person would type there, with the minute at which it began and how it ended
    printf '\n[%d:%02d] # %s\n' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60)) "$*"
    inside "$@"
}
# As typed by root on that machine; apt and pip by this machine's network, all else without any.
outward() { nsenter --target "$init" --mount --uts --ipc --pid --root --wd -- env -i -C /root HOME=/root "${pip[@]}" PATH="$path" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside() { nsenter --target "$init" --mount --uts --ipc --pid --net --root --wd -- env -i -C /root HOME=/root PATH="$path" LANG=C.UTF-8 "$@"; }
with_packages() {
    printf '\n[%d:%02d] # %s\n' $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60)) "$*"
    outward "$@"
}
path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
mapfile -t pip < <(env | grep '^PIP_' || true)
pip+=(PIP_CERT=/etc/ssl/packages.crt)  # the machine's own list changes when its authority is added

[ -d "$walk/$suite" ] || debootstrap --variant=minbase \
    --include=systemd,systemd-sysv,dbus,ca-certificates,iproute2,procps "$suite" "$walk/$suite"
rm -rf "$root"
cp -a "$walk/$suite" "$root"
echo walk > "$root/etc/hostname"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/packages.crt"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/pip.conf"
[ ! -f "$HOME/.config/pip/pip.conf" ] || install -D "$HOME/.config/pip/pip.conf" "$root/root/.config/pip/pip.conf"
cp -r "$dist" "$root/root/release"
[ -z "$newer" ] || cp -r "$newer" "$root/root/newer"
binds=""
for folder in ${WALK_BINDS:-}; do binds="$binds --bind-ro=$folder"; done

# systemd as the first process, in namespaces and a control group of its own.
unshare --mount --propagation private bash -c "
    umount -R /sys/fs/cgroup 2>/dev/null
    mount -t cgroup2 none /sys/fs/cgroup && mkdir -p /sys/fs/cgroup/walk-\$\$
    echo \$\$ > /sys/fs/cgroup/walk-\$\$/cgroup.procs
    exec systemd-nspawn --boot --directory=$root --register=no --keep-unit --private-network \
        --machine=walk-$suite-$web --console=read-only --resolv-conf=replace-host $binds
" > "$root.boot.log" 2>&1 &
container=$!
for _ in $(seq 60); do
    nspawn=$(pgrep --parent "$container" --exact systemd-nspawn || echo "$container")
    init=$(pgrep --parent "$nspawn" --exact systemd || true)
    [ -z "$init" ] || break
    sleep 0.5
done
trap 'kill -s RTMIN+4 "$init" 2>/dev/null; wait "$container" 2>/dev/null || true' EXIT
until inside systemctl is-system-running 2>/dev/null | grep -Eq 'running|degraded'; do sleep 0.5; done
inside sh -c '. /etc/os-release; echo "$PRETTY_NAME, $(systemctl --version | head -1)"'
began=$SECONDS

with_packages apt-get -qq update
with_packages apt-get -qq install --yes python3-venv "$web" openssl curl > "$root.apt.log"
if [ "$web" = nginx ]; then  # the school's own authority
    certificate=(--certificate /etc/ssl/quiz.pem --key /etc/ssl/quiz.key)
    authority=/etc/ssl/authority.pem
    step openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=Authority of the school" -keyout /etc/ssl/authority.key -out $authority 2>/dev/null
    step openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -addext "subjectAltName=DNS:$name" -keyout /etc/ssl/quiz.key -out /etc/ssl/quiz.csr 2>/dev/null
    step openssl x509 -req -in /etc/ssl/quiz.csr -copy_extensions copyall -days 30 -CA $authority -CAkey /etc/ssl/authority.key -CAcreateserial -out /etc/ssl/quiz.pem 2>/dev/null
else
    certificate=(--certificate internal)
    authority=/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt
fi
inside sh -c "echo 127.0.0.1 localhost $name >> /etc/hosts"
with_packages sh release/install.sh
if [ "$database" = postgresql ]; then
    password=$(openssl rand -hex 12)
    database=postgresql://quiz:$password@127.0.0.1:5432/quiz
    step /opt/zeven-werelden/current/bin/quiz setup --address "https://$name" --database "$database" --web "$web" "${certificate[@]}" --mail none || true
    with_packages apt-get -qq install --yes postgresql >> "$root.apt.log" 2>&1
    step systemctl start postgresql
    step /opt/zeven-werelden/current/bin/quiz setup --address "https://$name" --database "$database" --web "$web" "${certificate[@]}" --mail none || true
    step runuser -u postgres -- psql -c "CREATE ROLE quiz LOGIN PASSWORD '$password'"
    step runuser -u postgres -- createdb --owner quiz quiz
fi
step /opt/zeven-werelden/current/bin/quiz setup --address "https://$name" --database "$database" --web "$web" "${certificate[@]}" --mail none
sleep 1
step cp $authority /usr/local/share/ca-certificates/school.crt
inside update-ca-certificates > /dev/null 2>&1
step curl -sS -o /tmp/page -w '%{http_code} %{scheme} %{ssl_verify_result}\n' "https://$name/start"
inside grep -o '<title.*</title>' /tmp/page
step curl -sS -o /tmp/sheet.pdf -w '%{http_code} %{content_type} %{size_download}\n' "https://$name/ouders.pdf"
step curl -sS "https://$name/healthz"
step quiz doctor || true
step quiz user add beheer@planeet.example --school "School van de proef" --role admin
printf '\n# a pupil of the bench from /start to the result (NumPy) and its paper (Typst), past the hardening\n'
inside /opt/zeven-werelden/current/bin/python - "$name" <<'PYTHON'
import http.client, random, sys
from quiz.config.trust import usual_trust
from quiz.lab.bench.robots import Robot
robot = Robot(sys.argv[1], random.Random(1))
robot._connection = http.client.HTTPSConnection(sys.argv[1], context=usual_trust())
print(robot.walk().path, len(robot.sent), "forms;", robot.get("/resultaat.pdf").body[:8])
PYTHON
step systemctl start zeven-werelden-purge.service zeven-werelden-backup.service
step systemctl show --property=Result zeven-werelden-purge.service zeven-werelden-backup.service
step sh -c 'quiz restore /var/lib/zeven-werelden-backups/quiz-*.backup --rehearse'
# A second backup of one day is refused: so the night fails, and what tells of it runs by itself.
step systemctl start zeven-werelden-backup.service || true
sleep 10
step sh -c 'journalctl --no-pager --output cat --unit zeven-werelden-failed@zeven-werelden-backup | grep -c -E "^(ok|note|WRONG)"'
step systemctl list-timers --no-pager 'zeven-werelden*'
step systemd-analyze verify /etc/systemd/system/zeven-werelden.service /etc/systemd/system/zeven-werelden-purge.service
step sh -c 'systemd-analyze security --no-pager zeven-werelden.service | tail -1'
if [ -n "$newer" ]; then
    with_packages sh newer/install.sh
    step sh -c 'quiz upgrade newer/zeven_werelden-*.whl'
    step curl -sS "https://$name/healthz"
    step quiz upgrade --back --yes
    step curl -sS "https://$name/healthz"
fi
step quiz setup
step quiz setup --undo
step systemctl list-units --no-pager --all --no-legend 'zeven-werelden*'
step ls -l /var/lib/zeven-werelden /etc/zeven-werelden.env
printf '\nwalked in %d seconds\n' $((SECONDS - began))
