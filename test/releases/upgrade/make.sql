-- newsquote wherever it can be used: an index, a generated column, views, a column of its type,
-- and, where this version has them, quote_speakers and a tracked table.
CREATE EXTENSION newsquote;

CREATE FUNCTION speakers(body text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(DISTINCT speaker) FROM public.extract_quotes(body) $$;

CREATE TABLE articles (
	id integer PRIMARY KEY,
	body text,
	voices text[] GENERATED ALWAYS AS (speakers(body)) STORED
);
INSERT INTO articles
SELECT i, format('“Line %s is closed,” said %s Brandt. “Nobody knows why,” she added.', i,
				 (ARRAY['Clara', 'Ines'])[1 + i % 2])
FROM generate_series(1, 500) AS i;
CREATE INDEX articles_by_speaker ON articles USING gin (speakers(body));
CREATE VIEW said AS SELECT id, q.* FROM articles, extract_quotes(body) AS q;
CREATE MATERIALIZED VIEW said_then AS SELECT * FROM said;
CREATE INDEX said_then_kind ON said_then (kind);

SELECT EXISTS (SELECT FROM pg_proc WHERE proname = 'quote_speakers') AS has_speakers,
	EXISTS (SELECT FROM pg_proc WHERE proname = 'track_quotes') AS has_tracking \gset
\if :has_speakers
ALTER TABLE articles ADD quoted text[] GENERATED ALWAYS AS (quote_speakers(body)) STORED;
CREATE INDEX articles_by_quoted ON articles USING gin (quote_speakers(body));
\endif
\if :has_tracking
CALL track_quotes('articles', 'body', target => 'quotes');
\endif
