# Social Return Monitor. `make help` lists every target.
SHELL      := /bin/bash
.DEFAULT_GOAL := build/srmonitor
CC         ?= gcc
PREFIX     ?= /usr/local
DESTDIR    ?=
O          ?= build
GEN        := $(O)/gen
VERSION    := 0.1.0

BUILD_PACKAGES := build-essential pkg-config ca-certificates libmicrohttpd-dev libsqlite3-dev libsodium-dev liboath-dev \
                  libcurl4-openssl-dev libqrencode-dev libutf8proc-dev libinih-dev libcsv-dev libqpdf-dev libxlsxwriter-dev libcmark-dev
TEST_PACKAGES  := libcmocka-dev chromium nodejs npm python3 python3-aiosmtpd exim4-daemon-light oathtool openssl sqlite3 curl librsvg2-bin zbar-tools qpdf python3-openpyxl libreoffice-calc-nogui
LIBS           := libmicrohttpd sqlite3 libsodium liboath libcurl libqrencode libutf8proc inih libqpdf xlsxwriter libcmark

WARN       := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
OPT        ?= -O2 -g
SAN        ?=
HARDEN     := -fstack-protector-strong -D_FORTIFY_SOURCE=2 -fPIE
ifneq ($(SAN),)
HARDEN     := -DSRM_PARANOID
endif
# evaluated once, and only when something is compiled: on a bare machine the packages come first
PKG_CFLAGS  = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(LIBS)))$(PKG_CFLAGS)
PKG_LIBS    = $(eval PKG_LIBS := $(shell pkg-config --libs $(LIBS)))$(PKG_LIBS)
CFLAGS      = -std=c17 -D_GNU_SOURCE -DSRM_VERSION='"$(VERSION)"' $(WARN) $(OPT) $(HARDEN) $(SAN) -Isrc -I$(GEN) $(PKG_CFLAGS) -pthread
LDFLAGS     = $(SAN) -pie -pthread -Wl,-z,relro,-z,now
LDLIBS      = $(PKG_LIBS) -lcsv -lm

SRC        := $(shell find src -name '*.c' -not -path 'src/build/*' | sort)
TEMPLATES  := $(shell find templates -name '*.html' -o -name '*.txt' | sort)
GEN_TPL    := $(patsubst templates/%,$(GEN)/templates/%.c,$(TEMPLATES))
GEN_EMBED  := $(GEN)/embedded_migrations.c $(GEN)/embedded_static.c $(GEN)/embedded_demo.c
OBJ        := $(patsubst %.c,$(O)/obj/%.o,$(SRC)) $(patsubst $(GEN)/%.c,$(O)/obj/gen/%.o,$(GEN_TPL) $(GEN_EMBED))
LIB_OBJ    := $(filter-out $(O)/obj/src/main.o,$(OBJ))
HTMLC_SRC  := $(wildcard src/build/htmlc/*.c)
TEST_SRC   := $(shell find tests -name 'test_*.c' | sort)
TESTS      := $(patsubst %.c,$(O)/%,$(TEST_SRC))
FUZZ_SRC   := $(wildcard tests/fuzz/fuzz_*.c)
FUZZ       := $(patsubst %.c,$(O)/%,$(FUZZ_SRC))

.PHONY: help run test asan check clean install packages test-packages objects fuzz fuzz-inner format lint bench cover cover-inner
.SECONDARY:
.DELETE_ON_ERROR:

$(O)/srmonitor: $(OBJ)
	@echo "ld $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

objects: $(OBJ) ## compile everything, link nothing

# ---- programs of the build ----
$(O)/htmlc: $(HTMLC_SRC) $(wildcard src/build/htmlc/*.h)
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_GNU_SOURCE $(WARN) -O1 -g -Isrc -o $@ $(HTMLC_SRC)
$(O)/embed: src/build/embed.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_GNU_SOURCE $(WARN) -O1 -g -Isrc -o $@ $<

# one run of the compiler writes all; it touches only what changed
$(GEN)/templates.stamp: $(O)/htmlc $(TEMPLATES)
	@mkdir -p $(GEN)
	$(O)/htmlc $(GEN) $(TEMPLATES)
	@touch $@
$(GEN_TPL) $(GEN)/templates.h: $(GEN)/templates.stamp ;
$(GEN)/embedded_migrations.c: $(O)/embed $(wildcard migrations/*.sql)
	@mkdir -p $(GEN)
	$(O)/embed migrations $@ embedded_migrations
$(GEN)/embedded_static.c: $(O)/embed $(shell find static -type f)
	@mkdir -p $(GEN)
	$(O)/embed static $@ embedded_static

$(GEN)/embedded_demo.c: $(O)/embed $(wildcard src/commands/demo_data/*)
	@mkdir -p $(GEN)
	$(O)/embed src/commands/demo_data $@ embedded_demo

$(O)/obj/src/%.o: src/%.c | $(GEN)/templates.h
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<
$(O)/obj/gen/%.o: $(GEN)/%.c | $(GEN)/templates.h
	@mkdir -p $(@D)
	@echo "cc $<"
	@$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<
-include $(OBJ:.o=.d)

# ---- tests ----
$(O)/tests/%: tests/%.c $(LIB_OBJ)
	@mkdir -p $(@D)
	@echo "test $<"
	@$(CC) $(CFLAGS) -Itests $(LDFLAGS) -MMD -MP -o $@ $< $(LIB_OBJ) -lcmocka $(LDLIBS)
$(O)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/replay_main.c $(LIB_OBJ)
	@mkdir -p $(@D)
	@echo "fuzz $<"
	@$(CC) $(CFLAGS) -Itests $(LDFLAGS) -o $@ $< tests/fuzz/replay_main.c $(LIB_OBJ) $(LDLIBS)
$(O)/tests/core/test_pdf $(O)/tests/core/test_pdf_child: LDLIBS += -lz
-include $(TESTS:=.d)

packages: ## install the Debian packages the build needs, where they are missing
	@tests/install-packages $(BUILD_PACKAGES)
test-packages: packages
	@tests/install-packages $(TEST_PACKAGES)

run: packages ## build, make a demo installation in build/demo if there is none, serve it
	@$(MAKE) --no-print-directory -j2 $(O)/srmonitor
	@test -f $(O)/demo/config.ini || $(O)/srmonitor demo $(O)/demo
	@exec $(O)/srmonitor serve --config $(O)/demo/config.ini

test: test-packages ## install what the tests need, run all of them; ends with "N passed, N failed"
	@$(MAKE) --no-print-directory -j2 $(O)/srmonitor $(O)/htmlc
	@$(MAKE) --no-print-directory -j2 $(TESTS) $(FUZZ)
	@O=$(O) tests/run $(TESTS) $(FUZZ)

asan: test-packages ## the same under ASan and UBSan, in build/asan
	@$(MAKE) --no-print-directory O=build/asan SAN='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' OPT='-O1 -g' asan-inner
asan-inner:
	@$(MAKE) --no-print-directory -j2 $(O)/srmonitor $(O)/htmlc
	@$(MAKE) --no-print-directory -j2 $(TESTS) $(FUZZ)
	@O=$(O) NO_BROWSER=1 tests/run $(TESTS) $(FUZZ)
.PHONY: asan-inner

# a fuzzer that goes on from the corpus; what it finds worth keeping stays in build/fuzz, a crash is a file crash-… beside it
FUZZ_SECONDS ?= 60
fuzz: packages ## clang's libFuzzer on every target of tests/fuzz, FUZZ_SECONDS (60) each
	@tests/install-packages clang libclang-rt-14-dev
	@$(MAKE) --no-print-directory O=build/fuzz CC=clang SAN='-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all' OPT='-O1 -g' fuzz-inner
fuzz-inner:
	@$(MAKE) --no-print-directory -j2 objects
	@set -e; for t in $(basename $(notdir $(FUZZ_SRC))); do mkdir -p $(O)/corpus/$$t; \
	    $(CC) $(CFLAGS) -Itests $(LDFLAGS) -fsanitize=fuzzer -o $(O)/$$t tests/fuzz/$$t.c $(LIB_OBJ) $(LDLIBS); \
	    $(O)/$$t -max_total_time=$(FUZZ_SECONDS) -timeout=10 -print_final_stats=0 -verbosity=1 -artifact_prefix=$(O)/ $(O)/corpus/$$t tests/fuzz/corpus/$$t 2>&1 | tail -3; \
	    test $${PIPESTATUS[0]} -eq 0; done

cover: test-packages ## which lines the tests reach, without the browser: build/cover/index.html
	@$(MAKE) --no-print-directory O=build/cover SAN='--coverage' OPT='-O0 -g' cover-inner
cover-inner:
	@tests/install-packages gcovr
	@$(MAKE) --no-print-directory -j2 $(O)/srmonitor $(O)/htmlc
	@$(MAKE) --no-print-directory -j2 $(TESTS) $(FUZZ)
	@find $(O) -name '*.gcda' -delete
	-@O=$(O) NO_BROWSER=1 tests/run $(TESTS) $(FUZZ)
	@gcovr --root . --filter src/ --exclude src/build/ --print-summary --html-details $(O)/index.html --sort-percentage $(O) | tail -4

# the analyzer's checks that follow values through other functions are left out: they cry wolf at the arena and at va_list
LINT := -*,bugprone-*,clang-analyzer-deadcode*,clang-analyzer-unix*,clang-analyzer-security*,-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-bugprone-branch-clone,-bugprone-narrowing-conversions,-bugprone-implicit-widening-of-multiplication-result,-bugprone-assignment-in-if-condition,-bugprone-macro-parentheses,-bugprone-suspicious-include,-bugprone-sizeof-expression,-bugprone-not-null-terminated-result,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling
lint: $(GEN)/templates.h ## clang-tidy on our C
	@tests/install-packages clang-tidy
	@printf '%s\n' $(SRC) | xargs -P2 -I{} clang-tidy -quiet -warnings-as-errors='*' -checks='$(LINT)' {} -- $(CFLAGS) 2>/dev/null

bench: test-packages ## how long the pages take, on the demo and on a hundred times as much: figures to compare in one run
	@$(MAKE) --no-print-directory -j2 $(O)/srmonitor
	@SRM=$(CURDIR)/$(O)/srmonitor /usr/bin/python3 -W ignore tests/bench/bench.py

check: ## house rules, under ten seconds: before each commit
	@tests/house/check

clean: ## remove what was built, the demo installation too
	rm -rf build

install: $(O)/srmonitor ## PREFIX (/usr/local), DESTDIR; with systemd unit and example config
	install -D -m 0755 $(O)/srmonitor $(DESTDIR)$(PREFIX)/bin/srmonitor
	install -D -m 0644 config.example.ini $(DESTDIR)$(PREFIX)/share/doc/srmonitor/config.example.ini
	install -d $(DESTDIR)$(PREFIX)/lib/systemd/system
	sed 's|@PREFIX@|$(PREFIX)|g' docs/systemd/srmonitor.service > $(DESTDIR)$(PREFIX)/lib/systemd/system/srmonitor.service
	install -D -m 0644 docs/systemd/srmonitor.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/srmonitor.conf

format: ## clang-format over our C
	clang-format -i $$(git ls-files '*.c' '*.h')

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort | column -t -s "$$(printf '\t')"
