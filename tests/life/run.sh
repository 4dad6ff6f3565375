#!/bin/bash
# The life of a project over real HTTP and against a real receiving mail server: documents and periods; eight quarters day by day (fewer in the run with sanitizers).
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
[ -n "${NO_BROWSER:-}" ] && export QUARTERS="${QUARTERS:-1}"
passed=0 failed=0
for t in documents quarters; do
    out=$(/usr/bin/python3 -W ignore "tests/life/$t.py" 2>&1 | grep -v 'login_data is deprecated')
    echo "$out"
    line=$(echo "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -1)
    if [ -z "$line" ]; then failed=$((failed + 1)); continue; fi
    passed=$((passed + $(echo "$line" | cut -d' ' -f1))) failed=$((failed + $(echo "$line" | cut -d' ' -f3)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
