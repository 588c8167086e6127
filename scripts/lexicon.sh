# shellcheck shell=bash
# The keyboard's pinyin lexicon, mixed from published word lists and kept outside git.
# Sourced by ./gongkai, which provides ROOT, CACHE, need_packages, build and say.

PINYIN_PRO_VERSION=1.3.1
# Bump when the mixture or the file format changes.
LEXICON_VERSION=2
PACKAGES_LEXICON="rime-data-pinyin-simp"
RIME_DICTIONARY=/usr/share/rime-data/pinyin_simp.dict.yaml

# Makes the lexicon where it is missing and says where it is in GONGKAI_LEXICON. Without it the
# keyboard still types letters and initials, so trouble here is told and not fatal.
need_lexicon() {
  local folder=$CACHE/lexicon
  local file=$folder/pinyin-$LEXICON_VERSION-$PINYIN_PRO_VERSION.lexicon
  export GONGKAI_LEXICON=$file
  [ -f "$file" ] && return
  build
  say "making the pinyin lexicon"
  local work
  work=$(mktemp -d)
  if ! (need_packages $PACKAGES_LEXICON && make_lexicon "$work" "$folder" "$file"); then
    say "no pinyin lexicon: the keyboard offers letters and initials only"
    say "(log: $folder/lexicon.log)"
  fi
  rm -rf "$work"
}

make_lexicon() { # work folder, cache folder, file
  local work=$1 folder=$2 file=$3
  mkdir -p "$folder"
  command -v npm >/dev/null || { say "npm is missing (Debian: the package npm)"; return 1; }
  [ -f "$RIME_DICTIONARY" ] || { say "$RIME_DICTIONARY is missing"; return 1; }
  (cd "$work" && npm pack --silent "@pinyin-pro/data@$PINYIN_PRO_VERSION" >/dev/null) \
    2>"$folder/lexicon.log" || { tail -3 "$folder/lexicon.log" >&2; return 1; }
  tar -xzf "$work"/*.tgz -C "$work" || return 1
  # shellcheck disable=SC2086
  java $JAVA_OPTIONS -Xmx1g \
    -cp "$ROOT/kiosk-app/target/gongkai-kiosk.jar:$ROOT/kiosk-app/target/lib/*" \
    cn.gongkai.kiosk.input.lexicon.BuildLexicon --rime "$RIME_DICTIONARY" \
    --pinyin-pro "$work/package/json" --out "$file.part" >>"$folder/lexicon.log" 2>&1 ||
    { tail -3 "$folder/lexicon.log" >&2; return 1; }
  mv "$file.part" "$file"
}
