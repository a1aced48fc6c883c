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
DROP EXTENSION newsquote;
