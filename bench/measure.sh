#!/bin/sh
# Measurements by hand, on a machine that does nothing else: bench/measure.sh verdicts N PAUSE LAB…
# N readings of a verdict on each lab's solution, PAUSE milliseconds apart. COLD=true judges without waiting sandboxes.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/door/java.sh"
find_java || {
    echo "bench: Java 25 is missing." >&2
    exit 70
}
home=${BACKWRIGHT_BENCH_HOME:-${TMPDIR:-/tmp}/backwright-bench}
mkdir -p "$home"
chmod 711 "$home"
exec "$java/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dbench.cold=${COLD:-false}" \
    "-Dbackwright.course=$root/course" "-Dbackwright.toolbox=$root/toolbox" "-Dbackwright.home=$home" \
    -jar "$root/bench/target/bench-$(sed -n 's|^    <version>\(.*\)</version>$|\1|p' "$root/pom.xml").jar" "$@"
