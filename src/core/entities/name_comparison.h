/*
 * name_comparison.h
 *	  Comparison of two names: whether they have the same bearer, and which one is fuller.
 */
#ifndef NQ_NAME_COMPARISON_H
#define NQ_NAME_COMPARISON_H

#include "core/lexical/word_properties.h"

/* The maximum number of words of a name that are compared. */
#define NAME_WORDS_MAX 8

/* The parts of a name that comparisons look at. */
typedef struct LinkedName
{
	uint32_t	mention;
	uint32_t	first;			/* token of its first word */
	uint32_t	surname;		/* token of its last word, not counting suffixes */
	uint32_t	words;			/* number of tokens, including suffixes */
	uint32_t	count;			/* number of keys */
	uint32_t	particles;		/* bit set of the keys of particles */
	uint64_t	keys[NAME_WORDS_MAX];	/* of its words up to the surname; of a longer name, the first words and
										 * the surname */
	bool		is_person;		/* certainly or possibly */
	bool		has_forename;	/* its first word is a forename, by position */
	bool		all_caps;		/* its last word is printed in capitals */
} LinkedName;

static inline bool
is_personal(uint8_t type)
{
	return type == TYPE_PERSON || type == TYPE_UNKNOWN;
}

/* Whether one gender is a man's and the other a woman's. */
bool		nq_genders_differ(uint8_t a, uint8_t b);

/* Returns the token of a name's last word, not counting suffixes. */
uint32_t	nq_surname_of(const Document *doc, const Mention *mention);

/* Returns the forename; NONE for a surname alone, with or without particles. */
uint32_t	nq_forename_before(const Document *doc, const Mention *mention, uint32_t surname);

void		nq_read_linked_name(const Document *doc, uint32_t mention, LinkedName *name);

/* Whether a name of several words and the fullest name of an entity have the same bearer. */
bool		nq_is_same_bearer(const Document *doc, const LinkedName *name, uint32_t entity);

/*
 * "Otto Brandner" and "Otto Brandnner": whether all words but the surname agree, and one surname has one letter
 * more.
 */
bool		nq_is_misprinted(const Document *doc, const LinkedName *a, const LinkedName *b);

/* Whether a word can be a non-initial part of a person's name, according to the tagger. */
bool		nq_goes_on_as_person(const Document *doc, uint32_t i);

/* Whether a name is fuller: more words; or as many, but not in capitals; or a longer forename: Kenneth for Ken. */
bool		nq_is_fuller(const Document *doc, const LinkedName *name, const LinkedName *known);

/*
 * "La Lista de la UICN" and "la UICN": whether a name ends in a genitive with a word that names another body or place,
 * in a language whose heads come first.
 */
bool		nq_ends_in_owner(const Document *doc, const Mention *name, uint32_t word);

#endif							/* NQ_NAME_COMPARISON_H */
