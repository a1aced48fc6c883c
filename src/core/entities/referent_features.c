/*
 * referent_features.c
 *	  The features of an antecedent as the referent of a pronoun or description.
 *
 * Takes a mention, its antecedents and the last speaker; adds the REFERENT features of model/features.def that
 * hold for one of them.  The salience of an antecedent follows Lappin and Leass (An Algorithm for Pronominal
 * Anaphora Resolution, 1994): recency, subjecthood, frequency, and the last speaker.  Nothing is decided here.
 */
#include "core/entities/referent_features.h"

#include "core/entities/described.h"
#include "core/entities/name_words.h"
#include "core/entities/referent_contexts.h"
#include "core/lexical/word_properties.h"

static void
add_reporter_features(const Antecedents *antecedents, uint32_t referent, FeatureSet *set)
{
	for (uint32_t back = 0; back < REPORTERS_BACK; back++)
		if (antecedents->reporters[back] != NONE)
			nq_add_feature(set, antecedents->reporters[back] == referent ? REFERENT_CUE_SUBJECT + back : REFERENT_CUE_OTHER + back,
						   true);
}

static bool
is_subordinate(const Document *doc, const Mention *pronoun)
{
	return pronoun->first > 0 && (token_has(doc, pronoun->first - 1, WC_WH | WC_SUBORD | WC_RELATIVE) ||
								  token_does(doc, pronoun->first - 1, FN_COMPLEMENTISER));
}

/* "A-t-il dit": whether a pronoun follows its verb and a hyphen.  It is seldom named in the sentence that it reports. */
static bool
is_joined(const Document *doc, const Mention *pronoun)
{
	return doc->language->tokens->inversions.count > 0 && pronoun->kind == MENTION_PRONOUN && pronoun->first > 0 &&
		(token_at(doc, pronoun->first)->flags & TOKEN_SPACE) == 0 && token_has(doc, pronoun->first, WC_SUBJECT) &&
		is_word(doc, pronoun->first - 1);
}

static void
add_position_features(const Document *doc, const Mention *pronoun, uint32_t latest, FeatureSet *set)
{
	const Mention *mention = &doc->mentions[latest];
	uint32_t	back = pronoun->sentence - mention->sentence;
	uint32_t	paragraph = doc->sentences[pronoun->sentence].paragraph;
	uint32_t	its_paragraph = doc->sentences[mention->sentence].paragraph;
	bool		subject = nq_may_be_subject(doc, latest);

	if (back > 4)
		back = 4;
	nq_add_feature(set, REFERENT_BACK + back, true);
	nq_add_feature(set, REFERENT_SUBJECT + back, subject);
	nq_add_feature(set, REFERENT_JOINED + (back < 2 ? back : 2), is_joined(doc, pronoun));
	nq_add_feature(set, REFERENT_SUBORDINATE, back == 0 && subject && is_subordinate(doc, pronoun));
	nq_add_feature(set, REFERENT_OWN_CLAUSE, back == 0);
	nq_add_feature(set, REFERENT_SAME_PARAGRAPH, paragraph == its_paragraph);
	nq_add_feature(set, REFERENT_PREVIOUS_PARAGRAPH, paragraph == its_paragraph + 1);
	nq_add_feature(set, REFERENT_NEW_PARAGRAPH_SUBJECT, subject && paragraph == its_paragraph &&
				   doc->paragraphs[paragraph].first_sentence == mention->sentence);
	nq_add_feature(set, REFERENT_HEADLINE, doc->sentences[mention->sentence].title_case);
}

static bool
has_clitic(const Document *doc, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (token_at(doc, i)->kind == TOKEN_CLITIC)
			return true;
	return false;
}

/* Adds features for a description that introduces a new person. */
static void
add_own_features(const Document *doc, const Mention *mention, uint32_t others, FeatureSet *set)
{
	uint64_t	role = classes_at(doc, mention->head);
	bool		possessed = token_has(doc, mention->first, WC_POSSESSIVE) || has_clitic(doc, mention->first, mention->head);

	nq_add_feature(set, REFERENT_ITSELF, true);
	nq_add_feature(set, REFERENT_ITSELF_POSSESSED, possessed);
	nq_add_feature(set, REFERENT_ITSELF_THE, !possessed && mention->head <= mention->first + 1);
	nq_add_feature(set, REFERENT_ITSELF_DEMONSTRATIVE, token_does(doc, mention->first, FN_DEMONSTRATIVE));
	nq_add_feature(set, REFERENT_ITSELF_MODIFIED, !possessed && mention->head > mention->first + 1);
	nq_add_feature(set, REFERENT_ITSELF_EXTENDED, mention->last > mention->head + 1);
	nq_add_feature(set, REFERENT_ITSELF_OFFICE, (role & WC_OFFICE) != 0);
	nq_add_feature(set, REFERENT_ITSELF_SPOKES, (role & WC_SPOKES) != 0);
	nq_add_feature(set, REFERENT_ITSELF_KIN, (role & WC_KIN) != 0);
	nq_add_feature(set, REFERENT_ITSELF_ALONE, others == 0);
}

void
nq_referent_features(const Document *doc, uint32_t number, LastSpeaker last,
					 const Antecedents *antecedents, uint32_t which, FeatureSet *set)
{
	const Mention *pronoun = &doc->mentions[number];
	const Antecedent *who = &antecedents->who[which];
	const Mention *latest = &doc->mentions[who->latest];
	uint32_t	times = nq_times_named(doc, who->referent);
	bool		spoke_last = last.mention != NONE && nq_named(doc, last.mention) == who->referent;

	nq_clear_features(set);
	if (who->referent == number)
	{
		add_own_features(doc, pronoun, antecedents->count - 1, set);
		nq_referent_contexts(doc, number, antecedents, which, set);
		return;
	}
	add_position_features(doc, pronoun, who->latest, set);
	add_reporter_features(antecedents, who->referent, set);
	nq_add_feature(set, REFERENT_PRONOUN, latest->kind == MENTION_PRONOUN);
	nq_add_feature(set, REFERENT_SAME_HEAD, pronoun->kind == MENTION_NOMINAL && latest->kind == MENTION_NOMINAL &&
				   nq_same_word(doc, pronoun->head, latest->head));
	if (pronoun->kind == MENTION_NOMINAL)
	{
		bool		bears = nq_came_with_role(doc, number, who);
		bool		shares = nq_shares_modifier(doc, pronoun, who);

		nq_add_feature(set, REFERENT_BEARS_ROLE, bears);
		nq_add_feature(set, REFERENT_BEARS_ROLE_THE, bears && pronoun->head == pronoun->first + 1);
		nq_add_feature(set, REFERENT_SHARES_MODIFIER, shares);
		nq_add_feature(set, REFERENT_FULLER, latest->kind == MENTION_NOMINAL && latest->last - latest->first > pronoun->last - pronoun->first);
	}
	nq_add_feature(set, REFERENT_QUOTED, who->quoted);
	nq_add_feature(set, REFERENT_NEAREST, which == 0);
	nq_add_feature(set, REFERENT_LAST_SUBJECT, which == antecedents->last_subject);
	nq_add_feature(set, REFERENT_FIRST, which + 1 == antecedents->count);
	nq_add_feature(set, REFERENT_MOST, times == antecedents->most);
	nq_add_feature(set, REFERENT_POSSESSIVE, latest->possessive);
	nq_add_feature(set, REFERENT_CONTAINED, latest->nested);
	nq_add_feature(set, REFERENT_AFTER_PREPOSITION, follows_preposition(doc, latest));
	nq_add_feature(set, REFERENT_INSIDE, latest->inside != NONE);
	nq_add_feature(set, REFERENT_NAME, latest->kind == MENTION_NAME);
	nq_add_feature(set, REFERENT_NOMINAL, latest->kind == MENTION_NOMINAL || latest->kind == MENTION_CONJOINED);
	nq_add_feature(set, REFERENT_PERSON, latest->entity != NONE && doc->entities[latest->entity].type == TYPE_PERSON);
	nq_add_feature(set, REFERENT_GENDER, pronoun->gender != GENDER_UNKNOWN && nq_bearer_gender(doc, latest) == pronoun->gender);
	nq_add_feature(set, REFERENT_FULL_NAME, latest->name_last > latest->name_first + 1);
	nq_add_feature(set, REFERENT_ROLE, latest->role != NONE);
	nq_add_feature(set, REFERENT_COUNT + (times <= 2 ? times - 1 : times <= 5 ? 2 : times <= 10 ? 3 : 4), true);
	nq_add_feature(set, REFERENT_RECENT + (who->recent <= 3 ? who->recent - 1 : 3), true);
	nq_add_feature(set, REFERENT_SPOKE_NEVER, last.mention != NONE && !spoke_last);
	if (spoke_last)
	{
		uint32_t	paragraph = doc->sentences[pronoun->sentence].paragraph;
		uint32_t	its_paragraph = doc->sentences[last.sentence].paragraph;

		nq_add_feature(set, REFERENT_SPOKE_LAST + (last.sentence == pronoun->sentence ? WHERE_SENTENCE : paragraph == its_paragraph ? WHERE_PARAGRAPH :
												   paragraph == its_paragraph + 1 ? WHERE_PREVIOUS : WHERE_EARLIER), true);
	}
	nq_referent_contexts(doc, number, antecedents, which, set);
}
