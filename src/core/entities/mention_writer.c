/*
 * mention_writer.c
 *	  The array of mentions: see mention_writer.h.
 */
#include "core/entities/mention_writer.h"

#include "core/base/bounds.h"

/* Marks the mentions nested in the newest one, or the newest one if it is nested. */
void
nq_mark_contained(Document *doc, uint32_t this)
{
	Mention    *mention = &doc->mentions[this];

	for (uint32_t k = this; k-- > 0 && k + LEFT_REACH > this;)
	{
		Mention    *other = &doc->mentions[k];

		if (other->inside != mention->inside)
			break;
		if (other->first >= mention->first && other->last <= mention->last)
			other->nested = true;
		else if (other->last > mention->first)
			mention->nested = true;
	}
}

/* Makes room for the mentions of one token, at most three: a name, the body before its role, and a conjunction of it and the name before it. */
bool
nq_reserve_mentions(Walk *walk)
{
	Document   *doc = walk->doc;

	if (!nq_reserve_several(doc->arena, (void **) &doc->mentions, &walk->capacity, doc->mention_count, 3, sizeof(Mention)))
		return fail(doc, NQ_NO_MEMORY);
	return true;
}

/* Requires room: see nq_reserve_mentions(). */
Mention *
nq_put_mention(Walk *walk, MentionKind kind, uint32_t first, uint32_t last, uint32_t head)
{
	Document   *doc = walk->doc;
	uint32_t	this = doc->mention_count++;
	Mention    *mention = &doc->mentions[this];
	uint32_t	reach = walk->reach;

	*mention = (Mention) {
		.first = first, .last = last, .head = head,
		.name_first = last, .name_last = last,
		.sentence = walk->sentence, .inside = walk->within,
		.entity = NONE, .role = NONE,
		.kind = (uint8_t) kind, .person = 3
	};
	walk->reach = last > reach ? last : reach;
	/* Most mentions begin after all earlier ones. */
	if (first < reach)
		nq_mark_contained(doc, this);
	return mention;
}
