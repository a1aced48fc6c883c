/*
 * texts.h
 *	  Articles for the engine's tests: an ordinary one, and hostile ones.
 */
#ifndef TEXTS_H
#define TEXTS_H

/* Names, roles, pronouns and marks of every kind, and reported speech. */
static const char sample[] =
"HARBOUR TOWN — “The valve,” Clara Brandt said, “was never closed.”\n\n"
"Brandt, 52, an engineer at the Lindqvist Water Company, called the report “a farce.” She told "
"the council that nobody had asked her. “Did anybody look at the pump?” she said.\n\n"
"Otto van der Meer, the harbour master, disagreed. “We looked,” he said. “Twice.”\n\n"
"According to a company statement, the ‘unfortunate incident’ was over. 'The miners' wives "
"were right,' said Dr. Ines Okafor Jr. of the U.S. Geological Survey.\n\n"
"“The pump failed first,” the spokesman added.\n\n“Then the valve failed.\n\n"
"“Then everything did,” he wrote in a letter. The film “Deep Water” is about the '80s, "
"and a 6\" pipe. ''So is mine,'' said José Núñez; ``and mine,'' she added.\n\n"
"&ldquo;We are ready,&rdquo; Moscow said. &quot;So are we,&quot; said Kim. „Wir auch“, said Jürgen. "
"«Nous aussi», said Zoé. 「我们」 said Li Wei. 🙂 “é́” she said. Mr. Brandt denied that he knew.\n";

/* Not news, but bytes that a table can contain. */
static const char *const hostile[] = {
	"", " ", "\n", "\"", "'", "“", "”", "“”", "“ ”", "\"\"", "''''", "``", "`` ''", "&ldquo;", "&", "&#8220;", "&#",
	"&#99999999999999999999;", "“a", "a”", "”a“", "“a\n\nb”", "“a said", "said", "said said said", "he", "He said “",
	"“x” said", "said “x”", ": “x”", "X: “x”", "“x”“y”“z”", "“‘“x”’”", "\"'\"'\"'", "‘’‘’’’’", "«»‹›„“‚‘「」『』",
	"\xff", "\xff\xfe\xfd", "“\xff”", "\xe2\x80", "\xe2", "“x\xe2\x80", "\xf0\x9f\x99", "\x80\x80\x80", "\xc0\xaf",
	"\xed\xa0\x80", "\xf4\x90\x80\x80", "“\xe2\x80\x9c", "a\xcc\x81\xcc\x81\xcc\x81 said “x”",
	"\xef\xbb\xbf“x,” said A B.", "“x,”\302\240said\302\240A\302\240B.", "\xe2\x80\xa8“x”\xe2\x80\xa9",
	"A. B. C. D. E. F. G. said “x.”", "Mr. Mr. Mr. said “x.”", "van van van der der said “x”",
	"\r\n\r\n\"x,\"\r\nsaid A B.\r\n", "\t\t“\t”\t", "“.”", "“,”", "“...”", "“?” he said.", "“-”", "6\" 7\" 8' 9'",
	">", "> \n>", ">>> > a\n> > b", "“a-\nb,” said\nA-\nB.", "“a-\r\nb,”\r\nsaid A.\r\n", "a\n> b\n", "-\na", "a-\n", "> a-\n> b said “c-\n> d”",
	"<", "</", "<!", "<!-", "<!--", "<!-->", "<![CDATA[", "<?", "<p", "<p>", "</p", "<a href=", "<a href=\"", "<a href='x", "<q>", "<q", "</q>",
	"<p>“x</p>”", "<p><q>a</q><q>b", "<p>“<b>x</b>,”</b> said <i>A B.", "<p>&", "<p>&#", "<p>&#x", "<p>&lt", "<p>&ampx", "<p>&#0;&#xd800;&#150;&#9999999;",
	"<script>", "<script>a</script", "<svg><svg></svg>", "<p><b><b><b>“<b>x</b></b></b>” said</b> A.", "<pre>a\n\nb</pre>",
	"<![CDATA[<p>“x,” said A B.</p>]]>", "<p>“<em>x</em>,” said <em>A</em> <em>B</em>.</p>", "<p>\xff&quot;\xff&quot; said <b>\xff", "<p a='>\"<p b=\">'<p c=\"'",
	"I'm 'n' y'all 'twas rock 'n' roll", "https://example.org/?q=\"x\" said", "A said that B said that C said that d."
};

#define HOSTILE_COUNT (sizeof(hostile) / sizeof(hostile[0]))

/* Pieces of long hostile articles. */
static const char *const hostile_pieces[] = {
	"“", "”", "\"", "'", "‘", "’", "“a", "“a ", "\"a\" ", "a", "A ", "A", " ", "\n", "\n\n", "“\n\n", "said ", "he said ",
	"“x,” he said. ", "A B, ", "Mr. ", "A. ", "that ", "said that ", "according to ", "(", "—", "&ldquo;", "&", "``", "''",
	"\xff", "\xe2\x80", "é", "é", "🙂", "«", "„", "「", ",", ".", ": ", "'s ", "“A said ‘", "and A and ", "who said ",
	":<blockquote>a", "<p<", "\n\na", "<blockquote>a.<cite>B</cite></blockquote>",
	"> ", ">\n", "> “a\n", "a-\nb", "a\nb ", "“a\n", "A\n  b,\n",
	"<", "<p", "<p>", "</p>", "<br>", "<b>", "</b>", "<b>a", "<q>", "</q>a", "<a href=\"", "<a b='\"", "&amp", "&amp;", "&#8220;", "<!--", "-->", "<![CDATA[", "<script>", "</script>",
	"<svg>", "<p>“<em>x</em>,” said <b>A</b> B.</p>", "<i>“</i>a"
};

#define PIECE_COUNT (sizeof(hostile_pieces) / sizeof(hostile_pieces[0]))

#endif							/* TEXTS_H */
