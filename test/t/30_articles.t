# What holds for every article, in SQL: verbatim, order, repeatability.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my @articles = articles();
push @articles, map { glob(project() . "/../shared/corpus/polnear/$_/text/*") } qw(dev);
plan skip_all => 'no articles in test/articles' unless @articles;

my $rows = join '', map { "INSERT INTO article (body) VALUES (\$article\$" . slurp($_) . "\$article\$);\n" } @articles;
value("CREATE DATABASE articles TEMPLATE template0 ENCODING 'UTF8'");
value("CREATE EXTENSION newsquote; CREATE TABLE article (id serial, body text); $rows", database => 'articles');

sub is_none
{
	my ($name, $sql) = @_;
	is(value($sql, database => 'articles'), '', $name);
}

for my $indirect (qw(false true))
{
	my $from = "FROM article, extract_quotes(body, indirect => $indirect) AS q";
	cmp_ok(value("SELECT count(*) $from", database => 'articles'), '>', scalar @articles,
		"there are quotations, indirect $indirect");
	is_none("quotes are verbatim, indirect $indirect",
		qq{SELECT id, q $from WHERE substr(body, "position", length(quote)) IS DISTINCT FROM quote LIMIT 5});
	is_none("mentions are verbatim, indirect $indirect",
		"SELECT id, q $from WHERE mention IS NOT NULL
		 AND substr(body, mention_position, length(mention)) IS DISTINCT FROM mention LIMIT 5");
	is_none("cues are printed in the article, indirect $indirect",
		"SELECT id, q $from WHERE cue IS NOT NULL AND strpos(body, cue) = 0 LIMIT 5");
	is_none("rows come in order of position, indirect $indirect",
		qq{SELECT id FROM article, LATERAL (SELECT "position", lag("position") OVER () AS before
		   FROM extract_quotes(body, indirect => $indirect)) AS q WHERE before > "position" LIMIT 5});
	is_none("confidence is a probability, indirect $indirect",
		"SELECT id, q $from WHERE confidence NOT BETWEEN 0 AND 1 LIMIT 5");
	is_none("the same rows every time, indirect $indirect",
		"(SELECT id, q $from) EXCEPT ALL (SELECT id, q $from) LIMIT 5");
}
is_none('no indirect rows unless asked for',
	"SELECT id, q FROM article, extract_quotes(body) AS q WHERE kind = 'indirect' LIMIT 5");
is_none('marked stretches are the same with and without reported speech',
	qq{SELECT id, "position", quote FROM article, extract_quotes(body)
	   EXCEPT SELECT id, "position", quote FROM article, extract_quotes(body, true) LIMIT 5});

value('DROP DATABASE articles');
done_testing;
