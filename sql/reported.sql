--
-- Reported speech without marks: indirect => true.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- said that
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said that the plan was dead.$$, indirect => true);
-- said, without that
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said the plan was dead.$$, indirect => true);
-- before the reporting words
SELECT speaker, quote, kind, utterance FROM extract_quotes($$The plan was dead, Ines Okafor said.$$, indirect => true);
-- interrupted
SELECT speaker, quote, kind, utterance FROM extract_quotes($$The dam, engineers warned, would not hold.$$, indirect => true);
-- told somebody
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor told reporters that the plan was dead.$$, indirect => true);
-- according to, behind
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Sales fell by a third, according to the chairman.$$, indirect => true);
-- according to, before
SELECT speaker, quote, kind, utterance FROM extract_quotes($$According to Ines Okafor, sales fell by a third.$$, indirect => true);
-- promised to
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor promised to publish the figures by June.$$, indirect => true);
-- accused of
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor accused the ministry of hiding the figures.$$, indirect => true);
-- a question
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor asked whether the plan was dead.$$, indirect => true);
-- a participle goes on with the report
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said the plan was dead, adding that nobody would miss it.$$, indirect => true);
-- a marked fragment within shares the utterance
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said the plan was “a farce” and would not pass.$$, indirect => true);
-- nothing was said
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said nothing.$$, indirect => true);
-- a joke
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor told a joke.$$, indirect => true);
-- the police
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor called the police.$$, indirect => true);
-- how
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor explained how the plan had died.$$, indirect => true);
-- if
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor asked if the plan was dead.$$, indirect => true);
-- in the view of
SELECT speaker, quote, kind, utterance FROM extract_quotes($$In the view of Ines Okafor, the plan was dead.$$, indirect => true);
-- urged somebody to
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor urged the council to publish the figures.$$, indirect => true);
-- accusing them of
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor attacked the ministry, accusing it of hiding the figures.$$, indirect => true);
-- told somebody, without that
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor told reporters the plan was dead.$$, indirect => true);
-- a second clause of the same report
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ines Okafor said the plan was dead and the money was gone.$$, indirect => true);
-- data show no report
SELECT speaker, quote, kind, utterance FROM extract_quotes($$The figures show a decline.$$, indirect => true);
-- informed somebody
SELECT speaker, quote, kind, utterance FROM extract_quotes($$The harbour office informed residents that the pier would close.$$, indirect => true);
-- according to a document
SELECT speaker, quote, kind, utterance FROM extract_quotes($$According to the audit, the pier cost twice as much.$$, indirect => true);
-- by a pronoun
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost came late. She said the pier was safe.$$, indirect => true);
-- asked somebody if
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Reporters asked Nadia Frost if she would resign.$$, indirect => true);
-- wondered why
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost wondered why the pier had sunk.$$, indirect => true);
-- threatened to
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost threatened to close the pier.$$, indirect => true);
-- told somebody to
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost told the crew to leave the pier.$$, indirect => true);
-- accused a person of
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ben Okoro accused Nadia Frost of lying about the cost.$$, indirect => true);
-- denied that
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost denied that the pier was unsafe.$$, indirect => true);
-- the day of the report is no part of it
SELECT speaker, quote, kind, utterance FROM extract_quotes($$The pier will close, Nadia Frost said on Tuesday.$$, indirect => true);
-- two clauses of one report
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost said that the pier was safe and that the work would end in May.$$, indirect => true);
-- a quotation, then a report
SELECT speaker, quote, kind, utterance FROM extract_quotes($$“The pier is safe,” Nadia Frost said, adding that the work would end in May.$$, indirect => true);
-- two marked fragments within share the utterance
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost said the "old pier" was "sound as a bell" and would last.$$, indirect => true);
-- nothing without marks unless it is asked for
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost said that the pier was safe.$$);
-- a story
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost told a long story.$$, indirect => true);
-- a sister
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost called her sister on Sunday.$$, indirect => true);
-- novels
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost wrote three novels.$$, indirect => true);
-- work
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Ben Okoro reported for work at noon.$$, indirect => true);
-- goodbye
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Nadia Frost said goodbye.$$, indirect => true);
-- a main clause with reporting words of its own ends the clause before it
SELECT speaker, quote, kind FROM extract_quotes($$Asked whether the governor had urged them to stay away, Ines Okafor replied: “He urged us to think of the town.”$$, indirect => true) WHERE quote LIKE '%town%' OR quote LIKE '%replied%';
DROP EXTENSION newsquote;
