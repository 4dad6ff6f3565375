#!/bin/bash
# The flows of each role in Debian's chromium, with and without JavaScript, at 1280 and 360 px, with axe on every page.
set -u
cd "$(dirname "$0")/../.." || exit 1
O=${O:-build}
work=$O/browser
mkdir -p "$work"
cp tests/browser/package.json "$work/"
(cd "$work" && [ -d node_modules/playwright-core ] && [ -d node_modules/axe-core ] && [ -d node_modules/html-validate ]) ||
    (cd "$work" && npm install --no-audit --no-fund --ignore-scripts --silent) || { echo "npm install failed"; echo "0 passed, 1 failed"; exit 1; }
cp tests/browser/*.mjs "$work/"
SRM=$PWD/$O/srmonitor SHOTS=${SHOTS:-$PWD/$work/shots} node "$work/flow.mjs"
