#!/bin/bash
# Handing over, deputising, blocking and moving attacked over HTTP on the set clock.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/overdracht/overdracht.py
