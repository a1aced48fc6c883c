# Psql.pm
#	psql for tests: SQL in, output, messages and exit status out.
#
# The server is that of PGHOST etc. (see cluster.sh).  SQL is
# passed as bytes in a file, so it may contain anything.

package Psql;

use strict;
use warnings;
use Cwd qw(abs_path);
use Exporter 'import';
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use Time::HiRes qw(time sleep);

our @EXPORT = qw(psql value start finish project articles slurp);

my $folder = tempdir(CLEANUP => 1);
my $serial = 0;

# The project's folder.
sub project { return abs_path(dirname(__FILE__) . '/../..') }

# The project's own articles.
sub articles { return sort glob(project() . '/test/articles/*.txt') }

sub slurp
{
	my ($path) = @_;
	open(my $file, '<:raw', $path) or die "$path: $!";
	local $/;
	my $bytes = <$file>;
	return defined $bytes ? $bytes : '';
}

# Starts psql on some SQL.  Options: database, encoding (of the client), env.
sub start
{
	my ($sql, %option) = @_;
	my $stem = "$folder/" . ++$serial;
	open(my $file, '>:raw', "$stem.sql") or die "$stem.sql: $!";
	print $file $sql;
	close($file);

	my $pid = fork();
	die "fork: $!" unless defined $pid;
	if ($pid == 0)
	{
		$ENV{PGDATABASE}       = $option{database} if $option{database};
		$ENV{PGCLIENTENCODING} = $option{encoding} || 'UTF8';
		$ENV{PGAPPNAME}        = $option{name} if $option{name};
		open(STDOUT, '>', "$stem.out") or die;
		open(STDERR, '>', "$stem.err") or die;
		open(STDIN,  '<', '/dev/null') or die;
		exec('psql', '-XqAt', '-v', 'ON_ERROR_STOP=' . ($option{go_on} ? 0 : 1), '-f', "$stem.sql");
		die "psql: $!";
	}
	return { pid => $pid, stem => $stem, began => time };
}

# Waits for it; returns output without the last newline, messages, status, seconds.
sub finish
{
	my ($run) = @_;
	waitpid($run->{pid}, 0);
	my $status  = $?;
	my $seconds = time - $run->{began};
	my ($out, $err) = map { slurp("$run->{stem}.$_") } qw(out err);
	unlink map { "$run->{stem}.$_" } qw(sql out err);
	chomp $out;
	return ($out, $err, $status, $seconds);
}

sub psql { return finish(start(@_)) }

# Output of SQL that must not fail.
sub value
{
	my ($sql, %option) = @_;
	my ($out, $err, $status) = psql($sql, %option);
	die "psql: $err\nfor $sql\n" if $status;
	return $out;
}

1;
