--
-- quote_key, quote_bands, quote_similarity: the same words, printed again.
--
CREATE EXTENSION newsquote;

-- one key for prints of the same words
SELECT quote_key(printed), count(*) FROM unnest(ARRAY[
	'The valve wasn’t closed.', 'the valve wasn''t closed', '“The valve wasn`t closed”', 'The valve   wasn&rsquo;t' || E'\n' || 'closed',
	'The <b>valve</b> wasn&#8217;t closed,', 'THE VALVE WASN´T CLOSED!', '… the valve wasn''t – closed',
	'Señor Núñez: “¡No!”', 'SENOR NUNEZ no', 'Sen' || U&'\0303' || 'or Nu' || U&'\0301' || 'nez, no',
	'Вентиль закрыт', 'ВЕНТИЛЬ, закрыт!', '阀门 关了', '阀门关了。']) AS printed GROUP BY 1 ORDER BY quote_key(printed) COLLATE "C";
-- what tells words apart stays
SELECT count(DISTINCT quote_key(printed)) FROM unnest(ARRAY['3 valves', '4 valves', 'valves', 'no valves']) AS printed;
SELECT printed, quote_key(printed), quote_bands(printed) FROM unnest(ARRAY['', ' ', '…', '''', '&nbsp;', '<b></b>']) AS printed;

-- near reprints have a band in common
CREATE TABLE print (id integer, quote text);
INSERT INTO print VALUES
(1, 'We will open the valve on Monday, and nobody in this harbour will have to carry water up the hill again.'),
(2, '“We will open the valve on Monday and nobody in this harbour will have to carry water up the hill again”'),
(3, 'We will open the valve on Tuesday, and nobody in this harbour will have to carry water up the hill again.'),
(4, 'Nobody has asked the harbour office how much water there is.'),
(5, 'Never again'), (6, 'never again!'), (7, 'Never'), (8, '…');
SELECT a.id, b.id, round(quote_similarity(a.quote, b.quote)::numeric, 2) AS similarity, quote_bands(a.quote) && quote_bands(b.quote) AS banded
FROM print AS a JOIN print AS b ON a.id < b.id AND (quote_similarity(a.quote, b.quote) > 0 OR quote_bands(a.quote) && quote_bands(b.quote))
ORDER BY 1, 2;
SELECT id, cardinality(quote_bands(quote)) AS bands, quote_similarity(quote, quote) AS itself FROM print ORDER BY id;
-- a part of a long quotation is not like it
SELECT quote_similarity(quote, 'carry water up the hill') < 0.2 AS part FROM print WHERE id = 1;
SELECT quote_key(NULL) IS NULL, quote_bands(NULL) IS NULL, quote_similarity(NULL, 'x') IS NULL, quote_similarity('x', NULL) IS NULL;
-- bands may be stored: they are the same everywhere and in every version
SELECT quote_bands('We will open the valve on Monday.');

-- by an index
CREATE INDEX print_bands ON print USING gin (quote_bands(quote));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM print WHERE quote_bands(quote) && quote_bands('We will open the valve on Monday, and nobody in this harbour.');
SELECT id FROM print WHERE quote_bands(quote) && quote_bands('never AGAIN') ORDER BY id;
RESET enable_seqscan;
SELECT proname, provolatile, proparallel, proisstrict FROM pg_proc WHERE proname LIKE 'quote\_%' AND pronamespace = 'public'::regnamespace
	AND proname IN ('quote_key', 'quote_bands', 'quote_similarity') ORDER BY 1;

DROP TABLE print;
DROP EXTENSION newsquote;
