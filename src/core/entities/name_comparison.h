/*
 * name_comparison.h
 *	  Whether two names are of one bearer, and which of them is the fuller one.
 */
#ifndef NQ_NAME_COMPARISON_H
#define NQ_NAME_COMPARISON_H

#include "core/lexical/word_properties.h"

/* The words of a name that are compared. */
#define NAME_WORDS_MAX 8

/* The parts of a name that comparisons look at. */
typedef struct LinkedName
{
	uint32_t	mention;
	uint32_t	first;			/* token of its first word */
	uint32_t	surname;		/* token of its last word, suffixes aside */
	uint32_t	words;			/* tokens, suffixes among them */
	uint32_t	count;			/* of keys */
	uint32_t	particles;		/* a bit for each key of a particle's */
	uint64_t	keys[NAME_WORDS_MAX];	/* of its words up to the surname; of a longer name, the first ones and the surname */
	bool		is_person;		/* or may be */
	bool		has_forename;	/* its first word is a forename, by position */
	bool		all_caps;		/* its last word is printed in capitals */
} LinkedName;

static inline bool
is_personal(uint8_t type)
{
	return type == TYPE_PERSON || type == TYPE_UNKNOWN;
}

/* Whether one is a man's and the other a woman's. */
bool		nq_is_gender_other(uint8_t a, uint8_t b);

/* The token of a name's last word, suffixes aside. */
uint32_t	nq_surname_of(const Document *doc, const Mention *mention);

/* The forename, or NONE for a standalone surname, with or without its particles. */
uint32_t	nq_forename_before(const Document *doc, const Mention *mention, uint32_t surname);

void		nq_read_linked_name(const Document *doc, uint32_t mention, LinkedName *name);

/* Whether a name of several words is of the bearer of an entity's fullest name. */
bool		nq_is_same_bearer(const Document *doc, const LinkedName *name, uint32_t entity);

/* "Otto Brandner" and "Otto Brandnner": all words but the surname agree, and one surname has a letter more. */
bool		nq_is_misprinted(const Document *doc, const LinkedName *a, const LinkedName *b);

/* Whether a word may be a part of a person's name, and not the first one, for all that the tagger knows. */
bool		nq_goes_on_as_person(const Document *doc, uint32_t i);

/* More words; as many, but not in capitals; or a longer forename: Kenneth for Ken. */
bool		nq_is_fuller(const Document *doc, const LinkedName *name, const LinkedName *known);

#endif							/* NQ_NAME_COMPARISON_H */
