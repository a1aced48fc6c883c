# Interleaved calls do not affect each other.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

value("CREATE DATABASE interleaved TEMPLATE template0 ENCODING 'UTF8'");
sub in_database { return value(shift, database => 'interleaved') }

in_database(<<'SQL');
CREATE EXTENSION newsquote;
CREATE TABLE article (id integer, body text);
INSERT INTO article VALUES
	(1, '“One,” said Clara Brandt. “Two,” she added. “Three,” said Otto Meer.'),
	(2, '“Four,” said Ines Okafor. “Five,” she added.');
-- Calls the function while its own caller is reading rows of another call.
CREATE FUNCTION echo(word text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	row record;
	words text := '';
BEGIN
	FOR row IN SELECT speaker, quote FROM extract_quotes('“' || word || ' again,” said Kim Sato. “No,” he said.') LOOP
		words := words || row.speaker || ': ' || row.quote || '; ';
	END LOOP;
	RETURN words;
END
$$;
CREATE FUNCTION fails(word text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM * FROM extract_quotes(word, patterns => '{(?<quote>}');
EXCEPTION WHEN invalid_regular_expression THEN
	RETURN 'caught at ' || word;
END
$$;
SQL

is(in_database(<<'SQL'), <<'ROWS' =~ s/\n\z//r, 'two calls in one select list');
SELECT (extract_quotes('“One,” said Clara Brandt. “Two,” she added.')).quote,
	(extract_quotes('“Three,” said Otto Meer. “Four,” he added.')).speaker;
SQL
One|Otto Meer
Two|Otto Meer
ROWS

is(in_database(<<'SQL'), <<'ROWS' =~ s/\n\z//r, 'two calls with different settings, one within the other');
SELECT id, a.quote, b.quote
FROM article, extract_quotes(body) AS a,
	LATERAL extract_quotes(a.speaker || ': ' || a.quote, patterns => '{(?<speaker>.*): (?<quote>.*)}') AS b
ORDER BY id, a."position";
SQL
1|One|One
1|Two|Two
1|Three|Three
2|Four|Four
2|Five|Five
ROWS

is(in_database('SELECT quote, echo(quote) FROM article, extract_quotes(body) WHERE id = 2'), <<'ROWS' =~ s/\n\z//r, 'a call from a function, between two rows');
Four|Kim Sato: Four again; Kim Sato: No; 
Five|Kim Sato: Five again; Kim Sato: No; 
ROWS

is(in_database('SELECT quote, fails(quote) FROM article, extract_quotes(body) WHERE id = 2'), <<'ROWS' =~ s/\n\z//r, 'a call that fails, between two rows');
Four|caught at Four
Five|caught at Five
ROWS

is(in_database(<<'SQL'), <<'ROWS' =~ s/\n\z//r, 'cursors half read, in turn, and one closed');
BEGIN;
DECLARE a CURSOR FOR SELECT quote FROM article, extract_quotes(body);
DECLARE b CURSOR FOR SELECT quote FROM article, extract_quotes(body, cues => '{yodel}') ORDER BY id DESC;
FETCH 2 FROM a;
FETCH 1 FROM b;
CLOSE b;
SELECT speaker FROM extract_quotes('“We are ready,” said Kim Sato.');
FETCH 2 FROM a;
COMMIT;
SQL
One
Two
Four
Kim Sato
Three
Four
ROWS

my ($out) = psql(<<'SQL', database => 'interleaved', go_on => 1);
BEGIN;
DECLARE a CURSOR FOR SELECT quote FROM article, extract_quotes(body);
FETCH 1 FROM a;
SAVEPOINT s;
SELECT 1 / (utterance - 2) FROM article, extract_quotes(body);
ROLLBACK TO s;
SELECT speaker FROM extract_quotes('“We are ready,” said Kim Sato.');
FETCH 2 FROM a;
ROLLBACK;
SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'newsquote call';
SQL
is($out, "One\nKim Sato\nTwo\nThree\n0", 'an error amid the rows, and back to a savepoint');

# Complete results, row by row, serial and with two workers.
my $forced = value('SHOW server_version_num') >= 160000 ? 'debug_parallel_query' : 'force_parallel_mode';
in_database(<<'SQL');
CREATE TABLE many AS
SELECT i AS id, format('“Line %s is closed,” said %s Brandt. “Nobody knows why,” she said. He called it “a farce %s”. They said that it rained.',
	i, (ARRAY['Clara', 'Otto', 'Ines'])[1 + i % 3], i) AS body
FROM generate_series(1, 10000) AS i;
ALTER TABLE many SET (parallel_workers = 2);
ANALYZE many;
SQL
my $whole = q{SELECT id, q.* FROM many, extract_quotes(body, true, 'english', '{yodel}', '{(?<quote>farce)}') AS q};
like(in_database("SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) $whole"),
	qr/Workers Launched: 2/, 'the plan is parallel');
is(in_database(<<"SQL"), "t\n0\n0", 'workers give the rows that one process gives');
SET max_parallel_workers_per_gather = 0;
CREATE TABLE serial AS $whole;
SET max_parallel_workers_per_gather = 2;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET $forced = on;
CREATE TABLE parallel AS $whole;
RESET $forced;
SELECT count(*) > 30000 FROM serial;
SELECT count(*) FROM (SELECT * FROM serial EXCEPT ALL SELECT * FROM parallel) AS missing;
SELECT count(*) FROM (SELECT * FROM parallel EXCEPT ALL SELECT * FROM serial) AS added;
SQL

unlike(slurp($ENV{NEWSQUOTE_SERVER_LOG}), qr/terminated by signal|PANIC|TRAP:/, 'no backend crashed');
value('DROP DATABASE interleaved WITH (FORCE)');
done_testing;
