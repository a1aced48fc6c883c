-- complain if script is sourced in psql, rather than via CREATE EXTENSION
\echo Use "CREATE EXTENSION newsquote" to load this file. \quit

CREATE TYPE quote_kind AS ENUM ('direct', 'mixed', 'indirect');

COMMENT ON TYPE quote_kind IS
'direct: the marked words are all that is reported; mixed: marked words within the reporter''s own clause; indirect: reported speech outside quotation marks';

-- An article of 5 kB takes about 50 microseconds and holds some ten quotations.
CREATE FUNCTION extract_quotes(
	article text,
	indirect boolean DEFAULT false,
	language text DEFAULT 'english',
	cues text[] DEFAULT NULL,
	patterns text[] DEFAULT NULL
) RETURNS TABLE (
	speaker text,
	quote text,
	"position" integer,
	kind quote_kind,
	cue text,
	mention text,
	mention_position integer,
	utterance integer,
	confidence real
)
AS 'MODULE_PATHNAME', 'extract_quotes'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000 ROWS 10;

COMMENT ON FUNCTION extract_quotes(text, boolean, text, text[], text[]) IS
'quotations in a news article: the words, their position, and who says them';
