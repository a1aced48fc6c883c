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
-- records are measured in inches
SELECT speaker, quote, kind FROM extract_quotes($$The 12" record and the 7" single sold out.$$);
-- marks alone
SELECT speaker, quote, kind FROM extract_quotes($$“ ” ‘ ’ " " « » '' '' „ “ 「」 &quot;&quot;$$);
-- three styles: an attributed sentence, and the next one behind it
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“The ferry was late again,” Leila Haddad said. “We missed the train.”$$),
	('straight', $$"The ferry was late again," Leila Haddad said. "We missed the train."$$),
	('single', $$‘The ferry was late again,’ Leila Haddad said. ‘We missed the train.’$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: nested marks, and only the outer stretch is a row
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“The doctor told us, ‘Go home,’ and so we did,” Owen Bright said.$$),
	('straight', $$"The doctor told us, 'Go home,' and so we did," Owen Bright said.$$),
	('single', $$‘The doctor told us, “Go home,” and so we did,’ Owen Bright said.$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: a nested quotation closes together with the outer one
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$Sunita Rao said: “He looked at the bill and he said, ‘Who is paying?’”$$),
	('straight', $$Sunita Rao said: "He looked at the bill and he said, 'Who is paying?'"$$),
	('single', $$Sunita Rao said: ‘He looked at the bill and he said, “Who is paying?”’$$)
) AS v(marks, article), extract_quotes(article);
-- three styles: plural possessives and contractions within
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“The drivers’ union won’t sign, and the owners’ lawyers know it,” said Gareth Pugh.$$),
	('straight', $$"The drivers' union won't sign, and the owners' lawyers know it," said Gareth Pugh.$$),
	('single', $$‘The drivers’ union won’t sign, and the owners’ lawyers know it,’ said Gareth Pugh.$$)
) AS v(marks, article), extract_quotes(article);
-- British single marks: plural possessives on both sides of the mark
SELECT speaker, quote, kind FROM extract_quotes($$The nurses’ leader, Bronagh Kelly, said the ministers’ offer was ‘the patients’ loss’.$$);
-- British single marks: the comma stands outside
SELECT speaker, quote, kind FROM extract_quotes($$‘I don’t know whose dog’s bone that is’, Aled Rhys-Morgan said.$$);
-- British single marks: an apostrophe that opens a word
SELECT speaker, quote, kind FROM extract_quotes($$‘’Twas the pigs’ fault, and ’tis always the pigs,’ said Nan Fairweather.$$);
-- British single marks with double ones within
SELECT speaker, quote, kind FROM extract_quotes($$‘She wrote “never” on the ballot and she didn’t vote,’ Idris Kane said.$$);
-- straight single marks: a possessive with the s, one without, and a contraction
SELECT speaker, quote, kind FROM extract_quotes($$'The Jones' cat isn't James's cat,' Marta Nowicka said.$$);
-- apostrophes alone are no marks
SELECT speaker, quote, kind FROM extract_quotes($$The players' bus broke down on the farmers' road, and the '90s band's drummer couldn't play rock 'n' roll.$$);
-- a straight mark of inches at the very end of a quotation
SELECT speaker, quote, kind FROM extract_quotes($$"The old pipe was 6" wide and the new one is 8" wide," said Ruben Salazar. "Do the sums."$$);
-- feet and inches beside a quotation
SELECT speaker, quote, kind FROM extract_quotes($$At 6'4" and 230 pounds, Malik Overton is hard to miss. "I was hungry," he said.$$);
-- decades in straight single marks
SELECT speaker, quote, kind FROM extract_quotes($$'The '70s were cold and the '80s were colder,' Greta Oyelowo said.$$);
-- seconds of arc and minutes are no marks
SELECT speaker, quote, kind FROM extract_quotes($$The wreck lies at 41°43'32" N, 49°56'49" W, a mile down.$$);
-- numeric entities in hexadecimal, and entities of single marks
SELECT speaker, quote, kind FROM extract_quotes($$&#x201C;The well is dry,&#x201D; said Hamid Rostami. &lsquo;All of them are,&rsquo; he said.$$);
-- entities of guillemets
SELECT speaker, quote, kind FROM extract_quotes($$&laquo;The vines are fine&raquo;, said Cécile Aubry.$$);
-- an entity within the quotation is part of what is printed
SELECT speaker, quote, kind FROM extract_quotes($$&ldquo;Marks &amp; Marks is closed, and I can&#8217;t say why,&rdquo; said Tom Ashdown.$$);
-- &quot; and &#39; as a content system stores them
SELECT speaker, quote, kind FROM extract_quotes($$&quot;It&#39;s over, isn&#39;t it?&quot; Dora Quist asked.$$);
-- archives: two straight single marks with an apostrophe within
SELECT speaker, quote, kind FROM extract_quotes($$''I don't keep a dog, and the dog doesn't keep me,'' said Mrs. Salome Petrossian.$$);
-- archives: grave accents, and a run-on sentence
SELECT speaker, quote, kind FROM extract_quotes($$``Turn the ship around,'' Eamon Daly ordered. ``And do it quietly.''$$);
-- German marks, closed as Germans do, around a guillemet style used in books
SELECT speaker, quote, kind FROM extract_quotes($$»We have time«, said Ottilie Kranz. „Take a chair.“$$);
-- Polish marks: low at the start, high at the end
SELECT speaker, quote, kind FROM extract_quotes($$„The bells are back,” said Bogdan Zieliński.$$);
-- white corner brackets
SELECT speaker, quote, kind FROM extract_quotes($$『The tide is out』 said Haruka Inoue.$$);
-- opened straight, closed curly
SELECT speaker, quote, kind FROM extract_quotes($$"The lights went out first,” said Femi Adebayo.$$);
-- opened and not closed, then a good quotation in the next paragraph
SELECT speaker, quote, kind FROM extract_quotes($$Sipho Dlamini said: "The river is rising.
The bridge was shut at once. "Nobody crosses," said Ana Ruelas.$$);
-- three styles: several paragraphs, an opening mark on each, one closing mark
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$Imam Yusuf Celik rose to speak.
“I came here in 1994 with one suitcase.
“I still have it. It is under the bed.
“I keep it empty, so that I know I am staying,” he said.$$),
	('straight', $$Imam Yusuf Celik rose to speak.
"I came here in 1994 with one suitcase.
"I still have it. It is under the bed.
"I keep it empty, so that I know I am staying," he said.$$),
	('single', $$Imam Yusuf Celik rose to speak.
‘I came here in 1994 with one suitcase.
‘I still have it. It is under the bed.
‘I keep it empty, so that I know I am staying,’ he said.$$)
) AS v(marks, article), extract_quotes(article);
-- several paragraphs, the speaker behind the first one
SELECT speaker, quote, kind FROM extract_quotes($$“The roof is gone,” Sister Perpetua Nkemelu said. “So are the books.

“But the bell is here. Somebody rang it this morning.

“I did not ask who.”$$);
-- several paragraphs, with blank lines, none of them ever closed
SELECT speaker, quote, kind FROM extract_quotes($$Coach Dale Renner spoke to the team:

“You were the best of us.

“We did not tell you.

Then he sat down.$$);
-- carriage returns count as characters and end paragraphs
SELECT speaker, quote, "position", utterance FROM extract_quotes(E'“We left,” said Ada Flynn.\r\n\r\n“All of us,” she said.\r\n');
-- no blank between the comma and the mark, or between the mark and the verb
SELECT speaker, quote, kind FROM extract_quotes($$“We are full ,”said Jan Vos. “ Try next door. ”$$);
-- brackets and ellipses within
SELECT speaker, quote, kind FROM extract_quotes($$“[The mayor] never called … or wrote, or [expletive] waved,” said Esi Quartey.$$);
-- a dash breaks the quotation off
SELECT speaker, quote, kind FROM extract_quotes($$“I only wanted to—” Lucas Brandt began.
“You always want to,” said Mina Brandt.$$);
-- em dashes set the reporting words apart
SELECT speaker, quote, kind FROM extract_quotes($$“The pumps” — Noor Jamil pointed at the yard — “have stood there since March.”$$);
-- only marks
SELECT speaker, quote, kind FROM extract_quotes($$“”$$);
-- only marks, of every kind
SELECT speaker, quote, kind FROM extract_quotes($$" ' “ ” ‘ ’ « » „ “ '' `` 「 」$$);
-- a mark and nothing else
SELECT speaker, quote, kind FROM extract_quotes($$"$$);
-- a blank between marks is nothing
SELECT speaker, quote, kind FROM extract_quotes($$Ines Vidal said “ ” and sat down.$$);
-- emoji before and within a quotation: positions count characters
SELECT speaker, quote, "position", mention_position FROM extract_quotes($$👩🏽‍🚀🚀 “Lift-off 🚀!” Zoë Ní Bhriain tweeted.$$);
-- combining marks and decomposed letters are characters of their own
SELECT speaker, quote, length(quote), "position" FROM extract_quotes(E'“E\u0301te\u0301 is over,” said Rene\u0301e Laforge.');
-- no-break spaces inside French guillemets are trimmed
SELECT speaker, quote, "position" FROM extract_quotes(E'«\u00a0The train is late\u00a0», said Am\u00e9lie Roux. «\u202fAgain\u202f», she added.');
DROP EXTENSION newsquote;
