#!/bin/bash
# The yearly review of who has access: when it is due, and wrong attempts in the log.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/toegang/toegang.py
