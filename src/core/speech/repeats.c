/*
 * repeats.c
 *	  Where else an article has the words of a short span.
 *
 * A term is printed without marks too; quoted words rarely are.  Words that are part of a longer quotation are
 * quoted again.
 *
 * Takes tokens and spans, and finds for each short span whether its words are before and after it, outside of
 * spans and within other spans, and the span before that has just these words.  The spans' words are the keys of a hash table, and the tokens are read once, so
 * the stage is linear.  A token is looked up only if a span's last word has its first letter and its length.
 */
#include "core/entities/name_words.h"
#include "core/stages.h"

#include <string.h>

/* The longest span that is looked for, in words. */
#define REPEATED_WORDS 4

/* The places that have certain words, as tokens that end them; NONE if there are none. */
typedef struct Places
{
	uint32_t	first,
				last;
} Places;

/* An entry of the table: the words of one or more spans. */
typedef struct Words
{
	uint64_t	key;			/* 0: free */
	Places		plain;			/* outside of spans */
	Places		quoted;			/* within spans */
	uint32_t	span;			/* the last one entered */
} Words;

typedef struct RepeatFinder
{
	Document   *doc;
	uint32_t	short_spans;	/* the number of spans that are looked for */
	Words	   *table;
	uint32_t	mask;
	uint32_t	lengths;		/* a bit for each number of words of a span */
	uint32_t	endings[32];	/* by the first letter of a last word: a bit for its length */
} RepeatFinder;

static uint64_t
mix_word(uint64_t key, uint64_t word)
{
	key = (key ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return key ^ key >> 29;
}

/* The key of the words from first on; never 0.  Words are added from the last one on, so that runs that end alike share the work. */
static uint64_t
key_of(const Document *doc, uint32_t first, uint32_t count)
{
	uint64_t	key = 0;

	for (uint32_t i = first + count; i-- > first;)
		key = mix_word(key, nq_word_key(doc, i));
	return key | 1;
}

static Words *
look_up(const RepeatFinder *f, uint64_t key)
{
	uint32_t	slot = (uint32_t) (key >> 32) & f->mask;

	while (f->table[slot].key != 0 && f->table[slot].key != key)
		slot = (slot + 1) & f->mask;
	return &f->table[slot];
}

/* Whether a token can be one of the words that are looked for. */
static bool
may_repeat(const Document *doc, uint32_t i)
{
	return is_word(doc, i) || token_at(doc, i)->kind == TOKEN_NUMBER;
}

/* The number of words of a span, without a comma or stop at its end; 0 if it is too long or has anything else. */
static uint32_t
words_of(const Document *doc, const QuotedSpan *span)
{
	uint32_t	last = span->last;

	if (last > span->first && (token_at(doc, last - 1)->kind == TOKEN_COMMA || token_at(doc, last - 1)->kind == TOKEN_STOP))
		last--;
	if (last - span->first > REPEATED_WORDS)
		return 0;
	for (uint32_t i = span->first; i < last; i++)
		if (!may_repeat(doc, i))
			return 0;
	return last - span->first;
}

static uint32_t
first_letter(const Document *doc, uint32_t i)
{
	return (unsigned char) doc->text[token_at(doc, i)->start] % 32;
}

static uint32_t
length_bit(const Document *doc, uint32_t i)
{
	return UINT32_C(1) << token_at(doc, i)->length % 32;
}

/* Counts the words of the short spans. */
static bool
measure_spans(RepeatFinder *f)
{
	Document   *doc = f->doc;

	for (uint32_t s = 0; s < doc->span_count; s++)
	{
		uint32_t	words = words_of(doc, &doc->spans[s]);

		if (!check_interrupts(doc, s, EVERY_256))
			return false;
		doc->repeats[s] = (Repeats) {.words = (uint8_t) words, .same_before = NONE};
		f->short_spans += words > 0;
	}
	return true;
}

/* Enters the words of the short spans in the table. */
static bool
enter_spans(RepeatFinder *f)
{
	Document   *doc = f->doc;

	for (uint32_t s = 0; s < doc->span_count; s++)
	{
		uint32_t	first = doc->spans[s].first;
		uint32_t	words = doc->repeats[s].words;
		uint64_t	key;
		Words	   *entry;

		if (!check_interrupts(doc, s, EVERY_256))
			return false;
		if (words == 0)
			continue;
		key = key_of(doc, first, words);
		entry = look_up(f, key);
		if (entry->key != 0)
			doc->repeats[s].same_before = entry->span;
		*entry = (Words) {key, {NONE, NONE}, {NONE, NONE}, s};
		f->lengths |= UINT32_C(1) << words;
		f->endings[first_letter(doc, first + words - 1)] |= length_bit(doc, first + words - 1);
	}
	return true;
}

/* Notes the words that end at a token, which ends a run of words on one side of the marks. */
static void
note_words(const RepeatFinder *f, uint32_t i, uint32_t run, bool quoted)
{
	uint64_t	key = 0;

	for (uint32_t words = 1; words <= run && f->lengths >> words != 0; words++)
	{
		Words	   *entry;
		Places	   *places;

		key = mix_word(key, nq_word_key(f->doc, i + 1 - words));
		if ((f->lengths >> words & 1) == 0)
			continue;
		entry = look_up(f, key | 1);
		if (entry->key == 0)
			continue;
		places = quoted ? &entry->quoted : &entry->plain;
		places->last = i;
		if (places->first == NONE)
			places->first = i;
	}
}

/* Compares the places of each span's words with its own. */
static bool
compare_places(const RepeatFinder *f)
{
	Document   *doc = f->doc;

	for (uint32_t s = 0; s < doc->span_count; s++)
	{
		Repeats    *repeats = &doc->repeats[s];
		uint32_t	end = doc->spans[s].first + repeats->words - 1;
		const Words *entry;

		if (!check_interrupts(doc, s, EVERY_256))
			return false;
		if (repeats->words == 0)
			continue;
		entry = look_up(f, key_of(doc, doc->spans[s].first, repeats->words));
		repeats->plain_before = entry->plain.first < end;
		repeats->plain_after = entry->plain.last != NONE && entry->plain.last > end;
		repeats->quoted_before = entry->quoted.first < end;
		repeats->quoted_after = entry->quoted.last != NONE && entry->quoted.last > end;
	}
	return true;
}

/* The number of words that end at a token, back to from, at most REPEATED_WORDS. */
static uint32_t
run_before(const Document *doc, uint32_t i, uint32_t from)
{
	uint32_t	run = 1;

	while (run < REPEATED_WORDS && i >= from + run && may_repeat(doc, i - run))
		run++;
	return run;
}

static bool
read_tokens(const RepeatFinder *f)
{
	Document   *doc = f->doc;
	uint32_t	s = 0;
	uint32_t	from = 0;		/* the first token on this side of the marks */

	for (uint32_t block = 0; block <= doc->token_count / BLOCK_TOKENS; block++)
	{
		const uint32_t *tag_bits = doc->blocks[block].tag_bits;

		if (!check_interrupts(doc, block, EVERY_16))
			return false;
		for (uint32_t bits = tag_bits[TAG_WORD] | tag_bits[TAG_NUMBER]; bits != 0; bits &= bits - 1)
		{
			uint32_t	i = block * BLOCK_TOKENS + first_bit(bits);
			bool		quoted;

			if ((f->endings[first_letter(doc, i)] & length_bit(doc, i)) == 0)
				continue;
			for (; s < doc->span_count && i >= doc->spans[s].last; s++)
				from = doc->spans[s].last;
			quoted = s < doc->span_count && i >= doc->spans[s].first;
			note_words(f, i, run_before(doc, i, quoted ? doc->spans[s].first : from), quoted);
		}
	}
	return true;
}

/* The bytes that are cleared between two interrupt checks. */
#define CLEARED_AT_ONCE ((size_t) 1 << 20)

static bool
make_table(RepeatFinder *f)
{
	size_t		bytes;

	/* The table is at least half empty. */
	for (f->mask = 1; f->mask < 2 * f->short_spans;)
		f->mask = 2 * f->mask + 1;
	bytes = ((size_t) f->mask + 1) * sizeof(Words);
	f->table = nq_arena_alloc(f->doc->arena, bytes);
	if (f->table == NULL)
		return fail(f->doc, NQ_NO_MEMORY);
	for (size_t at = 0; at < bytes; at += CLEARED_AT_ONCE)
	{
		if (!check_interrupts(f->doc, 0, 0))
			return false;
		memset((char *) f->table + at, 0, bytes - at < CLEARED_AT_ONCE ? bytes - at : CLEARED_AT_ONCE);
	}
	return true;
}

bool
nq_find_repeats(Document *doc)
{
	RepeatFinder f = {.doc = doc};

	doc->repeats = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + 1) * sizeof(Repeats));
	if (doc->repeats == NULL)
		return fail(doc, NQ_NO_MEMORY);
	if (!measure_spans(&f))
		return false;
	if (f.short_spans == 0)
		return true;
	if (!make_table(&f) || !enter_spans(&f) || !read_tokens(&f) || !compare_places(&f))
		return false;
	nq_arena_drop(doc->arena, f.table);
	return true;
}
