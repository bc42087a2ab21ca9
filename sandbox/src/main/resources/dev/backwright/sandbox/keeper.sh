# Stands between the two layers: starts the relay and the inner layer, hands out files, passes signals on, and stays
# until the run is closed. keeper.sh USER WIRES WAIT INIT… -- COMMAND…
#
#   USER   the id to become, when we were started as root; else -
#   WIRES  what the relay is to lay, as relay.cjs reads it; empty: no relay
#   WAIT   yes: the command starts when the relay is ready
#
# Descriptors 0 (requests) and 1 (answers) lead to the sandbox; 5, 6 and 7 are the command's standard streams, 8 and 9
# cgroups it will join. So arranged because bubblewrap keeps 0 to 2 open for as long as the outer layer stands.

if [ "$1" != - ]; then
    user=$1
    shift
    mount -t proc proc /proc || exit 125 # bubblewrap's own has parts covered, and then the inner layer gets none
    exec setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs -- \
        /bin/sh /keep/keeper.sh - "$@"
fi
wires=$2
wait=$3
shift 3

fetch() { # CAP PATH ANSWER: one segment after the other, never through a link
    cd /box/app || return 1
    rest=$2
    while [ "$rest" != "${rest#*/}" ]; do
        segment=${rest%%/*}
        rest=${rest#*/}
        if [ -L "./$segment" ]; then return 1; fi
        cd -P "./$segment" 2>/dev/null || return 1
    done
    if [ -L "./$rest" ] || [ ! -f "./$rest" ]; then return 1; fi
    dd "if=./$rest" "of=$3" "count=$1" bs=65536 iflag=nofollow,nonblock,count_bytes,fullblock 2>/dev/null
}

serve() {
    while read -r number verb first second; do
        case $verb in
        signal) # NAME INIT: the command is the first child of the inner layer's init
            command=
            read -r command others <"/proc/$second/task/$second/children" # false, for want of a line's end
            [ -n "$command" ] && kill -s "$first" "$command"
            ;;
        kill) kill -s KILL "$first" ;;
        gone) # INIT: all of the layer has gone when its init has
            while [ -e "/proc/$first" ]; do sleep 0.005; done
            ;;
        stage) cp -R /stage/late/. /box/app/ ;;
        read) # CAP PATH
            path=$(printf '%bx' "$second")
            (fetch "$first" "${path%x}" "/out/answer$number")
            ;;
        list) # CAP: size, a blank and the path of each plain file, each ended by NUL
            (cd /box/app && find . -maxdepth 64 -type f -printf '%s %P\0' | head -c "$first" >"/out/answer$number")
            ;;
        esac 2>/dev/null
        echo "done $number $?"
    done
}

mkdir /box/app /box/tmp || exit 125
cp -R /stage/first/. /box/app/ || exit 125
cp /keep/npmrc /box/tmp/.npmrc || exit 125

relay=
if [ -n "$wires" ]; then
    # shellcheck disable=SC2086
    /toolbox/node /keep/relay.cjs $wires </dev/null >/box/ready 3<&- 4>&- 5<&- 6>&- 7>&- 8>&- 9>&- &
    relay=$!
    while [ "$wait" = yes ] && [ ! -s /box/ready ] && kill -0 "$relay"; do sleep 0.002; done
fi

(
    (
        for group in 8 9; do
            if [ -e "/proc/self/fd/$group" ]; then echo 0 >&"$group" || exit 125; fi
        done
        exec 8>&1 9</inner 0<&5 1>&6 2>&7 5<&- 6>&- 7>&-
        if [ -s /keep/filter ]; then exec 5</keep/filter; fi
        unset PWD OLDPWD
        exec bwrap --args 9 --json-status-fd 8 -- "$@"
    )
    echo "ended $?"
    if [ -n "$relay" ]; then kill -s TERM "$relay"; fi # it delivers what was written, and ends
) &
exec 3<&- 4>&- 5<&- 6>&- 7>&- 8>&- 9>&-
trap : PIPE # nobody may hear the answer any more
serve
kill -s KILL -- -1 # nobody asks any more: whoever started us is gone, even if bubblewrap has not noticed
