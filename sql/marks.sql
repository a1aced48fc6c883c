--
-- Quotation marks of every kind, and what only looks like one.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- curly
SELECT speaker, quote, kind FROM extract_quotes($$“The valve was closed,” Clara Brandt said.$$);
-- straight
SELECT speaker, quote, kind FROM extract_quotes($$"The valve was closed," Clara Brandt said.$$);
-- single, beside apostrophes
SELECT speaker, quote, kind FROM extract_quotes($$‘The miners’ wives won’t wait,’ said Harriet Crane. ‘It’s over.’$$);
-- straight single, beside apostrophes
SELECT speaker, quote, kind FROM extract_quotes($$'The miners' wives won't wait,' said Harriet Crane.$$);
-- two straight single marks, as archives print them
SELECT speaker, quote, kind FROM extract_quotes($$''We are ready,'' said Otto Lindqvist.$$);
-- grave accents and straight single marks
SELECT speaker, quote, kind FROM extract_quotes($$``We are ready,'' said Otto Lindqvist.$$);
-- German
SELECT speaker, quote, kind FROM extract_quotes($$„Wir sind bereit“, said Otto Lindqvist.$$);
-- French, with blanks within
SELECT speaker, quote, kind FROM extract_quotes($$« Nous sommes prêts », said Otto Lindqvist.$$);
-- single guillemets
SELECT speaker, quote, kind FROM extract_quotes($$‹We are ready›, said Otto Lindqvist.$$);
-- corner brackets
SELECT speaker, quote, kind FROM extract_quotes($$「We are ready」, said Otto Lindqvist.$$);
-- HTML entities
SELECT speaker, quote, kind FROM extract_quotes($$&ldquo;We are ready,&rdquo; said Otto Lindqvist. &quot;It&rsquo;s time,&quot; he added.$$);
-- numeric entities
SELECT speaker, quote, kind FROM extract_quotes($$&#8220;We are ready,&#8221; said Otto Lindqvist.$$);
-- a curly mark closed by a straight one
SELECT speaker, quote, kind FROM extract_quotes($$“We are ready," said Otto Lindqvist.$$);
-- the same mark on both sides, as in Swedish
SELECT speaker, quote, kind FROM extract_quotes($$”We are ready,” said Otto Lindqvist.$$);
-- a mark that is never closed ends with its paragraph
SELECT speaker, quote, kind FROM extract_quotes($$Otto Lindqvist said: “We are ready.
Nothing else was said.$$);
-- a mark that opens again
SELECT speaker, quote, kind FROM extract_quotes($$“We are ready. “We always were,” said Otto Lindqvist.$$);
-- single within double: one row, the outer one
SELECT speaker, quote, kind FROM extract_quotes($$“She told me, ‘Run,’ and I ran,” said Otto Lindqvist.$$);
-- double within single: one row, the outer one
SELECT speaker, quote, kind FROM extract_quotes($$‘She told me, “Run,” and I ran,’ said Otto Lindqvist.$$);
-- a quotation over three paragraphs, a mark on each
SELECT speaker, quote, kind FROM extract_quotes($$“The pump failed first.
“Then the valve failed.
“Then everything did,” said Otto Lindqvist.$$);
-- decades and inches
SELECT speaker, quote, kind FROM extract_quotes($$In the '80s the 6" pipe was new. "It was 6" wide," said Otto Lindqvist.$$);
-- feet and inches are no quotation
SELECT speaker, quote, kind FROM extract_quotes($$He is 6'3" tall and weighs 200 pounds.$$);
-- marks with nothing between
SELECT speaker, quote, kind FROM extract_quotes($$He said “” and then "" and went away.$$);
DROP EXTENSION newsquote;
