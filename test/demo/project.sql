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
SELECT speaker, count(*) AS quotations, count(*) FILTER (WHERE kind = 'indirect') AS indirect,
	sum(array_length(regexp_split_to_array(quote, '\s+'), 1)) AS words,
	string_agg(DISTINCT outlet, ', ') AS outlets
FROM articles, extract_quotes(body, indirect => true)
WHERE speaker IS NOT NULL
GROUP BY speaker
ORDER BY quotations DESC, words DESC, speaker
LIMIT 15;
\set ECHO none

\echo Where the article says only "he", "she" or "they":
\set ECHO queries
SELECT mention, speaker, short(quote) AS quote, round(confidence::numeric, 2) AS confidence
FROM articles, extract_quotes(body)
WHERE mention IN ('He', 'he', 'She', 'she', 'They', 'they')
ORDER BY id, position
LIMIT 10;
\set ECHO none
