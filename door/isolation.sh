# Bubblewrap keeps learners' programs apart. Installed where that needs no question, else named.

may_install() {
    [ "$(id -u)" = 0 ] && [ "${BACKWRIGHT_NO_INSTALL-}" != 1 ] && command -v apt-get >/dev/null 2>&1
}

improve_isolation() {
    if may_install; then
        step "bubblewrap by apt-get, to keep learners' programs apart" "15 s" isolation install_bubblewrap ||
            tell_without "apt-get could not install bubblewrap (all of it: $log)."
    else
        tell_without "bubblewrap is not installed."
    fi
    : >"$root/target/door/told"
}

install_bubblewrap() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y --no-install-recommends bubblewrap && return 0
    apt-get update && apt-get install -y --no-install-recommends bubblewrap
}

tell_without() {
    say "$1 Programs run with weaker isolation; for the stronger: $(how_to_get_bubblewrap)"
}

how_to_get_bubblewrap() {
    for manager in "apt-get install" "dnf install" "zypper install" "pacman -S" "apk add"; do
        command -v "${manager%% *}" >/dev/null 2>&1 || continue
        echo "sudo $manager bubblewrap"
        return 0
    done
    echo "install bubblewrap by your system's packages"
}
