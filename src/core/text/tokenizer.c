/*
 * tokenizer.c
 *	  Text to tokens.
 *
 * Takes UTF-8 bytes; gives words, numbers, punctuation and possible quotation marks in the order of the text,
 * each with its byte offset and its lexicon entry.  Blanks are not tokens; flags of the following token record
 * them.
 *
 * One pass over the bytes, driven by a table of 256 byte classes; only bytes above 0x7f are decoded.  Most text
 * is plain ASCII, which tokenizer_ascii.c reads; this file reads one token of any kind.  A word includes its
 * inner hyphens, apostrophes and full stops (co-founder, O'Neill, D.C.), and the final full stop of an
 * abbreviation.  The language's clitics ('s, 're; l', qu') become tokens of their own, and so does a subject
 * joined to its verb by a hyphen (dit-il, a-t-il): the bytes between the two belong to no token.
 */
#include "core/base/characters.h"
#include "core/text/byte_classes.h"
#include "core/text/token_rules.h"
#include "core/text/tokenizer_ascii.h"

#include <string.h>

/* The longest proclitic, in bytes, without its apostrophe. */
#define MAX_PROCLITIC 8

/* A token's length has 16 bits; a longer run becomes several tokens. */
#define MAX_TOKEN_BYTES 60000

/*
 * The longest run of letters and digits in a word, in bytes; a longer one is cut.  Later stages check for
 * interrupts every so many tokens, and hash each word: this bounds the bytes between two checks.
 */
#define MAX_LETTER_BYTES 1024

static Character
decode(const TokenWriter *w, uint32_t at)
{
	return nq_decode(w->text + at, w->text + w->length);
}

static bool
is_word_byte(unsigned char b)
{
	uint8_t		class = byte_class[b];

	return class == B_LOWER || class == B_UPPER || class == B_DIGIT;
}

/* The length of the letter at a position, in bytes; 0 if there is none. */
static uint32_t
letter_bytes(const TokenWriter *w, uint32_t at)
{
	Character	c;

	if (at >= w->length)
		return 0;
	if (is_word_byte(w->text[at]))
		return 1;
	if (byte_class[w->text[at]] != B_HIGH)
		return 0;
	c = decode(w, at);
	return nq_is_letter(c.code) ? c.bytes : 0;
}

/* The length of the apostrophe at a position (straight, curly, or an acute accent), in bytes; 0 if there is none. */
static uint32_t
apostrophe_bytes(const TokenWriter *w, uint32_t at)
{
	Character	c;

	if (at >= w->length)
		return 0;
	if (w->text[at] == '\'')
		return 1;
	if (w->text[at] != 0xe2 && w->text[at] != 0xc2)
		return 0;
	c = decode(w, at);
	return c.code == 0x2019 || c.code == 0xb4 || c.code == '\'' ? c.bytes : 0;
}

/* ---- words ---- */

typedef struct WordScan
{
	uint32_t	end;			/* in bytes */
	uint32_t	apostrophe;		/* offset of the last inner apostrophe; 0: none */
	uint32_t	apostrophe_bytes;
	uint32_t	letters;
	bool		wide;			/* has non-ASCII characters */
	bool		hyphen;
	bool		stops;			/* has an inner full stop */
	bool		decimal;		/* ... between digits: R3.2bn, N9.65 */
	bool		all_initials;	/* every part before a stop is one capital letter */
	bool		digits;			/* only digits and their separators */
} WordScan;

/* Scans a run of letters and digits from scan->end on, up to the maximal length. */
static void
scan_letters(const TokenWriter *w, WordScan *scan)
{
	const uint32_t limit = w->length - w->at > MAX_LETTER_BYTES ? w->at + MAX_LETTER_BYTES : w->length;

	while (scan->end < limit)
	{
		uint32_t	bytes;

		while (scan->end + 8 <= limit && (bytes = count_letters(load_eight(w->text + scan->end))) > 0)
		{
			scan->end += bytes;
			scan->letters += bytes;
			scan->digits = false;
		}
		while (scan->end < limit && is_word_byte(w->text[scan->end]))
		{
			scan->digits &= byte_class[w->text[scan->end]] == B_DIGIT;
			scan->end++;
			scan->letters++;
		}
		bytes = letter_bytes(w, scan->end);
		if (bytes == 0)
			return;
		scan->end += bytes;
		scan->wide = true;
		scan->letters++;
		scan->digits = false;
	}
}

/* Is the full stop at scan->end inside the word: U.S, a.m, 3.5, example.com? */
static bool
stop_is_inner(const TokenWriter *w, const WordScan *scan, uint32_t part_start)
{
	uint32_t	next = scan->end + 1;
	bool		next_capital;

	if (letter_bytes(w, next) == 0)
		return false;
	if (scan->digits)
		return byte_class[w->text[next]] == B_DIGIT;
	next_capital = nq_is_capital(decode(w, next).code);
	return !next_capital || scan->end - part_start == 1;
}

static WordScan
scan_word(const TokenWriter *w)
{
	WordScan	scan = {.end = w->at, .all_initials = true, .digits = true};
	uint32_t	part = w->at;

	for (;;)
	{
		uint32_t	bytes;

		scan_letters(w, &scan);
		if (scan.end >= w->length || scan.end - w->at >= MAX_LETTER_BYTES)
			return scan;
		switch (byte_class[w->text[scan.end]])
		{
			case B_HYPHEN:
				if (letter_bytes(w, scan.end + 1) == 0)
					return scan;
				scan.hyphen = true;
				scan.digits = false;
				scan.all_initials = false;
				scan.end++;
				break;
			case B_STOP:
				if (w->text[scan.end] != '.' || !stop_is_inner(w, &scan, part))
					return scan;
				scan.all_initials &= scan.end - part == 1 && byte_class[w->text[part]] == B_UPPER;
				scan.stops = true;
				scan.decimal |= byte_class[w->text[scan.end - 1]] == B_DIGIT && byte_class[w->text[scan.end + 1]] == B_DIGIT;
				scan.end++;
				part = scan.end;
				break;
			case B_COMMA:
				if (!scan.digits || scan.end + 1 >= w->length || byte_class[w->text[scan.end + 1]] != B_DIGIT)
					return scan;
				scan.end++;
				break;
			case B_APOSTROPHE:
			case B_HIGH:
			case B_AMPERSAND:
				bytes = apostrophe_bytes(w, scan.end);
				/* AT&T, R&B */
				if (bytes == 0 && w->text[scan.end] == '&' &&
					scan.end + 1 < w->length && byte_class[w->text[scan.end + 1]] == B_UPPER)
				{
					scan.end++;
					break;
				}
				if (bytes == 0 || letter_bytes(w, scan.end + bytes) == 0)
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

/* The lexicon entry of a word that may have a curly apostrophe: don’t. */
static uint32_t
lookup_word(const TokenWriter *w, const WordScan *scan)
{
	const char *text = (const char *) w->text + w->at;
	uint32_t	length = scan->end - w->at;
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	before = scan->apostrophe - w->at;
	uint32_t	after;

	if (scan->apostrophe == 0 || scan->apostrophe_bytes == 1)
		return nq_lookup(w->doc->lexicon, text, length, (const char *) w->text + w->length);
	after = scan->end - scan->apostrophe - scan->apostrophe_bytes;
	if (before + 1 + after > sizeof(plain))
		return 0;
	memcpy(plain, text, before);
	plain[before] = '\'';
	memcpy(plain + before + 1, w->text + scan->apostrophe + scan->apostrophe_bytes, after);
	return nq_lookup(w->doc->lexicon, plain, before + 1 + after, plain + sizeof(plain));
}

/*
 * Does the full stop after a word belong to it?  Sets *word to the entry of both, if there is one.  Initials
 * always include their stop, except for a pronoun of one letter (I).  An abbreviation that is also an ordinary
 * word ("no.", "art.") includes it only if capitalised.
 */
static bool
takes_stop(const TokenWriter *w, const WordScan *scan, uint8_t flags, uint32_t *word)
{
	uint32_t	length = scan->end - w->at;
	bool		capital = (flags & TOKEN_CAPITAL) != 0;
	uint32_t	with_stop;

	*word = 0;
	if (scan->end >= w->length || w->text[scan->end] != '.')
		return false;
	if (scan->end + 1 < w->length && w->text[scan->end + 1] == '.')
		return false;			/* an ellipsis */
	with_stop = nq_lookup(w->doc->lexicon, (const char *) w->text + w->at, length + 1,
						  (const char *) w->text + w->length);
	/* "Said Ida.": at the end of a paragraph, a forename is no abbreviation. */
	if (with_stop != 0 && capital && (scan->end + 1 >= w->length || w->text[scan->end + 1] == '\n' || w->text[scan->end + 1] == '\r') &&
		(classes_of(w->doc->lexicon, with_stop) & (WC_SUFFIX | WC_TITLE)) == 0 && (classes_of(w->doc->lexicon, lookup_word(w, scan)) & WC_FORENAME) != 0)
		return false;
	if (with_stop != 0 && (classes_of(w->doc->lexicon, with_stop) & WC_ABBREV) != 0 &&
		(capital || scan->stops || lookup_word(w, scan) == 0))
	{
		*word = with_stop;
		return true;
	}
	return (length == 1 && capital && (classes_of(w->doc->lexicon, lookup_word(w, scan)) & WC_PRONOUN) == 0) ||
		(scan->stops && !scan->decimal);
}

/* "al-Rashid": does a word begin with a particle, followed by a name? */
static bool
begins_with_particle(const TokenWriter *w, const WordScan *scan)
{
	const unsigned char *hyphen = scan->hyphen ? memchr(w->text + w->at, '-', scan->end - w->at) : NULL;
	uint32_t	particle;

	if (hyphen == NULL || hyphen + 1 >= w->text + scan->end || !nq_is_capital(decode(w, (uint32_t) (hyphen + 1 - w->text)).code))
		return false;
	particle = nq_lookup(w->doc->lexicon, (const char *) w->text + w->at, (uint32_t) (hyphen - w->text) - w->at,
						 (const char *) w->text + w->length);
	return (classes_of(w->doc->lexicon, particle) & WC_PARTICLE) != 0;
}

static uint8_t
case_flags(const TokenWriter *w, const WordScan *scan)
{
	uint8_t		flags = 0;
	uint32_t	capitals = 0;

	if (begins_with_particle(w, scan))
		flags |= TOKEN_CAPITAL;
	if (nq_is_capital(decode(w, w->at).code))
	{
		flags |= TOKEN_CAPITAL;
		if (scan->letters > 1)
		{
			uint32_t	i = w->at;

			while (i < scan->end && byte_class[w->text[i]] != B_LOWER)
				i++, capitals++;
			if (i == scan->end && capitals > 1)
				flags |= TOKEN_UPPER;
		}
	}
	return flags;
}

/* ---- everything else ---- */

/* Can a word be looked up in a batch: up to fifteen ASCII bytes, not followed by a full stop? */
static bool
can_wait(const TokenWriter *w, const WordScan *scan)
{
	return !scan->wide && scan->end - w->at < 16 && w->length - w->at > 16 && w->text[scan->end] != '.';
}

/* Is every part of a word with its stop one letter: J., U.S.? */
static bool
is_initial(const TokenWriter *w, const WordScan *scan, uint8_t flags)
{
	return scan->all_initials && scan->letters <= 4 && (flags & TOKEN_CAPITAL) != 0 &&
		scan->end - w->at == scan->letters * 2 - 1;
}

/* Writes a word that must be looked up immediately: its entry decides whether a following full stop belongs to it. */
static void
put_known_word(TokenWriter *w, WordScan *scan, bool clitic, uint8_t flags)
{
	uint32_t	word = 0;
	uint32_t	set;

	if (!clitic && takes_stop(w, scan, flags, &word))
		flags |= add_abbreviation(w->doc, w->doc->token_count) | (is_initial(w, scan, flags) ? TOKEN_INITIAL : 0);
	if ((flags & TOKEN_INITIAL) != 0 && nq_has_letters(&w->doc->language->tokens->letter_titles, (const char *) w->text + w->at, scan->end - w->at))
		flags &= (uint8_t) ~TOKEN_INITIAL;
	/* "Jock A. Finlayson": a letter with a full stop is not an article. */
	if ((flags & TOKEN_INITIAL) != 0 && scan->letters == 1)
		word = 0;
	else if (word == 0)
		word = lookup_word(w, scan);
	set = w->doc->lexicon->words[word].class_set;
	if (word == 0)
		guess_word(w->doc, w->text + w->at, scan->end - w->at, flags, &word, &set);
	scan->end += (flags & TOKEN_DOTTED) != 0;
	put_entry(w, TOKEN_WORD, scan->end - w->at, word, set, flags);
}

static void
put_word(TokenWriter *w, WordScan *scan, bool clitic)
{
	FoldedWord	folded;
	uint32_t	length = scan->end - w->at;
	uint8_t		flags;

	if (scan->digits)
	{
		put_token(w, TOKEN_NUMBER, length, 0);
		return;
	}
	flags = case_flags(w, scan) | (scan->hyphen ? TOKEN_HYPHEN : 0);
	if (!can_wait(w, scan))
	{
		put_known_word(w, scan, clitic, flags);
		return;
	}
	folded = fold_word(w->text + w->at, length);
	put_entry(w, TOKEN_WORD, length, 0, 0, flags);
	set_waiting(&w->waiting[w->waiting_count++], w->doc->lexicon, &folded, &w->doc->tokens[w->doc->token_count - 1]);
}

/* The length of the proclitic at the current position, without its apostrophe; 0 if there is none. */
static uint32_t
proclitic_letters(const TokenWriter *w, uint32_t *apostrophe)
{
	uint32_t	end = w->at;
	uint32_t	after;

	while (end < w->length && end < w->at + MAX_PROCLITIC && is_word_byte(w->text[end]))
		end++;
	*apostrophe = apostrophe_bytes(w, end);
	after = end + *apostrophe;
	if (*apostrophe == 0 || after >= w->length || byte_class[w->text[after]] == B_SPACE || byte_class[w->text[after]] == B_NEWLINE ||
		!is_proclitic(w->doc, w->text + w->at, end - w->at))
		return 0;
	return end - w->at;
}

/* Writes a proclitic with its apostrophe: l', qu'. */
static bool
read_proclitic(TokenWriter *w)
{
	char		plain[MAX_PROCLITIC + 1];
	uint32_t	apostrophe;
	uint32_t	letters = w->doc->language->tokens->proclitics.count == 0 ? 0 : proclitic_letters(w, &apostrophe);
	uint32_t	word;

	if (letters == 0)
		return false;
	memcpy(plain, w->text + w->at, letters);
	plain[letters] = '\'';
	word = nq_lookup(w->doc->lexicon, plain, letters + 1, plain + sizeof(plain));
	put_entry(w, TOKEN_WORD, letters + apostrophe, word, w->doc->lexicon->words[word].class_set,
			  nq_is_capital(w->text[w->at]) ? TOKEN_CAPITAL : 0);
	return true;
}

/* The hyphen before the last part of a word; 0 if there is none. */
static uint32_t
last_hyphen(const TokenWriter *w, uint32_t end)
{
	while (end > w->at && w->text[end - 1] != '-')
		end--;
	return end > w->at + 1 ? end - 1 : 0;
}

/* "Dit-il", "a-t-il": separates a verb from its subject, and returns the start of the subject; 0 if there is none. */
static uint32_t
cut_inversion(const TokenWriter *w, WordScan *scan)
{
	const TokenRules *rules = w->doc->language->tokens;
	const char *text = (const char *) w->text;
	uint32_t	hyphen = scan->hyphen && rules->inversions.count > 0 ? last_hyphen(w, scan->end) : 0;
	uint32_t	subject = hyphen + 1;
	uint32_t	before;

	if (hyphen == 0 || scan->apostrophe > w->at || !nq_has_letters(&rules->inversions, text + subject, scan->end - subject))
		return 0;
	before = last_hyphen(w, hyphen);
	if (before > 0 && nq_has_letters(&rules->joiners, text + before + 1, hyphen - before - 1))
		hyphen = before;
	scan->letters -= scan->end - subject + (subject - hyphen > 1 ? subject - hyphen - 2 : 0);
	scan->end = hyphen;
	scan->hyphen = last_hyphen(w, hyphen) > 0;
	return subject;
}

/* Reads a word of letters, hyphens, apostrophes and full stops, and its clitic. */
static void
read_word(TokenWriter *w)
{
	WordScan	scan;
	uint32_t	end;
	uint32_t	letters;
	uint32_t	subject;
	bool		clitic;

	if (read_proclitic(w))
		return;
	scan = scan_word(w);
	end = scan.end;
	letters = scan.apostrophe + scan.apostrophe_bytes;
	clitic = scan.apostrophe > w->at && is_clitic(w->doc, w->text + letters, end - letters);
	subject = cut_inversion(w, &scan);
	if (subject > 0)
	{
		put_word(w, &scan, false);
		w->at = subject;
		scan = scan_word(w);
		put_word(w, &scan, false);
		return;
	}

	if (clitic)
	{
		scan.end = scan.apostrophe;
		scan.apostrophe = 0;
	}
	put_word(w, &scan, clitic);
	if (clitic)
		put_entry(w, TOKEN_CLITIC, end - w->at, 0, set_of_kind(TOKEN_CLITIC) + is_possessive_clitic(w->doc, w->text + letters, end - letters), 0);
}

/* Reads @name or #tag, up to the end of the letters. */
static void
read_handle(TokenWriter *w)
{
	WordScan	scan = {.end = w->at + 1};

	while (scan.end < w->length && scan.end - w->at < MAX_LETTER_BYTES)
	{
		uint32_t	before = scan.end;

		scan_letters(w, &scan);
		if (scan.end < w->length && w->text[scan.end] == '_')
			scan.end++;
		if (scan.end == before)
			break;
	}
	put_token(w, scan.end > w->at + 1 ? TOKEN_HANDLE : TOKEN_OTHER, scan.end - w->at, 0);
}

/* Reads http://... up to the next blank or mark. */
static void
read_address(TokenWriter *w)
{
	uint32_t	end = w->at;

	while (end < w->length && end - w->at < MAX_TOKEN_BYTES && w->text[end] < 0x80 &&
		   byte_class[w->text[end]] != B_SPACE && byte_class[w->text[end]] != B_NEWLINE &&
		   byte_class[w->text[end]] != B_QUOTE && byte_class[w->text[end]] != B_CLOSE)
		end++;
	while (end > w->at + 1 && (byte_class[w->text[end - 1]] == B_STOP || byte_class[w->text[end - 1]] == B_COMMA))
		end--;
	put_token(w, TOKEN_HANDLE, end - w->at, 0);
}

static bool
at_address(const TokenWriter *w)
{
	static const char *const schemes[] = {"http://", "https://", "www."};

	if ((w->text[w->at] | 0x20) != 'h' && (w->text[w->at] | 0x20) != 'w')
		return false;
	for (size_t i = 0; i < 3; i++)
	{
		size_t		n = strlen(schemes[i]);

		if (w->length - w->at > n && memcmp(w->text + w->at, schemes[i], n) == 0)
			return true;
	}
	return false;
}

/* Reads a run of . ! ? as one token; an ellipsis has at least two full stops, or is ". . .". */
static void
read_stops(TokenWriter *w)
{
	uint32_t	end = w->at;
	uint32_t	spaced = w->at;
	uint32_t	points = 0;
	bool		only_points = true;

	while (end < w->length && byte_class[w->text[end]] == B_STOP && end - w->at < MAX_TOKEN_BYTES)
	{
		only_points &= w->text[end] == '.';
		end++;
	}
	while (spaced + 2 < w->length && points < 3 && w->text[spaced] == '.' &&
		   w->text[spaced + 1] == ' ' && w->text[spaced + 2] == '.')
	{
		spaced += 2;
		points++;
	}
	if (!only_points)
		put_token(w, TOKEN_STOP, end - w->at, 0);
	else if (end - w->at >= 2)
		put_token(w, TOKEN_ELLIPSIS, end - w->at, 0);
	else if (points >= 2)
		put_token(w, TOKEN_ELLIPSIS, spaced + 1 - w->at, 0);
	else
		put_token(w, TOKEN_STOP, 1, 0);
}

/* -, -- and --- */
static void
read_hyphens(TokenWriter *w)
{
	uint32_t	end = w->at;

	while (end < w->length && w->text[end] == '-' && end - w->at < MAX_TOKEN_BYTES)
		end++;
	put_token(w, TOKEN_DASH, end - w->at, 0);
}

/* The sign of a quotation mark, or of the same character twice; -1 if it is none. */
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
read_mark(TokenWriter *w, Character c)
{
	uint32_t	next = w->at + c.bytes;
	bool		twice = false;

	if (next < w->length && (c.code == '\'' || c.code == '`' || c.code == 0x2018 || c.code == 0x2019))
	{
		Character	second = decode(w, next);

		twice = second.code == c.code;
		c.bytes += twice ? second.bytes : 0;
	}
	add_mark(w->doc, w->doc->token_count, (MarkSign) sign_of(c.code, twice));
	put_token(w, TOKEN_MARK, c.bytes, 0);
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

/* Reads a character outside ASCII. */
static void
read_wide(TokenWriter *w)
{
	Character	c = decode(w, w->at);
	int			sign = sign_of(c.code, false);

	if (sign >= 0)
		read_mark(w, c);
	else if (nq_is_newline(c.code))
		skip_newline(w, c.bytes);
	else if (nq_is_space(c.code))
		skip_blank(w, c.bytes);
	else if (byte_class[w->text[w->at]] == B_HIGH && nq_is_letter(c.code))
		read_word(w);
	else
		put_token(w, punctuation_kind(c.code), c.bytes, 0);
}

/* Reads one token, a blank or a line break. */
static void
read_next(TokenWriter *w)
{
	unsigned char b = w->text[w->at];
	uint8_t		class = byte_class[b];

	switch (class)
	{
		case B_SPACE:
			skip_blank(w, 1);
			break;
		case B_NEWLINE:
			/* CR LF is one line break. */
			skip_newline(w, b == '\r' && w->at + 1 < w->length && w->text[w->at + 1] == '\n' ? 2 : 1);
			break;
		case B_LOWER:
		case B_UPPER:
			if (at_address(w))
				read_address(w);
			else
				read_word(w);
			break;
		case B_DIGIT:
			read_word(w);
			break;
		case B_HIGH:
		case B_AMPERSAND:
			read_wide(w);
			break;
		case B_APOSTROPHE:
		case B_QUOTE:
		case B_GRAVE:
			read_mark(w, (Character) {b, 1});
			break;
		case B_STOP:
			read_stops(w);
			break;
		case B_HYPHEN:
			read_hyphens(w);
			break;
		case B_AT:
			read_handle(w);
			break;
		default:
			put_token(w, (TokenKind) kind_of_class[class], 1, 0);
	}
}

bool
nq_find_tokens(Document *doc)
{
	TokenWriter w;

	if (!nq_begin_tokens(&w, doc))
		return false;
	while (w.at < w.length)
	{
		if (!nq_read_ascii(&w) || !make_room(&w))
			return false;
		if (w.at < w.length)
			read_next(&w);
	}
	if (!make_room(&w))
		return false;
	nq_end_tokens(&w);
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
