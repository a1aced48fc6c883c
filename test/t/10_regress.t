# make installcheck: sql/*.sql against expected/*.out.  REGRESS lists those to run; the default is all.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;

my $project = project();
my $output  = tempdir(CLEANUP => 1);
my $config  = $ENV{PG_CONFIG} || 'pg_config';
my $tests   = $ENV{REGRESS} || (slurp("$project/Makefile") =~ /^REGRESS = (.*)$/m)[0];
my $lines   = `make -s -C "$project" PG_CONFIG="$config" EXTRA_REGRESS_OPTS=--outputdir="$output" REGRESS="$tests" installcheck 2>&1`;

for my $test (split ' ', $tests)
{
	ok($lines =~ /^(?:test\s+\Q$test\E\s+\.\.\. ok|ok \d+\s+[-+] \Q$test\E\s)/m, $test);
}
diag($lines, map { -e $_ ? slurp($_) : () } "$output/regression.diffs") if $lines !~ /All \d+ tests passed/;
done_testing;
