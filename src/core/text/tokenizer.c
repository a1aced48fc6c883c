/*
 * tokenizer.c
 *	  Text to tokens.
 *
 * Takes UTF-8 bytes; gives words, numbers, punctuation and possible quotation
 * marks in the order of the text, each with its byte offset and its lexicon entry.  Blanks
 * are no tokens: the flags of the token after them remember them.
 *
 * One pass over the bytes, steered by a table of 256 byte classes; only bytes
 * above 0x7f are decoded.  Most text is plain and read by tokenizer_ascii.c; here stands how one token of any
 * kind is read.  A word holds its inner hyphens, apostrophes and full stops
 * (co-founder, O'Neill, D.C.), and its own full stop when it is an abbreviation; the clitics
 * 's, 're, 've, 'll, 'd and 'm become tokens of their own.
 *
 * News archives print marks as HTML entities; &ldquo; is read as the character
 * that it stands for.
 */
#include "core/base/characters.h"
#include "core/text/token_writer.h"

/* A token's length is 16 bits; a longer run becomes several tokens. */
#define MAX_TOKEN_BYTES 60000

static Character
decode(const Reader *r, uint32_t at)
{
	return nq_decode(r->text + at, r->text + r->length);
}

/* The entities that matter here: marks, blanks and dashes. */
static const struct
{
	const char *name;
	uint32_t	code;
}			entities[] = {
	{"quot", '"'}, {"apos", '\''}, {"amp", '&'}, {"nbsp", 0xa0},
	{"ldquo", 0x201c}, {"rdquo", 0x201d}, {"bdquo", 0x201e},
	{"lsquo", 0x2018}, {"rsquo", 0x2019}, {"sbquo", 0x201a},
	{"laquo", 0xab}, {"raquo", 0xbb}, {"lsaquo", 0x2039}, {"rsaquo", 0x203a},
	{"mdash", 0x2014}, {"ndash", 0x2013}, {"hellip", 0x2026},
};

/* &#8220; and &#x201c; */
static uint32_t
numeric_entity(const unsigned char *p, uint32_t length)
{
	bool		hex = length > 1 && (p[1] | 0x20) == 'x';
	uint32_t	code = 0;

	for (uint32_t i = hex ? 2 : 1; i < length; i++)
	{
		unsigned	digit;

		if (p[i] >= '0' && p[i] <= '9')
			digit = p[i] - '0';
		else if (hex && (p[i] | 0x20) >= 'a' && (p[i] | 0x20) <= 'f')
			digit = (p[i] | 0x20) - 'a' + 10;
		else
			return 0;
		code = code * (hex ? 16 : 10) + digit;
	}
	return code;
}

/* The character that an HTML entity at this byte stands for; 0 bytes when there is none. */
static Character
decode_entity(const Reader *r, uint32_t at)
{
	const unsigned char *p = r->text + at + 1;
	uint32_t	left = r->length - at - 1;
	uint32_t	length = 0;
	Character	none = {0, 0};

	while (length < left && length < 8 && p[length] != ';')
		length++;
	if (length < 3 || length == left || p[length] != ';')
		return none;
	if (p[0] == '#')
	{
		uint32_t	code = numeric_entity(p, length);

		return code == 0 ? none : (Character) {code, length + 2};
	}
	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (strlen(entities[i].name) == length && memcmp(entities[i].name, p, length) == 0)
			return (Character) {entities[i].code, length + 2};
	return none;
}

/* The character at a byte, an entity read as what it stands for. */
static Character
character(const Reader *r, uint32_t at)
{
	if (r->text[at] == '&')
	{
		Character	entity = decode_entity(r, at);

		if (entity.bytes > 0)
			return entity;
	}
	return decode(r, at);
}

static bool
is_word_byte(unsigned char b)
{
	uint8_t		class = byte_class[b];

	return class == B_LOWER || class == B_UPPER || class == B_DIGIT;
}

/* Bytes of the letter at this byte, 0 when none stands there. */
static uint32_t
letter_bytes(const Reader *r, uint32_t at)
{
	Character	c;

	if (at >= r->length)
		return 0;
	if (is_word_byte(r->text[at]))
		return 1;
	if (byte_class[r->text[at]] != B_HIGH)
		return 0;
	c = decode(r, at);
	return nq_is_letter(c.code) ? c.bytes : 0;
}

/* Bytes of the apostrophe at this byte (straight, curly or an entity of these), 0 when none stands there. */
static uint32_t
apostrophe_bytes(const Reader *r, uint32_t at)
{
	Character	c;

	if (at >= r->length)
		return 0;
	if (r->text[at] == '\'')
		return 1;
	if (r->text[at] != 0xe2 && r->text[at] != '&')
		return 0;
	c = character(r, at);
	return c.code == 0x2019 || c.code == '\'' ? c.bytes : 0;
}

/* Makes room for more in one of the arrays. */
static bool
has_room(Document *doc, void **array, uint32_t *capacity, uint32_t count, size_t element_bytes)
{
	return nq_reserve_several(doc->arena, array, capacity, count, ROOM, element_bytes) ||
		fail(doc, NQ_NO_MEMORY);
}

bool
nq_make_room(Reader *r)
{
	Document   *doc = r->doc;

	/* They point at tokens, which may be moved. */
	if (r->waiting_count >= ENOUGH_WAIT || r->token_capacity - doc->token_count < ROOM)
		nq_find_waiting(r);
	if (r->at - r->asked >= BYTES_BETWEEN_CHECKS)
	{
		r->asked = r->at;
		if (!check_interrupts(doc, 0, 0))
			return false;
	}
	return has_room(doc, (void **) &doc->tokens, &r->token_capacity, doc->token_count, sizeof(Token)) &&
		has_room(doc, (void **) &doc->marks, &r->mark_capacity, doc->mark_count, sizeof(Mark)) &&
		has_room(doc, (void **) &doc->lines, &r->line_capacity, doc->line_count, sizeof(uint32_t)) &&
		has_room(doc, (void **) &doc->abbreviations, &r->abbreviation_capacity, doc->abbreviation_count, sizeof(uint32_t));
}

/* ---- words ---- */

typedef struct WordScan
{
	uint32_t	end;			/* in bytes */
	uint32_t	apostrophe;		/* offset of the last inner apostrophe, 0: none */
	uint32_t	apostrophe_bytes;
	uint32_t	letters;
	bool		wide;			/* holds more than ASCII, or an entity */
	bool		hyphen;
	bool		stops;			/* holds an inner full stop */
	bool		all_initials;	/* every part before a stop was one capital letter */
	bool		digits;			/* nothing but digits and their points */
} WordScan;

/* One run of letters and digits, from scan->end on. */
static void
scan_letters(const Reader *r, WordScan *scan)
{
	for (;;)
	{
		uint32_t	bytes;

		while (r->length - scan->end >= 8 && (bytes = count_letters(load_eight(r->text + scan->end))) > 0)
		{
			scan->end += bytes;
			scan->letters += bytes;
			scan->digits = false;
		}
		while (scan->end < r->length && is_word_byte(r->text[scan->end]))
		{
			scan->digits &= byte_class[r->text[scan->end]] == B_DIGIT;
			scan->end++;
			scan->letters++;
		}
		bytes = letter_bytes(r, scan->end);
		if (bytes == 0)
			return;
		scan->end += bytes;
		scan->wide = true;
		scan->letters++;
		scan->digits = false;
	}
}

/* A full stop at scan->end that belongs within the word: U.S, a.m, 3.5, example.com. */
static bool
stop_is_inner(const Reader *r, const WordScan *scan, uint32_t part_start)
{
	uint32_t	next = scan->end + 1;
	bool		next_capital;

	if (letter_bytes(r, next) == 0)
		return false;
	if (scan->digits)
		return byte_class[r->text[next]] == B_DIGIT;
	next_capital = nq_is_capital(decode(r, next).code);
	return !next_capital || scan->end - part_start == 1;
}

static WordScan
scan_word(const Reader *r)
{
	WordScan	scan = {.end = r->at, .all_initials = true, .digits = true};
	uint32_t	part = r->at;

	for (;;)
	{
		uint32_t	bytes;

		scan_letters(r, &scan);
		if (scan.end >= r->length || scan.end - r->at > MAX_TOKEN_BYTES / 2)
			return scan;
		switch (byte_class[r->text[scan.end]])
		{
			case B_HYPHEN:
				if (letter_bytes(r, scan.end + 1) == 0)
					return scan;
				scan.hyphen = true;
				scan.digits = false;
				scan.all_initials = false;
				scan.end++;
				break;
			case B_STOP:
				if (r->text[scan.end] != '.' || !stop_is_inner(r, &scan, part))
					return scan;
				scan.all_initials &= scan.end - part == 1 && byte_class[r->text[part]] == B_UPPER;
				scan.stops = true;
				scan.end++;
				part = scan.end;
				break;
			case B_COMMA:
				if (!scan.digits || scan.end + 1 >= r->length || byte_class[r->text[scan.end + 1]] != B_DIGIT)
					return scan;
				scan.end++;
				break;
			case B_APOSTROPHE:
			case B_HIGH:
			case B_AMPERSAND:
				bytes = apostrophe_bytes(r, scan.end);
				/* AT&T, R&B */
				if (bytes == 0 && r->text[scan.end] == '&' && character(r, scan.end).code == '&' &&
					scan.end + 1 < r->length && byte_class[r->text[scan.end + 1]] == B_UPPER)
				{
					scan.end++;
					break;
				}
				if (bytes == 0 || letter_bytes(r, scan.end + bytes) == 0)
					return scan;
				scan.apostrophe = scan.end;
				scan.apostrophe_bytes = bytes;
				scan.wide |= bytes > 1;
				scan.digits = false;
				scan.end += bytes;
				break;
			default:
				return scan;
		}
	}
}

/* The lexicon entry of a word that may hold a curly apostrophe: don't. */
static uint32_t
lookup_word(const Reader *r, const WordScan *scan)
{
	const char *text = (const char *) r->text + r->at;
	uint32_t	length = scan->end - r->at;
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	before = scan->apostrophe - r->at;
	uint32_t	after;

	if (scan->apostrophe == 0 || scan->apostrophe_bytes == 1)
		return nq_lookup(r->doc->lexicon, text, length, (const char *) r->text + r->length);
	after = scan->end - scan->apostrophe - scan->apostrophe_bytes;
	if (before + 1 + after > sizeof(plain))
		return 0;
	memcpy(plain, text, before);
	plain[before] = '\'';
	memcpy(plain + before + 1, r->text + scan->apostrophe + scan->apostrophe_bytes, after);
	return nq_lookup(r->doc->lexicon, plain, before + 1 + after, plain + sizeof(plain));
}

/*
 * Whether the full stop after a word belongs to it; *word is the entry of both, where there is one.  Initials
 * take theirs always; an abbreviation that is an ordinary word too ("no.", "art.") only when it is capitalised.
 */
static bool
takes_stop(const Reader *r, const WordScan *scan, uint8_t flags, uint32_t *word)
{
	uint32_t	length = scan->end - r->at;
	bool		capital = (flags & TOKEN_CAPITAL) != 0;
	uint32_t	with_stop;

	*word = 0;
	if (scan->end >= r->length || r->text[scan->end] != '.')
		return false;
	if (scan->end + 1 < r->length && r->text[scan->end + 1] == '.')
		return false;			/* an ellipsis */
	with_stop = nq_lookup(r->doc->lexicon, (const char *) r->text + r->at, length + 1,
						  (const char *) r->text + r->length);
	if (with_stop != 0 && (classes_of(r->doc->lexicon, with_stop) & WC_ABBREV) != 0 &&
		(capital || scan->stops || lookup_word(r, scan) == 0))
	{
		*word = with_stop;
		return true;
	}
	return (length == 1 && capital && r->text[r->at] != 'I') || scan->stops;
}

/* "al-Rashid": a name's particle, and the name. */
static bool
begins_with_particle(const Reader *r, const WordScan *scan)
{
	const unsigned char *hyphen = scan->hyphen ? memchr(r->text + r->at, '-', scan->end - r->at) : NULL;
	uint32_t	particle;

	if (hyphen == NULL || hyphen + 1 >= r->text + scan->end || !nq_is_capital(decode(r, (uint32_t) (hyphen + 1 - r->text)).code))
		return false;
	particle = nq_lookup(r->doc->lexicon, (const char *) r->text + r->at, (uint32_t) (hyphen - r->text) - r->at,
						 (const char *) r->text + r->length);
	return (classes_of(r->doc->lexicon, particle) & WC_PARTICLE) != 0;
}

static uint8_t
case_flags(const Reader *r, const WordScan *scan)
{
	uint8_t		flags = 0;
	uint32_t	capitals = 0;

	if (begins_with_particle(r, scan))
		flags |= TOKEN_CAPITAL;
	if (nq_is_capital(decode(r, r->at).code))
	{
		flags |= TOKEN_CAPITAL;
		if (scan->letters > 1)
		{
			uint32_t	i = r->at;

			while (i < scan->end && byte_class[r->text[i]] != B_LOWER)
				i++, capitals++;
			if (i == scan->end && capitals > 1)
				flags |= TOKEN_UPPER;
		}
	}
	return flags;
}

/* ---- everything else ---- */

/* Whether a word can be looked up with others: fifteen bytes of ASCII at the most, with no full stop after them. */
static bool
can_wait(const Reader *r, const WordScan *scan)
{
	return !scan->wide && scan->end - r->at < 16 && r->length - r->at > 16 && r->text[scan->end] != '.';
}

/* Whether every part of a word that takes its stop is one letter: J., U.S. */
static bool
is_initial(const Reader *r, const WordScan *scan, uint8_t flags)
{
	return scan->all_initials && scan->letters <= 4 && (flags & TOKEN_CAPITAL) != 0 &&
		scan->end - r->at == scan->letters * 2 - 1;
}

/* A word that has to be known before what stands after it can be read. */
static void
put_known_word(Reader *r, WordScan *scan, bool clitic, uint8_t flags)
{
	uint32_t	word = 0;

	if (!clitic && takes_stop(r, scan, flags, &word))
		flags |= add_abbreviation(r->doc, r->doc->token_count) | (is_initial(r, scan, flags) ? TOKEN_INITIAL : 0);
	/* "Jock A. Finlayson": a letter with a full stop is no article. */
	if ((flags & TOKEN_INITIAL) != 0 && scan->letters == 1)
		word = 0;
	else if (word == 0)
		word = lookup_word(r, scan);
	if (word == 0 && (flags & (TOKEN_CAPITAL | TOKEN_HYPHEN)) == 0)
		word = word_of_ending(r->doc->lexicon, r->text + scan->end, scan->end - r->at);
	scan->end += (flags & TOKEN_DOTTED) != 0;
	put_entry(r, TOKEN_WORD, scan->end - r->at, word, r->doc->lexicon->words[word].class_set, flags);
}

static void
put_word(Reader *r, WordScan *scan, bool clitic)
{
	const unsigned char *p = r->text + r->at;
	uint32_t	length = scan->end - r->at;
	uint8_t		flags;

	if (scan->digits)
	{
		put_token(r, TOKEN_NUMBER, length, 0);
		return;
	}
	flags = case_flags(r, scan) | (scan->hyphen ? TOKEN_HYPHEN : 0);
	if (!can_wait(r, scan))
	{
		put_known_word(r, scan, clitic, flags);
		return;
	}
	put_entry(r, TOKEN_WORD, length, 0, 0, flags);
	nq_wait_for_word(r, p, length);
}

/* A word of letters, hyphens, apostrophes and full stops, with the clitic after it. */
static void
read_word(Reader *r)
{
	WordScan	scan = scan_word(r);
	uint32_t	end = scan.end;
	bool		clitic = scan.apostrophe > r->at && is_clitic(r->text + scan.apostrophe + scan.apostrophe_bytes,
															  scan.end - scan.apostrophe - scan.apostrophe_bytes);

	if (clitic)
	{
		scan.end = scan.apostrophe;
		scan.apostrophe = 0;
	}
	put_word(r, &scan, clitic);
	if (clitic)
		put_entry(r, TOKEN_CLITIC, end - r->at, 0, set_of_kind(TOKEN_CLITIC) + is_possessive_clitic(r->text + end), 0);
}

/* @name, #tag: to the end of the letters. */
static void
read_handle(Reader *r)
{
	WordScan	scan = {.end = r->at + 1};

	while (scan.end < r->length && scan.end - r->at < MAX_TOKEN_BYTES / 2)
	{
		uint32_t	before = scan.end;

		scan_letters(r, &scan);
		if (scan.end < r->length && r->text[scan.end] == '_')
			scan.end++;
		if (scan.end == before)
			break;
	}
	put_token(r, scan.end > r->at + 1 ? TOKEN_HANDLE : TOKEN_OTHER, scan.end - r->at, 0);
}

/* http://...: to the next blank or mark. */
static void
read_address(Reader *r)
{
	uint32_t	end = r->at;

	while (end < r->length && end - r->at < MAX_TOKEN_BYTES && r->text[end] < 0x80 &&
		   byte_class[r->text[end]] != B_SPACE && byte_class[r->text[end]] != B_NEWLINE &&
		   byte_class[r->text[end]] != B_QUOTE && byte_class[r->text[end]] != B_CLOSE)
		end++;
	while (end > r->at + 1 && (byte_class[r->text[end - 1]] == B_STOP || byte_class[r->text[end - 1]] == B_COMMA))
		end--;
	put_token(r, TOKEN_HANDLE, end - r->at, 0);
}

static bool
at_address(const Reader *r)
{
	static const char *const schemes[] = {"http://", "https://", "www."};

	if ((r->text[r->at] | 0x20) != 'h' && (r->text[r->at] | 0x20) != 'w')
		return false;
	for (size_t i = 0; i < 3; i++)
	{
		size_t		n = strlen(schemes[i]);

		if (r->length - r->at > n && memcmp(r->text + r->at, schemes[i], n) == 0)
			return true;
	}
	return false;
}

/* A run of . ! ? is one token; three full stops or more are an ellipsis, ". . ." too. */
static void
read_stops(Reader *r)
{
	uint32_t	end = r->at;
	uint32_t	spaced = r->at;
	uint32_t	points = 0;
	bool		only_points = true;

	while (end < r->length && byte_class[r->text[end]] == B_STOP && end - r->at < MAX_TOKEN_BYTES)
	{
		only_points &= r->text[end] == '.';
		end++;
	}
	while (spaced + 2 < r->length && points < 3 && r->text[spaced] == '.' &&
		   r->text[spaced + 1] == ' ' && r->text[spaced + 2] == '.')
	{
		spaced += 2;
		points++;
	}
	if (!only_points)
		put_token(r, TOKEN_STOP, end - r->at, 0);
	else if (end - r->at >= 2)
		put_token(r, TOKEN_ELLIPSIS, end - r->at, 0);
	else if (points >= 2)
		put_token(r, TOKEN_ELLIPSIS, spaced + 1 - r->at, 0);
	else
		put_token(r, TOKEN_STOP, 1, 0);
}

/* -, -- and --- */
static void
read_hyphens(Reader *r)
{
	uint32_t	end = r->at;

	while (end < r->length && r->text[end] == '-' && end - r->at < MAX_TOKEN_BYTES)
		end++;
	put_token(r, TOKEN_DASH, end - r->at, 0);
}

/* The mark that a character is, or twice the same character; -1 for none. */
static int
sign_of(uint32_t code, bool twice)
{
	switch (code)
	{
		case '"':
		case 0xff02:
			return SIGN_DOUBLE_STRAIGHT;
		case '\'':
			return twice ? SIGN_TWIN_STRAIGHT : SIGN_SINGLE_STRAIGHT;
		case '`':
			return twice ? SIGN_TWIN_GRAVE : SIGN_GRAVE;
		case 0x2018:
		case 0x201b:
			return twice ? SIGN_TWIN_OPEN : SIGN_SINGLE_OPEN;
		case 0x2019:
			return twice ? SIGN_TWIN_CLOSE : SIGN_SINGLE_CLOSE;
		case 0x201a:
			return SIGN_SINGLE_LOW;
		case 0x201c:
		case 0x201f:
			return SIGN_DOUBLE_OPEN;
		case 0x201d:
			return SIGN_DOUBLE_CLOSE;
		case 0x201e:
			return SIGN_DOUBLE_LOW;
		case 0xab:
			return SIGN_GUILLEMET_LEFT;
		case 0xbb:
			return SIGN_GUILLEMET_RIGHT;
		case 0x2039:
			return SIGN_ANGLE_LEFT;
		case 0x203a:
			return SIGN_ANGLE_RIGHT;
		case 0x300c:
			return SIGN_CORNER_OPEN;
		case 0x300d:
			return SIGN_CORNER_CLOSE;
		case 0x300e:
			return SIGN_WHITE_CORNER_OPEN;
		case 0x300f:
			return SIGN_WHITE_CORNER_CLOSE;
	}
	return -1;
}

static void
read_mark(Reader *r, Character c)
{
	uint32_t	next = r->at + c.bytes;
	bool		twice = false;

	if (next < r->length && (c.code == '\'' || c.code == '`' || c.code == 0x2018 || c.code == 0x2019))
	{
		Character	second = character(r, next);

		twice = second.code == c.code;
		c.bytes += twice ? second.bytes : 0;
	}
	put_mark(r, (MarkSign) sign_of(c.code, twice), c.bytes);
}

static TokenKind
punctuation_kind(uint32_t code)
{
	switch (code)
	{
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
		case 0x2212:
			return TOKEN_DASH;
		case 0x2026:
			return TOKEN_ELLIPSIS;
		case 0x3002:
		case 0xff01:
		case 0xff1f:
		case 0xff0e:
			return TOKEN_STOP;
		case 0x3001:
		case 0xff0c:
			return TOKEN_COMMA;
		case 0xff1a:
			return TOKEN_COLON;
		case 0xff1b:
			return TOKEN_SEMICOLON;
		case 0xff08:
		case 0x3010:
			return TOKEN_OPEN;
		case 0xff09:
		case 0x3011:
			return TOKEN_CLOSE;
		default:
			return TOKEN_OTHER;
	}
}

/* A character outside ASCII, or an HTML entity. */
static void
read_wide(Reader *r)
{
	Character	c = character(r, r->at);
	int			sign = sign_of(c.code, false);

	if (sign >= 0)
		read_mark(r, c);
	else if (nq_is_newline(c.code))
		skip_newline(r, c.bytes);
	else if (nq_is_space(c.code))
		skip_blank(r, c.bytes);
	else if (byte_class[r->text[r->at]] == B_HIGH && nq_is_letter(c.code))
		read_word(r);
	else
		put_token(r, punctuation_kind(c.code), c.bytes, 0);
}

/* Reads one token, or what stands between two. */
static void
read_next(Reader *r)
{
	unsigned char b = r->text[r->at];
	uint8_t		class = byte_class[b];

	switch (class)
	{
		case B_SPACE:
			skip_blank(r, 1);
			break;
		case B_NEWLINE:
			/* CR LF is one line's end */
			skip_newline(r, b == '\r' && r->at + 1 < r->length && r->text[r->at + 1] == '\n' ? 2 : 1);
			break;
		case B_LOWER:
		case B_UPPER:
			if (at_address(r))
				read_address(r);
			else
				read_word(r);
			break;
		case B_DIGIT:
			read_word(r);
			break;
		case B_HIGH:
		case B_AMPERSAND:
			read_wide(r);
			break;
		case B_APOSTROPHE:
		case B_QUOTE:
		case B_GRAVE:
			read_mark(r, (Character) {b, 1});
			break;
		case B_STOP:
			read_stops(r);
			break;
		case B_HYPHEN:
			read_hyphens(r);
			break;
		case B_AT:
			read_handle(r);
			break;
		default:
			put_token(r, (TokenKind) kind_of_class[class], 1, 0);
	}
}

/*
 * The end is a token like any other, but not counted.  So are those after it in its block, of which
 * nothing is tag_bits.
 */
static void
end_tokens(Reader *r)
{
	Document   *doc = r->doc;
	uint32_t	count = doc->token_count;

	nq_find_waiting(r);
	r->pending |= TOKEN_SPACE;
	put_token(r, TOKEN_END, 0, 0);
	doc->tokens[count].flags |= TOKEN_NEWLINE;
	memset(&doc->tokens[count + 1], 0, (BLOCK_TOKENS - 1 - count % BLOCK_TOKENS) * sizeof(Token));
	doc->token_count = count;
}

bool
nq_find_tokens(Document *doc)
{
	WaitingWord waiting[MOST_WAIT];
	Reader		r = {.doc = doc, .text = (const unsigned char *) doc->text, .length = doc->length, .waiting = waiting};

	/* English has a token for every five bytes or so; what is not used of the room costs nothing. */
	r.token_capacity = doc->length / 4 + ROOM;
	r.line_capacity = r.mark_capacity = r.abbreviation_capacity = doc->length / 100 + ROOM;
	if (!nq_make_room(&r))
		return false;
	r.pending = begin_line(doc, 0, 0) | TOKEN_BLANKLINE;
	while (r.at < r.length)
	{
		if (!nq_read_plain(&r) || !make_room(&r))
			return false;
		if (r.at < r.length)
			read_next(&r);
	}
	if (!make_room(&r))
		return false;
	end_tokens(&r);
	return true;
}

uint32_t
nq_token_from(const Document *doc, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = doc->token_count;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (token_end(token_at(doc, middle)) <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
