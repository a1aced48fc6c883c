--
-- Direct or mixed, what is trimmed, and what is no quotation.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- a fragment loses its full stop
SELECT speaker, quote, kind FROM extract_quotes($$She called it “a farce.”$$);
-- a question mark stays
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor asked, “Why me?”$$);
-- a fragment keeps its exclamation mark
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor called it “a farce!”$$);
-- behind that
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor said that “the plan was dead.”$$);
-- a list of fragments
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor called him “a liar,” “a thief” and “a coward.”$$);
-- the title of a film is none
SELECT speaker, quote, kind FROM extract_quotes($$The film “The Long Night” opened on Friday.$$);
-- the title of a song is none
SELECT speaker, quote, kind FROM extract_quotes($$She sang the ballad “Harbour Lights” twice.$$);
-- a nickname is none
SELECT speaker, quote, kind FROM extract_quotes($$The boxer, nicknamed “The Rock,” retired.$$);
-- so-called is none
SELECT speaker, quote, kind FROM extract_quotes($$The so-called “golden rule” does not apply here.$$);
-- a denied saying is one
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor denied that she had said “I quit.”$$);
-- abbreviations end no sentence
SELECT speaker, quote, kind FROM extract_quotes($$Rep. Ann Cole, D-Wash., said the U.S. plan cost $3.5 million. “It is too much,” she said.$$);
-- emoji and combining marks
SELECT speaker, quote, kind FROM extract_quotes($$Zoé Martin tweeted: “We won 🎉🎉!”$$);
-- no-break spaces
SELECT speaker, quote, kind FROM extract_quotes($$“We won,” said Ines Okafor.$$);
-- known as is none
SELECT speaker, quote, kind FROM extract_quotes($$The scheme, known as the “Ashworth formula,” was signed in 1984.$$);
-- a title behind the work’s noun and a comma is none
SELECT speaker, quote, kind FROM extract_quotes($$In his memoir, “The Patient Sea,” Hugh Larkin wrote that the water “came in like a guest.”$$);
-- a programme is none
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor spoke on the radio program “Harbour Talk.”$$);
-- a word mentioned as a word is none
SELECT speaker, quote, kind FROM extract_quotes($$The word “freedom” appears nine times in the speech.$$);
-- a term of art is none
SELECT speaker, quote, kind FROM extract_quotes($$The new law would close the “carried interest” loophole.$$);
-- a saying that was never said is one
SELECT speaker, quote, kind FROM extract_quotes($$Ines Okafor never said “I quit.”$$);
-- a law says something
SELECT speaker, quote, kind FROM extract_quotes($$The law forbids “any building in the dunes.”$$);
DROP EXTENSION newsquote;
