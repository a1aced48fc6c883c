# Keys of names in the project's own articles, and together with pg_trgm.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

value("CREATE DATABASE keys TEMPLATE template0 ENCODING 'UTF8'");
sub answer { return value(shift, database => 'keys') }

answer('CREATE EXTENSION newsquote; CREATE TABLE name (printed text)');
for my $file (articles())
{
	my $article = slurp($file);
	answer("INSERT INTO name SELECT unnest(quote_speakers(\$article\$$article\$article\$))");
}
cmp_ok(answer('SELECT count(*) FROM name'), '>', 100, 'there are names');

# A way of printing, and where it changes the name no more than a key may see.
my %way = (
	'in capitals'        => ['upper(printed)', q{printed !~ '&#'}],
	'in small letters'   => ['lower(printed)', q{printed !~ ' [A-Z][. ]'}],
	'with a possessive'  => ['printed || $$’s$$', q{printed !~ '[.''’]'}],
	'with an honorific'  => ['$$Mrs. $$ || printed', q{printed ~ '^[A-Z][a-z]+ [A-Z][a-z]+$' AND printed !~ '^(The|Dr|Captain) '}],
	'with a suffix'      => ['printed || $$, MP$$', q{printed ~ '^[A-Z][a-z]+ [A-Z][a-z]+$'}],
	'surname first'      => [q{regexp_replace(printed, '(.*) (.*)', '\2, \1')}, q{printed ~ '^[A-Z][a-z]+ [A-Z][a-z]+$'}],
	'with an initial'    => [q{replace(printed, ' ', ' Q. ')}, q{printed ~ '^[A-Z][a-z]+ [A-Z][a-z]+$'}],
	'with odd blanks'    => [q{'  ' || replace(printed, ' ', U&'\00A0 ') || E'\n'}, 'true'],
	'as a key'           => ['speaker_key(printed)', 'true']);

for my $name (sort keys %way)
{
	my ($other, $where) = @{ $way{$name} };
	cmp_ok(answer("SELECT count(*) FROM name WHERE $where"), '>', 20, "$name: there are names");
	is(answer("SELECT printed, speaker_key(printed), speaker_key($other) FROM name WHERE $where AND speaker_key($other) <> speaker_key(printed)"),
		'', "$name: the same key");
}

# Another extension finds near matches; on keys, case, titles and accents do not matter.
SKIP:
{
	skip 'no pg_trgm is here', 2 unless answer(q{SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'});
	answer('CREATE EXTENSION pg_trgm; CREATE TABLE person (printed text);'
		  . q{INSERT INTO person VALUES ('Sen. Clara Lindqvist'), ('CLARA LINDQUIST'), ('José Núñez'), ('Otto van der Meer');}
		  . 'CREATE INDEX person_key ON person USING gist (speaker_key(printed) gist_trgm_ops)');
	my $near = q{SELECT printed FROM person WHERE speaker_key(printed) % speaker_key('Lindqvist, Clara') ORDER BY printed COLLATE "C"};
	is(answer($near), "CLARA LINDQUIST\nSen. Clara Lindqvist", 'names that are nearly the same');
	like(answer("SET enable_seqscan = off; EXPLAIN (COSTS OFF) $near"), qr/person_key/, 'by an index');
}

done_testing;
