/*
 * document.h
 *	  The data structures that the engine's stages share.
 *
 * Each stage reads the arrays of earlier stages and writes a new one; no stage changes what an earlier one
 * wrote.  Three arrays have fields that a later stage writes, as stated there: marks, paragraphs and mentions.
 * checks.c enforces this in debug builds.  Tokens are referred to by number; a range of tokens is half open,
 * [first, last).
 */
#ifndef NQ_DOCUMENT_H
#define NQ_DOCUMENT_H

#include "core/base/arena.h"
#include "core/base/bits.h"
#include "core/nq.h"
#include "core/lexical/lexicon.h"
#include "lang/language.h"

#include <string.h>

struct Document;
struct EntityFacts;
struct FeatureSet;
struct RoleLink;
struct TextRun;

#define NONE UINT32_MAX

/* ---- tokens ---- */

typedef enum TokenKind
{
	TOKEN_END,					/* after the last token */
	TOKEN_WORD,					/* letters, with inner hyphens, apostrophes and full stops */
	TOKEN_NUMBER,
	TOKEN_CLITIC,				/* 's, 're, 'll ... after a word */
	TOKEN_HANDLE,				/* @name, #tag, a web address */
	TOKEN_STOP,					/* . ! ? and their wide forms; a run of them is one token */
	TOKEN_ELLIPSIS,				/* ... and the ellipsis character */
	TOKEN_COMMA,
	TOKEN_COLON,
	TOKEN_SEMICOLON,
	TOKEN_DASH,					/* a dash, or a hyphen that joins nothing */
	TOKEN_OPEN,					/* ( [ { */
	TOKEN_CLOSE,				/* ) ] } */
	TOKEN_OTHER,				/* any other character */
	TOKEN_MARK,					/* possibly a quotation mark: see mark_at() */
	TOKEN_KINDS
} TokenKind;

#define TOKEN_SPACE		0x01	/* blank before it */
#define TOKEN_NEWLINE	0x02	/* first of its line */
#define TOKEN_BLANKLINE	0x04	/* ... after an empty line */
#define TOKEN_CAPITAL	0x08	/* a word that begins with a capital letter */
#define TOKEN_UPPER		0x10	/* two letters or more, all capitals */
#define TOKEN_HYPHEN	0x20	/* has an inner hyphen */
#define TOKEN_DOTTED	0x40	/* an abbreviation: its full stop is part of it */
#define TOKEN_INITIAL	0x80	/* one capital letter and a full stop, or several of these */

typedef struct Token
{
	uint32_t	start;			/* in bytes */
	uint16_t	length;			/* in bytes; a longer word is cut */
	uint16_t	word;			/* lexicon entry, or 0 */
	uint16_t	class_set;			/* index in Lexicon.classes: see set_of_kind() */
	uint8_t		kind;
	uint8_t		flags;
} Token;

/* Tokens per block. */
#define BLOCK_TOKENS 32

/* Tags by which stages search the text or count in it. */
typedef enum TokenTag
{
	TAG_PHRASE,				/* a word or handle at which a mention can begin, or a noun that can end one: see
							 * word_properties.c */
	TAG_NAME,					/* a capitalised word that can belong to a name, or a handle */
	TAG_CUE,					/* a word that can report, or begin a multi-word cue */
	TAG_CLAUSE,				/* can end a clause: a dash, a semicolon, a conjunction */
	TAG_WORD,
	TAG_STOP,					/* a stop or abbreviation, after which a sentence can end */
	TAG_CAPITAL,				/* a capitalised word */
	TAG_FUNCTION,				/* a determiner, preposition or coordinator, which title case ignores */
	TAG_VERB,					/* a finite verb or an auxiliary */
	TAG_PRONOUN,				/* a personal or possessive pronoun */
	TAG_NUMBER,
	TAG_PROPER,				/* a capitalised word that can be in a name even in a headline */
	TAG_TITLE,					/* can be a title or a role before a name, and is not a forename */
	TAGS
} TokenTag;

typedef struct TokenBlock
{
	uint32_t	tag_bits[TAGS];	/* a bit for each of its tokens */
} TokenBlock;

/* The marks among BLOCK_TOKENS tokens: see mark_at(). */
typedef struct MarkBlock
{
	uint32_t	marks;			/* number of the first one, if there is one */
	uint32_t	bits;			/* a bit for each */
} MarkBlock;

/* ---- paragraphs, sentences ---- */

typedef struct Paragraph
{
	uint32_t	first,
				last;			/* tokens */
	uint32_t	first_sentence,
				last_sentence;	/* sentences; written by nq_find_sentences() */
} Paragraph;

/* A sentence of the reporter's: nothing inside a quotation ends it. */
typedef struct Sentence
{
	uint32_t	first,
				last;			/* tokens */
	uint32_t	paragraph;
	uint32_t	first_span,
				last_span;	/* spans that begin in it */
	bool		title_case;		/* a headline, in which capitals do not show names */
	bool		standalone;			/* has only spans and punctuation */
	bool		has_name_and_cue;			/* has spans and, outside them, a sure name and a possible cue */
} Sentence;

/* ---- marks and spans ---- */

typedef enum MarkSign
{
	SIGN_DOUBLE_STRAIGHT,
	SIGN_SINGLE_STRAIGHT,
	SIGN_DOUBLE_OPEN,			/* left double curly */
	SIGN_DOUBLE_CLOSE,
	SIGN_DOUBLE_LOW,
	SIGN_SINGLE_OPEN,
	SIGN_SINGLE_CLOSE,
	SIGN_SINGLE_LOW,
	SIGN_TWIN_STRAIGHT,			/* two straight single marks */
	SIGN_TWIN_GRAVE,			/* two grave accents */
	SIGN_TWIN_OPEN,				/* two left single curly marks */
	SIGN_TWIN_CLOSE,
	SIGN_GRAVE,
	SIGN_GUILLEMET_LEFT,		/* pointing left */
	SIGN_GUILLEMET_RIGHT,
	SIGN_ANGLE_LEFT,			/* the single guillemets */
	SIGN_ANGLE_RIGHT,
	SIGN_CORNER_OPEN,
	SIGN_CORNER_CLOSE,
	SIGN_WHITE_CORNER_OPEN,
	SIGN_WHITE_CORNER_CLOSE
} MarkSign;

typedef enum MarkRole
{
	ROLE_NOTHING,				/* apostrophe, inch, stray or inner mark */
	ROLE_OPENS,
	ROLE_CLOSES
} MarkRole;

/* The tokenizer writes token and sign, nq_pair_marks() span and role. */
typedef struct Mark
{
	uint32_t	token;
	uint32_t	span;		/* the span that it opens or closes; NONE if ROLE_NOTHING */
	uint8_t		sign;
	uint8_t		role;
} Mark;

/* A match of a caller's pattern; offsets in bytes, an empty range if the group did not take part. */
typedef struct PatternMatch
{
	uint32_t	start,
				end;			/* of the quote, without blanks around it; never empty */
	uint32_t	speaker_start,
				speaker_end;
	uint32_t	cue_start,
				cue_end;
	bool		has_speaker;	/* the pattern has a group speaker */
} PatternMatch;

/* The text between two marks, cut at the paragraph's end; or the quote of a pattern. */
typedef struct QuotedSpan
{
	uint32_t	first,
				last;			/* tokens between the marks; never empty */
	uint32_t	open;			/* its first token, the opening mark if it has one */
	uint32_t	close;			/* its last token, the closing mark if it has one */
	uint32_t	match;			/* of a pattern; otherwise NONE */
	uint32_t	continues;		/* the span of the preceding paragraph that this one continues, or NONE */
	bool		closed;
	bool		single;			/* between single marks */
} QuotedSpan;

/* The reporter's words within a span, as tokens.  No other span contains them. */
typedef struct Incise
{
	uint32_t	first,
				last;
} Incise;

/* Where else the article has the words of a short span: outside of spans, and within other spans. */
typedef struct Repeats
{
	uint8_t		words;			/* of the span; 0 if it is long */
	bool		plain_before : 1;
	bool		plain_after : 1;
	bool		quoted_before : 1;
	bool		quoted_after : 1;
	uint32_t	same_before;	/* the span before that has the same words; NONE if there is none */
} Repeats;

/* ---- mentions ---- */

typedef enum MentionKind
{
	MENTION_NAME,
	MENTION_PRONOUN,
	MENTION_NOMINAL,			/* a phrase headed by a common noun: the sheriff */
	MENTION_CONJOINED				/* A and B; A, B and C: see nq_parts_of_joint() */
} MentionKind;

#define MENTION_KINDS (MENTION_CONJOINED + 1)

typedef enum EntityType
{
	TYPE_UNKNOWN,
	TYPE_PERSON,
	TYPE_ORGANISATION,
	TYPE_PLACE,
	TYPE_GROUP,					/* people: officials, critics */
	TYPE_DOCUMENT,				/* report, letter, poll */
	TYPE_THING,
	ENTITY_TYPES
} EntityType;

typedef enum Gender
{
	GENDER_UNKNOWN,
	GENDER_MALE,
	GENDER_FEMALE,
	GENDER_NEUTER
} Gender;

/*
 * A phrase that can refer to a speaker.  nq_find_mentions() writes everything but entity, surname and tagged_body, which
 * nq_link_names() writes.  It sets surname for a capitalised noun that is a phrase by itself and a person's
 * surname in this article ("Weaver said").  Such a mention then is a name, and nq_link_names() also writes its
 * kind, type, gender, plural, name_first, name_last and role.
 */
typedef struct Mention
{
	uint32_t	first,
				last;			/* tokens of the phrase as printed, with article, titles and roles */
	uint32_t	name_first,
				name_last;		/* the name within it; empty if there is none */
	uint32_t	head;			/* token of the head noun, pronoun or the name's last word */
	uint32_t	sentence;
	uint32_t	inside;			/* the span that contains it, or NONE; NONE too in an incise, which is the reporter's */
	uint32_t	entity;			/* of a name; NONE for other phrases; written by entity linking */
	uint32_t	role;			/* token of the role noun or title beside a name, or NONE */
	uint8_t		kind;
	uint8_t		type;
	uint8_t		gender : 2;
	uint8_t		person : 2;		/* of a pronoun: 1, 2, 3 */
	bool		plural : 1;
	bool		possessive : 1; /* 's follows, or it is a possessive pronoun */
	bool		nested : 1;		/* inside another mention */
	bool		surname : 1;	/* a common noun that is a surname here; written by entity linking */
	bool		tagged_body : 1;	/* an organisation's name according to the tagger; written by entity linking */
	int8_t		apposed : 7;	/* of "Tom Hale, the sheriff": the distance to the other mention; otherwise 0.  See appositive_of() */
} Mention;

_Static_assert(sizeof(Mention) == 40, "mentions are a fifth of the memory");

/* ---- names, as the tagger sees them ---- */

typedef enum NameClass
{
	NAME_NONE,
	NAME_PERSON,
	NAME_ORGANISATION,
	NAME_PLACE,
	NAME_NATIONALITY,
	NAME_OTHER,					/* an event, work, product, law */
	NAME_CLASSES
} NameClass;

/*
 * Margins are in thirty-seconds of a logit, at most 255.  Of the names with a margin of 64, four of five are
 * right; with 128, 95 of 100.
 */
typedef struct NameTag
{
	uint8_t		name_class : 3;	/* NameClass of the name to which the token belongs */
	uint8_t		second : 3;		/* the second-best class */
	bool		begins : 1;		/* the token is the first of its name */
	uint8_t		margin;			/* by how much the second-best class is worse */
	uint8_t		edge_margin;	/* by how much it is worse to flip "begins" */
} NameTag;

/* The tagged ones among BLOCK_TOKENS tokens: see name_tags.h. */
typedef struct NameTagBlock
{
	uint32_t	tags;			/* number of the first one's tag, if there is one */
	uint32_t	bits;			/* a bit for each */
} NameTagBlock;

/* ---- reporting words ---- */

typedef enum CueForm
{
	FORM_FINITE,
	FORM_GERUND,				/* saying, adding */
	FORM_INFINITIVE,			/* to say */
	FORM_PASSIVE,				/* was described by X as */
	FORM_PREPOSITION,			/* according to */
	FORM_NOUN,					/* X's claim that */
	CUE_FORMS
} CueForm;

typedef enum SubjectLink
{
	SUBJECT_NONE,
	SUBJECT_ADJACENT,			/* X said, X also said */
	SUBJECT_APPOSITION,			/* X, a farmer, said */
	SUBJECT_RELATIVE,			/* X, who said */
	SUBJECT_SHARED,				/* X came and said; X came, saying */
	SUBJECT_INVERTED,			/* said X */
	SUBJECT_AGENT,				/* was told by X; according to X */
	SUBJECT_POSSESSOR,			/* X's claim */
	SUBJECT_LINKS
} SubjectLink;

typedef struct Cue
{
	uint32_t	first,
				last;			/* tokens of the reporting words */
	uint32_t	verb_first;		/* first token of the verb group, auxiliaries included */
	uint32_t	particle;		/* the verb's particle at the end of its clause: teilte Lund mit; or NONE */
	uint32_t	sentence;
	uint32_t	subject;		/* mention, or NONE */
	uint32_t	object;			/* mention told, asked, accused; or NONE */
	uint32_t	after;			/* the mention right after the reporting words, or NONE */
	uint32_t	frames : 24;	/* CUE_ bits */
	uint32_t	form : 4;		/* CueForm */
	uint32_t	link : 4;		/* how the subject was found: SubjectLink */
} Cue;

/* ---- entities ---- */

typedef struct Entity
{
	uint32_t	mention;		/* the mention with the fullest name */
	uint32_t	mentions;		/* number of mentions by name */
	uint32_t	surname;		/* token: the last word of the name, not counting a suffix */
	uint32_t	forename;		/* token: the first word, or NONE */
	uint32_t	role;			/* token of a role or title printed with it, not an honorific; or NONE */
	uint8_t		type;
	uint8_t		gender;
	int8_t		personal;		/* evidence that it is a person; below 0: that it is not */
} Entity;

/* ---- what is found for each span or clause ---- */

typedef struct Attribution
{
	uint32_t	speaker;		/* mention, or NONE */
	uint32_t	cue;			/* cue, or NONE */
	float		p_quotation;		/* probability that the span is a quotation */
	float		p_speaker;			/* probability that speaker is the right mention */
} Attribution;

/* The referent of a mention. */
typedef struct Referent
{
	uint32_t	mention;		/* the mention whose name or phrase identifies it; NONE: unknown, or the
								 * article's own voice */
	uint32_t	joint;			/* of several who speak together, of whom mention is the first: index in
								 * Document.joint_speakers; otherwise NONE */
	float		p_referent;		/* probability that it is right */
	uint8_t		resolution;		/* how it was found */
} Referent;

/* A mention that may speak a span. */
typedef struct SpeakerCandidate
{
	uint32_t	mention;		/* NONE: nobody */
	uint32_t	cue;			/* the cue that reports the span with this mention as its subject, or NONE */
	float		p_speaker;		/* probability that it is the right mention */
} SpeakerCandidate;

/* The candidates kept for each span, the likeliest first; missing ones have the probability 0. */
#define CANDIDATES_KEPT 4

/* The speaker of a quotation. */
typedef struct Speaker
{
	Referent	referent;
	uint32_t	source;			/* the mention that points at the speaker, or NONE */
	uint32_t	cue;			/* or NONE */
	float		p_speaker;		/* probability that it is right */
} Speaker;

/* A reported clause outside quotation marks. */
typedef struct Clause
{
	uint32_t	first,
				last;			/* tokens; never empty */
	uint32_t	cue;
	uint32_t	speaker;		/* mention, or NONE */
	uint32_t	part_of;		/* the earlier clause whose report it continues, or NONE */
} Clause;

/* ---- tools that watch ---- */

typedef enum Decision
{
	DECISION_SPEAKER,			/* of a span, between mentions and NONE */
	DECISION_QUOTATION,			/* of a span; the candidate is the span itself */
	DECISION_REFERENT			/* of a mention, between the mentions that can identify it */
} Decision;

/*
 * Is called for every candidate that a model scores; the candidates of one decision come together.  The trainer
 * and nqdump are observers.
 */
typedef struct Observer
{
	void	   *context;
	void		(*scored) (void *context, const struct Document *doc, Decision decision, uint32_t number, uint32_t candidate,
						   const struct FeatureSet *features, float score);
	struct ContextTexts *texts;	/* text forms of the current contexts, if wanted; or NULL */
} Observer;

/* ---- the article as it is read ---- */

#ifdef NQ_DEBUG
/* The arrays that later stages may not change, in the order in which they are completed: see checks.c. */
typedef enum CheckedArray
{
	ARRAY_TOKENS,
	ARRAY_BLOCKS,
	ARRAY_MARK_BLOCKS,
	ARRAY_MATCHES,
	ARRAY_MARKS,
	ARRAY_SPANS,
	ARRAY_PARAGRAPHS,
	ARRAY_SENTENCES,
	ARRAY_SPAN_SENTENCES,
	ARRAY_MENTIONS,
	ARRAY_ENTITIES,
	ARRAY_CUES,
	ARRAY_ATTRIBUTIONS,
	ARRAY_CANDIDATES,
	ARRAY_SPEAKERS,
	CHECKED_ARRAYS
} CheckedArray;
#endif

typedef struct Document
{
	const NqHost *host;
	Arena	   *arena;
	const NqLanguage *language;
	const Lexicon *lexicon;		/* the language's, or its copy with the caller's cues */
	const struct WordProperties *properties;		/* of each set of the lexicon: see word_properties.h */
	const NqSettings *settings;
	const Observer *observer;	/* or NULL */
	const char *stored;			/* the article */
	uint32_t	stored_length;	/* in bytes */
	const char *text;			/* the article as a reader sees it; the same bytes if it has no markup: see text/reader_text.h */
	uint32_t	length;			/* of text, in bytes */
	struct TextRun *runs;		/* the stored positions of the text; NULL: text is the article */
	uint32_t	run_count;
	bool		is_markup;		/* the article has tags or entities */
	bool		displayed;		/* the displayed text of markup is requested */
	const char *shown;			/* if so: the reader's text as displayed, before its layout was read;
								 * otherwise NULL */
	uint32_t	shown_length;
	struct TextRun *shown_runs;
	uint32_t	shown_run_count;
	NqStatus	status;			/* the first failure */

	Token	   *tokens;
	uint32_t	token_count;	/* without TOKEN_END, which follows */
	TokenBlock *blocks;			/* one more than TOKEN_END needs.  Freed after attribution */
	MarkBlock  *mark_blocks;	/* one per token block */
	uint32_t   *chars_before;	/* characters before every 64th byte: see char_index.c */
	bool		foreign;		/* the text is in another language: see text/foreign.c */
	uint32_t   *lines;			/* the first token of each line */
	uint32_t	line_count;
	uint32_t   *abbreviations;	/* the tokens with TOKEN_DOTTED */
	uint32_t	abbreviation_count;
	PatternMatch		   *matches;			/* in the order of the text, without overlaps */
	uint32_t	match_count;
	Mark	   *marks;
	uint32_t	mark_count;
	QuotedSpan    *spans;
	uint32_t	span_count;
	Incise	   *incises;		/* in the order of the text */
	uint32_t	incise_count;
	Repeats    *repeats;		/* one per span: see speech/repeats.c */
	Paragraph  *paragraphs;
	uint32_t	paragraph_count;
	Sentence   *sentences;
	uint32_t	sentence_count;
	uint32_t   *span_sentences;	/* the sentence of each span */
	bool		indirect;		/* indirect speech is requested too */
	bool		ranked;			/* the candidates of each quotation are requested too */
	NameTag    *name_tags;		/* of the tagged tokens; name_tag_at() finds them.  Freed after mentions and cues are found */
	NameTagBlock *name_tag_blocks;	/* one per token block; NULL if the language has no tagger, and once the tags are freed */
	Mention    *mentions;		/* sorted by their heads */
	uint32_t	mention_count;
	uint32_t   *sentence_mentions;	/* the first mention of each sentence; has one more entry at the end */
	uint32_t   *first_phrase_ends;	/* the end of the first phrase of each sentence that can be its subject;
									 * NONE if there is none */
	Cue		   *cues;				/* in the order of the text */
	uint32_t	cue_count;
	uint32_t   *sentence_cues;	/* the first cue of each sentence; has one more entry at the end */
	Entity	   *entities;
	uint32_t	entity_count;
	Attribution *attributions;	/* one per span */
	SpeakerCandidate *candidates;	/* CANDIDATES_KEPT per span */
	uint32_t   *lenders;		/* for each span, the span from which it takes its speaker; or NONE.  See speech/echoes.c */
	Referent   *candidate_referents;	/* if requested, the referent of each candidate; probability 0 if it was not resolved */
	struct RoleLink *role_links;	/* in the order of the text: see entities/role_links.h */
	uint32_t	role_link_count;
	uint32_t   *referents;		/* for each mention that is resolved, the mention that identifies it; otherwise NONE */
	uint32_t   *joint_speakers;	/* of those who speak together: how many, then their mentions: see nq_joint_speakers() */
	uint32_t	joint_speaker_count;
	uint32_t	joint_speaker_capacity;
	Speaker    *speakers;		/* one per span */
	struct EntityFacts *entity_facts;	/* of each entity: see entities/speaker_facts.h */
	int8_t	   *pronoun_genders;	/* for each mention: the number of "she" minus that of "he" that refer to it */
	Referent   *clause_speakers;	/* one per clause */
	Clause	   *clauses;		/* in the order of the text, without overlaps */
	uint32_t	clause_count;
	NqRow	   *rows;
	uint32_t	row_count;
	uint32_t   *row_spans;		/* the span of each row, or NONE */
#ifdef NQ_DEBUG
	CheckedArray sealed;		/* the arrays before this one are completed */
	uint64_t	hashes[CHECKED_ARRAYS];	/* of these */
	Mention    *found_mentions; /* as nq_find_mentions() left them */
#endif
} Document;

/* The least probability of a quotation that is returned. */
#define QUOTATION_RETURNED 0.55f

/* Is a span returned as a quotation?  Valid after attribution. */
static inline bool
nq_is_quotation(const Document *doc, uint32_t span)
{
	return doc->attributions[span].p_quotation >= QUOTATION_RETURNED;
}

/* ---- small questions about tokens ---- */

static inline const Token *
token_at(const Document *doc, uint32_t i)
{
	return &doc->tokens[i];
}

/* The set of a token that is not in the lexicon: one of its kind, without classes; 's has a set of its own. */
static inline uint32_t
set_of_kind(TokenKind kind)
{
	return 2 * kind;
}

/* The classes of a token in its printed case. */
static inline uint64_t
classes_at(const Document *doc, uint32_t i)
{
	return doc->lexicon->classes[doc->tokens[i].class_set];
}

/* The mark at a token of kind TOKEN_MARK. */
static inline const Mark *
mark_at(const Document *doc, uint32_t i)
{
	const MarkBlock *block = &doc->mark_blocks[i / BLOCK_TOKENS];

	return &doc->marks[block->marks + count_bits(block->bits & lowest_bits(i % BLOCK_TOKENS))];
}

/* Returns the pattern's span that contains a token, or NONE; in quoted_spans.c. */
uint32_t	nq_pattern_span(const Document *doc, uint32_t i);

/*
 * The span that a token opens, or NONE.  A span of marks is opened by its mark; a pattern's span can begin and
 * end with any token.
 */
static inline uint32_t
span_opened(const Document *doc, uint32_t i)
{
	uint32_t	span;

	if (token_at(doc, i)->kind == TOKEN_MARK && mark_at(doc, i)->role == ROLE_OPENS)
		return mark_at(doc, i)->span;
	span = doc->match_count > 0 ? nq_pattern_span(doc, i) : NONE;
	return span != NONE && doc->spans[span].open == i ? span : NONE;
}

/* The token after the span that token i opens; i itself if none opens. */
static inline uint32_t
after_span(const Document *doc, uint32_t i)
{
	uint32_t	span = span_opened(doc, i);

	return span != NONE ? doc->spans[span].close + 1 : i;
}

/* The first token of the reporting words, including a subject before the verb. */
static inline uint32_t
report_start(const Document *doc, const Cue *cue)
{
	if (cue->subject != NONE && doc->mentions[cue->subject].first < cue->verb_first)
		return doc->mentions[cue->subject].first;
	return cue->verb_first;
}

static inline bool
opens_span(const Document *doc, uint32_t i)
{
	return span_opened(doc, i) != NONE;
}

static inline bool
closes_span(const Document *doc, uint32_t i)
{
	uint32_t	span;

	if (token_at(doc, i)->kind == TOKEN_MARK && mark_at(doc, i)->role == ROLE_CLOSES)
		return true;
	span = doc->match_count > 0 ? nq_pattern_span(doc, i) : NONE;
	return span != NONE && doc->spans[span].close == i;
}

/* Is a token a word with one of these FN_ bits? */
static inline bool
token_does(const Document *doc, uint32_t i, uint64_t functions)
{
	return (doc->lexicon->functions[doc->tokens[i].class_set / 2] & functions) != 0;
}

static inline bool
token_has(const Document *doc, uint32_t i, uint64_t classes)
{
	return (classes_at(doc, i) & classes) != 0;
}

static inline uint32_t
token_end(const Token *token)
{
	return token->start + token->length;
}

static inline bool
is_word(const Document *doc, uint32_t i)
{
	return doc->tokens[i].kind == TOKEN_WORD;
}

/* Is a token a number, in digits or as a word? */
static inline bool
is_number(const Document *doc, uint32_t i)
{
	return token_at(doc, i)->kind == TOKEN_NUMBER || token_has(doc, i, WC_NUM);
}

/* Is one of the tokens of a kind? */
static inline bool
holds_kind(const Document *doc, uint32_t first, uint32_t last, TokenKind kind)
{
	for (uint32_t i = first; i < last; i++)
		if (token_at(doc, i)->kind == kind)
			return true;
	return false;
}

/* Do modifiers precede nouns in the language, and do only names have capitals? */
static inline bool
names_show_capitals(const Document *doc)
{
	return !doc->language->phrases->head_first && !doc->language->phrases->capital_nouns;
}

/* Is a mention one of two that name and describe somebody: "Tom Hale, the sheriff"? */
static inline bool
is_apposed(const Mention *mention)
{
	return mention->apposed != 0;
}

/* The other one of these, or NONE.  The mention must be in the document's array. */
static inline uint32_t
appositive_of(const Document *doc, const Mention *mention)
{
	return is_apposed(mention) ? (uint32_t) (mention - doc->mentions + mention->apposed) : NONE;
}

/* Is a mention right after a preposition? */
static inline bool
follows_preposition(const Document *doc, const Mention *mention)
{
	return mention->first > 0 && token_has(doc, mention->first - 1, WC_PREP);
}

/* Is a mention the first noun phrase of its sentence that can be its subject? */
static inline bool
nq_is_first_phrase(const Document *doc, uint32_t number)
{
	const Mention *mention = &doc->mentions[number];

	return !mention->nested && mention->first < doc->first_phrase_ends[mention->sentence];
}

/* Is a token the question mark, alone or with others, that ends a sentence? */
static inline bool
is_question_mark(const Document *doc, uint32_t i)
{
	const Token *token = token_at(doc, i);

	return token->kind == TOKEN_STOP && memchr(doc->text + token->start, '?', token->length) != NULL;
}

/* Is a quotation right after a colon? */
static inline bool
follows_colon(const Document *doc, const QuotedSpan *span)
{
	return span->open > 0 && token_at(doc, span->open - 1)->kind == TOKEN_COLON;
}

/* Does a quotation end in a comma, placed inside or after the marks as the language does? */
static inline bool
ends_in_comma(const Document *doc, const QuotedSpan *span)
{
	const QuoteRules *rules = doc->language->quotes;

	return (rules->comma_inside && token_at(doc, span->last - 1)->kind == TOKEN_COMMA) ||
		(rules->comma_outside && span->closed && token_at(doc, span->close + 1)->kind == TOKEN_COMMA);
}

/* Masks for check_interrupts(): every N rounds of a loop, where N is a power of two. */
#define EVERY_4		0x3
#define EVERY_16	0xf
#define EVERY_64	0x3f
#define EVERY_256	0xff
#define EVERY_1024	0x3ff
#define EVERY_4096	0xfff
#define EVERY_16384	0x3fff
#define EVERY_65536	0xffff

/* No loop runs for more rounds than this without a check. */
#ifndef MOST_ROUNDS				/* overridden by the fuzzer, whose articles are short */
#define MOST_ROUNDS	EVERY_65536
#endif

/*
 * Asks the host whether to continue, in every round that the mask (EVERY_...) selects, but never in the first,
 * because most loops are short.  Returns false when the stage has to stop.
 */
static inline bool
check_interrupts(Document *doc, uint32_t round, uint32_t mask)
{
	if ((round & mask & MOST_ROUNDS) == (mask & MOST_ROUNDS) && doc->host->cancelled(doc->host->context))
	{
		doc->status = NQ_CANCELLED;
		return false;
	}
	return true;
}

/* Records why a stage stops.  Returns false, so that the stage can return it. */
static inline bool
fail(Document *doc, NqStatus status)
{
	doc->status = status;
	return false;
}

#endif							/* NQ_DOCUMENT_H */
