#!/bin/bash
# Eight quarters of a demo regio, day by day, against a real receiving mail server; fewer in the run with sanitizers.
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
[ -n "${NO_BROWSER:-}" ] && export QUARTERS="${QUARTERS:-1}"
exec /usr/bin/python3 -W ignore tests/life/quarters.py 2> >(grep -v 'login_data is deprecated' >&2)
