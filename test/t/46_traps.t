# Installation, upgrade and use among traps: a user's functions, operators and types that PostgreSQL would prefer to
# its own wherever newsquote did not qualify a name.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $project = project();
my ($current) = slurp("$project/newsquote.control") =~ /^default_version = '([^']+)'/m;
my $scripts = join('', map { slurp($_) } glob("$project/sql/newsquote--*.sql"));

# The words and operators of all scripts, including the functions that they create.
my %words = map { $_ => 1 } $scripts =~ /\b([a-z_][a-z0-9_]*)\b/g;
my %signs = map { $_ => 1 } $scripts =~ m{([-+*/<>=~!@#%^&|`?]+)}g;
my $words = join(',', map { "'$_'" } sort keys %words);
my $signs = join(',', map { (my $sign = $_) =~ s/'/''/g; "'$sign'" } sort keys %signs);

# A trap for each function of pg_catalog whose name is one of the words, with its own types and with all others to which a
# literal or a column may be resolved; and one for each operator.
my $make_traps = <<"SQL";
CREATE FUNCTION pg_temp.set_trap(command text) RETURNS void LANGUAGE plpgsql AS \$\$
BEGIN
	EXECUTE command;
EXCEPTION WHEN duplicate_function OR invalid_function_definition OR feature_not_supported OR syntax_error OR undefined_object OR datatype_mismatch THEN
	NULL;
END
\$\$;
CREATE TEMP TABLE kinds (type text);
INSERT INTO kinds VALUES ('text'), ('name'), ('varchar'), ('regclass'), ('oid'), ('integer'), ('bigint'), ('boolean'), ('"char"'),
	('text[]'), ('name[]'), ('regclass[]'), ('tid'), ('timestamptz'), ('double precision'), ('regprocedure'), ('anyelement');
CREATE TEMP TABLE names AS
	SELECT proname AS name, pronargs AS arguments, oidvectortypes(proargtypes) AS types FROM pg_catalog.pg_proc
	WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind IN ('f', 'a', 'w') AND proname IN ($words);
CREATE TEMP TABLE signatures AS
	SELECT name, types FROM names
	UNION SELECT name, type FROM names, kinds WHERE arguments = 1
	UNION SELECT name, a.type || ', ' || b.type FROM names, kinds AS a, kinds AS b WHERE arguments = 2
	UNION SELECT name, array_to_string(array_fill(type, ARRAY[arguments::integer]), ', ') FROM names, kinds WHERE arguments > 2
	UNION SELECT name, 'text, VARIADIC text[]' FROM names WHERE name IN ('format', 'concat', 'concat_ws')
	UNION SELECT name, '' FROM names WHERE arguments = 0 OR name = 'count';
SELECT count(pg_temp.set_trap(format(
	\$\$CREATE FUNCTION :"place".%I(%s) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''TRAPPED by %s as %%'', current_user; END'\$\$,
	name, types, name))) > 1000 FROM signatures;
SELECT count(pg_temp.set_trap(format('CREATE OPERATOR :"place".%s (FUNCTION = :"place".trap, LEFTARG = %s, RIGHTARG = %s)', o.name, a.type, b.type)
	)) > 1000
	FROM (SELECT DISTINCT oprname AS name FROM pg_catalog.pg_operator WHERE oprname IN ($signs)) AS o, kinds AS a, kinds AS b;
SQL
$make_traps =~ s/:"place"/PLACE/g;

sub traps
{
	my ($place, %option) = @_;
	my $traps = $make_traps;
	# What the operators call.
	my $functions = join('', map { "CREATE FUNCTION $place.trap($_->[0], $_->[1]) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''TRAPPED by an operator as %'', current_user; END';\n" }
		map { my $left = $_; map { [ $left, $_ ] } types() } types());
	$traps =~ s/PLACE/$place/g;
	my $domains = $option{domains} ? join('', map { "CREATE DOMAIN $place.$_ AS integer;\n" } qw(text regclass tid name oid bool int4 regprocedure)) : '';
	return "$functions$traps$domains";
}

sub types
{
	return ('text', 'name', 'varchar', 'regclass', 'oid', 'integer', 'bigint', 'boolean', '"char"', 'text[]', 'name[]', 'regclass[]', 'tid',
		'timestamptz', 'double precision', 'regprocedure', 'anyelement');
}

sub as
{
	my ($role, $sql, %option) = @_;
	return psql("SET client_min_messages = warning; SET SESSION AUTHORIZATION $role;\n$sql", database => 'trapped', %option);
}

value('CREATE ROLE trapper');
value('CREATE ROLE trapped_owner');
sub fresh
{
	value('DROP DATABASE IF EXISTS trapped WITH (FORCE)');
	value("CREATE DATABASE trapped TEMPLATE template0 ENCODING 'UTF8'");
	value('GRANT CREATE ON DATABASE trapped TO trapper, trapped_owner');
	my ($out, $err, $status) = as('trapper', 'CREATE SCHEMA snare; GRANT USAGE ON SCHEMA snare TO PUBLIC;' . traps('snare', @_));
	die $err if $status;
}

#
# Created in a schema full of traps, as a user who can create schemas and nothing else.
#
fresh();
cmp_ok(value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'snare'::regnamespace", database => 'trapped'), '>', 3000, 'there are many traps');
cmp_ok(value("SELECT count(*) FROM pg_operator WHERE oprnamespace = 'snare'::regnamespace", database => 'trapped'), '>', 1000, 'of operators, too');
my $bait = "SELECT pg_extension_config_dump('pg_class', 'WHERE true')";
like((as('trapper', "SET search_path = snare; $bait"))[1], qr/TRAPPED by pg_extension_config_dump as trapper/,
	'a call as the script of 0.2 had it is caught');
for my $path ("VERSION '0.1'", "VERSION '0.2'", "VERSION '$current'")
{
	my ($out, $err, $status) = as('trapper', "CREATE EXTENSION newsquote SCHEMA snare $path;\nALTER EXTENSION newsquote UPDATE;");
	is("$status$err", '0', "CREATE EXTENSION $path, and UPDATE: nothing is caught");
	is(value("SELECT rolsuper FROM pg_roles WHERE rolname = 'trapper'"), 'f', 'and the user has no more rights than before');
	is((as('trapper', 'DROP EXTENSION newsquote'))[2], 0, 'dropped');
}

#
# What has a name that the script wants is not taken over.
#
for my $case (
	[ 'CREATE SCHEMA newsquote_internal', 'DROP SCHEMA newsquote_internal', "VERSION '$current'", qr/schema "newsquote_internal" already exists/ ],
	[ 'CREATE SCHEMA newsquote_internal', 'DROP SCHEMA newsquote_internal', "VERSION '0.2'; ALTER EXTENSION newsquote UPDATE", qr/schema "newsquote_internal" already exists/ ],
	[ "CREATE FUNCTION snare.newsquote_version() RETURNS text LANGUAGE sql AS 'SELECT 1::text'", 'DROP FUNCTION snare.newsquote_version()',
		"VERSION '$current'", qr/function "newsquote_version" already exists/ ],
	[ "CREATE PROCEDURE snare.refresh_quotes(regclass, integer, boolean) LANGUAGE sql AS 'SELECT 1'", 'DROP PROCEDURE snare.refresh_quotes',
		"VERSION '0.2'; ALTER EXTENSION newsquote UPDATE", qr/function "refresh_quotes" already exists/ ])
{
	my ($make, $drop, $path, $error) = @$case;
	like((as('trapper', "$make; CREATE EXTENSION newsquote SCHEMA snare $path"))[1], $error, "$make; CREATE EXTENSION $path: refused");
	as('trapper', "DROP EXTENSION IF EXISTS newsquote; $drop");
}

#
# Used with the traps first in the search_path, by somebody else than who set them.
#
fresh(domains => 1);
my ($out, $err, $status) = as('trapper', 'CREATE EXTENSION newsquote SCHEMA snare; CREATE TABLE snare.articles (); CREATE VIEW snare.pg_class AS SELECT 1;');
is($status, 0, 'the extension is there') or diag($err);
as('trapped_owner', "CREATE SCHEMA desk; CREATE TABLE desk.articles (id integer PRIMARY KEY, outlet text, body text);"
	  . "INSERT INTO desk.articles SELECT i, 'x', '“Number ' || i || ',” said Clara Brandt.' FROM generate_series(1, 9) AS i;"
	  . 'CREATE TABLE desk.parts (id integer PRIMARY KEY, body text) PARTITION BY RANGE (id); CREATE TABLE desk.part PARTITION OF desk.parts DEFAULT;');
my $path = 'SET search_path = snare, pg_catalog;';
like((as('trapped_owner', "$path SELECT id FROM desk.articles WHERE id = 1"))[1], qr/TRAPPED by an operator as trapped_owner/, 'the traps catch');
for my $statement (
	q{CALL snare.track_quotes('desk.articles', 'body', 'desk.quotes', batch => 3)},
	q{CALL snare.track_quotes('desk.parts', 'body', 'desk.said', batch => 3, filter => 'true')},
	q{INSERT INTO desk.articles VALUES (30, 'x', '“Caught,” said Jan Nowak.')},
	q{INSERT INTO desk.parts VALUES (30, '“Caught,” said Jan Nowak.')},
	q{INSERT INTO desk.part VALUES (31, '“Caught,” said Jan Nowak.')},
	q{UPDATE desk.articles SET body = '“Not caught,” said Jan Nowak.'},
	q{UPDATE desk.part SET body = '“Not caught,” said Jan Nowak.'},
	q{UPDATE desk.quotes_done SET engine = 'older'},
	q{CALL snare.refresh_quotes('desk.articles')},
	q{CALL snare.refresh_quotes('desk.articles', verify => true)},
	q{ALTER TABLE desk.quotes RENAME TO quotes_2},
	q{CALL snare.refresh_quotes('desk.articles')},
	q{ALTER TABLE desk.articles ALTER id TYPE pg_catalog.int8},
	q{CALL snare.refresh_quotes('desk.articles')},
	q{CALL snare.untrack_quotes('desk.parts', true)},
	q{CALL snare.track_quotes('desk.parts', 'body', 'desk.said')},
	q{CALL snare.untrack_quotes('desk.parts', false)},
	q{CALL snare.track_quotes('desk.articles', 'body', indirect => true, cues => '{quip}', filter => 'id > 2')},
	q{CALL snare.correct_quotes('desk.articles')},
	q{INSERT INTO desk.quotes_2_corrections (id, quote, speaker) VALUES (9, 'Number', 'Jan Nowak')},
	q{SELECT pg_catalog.count(*) FROM desk.quotes_2_corrected},
	q{SELECT pg_catalog.count(*) FROM snare.newsquote_progress},
	q{CALL snare.track_quotes('desk.parts', 'body', 'desk.said')},
	q{INSERT INTO desk.part VALUES (32, '“Caught,” said Jan Nowak.')},
	q{UPDATE desk.parts SET id = 33 WHERE id OPERATOR(pg_catalog.=) 32},
	q{DELETE FROM desk.parts WHERE id OPERATOR(pg_catalog.=) 33},
	q{TRUNCATE desk.part},
	q{CALL snare.untrack_quotes('desk.parts', false)},
	q{DELETE FROM desk.articles},
	q{DELETE FROM snare.newsquote_tracked})
{
	my ($out, $err, $status) = as('trapped_owner', "$path $statement");
	is($status, 0, $statement) or diag($err);
}

value('DROP DATABASE trapped WITH (FORCE)');
value('DROP ROLE trapper, trapped_owner');
done_testing;
