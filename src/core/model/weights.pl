#!/usr/bin/env perl
#
# weights.pl LANGUAGE WEIGHTS	writes the C source of a language's models
# weights.pl --names		prints the names of all features, in their order
#
#	WEIGHTS is a table, name of the feature <TAB> weight.  Every feature of features.def
#	must have a weight there, and every weight a feature.

use strict;
use warnings;
use FindBin qw($Bin);

my @MODELS = qw(SPEAKER QUOTATION REFERENT);

sub slurp
{
	my ($path) = @_;

	open(my $file, '<', $path) or die "$path: $!\n";
	local $/;
	return scalar <$file>;
}

# {SIDE => ['before', 'after'], ...}, as features.h lists them.
sub dimensions
{
	my %values;
	my $header = slurp("$Bin/features.h");

	$header =~ s/\\\n//g;
	while ($header =~ /^#define (\w+)_VALUES\(V\)(.*)$/mg)
	{
		my ($dimension, $list) = ($1, $2);
		$values{$dimension} = [map { lc } $list =~ /V\(\w+, (\w+)\)/g];
	}
	return \%values;
}

# All combinations of the dimensions' values, the last running fastest.
sub crossed
{
	my ($values, @dimensions) = @_;
	my @names = ('');

	for my $dimension (@dimensions)
	{
		my $known = $values->{$dimension} or die "features.def: features.h has no dimension $dimension\n";
		@names = map { my $name = $_; map { "$name.$_" } @$known } @names;
	}
	return @names;
}

# ([model, first feature's C name, [names]], ...), as features.def lists them.
sub blocks
{
	my $values = dimensions();
	my @blocks;

	for (split /\n/, slurp("$Bin/features.def"))
	{
		next unless /^(FLAG|BUCKETS|CROSS)\(/;
		/^(?:FLAG\((\w+), (\w+), |BUCKETS\((\w+), (\w+), (\d+), |CROSS\((\w+), (\w+), )"(?:[^"\\]|\\.)*"((?:, \w+)*)\)$/
			or die "features.def: not understood: $_\n";
		my ($model, $name) = map { $_->[0] // $_->[1] // $_->[2] } [$1, $3, $6], [$2, $4, $7];
		my @ends = defined $1 ? ('') : defined $3 ? map { ".$_" } 0 .. $5 - 1 : crossed($values, $8 =~ /(\w+)/g);
		push @blocks, [$model, "${model}_$name", [map { lc("$model.$name") . $_ } @ends]];
	}
	return @blocks;
}

sub read_weights
{
	my ($path) = @_;
	my %weights;
	my $line = 0;

	for (split /\n/, slurp($path))
	{
		$line++;
		next if /^#/ || $_ eq '';
		/^([a-z0-9_.]+)\t(-?[0-9]+\.[0-9]+)$/ or die "$path:$line: not a name, a tab and a weight: $_\n";
		die "$path:$line: $1 has a weight already\n" if exists $weights{$1};
		$weights{$1} = $2;
	}
	return %weights;
}

sub write_model
{
	my ($model, $language, $weights, @blocks) = @_;
	my $prefix = lc $model;
	my @names = map { @{ $_->[2] } } @blocks;

	printf "_Static_assert(%s_FEATURES == %d, \"weights.c is older than features.def\");\n", $model, scalar @names;
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "_Static_assert(%s_LAST - %s + 1 == %d, \"weights.c is older than features.h\");\n", $first, $first, scalar @$names if @$names > 1;
	}
	print "\nstatic const float ${prefix}_weights[] = {\n";
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "\t[%s + %d] = %sf,\n", $first, $_, delete $weights->{ $names->[$_] } for 0 .. $#$names;
	}
	print "};\n\nstatic const char *const ${prefix}_names[] = {\n";
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "\t[%s + %d] = \"%s\",\n", $first, $_, $names->[$_] for 0 .. $#$names;
	}
	print "};\n\nconst Model nq_${language}_$prefix = {${model}_FEATURES, ${prefix}_weights, ${prefix}_names};\n\n";
}

my @blocks = blocks();

if (@ARGV == 1 && $ARGV[0] eq '--names')
{
	print map { "$_\n" } map { @{ $_->[2] } } @blocks;
	exit 0;
}
die "usage: weights.pl LANGUAGE WEIGHTS | --names\n" unless @ARGV == 2;

my ($language, $path) = @ARGV;
my %weights = read_weights($path);
my @missing = grep { !exists $weights{$_} } map { @{ $_->[2] } } @blocks;

die "$path: no weight for the feature" . (@missing > 1 ? 's' : '') . " @missing: features.def has changed; train anew (see train/README.md)\n" if @missing;
print "/* Made by weights.pl from $language/weights.tsv. */\n#include \"core/model/features.h\"\n#include \"lang/language.h\"\n\nNQ_DECLARE_LANGUAGE($language);\n\n";
for my $model (@MODELS)
{
	write_model($model, $language, \%weights, grep { $_->[0] eq $model } @blocks);
}
die "$path: no feature for the weights " . join(' ', sort keys %weights) . ": features.def has changed; train anew (see train/README.md)\n" if %weights;
