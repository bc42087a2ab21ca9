#!/bin/sh
# Checks the scripts' types and runs their tests, with the packages that build.sh has installed.
set -eu
cd "$(dirname "$0")"
node=../../toolbox/bin/node
[ -x "$node" ] || node=node
"$node" node_modules/typescript/bin/tsc --noEmit
exec "$node" --test 'test/*.test.js'
