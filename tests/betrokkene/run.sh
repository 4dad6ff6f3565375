#!/bin/bash
# Correction by the coordinatiepunt and the kandidatenbrief with its code, over real HTTP.
cd "$(dirname "$0")/../.." || exit 1
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
/usr/bin/python3 -W ignore tests/betrokkene/persoon.py
