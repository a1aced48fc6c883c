# The examples of docs/spec.md.
#
# Rows are compared in the columns that the example names, as far as its rows have
# cells; in any case, the words of every row must be at its position.  An article
# in curly marks is also run with straight and with single marks.  An example marked
# todo may fail, and is listed at the end if it does not.
#
#	SPEC=5.3 test/run.sh spec		one section or example; shows todo examples' rows too
#	UPDATE=1 test/run.sh spec		takes the mark off todo examples that are right now
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Encode qw(decode encode);
use JSON::PP;
use Psql;
use Spec;
use Test::More;

binmode(Test::More->builder->$_, ':utf8') for qw(output failure_output todo_output);

my $document = decode('UTF-8', slurp(spec()), Encode::FB_CROAK);
my @examples = examples($document);
my $chosen   = $ENV{SPEC};
@examples = grep { index("$_->{number}/", "$chosen/") == 0 || index("$_->{number}/", "$chosen.") == 0 } @examples if $chosen;

sub literal
{
	my ($text) = @_;
	$text =~ s/'/''/g;
	return "'$text'";
}

sub literals { return 'ARRAY[' . join(',', map { literal($_) } @_) . ']::text[]' }

# Everything that is tried: an example in one printing.
my @trials = map { my $example = $_; map { { example => $example, %$_ } } printings($example) } @examples;

# The rows of every trial, as the example asks for them and with reported speech: two arrays for each.
sub extracted
{
	my $values = join ",\n", map {
		my $example = $trials[$_]{example};
		sprintf '(%d, %s, %s, %s, %s, %s)', $_, literal($trials[$_]{text}), $example->{indirect} ? 'true' : 'false', literal($example->{language}),
		  literals(@{ $example->{cues} }), literals(@{ $example->{patterns} })
	} 0 .. $#trials;
	my $rows = 'coalesce((SELECT json_agg(q) FROM extract_quotes(body, %s, language => language, cues => cues, patterns => patterns) AS q), \'[]\')';
	return JSON::PP->new->decode(decode('UTF-8', value(encode('UTF-8',
		"SET standard_conforming_strings = on;\n"
		. sprintf("SELECT json_agg(json_build_array($rows, $rows) ORDER BY n)", 'indirect', 'true')
		. " FROM (VALUES $values) AS e (n, body, indirect, language, cues, patterns)"))));
}

# A row's value of a column as the document prints it.
sub printed
{
	my ($row, $column) = @_;
	return '(no such column)' unless exists $row->{$column};
	my $value = $row->{$column};
	return '-' unless defined $value;
	return ref $value ? ($value ? 'true' : 'false') : visible($value);
}

# What a trial wants and what it gets, line by line, of the columns that the example speaks of.
sub compared
{
	my ($trial, $got) = @_;
	my @columns = @{ $trial->{example}{columns} };
	my $expected = $trial->{rows};
	my (@wanted, @returned);
	for my $i (0 .. ($#$expected > $#$got ? $#$expected : $#$got))
	{
		my $cells = $expected->[$i];
		my $width = $cells ? @$cells : @columns;
		push @wanted, join ' | ', map { defined $_ ? visible($_) : '-' } @$cells if $cells;
		push @returned, join ' | ', map { printed($got->[$i], $_) } @columns[ 0 .. $width - 1 ] if $got->[$i];
	}
	return (join("\n", @wanted), join("\n", @returned));
}

# The words are where the row says, and rows come in order.
sub verbatim
{
	my ($text, $rows) = @_;
	my $before = 0;
	for (@$rows)
	{
		return 0 unless substr($text, $_->{position} - 1, length $_->{quote}) eq $_->{quote} && $_->{position} >= $before;
		return 0 unless !defined $_->{mention} || substr($text, $_->{mention_position} - 1, length $_->{mention}) eq $_->{mention};
		$before = $_->{position};
	}
	return 1;
}

# The marked words alone, without what may depend on reported speech.
sub marked
{
	my ($rows) = @_;
	return JSON::PP->new->canonical->encode([ map { my %row = %$_; delete $row{utterance}; \%row } grep { $_->{kind} ne 'indirect' } @$rows ]);
}

value('CREATE EXTENSION newsquote');
my $all = extracted();
value('DROP EXTENSION newsquote');

my (%wrong, @moved, @flagged);
for my $i (0 .. $#trials)
{
	my $trial   = $trials[$i];
	my $example = $trial->{example};
	my ($rows, $with_reports) = @{ $all->[$i] };
	my ($wanted, $returned) = compared($trial, $rows);
	my $name = "$example->{number} $example->{section}, line $example->{line}";
	$name .= ", in $trial->{marks} marks" if $trial->{marks};

	push @moved, $name unless verbatim($trial->{text}, $rows) && verbatim($trial->{text}, $with_reports);
	push @flagged, $name if !$example->{todo} && marked($rows) ne marked($with_reports);

	local our $TODO = $example->{todo} ? 'not yet' : undef;
	ok($wanted eq $returned, $name) and next;
	$wrong{ $example->{line} } = 1;
	my @lines = ("$trial->{text}\n", "wanted:\n$wanted\n", "returned:\n$returned\n");
	if   ($chosen && $example->{todo}) { print { Test::More->builder->failure_output } map { s/^/# /mgr } "$name (todo)\n", @lines }
	else                               { diag(@lines) }
}
is("@moved", '', 'all words are where the rows say');
is("@flagged", '', 'marked words do not depend on reported speech');

my @todo   = grep { $_->{todo} } @examples;
my @mended = grep { !$wrong{ $_->{line} } } @todo;
diag(scalar(@examples) . ' examples, ' . scalar(@todo) . ' of them todo');
if ($ENV{UPDATE} && @mended)
{
	my @lines = split /^/, $document;
	$lines[ $_->{line} - 1 ] =~ s/ todo\b// for @mended;
	open(my $file, '>:utf8', spec()) or die spec() . ": $!";
	print $file @lines;
	close($file);
}
elsif (@mended)
{
	diag("right now, take their mark off (UPDATE=1 test/run.sh spec):", map { "\n\t$_->{number}, line $_->{line}" } @mended);
}
done_testing;
