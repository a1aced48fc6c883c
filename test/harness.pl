#!/usr/bin/env perl
#
# harness.pl TEST...
#	Runs tests that speak TAP and ends with one plain line, "N passed, N failed".
#
# A script that dies, or whose plan is not fulfilled, counts as one more failure.

use strict;
use warnings;
use TAP::Harness;

my $harness = TAP::Harness->new({ verbosity => 0, timer => 1, failures => 1 });
my $all     = $harness->runtests(@ARGV);
my $broken  = grep {
	my ($parser) = $all->parsers($_);
	!$parser->failed && ($parser->exit || $parser->wait || $parser->parse_errors);
} $all->descriptions;
my $failed = $all->failed + $broken;

printf "%d passed, %d failed\n", scalar $all->passed, $failed;
exit($failed == 0 && $all->passed > 0 ? 0 : 1);
