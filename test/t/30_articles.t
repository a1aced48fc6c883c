# Properties of every article's rows, in SQL: verbatim, order, repeatability.
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
my $marked = q{SELECT id, speaker, quote, "position", kind, cue, mention, mention_position, confidence FROM article};
is_none('rows of marked words are the same with and without reported speech',
	"($marked, extract_quotes(body) EXCEPT ALL $marked, extract_quotes(body, true)) LIMIT 5");
is_none('reported speech adds no row of marked words',
	"($marked, extract_quotes(body, true) WHERE kind <> 'indirect' EXCEPT ALL $marked, extract_quotes(body)) LIMIT 5");
is_none('quotes_jsonb has the same speakers of marked words with and without reported speech',
	q{SELECT id FROM article WHERE jsonb_path_query_array(quotes_jsonb(body), '$[*].speaker')
	  <> jsonb_path_query_array(quotes_jsonb(body, true), '$[*] ? (@.kind != "indirect").speaker') LIMIT 5});
is_none('quote_speakers names who speaks in extract_quotes',
	q{SELECT id FROM article, LATERAL (SELECT array_agg(speaker) AS speakers FROM extract_quotes(body)) AS q, quote_speakers(body) AS one_by_one
	  WHERE EXISTS (SELECT FROM unnest(speakers) AS s WHERE s !~ ' and ' AND s <> ALL (one_by_one))
		OR EXISTS (SELECT FROM unnest(one_by_one) AS s WHERE s <> ALL (array_remove(speakers, NULL))
			AND NOT EXISTS (SELECT FROM unnest(speakers) AS joint WHERE joint LIKE s || ' and %' OR joint LIKE '% and ' || s
			OR joint LIKE s || ', % and %' OR joint LIKE '%, ' || s || ' and %' OR joint LIKE '%, ' || s || ', % and %'))
	  LIMIT 5});
value(q{ALTER TABLE article ADD PRIMARY KEY (id)}, database => 'articles');
value(q{CALL track_quotes('article', 'body', indirect => true)}, database => 'articles');
is_none('a table that tracks reported speech has the same rows of marked words',
	q{(SELECT id, speaker, quote, "position", kind, mention, confidence FROM article_quotes WHERE kind <> 'indirect'
	   EXCEPT ALL SELECT id, speaker, quote, "position", kind, mention, confidence FROM article, extract_quotes(body)) LIMIT 5});

value('DROP DATABASE articles');
done_testing;
