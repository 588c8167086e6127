# shellcheck shell=bash
# The demo: one item's way from the sample content to the screen, with real parts.
# Sourced by ./gongkai, which provides desk, agent, kiosk, has_display, say and die.

demo_usage() {
  cat <<'TEXT'
Usage: ./gongkai demo [--once] [--dir DIR] [--port N] [--size WxH] [--hall ID]

  --once      end after the tour of the screens
  --dir DIR   where site, terminal and pictures go (default: demo/ in the project)
  --port N    port of the site (default 8320)
  --size WxH  panel in pixels (default 1080x1920)
  --hall ID   hall of the terminal (default 370323104, 悦庄镇; see content/sample/halls.yaml)
TEXT
}

# The address under which a phone in the same network reaches this machine.
demo_host() {
  local address
  address=$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -E '^(10|172|192)\.' | head -1 || true)
  echo "${address:-localhost}"
}

demo_step() { # title command...
  local title=$1 began
  shift
  began=$(date +%s%N)
  "$@"
  printf '  %-34s %6d ms\n' "$title" $((($(date +%s%N) - began) / 1000000))
}

demo_wait_for_site() { # url
  local i
  for i in $(seq 1 100); do
    curl -fsS -o /dev/null "$1" 2>/dev/null && return
    kill -0 "$server" 2>/dev/null || die "the site's server ended (log: $dir/serve.log)" 3
    sleep 0.1
  done
  die "the site did not answer at $1 (log: $dir/serve.log)" 3
}

demo_sync() {
  agent --site "$local_url" --terminal "$dir/terminal" --hall "$hall" --once
}

demo() {
  local once=0 dir=$ROOT/demo port=8320 size=1080x1920 hall=370323104
  while [ $# -gt 0 ]; do
    case $1 in
      --once) once=1 ;;
      --dir) dir=$2; shift ;;
      --port) port=$2; shift ;;
      --size) size=$2; shift ;;
      --hall) hall=$2; shift ;;
      -h | --help) demo_usage; return ;;
      *) say "gongkai demo: unknown option '$1'"; demo_usage >&2; exit 2 ;;
    esac
    shift
  done
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd)
  local base_url local_url=http://localhost:$port/ server watcher=""
  base_url=http://$(demo_host):$port/

  if curl -fsS -o /dev/null "$local_url" 2>/dev/null; then
    die "something answers at $local_url already: give another --port" 2
  fi
  echo "Gongkai demo in $dir"
  demo_step "desk: check, sign, publish" \
    desk publish "$ROOT/content/sample" --site "$dir/site" --base-url "$base_url"
  background "$dir/serve.log" desk serve --site "$dir/site" --port "$port"
  server=$!
  # shellcheck disable=SC2064
  trap "kill $server 2>/dev/null || true" EXIT
  demo_step "site: serving" demo_wait_for_site "${local_url}metadata/timestamp.json"
  demo_step "agent: sync, verify, apply" demo_sync

  echo
  echo "  site          $base_url"
  echo "  phone pages   ${base_url}m/"
  echo "  terminal      $dir/terminal"
  echo "  screenshots   $dir/screens"
  echo

  if has_display; then
    background "$dir/agent.log" agent --site "$local_url" --terminal "$dir/terminal"
    watcher=$!
    # shellcheck disable=SC2064
    trap "kill $server $watcher 2>/dev/null || true" EXIT
    if [ "$once" = 1 ]; then
      demo_step "kiosk: tour of the screens" \
        kiosk --terminal "$dir/terminal" --size "$size" --tour "$dir/screens"
    else
      echo "The kiosk is open; change content/sample and run './gongkai publish content/sample" \
        "--site $dir/site --base-url $base_url' to see it arrive. Close the window to end."
      kiosk --terminal "$dir/terminal" --size "$size"
    fi
  else
    demo_step "kiosk: tour of the screens" \
      kiosk --terminal "$dir/terminal" --size "$size" --tour "$dir/screens"
    if [ "$once" = 0 ]; then
      echo "No display here: the pictures are in $dir/screens. Serving until Ctrl-C."
      wait "$server"
    fi
  fi
}
