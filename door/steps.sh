# Shows what runs and how far it is, and leaves a state from which the next start works.

number=0
steps=0
child=
locked=
lock=$root/target/door/lock

alive() {
    kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]
}

# One preparation at a time: a link is made at once, with its maker's process number as its text.
take_lock() {
    mkdir -p "$root/target/door" 2>/dev/null ||
        give_up "the build needs $root/target, and that cannot be written. Use a checkout of your own."
    trap 'abort 130' INT
    trap 'abort 143' TERM
    trap 'abort 129' HUP
    trap release_lock EXIT
    told=
    until ln -s "$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock" 2>/dev/null) || continue
        if alive "$holder"; then
            [ -n "$told" ] || say "Another ./backwright (process $holder) is preparing this checkout; waiting for it. If there is none: rm $lock"
            told=yes
            sleep 0.3
        else
            break_lock
        fi
    done
    locked=yes
}

# Only one breaks a dead holder's lock, and only while it is still the dead one's.
break_lock() {
    mkdir "$lock.break" 2>/dev/null || {
        sleep 0.3
        return 0
    }
    holder=$(readlink "$lock" 2>/dev/null) || holder=
    [ -z "$holder" ] || alive "$holder" || rm -f "$lock"
    rmdir "$lock.break"
}

release_lock() {
    [ -z "$locked" ] || rm -f "$lock"
    locked=
}

abort() {
    trap '' INT TERM HUP
    if [ -n "$child" ]; then
        kill "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    fi
    say ""
    say "Stopped. The next ./backwright goes on from here."
    exit "$1"
}

# step TITLE USUALLY LOG COMMAND…: runs it, its output in target/door/LOG.log; false when it failed.
step() {
    title=$1
    usually=$2
    log=$root/target/door/$3.log
    shift 3
    number=$((number + 1))
    line="[$number/$steps] $title (about $usually)"
    begun=$(date +%s)
    shown=
    printf '%s …' "$line" >&2
    "$@" >"$log" 2>&1 </dev/null &
    child=$!
    while kill -0 "$child" 2>/dev/null; do
        [ ! -t 2 ] || redraw
        sleep 0.2
    done
    status=0
    wait "$child" || status=$?
    child=
    [ ! -t 2 ] || printf '\r\033[K%s …' "$line" >&2
    [ "$status" -eq 0 ] || {
        say " failed after $(($(date +%s) - begun)) s"
        return 1
    }
    say " $(($(date +%s) - begun)) s"
}

redraw() {
    seconds=$(($(date +%s) - begun))
    [ "$seconds" != "$shown" ] || return 0
    shown=$seconds
    at=$(sed -n 's/^\[INFO\] Building \([^ ]*\) .*\[\([0-9]*\)\/\([0-9]*\)\]$/\1, room \2 of \3,/p' "$log" | tail -n 1)
    printf '\r\033[K%s … %s %s s' "$line" "$at" "$seconds" >&2
}

# What a failed step said of its failure, and where the rest stands.
tell_log() {
    reasons=$(grep -E '^\[(ERROR|WARNING)\] [^ ]*\.(java|ts|js|mjs|jte)[: ]|^npm error|^\[ERROR\].*(FAIL|Could not)' "$log" | sort -u | head -n 20)
    [ -n "$reasons" ] || reasons=$(tail -n 20 "$log")
    printf '%s\n' "$reasons" >&2
    say "All of it: $log"
}
