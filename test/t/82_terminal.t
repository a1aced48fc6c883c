# make demo PSQL=1 at a terminal: Ctrl-C cancels only a query, and nothing is left in the temporary folder.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;
use Time::HiRes qw(sleep);

plan skip_all => 'no script(1), which makes a terminal' if system('script -qec true /dev/null >/dev/null 2>&1 </dev/null');

my $folder = tempdir(CLEANUP => 1);
mkdir("$folder/tmp", 0777) or die;
chmod(0777, "$folder/tmp");
chmod(0755, $folder);
my $project = project();
{ open(my $log, '>', "$folder/log") or die; }
$ENV{TMPDIR} = "$folder/tmp";
open(my $keys, '|-', "script -qefc 'make -s -C $project demo PSQL=1' /dev/null >$folder/log 2>&1") or die "script: $!";
$keys->autoflush(1);

# Waits until the terminal shows a text.
sub shows
{
	my ($pattern) = @_;
	for (1 .. 10000)
	{
		return 1 if slurp("$folder/log") =~ $pattern;
		sleep 0.02;
	}
	return 0;
}

ok(shows(qr/postgres=# \z/), 'psql is there') or diag(slurp("$folder/log"));
print $keys "SELECT count(*) AS articles FROM articles;\n";
ok(shows(qr/articles\s*\n-+/), 'with the articles');
print $keys "SELECT pg_sleep(600);\n";
sleep 1;
print $keys "\cC";
ok(shows(qr/canceling statement due to user request/), 'Ctrl-C cancels a query');
print $keys "SELECT half a li\cC";
sleep 0.5;
print $keys "SELECT 'still ' || 'there';\n";
ok(shows(qr/still there/), 'and nothing else, at the prompt neither');
print $keys "\\q\n";
close($keys);
is($?, 0, 'make ends well') or diag(slurp("$folder/log"));
is_deeply([ glob("$folder/tmp/*") ], [], 'and leaves nothing behind');
done_testing;
