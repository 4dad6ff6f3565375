#!/bin/bash
# Getting in over real HTTP: what the browser tests cannot time or repeat: throttle, one code twice at once, links, devices, rights of inviting.
cd "$(dirname "$0")/../.." || exit 1
export SRM=$PWD/${O:-build}/srmonitor
exec /usr/bin/python3 tests/account/getting_in.py
