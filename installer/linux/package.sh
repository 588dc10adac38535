#!/usr/bin/env bash
# Makes the Linux packages out of a finished program: package.sh STAGE VERSION TIME
# STAGE/paloma has bin, lib and runtime, STAGE/natives the libraries that jars would unpack; .tar.xz,
# .deb and .rpm are put into STAGE. TIME is what every packed file gets, so that one source makes
# one package.
# Called by mvn -Pinstaller package.
set -euo pipefail
stage=$(cd "$1" && pwd)
version=$2
SOURCE_DATE_EPOCH=$(date -u -d "$3" +%s)
export SOURCE_DATE_EPOCH
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
app=$stage/paloma
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
machine=$(uname -m)
case $machine in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  *) architecture=$machine ;;
esac
export LC_ALL=C.UTF-8
# Nothing of the person who builds is looked at.
scratch=$(mktemp -d)
node=
trap '[ -z "$node" ] || kill $node 2>/dev/null; rm -rf "$scratch"' EXIT
export HOME=$scratch
unset PALOMA_PROFILE PALOMA_LANG JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS

say() { echo "package: $*"; }

# A start-up cache names the jars by size and time: their time is set before it is recorded.
settle() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

# record NAME COMMAND...: what this run loads and optimises goes into lib/NAME.aot.
record() {
  local cache=$app/lib/$1.aot log=$scratch/$1.log
  shift
  if ! PALOMA_JAVA_OPTIONS="-XX:AOTCacheOutput=$cache" "$app/bin/paloma" "$@" >"$log" 2>&1 ||
    [ ! -s "$cache" ]; then
    tail -n 30 "$log" >&2
    say "the start-up cache $(basename "$cache") could not be recorded" >&2
    exit 1
  fi
  say "$(basename "$cache"): $(du -h "$cache" | cut -f1)"
}

install -m 644 "$stage"/natives/*.so "$app/runtime/lib/"
# The same launcher by the program's name, which lists of processes and of windows show.
cp -p "$app/runtime/bin/java" "$app/runtime/bin/paloma"
settle "$app"
record run demo --rehearse
"$app/bin/paloma" --profile "$scratch/p" node --name Node --bind 127.0.0.1 --json >"$scratch/node" 2>&1 &
node=$!
until grep -q '"started"' "$scratch/node"; do
  kill -0 $node 2>/dev/null || { cat "$scratch/node" >&2; exit 1; }
  sleep 0.1
done
record command --profile "$scratch/p" --json peers --all
"$app/bin/paloma" --profile "$scratch/p" stop
wait $node || true
node=

# The tree that both packages put on a system, but for the program itself.
tree=$stage/tree
rm -rf "$tree"
fill() { sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$date/g" -e "s/@ARCH@/$architecture/g" "$1"; }
put() { install -D -m 644 "$1" "$tree/$2"; }
put_icons() {
  local icon size
  for icon in "$project"/assets/icons/paloma-[0-9]*.png; do
    size=${icon##*-}
    size=${size%.png}
    put "$icon" "usr/share/icons/hicolor/${size}x$size/apps/paloma.png"
  done
  put "$project/assets/icons/paloma-mark.svg" usr/share/icons/hicolor/scalable/apps/paloma.svg
}
put_man_page() {
  # The commands in the words of the program's own help.
  PALOMA_LANG=en PALOMA_JAVA_OPTIONS=-Dpicocli.usage.width=240 "$app/bin/paloma" --help |
    awk '/^Commands:/ { on = 1; next }
      on && NF { name = $1; $1 = ""; sub(/^ /, ""); print ".TP\n.B " name "\n" $0 }' >"$scratch/commands"
  grep -q '^.B send$' "$scratch/commands"
  fill "$here/paloma.1" |
    sed -e "/@COMMANDS@/{r $scratch/commands" -e 'd}' | gzip -9n >"$scratch/man"
  put "$scratch/man" usr/share/man/man1/paloma.1.gz
}
put_completions() {
  "$app/bin/paloma" completion >"$scratch/completion"
  put "$scratch/completion" usr/share/bash-completion/completions/paloma
  { echo '#compdef paloma'; cat "$scratch/completion"; } >"$scratch/_paloma"
  put "$scratch/_paloma" "$1/_paloma"
}

mkdir -p "$tree/usr/bin"
ln -s ../../opt/paloma/bin/paloma "$tree/usr/bin/paloma"
for entry in paloma paloma-link paloma-share; do
  put "$here/$entry.desktop" "usr/share/applications/$entry.desktop"
done
put_icons
put_man_page
fill "$here/paloma.metainfo.xml" >"$scratch/metainfo"
put "$scratch/metainfo" usr/share/metainfo/paloma.metainfo.xml
put "$here/paloma-nautilus.py" usr/share/nautilus-python/extensions/paloma.py
put "$here/paloma.nemo_action" usr/share/nemo/actions/paloma.nemo_action
put "$here/paloma.servicemenu" usr/share/kio/servicemenus/paloma.desktop
put "$here/paloma-share.desktop" usr/share/Thunar/sendto/paloma.desktop
put "$here/paloma.action" usr/share/file-manager/actions/paloma.desktop
put "$here/paloma.ufw" etc/ufw/applications.d/paloma
put "$here/paloma.firewalld.xml" usr/lib/firewalld/services/paloma.xml
put "$here/copyright" usr/share/doc/paloma/copyright
for page in policy rollout updates; do
  put "$project/src/docs/$page.md" "usr/share/doc/paloma/$page.md"
done

# with_program [FORM]: a root with the program in it, told by which kind of package it came.
with_program() {
  rm -rf "$scratch/root"
  cp -a "$tree" "$scratch/root"
  mkdir -p "$scratch/root/opt"
  cp -a "$app" "$scratch/root/opt/paloma"
  [ $# = 0 ] || echo "$1" >"$scratch/root/opt/paloma/lib/package.txt"
  chmod -R u=rwX,go=rX "$scratch/root"
  settle "$scratch/root"
}

say "archive"
with_program
tar -C "$scratch/root/opt" --sort=name --owner=0 --group=0 --numeric-owner -c paloma |
  xz -T0 -1 >"$stage/paloma-$version-linux-$machine.tar.xz"

if command -v dpkg-deb >/dev/null; then
  say "deb"
  put_completions usr/share/zsh/vendor-completions
  with_program deb
  mkdir "$scratch/root/DEBIAN"
  size=$(du -sk --exclude=DEBIAN "$scratch/root" | cut -f1)
  fill "$here/control" | sed "s/@SIZE@/$size/" >"$scratch/root/DEBIAN/control"
  echo /etc/ufw/applications.d/paloma >"$scratch/root/DEBIAN/conffiles"
  (cd "$scratch/root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' |
    sort -z | xargs -0 md5sum) >"$scratch/root/DEBIAN/md5sums"
  settle "$scratch/root"
  dpkg-deb --root-owner-group -Zxz -z1 --build "$scratch/root" \
    "$stage/paloma_${version}_$architecture.deb" >/dev/null
  rm "$tree/usr/share/zsh/vendor-completions/_paloma"
else
  say "no dpkg-deb here: no .deb"
fi

if command -v rpmbuild >/dev/null; then
  say "rpm"
  put_completions usr/share/zsh/site-functions
  with_program rpm
  rpmbuild --quiet -bb --target "$machine" \
    --define "paloma_version ${version//-/\~}" --define "tree $scratch/root" \
    --define "_topdir $scratch/rpm" --define "_rpmdir $scratch/rpms" \
    --define "_binary_payload w1T0.xzdio" --define "use_source_date_epoch_as_buildtime 1" \
    --define "clamp_mtime_to_source_date_epoch 1" --define "_buildhost localhost" \
    "$here/paloma.spec"
  mv "$scratch"/rpms/*/*.rpm "$stage/"
else
  say "no rpmbuild here: no .rpm"
fi
rm -rf "$tree"
(cd "$stage" && ls -l -- *.tar.xz *.deb *.rpm 2>/dev/null) || true
