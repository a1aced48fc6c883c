/*
 * inflection.c
 *	  The caller's own reporting verbs: base forms to entries of the lexicon.
 *
 * A verb that the language's lexicon knows (its irregular forms included)
 * becomes a reporting verb in all its forms.  For one that it does not know, the regular
 * forms are made by the rules of the language's inflection.txt.  Where two spellings are
 * possible (quipped, edited), both are entered.
 */
#include "core/base/assert.h"
#include "core/settings.h"

#include "core/base/characters.h"

#include <string.h>

/* A base form may have so many bytes; the longest ending has four. */
#define MAX_BASE_BYTES (LEXICON_KEY_BYTES - 6)

/* A caller's cue is as good as "say". */
#define OWN_CUE (CUE_STRONG | CUE_DIRECT | CUE_THAT)

#define VERB_FORM (WC_VERB | WC_CUE)

/* A copy in the arena, with room for more. */
static void *
copy_array(Arena *arena, const void *array, size_t bytes, size_t room_bytes)
{
	void	   *copy = nq_arena_alloc(arena, room_bytes);

	if (copy != NULL && bytes > 0)
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
	Lexicon    *own = &settings->extended;

	/* The numbers of words and of sets have 16 bits. */
	NQ_ASSERT(words <= UINT16_MAX && classes <= UINT16_MAX);
	if (words > UINT16_MAX || classes > UINT16_MAX)
		return NQ_LIMIT;
	while (slots < forms * 2)
		slots *= 2;
	*own = *lexicon;
	own->words = copy_array(arena, lexicon->words, lexicon->word_count * sizeof(Word), words * sizeof(Word));
	own->classes = copy_array(arena, lexicon->classes, (size_t) lexicon->set_count * 2 * sizeof(uint64_t), classes * sizeof(uint64_t));
	own->functions = copy_array(arena, lexicon->functions, (size_t) lexicon->set_count * sizeof(uint64_t), classes / 2 * sizeof(uint64_t));
	own->own_slots = copy_array(arena, NULL, 0, slots * sizeof(LexiconSlot));
	if (own->words == NULL || own->classes == NULL || own->functions == NULL || own->own_slots == NULL)
		return NQ_NO_MEMORY;
	memset((LexiconSlot *) own->own_slots, 0, slots * sizeof(LexiconSlot));
	own->own_mask = (uint32_t) slots - 1;
	return NQ_OK;
}

/* The set of exactly these classes, and of what a word does; it is made when there is none. */
static uint16_t
set_of_classes(Lexicon *lexicon, uint64_t bits, uint64_t functions)
{
	uint64_t   *classes = (uint64_t *) lexicon->classes;
	size_t		set = 0;

	while (set < lexicon->set_count && (classes[set * 2 + 1] != bits || lexicon->functions[set] != functions))
		set++;
	if (set == lexicon->set_count)
	{
		classes[set * 2] = bits & ~WC_OF_NAMES;
		classes[set * 2 + 1] = bits;
		((uint64_t *) lexicon->functions)[set] = functions;
		lexicon->set_count++;
	}
	return (uint16_t) (set * 2);
}

/* Writes a slot of our own for a key, or writes it anew. */
static void
put_slot(Lexicon *lexicon, uint32_t check, uint32_t word, uint16_t set)
{
	LexiconSlot *slots = (LexiconSlot *) lexicon->own_slots;
	uint32_t	at = check & lexicon->own_mask;

	while (slots[at].word != 0 && slots[at].word != word)
		at = (at + 1) & lexicon->own_mask;
	slots[at] = (LexiconSlot) {check, (uint16_t) word, set};
}

/* Adds classes to a word's entry, which is made when there is none; its number. */
static uint32_t
enter(Lexicon *lexicon, const char *text, uint32_t length, uint64_t classes, uint32_t cue)
{
	/* The arrays are nq_extend_lexicon's own. */
	Word	   *words = (Word *) lexicon->words;
	uint64_t	hash = nq_hash(text, length, text + length);
	uint32_t	word = nq_find_slot(lexicon, hash)->word;

	if (word == 0)
	{
		word = lexicon->word_count++;
		memset(&words[word], 0, sizeof(Word));
	}
	words[word].class_set = set_of_classes(lexicon, classes_of(lexicon, word) | classes, functions_of(lexicon, word));
	words[word].cue |= cue;
	put_slot(lexicon, nq_check_of_hash(hash), word, words[word].class_set);
	return word;
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

typedef struct Base
{
	Lexicon    *lexicon;
	const Inflection *inflection;
	const char *verb;			/* the verb itself */
	uint32_t	verb_length;
	const char *rest;			/* " back" of "fire back" */
	uint32_t	rest_length;
} Base;

/* Whether the base's letter is one of the class that a capital names, or is the letter itself. */
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

/* Enters a form of the verb, with what stands after it. */
static void
enter_form(const Base *base, const char *verb, uint32_t length, uint64_t classes)
{
	char		form[LEXICON_KEY_BYTES * 2];

	if (length + base->rest_length > LEXICON_KEY_BYTES)
		return;
	memcpy(form, verb, length);
	if (base->rest_length > 0)
	{
		enter(base->lexicon, form, length, WC_STARTS, 0);
		memcpy(form + length, base->rest, base->rest_length);
		length += base->rest_length;
	}
	enter(base->lexicon, form, length, classes | VERB_FORM, OWN_CUE);
}

/* The form that a rule makes of the base. */
static void
enter_by_rule(const Base *base, const InflectionRule *rule)
{
	char		form[LEXICON_KEY_BYTES * 2];
	uint32_t	length = base->verb_length - (uint32_t) strlen(rule->ending) + rule->kept;

	memcpy(form, base->verb, length);
	for (const char *p = rule->instead; *p != '\0' && length < sizeof(form); p++, length++)
		form[length] = (char) (*p == '=' ? form[length - 1] : *p);
	enter_form(base, form, length, base->inflection->form_classes[rule->form]);
}

static void
enter_regular_forms(const Base *base)
{
	const Inflection *inflection = base->inflection;
	uint64_t	made[2] = {0, 0};	/* the forms that are made, and other spellings of them */

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

/* Every form of a verb that the language knows. */
static void
mark_known_forms(Lexicon *lexicon, uint16_t lemma)
{
	Word	   *words = (Word *) lexicon->words;

	for (uint32_t i = 0; i < LEXICON_SLOTS; i++)
	{
		const LexiconSlot *slot = &lexicon->slots[i];
		Word	   *word = &words[slot->word];

		if (slot->word == 0 || word->lemma != lemma || (classes_of(lexicon, slot->word) & WC_VERB) == 0)
			continue;
		word->class_set = set_of_classes(lexicon, classes_of(lexicon, slot->word) | WC_CUE, functions_of(lexicon, slot->word));
		word->cue |= OWN_CUE;
		put_slot(lexicon, slot->check, slot->word, word->class_set);
	}
}

NqStatus
nq_add_cue(NqSettings *settings, NqSlice cue)
{
	Lexicon    *lexicon = &settings->extended;
	const char *blank = cue.data == NULL ? NULL : memchr(cue.data, ' ', cue.length);
	Base		base = {.lexicon = lexicon, .inflection = settings->language->inflection, .verb = cue.data, .verb_length = cue.length};
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
		mark_known_forms(lexicon, lexicon->words[known].lemma);
		return NQ_OK;
	}
	enter_regular_forms(&base);
	return NQ_OK;
}
