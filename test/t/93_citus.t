#!/usr/bin/env perl
#
# Databases with Citus: local tables are tracked, tables that Citus manages are refused, the statements of docs/dba.md work.
#
# If Citus is not installed, a table with the name and columns of its catalog replaces it, and an event trigger
# imitates its refusal to let its functions depend on an extension.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use IPC::Open2;
use Psql;
use Test::More;

my $article = '“The lock stays shut,” said Ann Hale.';

# Tracked, followed, refreshed and untracked: a local table.
sub try_local
{
	my (%where) = @_;
	is(value("CREATE TABLE near (id bigint PRIMARY KEY, body text); INSERT INTO near VALUES (1, '$article');
		CALL track_quotes('near', 'body');
		INSERT INTO near VALUES (2, '$article');
		SELECT string_agg(id || ' ' || speaker, ', ' ORDER BY id) FROM near_quotes", %where),
		'1 Ann Hale, 2 Ann Hale', 'a local table is filled and followed');
	is(value("UPDATE near SET body = '' WHERE id = 1; CALL refresh_quotes('near', verify => true); SELECT count(*) FROM near_quotes", %where),
		1, 'it is refreshed');
	is(value("CALL untrack_quotes('near'); SELECT count(*) FROM pg_trigger WHERE tgrelid = 'near'::regclass AND NOT tgisinternal", %where),
		0, 'and untracked');
}

# A table that Citus manages is refused, and nothing is made.
sub try_managed
{
	my ($table, $what, %where) = @_;
	my ($out, $err) = psql("\\set VERBOSITY verbose\nCALL track_quotes('$table', 'body')", %where);
	like($err, qr/0A000: cannot track table "$table", which Citus manages/, "$what is refused");
	like($err, qr/HINT: .*quotes_jsonb in a generated column/, 'with what to do instead');
	is(value("SELECT count(*) FROM pg_class WHERE relname LIKE '$table\\_quotes%'", %where), 0, 'before anything is made');
	is(value("SELECT count(*) FROM pg_trigger WHERE tgrelid = '$table'::regclass AND tgname LIKE 'newsquote%'", %where), 0, 'or put on it');
	is(value("SELECT count(*) FROM newsquote_tracked", %where), 0, 'or noted');
}

# --- the stand-in

my @town = (database => 'citus_town');
value("CREATE DATABASE citus_town TEMPLATE template0 ENCODING 'UTF8'");
value(q{
	CREATE EXTENSION newsquote;
	SET allow_system_table_mods = on;
	CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char" NOT NULL, partkey text,
		colocationid integer NOT NULL DEFAULT 0, repmodel "char" NOT NULL DEFAULT 's', autoconverted boolean NOT NULL DEFAULT false);
	GRANT SELECT ON pg_catalog.pg_dist_partition TO public;
	INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
	SELECT 2147000001, 'citus', extowner, 'pg_catalog'::regnamespace, false, '13.2-1' FROM pg_extension WHERE extname = 'plpgsql';
	ALTER DATABASE citus_town SET citus.enable_metadata_sync = on;
	CREATE FUNCTION no_metadata() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
		IF current_setting('citus.enable_metadata_sync') = 'on' THEN
			RAISE 'distributed functions are not allowed to depend on an extension';
		END IF;
	END $$;
	CREATE EVENT TRIGGER no_metadata ON ddl_command_start WHEN tag IN ('CREATE FUNCTION', 'ALTER FUNCTION') EXECUTE FUNCTION no_metadata();
	CREATE TABLE far (id bigint PRIMARY KEY, body text);
	CREATE TABLE copied (id bigint PRIMARY KEY, body text);
	CREATE TABLE managed (id bigint PRIMARY KEY, body text);
	CREATE TABLE parted (id bigint PRIMARY KEY, body text) PARTITION BY RANGE (id);
	CREATE TABLE parted1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
	INSERT INTO pg_dist_partition VALUES ('far', 'h', 'id', 1, 's'), ('copied', 'n', NULL, 2, 't'), ('managed', 'n', NULL, 0, 's'),
		('parted', 'h', 'id', 1, 's'), ('parted1', 'h', 'id', 1, 's');
}, @town);
my ($out, $err) = psql('CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$', @town);
like($err, qr/not allowed to depend/, 'the stand-in refuses functions as Citus does');
try_local(@town);
is(value('SHOW citus.enable_metadata_sync', @town), 'on', 'the setting is as it was');
try_managed(far     => 'a distributed table',             @town);
try_managed(copied  => 'a reference table',               @town);
try_managed(managed => 'a local table that Citus manages', @town);
try_managed(parted  => 'a distributed partitioned table', @town);

# A table that comes to be Citus's after it was tracked.
value("CREATE TABLE late (id bigint PRIMARY KEY, body text); CALL track_quotes('late', 'body'); INSERT INTO pg_dist_partition VALUES ('late', 'h', 'id', 1)", @town);
($out, $err) = psql("CALL refresh_quotes('late')", @town);
like($err, qr/cannot track table "late", which Citus manages/, 'a tracked table that Citus took is refused, too');
is(value("CALL untrack_quotes('late'); SELECT count(*) FROM newsquote_tracked", @town), 0, 'and can be untracked');

# --- Citus itself

my $available = value(q{SELECT count(*) FROM pg_available_extensions WHERE name = 'citus'});
SKIP:
{
	skip('Citus is not installed', 1) unless $available;
	$ENV{NEWSQUOTE_CONFIG} = "shared_preload_libraries = 'citus'\nwal_level = logical\nmax_wal_senders = 5\ncitus.node_conninfo = 'sslmode=prefer'\n";
	my @clusters;
	for (1 .. 3)
	{
		my $pid = open2(my $from, my $to, project() . '/test/cluster.sh', 'bash', '-c', 'echo "$PGHOST"; cat >/dev/null');
		my $host = <$from>;
		die "no cluster\n" unless defined $host;
		chomp $host;
		push @clusters, { pid => $pid, to => $to, host => $host };
	}
	local $ENV{PGHOST} = $clusters[0]{host};
	# A socket's folder is a host's name, too.
	value('CREATE EXTENSION citus', database => 'postgres') for 1;
	for (@clusters[ 1, 2 ])
	{
		local $ENV{PGHOST} = $_->{host};
		value('CREATE EXTENSION citus');
	}
	value("SELECT citus_set_coordinator_host('$clusters[0]{host}', 5432)");
	value("SELECT citus_add_node('$_->{host}', 5432)") for @clusters[ 1, 2 ];
	value('CREATE EXTENSION newsquote');

	try_local();
	my ($statements) = slurp(project() . '/docs/dba.md') =~ /\*\*Citus\.\*\*.*?\n```\n(.*?)\n```/s;
	my ($table, $rest) = split /(?=-- The shards read)/, $statements, 2;
	my $rows = join '', map { "INSERT INTO %s (id, outlet, body) VALUES ($_, 'Gazette', \$body\$" . slurp((articles())[ $_ - 1 ]) . "\$body\$);\n" } 1 .. 12;
	value("CREATE TABLE here (id bigint PRIMARY KEY, outlet text, body text);" . ($rows =~ s/%s/here/gr));
	value($table . ($rows =~ s/%s/articles/gr));
	value($rest);
	pass('the statements of docs/dba.md');

	my $by_name = 'SELECT outlet, speaker, count(*) FROM %s, extract_quotes(body) GROUP BY outlet, speaker ORDER BY 1, 2';
	is(value(sprintf $by_name, 'articles'), value(sprintf $by_name, 'here'), 'who is quoted how often is as in a local table');
	like(value('EXPLAIN (VERBOSE, COSTS OFF) ' . sprintf $by_name, 'articles'), qr/Task Count: (?:[2-9]|\d\d).*Function Scan on public\.extract_quotes/s,
		'the shards read the articles');
	is(value('SELECT id, quotes FROM articles ORDER BY id'), value('SELECT id, quotes_jsonb(body) FROM here ORDER BY id'), 'the generated column');
	is(value('SELECT id, ordinal, speaker, quote, "position", kind FROM quotes ORDER BY 1, 2'),
		value('SELECT id, q.ordinality, speaker, quote, "position", kind FROM here, extract_quotes(body) WITH ORDINALITY AS q ORDER BY 1, 2'), 'the table beside it');
	is(value("SELECT speaker_key(speaker), count(*) FROM quotes GROUP BY 1 ORDER BY 1"),
		value("SELECT speaker_key(speaker), count(*) FROM here, extract_quotes(body) GROUP BY 1 ORDER BY 1"), 'by key');
	is(value("SELECT count(*) FROM articles WHERE quote_speakers(body) @> '{Ruth Calloway}'"),
		value("SELECT count(*) FROM here WHERE quote_speakers(body) @> '{Ruth Calloway}'"), 'by the index of each shard');

	value("CREATE TABLE copied (id bigint PRIMARY KEY, body text); SELECT create_reference_table('copied');
		CREATE TABLE managed (id bigint PRIMARY KEY, body text); SELECT citus_add_local_table_to_metadata('managed')");
	try_managed(articles => 'a distributed table');
	try_managed(copied   => 'a reference table');
	try_managed(managed  => 'a local table that Citus manages');

	close($_->{to}) for @clusters;
	waitpid($_->{pid}, 0) for @clusters;
}

done_testing;
