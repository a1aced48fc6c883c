-- Functions over one article
--
-- Part of the install script and of the upgrade script (see the Makefile).  "CREATE OR REPLACE" is for
-- what version 0.2 has in the same form; what is new says "CREATE", which never takes over an object
-- that a user has put there.

-- An article of 5 kB takes some 300 microseconds and holds about ten quotations.
CREATE FUNCTION @extschema@.extract_quotes(
	article pg_catalog.text,
	indirect pg_catalog.bool DEFAULT false,
	language pg_catalog.text DEFAULT 'english',
	cues pg_catalog.text[] DEFAULT NULL,
	patterns pg_catalog.text[] DEFAULT NULL
) RETURNS TABLE (
	speaker pg_catalog.text,
	quote pg_catalog.text,
	"position" pg_catalog.int4,
	kind @extschema@.quote_kind,
	cue pg_catalog.text,
	mention pg_catalog.text,
	mention_position pg_catalog.int4,
	utterance pg_catalog.int4,
	confidence pg_catalog.float4,
	speaker_type @extschema@.speaker_type,
	speaker_named pg_catalog.bool,
	speaker_gender pg_catalog.text,
	speaker_role pg_catalog.text,
	asserted pg_catalog.bool
)
AS 'MODULE_PATHNAME', 'extract_quotes'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000 ROWS 10;

COMMENT ON FUNCTION @extschema@.extract_quotes(pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.text[], pg_catalog.text[]) IS
'quotations in a news article: the words, their position, and who says them';

CREATE FUNCTION @extschema@.quote_speakers(
	article pg_catalog.text,
	language pg_catalog.text DEFAULT 'english',
	cues pg_catalog.text[] DEFAULT NULL,
	patterns pg_catalog.text[] DEFAULT NULL
) RETURNS pg_catalog.text[]
AS 'MODULE_PATHNAME', 'quote_speakers'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION @extschema@.quote_speakers(pg_catalog.text, pg_catalog.text, pg_catalog.text[], pg_catalog.text[]) IS
'speakers quoted in a news article, each once, in order of first quotation; joint speakers are listed separately';

CREATE FUNCTION @extschema@.quotes_jsonb(
	article pg_catalog.text,
	indirect pg_catalog.bool DEFAULT false,
	language pg_catalog.text DEFAULT 'english',
	cues pg_catalog.text[] DEFAULT NULL,
	patterns pg_catalog.text[] DEFAULT NULL
) RETURNS pg_catalog.jsonb
AS 'MODULE_PATHNAME', 'quotes_jsonb'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION @extschema@.quotes_jsonb(pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.text[], pg_catalog.text[]) IS
'quotations in a news article: an array of objects with the columns of extract_quotes as keys';

CREATE FUNCTION @extschema@.quote_candidates(
	article pg_catalog.text,
	language pg_catalog.text DEFAULT 'english'
) RETURNS TABLE (
	"position" pg_catalog.int4,
	rank pg_catalog.int4,
	speaker pg_catalog.text,
	mention pg_catalog.text,
	probability pg_catalog.float4
)
AS 'MODULE_PATHNAME', 'quote_candidates'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000 ROWS 20;

COMMENT ON FUNCTION @extschema@.quote_candidates(pg_catalog.text, pg_catalog.text) IS
'possible speakers of each quotation in a news article, most likely first, with the words that refer to them';

CREATE FUNCTION @extschema@.highlight_quotes(
	article pg_catalog.text,
	options pg_catalog.text DEFAULT '',
	indirect pg_catalog.bool DEFAULT false,
	language pg_catalog.text DEFAULT 'english',
	cues pg_catalog.text[] DEFAULT NULL,
	patterns pg_catalog.text[] DEFAULT NULL
) RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'highlight_quotes'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION @extschema@.highlight_quotes(pg_catalog.text, pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.text[], pg_catalog.text[]) IS
'a news article with its quotations marked; options: StartSel, StopSel, Format (text or html)';

CREATE OR REPLACE FUNCTION @extschema@.speaker_key(name pg_catalog.text) RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'speaker_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 10;

COMMENT ON FUNCTION @extschema@.speaker_key(pg_catalog.text) IS
'one key for all spellings of a name: without case, accents and titles, with the full form of a short forename; it identifies the name, not the person';

CREATE FUNCTION @extschema@.plain_quote(quote pg_catalog.text) RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'plain_quote'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 10;

COMMENT ON FUNCTION @extschema@.plain_quote(pg_catalog.text) IS
'a quotation as a reader sees it: without tags, with entities resolved, on one line; for display, search and comparison';

CREATE FUNCTION @extschema@.article_language(article pg_catalog.text) RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'article_language'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 100;

COMMENT ON FUNCTION @extschema@.article_language(pg_catalog.text) IS
'language of a news article: english, french, german or spanish; NULL when in doubt';

CREATE FUNCTION @extschema@.quote_key(quote pg_catalog.text) RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'quote_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 20;

COMMENT ON FUNCTION @extschema@.quote_key(pg_catalog.text) IS
'one key for all prints of the same words: ignores marks, case, accents, punctuation, tags and entities';

CREATE FUNCTION @extschema@.quote_bands(quote pg_catalog.text) RETURNS pg_catalog.int4[]
AS 'MODULE_PATHNAME', 'quote_bands'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 100;

COMMENT ON FUNCTION @extschema@.quote_bands(pg_catalog.text) IS
'16 numbers, at least one of which near reprints of a quotation usually share';

CREATE FUNCTION @extschema@.quote_similarity(a pg_catalog.text, b pg_catalog.text) RETURNS pg_catalog.float4
AS 'MODULE_PATHNAME', 'quote_similarity'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 100;

COMMENT ON FUNCTION @extschema@.quote_similarity(pg_catalog.text, pg_catalog.text) IS
'share of three-word sequences that two quotations have in common, from 0 to 1';

CREATE OR REPLACE FUNCTION @extschema@.newsquote_version() RETURNS pg_catalog.text
AS 'MODULE_PATHNAME', 'newsquote_version'
LANGUAGE C STABLE PARALLEL SAFE;

COMMENT ON FUNCTION @extschema@.newsquote_version() IS
'version of the loaded engine';
