/*
 * token_writer.c
 *	  Allocation of tokens and look-up of their words: see token_writer.h.
 */
#include "core/text/token_writer.h"

#include "core/text/token_rules.h"

#include <string.h>

/* ---- words ---- */

/*
 * The least length of a compound's first part and of its last part, in bytes.  A shorter last part is allowed
 * after a hyphen, or if the noun is known to end compounds.
 */
#define BEFORE_HEAD 3
#define HEAD_BYTES 6
#define SHORT_HEAD_BYTES 3

/* Can a listed word be the last part of a compound? */
static bool
can_be_head(const Lexicon *lexicon, uint16_t set, uint32_t length, bool hyphen)
{
	uint64_t	classes = lexicon->classes[set + 1];

	if ((classes & WC_OF_NOUNS & ~(WC_TITLE | WC_HONORIFIC)) == 0 || (classes & (WC_FORENAME | WC_COUNTRY | WC_PLACE | WC_DEMONYM)) != 0)
		return false;
	return length >= HEAD_BYTES || hyphen || (lexicon->functions[set / 2] & FN_HEAD) != 0;
}

uint16_t
nq_set_of_compound(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit)
{
	uint32_t	start = BEFORE_HEAD;

	if (length > BEFORE_HEAD + LEXICON_KEY_BYTES)
		start = length - LEXICON_KEY_BYTES;
	for (; start + SHORT_HEAD_BYTES <= length; start++)
	{
		const LexiconSlot *slot;

		if (((unsigned char) text[start] & 0xc0) == 0x80)
			continue;
		slot = nq_find_slot(lexicon, nq_hash(text + start, length - start, limit));
		if (slot->word != 0 && can_be_head(lexicon, slot->class_set, length - start, text[start - 1] == '-'))
			return slot->class_set;
	}
	return lexicon->words[0].class_set;
}

uint16_t
nq_set_of_prefixed(const Document *doc, const char *text, uint32_t length)
{
	const TextList *prefixes = &doc->language->tokens->prefixes;

	for (uint32_t i = 0; i < prefixes->count; i++)
	{
		uint32_t	start = prefixes->texts[i].length;
		const LexiconSlot *slot;

		if (length < start + HEAD_BYTES || !nq_has_letters(&(TextList) {&prefixes->texts[i], 1}, text, start))
			continue;
		start += text[start] == '-';
		if (length - start > LEXICON_KEY_BYTES)
			continue;
		slot = nq_find_slot(doc->lexicon, nq_hash(text + start, length - start, doc->text + doc->length));
		if (slot->word != 0 && (doc->lexicon->classes[slot->class_set] & WC_ROLE) != 0)
			return slot->class_set;
	}
	return 0;
}

/* Writes a token's entry, or 0, and the set of its case; the given set is that of the lower case. */
static inline void
write_entry(const TokenWriter *w, Token *token, uint32_t word, uint32_t set)
{
	if (word == 0)
		guess_word(w->doc, w->text + token->start, token->length, token->flags, &word, &set);
	token->word = (uint16_t) word;
	token->class_set = (uint16_t) (set + ((token->flags & TOKEN_CAPITAL) != 0));
}

/* Looks up the waiting words in a lexicon that has words of the caller, which come first. */
static void
find_own_first(const TokenWriter *w, const Lexicon *lexicon)
{
	for (const WaitingWord *waiting = w->waiting; waiting < w->waiting + w->waiting_count; waiting++)
	{
		uint32_t	word = nq_find_slot(lexicon, waiting->hash)->word;

		write_entry(w, waiting->token, word, lexicon->words[word].class_set);
	}
}

/* Looks up the waiting words. */
static void
find_waiting(TokenWriter *w)
{
	const Lexicon lexicon = *w->doc->lexicon;
	const uint32_t unknown = lexicon.words[0].class_set;
	const WaitingWord *end = w->waiting + w->waiting_count;

	if (lexicon.own_slots != NULL)
		find_own_first(w, &lexicon);
	else
		for (const WaitingWord *waiting = w->waiting; waiting < end; waiting++)
		{
			const LexiconSlot *slot = waiting->slot;
			bool		found = slot->check == nq_check_of_hash(waiting->hash);

			write_entry(w, waiting->token, found ? slot->word : 0, found ? slot->class_set : unknown);
		}
	w->waiting_count = 0;
}

/* ---- room ---- */

/* Makes room in one of the arrays. */
static bool
has_room(Document *doc, void **array, uint32_t *capacity, uint32_t count, size_t element_bytes)
{
	return nq_reserve_several(doc->arena, array, capacity, count, ROOM, element_bytes) ||
		fail(doc, NQ_NO_MEMORY);
}

bool
nq_make_room(TokenWriter *w)
{
	Document   *doc = w->doc;

	/* Waiting words point to tokens, which can be moved. */
	if (w->waiting_count >= BATCH_WORDS || w->token_capacity - doc->token_count < ROOM)
		find_waiting(w);
	if (w->at - w->asked >= BYTES_BETWEEN_CHECKS)
	{
		w->asked = w->at;
		if (!check_interrupts(doc, 0, 0))
			return false;
	}
	return has_room(doc, (void **) &doc->tokens, &w->token_capacity, doc->token_count, sizeof(Token)) &&
		has_room(doc, (void **) &doc->marks, &w->mark_capacity, doc->mark_count, sizeof(Mark)) &&
		has_room(doc, (void **) &doc->lines, &w->line_capacity, doc->line_count, sizeof(uint32_t)) &&
		has_room(doc, (void **) &doc->abbreviations, &w->abbreviation_capacity, doc->abbreviation_count, sizeof(uint32_t));
}

/* ---- beginning and end ---- */

bool
nq_begin_tokens(TokenWriter *w, Document *doc)
{
	w->doc = doc;
	w->text = (const unsigned char *) doc->text;
	w->length = doc->length;
	w->at = w->asked = 0;
	w->waiting_count = 0;
	/* News text has about one token per five bytes; unused room costs nothing. */
	w->token_capacity = doc->length / 4 + ROOM;
	w->line_capacity = w->mark_capacity = w->abbreviation_capacity = doc->length / 150 + ROOM;
	if (!nq_make_room(w))
		return false;
	w->pending = begin_line(doc, 0, 0) | TOKEN_BLANKLINE;
	return true;
}

/* TOKEN_END is not counted.  The rest of its block is zeroed, so that nothing in it is tagged. */
void
nq_end_tokens(TokenWriter *w)
{
	Document   *doc = w->doc;
	uint32_t	count = doc->token_count;

	find_waiting(w);
	w->pending |= TOKEN_SPACE;
	put_token(w, TOKEN_END, 0, 0);
	doc->tokens[count].flags |= TOKEN_NEWLINE;
	memset(&doc->tokens[count + 1], 0, (BLOCK_TOKENS - 1 - count % BLOCK_TOKENS) * sizeof(Token));
	doc->token_count = count;
}
