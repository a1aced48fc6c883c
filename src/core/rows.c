/*
 * rows.c
 *	  Quotations and reported clauses to rows.
 *
 * Takes the spans with their attributions, and the reported clauses; gives the rows of nq.h in the order of the
 * text.  Decides the exact range and the kind of each row, the fullest name of the speaker, and which pieces
 * form one utterance.
 *
 * Spans that are not quotations give no row.
 */
#include "core/base/bounds.h"
#include "core/entities/joint_mentions.h"
#include "core/entities/referents.h"
#include "core/entities/speaker_facts.h"
#include "core/model/model.h"
#include "core/speech/attribution.h"
#include "core/rows.h"
#include "core/stages.h"
#include "core/text/reader_text.h"

#include <string.h>

typedef struct Writer
{
	Document   *doc;
	uint32_t	utterance;		/* number of the last utterance */
	uint32_t	clause_utterance;	/* utterance of the last clause written */
	uint32_t	clause_end;		/* the token after that clause */
	uint32_t	previous;		/* the last span with a row, or NONE */
	NqKind		previous_kind;
} Writer;

/* ---- spans ---- */

static NqRange
range_of_tokens(const Document *doc, uint32_t first, uint32_t last)
{
	return nq_range(doc, token_at(doc, first)->start, token_end(token_at(doc, last - 1)));
}

/* ---- speakers ---- */

static NqSlice
slice_of_tokens(const Document *doc, uint32_t first, uint32_t last)
{
	const Token *a = token_at(doc, first);

	return (NqSlice) {doc->text + a->start, token_end(token_at(doc, last - 1)) - a->start};
}

/* Is a token a determiner that is dropped from a description?  "several", "many" and "her" are kept. */
static bool
is_leading_word(const Document *doc, uint32_t i)
{
	return token_does(doc, i, FN_DEFINITE | FN_INDEFINITE | FN_DEMONSTRATIVE | FN_ONE);
}

/*
 * "A recent Lindby Council report", "an alarming 12 percent": is a word an attribute that does not identify the
 * noun, while a later word does?
 */
static bool
is_passing(const Document *doc, const Mention *mention, uint32_t i)
{
	if (!token_does(doc, i, FN_PASSING) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || i >= mention->head ||
		(mention->type != TYPE_DOCUMENT && mention->type != TYPE_THING))
		return false;
	for (uint32_t k = i + 1; k < mention->head; k++)
		if (token_at(doc, k)->kind == TOKEN_NUMBER || (token_at(doc, k)->kind == TOKEN_WORD && !token_has(doc, k, WC_ADJ)))
			return true;
	return false;
}

/* "Only 23 percent": does the phrase begin with a number after this token? */
static bool
is_before_number(const Document *doc, uint32_t i)
{
	return token_does(doc, i, FN_MERELY) && token_at(doc, i + 1)->kind == TOKEN_NUMBER;
}

/* "One in ten": is a number before a preposition and another number? */
static bool
is_ratio(const Document *doc, uint32_t i)
{
	return token_does(doc, i, FN_ONE) && token_has(doc, i + 1, WC_PREP) &&
		is_number(doc, i + 2);
}

/* The name, or the phrase without its article. */
static NqSlice
words_of_mention(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];
	uint32_t	first = mention->first;

	if (mention->name_first < mention->name_last)
		return slice_of_tokens(doc, mention->name_first, mention->name_last);
	/* "One of two witnesses", "one in ten sailors", "those in the hall": the first word is not an article. */
	while (first + 1 < mention->last && first != mention->head && !token_does(doc, first + 1, FN_GENITIVE) && !is_ratio(doc, first) &&
		   (is_leading_word(doc, first) || is_passing(doc, mention, first) || is_before_number(doc, first)))
		first++;
	return slice_of_tokens(doc, first, mention->last);
}

/* Returns the byte after those written. */
static char *
put_bytes(char *to, const char *data, size_t length)
{
	memcpy(to, data, length);
	return to + length;
}

/* "A and B", "A, B and C": their fullest names. */
static bool
words_of_joint(Document *doc, const Referent *referent, NqSlice *words)
{
	const char *conjunction = doc->language->phrases->joint;
	uint32_t	count;
	const uint32_t *speakers = nq_joint_speakers(doc, referent->joint, &count);
	NqSlice		names[MAX_JOINT];
	size_t		bytes = strlen(conjunction);
	char	   *text;
	char	   *to;

	for (uint32_t i = 0; i < count; i++)
	{
		names[i] = words_of_mention(doc, speakers[i]);
		bytes += names[i].length + strlen(", ");
	}
	text = to = nq_arena_alloc(doc->arena, bytes);
	if (text == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t i = 0; i < count; i++)
	{
		const char *between = i == 0 ? "" : i + 1 == count ? conjunction : ", ";

		to = put_bytes(to, between, strlen(between));
		to = put_bytes(to, names[i].data, names[i].length);
	}
	*words = (NqSlice) {text, (size_t) (to - text)};
	return true;
}

/* Folds the blanks of a name to be returned.  A text too long for a name is dropped: the speaker is then unnamed. */
static bool
fold_name(Document *doc, NqSlice *name)
{
	if (!nq_fold_blanks(doc->arena, name))
		return fail(doc, doc->arena->cancelled ? NQ_CANCELLED : NQ_NO_MEMORY);
	if (name->length == 0 || name->length > NQ_MAX_NAME)
		*name = (NqSlice) {NULL, 0};
	return true;
}

bool
nq_words_of_speaker(Document *doc, const Referent *referent, NqSlice *words)
{
	*words = (NqSlice) {NULL, 0};
	if (referent->mention == NONE)
		return true;
	if (referent->joint != NONE && !words_of_joint(doc, referent, words))
		return false;
	if (referent->joint == NONE)
		*words = words_of_mention(doc, referent->mention);
	return fold_name(doc, words);
}

/* Sets what is known of the speaker; nothing if the row names none. */
static bool
set_facts(Document *doc, NqRow *row, const Referent *referent)
{
	SpeakerFacts facts;

	if (row->speaker.data == NULL)
		return true;
	facts = nq_facts_of_speaker(doc, referent);
	row->speaker_type = facts.type;
	row->speaker_named = facts.named;
	row->speaker_gender = facts.gender;
	if (facts.role_first == facts.role_last)
		return true;
	row->speaker_role = slice_of_tokens(doc, facts.role_first, facts.role_last);
	return fold_name(doc, &row->speaker_role);
}

/* Sets the names of joint speakers. */
static bool
set_joint(Document *doc, NqRow *row, const Referent *referent)
{
	const uint32_t *speakers;
	uint32_t	count;
	NqSlice    *joint;

	if (row->speaker.data == NULL || referent->joint == NONE)
		return true;
	speakers = nq_joint_speakers(doc, referent->joint, &count);
	row->joint = joint = nq_arena_alloc(doc->arena, count * sizeof(NqSlice));
	if (joint == NULL)
		return fail(doc, NQ_NO_MEMORY);
	row->joint_count = count;
	for (uint32_t i = 0; i < count; i++)
	{
		joint[i] = words_of_mention(doc, speakers[i]);
		if (!fold_name(doc, &joint[i]))
			return false;
	}
	return true;
}

static bool
set_speaker(Document *doc, NqRow *row, const Referent *referent)
{
	return nq_words_of_speaker(doc, referent, &row->speaker) && set_joint(doc, row, referent) && set_facts(doc, row, referent);
}

NqRange
nq_range_of_mention(const Document *doc, uint32_t mention)
{
	return range_of_tokens(doc, doc->mentions[mention].first, doc->mentions[mention].last);
}

/* ---- kinds ---- */

static bool
is_lower_word(const Document *doc, uint32_t i)
{
	return token_at(doc, i)->kind == TOKEN_WORD && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Does the span continue the one before, around the same reporting clause? */
static bool
is_resumed(const Writer *w, uint32_t span)
{
	const Document *doc = w->doc;
	const Speaker *this;
	const Speaker *before;

	if (w->previous == NONE || w->previous + 1 != span ||
		doc->span_sentences[span] != doc->span_sentences[w->previous] || w->previous_kind != NQ_DIRECT)
		return false;
	this = &doc->speakers[span];
	before = &doc->speakers[w->previous];
	if (this->source != before->source || before->cue == NONE)
		return false;
	if (doc->cues[before->cue].first < doc->spans[w->previous].close)
		return false;
	if (this->cue != NONE && this->cue != before->cue)
		return false;
	/* "... said, and then ..." begins another quotation. */
	return !token_does(doc, doc->spans[span].open - 1, FN_AND);
}

/* Does a span end like a sentence, or is it long enough to be one? */
static bool
reads_as_sentence(const Document *doc, const QuotedSpan *span)
{
	uint8_t		last = token_at(doc, span->last - 1)->kind;

	return last == TOKEN_STOP || last == TOKEN_ELLIPSIS || ends_in_comma(doc, span) || span->last - span->first > DIRECT_TOKENS;
}

/* Tokens of a bullet, a number or a time before a quotation. */
#define BULLET_TOKENS 4

/*
 * "• “...”", "1) “...”", "14.05 “...”": are there only a bullet, a number or a time before a span in its
 * paragraph?
 */
static bool
is_after_bullet(const Document *doc, const Sentence *sentence, uint32_t open)
{
	uint32_t	floor = sentence->first;

	if (open - floor > BULLET_TOKENS || floor != doc->paragraphs[sentence->paragraph].first)
		return false;
	for (uint32_t i = floor; i < open; i++)
		if (token_at(doc, i)->kind != TOKEN_NUMBER && token_at(doc, i)->kind != TOKEN_OTHER && token_at(doc, i)->kind != TOKEN_DASH &&
			token_at(doc, i)->kind != TOKEN_CLOSE && token_at(doc, i)->kind != TOKEN_STOP && token_at(doc, i)->kind != TOKEN_COLON)
			return false;
	return true;
}

static NqKind
kind_of(const Writer *w, uint32_t number)
{
	const Document *doc = w->doc;
	const QuotedSpan *span = &doc->spans[number];
	const Sentence *sentence = &doc->sentences[doc->span_sentences[number]];
	uint32_t	floor = sentence->first;
	uint8_t		before = span->open > floor ? token_at(doc, span->open - 1)->kind : TOKEN_END;
	bool		sentence_start = before == TOKEN_END || before == TOKEN_OPEN || is_after_bullet(doc, sentence, span->open);

	if (span->continues != NONE || is_resumed(w, number))
		return NQ_DIRECT;
	if (is_lower_word(doc, span->first))
		return NQ_MIXED;
	if (span->match != NONE || sentence_start)
		return NQ_DIRECT;
	if (before == TOKEN_COMMA || before == TOKEN_COLON || before == TOKEN_DASH || before == TOKEN_ELLIPSIS ||
		before == TOKEN_MARK)
		return before == TOKEN_COLON || reads_as_sentence(doc, span) ? NQ_DIRECT : NQ_MIXED;
	/* He said "We will win." */
	if (token_has(doc, span->open - 1, WC_CUE) && !token_has(doc, span->open - 1, WC_RELATIVE | WC_DET))
		return reads_as_sentence(doc, span) ? NQ_DIRECT : NQ_MIXED;
	return NQ_MIXED;
}

/* ---- rows ---- */

/* The end of a row's quote: without the punctuation that belongs to the reporter. */
static uint32_t
trimmed_end(const Document *doc, const QuotedSpan *span, NqKind kind)
{
	uint32_t	last = span->last;

	while (last > span->first + 1)
	{
		const Token *token = token_at(doc, last - 1);
		bool		stop = token->kind == TOKEN_STOP && token->length == 1 && doc->text[token->start] == '.';

		if (token->kind == TOKEN_COMMA)
			last--;
		else if (kind == NQ_MIXED && (stop || token->kind == TOKEN_COLON || token->kind == TOKEN_SEMICOLON))
			last--;
		else
			break;
	}
	return last;
}

static uint32_t
utterance_of(Writer *w, uint32_t span)
{
	const Document *doc = w->doc;

	if (doc->spans[span].open < w->clause_end)
		return w->clause_utterance;
	if (w->previous != NONE && (is_resumed(w, span) ||
								(doc->spans[span].continues == w->previous &&
								 doc->speakers[span].source == doc->speakers[w->previous].source)))
		return w->utterance;
	return ++w->utterance;
}

/* Begins a row; span is NONE for a clause. */
static NqRow *
new_row(Document *doc, const NqRange *quote, NqKind kind, uint32_t span)
{
	NqRow	   *row = &doc->rows[doc->row_count];

	doc->row_spans[doc->row_count++] = span;
	memset(row, 0, sizeof(*row));
	row->quote = *quote;
	row->kind = kind;
	return row;
}

static void
fill_source(Document *doc, NqRow *row, uint32_t mention, uint32_t cue)
{
	if (mention != NONE)
		row->mention = nq_range_of_mention(doc, mention);
	if (cue != NONE)
		row->cue = range_of_tokens(doc, doc->cues[cue].first, doc->cues[cue].last);
}

/* Sets the speaker that a caller's pattern matched. */
static bool
fill_from_match(Document *doc, NqRow *row, const PatternMatch *match)
{
	if (match->speaker_start < match->speaker_end)
	{
		row->mention = nq_range(doc, match->speaker_start, match->speaker_end);
		if (row->speaker.data == NULL)
			row->speaker = (NqSlice) {doc->text + match->speaker_start, match->speaker_end - match->speaker_start};
		if (!fold_name(doc, &row->speaker))
			return false;
	}
	if (match->cue_start < match->cue_end)
		row->cue = nq_range(doc, match->cue_start, match->cue_end);
	return true;
}

static bool
write_span(Writer *w, uint32_t number)
{
	Document   *doc = w->doc;
	const QuotedSpan *span = &doc->spans[number];
	const Attribution *attribution = &doc->attributions[number];
	const Speaker *speaker = &doc->speakers[number];
	NqKind		kind;
	NqRange		quote;
	NqRow	   *row;

	if (!nq_is_quotation(doc, number))
		return true;
	kind = kind_of(w, number);
	if (span->match != NONE)
		quote = nq_range_of_quote(doc, doc->matches[span->match].start, doc->matches[span->match].end);
	else
	{
		uint32_t	last = trimmed_end(doc, span, kind);

		quote = nq_range_of_quote(doc, token_at(doc, span->first)->start, token_end(token_at(doc, last - 1)));
	}
	row = new_row(doc, &quote, kind, number);
	row->utterance = utterance_of(w, number);
	row->confidence = nq_calibrate(attribution->p_quotation * speaker->p_speaker,
								   kind == NQ_DIRECT ? doc->language->confidence->direct : doc->language->confidence->mixed);
	fill_source(doc, row, speaker->source, speaker->cue);
	row->asserted = nq_is_asserted(doc, speaker->cue, number);
	if (!set_speaker(doc, row, &speaker->referent))
		return false;
	if (span->match != NONE && !fill_from_match(doc, row, &doc->matches[span->match]))
		return false;
	w->previous = number;
	w->previous_kind = kind;
	return true;
}

static bool
write_clause(Writer *w, uint32_t number)
{
	Document   *doc = w->doc;
	const Clause *clause = &doc->clauses[number];
	const Referent *speaker = &doc->clause_speakers[number];
	NqRange		quote = range_of_tokens(doc, clause->first, clause->last);
	NqRow	   *row = new_row(doc, &quote, NQ_INDIRECT, NONE);

	if (clause->part_of == NONE || clause->part_of + 1 != number)
		w->clause_utterance = ++w->utterance;
	w->clause_end = clause->last;
	row->utterance = w->clause_utterance;
	row->confidence = doc->language->confidence->reported_clause * speaker->p_referent;
	fill_source(doc, row, clause->speaker, clause->cue);
	row->asserted = nq_is_clause_asserted(doc, clause);
	return set_speaker(doc, row, speaker);
}

/*
 * Does the row of a clause precede that of a span: by their beginnings, the longer one first?  A pattern's
 * quote can begin and end inside a token.
 */
static bool
clause_comes_first(const Document *doc, const Clause *clause, const QuotedSpan *span)
{
	const PatternMatch *match;
	uint32_t	start = token_at(doc, clause->first)->start;

	if (span->match == NONE)
		return clause->first <= span->open;
	match = &doc->matches[span->match];
	return start < match->start || (start == match->start && token_end(token_at(doc, clause->last - 1)) >= match->end);
}

bool
nq_make_rows(Document *doc)
{
	Writer		w = {.doc = doc, .previous = NONE};
	uint32_t	span = 0;
	uint32_t	clause = 0;

	doc->rows = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + doc->clause_count + 1) * sizeof(NqRow));
	doc->row_spans = nq_arena_alloc(doc->arena, ((size_t) doc->span_count + doc->clause_count + 1) * sizeof(uint32_t));
	if (doc->rows == NULL || doc->row_spans == NULL)
		return fail(doc, NQ_NO_MEMORY);
	while (span < doc->span_count || clause < doc->clause_count)
	{
		bool		clause_next = span == doc->span_count ||
			(clause < doc->clause_count && clause_comes_first(doc, &doc->clauses[clause], &doc->spans[span]));

		if (!check_interrupts(doc, span + clause, EVERY_256))
			return false;
		if (clause_next ? !write_clause(&w, clause++) : !write_span(&w, span++))
			return false;
	}
	return true;
}
