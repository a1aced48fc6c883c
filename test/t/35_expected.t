#!/usr/bin/env perl
#
# Compares the rows of the project's own articles with those that a human reader found (test/articles/expected.tsv: file,
# number, kind, speaker, mention, utterance and the first 60 characters of the quote):
# how many of the reader's rows are returned with the right speaker, and how many other rows are returned.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

# The shares reached so far; raise them when the engine improves.
my $recall = 0.85;
my $precision = 0.85;

my $articles = project() . '/test/articles';
my %expected;
for (split /\n/, slurp("$articles/expected.tsv"))
{
	next if /^#/ or !/\S/;
	my ($file, $speaker, $quote) = (split /\t/)[0, 3, 6];
	push @{ $expected{$file} }, [ $speaker, $quote ];
}

value('CREATE EXTENSION newsquote');
my ($wanted, $returned, $right) = (0, 0, 0);
for my $file (sort keys %expected)
{
	my $text = slurp("$articles/$file");
	my $rows = value("SELECT concat(speaker, chr(9), left(replace(quote, chr(10), ' '), 60)) FROM extract_quotes(\$article\$$text\$article\$)");
	my %got;
	for (split /\n/, $rows) { $got{$_}++; $returned++; }
	for (@{ $expected{$file} })
	{
		my ($speaker, $quote) = @$_;
		$wanted++;
		$got{"$speaker\t$quote"} ? $right++ : diag("$file: $speaker: $quote");
	}
}
value('DROP EXTENSION newsquote');

diag("$right of the reader's $wanted rows are right, of $returned returned");
cmp_ok($right, '>=', $recall * $wanted, 'the reader\'s rows are returned with the right speaker');
cmp_ok($right, '>=', $precision * $returned, 'and most rows are the reader\'s');
done_testing;
