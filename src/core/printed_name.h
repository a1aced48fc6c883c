/*
 * printed_name.h
 *	  The words of a printed name, with folded letters.
 */
#ifndef NQ_PRINTED_NAME_H
#define NQ_PRINTED_NAME_H

#include "core/nq.h"

typedef struct NameWord
{
	uint16_t	start;			/* in the name, in bytes, up to end */
	uint16_t	end;			/* after the full stop of an abbreviation */
	uint16_t	stem_end;		/* position of the last apostrophe */
	uint16_t	key;			/* in the folded text, in bytes, up to key_end */
	uint16_t	key_end;
	bool		capital;
	bool		dotted;			/* F., H.W., Ph.D. */
	bool		initials;		/* F., H.W. */
	bool		apostrophe;		/* somewhere in it */
	bool		possessive;		/* ends in 's */
	bool		hyphen;			/* a hyphen joins it to the next word */
	bool		comma;			/* a comma follows */
	bool		bracketed;
} NameWord;

typedef struct Name
{
	const char *text;
	uint32_t	length;
	uint32_t	folded_length;
	char		folded[NQ_MAX_NAME];
	NameWord	words[NQ_MAX_NAME];
	uint32_t	first;			/* the remaining words: from here ... */
	uint32_t	last;			/* ... to here, half open */
	bool		company;		/* had a suffix of a company */
	uint32_t	suffix;			/* the first personal suffix dropped, or NO_WORD */
	NameWord	generation;		/* Jr., III, written last in the key; without letters if there is none */
	bool		joint;			/* has an "&" */
	/* State while words are read: */
	bool		in_word;
	uint32_t	run;			/* letters since the last full stop in the word */
	uint32_t	longest_run;
	uint32_t	bracket;		/* the first word after an open bracket, or NO_WORD */
} Name;

#define NO_WORD UINT32_MAX

/* Reads the words of name->text into words[0] to words[last - 1]. */
void		nq_read_printed_name(Name *name);

/* Are the folded letters of a word equal to key? */
bool		nq_word_is(const Name *name, const NameWord *word, const char *key);

/* Returns the classes of a text in the default language's lexicon.  Reads nothing at or after limit. */
uint64_t	nq_classes_of_text(const char *text, uint32_t length, const char *limit);

/* Does a word have one of these FN_ bits? */
bool		nq_word_does(const Name *name, const NameWord *word, uint64_t functions);

/* The same for a word that is listed as printed: capitals distinguish "V" and "II" from other words. */
bool		nq_printed_word_does(const Name *name, const NameWord *word, uint64_t functions);

/* Is a name printed in ASCII letters, as all listed short forms are? */
bool		nq_is_plain_name(const Name *name);

#endif							/* NQ_PRINTED_NAME_H */
