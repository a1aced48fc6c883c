#!/usr/bin/env perl
#
# stress.pl SECONDS
#	The program that stress.sh runs with a private server.
#
# Invariant of every snapshot: an article that is recorded as done has exactly the quotes found
# in it and the hash of its text, and the tables of quotes have no other rows.  At the end, after one more refresh_quotes,
# every article is done.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use POSIX qw(:sys_wait_h);
use Psql;
use Time::HiRes qw(time sleep);

my $seconds = shift || 120;
my $seed    = $ENV{SEED} || time;
my $writers = 5;
my ($passed, $failed) = (0, 0);
$| = 1;

# --- the server, with immediate shutdowns and restarts

my ($base) = $ENV{NEWSQUOTE_SERVER_LOG} =~ m{^(.*)/data/log$} or die 'not beside a server of cluster.sh';
my $bindir = `"$ENV{PG_CONFIG}" --bindir`;
chomp $bindir;

sub restart
{
	my $owner = getpwuid((stat("$base/data"))[4]);
	my @as = $> == 0 ? ('runuser', '-u', $owner, '--') : ();
	chdir '/';
	system(@as, 'env', 'LC_ALL=C', "$base$bindir/pg_ctl", '-D', "$base/data", '-l', "$base/data/log", '-m', 'immediate', '-s', '-w', 'restart');
}

# Output of SQL; retries while the server is down.
sub asked
{
	my ($sql) = @_;
	for (1 .. 300)
	{
		my ($out, $err, $status) = psql($sql, database => 'press');
		return $out if $status == 0;
		die "$err\nfor $sql\n" unless $err =~ /connection|shutting down|starting up|recovery mode|terminat|could not connect|canceling|deadlock detected/i;
		sleep 0.2;
	}
	die "no server for $sql";
}

# --- the tables: how a key is written, and properties of each table

my %shape = (
	plain => {
		make => 'CREATE TABLE articles (id integer PRIMARY KEY, seen integer DEFAULT 0, body text);',
		key => sub { $_[0] },
		keys => 'i' },
	partitioned => {
		make => 'CREATE TABLE articles (id integer PRIMARY KEY, seen integer DEFAULT 0, body text) PARTITION BY RANGE (id);'
		  . join('', map { "CREATE TABLE part$_ PARTITION OF articles FOR VALUES FROM (" . $_ * 1000 . ') TO (' . ($_ + 1) * 1000 . ');' } 0 .. 2)
		  . 'CREATE TABLE part3 PARTITION OF articles DEFAULT;',
		key => sub { $_[0] },
		keys => 'i',
		parts => 1 },
	text => {
		make => 'CREATE TABLE articles (id text COLLATE "C" PRIMARY KEY, seen integer DEFAULT 0, body text);',
		key => sub { "'https://news.example/$_[0]'" },
		keys => "'https://news.example/' || i" });

my $number = 0;
my @children;

sub body
{
	$number++;
	my $kind = int(rand(5));
	return 'NULL' if $kind == 0 && rand() < 0.2;
	return "'Nobody spoke about number $number.'" if $kind == 0;
	return "'“Number $number,” said Clara Brandt. '" if $kind == 1;
	return "'“We are ready,” said Clara Brandt. She called number $number “a farce.” '" if $kind == 2;
	return "repeat('“Line $number,” said Otto Maier. “It was closed,” he said. ', " . (1 + int(rand(40))) . ')';
}

# A statement, or a transaction of several.
sub statement
{
	my ($shape) = @_;
	my $key   = sub { $shape->{key}->(int(rand(3000))) };
	my $fresh = sub { $shape->{key}->(3000 + int(rand(1e6))) };
	my @kinds = (
		sub { 'INSERT INTO articles (id, body) VALUES (' . $key->() . ', ' . body() . ')' },
		sub { 'INSERT INTO articles (id, body) VALUES ' . join(', ', map { '(' . $fresh->() . ', ' . body() . ')' } 1 .. 1 + int(rand(20))) },
		sub { 'INSERT INTO articles (id, body) VALUES (' . $key->() . ', ' . body() . '), (' . $fresh->() . ', ' . body() . ') ON CONFLICT (id) DO UPDATE SET body = excluded.body' },
		sub { 'INSERT INTO articles (id, body) VALUES (' . $key->() . ', ' . body() . ') ON CONFLICT DO NOTHING' },
		sub { "COPY articles (id, body) FROM STDIN;\n" . join('', map { (my $id = $fresh->()) =~ s/'//g; "$id\t“Copied " . $number++ . ",” said Jan Nowak.\n" } 1 .. 3) . "\\.\n" },
		sub { 'UPDATE articles SET body = ' . body() . ' WHERE id = ' . $key->() },
		sub { 'UPDATE articles SET body = body || ' . body() . ' WHERE id IN (' . join(', ', map { $key->() } 1 .. 8) . ')' },
		sub { 'UPDATE articles SET seen = seen + 1 WHERE id IN (' . join(', ', map { $key->() } 1 .. 30) . ')' },
		sub { 'UPDATE articles SET id = ' . $fresh->() . ' WHERE id = ' . $key->() },
		sub { 'UPDATE articles SET id = ' . $key->() . ', body = ' . body() . ' WHERE id = ' . $key->() },
		sub { 'DELETE FROM articles WHERE id IN (' . join(', ', map { $key->() } 1 .. 4) . ')' },
		sub { 'WITH gone AS (DELETE FROM articles WHERE id = ' . $key->() . ' RETURNING *), changed AS (UPDATE articles SET body = '
			  . body() . ' WHERE id = ' . $key->() . ') INSERT INTO articles (id, body) SELECT ' . $fresh->() . ', body FROM gone' },
		sub { 'MERGE INTO articles AS a USING (VALUES (' . $key->() . ', ' . body() . '), (' . $key->() . ', ' . body() . ')) AS n(id, body) ON a.id = n.id'
			  . ' WHEN MATCHED AND a.seen % 3 = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET body = n.body WHEN NOT MATCHED THEN INSERT (id, body) VALUES (n.id, n.body)' },
		sub { 'BEGIN; UPDATE articles SET body = ' . body() . ' WHERE id = ' . $key->() . '; SAVEPOINT s; DELETE FROM articles WHERE id = ' . $key->()
			  . '; INSERT INTO articles (id, body) VALUES (' . $fresh->() . ', ' . body() . '); ROLLBACK TO s; UPDATE articles SET body = ' . body() . ' WHERE id = ' . $key->()
			  . (rand() < 0.5 ? '; COMMIT' : '; ROLLBACK') },
		sub { 'BEGIN ISOLATION LEVEL ' . (rand() < 0.5 ? 'REPEATABLE READ' : 'SERIALIZABLE') . '; SELECT count(*) FROM articles WHERE seen < 0; UPDATE articles SET body = '
			  . body() . ' WHERE id = ' . $key->() . '; DELETE FROM articles WHERE id = ' . $key->() . '; COMMIT' },
		sub { 'BEGIN; SELECT FROM articles WHERE id IN (' . join(', ', map { $key->() } 1 .. 5) . ') FOR UPDATE; SELECT pg_sleep(0.02); COMMIT' },
		sub { rand() < 0.02 ? "TRUNCATE articles CASCADE; INSERT INTO articles (id, body) SELECT $shape->{keys}, '“Once more,” said Otto Maier.' FROM generate_series(0, 2999, 2) AS i ON CONFLICT DO NOTHING" : 'DELETE FROM articles WHERE id = ' . $key->() });
	push @kinds,
	  sub { 'UPDATE part' . int(rand(3)) . ' SET body = ' . body() . ' WHERE id IN (' . join(', ', map { $key->() } 1 .. 10) . ')' },
	  sub { my $part = int(rand(3)); "INSERT INTO part$part (id, body) VALUES (" . (1000 * $part + int(rand(1000))) . ', ' . body() . ') ON CONFLICT (id) DO UPDATE SET body = excluded.body' },
	  sub { rand() < 0.02 ? 'TRUNCATE part1 CASCADE' : 'DELETE FROM part1 WHERE id = ' . $key->() }
	  if $shape->{parts};
	return $kinds[ int(rand(@kinds)) ]->() . ";\n";
}

END
{
	my $status = $?;
	kill 'KILL', @children;
	waitpid($_, 0) for @children;
	$? = $status;
}

# Runs a child process until it ends.
sub child
{
	my ($what, $until) = @_;
	my $pid = fork();
	die "fork: $!" unless defined $pid;
	return $pid if $pid;
	srand($seed + $$);
	$SIG{PIPE} = 'IGNORE';
	while (time < $until)
	{
		open(my $psql, '|-', "psql -XqAt press >/dev/null 2>>$base/errors") or die;
		$what->($psql);
		close($psql);
		sleep 0.1 if $?;
	}
	POSIX::_exit(0);
}

# In one snapshot: missing quotes, additional quotes, hashes of another text, rows without an article.
my $check = <<'SQL';
WITH wanted AS (
	SELECT a.id, q.* FROM articles AS a JOIN quotes_done AS d USING (id) CROSS JOIN LATERAL extract_quotes(a.body) WITH ORDINALITY AS q
)
SELECT (SELECT count(*) FROM (SELECT * FROM wanted EXCEPT ALL SELECT * FROM quotes) AS missing),
	(SELECT count(*) FROM (SELECT * FROM quotes EXCEPT ALL SELECT * FROM wanted) AS surplus),
	(SELECT count(*) FROM articles AS a JOIN quotes_done AS d USING (id) WHERE d.hash IS DISTINCT FROM hashtextextended(a.body COLLATE "C", 0)),
	(SELECT count(*) FROM quotes_done AS d WHERE NOT EXISTS (SELECT FROM articles AS a WHERE a.id = d.id))
SQL

sub judge
{
	my ($good, $name, $got) = @_;
	$good ? $passed++ : $failed++;
	print +($good ? 'ok' : 'not ok'), " - $name", $good ? '' : ": $got", "\n" unless $good && $name =~ /snapshot/;
}

psql("CREATE DATABASE press TEMPLATE template0 ENCODING 'UTF8'");
for my $name (qw(plain partitioned text))
{
	my $shape = $shape{$name};
	srand($seed);
	asked("DROP EXTENSION IF EXISTS newsquote CASCADE; DROP TABLE IF EXISTS articles, quotes, quotes_done CASCADE; CREATE EXTENSION newsquote; $shape->{make}"
		  . join('', map { 'INSERT INTO articles (id, body) VALUES (' . $shape->{key}->($_) . ', ' . body() . ');' } 0 .. 2999)
		  . "CALL track_quotes('articles', 'body', 'quotes')");
	my %done = (snapshots => 0, 'kill -9' => 0, restarts => 0, terminated => 0, cancelled => 0);
	my $until = time + $seconds / 3;
	@children = map {
		child(sub { my ($psql) = @_; for (1 .. 100) { print $psql statement($shape) or last; last if time > $until } }, $until)
	} 1 .. $writers;
	push @children, map {
		my $verify = $_;
		child(sub {
			my ($psql) = @_;
			print $psql "UPDATE quotes_done SET engine = 'older' WHERE random() < 0.05;\nCALL refresh_quotes('articles', " . (1 + int(rand(200))) . ", $verify);\n";
		}, $until);
	} 'false', 'true';
	my $last_restart = time;
	while (time < $until)
	{
		sleep 1 + rand(3);
		my $what = rand();
		if (time - $last_restart > 25)
		{
			restart();
			$done{restarts}++;
			$last_restart = time;
		}
		elsif ($what < 0.6)
		{
			my $backends = "FROM pg_stat_activity WHERE datname = 'press' AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND state <> 'idle' ORDER BY random() LIMIT 1";
			if ($what < 0.2)
			{
				my $pid = asked("SELECT pid $backends");
				$done{'kill -9'}++ if $pid && kill 'KILL', $pid;
			}
			elsif ($what < 0.4) { $done{terminated}++ if asked("SELECT pg_terminate_backend(pid) $backends") eq 't' }
			else { $done{cancelled}++ if asked("SELECT pg_cancel_backend(pid) $backends") eq 't' }
		}
		my $got = asked($check);
		$done{snapshots}++;
		judge($got eq '0|0|0|0', "$name: a snapshot", $got);
	}
	waitpid($_, 0) for @children;
	@children = ();
	asked("CALL refresh_quotes('articles')");
	my $got = asked($check);
	judge($got eq '0|0|0|0', "$name: at the end nothing is missing, surplus, stale or orphaned", $got);
	$got = asked('SELECT count(*) FROM articles AS a WHERE NOT EXISTS (SELECT FROM quotes_done AS d WHERE d.id = a.id AND d.engine = newsquote_version())');
	judge($got eq '0', "$name: every article is done", $got);
	my $log = slurp($ENV{NEWSQUOTE_SERVER_LOG});
	judge($log !~ /PANIC|TRAP:|signal 11|signal 6/, "$name: no backend crashed by itself", 'see the log');
	print "# $name: ", join(', ', map { "$done{$_} $_" } sort keys %done), '; ', asked('SELECT count(*) FROM articles'), ' articles, ',
	  asked("SELECT n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables WHERE relname = 'quotes_done'"), " rows of quotes_done written since the last restart, ",
	  scalar(() = $log =~ /deadlock detected/g), " deadlocks in the log so far, ", scalar(() = $log =~ /deadlock detected\n(?:.*(?:DETAIL|HINT|CONTEXT|Process|\t).*\n)*.*STATEMENT:  CALL/g),
	  " of them ended a refresh_quotes\n";
	# What went wrong in the sessions, by kind.
	my %errors;
	$errors{$_}++ for map { s/"[^"]*"/"…"/g; s/\d+/N/g; $_ } slurp("$base/errors") =~ /ERROR:  (.*)/g;
	print "#   $errors{$_} x $_\n" for sort { $errors{$b} <=> $errors{$a} } keys %errors;
	unlink "$base/errors";
}
print "$passed passed, $failed failed\n";
exit($failed == 0 ? 0 : 1);
