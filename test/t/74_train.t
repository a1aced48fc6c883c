#!/usr/bin/env perl
#
# The trainer runs on the project's own articles, repeats its results to the byte, and reports malformed labels.

use strict;
use warnings;
use FindBin qw($Bin);
use File::Temp qw(tempdir);
use Test::More;

my $train = "$Bin/../../train";
my $folder = tempdir(CLEANUP => 1);

sub slurp
{
	open(my $file, '<', $_[0]) or die "$_[0]: $!";
	local $/;
	return scalar <$file>;
}

sub spew
{
	my ($path, $text) = @_;
	open(my $file, '>', $path) or die "$path: $!";
	print $file $text;
	close $file;
}

# --- weights from the project's own articles

my $before = slurp("$Bin/../../src/lang/english/weights.tsv");
my $said = `python3 "$train/train.py" --own --output "$folder/one.tsv" 2>&1`;
is($?, 0, 'train.py runs') or diag($said);
my ($decisions, $right) = $said =~ /^speaker +(\d+) decisions, \d+ candidates: (0\.\d+) right/m;
cmp_ok($decisions, '>', 200, 'its examples are decisions of the articles');
cmp_ok($right, '>', 0.9, '... which the model makes as the labels say');
is(system("python3 '$train/train.py' --own --output '$folder/two.tsv' >/dev/null"), 0, 'it runs again');
ok(slurp("$folder/one.tsv") eq slurp("$folder/two.tsv"), 'and gives the same bytes');
is(slurp("$Bin/../../src/lang/english/weights.tsv"), $before, 'the weights in the tree stay what they were');
my ($after) = slurp("$folder/one.tsv") =~ /^speaker\.link\.after\.inverted\t(\S+)$/m;
my ($object) = slurp("$folder/one.tsv") =~ /^speaker\.object_pronoun\t(\S+)$/m;
cmp_ok($after, '>', 0, '"said Brandt" speaks for Brandt');
cmp_ok($object, '<', 0, '"told him" speaks against him');

# --- malformed labels

mkdir "$folder/$_" for qw(eval corpus corpus/varied corpus/varied/train corpus/varied/train/text);
spew("$folder/corpus/varied/train/text/a_1.txt", "\x{22}We won,\x{22} Lund said.\n");
for my $case (
	["a_1\t0\tx\tLund\tLund\n", qr/labels\.tsv:1: 'x' is none of q, n, \?/, 'an unknown label'],
	["# head\na_1\t0\n", qr/labels\.tsv:2: 2 columns/, 'too few columns'],
	["a_1\t0\tq\tLund\tLund\na_1\t0\tn\n", qr/labels\.tsv:2: stretch 0 of a_1 has a label already/, 'a label twice'],
	["a_1\tfirst\tq\tLund\tLund\n", qr/labels\.tsv:1: 'first' is no number/, 'no number'],
	["a_1\t0\tq\t\tLund\n", qr/labels\.tsv:1: a quotation without a speaker/, 'no speaker'],
	["a_1\t7\tq\tLund\tLund\n", qr/a_1 has no stretch 7: it has 1/, 'a stretch that is not there'],
	["a_2\t0\tq\tLund\tLund\n", qr/no article a_2/, 'an article that is not there'])
{
	my ($labels, $message, $name) = @$case;
	spew("$folder/eval/varied-train.labels.tsv", $labels);
	my $said = `python3 "$train/train.py" "$folder" --output "$folder/three.tsv" 2>&1`;
	isnt($?, 0, "$name fails");
	like($said, $message, '... with a message');
	ok(!-e "$folder/three.tsv", '... and writes nothing');
}
done_testing();
