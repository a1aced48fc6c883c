/*
 * speaker_contexts.c
 *	  The words around a span and around a candidate speaker: see model/contexts.h.
 *
 * The speaker depends on the structure of the sentence.  Instead of a parse, these contexts show the model the
 * tokens beside the span, those beside the mention, and, between the two, the verbs and the tokens that begin
 * or end clauses.  A function word is shown as itself, any other token as its class.
 *
 * Everything is within MARKER_REACH tokens of the span or beside the mention.
 */
#include "core/speech/speaker_contexts.h"

#include "core/lexical/word_properties.h"

/* The distance from the span within which verbs are shown as words. */
#define WORD_REACH 6

/* ---- symbols ---- */

Symbol
nq_word_at(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);
	uint32_t	hash = doc->lexicon->words[token->word].symbol;

	/* The entry of an abbreviation has its stop. */
	if (hash != 0 && (token->flags & (TOKEN_DOTTED | TOKEN_INITIAL)) == 0)
		return (Symbol) {doc->text + token->start, token->length, hash, true};
	return nq_word_symbol(doc->text + token->start, token->length);
}

/* nq_symbol() in a constant table */
#define MIXED(hash, letter) (((hash) ^ (uint32_t) (letter)) * CONTEXT_PRIME)
#define SYMBOL_OF_1(text, a) {text, 1, MIXED(CONTEXT_BASIS, a), false}
#define SYMBOL_OF_2(text, a, b) {text, 2, MIXED(MIXED(CONTEXT_BASIS, a), b), false}
#define SYMBOL_OF_3(text, a, b, c) {text, 3, MIXED(MIXED(MIXED(CONTEXT_BASIS, a), b), c), false}

/* The inflection of a reporting verb, and its strength. */
static Symbol
cue_symbol(const Document *doc, uint32_t i, uint32_t form)
{
	static const Symbol symbols[3][4] = {
		{SYMBOL_OF_3("CSg", 'C', 'S', 'g'), SYMBOL_OF_3("CSf", 'C', 'S', 'f'), SYMBOL_OF_3("CSb", 'C', 'S', 'b'), SYMBOL_OF_3("CSp", 'C', 'S', 'p')},
		{SYMBOL_OF_3("CMg", 'C', 'M', 'g'), SYMBOL_OF_3("CMf", 'C', 'M', 'f'), SYMBOL_OF_3("CMb", 'C', 'M', 'b'), SYMBOL_OF_3("CMp", 'C', 'M', 'p')},
		{SYMBOL_OF_3("CWg", 'C', 'W', 'g'), SYMBOL_OF_3("CWf", 'C', 'W', 'f'), SYMBOL_OF_3("CWb", 'C', 'W', 'b'), SYMBOL_OF_3("CWp", 'C', 'W', 'p')}
	};
	uint32_t	frames = doc->lexicon->words[token_at(doc, i)->word].cue;

	return symbols[(frames & CUE_STRONG) != 0 ? 0 : (frames & CUE_MEDIUM) != 0 ? 1 : 2][form];
}

/* The symbols of tokens that are no words, and of words that are not shown as themselves. */
static const Symbol symbol_of_kind[TOKEN_KINDS] = {
	[TOKEN_END] = SYMBOL_OF_1("x", 'x'),
	[TOKEN_NUMBER] = SYMBOL_OF_1("#", '#'),
	[TOKEN_STOP] = SYMBOL_OF_1(".", '.'),
	[TOKEN_ELLIPSIS] = SYMBOL_OF_2("..", '.', '.'),
	[TOKEN_COMMA] = SYMBOL_OF_1(",", ','),
	[TOKEN_COLON] = SYMBOL_OF_1(":", ':'),
	[TOKEN_SEMICOLON] = SYMBOL_OF_1(";", ';'),
	[TOKEN_DASH] = SYMBOL_OF_1("-", '-'),
	[TOKEN_OPEN] = SYMBOL_OF_1("(", '('),
	[TOKEN_CLOSE] = SYMBOL_OF_1(")", ')'),
	[TOKEN_OTHER] = SYMBOL_OF_1("x", 'x'),
	[TOKEN_MARK] = SYMBOL_OF_1("\"", '"')
};

static const Symbol symbol_of_sort[SORTS] = {
	[SORT_CAPITAL] = SYMBOL_OF_3("Cap", 'C', 'a', 'p'),
	[SORT_VERB] = SYMBOL_OF_2("Vg", 'V', 'g'), SYMBOL_OF_2("Vf", 'V', 'f'), SYMBOL_OF_2("Vb", 'V', 'b'), SYMBOL_OF_2("Vp", 'V', 'p'),
	[SORT_VERB_OR_NOUN] = SYMBOL_OF_2("Vn", 'V', 'n'),
	[SORT_ADVERB] = SYMBOL_OF_1("R", 'R'),
	[SORT_TIME] = SYMBOL_OF_2("TM", 'T', 'M'),
	[SORT_PERSON] = SYMBOL_OF_2("Np", 'N', 'p'),
	[SORT_PEOPLE] = SYMBOL_OF_2("Ns", 'N', 's'),
	[SORT_DOCUMENT] = SYMBOL_OF_2("Nd", 'N', 'd'),
	[SORT_CUE_NOUN] = SYMBOL_OF_2("Nc", 'N', 'c'),
	[SORT_BODY] = SYMBOL_OF_2("Nb", 'N', 'b'),
	[SORT_ADJECTIVE] = SYMBOL_OF_1("J", 'J'),
	[SORT_NOUN] = SYMBOL_OF_1("N", 'N')
};

static Symbol
symbol_at(const Document *doc, uint32_t i)
{
	const Symbol *of_kind = &symbol_of_kind[token_at(doc, i)->kind];
	uint32_t	sort;

	if (of_kind->length != 0)
		return *of_kind;
	sort = properties_at(doc, i)->sort;
	if (sort == SORT_FUNCTION)
		return nq_word_at(doc, i);
	/* A handle's set does not show its capital. */
	if (token_at(doc, i)->kind != TOKEN_WORD && (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0)
		sort = SORT_CAPITAL;
	return sort - SORT_CUE < 4 ? cue_symbol(doc, i, sort - SORT_CUE) : symbol_of_sort[sort];
}

/* Returns the symbol of a token of a sentence; "^" before its beginning and "$" after its end. */
Symbol
nq_symbol_before(const Document *doc, uint32_t sentence, uint32_t i, uint32_t distance)
{
	return i < doc->sentences[sentence].first + distance ? nq_symbol("^") : symbol_at(doc, i - distance);
}

Symbol
nq_symbol_from(const Document *doc, uint32_t sentence, uint32_t i)
{
	return i >= doc->sentences[sentence].last ? nq_symbol("$") : symbol_at(doc, i);
}

static Symbol
word_from(const Document *doc, uint32_t sentence, uint32_t i)
{
	return i >= doc->sentences[sentence].last ? nq_symbol("$") : nq_word_at(doc, i);
}

/* ---- markers ---- */

/* Whether a token marks the structure of the sentence, and its kind. */
static bool
is_marker(const Document *doc, uint32_t i, MarkerKind *kind)
{
	static const uint8_t marks[TOKEN_KINDS] = {
		[TOKEN_COMMA] = 1, [TOKEN_SEMICOLON] = 1, [TOKEN_COLON] = 1, [TOKEN_DASH] = 1, [TOKEN_OPEN] = 1, [TOKEN_CLOSE] = 1, [TOKEN_STOP] = 1
	};
	uint32_t	of_kind = token_at(doc, i)->kind;
	uint32_t	structure = properties_at(doc, i)->structure;

	*kind = of_kind == TOKEN_COMMA ? MARKER_COMMA : structure == STRUCTURE_VERB ? MARKER_VERB : MARKER_OTHER;
	return marks[of_kind] != 0 || structure != STRUCTURE_NONE;
}

static void
put_marker(SpanSymbols *symbols, uint32_t room, uint32_t token, MarkerKind kind, Symbol symbol)
{
	if (symbols->count < room)
		symbols->markers[symbols->count++] = (Marker) {token, kind, symbol};
}

/* Reads the markers between two tokens. number is the first span that can begin there. */
static void
find_markers(const Document *doc, SpanSymbols *symbols, uint32_t first, uint32_t last, uint32_t number, uint32_t room)
{
	for (uint32_t i = first; i < last; i++)
	{
		MarkerKind	kind;

		while (number < doc->span_count && doc->spans[number].open < i)
			number++;
		if (number < doc->span_count && doc->spans[number].open == i)
		{
			put_marker(symbols, room, i, MARKER_SPAN, nq_symbol("Q"));
			i = doc->spans[number].close;
		}
		else if (is_marker(doc, i, &kind))
			put_marker(symbols, room, i, kind, symbol_at(doc, i));
	}
}

void
nq_find_span_symbols(const Document *doc, uint32_t span, SpanSymbols *symbols)
{
	const QuotedSpan *s = &doc->spans[span];
	uint32_t	number = doc->span_sentences[span];
	const Sentence *sentence = &doc->sentences[number];
	uint32_t	first = s->open - sentence->first > MARKER_REACH ? s->open - MARKER_REACH : sentence->first;
	uint32_t	last = sentence->last > s->close + 1 + MARKER_REACH ? s->close + 1 + MARKER_REACH : sentence->last;
	uint32_t	first_span = span;

	/* Goes back only within the reach, because a sentence can have any number of spans. */
	while (first_span > sentence->first_span && doc->spans[first_span - 1].open >= first)
		first_span--;

	symbols->open = s->open;
	symbols->close = s->close;
	symbols->sentence = number;
	symbols->left = nq_symbol_before(doc, number, s->open, 1);
	symbols->left_2 = nq_symbol_before(doc, number, s->open, 2);
	symbols->right = nq_symbol_from(doc, number, s->close + 1);
	symbols->right_2 = nq_symbol_from(doc, number, s->close + 2);
	symbols->left_word = s->open > sentence->first ? nq_word_at(doc, s->open - 1) : nq_symbol("^");
	symbols->begins = (token_at(doc, s->first)->flags & TOKEN_CAPITAL) != 0 ? nq_symbol("C") : nq_symbol("l");
	symbols->count = 0;
	find_markers(doc, symbols, first, s->open, first_span, MARKERS);
	symbols->before = symbols->count;
	find_markers(doc, symbols, s->close + 1, last, span + 1, symbols->before + MARKERS);
}

/* ---- contexts ---- */

typedef struct Builder
{
	const Document *doc;
	const SpanSymbols *span;
	FeatureSet *set;
	ContextTexts *texts;
	Symbol		side;			/* the side of the span on which the mention is; the distance if it is in
								 * another sentence */
	Symbol		kind;			/* of the mention */
	Symbol		type;
	Symbol		before;			/* the tokens beside it */
	Symbol		next;
} Builder;

#define CONTEXT_OF(b, place, ...)	NQ_CONTEXT((b)->set, (b)->texts, place, __VA_ARGS__)

Symbol
nq_count_symbol(uint32_t count)
{
	switch (count)
	{
		case 0:
			return nq_symbol("0");
		case 1:
			return nq_symbol("1");
		case 2:
			return nq_symbol("2");
		case 3:
			return nq_symbol("3");
		default:
			return nq_symbol("4");
	}
}

Symbol
nq_kind_symbol(const Mention *mention)
{
	switch ((MentionKind) mention->kind)
	{
		case MENTION_NAME:
			return mention->plural ? nq_symbol("names") : nq_symbol("name");
		case MENTION_PRONOUN:
			return mention->plural ? nq_symbol("they") : nq_symbol("he");
		case MENTION_NOMINAL:
			return mention->plural ? nq_symbol("nouns") : nq_symbol("noun");
		default:
			return nq_symbol("two");
	}
}

Symbol
nq_type_symbol(EntityType type)
{
	switch (type)
	{
		case TYPE_PERSON:
			return nq_symbol("person");
		case TYPE_ORGANISATION:
			return nq_symbol("body");
		case TYPE_PLACE:
			return nq_symbol("place");
		case TYPE_GROUP:
			return nq_symbol("group");
		case TYPE_DOCUMENT:
			return nq_symbol("document");
		case TYPE_THING:
			return nq_symbol("thing");
		default:
			return nq_symbol("unknown");
	}
}

NQ_CONTEXT_BUILDER Symbol
side_of(const Builder *b, const Mention *mention)
{
	const Sentence *sentences = b->doc->sentences;
	int			distance = (int) b->span->sentence - (int) mention->sentence;
	bool		same;

	if (distance == 0)
		return mention->last <= b->span->open ? nq_symbol("b") : mention->first > b->span->close ? nq_symbol("a") : nq_symbol("o");
	same = sentences[mention->sentence].paragraph == sentences[b->span->sentence].paragraph;
	switch (distance)
	{
		case -1:
			return same ? nq_symbol("-1p") : nq_symbol("-1o");
		case 1:
			return same ? nq_symbol("1p") : nq_symbol("1o");
		case 2:
			return same ? nq_symbol("2p") : nq_symbol("2o");
		default:
			if (distance < 0)
				return same ? nq_symbol("-2p") : nq_symbol("-2o");
			return same ? nq_symbol("3p") : nq_symbol("3o");
	}
}

/* Adds the contexts of the markers [first, last) between the mention and the span. */
NQ_CONTEXT_BUILDER void
add_between(const Builder *b, const Mention *mention, uint32_t first, uint32_t last)
{
	const Marker *markers = b->span->markers;
	uint32_t	counts[MARKER_OTHER + 1] = {0};
	const Symbol none = nq_symbol("-");
	Symbol		first_verb = none;
	Symbol		last_verb = none;

	for (uint32_t i = first; i < last; i++)
	{
		counts[markers[i].kind]++;
		if (markers[i].kind == MARKER_VERB)
		{
			last_verb = markers[i].symbol;
			if (counts[MARKER_VERB] == 1)
				first_verb = last_verb;
		}
		else if (markers[i].kind != MARKER_COMMA)
		{
			bool		seen = false;

			for (uint32_t k = first; k < i && !seen; k++)
				seen = markers[k].symbol.hash == markers[i].symbol.hash;
			if (!seen)
				CONTEXT_OF(b, "speaker.between", b->side, markers[i].symbol);
		}
	}
	CONTEXT_OF(b, "speaker.counts", b->side, nq_count_symbol(counts[MARKER_VERB]), nq_count_symbol(counts[MARKER_SPAN]),
			   nq_count_symbol(counts[MARKER_COMMA]));
	CONTEXT_OF(b, "speaker.verbs", b->side, first_verb, last_verb, nq_count_symbol(counts[MARKER_VERB]));
	for (uint32_t i = first; i < last; i++)
	{
		bool		near = markers[i].token + WORD_REACH >= b->span->open && markers[i].token <= b->span->close + WORD_REACH;

		if (markers[i].kind == MARKER_VERB && near)
			CONTEXT_OF(b, "speaker.verb", b->side, markers[i].token == mention->last ? nq_symbol("next") : nq_symbol("far"),
					   nq_word_at(b->doc, markers[i].token));
	}
}

NQ_CONTEXT_BUILDER void
add_same_sentence(const Builder *b, const Mention *mention)
{
	const SpanSymbols *span = b->span;
	uint32_t	first = 0;
	uint32_t	last = span->count;

	if (mention->last <= span->open)
	{
		last = span->before;
		while (first < last && span->markers[first].token < mention->last)
			first++;
	}
	else if (mention->first > span->close)
	{
		first = span->before;
		while (last > first && span->markers[last - 1].token >= mention->first)
			last--;
	}
	else
		last = first;
	add_between(b, mention, first, last);
	CONTEXT_OF(b, "speaker.span_left", b->side, span->left_2, span->left, b->next);
	CONTEXT_OF(b, "speaker.span_right", b->side, span->right, span->right_2, b->before);
	CONTEXT_OF(b, "speaker.next_word", b->side, word_from(b->doc, mention->sentence, mention->last), span->left_word);
}

NQ_CONTEXT_BUILDER void
add_other_sentence(const Builder *b, const Mention *mention)
{
	uint32_t	last = b->doc->sentences[mention->sentence].last;

	CONTEXT_OF(b, "speaker.span_around", b->side, b->span->left, b->span->begins, b->span->right);
	CONTEXT_OF(b, "speaker.sentence_end", b->side, symbol_at(b->doc, last - 1), b->kind, b->type);
}

NQ_CONTEXT_BUILDER void
add_mention(const Builder *b, const Mention *mention)
{
	const Document *doc = b->doc;
	/* A name is not shown, so that the model does not learn individuals. */
	Symbol		head = mention->kind == MENTION_NAME ? nq_symbol("Cap") : nq_word_at(doc, mention->head);
	bool		begins = mention->first == doc->sentences[mention->sentence].first;

	CONTEXT_OF(b, "speaker.around", b->side, b->kind, b->type, b->before, b->next);
	CONTEXT_OF(b, "speaker.next", b->side, b->next, nq_symbol_from(doc, mention->sentence, mention->last + 1));
	CONTEXT_OF(b, "speaker.before", b->side, begins ? nq_symbol("^") : nq_word_at(doc, mention->first - 1), b->next);
	CONTEXT_OF(b, "speaker.span", b->side, b->kind, b->type, b->span->left, b->span->right);
	CONTEXT_OF(b, "speaker.head", b->side, head);
	CONTEXT_OF(b, "speaker.head_kind", b->kind, b->type, head);
	CONTEXT_OF(b, "speaker.side", b->side, b->kind, b->type);
}

NQ_CONTEXT_BUILDER void
add_nobody(const Builder *b)
{
	const SpanSymbols *span = b->span;

	CONTEXT_OF(b, "speaker.nobody_around", span->left, span->begins, span->right);
	CONTEXT_OF(b, "speaker.nobody_left", span->left_2, span->left);
	CONTEXT_OF(b, "speaker.nobody_right", span->right, span->right_2);
	CONTEXT_OF(b, "speaker.nobody_word", span->left_word);
}

NQ_CONTEXT_BUILDER void
add_contexts(const Document *doc, const SpanSymbols *symbols, uint32_t number, FeatureSet *set, ContextTexts *texts)
{
	Builder		b = {.doc = doc, .span = symbols, .set = set, .texts = texts};
	const Mention *mention;

	if (number == NONE)
	{
		add_nobody(&b);
		return;
	}
	mention = &doc->mentions[number];
	b.side = side_of(&b, mention);
	b.kind = nq_kind_symbol(mention);
	b.type = nq_type_symbol((EntityType) mention->type);
	b.before = nq_symbol_before(doc, mention->sentence, mention->first, 1);
	b.next = nq_symbol_from(doc, mention->sentence, mention->last);
	add_mention(&b, mention);
	if (mention->sentence == symbols->sentence)
		add_same_sentence(&b, mention);
	else
		add_other_sentence(&b, mention);
}

void
nq_speaker_contexts(const Document *doc, const SpanSymbols *symbols, uint32_t number, FeatureSet *set)
{
	ContextTexts *texts = nq_texts_of(doc->observer);

	if (texts != NULL)
		add_contexts(doc, symbols, number, set, texts);
	else
		add_contexts(doc, symbols, number, set, NULL);
}
