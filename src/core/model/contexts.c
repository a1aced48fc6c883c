/*
 * contexts.c
 *	  Hashes of contexts: see contexts.h.
 */
#include "core/model/contexts.h"

#include <string.h>

static inline unsigned char
lower(unsigned char byte)
{
	return byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
}

/* Replaces the separators of the text form: blanks between contexts and "_" between symbols. */
static inline unsigned char
safe(unsigned char byte)
{
	return byte <= ' ' || byte == '_' ? '~' : byte;
}

Symbol
nq_named_symbol(const char *name)
{
	uint32_t	hash = CONTEXT_BASIS;
	uint32_t	length = 0;

	for (; name[length] != '\0'; length++)
		hash = nq_mix_context(hash, (unsigned char) name[length]);
	return (Symbol) {name, length, hash, false};
}

Symbol
nq_word_symbol(const char *text, uint32_t length)
{
	uint32_t	hash = CONTEXT_BASIS;

	for (uint32_t i = 0; i < length; i++)
		hash = nq_mix_context(hash, safe(lower((unsigned char) text[i])));
	return (Symbol) {text, length, hash, true};
}

static void
put_text(ContextTexts *texts, char before, Symbol symbol)
{
	if (texts->length + symbol.length + 2 > sizeof(texts->text))
		return;
	if (before != '\0')
		texts->text[texts->length++] = before;
	for (uint32_t i = 0; i < symbol.length; i++)
	{
		unsigned char byte = (unsigned char) symbol.text[i];

		texts->text[texts->length++] = (char) (symbol.is_word ? safe(lower(byte)) : byte);
	}
}

Context
nq_begin_context(FeatureSet *set, ContextTexts *texts, Symbol place)
{
	if (texts != NULL)
		put_text(texts, texts->length > 0 ? ' ' : '\0', place);
	return (Context) {set, texts, nq_mix_context(CONTEXT_BASIS, place.hash), 0};
}

void
nq_add_symbol(Context *context, Symbol symbol)
{
	context->hash = nq_mix_context(context->hash, symbol.hash);
	if (context->texts != NULL)
		put_text(context->texts, context->symbols == 0 ? ':' : '_', symbol);
	context->symbols++;
}

void
nq_end_context(Context *context)
{
	nq_put_context(context->set, context->hash);
}

void
nq_add_context_with_text(FeatureSet *set, ContextTexts *texts, Symbol place, uint32_t count, const Symbol *symbols)
{
	Context		context = nq_begin_context(set, texts, place);

	for (uint32_t i = 0; i < count; i++)
		nq_add_symbol(&context, symbols[i]);
	nq_end_context(&context);
}
