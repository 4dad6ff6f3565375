#!/bin/bash
# Who reads which text on which day, over HTTP; the public feed; the line about maintenance.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/inhoud/inhoud.py
