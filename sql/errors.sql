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

-- a pattern that backtracks over more text than there is memory for, without JIT
SELECT * FROM refusal($$SELECT * FROM extract_quotes(repeat('ab', 25000) || 'Z',
	patterns => ARRAY['(*NO_JIT)(?<quote>(?:a|b)*)Z' || repeat('()', 2500)])$$);
-- less memory is enough for this one, and JIT makes no difference
SELECT length(quote) FROM extract_quotes(repeat('ab', 50000) || 'Z', patterns => '{(?<quote>(?:a|b)*)Z}');
SELECT length(quote) FROM extract_quotes(repeat('ab', 50000) || 'Z', patterns => '{(*NO_JIT)(?<quote>(?:a|b)*)Z}');
-- several groups of one name, and how to write it
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => '{(?J)(?<quote>a)|(?<quote>x)}')$$);
SELECT speaker, quote FROM extract_quotes('x', patterns => '{(?|(?<quote>a)|(?<quote>x))}');
-- too many patterns or cues, too long or too large ones
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => (SELECT array_agg(format('(?<quote>a%s)', i)) FROM generate_series(1, 1001) AS i))$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', cues => (SELECT array_agg(text 'quip') FROM generate_series(1, 1001) AS i))$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => ARRAY['(?<quote>' || repeat('x', 20000) || ')'])$$);
SELECT * FROM refusal($$SELECT * FROM extract_quotes('x', patterns => (SELECT array_agg('(?<quote>' || repeat('x', 6000) || ')') FROM generate_series(1, 1000)))$$);

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
