#!/usr/bin/env bash
# Runs the public TUF conformance suite against sync-agent/tuf-client. By hand:
#
#   scripts/tuf-conformance.sh SUITE_DIR [PYTEST_OPTION...]
#
# SUITE_DIR is a checkout of theupdateframework/tuf-conformance. Needed beside it, as Debian trixie
# has them: python3-tuf, python3-securesystemslib, python3-pytest and faketime. On another system
# they can come from a folder made by
#
#   debootstrap --variant=minbase trixie TRIXIE
#   chroot TRIXIE apt-get install -y python3-tuf python3-securesystemslib python3-pytest faketime
#
# given as TUF_CONFORMANCE_ROOT=TRIXIE (as root: this checkout, the suite and the JDK are mounted in
# it for the time of the run).
set -euo pipefail

ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[ $# -ge 1 ] || { sed -n '2,15s/^# \{0,1\}//p' "$0" >&2; exit 2; }
SUITE=$(cd "$1" && pwd)
shift
[ -f "$SUITE/tuf_conformance/conftest.py" ] ||
  { echo "tuf-conformance: no suite in $SUITE" >&2; exit 2; }
JAVA_HOME=${JAVA_HOME:?tuf-conformance: set JAVA_HOME to a JDK 25}

# The first run packs the client's classes; that is not the suite's time.
"$ROOT/sync-agent/tuf-client" > /dev/null 2>&1 || [ $? = 1 ] ||
  { echo "tuf-conformance: build first: ./gongkai build" >&2; exit 1; }
command=(env "JAVA_HOME=$JAVA_HOME" "HOME=$HOME" "GONGKAI_CACHE=${GONGKAI_CACHE:-$ROOT/.cache}"
  PYTHONDONTWRITEBYTECODE=1 python3 -m pytest -q -p no:cacheprovider tuf_conformance
  --entrypoint "$ROOT/sync-agent/tuf-client" "$@")

if [ -z "${TUF_CONFORMANCE_ROOT:-}" ]; then
  cd "$SUITE"
  exec "${command[@]}"
fi

other=$(cd "$TUF_CONFORMANCE_ROOT" && pwd)
mounted=()
unmount() {
  for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do
    umount "${mounted[i]}"
  done
}
trap unmount EXIT
for folder in /proc /dev "$JAVA_HOME" "$ROOT" "$SUITE" "${GONGKAI_CACHE:-$ROOT/.cache}"; do
  mkdir -p "$other$folder"
  mount --bind "$folder" "$other$folder"
  mounted+=("$other$folder")
done
chroot "$other" env --chdir="$SUITE" "${command[@]}"
