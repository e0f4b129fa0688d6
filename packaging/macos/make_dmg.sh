#!/usr/bin/env bash
# Sign, notarize and pack "Second Opinion.app" into a disk image. What cannot be done without certificates is skipped,
# and said. Run it after: python3 dev.py bundle --test
#
#   SECONDOPINION_CODESIGN_IDENTITY   "Developer ID Application: ..."; it must be set for the bundle too
#   APPLE_ID, APPLE_TEAM_ID, APPLE_APP_PASSWORD   for notarization
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' secondopinion_desktop/__init__.py)
app="dist/Second Opinion.app"
image="dist/secondopinion-desktop-$version-macos-$(uname -m).dmg"
[ -d "$app" ] || { echo "There is no $app: run python3 dev.py bundle --test first." >&2; exit 1; }

identity=${SECONDOPINION_CODESIGN_IDENTITY:-}
notarized=${identity:+${APPLE_ID:-}}

# Let Apple look at $1, and fasten its answer to $2, so that a Mac without internet knows it too.
notarize() {
    xcrun notarytool submit "$1" --wait --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM_ID" --password "$APPLE_APP_PASSWORD"
    xcrun stapler staple "$2"
}

if [ -n "$identity" ]; then
    codesign --force --deep --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
        --sign "$identity" "$app"
else
    echo "Not signed: SECONDOPINION_CODESIGN_IDENTITY is not set. macOS will ask people to allow the program by hand."
    codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

# The signed program is the one that is checked and packed.
"$app/Contents/MacOS/secondopinion" self-test >/dev/null

if [ -n "$notarized" ]; then
    ditto -c -k --keepParent "$app" build/notarize.zip
    notarize build/notarize.zip "$app"
else
    echo "Not notarized: APPLE_ID is not set, or the program is not signed."
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
for attempt in 1 2 3; do
    # hdiutil says "Resource busy" now and then.
    hdiutil create -volname "Second Opinion" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image" && break
    [ "$attempt" -lt 3 ] || exit 1
done
[ -z "$identity" ] || codesign --timestamp --sign "$identity" "$image"
[ -z "$notarized" ] || notarize "$image" "$image"
echo "$image"
