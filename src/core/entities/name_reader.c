/*
 * name_reader.c
 *	  The input of the name tagger: an article's capitalised words, their runs, and the evidence for each word
 *	  in the whole article.
 *
 * That evidence is the most useful feature: whether a word is printed in lower case too, after a title or a
 * forename, before a reporting verb, after "in" (Chieu and Ng, 2003, "Named entity recognition with a maximum
 * entropy approach").
 *
 * Runs are bounded, and a look-up in the table of words tries a bounded number of slots, so it is linear.
 */
#include "core/entities/name_reader.h"

#include "core/lexical/word_properties.h"

#include <string.h>

/* The most tokens without a capital between two capitalised ones of a run. */
#define MAX_BRIDGE 3

/* Tokens searched for a capitalised one between two interrupt checks. */
#define TOKENS_SEARCHED (1 << 20)

/* The bytes of a word that determine its shape. */
#define SHAPE_BYTES 24

/* The longest phrase that is looked up in the lexicon, in tokens. */
#define MAX_PHRASE 4

/* The maximum number of slots tried in the table of words. */
#define MAX_PROBES 8

/* ---- hashes of words ---- */

static uint32_t
hash_of(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	if (token->kind == TOKEN_NUMBER)
		return token->length;	/* all years are equal */
	return (uint32_t) (nq_hash(doc->text + token->start, token->length, doc->text + doc->length) >> 32);
}

/* The first byte of a word, regardless of case; the same for all non-ASCII bytes. */
static unsigned char
first_byte(const Document *doc, uint32_t i)
{
	unsigned char byte = fold_byte(doc->text[token_at(doc, i)->start]);

	return byte < 0x80 ? byte : 0x80;
}

/* A bit for the length of a word in bytes. */
static uint64_t
length_bit(const Document *doc, uint32_t i)
{
	return UINT64_C(1) << token_at(doc, i)->length % 64;
}

/* The words that are printed with a capital.  Avoids hashing most words in lower case. */
typedef struct Capitals
{
	uint64_t	entries[(UINT16_MAX + 1) / 64]; /* one bit per entry of the lexicon */
	uint64_t	lengths[256];	/* of unlisted words, by their first byte: one bit per length */
} Capitals;

static void
note_capital(Capitals *capitals, const Document *doc, uint32_t i)
{
	uint32_t	word = token_at(doc, i)->word;

	capitals->entries[word / 64] |= UINT64_C(1) << word % 64;
	capitals->lengths[first_byte(doc, i)] |= length_bit(doc, i);
}

/* Whether a word in lower case may be one of them; true only once for each entry. */
static bool
is_new_capital(Capitals *capitals, const Document *doc, uint32_t i)
{
	uint32_t	word = token_at(doc, i)->word;
	bool		noted;

	if (!nq_is_listed(doc->lexicon, word))
		return (capitals->lengths[first_byte(doc, i)] & length_bit(doc, i)) != 0;
	noted = (capitals->entries[word / 64] >> word % 64 & 1) != 0;
	capitals->entries[word / 64] &= ~(UINT64_C(1) << word % 64);
	return noted;
}

/* ---- what the article shows of a word ---- */

/* The maximal number of slots: several times the distinct capitalised words of a text of ten megabytes. */
#define MAX_WORDS (1 << 17)

/* The evidence of a word; NULL if it has none and is not to be added, or if the slots tried are taken. */
static uint32_t *
evidence_of(const NameReader *reader, uint32_t hash, bool add)
{
	uint32_t	key = hash | 1;		/* 0 is a free slot */

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
	if (is_capitalised(doc, i - 1))
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
	if (is_capitalised(doc, i + 1))
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

Opening
nq_opening_of(const Document *doc, uint32_t i)
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

/* The evidence of one occurrence of a capitalised word. */
static uint32_t
evidence_here(const Document *doc, uint32_t i)
{
	bool		before = has_before(doc, i) && is_capitalised(doc, i - 1);
	bool		after = has_after(doc, i) && is_capitalised(doc, i + 1);
	uint32_t	evidence = evidence_before(doc, i) | evidence_after(doc, i);

	evidence |= nq_opening_of(doc, i) == OPENING_NONE ? EVIDENCE(MIDDLE) : EVIDENCE(START);
	if ((token_at(doc, i)->flags & TOKEN_UPPER) != 0)
		evidence |= EVIDENCE(UPPER);
	if (before)
		return evidence | (after ? EVIDENCE(INNER) : EVIDENCE(LAST));
	return evidence | (after ? EVIDENCE(FIRST) : EVIDENCE(ALONE));
}

static uint32_t
count_capitals(const Document *doc)
{
	uint32_t	count = 0;

	for (uint32_t block = 0; block <= doc->token_count / BLOCK_TOKENS; block++)
		count += count_bits(doc->blocks[block].tag_bits[TAG_CAPITAL]);
	return count;
}

static bool
make_word_table(NameReader *reader)
{
	size_t		size = 16;
	size_t		capitals = count_capitals(reader->doc);

	while (size < 2 * capitals && size < MAX_WORDS)
		size *= 2;
	reader->word_mask = (uint32_t) size - 1;
	reader->words = nq_arena_alloc(reader->doc->arena, size * 2 * sizeof(uint32_t));
	if (reader->words == NULL)
		return fail(reader->doc, NQ_NO_MEMORY);
	memset(reader->words, 0, size * 2 * sizeof(uint32_t));
	reader->evidence = reader->words + size;
	return true;
}

/* Gathers the evidence of all capitalised words. */
static bool
gather_capitals(NameReader *reader, Capitals *capitals)
{
	Document   *doc = reader->doc;
	uint32_t	round = 0;

	for (uint32_t block = 0; block <= doc->token_count / BLOCK_TOKENS; block++)
	{
		for (uint32_t bits = doc->blocks[block].tag_bits[TAG_CAPITAL]; bits != 0; bits &= bits - 1)
		{
			uint32_t	i = block * BLOCK_TOKENS + first_bit(bits);
			uint32_t   *evidence = evidence_of(reader, hash_of(doc, i), true);

			if (evidence != NULL)
				*evidence |= evidence_here(doc, i);
			note_capital(capitals, doc, i);
		}
		if (!check_interrupts(doc, round++, EVERY_16))
			return false;
	}
	return true;
}

/* Gathers which of them are also printed in lower case. */
static bool
gather_lower(NameReader *reader, Capitals *capitals)
{
	Document   *doc = reader->doc;
	uint32_t	round = 0;

	for (uint32_t block = 0; block <= doc->token_count / BLOCK_TOKENS; block++)
	{
		const uint32_t *tag_bits = doc->blocks[block].tag_bits;

		for (uint32_t bits = tag_bits[TAG_WORD] & ~tag_bits[TAG_CAPITAL]; bits != 0; bits &= bits - 1)
		{
			uint32_t	i = block * BLOCK_TOKENS + first_bit(bits);
			uint32_t   *evidence = is_new_capital(capitals, doc, i) ? evidence_of(reader, hash_of(doc, i), false) : NULL;

			if (evidence != NULL)
				*evidence |= EVIDENCE(LOWER);
		}
		if (!check_interrupts(doc, round++, EVERY_64))
			return false;
	}
	return true;
}

/* ---- what is known of each token of a run ---- */

/* Bits for the shape of a capitalised word or a number, beside its flags. */
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

	if (!is_capitalised(doc, i))
		return shape;
	return shape | letters_of(doc->text + token->start, token->length < SHAPE_BYTES ? token->length : SHAPE_BYTES);
}

/* The kind of a listed phrase, from 1 to PHRASE_SORTS; 0 if there is none. */
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

/* Records the longest listed phrase that begins at a token of the run and ends with a capitalised one. */
static void
note_phrase(NameReader *reader, uint32_t first, uint32_t end)
{
	const Document *doc = reader->doc;
	const char *text = doc->text + token_at(doc, first)->start;

	if (!nq_may_be_phrase(doc->lexicon, name_form_at(reader, first)->hash))
		return;
	for (uint32_t last = end < first + MAX_PHRASE ? end : first + MAX_PHRASE; last > first + 1; last--)
	{
		uint32_t	length = token_end(token_at(doc, last - 1)) - token_at(doc, first)->start;
		uint32_t	sort;

		if (!is_capitalised(doc, last - 1) || length > LEXICON_KEY_BYTES)
			continue;
		sort = sort_of_phrase(classes_of(doc->lexicon, nq_lookup_phrase(doc->lexicon, text, length, doc->text + doc->length)));
		if (sort == 0)
			continue;
		for (uint32_t i = first; i < last; i++)
			if (name_form_at(reader, i)->phrase == 0)
				name_form_at(reader, i)->phrase = 4 * sort + (i == first ? 1 : i + 1 == last ? 3 : 2);
		return;
	}
}

static WordForm
form_of(const NameReader *reader, uint32_t i)
{
	WordForm	form = {.hash = hash_of(reader->doc, i), .shape = shape_of(reader->doc, i)};

	if (is_capitalised(reader->doc, i))
	{
		const uint32_t *evidence = evidence_of(reader, form.hash, false);

		form.evidence = evidence != NULL ? *evidence : 0;
	}
	return form;
}

void
nq_read_name_run(NameReader *reader, uint32_t first, uint32_t last)
{
	uint32_t	end = last + NAME_WINDOW < reader->doc->token_count ? last + NAME_WINDOW : reader->doc->token_count;

	reader->first_form = first < NAME_WINDOW ? 0 : first - NAME_WINDOW;
	for (uint32_t i = reader->first_form; i < end; i++)
		*name_form_at(reader, i) = form_of(reader, i);
	for (uint32_t i = first; i < last; i++)
		if (is_capitalised(reader->doc, i))
			note_phrase(reader, i, last);
}

/* ---- runs ---- */

/* Whether a token can be between two capitalised ones of a run. */
static bool
bridges(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	switch (token->kind)
	{
		case TOKEN_WORD:
			return is_capitalised(doc, i) || token->length <= 3 || token_has(doc, i, WC_PARTICLE | WC_PREP | WC_COORD | WC_DET);
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

/* The next capitalised word from i on; NONE if there is none, or if the host cancels the call. */
static uint32_t
next_capital(Document *doc, uint32_t i)
{
	for (uint32_t round = 0; i < doc->token_count; round++)
	{
		uint32_t	last = doc->token_count - i > TOKENS_SEARCHED ? i + TOKENS_SEARCHED : doc->token_count;

		i = next_tagged(doc, TAG_CAPITAL, i, last);
		if (i < last)
			return i;
		if (!check_interrupts(doc, round, EVERY_4))
			return NONE;
	}
	return NONE;
}

bool
nq_next_name_run(const NameReader *reader, uint32_t *first, uint32_t *last)
{
	Document   *doc = reader->doc;
	uint32_t	i = next_capital(doc, *last);

	if (i == NONE)
		return false;
	*first = i;
	*last = ++i;
	while (i < doc->token_count && i < *first + MAX_NAME_RUN - 1 && i - *last <= MAX_BRIDGE && !opens_line(doc, i) &&
		   bridges(doc, i))
	{
		i++;
		if (is_capitalised(doc, i - 1))
			*last = i;
	}
	/* "Area 51" */
	if (*last < doc->token_count && has_before(doc, *last) && token_at(doc, *last)->kind == TOKEN_NUMBER)
		(*last)++;
	return true;
}

/* ---- the reader ---- */

bool
nq_open_name_reader(Document *doc, NameReader *reader)
{
	Capitals	capitals = {0};

	memset(reader, 0, sizeof(*reader));
	reader->doc = doc;
	return make_word_table(reader) && gather_capitals(reader, &capitals) && gather_lower(reader, &capitals);
}

void
nq_close_name_reader(NameReader *reader)
{
	nq_arena_drop(reader->doc->arena, reader->words);
}
