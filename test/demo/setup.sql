-- What the demo's queries need: the extension and a table of articles.
\set QUIET on
\o /dev/null
SET client_min_messages = warning;
CREATE EXTENSION newsquote;

CREATE TABLE articles (
	id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	published date,
	outlet text,
	title text,
	body text
);

-- A file's text: UTF-8 with or without a byte order mark, else the Western European of old archives.
CREATE FUNCTION demo_text(file oid) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN ltrim(convert_from(lo_get(file), 'UTF8'), U&'\FEFF');
EXCEPTION WHEN character_not_in_repertoire THEN
	RETURN convert_from(lo_get(file), 'LATIN1');
END
$$;

-- The articles of the demo have the headline in the first line.
CREATE FUNCTION demo_body(file oid) RETURNS text LANGUAGE sql AS
$$ SELECT regexp_replace(demo_text(file), '^[^\n]*\n\s*', '') $$;

-- Long quotations would not fit a terminal.
CREATE FUNCTION short(quote text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN length(line) > 56 THEN left(line, 55) || '…' ELSE line END
	FROM regexp_replace(quote, '\s+', ' ', 'g') AS line
$$;
