/*
 * bounds.h
 *	  How far the rules look.
 *
 * Every search of the engine is bounded, which makes it linear in the article.  Each bound is far enough for nearly
 * all news, and a language may want others.  In tokens where nothing else is said; those of features are with the features,
 * because the weights depend on them.
 */
#ifndef NQ_BOUNDS_H
#define NQ_BOUNDS_H

/* ---- paragraphs, sentences, quotation marks ---- */

/* An article is hard wrapped when it has at least this many lines ... */
#define WRAPPED_LINES 3
/* ... and one in this many lines breaks off within a sentence. */
#define WRAPPED_SHARE 4
/* What is brief, in lines, may show less of it, if its lines are not wider, in characters: see text/lines.c. */
#define WRAPPED_BRIEF 12
#define WRAPPED_WIDTH 150

/* The tokens after a quotation among which a reporting clause has its verb: "the mayor of New Ostby said". */
#define VERB_AFTER_QUOTE 7

/* A quotation of more tokens can be a sentence, and a sentence can begin with it after an abbreviation. */
#define SENTENCE_TOKENS 3

/* A quotation of more tokens is direct speech even without a sentence's punctuation. */
#define DIRECT_TOKENS 4

/* Marks that a single mark looks through for the one that closes it: apostrophes are among them. */
#define SINGLE_REACH 500

/* Marks of other kinds between the two of a pair with blanks on both sides. */
#define SPACED_REACH 20

/* Words of the name in the reporter's words after an unclosed quotation, and how long that may be. */
#define UNCLOSED_NAME 4
#define UNCLOSED_TOKENS 120

/* The longest reporting words within a quotation, after their verb. */
#define INCISE_TOKENS 24

/* ---- names and phrases ---- */

/* Words of a body before a person's name. */
#define BODY_WORDS 4

/* Adjectives after a role: "la ministre française déléguée". */
#define ADJECTIVES_OF_ROLE 2

/* The longest name, its titles included. */
#define RUN_WORDS 12

/* Lower-case particles in a row: "van der", "de la". */
#define PARTICLES 3

/* Words after "and" in the name of a body: "Securities and Exchange Commission". */
#define WORDS_AFTER_AND 3

/* Words of a nickname in marks. */
#define NICKNAME_WORDS 3

/* The longest acronym, in bytes: longer words in capitals are taken for words. */
#define ACRONYM_BYTES 5

/* The longest given name of two syllables, in bytes: Myung-bak. */
#define GIVEN_NAME_BYTES 12

/* Words in marks that are a name. */
#define MARKED_NAME_WORDS 4

/* Modifiers of a noun before it, and what belongs to it after it. */
#define LEFT_REACH 9
#define RIGHT_REACH 9

/* Prepositional phrases after a noun: "the head of the office in Ostby". */
#define PHRASES_AFTER_NOUN 2
#define PHRASES_AFTER_FIRST_NOUN 5

/* What goes on after a description beside a name: "chief executive of records provider Lund & Co. in Ostby"; and words of a bracket. */
#define ROLE_REACH 16
#define BRACKET_REACH 6

/* Mentions at the beginning of a sentence that may be its subject. */
#define FIRST_MENTIONS 4

/* ---- cues ---- */

/* Mentions around a verb that may be its subject. */
#define SUBJECT_REACH 12

/* Adverbials between subject and verb. */
#define ADVERBIAL_REACH 14

/* Words of a verb group before its verb: "would not have been widely". */
#define GROUP_WORDS 6

/* Prepositional phrases from a mention up to the head of its phrase. */
#define PHRASES_TO_HEAD 3

/* Cues back in the sentence whose subject or object one without a subject of its own may share. */
#define CUES_BACK 7

/* Cues back whose object may be the subject of a gerund: "e-mailed supporters saying". */
#define ADDRESSING_CUES 2

/* Words that an object or inverted subject may follow: an adverb or a time, and the word itself. */
#define WORDS_TO_OBJECT 3

/* Words after a preposition, before the phrase that it leads to. */
#define WORDS_TO_PHRASE 2

/* Cues back, in earlier sentences too, whose subject a verb without one may share. */
#define PREVIOUS_CUES 12

/* Words of a clause whose verb may be parted: its auxiliary or particle far from it. */
#define CLAUSE_WORDS 48

/* Words from "nach" to the noun that says whose words they are. */
#define WORDS_TO_REPORTED 4

/* A passive's "by". */
#define AGENT_REACH 8

/* Words between an owner and a noun of speech: "the senator's latest public statement". */
#define OWNER_REACH 6

/* Words between "to" and what governs it: "asked the senator from Ohio to say". */
#define GOVERNOR_REACH 8

/* Words between a reporting verb and the marked words that it introduces: "refer to your opponent from Ostby as". */
#define WORDS_TO_MARKS 8

/* Words of an entry of several words. */
#define PHRASE_WORDS 4

/* ---- attribution ---- */

/* Mentions on each side of the span in its sentence that are candidates ... */
#define REACH_BEFORE 6
#define REACH_AFTER 4
/* ... and in the sentences around it; and how many mentions are looked through for them. */
#define REACH_PREVIOUS 5
#define REACH_NEXT 2
#define MENTIONS_SCANNED 24

/* Spans before it whose speakers are candidates: two people take turns. */
#define SPEAKERS_BACK 2

/* Cues on each side of the span that may report it, and cues of its sentence whose subjects are candidates. */
#define CUES_BESIDE 3
#define CUES_SCANNED 4

/* ---- reported clauses ---- */

/* Tokens between the reporting words and "that", and before a clause's verb. */
#define BRIDGE_REACH 14
#define VERB_REACH 16

/* Adverbials between the reporting words and a clause, and the words of each. */
#define ADVERBIALS 3
#define ADVERBIAL_WORDS 6

/* The longest reported clause. */
#define CLAUSE_REACH 400

#endif							/* NQ_BOUNDS_H */
