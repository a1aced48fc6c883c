#!/usr/bin/perl
#
# generate.pl
#	  Word lists to tables: makes words.h and english.c of the lists in english/.
#
#	  generate.pl [--check]
#
# --check writes nothing and fails when the committed tables are not what the
# lists give.  The output depends on the lists alone, to the byte.
#
use strict;
use warnings;
use utf8;
no warnings 'portable';	# 64-bit constants
use File::Basename qw(dirname);

my $dir = dirname(__FILE__);
my $lists = "$dir/english";
my $key_bytes = 32;

# name -> number of the bit, read from lexicon.h so that there is one list of them
my (%class, %cue);
open(my $header, '<', "$dir/../core/lexical/lexicon.h") or die "lexicon.h: $!";
while (<$header>)
{
	$class{$1} = $2 if /^#define WC_(\w+)\s+WC\((\d+)\)/;
	$cue{$1} = hex $2 if /^#define CUE_(\w+)\s+(0x[0-9a-f]+)/;
}
close $header;

my %word;		# folded key -> {classes => {bit => 1}, cue, lemma}
my $lemmas = 0;
my @phrases;		# the first two words of cues of several

# ---- reading ----

# The lines of a list, each split at tabs, without heads and comments.
sub lines
{
	my ($file) = @_;
	my @lines;
	open(my $in, '<:encoding(UTF-8)', "$lists/$file") or die "$file: $!";
	while (<$in>)
	{
		chomp;
		next if /^#/ or !/\S/;
		push @lines, [ split /\t/ ];
	}
	close $in;
	return @lines;
}

# The key under which lexicon.c finds a word: bit 5 set in every byte.
sub fold
{
	my ($text) = @_;
	$text =~ s/\x{2019}/'/g;
	utf8::encode($text);
	return join '', map { chr(ord($_) | 0x20) } split //, $text;
}

sub enter
{
	my ($text, @classes) = @_;
	my $key = fold($text);
	return undef if $key eq '' or length($key) > $key_bytes;
	my $entry = $word{$key} //= { classes => {}, cue => 0, lemma => 0 };
	for (@classes)
	{
		exists $class{$_} or die "no class $_ (of $text)";
		$entry->{classes}{$_} = 1;
	}
	# The cue finder looks for longer entries behind their first words.
	if ($text =~ /^(\S+) (\S+)/ and grep { /CUE/ } @classes)
	{
		enter($1, 'STARTS');
		enter($2);
		push @phrases, [ fold($1), fold($2) ];
	}
	return $entry;
}

sub gender { my %a = map { $_ => 1 } @_; return $a{m} ? ('MALE') : $a{f} ? ('FEMALE') : (); }

# ---- inflection ----

sub third
{
	my ($v) = @_;
	return "${v}es" if $v =~ /(?:s|x|z|ch|sh|[^aeiou]o)$/;
	return "$1ies" if $v =~ /^(.*[^aeiou])y$/;
	return "${v}s";
}

sub past
{
	my ($v) = @_;
	return "${v}d" if $v =~ /e$/;
	return "$1ied" if $v =~ /^(.*[^aeiou])y$/;
	return "${v}ed";
}

sub gerund
{
	my ($v) = @_;
	return "$1ying" if $v =~ /^(.*)ie$/;
	return "$1ing" if $v =~ /^(.*[^eoy])e$/;
	return "${v}ing";
}

sub plural
{
	my ($n) = @_;
	return "$1men" if $n =~ /^(.*)man$/ and $n !~ /(?:human|german|roman)$/;
	return "$1people" if $n =~ /^(.*)person$/;
	return "$1s-$2" if $n =~ /^(.+?)-(in-law|in-chief|at-arms)$/;
	return third($n) if $n !~ /o$/;
	return "${n}s";
}

# A verb's five forms; irregular ones are given as "third past participle gerund".
sub forms
{
	my ($base, $irregular) = @_;
	my ($verb, $rest) = $base =~ /^(\S+)(.*)$/;
	my @forms = (third($verb), past($verb), past($verb), gerund($verb));
	if (defined $irregular and $irregular ne '-')
	{
		my @given = split ' ', $irregular;
		for my $i (0 .. $#forms) { $forms[$i] = $given[$i] if defined $given[$i] and $given[$i] ne '-'; }
	}
	return map { "$_$rest" } ($verb, @forms);
}

sub enter_verb
{
	my ($base, $irregular, $bits, @classes) = @_;
	my ($b, $third, $past, $participle, $gerund) = forms($base, $irregular);
	my @form = (
		[ $b, 'BASE' ], [ $third, 'FINITE' ],
		(map { [ $_, 'FINITE' ] } split m{/}, $past),
		(map { [ $_, 'PARTICIPLE' ] } split m{/}, $participle),
		(map { [ $_, 'GERUND' ] } split m{/}, $gerund));
	my $lemma = 0;
	for (@form)
	{
		my ($text, $form) = @$_;
		my $entry = enter($text, 'VERB', $form, @classes) or next;
		$entry->{cue} |= $bits;
		$lemma ||= $entry->{lemma} || ++$lemmas if $text !~ / /;
		$entry->{lemma} ||= $lemma;
	}
}

# ---- the lists ----

sub read_verbs
{
	for (lines('verbs.txt'))
	{
		my ($base, $irregular, $attributes) = @$_;
		enter_verb($base, $irregular, 0);
		my %a = map { $_ => 1 } split ' ', $attributes // '';
		if ($a{noun}) { enter($base, 'NOUN'); enter(third($base), 'NOUN', 'PLURAL'); }
		enter($base, 'ADJ') if $a{adj};
	}
}

sub read_cues
{
	for (lines('cues.txt'))
	{
		my ($base, $irregular, $attributes) = @$_;
		my $bits = 0;
		for (split ' ', $attributes)
		{
			(my $name = uc) =~ tr/-/_/;
			exists $cue{$name} or die "cues.txt: no attribute $_ ($base)";
			$bits |= $cue{$name};
		}
		enter_verb($base, $irregular, $bits, 'CUE');
	}
}

sub read_roles
{
	for (lines('roles.txt'))
	{
		my ($singular, $plural, $attributes) = @$_;
		my @a = split ' ', $attributes;
		my %a = map { $_ => 1 } @a;
		my @classes = ('ROLE', gender(@a), map { $a{lc $_} ? $_ : () } qw(OFFICE SPOKES KIN PERSON));
		my $lemma = ++$lemmas;
		$plural = plural($singular) if !defined $plural or $plural eq '-' or $plural eq '';
		enter($singular, @classes)->{lemma} = $lemma;
		enter($_, @classes, 'PLURAL')->{lemma} = $lemma for split m{[/ ]}, $plural;
	}
}

sub read_equivalents
{
	for (lines('equivalents.txt'))
	{
		my $lemma = ++$lemmas;
		enter($_)->{lemma} = $lemma for split ' ', $_->[0];
	}
}

sub read_groups
{
	for (lines('groups.txt'))
	{
		my ($noun, $attributes) = @$_;
		my %a = map { $_ => 1 } split ' ', $attributes;
		if ($a{body})
		{
			my @outlet = $a{outlet} ? ('OUTLET') : ();
			enter($noun, 'BODY', @outlet);
			enter(plural($noun), 'BODY', 'PLURAL', @outlet);
		}
		enter($noun, 'PEOPLE') if $a{people} and !$a{body};
	}
}

sub read_titles
{
	for (lines('titles.txt'))
	{
		my ($title, $attributes) = @$_;
		my @a = split ' ', $attributes;
		my %a = map { $_ => 1 } @a;
		enter($title, 'TITLE', gender(@a), $a{honorific} ? 'HONORIFIC' : (), $a{office} ? 'OFFICE' : (),
			$title =~ /\.$/ ? 'ABBREV' : ());
	}
}

sub read_forenames
{
	my %family;
	for (lines('nicknames.txt'))
	{
		my ($short, $full) = @$_;
		my ($first) = split ' ', $full;
		my $id = $family{$first} //= ++$lemmas;
		$family{$short} //= $id;
	}
	for (lines('forenames.txt'))
	{
		my ($name, $attributes) = @$_;
		my @a = split ' ', $attributes;
		my %a = map { $_ => 1 } @a;
		my $entry = enter($name, 'FORENAME', $a{surname} ? () : gender(@a),
			$a{word} ? 'NAMEWORD' : (), $a{place} ? 'PLACE' : (), $a{month} ? 'MONTH' : ()) or next;
		$entry->{lemma} ||= $family{$name} // 0;
	}
}

sub read_places
{
	for (lines('places.txt'))
	{
		my ($place, $attributes) = @$_;
		my %a = map { $_ => 1 } split ' ', $attributes;
		my @classes;
		push @classes, 'PLACE' if $a{country} or $a{capital} or $a{state} or $a{city} or $a{region} or $a{seat};
		push @classes, 'COUNTRY' if $a{country};
		push @classes, 'SEAT' if $a{seat} or $a{capital} or $a{country};
		push @classes, 'DEMONYM' if $a{demonym};
		push @classes, 'PEOPLE', 'PLURAL' if $a{people};
		enter($place, @classes, $place =~ /\.$/ ? ('ABBREV', 'MAYEND') : ());
	}
}

sub read_organisations
{
	for (lines('organisations.txt'))
	{
		my ($name, $attributes) = @$_;
		my %a = map { $_ => 1 } split ' ', $attributes;
		enter($name, 'ORG', $a{outlet} ? 'OUTLET' : (), $a{platform} ? 'PLATFORM' : (),
			$name =~ /\.$/ ? ('ABBREV', 'MAYEND') : ());
	}
	for (lines('orgwords.txt'))
	{
		my ($name, $attributes) = @$_;
		my %a = map { $_ => 1 } split ' ', $attributes;
		enter($name, $a{org} ? 'ORGWORD' : (), $a{outlet} ? ('ORGWORD', 'OUTLET') : (), $a{place} ? 'SITEWORD' : (),
			$a{event} || $a{work} ? 'EVENTWORD' : (), $name =~ /\.$/ ? ('ABBREV', 'MAYEND') : ());
	}
}

sub read_function_words
{
	my %of = (
		prep => ['PREP'], aux => ['AUX'], neg => ['NEG'], wh => ['WH'], num => ['NUM'], ord => ['ADJ'],
		interj => ['INTERJ'], adv => ['ADV'], time => ['TIME'], linker => ['LINKER'], rel => ['RELATIVE'],
		coord => ['COORD'], sub => ['SUBORD'], m => ['MALE'], f => ['FEMALE'], pl => ['PLURAL']);
	for (lines('function.txt'))
	{
		my ($text, @columns) = @$_;
		my %a = map { $_ => 1 } map { split ' ' } @columns;
		my @classes = map { $a{$_} ? @{ $of{$_} } : () } sort keys %of;
		push @classes, $a{poss} ? 'POSSESSIVE' : 'DET' if $a{det};
		push @classes, $a{indef} ? 'INDEFINITE' : ('PRONOUN', $a{subj} ? 'SUBJECT' : ()) if ($a{pron} or $a{refl}) and !$a{rel};
		enter($text, @classes);
	}
}

sub read_simple
{
	for (lines('particles.txt')) { enter($_->[0], $_->[1] =~ /suffix/ ? 'SUFFIX' : 'PARTICLE', $_->[0] =~ /\.$/ ? ('ABBREV', 'MAYEND') : ()); }
	for (lines('calendar.txt'))
	{
		enter($_->[0], 'TIME', $_->[1] =~ /month/ ? 'MONTH' : $_->[1] =~ /day\b/ && $_->[1] !~ /holiday/ ? 'DAY' : (), $_->[0] =~ /\.$/ ? 'ABBREV' : ());
	}
	for (lines('cuenouns.txt'))
	{
		my ($noun, $attributes) = @$_;
		my %a = map { $_ => 1 } split ' ', $attributes;
		my @classes = ($a{speech} ? 'CUENOUN' : (), $a{document} ? 'DOCUMENT' : (), $a{occasion} ? 'OCCASION' : ());
		enter($noun, @classes);
		enter(plural($noun), @classes, 'PLURAL') if $noun !~ /s$/;
	}
	for (lines('prepcues.txt')) { enter($_->[0], 'PREPCUE') if $_->[1] =~ /source-after/; }
	for (lines('naming.txt')) { enter($_->[0], 'NAMING', $_->[1] =~ /strong/ ? 'TITLED' : ()); }
	for (lines('works.txt')) { enter($_->[0], 'WORK'); enter(plural($_->[0]), 'WORK', 'PLURAL'); }
	for (lines('adjectives.txt')) { enter($_->[0], 'ADJ', ($_->[1] // '') =~ /role/ ? 'ROLEADJ' : ()); }
	for (lines('nouns.txt'))
	{
		my ($noun, $attributes) = @$_;
		my @classes = ('NOUN', ($attributes // '') =~ /time/ ? 'TIME' : ());
		enter($noun, @classes);
		enter(plural($noun), @classes, 'PLURAL');
	}
	for (lines('abbreviations.txt'))
	{
		my ($text, $attributes) = @$_;
		enter($text, 'ABBREV', ($attributes // '') =~ /may-end/ ? 'MAYEND' : ());
	}
}

read_function_words();
read_roles();
read_groups();
read_titles();
read_equivalents();
read_verbs();
read_cues();
read_forenames();
read_places();
read_organisations();
read_simple();

# A people's name is no forename in print: German, Israel, Roman.
for my $entry (values %word)
{
	next unless $entry->{classes}{DEMONYM};
	delete @{ $entry->{classes} }{qw(FORENAME NAMEWORD)};
	delete @{ $entry->{classes} }{qw(MALE FEMALE)} unless $entry->{classes}{ROLE} or $entry->{classes}{TITLE};
}

# ---- writing ----

my @named = map { $_->[0] } lines('named.txt'), lines('endings.txt');
enter($_->[0], split ' ', $_->[1]) for lines('endings.txt');
my %is_named = map { fold($_) => 1 } @named;
enter($_) for @named;
my @keys = (undef, (map { fold($_) } @named), sort grep { !$is_named{$_} } keys %word);
die "too many words" if @keys > 60000;

# inflection.c makes room for so many forms of a verb.
my %forms;
$forms{ $_->{lemma} }++ for grep { $_->{classes}{VERB} and $_->{lemma} } values %word;
$_ <= 12 or die "a verb has more than 12 forms" for values %forms;

# lexicon.h's hash: products modulo 2 to the 64
sub multiply { use integer; my ($x, $y) = @_; return $x * $y; }

sub add { use integer; my ($x, $y) = @_; return $x + $y; }

# The key in pieces of eight bytes
sub pieces
{
	my ($key) = @_;
	return unpack('Q<*', $key . "\0" x (-length($key) % 8));
}

sub hash_of
{
	my ($key) = @_;
	my $folded = 0;
	$folded = $_ ^ multiply($folded, 0x9e3779b97f4a7c15) for reverse pieces($key);
	return multiply($folded, 0x9e3779b97f4a7c15);
}

# The hash table has one place for each key: see lexicon.h.  The keys of a bucket, the largest bucket first,
# try one seed after another until each of them has a free place.
my ($bucket_bits, $slot_bits) = (13, 16);
sub bucket_of { my ($hash) = @_; return ($hash >> 64 - $bucket_bits) & (1 << $bucket_bits) - 1; }
sub place_of
{
	my ($hash, $seed) = @_;
	my $rest = ($hash >> 32 - $bucket_bits) & 0xffffffff;
	return ($rest * (2 * $seed + 1) & 0xffffffff) >> 32 - $slot_bits;
}

my (@slot, @seeds);
my @buckets = map { [] } 1 .. 1 << $bucket_bits;
for my $i (1 .. $#keys)
{
	my $hash = hash_of($keys[$i]);
	push @{ $buckets[ bucket_of($hash) ] }, { word => $i, hash => $hash };
}
for my $bucket (sort { @{ $buckets[$b] } <=> @{ $buckets[$a] } || $a <=> $b } 0 .. $#buckets)
{
	my @entries = @{ $buckets[$bucket] };
	my ($seed, %place) = (-1);
	while (keys %place < @entries or $seed < 0)
	{
		die "no seed for a bucket" if ++$seed > 65535;
		%place = ();
		for (@entries)
		{
			my $place = place_of($_->{hash}, $seed);
			last if $slot[$place] or $place{$place};
			$place{$place} = $_;
		}
	}
	$seeds[$bucket] = $seed;
	$slot[$_] = $place{$_} for keys %place;
}

# The keys of several words, by the hash of their first eight bytes and their length: lexicon.h's nq_may_be_several().
my $start_bits = 15;
my @starts = (0) x (1 << $start_bits - 6);
for my $key (grep { /[ .&]/ } @keys[ 1 .. $#keys ])
{
	my $start = multiply(add((pieces($key))[0], length $key), 0x9e3779b97f4a7c15) >> 64 - $start_bits & (1 << $start_bits) - 1;
	$starts[$start >> 6] |= 1 << ($start & 63);
}

# What the second word of a cue of several words may be: second words are in eight groups.
my (@leads, @follows, %group);
my %number = map { $keys[$_] => $_ } 1 .. $#keys;
for (sort { $a->[1] cmp $b->[1] } @phrases)
{
	my ($first, $second) = @$_;
	my $bit = 1 << ($group{$second} //= keys(%group) % 8);
	$leads[ $number{$first} ] |= $bit;
	$follows[ $number{$second} ] |= $bit;
}

sub class_bits
{
	my ($entry) = @_;
	my $bits = 0;
	$bits |= 1 << $class{$_} for keys %{ $entry->{classes} };
	return $bits;
}

# W_THAT, W_ENDING_LY
sub constant { my ($word) = @_; $word =~ s/^-/ending_/; return 'W_' . uc $word; }

my $words_h = "/*\n * words.h\n *\t  Words that rules ask for by name.  Made by generate.pl of english/named.txt.\n */\n"
	. "#ifndef NQ_WORDS_H\n#define NQ_WORDS_H\n\nenum NamedWord\n{\n\tW_UNKNOWN,\n"
	. join(",\n", map { "\t" . constant($_) } @named) . "\n};\n\n#endif\t\t\t\t\t\t\t/* NQ_WORDS_H */\n";

# Bits that a word in lower case does not have: WC_OF_NAMES of lexicon.h
my $of_names = 0;
open($header, '<', "$dir/../core/lexical/lexicon.h") or die "lexicon.h: $!";
{
	local $/;
	my ($names) = <$header> =~ /#define WC_OF_NAMES \((.*?)\)/s or die "no WC_OF_NAMES";
	$of_names |= 1 << $class{$_} for $names =~ /WC_(\w+)/g;
}
close $header;

# The first sets, all empty, are those of tokens that are no listed words: one for each kind of token (document.h).
my $kinds = 15;
my $unlisted = 1;	# TOKEN_WORD
my (@sets, %set);
sub set_of
{
	my ($bits) = @_;
	if (!exists $set{$bits})
	{
		$set{$bits} = @sets;
		push @sets, $bits;
	}
	return 2 * $set{$bits};
}
@sets = (0) x $kinds;
$set{0} = $unlisted;

my @set_of = (2 * $unlisted);
my $word_lines = sprintf("\t{%d, 0, 0, 0, 0},\n", $set_of[0]);
for my $i (1 .. $#keys)
{
	my $entry = $word{ $keys[$i] };
	$set_of[$i] = set_of(class_bits($entry));
	$word_lines .= sprintf("\t{%d, 0x%x, %d, 0x%x, 0x%x},\n", $set_of[$i], $entry->{cue}, $entry->{lemma},
		$leads[$i] // 0, $follows[$i] // 0);
}

# Lines of so many things each.
sub rows
{
	my ($per_line, @things) = @_;
	my $text = '';
	$text .= "\t" . join(', ', splice(@things, 0, $per_line)) . ",\n" while @things;
	return $text;
}

sub slot
{
	my ($entry) = @_;
	# A free place holds what is in no list.
	return "{0, 0, $set_of[0]}" if !$entry;
	return sprintf('{0x%x, %d, %d}', $entry->{hash} >> 32 & 0xffffffff, $entry->{word}, $set_of[ $entry->{word} ]);
}

my $table = "/*\n * english.c\n *\t  The English lexicon.  Made by generate.pl of the lists in english/.\n */\n#include \"core/lexical/lexicon.h\"\n\n"
	. "static const Word words[] = {\n$word_lines};\n\n"
	. "static const uint64_t classes[] = {\n"
	. rows(2, map { sprintf('UINT64_C(0x%x), UINT64_C(0x%x)', $_ & ~$of_names, $_) } @sets) . "};\n\n"
	. "static const LexiconSlot slots[LEXICON_SLOTS] = {\n" . rows(4, map { slot($_) } @slot[ 0 .. (1 << $slot_bits) - 1 ]) . "};\n\n"
	. "static const uint16_t seeds[LEXICON_BUCKETS] = {\n" . rows(16, @seeds) . "};\n\n"
	. "static const uint64_t starts[1 << (LEXICON_START_BITS - 6)] = {\n" . rows(4, map { sprintf('UINT64_C(0x%x)', $_) } @starts) . "};\n\n"
	. "const Lexicon nq_lexicon_english = {\n\t.name = \"english\",\n\t.word_count = " . scalar(@keys)
	. ",\n\t.words = words,\n\t.set_count = " . scalar(@sets) . ",\n\t.classes = classes,\n\t.slots = slots,\n\t.seeds = seeds,\n\t.starts = starts\n};\n";

my $failed = 0;
for ([ "$dir/words.h", $words_h ], [ "$dir/english.c", $table ])
{
	my ($file, $text) = @$_;
	if (@ARGV and $ARGV[0] eq '--check')
	{
		my $committed = '';
		if (open(my $in, '<', $file)) { local $/; $committed = <$in>; close $in; }
		if ($committed ne $text) { print "$file is not what the lists give: run generate.pl\n"; $failed = 1; }
		next;
	}
	open(my $out, '>', $file) or die "$file: $!";
	print $out $text;
	close $out;
}
printf "%d words\n", scalar(@keys) if !@ARGV;
exit $failed;
