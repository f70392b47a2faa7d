#!/bin/sh
# Runs once, when the database of compose.yaml is made: an account that owns one database and no more.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username postgres --set=password="$QUIZ_PASSWORD" <<'SQL'
CREATE ROLE quiz LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEDB NOCREATEROLE;
CREATE DATABASE quiz OWNER quiz;
SQL
