# Prepares a process and becomes it: launch.sh INSTRUCTION… -- COMMAND…
# What stands after -- reaches exec untouched; nothing of a learner's is ever read as shell text.

fault=

fail() {
    if [ -n "$fault" ]; then printf '%s\n' "$1" >"$fault"; fi
    printf '%s\n' "$1" >&2
    exit 125
}

while [ "$1" != -- ]; do
    case $1 in
    fault) # FILE: where to say what went wrong here
        fault=$2
        shift 2
        ;;
    join) # FOLDER: a cgroup
        echo 0 >"$2/cgroup.procs" || fail "could not join the cgroup $2"
        shift 2
        ;;
    limit) # LETTER NUMBER, as ulimit has them
        ulimit "-$2" "$3" 2>/dev/null || fail "could not set the limit -$2 to $3"
        shift 3
        ;;
    processes) # NUMBER: bash has -u for it, dash has -p
        ulimit -u "$2" 2>/dev/null || ulimit -p "$2" 2>/dev/null || fail "could not limit processes to $2"
        shift 2
        ;;
    control) # FIFO FIFO: descriptors 3 and 4
        exec 3<"$2" 4>"$3" || fail "could not open the control channel"
        shift 3
        ;;
    keeper) # FIFO FIFO: the keeper's requests and answers take the place of the standard streams, those move to 5 to 7
        exec 5<&0 6>&1 7>&2 || fail "could not move the standard streams"
        exec 0<"$2" 1>"$3" || fail "could not open the keeper's channel"
        shift 3
        ;;
    log) # FILE: takes standard error
        exec 2>"$2" || fail "could not open $2"
        shift 2
        ;;
    group) # 8|9 FOLDER: a cgroup that a later process will join through this descriptor
        case $2 in
        8) exec 8>"$3/cgroup.procs" ;;
        9) exec 9>"$3/cgroup.procs" ;;
        esac || fail "could not open the cgroup $3"
        shift 3
        ;;
    in) # FOLDER
        cd "$2" || fail "could not enter $2"
        shift 2
        ;;
    *) fail "unknown instruction $1" ;;
    esac
done
shift
unset PWD OLDPWD fault
exec "$@"
