-- The demo on an article of the user's.
\o
\set ECHO queries
SELECT speaker, short(quote) AS quote, position, kind
FROM articles, extract_quotes(body);

SELECT speaker, count(*) AS quotations
FROM articles, extract_quotes(body, indirect => true)
GROUP BY speaker
ORDER BY quotations DESC, speaker;
