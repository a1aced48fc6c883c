# The parts of a release: PGXN's META.json, the same version everywhere, a reproducible archive.
use strict;
use warnings;
use feature qw(fc unicode_strings);
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use JSON::PP;
use Psql;
use Test::More;

my $project = project();
my $meta    = JSON::PP->new->utf8->decode(slurp("$project/META.json"));
my $semver  = qr/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-[0-9A-Za-z-]+)?$/;

# --- the PGXN Meta Spec, 1.0.0

ok(defined $meta->{$_}, "META.json has the required $_") for qw(name version abstract maintainer license provides meta-spec);
like($meta->{name}, qr/^[a-z0-9_-]{2,}$/, 'a name that PGXN takes');
like($meta->{version}, $semver, 'a semantic version');
is($meta->{license}, 'postgresql', 'the licence by its name in the specification');
like($meta->{release_status}, qr/^(?:stable|testing|unstable)$/, 'a release status');
is($meta->{'meta-spec'}{version}, '1.0.0', 'the specification that it follows');
like($meta->{'meta-spec'}{url}, qr{^https?://}, 'and where that is');
ok(!(grep { length($_) < 2 || length($_) > 255 || m{[[:cntrl:]/\\]} } @{ $meta->{tags} }), 'tags that PGXN takes');
like($meta->{resources}{homepage}, qr{^https?://\S+$}, 'where it is found');
like($meta->{resources}{bugtracker}{web} // $meta->{resources}{bugtracker}{mailto}, qr{^(?:https?://\S+|\S+@\S+)$}, 'and where faults are reported');
for my $name (sort keys %{ $meta->{provides} })
{
	my $provided = $meta->{provides}{$name};
	like($provided->{version}, $semver, "$name: a semantic version");
	ok(-e "$project/$provided->{$_}", "$name: its $_ is there") for qw(file docfile);
}
for my $phase (values %{ $meta->{prereqs} })
{
	like($_, $semver, 'a prerequisite is a semantic version') for map { values %$_ } values %$phase;
}

# --- the same version everywhere

my ($version) = slurp("$project/newsquote.control") =~ /^default_version = '([^']+)'/m;
is($meta->{version}, "$version.0", 'META.json has the version of newsquote.control');
is($meta->{provides}{newsquote}{version}, $meta->{version}, 'provided is that version');
ok(-e "$project/sql/newsquote--$version.sql", 'there is an install script of it');
like(slurp("$project/CHANGELOG.md"), qr/\A# Changelog\n\n## \Q$version\E /, 'CHANGELOG.md begins with it');
like(slurp("$project/debian/changelog"), qr/\Anewsquote \(\Q$version\E\) /, "and so does Debian's");
like(slurp("$project/packaging/newsquote.spec"), qr/^Version:\t\Q$version\E$/m, 'and the spec of the RPM');

# --- the archive

SKIP:
{
	skip('not a git repository', 3) if system("git -C '$project' rev-parse HEAD >/dev/null 2>&1") != 0;
	my $folder = tempdir(CLEANUP => 1);
	for my $n (1, 2)
	{
		sleep 1 if $n == 2;
		system("make -s -C '$project' dist DIST='$folder/$n' >/dev/null") == 0 or die 'make dist failed';
	}
	my ($first, $second) = map { slurp("$folder/$_/newsquote-$version.zip") } 1, 2;
	cmp_ok(length $first, '>', 100_000, 'make dist makes an archive');
	ok($first eq $second, 'the same bytes every time');
	like($first, qr{newsquote-\Q$version\E/src/lang/english/tables\.c}, 'with the tables that are made of word lists');
}

# --- the documents: links and pictures work in the Debian package, too

{
	my @shipped = grep { /\S/ } split /\n/, slurp("$project/debian/docs");
	my @documents = map { -d "$project/$_" ? map { s{^\Q$project\E/}{}r } glob("$project/$_/*.md") : $_ } grep { -d "$project/$_" or /\.md$/ } @shipped;
	cmp_ok(scalar(@documents), '>', 7, 'there are documents');
	my $anchors = sub {
		my ($text) = @_;
		$text =~ s/^```.*?^```$//msg;
		return { map { (lc =~ s/[^\w\s-]//gr =~ s/\s/-/gr, 1) } map { s/`|\[|\]\([^)]*\)//gr } $text =~ /^#+ (.*)$/mg };
	};
	my @broken;
	for my $document (@documents)
	{
		my ($folder, $text) = ($document =~ m{^(.*/)?}, slurp("$project/$document"));
		$folder = '' unless $document =~ m{/};
		(my $prose = $text) =~ s/^```.*?^```$//msg;
		while ($prose =~ m{\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)}g)
		{
			my ($path, $anchor) = ($1, $2);
			my $target = $path eq '' ? $document : "$folder$path";
			1 while $target =~ s{(?:^|/)\K[^/.]+/\.\./}{};
			push(@broken, "$document: $path"), next unless -e "$project/$target" and grep { $target eq $_ or $target =~ m{^\Q$_\E/} } @shipped;
			push(@broken, "$document: $path#$anchor") if defined $anchor and !$anchors->(slurp("$project/$target"))->{$anchor};
		}
	}
	is("@broken", '', 'no link is broken');
	cmp_ok(scalar(split ' ', slurp("$project/README.md")), '<=', 1500, 'the README is short');
}

# --- the image

SKIP:
{
	skip('no docker is here', 1) if system('docker info >/dev/null 2>&1');
	is(system("docker build -q -t newsquote-test -f '$project/docs/Dockerfile' '$project' >/dev/null"
		  . ' && docker run --rm newsquote-test bash -c "test -e \$(pg_config --sharedir)/extension/newsquote.control"'), 0, 'docs/Dockerfile makes an image with newsquote');
}

# --- what is generated

{
	my $generate = "$project/src/lang/generate.pl";
	my $folder   = tempdir(CLEANUP => 1);
	for my $seed (1, 2)
	{
		local $ENV{PERL_HASH_SEED} = $seed;
		system($^X, $generate, "$project/src/lang/english", "$folder/tables$seed.c") == 0 or die 'generate.pl failed';
	}
	ok(slurp("$folder/tables1.c") eq slurp("$folder/tables2.c"), 'the same lists give the same tables, to the byte');

	# Capital letters are folded as Unicode says.
	my ($letters, @wrong) = (0);
	for (slurp("$project/src/core/base/case_fold.h") =~ /^\t\{(0x\w+, 0x\w+, \d, -?\d+)\},$/mg)
	{
		my ($first, $last, $step, $to_lower) = map { /^0x/ ? hex : $_ } split /, /;
		for (my $c = $first; $c <= $last; $c += $step, $letters++)
		{
			push @wrong, sprintf('U+%04X', $c) if fc(chr $c) ne chr($c + $to_lower);
		}
	}
	ok($letters > 400 && !@wrong, "$letters capital letters are folded as Unicode says") or diag("but not @wrong");

	# What the schema does not know is an error at its line.
	mkdir "$folder/wrong";
	my $wrong = sub {
		my ($line) = @_;
		open(my $list, '>', "$folder/wrong/titles.txt") or die $!;
		print $list "# Titles\nDr.\tu\n$line\n";
		close $list;
		return scalar `$^X '$generate' '$folder/wrong' '$folder/wrong.c' 2>&1`;
	};
	like($wrong->("Zzyzx\toffcie honorific"), qr{wrong/titles\.txt:3: no attribute "offcie" in titles\.txt; known are f, forename, honorific}, 'an unknown attribute');
	like($wrong->('Zzyzx'), qr{wrong/titles\.txt:3: 1 columns, not 2}, 'a line without its columns');
	like($wrong->("Dr.\tm"), qr{wrong/titles\.txt:3: "Dr\." is here twice}, 'a word that is in a list twice');
	like($wrong->(('x' x 33) . "\tu"), qr{wrong/titles\.txt:3: "x+" has more than 32 bytes}, 'a word that is too long to be found');
	ok(!-e "$folder/wrong.c", 'and then there is no table');
}

done_testing;
