--
-- What the columns promise, on small articles; the language is tested elsewhere.
--
CREATE EXTENSION newsquote;

CREATE TABLE article (id integer PRIMARY KEY, body text);
INSERT INTO article VALUES
(1, '“The valve,” Clara Brandt said, “was never closed.”'),
(2, E'“The pump failed first,” said Otto Lindqvist, the harbour master.\n\n“Then the valve failed.\n\n“Then everything did,” he said.'),
(3, 'Ines Okafor called the plan “a farce.” “Was anybody asked?” she said.'),
(4, 'The company said in a statement that the “unfortunate incident” was over.'),
(5, E'Otto Lindqvist measured the 6" pipe in the \'80s.'),
(6, '&ldquo;The valve was closed,&rdquo; Clara Brandt said. &quot;Twice,&quot; she added.'),
(7, E'''''We are ready,'''' said Clara Brandt. ``So are we,'''' said Otto Lindqvist.'),
(8, '„Wir sind bereit“, said Clara Brandt. «We too», said Otto Lindqvist. 「Us too」 said Ines Okafor.'),
(9, '“We are 🙂 ready — e´tude, é, ﬁ,” said Clara Brandt in São Tomé.');

-- one row a stretch; the pieces of one quotation share the utterance
SELECT id, speaker, quote, "position", kind, cue, mention, mention_position, utterance
FROM article, extract_quotes(body) ORDER BY id, "position";

-- verbatim, in order, within bounds
SELECT id, n, "position", quote
FROM article, LATERAL (SELECT *, row_number() OVER () AS n, lag("position") OVER () AS before
					   FROM extract_quotes(body, indirect => true)) AS q
WHERE substr(body, "position", length(quote)) IS DISTINCT FROM quote
	OR (mention IS NULL) IS DISTINCT FROM (mention_position IS NULL)
	OR mention IS NOT NULL AND substr(body, mention_position, length(mention)) IS DISTINCT FROM mention
	OR (cue IS NOT NULL AND strpos(body, cue) = 0)
	OR before > "position"
	OR quote = '' OR quote <> btrim(quote)
	OR utterance < 1 OR confidence NOT BETWEEN 0 AND 1;

-- the same answer every time
SELECT count(*) AS different FROM (
	SELECT id, q FROM article, extract_quotes(body, true) AS q
	EXCEPT ALL
	SELECT id, q FROM article, extract_quotes(body, true) AS q) AS d;

-- more reporting verbs
SELECT speaker, quote, cue FROM extract_quotes('“We are ready,” yodelled Clara Brandt.', cues => '{yodel}');

-- more patterns
SELECT speaker, quote, "position", kind, cue FROM extract_quotes(
	E'Q. Where was the valve?\nA. In the cellar, since March.\n',
	patterns => ARRAY['(?m)^(?<speaker>[QA])\. (?<quote>.*)$']);

DROP TABLE article;
\pset null (null)
-- names and types of the columns
SELECT * FROM extract_quotes('') \gdesc
-- names, types and defaults of the arguments
SELECT pg_get_function_arguments('extract_quotes'::regproc);
-- what planners may do with it
SELECT provolatile, proparallel, proretset, prosecdef, proleakproof FROM pg_proc WHERE oid = 'extract_quotes'::regproc;
-- the kinds, in their order
SELECT enumlabel FROM pg_enum WHERE enumtypid = 'quote_kind'::regtype ORDER BY enumsortorder;
-- no article, no rows
SELECT * FROM extract_quotes(NULL);
SELECT * FROM extract_quotes(article => NULL, indirect => true);
-- every column of a plain case
SELECT speaker, quote, "position", kind, cue, mention, mention_position, utterance
FROM extract_quotes($$“The channel is too shallow,” harbor pilot Selma Aydın said.$$);
-- "according to" is a cue of two words
SELECT speaker, quote, "position", kind, cue, mention, mention_position, utterance
FROM extract_quotes($$The channel is “a saucer,” according to harbor pilot Selma Aydın.$$);
-- the mention is what stands there, the speaker is the name
SELECT speaker, mention, mention_position, "position" FROM extract_quotes($$Gov. Patience Owusu met the dockers on Monday. “I listened,” she said. Owusu called the talks “useful.” “And long,” the governor added.$$);
-- the seed of it all: organisations, a country by its capital, roles, pronouns
SELECT speaker, mention, kind, quote FROM extract_quotes($$Norway said the seizure was “deeply regrettable.” It was “a misunderstanding,” Danish Coast Guard spokesman Henrik Dalgaard said at a briefing. Dalgaard said that “the nets had drifted.” He went on to say that Copenhagen had a “clear conscience.” “We gave the fish back,” Dalgaard said.$$);
-- the pieces of one interrupted quotation are one utterance; a new reporting clause begins another
SELECT utterance, speaker, quote FROM extract_quotes($$“If it rains,” Imre Bodnár said, “we dance indoors.” He paused. “If it snows,” he said, “we dance in coats.”$$);
-- one row a paragraph, one utterance
SELECT utterance, "position", quote FROM extract_quotes($$Judge Farida Nazari read the verdict.

“The court has heard forty witnesses.

“It believed three.

“They are not in the room,” she said.$$);
-- positions count characters, and are those of substr
SELECT quote, substr(a, "position", length(quote)) = quote AS verbatim, "position", mention_position, strpos(a, mention) AS found
FROM (VALUES ($$Ça va? «Très bien 👍🏾», said Zoé Çelik.$$), ($$日本語 “Ōsaka won 3–2,” said Núria Puig.$$)) AS v(a), extract_quotes(a);
-- nothing is unescaped
SELECT speaker, quote, "position", length(quote) FROM extract_quotes($$&ldquo;It&rsquo;s &amp; was mine,&rdquo; said Bjorn Falk.$$);
-- nothing is normalised: blanks and soft hyphens within stay
SELECT quote, length(quote), "position" FROM extract_quotes(E'“Two  blanks and a soft\u00adhyphen,” said Vera Holub.');
-- rows come in the order of the text, whoever speaks
SELECT row_number() OVER () AS n, "position", speaker FROM extract_quotes($$“One,” said Tamar Levi. “Two,” said Akio Ueda. “Three,” said Levi. “Four,” said Ueda.$$);
-- speakers in an expression index
CREATE FUNCTION voices(article text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (SELECT array_agg(DISTINCT speaker ORDER BY speaker) FROM extract_quotes(article));
CREATE TABLE press (id integer PRIMARY KEY, body text, voices text[] GENERATED ALWAYS AS (voices(body)) STORED);
INSERT INTO press VALUES
(1, $$“The kiln is cold,” said Tamar Levi. “Light it,” said Akio Ueda.$$),
(2, $$Akio Ueda fired the kiln. “It is hot,” he said.$$),
(3, $$The kiln was sold.$$);
CREATE INDEX press_voices ON press USING gin (voices(body));
SELECT id, voices FROM press ORDER BY id;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM press WHERE voices(body) @> '{Akio Ueda}';
SELECT id FROM press WHERE voices(body) @> '{Akio Ueda}' ORDER BY id;
RESET enable_seqscan;
DROP TABLE press;
DROP FUNCTION voices(text);
DROP EXTENSION newsquote;
