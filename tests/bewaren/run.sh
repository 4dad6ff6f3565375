#!/bin/bash
# Ten years on the set clock: what is destroyed is exactly what the rule says, decided by two, and the figures stay. First persons, then everything else.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
[ -n "${NO_BROWSER:-}" ] && export YEARS="${YEARS:-3}"
passed=0 failed=0
for t in bewaren stukken wissen heropend; do
    out=$(/usr/bin/python3 -W ignore "tests/bewaren/$t.py" 2>&1)
    echo "$out"
    line=$(echo "$out" | grep -E "^[0-9]+ passed, [0-9]+ failed$" | tail -1)
    [ -n "$line" ] || line="0 passed, 1 failed"
    passed=$((passed + $(echo "$line" | cut -d" " -f1))) failed=$((failed + $(echo "$line" | cut -d" " -f3)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
