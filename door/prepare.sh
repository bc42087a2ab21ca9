# What a first start does, and each start after something changed: packages, build, caches, isolation.
# Every stage is made beside the old one and put in place whole, so that an interruption costs time only.
. "$root/door/steps.sh"
. "$root/door/packages.sh"
. "$root/door/build.sh"
. "$root/door/isolation.sh"

prepare() {
    take_lock
    count_steps
    packages_ready || install_packages
    isolation_ready || improve_isolation
    build_ready || build
    caches_ready || make_caches
    release_lock
    trap - INT TERM HUP EXIT
}

count_steps() {
    packages_ready || steps=$((steps + 1))
    isolation_ready || ! may_install || steps=$((steps + 1))
    if ! build_ready; then
        steps=$((steps + 4))
    elif ! caches_ready; then
        steps=$((steps + 3))
    fi
    [ "$steps" -lt 4 ] || say "Backwright prepares itself; this happens once, and downloads from npm and Maven."
}
