/*
 * features.h
 *	  The numbers of the features: see features.def.
 *
 * SPEAKER_PLURAL is a feature.  SPEAKER_CUE is the first one of a block that ends at SPEAKER_CUE_LAST.
 * SPEAKER_FEATURES is the number of features.
 */
#ifndef NQ_FEATURES_H
#define NQ_FEATURES_H

#include "core/document.h"

/* ---- dimensions of crossings; weights.pl reads their values here ---- */

#define SIDE_VALUES(V)			V(SIDE, BEFORE) V(SIDE, AFTER)
#define STRENGTH_VALUES(V)		V(STRENGTH, STRONG) V(STRENGTH, MEDIUM) V(STRENGTH, WEAK)
/* What is between cue and span: nothing, "that" or the like, a few words, more. */
#define PROXIMITY_VALUES(V)		V(PROXIMITY, TOUCHING) V(PROXIMITY, BRIDGED) V(PROXIMITY, NEAR) V(PROXIMITY, FAR)
/* The relation of a mention to a cue; NEXT: right after it. */
#define RELATION_VALUES(V)		V(RELATION, SUBJECT) V(RELATION, OBJECT) V(RELATION, NEXT)
#define SUBJECTHOOD_VALUES(V)	V(SUBJECTHOOD, OTHER) V(SUBJECTHOOD, SUBJECT)
/* Where a mention is, relative to a span. */
#define PLACE_VALUES(V)			V(PLACE, SENTENCE) V(PLACE, PREVIOUS) V(PLACE, EARLIER) V(PLACE, NEXT) V(PLACE, OTHER_PARAGRAPH)
/* Where an earlier span is: in the same sentence, in the same paragraph, in the one before, or earlier. */
#define WHERE_VALUES(V)			V(WHERE, SENTENCE) V(WHERE, PARAGRAPH) V(WHERE, PREVIOUS) V(WHERE, EARLIER)
/* The size of a span: up to five words, or more. */
#define SIZE_VALUES(V)			V(SIZE, SHORT) V(SIZE, LONG)

/* One word or several. */
#define WORDS_VALUES(V)			V(WORDS, ONE) V(WORDS, SEVERAL)
/* Where the article has the words of a span elsewhere. */
#define AROUND_VALUES(V)		V(AROUND, NOWHERE) V(AROUND, BEFORE) V(AROUND, AFTER) V(AROUND, BOTH)

/* Dimensions that are enums of document.h. */
#define LINK_VALUES(V)			V(SUBJECT, NONE) V(SUBJECT, ADJACENT) V(SUBJECT, APPOSITION) V(SUBJECT, RELATIVE) \
								V(SUBJECT, SHARED) V(SUBJECT, INVERTED) V(SUBJECT, AGENT) V(SUBJECT, POSSESSOR)
#define FORM_VALUES(V)			V(FORM, FINITE) V(FORM, GERUND) V(FORM, INFINITIVE) V(FORM, PASSIVE) V(FORM, PREPOSITION) \
								V(FORM, NOUN)
#define KIND_VALUES(V)			V(MENTION, NAME) V(MENTION, PRONOUN) V(MENTION, NOMINAL) V(MENTION, CONJOINED)
#define TYPE_VALUES(V)			V(TYPE, UNKNOWN) V(TYPE, PERSON) V(TYPE, ORGANISATION) V(TYPE, PLACE) V(TYPE, GROUP) \
								V(TYPE, DOCUMENT) V(TYPE, THING)

#define NQ_VALUE(prefix, value)			prefix##_##value,
#define NQ_LISTED(prefix, value)		LISTED_##prefix##_##value,
#define NQ_SAME_VALUE(prefix, value)	\
	_Static_assert((int) LISTED_##prefix##_##value == (int) prefix##_##value, "values are listed in the order of document.h");

enum Side {SIDE_VALUES(NQ_VALUE) SIDE_COUNT};
enum Strength {STRENGTH_VALUES(NQ_VALUE) STRENGTH_COUNT};
enum Proximity {PROXIMITY_VALUES(NQ_VALUE) PROXIMITY_COUNT};
enum Relation {RELATION_VALUES(NQ_VALUE) RELATION_COUNT};
enum Subjecthood {SUBJECTHOOD_VALUES(NQ_VALUE) SUBJECTHOOD_COUNT};
enum Place {PLACE_VALUES(NQ_VALUE) PLACE_COUNT};
enum Where {WHERE_VALUES(NQ_VALUE) WHERE_COUNT};
enum Size {SIZE_VALUES(NQ_VALUE) SIZE_COUNT};
enum Words {WORDS_VALUES(NQ_VALUE) WORDS_COUNT};
enum Around {AROUND_VALUES(NQ_VALUE) AROUND_COUNT};

enum {LINK_VALUES(NQ_LISTED) LINK_COUNT};
enum {FORM_VALUES(NQ_LISTED) FORM_COUNT};
enum {KIND_VALUES(NQ_LISTED) KIND_COUNT};
enum {TYPE_VALUES(NQ_LISTED) TYPE_COUNT};

LINK_VALUES(NQ_SAME_VALUE)
FORM_VALUES(NQ_SAME_VALUE)
KIND_VALUES(NQ_SAME_VALUE)
TYPE_VALUES(NQ_SAME_VALUE)
_Static_assert((int) LINK_COUNT == (int) SUBJECT_LINKS && (int) FORM_COUNT == (int) CUE_FORMS &&
			   (int) KIND_COUNT == (int) MENTION_KINDS && (int) TYPE_COUNT == (int) ENTITY_TYPES,
			   "all values of document.h are listed");

/* ---- the features ---- */

/* The number of features of a crossing: the product of the sizes of up to four dimensions. */
enum {ONE_COUNT = 1};

#define NQ_PRODUCT(a, b, c, d, ...)		(a##_COUNT * b##_COUNT * c##_COUNT * d##_COUNT)
#define NQ_CROSSED(...)					NQ_PRODUCT(__VA_ARGS__, ONE, ONE, ONE, ONE)

/* Each model's enum takes its own features from the list. */
#define FLAG(model, name, text)				NQ_ONLY_##model(model##_##name,)
#define BUCKETS(model, name, count, text)	NQ_ONLY_##model(model##_##name, model##_##name##_LAST = model##_##name + (count) - 1,)
#define CONTEXT(model, name, text)
#define CROSS(model, name, text, ...)		\
	NQ_ONLY_##model(model##_##name, model##_##name##_LAST = model##_##name + NQ_CROSSED(__VA_ARGS__) - 1,)

#define NQ_ONLY_SPEAKER(...)	__VA_ARGS__
#define NQ_ONLY_QUOTATION(...)
#define NQ_ONLY_REFERENT(...)
enum SpeakerFeature
{
#include "core/model/features.def"
	SPEAKER_FEATURES
};

#undef NQ_ONLY_SPEAKER
#undef NQ_ONLY_QUOTATION
#define NQ_ONLY_SPEAKER(...)
#define NQ_ONLY_QUOTATION(...)	__VA_ARGS__
enum QuotationFeature
{
#include "core/model/features.def"
	QUOTATION_FEATURES
};

#undef NQ_ONLY_QUOTATION
#undef NQ_ONLY_REFERENT
#define NQ_ONLY_QUOTATION(...)
#define NQ_ONLY_REFERENT(...)	__VA_ARGS__
enum ReferentFeature
{
#include "core/model/features.def"
	REFERENT_FEATURES
};

#undef NQ_ONLY_SPEAKER
#undef NQ_ONLY_QUOTATION
#undef NQ_ONLY_REFERENT
#undef FLAG
#undef BUCKETS
#undef CROSS
#undef CONTEXT

#endif							/* NQ_FEATURES_H */
