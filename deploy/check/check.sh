#!/bin/sh
# Checks deploy/ with the toolbox's Node, or the one on the PATH; installs the packages only where the lock file has changed.
set -eu
cd "$(dirname "$0")"
toolbox=../../toolbox/bin
node="$toolbox/node"
[ -x "$node" ] || node=node
if ! cmp -s package-lock.json node_modules/.installed-lock; then
    if [ -e "$toolbox/npm" ]; then
        PATH="$(cd "$toolbox" && pwd):$PATH" "$node" "$toolbox/npm" ci --ignore-scripts --no-audit --no-fund --loglevel=error
    else
        npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    fi
    cp package-lock.json node_modules/.installed-lock
fi
exec "$node" --test check.test.js
