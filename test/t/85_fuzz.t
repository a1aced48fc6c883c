# Half a minute of coverage-guided fuzzing with the same inputs every time, as many as half a minute
# allows.  Inputs that break a promise are saved in test/fuzz/regressions.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $seconds = 30;
my $probe   = 'int LLVMFuzzerTestOneInput(void) { return 0; }';
plan skip_all => 'there is no clang with libFuzzer here'
	if system("echo '$probe' | clang -fsanitize=fuzzer,address,undefined -x c - -o /dev/null 2>/dev/null");

my $output = `@{[project()]}/test/fuzz.sh $seconds 1 2>&1`;
is($?, 0, "$seconds seconds of hostile articles break no promise") or diag($output);
like($output, qr/stat::number_of_executed_units: *\d{3}/, 'the fuzzer has tried many');
done_testing;
