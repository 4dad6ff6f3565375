#!/bin/bash
# The flows of each role in Debian's chromium, with and without JavaScript, at 1280 and 360 px, with axe on every page. Named: only these.
# --list: the names; --prepare: only install what they need, so that several can then run side by side.
set -u
flows="life account plan betrokkene brief bewaren overdracht samenvoegen desk inhoud inzet overig pso handleiding bouwblokken rapport regio inlezen steekproef flow register"
[ "${1:-}" = --list ] && { echo "$flows"; exit 0; }
cd "$(dirname "$0")/../.." || exit 1
O=${O:-build}
work=$O/browser
mkdir -p "$work"
cp -u tests/browser/package.json "$work/"
(cd "$work" && [ -d node_modules/playwright-core ] && [ -d node_modules/axe-core ] && [ -d node_modules/html-validate ]) ||
    (cd "$work" && npm install --no-audit --no-fund --ignore-scripts --silent) || { echo "npm install failed"; echo "0 passed, 1 failed"; exit 1; }
cp -u tests/browser/*.mjs "$work/"     # -u: another flow may be reading them
[ "${1:-}" = --prepare ] && exit 0
export ROOT=$PWD SRM=$PWD/$O/srmonitor SHOTS=${SHOTS:-$PWD/$work/shots}
passed=0 failed=0
for t in ${@:-$flows}; do
    out=$(node "$work/$t.mjs" 2>&1)
    echo "$out"
    line=$(echo "$out" | grep -E "^[0-9]+ passed, [0-9]+ failed$" | tail -1)
    if [ -z "$line" ]; then failed=$((failed + 1)); continue; fi
    passed=$((passed + $(echo "$line" | cut -d" " -f1))) failed=$((failed + $(echo "$line" | cut -d" " -f3)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
