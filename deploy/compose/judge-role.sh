#!/bin/sh
# The role that judges come by. The academy lets it call the functions of its queue, and nothing else.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set password="$(cat /run/secrets/judge_password)" <<'SQL'
create role backwright_judge login password :'password';
SQL
