#!/bin/bash
# Ten years on the set clock: what is destroyed is exactly what the rule says, decided by two, and the figures stay.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
[ -n "${NO_BROWSER:-}" ] && export YEARS="${YEARS:-3}"
exec /usr/bin/python3 -W ignore tests/bewaren/bewaren.py
