-- The demo on the project's own articles.
\o
SELECT count(*) AS articles, min(published) AS "from", max(published) AS "to", count(DISTINCT outlet) AS outlets,
	pg_size_pretty(sum(octet_length(body))) AS size
FROM articles;

\echo Who says what in an article, and where?
\set ECHO queries
SELECT speaker, short(quote) AS quote, position
FROM articles, extract_quotes(body)
WHERE id = 1;
\set ECHO none

\echo Whose voices does each outlet print?  (reported speech counted as well)
\set ECHO queries
SELECT outlet, speaker, quotations, indirect
FROM (SELECT outlet, speaker, count(*) AS quotations, count(*) FILTER (WHERE kind = 'indirect') AS indirect,
		row_number() OVER (PARTITION BY outlet ORDER BY count(*) DESC, speaker) AS place
	FROM articles, extract_quotes(body, indirect => true)
	WHERE speaker IS NOT NULL
	GROUP BY outlet, speaker) AS voice
WHERE place <= 3
ORDER BY outlet, place;
\set ECHO none

\echo Where the article says only "he", "she" or "they":
\set ECHO queries
SELECT mention, speaker, short(quote) AS quote, round(confidence::numeric, 2) AS confidence
FROM articles, extract_quotes(body)
WHERE mention IN ('He', 'he', 'She', 'she', 'They', 'they')
ORDER BY id, position
LIMIT 8;
\set ECHO none
