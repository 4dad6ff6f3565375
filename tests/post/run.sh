#!/bin/bash
# Mails against a real receiving server: STARTTLS with verification, login, 451, 550, a server that closes or hangs; what arrives, read by a mail parser;
# and against Exim, which stores our mails as they are.
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
passed=0 failed=0
for t in post delivery mta; do
    out=$(/usr/bin/python3 "tests/post/$t.py" 2>&1)
    echo "$out"
    line=$(echo "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -1)
    if [ -z "$line" ]; then failed=$((failed + 1)); continue; fi
    passed=$((passed + $(echo "$line" | cut -d' ' -f1))) failed=$((failed + $(echo "$line" | cut -d' ' -f3)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
