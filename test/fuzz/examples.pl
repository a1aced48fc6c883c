#!/usr/bin/env perl
#
# examples.pl FOLDER [all]
#	Writes each example of docs/spec.md and each line of sentences.tsv to the folder, in the format of fuzz.c's inputs.  "all": with
#	all kinds of marks, with and without reported speech, as 15_spec.t does; and also writes the project's articles as HTML and with
#	wrapped lines, as 36_stored.t does.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Pages;
use Spec;

my ($indirect, $own_settings) = (1, 6);	# OWN_CUE: a line with the cue, one with the pattern
my %language = (german => 0, french => 0x10, spanish => 0x20, english => 0x30);

my ($folder, $all) = @ARGV or die "usage: examples.pl FOLDER [all]\n";
open(my $document, '<:utf8', spec()) or die spec() . ": $!\n";
my $number = 0;
for my $example (examples(do { local $/; <$document> }))
{
	my ($cues, $patterns) = @$example{qw(cues patterns)};
	my $own      = @$cues || @$patterns;
	my $language = $language{ $example->{language} } // die "fuzz.c has no language $example->{language}\n";
	for my $text ($all ? map { $_->{text} } printings($example) : $example->{text})
	{
		for my $reported ($all ? (0, $indirect) : $example->{indirect} ? $indirect : 0)
		{
			my $path = "$folder/example-" . ++$number;
			open(my $file, '>:utf8', $path) or die "$path: $!\n";
			print $file chr($language + $reported + ($own ? $own_settings : 0)), "\n";
			print $file $cues->[0] // '', "\n", $patterns->[0] // '', "\n" if $own;
			print $file $text;
			close($file) or die "$path: $!\n";
		}
	}
}

sub spew
{
	my ($name, $options, $body) = @_;
	open(my $file, '>:raw', "$folder/$name") or die "$folder/$name: $!\n";
	print $file chr($options), "\n$body";
	close($file) or die "$folder/$name: $!\n";
}

open(my $sentences, '<:raw', "$FindBin::Bin/sentences.tsv") or die "sentences.tsv: $!\n";
while (<$sentences>)
{
	chomp;
	my ($language, $text) = split /\t/ or next;
	next if /^#/;
	$text =~ s/\\n/\n/g;
	spew("sentence-$.", $language{$language} + $indirect, $text);
}
exit 0 unless $all;

for my $path (glob("$FindBin::Bin/../articles/*.txt $FindBin::Bin/../stages/page.txt"))
{
	my ($name) = $path =~ m{([^/]+)\.txt$};
	open(my $file, '<:raw', $path) or die "$path: $!\n";
	my $text  = do { local $/; <$file> };
	my %pages = pages($text);
	spew("page-$name-$_", $language{english} + $indirect, $pages{$_}) for sort keys %pages;
	my @wrapped = (wrapped($text, 40), wrapped($text, 66, crlf => 1), wrapped($text, 70, quoted => 1), wrapped($text, 60, indent => 4),
		wrapped($text, 64, dense => 1), wrapped($text, 58, hyphens => 1));
	spew("wrapped-$name-$_", $language{english} + $indirect, $wrapped[$_]) for 0 .. $#wrapped;
}
