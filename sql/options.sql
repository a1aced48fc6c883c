--
-- What the arguments do: further reporting verbs, further patterns, reported speech, the language.
--
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS newsquote;
RESET client_min_messages;
\pset null (null)
-- a cue of the caller's own, in an inflected form
SELECT speaker, quote, cue FROM extract_quotes($$“The soup outlived the chef,” Nora Blix quipped.$$, cues => '{quip}');
-- the same in the present tense
SELECT speaker, quote, cue FROM extract_quotes($$“Keep the change,” quips Osman Kaya.$$, cues => '{quip}');
-- the past tense of a verb in e, in y, and with a doubled consonant
SELECT speaker, quote, cue FROM extract_quotes($$“Come down,” cajoled Mai Pham.$$, cues => '{cajole}');
SELECT speaker, quote, cue FROM extract_quotes($$“Ask my brother,” parried Ravi Menon.$$, cues => '{parry}');
SELECT speaker, quote, cue FROM extract_quotes($$“Mine, mine,” yapped Ulla Stenmark.$$, cues => '{yap}');
-- a cue in front of the quotation, and with a colon
SELECT speaker, quote, cue FROM extract_quotes($$Nora Blix quipped: “The soup outlived the chef.”$$, cues => '{quip}');
-- several cues; the built-in ones still count
SELECT speaker, quote, cue FROM extract_quotes($$“Up here,” yodelled Anouk Lefèvre. “Down there,” thundered Beat Zumstein. “Where?” said Cato Ness.$$, cues => '{yodel,thunder}');
-- cues and patterns that are empty or NULL change nothing
SELECT speaker, quote, cue FROM extract_quotes($$“Where to?” said Cato Ness.$$, cues => '{}', patterns => '{}');
SELECT speaker, quote, cue FROM extract_quotes($$“Where to?” said Cato Ness.$$, cues => NULL, patterns => NULL);
-- a transcript without marks, by a pattern
SELECT speaker, quote, "position" FROM extract_quotes($$CHAIR: The committee will come to order.
J. ABBOTT: I have a point of order.
(Laughter)
CHAIR: Of course you have.$$,
	patterns => ARRAY['(?m)^(?<speaker>[A-Z][A-Z. ]+): (?<quote>.+)$']);
-- without the pattern there is nothing
SELECT speaker, quote, "position" FROM extract_quotes($$CHAIR: The committee will come to order.
J. ABBOTT: I have a point of order.
(Laughter)
CHAIR: Of course you have.$$);
-- a pattern with a group for the reporting words
SELECT speaker, cue, quote FROM extract_quotes($$<Petra_K> whispers /meet me at nine/
<dj_omar> yells /no way/$$,
	patterns => ARRAY['<(?<speaker>\w+)> (?<cue>\w+) /(?<quote>[^/\n]+)/']);
-- a pattern without a speaker
SELECT speaker, quote, mention FROM extract_quotes($$[[Stop the presses]]$$, patterns => ARRAY['\[\[(?<quote>.+?)\]\]']);
-- several patterns
SELECT speaker, quote FROM extract_quotes($$Q: Were you there?
A. I was.$$, patterns => ARRAY['(?m)^(?<speaker>Q): (?<quote>.+)$', '(?m)^(?<speaker>A)\. (?<quote>.+)$']);
-- a pattern finds what has its marks, too: one row
SELECT speaker, quote FROM extract_quotes($$INGA: “The boat is yours.”$$, patterns => ARRAY['(?m)^(?<speaker>[A-Z]+): “(?<quote>[^”]+)”']);
-- a pattern with Unicode in it: letters of any script, characters not bytes
SELECT speaker, quote, "position" FROM extract_quotes($$ÅSA: Öl är gott.
ŽIVA: 🍺🍺$$, patterns => ARRAY['(?m)^(?<speaker>\p{Lu}+): (?<quote>.+)$']);
-- indirect: said that, and what is reported without "that"
SELECT speaker, quote, kind FROM extract_quotes($$Minister Aziza Rahimova said that the border would open in May.$$, indirect => true);
SELECT speaker, quote, kind FROM extract_quotes($$Minister Aziza Rahimova said the border would open in May.$$, indirect => true);
-- indirect: by default it is not returned
SELECT speaker, quote, kind FROM extract_quotes($$Minister Aziza Rahimova said that the border would open in May.$$);
SELECT speaker, quote, kind FROM extract_quotes($$Minister Aziza Rahimova said that the border would open in May.$$, indirect => NULL);
-- indirect: the one told does not speak
SELECT speaker, quote, kind FROM extract_quotes($$Grigor Sarkisyan told Ellen Pruitt that the bees had gone.$$, indirect => true);
-- indirect: according to
SELECT speaker, quote, kind FROM extract_quotes($$According to Captain Moana Tuhoe, the anchor held for an hour.$$, indirect => true);
SELECT speaker, quote, kind FROM extract_quotes($$The anchor held for an hour, according to Captain Moana Tuhoe.$$, indirect => true);
-- indirect: the reporting words behind
SELECT speaker, quote, kind FROM extract_quotes($$The driver had not slept for two days, police said.$$, indirect => true);
-- indirect: marked words within are rows of their own, in the same utterance
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Bishop Lazarus Ochieng said the vote was “a wound” that would heal slowly. “We have time,” he said.$$, indirect => true);
-- the same without indirect
SELECT speaker, quote, kind, utterance FROM extract_quotes($$Bishop Lazarus Ochieng said the vote was “a wound” that would heal slowly. “We have time,” he said.$$);
-- indirect: a pronoun leads to the name
SELECT speaker, quote, kind, mention FROM extract_quotes($$Keiko Arai sold the inn last year. She said that she missed the noise.$$, indirect => true);
-- the language, named
SELECT speaker, quote FROM extract_quotes($$“We are open,” said Pim Jansen.$$, language => 'english');
SELECT speaker, quote FROM extract_quotes($$“We are open,” said Pim Jansen.$$, language => NULL);
-- positional notation
SELECT speaker, quote, cue FROM extract_quotes($$“The soup outlived the chef,” Nora Blix quipped.$$, false, 'english', '{quip}', NULL);
-- all the options together
SELECT speaker, quote, kind, cue FROM extract_quotes($$NORA: Hello.
“Goodbye,” quips Osman Kaya. Police said that nobody was hurt.$$,
	indirect => true, language => 'english', cues => '{quip}', patterns => ARRAY['(?m)^(?<speaker>[A-Z]+): (?<quote>.+)$']);
-- a cue of the caller's own without marks, with reported speech asked for
SELECT speaker, quote, cue FROM extract_quotes($$Nora Blix quipped that the soup had outlived the chef.$$, indirect => true, cues => '{quip}');
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
-- a pattern’s speaker is the mention, and is resolved
SELECT speaker, quote, kind, cue, mention FROM extract_quotes(E'Nora Bell took the stand.\nBELL. It floats.', patterns => ARRAY['(?m)^(?<speaker>\p{Lu}{2,})\. (?<quote>.*)$']);
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
-- the language by its name
SELECT speaker, quote, kind, cue FROM extract_quotes($$"It floats," said Nora Bell.$$, language => 'english');
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
