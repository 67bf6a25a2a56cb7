#!/bin/sh
# Runs once, when the database volume is empty: the roles of migrations/roles.sql with their passwords, and the database.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -f /benve/roles.sql
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$BENVE_OWNER_PASSWORD" -v api="$BENVE_API_PASSWORD" -v jobs="$BENVE_JOBS_PASSWORD" <<'SQL'
alter role benve_owner password :'owner';
alter role benve_api password :'api';
alter role benve_jobs password :'jobs';
create database benve owner benve_owner;
revoke connect on database benve from public;
grant connect on database benve to benve_api, benve_jobs;
SQL
