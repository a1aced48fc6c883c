--
-- Functions over one article: speakers, JSON, marks.
--
CREATE EXTENSION newsquote;
CREATE TABLE article (id integer PRIMARY KEY, body text);
INSERT INTO article VALUES
(1, '“We are ready,” said Clara Brandt. “So are we,” said Otto van der Meer. “Good,” Brandt said.'),
(2, 'Nobody said anything.'),
(3, ''),
(4, NULL),
(5, 'Ines Okafor called the plan “a \ farce.” She said that the report came “too late” for the harbour.'),
(6, '“Who is there?” a voice asked. “Nobody,” came the answer.');

-- speakers: in order, each once; none is an empty array, no article NULL
SELECT id, quote_speakers(body) FROM article ORDER BY id;
SELECT quote_speakers('“We are ready,” said Clara Brandt.', NULL) AS default_language,
	quote_speakers(NULL, 'klingon') IS NULL AS no_article;
SELECT quote_speakers('“We are ready,” said Clara Brandt.', 'klingon');
-- somebody whom the article does not name is left out
SELECT quote_speakers('“We are ready.” “I was there,” I said.') AS i,
	(SELECT count(*) FROM extract_quotes('“I was there,” I said.') WHERE speaker IS NULL) AS rows;
-- joint speakers one by one
SELECT quote_speakers('“We are ready,” said Clara Brandt and Otto Lund. “I am,” said Otto Lund. “So are we,” said Lund and Ines Okafor.');
SELECT quote_speakers('“We are ready,” said Clara Brandt, Otto Lund and Ines Okafor.');
-- the same as from the rows
SELECT id FROM article
WHERE quote_speakers(body) IS DISTINCT FROM CASE WHEN body IS NOT NULL THEN
	ARRAY(SELECT speaker FROM extract_quotes(body) WHERE speaker IS NOT NULL
		  GROUP BY speaker ORDER BY min("position")) END;
-- many speakers
SELECT cardinality(s), s[1], s[5000]
FROM quote_speakers((SELECT string_agg(format('“We are ready,” said Clara Brandt%s.', translate(i::text, '0123456789', 'abcdefghij')), E'\n\n' ORDER BY i)
					 FROM generate_series(10001, 15000) AS i)) AS s;

-- an index finds who is quoted
CREATE TABLE paper (id integer, body text);
INSERT INTO paper SELECT i, format('“Line %s is closed,” said %s Brandt. “So it is,” said Otto Lindqvist.', i,
								   (ARRAY['Clara', 'Ines', 'Emil'])[1 + i % 3])
FROM generate_series(1, 900) AS i;
CREATE INDEX paper_speakers ON paper USING gin (quote_speakers(body));
ANALYZE paper;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT count(*) FROM paper WHERE quote_speakers(body) @> '{Clara Brandt}';
SELECT count(*) FROM paper WHERE quote_speakers(body) @> '{Clara Brandt}';
SELECT count(*) FROM paper WHERE quote_speakers(body) && '{Clara Brandt,Emil Brandt}';
SELECT count(*) FROM paper WHERE quote_speakers(body) @> '{Brandt}';
RESET enable_seqscan;

-- candidates: who else may have spoken; the likeliest is who speaks, by the same mention
SELECT "position", rank, speaker, mention, probability > 0.5 AS likely
FROM quote_candidates('“We are ready,” said Clara Brandt. Otto Lund told Ines Okafor that “nobody asked” on Monday.')
ORDER BY "position", rank;
SELECT a.id FROM article AS a, extract_quotes(a.body) AS q
LEFT JOIN LATERAL (SELECT * FROM quote_candidates(a.body) AS c WHERE c."position" = q."position" AND c.rank = 1) AS c ON true
WHERE (c.speaker, c.mention) IS DISTINCT FROM (q.speaker, q.mention);
SELECT count(*) FROM article AS a, quote_candidates(a.body) AS c WHERE c.probability NOT BETWEEN 0 AND 1.001;
SELECT count(*) AS no_article FROM quote_candidates(NULL);
SELECT * FROM quote_candidates('“We are ready,” said Clara Brandt.', 'klingon');

-- JSON: the columns of extract_quotes are the keys
SELECT jsonb_pretty((quotes_jsonb(body) -> 2) - 'confidence') FROM article WHERE id = 1;
SELECT jsonb_pretty(jsonb_agg(q - 'confidence')) FROM article, jsonb_array_elements(quotes_jsonb(body, indirect => true)) AS q WHERE id = 5;
SELECT id, quotes_jsonb(body) FROM article WHERE id IN (2, 3, 4) ORDER BY id;
SELECT jsonb_path_query_array(quotes_jsonb(body), '$[*] ? (@.speaker == "Otto van der Meer").quote') FROM article WHERE id = 1;
SELECT quotes_jsonb('x', false, 'klingon');
SELECT quotes_jsonb(body, NULL, NULL) = quotes_jsonb(body) AS defaults FROM article WHERE id = 1;
-- exactly the rows, whatever the settings that print numbers
CREATE VIEW different AS
SELECT id FROM (SELECT * FROM article UNION ALL SELECT * FROM paper WHERE id <= 30) AS a, (VALUES (false), (true)) AS v(indirect)
WHERE quotes_jsonb(body, indirect) IS DISTINCT FROM CASE WHEN body IS NOT NULL THEN
	(SELECT coalesce(jsonb_agg(to_jsonb(q) ORDER BY "position"), '[]') FROM extract_quotes(body, indirect) AS q) END;
SELECT * FROM different;
CREATE TABLE as_before AS SELECT id, quotes_jsonb(body) AS quotes FROM article;
SET extra_float_digits = -10;
SELECT id FROM article JOIN as_before USING (id) WHERE quotes_jsonb(body)::text <> quotes::text;
RESET extra_float_digits;
-- in a generated column, and in the expression of an index
CREATE TABLE stored (
	id integer,
	body text,
	quotes jsonb GENERATED ALWAYS AS (quotes_jsonb(body)) STORED,
	speakers text[] GENERATED ALWAYS AS (quote_speakers(body)) STORED
);
INSERT INTO stored (id, body) SELECT * FROM paper;
CREATE INDEX stored_quotes ON stored USING gin (quotes_jsonb(body) jsonb_path_ops);
ANALYZE stored;
SELECT count(*) FROM stored WHERE quotes = quotes_jsonb(body) AND speakers = quote_speakers(body);
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM stored WHERE quotes_jsonb(body) @> '[{"speaker": "Clara Brandt", "quote": "Line 9 is closed"}]';
SELECT id FROM stored WHERE quotes_jsonb(body) @> '[{"speaker": "Clara Brandt", "quote": "Line 9 is closed"}]';
RESET enable_seqscan;

-- marks: as ts_headline takes them
SELECT id, highlight_quotes(body) FROM article ORDER BY id;
SELECT highlight_quotes(body, 'StartSel=<<, StopSel=>>', indirect => true) FROM article WHERE id = 5;
SELECT highlight_quotes(body, 'startsel="[ ""a"", ", STOPSEL=" ]"') FROM article WHERE id = 1;
SELECT highlight_quotes(body, 'StartSel="", StopSel=7') FROM article WHERE id = 1;
SELECT highlight_quotes(body, NULL, NULL, NULL) = highlight_quotes(body, 'Format=Text') AS defaults FROM article WHERE id = 1;
-- without the marks it is the article
SELECT id FROM (SELECT * FROM article UNION ALL SELECT * FROM paper WHERE id <= 30) AS a, (VALUES (false), (true)) AS v(indirect)
WHERE translate(highlight_quotes(body, 'StartSel="{", StopSel="}"', indirect), '{}', '') IS DISTINCT FROM body
	OR body <> '' AND cardinality(string_to_array(highlight_quotes(body, 'StartSel="{", StopSel="}"', indirect), '{')) - 1 <> (SELECT count(*) FROM extract_quotes(body, indirect));
-- options that are none
SELECT highlight_quotes('x', 'MaxWords=10');
SELECT highlight_quotes('x', 'Format=pdf');
SELECT highlight_quotes('x', 'Format=html, StartSel=<i>');
SELECT highlight_quotes('x', 'StartSel');
SELECT highlight_quotes('x', language => 'klingon');
SELECT highlight_quotes(NULL, 'MaxWords=10') IS NULL AS no_article;
-- HTML: the article cannot bring markup of its own; test/t/80_browser.t looks at it
CREATE FUNCTION page(body text, indirect boolean DEFAULT false) RETURNS text LANGUAGE sql AS
$$ SELECT regexp_replace(highlight_quotes(body, 'Format=html', indirect), '<style>.*</style>', '<style/>') $$;
\a
SELECT page('');
SELECT page(E'Nobody said <anything> & went.\r\n \r\n\tYes.\n\n');
SELECT page(body, true) FROM article WHERE id = 5;
SELECT page('“So <script>,” said Clara Brandt <a@b.c>. “If a < b, I &lt;b&gt; was,” she said.');
SELECT page('“<script>alert(1)</script>,” said Clara "><b onclick=''x''>" Brandt. “I was,” I said.');
-- the page's words are in the article's language
SELECT regexp_replace(highlight_quotes('„Nein“, sagte Frau Anna Kolbe.', 'Format=html', language => 'german'), '<style>.*</style>', '<style/>') AS page;
\a

DROP FUNCTION page;

-- plain_quote: a slice as a reader sees it
SELECT slice, '[' || plain_quote(slice) || ']' AS plain FROM (VALUES
	('We are ready'), (''), ('  we	are
  ready '), ('We are <a href=''/shut''>shut</a>'), ('<em>a farce</em>'), ('far</em>ce'), ('<b>far'), ('a < b, <3 and <a@example.org>'),
	('It&rsquo;s time &amp; money'), ('caf&eacute'), ('&#8220;x&#x201D; &#150; &nbsp;y'), ('AT&T &unknown; &'), ('one<br>two<p>three'),
	(E'well-\n> known,\n> and\nmore'), (E'one -\ntwo'), ('a<!-- b --><script>c</script>d'), ('co&shy;operate'), ('We are <a href="http://exa')) AS v(slice);
-- A <q> that is cut off after its name opens no quotation, and its attributes are text; the last tag is cut off with the text.
SELECT plain_quote(repeat('<q h="x"y</q h="x"y', 2000)) = ltrim(repeat(' h="x"y', 2 * 2000 - 1)) AS cut_off,
	(SELECT count(*) FROM extract_quotes(repeat('<q h="x"y</q h="x"y', 2000))) AS rows;
SELECT plain_quote(NULL) IS NULL AS no_quote;
SELECT provolatile, proparallel, proisstrict FROM pg_proc WHERE proname = 'plain_quote';

-- article_language: by the commonest function words, of the text that a reader sees
SELECT article, article_language(article) AS language FROM (VALUES
	('The bridge was closed in the spring, and the council has not said when it will open again.'),
	('Le pont est fermé depuis le printemps, et la mairie n’a pas dit quand il sera rouvert.'),
	('Die Brücke ist seit dem Frühjahr gesperrt, und die Stadt hat noch nicht gesagt, wann sie wieder öffnet.'),
	('El puente está cerrado desde la primavera, y el ayuntamiento no ha dicho cuándo lo abrirá.'),
	('DIE BRÜCKE IST GESPERRT, UND FÜR DIE FÄHRE WIRD NOCH EIN KAPITÄN GESUCHT.'),
	('<p lang="en"><a href="/the/of/and/to/in" title="the of and to in a">Le pont est fermé</a> depuis le printemps, et la mairie n’a pas dit quand.</p>'),
	('&Uuml;ber die Br&uuml;cke und f&uuml;r die F&auml;hre wird noch nicht entschieden, das ist sicher.'),
-- other languages, near and far
	('A ponte está fechada desde a primavera, e a câmara não disse quando será aberta ao trânsito.'),
	('Il ponte è chiuso dalla primavera, e il comune non ha detto quando sarà aperto di nuovo.'),
	('De brug is sinds het voorjaar gesloten, en de gemeente heeft niet gezegd wanneer hij weer open gaat.'),
	('El pont és tancat des de la primavera, i l’ajuntament no ha dit quan l’obrirà amb els veïns.'),
	('Bron är stängd sedan i våras, och kommunen har inte sagt när den ska öppnas igen.'),
	('橋は春から閉鎖されています。'),
-- too little, and two at once
	('The bridge is closed.'), (''), ('7, 8, 9: 10 %'),
	('The bridge was closed in the spring, and it is not open. Die Brücke ist seit dem Frühjahr gesperrt und noch nicht offen.')) AS v(article);
SELECT article_language(NULL) IS NULL AS no_article;
SELECT provolatile, proparallel, proisstrict FROM pg_proc WHERE proname = 'article_language';
-- every language that is told can be read
SELECT speaker, quote, kind, cue, mention FROM extract_quotes('«El puente está cerrado», dijo Ana Ruiz.', language => 'spanish');
SELECT speaker, quote, kind, cue, mention FROM extract_quotes('« Le pont est fermé », a déclaré la maire Anne Roy.', language => 'french');
SELECT * FROM extract_quotes('“O moinho fechou”, disse Ana Reis.', language => 'portuguese');
DROP TABLE article, paper, stored, as_before CASCADE;
DROP EXTENSION newsquote;
