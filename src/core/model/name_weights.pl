#!/usr/bin/env perl
#
# name_weights.pl LANGUAGE WEIGHTS	writes the C source of a language's tagger of names
#
#	WEIGHTS, which train/names.py writes, has the lines
#
#	bits <TAB> number of bits of a row's number
#	transitions <TAB> weights		one line for each tag before, the last for the beginning of a run
#	feature <TAB> weights			a feature's hash in hexadecimal; its weights are a character each, 'O' for 0
#
#	The order of the features says nothing, except which of two is in the first one of two rows.

use strict;
use warnings;

my $TAGS = 11;	# the compiler compares these with name_features.h
my $MAX_WEIGHT = 40;
my $MAX_TRANSITION = 500;

die "usage: name_weights.pl LANGUAGE WEIGHTS\n" unless @ARGV == 2;
my ($language, $path) = @ARGV;
my ($bits, @transitions, %rows);

open(my $file, '<', $path) or die "$path: $!\n";
while (my $line = <$file>)
{
	chomp $line;
	next if $line eq '' || $line =~ /^#/;
	my ($what, @values) = split /\t/, $line;
	if ($what eq 'bits' && @values == 1 && $values[0] =~ /^\d+$/ && $values[0] > 0 && $values[0] < 32)
	{
		$bits = $values[0];
	}
	elsif ($what eq 'transitions' && @values == $TAGS && !grep { !/^-?\d+$/ } @values)
	{
		die "$path:$.: too large a transition\n" if grep { abs > $MAX_TRANSITION } @values;
		push @transitions, [@values];
	}
	elsif (defined $bits && $what =~ /^[0-9a-f]{8}$/ && @values == 1 && $values[0] =~ /^[!-~]{$TAGS}$/)
	{
		my $row = hex($what) >> (32 - $bits) & ~1;

		$row++ if exists $rows{$row};
		die "$path:$.: more than two features of a pair of rows\n" if exists $rows{$row};
		$rows{$row} = [$what, map { ord($_) - ord('O') } split //, $values[0]];
		die "$path:$.: too large a weight\n" if grep { abs > $MAX_WEIGHT } @{ $rows{$row} }[1 .. $TAGS];
	}
	else
	{
		die "$path:$.: not understood: $line\n";
	}
}
die "$path: no bits\n" unless defined $bits;
die "$path: not a line of transitions for each tag before\n" unless @transitions == $TAGS + 1;

print "/* Made by name_weights.pl from $language/name_weights.tsv. */\n#include \"core/entities/name_features.h\"\n#include \"lang/language.h\"\n\nNQ_DECLARE_LANGUAGE($language);\n\n";
print "_Static_assert(NAME_TAGS == $TAGS && MAX_NAME_WEIGHT == $MAX_WEIGHT && MAX_NAME_TRANSITION == $MAX_TRANSITION,\n\t\"name_weights.tsv has weights of other tags; fit it anew (see train/README.md)\");\n\n";
printf "static const NameWeights rows[1 << %d] = {\n", $bits;
for my $row (sort { $a <=> $b } keys %rows)
{
	my ($feature, @weights) = @{ $rows{$row} };

	printf "\t[%d] = {{%s}, 0, 0x%s},\n", $row, join(', ', @weights), $feature;
}
print "};\n\n";
printf "const NameModel nq_%s_names = {\n\t.row_bits = %d,\n\t.rows = rows,\n\t.transitions = {\n", $language, $bits;
print "\t\t{" . join(', ', @$_) . "},\n" for @transitions;
print "\t}\n};\n";
