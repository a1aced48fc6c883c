/*
 * patterns.c
 *	  The caller's own patterns: article to matches.
 *
 * Takes PCRE2 patterns with a named group quote and optionally speaker and cue; gives their matches, in the
 * order of the text.  If two matches overlap, that of the earlier pattern is kept.  "^" and "$" match at every
 * line.
 *
 * A pattern may backtrack without end.  Automatic callouts count its steps: each costs one, and one more for
 * every byte that it moves.  A budget that grows with the article bounds them all.  PCRE2's own match limit is
 * not sufficient: it starts from zero at every start position, and so bounds nothing on a long article.
 *
 * Between two callouts PCRE2 may scan much text, for a repetition of one character or class or for the first
 * character of a match.  So it is never given the whole of a long article.  It searches for matches that begin
 * in the next piece of the article (REACH) and sees the text up to the end of the piece after that, where a
 * match and its lookahead must end.  A longer pattern may take longer per character, so its pieces are shorter.
 * Interrupts are checked before each piece and every few callouts.
 *
 * If JIT code runs out of stack, the match is repeated without JIT, which has more memory (HEAP_LIMIT_KB).  If
 * PCRE2 has no JIT, all patterns run without it.  The matches are the same, but a pattern close to its memory
 * limit or budget may be stopped in only one of the two cases.
 *
 * The article is checked for UTF-8 once; no pattern matches in one that is not valid.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <string.h>

#include "core/settings.h"
#include "core/base/search.h"
#include "core/stages.h"
#include "core/text/markup_tags.h"
#include "core/text/reader_text.h"

/* The steps that every call is allowed, and the additional ones for each byte of the article. */
#define BUDGET_BASE UINT64_C(16000000)
#define BUDGET_PER_BYTE 100

/*
 * A match must begin within this many bytes of the position from which it is searched, and at least as many
 * more are visible.  A longer pattern gets a shorter reach: the product of both lengths is bounded.
 */
#ifndef REACH_MAX				/* overridden by the fuzzer, whose articles are short */
#define REACH_MAX (128 * 1024)
#endif
#define REACH_PRODUCT (64 * 1024 * 1024)

/* Callouts between two interrupt checks, times the pattern's bytes: at most about ten milliseconds. */
#define CALLOUTS_PRODUCT 320

#define JIT_STACK_MIN 32768
#define JIT_STACK_MAX 1048576

/* Memory limit of a match without JIT, in kilobytes. */
#define HEAP_LIMIT_KB 65536

/* Memory limit of all compiled patterns, machine code included, in bytes. */
#define COMPILED_MAX ((size_t) 32 * 1024 * 1024)

struct Pattern
{
	pcre2_code *code;
	int			quote,
				speaker,
				cue;			/* group numbers; -1: none */
	uint32_t	reach;			/* see REACH_MAX */
	uint32_t	callouts;		/* between two interrupt checks */
};

/* ---- compiling ---- */

static void *
take_memory(PCRE2_SIZE bytes, void *host)
{
	return ((const NqHost *) host)->alloc(((const NqHost *) host)->context, bytes);
}

static void
give_memory(void *block, void *host)
{
	if (block != NULL)
		((const NqHost *) host)->release(((const NqHost *) host)->context, block);
}

/* Reports which limit the caller's patterns exceed. */
static NqStatus
exceed(NqError *error, const char *what, unsigned limit, const char *unit)
{
	snprintf(error->message, sizeof(error->message), "%s: at most %u%s", what, limit, unit);
	return NQ_LIMIT;
}

/* Finds the number of a named group, -1 if there is none.  Returns false if several groups have the name. */
static bool
find_group(const pcre2_code *code, const char *name, int *number)
{
	*number = pcre2_substring_number_from_name(code, (PCRE2_SPTR) name);
	if (*number >= 0)
		return true;
	if (*number == PCRE2_ERROR_NOUNIQUESUBSTRING)
		return false;
	*number = -1;
	return true;
}

static NqStatus
find_groups(Pattern *pattern, NqError *error)
{
	static const char *const names[] = {"quote", "speaker", "cue"};
	int		   *const numbers[] = {&pattern->quote, &pattern->speaker, &pattern->cue};

	for (int i = 0; i < 3; i++)
	{
		if (find_group(pattern->code, names[i], numbers[i]))
			continue;
		snprintf(error->message, sizeof(error->message), "%s", names[i]);
		return NQ_SEVERAL_GROUPS;
	}
	return pattern->quote < 0 ? NQ_NO_QUOTE_GROUP : NQ_OK;
}

static NqStatus
compile(Pattern *pattern, NqSlice source, pcre2_compile_context *context, NqError *error)
{
	int			code = 0;
	PCRE2_SIZE	offset = 0;
	uint32_t	bytes = source.length > 0 ? source.length : 1;
	NqStatus	status;

	if (source.length > NQ_MAX_PATTERN)
		return exceed(error, "pattern is too long", NQ_MAX_PATTERN, " bytes");
	pattern->reach = REACH_PRODUCT / bytes < REACH_MAX ? REACH_PRODUCT / bytes : REACH_MAX;
	pattern->callouts = CALLOUTS_PRODUCT / bytes > 1 ? CALLOUTS_PRODUCT / bytes : 1;
	pattern->code = pcre2_compile((PCRE2_SPTR) (source.data == NULL ? "" : source.data), source.length,
								  PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_AUTO_CALLOUT | PCRE2_NEVER_BACKSLASH_C |
								  PCRE2_USE_OFFSET_LIMIT, &code, &offset, context);
	if (pattern->code == NULL)
	{
		if (code == PCRE2_ERROR_HEAP_FAILED || code == 121)
			return NQ_NO_MEMORY;
		pcre2_get_error_message(code, (PCRE2_UCHAR *) error->message, sizeof(error->message));
		error->offset = offset;
		return NQ_BAD_PATTERN;
	}
	status = find_groups(pattern, error);
	/* Without JIT the interpreter gives the same matches, more slowly. */
	if (status == NQ_OK)
		(void) pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	return status;
}

/* The bytes of a pattern's code, and of its machine code. */
static size_t
code_bytes(const Pattern *pattern, size_t *machine)
{
	size_t		bytes = 0;

	*machine = 0;
	(void) pcre2_pattern_info(pattern->code, PCRE2_INFO_SIZE, &bytes);
	(void) pcre2_pattern_info(pattern->code, PCRE2_INFO_JITSIZE, machine);
	return bytes;
}

static NqStatus
compile_all(NqSettings *settings, const NqSlice *patterns, size_t count, pcre2_compile_context *context, NqError *error)
{
	size_t		total = 0;

	for (size_t i = 0; i < count; i++)
	{
		Pattern    *pattern = &settings->patterns[i];
		NqStatus	status;
		size_t		machine;

		if (settings->host.cancelled(settings->host.context))
			return NQ_CANCELLED;
		pattern->code = NULL;
		error->item = (uint32_t) i;
		settings->pattern_count++;
		status = compile(pattern, patterns[i], context, error);
		if (status != NQ_OK)
			return status;
		total += code_bytes(pattern, &machine);
		total += machine;
		if (total > COMPILED_MAX)
			return exceed(error, "patterns are too large", (unsigned) (COMPILED_MAX >> 20), " MB when compiled");
	}
	return NQ_OK;
}

NqStatus
nq_compile_patterns(NqSettings *settings, const NqSlice *patterns, size_t count, NqError *error)
{
	pcre2_general_context *general;
	pcre2_compile_context *context = NULL;
	NqStatus	status = NQ_NO_MEMORY;

	if (count == 0)
		return NQ_OK;
	if (count > NQ_MAX_PATTERNS)
		return exceed(error, "too many patterns", NQ_MAX_PATTERNS, "");
	settings->patterns = nq_arena_alloc(&settings->arena, count * sizeof(Pattern));
	if (settings->patterns == NULL)
		return NQ_NO_MEMORY;
	general = pcre2_general_context_create(take_memory, give_memory, &settings->host);
	if (general != NULL)
		context = pcre2_compile_context_create(general);
	if (context != NULL)
	{
		pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
		status = compile_all(settings, patterns, count, context, error);
	}
	pcre2_compile_context_free(context);
	pcre2_general_context_free(general);
	return status;
}

size_t
nq_settings_machine_code(const NqSettings *settings)
{
	size_t		total = 0;

	for (uint32_t i = 0; i < settings->pattern_count; i++)
	{
		size_t		machine;

		(void) code_bytes(&settings->patterns[i], &machine);
		total += machine;
	}
	return total;
}

void
nq_release_patterns(NqSettings *settings)
{
	for (uint32_t i = 0; i < settings->pattern_count; i++)
		pcre2_code_free(settings->patterns[i].code);
	settings->pattern_count = 0;
}

/* ---- matching ---- */

typedef struct Matcher
{
	Document   *doc;
	uint32_t	capacity;		/* of Document.matches */
	PatternMatch *merging;		/* scratch space for the matches of one pattern */
	uint32_t	merging_capacity;
	pcre2_match_data *data;
	pcre2_match_context *context;
	uint64_t	budget;			/* steps left */
	uint32_t	callouts;		/* of the current pattern: see Pattern */
	uint32_t	callouts_left;	/* until the next interrupt check */
	PCRE2_SIZE	last_position;
	bool		cancelled;
} Matcher;

static uint64_t
steps_allowed(const Document *doc)
{
	return BUDGET_BASE + (uint64_t) doc->length * BUDGET_PER_BYTE;
}

static int
count_step(pcre2_callout_block *block, void *data)
{
	Matcher    *m = data;
	PCRE2_SIZE	moved = block->current_position > m->last_position ?
		block->current_position - m->last_position : m->last_position - block->current_position;
	uint64_t	cost = 1 + moved;

	m->last_position = block->current_position;
	if (cost >= m->budget)
	{
		m->budget = 0;
		return PCRE2_ERROR_MATCHLIMIT;
	}
	m->budget -= cost;
	if (--m->callouts_left == 0)
	{
		m->callouts_left = m->callouts;
		m->cancelled = m->doc->host->cancelled(m->doc->host->context);
		if (m->cancelled)
			return PCRE2_ERROR_CALLOUT;
	}
	return 0;
}

static bool
is_blank_at(const char *text, uint32_t i)
{
	return text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
}

static void
set_group(const PCRE2_SIZE *ends, int group, const char *text, uint32_t *start, uint32_t *end)
{
	const PCRE2_SIZE *pair;

	*start = *end = 0;
	if (group < 0)
		return;
	pair = &ends[2 * (size_t) group];
	if (pair[0] == PCRE2_UNSET || pair[0] >= pair[1])
		return;
	*start = (uint32_t) pair[0];
	*end = (uint32_t) pair[1];
	while (*start < *end && is_blank_at(text, *start))
		(*start)++;
	while (*end > *start && is_blank_at(text, *end - 1))
		(*end)--;
}

/* Does the quote overlap a match of an earlier pattern?  Those are sorted. */
static bool
is_taken(const Document *doc, const PatternMatch *match, uint32_t count)
{
	uint32_t	next = FIRST_FROM(PatternMatch, end, doc->matches, 0, count, match->start + 1);

	return next < count && doc->matches[next].start < match->end;
}

/* Whether a match is only what layout or markup added to the stored text, where blanks are. */
static bool
is_added(const Document *doc, const PatternMatch *match)
{
	uint32_t	start = match->start;
	uint32_t	end = match->end;

	nq_stored_range(doc, false, &start, &end);
	return doc->runs != NULL && end == start + 1 && is_blank_byte((unsigned char) doc->stored[start]);
}

static bool
put_match(Matcher *m, const Pattern *pattern, uint32_t earlier)
{
	Document   *doc = m->doc;
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(m->data);
	PatternMatch			match;

	set_group(ends, pattern->quote, doc->text, &match.start, &match.end);
	set_group(ends, pattern->speaker, doc->text, &match.speaker_start, &match.speaker_end);
	set_group(ends, pattern->cue, doc->text, &match.cue_start, &match.cue_end);
	match.has_speaker = pattern->speaker >= 0;
	if (match.start == match.end || is_added(doc, &match) || is_taken(doc, &match, earlier))
		return true;
	/* With a lookbehind, a quote can precede the last one. */
	if (doc->match_count > earlier && doc->matches[doc->match_count - 1].end > match.start)
		return true;
	if (!nq_reserve(doc->arena, (void **) &doc->matches, &m->capacity, doc->match_count, sizeof(PatternMatch)))
		return fail(doc, NQ_NO_MEMORY);
	doc->matches[doc->match_count++] = match;
	return true;
}

static bool
report(const Matcher *m, int code, uint32_t pattern, NqError *error)
{
	if (m->cancelled)
		return fail(m->doc, NQ_CANCELLED);
	if (code == PCRE2_ERROR_NOMEMORY)
		return fail(m->doc, NQ_NO_MEMORY);
	snprintf(error->message, sizeof(error->message), "%s", code == PCRE2_ERROR_HEAPLIMIT ? "too much memory" : "too many steps");
	error->item = pattern;
	return fail(m->doc, NQ_RUNAWAY_PATTERN);
}

/* The first character boundary from at on, or the end of the article. */
static PCRE2_SIZE
character_from(const Document *doc, PCRE2_SIZE at)
{
	while (at < doc->length && (doc->text[at] & 0xc0) == 0x80)
		at++;
	return at < doc->length ? at : doc->length;
}

/* Searches for a match that begins within reach: see REACH_MAX. */
static int
match_within_reach(Matcher *m, const Pattern *pattern, PCRE2_SIZE at)
{
	const Document *doc = m->doc;
	PCRE2_SIZE	end = character_from(doc, at + 2 * (PCRE2_SIZE) pattern->reach);
	uint32_t	options = PCRE2_NO_UTF_CHECK | (end < doc->length ? PCRE2_NOTEOL : 0);
	uint64_t	budget = m->budget;
	int			code;

	m->last_position = at;
	pcre2_set_offset_limit(m->context, at + pattern->reach);
	code = pcre2_match(pattern->code, (PCRE2_SPTR) doc->text, end, at, options, m->data, m->context);
	if (code != PCRE2_ERROR_JIT_STACKLIMIT)
		return code;
	m->last_position = at;
	m->budget = budget;
	return pcre2_match(pattern->code, (PCRE2_SPTR) doc->text, end, at, options | PCRE2_NO_JIT, m->data, m->context);
}

/* Collects all matches of one pattern. */
static bool
match_pattern(Matcher *m, uint32_t number, NqError *error)
{
	const Document *doc = m->doc;
	const Pattern *pattern = &doc->settings->patterns[number];
	uint32_t	earlier = doc->match_count;
	PCRE2_SIZE	at = 0;

	m->callouts = m->callouts_left = pattern->callouts;
	while (at <= doc->length)
	{
		const PCRE2_SIZE *ends;
		int			code;

		if (doc->host->cancelled(doc->host->context))
			return fail(m->doc, NQ_CANCELLED);
		code = match_within_reach(m, pattern, at);
		if (code == PCRE2_ERROR_NOMATCH)
		{
			if (doc->length - at <= pattern->reach)
				return true;
			at = character_from(doc, at + pattern->reach + 1);
			continue;
		}
		if (code < 0)
			return report(m, code, number, error);
		if (!put_match(m, pattern, earlier))
			return false;
		ends = pcre2_get_ovector_pointer(m->data);
		if (ends[1] > at)
			at = ends[1];
		else if (at < doc->length)
			at = character_from(doc, at + 1);
		else
			return true;
	}
	return true;
}

/*
 * Merges the matches of one pattern, from index earlier on, with those of the patterns before it.  Both are
 * sorted.
 */
static bool
merge_matches(Matcher *m, uint32_t earlier)
{
	Document   *doc = m->doc;
	PatternMatch *matches = doc->matches;
	uint32_t	a = earlier;
	uint32_t	b = doc->match_count - earlier;

	if (a == 0 || b == 0)
		return true;
	if (b > m->merging_capacity)
	{
		if (m->merging != NULL)
			nq_arena_drop(doc->arena, m->merging);
		m->merging_capacity = b + b / 2;
		m->merging = nq_arena_alloc(doc->arena, m->merging_capacity * sizeof(PatternMatch));
		if (m->merging == NULL)
			return fail(doc, NQ_NO_MEMORY);
	}
	memcpy(m->merging, matches + earlier, b * sizeof(PatternMatch));
	/*
	 * Merge from the end, so that nothing is overwritten before it was moved; once the later matches are used
	 * up, the rest is in place.
	 */
	for (uint32_t i = doc->match_count; b > 0; i--)
	{
		if (!check_interrupts(doc, i, EVERY_65536))
			return false;
		matches[i - 1] = a > 0 && matches[a - 1].start > m->merging[b - 1].start ? matches[--a] : m->merging[--b];
	}
	return true;
}

static bool
match_all(Matcher *m, NqError *error)
{
	for (uint32_t i = 0; i < m->doc->settings->pattern_count; i++)
	{
		uint32_t	earlier = m->doc->match_count;

		if (!match_pattern(m, i, error) || !merge_matches(m, earlier))
			return false;
	}
	return true;
}

/* The length of the UTF-8 character at p, of which this many bytes can be read; 0 if it is not valid. */
static uint32_t
character_length(const unsigned char *p, uint32_t bytes)
{
	static const unsigned char first[] = {0x80, 0x80, 0xa0, 0x80, 0x90, 0x80};
	static const unsigned char last[] = {0xbf, 0xbf, 0xbf, 0x9f, 0xbf, 0x8f};
	uint32_t	length = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	int			sort = p[0] == 0xe0 ? 2 : p[0] == 0xed ? 3 : p[0] == 0xf0 ? 4 : p[0] == 0xf4 ? 5 : 1;

	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xc2 || p[0] > 0xf4 || length > bytes || p[1] < first[sort] || p[1] > last[sort])
		return 0;
	for (uint32_t i = 2; i < length; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return length;
}

/* Is the article valid UTF-8?  Returns false also when the stage has to stop. */
static bool
is_utf8(Document *doc)
{
	uint32_t	at = 0;

	for (uint32_t round = 0; at < doc->length; round++)
	{
		uint32_t	length = character_length((const unsigned char *) doc->text + at, doc->length - at);

		if (length == 0 || !check_interrupts(doc, round, EVERY_65536))
			return false;
		at += length;
	}
	return true;
}

static uint32_t
most_groups(const NqSettings *settings)
{
	uint32_t	most = 0;

	for (uint32_t i = 0; i < settings->pattern_count; i++)
	{
		uint32_t	count = 0;

		(void) pcre2_pattern_info(settings->patterns[i].code, PCRE2_INFO_CAPTURECOUNT, &count);
		most = count > most ? count : most;
	}
	return most;
}

bool
nq_match_patterns(Document *doc, NqError *error)
{
	Matcher		m = {.doc = doc, .budget = steps_allowed(doc)};
	pcre2_general_context *general;
	pcre2_jit_stack *stack = NULL;
	bool		done = false;

	if (doc->settings->pattern_count == 0)
		return true;
	if (!is_utf8(doc))
		return doc->status == NQ_OK;
	general = pcre2_general_context_create(take_memory, give_memory, (void *) doc->host);
	if (general != NULL)
	{
		m.data = pcre2_match_data_create(most_groups(doc->settings) + 1, general);
		m.context = pcre2_match_context_create(general);
		stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, general);
	}
	if (m.data != NULL && m.context != NULL)
	{
		pcre2_set_callout(m.context, count_step, &m);
		pcre2_set_match_limit(m.context, UINT32_MAX);
		pcre2_set_heap_limit(m.context, HEAP_LIMIT_KB);
		if (stack != NULL)
			pcre2_jit_stack_assign(m.context, NULL, stack);
		done = match_all(&m, error);
	}
	else
		doc->status = NQ_NO_MEMORY;
	pcre2_jit_stack_free(stack);
	pcre2_match_context_free(m.context);
	pcre2_match_data_free(m.data);
	pcre2_general_context_free(general);
	return done;
}
