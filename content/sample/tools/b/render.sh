#!/bin/sh
# Renders every illustration of this folder to ../../files/b/*.png with headless Chromium.
set -eu
cd "$(dirname "$0")"
out=../../files/b
mkdir -p "$out"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for page in *.html; do
  height=$(sed -n 's/^<!-- height: \([0-9]*\) -->$/\1/p' "$page")
  name=${page%.html}
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --user-data-dir="$profile" --force-device-scale-factor=1 \
    --window-size="1200,$height" --screenshot="$PWD/$out/$name.png" \
    "file://$PWD/$page" >/dev/null 2>&1
  size=$(wc -c < "$out/$name.png")
  [ "$size" -le 204800 ] || { echo "$name.png has $size bytes, at most 204800" >&2; exit 1; }
  echo "$name.png $size"
done
