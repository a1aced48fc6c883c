# The article of the contract gives exactly the rows of the contract.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $article = project() . '/../shared/corpus/seed/article.txt';
plan skip_all => 'the article is not here: ../shared/corpus/seed/article.txt' unless -e $article;

my @wanted = (
	[ 'Russia', 'quite understandable', 'mixed', 'Russia' ],
	[ 'Alexander Lukashevich', 'counterproductive', 'mixed',
		'Russian Foreign Ministry spokesman Alexander Lukashevich' ],
	[ 'Pyongyang', 'righteous deed', 'mixed', 'Pyongyang' ],
	[ 'Alexander Lukashevich', 'the concept of the movie is so aggressive', 'mixed', 'Lukashevich' ],
	[ 'Alexander Lukashevich', 'sincere desire of the North Korean side', 'mixed', 'He' ],
	[ 'Alexander Lukashevich', 'We perceive the U.S. threats', 'direct', 'Lukashevich' ]);

my $text = slurp($article);
my $rows = value(<<"END" . "DROP EXTENSION newsquote;\n");
CREATE EXTENSION newsquote;
SELECT speaker, quote, kind, mention FROM extract_quotes(\$article\$$text\$article\$);
END
my @rows = map { [ split /\|/ ] } split /\n/, $rows;

is(scalar @rows, scalar @wanted, 'as many rows');
for my $i (0 .. $#wanted)
{
	my @row = @{ $rows[$i] || [ ('') x 4 ] };
	$row[1] = substr($row[1], 0, length $wanted[$i][1]);
	is_deeply(\@row, $wanted[$i], "row " . ($i + 1));
}
done_testing;
