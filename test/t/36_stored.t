#!/usr/bin/env perl
#
# An article stored as several kinds of HTML or with hard-wrapped lines (test/lib/Pages.pm) has the same
# rows as its plain text: the same speakers and words, apart from hyphens.
#
#	STORED='../shared/corpus/varied/dev/text/*' STYLES='feed|cms' SHOW=1 test/run.sh stored	other articles; show the differences

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Pages;
use Psql;
use Test::More;

# The share of rows, of the plain text's or of the page's where these are more, that are the same.
my $least = 0.98;

my @files = $ENV{STORED} ? glob($ENV{STORED}) : articles();
my $chosen = $ENV{STYLES} || '.*';
my $sql = '';
my %styles;

sub insert
{
	my ($article, $style, $body) = @_;
	return unless $style eq 'plain' || $style =~ /^($chosen)$/;
	$styles{$style}++;
	$sql .= "INSERT INTO page VALUES ($article, '$style', \$page\$$body\$page\$);\n";
}

for my $article (0 .. $#files)
{
	my $text = slurp($files[$article]);
	insert($article, 'plain', $text);
	my %pages = pages($text);
	insert($article, $_, $pages{$_}) for sort keys %pages;
	insert($article, "wrapped at $_", wrapped($text, $_)) for 40, 72, 100;
	insert($article, 'wrapped with CR LF', wrapped($text, 66, crlf => 1));
	insert($article, 'wrapped and quoted', wrapped($text, 70, quoted => 1));
	insert($article, 'wrapped with indents', wrapped($text, 60, indent => 4));
	insert($article, 'wrapped without gaps', wrapped($text, 64, dense => 1));
	insert($article, 'wrapped with hyphens', wrapped($text, 58, hyphens => 1));
	insert($article, 'wrapped in <br>', wrapped($text, 76) =~ s/\n/<br>\n/gr);
}

value("CREATE DATABASE stored TEMPLATE template0 ENCODING 'UTF8'");
value("CREATE EXTENSION newsquote; CREATE TABLE page (article int, style text, body text); $sql
	   CREATE TABLE found AS SELECT article, style, coalesce(speaker, '-') AS speaker, replace(plain_quote(quote), '-', '') AS words,
		   row_number() OVER (PARTITION BY article, style, speaker, replace(plain_quote(quote), '-', '')) AS repetition,
		   substr(body, position, length(quote)) = quote AS verbatim, speaker ~ '[<>&]|\\s\\s' AS marked
	   FROM page, extract_quotes(body)", database => 'stored');

is(value('SELECT count(*) FROM found WHERE NOT verbatim', database => 'stored'), 0, 'quotes are slices of what is stored');
for my $style (sort keys %styles)
{
	next if $style eq 'plain';
	my ($rows, $plain, $same) = split /\|/, value(<<"END", database => 'stored');
SELECT count(*) FILTER (WHERE style = '$style'), count(*) FILTER (WHERE style = 'plain'),
	(SELECT count(*) FROM (SELECT article, speaker, words, repetition FROM found WHERE style = '$style'
						   INTERSECT SELECT article, speaker, words, repetition FROM found WHERE style = 'plain') AS s)
FROM found
END
	my $most = $rows > $plain ? $rows : $plain;
	cmp_ok($same, '>=', $least * $most, sprintf('%s: %d of %d rows are those of the plain text (%.3f)', $style, $same, $most, $same / $most));
	diag(value(<<"END", database => 'stored')) if $ENV{SHOW};
SELECT coalesce(p.article, s.article) || E' plain: ' || coalesce(p.speaker || ': ' || left(p.words, 60), '') || E'\n   $style: ' || coalesce(s.speaker || ': ' || left(s.words, 60), '')
FROM (SELECT * FROM found WHERE style = 'plain') AS p
FULL JOIN (SELECT * FROM found WHERE style = '$style') AS s USING (article, words, repetition)
WHERE s.speaker IS DISTINCT FROM p.speaker ORDER BY 1 LIMIT 30
END
}
value('DROP DATABASE stored');
done_testing;
