#!/bin/bash
# Run once, by the image, when the database is new: the role and database of HaaS and those of Keycloak.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d postgres \
  -v haas="$(cat /run/secrets/haas-db)" -v keycloak="$(cat /run/secrets/keycloak-db)" <<'SQL'
create role haas login password :'haas';
create database haas owner haas;
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
\connect haas
create extension btree_gist;
create schema haas_container authorization haas;
SQL
