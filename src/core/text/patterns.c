/*
 * patterns.c
 *	  The caller's own patterns: article to matches.
 *
 * Takes PCRE2 patterns with a named group quote and, if wanted, speaker and cue;
 * gives what they find, in the order of the text.  Where two matches overlap, the
 * earlier pattern's stands.  "^" and "$" match at every line.
 *
 * A pattern may backtrack for ever.  Automatic callouts count its steps: each
 * costs one, and one more for every byte that it moves.  A budget that
 * grows with the article bounds them all, so that the same call stops at
 * the same place everywhere, and the host is asked in between whether to go on.
 * PCRE2 never sees more time than that: its own match limit counts anew at every
 * start, and so bounds nothing on a long article.
 *
 * The article is checked for UTF-8 once; in one that is not, no pattern matches.
 */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <string.h>

#include "core/settings.h"
#include "core/stages.h"

/* Steps that any call may take, and further ones for each byte of the article. */
#define BUDGET_BASE UINT64_C(16000000)
#define BUDGET_PER_BYTE 100

/* Steps between two questions to the host: about a millisecond. */
#define STEPS_BETWEEN_CHECKS 100000

#define JIT_STACK_MIN 32768
#define JIT_STACK_MAX 1048576

struct Pattern
{
	pcre2_code *code;
	int			quote,
				speaker,
				cue;			/* numbers of the groups; -1: none */
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

static int
group_number(const pcre2_code *code, const char *name)
{
	int			number = pcre2_substring_number_from_name(code, (PCRE2_SPTR) name);

	return number < 0 ? -1 : number;
}

static NqStatus
compile(Pattern *pattern, NqSlice source, pcre2_compile_context *context, NqError *error)
{
	int			code = 0;
	PCRE2_SIZE	offset = 0;

	pattern->code = pcre2_compile((PCRE2_SPTR) (source.data == NULL ? "" : source.data), source.length,
								  PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_AUTO_CALLOUT | PCRE2_NEVER_BACKSLASH_C,
								  &code, &offset, context);
	if (pattern->code == NULL)
	{
		if (code == PCRE2_ERROR_HEAP_FAILED || code == 121)
			return NQ_NO_MEMORY;
		pcre2_get_error_message(code, (PCRE2_UCHAR *) error->message, sizeof(error->message));
		error->offset = offset;
		return NQ_BAD_PATTERN;
	}
	pattern->quote = group_number(pattern->code, "quote");
	pattern->speaker = group_number(pattern->code, "speaker");
	pattern->cue = group_number(pattern->code, "cue");
	if (pattern->quote < 0)
		return NQ_NO_QUOTE_GROUP;
	/* Without JIT the interpreter does the same, slower. */
	(void) pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	return NQ_OK;
}

NqStatus
nq_compile_patterns(NqSettings *settings, const NqSlice *patterns, size_t count, NqError *error)
{
	pcre2_general_context *general;
	pcre2_compile_context *context = NULL;
	NqStatus	status = NQ_OK;

	if (count == 0)
		return NQ_OK;
	if (count > UINT16_MAX)
		return NQ_TOO_LARGE;
	settings->patterns = nq_arena_alloc(&settings->arena, count * sizeof(Pattern));
	if (settings->patterns == NULL)
		return NQ_NO_MEMORY;
	general = pcre2_general_context_create(take_memory, give_memory, &settings->host);
	if (general != NULL)
		context = pcre2_compile_context_create(general);
	if (context == NULL)
		status = NQ_NO_MEMORY;
	else
		pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
	for (size_t i = 0; status == NQ_OK && i < count; i++)
	{
		settings->patterns[i].code = NULL;
		error->item = (uint32_t) i;
		settings->pattern_count++;
		status = compile(&settings->patterns[i], patterns[i], context, error);
	}
	pcre2_compile_context_free(context);
	pcre2_general_context_free(general);
	return status;
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
	pcre2_match_data *data;
	pcre2_match_context *context;
	uint64_t	budget;			/* steps that are left */
	uint64_t	next_check;		/* of the budget, at which the host is asked */
	PCRE2_SIZE	last_position;
	bool		cancelled;
	bool		invalid;		/* the article is no UTF-8 */
} Matcher;

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
	if (m->budget < m->next_check)
	{
		m->next_check = m->budget > STEPS_BETWEEN_CHECKS ? m->budget - STEPS_BETWEEN_CHECKS : 0;
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

/* Whether the quote overlaps one of an earlier pattern's; these stand in order. */
static bool
is_taken(const Document *doc, const PatternMatch *match, uint32_t count)
{
	uint32_t	low = 0;
	uint32_t	high = count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (doc->matches[middle].end <= match->start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && doc->matches[low].start < match->end;
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
	if (match.start == match.end || is_taken(doc, &match, earlier))
		return true;
	/* A lookbehind may give a quote before the last one. */
	if (doc->match_count > earlier && doc->matches[doc->match_count - 1].end > match.start)
		return true;
	if (!nq_reserve(doc->arena, (void **) &doc->matches, &m->capacity, doc->match_count, sizeof(PatternMatch)))
		return fail(doc, NQ_NO_MEMORY);
	doc->matches[doc->match_count++] = match;
	return true;
}

static bool
report(Matcher *m, int code, uint32_t pattern, NqError *error)
{
	if (m->cancelled)
		return fail(m->doc, NQ_CANCELLED);
	if (code == PCRE2_ERROR_NOMEMORY)
		return fail(m->doc, NQ_NO_MEMORY);
	m->invalid = code <= PCRE2_ERROR_UTF8_ERR1 && code >= PCRE2_ERROR_UTF8_ERR21;
	if (m->invalid)
		return true;
	pcre2_get_error_message(code, (PCRE2_UCHAR *) error->message, sizeof(error->message));
	error->item = pattern;
	return fail(m->doc, NQ_RUNAWAY_PATTERN);
}

/* The offset of the next character. */
static PCRE2_SIZE
step_over(const Document *doc, PCRE2_SIZE at)
{
	at++;
	while (at < doc->length && (doc->text[at] & 0xc0) == 0x80)
		at++;
	return at;
}

/* All that one pattern finds. */
static bool
match_pattern(Matcher *m, uint32_t number, NqError *error)
{
	const Document *doc = m->doc;
	const Pattern *pattern = &doc->settings->patterns[number];
	uint32_t	earlier = doc->match_count;
	PCRE2_SIZE	at = 0;
	uint32_t	options = number == 0 ? 0 : PCRE2_NO_UTF_CHECK;

	while (at <= doc->length)
	{
		const PCRE2_SIZE *ends;
		int			code;

		m->last_position = at;
		code = pcre2_match(pattern->code, (PCRE2_SPTR) doc->text, doc->length, at, options, m->data, m->context);
		if (code == PCRE2_ERROR_NOMATCH)
			return true;
		if (code < 0)
			return report(m, code, number, error);
		if (!put_match(m, pattern, earlier))
			return false;
		ends = pcre2_get_ovector_pointer(m->data);
		at = ends[1] > at ? ends[1] : step_over(doc, at);
		options = PCRE2_NO_UTF_CHECK;
	}
	return true;
}

/* Matches of several patterns into the order of the text: an insertion of each pattern's run. */
static bool
merge_matches(Document *doc, uint32_t earlier)
{
	PatternMatch		   *merged;
	uint32_t	a = 0;
	uint32_t	b = earlier;

	if (earlier == 0 || earlier == doc->match_count)
		return true;
	merged = nq_arena_alloc(doc->arena, doc->match_count * sizeof(PatternMatch));
	if (merged == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < doc->match_count; i++)
	{
		bool		from_a = b == doc->match_count || (a < earlier && doc->matches[a].start < doc->matches[b].start);

		merged[i] = from_a ? doc->matches[a++] : doc->matches[b++];
	}
	memcpy(doc->matches, merged, doc->match_count * sizeof(PatternMatch));
	return true;
}

static bool
match_all(Matcher *m, NqError *error)
{
	for (uint32_t i = 0; i < m->doc->settings->pattern_count && !m->invalid; i++)
	{
		uint32_t	earlier = m->doc->match_count;

		if (!match_pattern(m, i, error) || !merge_matches(m->doc, earlier))
			return false;
	}
	return true;
}

bool
nq_match_patterns(Document *doc, NqError *error)
{
	Matcher		m = {.doc = doc};
	pcre2_general_context *general;
	pcre2_jit_stack *stack = NULL;
	uint32_t	groups = 0;
	bool		done = false;

	if (doc->settings->pattern_count == 0)
		return true;
	for (uint32_t i = 0; i < doc->settings->pattern_count; i++)
	{
		uint32_t	count = 0;

		(void) pcre2_pattern_info(doc->settings->patterns[i].code, PCRE2_INFO_CAPTURECOUNT, &count);
		if (count > groups)
			groups = count;
	}
	m.budget = BUDGET_BASE + (uint64_t) doc->length * BUDGET_PER_BYTE;
	m.next_check = m.budget - STEPS_BETWEEN_CHECKS;
	general = pcre2_general_context_create(take_memory, give_memory, (void *) doc->host);
	if (general != NULL)
	{
		m.data = pcre2_match_data_create(groups + 1, general);
		m.context = pcre2_match_context_create(general);
		stack = pcre2_jit_stack_create(JIT_STACK_MIN, JIT_STACK_MAX, general);
	}
	if (m.data != NULL && m.context != NULL)
	{
		pcre2_set_callout(m.context, count_step, &m);
		pcre2_set_match_limit(m.context, UINT32_MAX);
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
