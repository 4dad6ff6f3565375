#!/bin/bash
# Files of kandidaten and invoices over real HTTP (fewer rows in the run with sanitizers).
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
[ -n "${NO_BROWSER:-}" ] && export ROWS="${ROWS:-400}"
exec /usr/bin/python3 -W ignore tests/inlezen/inlezen.py
