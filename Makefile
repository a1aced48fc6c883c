# newsquote: make, make install and make installcheck as for any extension
# (PG_CONFIG names the server); see also
#
#	make demo [ARTICLE=file]	the quotations in the project's own articles, or in yours
#	make demo PSQL=1		psql on the project's own articles: see docs/walk-through.md
#	make test			all tests, in a private server that is removed afterwards
#	make bench			speed and memory
#	make fuzz [SECONDS=60] [TARGET=keys]	hostile input under sanitizers
#	make coverage [FILE=part]	lines and branches of the engine that its own tests reach
#	make lint			findings of compilers and checkers
#	make dist			the release archive
#	make deb			Debian packages of the last commit, in dist/
#
# The first six do not need an installed newsquote, and set up a bare machine first.

EXTENSION = newsquote
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" newsquote.control)

GLUE_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/pg/*.c)))
SRC = src
include src/generated.mk
CORE_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/core/*.c src/core/*/*.c src/lang/*/*.c) $(GENERATED)))

MODULE_big = newsquote
OBJS = $(GLUE_OBJS) $(CORE_OBJS)
# The scripts of this version are built from parts; those of released versions never change.
BUILT = sql/newsquote--0.3.sql sql/newsquote--0.2--0.3.sql
DATA = $(filter-out $(BUILT),$(wildcard sql/newsquote--*.sql))
DATA_built = $(BUILT)
REGRESS = arguments contract errors extension functions keys options plans reprints tracking
REGRESS_OPTS = --inputdir=. --encoding=UTF8
EXTRA_CLEAN = $(OBJS:.o=.d) $(GENERATED) test/build dist

PCRE2_CFLAGS := $(shell pkg-config --cflags libpcre2-8 2>/dev/null || pcre2-config --cflags 2>/dev/null)
PCRE2_LIBS := $(shell pkg-config --libs libpcre2-8 2>/dev/null || pcre2-config --libs8 2>/dev/null || echo -lpcre2-8)

PG_CPPFLAGS = -I$(CURDIR)/src $(PCRE2_CFLAGS) -DNEWSQUOTE_VERSION='"$(EXTVERSION)"'
# -MMD -MP: objects follow their headers.
PG_CFLAGS = -std=gnu11 -Wextra -Wno-unused-parameter -Wno-declaration-after-statement -MMD -MP
SHLIB_LINK = $(PCRE2_LIBS)

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)

ifneq ($(wildcard $(PGXS)),)
# LLVM bitcode where the server uses it and its own version of clang is here.
LLVM_TOOLS := $(shell sed -n 's,^CLANG = *,,p; s,^LLVM_BINPATH = *\(.*\),\1/llvm-lto,p' $(dir $(PGXS))../Makefile.global)
ifneq ($(shell for tool in $(LLVM_TOOLS); do command -v $$tool >/dev/null || echo missing; done),)
override with_llvm := no
endif
include $(PGXS)
# Code that the server compiles at run time does not find the hidden functions that an entry
# point calls, so no entry point is inlined into it.
BITCODE_CFLAGS += -fno-inline
# Bitcode follows the headers as its object does.
$(OBJS:.o=.bc): %.bc: %.o
-include $(wildcard $(OBJS:.o=.d))
# Only functions called from SQL are exported: see NEWSQUOTE_FUNCTION.
$(OBJS): override CFLAGS += -fvisibility=hidden
# newsquote_version() is the version of the control file.
src/pg/newsquote.o: newsquote.control
# Makes the confidence of a row the same on every CPU: otherwise CPUs with FMA round the sums differently, and the
# x87 arithmetic of 32-bit x86 rounds too late.
SAME_BITS := -ffp-contract=off $(if $(filter i%86,$(firstword $(subst -, ,$(shell $(CC) -dumpmachine)))),-msse2 -mfpmath=sse)
$(CORE_OBJS): override CFLAGS += $(SAME_BITS)
BITCODE_CFLAGS += $(SAME_BITS)
else
all install installcheck uninstall:
	@echo "newsquote: no PostgreSQL server headers found; name the server's pg_config: make PG_CONFIG=/path/to/pg_config" >&2
	@exit 1
clean:
	rm -rf newsquote.so $(OBJS) $(EXTRA_CLEAN)
endif

# A script that is run by hand only says that it should not be.  A fresh install replaces no object.
GUARD = '\\echo Use "$(1)" to load this file. \\quit\n'
sql/newsquote--0.3.sql: sql/install/types.sql sql/install/functions.sql sql/install/tracked.sql sql/install/tracking.sql
	{ printf -- $(call GUARD,CREATE EXTENSION newsquote); sed 's/^CREATE OR REPLACE /CREATE /' $^; } >$@.new && mv $@.new $@
sql/newsquote--0.2--0.3.sql: sql/upgrade/0.2--0.3.sql sql/install/functions.sql sql/install/tracking.sql
	{ printf -- $(call GUARD,ALTER EXTENSION newsquote UPDATE TO '"'"'0.3'"'"'); cat $^; } >$@.new && mv $@.new $@

SECONDS = 60
DIST = dist
export PG_CONFIG ARTICLE PSQL

demo:
	@test/demo.sh

test:
	@test/run.sh

bench:
	@bench/run.sh

fuzz:
	@test/fuzz.sh $(or $(SECONDS),60) 0 $(TARGET)

coverage:
	@test/coverage.sh $(FILE)

lint:
	@test/lint.sh

# The packages are built in a copy; debian/control lists the installed versions of PostgreSQL.
deb:
	@mkdir -p dist test/build
	rm -rf test/build/deb
	mkdir -p test/build/deb/newsquote
	if git rev-parse --git-dir >/dev/null 2>&1; then git archive HEAD; else tar -c --exclude ./dist --exclude ./test/build .; fi | \
		tar -x -C test/build/deb/newsquote
	cd test/build/deb/newsquote && pg_buildext updatecontrol && dpkg-buildpackage -b -us -uc $(DEB_OPTIONS)
	mv test/build/deb/*.deb dist/
	rm -rf test/build/deb

# The archive includes the generated sources, so that building it needs no Perl.
# A zip file stores local times; in UTC, the same commit gives the same bytes everywhere.
dist: PREFIX = newsquote-$(EXTVERSION)/
dist:
	@mkdir -p $(DIST) test/build
	rm -rf test/build/dist
	mkdir test/build/dist
	git archive HEAD src | tar -x -C test/build/dist
	@$(MAKE) -s -C test/build/dist -f src/generated.mk SRC=src generated
	TZ=UTC git archive --format zip --output $(abspath $(DIST))/newsquote-$(EXTVERSION).zip \
		$(foreach source,$(GENERATED),--prefix=$(PREFIX)$(dir $(source)) --add-file=test/build/dist/$(source)) --prefix=$(PREFIX) HEAD
	rm -rf test/build/dist

.PHONY: all install installcheck uninstall clean demo test bench coverage fuzz lint dist deb
.DEFAULT_GOAL := all
