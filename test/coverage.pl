#!/usr/bin/env perl
#
# coverage.pl FOLDER [FILE]
#	Prints the lines and branches of src/core that were reached, from gcov's counters in a folder; for
#	coverage.sh.  Exits with 1 if fewer than 90 % of a file's branches are reached, not counting those that test/unreachable.tsv lists.
#
# A function in a header is counted once, regardless of how many files include it.
use strict;
use warnings;
use Cwd qw(abs_path);
use JSON::PP;

my ($folder, $wanted) = (abs_path($ARGV[0]), $ARGV[1]);
my $least = 0.9;
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

# The branches that cannot be taken, from unreachable.tsv: {file}{text of a line} = how many branches it has explained.
my %unreachable;
for (lines_of("$folder/../../unreachable.tsv"))
{
	next if /^#/ || !/\S/;
	my ($name, $text, $reason) = split /\t/;
	die "unreachable.tsv: three columns are wanted: $_\n" unless defined $reason;
	$unreachable{$name}{$text} = 0;
}

sub lines_of
{
	my ($path) = @_;
	open(my $in, '<', $path) or die "$path: $!\n";
	chomp(my @lines = <$in>);
	return @lines;
}

# Assigns the branches of a line that are never taken to entries of the list; returns how many these explain.
sub excuse
{
	my ($name, $text, @missed) = @_;
	for (grep { $_ eq '*' || index($text, $_) >= 0 } sort keys %{ $unreachable{$name} // {} })
	{
		$unreachable{$name}{$_} += @missed;
		return scalar @missed;
	}
	return 0;
}

my @total = (0) x 4;
my ($low, @missed_lines) = (0);
print "lines branches without unreachable ones\n";
for my $name (sort keys %lines)
{
	my @source   = lines_of("$folder/copy/src/core/$name");
	my @branches = map { @$_ } values %{ $branches{$name} };
	my @counts   = (scalar(grep { $_ > 0 } values %{ $lines{$name} }), scalar(keys %{ $lines{$name} }),
		scalar(grep { $_ > 0 } @branches), scalar(@branches));
	my $excused = 0;
	for my $number (sort { $a <=> $b } keys %{ $branches{$name} })
	{
		my @taken = map { $_ // 0 } @{ $branches{$name}{$number} };
		my @missed = grep { !$_ } @taken or next;
		my $excuse = excuse($name, $source[ $number - 1 ], @missed);
		$excused += $excuse;
		push @missed_lines, "$name:$number: " . join(' ', @taken) . "\t$source[$number - 1]\n" if !$excuse && defined $wanted && index($name, $wanted) >= 0;
	}
	my $few = $counts[3] > $excused && $counts[2] < $least * ($counts[3] - $excused);
	$low += $few;
	print share(@counts[0, 1]), '    ', share(@counts[2, 3]), '    ', share($counts[2], $counts[3] - $excused), "  $name", $few ? '  too few' : '', "\n";
	$total[$_] += $counts[$_] for 0 .. 3;
	$total[4] += $excused;
}
print share(@total[0, 1]), '    ', share(@total[2, 3]), '    ', share($total[2], $total[3] - $total[4]), "  all; $total[4] of $total[3] branches are listed as unreachable\n";
print @missed_lines;
for my $name (sort keys %unreachable)
{
	for (grep { !$unreachable{$name}{$_} } sort keys %{ $unreachable{$name} })
	{
		print "unreachable.tsv: no such branch: $name, $_\n";
		$low++;
	}
}
print "$low files have less than ", 100 * $least, " % of their branches, or entries in unreachable.tsv that are wrong\n" if $low;
exit($low > 0);
