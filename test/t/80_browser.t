# The HTML of highlight_quotes in a browser: it contains what it should, and nothing else.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use File::Temp qw(tempdir);
use Psql;
use Test::More;

my ($browser) = grep { -x } map { my $folder = $_; map { "$folder/$_" } qw(chromium chromium-browser google-chrome) }
	split /:/, $ENV{PATH};
plan skip_all => 'no chromium is here' unless $browser;

my $folder = tempdir(CLEANUP => 1);

# Hostile articles that try to inject something.
my %article = (
	scripts => qq{“<script>hacked()</script>,” said Clara Brandt.\n\n“</mark></p></div></style><img src=x onerror=hacked()>,” she said. “<!-- ,” she said.\n\n“--><svg/onload=hacked()>,” said Otto Lindqvist. “]]></textarea></title>,” he said.},
	names => qq{“We are ready,” said Clara "><img src=x onerror=hacked()> Brandt.\n\n“So are we,” said Otto' onfocus='hacked()' autofocus' Lindqvist. “I was there,” I said. “Ready,” said Robert "Bobby" Scott.},
	entities => qq{&ldquo;We are &amp; were ready,&rdquo; said Clara Brandt &lt;b&gt;. &#8220;So &#60;script&#62;,&#8221; she said. &quot;&notit; &copy2 &nbsp=,&quot; said Otto Lindqvist.},
	lines => qq{\n\n  “One,” said Clara Brandt.\r\n\r\n\t“Two,” she said.\nOtto Lindqvist:\n“Three.”\n \n\n“Four,” he said.\x0c\n\n\n},
	nested => qq{Clara Brandt said that the valve was “never closed” and that the “<i>pump</i>” had failed. Otto Lindqvist said nobody had asked.},
	letters => qq{“弁 is ‘ﬁne’ 🙂 e\xcc\x81,” said José Núñez-Łódź. “\xe2\x80\xaeback,” said Ines Okafor.},
	stored => qq{<!doctype html><html onload="hacked()"><head><title>“Page,” said Bert Vane</title><script>hacked()</script></head><body onload=hacked()>
<div class='a > b'><p>“The <a href="javascript:hacked()" onclick='hacked()'>pier</a> is shut,” said <b onmouseover="hacked()" autofocus>Clara <i>Brandt</b>.
<p>“Walk &lt;b&gt;slowly&lt;/b&gt; &amp;amp; &lt;script&gt;hacked()&lt;/script&gt;<!-- > -->,” she said.<br>“Please.”
<iframe src="javascript:hacked()"></iframe><img src=x onerror=hacked() alt="“No,” said Bert"><style>* { display: none }</style>
<blockquote><p>“Never<svg onload=hacked()><script>hacked()</script></svg> again,” said Otto Lindqvist.</blockquote><textarea autofocus onfocus=hacked()>“x”</textarea>
<p>“Shut,” said Otto Lindqvist. <a href="javascript:hacked()},
	unclosed => qq{<div><p>“Shut,” said Clara Brandt.</p><script>hacked(); document.write('<p>')},
	nothing => '',
	crowd => join("\n\n", map { "“Line $_,” said $_ Brandt." } qw(Clara Otto Ines Emil Nora Adam Rosa Hugo Vera Karl)));
$article{ ($_ =~ m,([^/]+)\.txt$,)[0] } = slurp($_) for (articles())[14, 20];

# The visible text of articles with tags or entities; the others are shown unchanged.
my %shown = (
	scripts => qq{“,” said Clara Brandt.\n\n“\n\n,” she said. “,” said Otto Lindqvist. “]]>\n\n,” he said.},
	names => qq{“We are ready,” said Clara "> Brandt.\n\n“So are we,” said Otto' onfocus='hacked()' autofocus' Lindqvist. “I was there,” I said. “Ready,” said Robert "Bobby" Scott.},
	entities => qq{“We are & were ready,” said Clara Brandt <b>. “So <script>,” she said. "&notit; &copy2 &nbsp=," said Otto Lindqvist.},
	nested => qq{Clara Brandt said that the valve was “never closed” and that the “pump” had failed. Otto Lindqvist said nobody had asked.},
	stored => qq{“The pier is shut,” said Clara Brandt.\n\n“Walk <b>slowly</b> &amp; <script>hacked()</script>,” she said.\n“Please.”\n\n“Never again,” said Otto Lindqvist.\n\n“Shut,” said Otto Lindqvist.},
	unclosed => qq{“Shut,” said Clara Brandt.});

# A script that lists the contents of the page and writes the list into the page, for --dump-dom.
my $questions = <<'END';
<script>
function hacked() { document.documentElement.dataset.hacked = 'yes'; }
window.addEventListener('load', function () {
	const all = Array.from(document.querySelectorAll('.newsquote *'));
	const allowed = { UL: 'role aria-label', LI: '', SPAN: 'class data-nq', STYLE: '', DIV: 'class', P: '',
					  MARK: 'class data-nq title tabindex' };
	const channel = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); };
	const light = colour => { const c = colour.match(/[\d.]+/g).map(Number).map(channel);
							  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]; };
	const contrast = e => { const s = getComputedStyle(e); const l = [light(s.color), light(s.backgroundColor)].sort((a, b) => b - a);
							return (l[0] + 0.05) / (l[1] + 0.05); };
	const colour = e => getComputedStyle(e).backgroundColor;
	const spans = all.filter(e => e.tagName == 'SPAN');
	document.getElementById('answers').textContent = encodeURIComponent(JSON.stringify({
		hacked: document.documentElement.dataset.hacked || 'no',
		strange: all.filter(e => !(e.tagName in allowed)).map(e => e.tagName).join(),
		attributes: all.flatMap(e => Array.from(e.attributes).map(a => a.name)
			.filter(n => !(allowed[e.tagName] || '').split(' ').includes(n))).join(),
		text: document.querySelector('.nq-article').textContent,
		marks: Array.from(document.querySelectorAll('.nq-article mark')).map(m =>
			[m.title, m.textContent, m.classList.contains('nq-indirect'), m.dataset.nq, m.closest('p') !== null]),
		legend: Array.from(document.querySelectorAll('.newsquote li')).map(l => l.textContent),
		paragraphs: document.querySelectorAll('.nq-article p').length,
		colours: spans.map(colour),
		contrast: Math.min(21, ...spans.map(contrast)),
		dark: light(getComputedStyle(document.querySelector('.newsquote')).backgroundColor) < 0.2,
	}));
});
</script>
END

# The page as the browser sees it.
sub look
{
	my ($html, @options) = @_;
	open(my $file, '>:raw', "$folder/page.html") or die "page.html: $!";
	print $file "<!doctype html><meta charset=\"utf-8\"><title>page</title>$questions<pre id=\"answers\"></pre>$html";
	close($file);
	open(my $run, '-|', "exec '$browser' --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir=$folder/profile"
			. " @options --dump-dom file://$folder/page.html 2>/dev/null") or die "$browser: $!";
	local $/;
	my ($answers) = <$run> =~ m,<pre id="answers">([^<]*)</pre>,;
	close($run);
	return undef unless $answers;
	$answers =~ s/%([0-9A-F]{2})/chr hex $1/ge;
	return $answers;
}

# The contents expected by the server, as JSON like the browser's.
sub wanted
{
	my ($name) = @_;
	return value(<<"END", database => 'browser');
SELECT jsonb_build_object(
	'text', coalesce(shown, body),
	'marks', (SELECT coalesce(jsonb_agg(jsonb_build_array(concat(coalesce(speaker, 'unknown speaker'), ', ' || speaker_role, '; ' || speaker_type::text,
					', ' || speaker_gender, CASE WHEN NOT asserted THEN '; not presented as said' END),
				CASE WHEN shown IS NULL THEN quote ELSE plain_quote(quote) END, kind = 'indirect',
				coalesce(array_position(quote_speakers, speaker)::text, ''), true) ORDER BY "position", length(quote) DESC), '[]')
			  FROM extract_quotes(body, true)),
	'legend', (SELECT coalesce(jsonb_agg(coalesce(speaker, 'unknown speaker') || ' ' || n || ' quotation' || CASE WHEN n > 1 THEN 's' ELSE '' END
				ORDER BY speaker IS NULL, first), '[]')
			   FROM (SELECT speaker, count(*) AS n, min("position") AS first FROM extract_quotes(body, true) GROUP BY speaker) AS s))
FROM article, LATERAL (SELECT ARRAY(SELECT speaker FROM extract_quotes(body, true) WHERE speaker IS NOT NULL
									GROUP BY speaker ORDER BY min("position")) AS quote_speakers) AS s
WHERE name = '$name'
END
}

# One member of the browser's answers, or of what is wanted.
sub member
{
	my ($json, $path) = @_;
	return value("SELECT (\$json\$$json\$json\$::jsonb #> '{$path}')::text", database => 'browser');
}

sub html
{
	my ($name, $from) = @_;
	return value("SELECT highlight_quotes(body, 'Format=html', true) FROM article WHERE name = '$name'", database => 'browser');
}

value("CREATE DATABASE browser TEMPLATE template0 ENCODING 'UTF8'");
value('CREATE EXTENSION newsquote; CREATE TABLE article (name text, body text, shown text)', database => 'browser');

for my $name (sort keys %article)
{
	my $shown = exists $shown{$name} ? "\$article\$$shown{$name}\$article\$" : 'NULL';
	value("INSERT INTO article VALUES ('$name', \$article\$$article{$name}\$article\$, $shown)", database => 'browser');
	my $answers = look(html($name));
	ok(defined $answers, "$name: the browser shows it") or next;
	my $wanted = wanted($name);
	is(member($answers, 'hacked'),     '"no"', "$name: nothing of it runs");
	is(member($answers, 'strange'),    '""',   "$name: no element but ours");
	is(member($answers, 'attributes'), '""',   "$name: no attribute but ours");
	is(member($answers, $_), member($wanted, $_), "$name: $_") for qw(text marks legend);
}

is(member(look(html('lines')), 'paragraphs'), 3, 'a blank line begins a paragraph, a line break does not');
is(member(look(html('nothing')), 'paragraphs'), 0, 'no article, no paragraph');

# Colours: one a speaker, again from the first after eight, and all of them legible.
for my $scheme (0, 1)
{
	my $answers = look(html('crowd'), "--blink-settings=preferredColorScheme=$scheme");
	my $theme = $scheme ? 'light' : 'dark';
	is(member($answers, 'dark'), $scheme ? 'false' : 'true', "$theme: the page is");
	is(value("SELECT count(*) || ' ' || count(DISTINCT c) || ' ' || (array_agg(c ORDER BY n))[1:2]::text || (array_agg(c ORDER BY n))[9:10]::text "
				. "FROM jsonb_array_elements_text(\$json\$$answers\$json\$::jsonb -> 'colours') WITH ORDINALITY AS colour (c, n)", database => 'browser')
		  =~ /^10 8 (.*)\1$/ ? 'so' : $answers, 'so', "$theme: eight colours");
	cmp_ok(member($answers, 'contrast'), '>=', 4.5, "$theme: contrast");
}

done_testing;
