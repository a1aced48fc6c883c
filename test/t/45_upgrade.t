# ALTER EXTENSION newsquote UPDATE from every earlier version: what was built on it goes on, and the
# extension is then the same as a fresh one.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $project = project();
my ($current) = slurp("$project/newsquote.control") =~ /^default_version = '([^']+)'/m;
my @versions = map { m{newsquote--([^-]+)\.sql$} ? $1 : () } sort glob("$project/sql/newsquote--*.sql");
my @earlier = grep { $_ ne $current } @versions;

# Everything of the extension in the catalogues but object identifiers.
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
SELECT c.relname, c.relkind, c.relacl, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_class AS c JOIN pg_depend AS d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
	JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote')
ORDER BY c.relname, a.attnum;
SELECT extversion, extrelocatable, extconfig IS NOT NULL FROM pg_extension WHERE extname = 'newsquote';
SQL

# What somebody built on an earlier version, and what it then gives.
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
		my ($out, $err, $status) = psql('ALTER EXTENSION newsquote UPDATE', database => $database);
		is($status, 0, "$version: updates to $current") or diag($err);
		is(value($members, database => $database), $wanted, "$version: the extension is then a fresh one");
		is(value($use, database => $database), "{101}\n100\n100", "$version: the index, the column and the view go on");
		value("DROP DATABASE $database");
	}
}
done_testing;
