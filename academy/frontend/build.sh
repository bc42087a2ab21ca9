#!/bin/sh
# Builds the assets with the toolbox's Node, or the one on the PATH; installs the packages only where the lock file has changed.
set -eu
cd "$(dirname "$0")"
toolbox=../../toolbox/bin
if [ -x "$toolbox/node" ]; then
    node="$toolbox/node"
elif command -v node >/dev/null; then
    node=node
else
    echo "The pages' scripts are built with Node, and there is none: run ./backwright, which fetches it, or put node on the PATH." >&2
    exit 1
fi
if ! cmp -s package-lock.json node_modules/.installed-lock; then
    if [ -e "$toolbox/npm" ]; then
        PATH="$(cd "$toolbox" && pwd):$PATH" "$node" "$toolbox/npm" ci --ignore-scripts --no-audit --no-fund --loglevel=error
    else
        npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    fi
    cp package-lock.json node_modules/.installed-lock
fi
exec "$node" build.mjs
