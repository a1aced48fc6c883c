--
-- What is a quotation and what is not, and texts as they are printed.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- the title of a novel
SELECT speaker, quote, kind FROM extract_quotes($$Hana Kubo’s novel “The Salt Road” won the prize.$$);
-- the title of a painting, single marks
SELECT speaker, quote, kind FROM extract_quotes($$The painting 'Two Gulls' hangs in the hall.$$);
-- titles in a list, straight marks
SELECT speaker, quote, kind FROM extract_quotes($$The band played "Low Tide," "Harbour Rain" and "Blue Rope."$$);
-- the headline of an essay
SELECT speaker, quote, kind FROM extract_quotes($$Her essay, headlined “Why We Row,” ran on Sunday.$$);
-- a film in which somebody plays, then her words
SELECT speaker, quote, kind FROM extract_quotes($$In “Night Ferry,” Hana Kubo plays a pilot. “I learned to steer,” she said.$$);
-- a series within the reporter’s sentence
SELECT speaker, quote, kind FROM extract_quotes($$“It was fun,” Hana Kubo said of the series “Night Ferry.”$$);
-- a prize
SELECT speaker, quote, kind FROM extract_quotes($$The “Best Crew” prize went to Dunmore.$$);
-- a nickname within the name, nobody speaks
SELECT speaker, quote, kind FROM extract_quotes($$Tomas “The Anvil” Berg retired on Sunday.$$);
-- a nickname within the name, straight marks, the surname later
SELECT speaker, quote, kind FROM extract_quotes($$Ellen "Nell" Carver won. "I rowed hard," Carver said.$$);
-- a nickname by which one is known
SELECT speaker, quote, kind FROM extract_quotes($$At the club he is known as "Duke."$$);
-- so-called, single marks
SELECT speaker, quote, kind FROM extract_quotes($$The so-called 'quiet tax' ended in May.$$);
-- a term that has somebody behind it
SELECT speaker, quote, kind FROM extract_quotes($$The ministry calls the camps “transit sites.”$$);
-- scare quotes
SELECT speaker, quote, kind FROM extract_quotes($$The “free” tickets cost forty euros each.$$);
-- scare quotes, straight single
SELECT speaker, quote, kind FROM extract_quotes($$His 'friends' never came to the hospital.$$);
-- a word as a word
SELECT speaker, quote, kind FROM extract_quotes($$The word "mill" comes from Latin.$$);
-- words as words
SELECT speaker, quote, kind FROM extract_quotes($$Replace “who” with “whom” in line two.$$);
-- a law’s words are a quotation
SELECT speaker, quote, kind FROM extract_quotes($$The law forbids “cruel or unusual noise” at night.$$);
-- denied
SELECT speaker, quote, kind FROM extract_quotes($$Hana Kubo denied saying, “The race is fixed.”$$);
-- never said
SELECT speaker, quote, kind FROM extract_quotes($$Hana Kubo never said, "The race is fixed."$$);
-- not yet said
SELECT speaker, quote, kind FROM extract_quotes($$You will never hear Hana Kubo say, ‘I am sorry.’$$);
-- a condition
SELECT speaker, quote, kind FROM extract_quotes($$If a coach says, “Row harder,” the crew rows harder.$$);
-- could have been said
SELECT speaker, quote, kind FROM extract_quotes($$Hana Kubo could have said, "I told you so," but she kept quiet.$$);
-- a question and an exclamation
SELECT speaker, quote, kind FROM extract_quotes($$“Who won?” Hana Kubo asked. “We did!” the crew shouted.$$);
-- abbreviations: a country, a title, a state, a sum
SELECT speaker, quote, kind FROM extract_quotes($$"We left the U.S. in May," said Sen. Ruth Ames, R-Wyo. "It cost $3.5 million," she added.$$);
-- abbreviations between name and verb
SELECT speaker, quote, kind FROM extract_quotes($$Dr. Ruth Ames of St. Mary’s, who met Gov. Lee at 5 p.m. in Washington, D.C., said: “It rained.”$$);
-- an abbreviation within the quotation
SELECT speaker, quote, kind FROM extract_quotes($$‘Mr. Lee vs. the U.S. is a joke,’ said Ruth Ames.$$);
-- combining marks
SELECT speaker, quote, "position", kind FROM extract_quotes(E'Jose\u0301 Iban\u0303ez said: “Cafe\u0301 first.” Iban\u0303ez laughed.');
-- no-break spaces around and within
SELECT speaker, quote, "position", kind FROM extract_quotes(E'«\u00a0We\u00a0won\u00a0», said Hana Kubo. “Easily,”\u00a0she\u00a0said.');
-- a no-break space behind the honorific
SELECT speaker, quote, kind FROM extract_quotes(E'Ken Ito won. “Easily,” Mr.\u00a0Ito said.');
-- lines that end in carriage returns
SELECT speaker, quote, "position", kind FROM extract_quotes(E'Hana Kubo said:\r\n“We won.”\r\n\r\nKen Ito lost.\r\n\r\n“Next year,” he said.\r\n');
-- entities as a content system stores them
SELECT speaker, quote, "position", kind FROM extract_quotes($$Hana Kubo&rsquo;s crew won. &ldquo;It&#39;s ours &amp; yours,&rdquo; she said.$$);
-- nothing
SELECT speaker, quote, kind FROM extract_quotes($$$$);
-- blanks only
SELECT speaker, quote, kind FROM extract_quotes(E' \n	\n ');
-- a hundred thousand opening marks
SELECT count(*) FROM extract_quotes(repeat('“', 100000));
-- a hundred thousand straight marks
SELECT count(*) FROM extract_quotes(repeat('"', 100000));
-- marks and brackets in no order
SELECT count(*) FROM extract_quotes(repeat('(«”‘>', 10000));
-- a thousand quotations
SELECT count(*), min(speaker), max(speaker) FROM extract_quotes(repeat('“We won,” said Hana Kubo. ', 1000));
DROP EXTENSION newsquote;
