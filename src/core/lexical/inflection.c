/*
 * inflection.c
 *	  The caller's own reporting verbs: base forms to lexicon entries.
 *
 * A verb that the language's lexicon knows, irregular forms included, becomes a reporting verb in all its
 * forms.  The forms of an unknown verb are made by the rules of the language's inflection.txt.  If two
 * spellings are possible (quipped, edited), both are entered.
 */
#include "core/base/assert.h"
#include "core/settings.h"

#include "core/base/characters.h"

#include <string.h>

/* The longest base form, in bytes; leaves room for the longest ending. */
#define MAX_BASE_BYTES (LEXICON_KEY_BYTES - 6)

/* A caller's cue reports like "say". */
#define OWN_CUE (CUE_STRONG | CUE_DIRECT | CUE_THAT)

#define VERB_FORM (WC_VERB | WC_CUE)

/* Copies an array into the arena, with room for more elements. */
static void *
copy_array(Arena *arena, const void *array, size_t bytes, size_t room_bytes)
{
	void	   *copy = nq_arena_alloc(arena, room_bytes);

	if (copy != NULL)
		memcpy(copy, array, bytes);
	return copy;
}

NqStatus
nq_extend_lexicon(NqSettings *settings, const Lexicon *lexicon, size_t cues)
{
	size_t		entries = 2 * (size_t) settings->language->inflection->entries;
	size_t		forms = cues * (entries > LEXICON_VERB_FORMS ? entries : LEXICON_VERB_FORMS);
	size_t		words = lexicon->word_count + forms;
	size_t		classes = ((size_t) lexicon->set_count + forms) * 2;
	size_t		slots = 16;
	Arena	   *arena = &settings->arena;
	LexiconBuilder *own = &settings->extended;

	/* Numbers of words and of sets are uint16_t. */
	NQ_ASSERT(words <= UINT16_MAX && classes <= UINT16_MAX);
	if (words > UINT16_MAX || classes > UINT16_MAX)
		return NQ_LIMIT;
	while (slots < forms * 2)
		slots *= 2;
	own->words = copy_array(arena, lexicon->words, lexicon->word_count * sizeof(Word), words * sizeof(Word));
	own->classes = copy_array(arena, lexicon->classes, (size_t) lexicon->set_count * 2 * sizeof(uint64_t), classes * sizeof(uint64_t));
	own->functions = copy_array(arena, lexicon->functions, (size_t) lexicon->set_count * sizeof(uint64_t), classes / 2 * sizeof(uint64_t));
	own->own_slots = nq_arena_alloc(arena, slots * sizeof(LexiconSlot));
	if (own->words == NULL || own->classes == NULL || own->functions == NULL || own->own_slots == NULL)
		return NQ_NO_MEMORY;
	memset(own->own_slots, 0, slots * sizeof(LexiconSlot));
	own->lexicon = *lexicon;
	own->lexicon.words = own->words;
	own->lexicon.classes = own->classes;
	own->lexicon.functions = own->functions;
	own->lexicon.own_slots = own->own_slots;
	own->lexicon.own_mask = (uint32_t) slots - 1;
	return NQ_OK;
}

/* Returns the set of exactly these classes and functions; creates it if there is none. */
static uint16_t
set_of_classes(LexiconBuilder *builder, uint64_t bits, uint64_t functions)
{
	Lexicon    *lexicon = &builder->lexicon;
	size_t		set = 0;

	while (set < lexicon->set_count && (builder->classes[set * 2 + 1] != bits || builder->functions[set] != functions))
		set++;
	if (set == lexicon->set_count)
	{
		builder->classes[set * 2] = bits & ~lexicon->of_capitals;
		builder->classes[set * 2 + 1] = bits;
		builder->functions[set] = functions;
		lexicon->set_count++;
	}
	return (uint16_t) (set * 2);
}

/* Writes the slot of a key in the caller's own hash table. */
static void
put_slot(LexiconBuilder *builder, uint32_t check, uint32_t word, uint16_t set)
{
	LexiconSlot *slots = builder->own_slots;
	uint32_t	mask = builder->lexicon.own_mask;
	uint32_t	at = check & mask;

	while (slots[at].word != 0 && slots[at].word != word)
		at = (at + 1) & mask;
	slots[at] = (LexiconSlot) {check, (uint16_t) word, set};
}

/* Adds classes and cue bits to an entry. */
static void
add_to_word(LexiconBuilder *builder, uint32_t word, uint32_t check, uint64_t classes, uint32_t cue)
{
	const Lexicon *lexicon = &builder->lexicon;
	Word	   *entry = &builder->words[word];

	entry->class_set = set_of_classes(builder, classes_of(lexicon, word) | classes, functions_of(lexicon, word));
	entry->cue |= cue;
	put_slot(builder, check, word, entry->class_set);
}

/* Adds classes to the entry of a word; creates the entry if there is none. */
static void
enter(LexiconBuilder *builder, const char *text, uint32_t length, uint64_t classes, uint32_t cue)
{
	uint64_t	hash = nq_hash(text, length, text + length);
	uint32_t	word = nq_find_slot(&builder->lexicon, hash)->word;

	if (word == 0)
	{
		word = builder->lexicon.word_count++;
		memset(&builder->words[word], 0, sizeof(Word));
	}
	add_to_word(builder, word, nq_check_of_hash(hash), classes, cue);
}

/* Is this a verb's base form: letters, inner hyphens and apostrophes, and single blanks between words? */
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

typedef struct Base
{
	LexiconBuilder *builder;
	const Inflection *inflection;
	const char *verb;			/* the verb alone */
	uint32_t	verb_length;
	const char *rest;			/* " back" of "fire back" */
	uint32_t	rest_length;
} Base;

/* Is the letter in the class that a capital letter names, or the wanted letter itself? */
static bool
letter_fits(const Inflection *inflection, char wanted, char letter)
{
	char		lower = (char) (letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);

	for (uint32_t i = 0; i < inflection->letter_class_count; i++)
		if (inflection->letter_classes[i].name == wanted)
			return lower != '\0' && strchr(inflection->letter_classes[i].letters, lower) != NULL;
	return lower == wanted;
}

static bool
ending_fits(const Base *base, const InflectionRule *rule)
{
	uint32_t	length = (uint32_t) strlen(rule->ending);

	if (length > base->verb_length)
		return false;
	for (uint32_t i = 0; i < length; i++)
		if (!letter_fits(base->inflection, rule->ending[i], base->verb[base->verb_length - length + i]))
			return false;
	return true;
}

/* Enters a form of the verb, followed by the rest of the base form. */
static void
enter_form(const Base *base, const char *verb, uint32_t length, uint64_t classes)
{
	char		form[LEXICON_KEY_BYTES * 2];

	if (length + base->rest_length > LEXICON_KEY_BYTES)
		return;
	memcpy(form, verb, length);
	if (base->rest_length > 0)
	{
		enter(base->builder, form, length, WC_STARTS, 0);
		memcpy(form + length, base->rest, base->rest_length);
		length += base->rest_length;
	}
	enter(base->builder, form, length, classes | VERB_FORM, OWN_CUE);
}

/* Enters the form that a rule makes of the base form.  In the rule, "~" is the part of the base that is kept. */
static void
enter_by_rule(const Base *base, const InflectionRule *rule)
{
	char		form[LEXICON_KEY_BYTES * 2];
	uint32_t	kept = base->verb_length - (uint32_t) strlen(rule->ending) + rule->kept;
	const char *prefix_end = strchr(rule->instead, '~');
	uint32_t	prefix = prefix_end == NULL ? 0 : (uint32_t) (prefix_end - rule->instead);
	uint32_t	length = prefix + kept;

	if (length > sizeof(form))
		return;
	memcpy(form, rule->instead, prefix);
	memcpy(form + prefix, base->verb, kept);
	for (const char *p = prefix_end == NULL ? rule->instead : prefix_end + 1; *p != '\0' && length < sizeof(form); p++, length++)
		form[length] = (char) (*p == '=' ? form[length - 1] : *p);
	enter_form(base, form, length, base->inflection->form_classes[rule->form]);
}

static void
enter_regular_forms(const Base *base)
{
	const Inflection *inflection = base->inflection;
	uint64_t	made[2] = {0, 0};	/* bit set of the forms that were made, and of their alternative spellings */

	enter_form(base, base->verb, base->verb_length, WC_BASE);
	for (uint32_t i = 0; i < inflection->rule_count; i++)
	{
		const InflectionRule *rule = &inflection->rules[i];

		if ((made[rule->also] >> rule->form & 1) != 0 || !ending_fits(base, rule))
			continue;
		made[rule->also] |= UINT64_C(1) << rule->form;
		enter_by_rule(base, rule);
	}
}

/* Makes reporting verbs of all forms of a verb of the lexicon. */
static void
mark_known_forms(LexiconBuilder *builder, uint16_t lemma)
{
	const Lexicon *lexicon = &builder->lexicon;

	for (uint32_t i = 0; i < LEXICON_SLOTS; i++)
	{
		const LexiconSlot *slot = &lexicon->slots[i];

		if (slot->word != 0 && lexicon->words[slot->word].lemma == lemma &&
			(classes_of(lexicon, slot->word) & WC_VERB) != 0)
			add_to_word(builder, slot->word, slot->check, WC_CUE, OWN_CUE);
	}
}

NqStatus
nq_add_cue(NqSettings *settings, NqSlice cue)
{
	LexiconBuilder *builder = &settings->extended;
	const Lexicon *lexicon = &builder->lexicon;
	const char *blank = cue.data == NULL ? NULL : memchr(cue.data, ' ', cue.length);
	Base		base = {.builder = builder, .inflection = settings->language->inflection, .verb = cue.data, .verb_length = cue.length};
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
		(classes_of(lexicon, known) & WC_BASE) != 0)
	{
		mark_known_forms(builder, lexicon->words[known].lemma);
		return NQ_OK;
	}
	enter_regular_forms(&base);
	return NQ_OK;
}
