/*
 * language.h
 *	  All that the engine knows of one language.
 *
 * A language is a folder of src/lang: word lists and small tables of rules, which
 * generate.pl compiles into tables.c; weights, which weights.pl compiles into
 * weights.c; perhaps those of a tagger of names, name_weights.c; and a C file that puts them together in an NqLanguage.  Everything
 * here is constant.  What would be a program in a table is a hook, last.
 */
#ifndef NQ_LANGUAGE_H
#define NQ_LANGUAGE_H

#include "core/base/text_list.h"
#include "core/lexical/lexicon.h"
#include "core/model/model.h"

/* How words are cut and joined: tokens.txt. */
typedef struct TokenRules
{
	TextList	possessives;	/* after an apostrophe, tokens of their own that make a possessive: s */
	TextList	clitics;		/* other ones: re, ll */
	TextList	elisions;		/* words after a mark that stands for missing letters: 'em, 'til */
	TextList	decades;		/* what may follow the figures of a decade: '80s */
	TextList	plural_endings; /* after such a letter, a lone apostrophe makes a possessive: the miners' */
	TextList	clipped_endings;	/* after such a letter, a mark may be an apostrophe: the miners' wives, goin' home */
	TextList	proclitics;		/* before an apostrophe, words of their own, with it: l', qu' */
	TextList	inversions;		/* after a hyphen, the subject of the verb before it: dit-il */
	bool		ordinal_stop;	/* figures with a full stop are an ordinal: 3. Mai */
	bool		joined_compounds;	/* a noun that is in no list is what its last part is: Verkehrsminister */
	TextList	joiners;		/* what may be between the two: a-t-il */
	TextList	prefixes;		/* before a role, with a hyphen or without, make another role: exministro, vice-président */
	TextList	letter_titles;	/* titles of one letter, which with a full stop would be an initial: M. */
} TokenRules;

/* What phrases are made of: phrases.txt. */
typedef struct PhraseRules
{
	TextList	ages;			/* how a compound ends that stands for somebody of that age: -year-old */
	TextList	compound_endings;	/* how a capitalised compound ends that is no name: Texas-based */
	const char *joint;			/* between the names of two who speak together, with its blanks */
	bool		capital_nouns;	/* common nouns are capitalised */
	bool		negative_concord;	/* two negations of one verb are one: n'a pas dit, no dijo nunca */
	bool		demonstrative_definite;	/* this source, after it was mentioned: as definite as "the" */
	bool		particle_last;	/* a verb's particle may be at the end of its clause: teilte gestern mit */
	bool		forename_particles;	/* a particle follows the forename: what follows a surname with "of" is no part of the name */
	bool		head_first;		/* adjectives and what else describes a noun follow it; else the head is the last noun of its phrase */
} PhraseRules;

/* The place of a verb group, for ClauseRule. */
typedef enum ClausePlace
{
	PLACE_ANY,
	PLACE_START,				/* at the sentence's beginning */
	PLACE_RELATIVE,				/* after a relative pronoun */
	PLACE_QUOTE,				/* after a quotation, and a comma */
	PLACE_BREAK,				/* after a comma, bracket or dash */
	PLACE_PARENTHETICAL			/* between commas, or a comma and the end, before somebody who can speak */
} ClausePlace;

/* Where its subject is looked for. */
typedef enum SubjectSearch
{
	SEARCH_AFTER,				/* right after the verb */
	SEARCH_BEFORE,				/* right before the group */
	SEARCH_ANTECEDENT,			/* before the relative pronoun */
	SEARCH_APPOSITION,			/* before an apposition */
	SEARCH_ADVERBIALS,			/* before adverbials */
	SEARCH_OWN,					/* in the verb's own clause, which it may end: hat Lund gestern gesagt */
	SEARCH_LATER,				/* after the verb, and after adverbials and those who are addressed */
	SEARCH_PREVIOUS,			/* that of the reporting verb before, in whatever sentence: where a verb needs no subject */
	SEARCH_CLAUSE				/* that of the clause before */
} SubjectSearch;

typedef struct ClauseRule
{
	uint8_t		place;
	uint8_t		search;
	uint8_t		link;			/* SubjectLink of document.h */
	bool		only;			/* if the group is there, no further rule is tried */
} ClauseRule;

/* Where a finite reporting verb has its subject: clauses.txt.  The first rule that finds one counts. */
typedef struct ClauseRules
{
	const ClauseRule *finite;
	uint32_t	finite_count;
} ClauseRules;

/* How quotations are set: quotes.txt. */
typedef struct QuoteRules
{
	bool		comma_inside;	/* the comma before reporting words is within the marks */
	bool		comma_outside;	/* ... or after them */
	bool		incise_inside;	/* the reporting words may be within the marks: « A, dit-il, B » */
	bool		marked_names;	/* names of papers and the like are printed in marks, too */
} QuoteRules;

/* Words of the page around an article, in lower case: page.txt. */
typedef struct PageRules
{
	TextList	lines;			/* whole lines: advertisement */
	TextList	beginnings;		/* how lines begin: read more */
	TextList	questions;		/* labels of an interview's questions: Q */
	TextList	answers;		/* ... and answers: A */
} PageRules;

/* How it was found whom a mention stands for: see entities/coreference.c. */
typedef enum Resolution
{
	RESOLVED_NONE,				/* there is no mention */
	RESOLVED_NAME,				/* a name, by its entity */
	RESOLVED_LABEL,				/* a transcript's label, which is nobody else */
	RESOLVED_VOICE,				/* I, we: the article's own voice */
	RESOLVED_APPOSITION,		/* a phrase with a name beside it */
	RESOLVED_PHRASE,			/* a phrase that stands for itself */
	RESOLVED_BODY,				/* a phrase that stands for its body */
	RESOLVED_PLACE,				/* an indefinite pronoun, by the body where it is said */
	RESOLVED_ONE,				/* "one", by the several of whom it is one */
	RESOLVED_AHEAD,				/* a role, by its bearer later in the text, or by a fuller phrase before */
	RESOLVED_RANKED,			/* the likeliest antecedent: the model says how sure */
	RESOLVED_UNKNOWN,			/* no antecedent was found */
	RESOLVED_CONJOINED,			/* A and B */
	RESOLVED_JOINT,				/* they, by those who spoke or were named together */
	RESOLUTIONS
} Resolution;

/*
 * What confidence is made of beside the probabilities of the models: confidence.txt, which train/confidence.py measures
 * on labelled articles.
 */
typedef struct Confidence
{
	float		resolved[RESOLUTIONS];	/* the share of the mentions resolved so that are right; of those ranked, unused */
	float		incise_quotation;	/* the share of spans with reporting words within the marks that are quotations */
	float		incise_speaker; /* ... and of these, the share that the subject of the reporting words speaks */
	float		reported_clause;	/* the share of reported clauses that are one, by the mention that they are given to */
	Calibration direct;			/* from the models' probability of a row to that of articles which they were not fitted to */
	Calibration mixed;
} Confidence;

/* A class of letters in the endings of InflectionRule, by a capital letter. */
typedef struct LetterClass
{
	char		name;
	const char *letters;
} LetterClass;

/* The replacement of a base's ending in a form; the first rule of the form whose ending fits makes it. */
typedef struct InflectionRule
{
	uint8_t		form;			/* its number */
	bool		also;			/* makes another spelling of the form: which one is right is not known */
	uint8_t		kept;			/* how many classes of letters the ending begins with: these stay */
	const char *ending;
	const char *instead;		/* of the rest of the ending; = doubles the letter before it; what precedes ~ is put before the word */
} InflectionRule;

/* The regular forms of verbs: inflection.txt. */
typedef struct Inflection
{
	const LetterClass *letter_classes;
	uint32_t	letter_class_count;
	const InflectionRule *rules;
	uint32_t	rule_count;
	const uint64_t *form_classes;	/* of each form */
	uint32_t	form_count;
	uint32_t	entries;		/* how many different texts the forms of a verb are at most, the base included */
} Inflection;

/* The language's own part of a stage, where a table would be a program. */
struct Document;
typedef struct LanguageHooks
{
	bool		(*find_indirect) (struct Document *doc);	/* reported clauses outside marks; NULL: none are found */
} LanguageHooks;

typedef struct NqLanguage
{
	const char *name;
	const Lexicon *lexicon;
	const TokenRules *tokens;
	const PhraseRules *phrases;
	const ClauseRules *clauses;
	const QuoteRules *quotes;
	const PageRules *page;
	const Inflection *inflection;
	const Confidence *confidence;
	const Model *speaker;
	const Model *quotation;
	const Model *referent;
	const struct NameModel *names;	/* see name_features.h; NULL: names are not tagged */
	LanguageHooks hooks;
} NqLanguage;

/* What generate.pl and weights.pl make of a folder; and how its NqLanguage begins. */
#define NQ_DECLARE_LANGUAGE(language) \
	extern const Lexicon nq_##language##_lexicon; \
	extern const TokenRules nq_##language##_tokens; \
	extern const PhraseRules nq_##language##_phrases; \
	extern const ClauseRules nq_##language##_clauses; \
	extern const QuoteRules nq_##language##_quotes; \
	extern const PageRules nq_##language##_page; \
	extern const Inflection nq_##language##_inflection; \
	extern const Confidence nq_##language##_confidence; \
	extern const Model nq_##language##_speaker; \
	extern const Model nq_##language##_quotation; \
	extern const Model nq_##language##_referent; \
	extern const struct NameModel nq_##language##_names; \
	extern const NqLanguage nq_##language

#define NQ_LANGUAGE_TABLES(language) \
	.name = #language, \
	.lexicon = &nq_##language##_lexicon, \
	.tokens = &nq_##language##_tokens, \
	.phrases = &nq_##language##_phrases, \
	.clauses = &nq_##language##_clauses, \
	.quotes = &nq_##language##_quotes, \
	.page = &nq_##language##_page, \
	.inflection = &nq_##language##_inflection, \
	.confidence = &nq_##language##_confidence, \
	.speaker = &nq_##language##_speaker, \
	.quotation = &nq_##language##_quotation, \
	.referent = &nq_##language##_referent

#endif							/* NQ_LANGUAGE_H */
