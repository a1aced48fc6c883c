/*
 * stages.h
 *	  The engine's stages, in the order in which extract.c runs them.
 *
 * Each stage reads earlier arrays of the Document and fills its own.  It returns false when it had to stop;
 * Document.status then has the reason.
 */
#ifndef NQ_STAGES_H
#define NQ_STAGES_H

#include "core/document.h"

/* the stored article -> text: without tags, with entities resolved */
bool		nq_read_markup(Document *doc);

/* text -> one line per paragraph, if lines are wrapped */
bool		nq_join_lines(Document *doc);

/* text -> text with its layout turned into words and signs */
bool		nq_read_layout(Document *doc);

/* text -> tokens, and the possible quotation marks among them */
bool		nq_find_tokens(Document *doc);

/* tokens -> the tags of their blocks */
bool		nq_tag_tokens(Document *doc);

/* Returns the first token that ends after a byte of the text. */
uint32_t	nq_token_from(const Document *doc, uint32_t byte);

/* tokens -> foreign */
void		nq_find_foreign(Document *doc);

/* the caller's patterns -> matches */
bool		nq_match_patterns(Document *doc, NqError *error);

/* tokens -> paragraphs */
bool		nq_find_paragraphs(Document *doc);

/* marks, matches -> spans */
bool		nq_pair_marks(Document *doc);

/* spans -> incises: the reporter's words inside spans */
bool		nq_find_incises(Document *doc);

/* Returns the first incise that ends after a token; incise_count if there is none. */
uint32_t	nq_incise_from(const Document *doc, uint32_t token);

bool		nq_is_in_incise(const Document *doc, uint32_t token);

/* paragraphs, spans -> sentences */
bool		nq_find_sentences(Document *doc);

/* tokens -> name_tags: the tagger's names and their classes */
bool		nq_tag_names(Document *doc);

/* names, pronouns, roles -> mentions */
bool		nq_find_mentions(Document *doc);

/* names -> entities: the names of one bearer */
bool		nq_link_names(Document *doc);

/* reporting words and their subjects -> cues */
bool		nq_find_cues(Document *doc);

/* tokens, spans -> repeats: where else the article has a span's words */
bool		nq_find_repeats(Document *doc);

/* spans, mentions, cues -> attributions: the speaker of each span, or none */
bool		nq_attribute(Document *doc);

/* attributions -> lenders: for a heading or an echo, the span that has its speaker */
bool		nq_find_lenders(Document *doc);

/* mentions of speakers -> speakers: their referents */
bool		nq_resolve_speakers(Document *doc);

/* roles, genders -> entity_facts, pronoun_genders */
bool		nq_find_speaker_facts(Document *doc);

/* indirect speech -> clauses */
bool		nq_find_indirect(Document *doc);
bool		nq_find_german_indirect(Document *doc);	/* German's */

/* mentions of clauses -> clause_speakers: their referents */
bool		nq_resolve_clauses(Document *doc);

/* the stored article -> chars_before: character counts for nq_range() */
bool		nq_count_chars(Document *doc);

/* Returns the stored range of the text between two bytes.  Requires nq_count_chars(). */
NqRange		nq_range(const Document *doc, uint32_t start, uint32_t end);

/* The same, including the tags around all of it. */
NqRange		nq_range_of_quote(const Document *doc, uint32_t start, uint32_t end);

/* everything -> rows */
bool		nq_make_rows(Document *doc);

/* Does the article assert that the words of a span with a cue (or NONE), or of a clause, were said? */
bool		nq_is_asserted(const Document *doc, uint32_t cue, uint32_t span);
bool		nq_is_clause_asserted(const Document *doc, const Clause *clause);

/* Are two referents the same speaker? */
bool		nq_is_same_speaker(const Document *doc, const Referent *a, const Referent *b);

/* rows, kept candidates -> the possible speakers of each row; not a stage, run for nq_extract_candidates() only */
bool		nq_list_candidates(Document *doc, NqCandidate **list, size_t *count);

#endif							/* NQ_STAGES_H */
