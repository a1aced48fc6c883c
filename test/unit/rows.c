/*
 * rows.c
 *	  Prints the rows of the articles given as arguments, one per line, to compare two builds.  A first argument
 *	  --german selects the language.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
print_rows(const NqSettings *settings, const NqHost *host, Bytes article, bool indirect)
{
	NqResult	result;
	NqError		error;

	if (nq_extract(settings, host, article.data, article.length, indirect, &result, &error) != NQ_OK)
		exit(1);
	for (size_t i = 0; i < result.count; i++)
	{
		const NqRow *row = &result.rows[i];

		printf("%u-%u at %u of %u, kind %d, cue %u-%u, mention %u-%u at %u, utterance %u, %.9g, type %d%d, gender %d, role %.*s, said %d: %.*s\n",
			   row->quote.start, row->quote.end, row->quote.start_chars, row->quote.length_chars, (int) row->kind,
			   row->cue.start, row->cue.end, row->mention.start, row->mention.end, row->mention.start_chars,
			   row->utterance, row->confidence, (int) row->speaker_type, row->speaker_named, (int) row->speaker_gender,
			   (int) row->speaker_role.length, row->speaker_role.data != NULL ? row->speaker_role.data : "", row->asserted,
			   (int) row->speaker.length,
			   row->speaker.data != NULL ? row->speaker.data : "");
	}
	nq_result_release(&result);
}

int
main(int argc, char **argv)
{
	TestHost	test;
	NqSettings *settings;
	bool		named = argc > 1 && strncmp(argv[1], "--", 2) == 0;

	host_open(&test);
	settings = named ? settings_of(&test.host, argv[1] + 2) : default_settings(&test.host);
	for (int i = 1 + named; i < argc; i++)
	{
		Bytes		article = read_file(argv[i]);

		printf("%s\n", argv[i]);
		print_rows(settings, &test.host, article, false);
		print_rows(settings, &test.host, article, true);
		free(article.data);
	}
	nq_settings_release(settings);
	return 0;
}
