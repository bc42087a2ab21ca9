#!/bin/sh
# Measurements by hand, on a machine that does nothing else; docs/benchmarks.md tells what they are worth.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/door/java.sh"

usage() {
    cat >&2 <<EOF
bench/measure.sh verdicts N PAUSE LAB…   N verdicts on each lab's solution, PAUSE milliseconds apart, phase by phase
bench/measure.sh beside N                N readings each of our verdicts and of what others do with the same exercise
bench/measure.sh throughput SECONDS      verdicts a minute on each lab's solution, all processors busy
bench/measure.sh throughput SECONDS J    the same from one queue, by J judges as processes of their own
bench/measure.sh repeats N [LAB…]        until every answer of each lab was judged N times beside busy processes; 1 where a verdict changed
    What was done is kept in repeats/ledger.tsv below the home: Ctrl-C stops, the same words go on. Reports that differ lie beside it.
bench/measure.sh accuracy [LAB…]         all answers of each lab and all StrykerJS mutants of its solution; rows of docs/accuracy.md; 1 below the bar
    What learners read about each wrong answer lies in sayings/STEP/LAB.md below the home, to be read by somebody.
bench/measure.sh recordings N            N recordings of each program in bench/src/recordings: alone, with a start-up cache, waiting
bench/measure.sh chaos N [KILLS]         N submissions while each kind of process is killed in turn; fails if anything is lost
COLD=true: a judge without waiting sandboxes. BACKWRIGHT_BENCH_HOME: where its files may lie.
EOF
    exit 64
}

numbers() {
    for number in "$@"; do
        case $number in
            '' | *[!0-9]* | ????????*) usage ;;
        esac
    done
}

give_up() {
    echo "bench: $1" >&2
    exit 70
}

# What only measurements need goes below the bench's home, never into the toolbox: a folder of bench/src, with its packages.
install() {
    [ -x "$root/toolbox/bin/npm" ] || give_up "The toolbox is missing; ./backwright labs fetches it."
    mkdir -p "$home/$1"
    cp -R "$root/bench/src/$1/." "$home/$1"
    PATH="$root/toolbox/bin:$PATH" npm install --prefix "$home/$1" \
        --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error >&2 ||
        give_up "The packages of bench/src/$1 could not be installed. Is the network there?"
}

case ${1-} in
    accuracy) ;;
    verdicts) [ $# -ge 4 ] || usage ;;
    repeats) [ $# -ge 2 ] || usage ;;
    beside | recordings) [ $# -eq 2 ] || usage ;;
    throughput | chaos) [ $# -eq 2 ] || [ $# -eq 3 ] || usage ;;
    *) usage ;;
esac
if [ "$1" != accuracy ]; then
    numbers "$2"
    [ "$1" = repeats ] || numbers "${3-0}"
    [ "$2" -gt 0 ] || usage
fi
find_java || give_up "Java 25 is missing."
version=$(sed -n 's|^    <version>\(.*\)</version>$|\1|p' "$root/pom.xml")
jar=$root/bench/target/bench-$version.jar
academy=$root/academy/target/academy-$version.jar
tracer=$root/target/run/$(cat "$root/target/run/current" 2>/dev/null || echo none)/tracer/tracer.jar
[ -f "$jar" ] || give_up "It is not built: mvn -Dmaven.test.skip=true package -pl bench -am"
case $1-$# in
    chaos-* | throughput-3) [ -f "$academy" ] || give_up "The academy is not built: mvn -Dmaven.test.skip=true package -pl academy,bench -am" ;;
    recordings-*) [ -f "${tracer%.jar}.aot" ] || give_up "The tracer has no start-up cache: ./backwright labs makes it." ;;
esac
home=${BACKWRIGHT_BENCH_HOME:-${TMPDIR:-/tmp}/backwright-bench}
mkdir -p "$home"
chmod 711 "$home"
case $1 in
    beside) install rivals ;;
    accuracy) install mutants ;;
esac
exec "$java/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dbench.cold=${COLD:-false}" \
    "-Dbench.academy=$academy" "-Dbench.tracer=$tracer" \
    "-Dbackwright.course=$root/course" "-Dbackwright.toolbox=$root/toolbox" "-Dbackwright.home=$home" \
    -jar "$jar" "$@"
