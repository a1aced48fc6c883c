/*
 * text_list.h
 *	  Short lists of strings that the rules of a language use: endings, clitics.
 */
#ifndef NQ_TEXT_LIST_H
#define NQ_TEXT_LIST_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct ListedText
{
	const char *text;			/* in lower case */
	uint32_t	length;
} ListedText;

typedef struct TextList
{
	const ListedText *texts;
	uint32_t	count;
} TextList;

/* The number, from 1, of the first listed text that is a suffix of the length bytes before end; 0 if there is none. */
static inline uint32_t
nq_find_ending(const TextList *list, const char *end, uint32_t length)
{
	for (uint32_t i = 0; i < list->count; i++)
	{
		const ListedText *listed = &list->texts[i];

		if (listed->length <= length && memcmp(end - listed->length, listed->text, listed->length) == 0)
			return i + 1;
	}
	return 0;
}

/* Is the text in the list, in exactly this case? */
static inline bool
nq_has_text(const TextList *list, const char *text, uint32_t length)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->texts[i].length == length && memcmp(list->texts[i].text, text, length) == 0)
			return true;
	return false;
}

/* Is a text of ASCII letters in the list, in any case? */
static inline bool
nq_has_letters(const TextList *list, const char *text, uint32_t length)
{
	for (uint32_t i = 0; i < list->count; i++)
	{
		uint32_t	k = 0;

		while (k < length && list->texts[i].length == length && (text[k] | 0x20) == list->texts[i].text[k])
			k++;
		if (k == length && list->texts[i].length == length)
			return true;
	}
	return false;
}

#endif							/* NQ_TEXT_LIST_H */
