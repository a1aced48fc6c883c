/*
 * evidence.c
 *	  The type and gender of each entity, by all of the article's evidence.
 *
 * A forename in a list is only a guess.  Every mention of an entity outside quotations adds evidence: a title,
 * role or description beside the name, an age after it, a relation after its possessive, a verb of speech, and
 * "he" or "she" if only one person mentioned can be the antecedent.  The weights are rough measures of
 * reliability; only the sign and size of the sums matter.
 *
 * One pass over the mentions, so it is linear.
 */
#include "core/entities/evidence.h"

#include "core/entities/name_tags.h"
#include "core/entities/name_words.h"
#include "core/entities/noun_phrases.h"
#include "core/lexical/word_properties.h"

/* Evidence that an entity is a person. */
#define SIGN_TITLE		6
#define SIGN_DESCRIPTION 6
#define SIGN_AGE		6
#define SIGN_RELATION	5
#define SIGN_FORENAME	3
#define SIGN_PRONOUN	1
#define SIGN_SPEECH		1
#define SIGN_TAG		1		/* the tagger classifies it as a person's name, or as another one */
#define SIGN_SURE_TAG	2
#define SIGN_FIRM		(-40)	/* "car maker Otto Lind": outweighs the signs of a person */
#define SIGN_ARTICLE	(-4)	/* "the RDS" */

/* With this margin, four of five names have the tagger's class: see document.h. */
#define SURE_MARGIN		64

/* The sum from which an entity is a person, whatever its name looks like. */
#define SURELY_PERSON	6

/* Evidence of gender: positive for a woman, negative for a man. */
#define GENDER_BY_TITLE 8
#define GENDER_BY_FORENAME 4
#define GENDER_ONLY_ONE 6		/* by a pronoun in the sentence with the mention, before anybody else is mentioned */
#define GENDER_IN_SENTENCE 2	/* by a pronoun in the sentence with the mention */
#define GENDER_AFTER	1		/* by a pronoun in a later sentence */

/* The sum that decides the gender without a title. */
#define ENOUGH			2

/* Sums are clamped to this. */
#define MOST			100

/* How many sentences after a mention a pronoun can refer to it. */
#define SENTENCES_ON	3

/* The most digits of an age. */
#define AGE_DIGITS		3

typedef struct Evidence
{
	int8_t		personal;
	int8_t		speech;			/* verbs of speech beside it */
	int8_t		by_title;		/* gender, by titles and descriptions */
	int8_t		by_pronoun;		/* gender, by pronouns */
	bool		man;			/* has a forename listed as a man's */
	bool		woman;			/* has a forename listed as a woman's */
	bool		mans_post;		/* has a post that is a word for a man */
} Evidence;

/* The persons mentioned in a sentence so far. */
typedef struct Present
{
	uint32_t	count;			/* number of distinct persons; 2 means more than one */
	uint32_t	entity;			/* the only person, or NONE if that one is unnamed */
	const Mention *mention;		/* the last mention of a person */
} Present;

typedef struct Witness
{
	Document   *doc;
	Evidence   *evidence;		/* of each entity */
	Present		present;
	Present		before;			/* in the last sentence that mentions a person */
	Present		so_far;			/* in the article */
	uint32_t	sentences_on;	/* number of sentences since that one */
	bool		met_pronoun;	/* he or she came in this sentence */
} Witness;

static void
add(int8_t *sum, int sign)
{
	int			total = *sum + sign;

	*sum = (int8_t) (total > MOST ? MOST : total < -MOST ? -MOST : total);
}

static bool
may_be_person(const Entity *entity)
{
	return entity->type == TYPE_PERSON || entity->type == TYPE_UNKNOWN;
}

/* ---- signs beside a name ---- */

/* The gender of a title, role or description; none for a post, see is_mans_post(). */
static int
gender_of_noun(const Document *doc, uint32_t i)
{
	if (token_has(doc, i, WC_FEMALE))
		return token_has(doc, i, WC_MALE) ? 0 : GENDER_BY_TITLE;
	/* "Le professeur Anne Roy": the gender of a role may be grammatical, that of "M. Roy" is not. */
	if (token_has(doc, i, WC_MALE) && doc->language->phrases->head_first && !token_has(doc, i, WC_HONORIFIC))
		return -GENDER_IN_SENTENCE;
	return token_has(doc, i, WC_MALE) && !is_mans_post(classes_at(doc, i)) ? -GENDER_BY_TITLE : 0;
}

static void
add_noun(const Document *doc, uint32_t i, Evidence *evidence)
{
	add(&evidence->by_title, gender_of_noun(doc, i));
	evidence->mans_post |= !doc->language->phrases->head_first && is_mans_post(classes_at(doc, i));
}

/* "Otto Lund, 52," and "Otto Lund (52)" */
static bool
has_age(const Document *doc, const Mention *mention)
{
	uint32_t	i = mention->last;

	if (i + 2 >= doc->token_count || token_at(doc, i + 1)->kind != TOKEN_NUMBER || token_at(doc, i + 1)->length > AGE_DIGITS)
		return false;
	return (token_at(doc, i)->kind == TOKEN_COMMA && (token_at(doc, i + 2)->kind == TOKEN_COMMA || token_at(doc, i + 2)->kind == TOKEN_STOP)) ||
		(token_at(doc, i)->kind == TOKEN_OPEN && token_at(doc, i + 2)->kind == TOKEN_CLOSE);
}

/* "Amina's mother" */
static bool
has_relation(const Document *doc, const Mention *mention)
{
	uint32_t	i = mention->last;

	return i + 1 < doc->token_count && token_at(doc, i)->kind == TOKEN_CLITIC && token_has(doc, i + 1, WC_KIN);
}

/* "The RDS": whether a one-word name has an article and is not a modifier, as in "the Lund family". */
static bool
has_article(const Document *doc, const Mention *mention)
{
	if (mention->name_last != mention->name_first + 1 || mention->name_first == 0 ||
		!token_does(doc, mention->name_first - 1, FN_DEFINITE) || doc->entities[mention->entity].forename != NONE)
		return false;
	return !is_word(doc, mention->last) || token_has(doc, mention->last, FUNCTION_WORDS | WC_FINITE);
}

/* "Car maker Otto Lind", "the bank Lind,": whether a noun for a firm is right before a name. */
static bool
is_firm(const Document *doc, const Mention *mention)
{
	uint32_t	noun = mention->name_first - 1;

	if (mention->name_first == 0 || mention->role != NONE || !is_word(doc, noun) || !token_does(doc, noun, FN_FIRM) || token_has(doc, noun, WC_PLURAL))
		return false;
	if (noun == doc->sentences[mention->sentence].first)
		return true;
	/* "He told the bank Lind would pay" */
	return (token_at(doc, noun)->flags & TOKEN_CAPITAL) == 0 &&
		(!token_does(doc, noun - 1, FN_DEFINITE) || !token_has(doc, mention->last, WC_FINITE | WC_AUX));
}

static bool
is_speech_verb(const Document *doc, uint32_t i)
{
	return token_has(doc, i, WC_CUE) && token_has(doc, i, WC_FINITE) && !token_has(doc, i, WC_NOUN | WC_ADJ);
}

/* "Amina said", "said Amina" */
static bool
speaks(const Document *doc, const Mention *mention)
{
	return (mention->last < doc->token_count && is_speech_verb(doc, mention->last)) ||
		(mention->first > 0 && is_speech_verb(doc, mention->first - 1));
}

/* "Kim Dae-ki": whether the second of two words of a name is the given name. */
static bool
is_surname_first(const Document *doc, const Mention *mention)
{
	return mention->name_last == mention->name_first + 2 && names_show_capitals(doc) && nq_is_two_syllables(doc, mention->name_first + 1);
}

/* The forename printed in a name: "Rafael" in "L. Rafael Lund"; NONE for a surname alone. */
static uint32_t
forename_of(const Document *doc, const Mention *mention)
{
	const Entity *entity = &doc->entities[mention->entity];
	uint32_t	first = mention->name_first;

	if (mention->name_last - first > 2 && (token_at(doc, first)->flags & TOKEN_INITIAL) != 0)
		first++;
	if (is_surname_first(doc, mention))
		return first + 1;
	if (mention->name_last - first > 1 || (entity->forename != NONE && token_at(doc, first)->word == token_at(doc, entity->forename)->word))
		return first;
	/* A word alone that is not used as a surname */
	return entity->forename == NONE && (mention->role == NONE || !token_has(doc, mention->role, WC_TITLE)) ? first : NONE;
}

/* The tagger's class of the name's last word, as evidence. */
static int
sign_of_tag(const Document *doc, const Mention *mention)
{
	NameTag		tag;
	int			sign;

	if (!has_name_tags(doc))
		return 0;
	tag = name_tag_at(doc, mention->name_last - 1);
	if (tag.name_class == NAME_NONE)
		return 0;
	sign = tag.margin >= SURE_MARGIN ? SIGN_SURE_TAG : SIGN_TAG;
	return tag.name_class == NAME_PERSON ? sign : -sign;
}

static void
add_forename(const Document *doc, const Mention *mention, Evidence *evidence)
{
	uint32_t	forename = forename_of(doc, mention);
	bool		full;

	if (forename == NONE || !token_has(doc, forename, WC_FORENAME))
		return;
	/* "Owen" before a surname */
	full = mention->name_last - forename > 1;
	evidence->man |= token_has(doc, forename, WC_MALE) || (full && token_does(doc, forename, FN_HE));
	evidence->woman |= token_has(doc, forename, WC_FEMALE) || (full && token_does(doc, forename, FN_SHE));
}

static void
add_name(Witness *witness, const Mention *mention)
{
	const Document *doc = witness->doc;
	Evidence   *evidence = &witness->evidence[mention->entity];

	add_forename(doc, mention, evidence);
	add(&evidence->personal, sign_of_tag(doc, mention));
	if (mention->role != NONE && !token_has(doc, mention->head, WC_PLURAL | WC_PEOPLE))
	{
		add(&evidence->personal, SIGN_TITLE);
		add_noun(doc, mention->role, evidence);
	}
	if (is_apposed(mention) && doc->mentions[appositive_of(doc, mention)].type == TYPE_PERSON)
	{
		add(&evidence->personal, SIGN_DESCRIPTION);
		add_noun(doc, doc->mentions[appositive_of(doc, mention)].head, evidence);
	}
	if (has_age(doc, mention))
		add(&evidence->personal, SIGN_AGE);
	if (has_relation(doc, mention))
		add(&evidence->personal, SIGN_RELATION);
	if (speaks(doc, mention))
		add(&evidence->speech, SIGN_SPEECH);
	if (has_article(doc, mention))
		add(&evidence->personal, SIGN_ARTICLE);
	if (is_firm(doc, mention))
		add(&evidence->personal, SIGN_FIRM);
}

/* ---- pronouns ---- */

static void
count_person(Present *present, uint32_t entity)
{
	if (present->count == 0 || entity == NONE || present->entity != entity)
		present->count = present->count == 0 ? 1 : 2;
	present->entity = entity;
}

static void
meet_person(Witness *witness, const Mention *mention, uint32_t entity)
{
	count_person(&witness->present, entity);
	count_person(&witness->so_far, entity);
	witness->present.mention = mention;
}

/* The only named person that a pronoun can refer to, or NONE. */
static uint32_t
only_one(const Witness *witness)
{
	const Present *present = witness->present.count > 0 ? &witness->present : &witness->before;

	return present->count == 1 && (present == &witness->present || witness->sentences_on <= SENTENCES_ON) ? present->entity : NONE;
}

/*
 * "Lund pressed him", "asked by Lund if he": whether a pronoun cannot refer to the person mentioned before it in its sentence, as the object of
 * the verb whose subject that is, or as the subject of what that one asked.
 */
static bool
refers_to_another(const Witness *witness, const Mention *pronoun)
{
	const Document *doc = witness->doc;
	const Mention *person = witness->present.mention;
	uint32_t	before = pronoun->first - 1;

	if (person == NULL || !names_show_capitals(doc) || !is_word(doc, before))
		return false;
	if (!token_has(doc, pronoun->head, WC_SUBJECT | WC_POSSESSIVE))
		return person->last == before && token_has(doc, before, WC_FINITE) && !token_has(doc, before, WC_AUX);
	return person->last == before && person->first > 0 && token_does(doc, person->first - 1, FN_AGENT) && token_does(doc, before, FN_WHETHER);
}

/* Counts the first "he" or "she" of a sentence; later ones refer to the same person or are ambiguous. */
static void
meet_pronoun(Witness *witness, const Mention *mention)
{
	uint32_t	entity = only_one(witness);
	int			sign;

	if (witness->met_pronoun || (mention->gender != GENDER_MALE && mention->gender != GENDER_FEMALE))
		return;
	witness->met_pronoun = true;
	if (entity == NONE || refers_to_another(witness, mention))
		return;
	add(&witness->evidence[entity].personal, SIGN_PRONOUN);
	if (witness->present.count > 0)
		sign = witness->so_far.count == 1 ? GENDER_ONLY_ONE : GENDER_IN_SENTENCE;
	else
		sign = GENDER_AFTER;
	add(&witness->evidence[entity].by_pronoun, mention->gender == GENDER_FEMALE ? sign : -sign);
}

static void
meet_mention(Witness *witness, const Mention *mention)
{
	switch ((MentionKind) mention->kind)
	{
		case MENTION_NAME:
			if (mention->entity == NONE)
				break;
			add_name(witness, mention);
			if (may_be_person(&witness->doc->entities[mention->entity]))
				meet_person(witness, mention, mention->entity);
			break;
		case MENTION_PRONOUN:
			if (mention->person == 3 && !mention->plural)
				meet_pronoun(witness, mention);
			break;
		case MENTION_NOMINAL:
			if (mention->type == TYPE_PERSON && !mention->plural && !is_apposed(mention))
				meet_person(witness, mention, NONE);
			break;
		case MENTION_CONJOINED:
			break;
	}
}

static void
begin_sentence(Witness *witness)
{
	if (witness->present.count > 0)
	{
		witness->before = witness->present;
		witness->sentences_on = 0;
	}
	witness->sentences_on++;
	witness->present = (Present) {0, NONE, NULL};
	witness->met_pronoun = false;
}

static bool
hear_all(Witness *witness)
{
	Document   *doc = witness->doc;

	for (uint32_t s = 0; s < doc->sentence_count; s++)
	{
		begin_sentence(witness);
		for (uint32_t k = doc->sentence_mentions[s]; k < doc->sentence_mentions[s + 1]; k++)
		{
			if (!check_interrupts(doc, k, EVERY_256))
				return false;
			if (doc->mentions[k].inside == NONE)
				meet_mention(witness, &doc->mentions[k]);
		}
		if (!check_interrupts(doc, s, EVERY_256))
			return false;
	}
	return true;
}

/* ---- the verdict ---- */

/* The gender of the forenames by the lists; unknown if they disagree. */
static int
gender_of_forenames(const Evidence *evidence)
{
	return evidence->woman == evidence->man ? 0 : evidence->woman ? GENDER_BY_FORENAME : -GENDER_BY_FORENAME;
}

static uint8_t
gender_by_evidence(const Evidence *evidence)
{
	int			sum = gender_of_forenames(evidence) + evidence->by_title + evidence->by_pronoun - (evidence->mans_post ? GENDER_BY_FORENAME : 0);

	/* The evidence is only a pronoun or two, or the forename and a pronoun disagree. */
	if (sum == 0 || (evidence->by_title == 0 && sum > -ENOUGH && sum < ENOUGH))
		return GENDER_UNKNOWN;
	return sum > 0 ? GENDER_FEMALE : GENDER_MALE;
}

static bool
has_listed_forename(const Document *doc, const Entity *entity)
{
	uint32_t	first = doc->mentions[entity->mention].name_first;

	return entity->forename != NONE && token_has(doc, first, WC_FORENAME) && !token_has(doc, first, WC_PLACE | WC_ORG);
}

static void
judge(const Document *doc, Entity *entity, const Evidence *evidence)
{
	int			personal = (int) evidence->personal;	/* NOLINT(bugprone-signed-char-misuse,cert-str34-c): a number, no character */

	if (has_listed_forename(doc, entity))
		personal += SIGN_FORENAME;
	/* Persons and organisations speak: this decides only for a name without other evidence. */
	if (personal == 0)
		personal = evidence->speech > 0;
	/* A listed organisation or place, or an acronym, is a person only if most of its mentions say so. */
	if (personal >= SURELY_PERSON && 2 * personal >= (int) entity->mentions && entity->type != TYPE_PERSON && entity->type != TYPE_GROUP && entity->type != TYPE_DOCUMENT)
		entity->type = TYPE_PERSON;
	else if (personal < 0 && entity->type == TYPE_PERSON)
		entity->type = TYPE_UNKNOWN;
	entity->personal = (int8_t) (personal > MOST ? MOST : personal);
	if (may_be_person(entity))
		entity->gender = gender_by_evidence(evidence);
}

bool
nq_weigh_evidence(Document *doc)
{
	Witness		witness = {.doc = doc, .before = {0, NONE, NULL}, .so_far = {0, NONE, NULL}};
	size_t		bytes = (size_t) (doc->entity_count + 1) * sizeof(Evidence);
	bool		heard;

	witness.evidence = nq_arena_alloc(doc->arena, bytes);
	if (witness.evidence == NULL)
		return fail(doc, NQ_NO_MEMORY);
	memset(witness.evidence, 0, bytes);
	heard = hear_all(&witness);
	for (uint32_t e = 0; heard && e < doc->entity_count; e++)
		judge(doc, &doc->entities[e], &witness.evidence[e]);
	nq_arena_drop(doc->arena, witness.evidence);
	return heard;
}
