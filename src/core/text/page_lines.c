/*
 * page_lines.c
 *	  Classification of the lines of a page, each by itself.
 *
 * A line is read once, and only the beginning and the end of a long one, unless it begins with a quotation
 * mark: then it is read up to the closing mark.  The page's own words, which are not part of the article, are
 * listed in the language's page.txt.
 */
#include "core/text/page_lines.h"

#include "core/base/characters.h"
#include "core/text/byte_classes.h"

#include <string.h>

/*
 * The longest lines of furniture, names and descriptions, in bytes; the most words of a name; and of furniture
 * that ends like a sentence.
 */
#define FURNITURE_BYTES 240
#define NAME_BYTES 110
#define DESCRIPTION_BYTES 48
#define NAME_WORDS 5
#define FURNITURE_WORDS 6

/* The longest quotation that is read, in bytes. */
#define QUOTATION_BYTES 4000

static const unsigned char *
text_of(const Document *doc)
{
	return (const unsigned char *) doc->text;
}

static bool
is_line_blank(unsigned char b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\f';
}

static bool
is_emphasis(unsigned char b)
{
	return b == '*' || b == '_' || b == '#';
}

/* Markdown's "#heading" or "*words*"; a bullet, "* words", has a blank after it. */
static bool
begins_emphasis(const Document *doc, uint32_t at)
{
	const unsigned char *text = text_of(doc);

	return is_emphasis(text[at]) && (at + 1 >= doc->length || !is_line_blank(text[at + 1]));
}

static bool
is_mark(uint32_t code)
{
	return code == '"' || code == '\'' || (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb ||
		code == 0x2039 || code == 0x203a || (code >= 0x300c && code <= 0x300f);
}

/* The first bytes of marks that close a quotation. */
static const bool mark_begins[256] = {['"'] = true, ['\''] = true, [0xc2] = true, [0xe2] = true};

static Character
character_at(const Document *doc, uint32_t at, uint32_t end)
{
	return at < end ? nq_decode(text_of(doc) + at, text_of(doc) + end) : (Character) {0, 0};
}

/* The last character before a position. */
static Character
character_before(const Document *doc, uint32_t start, uint32_t end)
{
	uint32_t	at = end;

	if (start == end)
		return (Character) {0, 0};
	at--;
	while (at > start && end - at < 4 && (text_of(doc)[at] & 0xc0) == 0x80)
		at--;
	return nq_decode(text_of(doc) + at, text_of(doc) + end);
}

static bool
is_letter(uint32_t code)
{
	return code < 0x80 ? (code | 0x20) - 'a' < 26 : nq_is_letter(code);
}

static bool
is_digit(uint32_t code)
{
	return code - '0' < 10;
}

static bool
is_dash(uint32_t code)
{
	return code == '-' || code == '~' || (code >= 0x2010 && code <= 0x2015);
}

/* ---- names ---- */

/* A word of a line, without the punctuation around it. */
typedef struct LineWord
{
	uint32_t	start,
				end;
	uint32_t	next;			/* where the next word can begin */
	bool		opened;			/* follows an opening bracket */
	bool		ended;			/* precedes a comma, bracket or dash */
} LineWord;

/* Finds the next word from a position on; returns false at the end. */
static bool
next_word(const Document *doc, uint32_t at, uint32_t end, LineWord *word)
{
	const unsigned char *text = text_of(doc);

	while (at < end && is_line_blank(text[at]))
		at++;
	word->opened = at < end && (text[at] == '(' || text[at] == '[');
	at += word->opened;
	word->start = at;
	while (at < end && !is_line_blank(text[at]))
		at++;
	word->end = word->next = at;
	word->ended = false;
	while (word->end > word->start && (text[word->end - 1] == ',' || text[word->end - 1] == ')' || text[word->end - 1] == ']' || text[word->end - 1] == ';'))
	{
		word->end--;
		word->ended = true;
	}
	return word->start < word->next;
}

static uint32_t
entry_of(const Document *doc, const LineWord *word)
{
	const char *text = doc->text + word->start;

	return nq_lookup(doc->lexicon, text, word->end - word->start, text + (word->end - word->start));
}

/* The classes of a word, capitalised or not; 0 if it is not listed. */
static uint64_t
classes_of_word(const Document *doc, const LineWord *word, bool capital)
{
	uint32_t	entry = entry_of(doc, word);

	if (!nq_is_listed(doc->lexicon, entry))
		return 0;
	return capital ? classes_of(doc->lexicon, entry) : doc->lexicon->classes[doc->lexicon->words[entry].class_set];
}

/* The state of reading a name. */
typedef struct NameReader
{
	uint32_t	words;			/* capitalised words, without titles */
	uint32_t	common;			/* those that are also words in lower case */
	bool		forename;		/* one of them is a forename, or a title precedes them */
	bool		first_common;
} NameReader;

/* Reads a word of a name; returns false if it is not one. */
static bool
read_name_word(const Document *doc, const LineWord *word, NameReader *name)
{
	Character	first = character_at(doc, word->start, word->end);
	uint64_t	classes;

	if (first.code == '@')
		return name->words > 0;
	if (!nq_is_capital(first.code))
		return name->words > 0 && ((classes_of_word(doc, word, false) & WC_PARTICLE) != 0 ||
								   (functions_of(doc->lexicon, entry_of(doc, word)) & FN_AND) != 0);
	classes = classes_of_word(doc, word, true);
	if ((classes & (WC_DET | WC_PRONOUN | WC_PREP | WC_WH | WC_AUX | WC_POSSESSIVE | WC_SUBORD)) != 0 && (classes & (WC_FORENAME | WC_PARTICLE)) == 0)
		return false;
	if ((classes & (WC_HONORIFIC | WC_TITLE)) != 0 && (classes & WC_FORENAME) == 0)
	{
		name->forename |= name->words == 0;
		return true;
	}
	name->forename |= name->words == 0 && (classes & WC_FORENAME) != 0;
	name->words++;
	if ((classes & (WC_FORENAME | WC_SUFFIX)) == 0 &&
		(classes_of_word(doc, word, false) != 0 || (classes & (WC_PLACE | WC_ORGWORD | WC_OUTLET | WC_TIME | WC_ORG)) != 0))
		name->common++;
	return true;
}

/* Is a word of a description a verb, which makes it a sentence? */
static bool
is_verb(const Document *doc, const LineWord *word)
{
	uint64_t	classes = classes_of_word(doc, word, false);

	if ((classes & WC_AUX) != 0 || ((classes & WC_PRONOUN) != 0 && (classes & WC_RELATIVE) == 0))
		return true;
	return (classes & (WC_FINITE | WC_CUE)) != 0 && (classes & (WC_NOUN | WC_ADJ | WC_ROLE | WC_PREP | WC_GERUND | WC_PARTICIPLE)) == 0;
}

/*
 * Classifies a range: LOOK_NAME if it is a person's name, LOOK_NAMED if a description without a verb follows
 * the name, otherwise LOOK_TEXT.  A name has at least two words, one of which is a forename or none of which is
 * listed.
 */
static LineLook
look_of_name(const Document *doc, uint32_t start, uint32_t end)
{
	const unsigned char *text = text_of(doc);
	NameReader	name = {0, 0, false, false};
	bool		described = false;
	LineWord	word;

	if (end - start > NAME_BYTES || start == end)
		return LOOK_TEXT;
	for (uint32_t at = start; at < end; at++)
		if (text[at] == ':' || text[at] == '"' || text[at] == '|' || text[at] == '!' || text[at] == '?')
			return LOOK_TEXT;
	for (uint32_t at = start; next_word(doc, at, end, &word); at = word.next)
	{
		uint32_t	code = character_at(doc, word.start, word.next).code;

		if (is_mark(code))
			return LOOK_TEXT;
		if (word.opened || is_digit(code) || (is_dash(code) && name.words > 0))
			described = true;
		if (!described)
		{
			if (word.start == word.end || !read_name_word(doc, &word, &name))
				return LOOK_TEXT;
			described = word.ended;
		}
		else if (is_letter(code) && !nq_is_capital(code) && is_verb(doc, &word))
			return LOOK_TEXT;
	}
	if (name.words < 2 || name.words > NAME_WORDS || (!name.forename && name.common > 0) || name.common >= name.words)
		return LOOK_TEXT;
	return described ? LOOK_NAMED : LOOK_NAME;
}

/* "Farmer, Lindby": a few words without a verb that begin with a description of a person. */
static bool
is_description(const Document *doc, uint32_t start, uint32_t end)
{
	LineWord	word;
	bool		role = false;

	if (end - start > DESCRIPTION_BYTES)
		return false;
	for (uint32_t at = start; next_word(doc, at, end, &word); at = word.next)
	{
		if (!is_letter(character_at(doc, word.start, word.next).code) && !is_digit(character_at(doc, word.start, word.next).code))
			return false;
		if (is_verb(doc, &word))
			return false;
		role |= (classes_of_word(doc, &word, true) & (WC_ROLE | WC_PERSON | WC_TITLE)) != 0;
	}
	return role;
}

/* ---- quotations ---- */

/* Does a single mark at a position close: after punctuation, and before a blank or the end? */
static bool
closes_single(const Document *doc, uint32_t at, uint32_t bytes, uint32_t end)
{
	unsigned char before = text_of(doc)[at - 1];

	if (at + bytes < end && !is_line_blank(text_of(doc)[at + bytes]) && text_of(doc)[at + bytes] != '.')
		return false;
	return at + bytes >= end || before == '.' || before == ',' || before == '!' || before == '?';
}

/* Does a mark close what another one opened? */
static bool
is_closing(const Document *doc, uint32_t open, Character mark, uint32_t at, uint32_t end)
{
	switch (open)
	{
		case '"':
			return mark.code == '"' || mark.code == 0x201d;
		case 0x201c:
			return mark.code == 0x201d || mark.code == '"';
		case 0x201d:
			return mark.code == 0x201d;
		case 0x201e:
			return mark.code == 0x201c || mark.code == 0x201d;
		case '\'':
		case 0x2018:
			return (mark.code == '\'' || mark.code == 0x2019) && closes_single(doc, at, mark.bytes, end);
		case 0xab:
			return mark.code == 0xbb;
		case 0xbb:
			return mark.code == 0xab;
		default:
			return false;
	}
}

/* The position after the mark that closes the quotation at the start of a line; the start if there is none. */
static uint32_t
after_quotation(const Document *doc, uint32_t start, uint32_t end)
{
	const unsigned char *text = text_of(doc);
	Character	open = character_at(doc, start, end);
	uint32_t	limit = end - start > QUOTATION_BYTES ? start + QUOTATION_BYTES : end;

	for (uint32_t at = start + open.bytes; at < limit; at++)
		if (mark_begins[text[at]])
		{
			Character	c = character_at(doc, at, end);

			if (is_mark(c.code) && at > start + open.bytes && is_closing(doc, open.code, c, at, end))
				return at + c.bytes;
		}
	return start;
}

/* Does a range have a dash between words? */
static bool
has_dash(const Document *doc, uint32_t start, uint32_t end)
{
	LineWord	word;

	if (end - start > NAME_BYTES)
		return false;
	for (uint32_t at = start; next_word(doc, at, end, &word); at = word.next)
		if (is_dash(character_at(doc, word.start, word.next).code))
			return true;
	return false;
}

/* Classifies a line that begins with a quotation mark. */
static LineLook
look_of_quotation(const Document *doc, PageLine *line)
{
	const unsigned char *text = text_of(doc);
	uint32_t	after = after_quotation(doc, line->start, line->end);
	uint32_t	end = line->end;

	if (after == line->start)
		return LOOK_TEXT;
	if (after < end && (text[after] == '.' || text[after] == ','))
		after++;
	while (after < end && is_emphasis(text[after]))
		after++;
	if (after == end)
		return LOOK_QUOTED;
	if (!is_line_blank(text[after]))
		return LOOK_TEXT;
	while (after < end && is_line_blank(text[after]))
		after++;
	if (end > after && text[end - 1] == '.')
		end--;
	/* With a dash, later stages read it as a signature. */
	if (has_dash(doc, after, end) || look_of_name(doc, after, end) != LOOK_NAMED)
		return LOOK_TEXT;
	line->name = after;
	return LOOK_QUOTED_NAMED;
}

/* ---- furniture ---- */

/* Does a line begin with a listed text, in any case, that ends at a word boundary? */
static bool
begins_with(const Document *doc, uint32_t start, uint32_t end, const ListedText *listed)
{
	const char *text = doc->text + start;

	if (end - start < listed->length)
		return false;
	for (uint32_t i = 0; i < listed->length; i++)
		if (text[i] != listed->text[i] && (!is_letter((unsigned char) text[i]) || (text[i] | 0x20) != listed->text[i]))
			return false;
	return start + listed->length == end || !is_letter(character_at(doc, start + listed->length, end).code);
}

/* A quick test that most lines fail. */
static inline bool
may_begin(char first, const ListedText *listed)
{
	return (first | 0x20) == (listed->text[0] | 0x20);
}

static uint32_t
count_words(const Document *doc, uint32_t start, uint32_t end)
{
	uint32_t	words = 0;
	LineWord	word;

	for (uint32_t at = start; next_word(doc, at, end, &word); at = word.next)
		words++;
	return words;
}

/*
 * Is a line the page's own: listed as a whole or by its beginning?  A line that ends like a sentence must also
 * be short or begin with a label.
 */
static bool
is_furniture(const Document *doc, uint32_t start, uint32_t end)
{
	const PageRules *page = doc->language->page;
	char		first = doc->text[start];
	unsigned char last = text_of(doc)[end - 1];
	bool		sentence = last == '.' || last == '!' || last == '?' || is_mark(character_before(doc, start, end).code);

	if (end - start > FURNITURE_BYTES)
		return false;
	for (uint32_t i = 0; i < page->lines.count; i++)
	{
		const ListedText *listed = &page->lines.texts[i];

		if (listed->length == end - start && may_begin(first, listed) && begins_with(doc, start, end, listed))
			return true;
	}
	for (uint32_t i = 0; i < page->beginnings.count; i++)
	{
		const ListedText *listed = &page->beginnings.texts[i];

		if (may_begin(first, listed) && begins_with(doc, start, end, listed) &&
			(!sentence || listed->text[listed->length - 1] == ':' || count_words(doc, start, end) <= FURNITURE_WORDS))
			return true;
	}
	return false;
}

/* ---- the line ---- */

/* Classifies a line that begins with a dash. */
static LineLook
look_of_dash(const Document *doc, const PageLine *line)
{
	const unsigned char *text = text_of(doc);
	uint32_t	at = line->start;
	uint32_t	hyphens = 0;
	Character	c;

	while (at < line->end && is_dash((c = character_at(doc, at, line->end)).code))
	{
		at += c.bytes;
		hyphens++;
	}
	c = character_at(doc, at, line->end);
	if (c.code == 0)
		return LOOK_DASH;
	/* "-5" */
	if (hyphens == 1 && text[line->start] == '-' && !is_line_blank(text[at]) && !nq_is_capital(c.code))
		return LOOK_TEXT;
	while (at < line->end && (is_line_blank(text[at]) || text[at] == 0xc2 || text[at] == 0xa0))
		at++;
	c = character_at(doc, at, line->end);
	if (line->end - at > NAME_BYTES || (!is_letter(c.code) && c.code != '@'))
		return LOOK_TEXT;
	c = character_before(doc, at, line->end);
	if (c.code == '.' || c.code == '!' || c.code == '?' || c.code == ':' || c.code == ',')
		return LOOK_TEXT;
	for (; at < line->end; at++)
		if (text[at] == '"' || text[at] == ':' ||
			(text[at] == 0xe2 && line->end - at > 2 && text[at + 1] == 0x80 && (text[at + 2] == 0x98 || text[at + 2] == 0x9c || text[at + 2] == 0x9d)))
			return LOOK_TEXT;
	return LOOK_SIGNATURE;
}

static LineLook
look_of(const Document *doc, PageLine *line)
{
	Character	first = character_at(doc, line->start, line->end);
	unsigned char last = text_of(doc)[line->end - 1];
	LineLook	look;

	if (is_mark(first.code))
		return look_of_quotation(doc, line);
	if (line->end - line->start > FURNITURE_BYTES)
		return LOOK_TEXT;
	if (is_dash(first.code))
		return look_of_dash(doc, line);
	if ((first.code == '(' && last == ')') || (first.code == '[' && last == ']'))
		return look_of_name(doc, line->start + 1, line->end - 1) != LOOK_TEXT ? LOOK_SIGNATURE : LOOK_TEXT;
	if (is_furniture(doc, line->start, line->end))
		return LOOK_FURNITURE;
	if (!nq_is_capital(first.code) || last == '.' || last == '!' || last == '?' || last == ',' || last == ':')
		return LOOK_TEXT;
	look = look_of_name(doc, line->start, line->end);
	if (look == LOOK_TEXT && is_description(doc, line->start, line->end))
		return LOOK_DESCRIPTION;
	return look;
}

bool
nq_read_page_line(Document *doc, uint32_t at, PageLine *line)
{
	const unsigned char *text = text_of(doc);
	const char *feed;
	uint32_t	round = 0;

	line->gap = line->interrupted = false;
	line->name = 0;
	for (;; at = line->next, round++)
	{
		if (!check_interrupts(doc, round, EVERY_1024))
			return false;
		feed = at < doc->length ? memchr(doc->text + at, '\n', doc->length - at) : NULL;
		line->begin = at;
		line->end = feed == NULL ? doc->length : (uint32_t) (feed - doc->text);
		line->next = feed == NULL ? doc->length : line->end + 1;
		if (at >= doc->length)
		{
			line->start = line->end;
			line->look = LOOK_END;
			return true;
		}
		for (line->start = at; line->start < line->end && is_line_blank(text[line->start]); line->start++)
			if (!check_interrupts(doc, line->start, EVERY_65536))
				return false;
		if (line->start < line->end)
			break;
		line->gap = true;
	}
	for (; is_line_blank(text[line->end - 1]); line->end--)
		if (!check_interrupts(doc, line->end, EVERY_65536))
			return false;
	for (uint32_t i = 0; i < 4 && line->start < line->end && begins_emphasis(doc, line->start); i++)
		line->start++;
	for (uint32_t i = 0; i < 4 && line->end > line->start + 1 && is_emphasis(text[line->end - 1]); i++)
		line->end--;
	line->look = line->start < line->end ? (uint8_t) look_of(doc, line) : LOOK_TEXT;
	return true;
}

bool
nq_ends_with_mark(const Document *doc, const PageLine *line)
{
	uint32_t	end = line->end;
	Character	last = character_before(doc, line->start, end);

	/* Control characters, wide blanks and other line breaks are blanks to the tokenizer. */
	while (end > line->start && (last.code <= ' ' || nq_is_space(last.code) || nq_is_newline(last.code)))
	{
		end -= last.bytes;
		last = character_before(doc, line->start, end);
	}
	return is_mark(last.code);
}

bool
nq_begins_lower(const Document *doc, const PageLine *line)
{
	Character	c = character_at(doc, line->start, line->end);

	return is_letter(c.code) && !nq_is_capital(c.code);
}

bool
nq_breaks_off(const Document *doc, const PageLine *line, bool letter)
{
	Character	last = character_before(doc, line->start, line->end);

	if (is_mark(last.code))
	{
		last = character_before(doc, line->start, line->end - last.bytes);
		letter = false;
	}
	return last.code == ',' || (letter && is_letter(last.code));
}
