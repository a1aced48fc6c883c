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
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => '{(?<quote>x),é(}')$$);
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
DROP EXTENSION newsquote;
