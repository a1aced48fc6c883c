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
-- straight single, a contraction and a plural possessive within
SELECT speaker, quote, kind FROM extract_quotes($$'It's the miners' fault, isn't it?' asked Rhoda Pell. 'We're not sure,' said Amir Haddad.$$);
-- a straight single fragment after a plural possessive
SELECT speaker, quote, kind FROM extract_quotes($$Isla Grant called the players' strike 'a spoilt child's tantrum'.$$);
-- single, interrupted, a plural possessive within
SELECT speaker, quote, kind FROM extract_quotes($$‘The farmers’ union won’t sign,’ Amir Haddad said, ‘and nor will I.’$$);
-- single, decades and clipped words within
SELECT speaker, quote, kind FROM extract_quotes($$‘The ’80s were all rock ’n’ roll,’ said Amir Haddad.$$);
-- apostrophes alone are no marks
SELECT speaker, quote, kind FROM extract_quotes($$The bands of the '90s played rock 'n' roll at the drivers' club.$$);
-- two straight single marks, straight single within
SELECT speaker, quote, kind FROM extract_quotes($$''She said 'never' to me,'' Rhoda Pell recalled.$$);
-- grave accents, interrupted
SELECT speaker, quote, kind FROM extract_quotes($$``We paid,'' Rhoda Pell said, ``and we paid twice.''$$);
-- Polish
SELECT speaker, quote, kind FROM extract_quotes($$„Nie wiem,” said Jacek Nowak.$$);
-- guillemets turned inwards, as in Danish
SELECT speaker, quote, kind FROM extract_quotes($$»Vi er klar,« said Mette Holm.$$);
-- white corner brackets
SELECT speaker, quote, kind FROM extract_quotes($$『We are ready』, said Kenji Mori.$$);
-- single entities, named and numeric
SELECT speaker, quote, kind FROM extract_quotes($$&lsquo;We are ready,&rsquo; said Amir Haddad. &#8216;So am I,&#8217; said Rhoda Pell.$$);
-- guillemets and hexadecimal entities
SELECT speaker, quote, kind FROM extract_quotes($$&laquo;We are ready&raquo;, said Amir Haddad. &#x201C;Now,&#x201D; he added.$$);
-- entities count as they are printed
SELECT speaker, quote, "position", kind FROM extract_quotes($$Rhoda Pell &amp; Co. is shut. &quot;We paid,&quot; said Amir Haddad.$$);
-- a straight mark closed by a curly one
SELECT speaker, quote, kind FROM extract_quotes($$"We are ready,” said Amir Haddad.$$);
-- an opening mark that closes
SELECT speaker, quote, kind FROM extract_quotes($$“We are ready,“ said Amir Haddad.$$);
-- an unclosed mark leaves the next paragraph alone
SELECT speaker, quote, kind FROM extract_quotes(E'Rhoda Pell said: “The bridge is shut.\n\nAmir Haddad agreed. “Nobody crosses,” he said.');
-- an unclosed mark at the end of the article
SELECT speaker, quote, kind FROM extract_quotes($$Rhoda Pell said: "We paid twice$$);
-- a quotation over two paragraphs, straight
SELECT speaker, quote, kind, utterance FROM extract_quotes(E'"The first year was hard.\n\n"The second was worse," Rhoda Pell said.');
-- a quotation over two paragraphs that is never closed
SELECT speaker, quote, kind, utterance FROM extract_quotes(E'Rhoda Pell said: “The first year was hard.\n\n“The second was worse.\n\nShe left in May.');
-- three levels
SELECT speaker, quote, kind FROM extract_quotes($$“He told me, ‘Read “Emma” first,’ and I did,” Rhoda Pell said.$$);
-- straight double within straight single
SELECT speaker, quote, kind FROM extract_quotes($$'He said "no" and left,' Rhoda Pell recalled.$$);
-- straight single within straight double, both closed at once
SELECT speaker, quote, kind FROM extract_quotes($$"He said, 'No,'" Rhoda Pell recalled.$$);
-- curly marks, both closed at once
SELECT speaker, quote, kind FROM extract_quotes($$“He shouted, ‘Never!’” Rhoda Pell said.$$);
-- straight within curly, and curly within straight: only the outer one is a row
SELECT speaker, quote, kind FROM extract_quotes($$“He told me "never again" and left,” said Ines Okafor.$$);
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor called the plan "a “farce” and worse" today.$$);
-- typed twice
SELECT speaker, quote, kind FROM extract_quotes($$"“We are ready,” Ines Okafor said.$$);
-- records are measured in inches
SELECT speaker, quote, kind FROM extract_quotes($$The 12" record and the 7" single sold out.$$);
-- marks alone
SELECT speaker, quote, kind FROM extract_quotes($$“ ” ‘ ’ " " « » '' '' „ “ 「」 &quot;&quot;$$);
DROP EXTENSION newsquote;
