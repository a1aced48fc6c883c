#!/usr/bin/env perl
#
# The output of single stages for small articles: test/stages/NAME.txt is the article, and NAME.STAGE.out the output
# of tools/nqdump -s STAGE for it.
#
#	UPDATE=1 test/run.sh stages		rewrite the .out files; read the diff
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

my $project = project();
my $folder  = "$project/test/stages";

is(system("make -s -C '$project/tools' >&2"), 0, 'nqdump is built');

my %tested;
for my $expected (sort glob("$folder/*.out"))
{
	my ($name, $stage) = $expected =~ m{/([^/.]+)\.([a-z]+)\.out$} or die "$expected: not NAME.STAGE.out";
	my $got = `'$project/tools/nqdump' -i -s $stage '$folder/$name.txt'`;

	die "nqdump failed on $name.txt" if $? != 0;
	if ($ENV{UPDATE})
	{
		open(my $out, '>', $expected) or die "$expected: $!";
		print $out $got;
		close $out;
	}
	is($got, slurp($expected), "$name: $stage");
	$tested{$name} = 1;
}
ok($tested{$_}, "$_.txt has a stage to look at") for map { m{([^/.]+)\.txt$} } glob("$folder/*.txt");
done_testing;
