#!/usr/bin/env bash
# Put the certificate in $CERTIFICATE (a .p12, base64) with $CERTIFICATE_PASSWORD into a keychain of its own, for the
# time of one build. Without one, say so.
set -euo pipefail

if [ -z "${CERTIFICATE:-}" ]; then
    echo "There is no certificate: the program will be built, but not signed."
    exit 0
fi
keychain=$RUNNER_TEMP/build.keychain-db
secret=$(uuidgen)
printf '%s' "$CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -k "$keychain" -P "$CERTIFICATE_PASSWORD" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm "$RUNNER_TEMP/certificate.p12"
