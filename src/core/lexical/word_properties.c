/*
 * word_properties.c
 *	  The properties of tokens: see word_properties.h.
 *
 * nq_find_properties() takes the lexicon's sets of classes and gives the properties of each.  nq_tag_tokens()
 * takes the tokens of an article and gives the tags of each block of them.
 */
#include "core/lexical/word_properties.h"

#include "core/stages.h"

#include "core/base/simd.h"

#include <string.h>

/* Two more bits, from which TAG_PHRASE of nouns is computed. */
#define TAG_NOUN			TAGS
#define TAG_PHRASE_ENDS	(TAGS + 1)
/* A quotation mark: see MarkBlock. */
#define TAG_MARK			(TAGS + 2)
#define GATHERED			16

/* Can a word be a noun, in a language with lower-case nouns?  It is one if listed as one or not listed at all. */
static bool
has_noun_classes(uint64_t classes)
{
	if ((classes & FUNCTION_WORDS) != 0)
		return false;
	return (classes & NOUN_WORDS) != 0 || (classes & (WC_VERB | WC_ADV | WC_ADJ | WC_CUE | WC_NUM | WC_TIME)) == 0;
}

/* Can a word be a noun, in a language that capitalises nouns? */
static bool
is_capital_noun(uint64_t classes, bool capital)
{
	if (!capital || (classes & FUNCTION_WORDS) != 0)
		return false;
	return (classes & (NOUN_WORDS | WC_BASE)) != 0 || (classes & (WC_VERB | WC_ADV | WC_ADJ | WC_CUE | WC_NUM | WC_TIME)) == 0;
}

/* Can a word be between an article and its noun, in a language that capitalises nouns? */
static bool
is_small_modifier(uint64_t classes, bool capital)
{
	if ((classes & FUNCTION_WORDS) != 0)
		return false;
	if (capital)
		return (classes & WC_DEMONYM) != 0 && (classes & WC_PEOPLE) == 0;
	if ((classes & (WC_ADJ | WC_ROLEADJ | WC_NUM)) != 0)
		return true;
	if ((classes & (WC_FINITE | WC_BASE)) != 0)
		return false;
	return (classes & (WC_ADV | WC_TIME)) == 0;
}

static bool
has_modifier_classes(uint64_t classes, bool capital)
{
	if ((classes & FUNCTION_WORDS) != 0)
		return false;
	if (capital)
		return (classes & (WC_MONTH | WC_DAY)) == 0 || (classes & WC_FORENAME) != 0;
	/* "The ad uses footage": a plural noun that can be a finite verb is not a modifier. */
	if ((classes & WC_PLURAL) != 0 && (classes & WC_FINITE) != 0)
		return false;
	if ((classes & (WC_ADJ | WC_ROLEADJ | NOUN_WORDS | WC_NUM | WC_DEMONYM)) != 0)
		return true;
	if ((classes & (WC_FINITE | WC_CUE)) != 0 && (classes & (WC_PARTICIPLE | WC_GERUND)) == 0)
		return false;
	if ((classes & (WC_PARTICIPLE | WC_GERUND)) != 0)
		return (classes & WC_CUE) == 0;
	return (classes & (WC_ADV | WC_VERB | WC_TIME)) == 0;
}

/* Is a noun right before the word the last of its phrase? */
static bool
ends_noun_phrase(uint64_t classes, bool capital)
{
	if (capital)
		return true;
	if ((classes & NOUN_WORDS) != 0)
		return (classes & (WC_CUE | WC_FINITE)) != 0 && (classes & HUMAN_NOUNS) == 0 && (classes & WC_BASE) == 0;
	return !has_noun_classes(classes);
}

/* How a capitalised word can be part of a name. */
static uint32_t
name_properties(uint64_t classes)
{
	if ((classes & NAME_WORDS) != 0 && (classes & (WC_NAMEWORD | WC_DET | WC_PRONOUN)) == 0)
		return PROP_IN_NAME | PROP_IN_HEADLINE_NAME;
	if ((classes & (WC_MONTH | WC_DAY)) != 0 && (classes & WC_FORENAME) == 0)
		return 0;
	if ((classes & FUNCTION_WORDS) != 0 && (classes & WC_FORENAME) == 0)
		return (classes & (WC_ORG | WC_COUNTRY)) != 0 ? PROP_ACRONYM : 0;	/* WHO, US */
	if ((classes & ORDINARY_WORDS) == 0 || (classes & (WC_FORENAME | WC_ORGWORD)) != 0)
		return PROP_IN_NAME | PROP_IN_HEADLINE_NAME;
	return PROP_IN_NAME;
}

/* Is a capitalised word a noun and not part of a name, in a language that capitalises nouns? */
static bool
is_common_noun(uint64_t classes)
{
	return (classes & (NOUN_WORDS | WC_TIME)) != 0 && (classes & (NAME_WORDS | WC_ORGWORD | WC_SITEWORD | WC_EVENTWORD | WC_OUTLET)) == 0;
}

/* Classes of a word that can be a title or a role before a name. */
static uint64_t
title_classes(uint64_t classes)
{
	return (classes & (WC_PLURAL | WC_FORENAME)) == 0 ? classes & (WC_TITLE | WC_OFFICE | WC_ROLE) : 0;
}

/* The type of a one-word name that is not an acronym. */
static EntityType
type_of_name_word(uint64_t classes)
{
	if ((classes & WC_FORENAME) != 0 && (classes & (WC_NAMEWORD | WC_PLACE | WC_ORG)) == 0)
		return TYPE_PERSON;
	if ((classes & (WC_ORG | WC_OUTLET)) != 0)
		return TYPE_ORGANISATION;
	if ((classes & (WC_PLACE | WC_COUNTRY | WC_SEAT)) != 0)
		return TYPE_PLACE;
	if ((classes & WC_DEMONYM) != 0)
		return (classes & WC_PEOPLE) != 0 ? TYPE_GROUP : TYPE_THING;
	if ((classes & WC_ORGWORD) != 0)
		return TYPE_ORGANISATION;
	return (classes & (WC_EVENTWORD | WC_SITEWORD)) != 0 ? TYPE_THING : TYPE_UNKNOWN;
}

/* Does the type of a one-word name depend on its capitals? */
static bool
is_untyped(uint64_t classes)
{
	EntityType	type = type_of_name_word(classes);

	return type == TYPE_UNKNOWN || (type == TYPE_THING && (classes & WC_DEMONYM) == 0);
}

static Gender
gender_of_forename(uint64_t classes)
{
	if ((classes & WC_FORENAME) == 0)
		return GENDER_UNKNOWN;
	if ((classes & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	return (classes & WC_MALE) != 0 ? GENDER_MALE : GENDER_UNKNOWN;
}

static EntityType
type_of_noun(uint64_t classes)
{
	if ((classes & (WC_ROLE | WC_PERSON)) != 0)
		return (classes & WC_PLURAL) != 0 ? TYPE_GROUP : TYPE_PERSON;
	if ((classes & WC_PEOPLE) != 0)
		return TYPE_GROUP;
	if ((classes & WC_DOCUMENT) != 0)
		return TYPE_DOCUMENT;
	if ((classes & WC_BODY) != 0)
		return TYPE_ORGANISATION;
	return TYPE_THING;
}

static Gender
gender_of_noun(uint64_t classes, EntityType type)
{
	if ((classes & WC_FEMALE) != 0)
		return GENDER_FEMALE;
	if ((classes & WC_MALE) != 0)
		return GENDER_MALE;
	return type == TYPE_PERSON || type == TYPE_GROUP ? GENDER_UNKNOWN : GENDER_NEUTER;
}

/* ---- what features show of a word ---- */

/* The form of a verb, as far as the word alone shows it: gerund, finite form, base form, participle. */
static uint32_t
form_of_verb(uint64_t classes)
{
	if ((classes & WC_GERUND) != 0)
		return 0;
	if ((classes & WC_FINITE) != 0)
		return 1;
	return (classes & WC_BASE) != 0 ? 2 : 3;
}

static WordSort
sort_of_noun(uint64_t classes)
{
	if ((classes & (WC_ROLE | WC_PERSON)) != 0)
		return SORT_PERSON;
	if ((classes & WC_PEOPLE) != 0)
		return SORT_PEOPLE;
	if ((classes & WC_DOCUMENT) != 0)
		return SORT_DOCUMENT;
	if ((classes & WC_CUENOUN) != 0)
		return SORT_CUE_NOUN;
	if ((classes & WC_BODY) != 0)
		return SORT_BODY;
	return (classes & WC_ADJ) != 0 ? SORT_ADJECTIVE : SORT_NOUN;
}

static bool
is_verb_only(uint64_t classes)
{
	return (classes & WC_VERB) != 0 && (classes & (WC_NOUN | WC_ADJ)) == 0;
}

static WordSort
sort_of_word(uint64_t classes, bool capital)
{
	if ((classes & SHOWN_WORDS) != 0)
		return SORT_FUNCTION;
	if ((classes & WC_CUE) != 0)
		return (WordSort) (SORT_CUE + form_of_verb(classes));
	if (capital)
		return SORT_CAPITAL;
	if (is_verb_only(classes))
		return (WordSort) (SORT_VERB + form_of_verb(classes));
	if ((classes & WC_VERB) != 0)
		return SORT_VERB_OR_NOUN;
	if ((classes & WC_ADV) != 0)
		return SORT_ADVERB;
	return (classes & WC_TIME) != 0 ? SORT_TIME : sort_of_noun(classes);
}

static StructureWord
structure_of_word(uint64_t classes, uint64_t functions, bool capital)
{
	if ((classes & (WC_RELATIVE | WC_COORD | WC_SUBORD | WC_WH)) != 0 ||
		(functions & (FN_GENITIVE | FN_AGENT | FN_INFINITIVE | FN_AS | FN_COMPLEMENTISER | FN_WHETHER)) != 0)
		return STRUCTURE_LINK;
	if ((classes & SHOWN_WORDS) != 0)
		return STRUCTURE_NONE;
	if ((classes & WC_CUE) != 0)
		return STRUCTURE_VERB;
	return !capital && is_verb_only(classes) && (classes & (WC_GERUND | WC_FINITE | WC_PARTICIPLE)) != 0 ? STRUCTURE_VERB : STRUCTURE_NONE;
}

/* ---- what a word can be ---- */

static uint32_t
properties_of_word(uint64_t classes, bool capital, bool capital_nouns)
{
	uint32_t	properties = 0;

	if (capital_nouns ? is_capital_noun(classes, capital) : has_noun_classes(classes))
		properties |= PROP_NOUN;
	if (capital_nouns ? is_small_modifier(classes, capital) : has_modifier_classes(classes, capital))
		properties |= PROP_MODIFIER;
	if ((classes & (WC_DET | WC_POSSESSIVE)) != 0 && (classes & WC_RELATIVE) == 0)
		properties |= PROP_ARTICLE;
	if (capital_nouns || ends_noun_phrase(classes, capital))
		properties |= PROP_ENDS_NOUN_PHRASE;
	if ((classes & (WC_PREP | WC_COORD | WC_PARTICLE)) != 0)
		properties |= PROP_JOINS;
	if (is_untyped(classes))
		properties |= PROP_UNTYPED;
	if (capital && capital_nouns && is_common_noun(classes))
		return properties;
	return properties | (capital ? name_properties(classes) : 0);
}

static uint32_t
properties_of_kind(TokenKind kind, bool possessive)
{
	switch (kind)
	{
		case TOKEN_NUMBER:
			return PROP_ENDS_NOUN_PHRASE | PROP_MODIFIER;
		case TOKEN_CLITIC:
			return PROP_ENDS_NOUN_PHRASE | (possessive ? PROP_MODIFIER | PROP_POSSESSIVE : 0);
		case TOKEN_OTHER:
			return PROP_ENDS_NOUN_PHRASE | PROP_JOINS;
		default:
			return PROP_ENDS_NOUN_PHRASE;
	}
}

/* The bit of a tag, if the classes include one of those. */
static uint16_t
tag_if(TokenTag tag, uint64_t classes, uint64_t those)
{
	return (uint16_t) (((classes & those) != 0) << tag);
}

static uint16_t
tags_of_word(uint64_t classes, bool capital, uint32_t properties)
{
	bool		begins_mention = (properties & (PROP_IN_NAME | PROP_ACRONYM)) != 0 ||
		(classes & (WC_PRONOUN | WC_POSSESSIVE | WC_INDEFINITE)) != 0;

	return (uint16_t) (1 << TAG_WORD | capital << TAG_CAPITAL |
					   begins_mention << TAG_PHRASE | (capital & begins_mention) << TAG_NAME |
					   ((properties & PROP_IN_HEADLINE_NAME) != 0) << TAG_PROPER |
					   tag_if(TAG_CUE, classes, WC_CUE | WC_PREPCUE | WC_CUENOUN | WC_DOCUMENT | WC_STARTS) |
					   tag_if(TAG_FUNCTION, classes, WC_DET | WC_PREP | WC_COORD) |
					   tag_if(TAG_VERB, classes, WC_AUX | WC_FINITE) |
					   tag_if(TAG_PRONOUN, classes, WC_PRONOUN | WC_POSSESSIVE) |
					   tag_if(TAG_CLAUSE, classes, WC_COORD | WC_SUBORD) |
					   (title_classes(classes) != 0) << TAG_TITLE);
}

static uint16_t
tags_of_kind(TokenKind kind)
{
	switch (kind)
	{
		case TOKEN_NUMBER:
			return 1 << TAG_NUMBER;
		case TOKEN_MARK:
			return 1 << TAG_MARK;
		case TOKEN_HANDLE:
			return 1 << TAG_PHRASE | 1 << TAG_NAME;
		case TOKEN_STOP:
		case TOKEN_ELLIPSIS:
			return 1 << TAG_STOP;
		case TOKEN_SEMICOLON:
		case TOKEN_DASH:
			return 1 << TAG_CLAUSE;
		default:
			return 0;
	}
}

void
nq_find_properties(const Lexicon *lexicon, const PhraseRules *phrases, WordProperties *properties)
{
	for (uint32_t set = 0; set < lexicon->set_count * 2; set++)
	{
		TokenKind	kind = set / 2 < TOKEN_KINDS ? (TokenKind) (set / 2) : TOKEN_WORD;
		uint64_t	classes = lexicon->classes[set];
		bool		odd = (set & 1) != 0;
		WordProperties  *this = &properties[set];

		this->properties = kind == TOKEN_WORD ? properties_of_word(classes, odd, phrases->capital_nouns) : properties_of_kind(kind, odd);
		this->tags = kind == TOKEN_WORD ? tags_of_word(classes, odd, this->properties) : tags_of_kind(kind);
		this->tags |= (uint16_t) (((this->properties & PROP_NOUN) != 0) << TAG_NOUN |
								   ((this->properties & PROP_ENDS_NOUN_PHRASE) != 0) << TAG_PHRASE_ENDS);
		this->sort = sort_of_word(classes, kind == TOKEN_WORD && odd);
		this->structure = kind == TOKEN_WORD ? structure_of_word(classes, lexicon->functions[set / 2], odd) : STRUCTURE_NONE;
		this->type = type_of_name_word(classes);
		this->gender = gender_of_forename(classes);
		this->noun_type = type_of_noun(classes);
		this->noun_gender = gender_of_noun(classes, type_of_noun(classes));
	}
}

_Static_assert(TAGS + 3 <= GATHERED, "the tags of a token are 16 bits");

/* The tags of 32 tokens: bit i of tag_bits[n] is set if token i has tag n. */
static void
tag_block(const Document *doc, const Token *tokens, uint32_t *tag_bits)
{
	uint16_t	tags[BLOCK_TOKENS];

	for (uint32_t i = 0; i < BLOCK_TOKENS; i++)
		tags[i] = doc->properties[tokens[i].class_set].tags;
	transpose_bits(tags, tag_bits);
}

/* A sentence can end at the full stop of an abbreviation, which the token's set does not show. */
static bool
tag_abbreviations(Document *doc)
{
	for (uint32_t i = 0; i < doc->abbreviation_count; i++)
	{
		uint32_t	token = doc->abbreviations[i];

		if (!check_interrupts(doc, i + 1, EVERY_16384))
			return false;
		doc->blocks[token / BLOCK_TOKENS].tag_bits[TAG_STOP] |= UINT32_C(1) << token % BLOCK_TOKENS;
	}
	return true;
}

/* Sets the number of the first mark in each block that has one: see mark_at(). */
static bool
number_marks(Document *doc)
{
	for (uint32_t m = doc->mark_count; m-- > 0;)
	{
		if (!check_interrupts(doc, m + 1, EVERY_16384))
			return false;
		doc->mark_blocks[doc->marks[m].token / BLOCK_TOKENS].marks = m;
	}
	return true;
}

/*
 * Sets TAG_PHRASE on nouns that head their phrases, in a language whose noun phrases end with the head: a noun
 * before a token that ends a phrase.  Whether the last token of a block is a head depends on the next block.
 */
static void
tag_last_nouns(TokenBlock *before, TokenBlock *this, uint32_t nouns_before, const uint32_t *tag_bits)
{
	if (before != NULL)
		before->tag_bits[TAG_PHRASE] |= nouns_before & tag_bits[TAG_PHRASE_ENDS] << (BLOCK_TOKENS - 1);
	this->tag_bits[TAG_PHRASE] |= tag_bits[TAG_NOUN] & tag_bits[TAG_PHRASE_ENDS] >> 1;
}

/*
 * The same in a language whose noun phrases begin with the head: a noun that does not follow a lower-case noun.
 * Returns the lower-case nouns, for the next block.
 */
static uint32_t
tag_first_nouns(TokenBlock *this, uint32_t common_before, const uint32_t *tag_bits)
{
	uint32_t	common = tag_bits[TAG_NOUN] & ~tag_bits[TAG_CAPITAL];

	this->tag_bits[TAG_PHRASE] |= tag_bits[TAG_NOUN] & ~(common << 1 | common_before >> (BLOCK_TOKENS - 1));
	return common;
}

bool
nq_tag_tokens(Document *doc)
{
	uint32_t	count = doc->token_count / BLOCK_TOKENS + 1;
	uint32_t	nouns = 0;
	TokenBlock *before = NULL;

	doc->blocks = nq_arena_alloc(doc->arena, ((size_t) count + 1) * sizeof(TokenBlock));
	doc->mark_blocks = nq_arena_alloc(doc->arena, count * sizeof(MarkBlock));
	if (doc->blocks == NULL || doc->mark_blocks == NULL)
		return fail(doc, NQ_NO_MEMORY);
	for (uint32_t block = 0; block < count; block++)
	{
		TokenBlock *this = &doc->blocks[block];
		uint32_t	tag_bits[GATHERED];

		if (!check_interrupts(doc, block, EVERY_1024))
			return false;
		tag_block(doc, token_at(doc, block * BLOCK_TOKENS), tag_bits);
		memcpy(this->tag_bits, tag_bits, sizeof(this->tag_bits));
		doc->mark_blocks[block] = (MarkBlock) {.bits = tag_bits[TAG_MARK]};
		if (doc->language->phrases->head_first)
			nouns = tag_first_nouns(this, nouns, tag_bits);
		else
		{
			tag_last_nouns(before, this, nouns, tag_bits);
			nouns = tag_bits[TAG_NOUN];
		}
		before = this;
	}
	/* One more block, so that two can always be read. */
	memset(&doc->blocks[count], 0, sizeof(TokenBlock));
	return tag_abbreviations(doc) && number_marks(doc);
}
