#!/usr/bin/env perl
#
# Every feature has a weight and every weight a feature; otherwise the engine does not compile.

use strict;
use warnings;
use FindBin qw($Bin);
use File::Temp qw(tempdir);
use Test::More;

my $source = "$Bin/../../src";
my $folder = tempdir(CLEANUP => 1);

open(my $in, '<', "$source/lang/english/weights.tsv") or die;
my @lines = <$in>;

# The error of weights.pl for a table of weights; the empty string if it accepts the table.
sub complaint
{
	open(my $out, '>', "$folder/weights.tsv") or die;
	print $out @_;
	close $out;
	my $said = `perl "$source/core/model/weights.pl" english "$folder/weights.tsv" 2>&1 >"$folder/weights.c"`;
	return $? == 0 ? '' : $said;
}

my ($plural) = grep { $lines[$_] =~ /^speaker\.plural\t/ } 0 .. $#lines;

is(complaint(@lines), '', 'the weights are those of the features');
like(complaint(@lines[0 .. $plural - 1, $plural + 1 .. $#lines]), qr/no weight for the feature speaker\.plural:/, 'a feature has no weight');
like(complaint(@lines, "speaker.singular\t1.0000\n"), qr/no feature for the weights speaker\.singular:/, 'a weight has no feature');
like(complaint(@lines, "speaker.plural\t1.0000\n"), qr/weights\.tsv:${\(@lines + 1)}: speaker\.plural has a weight already/, 'a feature has two weights');
like(complaint(@lines, "speaker.plural 1\n"), qr/weights\.tsv:${\(@lines + 1)}: not a name, a tab and a weight/, 'a line is no weight');

# The order of lines does not matter.
is(complaint($lines[0], reverse @lines[1 .. $#lines]), '', 'weights go by name, not by place');
is(`cmp "$folder/weights.c" "$source/lang/english/weights.c" 2>&1`, '', 'and give the same models');
done_testing();
