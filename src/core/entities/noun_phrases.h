/*
 * noun_phrases.h
 *	  The words of a noun phrase, and its extent.
 */
#ifndef NQ_NOUN_PHRASES_H
#define NQ_NOUN_PHRASES_H

#include "core/entities/mention_writer.h"

/* "The supporters' trust": whether a mark after a plural is a possessive. */
bool		nq_is_possessive_mark(const Document *doc, uint32_t i);

/* Whether a word can be between the article and the head. */
bool		nq_can_modify(const Document *doc, uint32_t i);

/* "The 46-year-old": whether a token is a person by age. */
bool		nq_is_age(const Document *doc, uint32_t i);

/* Returns the first token of the phrase whose head is at i, including modifiers and article. */
uint32_t	nq_phrase_start(const Walk *walk, uint32_t i);

/*
 * "Le maire LX de Lyon", "le président du groupe LX, Luc Roy": whether a token is the letters of a party, and
 * not a name, in a language whose adjectives follow their noun.
 */
bool		nq_is_party_label(const Walk *walk, uint32_t k);

/* The kind of a noun, which decides which prepositional phrases belong to it. */
typedef enum Belongings
{
	BELONGS_TO_THING,			/* a thing or an organisation: "of" */
	BELONGS_TO_WRITING,			/* on, for; and the owner unless it is a name: from the mill's owner */
	BELONGS_TO_SOMEBODY			/* a person: of, for, from, with, ... */
} Belongings;

/* Returns the end of a phrase, including the prepositional phrases that belong to it. */
uint32_t	nq_phrase_end(const Walk *walk, uint32_t head, Belongings belongings);

/*
 * Whether a report can begin with token i, right after a reporting verb: "that", an article, a comma, colon or
 * mark.
 */
bool		nq_leads_to_report(const Document *doc, uint32_t i);

/* "The left call it", "the poor say the": whether a possible noun is the verb after an adjective that heads a definite phrase. */
bool		nq_is_verb_after_adjective(const Walk *walk, uint32_t k);

/* The pronoun "one" before "of" and the phrase of a plural that begins at first: "una de las vecinas"; NONE if there is none. */
uint32_t	nq_one_before(const Walk *walk, uint32_t first);

/*
 * Returns the end of an adjective at i after a noun for a person, with its complement: "familiar with the
 * plan"; i if there is none.
 */
uint32_t	nq_after_complement(const Walk *walk, uint32_t i);

static inline bool
is_possessive(const Document *doc, uint32_t i)
{
	if (token_at(doc, i)->kind == TOKEN_MARK)
		return nq_is_possessive_mark(doc, i);
	return has_property(doc, i, PROP_POSSESSIVE);
}

static inline bool
can_be_noun(const Document *doc, uint32_t i)
{
	return has_property(doc, i, PROP_NOUN);
}

static inline bool
is_head_first(const Document *doc)
{
	return doc->language->phrases->head_first;
}

static inline bool
is_common_noun(const Document *doc, uint32_t i)
{
	return can_be_noun(doc, i) && (token_at(doc, i)->flags & TOKEN_CAPITAL) == 0;
}

/* Whether the noun at i is the head of its phrase: the last noun, or the first one in a head-first language. */
static inline bool
is_head(const Walk *walk, uint32_t i)
{
	if (is_head_first(walk->doc))
		return i == walk->floor || !is_common_noun(walk->doc, i - 1);
	return i + 1 >= walk->limit || has_property(walk->doc, i + 1, PROP_ENDS_NOUN_PHRASE);
}

static inline bool
is_article(const Document *doc, uint32_t i)
{
	return has_property(doc, i, PROP_ARTICLE);
}

static inline uint8_t
gender_of_person(uint64_t classes)
{
	if ((classes & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	return (classes & WC_MALE) != 0 ? GENDER_MALE : GENDER_UNKNOWN;
}

/* "Chairman", "bishop": whether a word for a man is also used of women, unlike "Mr", "father" and "gentleman". */
static inline bool
is_mans_post(uint64_t classes)
{
	return (classes & WC_MALE) != 0 && (classes & (WC_FEMALE | WC_HONORIFIC | WC_KIN | WC_PERSON)) == 0;
}

/*
 * "The MP from Lindby Mo Adib", "MLA for Dunmore Hill Mo Adib": whether a listed forename at k and another word follow the seat of
 * an office, which need not be listed.
 */
bool		nq_is_member_after_seat(const Document *doc, uint32_t office, uint32_t preposition, uint32_t k);

#endif							/* NQ_NOUN_PHRASES_H */
