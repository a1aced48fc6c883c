--
-- The caller’s own cues and patterns.
--
CREATE EXTENSION newsquote;
\pset null (null)
-- a verb of one’s own
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” quipped Nora Bell.$$, cues => '{quip}');
-- in all its forms
SELECT speaker, quote, kind, cue FROM extract_quotes($$“One,” Nora Bell quips. “Two,” quipped Nora Bell. Nora Bell left, quipping, “Three.” Then Nora Bell had to quip: “Four.”$$, cues => '{quip}');
-- verbs in e, in y and with a doubled letter
SELECT speaker, quote, kind, cue FROM extract_quotes($$"One," mimed Nora Bell. "Two," parried Leo Marsh. "Three," Nora Bell said, shrugging. "Four," shrugged Leo Marsh.$$, cues => '{mime,parry,shrug}');
-- a verb of two words
SELECT speaker, quote, kind, cue FROM extract_quotes($$‘It floats,’ Nora Bell chimed in. Leo Marsh, chiming in, said: ‘It sinks.’$$, cues => '{chime in}');
-- a verb of two words, before the quotation
SELECT speaker, quote, kind, cue FROM extract_quotes($$Nora Bell chimes in: “It floats.”$$, cues => '{chime in}');
-- a verb of one’s own reports without marks too
SELECT speaker, quote, kind, cue FROM extract_quotes($$Nora Bell quipped that the boat was a sieve.$$, indirect => true, cues => '{quip}');
-- a known verb once more
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” said Nora Bell.$$, cues => '{say}');
-- a pattern with nothing but the quotation, in an article that names nobody
SELECT speaker, quote, kind, cue FROM extract_quotes(E'It rained.\n>> It floats.\n>> It sank.', patterns => ARRAY['(?m)^>> (?<quote>.*)$']);
-- a pattern with speaker and cue
SELECT speaker, quote, kind, cue FROM extract_quotes($$Nora goes -- It floats.$$, patterns => ARRAY['(?<speaker>\pL+) (?<cue>goes) -- (?<quote>.*)']);
-- a pattern’s positions
SELECT speaker, quote, "position", kind, cue, mention, mention_position FROM extract_quotes(E'Q. Where?\nA. Below, since May.\n', patterns => ARRAY['(?m)^(?<speaker>[QA])\. (?<quote>.*)$']);
-- a speaker’s group that takes no part
SELECT speaker, quote, kind, cue FROM extract_quotes(E'Q. Where?\n-- Below.', patterns => ARRAY['(?m)^(?:(?<speaker>Q)\.|--) (?<quote>.*)$']);
-- a pattern without a speaker: the words around it tell
SELECT speaker, quote, kind, cue FROM extract_quotes($$Nora Bell said: [[It floats.]]$$, patterns => ARRAY['\[\[(?<quote>.*?)\]\]']);
-- two patterns and marks, in the order of the text
SELECT speaker, quote, kind, cue FROM extract_quotes(E'Leo Marsh said: [[One.]] Nora Bell said: “Two.”\nQ: Three.', patterns => ARRAY['(?m)^(?<speaker>Q): (?<quote>.*)$', '\[\[(?<quote>.*?)\]\]']);
-- a pattern that finds nothing
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” said Nora Bell.$$, patterns => ARRAY['(?<quote>zebra)']);
-- a pattern’s quote right after a full stop, without a blank
SELECT speaker, quote, "position", kind, cue FROM extract_quotes($$He left."We are ready to go now," she said.$$, patterns => ARRAY['(?<quote>"[^"]+")']);
-- a pattern that hits the bracket that closes a sentence
SELECT speaker, quote, "position", kind, cue FROM extract_quotes('He left.)', patterns => ARRAY['(?<quote>\))']);
-- a report that is nothing but a pattern’s quote gives no clause
SELECT quote, "position", kind, length(quote) FROM extract_quotes('e said t knew: ', true, patterns => ARRAY['(?=(?<quote>\S+ \S+\W{2,5}))']);
-- the other functions take cues and patterns, too
SELECT quote_speakers($$“It floats,” quipped Nora Bell.$$, cues => '{quip}'), quote_speakers(E'It rained.\nQ: It floats.', patterns => ARRAY['(?m)^(?<speaker>Q): (?<quote>.*)$']);
SELECT quotes_jsonb($$“It floats,” quipped Nora Bell.$$, cues => '{quip}') -> 0 ->> 'cue' AS cue, jsonb_array_length(quotes_jsonb('>> It floats.', patterns => ARRAY['>> (?<quote>.*)'])) AS quotes;
SELECT highlight_quotes($$Nora Bell quipped that it floats.$$, 'StartSel=<, StopSel=>', true, cues => '{quip}'), highlight_quotes('>> It floats.', 'StartSel=<, StopSel=>', patterns => ARRAY['>> (?<quote>.*)']);
-- the language by its name
SELECT speaker, quote, kind, cue FROM extract_quotes($$"It floats," said Nora Bell.$$, language => 'english');
-- German: marks, verbs in two parts, reported speech by mood alone
SELECT speaker, quote, kind, cue, mention FROM extract_quotes('„Die Brücke ist gesperrt“, teilte die Polizei am 3. Mai mit. Ein Pfeiler sei gerissen.', true, 'german');
SELECT quote_speakers('Laut Otto Lindner ist das Eis „viel zu dünn“.', 'german'), quotes_jsonb('„Wir bauen“, so Anna Kolbe.', language => 'german') -> 0 ->> 'cue' AS cue;
-- ... and a verb of the caller's own, in its forms
SELECT speaker, quote, cue FROM extract_quotes('„Wir bauen“, plapperte Anna Kolbe. „Wir warten“, hat Otto Lindner geplappert.', language => 'german', cues => '{plappern}');
-- NULL is the default: no reported speech
SELECT speaker, quote, kind, cue FROM extract_quotes($$Nora Bell said that it floats. “Well,” she added.$$, indirect => NULL);
-- NULL is the default: English
SELECT speaker, quote, kind, cue FROM extract_quotes($$‘It floats,’ said Nora Bell.$$, language => NULL);
-- NULL is the default: no cues, no patterns
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” said Nora Bell.$$, cues => NULL, patterns => NULL);
-- a NULL among the cues
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” quipped Nora Bell.$$, cues => '{NULL,quip}');
-- all by place
SELECT speaker, quote, kind, cue FROM extract_quotes($$“It floats,” quipped Nora Bell, who said that it might sink.$$, true, 'english', '{quip}', '{}');
-- no article
SELECT speaker, quote, kind, cue FROM extract_quotes(NULL, indirect => true, cues => '{quip}');
DROP EXTENSION newsquote;
