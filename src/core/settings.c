/*
 * settings.c
 *	  Settings of a call: see nq.h.
 */
#include "core/settings.h"

#include "core/lexical/word_properties.h"
#include "lang/languages.h"

#include <stdio.h>
#include <string.h>

#define DECLARE(language) NQ_DECLARE_LANGUAGE(language);
NQ_LANGUAGES(DECLARE)

#define LANGUAGE(language) &nq_##language,
static const NqLanguage *const languages[] = {NQ_LANGUAGES(LANGUAGE)};

const char *
nq_languages(void)
{
#define NAME(language) ", " #language
	static const char names[] = NQ_LANGUAGES(NAME);

	return names + strlen(", ");
}

const NqLanguage *
nq_default_language(void)
{
	return languages[0];
}

const NqLanguage *
nq_language_at(uint32_t i)
{
	return i < sizeof(languages) / sizeof(languages[0]) ? languages[i] : NULL;
}

static const NqLanguage *
find_language(NqSlice name)
{
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++)
		if (strlen(languages[i]->name) == name.length && memcmp(languages[i]->name, name.data, name.length) == 0)
			return languages[i];
	return NULL;
}

NqSlice
nq_label(NqSlice language, const char *english)
{
	const NqLanguage *found = find_language(language);
	uint32_t	length = (uint32_t) strlen(english);

	for (uint32_t i = 0; found != NULL && i < found->phrases->labels.count; i++)
	{
		const ListedText *label = &found->phrases->labels.texts[i];

		if (label->length > length + 1 && memcmp(label->text, english, length) == 0 && label->text[length] == '=')
			return (NqSlice) {label->text + length + 1, label->length - length - 1};
	}
	return (NqSlice) {english, length};
}

static NqStatus
add_cues(NqSettings *settings, const Lexicon *lexicon, const NqSlice *cues, size_t count, NqError *error)
{
	NqStatus	status = count > NQ_MAX_CUES ? NQ_LIMIT : nq_extend_lexicon(settings, lexicon, count);

	if (status == NQ_LIMIT)
		snprintf(error->message, sizeof(error->message), "too many cues: at most %d", NQ_MAX_CUES);
	for (size_t i = 0; status == NQ_OK && i < count; i++)
	{
		error->item = (uint32_t) i;
		status = settings->host.cancelled(settings->host.context) ? NQ_CANCELLED : nq_add_cue(settings, cues[i]);
	}
	return status;
}

static NqStatus
fill_settings(NqSettings *settings, const NqLanguage *language, const NqSlice *cues, size_t cue_count,
			  const NqSlice *patterns, size_t pattern_count, NqError *error)
{
	NqStatus	status;

	settings->language = language;
	settings->lexicon = language->lexicon;
	if (cue_count > 0)
	{
		status = add_cues(settings, language->lexicon, cues, cue_count, error);
		if (status != NQ_OK)
			return status;
		settings->lexicon = &settings->extended.lexicon;
	}
	settings->properties = nq_arena_alloc(&settings->arena, (size_t) settings->lexicon->set_count * 2 * sizeof(WordProperties));
	if (settings->properties == NULL || !nq_prepare_tagger(settings))
		return NQ_NO_MEMORY;
	nq_find_properties(settings->lexicon, language->phrases, settings->properties);
	return nq_compile_patterns(settings, patterns, pattern_count, error);
}

NqStatus
nq_settings_create(const NqHost *host, NqSlice language, const NqSlice *cues, size_t cue_count,
				   const NqSlice *patterns, size_t pattern_count, NqSettings **settings, NqError *error)
{
	const NqLanguage *found = find_language(language);
	NqSettings *made;

	*settings = NULL;
	memset(error, 0, sizeof(*error));
	if (found == NULL)
	{
		snprintf(error->message, sizeof(error->message), "%s", nq_languages());
		return error->status = NQ_UNKNOWN_LANGUAGE;
	}
	made = host->alloc(host->context, sizeof(NqSettings));
	if (made == NULL)
		return error->status = NQ_NO_MEMORY;
	memset(made, 0, sizeof(*made));
	made->host = *host;
	nq_arena_init(&made->arena, &made->host, 4096);
	error->status = fill_settings(made, found, cues, cue_count, patterns, pattern_count, error);
	if (error->status != NQ_OK)
	{
		nq_settings_release(made);
		return error->status;
	}
	*settings = made;
	return NQ_OK;
}

void
nq_settings_release(NqSettings *settings)
{
	NqHost		host;

	if (settings == NULL)
		return;
	host = settings->host;
	nq_release_patterns(settings);
	nq_arena_release(&settings->arena);
	host.release(host.context, settings);
}
