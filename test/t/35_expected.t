#!/usr/bin/env perl
#
# The project's own articles against what a reader found in them (test/articles/expected.tsv: file,
# number, kind, speaker, mention, utterance and the quote's first 60 characters):
# this many of the reader's rows are returned with the right speaker, and this few rows are not the reader's.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

# Shares that were reached; to be raised with the engine.
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
