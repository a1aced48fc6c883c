/*
 * labels.c
 *	  Labels at the beginning of a line: see labels.h.
 *
 * A label is the whole text between the beginning of a paragraph and the quotation; it ends with a colon and
 * has no verb.  It begins with the mention of the speaker, possibly after a bullet or number.
 *
 * The labels of an interview's questions and answers are listed in the language's page.txt.  The answers are
 * those of the person whom the article names most often, among the first ones named.  Paragraphs that are
 * questions, alternating with paragraphs that are quotations, are an interview without labels.
 */
#include "core/speech/labels.h"

/*
 * The most tokens of a label, and before its name; and the number of mentions from the article's beginning that
 * can be the interviewee.
 */
#define LABEL_TOKENS 20
#define BULLET_TOKENS 3
#define INTRODUCTION_MENTIONS 48

/* Whether a token is in a list of labels, not counting its full stop. */
static bool
is_listed(const Document *doc, uint32_t i, const TextList *list)
{
	const Token *token = token_at(doc, i);
	uint32_t	length = token->length;

	if (length > 1 && doc->text[token->start + length - 1] == '.')
		length--;
	return token->kind == TOKEN_WORD && (token->flags & TOKEN_CAPITAL) != 0 && nq_has_letters(list, doc->text + token->start, length);
}

/* The person named most often among the first mentions before a token; NONE if there is none. */
static uint32_t
find_interviewee(const Document *doc, uint32_t before)
{
	uint32_t	best = NONE;

	for (uint32_t k = 0; k < doc->mention_count && k < INTRODUCTION_MENTIONS && doc->mentions[k].last <= before; k++)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->kind != MENTION_NAME || mention->inside != NONE || mention->type != TYPE_PERSON)
			continue;
		if (best == NONE || doc->entities[mention->entity].mentions > doc->entities[doc->mentions[best].entity].mentions)
			best = k;
	}
	return best;
}

/* The same, but if nobody is named before, among the first mentions of the whole article. */
static uint32_t
find_answerer(const Document *doc, uint32_t before)
{
	uint32_t	found = find_interviewee(doc, before);

	return found == NONE ? find_interviewee(doc, doc->token_count) : found;
}

/* "Q: ", "A. " */
static LineLabel
interview_label(const Document *doc, uint32_t first, uint32_t open)
{
	bool		dotted = first + 1 == open && doc->text[token_end(token_at(doc, first)) - 1] == '.';
	bool		ended = first + 2 == open && (token_at(doc, first + 1)->kind == TOKEN_COLON || token_at(doc, first + 1)->kind == TOKEN_STOP);

	if (!dotted && !ended)
		return (LineLabel) {LABEL_NONE, NONE};
	if (is_listed(doc, first, &doc->language->page->questions))
		return (LineLabel) {LABEL_QUESTION, NONE};
	if (is_listed(doc, first, &doc->language->page->answers))
		return (LineLabel) {LABEL_ANSWER, find_answerer(doc, first)};
	return (LineLabel) {LABEL_NONE, NONE};
}

/* ---- questions without a label ---- */

/* The longest question that is a paragraph. */
#define QUESTION_TOKENS 60

/* Whether a paragraph is a question of the article's own, without a quotation in it. */
static bool
is_question(const Document *doc, uint32_t number)
{
	const Paragraph *paragraph = &doc->paragraphs[number];
	const Sentence *sentence;

	if (paragraph->first_sentence == paragraph->last_sentence || paragraph->last - paragraph->first > QUESTION_TOKENS)
		return false;
	sentence = &doc->sentences[paragraph->last_sentence - 1];
	return sentence->first_span == sentence->last_span && doc->sentences[paragraph->first_sentence].first_span == sentence->first_span &&
		is_question_mark(doc, paragraph->last - 1);
}

/* Whether a paragraph begins with a quotation mark. */
static bool
is_quoted(const Document *doc, uint32_t number)
{
	return opens_span(doc, doc->paragraphs[number].first);
}

/*
 * "What did you lose?" followed by a paragraph “My van.”: if questions and answers alternate, the answer of the
 * interviewee.
 */
static LineLabel
answer_in_turn(const Document *doc, uint32_t span)
{
	const QuotedSpan *s = &doc->spans[span];
	uint32_t	number = doc->sentences[doc->span_sentences[span]].paragraph;
	uint32_t	mention;

	if (s->open != doc->paragraphs[number].first || s->close + 1 < doc->paragraphs[number].last || number == 0 || !is_question(doc, number - 1))
		return (LineLabel) {LABEL_NONE, NONE};
	if (!(number + 2 < doc->paragraph_count && is_question(doc, number + 1) && is_quoted(doc, number + 2)) &&
		!(number >= 3 && is_quoted(doc, number - 2) && is_question(doc, number - 3)))
		return (LineLabel) {LABEL_NONE, NONE};
	mention = find_answerer(doc, s->open);
	return mention == NONE ? (LineLabel) {LABEL_NONE, NONE} : (LineLabel) {LABEL_ANSWER, mention};
}

/* ---- labels with names ---- */

/* Whether a mention can be a label. */
static bool
may_speak(const Mention *mention)
{
	if (mention->kind == MENTION_NOMINAL)
		return mention->type == TYPE_PERSON || mention->type == TYPE_GROUP || mention->type == TYPE_ORGANISATION;
	return mention->kind == MENTION_CONJOINED || (mention->kind == MENTION_NAME && mention->type != TYPE_THING && mention->type != TYPE_DOCUMENT);
}

/* The longest mention that begins at a token of a sentence. */
static uint32_t
mention_at(const Document *doc, uint32_t sentence, uint32_t first, uint32_t limit)
{
	uint32_t	best = NONE;

	for (uint32_t k = doc->sentence_mentions[sentence]; k < doc->sentence_mentions[sentence + 1] && doc->mentions[k].head < limit; k++)
		if (doc->mentions[k].first == first && doc->mentions[k].last <= limit && doc->mentions[k].inside == NONE &&
			(best == NONE || doc->mentions[k].last > doc->mentions[best].last))
			best = k;
	return best;
}

static bool
has_verb(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_has(doc, i, WC_AUX) || (token_has(doc, i, WC_FINITE | WC_CUE) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0 &&
										  !token_has(doc, i, WC_NOUN | WC_ADJ | WC_ROLE | WC_PREP | WC_GERUND | WC_PARTICIPLE)))
			return true;
	return false;
}

LineLabel
nq_line_label(const Document *doc, uint32_t span)
{
	uint32_t	open = doc->spans[span].open;
	uint32_t	number = doc->span_sentences[span];
	const Sentence *sentence = &doc->sentences[number];
	uint32_t	first = sentence->first;
	LineLabel	label;

	if (open == first)
	{
		label = answer_in_turn(doc, span);
		if (label.kind != LABEL_NONE)
			return label;
	}
	/* "Q." can be a sentence by itself. */
	if (open == first && number > 0 && sentence[-1].paragraph == sentence->paragraph && open - sentence[-1].first <= 2)
		first = sentence[-1].first;
	if (open == first || open - first > LABEL_TOKENS || first != doc->paragraphs[sentence->paragraph].first || sentence->first_span != span)
		return (LineLabel) {LABEL_NONE, NONE};
	label = interview_label(doc, first, open);
	if (label.kind != LABEL_NONE || first != sentence->first || token_at(doc, open - 1)->kind != TOKEN_COLON)
		return label;
	for (uint32_t i = 0; i < BULLET_TOKENS && !is_word(doc, first) && token_at(doc, first)->kind != TOKEN_HANDLE && first < open; i++)
		first++;
	label.mention = mention_at(doc, number, first, open - 1);
	if (label.mention != NONE && may_speak(&doc->mentions[label.mention]) && !has_verb(doc, doc->mentions[label.mention].last, open - 1))
		label.kind = LABEL_NAME;
	return label;
}

bool
nq_is_role_label(const Document *doc, uint32_t mention)
{
	const Mention *m = &doc->mentions[mention];

	return m->kind == MENTION_NOMINAL && (token_at(doc, m->head)->flags & TOKEN_UPPER) != 0 && token_at(doc, m->last)->kind == TOKEN_COLON;
}
