/*
 * name_key.c
 *	  One key for the variants of a printed name.
 *
 * Takes a name, gives its key: lower-case words separated by blanks.  The rules, in the order in which they are
 * applied:
 *
 *	- Letters lose case and accents (José, JOSE; Łódź, Lodz); æ, œ, ß and þ become ae, oe, ss and th.  Latin, Greek
 *	  and Cyrillic letters are known.
 *	- Apostrophes are dropped (O’Brien, O'Brien, OBrien), including a final ’s; hyphens and all other punctuation
 *	  become blanks (Jean-Pierre, Jean Pierre).
 *	- Words in brackets or double marks are dropped, if other words remain: Robert “Bobby” Scott, Acme (UK).
 *	- "and" becomes "&".
 *	- A party and constituency after a comma are dropped: D-Mich.
 *	- Suffixes of a forename and surname (MP, PhD) and of a company (Inc., Corp., Co., Ltd.) are dropped; those that
 *	  distinguish father and son (Jr., III) are moved to the end.
 *	- "Surname, Forename" is turned round.
 *	- A leading "The" is dropped, and so are titles (Mrs., Sen., President) together with the words that qualify
 *	  them (Vermont Sen., former President).  Titles that are forenames too are kept (Dean, Earl; M., which may be
 *	  an initial), and so are titles before "of" and the like and, except for honorifics, titles in names of
 *	  organisations (General Motors).
 *	- A single initial after a forename is dropped (John F. Kennedy); other initials are joined (George H. W. Bush,
 *	  J. K. Rowling, J.K. Rowling, U.S. Senate).
 *	- A short form before a surname, both in ASCII letters, becomes the likeliest full forename in the list of
 *	  nicknames: Bill and William Clinton.
 *
 * Particles are kept in place: Ursula von der Leyen, al-Assad.
 *
 * Limits.  A key identifies a printed name, not a person.  Two people with the same name have the same key, and so
 * have two who differ only in an initial, or whose short form can stand for several names (Pat).  A surname alone,
 * another spelling (Mueller, Müller; Mohammed, Muhammad), an optional suffix (Jr.), a second forename in full or an
 * acronym gives a different key.  The input must be a name: of a description ("a senior official"), the words are
 * only folded.  HTML entities are not decoded.  The word lists are English, except for honorifics and titles of
 * offices that only another language has: Doña, Frau, Mme, Bundeskanzlerin.
 *
 * Linear in the name, which is short; nothing is allocated.
 */
#include "core/base/search.h"
#include "core/nq.h"
#include "core/printed_name.h"
#include "core/settings.h"

#include <string.h>

/* The most words up to and including a title that are examined for belonging to it: "New South Wales Sen." */
#define MAX_BEFORE_TITLE 4

/* ---- names ---- */

/* The classes of a run of hyphenated words: as printed, without its full stop, or folded. */
static uint64_t
classes_of_run(const Name *name, uint32_t first, uint32_t last)
{
	const NameWord *a = &name->words[first];
	const NameWord *b = &name->words[last - 1];
	const char *limit = name->text + name->length;
	uint64_t	classes = nq_classes_of_text(name->text + a->start, b->end - a->start, limit);

	if (classes == 0 && name->text[b->end - 1] == '.')
		classes = nq_classes_of_text(name->text + a->start, b->end - 1 - a->start, limit);
	if (classes == 0 && last - first == 1)
		classes = nq_classes_of_text(name->folded + a->key, a->key_end - a->key, name->folded + name->folded_length);
	return classes;
}

static void
drop_bracketed(Name *name)
{
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < name->last; i++)
		if (!name->words[i].bracketed)
			kept++;
	if (kept == 0)
		return;
	kept = 0;
	for (uint32_t i = 0; i < name->last; i++)
		if (!name->words[i].bracketed)
			name->words[kept++] = name->words[i];
	name->last = kept;
}

static void
drop_possessive(NameWord *word)
{
	if (word->possessive)
	{
		word->key_end--;
		word->end = word->stem_end;
		word->possessive = false;
	}
}

/* Drops a party and constituency at the end: "Mary Holt, D-Mich." */
static void
drop_party(Name *name)
{
	const NameWord *party;

	if (name->last < 3)
		return;
	party = &name->words[name->last - 2];
	if (!party[-1].comma || !party->hyphen || party->key_end - party->key != 1 ||
		(classes_of_run(name, name->last - 1, name->last) & WC_PLACE) == 0)
		return;
	name->last -= 2;
	name->words[name->last - 1].comma = false;
}

/* Drops suffixes.  A personal suffix needs a forename and a surname before it: not Charles III. */
static void
drop_suffixes(Name *name)
{
	for (;; name->last--)
	{
		const NameWord *word = &name->words[name->last - 1];

		drop_possessive(&name->words[name->last - 1]);
		if (name->last < 2)
			return;
		if (nq_word_does(name, word, FN_COMPANY))
			name->company = true;
		else if (name->last > 2 && (classes_of_run(name, name->last - 1, name->last) & WC_SUFFIX) != 0)
		{
			name->suffix = name->last - 1;
			if (nq_printed_word_does(name, word, FN_GENERATION))
				name->generation = *word;
		}
		else if (!(name->company && nq_word_is(name, word, "&")))
			return;
	}
}

/* Is the word one that occurs in descriptions, not in names? */
static bool
is_function_word(const Name *name, uint32_t i)
{
	uint64_t	classes = classes_of_run(name, i, i + 1);

	return (classes & (WC_PREP | WC_COORD | WC_DET | WC_POSSESSIVE | WC_PRONOUN | WC_RELATIVE | WC_SUBORD)) != 0 &&
		(classes & (WC_PARTICLE | WC_FORENAME | WC_NAMEWORD)) == 0;
}

static void
reverse(NameWord *words, uint32_t count)
{
	for (uint32_t i = 0; i < count / 2; i++)
	{
		NameWord	other = words[count - 1 - i];

		words[count - 1 - i] = words[i];
		words[i] = other;
	}
}

/* Turns "Surname, Forename" round. */
static void
turn_round(Name *name)
{
	uint32_t	comma = 0;
	uint32_t	forenames;

	for (uint32_t i = 0; i + 1 < name->last; i++)
	{
		if (name->words[i].comma && comma > 0)
			return;
		if (name->words[i].comma)
			comma = i + 1;
	}
	if (comma == 0 || name->company || name->joint || is_function_word(name, comma) ||
		(name->words[0].capital && !name->words[comma].capital))
		return;
	/* These two words get new neighbours. */
	name->words[comma - 1].hyphen = name->words[name->last - 1].hyphen = false;
	forenames = name->last - comma;
	reverse(name->words, name->last);
	reverse(name->words, forenames);
	reverse(name->words + forenames, comma);
}

/* The classes of all remaining words as one entry of the lexicon. */
static uint64_t
classes_of_all(const Name *name)
{
	char		text[LEXICON_KEY_BYTES];
	uint32_t	length = 0;

	for (uint32_t i = name->first; i < name->last; i++)
	{
		const NameWord *word = &name->words[i];
		uint32_t	bytes = word->key_end - word->key;

		if (length + bytes + 1 > sizeof(text))
			return 0;
		memcpy(text + length, name->folded + word->key, bytes);
		length += bytes;
		text[length++] = ' ';
	}
	return nq_classes_of_text(text, length - 1, text + sizeof(text));
}

static bool
is_organisation(const Name *name)
{
	return name->company || (classes_of_all(name) & (WC_ORG | WC_OUTLET)) != 0 ||
		(classes_of_run(name, name->last - 1, name->last) & (WC_ORGWORD | WC_OUTLET | WC_SITEWORD | WC_EVENTWORD)) != 0;
}

/*
 * "Doña", "Frau", "Mme": the classes of a word that the default language does not have and another language has
 * as an honorific or the title of an office; otherwise 0.
 */
static uint64_t
classes_abroad(const Name *name, uint32_t first, uint32_t last)
{
	const char *text = name->text + name->words[first].start;
	uint32_t	length = name->words[last - 1].end - name->words[first].start;
	const NqLanguage *language;

	for (uint32_t i = 1; (language = nq_language_at(i)) != NULL; i++)
	{
		uint64_t	classes = classes_of(language->lexicon, nq_lookup(language->lexicon, text, length, name->text + name->length));

		if ((classes & WC_TITLE) != 0 && (classes & (WC_HONORIFIC | WC_OFFICE)) != 0 && (classes & (WC_FORENAME | WC_NAMEWORD)) == 0)
			return classes;
	}
	return 0;
}

/* The number of words of a title at the beginning; 0 if there is none. */
static uint32_t
title_words(const Name *name, bool organisation)
{
	const NameWord *title = &name->words[name->first];
	uint32_t	next = name->first + 1;
	uint64_t	classes;
	bool		before_name;

	while (next < name->last && name->words[next - 1].hyphen)
		next++;
	if (next == name->last || title->initials || nq_word_is(name, &name->words[next], "&") || is_function_word(name, next))
		return 0;
	classes = classes_of_run(name, name->first, next);
	if (classes == 0)
		classes = classes_abroad(name, name->first, next);
	if ((classes & WC_TITLE) == 0 || (classes & (WC_FORENAME | WC_NAMEWORD)) != 0)
		return 0;
	before_name = !organisation &&
		(name->words[next].capital || (classes_of_run(name, next, next + 1) & WC_PARTICLE) != 0);
	return before_name || title->dotted || (classes & WC_HONORIFIC) != 0 ? next - name->first : 0;
}

/* The number of words that qualify the title after them: "Vermont Sen.", "former President". */
static uint32_t
words_before_title(Name *name, bool organisation)
{
	uint32_t	first = name->first;
	uint32_t	longest = name->last - first < MAX_BEFORE_TITLE ? name->last - first : MAX_BEFORE_TITLE;

	for (uint32_t words = 1; words < longest; words++)
	{
		bool		titled;

		if ((classes_of_run(name, first, first + words) & (WC_ROLEADJ | WC_DEMONYM | WC_PLACE | WC_COUNTRY)) == 0)
			continue;
		name->first = first + words;
		titled = title_words(name, organisation) > 0;
		name->first = first;
		if (titled)
			return words;
	}
	return 0;
}

static void
drop_leading(Name *name)
{
	bool		organisation = is_organisation(name);
	uint32_t	words;

	if (name->last > 1 && nq_word_does(name, &name->words[0], FN_DEFINITE))
		name->first++;
	name->first += words_before_title(name, organisation);
	while ((words = title_words(name, organisation)) > 0)
		name->first += words;
	/* A single word with a suffix is not a forename: King Charles III. */
	if (name->last - name->first == 1 && name->suffix == name->last)
	{
		name->last++;
		name->generation.key_end = name->generation.key;
	}
}

/* Can a word be a forename, so that the initials after it are redundant? */
static bool
is_forename(const Name *name, uint32_t i)
{
	return !name->words[i].initials && (i == name->first || (classes_of_run(name, i, i + 1) & WC_PARTICLE) == 0);
}

/* The full form of a short forename; NULL if it is not one, or if the name is not a forename and a surname. */
static const char *
full_form(const Name *name, uint32_t i)
{
	const Lexicon *lexicon = nq_default_language()->lexicon;
	const NameWord *word = &name->words[i];
	uint32_t	check;
	uint32_t	at;

	if (i != name->first || name->last - i < 2 || word->hyphen || word->initials || name->company || !nq_is_plain_name(name))
		return NULL;
	check = nq_check_of_hash(nq_hash(name->folded + word->key, (uint32_t) (word->key_end - word->key), name->folded + name->folded_length));
	at = FIRST_FROM(ShortForm, check, lexicon->short_forms, 0, lexicon->short_form_count, check);
	return at < lexicon->short_form_count && lexicon->short_forms[at].check == check ? lexicon->short_forms[at].full : NULL;
}

/* The number of letters in the initials from a word on. */
static uint32_t
count_initials(const Name *name, uint32_t i)
{
	uint32_t	letters = 0;

	for (; i < name->last && name->words[i].initials; i++)
		letters += (uint32_t) (name->words[i].key_end - name->words[i].key);
	return letters;
}

/* A key that is being written.  Nothing is written beyond its room. */
typedef struct KeyWriter
{
	char	   *key;
	size_t		length;
} KeyWriter;

static void
put_text(KeyWriter *w, const char *text, size_t bytes)
{
	if (bytes > NQ_MAX_KEY - w->length)
		bytes = NQ_MAX_KEY - w->length;
	memcpy(w->key + w->length, text, bytes);
	w->length += bytes;
}

static void
put_word(KeyWriter *w, const Name *name, const NameWord *word, bool apart)
{
	if (w->length > 0 && apart)
		put_text(w, " ", 1);
	put_text(w, name->folded + word->key, (size_t) (word->key_end - word->key));
}

static size_t
write_key(const Name *name, char *key)
{
	KeyWriter	w = {key, 0};
	bool		forename = false;
	bool		initials = false;

	for (uint32_t i = name->first; i < name->last; i++)
	{
		const NameWord *word = &name->words[i];
		const char *full = full_form(name, i);

		if (word->initials && !initials && forename && i + 1 < name->last && count_initials(name, i) == 1)
			continue;
		if (full != NULL)
			put_text(&w, full, strlen(full));
		else
			put_word(&w, name, word, !(initials && word->initials));
		initials = word->initials;
		forename = !nq_word_is(name, word, "&") && (forename || is_forename(name, i));
	}
	if (name->generation.key < name->generation.key_end)
		put_word(&w, name, &name->generation, true);
	return w.length;
}

size_t
nq_speaker_key(const char *text, size_t length, char key[NQ_MAX_KEY])
{
	Name		name;

	name.text = text;
	name.length = (uint32_t) length;
	name.folded_length = 0;
	name.first = name.last = 0;
	name.company = name.joint = name.in_word = false;
	name.bracket = name.suffix = NO_WORD;
	name.generation.key = name.generation.key_end = 0;
	nq_read_printed_name(&name);
	if (name.last == 0)
	{
		memcpy(key, text, length);
		return length;
	}
	drop_bracketed(&name);
	drop_party(&name);
	drop_suffixes(&name);
	turn_round(&name);
	drop_suffixes(&name);
	drop_leading(&name);
	return write_key(&name, key);
}
