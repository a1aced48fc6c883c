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
-- three styles: a whole sentence, a fragment, and words behind "that"
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“The lake is a mirror,” said Wambui Njoroge. She called the dam “a cracked mirror” and said that “nobody should look into it.”$$),
	('straight', $$"The lake is a mirror," said Wambui Njoroge. She called the dam "a cracked mirror" and said that "nobody should look into it."$$),
	('single', $$‘The lake is a mirror,’ said Wambui Njoroge. She called the dam ‘a cracked mirror’ and said that ‘nobody should look into it.’$$)
) AS v(marks, article), extract_quotes(article);
-- a whole sentence keeps its full stop, and loses its comma
SELECT speaker, quote, kind FROM extract_quotes($$Farhad Omidi said: “I paid in cash.” “I always do,” he added.$$);
-- a fragment loses a comma, a full stop, a colon, a semicolon
SELECT speaker, quote, kind FROM extract_quotes($$Birgit Aas called it “a trap;” Juan Carlos Peña, “a gift.”$$);
-- three styles: questions and exclamations keep their marks
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$“Who put the piano there?” Delroy Pinnock asked. “Out!” he shouted. He called it “madness!”$$),
	('straight', $$"Who put the piano there?" Delroy Pinnock asked. "Out!" he shouted. He called it "madness!"$$),
	('single', $$‘Who put the piano there?’ Delroy Pinnock asked. ‘Out!’ he shouted. He called it ‘madness!’$$)
) AS v(marks, article), extract_quotes(article);
-- an ellipsis at the end of a whole sentence stays
SELECT speaker, quote, kind FROM extract_quotes($$“We had a plan …” said Kaito Mori.$$);
-- three styles: the clause goes on behind the fragment
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$The archbishop, Emmanuel Otieno, said a “conspiracy of politeness” had kept the matter from the courts.$$),
	('straight', $$The archbishop, Emmanuel Otieno, said a "conspiracy of politeness" had kept the matter from the courts.$$),
	('single', $$The archbishop, Emmanuel Otieno, said a ‘conspiracy of politeness’ had kept the matter from the courts.$$)
) AS v(marks, article), extract_quotes(article);
-- a fragment of one word
SELECT speaker, quote, kind FROM extract_quotes($$Asked about her chances, Solveig Brekke said they were “tiny.”$$);
-- a list of fragments, without and with a last cue
SELECT speaker, quote, kind FROM extract_quotes($$The critics found it “slow,” “solemn” and “somehow wet.”$$);
-- a verb in the fragment
SELECT speaker, quote, kind FROM extract_quotes($$Mayor Curtis Bell said he “would sooner eat the ballots” than count them again.$$);
-- the titles of a film, a book, a song, an album and a series are none
SELECT speaker, quote, kind FROM extract_quotes($$The director of “Nine Lanterns” has read “The Orchard Keeper’s Wife,” sings “Ode to a Tram” in the shower, owns the album “Blue Harvest” and watches “Judge Pomeroy.”$$);
-- single marks around the title of a play
SELECT speaker, quote, kind FROM extract_quotes($$Her new play, ‘The Glass Ferry’, opens at the Royal Exchange on 4 May.$$);
-- a title and a quotation in one sentence
SELECT speaker, quote, kind FROM extract_quotes($$“We shot it in nine days,” Pavel Hruška said of “The Long Platform.”$$);
-- a title within a quotation
SELECT speaker, quote, kind FROM extract_quotes($$“I saw ‘Midnight in Narvik’ twice and I would pay for a third,” Rosa Linde said.$$);
-- the title of a painting, a lecture and a campaign
SELECT speaker, quote, kind FROM extract_quotes($$His painting “Two Herons” hangs beside the poster of the campaign “Wash Your Hands,” and his lecture “Why Rivers Bend” is free.$$);
-- a nickname within a name is none
SELECT speaker, quote, kind FROM extract_quotes($$Dwayne “Tugboat” Ellison retired in 2019. “My knees did it first,” Ellison said.$$);
-- nicknames of things and people
SELECT speaker, quote, kind FROM extract_quotes($$The crane, known to all as “Big Agnes,” was sold, and the general they called “the Fox” bought it.$$);
-- so-called, and scare quotes with nobody behind them
SELECT speaker, quote, kind FROM extract_quotes($$The so-called “peace dividend” never came, and the “free” breakfast cost nine euros.$$);
-- a term of art
SELECT speaker, quote, kind FROM extract_quotes($$A “slickenside” is the polished face where two blocks of rock have rubbed together.$$);
-- words mentioned as words
SELECT speaker, quote, kind FROM extract_quotes($$The word “set” has more meanings than any other, and “mississippi” has four s’s.$$);
-- a motto
SELECT speaker, quote, kind FROM extract_quotes($$The county’s motto, “By Salt and Patience,” is on every dustcart.$$);
-- a denied saying
SELECT speaker, quote, kind FROM extract_quotes($$Ambassador Yusra Hamdan denied having called the treaty “a shopping list.”$$);
-- a saying that never was
SELECT speaker, quote, kind FROM extract_quotes($$Coach Mads Riise never said, “We are the favorites.”$$);
-- a hypothetical saying
SELECT speaker, quote, kind FROM extract_quotes($$If the chancellor says “I am sorry,” nobody in the hall will believe him.$$);
-- testimony
SELECT speaker, quote, kind FROM extract_quotes($$Under oath, Gustavo Prieto testified that the safe was “open, empty and still warm.”$$);
-- a chant with a cue behind it
SELECT speaker, quote, kind FROM extract_quotes($$“Four more years!” the crowd chanted.$$);
-- abbreviations end no sentence
SELECT speaker, quote, kind FROM extract_quotes($$Rep. Lionel Attwood, R-Fla., told the U.S. Senate’s Sgt. at Arms that the $3.5 million door “squeaks.”$$);
-- an abbreviation just before the verb
SELECT speaker, quote, kind FROM extract_quotes($$“We regret the error,” Hobart Mills Inc. said.$$);
-- a decimal, a time and an initial within
SELECT speaker, quote, kind FROM extract_quotes($$“At 6.30 a.m. it was 4.5 degrees in St. Ives, Mr. K.,” said J. R. Ncube.$$);
-- marked figures of speech that the article itself owns
SELECT speaker, quote, kind FROM extract_quotes($$Spring is “cuffing season” in reverse, and nobody is sorry.$$);
-- three styles: the same words, once as a title and once as a quotation
SELECT marks, speaker, quote, kind FROM (VALUES
	('curly', $$The album “Never Say When” is out. “Never say when,” Ama Boateng advised.$$),
	('straight', $$The album "Never Say When" is out. "Never say when," Ama Boateng advised.$$),
	('single', $$The album ‘Never Say When’ is out. ‘Never say when,’ Ama Boateng advised.$$)
) AS v(marks, article), extract_quotes(article);
DROP EXTENSION newsquote;
