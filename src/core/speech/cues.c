/*
 * cues.c
 *	  Reporting words and their subjects.
 *
 * Takes the sentences and their mentions; gives the cues in the reporter's words, each with the mention that is
 * its subject and the way in which that was found (cue_subjects.c).  A cue is a verb, alone or with other words
 * of its entry, a preposition, or a noun of speech with its possessor.
 *
 * Every search is bounded in mentions and tokens, so the stage is linear.
 */
#include "core/base/bounds.h"
#include "core/speech/cue_subjects.h"
#include "core/speech/verb_groups.h"
#include "core/stages.h"

#include <string.h>

static Cue *
put_cue(CueFinder *f, uint32_t first, uint32_t last, CueForm form, uint32_t frames)
{
	Document   *doc = f->doc;
	Cue		   *cue;

	if (!nq_reserve(doc->arena, (void **) &doc->cues, &f->capacity, doc->cue_count, sizeof(Cue)))
	{
		doc->status = NQ_NO_MEMORY;
		return NULL;
	}
	cue = &doc->cues[doc->cue_count];
	*cue = (Cue) {
		.first = first, .last = last, .verb_first = first, .sentence = f->sentence,
		.particle = NONE, .subject = NONE, .object = NONE, .after = NONE, .frames = frames, .form = (uint8_t) form
	};
	return cue;
}

/* The mentions before a token, among which is the name to whose role it may belong. */
#define MENTIONS_OF_NAME 3

/* ---- entries of several words ---- */

/* The bytes of a curly apostrophe. */
#define CURLY "\xe2\x80\x99"
#define CURLY_BYTES 3

/* The hash of an entry of several words; 0 if the text is too long for one.  A curly apostrophe equals a straight one: d’après. */
static uint64_t
hash_of_phrase(const Document *doc, const char *text, uint32_t length)
{
	char		plain[LEXICON_KEY_BYTES];
	uint32_t	count = 0;

	if (doc->language->tokens->proclitics.count == 0 || length > LEXICON_KEY_BYTES + CURLY_BYTES)
		return length <= LEXICON_KEY_BYTES ? nq_hash(text, length, doc->text + doc->length) : 0;
	for (uint32_t i = 0; i < length && count < LEXICON_KEY_BYTES; count++)
	{
		bool		curly = length - i >= CURLY_BYTES && memcmp(text + i, CURLY, CURLY_BYTES) == 0;

		plain[count] = (char) (curly ? '\'' : text[i]);
		i += curly ? CURLY_BYTES : 1;
	}
	return nq_hash(plain, count, plain + sizeof(plain));
}

/*
 * The longest multi-word entry that begins at token i, or 0; sets *last to the token after it.  Most words that can
 * begin one do not, which a single hash shows.
 */
static uint32_t
phrase_at(const CueFinder *f, uint32_t i, uint32_t *last)
{
	const Document *doc = f->doc;
	uint32_t	start = token_at(doc, i)->start;
	uint32_t	longest = 0;

	for (uint32_t k = i + 1; k < f->words_last && k < i + PHRASE_WORDS && is_word(doc, k); k++)
	{
		uint64_t	hash = hash_of_phrase(doc, doc->text + start, token_end(token_at(doc, k)) - start);
		uint32_t	word;

		if (hash == 0 || !nq_may_be_phrase(doc->lexicon, nq_check_of_hash(hash)))
			break;
		word = nq_find_slot(doc->lexicon, hash)->word;
		if (word != 0)
		{
			longest = word;
			*last = k + 1;
		}
	}
	return longest;
}

/*
 * Whether a token is the last of its clause: before a comma, a stop, a conjunction or the end of the reporter's
 * words.
 */
static bool
ends_clause(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	if (i + 1 >= f->words_last)
		return true;
	if (is_word(doc, i + 1))
		return token_has(doc, i + 1, WC_COORD | WC_SUBORD) || token_does(doc, i + 1, FN_COMPLEMENTISER);
	return token_at(doc, i + 1)->kind != TOKEN_NUMBER;
}

/* The entry of a verb form with a particle: "teilte mit"; 0 if there is none. */
static uint32_t
entry_with_particle(const Document *doc, uint32_t verb, uint32_t particle)
{
	const Token *front = token_at(doc, verb);
	const Token *back = token_at(doc, particle);
	char		key[LEXICON_KEY_BYTES];
	uint32_t	length = front->length + 1u + back->length;

	if (length > sizeof(key))
		return 0;
	memcpy(key, doc->text + front->start, front->length);
	key[front->length] = ' ';
	memcpy(key + front->length + 1, doc->text + back->start, back->length);
	return nq_lookup(doc->lexicon, key, length, key + length);
}

/* "Teilte ein Sprecher am Montag mit": the entry of a verb whose particle ends its clause, and the particle; 0 if there is none. */
static uint32_t
entry_of_parted_verb(const CueFinder *f, uint32_t verb, uint32_t *particle)
{
	const Document *doc = f->doc;
	uint32_t	commas = 0;

	for (uint32_t i = verb + 1; i < f->words_last && i < verb + CLAUSE_WORDS; i++)
	{
		uint8_t		kind = token_at(doc, i)->kind;
		uint32_t	word;

		if (kind == TOKEN_SEMICOLON || kind == TOKEN_COLON || (kind == TOKEN_COMMA && ++commas > 2))
			return 0;
		if (kind != TOKEN_WORD)
			continue;
		if (token_has(doc, i, WC_SUBORD) || (token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE)))
			return 0;
		if (!token_has(doc, i, WC_ADV | WC_PREP) || !ends_clause(f, i))
			continue;
		word = entry_with_particle(doc, verb, i);
		if (word != 0 && (classes_of(doc->lexicon, word) & WC_CUE) != 0)
		{
			*particle = i;
			return word;
		}
	}
	return 0;
}

/* ---- cues ---- */

/* "Heard the guard shout, “…”", "saw the mayor call the dam": whether a base form is right after somebody and before a quotation or a phrase. */
static bool
is_perceived_verb(const Document *doc, const Cue *cue)
{
	uint32_t	next = cue->last;

	if (cue->link != SUBJECT_ADJACENT || doc->mentions[cue->subject].type != TYPE_PERSON || doc->mentions[cue->subject].last != cue->first)
		return false;
	if (!is_word(doc, next))
		return (cue->frames & CUE_STRONG) != 0 && next + 1 < doc->token_count && (opens_span(doc, next) || opens_span(doc, next + 1));
	return (cue->frames & CUE_OBJ) != 0 && (token_does(doc, next, FN_DEFINITE | FN_INDEFINITE) || token_has(doc, next, WC_PRONOUN));
}

/* "A swing state", "Clean Air Act rules": whether a base form with a singular subject is a noun. */
static bool
is_noun_after_all(const Document *doc, const Cue *cue)
{
	uint64_t	classes = classes_at(doc, cue->first);
	const Mention *subject;

	if ((classes & (WC_BASE | WC_FINITE)) != WC_BASE || (classes & (WC_NOUN | WC_CUENOUN | WC_DOCUMENT | WC_BODY)) == 0 ||
		cue->form != FORM_FINITE || cue->verb_first != cue->first)
		return false;
	if (cue->subject == NONE)
		return true;
	if (is_perceived_verb(doc, cue))
		return false;
	subject = &doc->mentions[cue->subject];
	return !subject->plural && subject->kind != MENTION_PRONOUN && cue->link != SUBJECT_RELATIVE;
}

/* "Jonas Pike, whose angry complaint": the name before "whose"; NONE if there is none. */
static uint32_t
owner_by_whose(const CueFinder *f, uint32_t noun)
{
	const Document *doc = f->doc;
	uint32_t	i = noun;

	while (i > f->floor + 2 && i + OWNER_REACH > noun && is_word(doc, i - 1) && token_has(doc, i - 1, WC_ADJ) && !token_has(doc, i - 1, WC_RELATIVE))
		i--;
	if (i < f->floor + 3 || !is_word(doc, i - 1) || !token_has(doc, i - 1, WC_RELATIVE) || token_does(doc, i - 1, FN_PERSONAL | FN_DEMONSTRATIVE) ||
		token_at(doc, i - 2)->kind != TOKEN_COMMA)
		return NONE;
	return nq_mention_ending(f, i - 2);
}

/* "Shouts of “Out!” from the gallery", "the order to “wait” from Lund": the mention after "from" or "by" that follows the words of a noun of speech; NONE if there is none. */
static uint32_t
owner_after_words(const CueFinder *f, uint32_t noun)
{
	const Document *doc = f->doc;
	uint32_t	after;

	if (noun + 2 >= f->limit || !token_does(doc, noun + 1, FN_GENITIVE | FN_INFINITIVE) || !opens_span(doc, noun + 2))
		return NONE;
	after = after_span(doc, noun + 2);
	return after + 1 < f->limit && is_word(doc, after) && token_does(doc, after, FN_SOURCE | FN_AGENT) ? nq_mention_beginning(f, after + 1, 1) : NONE;
}

/* "Trump's claim", "his call", "a statement by the ministry": adds a noun of speech with its speaker. */
static bool
add_noun(CueFinder *f, uint32_t noun)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];
	uint32_t	owner = NONE;
	Cue		   *cue;

	for (uint32_t k = f->mention; k-- > first && k + SUBJECT_REACH > f->mention;)
	{
		const Mention *mention = &doc->mentions[k];

		if (mention->possessive && mention->inside == NONE && mention->last + OWNER_REACH > noun && mention->last <= noun &&
			!nq_has_between(doc, mention->last, noun, WC_PREP | WC_FINITE | WC_AUX | WC_COORD))
		{
			owner = k;
			break;
		}
	}
	if (owner == NONE && noun + 1 < f->limit && token_does(doc, noun + 1, FN_AGENT | FN_SOURCE))
		owner = nq_mention_beginning(f, noun + 2, 1);
	if (owner == NONE)
		owner = owner_by_whose(f, noun);
	/* "The verdict of Clara Brandt": other phrases after "of" are often topics. */
	if (owner == NONE && noun + 2 < f->limit && token_does(doc, noun + 1, FN_GENITIVE))
	{
		owner = nq_mention_beginning(f, noun + 2, 1);
		if (owner != NONE && (doc->mentions[owner].kind != MENTION_NAME || doc->mentions[owner].type != TYPE_PERSON))
			owner = NONE;
	}
	if (owner == NONE)
		owner = owner_after_words(f, noun);
	if (owner == NONE)
		return true;
	cue = put_cue(f, noun, noun + 1, FORM_NOUN, CUE_MEDIUM | CUE_THAT | CUE_OBJ);
	if (cue == NULL)
		return false;
	nq_set_cue_subject(doc, cue, owner, SUBJECT_POSSESSOR);
	f->doc->cue_count++;
	return true;
}

static bool
add_verb(CueFinder *f, uint32_t verb, uint32_t last, uint32_t particle, uint32_t frames)
{
	uint32_t	group = nq_verb_group_start(f, verb);
	Cue		   *cue = put_cue(f, verb, last, nq_form_of_verb(f, verb, group, frames), frames);

	if (cue == NULL)
		return false;
	cue->verb_first = group;
	cue->particle = particle;
	nq_find_cue_subject(f, cue);
	if (is_noun_after_all(f->doc, cue))
		return last == verb + 1 && token_has(f->doc, verb, WC_CUENOUN | WC_DOCUMENT) ? add_noun(f, verb) : true;
	f->doc->cue_count++;
	return true;
}

/* "Pour Luc Roy, ...": whether a person and a comma follow the preposition at the beginning of a sentence. */
static bool
is_view(const CueFinder *f, uint32_t i, uint32_t last)
{
	const Document *doc = f->doc;
	uint32_t	found = nq_mention_beginning(f, last, 1);
	const Mention *mention;
	uint8_t		after;

	if (found == NONE || (i > f->floor && token_at(doc, i - 1)->kind != TOKEN_COMMA && !token_has(doc, i - 1, WC_LINKER | WC_COORD)) ||
		i > f->floor + 2)
		return false;
	mention = &doc->mentions[found];
	after = token_at(doc, mention->last)->kind;
	/* "Für Max Lund ist der Steg": the verb is second. */
	if (doc->language->phrases->capital_nouns && token_does(doc, mention->last, FN_COPULA))
		after = TOKEN_COMMA;
	return mention->type != TYPE_THING && mention->type != TYPE_DOCUMENT && mention->type != TYPE_PLACE &&
		(after == TOKEN_COMMA || after == TOKEN_MARK);
}

static bool
add_preposition(CueFinder *f, uint32_t first, uint32_t last)
{
	Cue		   *cue;

	if (token_does(f->doc, first, FN_VIEW) && !is_view(f, first, last))
		return true;
	cue = put_cue(f, first, last, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT);

	if (cue == NULL)
		return false;
	nq_find_cue_subject(f, cue);
	f->doc->cue_count++;
	return true;
}

/* "“...”, so Lund": whether the word is right after a quotation and before a person. */
static bool
is_quotative_here(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	after = i + 1 < f->words_last ? nq_mention_beginning(f, i + 1, 1) : NONE;

	if (after == NONE || i == f->floor || !nq_can_be_subject(doc, &doc->mentions[after]) || doc->mentions[after].kind == MENTION_PRONOUN)
		return false;
	/* "So viele", "so mancher" */
	if (doc->mentions[after].kind == MENTION_NOMINAL && !token_does(doc, i + 1, FN_DEFINITE | FN_INDEFINITE) &&
		!token_has(doc, i + 1, WC_POSSESSIVE | WC_ROLE | WC_ADJ))
		return false;
	return closes_span(doc, i - 1) || token_at(doc, i - 1)->kind == TOKEN_COMMA || token_at(doc, i - 1)->kind == TOKEN_DASH;
}

/* "Lunds": whether a name of one word that ends like a genitive begins at a token. */
static bool
is_genitive_name(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	found = nq_mention_beginning(f, i, 1);
	const Token *token = token_at(doc, i);

	return found != NONE && doc->mentions[found].kind == MENTION_NAME && doc->mentions[found].last == i + 1 && token->length > 3 &&
		nq_find_ending(&doc->language->tokens->plural_endings, doc->text + token_end(token), token->length) != 0;
}

/* "Nach bisherigen Angaben": the noun of speech after a preposition; NONE if there is none. */
static uint32_t
reported_noun(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;

	for (uint32_t k = i + 1; k < f->words_last && k <= i + WORDS_TO_REPORTED && is_word(doc, k); k++)
	{
		if (token_does(doc, k, FN_REPORTED) && (token_at(doc, k)->flags & TOKEN_CAPITAL) != 0)
			return k;
		/* "Nach Lunds Angaben" */
		if (k == i + 1 && is_genitive_name(f, k))
			continue;
		if ((token_at(doc, k)->flags & TOKEN_CAPITAL) != 0 || !(token_has(doc, k, WC_DET | WC_POSSESSIVE | WC_ADJ) || classes_at(doc, k) == 0))
			return NONE;
	}
	return NONE;
}

/*
 * "Nach Angaben der Polizei", "seiner Ansicht nach": adds such a cue.  Its source is the agent or, if nobody is
 * named, the phrase of the noun.
 */
static bool
add_reported(CueFinder *f, uint32_t i, uint32_t *next)
{
	const Document *doc = f->doc;
	uint32_t	noun = reported_noun(f, i);
	Cue		   *cue;

	if (noun == NONE)
	{
		bool		after = i > f->floor + 1 && token_does(doc, i - 1, FN_REPORTED) && token_has(doc, i - 2, WC_DET | WC_POSSESSIVE | WC_ADJ);

		cue = after ? put_cue(f, i, i + 1, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT) : NULL;
		if (cue == NULL)
			return !after;
		nq_set_cue_subject(doc, cue, nq_mention_ending(f, i), SUBJECT_AGENT);
		f->doc->cue_count++;
		return true;
	}
	cue = put_cue(f, i, noun + 1, FORM_PREPOSITION, CUE_STRONG | CUE_DIRECT | CUE_THAT);
	if (cue == NULL)
		return false;
	*next = noun + 1;
	cue->after = nq_first_mention_after(f, cue->last);
	nq_set_cue_subject(doc, cue, nq_source_of_cue(f, cue), SUBJECT_AGENT);
	if (cue->subject == NONE)
		nq_set_cue_subject(doc, cue, nq_mention_beginning(f, i + 1, noun - i), SUBJECT_AGENT);
	f->doc->cue_count++;
	return true;
}

/* ---- the walk ---- */

/* "Wales coach Otto Lind", "the Port Herald": whether a token is one of the later words of a mention with a name. */
static bool
is_part_of_name(const CueFinder *f, uint32_t i)
{
	const Document *doc = f->doc;
	uint32_t	first = doc->sentence_mentions[f->sentence];

	for (uint32_t k = f->mention; k-- > first && k + MENTIONS_OF_NAME >= f->mention;)
		if (doc->mentions[k].kind == MENTION_NAME && doc->mentions[k].first < i && i < doc->mentions[k].name_last)
			return true;
	return false;
}

/* Adds the cue at token i, if there is one.  Sets *next to the token after it. */
static bool
visit(CueFinder *f, uint32_t i, uint32_t *next)
{
	const Document *doc = f->doc;
	uint64_t	classes = classes_at(doc, i);
	uint32_t	last = i + 1;

	*next = i + 1;
	if ((classes & WC_STARTS) != 0)
	{
		uint32_t	word = phrase_at(f, i, &last);
		uint64_t	phrase = classes_of(doc->lexicon, word);

		if (word != 0 && (phrase & WC_PREPCUE) != 0)
		{
			*next = last;
			return add_preposition(f, i, last);
		}
		if (word != 0 && (phrase & WC_CUE) != 0)
		{
			*next = last;
			return add_verb(f, i, last, NONE, doc->lexicon->words[word].cue);
		}
	}
	if (token_does(doc, i, FN_AFTER))
		return add_reported(f, i, next);
	if ((classes & WC_STARTS) != 0 && doc->language->phrases->particle_last && token_has(doc, i, WC_FINITE | WC_BASE))
	{
		uint32_t	particle = NONE;
		uint32_t	word = entry_of_parted_verb(f, i, &particle);

		if (word != 0)
			return add_verb(f, i, i + 1, particle, doc->lexicon->words[word].cue);
	}
	if ((classes & WC_PREPCUE) != 0 && (!token_does(doc, i, FN_QUOTATIVE) || is_quotative_here(f, i)))
		return add_preposition(f, i, i + 1);
	if ((classes & WC_CUE) != 0 && !nq_is_noun_use(f, i) && !is_part_of_name(f, i))
		return add_verb(f, i, i + 1, NONE, doc->lexicon->words[token_at(doc, i)->word].cue);
	/* "The president's plan will": an auxiliary, not a testament. */
	if ((classes & (WC_CUENOUN | WC_DOCUMENT)) != 0 && ((classes & WC_AUX) == 0 || nq_is_noun_use(f, i)))
		return add_noun(f, i);
	return true;
}

/* Advances to the first mention before end that does not begin before token i. */
static void
skip_mentions(CueFinder *f, uint32_t i, uint32_t end)
{
	while (f->mention < end && f->doc->mentions[f->mention].first < i)
		f->mention++;
}

/* Adds the cues of the reporter's words from first to last, between spans. */
static bool
visit_words(CueFinder *f, uint32_t first, uint32_t last)
{
	Document   *doc = f->doc;
	uint32_t	end = doc->sentence_mentions[f->sentence + 1];
	uint32_t	next = first;

	f->words_first = first;
	f->words_last = last;
	for (uint32_t i = first; i < last; i += TAGGED_AT_ONCE)
	{
		uint64_t	tag_bits = tagged_within(doc, TAG_CUE, i, last);

		if (!check_interrupts(doc, f->rounds++, EVERY_16))
			return false;
		for (; tag_bits != 0; tag_bits &= tag_bits - 1)
		{
			uint32_t	at = i + first_bit(tag_bits);

			/* The previous cue may have several words. */
			if (at < next)
				continue;
			skip_mentions(f, at, end);
			if (!visit(f, at, &next))
				return false;
		}
	}
	return true;
}

/* Adds the cues of the incises in a span. */
static bool
visit_incises(CueFinder *f, const QuotedSpan *span)
{
	const Document *doc = f->doc;

	for (uint32_t incise = nq_incise_from(doc, span->first); incise < doc->incise_count && doc->incises[incise].first < span->last; incise++)
	{
		bool		visited;

		f->in_incise = true;
		visited = visit_words(f, doc->incises[incise].first, doc->incises[incise].last);
		f->in_incise = false;
		if (!visited)
			return false;
	}
	return true;
}

/* Adds the cues of a sentence outside its spans and in its incises; no other cue extends into an incise. */
static bool
visit_sentence(CueFinder *f)
{
	Document   *doc = f->doc;
	const Sentence *sentence = &doc->sentences[f->sentence];
	uint32_t	i = f->floor;

	for (uint32_t s = sentence->first_span; s < sentence->last_span; s++)
	{
		const QuotedSpan *span = &doc->spans[s];

		if (!visit_words(f, i, span->open) || !visit_incises(f, span))
			return false;
		i = span->close + 1;
	}
	return visit_words(f, i, f->limit);
}

bool
nq_find_cues(Document *doc)
{
	CueFinder		f = {.doc = doc, .capacity = doc->token_count / 22};

	doc->sentence_cues = nq_arena_alloc(doc->arena, ((size_t) doc->sentence_count + 1) * sizeof(uint32_t));
	if (doc->sentence_cues == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (; f.sentence < doc->sentence_count; f.sentence++)
	{
		f.floor = doc->sentences[f.sentence].first;
		f.limit = doc->sentences[f.sentence].last;
		f.mention = doc->sentence_mentions[f.sentence];
		doc->sentence_cues[f.sentence] = doc->cue_count;
		if (!visit_sentence(&f))
			return false;
		if (!check_interrupts(doc, f.sentence, EVERY_4096))
			return false;
	}
	doc->sentence_cues[doc->sentence_count] = doc->cue_count;
	return true;
}
