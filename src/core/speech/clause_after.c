/*
 * clause_after.c
 *	  The clause after its reporting words: "said that ...", "told him ...", "promised to ...".
 *
 * Takes a cue; gives the token at which the report begins, after an addressee, times, places and "that", and the end
 * of the report, before the next one of the same speaker.  Each search is within the sentence and within bounds.
 */
#include "core/speech/clause_reader.h"

#include "core/base/bounds.h"
#include "core/base/search.h"

/* The words between the beginning of a sentence and the reporting words of its first clause: "When voters were asked". */
#define WORDS_TO_FRONTED 4

/*
 * "While Lund said the lock leaks, he ...", "Asked whether the lock leaks, he ...": whether a report is in a clause
 * before the main one.
 */
static bool
is_fronted(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	floor = doc->sentences[cue->sentence].first;

	if (cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && cue->subject != NONE)
		return is_word(doc, floor) && token_has(doc, floor, WC_SUBORD) && doc->mentions[cue->subject].first <= floor + 2;
	/* "When Lund spoke of the lock and said it leaks, she ..." */
	if (cue->form == FORM_FINITE && cue->subject != NONE && is_word(doc, floor) && token_has(doc, floor, WC_SUBORD) &&
		cue->verb_first < floor + CLAUSE_REACH && !holds_kind(doc, floor, cue->verb_first, TOKEN_COMMA))
		return true;
	if ((cue->subject != NONE && cue->link != SUBJECT_AGENT) || (cue->form != FORM_FINITE && cue->form != FORM_PASSIVE))
		return false;
	if (is_word(doc, floor) && token_has(doc, floor, WC_COORD))
		floor++;
	return cue->verb_first == floor ||
		(is_word(doc, floor) && token_has(doc, floor, WC_SUBORD) && cue->verb_first <= floor + WORDS_TO_FRONTED);
}

static uint32_t after_adverbials(const ClauseReader *r, uint32_t i);
static bool begins_infinitive(const ClauseReader *r, uint32_t i);

/* The token after the addressee, time and place between a cue and its clause. */
static uint32_t
after_object(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = cue->last;

	if (cue->link == SUBJECT_INVERTED && cue->subject != NONE)
		return doc->mentions[cue->subject].last;
	/* "Asked by Lund whether" */
	if (cue->link == SUBJECT_AGENT && cue->subject != NONE && cue->form == FORM_PASSIVE && doc->mentions[cue->subject].first > i &&
		doc->mentions[cue->subject].first <= i + WORDS_TO_PHRASE)
		return doc->mentions[cue->subject].last;
	/* "When told the lock was shut": the addressee is not named. */
	if (cue->subject == NONE && is_fronted(r, cue))
		return i;
	if (cue->object != NONE && doc->mentions[cue->object].first >= i && (cue->frames & (CUE_OBJ_THAT | CUE_OBJ_TO_INF | CUE_OF | CUE_FOR)) != 0 &&
		((cue->frames & CUE_THAT) == 0 || token_does(doc, doc->mentions[cue->object].last, FN_COMPLEMENTISER) ||
		 ((cue->frames & CUE_OBJ_TO_INF) != 0 && begins_infinitive(r, after_adverbials(r, doc->mentions[cue->object].last)))))
		return (cue->frames & CUE_OF) != 0 ? doc->mentions[cue->object].head + 1 : doc->mentions[cue->object].last;
	return i;
}

/*
 * "At the end of that night", "told that story": whether a word for "that" is a determiner: after a
 * preposition, or right after a verb that needs an addressee before its clause.
 */
static bool
is_determiner(const ClauseReader *r, const Cue *cue, uint32_t first, uint32_t that)
{
	const Document *doc = r->doc;

	if (!token_does(doc, that, FN_DEMONSTRATIVE) || cue->form == FORM_NOUN)
		return false;
	if (that > first)
		return is_word(doc, that - 1) && token_has(doc, that - 1, WC_PREP) && !token_has(doc, that - 1, WC_ADV | WC_SUBORD | WC_TIME);
	return that == cue->last && cue->form == FORM_FINITE && (cue->frames & CUE_OBJ_THAT) != 0 && (cue->frames & CUE_THAT) == 0;
}

/*
 * "Published the letters that she had": whether the verb has a thing as its object, so that a relative clause
 * follows.
 */
static bool
has_thing(const ClauseReader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if ((cue->frames & CUE_OBJ) == 0 || (cue->frames & CUE_OBJ_THAT) != 0 || cue->form == FORM_NOUN || cue->form == FORM_PASSIVE ||
		i + 1 >= r->limit || !is_word(doc, i) || (token_at(doc, i)->flags & TOKEN_CAPITAL) != 0 || token_does(doc, i, FN_COMPLEMENTISER) ||
		!token_has(doc, i, WC_DET | WC_POSSESSIVE | WC_NUM | WC_NOUN) || token_has(doc, i, WC_PRONOUN | WC_PREP | WC_ADV))
		return false;
	return !token_has(doc, i, WC_TIME) && !token_has(doc, i + 1, WC_TIME) && !token_has(doc, i + 2, WC_TIME);
}

/* "Said that is late": whether the word for "that" is the clause's own subject. */
static bool
is_own_subject(const Document *doc, uint32_t that)
{
	return token_does(doc, that, FN_DEMONSTRATIVE) && is_word(doc, that + 1) && token_has(doc, that + 1, WC_AUX) &&
		!token_has(doc, that + 1, WC_NOUN | WC_DET);
}

/* The first token of a clause after its conjunction: "that, if it rains, the lock ...". */
static uint32_t
after_that(const ClauseReader *r, uint32_t that)
{
	if (is_own_subject(r->doc, that))
		return that;
	return that + 2 < r->limit && token_at(r->doc, that + 1)->kind == TOKEN_COMMA ? that + 2 : that + 1;
}

/*
 * "Said he hopes to stay, insisting that ...": the next cue of the sentence that can have a clause with "that";
 * the limit if there is none.  Such a word after it belongs to that cue.
 */
static uint32_t
next_that_cue(const ClauseReader *r)
{
	const Document *doc = r->doc;

	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + CUES_BACK && doc->cues[k].first < r->limit; k++)
	{
		const Cue  *next = &doc->cues[k];
		bool		own = next->form == FORM_GERUND || next->form == FORM_INFINITIVE ||
			(next->form == FORM_FINITE && next->subject != NONE && doc->mentions[next->subject].first >= doc->cues[r->cue].last &&
			 (doc->mentions[next->subject].kind == MENTION_PRONOUN || !token_has(doc, next->first, WC_NOUN | WC_CUENOUN | WC_DOCUMENT)));

		if (own && (next->frames & (CUE_THAT | CUE_OBJ_THAT)) != 0)
			return next->first;
	}
	return r->limit;
}

/*
 * "Said on the radio, where he has a show, that ...": the word for "that" right after the words between two commas
 * or dashes; the limit if there is none.
 */
static uint32_t
that_after_aside(const ClauseReader *r, uint32_t first, uint32_t limit)
{
	const Document *doc = r->doc;
	uint8_t		mark = token_at(doc, first)->kind;

	for (uint32_t i = first + 1; i + 1 < limit && i <= first + BRIDGE_REACH && !opens_span(doc, i); i++)
		if (token_at(doc, i)->kind == mark)
			return token_does(doc, i + 1, FN_COMPLEMENTISER) ? i + 1 : r->limit;
	return r->limit;
}

/* "Proposed a law that would forbid it": whether a word for "that", right after a noun and before a verb, is a relative pronoun. */
static bool
is_relative_after_noun(const ClauseReader *r, uint32_t that)
{
	const Document *doc = r->doc;

	return names_show_capitals(doc) && that + 1 < r->limit && is_word(doc, that - 1) && is_word(doc, that + 1) &&
		token_has(doc, that + 1, WC_AUX | WC_FINITE) && !token_has(doc, that + 1, WC_DET | WC_PREP | WC_NOUN | WC_ADJ | WC_PRONOUN) &&
		!token_has(doc, that - 1, WC_TIME | WC_ADV | WC_PRONOUN);
}

/* The word for "that" within reach of the cue, with only adverbials before it; the limit if there is none. */
static uint32_t
find_that(const ClauseReader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;
	uint32_t	limit = next_that_cue(r);

	/* "Said Holm of the Boatmen's Union, a body that": words about the speaker. */
	if (has_thing(r, cue, i) || (cue->subject != NONE && cue->link == SUBJECT_INVERTED && token_at(doc, i)->kind == TOKEN_COMMA))
		return r->limit;
	for (uint32_t k = i; k < limit && k < i + BRIDGE_REACH; k++)
	{
		uint64_t	classes = classes_at(doc, k);

		if (k > i && token_does(doc, k, FN_COMPLEMENTISER) && is_relative_after_noun(r, k))
			return r->limit;
		if (token_does(doc, k, FN_COMPLEMENTISER) && !is_determiner(r, cue, i, k))
			return k;
		/* "Said on “The Lindby Hour” that" */
		if (opens_span(doc, k) && token_does(doc, after_span(doc, k), FN_COMPLEMENTISER) &&
			(token_at(doc, k - 1)->kind == TOKEN_CLITIC || token_has(doc, k - 1, WC_PREP)))
			return after_span(doc, k);
		if (opens_span(doc, k) || token_at(doc, k)->kind == TOKEN_SEMICOLON)
			return r->limit;
		if (cue->link != SUBJECT_INVERTED && (token_at(doc, k)->kind == TOKEN_COMMA || token_at(doc, k)->kind == TOKEN_DASH))
		{
			uint32_t	that = that_after_aside(r, k, limit);

			if (that < limit)
				return that;
		}
		if (k > i && is_word(doc, k) && (token_at(doc, k)->flags & TOKEN_CAPITAL) == 0 && (classes & (WC_FINITE | WC_AUX | WC_COORD | WC_SUBORD)) != 0 &&
			(classes & (WC_PREP | WC_NOUN | WC_DET | WC_TIME)) == 0)
			return r->limit;
	}
	return r->limit;
}

/* "Last year", "this week", but not "the days", "each year": whether a time without a preposition begins. */
static bool
begins_time(const Document *doc, uint32_t i)
{
	return ((token_has(doc, i, WC_ADJ) && !token_has(doc, i, WC_DET)) || (token_does(doc, i, FN_DEMONSTRATIVE) && !token_does(doc, i, FN_COMPLEMENTISER))) &&
		token_has(doc, i + 1, WC_TIME);
}

/* "Only the town", "nearly 40 people", "more than 40": whether an adverb or preposition belongs to the phrase that it begins. */
static bool
begins_amount(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_ADV | WC_PREP) && !token_has(doc, i, WC_TIME) && !token_has(doc, i + 1, WC_AUX) && nq_begins_phrase(doc, i);
}

/*
 * The token after times, places and occasions between the cue and a clause without "that": "said on Monday",
 * "said in a statement".
 */
static uint32_t
after_adverbials(const ClauseReader *r, uint32_t i)
{
	const Document *doc = r->doc;

	for (int steps = 0; steps < ADVERBIALS; steps++)
	{
		uint32_t	k = i;

		/* "Last year", "this week" */
		if (k + 2 < r->limit && is_word(doc, k) && begins_time(doc, k) &&
			!token_has(doc, k + 2, WC_AUX | WC_FINITE) && token_at(doc, k + 2)->kind != TOKEN_CLITIC)
			k += 2;
		while (k < r->limit && is_word(doc, k) && token_has(doc, k, WC_TIME | WC_ADV) && !token_has(doc, k, WC_DET) && !begins_amount(doc, k) &&
			   !token_has(doc, k + 1, WC_AUX) && token_at(doc, k + 1)->kind != TOKEN_CLITIC)
			k++;
		if (k < r->limit && is_word(doc, k) && token_has(doc, k, WC_PREP) && !begins_amount(doc, k) &&
			!token_does(doc, k, FN_INFINITIVE | FN_GENITIVE | FN_GOAL))
		{
			uint32_t	noun = k + 1;

			while (noun < r->limit && noun < k + ADVERBIAL_WORDS && (is_word(doc, noun) || token_at(doc, noun)->kind == TOKEN_NUMBER) &&
				   !token_has(doc, noun, WC_OCCASION | WC_DOCUMENT | WC_TIME | WC_PLACE | WC_CUENOUN | WC_PLATFORM) &&
				   !token_has(doc, noun, WC_FINITE | WC_AUX | WC_SUBORD))
				noun++;
			if (noun >= r->limit || noun == k + ADVERBIAL_WORDS ||
				!token_has(doc, noun, WC_OCCASION | WC_DOCUMENT | WC_TIME | WC_PLACE | WC_CUENOUN | WC_PLATFORM))
				return k;
			k = noun + 1;
		}
		if (k < r->limit && token_at(doc, k)->kind == TOKEN_COMMA && k > i && !nq_begins_bare_clause(r, k + 1, true))
			return i;
		if (k == i)
			return i;
		i = k;
	}
	return i;
}

/* "asked whether ...", "explained how ...": whether an indirect question begins. */
bool
nq_begins_question(const ClauseReader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if (!is_word(doc, i) || (cue->frames & (CUE_IF | CUE_BARE)) == 0)
		return false;
	/* "..., said the man who built it" */
	if (cue->link == SUBJECT_INVERTED && cue->subject != NONE && token_has(doc, i, WC_RELATIVE))
		return false;
	if (token_does(doc, i, FN_WHETHER))
		return (cue->frames & CUE_IF) != 0;
	return token_has(doc, i, WC_WH) && nq_has_finite_verb(doc, i, r->limit);
}

/*
 * "“Leave now,” Lind tweeted the day after a storm had come": whether the quoted words before the cue are its
 * report.
 */
static bool
follows_quotation(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	start = report_start(doc, cue);
	uint32_t	floor = doc->sentences[cue->sentence].first;

	uint32_t	close;
	uint32_t	span;

	if (cue->form != FORM_FINITE || start <= floor + 1)
		return false;
	close = closes_span(doc, start - 1) ? start - 1 : start - 2;
	if (!closes_span(doc, close) || (close == start - 2 && token_at(doc, start - 1)->kind != TOKEN_COMMA))
		return false;
	/* "To a question on the “public yards,” Lund said" */
	span = FIRST_FROM(QuotedSpan, close, doc->spans, 0, doc->span_count, close);
	return span >= doc->span_count || doc->spans[span].open == floor || !is_word(doc, doc->spans[span].open - 1) ||
		(token_at(doc, doc->spans[span].first)->flags & TOKEN_CAPITAL) != 0;
}

/*
 * "Still, he said, the lock leaks", "As he said, the lock leaks": whether the cue follows a comma or "as", with
 * no verb before that.
 */
static bool
stands_between_commas(const ClauseReader *r, const Cue *cue)
{
	uint32_t	start = report_start(r->doc, cue);

	return start > r->floor && (token_at(r->doc, start - 1)->kind == TOKEN_COMMA || token_does(r->doc, start - 1, FN_AS)) &&
		cue->form == FORM_FINITE && cue->link == SUBJECT_ADJACENT && !nq_has_finite_verb(r->doc, r->floor, start);
}

/* "Asked for them in court": whether only a pronoun follows, which is not a report; "called for him to go" is one. */
static bool
is_pronoun_alone(const ClauseReader *r, uint32_t i)
{
	return i < r->limit && is_word(r->doc, i) && token_has(r->doc, i, WC_PRONOUN) && !token_has(r->doc, i, WC_DET | WC_POSSESSIVE | WC_INDEFINITE) &&
		!token_does(r->doc, i + 1, FN_INFINITIVE);
}

/* "Declined to comment on Monday": whether the infinitive after a refusal only says that nothing was said. */
static bool
is_silence(const ClauseReader *r, const Cue *cue, uint32_t to)
{
	const Document *doc = r->doc;
	uint32_t	next = to + 2;

	if (!token_does(doc, cue->first, FN_REFUSAL) || !is_word(doc, to + 1) || !token_has(doc, to + 1, WC_CUE))
		return false;
	return next >= r->limit || !is_word(doc, next) ||
		(token_has(doc, next, WC_PREP | WC_COORD | WC_TIME | WC_ADV) && !token_has(doc, next, WC_WH) && !token_does(doc, next, FN_COMPLEMENTISER | FN_WHETHER));
}

/* The comma outside marks between two tokens; the limit if there is none. */
static uint32_t
next_comma(const ClauseReader *r, uint32_t first, uint32_t last)
{
	uint32_t	i = first;

	while (i < r->limit && i < last && token_at(r->doc, i)->kind != TOKEN_COMMA)
		i = opens_span(r->doc, i) ? after_span(r->doc, i) : i + 1;
	return i < r->limit && token_at(r->doc, i)->kind == TOKEN_COMMA ? i : r->limit;
}

/* "According to Lund, ...", "As reported by Lund, ...": the start of the clause after a source; the limit if there is none. */
static uint32_t
clause_after_source(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	const Mention *source;
	uint32_t	i;

	if (cue->subject == NONE)
		return r->limit;
	source = &doc->mentions[cue->subject];
	i = next_comma(r, source->last, cue->last + SOURCE_REACH);
	/* "According to Lund, a keeper, ..." */
	if (is_apposed(source) && doc->mentions[appositive_of(doc, source)].first == i + 1)
	{
		uint32_t	comma = next_comma(r, doc->mentions[appositive_of(doc, source)].last, cue->last + SOURCE_REACH);

		if (comma < r->limit && (comma == doc->mentions[appositive_of(doc, source)].last || !nq_has_finite_verb(doc, i + 1, comma)))
			i = comma;
	}
	/* "According to Lund, keeper of the lock, ..." */
	else if (i + 2 < r->limit && names_show_capitals(doc) && is_word(doc, i + 1) && token_has(doc, i + 1, WC_ROLE) && !token_has(doc, i + 1, WC_PLURAL | WC_CUE))
	{
		uint32_t	comma = next_comma(r, i + 2, cue->last + SOURCE_REACH);

		if (comma < r->limit && !nq_has_finite_verb(doc, i + 1, comma))
			i = comma;
	}
	/* "Lund, citing the mood, said": the verb of the name before the source. */
	if (i + 1 < r->limit && is_word(doc, i + 1) && token_has(doc, i + 1, WC_CUE) && token_has(doc, i + 1, WC_FINITE) && !token_has(doc, i + 1, WC_NOUN | WC_CUENOUN))
		return r->limit;
	/* "But according to X, ...": before the sentence's own verb. */
	return i < r->limit && !nq_has_finite_verb(doc, r->floor, cue->verb_first) && nq_has_finite_verb(doc, i + 1, r->limit) ? i + 1 : r->limit;
}

/* "Asked the minister during the debate whether ...": the question after an object and its adverbials; the limit if there is none. */
static uint32_t
find_question(const ClauseReader *r, const Cue *cue, uint32_t i)
{
	const Document *doc = r->doc;

	if ((cue->frames & (CUE_IF | CUE_THAT)) != CUE_IF || cue->form == FORM_NOUN)
		return r->limit;
	for (uint32_t k = i; k < r->limit && k < i + BRIDGE_REACH && (is_word(doc, k) || token_at(doc, k)->kind == TOKEN_CLITIC); k++)
	{
		if (token_does(doc, k, FN_WHETHER))
			return k;
		if (token_does(doc, k, FN_INFINITIVE))
			break;
		if (token_has(doc, k, WC_FINITE | WC_AUX | WC_COORD | WC_SUBORD) && !token_has(doc, k, WC_PREP | WC_NOUN | WC_DET | WC_TIME) &&
			(token_at(doc, k)->flags & TOKEN_CAPITAL) == 0)
			break;
	}
	return r->limit;
}

/* "Accused rowers of placing it first": "of" and a gerund after an object that is no known phrase; the limit if there is none. */
static uint32_t
find_charge(const ClauseReader *r, uint32_t i)
{
	const Document *doc = r->doc;

	for (uint32_t k = i + 1; k + 1 < r->limit && k < i + BRIDGE_REACH && is_word(doc, k) && !token_has(doc, k, WC_AUX | WC_COORD | WC_SUBORD); k++)
		if (token_does(doc, k, FN_GENITIVE) && is_word(doc, k + 1) && token_has(doc, k + 1, WC_GERUND))
			return k;
	return r->limit;
}

/* The infinitive or its negation at a token: "promised not to sail". */
static bool
begins_infinitive(const ClauseReader *r, uint32_t i)
{
	if (is_word(r->doc, i) && token_has(r->doc, i, WC_NEG) && !token_has(r->doc, i, WC_AUX))
		i++;
	/* "On a visit to Lindby", "to the yard" */
	return token_does(r->doc, i, FN_INFINITIVE) && i + 1 < r->limit && is_word(r->doc, i + 1) &&
		(!names_show_capitals(r->doc) || (token_at(r->doc, i + 1)->flags & TOKEN_CAPITAL) == 0 || token_has(r->doc, i + 1, WC_BASE)) &&
		!token_has(r->doc, i + 1, WC_DET | WC_POSSESSIVE);
}

/* The start of the report after a cue; the limit if there is none. */
uint32_t
nq_clause_after(const ClauseReader *r, const Cue *cue)
{
	const Document *doc = r->doc;
	uint32_t	i = after_object(r, cue);
	uint32_t	that;
	uint32_t	k;

	if (cue->form == FORM_PREPOSITION || (cue->form == FORM_PASSIVE && cue->verb_first > r->floor && cue->subject != NONE &&
										  token_does(doc, cue->verb_first - 1, FN_AS)))
		return clause_after_source(r, cue);
	if ((cue->frames & (CUE_THAT | CUE_OBJ_THAT)) != 0)
	{
		that = find_that(r, cue, i);
		/* "the claim that": nothing but an adverb or a time may be between */
		if (cue->form == FORM_NOUN && that > i + 1)
			that = r->limit;
		/* "rules that could lead to ...", "new reports that show": a relative clause. */
		if (that < r->limit && nq_can_be_noun(doc, cue) && nq_begins_verb(doc, cue, that + 1))
			return r->limit;
		if (that < r->limit)
			return opens_span(doc, that + 1) && !nq_goes_on_after_marks(r, that + 1) ? r->limit : after_that(r, that);
	}
	if (i < r->limit && nq_begins_question(r, cue, i))
		return i;
	k = find_question(r, cue, i);
	if (k < r->limit)
		return k;
	k = after_adverbials(r, i);
	if (k < r->limit && token_at(doc, k)->kind == TOKEN_COMMA && (k > i || stands_between_commas(r, cue)))
	{
		/*
		 * "The dam will be sold, the owner said on Monday, two days after it broke": the words before the cue
		 * are the report.
		 */
		if (k > i && nq_follows_clause(r, cue))
			return r->limit;
		k++;
	}
	if (k >= r->limit || (opens_span(doc, k) && !nq_goes_on_after_marks(r, k)))
		return r->limit;
	if (nq_begins_question(r, cue, k))
		return k;
	/* "Now, he said, while they hope ...": what follows the reporting words between commas needs a verb alone. */
	if (k == i + 1 && stands_between_commas(r, cue) && (cue->frames & CUE_STRONG) != 0 &&
		!token_has(doc, k, WC_COORD | WC_RELATIVE | WC_GERUND | WC_AUX | WC_FINITE) && nq_has_finite_verb(doc, k, r->limit))
		return k;
	/* "Asked not to be named": a wish for oneself. */
	if ((cue->frames & CUE_TO_INF) == 0 && i == cue->last && cue->form != FORM_PASSIVE && !token_does(doc, k, FN_INFINITIVE) && begins_infinitive(r, k))
		return r->limit;
	if ((cue->frames & (CUE_TO_INF | CUE_OBJ_TO_INF)) != 0 && begins_infinitive(r, k))
		return is_silence(r, cue, k) ? r->limit : k;
	/* "She was asked for help": what nobody in particular asked for is not a report. */
	if (cue->form == FORM_NOUN || (cue->form == FORM_PASSIVE && cue->subject == NONE && token_has(doc, k, WC_PREP)))
		return r->limit;
	if ((cue->frames & CUE_ACCUSES) != 0 && cue->object == NONE && cue->form != FORM_PASSIVE && !token_does(doc, k, FN_GENITIVE) && find_charge(r, k) < r->limit)
		k = find_charge(r, k);
	if ((cue->frames & CUE_OF) != 0 && (cue->frames & CUE_THAT) == 0 && token_does(doc, k, FN_GENITIVE))
		return follows_quotation(r, cue) ? r->limit : k + 1;
	if ((cue->frames & CUE_FOR) != 0 && (cue->frames & CUE_THAT) == 0 && token_does(doc, k, FN_GOAL))
		return follows_quotation(r, cue) || is_pronoun_alone(r, k + 1) ? r->limit : k + 1;
	/* "told him the plan would fail" needs an addressee. */
	if ((cue->frames & CUE_BARE) != 0 &&
		((cue->frames & CUE_THAT) != 0 || i > cue->last || cue->form == FORM_PASSIVE || (cue->subject == NONE && is_fronted(r, cue))) &&
		!follows_quotation(r, cue) && nq_begins_bare_clause(r, k, (cue->frames & CUE_STRONG) != 0))
		return k;
	return r->limit;
}

/* A token of a sentence, or the opening mark of the span that contains it. */
static uint32_t
before_span(const Document *doc, const Sentence *sentence, uint32_t token)
{
	uint32_t	span = FIRST_FROM(QuotedSpan, open, doc->spans, sentence->first_span, sentence->last_span, token);

	if (span > sentence->first_span && doc->spans[span - 1].close >= token)
		return doc->spans[span - 1].open;
	return token;
}

/* The comma or semicolon before a clause or its conjunction. */
static uint32_t
comma_before(const Document *doc, uint32_t clause)
{
	uint8_t		before = token_at(doc, clause - 1)->kind;

	if (before == TOKEN_COMMA || before == TOKEN_SEMICOLON || before == TOKEN_DASH)
		return clause - 1;
	return token_at(doc, clause - 2)->kind == TOKEN_COMMA || token_at(doc, clause - 2)->kind == TOKEN_SEMICOLON || token_at(doc, clause - 2)->kind == TOKEN_DASH ? clause - 2 : clause - 1;
}

/* The first token of the subject of a report; "her lawyer, Lund, told": of the description before it. */
static uint32_t
start_of_subject(const Document *doc, const Cue *cue)
{
	const Mention *subject = &doc->mentions[cue->subject];

	return cue->link == SUBJECT_APPOSITION && is_apposed(subject) && doc->mentions[appositive_of(doc, subject)].first < subject->first ?
		doc->mentions[appositive_of(doc, subject)].first : subject->first;
}

/* "Asked whether he knew, she replied"; "..., and the owner said": whether a main clause with its own cue begins. */
static bool
begins_another_report(const Document *doc, const Cue *next, uint32_t first)
{
	uint32_t	subject;

	if (next->form != FORM_FINITE || next->subject == NONE || (next->frames & (CUE_STRONG | CUE_MEDIUM)) == 0)
		return false;
	subject = start_of_subject(doc, next);
	/* "..., though an aide called it “late”" */
	if ((next->frames & (CUE_THAT | CUE_OBJ_THAT)) == 0 &&
		(subject <= first + 2 || !token_has(doc, subject - 1, WC_SUBORD) || token_has(doc, subject - 1, WC_PREP) || token_at(doc, subject - 2)->kind != TOKEN_COMMA))
		return false;
	/* "..., and Lund, the owner, said" */
	if (next->link == SUBJECT_APPOSITION && subject > first + 2)
		return is_word(doc, subject - 1) && token_has(doc, subject - 1, WC_COORD) && token_at(doc, subject - 2)->kind == TOKEN_COMMA;
	if (next->link != SUBJECT_ADJACENT || subject <= first + 1 || doc->mentions[next->subject].last != next->verb_first)
		return false;
	return token_at(doc, subject - 1)->kind == TOKEN_COMMA || token_at(doc, subject - 1)->kind == TOKEN_SEMICOLON || token_at(doc, subject - 1)->kind == TOKEN_DASH ||
		(token_has(doc, subject - 1, WC_SUBORD) && token_does(doc, subject - 1, FN_CONTRAST)) ||
		(subject > first + 2 && token_has(doc, subject - 1, WC_COORD | WC_SUBORD) && token_at(doc, subject - 2)->kind == TOKEN_COMMA);
}

/* The comma that ends the report in a clause before the main one; the limit if there is none. */
static uint32_t
end_of_fronted_clause(const ClauseReader *r, uint32_t first)
{
	const Document *doc = r->doc;
	const Cue  *cue = &doc->cues[r->cue];

	if (!is_fronted(r, cue))
		return r->limit;
	for (uint32_t i = first; i + 2 < r->limit && i < first + CLAUSE_WORDS; i++)
	{
		uint32_t	end = after_span(doc, i);
		bool		marked = end > i && token_at(doc, end - 2)->kind == TOKEN_COMMA;
		uint32_t	main = marked ? end : end + 1;

		i = marked ? end - 1 : end;
		if (main + 1 < r->limit && (marked || token_at(doc, end)->kind == TOKEN_COMMA) && nq_begins_phrase(doc, main) &&
			!token_has(doc, main, WC_ADV | WC_GERUND) && nq_has_finite_verb(doc, main, r->limit) &&
			(cue->link != SUBJECT_ADJACENT || nq_has_finite_verb(doc, first, end)))
			return end;
	}
	return r->limit;
}

/*
 * "Lund, who had said that the lock leaks, left": the comma that ends a report in a relative clause between commas, before the verb
 * of the main clause; the limit if there is none.
 */
static uint32_t
end_of_relative_clause(const ClauseReader *r, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	verb = doc->cues[r->cue].verb_first;

	if (doc->cues[r->cue].form != FORM_FINITE || verb < 2 || !token_does(doc, verb - 1, FN_PERSONAL) || token_at(doc, verb - 2)->kind != TOKEN_COMMA)
		return r->limit;
	for (uint32_t i = first; i + 1 < r->limit && i < first + CLAUSE_WORDS; i++)
	{
		i = after_span(doc, i);
		if (i + 1 < r->limit && token_at(doc, i)->kind == TOKEN_COMMA && is_word(doc, i + 1) && token_has(doc, i + 1, WC_FINITE | WC_AUX) &&
			!token_has(doc, i + 1, WC_PREP | WC_DET | WC_NOUN | WC_GERUND) && nq_has_finite_verb(doc, first, i))
			return i;
	}
	return r->limit;
}

/* The comma before the next cue of the same report: ", adding ...", ", and said ..."; the limit if there is none. */
uint32_t
nq_end_after(const ClauseReader *r, uint32_t first)
{
	const Document *doc = r->doc;
	uint32_t	end = end_of_fronted_clause(r, first);

	if (end == r->limit)
		end = end_of_relative_clause(r, first);

	if (end > first + CLAUSE_REACH)
		end = before_span(doc, &doc->sentences[doc->cues[r->cue].sentence], first + CLAUSE_REACH);
	for (uint32_t k = r->cue + 1; k < doc->cue_count && k < r->cue + 12 && doc->cues[k].sentence == doc->cues[r->cue].sentence; k++)
	{
		const Cue  *next = &doc->cues[k];
		uint32_t	start = next->verb_first;

		if (next->first <= first || next->first >= end || nq_is_noun_in_clause(doc, next))
			continue;
		if (next->form == FORM_GERUND && start > first && token_at(doc, start - 1)->kind == TOKEN_COMMA &&
			next->subject == doc->cues[r->cue].subject)
			return start - 1;
		if (next->link == SUBJECT_SHARED && start > first + 1 && next->form == FORM_FINITE &&
			next->subject == doc->cues[r->cue].subject && token_has(doc, start - 1, WC_COORD) &&
			(next->frames & (CUE_STRONG | CUE_MEDIUM)) != 0 && (next->frames & CUE_THOUGHT) == 0)
			return token_at(doc, start - 2)->kind == TOKEN_COMMA ? start - 2 : start - 1;
		if (begins_another_report(doc, next, first))
			return comma_before(doc, start_of_subject(doc, next));
		if (next->form == FORM_PREPOSITION && start > first && token_at(doc, start - 1)->kind == TOKEN_COMMA)
			return start - 1;
	}
	return end;
}
