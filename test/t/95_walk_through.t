# The commands in docs/ print the output shown in docs/.
#
# The blocks of SQL of a document run in one session, in order; the block right
# after each, if it has no language, is psql's output.  UPDATE=1 rewrites these blocks
# instead: read the diff.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;

my $folder = tempdir(CLEANUP => 1);
my $fence  = '```';

# The articles, as "make demo" loads them.
sub load
{
	my $sql = slurp(project() . '/test/demo/setup.sql');
	for my $line (split /\n/, slurp(project() . '/test/demo/press/index.tsv'))
	{
		my ($file, $outlet, $published, $title) = split /\t/, $line;
		next if $file eq 'file';
		my $body = slurp(project() . "/test/demo/press/$file");
		$body =~ s/\A[^\n]*\n\s*//;
		$sql .= "INSERT INTO articles (published, outlet, title, body)"
		  . " VALUES ('$published', \$t\$$outlet\$t\$, \$t\$$title\$t\$, \$t\$$body\$t\$);\n";
	}
	return $sql;
}

# What psql prints for each block.
sub printed
{
	my ($database, @blocks) = @_;
	my $script = "$folder/$database.sql";
	open(my $file, '>:raw', $script) or die "$script: $!";
	print $file "\\echo \@\@\n$_" for @blocks;
	close($file);
	my $out = `psql -X -q -P pager=off -v ON_ERROR_STOP=1 -d $database -f $script 2>$folder/err`;
	is($?, 0, 'all of it runs') or diag(slurp("$folder/err"));
	(undef, my @out) = split /^\@\@\n/m, $out;
	s/[ \t]+$//mg, s/\n+\z/\n/ for @out;
	return @out;
}

for my $document (glob(project() . '/docs/*.md'))
{
	my ($name) = $document =~ m{([^/]+)\.md$};
	my $text   = slurp($document);
	my @blocks = $text =~ /^${fence}sql\n(.*?)^$fence$/msg;
	next unless @blocks;
	value("CREATE DATABASE \"$name\" TEMPLATE template0 ENCODING 'UTF8'");
	value(load(), database => $name);
	my @printed = printed($name, @blocks);
	my $n = 0;
	my $now = $text =~ s{^(${fence}sql\n.*?^$fence\n)(?:\n$fence\n.*?^$fence\n)?}
		{ my ($code, $out) = ($1, $printed[$n++] // ''); $code . ($out =~ /\S/ ? "\n$fence\n$out$fence\n" : '') }mesgr;
	if ($ENV{UPDATE})
	{
		open(my $file, '>:raw', $document) or die "$document: $!";
		print $file $now;
		close($file);
	}
	else
	{
		is($now, $text, "$name: what is printed");
	}
	# Python reads what the SQL has left.
	for my $block ($text =~ /^${fence}python\n(.*?)^$fence$/msg)
	{
	  SKIP:
		{
			skip('no psycopg is here', 1) if system('python3 -c "import psycopg" 2>/dev/null');
			open(my $file, '>:raw', "$folder/block.py") or die;
			print $file $block =~ s/dbname=press/dbname=$name/r;
			close($file);
			my $printed = `python3 $folder/block.py 2>&1`;
			is($?, 0, "$name: Python runs") or diag($printed);
			like($printed, qr/^Hester Quill The bridge will reopen/m, 'and prints what is there');
		}
	}
	value("DROP DATABASE \"$name\"");
}
done_testing;
