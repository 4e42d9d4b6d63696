#!/bin/sh
# A private PostgreSQL for one command: own data folder, own socket, no port, gone afterwards.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh COMMAND…     KHEO_POSTGRES is its URL in the command's environment,
#                                             KHEO_POSTGRES_CTL the pg_ctl that stops and starts it;
#                                             KHEO_POSTGRES_SETTINGS are lines for its configuration
#
# What is written here may be lost in a power cut (fsync=off): tests of durability start their own or ask for more.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$(mktemp -d "${TMPDIR:-/tmp}/kheo-postgres-XXXXXX")

# PostgreSQL does not run as root; its package brought a user who may.
as_server=
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_server='setpriv --reuid=postgres --regid=postgres --clear-groups'
fi
stop() {
    $as_server "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' INT TERM

cd "$folder"
$as_server "$bin/initdb" -D "$folder/data" -U kheo -E UTF8 --locale=C.UTF-8 -A trust --no-sync \
    > "$folder/initdb.txt" 2>&1 || { cat "$folder/initdb.txt" >&2; exit 1; }
cat >> "$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
unix_socket_permissions = 0777
fsync = off
max_connections = 60
shared_buffers = 32MB
${KHEO_POSTGRES_SETTINGS:-}
END
chmod 755 "$folder"
$as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.txt" -w start > /dev/null ||
    { cat "$folder/server.txt" >&2; exit 1; }
cd "$OLDPWD"
KHEO_POSTGRES="postgresql://kheo@/postgres?host=$folder"
KHEO_POSTGRES_CTL="$as_server $bin/pg_ctl -s -w -D $folder/data -l $folder/server.txt"
export KHEO_POSTGRES KHEO_POSTGRES_CTL
code=0
"$@" || code=$?
exit $code
