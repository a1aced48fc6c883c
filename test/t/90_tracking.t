# A table of quotes stays correct: under load, when its fill is interrupted, in a dump, and among hostile objects.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;
use Time::HiRes qw(sleep);

my $folder = tempdir(CLEANUP => 1);

sub in_press { return value(shift, database => 'press', @_) }

# Articles with none, one or two quotes.
my $body = q{CASE i % 3 WHEN 0 THEN 'Nobody spoke about number ' || i || '.'
	WHEN 1 THEN '“The valve was never closed,” said Clara Brandt.'
	ELSE '“We are ready,” said Clara Brandt. She called number ' || i || ' “a farce.”' END};

sub fresh_articles
{
	my ($count) = @_;
	return "CREATE TABLE articles (id integer PRIMARY KEY, seen integer NOT NULL DEFAULT 0, body text);\n"
	  . "INSERT INTO articles SELECT i, 0, $body FROM generate_series(1, $count) AS i;\n";
}

# The numbers of missing quotes, of surplus quotes, and of articles that are not recorded as done.
sub differences
{
	my (%option) = @_;
	my $wanted = 'SELECT a.id, q.* FROM articles AS a, extract_quotes(a.body) WITH ORDINALITY AS q';
	return value("SELECT (SELECT count(*) FROM ($wanted EXCEPT ALL SELECT * FROM quotes) AS missing),"
		  . " (SELECT count(*) FROM (SELECT * FROM quotes EXCEPT ALL $wanted) AS surplus),"
		  . ' (SELECT count(*) FROM articles AS a WHERE NOT EXISTS'
		  . ' (SELECT FROM quotes_done AS d WHERE d.id = a.id AND d.engine = newsquote_version()))',
		database => 'press', %option);
}

# Waits until the SQL returns t, however long the server takes.
sub wait_until
{
	my ($sql) = @_;
	for (1 .. 6000)
	{
		return 1 if in_press($sql) eq 't';
		sleep 0.01;
	}
	die "never: $sql";
}

sub waits_for_lock
{
	my ($name) = @_;
	return "SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = '$name' AND wait_event_type = 'Lock'";
}

value("CREATE DATABASE press TEMPLATE template0 ENCODING 'UTF8'");
in_press('CREATE EXTENSION newsquote');

#
# Others write while the table is filled, and while it is filled again.
#
my %script = (
	change => q{\set id random(1, 3000)
UPDATE articles SET body = body || ' “Number :id,” said Otto Maier.' WHERE id = :id;},
	look => q{\set id random(1, 3000)
WITH looked AS (SELECT id FROM articles WHERE id BETWEEN :id AND :id + 20 ORDER BY id FOR UPDATE)
UPDATE articles SET seen = seen + 1 FROM looked WHERE articles.id = looked.id;},
	renumber => q{\set id random(1, 3000)
\set other random(10000, 10000000)
UPDATE articles SET id = :other WHERE id = :id AND NOT EXISTS (SELECT FROM articles WHERE id = :other);},
	come => q{\set id random(10000000, 2000000000)
INSERT INTO articles SELECT :id + i, 0, '“Late,” said Jan Nowak.' FROM generate_series(0, 3) AS i ON CONFLICT DO NOTHING;},
	go => q{\set id random(1, 3000)
DELETE FROM articles WHERE id = :id;},
	regret => q{\set id random(1, 3000)
BEGIN;
UPDATE articles SET body = '“Never mind,” said Jan Nowak.' WHERE id = :id;
DELETE FROM articles WHERE id = :id + 1;
ROLLBACK;},
	linger => q{\set id random(1, 3000)
BEGIN;
UPDATE articles SET body = '“At last,” said Jan Nowak.' WHERE id = :id;
\sleep 3 ms
END;});
for my $name (keys %script)
{
	open(my $file, '>', "$folder/$name.sql") or die;
	print $file "$script{$name}\n";
	close($file);
}

sub load
{
	my ($transactions) = @_;
	my $pid = fork();
	die "fork: $!" unless defined $pid;
	if ($pid == 0)
	{
		open(STDOUT, '>', "$folder/load.log") or die;
		open(STDERR, '>&', \*STDOUT) or die;
		exec('pgbench', '-n', '-c', 4, '-j', 2, '-t', $transactions, '--random-seed=26',
			(map { ('-f', "$folder/$_.sql") } sort keys %script), 'press');
		die "pgbench: $!";
	}
	return $pid;
}

in_press(fresh_articles(3000));
for my $call ("track_quotes('articles', 'body', 'quotes', batch => 7)",
	"refresh_quotes('articles', batch => 7)")
{
	in_press("UPDATE quotes_done SET engine = 'older'") if $call =~ /refresh/;
	my $load = load(400);
	wait_until("SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'pgbench'");
	my ($out, $err, $status) = psql("CALL $call", database => 'press');
	is($status, 0, "$call ends well while others write") or diag($err);
	like($err, qr/NOTICE:  public\.articles: found the quotes of \d+ articles, all are done/, 'it says what it did');
	waitpid($load, 0);
	is($?, 0, 'so does what they write, without a deadlock') or diag(slurp("$folder/load.log"));
	is(differences(), '0|0|0', 'every quote is there, once');
}
is(in_press("SELECT count(*) > 100 FROM articles WHERE id > 3000"), 't', 'and much was written');

# Two fills at once share the work.
in_press("UPDATE quotes_done SET engine = 'older'");
my @fills = map { start("CALL refresh_quotes('articles', batch => 5)", database => 'press') } 1 .. 2;
for (@fills)
{
	my ($out, $err, $status) = finish($_);
	is($status, 0, 'one of two fills at once ends well') or diag($err);
}
is(differences(), '0|0|0', 'and nothing is done twice');

#
# Other arguments for a table that is tracked: while others write, in the midst of a fill, and broken off.
#
# How many quotes are missing, and how many are too many.
sub differences_with
{
	my ($arguments, $filter, $source, $target) = @_;
	my $wanted = "SELECT a.id, q.* FROM $source AS a, extract_quotes(a.body, $arguments) WITH ORDINALITY AS q WHERE $filter";
	return in_press("SELECT (SELECT count(*) FROM ($wanted EXCEPT ALL SELECT * FROM $target) AS missing),"
		  . " (SELECT count(*) FROM (SELECT * FROM $target EXCEPT ALL $wanted) AS surplus)");
}

in_press("UPDATE articles SET body = body || ' She said that it was late. “Fine,” quipped Otto Maier.' WHERE id % 5 = 0;"
	  . 'CREATE VIEW voices AS SELECT speaker, count(*) FROM quotes GROUP BY speaker');
for my $case ([ 'indirect => true', 'indirect => true', 'true' ],
	[ "filter => 'id % 3 < 2', cues => '{quip}'", "indirect => true, cues => '{quip}'", 'id % 3 < 2' ],
	[ "filter => 'id % 3 > 0', indirect => false", "cues => '{quip}'", 'id % 3 > 0' ],
	[ "filter => 'true', cues => '{}'", 'indirect => false', 'true' ])
{
	my ($change, $arguments, $filter) = @$case;
	in_press("UPDATE quotes_done SET engine = 'older'");
	my $load = load(80);
	wait_until("SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'pgbench'");
	my $refresh = start("CALL refresh_quotes('articles', batch => 5)", database => 'press');
	my ($out, $err, $status) = psql("CALL track_quotes('articles', 'body', batch => 7, $change)", database => 'press');
	is($status, 0, "$change: ends well while others write") or diag($err);
	like($err, qr/NOTICE:  public\.articles: .* changed, \d+ of the articles that were read will be read again/, 'and says what is read again');
	is((finish($refresh))[2], 0, 'so does a fill that was under way');
	waitpid($load, 0);
	is($?, 0, 'and what they write') or diag(slurp("$folder/load.log"));
	is(differences_with($arguments, $filter, 'articles', 'quotes'), '0|0', 'the quotes are those of the new arguments');
	is(in_press("SELECT filled FROM newsquote_tracked WHERE source = 'articles'::regclass"), 't', 'which is known');
}
ok(in_press('SELECT count(*) FROM voices') > 0, 'a view on the quotes is still there');
in_press('DROP VIEW voices');

#
# Somebody holds what the fill comes for.
#
# A session that does something in a transaction and waits there until it is let go.
sub hold
{
	my ($sql, $end) = @_;
	unlink "$folder/go";
	my $run = start("BEGIN;\n$sql;\n\\! while [ ! -e $folder/go ]; do sleep 0.02; done\n$end;\n",
		database => 'press', name => 'holder');
	wait_until("SELECT count(*) > 0 FROM pg_stat_activity WHERE application_name = 'holder' AND state = 'idle in transaction'");
	return $run;
}

sub let_go
{
	my ($run) = @_;
	open(my $file, '>', "$folder/go") or die;
	close($file);
	return finish($run);
}

sub fill_meanwhile
{
	my ($call, $name, $sql, $end, $done) = @_;
	my $holder = hold($sql, $end);
	my $fill = start("CALL $call", database => 'press', name => 'fill');
	wait_until(waits_for_lock('fill'));
	is(in_press('SELECT count(*) FROM quotes_done WHERE engine = newsquote_version()'), $done,
		"$name: the fill waits when all others are done") if defined $done;
	is((let_go($holder))[2], 0, "$name: nothing happens to the holder");
	is((finish($fill))[2], 0, "$name: nor to the fill");
	is(differences(), '0|0|0', "$name: the quotes are right");
}

in_press("CALL untrack_quotes('articles', false); DROP TABLE articles; " . fresh_articles(30));
fill_meanwhile("track_quotes('articles', 'body', 'quotes')", 'a writer who was there before the triggers',
	"INSERT INTO articles VALUES (31, 0, '“Early,” said Jan Nowak.'); UPDATE articles SET body = NULL WHERE id = 5", 'COMMIT');
for my $case ([ 'an article that is looked at', 'SELECT FROM articles WHERE id = 4 FOR UPDATE', 'COMMIT', 30 ],
	[ 'an article that is changed', "UPDATE articles SET body = '“Changed,” said Jan Nowak.' WHERE id = 4", 'COMMIT', 30 ],
	[ 'an article that was nearly changed', "UPDATE articles SET body = 'No quotes.' WHERE id = 4", 'ROLLBACK', 30 ],
	[ 'an article that goes', 'DELETE FROM articles WHERE id IN (7, 8)', 'COMMIT', 29 ],
	[ 'an article that gets another number', 'UPDATE articles SET id = 100 + id WHERE id = 10', 'COMMIT', 28 ])
{
	in_press("UPDATE quotes_done SET engine = 'older'");
	fill_meanwhile("refresh_quotes('articles')", @$case);
}

#
# A writer whose snapshot is older than the fill cannot know its work: the error says to try again.
#
for my $case ([ 'changes', "UPDATE articles SET body = 'No quotes.' WHERE id = 4" ],
	[ 'deletes', 'DELETE FROM articles WHERE id = 4' ],
	[ 'gives another number', 'UPDATE articles SET id = 200 WHERE id = 4' ])
{
	my ($name, $sql) = @$case;
	in_press("CALL untrack_quotes('articles', false)");
	my ($out, $err) = psql("BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT count(*) > 0 FROM articles;\n"
		  . "\\! psql -Xq press -c \"CALL track_quotes('articles', 'body', 'quotes')\" 2>&1 | grep -v NOTICE\n$sql;\nCOMMIT;",
		database => 'press');
	is($out, 't', "a fill within a transaction that $name: goes well");
	like($err, qr/could not serialize access/, "and the transaction is to be tried again");
	is(differences(), '0|0|0', 'the quotes are right');
	in_press("BEGIN ISOLATION LEVEL REPEATABLE READ; $sql; COMMIT");
	is(differences(), '0|0|0', 'and so they are after the second try');
	in_press("DELETE FROM articles WHERE id IN (4, 200); INSERT INTO articles VALUES (4, 0, '“Four,” said Jan Nowak.')");
}

{
	my ($out, $err) = psql("BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT count(*) > 0 FROM articles;\n"
		  . "\\! psql -Xq press -c \"CALL track_quotes('articles', 'body', indirect => true)\" 2>&1 | grep -v NOTICE\n"
		  . "UPDATE articles SET body = 'No quotes.' WHERE id = 5;\nCOMMIT;", database => 'press');
	like($err, qr/could not serialize access/, 'other arguments within an older transaction that writes: it is to be tried again');
	in_press("CALL track_quotes('articles', 'body', indirect => false)");
	is(differences(), '0|0|0', 'the quotes are right');
}

# The same where the articles are partitioned, and no foreign key tells.
in_press("CREATE TABLE parted (LIKE articles INCLUDING ALL) PARTITION BY RANGE (id); CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (20);"
	  . 'CREATE TABLE parted_2 PARTITION OF parted DEFAULT; INSERT INTO parted SELECT * FROM articles');
for my $case ([ 'changes', "UPDATE parted SET body = 'No quotes.' WHERE id = 4" ],
	[ 'deletes', 'DELETE FROM parted WHERE id = 4' ],
	[ 'deletes directly', 'DELETE FROM parted_1 WHERE id = 4' ],
	[ 'gives another number', 'UPDATE parted SET id = 200 WHERE id = 4' ])
{
	my ($name, $sql) = @$case;
	my ($out, $err) = psql("BEGIN ISOLATION LEVEL REPEATABLE READ;\nSELECT count(*) > 0 FROM parted;\n"
		  . "\\! psql -Xq press -c \"CALL track_quotes('parted', 'body', 'parted_said')\" 2>&1 | grep -v NOTICE\n$sql;\nCOMMIT;",
		database => 'press');
	like($err, qr/could not serialize access/, "partitioned: a transaction that $name is to be tried again");
	is(differences_with('false', 'true', 'parted', 'parted_said'), '0|0', 'the quotes are right');
	in_press("BEGIN ISOLATION LEVEL REPEATABLE READ; $sql; COMMIT");
	is(differences_with('false', 'true', 'parted', 'parted_said'), '0|0', 'and so they are after the second try');
	is(in_press('SELECT count(*) FROM parted_said_done AS d WHERE NOT EXISTS (SELECT FROM parted AS a WHERE a.id = d.id)'), 0, 'nothing is left of it');
	in_press("CALL untrack_quotes('parted', false); DELETE FROM parted WHERE id IN (4, 200); INSERT INTO parted VALUES (4, 0, '“Four,” said Jan Nowak.')");
}
in_press('DROP TABLE parted');

#
# Killed in the midst, by a lock that stops it there.
#
in_press("CALL untrack_quotes('articles', false); DROP TABLE articles; " . fresh_articles(20000));
my $fill = start("CALL track_quotes('articles', 'body', 'quotes', batch => 10)", database => 'press', name => 'fill');
wait_until("SELECT to_regclass('quotes_done') IS NOT NULL");
wait_until('SELECT count(*) > 100 FROM quotes_done');
my $holder = hold('LOCK TABLE quotes IN SHARE MODE', 'COMMIT');
wait_until(waits_for_lock('fill'));
is(in_press("SELECT pids = ARRAY(SELECT pid FROM pg_stat_activity WHERE application_name = 'fill') FROM newsquote_progress"), 't',
	'another session sees that it runs');
in_press("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fill'");
like((finish($fill))[1], qr/terminating connection/, 'the fill is killed');
let_go($holder);
my $done = in_press('SELECT count(*) FROM quotes_done');
ok($done > 100 && $done < 20000, "in its midst: $done of 20000");
is(in_press('SELECT filled FROM newsquote_tracked'), 'f', 'which is known');
is(in_press('SELECT done, articles, pids FROM newsquote_progress'), "$done|20000|{}", 'to all, and that nobody goes on with it');
in_press("UPDATE articles SET body = '“Meanwhile,” said Otto Maier.' WHERE id IN (1, 20000)");
is(in_press("SELECT id FROM quotes WHERE quote = 'Meanwhile' ORDER BY id"), "1\n20000", 'what is written now is followed');
like((psql("CALL track_quotes('articles', 'body', 'others')", database => 'press'))[1], qr/already tracked/,
	'other words do not go on with it');
my $rest = 20000 - $done - 1;
like((psql("CALL track_quotes('articles', 'body', 'quotes')", database => 'press'))[1],
	qr/found the quotes of $rest articles, all are done/, 'the same call goes on where it was');
is(differences(), '0|0|0', 'and everything is there, once');
like((psql("CALL track_quotes('articles', 'body', 'quotes')", database => 'press'))[1], qr/found the quotes of 0 articles/,
	'and then there is no more to do');

#
# Dumped and restored, in the midst of a fill too, and in a schema with an odd name.
#
in_press(q{CREATE SCHEMA "Old ""News"""; CREATE TABLE "Old ""News""".articles AS SELECT * FROM articles LIMIT 50;
	ALTER TABLE "Old ""News""".articles ADD PRIMARY KEY (id);
	CALL track_quotes('"Old ""News""".articles', 'body', 'quotes', indirect => true);
	DELETE FROM articles WHERE id > 100; DELETE FROM quotes_done WHERE id > 60; DELETE FROM quotes WHERE id > 60;
	CREATE TABLE parted (id integer PRIMARY KEY, body text) PARTITION BY RANGE (id); CREATE TABLE parted_1 PARTITION OF parted DEFAULT;
	INSERT INTO parted VALUES (1, '“One,” said Jan Nowak.'); CALL track_quotes('parted', 'body');
	CALL correct_quotes('articles'); INSERT INTO quotes_corrections (id, quote, speaker) VALUES (1, 'Meanwhile', 'Otto Kern');
	CREATE TABLE gone (id integer PRIMARY KEY, body text);
	CALL track_quotes('gone', 'body'); DROP TABLE gone CASCADE;});
my $state = q{SELECT source, body_column, target, done, indirect, language, filled FROM newsquote_tracked
	WHERE source::text !~ '^\d+$' ORDER BY source::text};
my $triggers = q{SELECT tgrelid::regclass, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
	AND tgrelid <> 'newsquote_tracked'::regclass ORDER BY 2};
for my $way ("pg_dump press | psql -Xq -v ON_ERROR_STOP=1 press_again",
	"pg_dump -Fc -f $folder/dump press && pg_restore -j 2 -d press_again $folder/dump")
{
	value("CREATE DATABASE press_again TEMPLATE template0 ENCODING 'UTF8'");
	is(system("{ $way; } >$folder/restore.log 2>&1"), 0, "restored: $way") or diag(slurp("$folder/restore.log"));
	is(value($_, database => 'press_again'), in_press($_), 'the same') for $state, $triggers,
		'SELECT * FROM quotes ORDER BY id, ordinal', 'SELECT id, engine FROM quotes_done ORDER BY id';
	is(value('SELECT count(*) FROM newsquote_tracked', database => 'press_again'), 3, 'without what has lost its table');
	is(value('DELETE FROM parted; SELECT count(*) FROM parted_quotes', database => 'press_again'), 0, 'a partitioned table is followed');
	is(value('SELECT speaker FROM quotes_corrected WHERE corrected', database => 'press_again'), 'Otto Kern', 'corrections are there');
	value("INSERT INTO articles VALUES (-1, 0, '“Restored,” said Jan Nowak.')", database => 'press_again');
	isnt(differences(database => 'press_again'), '0|0|0', 'what was undone is undone');
	value("CALL refresh_quotes('articles')", database => 'press_again');
	is(differences(database => 'press_again'), '0|0|0', 'and is done now');
	value("CALL untrack_quotes('articles'); DROP EXTENSION newsquote CASCADE", database => 'press_again');
	value('DROP DATABASE press_again');
}

#
# Ordinary users: one has the articles, another writes them, a third means no good.
#
in_press(<<'SQL');
CREATE ROLE press_owner;
CREATE ROLE press_writer;
CREATE ROLE press_evil;
GRANT CREATE ON DATABASE press TO press_owner, press_evil;
DROP TABLE articles, quotes, quotes_done, quotes_corrections CASCADE;
DROP FUNCTION quotes_keep;
CREATE SCHEMA desk AUTHORIZATION press_owner;
ALTER DATABASE press SET search_path = desk, public;
SQL

sub messages
{
	my ($role, $sql) = @_;
	return (psql("SET SESSION AUTHORIZATION $role;\n$sql", database => 'press'))[1];
}

like(messages('press_owner', fresh_articles(20) . "CALL track_quotes('articles', 'body', 'quotes')"),
	qr/found the quotes of 20 articles/, 'an owner tracks a table of his own');
in_press('GRANT USAGE ON SCHEMA desk TO press_writer; GRANT SELECT, INSERT, UPDATE, DELETE ON articles TO press_writer');
is(messages('press_writer', <<'SQL'), '', 'who writes articles needs no rights on the quotes');
INSERT INTO articles VALUES (21, 0, '“Written,” said Jan Nowak.');
UPDATE articles SET body = body || ' “More,” she said.' WHERE id < 5;
DELETE FROM articles WHERE id = 6;
SQL
like(messages('press_writer', 'SELECT * FROM quotes'), qr/permission denied for table quotes/, 'and has none');
is(differences(), '0|0|0', 'the quotes are right');
like(messages('press_writer', "CALL untrack_quotes('articles')"), qr/must be owner of table articles/,
	'only the owner ends it');
is(in_press("SELECT proowner::regrole, prosecdef FROM pg_proc WHERE oid = 'quotes_keep'::regproc"), 'press_owner|t',
	'the triggers have the rights of the owner, no more');

like(messages('press_evil', <<'SQL'), qr/must be owner of the tracked tables/, 'nobody can say that his quotes are in a table of others');
CREATE SCHEMA evil;
CREATE TABLE evil.bait (id integer PRIMARY KEY, body text);
INSERT INTO newsquote_tracked VALUES ('evil.bait', 'body', 'newsquote_tracked', 'evil.bait', false, 'english');
SQL
like(messages('press_evil', 'SELECT * FROM newsquote_tracked FOR UPDATE'), qr/permission denied/,
	'nor lock what is known of others');

#
# Functions, operators, types and tables of another's: first in the path, and beside the extension's own.
#
my $caught = q{AS 'INSERT INTO evil.caught SELECT current_user RETURNING true'};
my $traps  = <<'SQL';
GRANT USAGE ON SCHEMA evil TO PUBLIC;
CREATE TABLE evil.caught (who name);
GRANT INSERT, SELECT ON evil.caught TO PUBLIC;
CREATE TABLE evil.newsquote_tracked (who text);
CREATE TABLE evil.articles (id integer);
CREATE TABLE evil.quotes (id integer);
CREATE TABLE evil.new_rows (id integer);
CREATE VIEW evil.pg_class AS SELECT * FROM evil.caught;
SQL
for my $type ('integer', 'bigint', 'text', 'name', 'oid', 'regclass', 'boolean', '"char"', 'tid', 'timestamptz',
	'double precision')
{
	$traps .= "CREATE FUNCTION evil.trap($type, $type) RETURNS boolean LANGUAGE sql $caught;\n";
	$traps .= "CREATE OPERATOR evil.$_ (FUNCTION = evil.trap, LEFTARG = $type, RIGHTARG = $type);\n"
	  for qw(= <> < > <= >= || + -);
}
$traps .= "CREATE FUNCTION $_ RETURNS boolean LANGUAGE sql $caught;\n"
  for 'evil.format(text, VARIADIC text[])', 'evil.count()', 'evil.clock_timestamp()', 'evil.transaction_timestamp()',
	'evil.round(double precision)', 'evil.array_agg(tid)', 'evil.max(tid)', 'evil.pg_has_role(oid, text)',
	'evil.newsquote_version()', 'evil.newsquote_tracking(regclass)', 'evil.newsquote_check_call(integer)',
	'public.extract_quotes(article text, indirect boolean, language text)', 'public.newsquote_key(regclass, name, name)';
$traps .= "CREATE DOMAIN evil.$_ AS integer;\n" for qw(text regclass tid name);
in_press('GRANT CREATE ON SCHEMA public TO press_evil');
is(messages('press_evil', $traps), '', 'the traps are set');

my $path = 'SET search_path = evil, pg_catalog';
in_press("$path; SELECT 1 = 1");
is(in_press('SELECT who FROM evil.caught'), 'postgres', 'they catch');
in_press('TRUNCATE evil.caught');
in_press("SET SESSION AUTHORIZATION press_owner; $path;" . <<'SQL');
CALL public.untrack_quotes('desk.articles', false);
CALL public.track_quotes('desk.articles', 'body', 'quotes', batch => 3);
INSERT INTO desk.articles VALUES (30, 0, '“Caught,” said Jan Nowak.');
UPDATE desk.articles SET body = '“Not caught,” said Jan Nowak.';
UPDATE desk.quotes_done SET engine = 'older';
CALL public.refresh_quotes('desk.articles');
DELETE FROM public.newsquote_tracked WHERE false;
SQL
is(in_press('SELECT who FROM evil.caught'), '', 'none of what newsquote does is caught');
in_press('DROP FUNCTION public.extract_quotes(text, boolean, text)');
is(differences(), '0|0|0', 'and the quotes are right');

unlike(slurp($ENV{NEWSQUOTE_SERVER_LOG}), qr/terminated by signal|PANIC|TRAP:|deadlock detected/,
	'no backend crashed, and nobody was deadlocked');

#
# Other arguments, and a crash in the midst of their fill: kill -9 of a backend brings the whole server down.  Commits
# must reach the disk first: the test server is set up to lose its last ones in a crash, and the test waits for a commit.
#
{
	value('ALTER DATABASE press SET synchronous_commit = on');
	in_press("CREATE TABLE notes (id integer PRIMARY KEY, body text); INSERT INTO notes SELECT i, $body ||"
		  . " CASE WHEN i % 5 = 0 THEN ' She said that it was late. “Fine,” jotted Otto Maier.' ELSE '' END FROM generate_series(1, 20000) AS i;"
		  . " CALL track_quotes('notes', 'body', 'noted')");
	my $wanted = "indirect => true, cues => '{jotted}'";
	my ($old)  = split(/\|/, differences_with($wanted, 'true', 'notes', 'noted'));
	cmp_ok($old, '>', 0, "other arguments give other quotes: $old are missing");
	my $change = start("CALL track_quotes('notes', 'body', 'noted', $wanted, batch => 10)", database => 'press', name => 'change');
	wait_until('SELECT count(*) BETWEEN 100 AND 15000 FROM noted_done WHERE engine = newsquote_version()');
	my $pid = in_press("SELECT pid FROM pg_stat_activity WHERE application_name = 'change'");
	kill('KILL', $pid) or die "kill: $!";
	isnt((finish($change))[2], 0, 'a fill with other arguments is killed');
	for (1 .. 600)
	{
		last if (psql('SELECT 1', database => 'press'))[0] eq '1';
		sleep 0.1;
	}
	my $left = in_press('SELECT count(*) FROM notes AS a WHERE NOT EXISTS (SELECT FROM noted_done AS d WHERE d.id = a.id AND engine = newsquote_version())');
	cmp_ok($left, '>', 0, "in its midst: $left articles are left");
	is(in_press("SELECT filled, indirect, cues FROM newsquote_tracked WHERE source = 'notes'::regclass"), 'f|t|{jotted}', 'the new arguments are known');
	in_press("CALL refresh_quotes('notes')");
	is(differences_with($wanted, 'true', 'notes', 'noted'), '0|0', 'nothing of the old arguments is left');
}

value('DROP DATABASE press WITH (FORCE)');
value('DROP ROLE press_owner, press_writer, press_evil');
done_testing;
