# Near reprints among made-up quotations: how many of the similar pairs share a band,
# and how many dissimilar pairs do.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

value("CREATE DATABASE reprints TEMPLATE template0 ENCODING 'UTF8'");
sub answer { return value(shift, database => 'reprints') }

# Pseudorandom numbers that are the same on every machine.
my $state = 1;
sub draw { $state = ($state * 1103515245 + 12345) % 2**31; return int($state / 65536) % shift }

# A few words are used much more often than the others, as in any text.
sub word { return 'w' . int(draw(100) / (1 + draw(40))) . (draw(3) ? '' : 'x' . draw(40)) }

# Each quotation, and reprints of it with one to four words changed, left out or added.
my @quotes;
for (1 .. 180)
{
	my @words = map { word() } 1 .. 8 + draw(30);
	push @quotes, "@words";
	for my $changes (1 .. 4)
	{
		my @print = @words;
		for (1 .. $changes)
		{
			my $at = draw(scalar @print);
			splice @print, $at, draw(2), draw(2) ? word() : ();
		}
		push @quotes, "@print";
	}
}
answer('CREATE EXTENSION newsquote; CREATE TABLE print (id integer, quote text); INSERT INTO print VALUES '
	  . join(',', map { "($_, '$quotes[$_]')" } 0 .. $#quotes));
answer(q{CREATE TABLE pair AS SELECT a.id AS a, b.id AS b, quote_similarity(a.quote, b.quote) AS similarity FROM print AS a JOIN print AS b ON a.id < b.id});
answer(q{CREATE TABLE found AS
	WITH banded AS (SELECT id, unnest(quote_bands(quote)) AS band FROM print)
	SELECT DISTINCT a.id AS a, b.id AS b FROM banded AS a JOIN banded AS b ON a.band = b.band AND a.id < b.id});
my $like = answer('SELECT count(*) FROM pair WHERE similarity > 0.6');
my $both = answer('SELECT count(*) FROM pair JOIN found USING (a, b) WHERE similarity > 0.6');
my $unlike = answer('SELECT count(*) FROM pair JOIN found USING (a, b) WHERE similarity < 0.1');
cmp_ok($like, '>', 300, "there are $like near reprints");
cmp_ok($both, '>=', 0.95 * $like, "$both of them have a band in common");
cmp_ok($unlike, '<', @quotes / 10, "$unlike pairs that are not alike have one");
is(answer(q{SELECT count(*) FROM print WHERE quote_key(quote_key(quote)) <> quote_key(quote)}), 0, 'the key of a key is the key');
is(answer(q{SELECT count(*) FROM pair AS p JOIN print AS a ON a.id = p.a JOIN print AS b ON b.id = p.b
	WHERE p.a % 37 = 0 AND quote_similarity(b.quote, a.quote) <> similarity}), 0, 'the similarity is the same both ways');

done_testing;
