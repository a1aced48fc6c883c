# A session survives errors, and its memory stays bounded.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $good = q{'“We are ready,” said Clara Brandt.'};

# Functions that provoke an error n times, and return the backend's memory.
my $setup = <<'SQL';
CREATE EXTENSION newsquote;
CREATE FUNCTION provoke(query text, n integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
	failed integer := 0;
BEGIN
	FOR i IN 1 .. n LOOP
		BEGIN
			EXECUTE replace(query, '%i', i::text);
		EXCEPTION WHEN others THEN
			failed := failed + 1;
		END;
	END LOOP;
	RETURN failed;
END
$$;
CREATE FUNCTION settings_kept() RETURNS bigint LANGUAGE sql AS
$$ SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'newsquote settings' $$;
CREATE FUNCTION contexts() RETURNS bigint LANGUAGE sql AS
$$ SELECT sum(total_bytes)::bigint FROM pg_backend_memory_contexts $$;
CREATE FUNCTION resident_kb() RETURNS bigint LANGUAGE sql AS
$$ SELECT substring(pg_read_file('/proc/self/status', 0, 10000, true) FROM 'VmRSS:\s+(\d+)')::bigint $$;
SQL

value("CREATE DATABASE session TEMPLATE template0 ENCODING 'UTF8'");
value($setup, database => 'session');
sub in_session { return value(shift, database => 'session') }

my %bad = (
	'an unknown language' => q{SELECT * FROM extract_quotes('x', language => 'klingon%i')},
	'a bad pattern'       => q{SELECT * FROM extract_quotes('x', patterns => ARRAY['(?<quote>a){%i}(', 'b'])},
	'a good and a bad pattern' => q{SELECT * FROM extract_quotes('x', patterns => ARRAY['(?<quote>a){%i}', '('])},
	'no quote group'      => q{SELECT * FROM extract_quotes('x', patterns => '{a{%i}}')},
	'a bad cue'           => q{SELECT * FROM extract_quotes('x', cues => ARRAY['quip%i', ''])},
	'a runaway pattern'   => q{SELECT * FROM extract_quotes(repeat('a', 40 + %i % 5) || 'b', patterns => '{(?<quote>(a+)+)(?:a+)+$}')},
	'an error later on'   => q{SELECT 1 / (utterance - 1) FROM extract_quotes('“We are ready,” said Clara Brandt%i.')});

for my $name (sort keys %bad)
{
	my $n = $name eq 'a runaway pattern' ? 20 : 300;
	my $sql = $bad{$name};
	$sql =~ s/'/''/g;
	my $got = in_session(<<"END");
SELECT provoke('$sql', $n);
SELECT contexts() AS before \\gset
SELECT provoke('$sql', $n);
SELECT contexts() - :before < 100000, settings_kept() <= 16;
SELECT speaker FROM extract_quotes($good);
END
	is($got, "$n\n$n\nt|t\nClara Brandt", "$name, many times");
}

is(in_session(<<"END"), "0\n0\n16\nt\nClara Brandt", 'many different settings, of which the last are kept');
SELECT provoke(\$\$SELECT * FROM extract_quotes($good, patterns => ARRAY['(?<quote>x{%i})'], cues => ARRAY['yodel'])\$\$, 100);
SELECT resident_kb() AS before \\gset
SELECT provoke(\$\$SELECT * FROM extract_quotes($good, patterns => ARRAY['(?<quote>x{%i})'], cues => ARRAY['yodel'])\$\$, 2000);
SELECT settings_kept();
SELECT resident_kb() - :before < 4000;
SELECT speaker FROM extract_quotes($good);
END

is(in_session(<<"END"), "0\nt\nt", 'large settings: as many as have room');
SELECT provoke(\$\$SELECT * FROM extract_quotes($good, patterns => ARRAY(
	SELECT format('(?m)^(?<speaker>[A-Z]{2,}): (?<quote>.*)\\\$|%s %i', n) FROM generate_series(1, 1000) AS n))\$\$, 20);
SELECT settings_kept() BETWEEN 2 AND 12;
SELECT resident_kb() < 100000;
END

is(in_session(<<"END"), "t|t\n3", 'settings are found again, each its own');
CREATE TEMP TABLE t AS SELECT i, format('(?<quote>x{%s})', i) AS p FROM generate_series(1, 40) AS i;
SELECT count(*) = 400, bool_and(length(quote) = i)
FROM generate_series(1, 10), t, LATERAL (SELECT quote FROM extract_quotes(repeat('x', i), patterns => ARRAY[p])) AS q;
SELECT count(DISTINCT c) FROM unnest(ARRAY['{yodel}', '{gush}', '{yodel,gush}']::text[]) AS c,
	extract_quotes($good, cues => c::text[]);
END

is(in_session(<<'END'), 't', 'a scan of many articles needs no more memory than of one');
CREATE TEMP TABLE big AS SELECT i, repeat('“The valve,” Clara Brandt said, “was never closed.” She left. ', 3000) AS body FROM generate_series(1, 20) AS i;
SELECT count(*) AS n FROM big, extract_quotes(body) WHERE i = 1 \gset
SELECT resident_kb() AS before \gset
SELECT count(*) AS n FROM big, extract_quotes(body, true) \gset
SELECT count(*) AS n FROM big, extract_quotes(body) \gset
SELECT resident_kb() - :before < 20000;
END

is(in_session(<<'END'), "t\nt", 'nor do many calls, in FROM and in the select list');
SET jit = off;
CREATE TEMP TABLE small AS SELECT '“We are ready,” said Clara Brandt ' || i AS body FROM generate_series(1, 50000) AS i;
SELECT count(*) AS n FROM small, extract_quotes(body) \gset
SELECT resident_kb() AS before \gset
SELECT count(*) AS n FROM small, extract_quotes(body) \gset
SELECT resident_kb() - :before < 1000;
SELECT count(q) AS n FROM (SELECT extract_quotes(body) AS q FROM small OFFSET 0) AS s \gset
SELECT resident_kb() - :before < 2000;
END

is(in_session(<<'END'), "1000000\nt\nt", 'a million calls in one statement leave the backend as it was');
SET jit = off;
SELECT count(q) AS n FROM generate_series(1, 1000) AS i, extract_quotes('“We are ready,” said Clara Brandt ' || i) AS q \gset
SELECT resident_kb() AS before, contexts() AS contexts \gset
SELECT count(q) FROM generate_series(1, 1000000) AS i, extract_quotes('“We are ready,” said Clara Brandt ' || i) AS q;
SELECT resident_kb() - :before < 2000;
SELECT contexts() - :contexts < 100000;
END

# The call needs a few gigabytes, of which the C library may keep 64 MB for the next one.
my ($free) = slurp('/proc/meminfo') =~ /^MemAvailable: +(\d+) kB/m;
SKIP:
{
	skip('too little memory for an article of 200 MB', 1) if $free < 6e6;
	is(in_session(<<'END'), "t|t\nt", 'an article of 200 MB, and its memory is given back');
CREATE TEMP TABLE huge AS SELECT repeat(repeat('“The valve,” Clara Brandt said, “was never closed.” She left. She had not been asked, and nobody looked.' || chr(10), 10000), 184) AS body;
SELECT resident_kb() AS before \gset
SELECT count(*) = 2 * 10000 * 184, bool_and(speaker = 'Clara Brandt') FROM huge, extract_quotes(body);
SELECT resident_kb() - :before < 100000;
END
}

# Rows that do not fit work_mem go to disk.
is(in_session(<<'END'), "t", 'more rows than work_mem holds');
SET work_mem = '64kB';
SELECT count(*) = 2 * 20000 FROM extract_quotes(repeat('“The valve,” Clara Brandt said, “was never closed.” ', 20000));
END

# A dump with a materialized view over the function can be restored.
in_session(q{CREATE TABLE archive (id integer, body text);
	INSERT INTO archive SELECT i, '“We are ready,” said Clara Brandt.' FROM generate_series(1, 10) AS i;
	CREATE MATERIALIZED VIEW voices AS SELECT id, speaker, kind FROM archive, extract_quotes(body)});
value("CREATE DATABASE restored TEMPLATE template0 ENCODING 'UTF8'");
is(system(q{pg_dump -d session | psql -Xq -v ON_ERROR_STOP=1 -d restored >/dev/null}), 0, 'a dump restores');
is(value('SELECT count(*), min(speaker), min(kind) FROM voices', database => 'restored'), '10|Clara Brandt|direct', 'with its rows');

unlike(slurp($ENV{NEWSQUOTE_SERVER_LOG}), qr/terminated by signal|PANIC|TRAP:/, 'no backend crashed');
done_testing;
