#!/bin/bash
# The same on PostgreSQL: every schema that ever landed is brought up to date, and what must be refused is.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/migrations/postgres.sh
. tests/http/lib.sh

sql() { psql -qAtX -v ON_ERROR_STOP=1 "$KHEO_POSTGRES" -c "$1"; }
url_of() { echo "$KHEO_POSTGRES&options=-csearch_path%3D$1"; }

house=$work/house
start demo --dir "$house" --papers 40
stop
"$kheo" copy --from "$house/kheo.db" --to "$(url_of whole)" > "$work/copied" 2>&1 ||
    { echo "Bail out! $(tail -n 1 "$work/copied")"; exit 1; }
rm "$house"/kheo.db* "$house"/search.db*
grep -v '^#' tests/migrations/landed.txt > "$work/landed"
schema_of() {
    sql "SELECT table_name, column_name, data_type, is_nullable, column_default
         FROM information_schema.columns WHERE table_schema = '$1' ORDER BY 1, ordinal_position;
         SELECT tablename, indexname, replace(indexdef, '$1.', '') FROM pg_indexes
         WHERE schemaname = '$1' ORDER BY 1, 2"
}
tables_of() { sql "SELECT tablename FROM pg_tables WHERE schemaname = '$1' ORDER BY 1"; }
"$B/outside/schema_at" "$(url_of new)" < "$work/landed" > "$work/count"
schema_of new > "$work/schema"
seeded=' desk_state store_owner '
for table in $(tables_of new); do
    [ "$(sql "SELECT count(*) FROM new.$table")" = 0 ] || seeded="$seeded $table "
done
columns_of_tables() { # SCHEMA: a line for each table, with its columns that both schemas have
    sql "SELECT table_name || ' ' || string_agg(quote_ident(o.column_name), ',' ORDER BY o.ordinal_position)
         FROM information_schema.columns o JOIN information_schema.columns n USING (table_name, column_name)
         JOIN pg_tables t ON t.schemaname = o.table_schema AND t.tablename = table_name
         WHERE o.table_schema = '$1' AND n.table_schema = 'whole' AND table_name NOT LIKE 'schema\\_%'
         GROUP BY table_name ORDER BY 1"
}
# References are looked at by triggers, which a replica does not fire.
make_old() { # SCHEMA STEP
    : > "$work/filled"
    head -n "$2" "$work/landed" | "$B/outside/schema_at" "$(url_of "$1")" > "$work/count" || return 1
    columns_of_tables "$1" > "$work/columns"
    {
        echo "SET session_replication_role = replica; BEGIN;"
        while read -r table columns; do
            if [ "$table" = desk_state ]; then
                echo "UPDATE $1.desk_state SET ($columns) = (SELECT $columns FROM whole.desk_state);"
            elif [[ $seeded != *" $table "* ]]; then
                echo "$table $columns" >> "$work/filled"
                echo "INSERT INTO $1.$table ($columns) SELECT $columns FROM whole.$table;"
            fi
        done < "$work/columns"
        echo "COMMIT;"
    } > "$work/fill.sql"
    psql -qX -v ON_ERROR_STOP=1 "$KHEO_POSTGRES" -f "$work/fill.sql"
}
upgrade() {
    printf 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n' |
        "$kheo" request --dir "$house" --db "$(url_of "$1")" | grep '^HTTP/1.1 200'
}
same_rows() {
    while read -r table columns; do
        echo "SELECT '$table', (SELECT count(*) FROM (SELECT $columns FROM $1.$table
                EXCEPT SELECT $columns FROM whole.$table) x),
            (SELECT count(*) FROM $1.$table) - (SELECT count(*) FROM whole.$table);"
    done < "$work/filled" > "$work/compare.sql"
    psql -qAtX -v ON_ERROR_STOP=1 "$KHEO_POSTGRES" -f "$work/compare.sql" > "$work/compared" &&
        sed 's/ .*/|0|0/' "$work/filled" | diff - "$work/compared"
}
steps=$(wc -l < "$work/landed")
# On SQLite each is tried always; here the first, the last and a few between, unless LONG=1.
for step in $(seq 1 "$([ -n "$LONG" ] && echo 1 || echo 5)" $((steps - 1))) "$steps"; do
    name=$(sed -n "${step}s/ [^ ]*\$//p" "$work/landed")
    ok "as of $name: an old schema is made" make_old "s$step" "$step"
    ok "as of $name: this program opens it" upgrade "s$step"
    schema_of "s$step" > "$work/schema.now"
    ok "as of $name: its schema is the newest" diff "$work/schema" "$work/schema.now"
    ok "as of $name: every row is there ($(wc -l < "$work/filled") tables)" same_rows "s$step"
done
ok "the newest has no fault" "$kheo" check --dir "$house" --db "$(url_of "s$steps")"


# PostgreSQL is backed up by its own means; the rest of the host is ours.
newest=$(url_of "s$steps")
"$kheo" backup keygen --to "$work/key" > /dev/null && cp "$work/key.pub" "$house/backup.pub"
said=$("$kheo" backup --dir "$house" --db "$newest" --to "$work/full" 2>&1)
ok "a backup of PostgreSQL is refused" equal $? 2
ok "… and its own means are named" matches "$said" 'pg_basebackup.*pgBackRest.*--without-database'
ok "the host is backed up" "$kheo" backup --dir "$house" --db "$newest" --without-database --to "$work/full"
ok "… and restored" "$kheo" restore "$work/full" --to "$work/host" --key "$work/key"
ok "… with its keys and photos" equal "$(cd "$work/host" && cat ledger.key server.key files/* | sha256sum)" \
    "$(cd "$house" && cat ledger.key server.key files/* | sha256sum)"
said=$("$kheo" serve --dir "$work/host" --db "$newest" --port 0 2>&1)
ok "… it does not serve before that is said" matches "$? $said" '^2 .*accept-loss'
ok "… it is said in the ledger on PostgreSQL" "$kheo" accept-loss --dir "$work/host" --db "$newest"
ok "… and the audit is content" "$kheo" check --dir "$work/host" --db "$newest"
said=$("$kheo" serve --dir "$work/host" --db "$newest" --archive "$work" --port 0 2>&1)
ok "an archive of PostgreSQL is refused" matches "$? $said" '^2 .*archive_command'

# refuses WHAT PATTERN URL: in one sentence, with exit status 2.
refuses() {
    said=$(timeout 20 "$kheo" serve --dir "$house" --db "$3" --port 0 2>&1)
    ok "$1: refused" equal $? 2
    ok "$1: in one sentence that helps" one_sentence "$said" "$2"
}
one_sentence() {
    matches "$1" "^kheo: .*$2" && equal "$(printf '%s\n' "$1" | grep -c '^kheo: ')" 1
}
state_of() { schema_of "$1" && sql "SELECT * FROM $1.schema_migration ORDER BY 1, 2"; }
unchanged() { # WHAT SCHEMA CHANGE PATTERN: after the change it is refused, and stays so.
    sql "$3" > /dev/null
    before=$(state_of "$2")
    refuses "$1" "$4" "$(url_of "$2")"
    ok "$1: nothing was changed" equal "$(state_of "$2")" "$before"
}
unchanged "newer than the program" s1 "INSERT INTO s1.schema_migration VALUES ('org', 99)" 'bản kheo mới hơn'
unchanged "edited after release" s6 \
    "UPDATE s6.schema_digest SET sha256 = '\\x00' WHERE owner = 'desk'" 'nay bị sửa trong chương trình'
unchanged "half-migrated" s11 \
    "DELETE FROM s11.schema_migration WHERE owner = 'feedback' AND number = 2" 'thiếu một bước nâng cấp'
newest=$(sed -n 's/^feedback \([0-9]*\) .*/\1/p' tests/migrations/landed.txt | tail -n 1)
unchanged "a migration that fails" s16 "DELETE FROM s16.schema_migration WHERE owner = 'feedback' AND number = $newest;
    DELETE FROM s16.schema_digest WHERE owner = 'feedback' AND number = $newest" 'được hoàn lại'

folder=${KHEO_POSTGRES#*host=}
sql "CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA s1 TO reader;
     GRANT SELECT ON ALL TABLES IN SCHEMA s1 TO reader" > /dev/null
refuses "a role that may only read" 'GRANT CREATE' \
    "postgresql://reader@/postgres?host=$folder&options=-csearch_path%3Ds1"
refuses "no such role" 'kho hay vai trò' "postgresql://nobody@/postgres?host=$folder"
refuses "no such database" 'kho hay vai trò' "postgresql://kheo@/nowhere?host=$folder"
refuses "no server there" 'không trả lời' "postgresql://kheo@/postgres?host=$work"
refuses "nobody listens at this port" 'không trả lời' "postgresql://kheo@127.0.0.1:9/postgres"
refuses "a host that does not exist" 'không trả lời' "postgresql://kheo@khong-co.invalid/postgres"
refuses "a URL that cannot be read" 'không đọc được' "postgresql://kheo@/postgres?hots=x"
sql "CREATE DATABASE latin ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'" > /dev/null
refuses "a database that is not in UTF-8" "ENCODING 'UTF8'" "postgresql://kheo@/latin?host=$folder"

node tests/migrations/old_postgres.mjs "$work/.s.PGSQL.5432" &
old=$!
for _ in $(seq 50); do [ -S "$work/.s.PGSQL.5432" ] && break; sleep 0.1; done
refuses "PostgreSQL 14" 'cũ hơn bản 15' "postgresql://kheo@/postgres?host=$work"
kill $old

# A password is asked for once pg_hba.conf says so.
hba=$(sql 'SHOW hba_file')
sql "ALTER ROLE reader PASSWORD 'đúng'" > /dev/null
cp "$hba" "$work/hba"
echo 'local all reader scram-sha-256' | cat - "$work/hba" > "$hba"
sql 'SELECT pg_reload_conf()' > /dev/null
for _ in $(seq 50); do psql -wqAtX "postgresql://reader@/postgres?host=$folder" -c '' 2> /dev/null || break; sleep 0.1; done
refuses "a wrong password" 'mật khẩu' "postgresql://reader:sai@/postgres?host=$folder"
refuses "no password" 'mật khẩu' "postgresql://reader@/postgres?host=$folder"
finish
