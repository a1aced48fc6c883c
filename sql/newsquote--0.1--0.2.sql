-- complain if script is sourced in psql, rather than via ALTER EXTENSION
\echo Use "ALTER EXTENSION newsquote UPDATE TO '0.2'" to load this file. \quit

-- Functions over one article

CREATE FUNCTION quote_speakers(
	article text,
	language text DEFAULT 'english'
) RETURNS text[]
AS 'MODULE_PATHNAME', 'quote_speakers'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION quote_speakers(text, text) IS
'who is quoted in a news article: each speaker once, in order of first quotation';

CREATE FUNCTION quotes_jsonb(
	article text,
	indirect boolean DEFAULT false,
	language text DEFAULT 'english'
) RETURNS jsonb
AS 'MODULE_PATHNAME', 'quotes_jsonb'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION quotes_jsonb(text, boolean, text) IS
'quotations in a news article: an array of objects with the columns of extract_quotes as keys';

CREATE FUNCTION highlight_quotes(
	article text,
	options text DEFAULT '',
	indirect boolean DEFAULT false,
	language text DEFAULT 'english'
) RETURNS text
AS 'MODULE_PATHNAME', 'highlight_quotes'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION highlight_quotes(text, text, boolean, text) IS
'a news article with its quotations marked; options: StartSel, StopSel, Format (text or html)';

CREATE FUNCTION speaker_key(name text) RETURNS text
AS 'MODULE_PATHNAME', 'speaker_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 10;

COMMENT ON FUNCTION speaker_key(text) IS
'one key for the ways in which a name is printed: without case, accents, titles, suffixes and middle initials; it knows the print, not the person';
