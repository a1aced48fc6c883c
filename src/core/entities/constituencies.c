/*
 * constituencies.c
 *	  The party and constituency printed after a name.
 *
 * "The Montana Republican" is "Otto Lund (R-Mont.)": the party's initial and the abbreviation of the place are compared with
 * the capitalised words of the description.  No list of abbreviations is needed: the letters of one are in the name of
 * the place, in the same order.
 */
#include "core/entities/constituencies.h"

#include "core/lexical/word_properties.h"

/* The longest party and constituency after a name, in bytes and tokens, and the longest name of a constituency. */
#define TAG_BYTES 24
#define TAG_TOKENS 5
#define PLACE_BYTES 32

/* The words of a description that a party and constituency after a name must fit: "the Montana Republican". */
typedef struct Constituency
{
	char		party;			/* the initial of the party; 0 if there is none */
	char		place[PLACE_BYTES];	/* the letters of the place, in lower case */
	uint32_t	length;
} Constituency;

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char
lower(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char) (c + ('a' - 'A'));
	return c;
}

/* Reads the capitalised words of a description: "the New Mexico Democrat", "the Montana senator".  Returns false if they are of no constituency. */
static bool
read_constituency(const Document *doc, const Mention *mention, Constituency *words)
{
	*words = (Constituency) {0};
	if (!names_show_capitals(doc) || mention->kind != MENTION_NOMINAL || mention->last != mention->head + 1 || !token_does(doc, mention->first, FN_DEFINITE | FN_INDEFINITE))
		return false;
	for (uint32_t i = mention->first + 1; i <= mention->head; i++)
	{
		const char *text = doc->text + token_at(doc, i)->start;

		if ((token_at(doc, i)->flags & TOKEN_CAPITAL) == 0)
			continue;
		if (token_has(doc, i, WC_ROLEADJ | WC_PERSON) && !token_has(doc, i, WC_PLACE | WC_COUNTRY))
		{
			words->party = text[0];
			continue;
		}
		if (i < mention->head)
			for (uint32_t k = 0; k < token_at(doc, i)->length && words->length < PLACE_BYTES; k++)
				if (is_letter(text[k]))
					words->place[words->length++] = lower(text[k]);
	}
	return words->party != 0 || words->length > 0;
}

/* The bytes of the party and constituency after a name: "R-Mont." in brackets or after a comma, "D., N.M."; 0 if there are none. */
static uint32_t
tag_after(const Document *doc, const Mention *name, const char **tag)
{
	uint32_t	i = name->last + 1;
	uint32_t	end = i;
	bool		bracket;

	if (name->kind != MENTION_NAME || i + 1 >= doc->token_count)
		return 0;
	bracket = token_at(doc, name->last)->kind == TOKEN_OPEN;
	if (!bracket && (token_at(doc, name->last)->kind != TOKEN_COMMA || (token_at(doc, i)->flags & TOKEN_HYPHEN) == 0))
		return 0;
	while (end < doc->token_count && end < i + TAG_TOKENS && token_at(doc, end)->kind != (bracket ? TOKEN_CLOSE : TOKEN_COMMA))
		end++;
	if (end >= doc->token_count || end == i || token_at(doc, end)->kind != (bracket ? TOKEN_CLOSE : TOKEN_COMMA))
		return 0;
	*tag = doc->text + token_at(doc, i)->start;
	end = token_at(doc, end)->start - token_at(doc, i)->start;
	return end >= 3 && end <= TAG_BYTES && (*tag)[0] >= 'A' && (*tag)[0] <= 'Z' && !is_letter((*tag)[1]) ? end : 0;
}

/* Whether the letters of an abbreviation are in the name of a place in this order, the first one at its beginning: N.M., Mont., GA. */
static bool
abbreviates(const char *letters, uint32_t bytes, const Constituency *words)
{
	uint32_t	at = 0;
	bool		first = true;

	for (uint32_t i = 0; i < bytes; i++)
	{
		if (!is_letter(letters[i]))
			continue;
		while (at < words->length && words->place[at] != lower(letters[i]) && !first)
			at++;
		if (at >= words->length || words->place[at] != lower(letters[i]))
			return false;
		at++;
		first = false;
	}
	return !first;
}

/* Whether the party and constituency printed after a name fit. */
static ConstituencyFit
tag_fits(const Document *doc, const Mention *name, const Constituency *words)
{
	const char *tag;
	uint32_t	bytes = tag_after(doc, name, &tag);

	if (bytes == 0)
		return CONSTITUENCY_UNKNOWN;
	return (words->party == 0 || words->party == tag[0]) && (words->length == 0 || abbreviates(tag + 1, bytes - 1, words)) ? CONSTITUENCY_FITS : CONSTITUENCY_FITS_NOT;
}

ConstituencyFit
nq_constituency_fits(const Document *doc, uint32_t number, const Antecedent *who)
{
	Constituency words;
	ConstituencyFit fit;

	if (!read_constituency(doc, &doc->mentions[number], &words))
		return CONSTITUENCY_UNKNOWN;
	fit = tag_fits(doc, &doc->mentions[who->latest], &words);
	return fit == CONSTITUENCY_UNKNOWN ? tag_fits(doc, &doc->mentions[who->referent], &words) : fit;
}

bool
nq_names_constituency(const Document *doc, uint32_t number)
{
	Constituency words;

	return read_constituency(doc, &doc->mentions[number], &words) && words.length > 0;
}

/* Mentions and sentences after a description among which the name is searched. */
#define CONSTITUENTS_AHEAD 60
#define CONSTITUENT_SENTENCES 4

uint32_t
nq_constituent_ahead(const Document *doc, uint32_t number)
{
	Constituency words;

	if (!read_constituency(doc, &doc->mentions[number], &words) || words.length == 0)
		return NONE;
	for (uint32_t k = number + 1; k < doc->mention_count && k < number + CONSTITUENTS_AHEAD &&
		 doc->mentions[k].sentence <= doc->mentions[number].sentence + CONSTITUENT_SENTENCES; k++)
		if (doc->mentions[k].inside == NONE && tag_fits(doc, &doc->mentions[k], &words) == CONSTITUENCY_FITS)
			return k;
	return NONE;
}
