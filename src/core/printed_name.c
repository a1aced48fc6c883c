/*
 * printed_name.c
 *	  A printed name, split into words with folded letters: see printed_name.h.
 *
 * Letters lose case and accents.  Apostrophes are part of words, and so is a full stop of an abbreviation or of
 * initials.  Brackets are recorded with the words; everything else separates words.
 *
 * Linear in the name; nothing is allocated.
 */
#include "core/printed_name.h"

#include "core/base/characters.h"
#include "core/base/letters.h"
#include "core/lexical/lexicon.h"
#include "core/settings.h"

#include <string.h>

/* ---- letters ---- */

/* Accented lower-case letters of Greek and Cyrillic, and their plain letters. */
static const uint16_t accented[][2] = {
	{0x390, 0x3b9}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5}, {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3b0, 0x3c5},
	{0x3c2, 0x3c3}, {0x3ca, 0x3b9}, {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5}, {0x3ce, 0x3c9},
	{0x439, 0x438}, {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433}, {0x457, 0x456}, {0x45c, 0x43a},
	{0x45d, 0x438}, {0x45e, 0x443}
};

/* Folds Greek and Cyrillic capitals to lower case. */
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

/* Appends folded letters, never more bytes than the letter itself has, so that there is room. */
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

/* The character at a position; full-width forms as the ASCII characters. */
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
	/* The katakana middle dot separates the words of a name in Japanese text. */
	return nq_is_letter(c) && c != 0x30fb;
}

/* Combining accents, soft hyphens, joiners and direction marks. */
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

bool
nq_word_is(const Name *name, const NameWord *word, const char *key)
{
	uint32_t	length = (uint32_t) strlen(key);

	return (uint32_t) (word->key_end - word->key) == length && memcmp(name->folded + word->key, key, length) == 0;
}

/* A name can be of any language; its words are looked up in the default one. */
static uint32_t
look_up(const char *text, uint32_t length, const char *limit)
{
	return nq_lookup(nq_default_language()->lexicon, text, length, limit);
}

uint64_t
nq_classes_of_text(const char *text, uint32_t length, const char *limit)
{
	return classes_of(nq_default_language()->lexicon, look_up(text, length, limit));
}

static uint64_t
functions_of_text(const char *text, uint32_t length, const char *limit)
{
	return functions_of(nq_default_language()->lexicon, look_up(text, length, limit));
}

bool
nq_word_does(const Name *name, const NameWord *word, uint64_t functions)
{
	return (functions_of_text(name->folded + word->key, (uint32_t) (word->key_end - word->key), name->folded + name->folded_length) & functions) != 0;
}

bool
nq_printed_word_does(const Name *name, const NameWord *word, uint64_t functions)
{
	return (functions_of_text(name->text + word->start, word->end - word->start, name->text + name->length) & functions) != 0;
}

/* The word being read, or NULL. */
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
	if (nq_word_does(name, word, FN_AND))
	{
		name->folded[word->key] = '&';
		word->key_end = word->key + 1;
	}
	name->joint |= nq_word_is(name, word, "&");
}

/* Can the character after an apostrophe be a possessive 's: a single letter? */
static bool
makes_possessive(Character c)
{
	char		letter = (char) c.code;

	return c.code < 0x80 && nq_has_letters(&nq_default_language()->tokens->possessives, &letter, 1);
}

static void
add_letter(Name *name, Character c, uint32_t at)
{
	NameWord   *word;

	if (!name->in_word)
		open_word(name, at);
	word = &name->words[name->last - 1];
	word->capital |= word->start == at && nq_is_capital(c.code);
	word->possessive = !word->possessive && word->apostrophe && name->run == 0 && makes_possessive(c);
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

/* A full stop ends a word if a longer one follows at once (J.Smith); otherwise it is part of it (J., Ph.D.). */
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

/* Ends a word at a separator. */
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

void
nq_read_printed_name(Name *name)
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

bool
nq_is_plain_name(const Name *name)
{
	for (uint32_t i = 0; i < name->length; i++)
		if ((name->text[i] & 0x80) != 0 && nq_is_letter(character_at(name, i).code))
			return false;
	return true;
}
