#!/bin/sh
# Takes Node's own JavaScript library and the shapes of its native bindings out of the pinned Node: extract.sh FOLDER
# They are Node's (its licence goes along) and never stand in this repository.
set -eu
cd "$(dirname "$0")"
node=../../../toolbox/bin/node
if [ ! -x "$node" ]; then
    echo "Node's library is taken from the pinned Node, and it is not there: run ./backwright, which fetches it." >&2
    exit 1
fi
mkdir -p "$1"
exec "$node" --expose-internals --no-warnings extract.cjs "$1"
