/*
 * inflection.c
 *	  The caller's own reporting verbs: base forms to entries of the lexicon.
 *
 * A verb that the language's lexicon knows (its irregular forms included)
 * becomes a reporting verb in all its forms.  For one that it does not know, the regular forms of
 * English are made: quip, quips, quipped, quipping.  Whether a final consonant doubles
 * depends on the stress, so both spellings are entered.
 */
#include "settings.h"

#include "characters.h"

#include <string.h>

/* A base form may have so many bytes; the longest ending has four. */
#define MAX_BASE_BYTES (LEXICON_KEY_BYTES - 6)

/* The entries that one cue can add, at most. */
#define FORMS_OF_A_CUE 12

/* A caller's cue is as good as "say". */
#define OWN_CUE (CUE_STRONG | CUE_DIRECT | CUE_THAT)

#define VERB_FORM (WC_VERB | WC_CUE)

NqStatus
nq_copy_lexicon(NqSettings *settings, const Lexicon *lexicon, size_t cues)
{
	size_t		room = lexicon->word_count + cues * FORMS_OF_A_CUE;
	size_t		slots = (size_t) lexicon->slot_mask + 1;
	Word	   *words;
	uint64_t	(*keys)[LEXICON_KEY_BYTES / 8];
	uint32_t   *table;

	/* A slot has 16 bits for the entry; the table must not fill up. */
	if (cues > 4096 || room > UINT16_MAX || room * 10 > slots * 9)
		return NQ_BAD_CUE;
	words = nq_arena_alloc(&settings->arena, room * sizeof(*words));
	keys = nq_arena_alloc(&settings->arena, room * sizeof(*keys));
	table = nq_arena_alloc(&settings->arena, slots * sizeof(*table));
	if (words == NULL || keys == NULL || table == NULL)
		return NQ_NO_MEMORY;
	memcpy(words, lexicon->words, lexicon->word_count * sizeof(*words));
	memcpy(keys, lexicon->keys, lexicon->word_count * sizeof(*keys));
	memcpy(table, lexicon->slots, slots * sizeof(*table));
	settings->extended = *lexicon;
	settings->extended.words = words;
	settings->extended.keys = (const uint64_t (*)[LEXICON_KEY_BYTES / 8]) keys;
	settings->extended.slots = table;
	return NQ_OK;
}

/* Adds classes to a word's entry, which is made when there is none. */
static void
enter(Lexicon *lexicon, const char *text, uint32_t length, uint64_t classes, uint16_t cue)
{
	/* The arrays are nq_copy_lexicon's own. */
	Word	   *words = (Word *) lexicon->words;
	uint64_t	(*keys)[LEXICON_KEY_BYTES / 8] = (uint64_t (*)[LEXICON_KEY_BYTES / 8]) lexicon->keys;
	uint32_t   *slots = (uint32_t *) lexicon->slots;
	uint32_t	word = nq_lookup(lexicon, text, length, text + length);
	FoldedKey	key;
	uint32_t	slot;

	if (word == 0)
	{
		memset(&key, 0, sizeof(key));
		nq_fold(text, length, text + length, &key);
		word = lexicon->word_count++;
		memset(&words[word], 0, sizeof(Word));
		memcpy(keys[word], key.piece, sizeof(key.piece));
		for (slot = key.hash & lexicon->slot_mask; slots[slot] != 0;)
			slot = (slot + 1) & lexicon->slot_mask;
		slots[slot] = (key.hash & 0xffff0000) | word;
	}
	words[word].classes |= classes;
	words[word].cue |= cue;
}

/* Letters, inner hyphens and apostrophes, and single blanks between words. */
static bool
is_base_form(NqSlice cue)
{
	const unsigned char *p = (const unsigned char *) cue.data;
	const unsigned char *end = p + cue.length;
	bool		letter = false;

	if (cue.length == 0 || cue.length > MAX_BASE_BYTES)
		return false;
	while (p < end)
	{
		Character	c = nq_decode(p, end);
		bool		is_letter = (c.code >= 'a' && c.code <= 'z') || (c.code >= 'A' && c.code <= 'Z') ||
			(c.code >= 0x80 && c.code != 0xfffd && nq_is_letter(c.code));

		p += c.bytes;
		if (!is_letter && (!letter || p == end || (c.code != '-' && c.code != '\'' && c.code != ' ')))
			return false;
		letter = is_letter;
	}
	return true;
}

static bool
is_vowel(char c)
{
	return strchr("aeiouAEIOU", c) != NULL && c != '\0';
}

typedef struct Base
{
	Lexicon    *lexicon;
	const char *verb;			/* the verb itself */
	uint32_t	verb_length;
	const char *rest;			/* " back" of "fire back" */
	uint32_t	rest_length;
	uint64_t	extra;
} Base;

/* Enters the base less some last letters, and an ending. */
static void
enter_form(const Base *base, uint32_t less, const char *ending, uint64_t classes)
{
	char		form[LEXICON_KEY_BYTES * 2];
	uint32_t	length = base->verb_length - less;
	uint32_t	added = (uint32_t) strlen(ending);

	memcpy(form, base->verb, length);
	memcpy(form + length, ending, added);
	length += added;
	if (base->rest_length > 0)
	{
		enter(base->lexicon, form, length, WC_STARTS | base->extra, 0);
		memcpy(form + length, base->rest, base->rest_length);
		length += base->rest_length;
	}
	if (length <= LEXICON_KEY_BYTES)
		enter(base->lexicon, form, length, classes | VERB_FORM, OWN_CUE);
}

static void
enter_regular_forms(const Base *base)
{
	uint32_t	n = base->verb_length;
	char		last = base->verb[n - 1];
	char		before = n > 1 ? base->verb[n - 2] : 'x';
	uint64_t	past = WC_FINITE | WC_PARTICIPLE;

	enter_form(base, 0, "", WC_BASE);
	if (last == 'e')
	{
		enter_form(base, 0, "s", WC_FINITE);
		enter_form(base, 0, "d", past);
		enter_form(base, 1, "ing", WC_GERUND);
	}
	else if (last == 'y' && !is_vowel(before))
	{
		enter_form(base, 1, "ies", WC_FINITE);
		enter_form(base, 1, "ied", past);
		enter_form(base, 0, "ing", WC_GERUND);
	}
	else
	{
		bool		hisses = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));

		enter_form(base, 0, hisses ? "es" : "s", WC_FINITE);
		enter_form(base, 0, "ed", past);
		enter_form(base, 0, "ing", WC_GERUND);
		if (n > 2 && is_vowel(before) && !is_vowel(base->verb[n - 3]) && !is_vowel(last) &&
			last != 'w' && last != 'x' && last != 'y')
		{
			char		doubled[6] = {last, 'e', 'd', '\0'};

			enter_form(base, 0, doubled, past);
			memcpy(doubled + 1, "ing", 4);
			enter_form(base, 0, doubled, WC_GERUND);
		}
	}
}

/* Every form of a verb that the language knows. */
static void
mark_known_forms(Lexicon *lexicon, uint16_t lemma)
{
	Word	   *words = (Word *) lexicon->words;

	for (uint32_t i = 1; i < lexicon->word_count; i++)
		if (words[i].lemma == lemma && (words[i].classes & WC_VERB) != 0)
		{
			words[i].classes |= WC_CUE;
			words[i].cue |= OWN_CUE;
		}
}

NqStatus
nq_add_cue(NqSettings *settings, NqSlice cue)
{
	Lexicon    *lexicon = &settings->extended;
	const char *blank = cue.data == NULL ? NULL : memchr(cue.data, ' ', cue.length);
	Base		base = {.lexicon = lexicon, .verb = cue.data, .verb_length = cue.length};
	uint32_t	known;

	if (cue.data == NULL || !is_base_form(cue))
		return NQ_BAD_CUE;
	if (blank != NULL)
	{
		base.verb_length = (uint32_t) (blank - cue.data);
		base.rest = blank;
		base.rest_length = cue.length - base.verb_length;
	}
	known = nq_lookup(lexicon, base.verb, base.verb_length, base.verb + base.verb_length);
	if (base.rest_length == 0 && known != 0 && lexicon->words[known].lemma != 0 &&
		(lexicon->words[known].classes & WC_BASE) != 0)
	{
		mark_known_forms(lexicon, lexicon->words[known].lemma);
		return NQ_OK;
	}
	enter_regular_forms(&base);
	return NQ_OK;
}
