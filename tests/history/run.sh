#!/bin/bash
# A random history over real HTTP; every stored sum is held against a fresh computation (fewer acts in the run with sanitizers).
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
[ -n "${NO_BROWSER:-}" ] && export ACTS="${ACTS:-700}"
exec /usr/bin/python3 -W ignore tests/history/history.py
