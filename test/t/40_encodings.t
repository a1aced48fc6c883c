# Every kind of server encoding: the same rows, verbatim, at the same characters.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Psql;
use Test::More;

# Articles in UTF-8, with characters that each encoding has.
my %article = (
	ascii  => qq{"The valve," Clara Brandt said, "was never closed." She called it "a farce."\n},
	latin  => qq{Der Müller from Århus: "The café's valve," José Núñez said, "was «never» closed." He called it "une blague déjà vue."\n},
	curly  => qq{“The café’s valve,” José Núñez said — twice — “was never closed.” He called it “a ‘déjà vu’ farce.”\n},
	kanji  => qq{東京 (Reuters): “The 弁 was never closed,” Ken Sato said in 東京. He called it “茶番 and a farce.” “だれも知らない,” he said.\n},
	cyrill => qq{МОСКВА: "The клапан was never closed," said Ivan Petrov. He called it "a фарс."\n},
	hangul => qq{서울 (Yonhap): “The 밸브 was never closed,” said Min Park. He called it “a 익살 farce.”\n},
	latin2 => qq{Łódź: "The zawór was never closed," said Jan Nowak. He called it "fałsz i farsa."\n});

my %encodings = (
	UTF8 => [ keys %article ],
	LATIN1 => [qw(ascii latin)], LATIN2 => [qw(ascii latin2)], LATIN9 => [qw(ascii latin)],
	WIN1252 => [qw(ascii latin curly)], WIN1251 => [qw(ascii cyrill)], KOI8R => [qw(ascii cyrill)],
	EUC_JP => [qw(ascii kanji)], EUC_JIS_2004 => [qw(ascii kanji)], EUC_KR => [qw(ascii hangul)],
	EUC_CN => [qw(ascii)], EUC_TW => [qw(ascii)]);

# Several times 64 kB, so that the conversion works in pieces; each character shifts their boundaries.
my $times = 700;

my $columns = 'speaker, quote, "position", kind, cue, mention, mention_position, utterance';
my $verbatim = q{substr(body, "position", length(quote)) = quote
	AND (mention IS NULL OR substr(body, mention_position, length(mention)) = mention)};

# The results of the functions over one article, without confidence.
my $values = q{quote_speakers(body), (SELECT jsonb_agg(q - 'confidence') FROM jsonb_array_elements(quotes_jsonb(body, true)) AS q),
	highlight_quotes(body, 'StartSel="{", StopSel="}"', true), highlight_quotes(body, 'Format=html', true),
	ARRAY(SELECT speaker_key(s) FROM unnest(quote_speakers(body)) AS s)};

sub database
{
	my ($encoding) = @_;
	my $name = 'in_' . lc $encoding;
	value("CREATE DATABASE $name TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	value('CREATE EXTENSION newsquote; CREATE TABLE article (name text, body text)', database => $name);
	return $name;
}

sub rows
{
	my ($database, $name, %option) = @_;
	return value("SELECT $columns FROM article, extract_quotes(body, true) WHERE name = '$name'",
		database => $database, %option);
}

sub values_of
{
	my ($database, $name, %option) = @_;
	return value("SELECT $values FROM article WHERE name = '$name'", database => $database, %option);
}

my %wanted;
for my $encoding (sort { ($b eq 'UTF8') <=> ($a eq 'UTF8') || $a cmp $b } keys %encodings)
{
	my $database = database($encoding);
	for my $name (sort @{ $encodings{$encoding} })
	{
		value("INSERT INTO article VALUES ('$name', \$a\$$article{$name}\$a\$), ('long $name', repeat('-', "
				. length($name) . ") || repeat(\$a\$$article{$name}\$a\$, $times))", database => $database);
		my $rows = rows($database, $name);
		my $long = rows($database, "long $name");
		my $made = values_of($database, $name) . values_of($database, "long $name");
		$wanted{$name}        //= $rows;
		$wanted{"long $name"} //= $long;
		$wanted{"of $name"}   //= $made;
		ok($rows =~ /\n/, "$encoding, $name: there are rows") if $encoding eq 'UTF8';
		is($rows, $wanted{$name}, "$encoding, $name: the rows of UTF8");
		ok($long eq $wanted{"long $name"}, "$encoding, long $name: the rows of UTF8");
		ok($made eq $wanted{"of $name"}, "$encoding, $name: the values of UTF8");
	}
	is(value("SELECT name, quote FROM article, extract_quotes(body, true) WHERE NOT ($verbatim) LIMIT 3", database => $database),
		'', "$encoding: verbatim");
	like((psql("SELECT * FROM extract_quotes('x', patterns => '{(?<quote>a}')", database => $database))[1],
		qr/invalid regular expression/, "$encoding: errors");
}

# Arguments are converted, too, and so are the results.
is(value(qq{SELECT speaker, quote FROM extract_quotes('Ø: ça va, Ø: déjà',
	patterns => ARRAY['(?<speaker>Ø): (?<quote>[a-zçéà ]+)'])}, database => 'in_latin1'),
	"Ø|ça va\nØ|déjà", 'LATIN1: patterns');
like((psql(qq{SELECT * FROM extract_quotes('x', patterns => ARRAY['éé(?<quote>a'])}, database => 'in_latin1'))[1],
	qr/At offset 12 of pattern "éé/, 'LATIN1: offsets in characters');

# Names keep their letters in every encoding that has them.
is(value("SELECT speaker_key('Dr. José Núñez-Øre’s')", database => 'in_win1252'), 'jose nunez ore', 'WIN1252: keys');
is(value("SELECT article_language('Für die Brücke wird noch keine Fähre eingesetzt, über die sich der Rat freut')", database => 'in_win1252'), 'german', 'WIN1252: the language');
is(value("SELECT speaker_key('Łódź, Jan')", database => 'in_latin2'), 'jan lodz', 'LATIN2: keys');
is(value("SELECT speaker_key('ПЁТР ЗАЙЦЕВ')", database => 'in_koi8r'), 'петр заицев', 'KOI8R: keys');
is(value("SELECT speaker_key('（佐藤）健'), speaker_key('Ｋｅｎ・佐藤')", database => 'in_euc_jp'), '健|ken 佐藤', 'EUC_JP: keys');
is(value("SELECT speaker_key('박 민')", database => 'in_euc_kr'), '박 민', 'EUC_KR: keys');
is(value(q{SELECT highlight_quotes('“Oui,” said Clara Brandt.', 'StartSel="é ", StopSel=" à"')}, database => 'in_win1252'),
	'“é Oui à,” said Clara Brandt.', 'WIN1252: marks');

# Bytes that no character has, and characters that UTF-8 has not: an article is read all the same.
for my $byte ("\x81", "\x8d\x8f")
{
	my ($out, $err, $status) = psql(
		qq{INSERT INTO article VALUES ('odd', '$byte "The $byte valve," Clara Brandt said, "was $byte closed."');\n}
		  . qq{SELECT count(*), bool_and($verbatim), max("position") FROM article, extract_quotes(body) WHERE name = 'odd';\n}
		  . q{DELETE FROM article WHERE name = 'odd'},
		database => 'in_win1252', encoding => 'WIN1252');
	my $where = length($byte) * 2 + 36;
	is($out, "2|t|$where", 'WIN1252: bytes without a character') or diag($err);
}

# One stored character that is two code points.
my $kana = "\xe3\x81\x8b\xe3\x82\x9a";
my $odd  = "$kana$kana “$kana is a letter,” Ken Sato said. “$kana!” he said.";
is(value("INSERT INTO article VALUES ('odd', '$odd');"
		. qq{SELECT count(*), bool_and($verbatim), min("position"), max("position") FROM article, extract_quotes(body) WHERE name = 'odd'},
	database => 'in_euc_jis_2004'), '2|t|5|37', 'EUC_JIS_2004: a character of two code points');

# SQL_ASCII: bytes are bytes, and positions count them.
my $ascii = database('SQL_ASCII');
for my $name (sort keys %article)
{
	value("INSERT INTO article VALUES ('$name', \$a\$$article{$name}\$a\$)", database => $ascii, encoding => 'SQL_ASCII');
	my @got    = map { (split /\|/)[0, 1] } split /\n/, rows($ascii, $name, encoding => 'SQL_ASCII');
	my @wanted = map { (split /\|/)[0, 1] } split /\n/, $wanted{$name};
	is_deeply(\@got, \@wanted, "SQL_ASCII, $name: the words of UTF8");
}
value("INSERT INTO article VALUES ('odd', E'\\xff \"The \\xe2\\x80 valve,\" Clara Brandt said, \"was \\xc3 closed.\"')",
	database => $ascii, encoding => 'SQL_ASCII');
is(value("SELECT name, quote FROM article, extract_quotes(body, true) WHERE NOT ($verbatim)", database => $ascii, encoding => 'SQL_ASCII'),
	'', 'SQL_ASCII: verbatim');
cmp_ok(value("SELECT count(*) FROM article, extract_quotes(body) WHERE name = 'odd'", database => $ascii), '>', 0,
	'SQL_ASCII: bytes that are no UTF-8');
is(value(q{SELECT name FROM article WHERE translate(highlight_quotes(body, 'StartSel="{", StopSel="}"', true), '{}', '') <> body},
	database => $ascii, encoding => 'SQL_ASCII'), '', 'SQL_ASCII: marks change nothing else');
is(value(q{SELECT speaker_key(E'Clara \xff Brandt'), speaker_key(E'\xff') = E'\xff', speaker_key('José')},
	database => $ascii, encoding => 'SQL_ASCII'), 'clara brandt|t|jose', 'SQL_ASCII: keys');

done_testing;
