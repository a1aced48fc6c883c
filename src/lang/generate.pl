#!/usr/bin/perl
#
# generate.pl
#	  Generates the C source of a language's lexicon from the lists in its folder.
#
#	  generate.pl FOLDER FILE
#
# The folder has the name of the language.  The lists of the folder "common" are added to its own.  schema.pl defines the format of the lists; anything else is an
# error.  The output depends only on the lists, on schema.pl and on the constants of the two headers, to the byte.
#
use strict;
use warnings;
use utf8;
no warnings 'portable';	# 64-bit constants
use File::Basename qw(basename dirname);

our (%schema, %rules, @order);
my $dir = dirname(__FILE__);
require(($dir =~ m{^/} ? '' : './') . "$dir/schema.pl");

@ARGV == 2 or die "usage: generate.pl FOLDER FILE\n";
my ($folder, $output) = @ARGV;
my $language = basename($folder);

# ---- the constants of the engine ----

sub slurp
{
	my ($file) = @_;
	open(my $in, '<:raw', $file) or die "$file: $!\n";
	local $/;
	my $text = <$in>;
	close $in;
	utf8::decode($text) or die "$file: not UTF-8\n";
	return $text;
}

# No two names may have one bit.
sub unique
{
	my ($bits) = @_;
	my %name;
	for (sort keys %$bits)
	{
		die "lexicon.h: $_ and $name{ $bits->{$_} } are one bit\n" if $name{ $bits->{$_} };
		$name{ $bits->{$_} } = $_;
	}
}

my $lexicon_h = slurp("$dir/../core/lexical/lexicon.h");
my %class = $lexicon_h =~ /^#define WC_(\w+)\s+WC\((\d+)\)/mg;
my %function = $lexicon_h =~ /^#define (FN_\w+)\s+FN\((\d+)\)/mg;
unique(\%class);
unique(\%function);
my %cue = $lexicon_h =~ /^#define CUE_(\w+)\s+(0x[0-9a-f]+)/mg;
$_ = hex for values %cue;

# A number that lexicon.h defines.
sub constant
{
	my ($name) = @_;
	my ($number) = $lexicon_h =~ /^#define \Q$name\E\s+(?:UINT64_C\()?(0x[0-9a-f]+|\d+)\b/m or die "lexicon.h: no $name\n";
	return $number =~ /^0x/ ? hex $number : $number;
}

my $key_bytes = constant('LEXICON_KEY_BYTES');
my $verb_forms = constant('LEXICON_VERB_FORMS');
my $max_words = constant('LEXICON_MAX_WORDS');
my $bucket_bits = constant('LEXICON_BUCKET_BITS');
my $slot_bits = constant('LEXICON_SLOT_BITS');
my $start_bits = constant('LEXICON_START_BITS');
my $multiplier = constant('LEXICON_MULTIPLIER');

# The bits of a macro that names classes.
sub mask
{
	my ($name) = @_;
	my ($classes) = $lexicon_h =~ /^#define $name \((.*?)\)/sm or die "lexicon.h: no $name\n";
	my $mask = 0;
	$mask |= 1 << $class{$_} for $classes =~ /WC_(\w+)/g;
	return $mask;
}

# What a word in lower case does not have; and the classes of nouns, and of verbs, where nouns are capitalised.
my $of_names = mask('WC_OF_NAMES');
my ($of_nouns, $of_verbs) = (0, 0);

# How capital letters outside ASCII are folded.
my %lower;
for (slurp("$dir/../core/base/case_fold.h") =~ /^\t\{(0x\w+, 0x\w+, \d, -?\d+)\},$/mg)
{
	my ($first, $last, $step, $to_lower) = map { /^0x/ ? hex : $_ } split /, /;
	for (my $c = $first; $c <= $last; $c += $step) { $lower{ chr $c } = chr($c + $to_lower); }
}
%lower or die "case_fold.h: no ranges\n";

# The kinds of tokens, in their order.
my $document_h = slurp("$dir/../core/document.h");
my $enums = $document_h . slurp("$dir/language.h");
my ($kinds) = $document_h =~ /^typedef enum TokenKind\s*\{(.*?)\bTOKEN_KINDS\b/sm or die "document.h: no TokenKind\n";
my @kinds = $kinds =~ /^\s*(TOKEN_\w+),/mg;
my ($word_kind) = grep { $kinds[$_] eq 'TOKEN_WORD' } 0 .. $#kinds;

# ---- reading ----

my %word;		# folded key -> {classes => {class => 1}, cue, lemma}
my $lemmas = 0;

# The lines of a list in one folder: a hash of its columns each, with "where" it stands for messages.
sub lines_in
{
	my ($folder, $list) = @_;
	my @columns = @{ ($schema{$list} // $rules{$list} // die "schema.pl: no $list\n")->{columns} };
	my (@lines, %seen);
	my $number = 0;
	return () if !-e "$folder/$list";
	for (split /\n/, slurp("$folder/$list"))
	{
		$number++;
		next if /^#/ or !/\S/;
		my $place = "$folder/$list:$number";
		my @values = split /\t/, $_, -1;
		@values == @columns or die "$place: " . @values . " columns, not " . @columns . "\n";
		my %line = (where => $place);
		@line{@columns} = @values;
		$seen{ $schema{$list} ? $values[0] : $_ }++ and die "$place: \"$values[0]\" is here twice\n";
		push @lines, \%line;
	}
	return @lines;
}

# The lines of a list: those that all languages share, unless the language has its own for the word, then its own.
# An own line with the attribute "not" says that a shared word is none in this language.
sub lines
{
	my ($list) = @_;
	my $column = $schema{$list}{columns}[0];
	my @own = lines_in($folder, $list);
	my %own = map { $_->{$column} => 1 } @own;
	my @shared = lines_in("$dir/common", $list);
	my %shared = map { $_->{$column} => 1 } @shared;
	for (grep { ($_->{attributes} // '') eq 'not' } @own)
	{
		$shared{ $_->{$column} } or die "$_->{where}: \"$_->{$column}\" is not in the list that all languages share\n";
	}
	return ((grep { !$own{ $_->{$column} } } @shared), grep { ($_->{attributes} // '') ne 'not' } @own);
}

# The attributes of a line, each of which the list must know.
sub attributes
{
	my ($list, $line, $known) = @_;
	my $text = $line->{attributes} // '-';
	my @attributes = $text eq '-' ? () : split ' ', $text;
	for (@attributes)
	{
		exists $known->{$_} or die "$line->{where}: no attribute \"$_\" in $list; known are " . join(', ', sort keys %$known) . "\n";
	}
	return @attributes;
}

# The classes that a list gives a word.
sub classes_of
{
	my ($list, $line) = @_;
	my $schema = $schema{$list};
	my @classes = split ' ', $schema->{always} // '';
	push @classes, map { split ' ', $schema->{attributes}{$_} } attributes($list, $line, $schema->{attributes} // {});
	push @classes, split ' ', $schema->{stop} if $schema->{stop} and $line->{word} =~ /\.$/;
	my %without = map { $_ => 1 } map { /^-(.*)/ } @classes;
	return grep { !/^-/ and !$without{$_} } @classes;
}

# The key under which lexicon.c finds a word: capitals outside ASCII in lower case, then bit 5 set in every byte.
sub fold
{
	my ($text) = @_;
	$text =~ s/\x{2019}/'/g;
	$text =~ s{([^\x00-\x7f])}{$lower{$1} // $1}ge;
	utf8::encode($text);
	return join '', map { chr(ord($_) | 0x20) } split //, $text;
}

# Words of their own before an apostrophe, with it.
my %is_proclitic = map { fold("$_->{text}'") => 1 } grep { $_->{rule} eq 'proclitic' } lines_in($folder, 'tokens.txt');

# The entry of a word, with these classes added.
sub enter
{
	my ($place, $text, @classes) = @_;
	my $key = fold($text);
	$key ne '' or die "$place: an empty entry\n";
	length($key) <= $key_bytes or die "$place: \"$text\" has more than $key_bytes bytes\n";
	my $entry = $word{$key} //= { classes => {}, cue => 0, lemma => 0 };
	for (@classes)
	{
		exists $class{$_} or exists $function{$_} or die "$place: lexicon.h has no class $_\n";
		$entry->{classes}{$_} = 1;
	}
	# The cue finder looks for longer entries after their first words.
	enter($place, $1, 'STARTS') if ($text =~ /^(\w+['\x{2019}])\w/ && $is_proclitic{ fold($1) } or $text =~ /^(\S+) /) and grep { /CUE/ } @classes;
	return $entry;
}

# ---- inflection ----

my (%letters, @forms, %rules_of);

sub read_inflection
{
	for (lines_in($folder, 'inflection.txt'))
	{
		my ($form, $ending, $instead) = @$_{qw(form ending instead)};
		if ($form eq 'letters') { $letters{$ending} = $instead; next; }
		if ($form eq 'form')
		{
			push @forms, { name => $ending, classes => [ map { exists $class{ uc $_ } ? uc : 'FN_' . uc } split ' ', $instead ], where => $_->{where} };
			next;
		}
		my ($also) = $form =~ s/(\+)$//;
		my ($kept, $literal) = ($ending eq '-' ? '' : $ending) =~ /^([A-Z]*)(.*)$/;
		for my $class (split //, $kept) { $letters{$class} or die "$_->{where}: no letters $class\n"; }
		push @{ $rules_of{$form} },
			{ also => $also ? 1 : 0, kept => $kept, literal => $literal, instead => $instead eq '-' ? '' : $instead };
	}
	for my $i (0 .. $#forms)
	{
		exists $class{$_} or exists $function{$_} or die "$forms[$i]{where}: lexicon.h has no class $_\n" for @{ $forms[$i]{classes} };
		next if $rules_of{ $forms[$i]{name} };
		$i > 0 or die "$forms[$i]{where}: no lines make this form\n";
		$rules_of{ $forms[$i]{name} } = $rules_of{ $forms[ $i - 1 ]{name} };
		$forms[$i]{copied} = 1;
	}
}

# The regular form of a word: inflection.c's too.
sub form_of
{
	my ($form, $word) = @_;
	for my $rule (grep { !$_->{also} } @{ $rules_of{$form} })
	{
		my $kept = join '', map { "[$letters{$_}]" } split //, $rule->{kept};
		next if $word !~ /^(.*$kept)\Q$rule->{literal}\E$/;
		my $stem = $1;
		my ($before, $after) = $rule->{instead} =~ /^(?:(.*)~)?(.*)$/;
		return ($before // '') . $stem . $after;
	}
	die "$folder/inflection.txt: no form \"$form\" of \"$word\"\n";
}

# The regular form and the one that may be there besides.
sub all_forms_of
{
	my ($form, $word) = @_;
	my @made = (form_of($form, $word));
	for my $rule (grep { $_->{also} } @{ $rules_of{$form} })
	{
		next if $word !~ /^(.*)\Q$rule->{literal}\E$/;
		push @made, $1 . $rule->{instead};
		last;
	}
	return @made;
}

sub plural { return form_of('plural', $_[0]); }

# A verb's forms in their order; irregular ones are given in that order, with a slash where there are two.
sub verb_forms
{
	my ($base, $irregular) = @_;
	my ($verb, $rest) = $base =~ /^(\S+)(.*)$/;
	my @given = split ' ', $irregular;
	my @made;
	for my $i (0 .. $#forms)
	{
		my $text = $given[$i] // '-';
		$text = form_of($forms[$i]{name}, $verb) if $text eq '-';
		push @made, map { [ "$_", @{ $forms[$i]{classes} } ] } split m{/}, "$text$rest";
	}
	return @made;
}

# ---- how entries are made of a line ----

sub read_word
{
	my ($list, $line) = @_;
	enter($line->{where}, $line->{word}, classes_of($list, $line));
}

# Enters a noun, and the forms of its case, where the language's inflection.txt has such.  Returns all entries.
sub enter_cases
{
	my ($place, $case, $word, @classes) = @_;
	my %entries = map { $_ => 1 } ($word, $rules_of{$case} ? all_forms_of($case, $word) : ());
	return map { enter($place, $_, @classes) } sort keys %entries;
}

# Enters a noun's plural.  A form that is the singular's too (der Sprecher, die Sprecher) does not tell the number.
sub enter_plural
{
	my ($place, $word, $plural, @classes) = @_;
	my %entries = map { $_ => 1 } ($plural, $rules_of{dative} ? all_forms_of('dative', $plural) : ());
	return map { enter($place, $_, @classes, $_ eq $word ? () : 'PLURAL') } sort keys %entries;
}

sub read_noun
{
	my ($list, $line) = @_;
	my $schema = $schema{$list};
	my @classes = classes_of($list, $line);
	my ($word, @plurals) = split m{/}, $line->{word};
	enter_cases($line->{where}, 'genitive', $word, @classes);
	enter_plural($line->{where}, $word, $_, @classes) for @plurals;
	return if @plurals or grep { $_ eq 'PLURAL' } @classes;
	return if $schema->{uncounted} and $line->{word} =~ $schema->{uncounted};
	return if $schema->{counted} and !grep { $_ eq $schema->{counted} } split ' ', $line->{attributes};
	enter_plural($line->{where}, $word, plural($word), @classes);
}

sub read_role
{
	my ($list, $line) = @_;
	my @classes = classes_of($list, $line);
	my $lemma = ++$lemmas;
	my $plurals = $line->{plural} eq '-' ? plural($line->{word}) : $line->{plural};
	$_->{lemma} = $lemma for enter_cases($line->{where}, 'genitive', $line->{word}, @classes);
	for my $plural (split m{[/ ]}, $plurals)
	{
		$_->{lemma} = $lemma for enter_plural($line->{where}, $line->{word}, $plural, @classes);
	}
}

# A verb, by whose forms all of it is found; a cue has its bits as well.
sub read_verb
{
	my ($list, $line) = @_;
	my ($place, $base) = @$line{qw(where base)};
	my $bits = 0;
	if ($list eq 'cues.txt')
	{
		# A weak cue is neither strong nor medium.
		my %known = (weak => 0, map { (my $name = lc) =~ tr/_/-/; $name => $cue{$_} } keys %cue);
		$bits |= $known{$_} for attributes($list, $line, \%known);
	}
	my @forms = ([ $base, 'BASE' ], verb_forms($base, $line->{forms}));
	my @always = split ' ', $schema{$list}{always} // '';
	my $lemma = 0;
	for (@forms)
	{
		my ($text, @classes) = @$_;
		my $entry = enter($place, $text, 'VERB', @classes, @always);
		$entry->{cue} |= $bits;
		$lemma ||= $entry->{lemma} || ++$lemmas if $text !~ / /;
		$entry->{lemma} ||= $lemma;
	}
	return if $list eq 'cues.txt';
	my %also = map { $_ => 1 } attributes($list, $line, $schema{$list}{attributes});
	enter($place, $base, $schema{$list}{attributes}{$_}) for sort keys %also;
	enter($place, plural($base), 'NOUN', 'PLURAL') if $also{noun};
}

# A word that other lists have; of the base of a verb, all its forms.
sub read_unsaid
{
	my ($list, $line) = @_;
	my $known = $word{ fold($line->{word}) } or die "$line->{where}: \"$line->{word}\" is in no other list\n";
	my @classes = classes_of($list, $line);
	my @forms = $known->{classes}{BASE} && $known->{lemma} ? grep { $_->{classes}{VERB} && $_->{lemma} == $known->{lemma} } values %word : ();
	for my $entry ($known, @forms) { $entry->{classes}{$_} = 1 for @classes; }
}

# Words that mean one thing.
sub read_family
{
	my ($list, $line) = @_;
	my $lemma = ++$lemmas;
	my @classes = classes_of($list, $line);
	enter($line->{where}, $_, @classes)->{lemma} = $lemma for split ' ', $line->{words};
}

# A short form and its names are one family: forenames of one have the same lemma.
my %family;
my %full;		# short form -> its likeliest full form

sub read_nickname
{
	my ($list, $line) = @_;
	my ($first) = split ' ', $line->{names};
	$full{ $line->{word} } = $first;
	my $id = $family{$first} //= ++$lemmas;
	$family{ $line->{word} } //= $id;
}

sub read_forename
{
	my ($list, $line) = @_;
	my $entry = enter($line->{where}, $line->{word}, classes_of($list, $line));
	$entry->{lemma} ||= $family{ $line->{word} } // 0;
}

my %read = (
	word => \&read_word, noun => \&read_noun, role => \&read_role, verb => \&read_verb, family => \&read_family,
	nickname => \&read_nickname, forename => \&read_forename, unsaid => \&read_unsaid);

sub read_lists
{
	for my $list (@order)
	{
		my $read = $read{ $schema{$list}{read} // 'word' };
		$read->($list, $_) for lines($list);
	}
	# A people's name is no forename in print: German, Israel, Roman.
	for my $entry (values %word)
	{
		next unless $entry->{classes}{DEMONYM};
		delete @{ $entry->{classes} }{qw(FORENAME NAMEWORD)};
		delete @{ $entry->{classes} }{qw(MALE FEMALE)} unless $entry->{classes}{ROLE} or $entry->{classes}{TITLE} or $entry->{classes}{PERSON};
	}
	# inflection.c makes room for this number of forms of a verb.
	my %forms;
	for my $key (sort keys %word)
	{
		my $entry = $word{$key};
		next unless $entry->{classes}{VERB} and $entry->{lemma};
		++$forms{ $entry->{lemma} } <= $verb_forms or die "$folder: the verb of \"$key\" has more than $verb_forms forms\n";
	}
}

# ---- hashes ----

# Modulo 2 to the 64
sub multiply { use integer; my ($x, $y) = @_; return $x * $y; }

sub add { use integer; my ($x, $y) = @_; return $x + $y; }

# The key in pieces of eight bytes
sub pieces
{
	my ($key) = @_;
	return unpack('Q<*', $key . "\0" x (-length($key) % 8));
}

# lexicon.h's nq_hash_piece() of nq_fold_piece()
sub hash_of
{
	my ($key) = @_;
	my $folded = 0;
	$folded = $_ ^ multiply($folded, $multiplier) for reverse pieces($key);
	return multiply($folded, $multiplier);
}

sub bucket_of
{
	my ($hash) = @_;
	return ($hash >> 64 - $bucket_bits) & (1 << $bucket_bits) - 1;
}

# nq_slot_of_hash()
sub place_of
{
	my ($hash, $seed) = @_;
	my $rest = ($hash >> 32 - $bucket_bits) & 0xffffffff;
	return ($rest * (2 * $seed + 1) & 0xffffffff) >> 32 - $slot_bits;
}

# The hash table has one place for each key: see lexicon.h.  The keys of a bucket, the largest bucket first,
# try one seed after another until each of them has a free place.
sub find_places
{
	my (@keys) = @_;
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
			die "$folder: no seed for a bucket\n" if ++$seed > 65535;
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
	return (\@slot, \@seeds);
}

# nq_may_be_phrase(): the bits of each key of several tokens and of its first tokens, wherever tokens are parted in it.
sub phrase_starts
{
	my (@keys) = @_;
	my @bits = (0) x (1 << $start_bits - 6);
	my %starts;
	for my $key (@keys)
	{
		while ($key =~ /[^a-z0-9\x80-\xff]/g)
		{
			$starts{ substr($key, 0, $_) } = 1 for grep { $_ > 0 } pos($key) - 1, pos($key), length $key;
		}
	}
	for (map { hash_of($_) >> 64 - $start_bits & (1 << $start_bits) - 1 } keys %starts)
	{
		$bits[ $_ >> 6 ] |= 1 << ($_ & 63);
	}
	return @bits;
}

# ---- writing ----

# How many bytes a text has in UTF-8.
sub bytes
{
	my ($text) = @_;
	utf8::encode($text);
	return length $text;
}

# Lines of N things each.
sub rows
{
	my ($per_line, @things) = @_;
	my $text = '';
	$text .= "\t" . join(', ', splice(@things, 0, $per_line)) . ",\n" while @things;
	return $text;
}

# The sets of classes and functions.  The first ones, all empty, are those of tokens that are no listed words: one for
# each kind of token.
my @sets = map { [ 0, 0 ] } @kinds;
my %set = ('0 0' => $word_kind);

sub set_of
{
	my ($entry) = @_;
	my ($classes, $functions) = (0, 0);
	for (keys %{ $entry->{classes} })
	{
		if (exists $class{$_}) { $classes |= 1 << $class{$_}; }
		else { $functions |= 1 << $function{$_}; }
	}
	my $key = "$classes $functions";
	if (!exists $set{$key})
	{
		$set{$key} = @sets;
		push @sets, [ $classes, $functions ];
	}
	return 2 * $set{$key};
}

read_inflection();
($of_nouns, $of_verbs) = (mask('WC_OF_NOUNS'), mask('WC_OF_VERBS')) if grep { "$_->{rule} $_->{text}" eq 'noun capital' } lines_in($folder, 'phrases.txt');
read_lists();

# The entries of the endings come first.
my @endings = map { $_->{word} } lines('endings.txt');
/^-/ or die "endings.txt: no hyphen before \"$_\"\n" for @endings;
my %is_ending = map { fold($_) => 1 } @endings;
my @keys = (undef, (map { fold($_) } @endings), sort grep { !$is_ending{$_} } keys %word);
@keys <= $max_words or die "$folder: " . @keys . " words, more than $max_words\n";
my ($slot, $seeds) = find_places(@keys);

my @set_of = (2 * $word_kind);
my $word_lines = sprintf("\t{%d, 0, 0, 0},\n", $set_of[0]);
for my $i (1 .. $#keys)
{
	my $entry = $word{ $keys[$i] };
	$set_of[$i] = set_of($entry);
	$word_lines .= sprintf("\t{%d, %d, 0x%x, 0x%x},\n", $set_of[$i], $entry->{lemma}, $entry->{cue}, hash_of_symbol($keys[$i]));
}

# The hash of a word of plain letters, as contexts.h computes it from the text; 0 for any other entry.
sub hash_of_symbol
{
	my $hash = 2166136261;

	return 0 if $_[0] =~ /[^a-z]/;
	$hash = ($hash ^ $_) * 16777619 & 0xffffffff for unpack 'C*', $_[0];
	return $hash;
}

# An array of texts: a ListedText each.  One more, for C has no empty arrays.
sub texts
{
	my ($name, @texts) = @_;
	return "static const ListedText ${name}[] = {\n" . rows(8, (map { sprintf('{"%s", %d}', $_, bytes($_)) } @texts), '{"", 0}') . "};\n";
}

# A constant of an enum of the headers.
sub enumerated
{
	my ($place, $prefix, $name) = @_;
	my $constant = $prefix . uc $name;
	$enums =~ /^\t$constant,?(?:\s|$)/m or die "$place: no $constant\n";
	return $constant;
}

sub clauses
{
	my @finite;
	for (lines_in($folder, 'clauses.txt'))
	{
		my ($only) = attributes('clauses.txt', $_, { only => 1 });
		push @finite, sprintf('{%s, %s, %s, %s}', enumerated($_->{where}, 'PLACE_', $_->{place}), enumerated($_->{where}, 'SEARCH_', $_->{search}),
			enumerated($_->{where}, 'SUBJECT_', $_->{link}), $only ? 'true' : 'false');
	}
	return "\nstatic const ClauseRule finite[] = {\n" . rows(1, @finite, '{0, 0, 0, false}')
		. "};\n\nconst ClauseRules nq_${language}_clauses = {\n\t.finite = finite,\n\t.finite_count = " . @finite . "\n};\n";
}

sub confidence
{
	my %number;
	for (lines_in($folder, 'confidence.txt'))
	{
		my $name = "$_->{of} $_->{what}";
		$_->{number} =~ /^-?[0-9]+\.[0-9]+$/ or die "$_->{where}: no number: $_->{number}\n";
		exists $number{$name} and die "$_->{where}: \"$name\" is here twice\n";
		$number{$name} = "$_->{number}f";
	}
	my $number_of = sub { delete $number{ $_[0] } // die "$folder/confidence.txt: no \"$_[0]\": train/confidence.py writes it\n" };
	my @ways = map { lc } $enums =~ /^\tRESOLVED_(\w+),/mg;
	my @members = map { sprintf '.resolved[RESOLVED_%s] = %s', uc, $number_of->("mention $_") } grep { $_ ne 'ranked' } @ways;
	push @members, ".$_->[0]_$_->[1] = " . $number_of->("@$_") for [qw(incise quotation)], [qw(incise speaker)], [qw(borrowed speaker)], [qw(reported clause)];
	push @members, ".$_ = {" . $number_of->("$_ bias") . ', ' . $number_of->("$_ slope") . '}' for qw(direct mixed);
	die "$folder/confidence.txt: not known: " . join(', ', sort keys %number) . "\n" if %number;
	return "\nconst Confidence nq_${language}_confidence = {\n\t" . join(",\n\t", @members) . "\n};\n";
}

sub inflection
{
	my @rules;
	my $text = "\nstatic const LetterClass letter_classes[] = {\n" . rows(1, map { "{'$_', \"$letters{$_}\"}" } sort keys %letters) . "};\n";
	my $entries = 1;
	for my $i (0 .. $#forms)
	{
		my @of_form = @{ $rules_of{ $forms[$i]{name} } };
		$entries += 1 + ((grep { $_->{also} } @of_form) ? 1 : 0) if !$forms[$i]{copied};
		push @rules, map { sprintf('{%d, %s, %d, "%s", "%s"}', $i, $_->{also} ? 'true' : 'false', length $_->{kept},
			"$_->{kept}$_->{literal}", $_->{instead}) } @of_form;
	}
	$text .= "static const InflectionRule inflection_rules[] = {\n" . rows(1, @rules) . "};\n";
	$text .= "static const uint64_t form_classes[] = {\n"
		. rows(1, map { join(' | ', map { "WC_$_" } grep { !/^FN_/ } @{ $_->{classes} }) || '0' } @forms) . "};\n";
	return "$text\nconst Inflection nq_${language}_inflection = {\n\t.letter_classes = letter_classes,\n\t.letter_class_count = "
		. keys(%letters) . ",\n\t.rules = inflection_rules,\n\t.rule_count = " . @rules
		. ",\n\t.form_classes = form_classes,\n\t.form_count = " . @forms . ",\n\t.entries = $entries\n};\n";
}

# The struct that a table of rules makes.
sub rules
{
	my ($table) = @_;
	my ($struct, $texts, $text, $flags, $numbers) = @{ $rules{$table} }{qw(struct texts text flags numbers)};
	my ($name) = $table =~ /(\w+)\.txt/;
	return inflection() if $table eq 'inflection.txt';
	return clauses() if $table eq 'clauses.txt';
	return confidence() if $table eq 'confidence.txt';
	my %given;
	for (lines_in($folder, $table))
	{
		my $rule = $_->{rule};
		grep { $_ && exists $_->{ $rule } } $texts, $text, $flags, $numbers
			or die "$_->{where}: no rule \"$rule\" in $table; known are " . join(', ', sort map { keys %{ $_ // {} } } $texts, $text, $flags, $numbers) . "\n";
		$_->{text} =~ /["\\]/ and die "$_->{where}: a text with a quotation mark or backslash\n";
		push @{ $given{ $_->{rule} } }, $_->{text};
	}
	my ($arrays, @members) = ('');
	for (sort keys %{ $texts // {} })
	{
		my @given = @{ $given{$_} // [] };
		$arrays .= texts($texts->{$_}, @given);
		push @members, ".$texts->{$_} = {$texts->{$_}, " . scalar(@given) . '}';
	}
	for (sort keys %{ $text // {} })
	{
		my @given = @{ $given{$_} // [] };
		@given == 1 or die "$folder/$table: " . @given . " lines for \"$_\", not 1\n";
		push @members, ".$text->{$_} = \" $given[0] \"";
	}
	for (sort keys %{ $numbers // {} })
	{
		my @given = @{ $given{$_} // [] };
		next if !@given;
		@given == 1 && $given[0] =~ /^\d+$/ or die "$folder/$table: \"$_\" is not one number\n";
		push @members, ".$numbers->{$_} = $given[0]";
	}
	for my $rule (sort keys %{ $flags // {} })
	{
		for (@{ $given{$rule} // [] })
		{
			my $member = $flags->{$rule}{$_} or die "$folder/$table: no \"$_\" of \"$rule\"\n";
			push @members, ".$member = true";
		}
	}
	@members = ('0') if !@members;
	return "\n$arrays\nconst $struct nq_${language}_$name = {\n\t" . join(",\n\t", @members) . "\n};\n";
}

# The short forms of forenames with the full ones, which are none themselves.  A particle, as in "Al Saad", is left alone.
sub short_forms
{
	my @forms;
	my $room = constant('SHORT_FORM_BYTES');
	for my $short (sort keys %full)
	{
		my $full = $short;
		my %passed;
		$full = $full{$full} while $full{$full} and !$passed{$full}++;
		next if $full{$full} or $full !~ /^[A-Za-z]+$/ or $word{ fold($short) }{classes}{PARTICLE};
		length $full < $room or die "nicknames.txt: \"$full\" is longer than SHORT_FORM_BYTES allows\n";
		push @forms, [ hash_of(fold($short)) >> 32 & 0xffffffff, lc $full ];
	}
	return map { sprintf('{0x%x, "%s"}', @$_) } sort { $a->[0] <=> $b->[0] } @forms;
}

# The classes of a capitalised word.
sub in_capitals
{
	my ($classes) = @_;
	return $classes & $of_nouns ? $classes & ~$of_verbs : $classes;
}

sub slot
{
	my ($entry) = @_;
	# A free place holds what is in no list.
	return "{0, 0, $set_of[0]}" if !$entry;
	return sprintf('{0x%x, %d, %d}', $entry->{hash} >> 32 & 0xffffffff, $entry->{word}, $set_of[ $entry->{word} ]);
}

my @short_forms = short_forms();
my $table = "/*\n * tables.c\n *\t  The word lists of $language, compiled.  Made by generate.pl: do not edit.\n */\n#include \"core/document.h\"\n#include \"lang/language.h\"\n\nNQ_DECLARE_LANGUAGE($language);\n\n"
	. "static const Word words[] = {\n$word_lines};\n\n"
	. "static const uint64_t classes[] = {\n"
	. rows(2, map { sprintf('UINT64_C(0x%x), UINT64_C(0x%x)', $_->[0] & ~($of_names | $of_nouns), in_capitals($_->[0])) } @sets) . "};\n\n"
	. "static const uint64_t functions[] = {\n" . rows(8, map { sprintf('UINT64_C(0x%x)', $_->[1]) } @sets) . "};\n\n"
	. texts('endings', map { substr $_, 1 } @endings) . "\n"
	. "static const LexiconSlot slots[LEXICON_SLOTS] = {\n" . rows(4, map { slot($_) } @$slot[ 0 .. (1 << $slot_bits) - 1 ]) . "};\n\n"
	. "static const uint16_t seeds[LEXICON_BUCKETS] = {\n" . rows(16, @$seeds) . "};\n\n"
	. "static const uint64_t phrase_starts[] = {\n" . rows(4, map { sprintf('UINT64_C(0x%x)', $_) } phrase_starts(@keys[ 1 .. $#keys ])) . "};\n\n"
	. "static const ShortForm short_forms[] = {\n" . rows(4, @short_forms, '{0, ""}') . "};\n\n"
	. "const Lexicon nq_${language}_lexicon = {\n\t.name = \"$language\",\n\t.word_count = " . scalar(@keys)
	. ",\n\t.words = words,\n\t.set_count = " . scalar(@sets) . ",\n\t.classes = classes,\n\t.functions = functions,\n\t.endings = {endings, " . scalar(@endings) . "},\n\t.slots = slots,\n\t.seeds = seeds,\n\t.phrase_starts = phrase_starts,\n\t.short_forms = short_forms,\n\t.short_form_count = " . scalar(@short_forms) . ",\n\t.of_capitals = UINT64_C(" . sprintf('0x%x', $of_names | $of_nouns) . ")\n};\n";
$table .= rules($_) for sort keys %rules;

open(my $out, '>:utf8', $output) or die "$output: $!\n";
print $out $table or die "$output: $!\n";
close $out or die "$output: $!\n";
