#!/usr/bin/env perl
#
# weights.pl LANGUAGE WEIGHTS	writes the C source of a language's models
# weights.pl --names		prints the names of all features, in their order
#
#	WEIGHTS is a table, name of the feature <TAB> weight.  Every feature of features.def
#	must have a weight there, and every weight a feature or a context of one of its CONTEXT lines.
#	A line may also be a pair of a model's features, first & second <TAB> weight, which counts where both hold.

use strict;
use warnings;
use FindBin qw($Bin);

my @MODELS = qw(SPEAKER QUOTATION REFERENT);
my %places;		# of contexts: 'speaker.span_left' => 1
my %contexts;	# 'speaker' => {text => weight}

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
		if (/^CONTEXT\((\w+), (\w+), "(?:[^"\\]|\\.)*"\)$/)
		{
			$places{ lc "$1.$2" } = 1;
			next;
		}
		next unless /^(FLAG|BUCKETS|CROSS|CONTEXT)\(/;
		/^(?:FLAG\((\w+), (\w+), |BUCKETS\((\w+), (\w+), (\d+), |CROSS\((\w+), (\w+), )"(?:[^"\\]|\\.)*"((?:, \w+)*)\)$/
			or die "features.def: not understood: $_\n";
		my ($model, $name) = map { $_->[0] // $_->[1] // $_->[2] } [$1, $3, $6], [$2, $4, $7];
		my @ends = defined $1 ? ('') : defined $3 ? map { ".$_" } 0 .. $5 - 1 : crossed($values, $8 =~ /(\w+)/g);
		push @blocks, [$model, "${model}_$name", [map { lc("$model.$name") . $_ } @ends]];
	}
	return @blocks;
}

my ($weight_units) = slurp("$Bin/model.h") =~ /^#define WEIGHT_UNITS (\d+)$/m or die "model.h: no WEIGHT_UNITS\n";

# A weight as the integer of model.h.
sub units
{
	my ($weight) = @_;
	my $number = sprintf '%.0f', $weight * $weight_units;

	abs($number - $weight * $weight_units) < 1e-6 or die "$weight has more decimals than WEIGHT_UNITS\n";
	return $number;
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
		if (/^((\w+)\.\w+):(\S+)\t(-?[0-9]+\.[0-9]+)$/)
		{
			die "$path:$line: features.def has no context $1\n" unless $places{$1};
			$contexts{$2}{"$1:$3"} = units($4);
			next;
		}
		/^([a-z0-9_.]+(?: & [a-z0-9_.]+)?)\t(-?[0-9]+\.[0-9]+)$/ or die "$path:$line: not a name, a tab and a weight: $_\n";
		die "$path:$line: $1 has a weight already\n" if exists $weights{$1};
		$weights{$1} = units($2);
	}
	return %weights;
}

# contexts.h's hashes
sub mix
{
	my ($hash, $piece) = @_;

	return ($hash ^ $piece) * 16777619 & 0xffffffff;
}

sub hash_of_symbol
{
	my $hash = 2166136261;

	$hash = mix($hash, $_) for unpack 'C*', $_[0];
	return $hash;
}

sub hash_of_context
{
	my ($place, $symbols) = $_[0] =~ /^(\w+\.\w+):(.*)$/;
	my $hash = mix(2166136261, hash_of_symbol($place));

	$hash = mix($hash, hash_of_symbol($_)) for split /_/, $symbols;
	$hash ^= $hash >> 15;
	$hash = $hash * 0x2c1b3c6d & 0xffffffff;
	return $hash ^ $hash >> 12;
}

# Chooses a seed for each bucket of hashes by which all of them have slots of their own, the fullest buckets first.
sub place
{
	my ($seed_bits, $slot_bits, $slots, @hashes) = @_;
	my (@buckets, @seeds);

	push @{ $buckets[$_ & (1 << $seed_bits) - 1] }, $_ for @hashes;
	for my $bucket (sort { @{ $buckets[$b] } <=> @{ $buckets[$a] } || $a <=> $b } grep { defined $buckets[$_] } 0 .. $#buckets)
	{
		for my $seed (0 .. 65535)
		{
			my %own = map { (($_ * (2 * $seed + 1) & 0xffffffff) >> 32 - $slot_bits) => $_ } @{ $buckets[$bucket] };

			next if keys %own < @{ $buckets[$bucket] } || grep { exists $slots->{$_} } keys %own;
			$slots->{$_} = $own{$_} for keys %own;
			$seeds[$bucket] = $seed;
			last;
		}
		return () unless defined $seeds[$bucket];
	}
	return map { $seeds[$_] // 0 } 0 .. (1 << $seed_bits) - 1;
}

# The perfect hash table of a model's contexts.  Returns the numbers of bits of its seeds and slots.
sub write_contexts
{
	my ($prefix) = @_;
	my $weights = $contexts{$prefix} || {};
	my ($seed_bits, $slot_bits) = (0, 1);
	my (%weight_of, %slots, @seeds);

	for my $text (sort keys %$weights)
	{
		$weight_of{ hash_of_context($text) } //= $weights->{$text} if $weights->{$text} != 0;
	}
	my @hashes = sort { $a <=> $b } keys %weight_of;
	$slot_bits++ while 4 << $slot_bits < 5 * @hashes;
	$seed_bits++ while 3 << $seed_bits < @hashes;
	while (!(@seeds = place($seed_bits, $slot_bits, \%slots, @hashes)))
	{
		$slot_bits++;
		%slots = ();
	}
	print "static const uint16_t ${prefix}_seeds[] = {", join(', ', @seeds), "};\n";
	print "static const ContextWeight ${prefix}_contexts[1 << $slot_bits] = {\n";
	printf "\t[%d] = {0x%xu, %s},\n", $_, $slots{$_}, $weight_of{ $slots{$_} } for sort { $a <=> $b } keys %slots;
	print "\t[0] = {0, 0}\n" unless %slots;
	print "};\n\n";
	return ($seed_bits, $slot_bits);
}

sub write_model
{
	my ($model, $language, $weights, @blocks) = @_;
	my $prefix = lc $model;
	my @names = map { @{ $_->[2] } } @blocks;

	printf "_Static_assert(%s_FEATURES <= MAX_MODEL_FEATURES, \"the model is too large\");\n", $model;
	printf "_Static_assert(%s_FEATURES == %d, \"weights.c is older than features.def\");\n", $model, scalar @names;
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "_Static_assert(%s_LAST - %s + 1 == %d, \"weights.c is older than features.h\");\n", $first, $first, scalar @$names if @$names > 1;
	}
	print "\nstatic const int32_t ${prefix}_weights[] = {\n";
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "\t[%s + %d] = %s,\n", $first, $_, delete $weights->{ $names->[$_] } for 0 .. $#$names;
	}
	print "};\n\nstatic const char *const ${prefix}_names[] = {\n";
	for (@blocks)
	{
		my ($model, $first, $names) = @$_;
		printf "\t[%s + %d] = \"%s\",\n", $first, $_, $names->[$_] for 0 .. $#$names;
	}
	print "};\n\n";
	my ($seed_bits, $slot_bits) = write_contexts($prefix);
	my $columns = write_pairs($prefix, $weights, @names);
	print "const Model nq_${language}_$prefix = {\n\t${model}_FEATURES, ${prefix}_weights, ${prefix}_names, ${prefix}_contexts, ${prefix}_seeds, $seed_bits, $slot_bits,\n\t${prefix}_paired, $columns, ${prefix}_pair_weights\n};\n\n";
}

# The matrix of the pairs, each of which is in it twice.  Returns the number of its columns.
sub write_pairs
{
	my ($prefix, $weights, @names) = @_;
	my %known = map { $_ => 1 } @names;
	my (%number, @pairs);
	my $columns = 1;

	for my $pair (sort keys %$weights)
	{
		my ($one, $other) = $pair =~ /^(\S+) & (\S+)$/ or next;
		next unless $known{$one} && $known{$other};
		push @pairs, [$one, $other, delete $weights->{$pair}];
		$number{$_} //= $columns++ for $one, $other;
	}
	$columns <= 256 or die "$prefix: more features in pairs than Model.paired can number\n";
	print "static const uint8_t ${prefix}_paired[] = {", join(', ', map { $number{$_} // 0 } @names), "};\n";
	print "static const int32_t ${prefix}_pair_weights[$columns * $columns] = {\n";
	for (@pairs)
	{
		my ($one, $other, $weight) = ($number{ $_->[0] }, $number{ $_->[1] }, $_->[2]);
		print "\t[$one * $columns + $other] = $weight, [$other * $columns + $one] = $weight,\n";
	}
	print "\t[0] = 0\n};\n\n";
	return $columns;
}

my @blocks = blocks();

if (@ARGV == 1 && $ARGV[0] eq '--names')
{
	print map { "$_\n" } map { @{ $_->[2] } } @blocks;
	exit 0;
}
# The trainer also compiles the languages that it does not fit: there a new feature weighs nothing, and a removed one is skipped.
my $lenient = @ARGV > 0 && $ARGV[0] eq '--lenient' && shift @ARGV;
die "usage: weights.pl [--lenient] LANGUAGE WEIGHTS | --names\n" unless @ARGV == 2;

my ($language, $path) = @ARGV;
my %weights = read_weights($path);
my @missing = grep { !exists $weights{$_} } map { @{ $_->[2] } } @blocks;

die "$path: no weight for the feature" . (@missing > 1 ? 's' : '') . " @missing: features.def has changed; train anew (see train/README.md)\n" if @missing && !$lenient;
@weights{@missing} = (0) x @missing;
print "/* Made by weights.pl from $language/weights.tsv. */\n#include \"core/model/features.h\"\n#include \"lang/language.h\"\n\nNQ_DECLARE_LANGUAGE($language);\n\n";
for my $model (@MODELS)
{
	write_model($model, $language, \%weights, grep { $_->[0] eq $model } @blocks);
}
die "$path: no feature for the weights " . join(' ', sort keys %weights) . ": features.def has changed; train anew (see train/README.md)\n" if %weights && !$lenient;
