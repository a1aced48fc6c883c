#!/usr/bin/env perl
#
# coverage.pl FOLDER [FILE]
#	The lines and branches of src/core that were reached, by the counters that gcov reads in a folder: for
#	coverage.sh.
#
# A function of a header is counted once, whoever includes it.
use strict;
use warnings;
use Cwd qw(abs_path);
use JSON::PP;

my ($folder, $wanted) = (abs_path($ARGV[0]), $ARGV[1]);
my (%lines, %branches);

for my $counters (split /\n/, `find '$folder' -name '*.gcda'`)
{
	my $report = decode_json(scalar `cd '$folder' && gcov --json-format --branch-probabilities --stdout '$counters' 2>/dev/null`);
	for my $file (@{ $report->{files} })
	{
		my ($name) = $file->{file} =~ m{src/core/(.*)} or next;
		for my $line (@{ $file->{lines} })
		{
			my $number = $line->{line_number};
			my $branch = 0;
			$lines{$name}{$number} += $line->{count};
			$branches{$name}{$number}[ $branch++ ] += $_->{count} for @{ $line->{branches} };
		}
	}
}

sub share
{
	my ($reached, $all) = @_;
	return $all == 0 ? '    -' : sprintf('%5.1f', 100 * $reached / $all);
}

my @total = (0) x 4;
print "lines branches\n";
for my $name (sort keys %lines)
{
	my @branches = map { @$_ } values %{ $branches{$name} };
	my @counts   = (scalar(grep { $_ > 0 } values %{ $lines{$name} }), scalar(keys %{ $lines{$name} }),
		scalar(grep { $_ > 0 } @branches), scalar(@branches));
	print share(@counts[0, 1]), '    ', share(@counts[2, 3]), "  $name\n";
	$total[$_] += $counts[$_] for 0 .. 3;
}
print share(@total[0, 1]), '    ', share(@total[2, 3]), "  all\n";

for my $name (grep { defined $wanted && index($_, $wanted) >= 0 } sort keys %lines)
{
	open(my $in, '<', "$folder/../../../src/core/$name") or die "$name: $!\n";
	while (my $text = <$in>)
	{
		my $taken = $branches{$name}{$.} or next;
		print "$name:$.: ", join(' ', map { $_ // 0 } @$taken), "\t$text" if grep { !$_ } @$taken;
	}
}
