/*
 * name_tagger.c
 *	  Tokens to names, as a fitted model sees them: where they begin and end, and what they name.
 *
 * Takes the tokens; gives each a NameTag.  It knows no list of names but the
 * classes that the lexicon gives words, which are features among others, and
 * decides nothing for the stages after it, which may ask it.
 *
 * The model is a linear chain: a tag is worth the weights of the token's features and what it weighs after the tag
 * before it.  The best sequence of tags of a run, and how much worse the
 * best one with another tag in a place is, are found by dynamic programming
 * in both directions (Viterbi).  All of it is in whole numbers, so that it
 * is the same everywhere.
 *
 * Features are hashed, and looked up in a table that keeps the hash: a feature that
 * was not seen in training weighs nothing.  Besides the word, its affixes and
 * its neighbours they tell what the whole article shows of the word, which
 * is worth most: whether it is printed in lower case, after a title or
 * a forename, before a reporting verb, after "in" (Chieu and Ng, 2003, "Named
 * entity recognition with a maximum entropy approach").
 *
 * Only runs are looked at: capitalised words, with what may join them.  Runs, windows and affixes are
 * bounded, and a look-up in the table of words gives up after a few places: linear.
 *
 * train/names.py fits the model; its program calls the functions here for the features.
 */
#include "core/entities/name_tagger.h"

#include "core/settings.h"

#include <string.h>

/* The most tokens without a capital between two capitalised ones of a run. */
#define MAX_BRIDGE 3

/* Tokens before and after the one whose features are asked for. */
#define WINDOW 2

/* A run's token is this far from a capitalised one at the most, or it is the number after one; so far is the window beside it. */
#define FORMS_BESIDE (1 + WINDOW)

_Static_assert((MAX_BRIDGE + 1) / 2 <= FORMS_BESIDE, "tokens between two capitalised ones of a run have a form");

/* All words of this many bytes or more count as equally long. */
#define LONG_WORD 12

/* So many bytes of a word are looked at for its shape. */
#define SHAPE_BYTES 24

/* The longest affix, in bytes. */
#define MAX_AFFIX 4

/* The longest phrase that is looked for in the lexicon, in tokens. */
#define MAX_PHRASE 4

/* So many places of the table of words are tried. */
#define MAX_PROBES 8

/* ---- the classes that features tell ---- */

#define BIT_OF(class) __builtin_ctzll(class)

/*
 * A class's number among the features, which does not change with its place among the lexicon's.  New ones come last.
 */
static const uint8_t feature_of_class[64] = {
	[BIT_OF(WC_TITLE)] = 1, [BIT_OF(WC_HONORIFIC)] = 2, [BIT_OF(WC_ROLE)] = 3, [BIT_OF(WC_ROLEADJ)] = 4, [BIT_OF(WC_OFFICE)] = 5,
	[BIT_OF(WC_FORENAME)] = 6, [BIT_OF(WC_NAMEWORD)] = 7, [BIT_OF(WC_MALE)] = 8, [BIT_OF(WC_FEMALE)] = 9, [BIT_OF(WC_ORGWORD)] = 10,
	[BIT_OF(WC_ORG)] = 11, [BIT_OF(WC_OUTLET)] = 12, [BIT_OF(WC_SITEWORD)] = 13, [BIT_OF(WC_EVENTWORD)] = 14,
	[BIT_OF(WC_PARTICLE)] = 15, [BIT_OF(WC_SUFFIX)] = 16, [BIT_OF(WC_COUNTRY)] = 17, [BIT_OF(WC_PLACE)] = 18,
	[BIT_OF(WC_DEMONYM)] = 19, [BIT_OF(WC_SEAT)] = 20, [BIT_OF(WC_MONTH)] = 21, [BIT_OF(WC_DAY)] = 22, [BIT_OF(WC_BODY)] = 23,
	[BIT_OF(WC_PEOPLE)] = 24, [BIT_OF(WC_PERSON)] = 25, [BIT_OF(WC_VERB)] = 26, [BIT_OF(WC_FINITE)] = 27, [BIT_OF(WC_CUE)] = 28,
	[BIT_OF(WC_PREP)] = 29, [BIT_OF(WC_DET)] = 30, [BIT_OF(WC_NOUN)] = 31, [BIT_OF(WC_ADJ)] = 32, [BIT_OF(WC_TIME)] = 33,
	[BIT_OF(WC_NUM)] = 34, [BIT_OF(WC_KIN)] = 35, [BIT_OF(WC_DOCUMENT)] = 36, [BIT_OF(WC_WORK)] = 37, [BIT_OF(WC_PLATFORM)] = 38,
	[BIT_OF(WC_ADV)] = 39, [BIT_OF(WC_PRONOUN)] = 40, [BIT_OF(WC_POSSESSIVE)] = 41, [BIT_OF(WC_AUX)] = 42
};

void
nq_find_name_classes(const Lexicon *lexicon, uint64_t *classes)
{
	for (uint32_t set = 0; set < lexicon->set_count * 2; set++)
	{
		uint64_t	of_set = 0;

		for (uint64_t known = lexicon->classes[set]; known != 0; known &= known - 1)
			of_set |= UINT64_C(1) << feature_of_class[__builtin_ctzll(known)];
		of_set &= ~UINT64_C(1);
		classes[set] = of_set != 0 ? of_set : 1;
	}
}

/* ---- hashes ---- */

static uint32_t
mix(uint32_t hash)
{
	hash = (hash ^ hash >> 15) * 0x2c1b3c6d;
	hash = (hash ^ hash >> 12) * 0x297a2d39;
	return hash ^ hash >> 15;
}

static uint32_t
mix_two(uint32_t first, uint32_t second)
{
	return mix(first * 31 + mix(second));
}

static uint32_t
mix_wide(uint64_t wide)
{
	return mix((uint32_t) (wide ^ wide >> 32));
}

/* ---- small questions ---- */

static bool
is_capital(const Document *doc, uint32_t i)
{
	return (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0;
}

/* The first of its paragraph, or of its line where lines tell something. */
static bool
opens_paragraph(const Document *doc, uint32_t i)
{
	uint32_t	flags = token_at(doc, i)->flags;

	return i == 0 || (flags & TOKEN_NEWLINE) != 0;
}

static bool
has_before(const Document *doc, uint32_t i)
{
	return i > 0 && !opens_paragraph(doc, i);
}

static bool
has_after(const Document *doc, uint32_t i)
{
	return i + 1 < doc->token_count && !opens_paragraph(doc, i + 1);
}

typedef enum Opening
{
	OPENING_NONE,
	OPENING_PARAGRAPH,
	OPENING_STOP,
	OPENING_MARK,
	OPENING_COLON
} Opening;

/* Why a token would be capitalised whatever it is. */
static Opening
opening_of(const Document *doc, uint32_t i)
{
	if (!has_before(doc, i))
		return OPENING_PARAGRAPH;
	switch (token_at(doc, i - 1)->kind)
	{
		case TOKEN_STOP:
		case TOKEN_ELLIPSIS:
			return OPENING_STOP;
		case TOKEN_MARK:
			return OPENING_MARK;
		case TOKEN_COLON:
		case TOKEN_OTHER:
			return OPENING_COLON;
		default:
			return OPENING_NONE;
	}
}

/* ---- runs ---- */

/* Whether a token may be between two capitalised ones of a run. */
static bool
bridges(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	switch (token->kind)
	{
		case TOKEN_WORD:
			return is_capital(doc, i) || token->length <= 3 || token_has(doc, i, WC_PARTICLE | WC_PREP | WC_COORD | WC_DET);
		case TOKEN_CLITIC:
		case TOKEN_NUMBER:
		case TOKEN_COMMA:
		case TOKEN_DASH:
			return true;
		case TOKEN_OTHER:
			return memchr("&/+'", doc->text[token->start], 4) != NULL;
		default:
			return false;
	}
}

bool
nq_next_name_run(const NameReader *reader, uint32_t *first, uint32_t *last)
{
	const Document *doc = reader->doc;
	uint32_t	i = *last;

	for (; i < doc->token_count && !is_capital(doc, i); i++)
		if (!check_interrupts(reader->doc, i, EVERY_16384))
			return false;
	if (i >= doc->token_count)
		return false;
	*first = i;
	*last = ++i;
	while (i < doc->token_count && i < *first + MAX_NAME_RUN - 1 && i - *last <= MAX_BRIDGE && !opens_paragraph(doc, i) &&
		   bridges(doc, i))
	{
		i++;
		if (is_capital(doc, i - 1))
			*last = i;
	}
	/* "Area 51" */
	if (*last < doc->token_count && has_before(doc, *last) && token_at(doc, *last)->kind == TOKEN_NUMBER)
		(*last)++;
	return true;
}

/* ---- hashes of words ---- */

static uint32_t
hash_of(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	if (token->kind == TOKEN_NUMBER)
		return token->length;	/* a year is like another one */
	return (uint32_t) (nq_hash(doc->text + token->start, token->length, doc->text + doc->length) >> 32);
}

static unsigned char
fold(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (unsigned char) byte | 0x20 : (unsigned char) byte;
}

/* The first byte of a word whatever its case; of all that are not ASCII the same one. */
static unsigned char
first_byte(const Document *doc, uint32_t i)
{
	unsigned char byte = fold(doc->text[token_at(doc, i)->start]);

	return byte < 0x80 ? byte : 0x80;
}

/* A bit for a word's length in bytes. */
static uint64_t
length_bit(const Document *doc, uint32_t i)
{
	return UINT64_C(1) << token_at(doc, i)->length % 64;
}

/* Whether a capitalised word begins with the same byte and is as long: most words need not be hashed. */
static bool
starts_like(const uint64_t *beginnings, const Document *doc, uint32_t i)
{
	return (beginnings[first_byte(doc, i)] & length_bit(doc, i)) != 0;
}

/* ---- what the article shows of a word ---- */

enum Evidence
{
	EVIDENCE_LOWER,				/* it is printed in lower case too */
	EVIDENCE_MIDDLE,			/* capitalised where nothing asks for it */
	EVIDENCE_START,				/* capitalised at the beginning of a sentence */
	EVIDENCE_TITLE,				/* after a title */
	EVIDENCE_FORENAME,			/* after a forename */
	EVIDENCE_ORGWORD,			/* before a word that organisations or places have in their names */
	EVIDENCE_POSSESSIVE,		/* before 's */
	EVIDENCE_CUE,				/* beside a reporting verb */
	EVIDENCE_VERB,				/* before another verb */
	EVIDENCE_IN,				/* after a preposition that places may follow */
	EVIDENCE_THE,				/* after "the" */
	EVIDENCE_WHO,				/* before "who" */
	EVIDENCE_AGE,				/* before ", 52" */
	EVIDENCE_BRACKET,			/* before a bracket */
	EVIDENCE_UPPER,				/* all capitals */
	EVIDENCE_FIRST,				/* first of several capitalised words */
	EVIDENCE_INNER,
	EVIDENCE_LAST,
	EVIDENCE_ALONE
};

#define EVIDENCE(what) (1u << EVIDENCE_##what)

/* Places for words: more different ones than a text of many megabytes has.  Clearing them must not take long. */
#define MAX_WORDS (1 << 20)

/* The evidence of a word; NULL when it has none and is not to be added, or the places for it are taken. */
static uint32_t *
evidence_of(const NameReader *reader, uint32_t hash, bool add)
{
	uint32_t	key = hash | 1;		/* 0 is a free place */

	for (uint32_t probe = 0; probe < MAX_PROBES; probe++)
	{
		uint32_t	place = (hash + probe) & reader->word_mask;

		if (reader->words[place] == 0)
		{
			if (!add)
				return NULL;
			reader->words[place] = key;
		}
		if (reader->words[place] == key)
			return &reader->evidence[place];
	}
	return NULL;
}

static uint32_t
evidence_before(const Document *doc, uint32_t i)
{
	uint32_t	evidence = 0;

	if (!has_before(doc, i))
		return 0;
	if (is_capital(doc, i - 1))
	{
		if (token_has(doc, i - 1, WC_TITLE | WC_HONORIFIC))
			evidence |= EVIDENCE(TITLE);
		if (token_has(doc, i - 1, WC_FORENAME) && !token_has(doc, i - 1, WC_ORGWORD | WC_PLACE))
			evidence |= EVIDENCE(FORENAME);
	}
	else if (token_has(doc, i - 1, WC_CUE))
		evidence |= EVIDENCE(CUE);
	if (token_has(doc, i - 1, WC_PREP) && !token_does(doc, i - 1, FN_GENITIVE | FN_AGENT | FN_GOAL | FN_AS))
		evidence |= EVIDENCE(IN);
	if (token_does(doc, i - 1, FN_DEFINITE))
		evidence |= EVIDENCE(THE);
	return evidence;
}

static uint32_t
evidence_after(const Document *doc, uint32_t i)
{
	bool		comma;
	uint32_t	evidence = 0;

	if (!has_after(doc, i))
		return 0;
	comma = token_at(doc, i + 1)->kind == TOKEN_COMMA && has_after(doc, i + 1);
	if (is_capital(doc, i + 1))
		evidence |= token_has(doc, i + 1, WC_ORGWORD | WC_SITEWORD) ? EVIDENCE(ORGWORD) : 0;
	else if (token_has(doc, i + 1, WC_CUE))
		evidence |= EVIDENCE(CUE);
	else if (token_has(doc, i + 1, WC_FINITE | WC_AUX))
		evidence |= EVIDENCE(VERB);
	if (token_at(doc, i + 1)->kind == TOKEN_CLITIC)
		evidence |= EVIDENCE(POSSESSIVE);
	if (token_at(doc, i + 1)->kind == TOKEN_OPEN)
		evidence |= EVIDENCE(BRACKET);
	if (token_has(doc, i + 1 + comma, WC_RELATIVE) && !token_has(doc, i + 1 + comma, WC_DET | WC_POSSESSIVE))
		evidence |= EVIDENCE(WHO);
	if (comma && token_at(doc, i + 2)->kind == TOKEN_NUMBER && token_at(doc, i + 2)->length == 2)
		evidence |= EVIDENCE(AGE);
	return evidence;
}

/* What one printing of a capitalised word tells. */
static uint32_t
evidence_here(const Document *doc, uint32_t i)
{
	bool		before = has_before(doc, i) && is_capital(doc, i - 1);
	bool		after = has_after(doc, i) && is_capital(doc, i + 1);
	uint32_t	evidence = evidence_before(doc, i) | evidence_after(doc, i);

	evidence |= opening_of(doc, i) == OPENING_NONE ? EVIDENCE(MIDDLE) : EVIDENCE(START);
	if ((token_at(doc, i)->flags & TOKEN_UPPER) != 0)
		evidence |= EVIDENCE(UPPER);
	if (before)
		return evidence | (after ? EVIDENCE(INNER) : EVIDENCE(LAST));
	return evidence | (after ? EVIDENCE(FIRST) : EVIDENCE(ALONE));
}

static bool
make_word_table(NameReader *reader)
{
	size_t		size = 16;

	while (size < 2 * (size_t) reader->capital_count && size < MAX_WORDS)
		size *= 2;
	reader->word_mask = (uint32_t) size - 1;
	reader->words = nq_arena_alloc(reader->doc->arena, size * 2 * sizeof(uint32_t));
	if (reader->words == NULL)
		return fail(reader->doc, NQ_NO_MEMORY);
	memset(reader->words, 0, size * 2 * sizeof(uint32_t));
	reader->evidence = reader->words + size;
	return true;
}

/* Gathers the evidence of all words, then gives each capitalised one that of its word. */
static bool
gather_evidence(NameReader *reader)
{
	Document   *doc = reader->doc;
	uint64_t	beginnings[256] = {0};

	for (uint32_t k = 0; k < reader->capital_count; k++)
	{
		uint32_t	i = reader->capitals[k];
		uint32_t   *evidence = evidence_of(reader, reader->forms[i].hash, true);

		if (evidence != NULL)
			*evidence |= evidence_here(doc, i);
		beginnings[first_byte(doc, i)] |= length_bit(doc, i);
		if (!check_interrupts(doc, k, EVERY_256))
			return false;
	}
	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		if (token_at(doc, i)->kind == TOKEN_WORD && !is_capital(doc, i) && starts_like(beginnings, doc, i))
		{
			uint32_t   *evidence = evidence_of(reader, hash_of(doc, i), false);

			if (evidence != NULL)
				*evidence |= EVIDENCE(LOWER);
		}
		if (!check_interrupts(doc, i, EVERY_4096))
			return false;
	}
	for (uint32_t k = 0; k < reader->capital_count; k++)
	{
		uint32_t	i = reader->capitals[k];
		uint32_t   *evidence = evidence_of(reader, reader->forms[i].hash, false);

		reader->forms[i].evidence = evidence != NULL ? *evidence : 0;
		if (!check_interrupts(doc, k, EVERY_4096))
			return false;
	}
	return true;
}

/* ---- what is known of each token ---- */

/* Bits of a capitalised word's or a number's shape beside its flags. */
#define SHAPE_DIGIT		1
#define SHAPE_FOREIGN	2		/* letters outside ASCII */
#define SHAPE_INNER		4		/* McKay */

static uint32_t
letters_of(const char *text, uint32_t bytes)
{
	uint32_t	letters = 0;

	for (uint32_t k = 0; k < bytes; k++)
	{
		if (text[k] >= 'A' && text[k] <= 'Z' && k > 0 && text[k - 1] >= 'a' && text[k - 1] <= 'z')
			letters |= SHAPE_INNER;
		if (text[k] >= '0' && text[k] <= '9')
			letters |= SHAPE_DIGIT;
		if ((text[k] & 0x80) != 0)
			letters |= SHAPE_FOREIGN;
	}
	return letters;
}

static uint32_t
shape_of(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	shape = token->kind << 8 | (token->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DOTTED | TOKEN_INITIAL));

	if (!is_capital(doc, i))
		return shape;
	return shape | letters_of(doc->text + token->start, token->length < SHAPE_BYTES ? token->length : SHAPE_BYTES);
}

/* The sort of a listed phrase, from 1; 0 for none. */
static uint32_t
sort_of_phrase(uint64_t classes)
{
	if ((classes & (WC_ORG | WC_OUTLET)) != 0)
		return 1;
	if ((classes & WC_COUNTRY) != 0)
		return 2;
	if ((classes & (WC_PLACE | WC_SEAT)) != 0)
		return 3;
	if ((classes & (WC_ROLE | WC_TITLE | WC_OFFICE)) != 0)
		return 4;
	return classes != 0 ? 5 : 0;
}

/* Notes the longest listed phrase that begins with a token, and ends with a capitalised one. */
static void
note_phrase(const NameReader *reader, uint32_t first)
{
	const Document *doc = reader->doc;
	const char *text = doc->text + token_at(doc, first)->start;
	uint32_t	last = first + 1;

	while (last < doc->token_count && last < first + MAX_PHRASE && !opens_paragraph(doc, last))
		last++;
	for (; last > first + 1; last--)
	{
		uint32_t	length = token_end(token_at(doc, last - 1)) - token_at(doc, first)->start;
		uint32_t	sort;

		if (!is_capital(doc, last - 1) || length > LEXICON_KEY_BYTES)
			continue;
		sort = sort_of_phrase(classes_of(doc->lexicon, nq_lookup(doc->lexicon, text, length, doc->text + doc->length)));
		if (sort == 0)
			continue;
		for (uint32_t i = first; i < last; i++)
			if (reader->forms[i].phrase == 0)
				reader->forms[i].phrase = 4 * sort + (i == first ? 1 : i + 1 == last ? 3 : 2);
		return;
	}
}

/* Which tokens are capitalised. */
static bool
find_capitals(NameReader *reader)
{
	Document   *doc = reader->doc;

	for (uint32_t i = 0; i < doc->token_count; i++)
	{
		if (is_capital(doc, i))
			reader->capitals[reader->capital_count++] = i;
		if (!check_interrupts(doc, i, EVERY_256))
			return false;
	}
	return true;
}

/* Hash and shape of the capitalised tokens and of all that are in a run with them or in a window beside it. */
static bool
find_forms(NameReader *reader)
{
	Document   *doc = reader->doc;
	uint32_t	i = 0;

	for (uint32_t k = 0; k < reader->capital_count; k++)
	{
		uint32_t	capital = reader->capitals[k];

		if (i + FORMS_BESIDE < capital)
			i = capital - FORMS_BESIDE;
		for (; i <= capital + FORMS_BESIDE && i < doc->token_count; i++)
			reader->forms[i] = (WordForm) {.hash = hash_of(doc, i), .shape = shape_of(doc, i)};
		if (!check_interrupts(doc, k, EVERY_1024))
			return false;
	}
	return true;
}

static bool
note_phrases(NameReader *reader)
{
	for (uint32_t k = 0; k < reader->capital_count; k++)
	{
		note_phrase(reader, reader->capitals[k]);
		if (!check_interrupts(reader->doc, k, EVERY_256))
			return false;
	}
	return true;
}

bool
nq_open_name_reader(Document *doc, NameReader *reader)
{
	memset(reader, 0, sizeof(*reader));
	reader->doc = doc;
	reader->forms = nq_arena_alloc(doc->arena, (doc->token_count + 1) * sizeof(WordForm));
	reader->capitals = nq_arena_alloc(doc->arena, (doc->token_count + 1) * sizeof(uint32_t));
	if (reader->forms == NULL || reader->capitals == NULL)
		return fail(doc, NQ_NO_MEMORY);
	return find_capitals(reader) && find_forms(reader) && note_phrases(reader) && make_word_table(reader) && gather_evidence(reader);
}

void
nq_close_name_reader(NameReader *reader)
{
	nq_arena_drop(reader->doc->arena, reader->words);
	nq_arena_drop(reader->doc->arena, reader->capitals);
	nq_arena_drop(reader->doc->arena, reader->forms);
}

/* ---- features ---- */

typedef enum Template
{
	OF_ALL,
	WORD,						/* + 1 + distance */
	SHAPE = WORD + 3,
	SHAPE_BEFORE,
	SHAPE_AFTER,
	SHAPES_TO,
	SHAPES_FROM,
	SHAPES_AROUND,
	SHAPES_BEFORE,
	SHAPES_AFTER,
	SHAPE_OPENING,
	PREFIX,						/* + bytes */
	SUFFIX = PREFIX + MAX_AFFIX + 1,	/* + bytes */
	LENGTH = SUFFIX + MAX_AFFIX + 1,
	EVIDENCE_OPENING,
	EVIDENCE_BIT,
	CLASS,						/* + 1 + distance */
	CLASSES = CLASS + 3,
	CLASSES_TO,
	CLASSES_FROM,
	PHRASE
} Template;

typedef struct Features
{
	uint32_t	count;
	uint32_t   *hashes;
} Features;

static inline void
add(Features *features, uint32_t template, uint32_t value)
{
	if (features->count < MAX_NAME_FEATURES)
		features->hashes[features->count++] = mix((value + 1) * 0x9e3779b1 + template * 0x85ebca6b) | 1;
}

/* One feature for each bit. */
static void
add_bits(Features *features, Template template, uint64_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		add(features, template, (uint32_t) __builtin_ctzll(bits));
}

static void
add_affixes(Features *features, const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	const char *text = doc->text + token->start;
	const char *end = text + token->length;
	uint32_t	prefix = fold(text[0]);
	uint32_t	suffix = fold(end[-1]);

	for (int32_t bytes = 2; bytes <= MAX_AFFIX && bytes <= token->length; bytes++)
	{
		prefix = prefix << 8 | fold(text[bytes - 1]);
		suffix = suffix << 8 | fold(end[-bytes]);
		add(features, PREFIX + (uint32_t) bytes, prefix);
		add(features, SUFFIX + (uint32_t) bytes, suffix);
	}
	add(features, LENGTH, token->length < LONG_WORD ? token->length : LONG_WORD);
}

/* The classes of a token that features tell. */
static uint64_t
name_classes_at(const Document *doc, uint32_t i)
{
	return doc->settings->name_classes[token_at(doc, i)->class_set];
}

static void
add_window(Features *features, const NameReader *reader, uint32_t i, int32_t before, int32_t after)
{
	/* What stands for a token beyond the paragraph's edge */
	static const WordForm edge = {.hash = 1, .shape = 1};
	const WordForm *forms[2 * WINDOW + 1];
	const WordForm **here = forms + WINDOW;
	uint64_t	classes_around[3];
	uint64_t   *classes = classes_around + 1;

	for (int32_t d = -WINDOW; d <= WINDOW; d++)
	{
		bool		inside = d >= -before && d <= after;

		here[d] = inside ? &reader->forms[i + (uint32_t) d] : &edge;
		if (d >= -1 && d <= 1)
			classes[d] = inside ? name_classes_at(reader->doc, i + (uint32_t) d) : 0;
	}
	for (int32_t d = -1; d <= 1; d++)
		add(features, WORD + 1 + (uint32_t) d, here[d]->hash);
	add(features, SHAPE, here[0]->shape);
	add(features, SHAPE_BEFORE, here[-1]->shape);
	add(features, SHAPE_AFTER, here[1]->shape);
	add(features, SHAPES_TO, mix_two(here[-1]->shape, here[0]->shape));
	add(features, SHAPES_FROM, mix_two(here[0]->shape, here[1]->shape));
	add(features, SHAPES_AROUND, mix_two(mix_two(here[-1]->shape, here[0]->shape), here[1]->shape));
	add(features, SHAPES_BEFORE, mix_two(mix_two(here[-2]->shape, here[-1]->shape), here[0]->shape));
	add(features, SHAPES_AFTER, mix_two(mix_two(here[0]->shape, here[1]->shape), here[2]->shape));
	add(features, SHAPE_OPENING, mix_two(here[0]->shape, opening_of(reader->doc, i)));
	for (int32_t d = -1; d <= 1; d++)
		add_bits(features, CLASS + 1 + (uint32_t) d, classes[d]);
	add(features, CLASSES, mix_wide(classes[0]));
	add(features, CLASSES_TO, mix_two(mix_wide(classes[-1]), mix_wide(classes[0])));
	add(features, CLASSES_FROM, mix_two(mix_wide(classes[1]), mix_wide(classes[0])));
	if (here[0]->phrase != 0)
		add(features, PHRASE, here[0]->phrase);
}

static void
add_evidence(Features *features, const NameReader *reader, uint32_t i)
{
	uint32_t	evidence = reader->forms[i].evidence;

	if (!is_capital(reader->doc, i))
		return;
	add(features, EVIDENCE_OPENING, mix_two(evidence & (EVIDENCE(LOWER) | EVIDENCE(MIDDLE)), opening_of(reader->doc, i)));
	add_bits(features, EVIDENCE_BIT, evidence);
}

uint32_t
nq_name_features(const NameReader *reader, uint32_t i, uint32_t *hashes)
{
	const Document *doc = reader->doc;
	Features	features = {0, hashes};
	int32_t		before = 0;
	int32_t		after = 0;

	while (before < WINDOW && has_before(doc, i - (uint32_t) before))
		before++;
	while (after < WINDOW && has_after(doc, i + (uint32_t) after))
		after++;
	add(&features, OF_ALL, 0);
	add_window(&features, reader, i, before, after);
	add_affixes(&features, doc, i);
	add_evidence(&features, reader, i);
	return features.count;
}

/* ---- tags ---- */

/* Tags side by side, for vectors; those from NAME_TAGS on are none. */
#define LANES 16

_Static_assert(sizeof(NameWeights) == LANES, "a row is a vector");

/*
 * Sequences of tags are compared by what they are worth less than the best one, token by token, with FLOOR for all that is less.
 * So 16 bits are enough: a token's features are worth MAX_NAME_FEATURES * MAX_NAME_WEIGHT at the most, and a
 * transition adds MAX_NAME_TRANSITION, or FORBIDDEN.
 */
#define FLOOR (-12000)
#define FORBIDDEN (-20000)

_Static_assert(FLOOR + FORBIDDEN > INT16_MIN, "a sequence that is worth nothing goes on");
_Static_assert(FORBIDDEN - 2 * (MAX_NAME_FEATURES * MAX_NAME_WEIGHT + MAX_NAME_TRANSITION) > INT16_MIN, "a token that is worth least");

/* The model's transitions in both directions. */
typedef struct Transitions
{
	int16_t		after[NAME_TAGS + 1][LANES];	/* from a tag, or NAME_TAG_START, to each other one */
	int16_t		before[NAME_TAGS][LANES];	/* to a tag from each other one */
} Transitions;

/* What each tag of each token of a run is worth. */
typedef struct Lattice
{
	uint32_t	count;
	int16_t		score[MAX_NAME_RUN][LANES];	/* by its features */
	int16_t		to[MAX_NAME_RUN][LANES];	/* with the best tags before it */
	int16_t		from[MAX_NAME_RUN][LANES];	/* the best tags after it */
} Lattice;

static void
read_transitions(const NameModel *model, Transitions *transitions)
{
	memset(transitions, 0, sizeof(*transitions));
	for (uint32_t before = 0; before <= NAME_TAGS; before++)
		for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
		{
			int16_t		worth = FORBIDDEN;

			if (nq_name_tag_may_follow(before, tag))
				worth = model->transitions[before][tag];
			transitions->after[before][tag] = worth;
			if (before < NAME_TAGS)
				transitions->before[tag][before] = worth;
		}
}

/* Which of the two rows has the feature cannot be foreseen, nor whether one has: no branches. */
static void
score_token(const NameModel *model, const uint32_t *features, uint32_t count, int16_t *score)
{
	int16_t		sums[LANES] = {0};

	for (uint32_t k = 0; k < count; k++)
	{
		const NameWeights *row = &model->rows[nq_name_row(features[k], model->row_bits)];
		int16_t		mask;

		row += row->feature != features[k];
		mask = (int16_t) -(row->feature == features[k]);
		for (uint32_t lane = 0; lane < LANES; lane++)
			sums[lane] = (int16_t) (sums[lane] + (((const int8_t *) row)[lane] & mask));
	}
	memset(sums + NAME_TAGS, 0, sizeof(sums) - NAME_TAGS * sizeof(int16_t));
	memcpy(score, sums, sizeof(sums));
}

/* For each tag the best of several, each with what it is worth to go on from it. */
static void
best_of(const int16_t *worths, int16_t (*transitions)[LANES], int16_t *best)
{
	int16_t		most[LANES];	/* a local one, which a compiler can keep in registers */

	for (uint32_t lane = 0; lane < LANES; lane++)
		most[lane] = INT16_MIN;
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
	{
		int16_t		of_tag = worths[tag];

		for (uint32_t lane = 0; lane < LANES; lane++)
		{
			int16_t		worth = (int16_t) (of_tag + transitions[tag][lane]);

			most[lane] = (int16_t) (worth > most[lane] ? worth : most[lane]);
		}
	}
	memcpy(best, most, sizeof(most));
}

/* Counts from the best one. */
static void
level(int16_t *worths)
{
	int32_t		best = worths[0];

	for (uint32_t tag = 1; tag < NAME_TAGS; tag++)
		best = worths[tag] > best ? worths[tag] : best;
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
	{
		int32_t		worth = worths[tag] - best;

		worths[tag] = (int16_t) (worth > FLOOR ? worth : FLOOR);
	}
}

static void
fill_lattice(Transitions *transitions, Lattice *lattice)
{
	for (uint32_t i = 0; i < lattice->count; i++)
	{
		if (i == 0)
			memcpy(lattice->to[0], transitions->after[NAME_TAG_START], sizeof(lattice->to[0]));
		else
			best_of(lattice->to[i - 1], transitions->after, lattice->to[i]);
		for (uint32_t lane = 0; lane < LANES; lane++)
			lattice->to[i][lane] = (int16_t) (lattice->to[i][lane] + lattice->score[i][lane]);
		level(lattice->to[i]);
	}
	memset(lattice->from[lattice->count - 1], 0, sizeof(lattice->from[0]));
	for (uint32_t i = lattice->count - 1; i-- > 0;)
	{
		int16_t		after[LANES];

		for (uint32_t lane = 0; lane < LANES; lane++)
			after[lane] = (int16_t) (lattice->from[i + 1][lane] + lattice->score[i + 1][lane]);
		level(after);
		best_of(after, transitions->before, lattice->from[i]);
		level(lattice->from[i]);
	}
}

/* The tag of a token of the best sequence, after that of the one before it; of several that are as good the lowest. */
static uint32_t
best_tag(const Transitions *transitions, const Lattice *lattice, uint32_t i, uint32_t before)
{
	uint32_t	best = 0;
	int32_t		most = INT32_MIN;

	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
	{
		int32_t		worth = transitions->after[before][tag] + lattice->score[i][tag] + lattice->from[i][tag];

		if (worth > most)
		{
			most = worth;
			best = tag;
		}
	}
	return best;
}

static uint8_t
margin_of(int32_t best, int32_t other)
{
	return best - other < UINT8_MAX ? (uint8_t) (best - other) : UINT8_MAX;
}

static NameTag
describe_tag(const Lattice *lattice, uint32_t i, uint32_t chosen)
{
	int32_t		of_class[NAME_CLASSES];
	int32_t		of_edge[2] = {2 * FLOOR, 2 * FLOOR};
	uint32_t	name_class = (chosen + 1) / 2;
	uint32_t	second = name_class == NAME_NONE ? NAME_PERSON : NAME_NONE;
	bool		begins = chosen % 2 == 1;

	for (uint32_t c = 0; c < NAME_CLASSES; c++)
		of_class[c] = 2 * FLOOR;
	for (uint32_t tag = 0; tag < NAME_TAGS; tag++)
	{
		int32_t		worth = lattice->to[i][tag] + lattice->from[i][tag];

		if (worth > of_class[(tag + 1) / 2])
			of_class[(tag + 1) / 2] = worth;
		if (worth > of_edge[tag % 2])
			of_edge[tag % 2] = worth;
	}
	for (uint32_t c = 0; c < NAME_CLASSES; c++)
		if (c != name_class && of_class[c] > of_class[second])
			second = c;
	return (NameTag) {
		.name_class = (uint8_t) name_class, .second = (uint8_t) second, .margin = margin_of(of_class[name_class], of_class[second]),
		.begins = begins, .edge_margin = margin_of(of_edge[begins], of_edge[!begins])
	};
}

static void
tag_run(const NameModel *model, Transitions *transitions, const NameReader *reader, uint32_t first, uint32_t last)
{
	Document   *doc = reader->doc;
	Lattice		lattice;
	uint32_t	features[MAX_NAME_FEATURES];
	uint32_t	tag = NAME_TAG_START;

	lattice.count = last - first;
	for (uint32_t i = 0; i < lattice.count; i++)
		score_token(model, features, nq_name_features(reader, first + i, features), lattice.score[i]);
	fill_lattice(transitions, &lattice);
	for (uint32_t i = 0; i < lattice.count; i++)
	{
		tag = best_tag(transitions, &lattice, i, tag);
		doc->name_tags[first + i] = describe_tag(&lattice, i, tag);
	}
}

bool
nq_tag_names_by(Document *doc, const NameModel *model)
{
	NameReader	reader;
	Transitions transitions;
	uint32_t	first = 0;
	uint32_t	last = 0;
	uint32_t	runs = 0;

	doc->name_tags = nq_arena_alloc(doc->arena, (doc->token_count + 1) * sizeof(NameTag));
	if (doc->name_tags == NULL)
		return fail(doc, NQ_NO_MEMORY);
	/* What is in no run is certainly no name. */
	for (uint32_t i = 0; i <= doc->token_count; i++)
	{
		doc->name_tags[i] = (NameTag) {.name_class = NAME_NONE, .second = NAME_PERSON, .margin = UINT8_MAX, .edge_margin = UINT8_MAX};
		if (!check_interrupts(doc, i, EVERY_65536))
			return false;
	}
	if (!nq_open_name_reader(doc, &reader))
		return false;
	read_transitions(model, &transitions);
	while (nq_next_name_run(&reader, &first, &last))
	{
		tag_run(model, &transitions, &reader, first, last);
		if (!check_interrupts(doc, runs++, EVERY_16))
			return false;
	}
	nq_close_name_reader(&reader);
	return doc->status == NQ_OK;
}

bool
nq_tag_names(Document *doc)
{
	const NameModel *model = doc->settings->language->names;

	return model == NULL || nq_tag_names_by(doc, model);
}
