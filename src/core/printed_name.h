/*
 * printed_name.h
 *	  The words of a name as it is printed, with their letters folded.
 */
#ifndef NQ_PRINTED_NAME_H
#define NQ_PRINTED_NAME_H

#include "core/nq.h"

typedef struct NameWord
{
	uint16_t	start;			/* in the name, up to end */
	uint16_t	end;			/* a full stop after an abbreviation is in it */
	uint16_t	stem_end;		/* where the last apostrophe is */
	uint16_t	key;			/* in the folded text, up to key_end */
	uint16_t	key_end;
	bool		capital;
	bool		dotted;			/* F., H.W., Ph.D. */
	bool		initials;		/* F., H.W. */
	bool		apostrophe;		/* somewhere in it */
	bool		possessive;		/* ends in 's */
	bool		hyphen;			/* one joins it to the next */
	bool		comma;			/* one follows */
	bool		bracketed;
} NameWord;

typedef struct Name
{
	const char *text;
	uint32_t	length;
	uint32_t	folded_length;
	char		folded[NQ_MAX_NAME];
	NameWord	words[NQ_MAX_NAME];
	uint32_t	first;			/* the words that are left: from here ... */
	uint32_t	last;			/* ... to here, half open */
	bool		company;		/* had a suffix that says so */
	uint32_t	suffix;			/* the first personal suffix that was dropped, or NO_WORD */
	NameWord	generation;		/* Jr., III: one that comes last in the key; without letters when there is none */
	bool		joint;			/* has an "&" */
	/* While words are read: */
	bool		in_word;
	uint32_t	run;			/* letters since the last full stop in the word */
	uint32_t	longest_run;
	uint32_t	bracket;		/* the first word after an open one, or NO_WORD */
} Name;

#define NO_WORD UINT32_MAX

/* Reads the words of name->text: those are words[0] to words[last - 1] then. */
void		nq_read_printed_name(Name *name);

/* Whether a word's folded letters are these. */
bool		nq_word_is(const Name *name, const NameWord *word, const char *key);

/* The classes of a text, by the default language's lexicon; limit ends what may be read. */
uint64_t	nq_classes_of_text(const char *text, uint32_t length, const char *limit);

/* Whether a word does one of these: FN_ bits. */
bool		nq_word_does(const Name *name, const NameWord *word, uint64_t functions);

/* The same of a word that is listed as printed: capitals tell "V" and "II" from other words. */
bool		nq_printed_word_does(const Name *name, const NameWord *word, uint64_t functions);

/* Whether a name is printed in ASCII letters: the short forms that are listed are those of names that are. */
bool		nq_is_plain_name(const Name *name);

#endif							/* NQ_PRINTED_NAME_H */
