--
-- What is refused, with which SQLSTATE; and that nothing is lost by it.
--
CREATE EXTENSION newsquote;

CREATE FUNCTION refusal(query text, OUT state text, OUT message text, OUT detail text, OUT hint text)
LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE query;
	state := '00000';
EXCEPTION WHEN others THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT,
		detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END
$$;

\pset format unaligned
\pset expanded on

-- an unknown language
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', language => 'klingon')$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', language => '')$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', language => 'English')$$);

-- a bad pattern: PCRE2's message and the offset, in characters
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => '{(?<quote>a}')$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => '{(?<quote>x),é[z-a]}')$$);
-- no group named quote
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => '{(?<speaker>a)}')$$);
-- a pattern that backtracks without end
SELECT * FROM refusal($$SELECT * FROM extract_quotes(repeat('a', 50) || 'b',
	patterns => '{(?<quote>(a+)+)(?:a+)+$}')$$);

-- a cue that is no word
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', cues => '{quip,""}')$$);

\pset expanded off
\pset format aligned

-- the session goes on, within the transaction too
BEGIN;
SAVEPOINT s;
SELECT * FROM extract_quotes('x', language => 'klingon');
ROLLBACK TO s;
SELECT speaker, quote FROM extract_quotes('“We are ready,” said Clara Brandt.');
COMMIT;
SELECT count(*) FROM generate_series(1, 200) AS i,
	refusal(format($$SELECT * FROM extract_quotes('x', patterns => '{(?<quote>a%s}')$$, i)) AS r
WHERE r.state = '2201B';
SELECT speaker, quote FROM extract_quotes('“We are ready,” said Clara Brandt.');

DROP FUNCTION refusal(text);
-- the states alone, whatever the messages say
\set VERBOSITY sqlstate
-- languages
SELECT * FROM extract_quotes('“We are ready,” said Clara Brandt.', language => 'latin');
SELECT * FROM extract_quotes('', language => 'german');
SELECT * FROM extract_quotes('“We are ready,” said Clara Brandt.', language => ' english');
-- NULL comes before everything else: no article, no question about the other arguments
SELECT count(*) FROM extract_quotes(NULL, NULL, NULL, NULL, NULL);
-- patterns that PCRE2 refuses
SELECT * FROM extract_quotes('x', patterns => '{(?<quote>[a-}');
SELECT * FROM extract_quotes('x', patterns => '{(?<quote>x)(?<quote>y)}');
SELECT * FROM extract_quotes('x', patterns => '{(?<quote>*)}');
SELECT * FROM extract_quotes('x', patterns => ARRAY['(?<quote>\p{Klingon})']);
-- one bad pattern among good ones
SELECT * FROM extract_quotes('x', patterns => ARRAY['(?<quote>x)', '(?<quote>(x)', '(?<quote>y)']);
-- \C would cut characters
SELECT * FROM extract_quotes('é', patterns => ARRAY['(?<quote>\C)']);
-- patterns without a group named quote
SELECT * FROM extract_quotes('x', patterns => '{x}');
SELECT * FROM extract_quotes('x', patterns => '{""}');
SELECT * FROM extract_quotes('x', patterns => '{(?<Quote>x)}');
SELECT * FROM extract_quotes('x', patterns => '{(quote)}');
-- patterns that would run away
SELECT * FROM extract_quotes(repeat('a', 40) || '!?b', patterns => '{(?<quote>(a|a)*)[?]b}');
SELECT * FROM extract_quotes(repeat('x', 40) || '! .', patterns => ARRAY['(?<quote>(\w+\s?)+)\.']);
-- a pattern that matches the empty string, or nothing
SELECT count(*) FROM extract_quotes('abc', patterns => '{(?<quote>)}');
SELECT count(*) FROM extract_quotes('abc', patterns => '{(?<quote>z*)}');
SELECT count(*) FROM extract_quotes('abc', patterns => '{(?<quote>z)}');
-- a pattern whose group takes no part in the match
SELECT count(*) FROM extract_quotes('abc', patterns => '{(?<quote>z)|abc}');
-- empty, blank and lone
SELECT count(*) FROM extract_quotes('');
SELECT count(*) FROM extract_quotes(' ');
SELECT count(*) FROM extract_quotes(E'\n\n\n');
SELECT count(*) FROM extract_quotes('"');
SELECT count(*) FROM extract_quotes('“');
SELECT count(*) FROM extract_quotes('''');
SELECT count(*) FROM extract_quotes('“ ” ‘ ’ " " « »');
SELECT count(*) FROM extract_quotes('&quot;');
SELECT count(*) FROM extract_quotes('&ldquo;&rdquo;');
-- huge and hostile: only marks, only openings, deep nests, one long word, no end of entities
SELECT count(*) FROM extract_quotes(repeat('"', 1000000));
SELECT count(*) FROM extract_quotes(repeat('“', 300000));
SELECT count(*) FROM extract_quotes(repeat('“‘', 200000) || repeat('’”', 200000));
SELECT count(*) FROM extract_quotes(repeat('''', 1000000));
SELECT count(*) FROM extract_quotes(repeat('a', 1000000));
SELECT count(*) FROM extract_quotes(repeat('&quot;', 200000));
SELECT count(*) FROM extract_quotes(repeat(E'\n', 1000000));
SELECT count(*) FROM extract_quotes(repeat('said ', 200000));
SELECT count(*) FROM extract_quotes(repeat('Ann ', 200000), indirect => true);
SELECT count(*) FROM extract_quotes(repeat('&', 1000000));
-- control characters and characters of no use
SELECT count(*) FROM extract_quotes(E'\u0001\u007f\u200b\ufeff\uffff');
-- a mark that is never closed, in front of much text
SELECT max(length(quote)) < 100 AS bounded FROM extract_quotes('“We are ready. ' || repeat(E'\nThe mill was shut.', 20000) || E'\n“We left,” said Clara Brandt.');
-- the quotation behind all of it is found
SELECT speaker, quote, "position" FROM extract_quotes(repeat('The mill was shut. ', 20000) || '“We left,” said Clara Brandt.');
-- the session is whole
SELECT speaker, quote FROM extract_quotes('“We are ready,” said Clara Brandt.');
\set VERBOSITY default
DROP EXTENSION newsquote;
