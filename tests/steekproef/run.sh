#!/bin/bash
# A draw is made again by a few lines of Python from the published seed and list; then a steekproef is lived from draw to conclusion.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
exec /usr/bin/python3 -W ignore tests/steekproef/steekproef.py
