/*
 * token_writer.h
 *	  The output of both tokenizers.
 *
 * A TokenWriter has the position in the text, the capacities of the Document's arrays, the flags of the next
 * token that come from blanks and line breaks, and the words that are not looked up yet.  Words are looked up
 * in batches: their slots are scattered over a table larger than the first-level cache, and each is prefetched
 * while the following words are read.
 *
 * A tokenizer calls make_room() before it reads, and then writes at most ROOM tokens, marks and lines.
 */
#ifndef NQ_TOKEN_WRITER_H
#define NQ_TOKEN_WRITER_H

#include "core/base/simd.h"
#include "core/stages.h"

/* Upper bound on tokens, marks and lines that are written between two calls of make_room(). */
#define ROOM (WINDOW_BYTES + 2)

/* The number of words in a batch. */
#define BATCH_WORDS 96

/* A word that is not looked up yet. */
typedef struct WaitingWord
{
	uint64_t	hash;
	const LexiconSlot *slot;	/* its slot, if it is listed */
	Token	   *token;
} WaitingWord;

typedef struct TokenWriter
{
	Document   *doc;
	const unsigned char *text;
	uint32_t	length;
	uint32_t	at;				/* the next byte to be read */
	uint32_t	asked;			/* position of the last interrupt check */
	uint32_t	token_capacity;
	uint32_t	mark_capacity;
	uint32_t	line_capacity;
	uint32_t	abbreviation_capacity;
	uint8_t		pending;		/* flags of the next token: TOKEN_SPACE ... */
	uint32_t	waiting_count;
	WaitingWord waiting[BATCH_WORDS + ROOM];
} TokenWriter;

/* Bytes between two interrupt checks: less than a millisecond of work. */
#define BYTES_BETWEEN_CHECKS (1 << 13)

/* Starts at the beginning of the text.  Returns false when the stage has to stop. */
bool		nq_begin_tokens(TokenWriter *w, Document *doc);

/* Looks up the last words and writes TOKEN_END. */
void		nq_end_tokens(TokenWriter *w);

/* The slow path of make_room(). */
bool		nq_make_room(TokenWriter *w);

/*
 * Makes room for the next tokens, looks up waiting words and checks for interrupts as necessary.  Returns false
 * when the stage has to stop.
 */
static inline bool
make_room(TokenWriter *w)
{
	const Document *doc = w->doc;

	if (doc->token_count + ROOM <= w->token_capacity && doc->mark_count + ROOM <= w->mark_capacity &&
		doc->line_count + ROOM <= w->line_capacity && doc->abbreviation_count + ROOM <= w->abbreviation_capacity &&
		w->waiting_count < BATCH_WORDS && w->at - w->asked < BYTES_BETWEEN_CHECKS)
		return true;
	return nq_make_room(w);
}

/* ---- words ---- */

static inline uint64_t
hash_of_folded(const FoldedWord *word)
{
	return nq_hash_piece(nq_fold_piece(word->first, word->second));
}

/* Adds a word to those that wait, and prefetches its slot. */
static inline void
set_waiting(WaitingWord *waiting, const Lexicon *lexicon, const FoldedWord *word, Token *token)
{
	waiting->hash = hash_of_folded(word);
	waiting->slot = nq_slot_of_hash(lexicon, waiting->hash);
	waiting->token = token;
	__builtin_prefetch(waiting->slot);
}

/* ---- tokens ---- */

/* Adds the flags of a line break before a token to the given ones. */
static inline uint8_t
begin_line(Document *doc, uint32_t token, uint8_t flags)
{
	if ((flags & TOKEN_NEWLINE) != 0)
		return flags | TOKEN_BLANKLINE;
	doc->lines[doc->line_count++] = token;
	return flags | TOKEN_NEWLINE | TOKEN_SPACE;
}

/* Writes a token of length bytes at the current position and advances past it. set is that of the lower case. */
static inline void
put_entry(TokenWriter *w, TokenKind kind, uint32_t length, uint32_t word, uint32_t set, uint8_t flags)
{
	Document   *doc = w->doc;

	doc->tokens[doc->token_count++] = (Token) {
		.start = w->at, .length = (uint16_t) length, .word = (uint16_t) word,
		.class_set = (uint16_t) (set + ((flags & TOKEN_CAPITAL) != 0)), .kind = (uint8_t) kind, .flags = flags | w->pending
	};
	w->pending = 0;
	w->at += length;
}

static inline void
put_token(TokenWriter *w, TokenKind kind, uint32_t length, uint8_t flags)
{
	put_entry(w, kind, length, 0, set_of_kind(kind), flags);
}

/* Records that the next token is an abbreviation; returns its flag. */
static inline uint8_t
add_abbreviation(Document *doc, uint32_t token)
{
	doc->abbreviations[doc->abbreviation_count++] = token;
	return TOKEN_DOTTED;
}

/* Records that the next token is a quotation mark. */
static inline void
add_mark(Document *doc, uint32_t token, MarkSign sign)
{
	doc->marks[doc->mark_count++] = (Mark) {.token = token, .span = NONE, .sign = (uint8_t) sign, .role = ROLE_NOTHING};
}

static inline void
skip_newline(TokenWriter *w, uint32_t bytes)
{
	w->pending = begin_line(w->doc, w->doc->token_count, w->pending);
	w->at += bytes;
}

static inline void
skip_blank(TokenWriter *w, uint32_t bytes)
{
	w->pending |= TOKEN_SPACE;
	w->at += bytes;
}

#endif							/* NQ_TOKEN_WRITER_H */
