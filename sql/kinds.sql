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
-- commas outside single marks
SELECT speaker, quote, kind FROM extract_quotes($$Dora Finch called the show 'loud', 'long' and 'pointless'.$$);
-- a fragment loses its semicolon
SELECT speaker, quote, kind FROM extract_quotes($$Dora Finch called it “a waste;” others stayed silent.$$);
-- a fragment loses its colon
SELECT speaker, quote, kind FROM extract_quotes($$Dora Finch offered “two choices:” pay or leave.$$);
-- a fragment keeps its question mark
SELECT speaker, quote, kind FROM extract_quotes($$Dora Finch dismissed it as "who cares?" politics.$$);
-- an exclamation mark stays
SELECT speaker, quote, kind FROM extract_quotes($$‘Stop!’ shouted Dora Finch.$$);
-- dots that trail off stay
SELECT speaker, quote, kind FROM extract_quotes($$"I thought ..." Dora Finch said.$$);
-- a dash that breaks off stays
SELECT speaker, quote, kind FROM extract_quotes($$“But the bridge —” Dora Finch began.$$);
-- a full stop within stays, the comma at the end goes
SELECT speaker, quote, kind FROM extract_quotes($$“Pay first. Ask later,” Dora Finch said.$$);
-- the fragment before a noun
SELECT speaker, quote, kind FROM extract_quotes($$The “historic” deal, as Dora Finch described it, was signed at noon.$$);
-- interrupted: one utterance; answered: another
SELECT speaker, quote, kind, utterance FROM extract_quotes($$“Pay first,” Dora Finch said, “and ask later.” “Why?” asked Leo Marsh.$$);
-- two speakers, two utterances
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Dora Finch called it "a gift" and Leo Marsh called it "a trap."$$);
-- a saying that is said again
SELECT speaker, quote, kind, utterance FROM extract_quotes($$“Never,” Dora Finch said. “Never,” Leo Marsh said.$$);
DROP EXTENSION newsquote;
