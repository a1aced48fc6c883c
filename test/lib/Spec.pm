# Spec.pm
#	Reads the examples of docs/spec.md, whose section "How to read the examples"
#	describes their form.
#
# A syntax error in the document is reported with its line: a malformed example
# must not be skipped silently.

package Spec;

use strict;
use warnings;
use Exporter 'import';
use File::Basename qw(dirname);

our @EXPORT = qw(spec examples visible printings);

my @default = qw(speaker quote kind cue);
my %known   = map { $_ => 1 } @default,
  qw(position mention mention_position utterance speaker_type speaker_named speaker_gender speaker_role asserted);

# Characters that are hard to see, and what they are printed as.
my %shown = ("\t" => "\x{2192}", "\r" => "\x{240D}", "\x{A0}" => "\x{237D}");
my %meant = reverse %shown;
my $shown = join '', values %shown;
my $hard  = join '', keys %shown;

sub spec { return dirname(__FILE__) . '/../../docs/spec.md' }

# Text as the document prints it; in a row a line break is a pilcrow.
sub visible
{
	my ($text) = @_;
	$text =~ s/([$hard])/$shown{$1}/g;
	$text =~ s/\n/\x{B6}/g;
	return $text;
}

sub cell
{
	my ($cell) = @_;
	return undef if $cell eq '-';
	$cell =~ s/([$shown])/$meant{$1}/g;
	$cell =~ s/\x{B6}/\n/g;
	return $cell;
}

# The options after "example" on the fence.
sub options
{
	my ($words, $line) = @_;
	my %option = (todo => 0, indirect => 0, curly => 0, language => 'english', cues => [], patterns => []);
	while ($words =~ /\S/)
	{
		if    ($words =~ s/^\s*(todo|indirect|curly)(?!\S)//) { $option{$1}       = 1 }
		elsif ($words =~ s/^\s*language=(\w+)(?!\S)//) { $option{language}     = $1 }
		elsif ($words =~ s/^\s*cues=\{([^{}]+)\}//)     { $option{cues}     = [ split /,/, $1 ] }
		elsif ($words =~ s/^\s*pattern=(.+)$//)         { $option{patterns} = [$1] }
		else                                            { die "spec.md:$line: unknown option:$words\n" }
	}
	return %option;
}

# One example, of the lines between its fences.
sub example
{
	my ($line, @lines) = @_;
	my ($dot) = grep { $lines[$_] =~ /^\.( |$)/ } 0 .. $#lines;
	die "spec.md:$line: no line with a dot\n" unless defined $dot;
	my (undef, @columns) = split / /, $lines[$dot];
	@columns = @default unless @columns;
	for (@columns) { die "spec.md:$line: unknown column $_\n" unless $known{$_} }

	my $text = join "\n", @lines[ 0 .. $dot - 1 ];
	$text =~ s/([$shown])/$meant{$1}/g;
	my @rows;
	for (@lines[ $dot + 1 .. $#lines ])
	{
		my @cells = map { cell($_) } split / \| /, $_;
		die "spec.md:$line: a row has more cells than columns: $_\n" if @cells > @columns;
		push @rows, \@cells;
	}
	return (text => $text, columns => \@columns, rows => \@rows);
}

# The article with other kinds of marks, if it has only curly double marks.  An apostrophe
# at a word's edge would be a mark in single ones.
my %marks = (
	straight => sub { $_[0] =~ tr/\x{201C}\x{201D}\x{2019}/""'/r },
	single   => sub { $_[0] =~ tr/\x{201C}\x{201D}/\x{2018}\x{2019}/r });

# The variants of an example to run: the article itself, and its text and rows in other marks if the example holds for them.
sub printings
{
	my ($example) = @_;
	my $text      = $example->{text};
	my @printings = { marks => '', text => $text, rows => $example->{rows} };
	return @printings
	  if $example->{curly} || $text !~ /\x{201C}/ || $text =~ /[\x{2018}\x{201E}\x{201A}"\x{AB}<]|''|``|&\w+;|(?<!\w)'/;

	for my $marks ('straight', $text =~ /(?<!\w)\x{2019}|\x{2019}(?!\w)/ ? () : 'single')
	{
		my $print = $marks{$marks};
		push @printings, { marks => $marks, text => $print->($text),
			rows => [ map { [ map { defined $_ ? $print->($_) : undef } @$_ ] } @{ $example->{rows} } ] };
	}
	return @printings;
}

# All examples of a document, which is given as characters.
sub examples
{
	my ($document) = @_;
	my (@examples, @open, $inside);
	my ($line, $chapter, $part, $number) = (0, 0, 0, 0);
	my $section = '';

	for (split /\n/, $document)
	{
		$line++;
		if ($inside && $_ eq '```')
		{
			$number++;
			push @examples, { line => $inside->{line}, number => "$section/$number", section => $inside->{section}, %{ $inside->{option} },
				example($inside->{line}, @{ $inside->{lines} }) };
			$inside = undef;
		}
		elsif ($inside) { push @{ $inside->{lines} }, $_ }
		elsif (/^```example\b(.*)$/)
		{
			die "spec.md:$line: an example outside the numbered sections\n" unless $part;
			$inside = { line => $line, section => $open[0], option => { options($1, $line) }, lines => [] };
		}
		elsif (/^## (\d+)\. /)
		{
			die "spec.md:$line: chapter $1 follows chapter $chapter\n" unless $1 == ++$chapter;
			$part = 0;
		}
		elsif (/^### (\d+)\.(\d+) (.*)$/)
		{
			die "spec.md:$line: section $1.$2 follows section $chapter.$part\n" unless $1 == $chapter && $2 == ++$part;
			($section, $open[0], $number) = ("$1.$2", $3, 0);
		}
	}
	die "spec.md:$inside->{line}: an example without an end\n" if $inside;
	return @examples;
}

1;
