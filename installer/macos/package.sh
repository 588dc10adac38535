#!/bin/sh
# Makes Paloma's installers for macOS, on macOS, out of target/paloma ("mvn package"):
#
#   installer/macos/package.sh
#
# Needs JDK 25 in JAVA_HOME and the command line tools of Xcode. Leaves in target/installer/macos, for the processor it
# runs on (x64 or aarch64):
#
#   paloma-VERSION-macos-PROCESSOR.pkg   for a Mac and all its people, with "paloma" for the terminal and
#                                        "Send with Paloma" in the Finder
#   paloma-VERSION-macos-PROCESSOR.dmg   the program alone, to be dragged to Applications
#
# Signed and notarized with these, unsigned without, which is said at the end:
#
#   PALOMA_MAC_IDENTITY      "Developer ID Application: ..." in a keychain that is open
#   PALOMA_MAC_INSTALLER     "Developer ID Installer: ..." likewise
#   PALOMA_NOTARY_KEY        the file of an App Store Connect key, with
#   PALOMA_NOTARY_KEY_ID     and PALOMA_NOTARY_ISSUER
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
source=$root/target/paloma
work=$root/target/installer/macos-work
out=$root/target/installer/macos
app=$work/image/Paloma.app
contents=$app/Contents

fail() {
  echo "package.sh: $1" >&2
  exit 1
}

[ -f "$source/lib/paloma.jar" ] || fail 'there is no target/paloma: run "mvn package" first'
[ -x "${JAVA_HOME:-}/bin/jpackage" ] || fail 'JAVA_HOME must name a JDK 25'
case $(uname -m) in
  arm64) processor=aarch64 apple=arm64 javafx=mac-aarch64 ;;
  x86_64) processor=x64 apple=x86_64 javafx=mac ;;
  *) fail "no JavaFX for $(uname -m)" ;;
esac
version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1)
[ -n "$version" ] || fail 'no version in pom.xml'
# Apple compares numbers and knows no words: 1.0.0-rc1 is built as 1.0.0.
number=${version%%-*}
name=paloma-$version-macos-$processor

rm -rf "$work" "$out"
mkdir -p "$work/javafx" "$work/input" "$out"

# Signs one thing. Without an identity "-" signs for this Mac only, which Apple's processors want of any program.
identity=${PALOMA_MAC_IDENTITY:--}
sign() {
  if [ "$identity" = - ]; then
    codesign --force --sign - "$@"
  else
    codesign --force --sign "$identity" --options runtime --timestamp "$@"
  fi
}

# Everything that is machine code, but for the program's own launcher, which is signed with the bundle. Only what is
# started has rights to ask for.
sign_code_in() {
  find "$1" -type f ! -path "$contents/MacOS/Paloma" | while IFS= read -r file; do
    case $(file -b "$file") in
      *Mach-O*executable*) sign --entitlements "$here/paloma.entitlements" "$file" ;;
      *Mach-O*) sign "$file" ;;
    esac
  done
}

# 1. The jars. Apple looks into them: libraries for macOS inside have to be signed, and that comes first of all,
#    because the start-up cache is bound to the jars as they are. Those of 32 bits would be refused.
cp "$source"/lib/*.jar "$work/input"
for jar in "$work"/input/*.jar; do
  unzip -Z1 "$jar" | { grep -E '\.(dylib|jnilib)$' || true; } | while IFS= read -r library; do
    case $library in
      */x86/*) zip -q -d "$jar" "$library" ;;
      *)
        unzip -q -o "$jar" "$library" -d "$work/unpacked"
        sign_code_in "$work/unpacked/$library"
        (cd "$work/unpacked" && zip -q -X "$jar" "$library")
        ;;
    esac
  done
done

# 2. The runtime. Of JavaFX the jars for this processor alone: those without a system's name are empty.
cp "$source"/lib/javafx/*-"$javafx".jar "$work/javafx"
"$JAVA_HOME/bin/jlink" @"$root/installer/common/jlink.options" \
  --module-path "$work/javafx" --output "$work/runtime"

# 3. The program. jpackage refuses versions that begin with 0; ours stands in Info.plist.
set --
while IFS= read -r line; do
  case $line in
    '' | '#'*) ;;
    *) set -- "$@" --java-options "$line" ;;
  esac
done <"$root/installer/common/java.options"
"$JAVA_HOME/bin/jpackage" --type app-image --name Paloma --dest "$work/image" \
  --input "$work/input" --main-jar paloma.jar --main-class paloma.boot.Main \
  --runtime-image "$work/runtime" --icon "$here/paloma.icns" --app-version 1.0.0 \
  --vendor Paloma --mac-package-identifier paloma.Paloma "$@"
sed "s|@VERSION@|$number|" "$here/Info.plist" >"$contents/Info.plist"
cp -R "$here"/strings/*.lproj "$contents/Resources"
cp "$source/LICENSE" "$source/NOTICE" "$contents/Resources"

# 4. The start-up cache: recorded by the image itself, and named in the launcher only when it is there. The virtual
#    machine must not talk about it on standard output, which belongs to commands.
JAVA_TOOL_OPTIONS=-XX:AOTCacheOutput=$contents/app/app.aot "$contents/MacOS/Paloma" demo --rehearse
[ -f "$contents/app/app.aot" ] || fail 'the rehearsal left no start-up cache'
rm -f "$contents/app/app.aot.config"

# 5. Two bundles that know their kind of package: an update of another kind would be a second installation.
#    Signed from the inside out, after the last change; what a download left on the files is taken off before.
finish() {
  form=$1
  # The seal of the bundle before.
  rm -f "$contents/CodeResources"
  # shellcheck disable=SC2016 # $APPDIR is the launcher's word.
  {
    echo 'java-options=-XX:AOTCache=$APPDIR/app.aot'
    echo 'java-options=-Xlog:disable'
    echo 'java-options=-Xlog:all=error:stderr'
    echo "java-options=-Dpaloma.package=$form"
  } >"$work/options"
  sed "/^\[JavaOptions\]/r $work/options" "$work/Paloma.cfg" >"$contents/app/Paloma.cfg"
  xattr -cr "$app"
  sign_code_in "$contents"
  sign --entitlements "$here/paloma.entitlements" "$contents/runtime"
  sign --entitlements "$here/paloma.entitlements" "$app"
  codesign --verify --deep --strict "$app"
  if notarized; then
    ditto -c -k --keepParent "$app" "$work/Paloma.zip"
    notarize "$work/Paloma.zip"
    # Stapled to the program itself, so that a Mac without internet trusts it too.
    xcrun stapler staple "$app"
    spctl --assess --type execute --verbose "$app"
  fi
}

notarized() {
  [ "$identity" != - ] && [ -n "${PALOMA_NOTARY_KEY:-}" ]
}

notarize() {
  xcrun notarytool submit "$1" --wait --key "$PALOMA_NOTARY_KEY" \
    --key-id "$PALOMA_NOTARY_KEY_ID" --issuer "$PALOMA_NOTARY_ISSUER"
}

cp "$contents/app/Paloma.cfg" "$work/Paloma.cfg"

finish dmg
mkdir "$work/disk"
ditto "$app" "$work/disk/Paloma.app"
ln -s /Applications "$work/disk/Applications"
hdiutil create -quiet -volname Paloma -srcfolder "$work/disk" -format UDZO -fs HFS+ "$out/$name.dmg"
if notarized; then
  sign "$out/$name.dmg"
  notarize "$out/$name.dmg"
  xcrun stapler staple "$out/$name.dmg"
fi

finish pkg
mkdir -p "$work/root/Applications" "$work/root/Library/Services" "$work/root/usr/local/bin" "$work/packages"
ditto "$app" "$work/root/Applications/Paloma.app"
cp -R "$here/Send with Paloma.workflow" "$work/root/Library/Services"
cp "$here/terminal" "$work/root/usr/local/bin/paloma"
chmod 755 "$work/root/usr/local/bin/paloma"
xattr -cr "$work/root"
pkgbuild --root "$work/root" --component-plist "$here/components.plist" --identifier paloma.Paloma \
  --version "$number" --install-location / "$work/packages/paloma.pkg"
sed -e "s|@VERSION@|$number|" -e "s|@PROCESSOR@|$apple|" "$here/distribution.xml" >"$work/distribution.xml"
set -- --distribution "$work/distribution.xml" --package-path "$work/packages"
[ -z "${PALOMA_MAC_INSTALLER:-}" ] || set -- "$@" --sign "$PALOMA_MAC_INSTALLER" --timestamp
productbuild "$@" "$out/$name.pkg"
if notarized && [ -n "${PALOMA_MAC_INSTALLER:-}" ]; then
  notarize "$out/$name.pkg"
  xcrun stapler staple "$out/$name.pkg"
  spctl --assess --type install --verbose "$out/$name.pkg"
fi

ls -l "$out"
if [ "$identity" = - ]; then
  echo 'NOT SIGNED: no identity was given (PALOMA_MAC_IDENTITY). macOS warns people who open these.'
elif ! notarized; then
  echo 'NOT NOTARIZED: no key was given (PALOMA_NOTARY_KEY). macOS warns people who open these.'
fi
