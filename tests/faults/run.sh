#!/bin/bash
# What goes wrong with an installation has a clear answer: keys, config, two servers, a demo on the network, bouwblokken with mistakes, backup and restore.
cd "$(dirname "$0")/../.." || exit 1
SRM=$PWD/${O:-build}/srmonitor exec /usr/bin/python3 tests/faults/faults.py
