-- Each line ends in t: what was there is right, and new rows go where they belong.
SELECT EXISTS (SELECT FROM pg_proc WHERE proname = 'quote_speakers') AS has_speakers,
	EXISTS (SELECT FROM pg_proc WHERE proname = 'track_quotes') AS has_tracking \gset
\if :has_tracking
SELECT count(*) AS quotes_before FROM quotes \gset
\endif

SELECT 'the generated column is what the function gives', bool_and(voices = speakers(body)) FROM articles;
SELECT 'the materialized view is the view', NOT EXISTS (TABLE said EXCEPT TABLE said_then);
INSERT INTO articles VALUES (501, '“The tunnel is wet,” said Otto Lund.');
SELECT 'a new row has its generated column', voices = '{Otto Lund}' FROM articles WHERE id = 501;
REFRESH MATERIALIZED VIEW said_then;
SELECT 'the materialized view takes it in', count(*) = 1 FROM said_then WHERE speaker = 'Otto Lund' AND kind = 'direct';

SET enable_seqscan = off;
SELECT 'old rows are found by the index', count(*) = 250 FROM articles WHERE speakers(body) @> '{Ines Brandt}';
SELECT 'new rows are found by the index', array_agg(id) = '{501}' FROM articles WHERE speakers(body) @> '{Otto Lund}';

\if :has_speakers
SELECT 'quote_speakers in a column', bool_and(quoted = quote_speakers(body)) FROM articles;
SELECT 'quote_speakers in an index, old rows', count(*) = 250 FROM articles WHERE quote_speakers(body) @> '{Ines Brandt}';
SELECT 'quote_speakers in an index, new rows', array_agg(id) = '{501}' FROM articles WHERE quote_speakers(body) @> '{Otto Lund}';
\endif
\if :has_tracking
SELECT 'the tracked table takes in a new row', count(*) = :quotes_before + 1 FROM quotes;
DELETE FROM articles WHERE id = 501;
SELECT 'and loses it', count(*) = :quotes_before FROM quotes;
\endif
