#!/usr/bin/env perl
#
# An additional language is a folder and a line: the toy language of test/unit/toy, in a copy of the engine.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;

my $project = project();
my $copy    = tempdir(CLEANUP => 1);

system("cd '$project' && tar -c --exclude '*.o' --exclude '*.d' --exclude '*.bc' src | tar -x -C '$copy'") == 0 or die 'no copy';
system("cp -r '$project/test/unit/toy' '$copy/src/lang/toy'") == 0 or die 'no folder';
# Until there are articles to learn from, a language uses the weights of another.
system("cp '$copy/src/lang/english/weights.tsv' '$copy/src/lang/toy/'") == 0 or die 'no weights';

my $languages = slurp("$copy/src/lang/languages.h");
ok($languages =~ s/^(\tX\(english\) \\\n)/$1\tX(toy) \\\n/m, 'a line in languages.h');
open(my $out, '>', "$copy/src/lang/languages.h") or die $!;
print $out $languages;
close $out;

my $build = "ROOT='$copy' BUILD='$copy/build' SANITIZE=-DUNPAINTED OPTIMISE=-O0";
is(system("nice make -s -C '$project/test/unit' $build '$copy/build/languages' >'$copy/log' 2>&1"), 0, 'the engine is built with the folder')
	or diag(slurp("$copy/log"));
is(slurp("$copy/log"), '', 'without a warning');
my @lines = `'$copy/build/languages'`;
for (@lines)
{
	ok(!$1, $2) if /^(not )?ok \d+ - (.*)/;
	diag($_) if /^#/;
}
ok(@lines > 5 && $? == 0, 'it finds who says what in these languages');

done_testing;
