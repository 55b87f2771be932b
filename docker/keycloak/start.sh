#!/bin/bash
# Reads the secrets and starts Keycloak; the realm is imported when it is not there.
set -eu
export KC_DB_PASSWORD="$(cat /run/secrets/keycloak-db)"
export KC_BOOTSTRAP_ADMIN_PASSWORD="$(cat /run/secrets/keycloak-admin)"
export HAAS_OIDC_CLIENT_SECRET="$(cat /run/secrets/oidc-client)"
for user in admin physics biology; do
  export "HAAS_PASSWORD_${user^^}=$(cat "/run/secrets/user-$user")"
done
exec /opt/keycloak/bin/kc.sh start --import-realm
