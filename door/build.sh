# Builds into a run folder of its own, target/run/ID; target/run/current names the one that is whole.

maven() {
    export JAVA_HOME="$java"
    cd "$root"
    if maven_serves; then
        exec mvn -B -ntp "$@"
    fi
    exec sh ./mvnw -B -ntp "$@"
}

# Maven 3.8.7 or newer on the PATH; else the wrapper fetches its own.
maven_serves() {
    found=$(mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\)\.\([0-9]*\).*/\1 \2 \3/p')
    # shellcheck disable=SC2086 # words on purpose
    set -- ${found:-0 0 0}
    [ $(($1 * 1000000 + $2 * 1000 + $3)) -ge 3008007 ]
}

open_run() {
    id=$(date +%Y%m%d-%H%M%S)-$$
    run=$root/target/run/$id
    mkdir -p "$run"
    : >"$run/begun"
}

# Takes over what Maven made: each program's jar, and the jars it needs in lib/ beside it.
fill_run() {
    for module in cli academy tracer; do
        [ -d "$root/$module/target/lib" ] || continue
        mkdir -p "$run/$module"
        cp "$root/$module/target/$module-$(version).jar" "$run/$module/$module.jar"
        cp -R "$root/$module/target/lib" "$run/$module/lib"
    done
}

# Puts the new run folder in place and keeps the one before, from which an academy may be running.
close_run() {
    before=$(cat "$root/target/run/current" 2>/dev/null || true)
    printf '%s\n' "$id" >"$root/target/run/current.new"
    mv "$root/target/run/current.new" "$root/target/run/current"
    for old in "$root"/target/run/*/; do
        old=${old%/}
        case ${old##*/} in
            "$id" | "$before") ;;
            *) rm -rf "$old" ;;
        esac
    done
}

build() {
    open_run
    rm -rf "$root"/*/target/lib
    step "build" "2 min" build maven package -Dmaven.test.skip=true || {
        tell_log
        give_up "the build failed. If it could not download something: is the network there? Then try again."
    }
    fill_run
    make_caches
    close_run
}

# Caches make starts quick and are nothing else: without them all works, slower.
make_caches() {
    rm -f "$run"/*/*.aot
    make_cache cli "10 s" labs
    make_cache academy "40 s" --port 0
    make_cache tracer "15 s" --practise
    cp "$java/release" "$run/release"
}

make_cache() {
    [ -f "$run/$1/$1.jar" ] || {
        number=$((number + 1))
        return 0
    }
    practice=$root/target/door/practice
    remove_practice
    mkdir -p "$practice"
    step "start-up cache of $1" "$2" "cache-$1" train "$@" && [ -f "$run/$1/$1.aot" ] ||
        say "No start-up cache could be made for $1; it starts slower and works all the same. Why: $log"
    remove_practice
}

# The database of a practice run may still be ending, and writes while its folder goes.
remove_practice() {
    patience=15
    until rm -rf "$practice" 2>/dev/null; do
        [ "$patience" -gt 0 ] || give_up "$practice cannot be removed. Is something still running there?"
        patience=$((patience - 1))
        sleep 1
    done
}

# A practice run with a home of its own, which ends by itself; the cache holds what it loaded.
train() {
    module=$1
    shift 2
    # shellcheck disable=SC2046 # words on purpose
    exec "$java/bin/java" $(jvm_options "$module") "-XX:AOTCacheOutput=$run/$module/$module.aot" \
        "-Dbackwright.course=$root/course" "-Dbackwright.toolbox=$root/toolbox" \
        "-Dbackwright.home=$practice" -Dspring.context.exit=onRefresh \
        -jar "$run/$module/$module.jar" "$@"
}
