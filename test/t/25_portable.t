# The engine finds the same with and without the processor's vector instructions.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $test = project() . '/test';
is(system("make -s -j2 -C '$test/unit' portable >&2"), 0, 'both are built');

my ($with, $without) = map { scalar `'$test/build/$_/rows' '$test'/articles/*.txt '$test'/fuzz/seeds/*` } qw(plain portable);
is($?, 0, 'the articles are read');
cmp_ok($with =~ tr/\n//, '>', 900, 'and hold many rows');
ok($with eq $without, 'with and without vector instructions the rows are the same');
done_testing;
