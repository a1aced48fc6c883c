#!/usr/bin/env perl
#
# examples.pl FOLDER
#	Writes each example of docs/spec.md into the folder, in the form of fuzz.c's inputs.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Spec;

my ($indirect, $own_settings) = (1, 4);
my %language = (german => 0, french => 0x10, spanish => 0x20, english => 0x30);

my ($folder) = @ARGV or die "usage: examples.pl FOLDER\n";
open(my $document, '<:utf8', spec()) or die spec() . ": $!\n";
my $number = 0;
for my $example (examples(do { local $/; <$document> }))
{
	my ($cues, $patterns) = @$example{qw(cues patterns)};
	my $own  = @$cues || @$patterns;
	my $path = "$folder/example-" . ++$number;
	open(my $file, '>:utf8', $path) or die "$path: $!\n";
	my $options = $language{ $example->{language} } // die "fuzz.c has no language $example->{language}\n";
	print $file chr($options + ($example->{indirect} ? $indirect : 0) + ($own ? $own_settings : 0)), "\n";
	print $file $cues->[0] // '', "\n", $patterns->[0] // '', "\n" if $own;
	print $file $example->{text};
	close($file) or die "$path: $!\n";
}
