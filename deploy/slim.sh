#!/bin/sh
# Takes away, after a build, what only builds: what stays starts by ./backwright as it is.
set -eu
cd "$(dirname "$0")/.."
for module in */; do
    rm -rf "${module}target"
done
rm -rf academy/frontend/node_modules "$HOME/.m2" "$HOME/.npm" target/door
mkdir -p target/door
