/*
 * stages.h
 *	  The engine's stages, in the order in which extract.c runs them.
 *
 * Each reads the Document's earlier arrays and fills its own.  Each returns false
 * when it had to stop, with Document.status saying why.
 */
#ifndef NQ_STAGES_H
#define NQ_STAGES_H

#include "core/document.h"

/* the stored article -> text: without tags, with entities resolved */
bool		nq_read_markup(Document *doc);

/* text -> one line for a paragraph, where lines are wrapped */
bool		nq_join_lines(Document *doc);

/* text -> what its layout says in words and signs */
bool		nq_read_layout(Document *doc);

/* text -> tokens, and which of them may be quotation marks */
bool		nq_find_tokens(Document *doc);

/* tokens -> the tags of their blocks */
bool		nq_tag_tokens(Document *doc);

/* The first token that ends after a byte of the text. */
uint32_t	nq_token_from(const Document *doc, uint32_t byte);

/* the caller's patterns -> matches */
bool		nq_match_patterns(Document *doc, NqError *error);

/* tokens -> paragraphs */
bool		nq_find_paragraphs(Document *doc);

/* marks, matches -> spans: which marks open and close */
bool		nq_pair_marks(Document *doc);

/* spans -> incises: the reporter's words in them */
bool		nq_find_incises(Document *doc);

/* The first incise that ends after a token; incise_count when there is none. */
uint32_t	nq_incise_from(const Document *doc, uint32_t token);

bool		nq_is_in_incise(const Document *doc, uint32_t token);

/* paragraphs, spans -> sentences */
bool		nq_find_sentences(Document *doc);

/* tokens -> name_tags: what the tagger takes for names, and of what */
bool		nq_tag_names(Document *doc);

/* names, pronouns, roles -> mentions */
bool		nq_find_mentions(Document *doc);

/* names of one bearer -> entities */
bool		nq_link_names(Document *doc);

/* reporting words and their subjects -> cues */
bool		nq_find_cues(Document *doc);

/* who speaks each span, or that nobody does -> attributions */
bool		nq_attribute(Document *doc);

/* whom each speaking mention stands for -> speakers */
bool		nq_resolve_speakers(Document *doc);

/* roles, genders -> entity_facts, pronoun_genders */
bool		nq_find_speaker_facts(Document *doc);

/* reported clauses outside marks -> clauses */
bool		nq_find_indirect(Document *doc);
bool		nq_find_german_indirect(Document *doc);	/* German's */

/* whom each clause's mention stands for -> clause_speakers */
bool		nq_resolve_clauses(Document *doc);

/* the stored article -> the characters before each step of bytes: for nq_range() */
bool		nq_count_chars(Document *doc);

/* What is stored of the text between two bytes, once characters are counted. */
NqRange		nq_range(const Document *doc, uint32_t start, uint32_t end);

/* The same, with the tags around all of it. */
NqRange		nq_range_of_quote(const Document *doc, uint32_t start, uint32_t end);

/* all of it -> rows */
bool		nq_make_rows(Document *doc);

/* Whether the article says that marked words were said, which a cue (or NONE) attributes; and a reported clause. */
bool		nq_is_asserted(const Document *doc, uint32_t cue, uint32_t span);
bool		nq_is_clause_asserted(const Document *doc, const Clause *clause);

/* Whether two referents are one speaker. */
bool		nq_is_same_speaker(const Referent *a, const Referent *b);

/* rows, kept candidates -> who else may have spoken each row of marked words; no stage, run for nq_extract_candidates() only */
bool		nq_list_candidates(Document *doc, NqCandidate **list, size_t *count);

#endif							/* NQ_STAGES_H */
