# Articles on two other servers, through postgres_fdw: newsquote's functions run there.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use IPC::Open2;
use Psql;
use Test::More;

plan skip_all => 'postgres_fdw is not installed'
	if value(q{SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'}) == 0;

# Starts another cluster, which runs until its input is closed; returns where it listens.
my @clusters;

sub open_cluster
{
	my $pid = open2(my $out, my $in, project() . '/test/cluster.sh', 'bash', '-c', 'echo "$PGHOST"; cat >/dev/null');
	my $host = <$out>;
	die "no cluster\n" unless defined $host;
	chomp $host;
	push @clusters, { pid => $pid, in => $in };
	return $host;
}

sub remote
{
	my ($host, $sql) = @_;
	local $ENV{PGHOST} = $host;
	return value($sql, database => 'postgres');
}

my @body = map { slurp($_) } articles();

sub rows
{
	my ($first, $last) = @_;
	return join '', map { "INSERT INTO articles VALUES ($_, \$body\$$body[$_ - 1]\$body\$);\n" } $first .. $last;
}

my @hosts = map { open_cluster() } 1, 2;
my @range = ([ 1, 15 ], [ 16, 30 ]);
remote($hosts[$_], 'CREATE EXTENSION newsquote; CREATE TABLE articles (id int PRIMARY KEY, body text); '
	. 'CREATE INDEX ON articles USING gin (quote_speakers(body));' . rows(@{ $range[$_] })) for 0, 1;

value("CREATE DATABASE scale TEMPLATE template0 ENCODING 'UTF8'");
value('CREATE EXTENSION newsquote; CREATE EXTENSION postgres_fdw;
	CREATE TABLE here (id int PRIMARY KEY, body text);
	CREATE TABLE articles (id int, body text) PARTITION BY RANGE (id);', database => 'scale');
for my $n (0, 1)
{
	my ($from, $to) = ($range[$n][0], $range[$n][1] + 1);
	value("CREATE SERVER news$n FOREIGN DATA WRAPPER postgres_fdw
			OPTIONS (host '$hosts[$n]', port '5432', dbname 'postgres', extensions 'newsquote');
		CREATE USER MAPPING FOR CURRENT_USER SERVER news$n OPTIONS (user 'postgres');
		CREATE FOREIGN TABLE articles$n PARTITION OF articles FOR VALUES FROM ($from) TO ($to)
			SERVER news$n OPTIONS (table_name 'articles');", database => 'scale');
}
(my $load = rows(1, 30)) =~ s/INSERT INTO articles/INSERT INTO here/g;
value($load, database => 'scale');

# Evaluated on the remote servers, with the same results as locally.
for my $case (
	[ 'quote_speakers', 'who is quoted', q{SELECT id FROM %s WHERE quote_speakers(body) @> '{Ruth Calloway}' ORDER BY id} ],
	[ 'quotes_jsonb', 'how often', q{SELECT id FROM %s WHERE jsonb_array_length(quotes_jsonb(body)) > 20 ORDER BY id} ],
	[ 'speaker_key', 'by key', q{SELECT id FROM %s WHERE speaker_key((quote_speakers(body))[1]) = speaker_key('Sen. Ruth Calloway') ORDER BY id} ],
	[ 'quote_speakers', 'counted there', q{SELECT id FROM (SELECT id, body FROM %s WHERE cardinality(quote_speakers(body)) > 3) AS a ORDER BY id} ])
{
	my ($function, $name, $sql) = @$case;
	my $plan = value('EXPLAIN (VERBOSE, COSTS OFF) ' . sprintf($sql, 'articles'), database => 'scale');
	my @remote = $plan =~ /Remote SQL: (.*)/g;
	is(scalar(grep { /WHERE .*\b$function\(/ } @remote), 2, "$name: $function is asked of both servers") or diag($plan);
	my $there = value(sprintf($sql, 'articles'), database => 'scale');
	isnt($there, '', "$name: something is found");
	is($there, value(sprintf($sql, 'here'), database => 'scale'), "$name: the same as here");
}
is(value('SELECT md5(string_agg(quotes_jsonb(body, true)::text, $$$$ ORDER BY id)) FROM articles', database => 'scale'),
	value('SELECT md5(string_agg(quotes_jsonb(body, true)::text, $$$$ ORDER BY id)) FROM here', database => 'scale'),
	'all quotations are the same');

value('DROP DATABASE scale');
for my $cluster (@clusters)
{
	close $cluster->{in};
	waitpid($cluster->{pid}, 0);
}
done_testing;
