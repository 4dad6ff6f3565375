#!/bin/bash
# The outbox on its way out: to a folder, and over SMTP to a real server that takes, refuses, hangs up and hangs.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/build/srmonitor}
for python in /usr/bin/python3 python3; do      # the one that has Debian's aiosmtpd
    "$python" -c 'import aiosmtpd' 2>/dev/null && exec "$python" tests/post/delivery.py
done
echo "python3-aiosmtpd is missing"
echo "0 passed, 1 failed"
exit 1
