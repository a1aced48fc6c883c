--
-- Defaults, NULLs and arrays.
--
CREATE EXTENSION newsquote;

CREATE TABLE article (body text);
INSERT INTO article VALUES
('“The valve was never closed,” said Clara Brandt, an engineer. She said that the report came too late.');

-- the common call
SELECT speaker, quote, "position", kind, cue FROM article, extract_quotes(body);

-- named notation, and reported speech as well
SELECT speaker, quote, "position", kind, cue, mention
FROM article, extract_quotes(body, indirect => true);

-- no article: no rows, in FROM and in the select list
SELECT * FROM extract_quotes(NULL);
SELECT extract_quotes(NULL);
SELECT * FROM extract_quotes('');
SELECT count(*) FROM extract_quotes('Nobody said anything.');

-- any other NULL is the default
SELECT count(*) AS different FROM article,
	LATERAL (SELECT * FROM extract_quotes(body, NULL, NULL, NULL, NULL)
			 EXCEPT SELECT * FROM extract_quotes(body)) AS x;
SELECT count(*) FROM article, extract_quotes(body, NULL, NULL, NULL, NULL);

-- arrays: empty, with NULLs, of more than one dimension, with other bounds
SELECT count(*) FROM article, extract_quotes(body, cues => '{}', patterns => '{}');
SELECT count(*) FROM article, extract_quotes(body, cues => '{NULL}', patterns => '{NULL,NULL}');
SELECT count(*) FROM article, extract_quotes(body, cues => '{quip,NULL,thunder}');
SELECT count(*) FROM article, extract_quotes(body, cues => '{{quip,thunder},{gush,muse}}');
SELECT count(*) FROM article, extract_quotes(body, cues => '[3:4]={quip,thunder}');

-- in the select list, with other set-returning functions, and beside itself
SELECT (extract_quotes(body)).speaker FROM article;
SELECT (q).quote FROM (SELECT extract_quotes(body) AS q FROM article) AS s;
SELECT a.speaker, b.n FROM article,
	ROWS FROM (extract_quotes(body), generate_series(1, 2)) WITH ORDINALITY
	AS a(speaker, quote, "position", kind, cue, mention, mention_position, utterance, confidence, n, ord),
	LATERAL (SELECT count(*) AS n FROM extract_quotes(a.quote)) AS b;

-- values that are stored out of line or compressed
CREATE TABLE long_article (body text);
INSERT INTO long_article
SELECT repeat('“The valve was never closed,” said Clara Brandt, an engineer.' || E'\n', 2000);
SELECT count(*), min(length(quote)), max(length(quote)), bool_and(substr(body, "position", length(quote)) = quote)
FROM long_article, extract_quotes(body);
SELECT count(*) FROM long_article, extract_quotes(substr(body, 1, 59));

DROP TABLE article, long_article;
DROP EXTENSION newsquote;
