/*
 * bounds.h
 *	  How far the rules look.
 *
 * Every search of the engine is bounded, which makes it linear in the article.  Each bound is wide enough for
 * nearly all news; another language may need other values.  Units are tokens unless stated otherwise.  The
 * bounds of features are defined with the features, because the weights depend on them.
 */
#ifndef NQ_BOUNDS_H
#define NQ_BOUNDS_H

/* ---- paragraphs, sentences, quotation marks ---- */

/* An article is hard wrapped if it has at least this many lines ... */
#define WRAPPED_LINES 3
/* ... and one line in this many breaks off within a sentence. */
#define WRAPPED_SHARE 4
/* A text of few lines needs less evidence if its lines are no wider than this many characters: see text/lines.c. */
#define WRAPPED_BRIEF 12
#define WRAPPED_WIDTH 150

/* The tokens after a quotation within which a reporting clause must have its verb: "the mayor of New Ostby said". */
#define VERB_AFTER_QUOTE 7

/* A quotation of more tokens than this can be a sentence, which can begin after an abbreviation. */
#define SENTENCE_TOKENS 3

/* A quotation of more tokens than this is direct speech even without sentence punctuation. */
#define DIRECT_TOKENS 4

/* Marks searched for the one that closes a single mark; apostrophes count. */
#define SINGLE_REACH 500

/* Marks of other kinds between the two of a pair that has blanks on both sides. */
#define SPACED_REACH 20

/* Words of the name in a reporting clause after an unclosed quotation, and the length of that clause. */
#define UNCLOSED_NAME 4
#define UNCLOSED_TOKENS 120

/* The longest incise, not counting its verb group. */
#define INCISE_TOKENS 24

/* ---- names and phrases ---- */

/* Words of an organisation's name before a person's name. */
#define BODY_WORDS 4

/* Adjectives after a role: "la ministre française déléguée". */
#define ADJECTIVES_OF_ROLE 2

/* The longest name, including titles. */
#define RUN_WORDS 12

/* Lower-case particles in a row: "van der", "de la". */
#define PARTICLES 3

/* Words after "and" in the name of an organisation: "Securities and Exchange Commission". */
#define WORDS_AFTER_AND 3

/* Words of a nickname in quotation marks. */
#define NICKNAME_WORDS 3

/* The longest acronym, in bytes: a longer word in capitals is taken for an ordinary word. */
#define ACRONYM_BYTES 5

/* The longest hyphenated given name, in bytes: Myung-bak. */
#define GIVEN_NAME_BYTES 12

/* Words of a name in quotation marks. */
#define MARKED_NAME_WORDS 4

/* Modifiers before a noun, and the complements after it. */
#define LEFT_REACH 9
#define RIGHT_REACH 9

/* Prepositional phrases after a noun: "the head of the office in Ostby". */
#define PHRASES_AFTER_NOUN 2
#define PHRASES_AFTER_FIRST_NOUN 5

/*
 * Complements of a description beside a name, "chief executive of records provider Lund & Co. in Ostby"; and
 * words in brackets.
 */
#define ROLE_REACH 16
#define BRACKET_REACH 6

/* Mentions at the beginning of a sentence that can be its subject. */
#define FIRST_MENTIONS 4

/* ---- cues ---- */

/* Mentions around a verb that can be its subject. */
#define SUBJECT_REACH 12

/* Adverbials between a subject and its verb. */
#define ADVERBIAL_REACH 14

/* Tokens of a prepositional phrase between commas after a verb: "a dit, avant l'ouverture des rencontres, le maire". */
#define ASIDE_WORDS 10

/* Words of a verb group before its main verb: "would not have been widely". */
#define GROUP_WORDS 6

/* Prepositional phrases between a mention and the head of its phrase. */
#define PHRASES_TO_HEAD 3

/* Earlier cues of the sentence whose subject or object a cue without a subject can share. */
#define CUES_BACK 7

/* Earlier cues whose object can be the subject of a gerund: "e-mailed supporters saying". */
#define ADDRESSING_CUES 2

/* Words before an object or inverted subject: an adverb or a time, and the object itself. */
#define WORDS_TO_OBJECT 3

/* Words between a preposition and its phrase. */
#define WORDS_TO_PHRASE 2

/* Earlier cues, in earlier sentences too, whose subject a verb without one can share. */
#define PREVIOUS_CUES 12

/* The words of a relative clause before its second verb. */
#define RELATIVE_WORDS 24

/* Words of a clause whose verb is split, with its auxiliary or particle far from it. */
#define CLAUSE_WORDS 48

/* Words from "nach" to the noun of speech: "nach eigenen Angaben". */
#define WORDS_TO_REPORTED 4

/* Tokens between a passive verb and "by". */
#define AGENT_REACH 8

/* Words between a possessor and a noun of speech: "the senator's latest public statement". */
#define OWNER_REACH 6

/* Words between a preposition and the document that it leads to: "im letzten Satz des Vertrags". */
#define WORDS_TO_DOCUMENT 4

/* Words between "to" and the word that governs it: "asked the senator from Ohio to say". */
#define GOVERNOR_REACH 8

/* Words between a reporting verb and the quoted words that it introduces: "refer to your opponent from Ostby as". */
#define WORDS_TO_MARKS 8

/* Words of a multi-word entry of the lexicon. */
#define PHRASE_WORDS 4

/* Tokens between a verb and the negation at the end of its clause. */
#define NEGATION_REACH 16

/* Words that a text needs to be in another language than the one asked for. */
#define FOREIGN_WORDS 60

/* ---- attribution ---- */

/* Mentions on each side of the span in its sentence that are candidates ... */
#define REACH_BEFORE 6
#define REACH_AFTER 4
/* ... and in the neighbouring sentences; and how many mentions are scanned for them. */
#define REACH_PREVIOUS 5
#define REACH_NEXT 2
#define MENTIONS_SCANNED 24

/* Earlier spans whose speakers are candidates: two people take turns. */
#define SPEAKERS_BACK 2

/* Cues on each side of the span that can report it, and cues of its sentence whose subjects are candidates. */
#define CUES_BESIDE 3
#define CUES_SCANNED 4

/* Tokens within which the verb of a clause is searched, also after a span, and sentences from the reporting words on that can go on with a report. */
#define MAIN_VERB_REACH 128
#define MOOD_REACH 16
#define VOICE_SENTENCES 5

/* ---- reported clauses ---- */

/* Tokens between the reporting words and "that", and before the verb of a clause. */
#define BRIDGE_REACH 14
#define VERB_REACH 16

/* Tokens between "according to" and the comma after its source: a title, an apposition. */
#define SOURCE_REACH 20

/* Adverbials between the reporting words and a clause, and the words of each. */
#define ADVERBIALS 3
#define ADVERBIAL_WORDS 6

/* The longest reported clause. */
#define CLAUSE_REACH 400

#endif							/* NQ_BOUNDS_H */
