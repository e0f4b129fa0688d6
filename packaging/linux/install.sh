#!/bin/sh
# Install @NAME@ @VERSION@ for yourself. No administrator is needed.
#
#   ./install.sh               into ~/.local
#   PREFIX=/usr/local ./install.sh    for everybody (as root)
#   ./install.sh --uninstall   remove the program; your files and backups stay where they are
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
home=$prefix/lib/@PACKAGE@
share=$prefix/share

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" >/dev/null 2>&1 || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$share/applications" || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -f -t "$share/icons/hicolor" || true; fi
}

remove() {
    if [ -f "$home/installed-files.txt" ]; then
        while IFS= read -r file; do rm -f "$prefix/$file"; done <"$home/installed-files.txt"
    fi
    rm -rf "$home"
    rm -f "$prefix/bin/@COMMAND@"
}

case "${1:-}" in
--uninstall)
    remove
    refresh
    echo "@NAME@ is removed. Your files and backups are still where they were."
    exit 0
    ;;
"") ;;
*)
    sed -n '2,6s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac

version=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //' || true)
if [ -z "$version" ] || [ "$(printf '%s\n@GLIBC@\n' "$version" | sort -V | head -n 1)" != "@GLIBC@" ]; then
    echo "This system is too old, or of another kind: @NAME@ needs glibc @GLIBC@ or newer (here: ${version:-none})." >&2
    exit 1
fi

missing=
known=$( (PATH=$PATH:/sbin:/usr/sbin ldconfig -p) 2>/dev/null || true)
if [ -n "$known" ]; then
    # shellcheck disable=SC2043
    for library in @LIBRARIES@; do
        case "$known" in *"$library "*) ;; *) missing="$missing $library" ;; esac
    done
fi
if [ -n "$missing" ]; then
    echo "These libraries of the system are missing:$missing" >&2
    echo "Debian, Ubuntu: install the .deb instead, which brings them. Elsewhere: install them, then run this again." >&2
    exit 1
fi

remove
mkdir -p "$home" "$prefix/bin" "$share"
cp -R "$here/usr/lib/@PACKAGE@/." "$home/"
ln -sf "../lib/@PACKAGE@/@COMMAND@" "$prefix/bin/@COMMAND@"
(cd "$here/usr" && find share -type f) | while IFS= read -r file; do
    mkdir -p "$(dirname "$prefix/$file")"
    cp "$here/usr/$file" "$prefix/$file"
    echo "$file" >>"$home/installed-files.txt"
done
# Menus start it wherever it is, also where ~/.local/bin is not searched.
entry=$share/applications/@APP_ID@.desktop
sed "s|^Exec=@COMMAND@|Exec=\"$prefix/bin/@COMMAND@\"|; s|^TryExec=.*|TryExec=$prefix/bin/@COMMAND@|" "$entry" >"$entry.new"
mv "$entry.new" "$entry"
cp "$here/install.sh" "$home/uninstall.sh"
chmod 755 "$home/uninstall.sh"
refresh

if "$home/@COMMAND@" self-test >"$home/self-test.json" 2>"$home/self-test.txt"; then
    echo "@NAME@ @VERSION@ is installed, and checked itself: all is well. You find it in the menu, or start: $prefix/bin/@COMMAND@"
    echo "To remove it: $home/uninstall.sh --uninstall"
else
    echo "@NAME@ is installed in $home, but something is not right:" >&2
    cat "$home/self-test.txt" >&2
    exit 1
fi
