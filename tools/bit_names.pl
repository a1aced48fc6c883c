#!/usr/bin/env perl
#
# bit_names.pl LEXICON_H
#	The names of the bits that lexicon.h defines, for nqdump: WC_DET is "det".
use strict;
use warnings;

my %tables = (WC => 'class_names', FN => 'function_names', CUE => 'frame_names');
my %names;

open(my $in, '<', $ARGV[0]) or die "$ARGV[0]: $!\n";
while (<$in>)
{
	push @{ $names{$1} }, $2 if /^#define (WC|FN|CUE)_(\w+)\s+(?:\1\(|0x)/;
}

print "/* Made from lexicon.h by bit_names.pl. */\n";
for my $prefix (sort keys %tables)
{
	die "$ARGV[0] has no $prefix\_\n" if !$names{$prefix};
	print "\nstatic const BitName $tables{$prefix}\[] = {\n";
	print "\t{\"", lc, "\", ${prefix}_$_},\n" for @{ $names{$prefix} };
	print "\t{NULL, 0}\n};\n";
}
