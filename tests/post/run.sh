#!/bin/bash
# Mails against a real receiving server: STARTTLS with verification, login, 451, 550, a server that closes; injection refused.
cd "$(dirname "$0")/../.." || exit 1
SRM=$PWD/${O:-build}/srmonitor exec /usr/bin/python3 tests/post/post.py
