# held by: namespaces
# because: checks are judged outside; only the submission and the packages are inside
# ends: exited 0
# without: sandbox
echo mine >mine.js
[ -n "$(find . -name mine.js)" ] && echo able
find "$AROUND" / \( -path /proc -o -path /usr -o -path /work/node_modules \) -prune -o \
    \( -name '*Checks*' -o -name 'hints.yaml' -o -name 'wrong*' -o -name 'solution*' -o -name 'misconceptions*' -o -name '*.jar' -o -name '*.class' \
    -o -name 'solo.json' -o -name keeper.sh -o -name relay.cjs -o -name stage -o -name inner -o -name filter \) -print -quit 2>/dev/null |
    while read -r found; do echo "ESCAPED: found $found"; done
exit 0
