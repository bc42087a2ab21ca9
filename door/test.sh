# All that CI runs: one Maven build with every test, then the door itself with what that build made.

test_all() {
    begun_tests=$(date +%s)
    take_lock
    if ! packages_ready; then
        steps=1
        install_packages
    fi
    open_run
    (maven verify </dev/null) || end_tests 1 "failed"
    fill_run
    close_run
    release_lock
    trap - INT TERM HUP EXIT
    check_the_door || end_tests 1 "failed: ./backwright labs does not work after the build"
    end_tests 0 "passed"
}

check_the_door() {
    "$root/backwright" labs >/dev/null
}

end_tests() {
    say "backwright test: $2 in $((($(date +%s) - begun_tests) / 60)) min $((($(date +%s) - begun_tests) % 60)) s."
    exit "$1"
}
