#!/usr/bin/env perl
#
# accuracy.pl SCORES COMMITTED
#	Compares the scorer's figures with the committed ones, none of which may
#	get worse.  Ends with one plain line, "N passed, N failed".
#
# The committed file has one figure for each key below; not_verbatim is a maximum,
# all others are minimums.

use strict;
use warnings;
use JSON::PP;

my %measure = (
	detect_f1        => sub { $_[0]{detect}{f1} },
	quote_speaker_f1 => sub { $_[0]{quote_speaker}{f1} },
	pronoun_strict   => sub { $_[0]{pronoun}{strict} },
	indirect_f1      => sub { $_[0]{indirect}{f1} },
	indirect_source  => sub { $_[0]{indirect}{source} },
	not_verbatim     => sub { $_[0]{not_verbatim} });

sub read_json
{
	my ($path) = @_;
	open(my $file, '<', $path) or die "$path: $!\n";
	local $/;
	return decode_json(<$file>);
}

my ($scores, $committed) = map { read_json($_) } @ARGV;
my ($passed, $failed) = (0, 0);
for my $key (sort keys %$committed)
{
	my $got    = $measure{$key}->($scores);
	my $wanted = $committed->{$key};
	# Committed figures are rounded to three places.
	my $good = $key eq 'not_verbatim' ? $got <= $wanted : $got + 0.0005 >= $wanted;
	printf "%-4s %-17s %.3f, committed %.3f\n", $good ? 'ok' : 'FAIL', $key, $got, $wanted;
	$good ? $passed++ : $failed++;
}
print "$passed passed, $failed failed\n";
exit($failed == 0 && $passed > 0 ? 0 : 1);
