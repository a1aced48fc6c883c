# docs/report.sql writes one page for any table of quotes, and text from the tables cannot break out of its place.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;

my $folder = tempdir(CLEANUP => 1);
my $evil   = q{</title><script>hacked()</script>"><img src=x onerror=hacked()> & 'Jo' \\u003c %s 100%};

value("CREATE DATABASE report TEMPLATE template0 ENCODING 'UTF8'");
sub in_report { return value(shift, database => 'report') }

# Returns the page, psql's messages, and its exit status.
sub report
{
	my (@arguments) = @_;
	my $page = `psql -Xd report @arguments -f @{[project()]}/docs/report.sql 2>$folder/err`;
	return ($page, slurp("$folder/err"), $?);
}

# The errors in the nesting of a page's elements: none if each opened element is closed in its place.
sub fault
{
	my ($page) = @_;
	my @open;
	$page =~ s{<style>.*?</style>}{}gs;
	while ($page =~ m{<(/?)([a-z][a-z0-9]*)((?:\s[^<>"]*(?:"[^"]*"[^<>"]*)*)?)>}g)
	{
		next if $3 =~ m{/$} or $2 =~ /^(?:meta|br|hr)$/;
		push(@open, $2), next unless $1;
		my $last = pop(@open) // 'nothing';
		return "</$2> after <$last>" unless $last eq $2;
	}
	return @open ? "<$open[-1]> is not closed" : '';
}

in_report(<<'SQL');
CREATE EXTENSION newsquote;
CREATE TABLE articles (id integer PRIMARY KEY, outlet text, published date, title text, body text);
CALL track_quotes('articles', 'body', 'quotes', indirect => true);
SQL
my ($page, $err, $status) = report();
is("$status$err", '0', 'tables without rows: no error');
is(fault($page), '', 'and a page that is whole');

in_report(q{INSERT INTO articles SELECT i, 'Gazette ' || i % 3, '2026-01-01'::date + i * 9, 'Title ' || i,
	'“The valve was never closed, and nobody asked me about it,” said Clara Brandt, an engineer. “We are ready number ' || i || ',” said Otto Maier. '
	|| 'Maier denied that the bridge was shut. Jan Nowak said that it was late. “Nobody knows,” an aide said.' FROM generate_series(1, 12) AS i});
($page, $err, $status) = report();
is("$status$err", '0', 'articles and quotes: no error');
is(fault($page), '', 'a page that is whole');
like($page, qr{^<!doctype html>.*</html>\s*\z}s, 'from beginning to end');
unlike($page, qr/<script|<link|src=|href=|\@import|url\(/, 'and needs nothing else');
like($page, qr{<h2 id="$_">}, "it has a section $_") for qw(voice gender named kinds most time denied again doubt);
my @drawings = $page =~ /(<svg .*?>)/g;
cmp_ok(scalar(@drawings), '>', 20, 'there are drawings');
is(scalar(grep { !/role="img" aria-label="[^"]+"/ and !/aria-hidden="true"/ } @drawings), 0, 'each has a label, or says nothing that the text does not');
like($page, qr{<tr><th scope="row">Gazette 0</th><td>\d+</td>}, 'the numbers behind the charts are in tables');
like($page, qr{Clara Brandt</th><td>The valve was never closed.*?Gazette 1, <time>2026-01-10</time></td><td>Gazette 2, }s, 'who printed it first');
like($page, qr{<th scope="row">Otto Maier</th><td>denied</td><td>the bridge was shut</td>}, 'what was denied');
like($page, qr{<mark>.*?</mark>}, 'the most doubtful are marked');

# Names and texts that try to inject HTML.
in_report("SET session_replication_role = replica; UPDATE quotes SET speaker = \$e\$$evil\$e\$, speaker_role = \$e\$$evil\$e\$, cue = \$e\$$evil\$e\$, quote = quote || \$e\$$evil\$e\$ WHERE ordinal % 2 = 1;"
	  . "UPDATE articles SET outlet = \$e\$$evil\$e\$ || id % 2, title = \$e\$$evil\$e\$, body = \$e\$$evil\$e\$ || body WHERE id % 2 = 1;"
	  . 'UPDATE articles SET outlet = NULL, published = NULL, title = NULL WHERE id = 2');
($page, $err, $status) = report(qq{-v heading='"><script>hacked()</script>'});
is("$status$err", '0', 'hostile texts: no error');
is(fault($page), '', 'a page that is whole');
unlike($page, qr/<script|<img|onerror=hacked\(\)>(?!&| )/, 'none of them is an element');
like($page, qr/&lt;script&gt;hacked\(\)/, 'they are shown');
my ($browser) = grep { -x } map { my $place = $_; map { "$place/$_" } qw(chromium chromium-browser google-chrome) } split /:/, $ENV{PATH};
SKIP:
{
	skip('no chromium is here', 2) unless $browser;
	open(my $file, '>:raw', "$folder/page.html") or die;
	print $file $page =~ s{</main>}{</main><script>document.title = 'elements ' + document.querySelectorAll('main script, main img, header script').length</script>}r;
	close($file);
	my $seen = `HOME=$folder $browser --headless --no-sandbox --disable-gpu --dump-dom file://$folder/page.html 2>/dev/null`;
	like($seen, qr{<title>elements 0</title>}, 'a browser sees no element either');
	like($seen, qr{</table>}, 'and the page');
}

# Other names, another schema, a view; nothing is left in the database.
in_report('CREATE SCHEMA desk; CREATE TABLE desk."Stories" AS SELECT id AS number, outlet AS source, published AS day, title AS head, body AS words FROM articles;'
	  . 'CREATE VIEW desk.said AS SELECT id AS number, speaker, quote, "position", kind, cue, confidence, speaker_type, speaker_named, speaker_gender, speaker_role, asserted FROM quotes');
($page, $err, $status) = report(qq{-v quotes=desk.said -v articles='desk."Stories"' -v key=number -v outlet="lower(source)" -v published=day -v title=NULL -v body=words});
is("$status$err", '0', 'other names');
is(fault($page), '', 'a page that is whole');
is(in_report("SELECT count(*) FROM pg_class WHERE relname LIKE 'report\\_%'"), 0, 'nothing stays in the database');
($page, $err, $status) = report('-v quotes=nothing');
isnt($status, 0, 'a table that does not exist is an error');
like($err, qr/relation "nothing" does not exist/, 'that says so');

value('DROP DATABASE report WITH (FORCE)');
done_testing;
