#!/bin/bash
# Every route × every role × own, foreign and unknown object, from the sheet itself.
cd "$(dirname "$0")/../.." || exit 1
SRM=$PWD/${O:-build}/srmonitor exec /usr/bin/python3 tests/walk/walk.py
