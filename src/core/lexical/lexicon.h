/*
 * lexicon.h
 *	  Word classes, and how a reporting word reports.
 *
 * Each language has one Lexicon, a constant table that generate.pl makes from the word lists in the language's
 * folder.  The tokenizer looks a word up once; later stages read the classes of its entry.
 *
 * Keys are folded: non-ASCII capitals are folded to lower case (case_fold.h), then bit 5 of every byte is set.
 * This folds ASCII letters to lower case and leaves digits, hyphen, apostrophe, full stop and blank unchanged.
 */
#ifndef NQ_LEXICON_H
#define NQ_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/base/text_list.h"

/* The longest key in bytes; a longer word is never listed. */
#define LEXICON_KEY_BYTES 32

/* The most words of a lexicon.  Word numbers are uint16_t, and the caller's own words need room. */
#define LEXICON_MAX_WORDS 60000

/* The most forms of a verb. */
#define LEXICON_VERB_FORMS 12

/* Word classes.  A word can have many. */
#define WC(n) (UINT64_C(1) << (n))
#define WC_DET			WC(0)	/* the, a, this, some */
#define WC_POSSESSIVE	WC(1)	/* his, her, their, its, our, my, your */
#define WC_PRONOUN		WC(2)	/* subject or object pronoun */
#define WC_SUBJECT		WC(3)	/* a pronoun that can be a subject */
#define WC_RELATIVE		WC(4)	/* who, which, that, whose */
#define WC_PREP			WC(5)
#define WC_COORD		WC(6)	/* and, or, but */
#define WC_SUBORD		WC(7)	/* because, when, while, if */
#define WC_AUX			WC(8)	/* be, have, do, modals */
#define WC_NEG			WC(9)
#define WC_ADV			WC(10)
#define WC_TIME			WC(11)	/* yesterday, Thursday, June, week */
#define WC_NUM			WC(12)
#define WC_VERB			WC(13)	/* any form of any verb */
#define WC_FINITE		WC(14)	/* a form that can be finite: past or third person */
#define WC_PARTICIPLE	WC(15)	/* past participle */
#define WC_GERUND		WC(16)
#define WC_BASE			WC(17)	/* base form of a verb */
#define WC_CUE			WC(18)	/* a form of a reporting verb: see Word.cue */
#define WC_CUENOUN		WC(19)	/* statement, claim, tweet */
#define WC_DOCUMENT		WC(20)	/* report, study, letter: can be the source of what it says */
#define WC_OCCASION		WC(21)	/* interview, speech, hearing */
#define WC_WORK			WC(22)	/* film, song, novel */
#define WC_ROLE			WC(23)	/* spokesman, senator, wife: a person */
#define WC_SPOKES		WC(24)
#define WC_KIN			WC(25)
#define WC_OFFICE		WC(26)
#define WC_PEOPLE		WC(27)	/* officials, police, voters: plural persons */
#define WC_BODY			WC(28)	/* company, ministry, campaign */
#define WC_PLURAL		WC(29)
#define WC_ADJ			WC(30)
#define WC_ROLEADJ		WC(31)	/* senior, former, chief: before a role */
#define WC_NOUN			WC(32)	/* a thing */
#define WC_TITLE		WC(33)	/* precedes a name: Sen., President, Dr. */
#define WC_HONORIFIC	WC(34)	/* Mr., Mrs., Sir */
#define WC_FORENAME		WC(35)
#define WC_NAMEWORD		WC(36)	/* a forename that is an ordinary word too: Will, Grace */
#define WC_ORGWORD		WC(37)	/* University, Party, Inc. */
#define WC_OUTLET		WC(38)	/* a newspaper, agency or station, or a word for one */
#define WC_SITEWORD		WC(39)	/* a name with this word is a place's: Street, River, Airport */
#define WC_EVENTWORD	WC(40)	/* a name with this word is a thing's: Summit, Cup, Act */
#define WC_PARTICLE		WC(41)	/* van, de, al */
#define WC_SUFFIX		WC(42)	/* Jr., III, MP */
#define WC_COUNTRY		WC(43)
#define WC_PLACE		WC(44)	/* any place */
#define WC_DEMONYM		WC(45)
#define WC_SEAT			WC(46)	/* a place that speaks: Kremlin, White House, a capital */
#define WC_ORG			WC(47)	/* a known organisation */
#define WC_MONTH		WC(48)
#define WC_DAY			WC(49)
#define WC_ABBREV		WC(50)	/* its full stop does not end a sentence */
#define WC_MAYEND		WC(51)	/* ... but can coincide with the end of one: U.S., Inc., a.m. */
#define WC_NAMING		WC(52)	/* titled, dubbed, so-called: quoted words after it may be a name */
#define WC_MALE			WC(53)
#define WC_FEMALE		WC(54)
#define WC_INTERJ		WC(55)
#define WC_LINKER		WC(56)	/* However, Meanwhile: opens a sentence */
#define WC_STARTS		WC(57)	/* some multi-word entry begins with this word */
#define WC_WH			WC(58)	/* what, how, why, whether */
#define WC_TITLED		WC(59)	/* titled, nicknamed, so-called: quoted words after it are a name */
#define WC_PREPCUE		WC(60)	/* according to: followed by the source */
#define WC_INDEFINITE	WC(61)	/* many, others, someone */
#define WC_PERSON		WC(62)	/* man, woman, victim */
#define WC_PLATFORM		WC(63)	/* Twitter, Facebook: where things are published */

/* The functions of a function word, the same for all languages.  Spare bits may be used for further classes. */
#define FN(n) (UINT64_C(1) << (n))
#define FN_DEFINITE		FN(0)	/* the */
#define FN_INDEFINITE	FN(1)	/* a, an */
#define FN_DEMONSTRATIVE FN(2)	/* this, those */
#define FN_ONE			FN(3)	/* one: a number, an article, or somebody */
#define FN_AND			FN(4)
#define FN_CONTRAST		FN(5)	/* but, while: introduces a clause with another subject */
#define FN_GENITIVE		FN(6)	/* of */
#define FN_AGENT		FN(7)	/* by: the agent of a passive */
#define FN_SOURCE		FN(8)	/* from: introduces the source of a noun of speech */
#define FN_GOAL			FN(9)	/* for: introduces what is called for */
#define FN_AS			FN(10)	/* as: introduces what somebody is called, or a clause: "as the mayor put it" */
#define FN_LOCATIVE		FN(11)	/* at: introduces the location in an organisation's name */
#define FN_CONNECTOR	FN(12)	/* of, for, without: inside the name of an organisation or office */
#define FN_COMPLEMENT	FN(13)	/* of, for, from, with: introduces the complement of a noun for a person */
#define FN_COMPLEMENTISER FN(14)	/* that */
#define FN_WHETHER		FN(15)	/* whether, if */
#define FN_INFINITIVE	FN(16)	/* to */
#define FN_COPULA		FN(17)	/* is, was, been */
#define FN_PERSON1		FN(18)	/* I, we, my */
#define FN_PERSON2		FN(19)	/* you, your */
#define FN_NEUTER		FN(20)	/* it, its: not a person */
#define FN_NAMED		FN(21)	/* known: with FN_AS, introduces a name */
#define FN_FIRM			FN(22)	/* company, airline: "the company" is a firm named before */
#define FN_FORENAME_TITLE FN(23)	/* Sir, Dame: a title used with a forename alone */
#define FN_REPORTED		FN(24)	/* Angaben, Ansicht: with "nach", introduces the source */
#define FN_CONDITIONAL	FN(25)	/* hätte, würde: a conditional form, more often the reporter's own than reported */
#define FN_AFTER		FN(26)	/* nach: precedes or follows such a noun */
#define FN_HEARSAY		FN(27)	/* soll: is said to */
#define FN_COMPANY		FN(28)	/* Inc., Ltd.: ends the name of a company */
#define FN_GROUP		FN(29)	/* group, agency: "the group" is a body named before, whatever its name */
#define FN_AUTHORED		FN(30)	/* statement, tweet: the words are its issuer's */
#define FN_PUBLISHED	FN(31)	/* article, story: the words are the outlet's */
#define FN_CLITIC		FN(32)	/* le, se, lui: a pronoun that belongs to a verb group and is no mention */
#define FN_REFLEXIVE	FN(33)	/* se: a clitic with which a verb with "be" is active: s'est réjoui */
#define FN_OBLIQUE		FN(34)	/* dem, des: begins a phrase that cannot be a subject */
#define FN_SUBJUNCTIVE	FN(35)	/* sei, habe: a verb form of reported speech */
#define FN_QUOTATIVE	FN(36)	/* so: reports, but only between a quotation and its speaker */
#define FN_POSTPOSITION FN(37)	/* zufolge: reports, and follows the source */
#define FN_PASSIVE		FN(38)	/* wird, wurde: passive, with a participle at the end of the clause */
#define FN_HEAD			FN(39)	/* Chef, Amt: a short noun that is also the end of compounds */
#define FN_GENERATION	FN(40)	/* Jr., III: distinguishes father and son */
/* Words after which the reported words were not spoken: see speech/assertion.c. */
#define FN_FUTURE		FN(41)	/* will, may: the verb has not happened */
#define FN_HABIT		FN(42)	/* would: the verb may have happened: "would later say" */
#define FN_LATER		FN(43)	/* later, often: after FN_HABIT, the verb happened */
#define FN_CONDITION	FN(44)	/* if, unless, whether: begins a condition */
#define FN_NOBODY		FN(45)	/* nobody, nor: a subject that did not speak */
#define FN_ANYBODY		FN(46)	/* anyone, whoever */
#define FN_REFUSAL		FN(47)	/* declined, without: what it governs did not happen */
#define FN_WISH			FN(48)	/* wants, asked, ready: what it governs has not happened yet */
#define FN_LET			FN(49)	/* let: expresses a wish, without "to" */
#define FN_MERELY		FN(50)	/* only, just: "not only said" */
#define FN_ABILITY		FN(51)	/* could: an ability or a possibility */
#define FN_VIEW			FN(52)	/* pour: at the beginning of a sentence, introduces whose view follows */
#define FN_HE			FN(53)	/* a man's forename before a surname, although it can be a surname too: Owen Hale */
#define FN_SHE			FN(54)	/* ... a woman's */
#define FN_PERSONAL		FN(55)	/* who: a relative pronoun for a person, the subject of its clause */
#define FN_ADDRESSEE	FN(56)	/* a, al: introduces the addressee */
#define FN_PASSING		FN(57)	/* recent, scathing: describes an utterance without identifying it */
#define FN_PART			FN(58)	/* section, provision: its words are those of the document that it belongs to */
#define FN_SOMEBODY		FN(59)	/* official, source: "the official" can be any person introduced before */
#define FN_SCHEDULED	FN(60)	/* is: with "to", a future event */
#define FN_SAME			FN(61)	/* became, remains, aka, nicknamed: what follows is the same person */
#define FN_BODILY		FN(62)	/* head, voice: moved in a gesture; what it does, its owner does */
#define FN_OWN			FN(63)	/* letter, e-mail: a writing in its author's own words */

/* The frames in which a verb reports. */
#define CUE_STRONG		0x0001	/* beside a quotation, nearly always reports it */
#define CUE_MEDIUM		0x0002
#define CUE_DIRECT		0x0004	/* "...", X said */
#define CUE_THAT		0x0008	/* X said (that) ... */
#define CUE_IF			0x0010	/* X asked whether ... */
#define CUE_OBJ_THAT	0x0020	/* X told Y (that) ... */
#define CUE_OBJ			0x0040	/* X called it "..." */
#define CUE_TO_INF		0x0080	/* X promised to ... */
#define CUE_OBJ_TO_INF	0x0100	/* X urged Y to ... */
#define CUE_OF			0x0200	/* X accused Y of ... */
#define CUE_FOR			0x0400	/* X called for ... */
#define CUE_BARE		0x0800	/* X said ..., without "that" */
#define CUE_THOUGHT		0x1000	/* thought or belief rather than speech */
#define CUE_CITES		0x2000	/* X cited Y: the words are Y's */
#define CUE_ACCUSES		0x4000	/* X accused Y of ...; without Y it is a participle */
#define CUE_OBJ_GERUND	0x8000	/* X described Y saying ... */

typedef struct Word
{
	uint16_t	class_set;			/* a pair of sets in Lexicon.classes: see classes_of() */
	uint16_t	lemma;			/* lemma id, 0: none; shared by the forms of a verb, the singular and plural of
								 * a role, and the families of equivalents.txt */
	uint32_t	cue;			/* CUE_ bits of a reporting verb, otherwise 0 */
	uint32_t	symbol;			/* the hash of its symbol in contexts, if it has only letters of ASCII; otherwise 0 */
} Word;

/*
 * A slot of the hash table.  In a free slot, word is 0 and class_set is that of the unknown word.
 *
 * The hash is perfect: each key has one slot, so that a look-up compares a single slot.  As in "hash, displace
 * and compress" (Belazzougui, Botelho and Dietzfelbinger, 2009), the first bits of the hash choose a bucket, and
 * the bucket's seed, found by generate.pl, maps the other bits of each of its keys to a slot of its own.
 *
 * A slot holds 32 bits of the key's hash instead of the key, so that the table is small and a look-up touches
 * one cache line.  An unlisted word matches the slot that it maps to with a probability of 2^-32.
 */
typedef struct LexiconSlot
{
	uint32_t	check;			/* see nq_check_of_hash() */
	uint16_t	word;
	uint16_t	class_set;			/* that of the word */
} LexiconSlot;

#define LEXICON_BUCKET_BITS 13
#define LEXICON_BUCKETS (1 << LEXICON_BUCKET_BITS)
#define LEXICON_SLOT_BITS 16
#define LEXICON_SLOTS (1 << LEXICON_SLOT_BITS)

/* Bits of a hash that tell whether a text may be an entry of several tokens, or begin one. */
#define LEXICON_START_BITS 17

/* The longest full form of a forename, in bytes, including the terminating zero. */
#define SHORT_FORM_BYTES 16

/* A short form of a forename and the likeliest full form, as in a speaker's key: "bill", "william". */
typedef struct ShortForm
{
	uint32_t	check;			/* of the short form's hash: see nq_check_of_hash() */
	char		full[SHORT_FORM_BYTES];
} ShortForm;

typedef struct Lexicon
{
	const char *name;			/* "english" */
	uint32_t	word_count;
	const Word *words;			/* [0] is the unknown word, followed by those of the endings */
	uint32_t	set_count;
	const uint64_t *classes;	/* two for each set: of a word in lower case, and of a capitalised one; the
								 * first sets are empty */
	const uint64_t *functions;	/* FN_ bits of each set; index: set / 2 */
	TextList	endings;		/* endings of unlisted words; the entry of the first is 1 */
	const LexiconSlot *slots;	/* LEXICON_SLOTS */
	const uint16_t *seeds;		/* LEXICON_BUCKETS */
	const uint64_t *phrase_starts;	/* a bit for each value of a hash's first LEXICON_START_BITS: see nq_may_be_phrase() */
	uint64_t	of_capitals;	/* the classes that only a capitalised word has */
	const LexiconSlot *own_slots;	/* the caller's own or changed words, looked up first; a hash table with
									 * linear probing by check; or NULL */
	uint32_t	own_mask;
	uint32_t	short_form_count;
	const ShortForm *short_forms;	/* sorted by check */
} Lexicon;

/* In a language that capitalises nouns: classes that a lower-case word does not have ... */
#define WC_OF_NOUNS (WC_ROLE | WC_SPOKES | WC_KIN | WC_OFFICE | WC_PEOPLE | WC_PERSON | WC_BODY | WC_NOUN | WC_DOCUMENT | WC_CUENOUN | \
					 WC_OCCASION | WC_WORK | WC_TITLE | WC_HONORIFIC)

/* ... and classes that a capitalised word does not have. */
#define WC_OF_VERBS (WC_VERB | WC_FINITE | WC_PARTICIPLE | WC_GERUND | WC_BASE | WC_CUE | WC_ADV | WC_ADJ)

/* Classes that only a capitalised word has: "Us" and "House" are listed as names, "us" and "house" are not. */
#define WC_OF_NAMES (WC_FORENAME | WC_NAMEWORD | WC_COUNTRY | WC_PLACE | WC_DEMONYM | WC_SEAT | WC_ORG | WC_OUTLET | \
					 WC_PLATFORM | WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD | WC_MONTH | WC_DAY)

/* The classes of a word, as if it were capitalised. */
static inline uint64_t
classes_of(const Lexicon *lexicon, uint32_t word)
{
	return lexicon->classes[lexicon->words[word].class_set + 1];
}

/* The FN_ bits of a word. */
static inline uint64_t
functions_of(const Lexicon *lexicon, uint32_t word)
{
	return lexicon->functions[lexicon->words[word].class_set / 2];
}

/* Is the entry that of a listed word, not of an ending or of the unknown word? */
static inline bool
nq_is_listed(const Lexicon *lexicon, uint32_t word)
{
	return word > lexicon->endings.count;
}

#define LEXICON_MULTIPLIER UINT64_C(0x9e3779b97f4a7c15)

/*
 * The hash of a key combines its pieces of eight folded bytes, zero padded, beginning with the last one.  The
 * upper bits are the well-mixed ones.
 */
static inline uint64_t
nq_fold_piece(uint64_t piece, uint64_t folded)
{
	return piece ^ folded * LEXICON_MULTIPLIER;
}

static inline uint64_t
nq_hash_piece(uint64_t folded)
{
	return folded * LEXICON_MULTIPLIER;
}

/* The bits of a key's hash that its slot stores. */
static inline uint32_t
nq_check_of_hash(uint64_t hash)
{
	return (uint32_t) (hash >> 32);
}

/* The slot of the key with this hash, if the lexicon has it. */
static inline const LexiconSlot *
nq_slot_of_hash(const Lexicon *lexicon, uint64_t hash)
{
	uint32_t	seed = lexicon->seeds[hash >> (64 - LEXICON_BUCKET_BITS)];
	uint32_t	rest = (uint32_t) (hash >> (32 - LEXICON_BUCKET_BITS));

	return &lexicon->slots[rest * (2 * seed + 1) >> (32 - LEXICON_SLOT_BITS)];
}

/*
 * Whether the text with this check may be an entry of several tokens, or the first tokens of one.  Never false for one
 * that is; true for one in ten that are not.  Needs less of the cache than a look-up.
 */
static inline bool
nq_may_be_phrase(const Lexicon *lexicon, uint32_t check)
{
	uint32_t	bit = check >> (32 - LEXICON_START_BITS);

	return lexicon->own_slots != NULL || (lexicon->phrase_starts[bit / 64] >> bit % 64 & 1) != 0;
}

/* Returns the hash of length bytes (<= LEXICON_KEY_BYTES).  Reads nothing at or after limit. */
uint64_t	nq_hash(const char *text, uint32_t length, const char *limit);

/* Returns the slot of the word with this hash; a slot whose word is 0 if it is not listed. */
const LexiconSlot *nq_find_slot(const Lexicon *lexicon, uint64_t hash);

/*
 * Returns the entry of a word, or 0 if it is not listed or its length is 0 or too large.  Reads nothing at or
 * after limit.
 */
uint32_t	nq_lookup(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit);

/* The same for a text of several tokens, which seldom is an entry. */
uint32_t	nq_lookup_phrase(const Lexicon *lexicon, const char *text, uint32_t length, const char *limit);

#endif							/* NQ_LEXICON_H */
