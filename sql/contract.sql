--
-- What the columns promise, on small articles and on long ones; the language is docs/spec.md's.
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
-- (unaligned: psql 14 gives an emoji another width)
\pset format unaligned
SELECT id, speaker, quote, "position", kind, cue, mention, mention_position, utterance
FROM article, extract_quotes(body) ORDER BY id, "position";
\pset format aligned

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

-- a hundred thousand opening marks, or straight ones
SELECT count(*) FROM extract_quotes(repeat('“', 100000));
SELECT count(*) FROM extract_quotes(repeat('"', 100000));

-- marks and brackets in no order
SELECT count(*) FROM extract_quotes(repeat('(«”‘>', 10000));

-- a thousand quotations
SELECT count(*), min(speaker), max(speaker) FROM extract_quotes(repeat('“We won,” said Hana Kubo. ', 1000));

DROP TABLE article;
DROP EXTENSION newsquote;
