#!/bin/bash
# A random history over real HTTP; every stored sum is held against a fresh computation. ACTS=10000 tests/history/run.sh runs the long one (some minutes); SEED draws another.
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
if [ -n "${NO_BROWSER:-}" ]; then export ACTS="${ACTS:-400}"; else export ACTS="${ACTS:-2500}"; fi     # fewer with sanitizers
exec /usr/bin/python3 -W ignore tests/history/history.py
