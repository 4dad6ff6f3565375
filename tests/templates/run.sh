#!/bin/bash
# The template compiler and its run time. NN-name.html (or .txt) with
#     .expected     compiles with gcc (and clang, where there is one) without a warning, and renders exactly this
#     .refused      the template compiler says exactly this, and writes nothing
#     .uncompiled   the C compiler refuses it; its message holds each of these lines
# Ends with "N passed, N failed". UPDATE=1 writes .expected and .refused anew: read the difference.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
htmlc=$(cd "$root" && realpath "${O:-build}/htmlc")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export LC_ALL=C.UTF-8
passed=0 failed=0
flags=(-std=c17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -g -O1 "-I$root/src" "-I$here" "-I$out/gen")
good() {
    passed=$((passed + 1))
}
bad() {
    failed=$((failed + 1))
    echo "FAILED: $1"
    [ -f "${2:-}" ] && head -n 40 "$2"
}
compare() {     # name, found, expected
    [ -n "${UPDATE:-}" ] && cp "$2" "$3"
    if diff -u "$3" "$2" >"$out/diff" 2>&1; then good; else bad "$1" "$out/diff"; fi
}
cd "$here" || exit 1

# ---- refused by the template compiler ----
for t in *.refused; do
    source=$(ls "${t%.refused}".html "${t%.refused}".txt 2>/dev/null)
    rm -rf "$out/none"
    if "$htmlc" "$out/none" "$source" 2>"$out/message"; then
        bad "$source was accepted"
    elif [ -e "$out/none" ]; then
        bad "$source was refused but something was written"
    else
        compare "$source" "$out/message" "$t"
    fi
done

# ---- refused by the C compiler, at the template's line ----
for t in *.uncompiled; do
    source=$(ls "${t%.uncompiled}".html "${t%.uncompiled}".txt 2>/dev/null)
    rm -rf "$out/gen"
    if ! "$htmlc" "$out/gen" "$source" 2>"$out/message"; then
        bad "$source was refused by htmlc already" "$out/message"
    elif gcc "${flags[@]}" -fsyntax-only "$out/gen/$source.c" 2>"$out/message"; then
        bad "$source was accepted by the C compiler"
    else
        missing=
        while IFS= read -r line; do
            grep -qF -- "$line" "$out/message" || missing=$line
        done <"$t"
        if [ -z "$missing" ]; then good; else bad "$source: no \"$missing\" in the message" "$out/message"; fi
    fi
done

# ---- golden: all in one program ----
sources=$(for t in *.expected; do ls "${t%.expected}".html "${t%.expected}".txt 2>/dev/null; done)
rm -rf "$out/gen"
# shellcheck disable=SC2086
if ! "$htmlc" "$out/gen" $sources 2>"$out/message"; then
    bad "htmlc refused a good template" "$out/message"
fi
for s in $sources; do
    name=${s%.*}
    case $s in *.txt) mail=true ;; *) mail=false ;; esac
    echo "CASE(\"$name\", t_${name//-/_}, $mail)"
done >"$out/gen/cases.h"
compare links.txt "$out/gen/links.txt" "$here/links.expected"
touch -d '2020-01-01' "$out/gen/10-text.html.c" "$out/gen/templates.h"
# shellcheck disable=SC2086
"$htmlc" "$out/gen" $sources
if [ "$(stat -c %Y "$out/gen/10-text.html.c" "$out/gen/templates.h" | sort -u)" = "$(date -d '2020-01-01' +%s)" ]; then
    good
else
    bad "an output that did not change was written again"
fi
read -ra libs <<<"$(pkg-config --cflags --libs libsodium libutf8proc inih libqpdf)"
compilers=(gcc)
command -v clang >/dev/null && compilers+=(clang)
for cc in "${compilers[@]}"; do
    for s in $sources; do
        if "$cc" "${flags[@]}" -c -o "$out/x.o" "$out/gen/$s.c" 2>"$out/message"; then good; else bad "$s does not compile with $cc" "$out/message"; fi
    done
done
if ! gcc "${flags[@]}" -fsanitize=address,undefined -fno-sanitize-recover=all -pthread -o "$out/golden" "$here/golden.c" "$out"/gen/*.c \
    "$root/src/out/html.c" "$root"/src/core/*.c "${libs[@]}" -lcsv -lm 2>"$out/message"; then
    bad "the golden program does not build" "$out/message"
else
    for s in $sources; do
        "$out/golden" "${s%.*}" >"$out/raw" 2>"$out/message" || bad "$s stops" "$out/message"
        sed -E 's/(name="_eenmalig" value=")[A-Za-z0-9_-]{43}"/\1EENMALIG"/' "$out/raw" >"$out/page"
        compare "$s" "$out/page" "${s%.*}.expected"
    done
    if "$out/golden" hostile >"$out/message" 2>&1; then good; else bad "hostile texts changed a page" "$out/message"; fi
    once=$("$out/golden" 13-forms | grep -oE '_eenmalig" value="[^"]*"' | sort -u | wc -l)
    if [ "$once" -eq 4 ]; then good; else bad "$once different once-only ids in four forms"; fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
