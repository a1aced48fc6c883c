/*
 * language.h
 *	  The definition of a language.
 *
 * A language is a folder of src/lang: word lists and small tables of rules, which generate.pl compiles into
 * tables.c; weights, which weights.pl compiles into weights.c; optionally those of a name tagger,
 * name_weights.c; and a C file that combines them in an NqLanguage.  Everything here is constant.  Rules too
 * complex for a table are hooks, at the end.
 */
#ifndef NQ_LANGUAGE_H
#define NQ_LANGUAGE_H

#include "core/base/text_list.h"
#include "core/lexical/lexicon.h"
#include "core/model/model.h"

/* How words are split and joined: tokens.txt. */
typedef struct TokenRules
{
	TextList	possessives;	/* clitics after an apostrophe that form a possessive: s */
	TextList	clitics;		/* other clitics after an apostrophe: re, ll */
	TextList	elisions;		/* words after an apostrophe that stands for missing letters: 'em, 'til */
	TextList	decades;		/* endings of the digits of a decade: '80s */
	TextList	plural_endings; /* letters after which a lone apostrophe forms a possessive: the miners' */
	TextList	clipped_endings;	/* letters after which a mark may be an apostrophe: the miners' wives, goin' home */
	TextList	proclitics;		/* words of their own before an apostrophe, including it: l', qu' */
	TextList	inversions;		/* subjects after a hyphen and their verb: dit-il */
	bool		ordinal_stop;	/* digits with a full stop are an ordinal: 3.  Mai */
	bool		joined_compounds;	/* an unlisted compound noun has the classes of its last part: Verkehrsminister */
	TextList	joiners;		/* syllables between verb and subject: a-t-il */
	TextList	prefixes;		/* prefixes of a role, with or without a hyphen: exministro, vice-président */
	TextList	letter_titles;	/* titles of one letter, which with a full stop are not initials: M. */
} TokenRules;

/* Properties of phrases: phrases.txt. */
typedef struct PhraseRules
{
	TextList	ages;			/* endings of compounds for a person of some age: -year-old */
	TextList	compound_endings;	/* endings of capitalised compounds that are not names: Texas-based */
	TextList	labels;			/* words of a page that shows quotations: "female=weiblich" */
	TextList	plurals;		/* endings that make a noun plural, where "the German" is one German: -s */
	uint32_t	function_share; /* percent of the words of a text that are at least determiners, prepositions and
								 * coordinating conjunctions */
	TextList	plural_verbs;	/* endings of the finite verbs whose subject is plural */
	TextList	agreements;		/* endings of the adjectives of a plural noun */
	const char *joint;			/* the words between the names of joint speakers, with blanks */
	bool		capital_nouns;	/* common nouns are capitalised */
	bool		negative_concord;	/* two negations of a verb are one: n'a pas dit, no dijo nunca */
	bool		demonstrative_definite;	/* demonstratives refer to mentions like "the": cette source */
	bool		reported_mood;	/* a sentence in the subjunctive goes on with somebody's words: der Steg sei alt */
	bool		particle_last;	/* the particle of a verb can be at the end of its clause: teilte gestern mit */
	bool		forename_particles;	/* particles follow a forename; "of" after a surname is not part of the name */
	bool		body_pronouns;	/* il, elle: the pronouns of persons are those of bodies and documents, too */
	bool		head_first;		/* adjectives and complements follow the noun; otherwise the head is the last
								 * noun of its phrase */
} PhraseRules;

/* The position of a verb group, for ClauseRule. */
typedef enum ClausePlace
{
	PLACE_ANY,
	PLACE_START,				/* at the beginning of the sentence */
	PLACE_RELATIVE,				/* after a relative pronoun */
	PLACE_QUOTE,				/* after a quotation and a comma */
	PLACE_BREAK,				/* after a comma, bracket or dash */
	PLACE_PARENTHETICAL			/* between commas, or a comma and the end, before a person or organisation */
} ClausePlace;

/* Where the subject is searched. */
typedef enum SubjectSearch
{
	SEARCH_AFTER,				/* right after the verb */
	SEARCH_BEFORE,				/* right before the group */
	SEARCH_ANTECEDENT,			/* before the relative pronoun */
	SEARCH_APPOSITION,			/* before an apposition */
	SEARCH_ADVERBIALS,			/* before adverbials */
	SEARCH_NOMINATIVE,			/* a pronoun right after the verb whose form is that of a subject: das lehnt er ab */
	SEARCH_FRONTED,				/* right after the verb, if a thing precedes the verb: diese Idee lehnte Lund ab */
	SEARCH_OWN,					/* in the verb's own clause, which the verb may end: hat Lund gestern gesagt */
	SEARCH_LATER,				/* after the verb, adverbials and addressees */
	SEARCH_PREVIOUS,			/* the subject of the previous reporting verb, in any sentence, if verbs need no
								 * subject */
	SEARCH_CLAUSE				/* the subject of the preceding clause */
} SubjectSearch;

typedef struct ClauseRule
{
	uint8_t		place;
	uint8_t		search;
	uint8_t		link;			/* SubjectLink of document.h */
	bool		only;			/* if the group is at this position, later rules are not tried */
} ClauseRule;

/* The position of a finite reporting verb's subject: clauses.txt.  The first rule that finds a subject is used. */
typedef struct ClauseRules
{
	const ClauseRule *finite;
	uint32_t	finite_count;
} ClauseRules;

/* The typography of quotations: quotes.txt. */
typedef struct QuoteRules
{
	bool		comma_inside;	/* the comma before a reporting clause is inside the marks */
	bool		comma_outside;	/* ... or after the marks */
	bool		incise_inside;	/* a reporting clause can be inside the marks: « A, dit-il, B » */
	bool		marked_names;	/* names of newspapers and the like are quoted, too */
} QuoteRules;

/* The page's own words around an article, in lower case: page.txt. */
typedef struct PageRules
{
	TextList	lines;			/* whole lines: advertisement */
	TextList	beginnings;		/* beginnings of lines: read more */
	TextList	questions;		/* labels of questions in an interview: Q */
	TextList	answers;		/* labels of answers in an interview: A */
	TextList	signs;			/* things that words are written on: banner */
	TextList	inscribed;		/* what is before such words: emblazoned with */
} PageRules;

/* How the referent of a mention was found: see entities/coreference.c. */
typedef enum Resolution
{
	RESOLVED_NONE,				/* no mention */
	RESOLVED_NAME,				/* a name, by its entity */
	RESOLVED_LABEL,				/* a transcript's label for an unnamed speaker */
	RESOLVED_VOICE,				/* I, we: the article's own voice */
	RESOLVED_APPOSITION,		/* a phrase with a name beside it */
	RESOLVED_PHRASE,			/* a phrase that is its own referent */
	RESOLVED_BODY,				/* a phrase that refers to an organisation or document */
	RESOLVED_PLACE,				/* an indefinite pronoun, by the organisation where it is said */
	RESOLVED_ONE,				/* "one", by its group */
	RESOLVED_AHEAD,				/* a role, by its bearer later in the text, or by a more specific phrase before */
	RESOLVED_RANKED,			/* the likeliest antecedent; the model gives its probability */
	RESOLVED_UNKNOWN,			/* no antecedent was found */
	RESOLVED_CONJOINED,			/* A and B */
	RESOLVED_JOINT,				/* they, by people who spoke or were named together */
	RESOLUTIONS
} Resolution;

/*
 * Measured probabilities that combine with those of the models: confidence.txt, which train/confidence.py
 * computes from labelled articles.
 */
typedef struct Confidence
{
	float		resolved[RESOLUTIONS];	/* share of correct referents by resolution; unused for RESOLVED_RANKED */
	float		incise_quotation;	/* share of spans with an incise that are quotations */
	float		incise_speaker; /* share of these whose speaker is the incise's subject */
	float		borrowed_speaker;	/* share of correct speakers of spans that take another one's (echoes.c) */
	float		reported_clause;	/* share of reported clauses that are correct, including their mention */
	Calibration direct;			/* from the models' probability of a row to that on held-out articles */
	Calibration mixed;
} Confidence;

/* A class of letters in the endings of InflectionRule, named by a capital letter. */
typedef struct LetterClass
{
	char		name;
	const char *letters;
} LetterClass;

/* The replacement of a base form's ending in a form.  The first rule of a form whose ending fits is applied. */
typedef struct InflectionRule
{
	uint8_t		form;			/* number of the form */
	bool		also;			/* an alternative spelling of the form */
	uint8_t		kept;			/* the number of letter classes at the beginning of the ending, which are kept */
	const char *ending;
	const char *instead;		/* replaces the rest of the ending; = doubles the letter before it; the part
								 * before ~ is a prefix of the word */
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
	uint32_t	entries;		/* the maximum number of distinct forms of a verb, including the base */
} Inflection;

/* Stages of a language that are too complex for a table. */
struct Document;
typedef struct LanguageHooks
{
	bool		(*find_indirect) (struct Document *doc);	/* finds reported clauses outside quotation marks;
															 * NULL: there are none */
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
	const struct NameModel *names;	/* see name_features.h; NULL: no name tagger */
	LanguageHooks hooks;
} NqLanguage;

/* Declares what generate.pl and weights.pl make of a folder, and begins its NqLanguage. */
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
