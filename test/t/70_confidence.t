#!/usr/bin/env perl
#
# Confidence is a probability: four in five rows with a confidence of 0.8 are right.

use strict;
use warnings;
use FindBin qw($Bin);
use Test::More;

my $shared = "$Bin/../../../shared";
plan skip_all => "the labelled articles are not in $shared" unless -e "$shared/eval/dev.labels.tsv";

my $table = `python3 "$Bin/../confidence.py" "$shared/eval" "$shared/corpus/polnear"`;
my $status = $?;
diag($table);
is($status, 0, 'in five equal bins, the share of right rows is within 0.07 of the mean confidence');
done_testing();
