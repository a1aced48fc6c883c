--
-- Where the function may stand: indexes, views, generated columns, parallel plans.
--
CREATE EXTENSION newsquote;

-- with its schema: from 17 on, an index is built with an empty search_path
CREATE FUNCTION speakers(body text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(DISTINCT speaker) FROM public.extract_quotes(body) $$;

CREATE TABLE article (
	id integer,
	body text,
	voices text[] GENERATED ALWAYS AS (speakers(body)) STORED
);
INSERT INTO article
SELECT i, format('“Line %s is closed,” said %s Brandt. “Nobody knows why,” %s.', i,
				 (ARRAY['Clara', 'Otto', 'Ines'])[1 + i % 3],
				 CASE WHEN i % 3 = 1 THEN 'he added' ELSE 'she added' END)
FROM generate_series(1, 3000) AS i;
CREATE INDEX ON article USING gin (speakers(body));
ANALYZE article;

SELECT voices, count(*) FROM article GROUP BY voices ORDER BY voices;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM article WHERE speakers(body) @> '{Otto Brandt}';
SELECT count(*) FROM article WHERE speakers(body) @> '{Otto Brandt}';
RESET enable_seqscan;

CREATE MATERIALIZED VIEW quotation AS
SELECT id, q.* FROM article, extract_quotes(body) AS q;
CREATE INDEX ON quotation (speaker);
SELECT speaker, kind, count(*) FROM quotation GROUP BY speaker, kind ORDER BY speaker, kind;
REFRESH MATERIALIZED VIEW quotation;
SELECT count(*) FROM quotation;

-- a parallel plan gives the same rows
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF)
SELECT count(*), sum("position"), sum(utterance) FROM article, extract_quotes(body);
CREATE TEMP TABLE in_parallel AS
SELECT count(*), sum("position") AS positions, sum(hashtext(speaker || quote)::bigint) AS words FROM article, extract_quotes(body);
SET max_parallel_workers_per_gather = 0;
SELECT count(*), sum("position") AS positions, sum(hashtext(speaker || quote)::bigint) AS words FROM article, extract_quotes(body)
EXCEPT SELECT * FROM in_parallel;

-- a cursor goes back and forth
BEGIN;
CREATE TABLE lines (body text);
INSERT INTO lines VALUES ('“One,” said Clara Brandt. “Two,” said Otto Brandt. “Three,” said Ines Brandt.');
DECLARE c SCROLL CURSOR FOR SELECT "position" FROM lines, extract_quotes(body);
FETCH ALL FROM c;
FETCH BACKWARD 2 FROM c;
ROLLBACK;

-- SQL and PL/pgSQL functions, and rows that are not all fetched
DO $$
DECLARE
	q record;
BEGIN
	FOR q IN SELECT id, e.quote FROM article, extract_quotes(body) AS e LOOP
		EXIT WHEN q.id = 3;
	END LOOP;
END
$$;
SELECT id, (SELECT quote FROM extract_quotes(body) LIMIT 1) FROM article ORDER BY id LIMIT 2;

DROP TABLE article CASCADE;
DROP FUNCTION speakers(text);
DROP EXTENSION newsquote;
