/*
 * name_key.c
 *	  One key for the ways in which a name is printed.
 *
 * Takes a name, gives its key: lower-case words with a blank between.  The
 * rules, in the order in which they are applied:
 *
 *	- Letters lose case and accents (José, JOSE; Łódź, Lodz); æ, œ, ß and þ become
 *	  ae, oe, ss and th.  Latin, Greek and Cyrillic letters are known.
 *	- Apostrophes are dropped (O’Brien, O'Brien, OBrien) and a final ’s with
 *	  them; hyphens and all other punctuation are blanks (Jean-Pierre, Jean Pierre).
 *	- What is in brackets or double marks is dropped, if other words are
 *	  left: Robert “Bobby” Scott, Acme (UK).
 *	- "and" is "&".
 *	- A party and constituency after a comma are dropped: D-Mich.
 *	- Suffixes of a forename and surname (MP, PhD) and of a company
 *	  (Inc., Corp., Co., Ltd.) are dropped; those that tell father from son (Jr., III) come last.
 *	- "Surname, Forename" is turned round.
 *	- A leading "The" is dropped, and so are titles (Mrs., Sen., President), with the place or
 *	  the like before them (Vermont Sen., former President), but not
 *	  those that are forenames too (Dean, Earl; M., which may be an initial), those before "of" and the like,
 *	  and, honorifics apart, those in names of organisations (General Motors).
 *	- One initial after a forename is dropped (John F. Kennedy), other ones are
 *	  written together (George H. W. Bush, J. K. Rowling, J.K. Rowling, U.S. Senate).
 *	- A short form before a surname, both in ASCII letters, is the full forename that it stands for likeliest, by the
 *	  list of nicknames: Bill and William Clinton.
 *
 * Particles stay where they are: Ursula von der Leyen, al-Assad.
 *
 * Limits.  A key knows the print, not the person: two people of one name
 * have one key, as have those whom one initial alone tells apart, or a short form that can stand for several
 * names (Pat); a surname alone, another spelling (Mueller, Müller; Mohammed,
 * Muhammad), a suffix that is printed now and then (Jr.), a second forename in full or an acronym gives
 * another key.  A name is expected: of a description ("a senior
 * official") the words are folded, no more.  HTML entities are not
 * decoded.  The word lists are English ones, but for
 * honorifics and titles of offices that only another language has: Doña, Frau, Mme, Bundeskanzlerin.
 *
 * Linear in the name, which is short; nothing is allocated.
 */
#include "core/base/characters.h"
#include "core/base/letters.h"
#include "core/base/search.h"
#include "core/nq.h"
#include "core/settings.h"

#include <string.h>

typedef struct NameWord
{
	uint16_t	start;			/* in the name, up to end */
	uint16_t	end;			/* a full stop after an abbreviation is in it */
	uint16_t	stem_end;		/* where the last apostrophe is */
	uint16_t	key;			/* in the folded text, up to key_end */
	uint16_t	key_end;
	bool		capital;
	bool		dotted;			/* F., H.W., Ph.D. */
	bool		initials;		/* F., H.W. */
	bool		apostrophe;		/* somewhere in it */
	bool		possessive;		/* ends in 's */
	bool		hyphen;			/* one joins it to the next */
	bool		comma;			/* one follows */
	bool		bracketed;
} NameWord;

typedef struct Name
{
	const char *text;
	uint32_t	length;
	uint32_t	folded_length;
	char		folded[NQ_MAX_NAME];
	NameWord	words[NQ_MAX_NAME];
	uint32_t	first;			/* the words that are left: from here ... */
	uint32_t	last;			/* ... to here, half open */
	bool		company;		/* had a suffix that says so */
	uint32_t	suffix;			/* the first personal suffix that was dropped, or NO_WORD */
	NameWord	generation;		/* Jr., III: one that comes last in the key; without letters when there is none */
	bool		joint;			/* has an "&" */
	/* While words are read: */
	bool		in_word;
	uint32_t	run;			/* letters since the last full stop in the word */
	uint32_t	longest_run;
	uint32_t	bracket;		/* the first word after an open one, or NO_WORD */
} Name;

#define NO_WORD UINT32_MAX

/* The most words before a title that are asked whether they belong to it, with the title's first: "New South Wales Sen." */
#define MAX_BEFORE_TITLE 4

/* ---- letters ---- */

/* Accented letters of Greek and Cyrillic, lower case, and the plain ones. */
static const uint16_t accented[][2] = {
	{0x390, 0x3b9}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5}, {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3b0, 0x3c5},
	{0x3c2, 0x3c3}, {0x3ca, 0x3b9}, {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5}, {0x3ce, 0x3c9},
	{0x439, 0x438}, {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433}, {0x457, 0x456}, {0x45c, 0x43a},
	{0x45d, 0x438}, {0x45e, 0x443}
};

/* Capitals of Greek and Cyrillic to lower case. */
static uint32_t
lower_of(uint32_t c)
{
	switch (c)
	{
		case 0x386:
			return 0x3ac;
		case 0x388:
		case 0x389:
		case 0x38a:
			return c + 0x25;
		case 0x38c:
			return 0x3cc;
		case 0x38e:
		case 0x38f:
			return c + 0x3f;
		default:
			break;
	}
	if ((c >= 0x391 && c <= 0x3ab) || (c >= 0x410 && c <= 0x42f))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40f)
		return c + 0x50;
	if ((c >= 0x460 && c <= 0x481) || (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x4ff))
		return c | 1;
	return c;
}

/* Never more bytes than the letter itself has, so that folded has room. */
static void
append(Name *name, const char *bytes, uint32_t length)
{
	memcpy(name->folded + name->folded_length, bytes, length);
	name->folded_length += length;
}

static void
append_two_bytes(Name *name, uint32_t c)
{
	char		bytes[2];

	c = lower_of(c);
	for (size_t i = 0; i < sizeof(accented) / sizeof(accented[0]); i++)
		if (accented[i][0] == c)
			c = accented[i][1];
	bytes[0] = (char) (0xc0 | c >> 6);
	bytes[1] = (char) (0x80 | (c & 0x3f));
	append(name, bytes, 2);
}

static void
append_folded(Name *name, uint32_t c, const char *printed, uint32_t bytes)
{
	static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
	char		ascii = (char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c);
	const char *plain = nq_plain_letters(c);

	if (c < 0x80)
		append(name, &ascii, 1);
	else if (plain != NULL)
		append(name, plain, (uint32_t) strlen(plain));
	else if (c >= 0x370 && c < 0x500)
		append_two_bytes(name, c);
	else if (c >= 0xfb00 && c <= 0xfb06)
		append(name, ligatures[c - 0xfb00], (uint32_t) strlen(ligatures[c - 0xfb00]));
	else
		append(name, printed, bytes);
}

/* ---- words ---- */

/* Full-width forms as the ASCII characters that they are. */
static Character
character_at(const Name *name, uint32_t at)
{
	const unsigned char *text = (const unsigned char *) name->text;
	Character	c = nq_decode(text + at, text + name->length);

	if (c.code >= 0xff01 && c.code <= 0xff5e)
		c.code -= 0xfee0;
	return c;
}

static bool
is_word_character(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	/* The middle dot parts the words of a name in Japanese print. */
	return nq_is_letter(c) && c != 0x30fb;
}

/* Accents apart from their letters, soft hyphens, joiners and marks of direction. */
static bool
is_ignored(uint32_t c)
{
	return c == 0xad || (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) ||
		(c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xb4 || c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 ||
		c == 0x2bb || c == 0x2bc;
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool
key_is(const Name *name, const NameWord *word, const char *key)
{
	uint32_t	length = (uint32_t) strlen(key);

	return (uint32_t) (word->key_end - word->key) == length && memcmp(name->folded + word->key, key, length) == 0;
}

/* A name may be of any language: what its words are is asked of the default one. */
static uint32_t
look_up(const char *text, uint32_t length, const char *limit)
{
	return nq_lookup(nq_default_language()->lexicon, text, length, limit);
}

static uint64_t
classes_of_text(const char *text, uint32_t length, const char *limit)
{
	return classes_of(nq_default_language()->lexicon, look_up(text, length, limit));
}

static uint64_t
functions_of_text(const char *text, uint32_t length, const char *limit)
{
	return functions_of(nq_default_language()->lexicon, look_up(text, length, limit));
}

/* Whether a word does one of these: FN_ bits. */
static bool
word_does(const Name *name, const NameWord *word, uint64_t functions)
{
	return (functions_of_text(name->folded + word->key, (uint32_t) (word->key_end - word->key), name->folded + name->folded_length) & functions) != 0;
}

/* The same of a word that is listed as printed: capitals tell "V" and "II" from other words. */
static bool
printed_word_does(const Name *name, const NameWord *word, uint64_t functions)
{
	return (functions_of_text(name->text + word->start, word->end - word->start, name->text + name->length) & functions) != 0;
}

/* The word that is being read, or NULL. */
static NameWord *
current_word(Name *name)
{
	return name->in_word ? &name->words[name->last - 1] : NULL;
}

static void
open_word(Name *name, uint32_t at)
{
	NameWord   *word = &name->words[name->last++];

	memset(word, 0, sizeof(*word));
	word->start = (uint16_t) at;
	word->key = (uint16_t) name->folded_length;
	name->in_word = true;
	name->run = name->longest_run = 0;
}

static void
close_word(Name *name)
{
	NameWord   *word = current_word(name);

	if (word == NULL)
		return;
	name->in_word = false;
	word->key_end = (uint16_t) name->folded_length;
	word->initials = name->longest_run == 1 && !word->apostrophe && (word->capital || word->dotted) &&
		name->folded[word->key] >= 'a' && name->folded[word->key] <= 'z';
	if (word_does(name, word, FN_AND))
	{
		name->folded[word->key] = '&';
		word->key_end = word->key + 1;
	}
	name->joint |= key_is(name, word, "&");
}

static void
add_letter(Name *name, Character c, uint32_t at)
{
	NameWord   *word;

	if (!name->in_word)
		open_word(name, at);
	word = &name->words[name->last - 1];
	word->capital |= word->start == at && nq_is_capital(c.code);
	/* The 's of a possessive is a single letter after the apostrophe. */
	word->possessive = !word->possessive && word->apostrophe && name->run == 0 && (c.code | 0x20) == 's';
	append_folded(name, c.code, name->text + at, c.bytes);
	name->run++;
	if (name->run > name->longest_run)
		name->longest_run = name->run;
	word->end = (uint16_t) (at + c.bytes);
}

static void
add_apostrophe(Name *name)
{
	NameWord   *word = current_word(name);

	if (word == NULL)
		return;
	word->apostrophe = true;
	word->possessive = false;
	word->stem_end = word->end;
	name->run = 0;
}

/* A full stop ends a word if a longer one follows at once (J.Smith), else it is part of it (J., Ph.D.). */
static void
add_stop(Name *name, uint32_t at)
{
	NameWord   *word = current_word(name);
	uint32_t	next = at + 1;
	uint32_t	letters = 0;

	if (word == NULL)
		return;
	word->end = (uint16_t) next;
	word->dotted = true;
	name->run = 0;
	while (letters < 2 && next < name->length && is_word_character(character_at(name, next).code))
	{
		next += character_at(name, next).bytes;
		letters++;
	}
	if (letters == 2)
		close_word(name);
}

static void
add_ampersand(Name *name, uint32_t at)
{
	open_word(name, at);
	append(name, "&", 1);
	name->words[name->last - 1].end = (uint16_t) (at + 1);
	close_word(name);
}

static bool
opens_bracket(const Name *name, uint32_t c)
{
	return c == '(' || c == '[' || c == 0x201c || c == 0xab || (c == '"' && name->bracket == NO_WORD);
}

static void
close_bracket(Name *name)
{
	for (uint32_t i = name->bracket; i < name->last; i++)
		name->words[i].bracketed = true;
	name->bracket = NO_WORD;
}

/* What is between words. */
static void
add_separator(Name *name, uint32_t c, uint32_t at)
{
	bool		joined = name->in_word && is_hyphen(c);

	close_word(name);
	if (c == '&')
		add_ampersand(name, at);
	else if (opens_bracket(name, c))
		name->bracket = name->last;
	else if (c == ')' || c == ']' || c == 0x201d || c == 0xbb || c == '"')
		close_bracket(name);
	else if (name->last > 0)
	{
		name->words[name->last - 1].comma |= c == ',';
		name->words[name->last - 1].hyphen |= joined;
	}
}

static void
read_words(Name *name)
{
	Character	c;

	for (uint32_t at = 0; at < name->length; at += c.bytes)
	{
		c = character_at(name, at);
		if (is_ignored(c.code))
			continue;
		if (is_apostrophe(c.code))
			add_apostrophe(name);
		else if (c.code == '.')
			add_stop(name, at);
		else if (is_word_character(c.code))
			add_letter(name, c, at);
		else
			add_separator(name, c.code, at);
	}
	close_word(name);
}

/* ---- names ---- */

/* The classes of a run of words that hyphens join: as printed, without its full stop, or folded. */
static uint64_t
classes_of_run(const Name *name, uint32_t first, uint32_t last)
{
	const NameWord *a = &name->words[first];
	const NameWord *b = &name->words[last - 1];
	const char *limit = name->text + name->length;
	uint64_t	classes = classes_of_text(name->text + a->start, b->end - a->start, limit);

	if (classes == 0 && name->text[b->end - 1] == '.')
		classes = classes_of_text(name->text + a->start, b->end - 1 - a->start, limit);
	if (classes == 0 && last - first == 1)
		classes = classes_of_text(name->folded + a->key, a->key_end - a->key, name->folded + name->folded_length);
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

/* A party and constituency at the end: "Mary Holt, D-Mich." */
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

/* A personal suffix needs a forename and a surname before it: not Charles III. */
static void
drop_suffixes(Name *name)
{
	for (;; name->last--)
	{
		const NameWord *word = &name->words[name->last - 1];

		drop_possessive(&name->words[name->last - 1]);
		if (name->last < 2)
			return;
		if (word_does(name, word, FN_COMPANY))
			name->company = true;
		else if (name->last > 2 && (classes_of_run(name, name->last - 1, name->last) & WC_SUFFIX) != 0)
		{
			name->suffix = name->last - 1;
			if (printed_word_does(name, word, FN_GENERATION))
				name->generation = *word;
		}
		else if (!(name->company && key_is(name, word, "&")))
			return;
	}
}

/* Words that belong to no name but to a description. */
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

/* Surname, Forename. */
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
	/* These two get other neighbours. */
	name->words[comma - 1].hyphen = name->words[name->last - 1].hyphen = false;
	forenames = name->last - comma;
	reverse(name->words, name->last);
	reverse(name->words, forenames);
	reverse(name->words + forenames, comma);
}

/* The words that are left, as an entry of the lexicon. */
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
	return classes_of_text(text, length - 1, text + sizeof(text));
}

static bool
is_organisation(const Name *name)
{
	return name->company || (classes_of_all(name) & (WC_ORG | WC_OUTLET)) != 0 ||
		(classes_of_run(name, name->last - 1, name->last) & (WC_ORGWORD | WC_OUTLET | WC_SITEWORD | WC_EVENTWORD)) != 0;
}

/*
 * "Doña", "Frau", "Mme": the classes of a word that is no word of the default language, where another one has it as an honorific
 * or the title of an office; else none.
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

/* How many words the title that comes first has; 0: none does. */
static uint32_t
title_words(const Name *name, bool organisation)
{
	const NameWord *title = &name->words[name->first];
	uint32_t	next = name->first + 1;
	uint64_t	classes;
	bool		before_name;

	while (next < name->last && name->words[next - 1].hyphen)
		next++;
	if (next == name->last || title->initials || key_is(name, &name->words[next], "&") || is_function_word(name, next))
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

/* How many words say whose or which the title after them is: "Vermont Sen.", "former President". */
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

	if (name->last > 1 && word_does(name, &name->words[0], FN_DEFINITE))
		name->first++;
	name->first += words_before_title(name, organisation);
	while ((words = title_words(name, organisation)) > 0)
		name->first += words;
	/* A title is no forename: King Charles III. */
	if (name->last - name->first == 1 && name->suffix == name->last)
	{
		name->last++;
		name->generation.key_end = name->generation.key;
	}
}

/* A word that can be a forename: the initials after it say nothing more. */
static bool
is_forename(const Name *name, uint32_t i)
{
	return !name->words[i].initials && (i == name->first || (classes_of_run(name, i, i + 1) & WC_PARTICLE) == 0);
}

/* Whether a name is printed in ASCII letters: the short forms that are listed are those of names that are. */
static bool
is_plain(const Name *name)
{
	for (uint32_t i = 0; i < name->length; i++)
		if ((name->text[i] & 0x80) != 0 && nq_is_letter(character_at(name, i).code))
			return false;
	return true;
}

/* The full form of a word that is a short one; NULL when it is none, or the name is no forename and surname. */
static const char *
full_form(const Name *name, uint32_t i)
{
	const Lexicon *lexicon = nq_default_language()->lexicon;
	const NameWord *word = &name->words[i];
	uint32_t	check;
	uint32_t	at;

	if (i != name->first || name->last - i < 2 || word->hyphen || word->initials || name->company || !is_plain(name))
		return NULL;
	check = nq_check_of_hash(nq_hash(name->folded + word->key, (uint32_t) (word->key_end - word->key), name->folded + name->folded_length));
	at = FIRST_FROM(ShortForm, check, lexicon->short_forms, 0, lexicon->short_form_count, check);
	return at < lexicon->short_form_count && lexicon->short_forms[at].check == check ? lexicon->short_forms[at].full : NULL;
}

/* How many letters the initials from a word on have. */
static uint32_t
count_initials(const Name *name, uint32_t i)
{
	uint32_t	letters = 0;

	for (; i < name->last && name->words[i].initials; i++)
		letters += (uint32_t) (name->words[i].key_end - name->words[i].key);
	return letters;
}

/* A key that is being written; nothing is, beyond its room. */
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
		forename = !key_is(name, word, "&") && (forename || is_forename(name, i));
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
	read_words(&name);
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
