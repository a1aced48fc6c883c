# statement_timeout, cancel and termination take effect soon for any article.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use List::Util qw(max);
use Psql;
use Test::More;
use Time::HiRes qw(sleep time);

my $megabytes = 40;

# Shapes of articles, read as in test/unit/linear.c; SQL has the same escapes.
my %piece = map { /^([^#\t][^\t]*)\t(.*)$/ ? ($1 => $2) : () } split /\n/, slurp(project() . '/test/pathological.tsv');

value("CREATE DATABASE cancel TEMPLATE template0 ENCODING 'UTF8'");
value('CREATE EXTENSION newsquote', database => 'cancel');

# The most that an interrupt may be delayed, in ms: the time that to_tsvector takes for two million bytes on this machine with its current
# load; about 200 ms on an idle machine.  The best of several tries counts.
sub reference
{
	my ($out) = psql("\\timing on\nSELECT count(*) FROM generate_series(1, 2), to_tsvector('english', (SELECT repeat(E'$piece{news}', 1000000 / octet_length(E'$piece{news}'))));",
		database => 'cancel');
	my ($ms) = $out =~ /Time: ([0-9.]+) ms/;
	die "no time: $out" unless defined $ms;
	return $ms;
}

# An SQL expression for a long article: a million bytes of pieces, repeated, which the server builds quickly.
sub article
{
	my ($name) = @_;
	(my $piece = $piece{$name}) =~ s/'/''/g;
	my $million = "repeat(E'$piece', 1000000 / octet_length(E'$piece'))";
	$million = "(SELECT string_agg(replace(E'$piece', '#', translate(i::text, '0123456789', 'abcdefghij')), '')"
	  . " FROM generate_series(1, 1000000 / octet_length(E'$piece')) AS i)"
	  if $piece =~ /#/;
	return "repeat($million, $megabytes)";
}

# Returns how many ms after the timeout the statement ended, or 0; the session must still work.
sub lateness
{
	my ($sql, $timeout) = @_;
	my ($out, $err) = psql(<<"END", database => 'cancel', go_on => 1);
SELECT 1 FROM extract_quotes('x');
SET statement_timeout = $timeout;
\\timing on
$sql
\\timing off
RESET statement_timeout;
SELECT speaker || ', ' || quote FROM extract_quotes('“We are ready,” said Clara Brandt.');
END
	my ($ms) = $out =~ /Time: ([0-9.]+) ms/;
	die "no time: $out $err" unless defined $ms;
	die "the session is lost: $out $err" unless $out =~ /^Clara Brandt, We are ready\z/m;
	return max(0, $ms - $timeout);
}

# The timeouts differ in which stage they strike.
sub acts_soon
{
	my ($name, $sql) = @_;
	my @late;
	for my $timeout (100, 300)
	{
		my ($late, $soon);
		for (1 .. 6)
		{
			($late, $soon) = (lateness($sql, $timeout), reference());
			last if $late <= $soon;
		}
		push @late, "$late ms, not within $soon" if $late > $soon;
	}
	ok(!@late, "$name: statement_timeout") or diag("late by @late");
}

for my $name (sort keys %piece)
{
	# Made before the clock runs: repeat() cannot be interrupted.
	value('DROP TABLE IF EXISTS text; CREATE UNLOGGED TABLE text (body text); ALTER TABLE text ALTER body SET STORAGE EXTERNAL;'
		. ' INSERT INTO text VALUES (' . article($name) . ')', database => 'cancel');
	acts_soon($name, 'SELECT count(*) FROM text, extract_quotes(body, indirect => true);');
}
acts_soon('a slow pattern', 'SELECT count(*) FROM extract_quotes(' . article('news')
	. q{, patterns => ARRAY['(?<quote>(?:\w+ )+)\d(?!x)z']);});
acts_soon('a runaway pattern', "SELECT count(*) FROM extract_quotes(repeat('a', $megabytes * 1000000) || 'b', "
	. q{patterns => '{(?<quote>(a+)+)(?:a+)+$}');});
acts_soon('an expensive start', q{SELECT count(*) FROM extract_quotes(repeat('a', 1000000) || 'b',
	patterns => '{(?<quote>a+a+a+)c}');});
# Much text between two callouts, much memory, many patterns.
acts_soon('a long repetition', q{SELECT count(*) FROM extract_quotes(repeat('мир', 300000),
	patterns => '{(?<quote>\\p{L}{60000})}');});
acts_soon('forty long repetitions', q{SELECT count(*) FROM extract_quotes(repeat('мир', 300000), patterns => ARRAY(
	SELECT '(?<quote>' || string_agg(format('\p{L}{%s}', 59959 + i), '|') || ')[qx]' FROM generate_series(1, 40) AS i));});
acts_soon('many patterns', q{SELECT count(*) FROM extract_quotes(repeat('Two words. ', 2000000), patterns => ARRAY(
	SELECT format('(?<quote>[XYZ]i%s)', i) FROM generate_series(1, 1000) AS i));});
acts_soon('memory without JIT', q{SELECT count(*) FROM generate_series(1, 1000), extract_quotes(repeat('ab', 25000) || 'Z',
	patterns => ARRAY['(*NO_JIT)(?<quote>(?:a|b)*)Z' || repeat('()', 500)]);});
for my $name ('news', 'alternating marks')
{
	my $article = article($name);
	acts_soon("marks in $name", "SELECT length(highlight_quotes($article, '', true));");
	acts_soon("HTML of $name", "SELECT length(highlight_quotes($article, 'Format=html', true));");
	acts_soon("speakers of $name", "SELECT quote_speakers($article);");
}

# From another session.
for my $how (qw(pg_cancel_backend pg_terminate_backend))
{
	my ($out, $err, $late, $soon);
	for my $try (1 .. 6)
	{
		my $run = start('SELECT count(*) FROM generate_series(1, 1000), extract_quotes(' . article('news') . ', true)',
			database => 'cancel', name => "victim$try");
		sleep 1;
		my $began = time;
		my $found = value("SELECT $how(pid) FROM pg_stat_activity WHERE application_name = 'victim$try' AND state = 'active'");
		die "no victim" unless $found eq 't';
		($out, $err) = finish($run);
		($late, $soon) = ((time - $began) * 1000, reference());
		last if $late <= $soon;
	}
	cmp_ok($late, '<=', $soon, "$how acts soon, a new connection included");
	like($err, $how eq 'pg_cancel_backend' ? qr/canceling statement due to user request/ : qr/terminating connection/,
		"$how: the message");
}

# A cancelled session goes on.
my ($out, $err) = psql("SET statement_timeout = 100; SELECT count(*) FROM generate_series(1, 1000), extract_quotes(" . article('news') . ", true);\n"
	. "SET statement_timeout = 0; SELECT speaker FROM extract_quotes('“We are ready,” said Clara Brandt.');\n"
	. "SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'newsquote call'", database => 'cancel', go_on => 1);
is($out, "Clara Brandt\n0", 'the session goes on');

unlike(slurp($ENV{NEWSQUOTE_SERVER_LOG}), qr/terminated by signal|PANIC|TRAP:/, 'no backend crashed');
value('DROP DATABASE cancel WITH (FORCE)');
done_testing;
