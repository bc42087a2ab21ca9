# The toolbox: the pinned Node and the packages labs may import, exactly as locked.

install_packages() {
    [ -L "$root/toolbox/node_modules" ] || fetch_packages
    link_node
    ln -sfn ../node_modules/npm/bin/npm-cli.js "$root/toolbox/bin/npm"
    ln -sfn ../node_modules/yarn/bin/yarn.js "$root/toolbox/bin/yarn"
}

fetch_packages() {
    command -v npm >/dev/null 2>&1 || give_up "npm is missing; it fetches the course's packages. $(how_to_get_npm)"
    fresh=$root/target/door/packages
    rm -rf "$fresh"
    mkdir -p "$fresh"
    cp "$root/toolbox/package.json" "$root/toolbox/package-lock.json" "$fresh"
    step "packages and Node 24 from the lock file" "20 s" packages \
        npm ci --prefix "$fresh" --ignore-scripts --no-audit --no-fund --include=dev --include=optional || {
        tell_log
        give_up "the packages could not be fetched. Is the network there? Then try again."
    }
    cksum <"$root/toolbox/package-lock.json" >"$fresh/node_modules/.backwright"
    swap_packages
}

swap_packages() {
    rm -rf "$fresh/old"
    [ ! -e "$root/toolbox/node_modules" ] || mv "$root/toolbox/node_modules" "$fresh/old"
    mv "$fresh/node_modules" "$root/toolbox/node_modules"
    rm -rf "$fresh"
}

link_node() {
    mkdir -p "$root/toolbox/bin"
    for pinned in "$root"/toolbox/node_modules/node-*/bin/node; do
        [ -x "$pinned" ] || continue
        package=${pinned%/bin/node}
        ln -sfn "../node_modules/${package##*/}/bin/node" "$root/toolbox/bin/node"
        return 0
    done
    link_node_of_the_machine
}

# The lock file pins Node for Linux; elsewhere the machine's own Node 24 serves.
link_node_of_the_machine() {
    for node in "$(command -v node || true)" /opt/homebrew/opt/node@24/bin/node /usr/local/opt/node@24/bin/node; do
        case $("$node" --version 2>/dev/null || true) in
            v24.*)
                ln -sfn "$node" "$root/toolbox/bin/node"
                return 0
                ;;
        esac
    done
    give_up "Node 24 is missing; on $(uname -s) the machine's own is used. $(how_to_get_npm)"
}

how_to_get_npm() {
    case $(uname -s) in
        Darwin) echo "Install it: brew install node@24, then try again." ;;
        *)
            if command -v apt-get >/dev/null 2>&1; then
                echo "Install it: sudo apt-get install npm, then try again."
            else
                echo "Install Node 24 with npm from https://nodejs.org, then try again."
            fi
            ;;
    esac
}
