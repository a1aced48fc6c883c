# ALTER EXTENSION newsquote UPDATE from every earlier version: dependent objects keep working, and the
# extension is then the same as after a fresh installation.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $project = project();
my ($current) = slurp("$project/newsquote.control") =~ /^default_version = '([^']+)'/m;
my %versions = map { m{([0-9.]+)\.sql$} ? ($1 => 1) : () } glob("$project/sql/newsquote--*.sql");
my @earlier = grep { $_ ne $current } sort keys %versions;

# Everything about the extension in the catalogs except OIDs.
my $members = <<'SQL';
SELECT pg_describe_object(classid, objid, objsubid), obj_description(objid, classid::regclass::name)
FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote')
ORDER BY 1;
SELECT pg_get_functiondef(p.oid), p.proacl, p.proowner::regrole
FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote') AND p.prokind IN ('f', 'p', 'w')
ORDER BY p.oid::regprocedure::text;
SELECT t.typname, t.typtype, t.typacl, array(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder)
FROM pg_type AS t JOIN pg_depend AS d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote')
ORDER BY t.typname;
SELECT t.typname, a.attname, format_type(a.atttypid, a.atttypmod), col_description(t.typrelid, a.attnum)
FROM pg_type AS t JOIN pg_depend AS d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'
	JOIN pg_attribute AS a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote')
ORDER BY t.typname, a.attnum;
SELECT n.nspname, n.nspacl, n.nspowner::regrole
FROM pg_namespace AS n JOIN pg_depend AS d ON d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e'
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote');
SELECT g.tgrelid::regclass, pg_get_triggerdef(g.oid), obj_description(g.oid, 'pg_trigger')
FROM pg_trigger AS g JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = g.tgrelid AND d.deptype = 'e'
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote') AND NOT g.tgisinternal;
SELECT c.relname, c.relkind, c.relacl, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum)
FROM pg_class AS c JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
	JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote')
ORDER BY c.relname, a.attnum;
SELECT extversion, extrelocatable, extconfig::regclass[], extcondition FROM pg_extension WHERE extname = 'newsquote';
SQL

# Objects that a user built on an earlier version, and their results after the upgrade.
my $build = <<'SQL';
CREATE FUNCTION speakers(body text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(DISTINCT speaker) FROM public.extract_quotes(body) $$;
CREATE TABLE article (id integer, body text, voices text[] GENERATED ALWAYS AS (speakers(body)) STORED);
INSERT INTO article (id, body) SELECT i, '“Line ' || i || ' is closed,” said Clara Brandt.' FROM generate_series(1, 100) AS i;
CREATE INDEX ON article USING gin (speakers(body));
CREATE VIEW quotation AS SELECT id, q.* FROM article, extract_quotes(body) AS q;
CREATE TABLE kept AS SELECT * FROM quotation;
SQL
my $use = <<'SQL';
INSERT INTO article (id, body) VALUES (101, '“So is mine,” said Otto Lund.');
SET enable_seqscan = off;
SELECT array_agg(id) FROM article WHERE speakers(body) @> '{Otto Lund}';
SELECT count(*) FROM article WHERE voices = '{Clara Brandt}';
SELECT count(*) FROM quotation JOIN kept USING (id, speaker, quote, "position", kind);
SQL

# A table tracked by an earlier version, if that version can track tables.
my $track = <<'SQL';
CREATE TABLE story (id integer PRIMARY KEY, body text);
INSERT INTO story SELECT id, body FROM article;
CALL track_quotes('story', 'body');
CREATE VIEW voice AS SELECT id, speaker, quote FROM story_quotes;
CREATE INDEX story_speakers ON story USING gin (quote_speakers(body));
ALTER TABLE story ADD quotes jsonb GENERATED ALWAYS AS (quotes_jsonb(body)) STORED;
SQL
# The number of wrong rows, compared in the columns that the table has.
my $differences = <<'SQL';
SELECT count(*) FROM (
	(SELECT a.id, COLUMNS, ordinality FROM story AS a, extract_quotes(a.body) WITH ORDINALITY
		EXCEPT ALL SELECT id, COLUMNS, ordinal FROM story_quotes)
	UNION ALL (SELECT id, COLUMNS, ordinal FROM story_quotes
		EXCEPT ALL SELECT a.id, COLUMNS, ordinality FROM story AS a, extract_quotes(a.body) WITH ORDINALITY)) AS d
SQL
my $columns = 'speaker, quote, "position", kind, cue, mention, mention_position, utterance, confidence';
(my $old_differences = $differences) =~ s/COLUMNS/$columns/g;
(my $all_differences = $differences) =~ s/COLUMNS/$columns, speaker_type, speaker_named, speaker_gender, speaker_role, asserted/g;

sub fresh_database
{
	my ($name) = @_;
	value("CREATE DATABASE $name TEMPLATE template0 ENCODING 'UTF8'");
	return $name;
}

my $fresh = fresh_database('fresh');
value('CREATE EXTENSION newsquote', database => $fresh);
my $wanted = value($members, database => $fresh);
like($wanted, qr/function extract_quotes\(.*function public\.extract_quotes\(/is, 'a fresh extension is seen in the catalogues');
value("DROP DATABASE $fresh");

SKIP:
{
	skip("there is no version before $current", 1) unless @earlier;
	for my $version (@earlier)
	{
		my $database = fresh_database('upgraded');
		value("CREATE EXTENSION newsquote VERSION '$version';\n$build", database => $database);
		my $tracks = value("SELECT to_regproc('track_quotes') IS NOT NULL", database => $database) eq 't';
		value($track, database => $database) if $tracks;
		my ($out, $err, $status) = psql('ALTER EXTENSION newsquote UPDATE', database => $database);
		is($status, 0, "$version: updates to $current") or diag($err);
		is(value($members, database => $database), $wanted, "$version: the extension is then a fresh one");
		like($err, qr/WARNING:  function extract_quotes of version 0\.2 stays as extract_quotes_0_2/, "$version: says that the view goes on with the old function");
		is(value($use, database => $database), "{101}\n100\n100", "$version: the index, the column and the view go on");
		is(value('SELECT count(*), (SELECT count(*) FROM extract_quotes(body)) FROM article, extract_quotes_0_2(body) WHERE id = 1 GROUP BY body',
			database => $database), '1|1', "$version: the old function gives the rows of the new one");
		is(value('CREATE OR REPLACE VIEW quotation AS SELECT id, q.* FROM article, extract_quotes(body) AS q; DROP FUNCTION extract_quotes_0_2;'
			. 'SELECT count(speaker_type) FROM quotation', database => $database), '101', "$version: the view is made anew with the new columns");
		if ($tracks)
		{
			like($err, qr/WARNING:  function $_ of version 0\.2 stays as ${_}_0_2/, "$version: says so of $_") for qw(quote_speakers quotes_jsonb);
			unlike($err, qr/highlight_quotes/, "$version: and of nothing else");
			like(value("SET enable_seqscan = off; EXPLAIN (COSTS OFF) SELECT id FROM story WHERE quote_speakers_0_2(body) \@> '{Otto Lund}'", database => $database),
				qr/story_speakers/, "$version: the index goes on with the old function");
			is(value('SELECT count(quotes) FROM story', database => $database), '100', "$version: and so does the generated column");
			value("INSERT INTO story VALUES (101, '“So is mine,” said Otto Lund.'); UPDATE story SET body = NULL WHERE id = 1; DELETE FROM story WHERE id = 2;",
				database => $database);
			is(value($old_differences, database => $database), '0', "$version: a tracked table goes on");
			value("UPDATE story_quotes_done SET engine = '$version'", database => $database);
			($out, $err, $status) = psql("CALL refresh_quotes('story')", database => $database);
			is($status, 0, "$version: refresh_quotes brings it up to date") or diag($err);
			like($err, qr/found the quotes of 100 articles/, "$version: all of it");
			value("INSERT INTO story VALUES (102, '“And mine,” said Otto Lund.'); UPDATE story SET body = '“Back,” said Otto Lund.' WHERE id = 1;",
				database => $database);
			is(value($all_differences, database => $database), '0', "$version: and it goes on, with the new columns");
			is(value("SELECT count(hash), count(*), (SELECT count(*) FROM voice) FROM story_quotes_done", database => $database), '101|101|101',
				"$version: with what is new");
			my $new = value("SELECT prosrc ~ 'newsquote_internal' FROM pg_proc WHERE proname = 'story_quotes_keep'", database => $database);
			is($new, 't', "$version: its triggers are the new ones");
		}
		value("DROP DATABASE $database");

		# Where nothing depends on it, the old function goes.  A schema may have any name.
		$database = fresh_database('plain');
		($out, $err, $status) = psql("CREATE SCHEMA \"100%s press\"; CREATE EXTENSION newsquote VERSION '$version' SCHEMA \"100%s press\"; ALTER EXTENSION newsquote UPDATE",
			database => $database);
		is("$status$err", '0', "$version: updates without a warning where nothing depends on it");
		is(value("SELECT count(*) FROM pg_proc WHERE proname ~ '_0_2\$'", database => $database), '0', "$version: and no old function stays");
		value("DROP DATABASE $database");
	}
}
done_testing;
