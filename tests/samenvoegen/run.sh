#!/bin/bash
# Two organisaties become one: figures, rights, history and sums before and after.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/samenvoegen/samenvoegen.py
