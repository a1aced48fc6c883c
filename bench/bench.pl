#!/usr/bin/env perl
#
# bench.pl
#	Measures speed and memory of extract_quotes, compared with PostgreSQL's own text functions
#	on the same rows in the same run.
#
# Run by run.sh in a private server.  The articles are PolNeAR's (train) if
# ../shared/corpus exists, otherwise the project's own, repeated to at least 40 MB and stored
# uncompressed.  One backend without JIT and parallelism; the median of several runs
# after a warm-up run.  Times are psql's, so they include everything that a user waits for.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../test/lib";
use File::Temp qw(tempdir);
use Psql;

my $runs   = 5;
my $wanted = 40e6;
my $folder = tempdir(CLEANUP => 1);

$| = 1;

sub median
{
	my @sorted = sort { $a <=> $b } @_;
	return $sorted[ $#sorted / 2 ];
}

# Milliseconds of the last statement, in a new backend.
sub milliseconds
{
	my ($settings, $sql, $times) = @_;
	my $out = value("SET jit = off; SET max_parallel_workers_per_gather = 0;\n"
		. "$settings;\n$sql;\n\\timing on\n" . "$sql;\n" x $times, database => 'bench');
	return median($out =~ /Time: ([0-9.]+) ms/g);
}

# --- the articles

my @files = glob(project() . '/../shared/corpus/polnear/train/text/*');
@files = articles() unless @files;
die "bench: no articles in test/articles\n" unless @files;
my @texts  = map { slurp($_) } @files;
my $bytes  = 0;
$bytes += length for @texts;
my $copies = int($wanted / $bytes) + 1;
my ($total, $count) = ($bytes * $copies, @texts * $copies);

value("CREATE DATABASE bench TEMPLATE template0 ENCODING 'UTF8'");
value("CREATE EXTENSION newsquote; CREATE TABLE seed (id serial, body text);
	ALTER TABLE seed ALTER body SET STORAGE EXTERNAL;
	CREATE TABLE article (LIKE seed INCLUDING STORAGE)", database => 'bench');
value(join('', map { "INSERT INTO seed (body) VALUES (\$article\$$_\$article\$);\n" } @texts), database => 'bench');
value("INSERT INTO article SELECT n * 100000 + id, body FROM seed, generate_series(1, $copies) AS n ORDER BY 1; VACUUM ANALYZE article; CHECKPOINT",
	database => 'bench');

printf "%d articles, %.1f MB, %.1f kB each; %s\n\n", $count, $total / 1e6, $total / $count / 1e3,
	value('SELECT split_part(version(), \' on \', 1)', database => 'bench');

# --- throughput

my @work = (
	[ 'extract_quotes(body)', 'SELECT count(*), sum("position") FROM article, extract_quotes(body)' ],
	[ 'extract_quotes(body, indirect => true)', 'SELECT count(*), sum("position") FROM article, extract_quotes(body, indirect => true)' ],
	[ q{to_tsvector('english', body)}, q{SELECT sum(length(to_tsvector('english', body))) FROM article} ],
	[ q{regexp_matches(body, ..., 'g')}, q{SELECT count(*) FROM article, regexp_matches(body, '“[^”]*”|"[^"]*"', 'g')} ]);

printf "%-42s %10s %10s %12s\n", 'one backend', 'MB/s', 'articles/s', 'of to_tsvector';
my %speed;
for my $work (@work)
{
	my $ms = milliseconds('SELECT 1', $work->[1], $runs);
	$speed{ $work->[0] } = $total / 1e3 / $ms;
	$work->[2] = $count * 1e3 / $ms;
}

open(my $text, '>:raw', "$folder/text") or die $!;
print $text @texts for 1 .. $copies;
close($text);
my (undef, $words, $seconds) = split ' ', `"@{[project()]}/test/build/split_words" $folder/text $runs`;
die "bench: split_words failed\n" unless $seconds;
push @work, [ 'PCRE2 JIT, split into words by \p{L}+', undef, $count / $seconds ];
$speed{ $work[-1][0] } = $total / 1e6 / $seconds;
unlink "$folder/text";

my $slow = $speed{ $work[2][0] };
printf "%-42s %10.1f %10.0f %11.1fx\n", $_->[0], $speed{ $_->[0] }, $_->[2], $speed{ $_->[0] } / $slow for @work;
printf "extract_quotes: %.1f times to_tsvector, %.2f times splitting into words, %.1f times the regular expression\n\n",
	$speed{ $work[0][0] } / $slow, $speed{ $work[0][0] } / $speed{ $work[-1][0] }, $speed{ $work[0][0] } / $speed{ $work[3][0] };

# --- other languages, and HTML

# The same article as a page: a tag around each paragraph, a link in it, marks and ampersands as entities.
sub page
{
	my ($text) = @_;
	my %entity = ("\xe2\x80\x9c" => '&ldquo;', "\xe2\x80\x9d" => '&rdquo;', "\xe2\x80\x99" => '&rsquo;');
	$text =~ s/&/&amp;/g;
	$text =~ s/</&lt;/g;
	$text =~ s/(\xe2\x80[\x9c\x9d\x99])/$entity{$1}/g;
	return "<article>\n" . join('', map { s{^(\S+ \S+ )(\S+)}{$1<a href="/tag">$2</a>}r =~ s{^(.*)$}{<p class="text">$1</p>\n}sr } grep { /\S/ } split /\n\s*\n/, $text) . "</article>\n";
}

my %kinds = (plain => [ 'english', @texts ], html => [ 'english', map { page($_) } @texts ]);
for my $language (qw(spanish french german))
{
	my @own = map { slurp($_) } glob(project() . "/../shared/corpus/$language/{dev,train}/text/*");
	$kinds{$language} = [ $language, @own ] if @own;
}
value('CREATE TABLE other (body text); ALTER TABLE other ALTER body SET STORAGE EXTERNAL', database => 'bench');
printf "%-42s %10s %12s\n", 'the same, a few MB of each', 'MB/s', 'of plain';
my $plain;
for my $kind ('plain', 'html', 'spanish', 'french', 'german')
{
	my ($language, @some) = @{ $kinds{$kind} // next };
	my $size = 0;
	$size += length for @some;
	my $times = int(4e6 / $size) + 1;
	value("TRUNCATE other;\n" . join('', map { "INSERT INTO other SELECT \$article\$$_\$article\$ FROM generate_series(1, $times);\n" } @some), database => 'bench');
	my $ms = milliseconds('SELECT 1', "SELECT count(*), sum(\"position\") FROM other, extract_quotes(body, language => '$language')", $runs);
	my $rate = $size * $times / 1e3 / $ms;
	$plain //= $rate;
	printf "%-42s %10.1f %11.2fx\n", { plain => 'English, plain text', html => 'English, HTML', map { $_ => ucfirst } qw(spanish french german) }->{$kind}, $rate, $rate / $plain;
}
print "\n";

# --- time and memory against length

value("CREATE TABLE long (bytes bigint, body text); ALTER TABLE long ALTER body SET STORAGE EXTERNAL", database => 'bench');
my $all = join "\n\n", @texts;
my @fit;
printf "%-12s %12s %10s %18s\n", 'one article', 'ms', 'MB/s', 'memory / article';
for my $size (1e4, 1e5, 1e6, 1e7, 1e8)
{
	# Several articles of that length, as far as the text suffices, because the processor learns to predict a single one.
	my @parts = map { part($_ * $size, $size) } 0 .. int(length($all) / $size) - 1;
	@parts = part(0, $size) unless @parts;
	my $times = int($size / length($parts[0])) + 1;
	value("TRUNCATE long;\n" . join('', map { "INSERT INTO long (body) VALUES (left(repeat(\$article\$$_\$article\$, $times), $size));\n" } @parts)
		. 'UPDATE long SET bytes = octet_length(body)', database => 'bench');
	my $length = value('SELECT avg(bytes)::int FROM long', database => 'bench');
	my $ms = milliseconds('SELECT 1', 'SELECT count(*) FROM long, extract_quotes(body)', $size > 5e7 ? 3 : $runs) / @parts;
	push @fit, [ log($length), log($ms) ];

	printf "%-12s %12.3f %10.1f %18s\n", sprintf('%.0f kB', $length / 1e3), $ms, $length / 1e3 / $ms,
		$length >= 1e6 ? sprintf('%.1f', peak($length, scalar @parts)) : '-';
}

# Part of the articles, of a given number of bytes, cut at characters.
sub part
{
	my ($from, $size) = @_;
	my $part = substr($all, $from, $size);
	$part =~ s/\A[\x80-\xbf]+//;
	$part =~ s/[\xc0-\xff]?[\x80-\xbf]*\z//;
	return $part;
}

# The backend's peak memory per byte of an article, including the article itself but not what only reading it needs; of several articles, the greatest.
# What a backend needs once does not count: the lexicon and the code that measures the peak are loaded before.
sub peak
{
	my ($length, $articles) = @_;
	my $peak = q{substring(pg_read_file('/proc/self/status', 0, 10000, true) FROM 'VmHWM:\s+(\d+)')::bigint * 1024};
	my $greatest = 0;
	for my $number (0 .. $articles - 1)
	{
		my (undef, $before, $after) = split /\n/, value("SELECT count(*) AS n FROM seed, extract_quotes(body) \\gset\nSELECT $peak;\n"
			. "SELECT max(md5(body)) AS n FROM long \\gset\nSELECT $peak;\n"
			. "SELECT count(*) AS n FROM (SELECT body FROM long OFFSET $number LIMIT 1) AS one, extract_quotes(body) \\gset\nSELECT $peak",
			database => 'bench');
		my $ratio = ($after - $before) / $length + 1;
		$greatest = $ratio if $ratio > $greatest;
	}
	return $greatest;
}

my ($sx, $sy, $sxx, $sxy) = (0) x 4;
for (@fit) { my ($x, $y) = @$_; $sx += $x; $sy += $y; $sxx += $x * $x; $sxy += $x * $y; }
printf "time grows with the length to the power of %.2f\n\n", (@fit * $sxy - $sx * $sy) / (@fit * $sxx - $sx * $sx);

# --- parallel workers

# The planner never chooses a single worker, so a developer setting forces it.
my $force = value("SELECT name FROM pg_settings WHERE name IN ('force_parallel_mode', 'debug_parallel_query')",
	database => 'bench');
my %ms;
for my $workers (1, 2)
{
	my $settings = "SET max_parallel_workers_per_gather = $workers; SET parallel_leader_participation = off;
		SET parallel_setup_cost = 0; SET min_parallel_table_scan_size = 0;
		SET $force = " . ($workers == 1 ? 'on' : 'off');
	value("ALTER TABLE article SET (parallel_workers = $workers)", database => 'bench');
	my $plan = value("$settings; EXPLAIN $work[0][1]", database => 'bench');
	die "bench: no parallel plan\n" unless $plan =~ /Workers Planned: $workers/;
	$ms{$workers} = milliseconds($settings, $work[0][1], $runs);
}
printf "%-42s %10.1f MB/s\n", '1 parallel worker', $total / 1e3 / $ms{1};
printf "%-42s %10.1f MB/s, %.2f times\n\n", '2 parallel workers', $total / 1e3 / $ms{2}, $ms{1} / $ms{2};

# --- the first call of a backend

my (@first, @second);
for (1 .. 9)
{
	my $out = value("SELECT count(*) FROM regexp_matches('x', 'x');\n\\timing on\n"
		. "SELECT count(*) FROM extract_quotes('“We are ready,” said Clara Brandt.');\n" x 3, database => 'bench');
	my @times = $out =~ /Time: ([0-9.]+) ms/g;
	push @first, $times[0];
	push @second, $times[2];
}
printf "first call in a new backend: %.2f ms; the third: %.2f ms\n", median(@first), median(@second);
