#!/bin/bash
# Reads the secrets that are given as files, writes the commands of the first boot, and starts Payara.
set -eu
for name in HAAS_DB_PASSWORD HAAS_OIDC_CLIENT_SECRET; do
  file=${name}_FILE
  if [ -n "${!file:-}" ]; then
    export "$name=$(cat "${!file}")"
  fi
done
haas=$CONFIG_DIR/haas
{
  echo "add-resources $haas/resources.xml"
  cat "$haas/postboot.asadmin"
  echo "deploy --name haas --force=true $haas/haas.ear"
} >"$POSTBOOT_COMMANDS"
exec "$SCRIPT_DIR/entrypoint.sh"
