#!/bin/bash
# Who of an opdrachtnemer sees which kandidaten, and one person entered twice by colleagues who do not see each other's projects.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/kandidaat/kandidaat.py
