# newsquote: make, make install and make installcheck as for any extension
# (PG_CONFIG names the server); see also
#
#	make demo [ARTICLE=file]	who says what, in the project's own articles or in yours
#	make test			every test, in a private server that is gone afterwards
#	make bench			speed and memory
#	make fuzz [SECONDS=60]		hostile input under sanitizers
#	make lint			what compilers and checkers say
#	make dist			the release archive
#
# These six need no installation of newsquote and set up a bare machine first.

EXTENSION = newsquote
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" newsquote.control)

GLUE_OBJS = src/newsquote.o src/encoding.o src/error.o src/functions.o src/highlight.o src/host.o src/html.o src/reading.o src/settings.o \
	src/speaker_key.o src/speakers.o
CORE_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/core/*.c src/lexicon/*.c src/lexicon/*/*.c)))

MODULE_big = newsquote
OBJS = $(GLUE_OBJS) $(CORE_OBJS)
DATA = $(wildcard sql/newsquote--*.sql)
REGRESS = arguments contract errors extension functions keys kinds marks options plans reported situations speakers tracking
REGRESS_OPTS = --inputdir=. --encoding=UTF8
EXTRA_CLEAN = $(OBJS:.o=.d) test/build dist

PCRE2_CFLAGS := $(shell pkg-config --cflags libpcre2-8 2>/dev/null || pcre2-config --cflags 2>/dev/null)
PCRE2_LIBS := $(shell pkg-config --libs libpcre2-8 2>/dev/null || pcre2-config --libs8 2>/dev/null || echo -lpcre2-8)

PG_CPPFLAGS = $(PCRE2_CFLAGS) -DNEWSQUOTE_VERSION='"$(EXTVERSION)"'
# -MMD -MP: objects follow their headers.
PG_CFLAGS = -std=gnu11 -Wextra -Wno-unused-parameter -Wno-declaration-after-statement -MMD -MP
SHLIB_LINK = $(PCRE2_LIBS)

# LLVM bitcode serves to inline functions into expressions; a set-returning one never is.
override with_llvm := no

PG_CONFIG = pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)

ifneq ($(wildcard $(PGXS)),)
include $(PGXS)
-include $(wildcard $(OBJS:.o=.d))
# Only what SQL calls is seen from outside: see NEWSQUOTE_FUNCTION.
$(OBJS): override CFLAGS += -fvisibility=hidden
else
all install installcheck uninstall:
	@echo "newsquote: no PostgreSQL server headers found; name the server's pg_config: make PG_CONFIG=/path/to/pg_config" >&2
	@exit 1
clean:
	rm -rf newsquote.so $(OBJS) $(EXTRA_CLEAN)
endif

SECONDS = 60
export PG_CONFIG ARTICLE

demo:
	@test/demo.sh

test:
	@test/run.sh

bench:
	@bench/run.sh

fuzz:
	@test/fuzz.sh $(SECONDS)

lint:
	@test/lint.sh

dist:
	@mkdir -p dist
	git archive --format zip --prefix newsquote-$(EXTVERSION)/ --output dist/newsquote-$(EXTVERSION).zip HEAD

.PHONY: all install installcheck uninstall clean demo test bench fuzz lint dist
.DEFAULT_GOAL := all
