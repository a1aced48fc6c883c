--
-- speaker_key: one key for the ways in which a name is printed.
--
CREATE EXTENSION newsquote;
CREATE TABLE name (person text, printed text);
INSERT INTO name VALUES
('Clara', 'Clara von der Meer'), ('Clara', 'Von der Meer, Clara'), ('Clara', 'Meer, Clara von der'), ('Clara', 'Mrs. Clara von der Meer'),
('Clara', 'CLARA VON DER MEER'), ('Clara', 'Clara von der Meer’s'), ('Clara', '  Clara   von der Meer '), ('Clara', 'Chancellor Clara von der Meer'),
('Clara', 'Clara von der Meer, PhD'), ('Clara', 'Meer, Dr. Clara von der'), ('Clara', 'Clara “Cee” von der Meer'), ('Clara', 'Clara von der Meer (Greens)'),
('Clara', 'Frau Clara von der Meer'), ('Clara', 'Mme Clara von der Meer'), ('Clara', 'Doña Clara von der Meer'), ('Clara', 'Sra. Clara von der Meer'),
('Otto', 'Otto Lindqvist'), ('Otto', 'Otto F. Lindqvist'), ('Otto', 'OTTO F LINDQVIST'), ('Otto', 'the Rt. Hon. Otto Lindqvist KC'), ('Otto', 'Lt. Gov. Otto Lindqvist'), ('Otto', 'Vermont Sen. Otto Lindqvist'),
('Otto', 'U.S. Sen. Otto Lindqvist (I-Vt.)'), ('Otto', 'former President Otto Lindqvist'), ('Otto', 'New York Gov. Otto Lindqvist, D-N.Y.'),
('Otto', 'Lindqvist, Otto, MP'), ('Otto', 'Rep. Otto Lindqvist, R-Ohio'),
('Otto F. H.', 'Otto F. H. Lindqvist'), ('Otto F. H.', 'Sen. Otto F.H. Lindqvist'), ('Otto F. H.', 'Lindqvist, Otto F. H.'),
('Otto Jr.', 'Sen. Otto F. Lindqvist Jr.'), ('Otto Jr.', 'Lindqvist, Otto, Jr.'), ('Otto Jr.', 'Lindqvist Jr., Otto F.'), ('Otto Jr.', 'Otto Lindqvist Jr., MP'),
('Otto III', 'the Rt. Hon. Otto Lindqvist III'), ('Otto III', 'Otto Lindqvist III, D-Mass.'),
('Bill', 'Bill Holt'), ('Bill', 'Holt, Bill'), ('Bill', 'William Holt'), ('Bill', 'President William J. Holt'), ('Holt', 'Holt'), ('Mr. Holt', 'Mr. Holt'),
('José', 'José Núñez-O’Hara'), ('José', 'JOSE NUNEZ-O''HARA'), ('José', 'Jose Núñez O`Hara'), ('José', 'José Nun' || U&'\0303' || 'ez‑O’Hara'),
('José', 'Núñez-O’Hara, José'), ('José', 'Ｊｏｓｅ Nuñez OHara'), ('José', 'Jo' || U&'\00AD' || 'sé Núñez O' || U&'\02BC' || 'Hara'),
('J. K.', 'J. K. Søndergård'), ('J. K.', 'J.K. Sondergard'), ('J. K.', 'J.K.Søndergård'), ('J. K.', 'JK SØNDERGÅRD'),
('Bashir', 'Bashir al-Saad'), ('Bashir', 'Bashir Al Saad'), ('Bashir', 'Bashir al–Saad'), ('Bashir', 'al-Saad, Bashir'),
('Pyotr', 'Пётр Зайцев'), ('Pyotr', 'ПЕТР ЗАЙЦЕВ'), ('Giorgos', 'Γιώργος'), ('Giorgos', 'ΓΙΩΡΓΟΣ'), ('Li', '李小明'),
('Acme', 'Acme Freight'), ('Acme', 'Acme Freight, Inc.'), ('Acme', 'The Acme Freight Corp.'), ('Acme', 'Acme Freight Co., Ltd.'), ('Acme', 'Acme Freight’s'),
('Meer & Sons', 'Meer & Sons'), ('Meer & Sons', 'Meer and Sons LLC'), ('Herald', 'The Halden Herald'), ('Herald', 'Halden Herald');
SELECT speaker_key(printed), count(*), array_agg(DISTINCT person) AS persons FROM name GROUP BY 1 ORDER BY speaker_key(printed) COLLATE "C";
-- the key of a key is the key
SELECT printed FROM name WHERE speaker_key(speaker_key(printed)) <> speaker_key(printed);

-- what must not be taken away
SELECT printed, speaker_key(printed) FROM unnest(ARRAY[
	'King Charles III', 'Charles III', 'Malcolm X', 'J. Edgar Meer', 'Al F. Meer', 'Al Saad', 'Bill', 'Jack Freight Inc.', 'Georgia Meer', 'Vermont Senate', 'Earl Meer', 'General Motors', 'General Motors Co.', 'Ministry of Agriculture',
	'Secretary of State', 'coach driver', 'senior official', 'Meer, an engineer', 'Judge', 'Dr.', 'The', 'Inc.', '“Acme”', 'U.S. Senate', 'Lindqvist & Co.',
	'Clara Brandt and Otto F. Meer', 'Ortega y Meer', 'A&B', 'Straße, Ægir', 'Ph.D.']) AS printed;
-- never empty but for the empty name (unaligned: psql 14 gives an emoji another width)
\pset format unaligned
SELECT printed, speaker_key(printed) FROM unnest(ARRAY['', ' ', '…', '’s', '&', '()', E'\n', '🙂', ',', 'Mr.', '"', '-']) AS printed;
\pset format aligned
SELECT speaker_key(NULL) IS NULL;
-- a text is no name
SELECT speaker_key(repeat('Clara ', 84)) IS NULL AS "no name", length(speaker_key(repeat('&', 500)));
-- so that nothing that the functions return as a speaker or a key is too long for an index
SELECT speaker, quote, length(mention) FROM extract_quotes('“Here it is,” wrote ' || repeat('Xa', 1600) || '.');
SELECT length(speaker) FROM extract_quotes('“Here it is,” wrote ' || repeat('Xa', 250) || '.');
SELECT length(speaker) FROM extract_quotes('“Here it is,” said Clara ' || repeat('Xa', 140) || ' and Otto ' || repeat('Ye', 140) || '.');
SELECT speaker, quote FROM extract_quotes(repeat('Xa', 251) || ': It floats.', patterns => ARRAY['(?<speaker>\w+): (?<quote>.*)']);

-- who is quoted most, across papers that print names each in its own way
CREATE TABLE article (paper text, body text);
INSERT INTO article VALUES
('Herald', '“We are ready,” said Sen. Clara F. Brandt. “So are we,” said José Núñez.'),
('Courier', '“The valve was closed,” said CLARA BRANDT. “Twice,” she added.'),
('Tribune', '“Nobody asked me,” said Clara Brandt. “Nobody ever does,” said Jose Nunez of the harbour office.');
SELECT speaker_key(speaker), count(*), count(DISTINCT paper) AS papers, mode() WITHIN GROUP (ORDER BY speaker COLLATE "C") AS printed
FROM article, extract_quotes(body) GROUP BY 1 ORDER BY 2 DESC, 1;
CREATE INDEX name_key ON name (speaker_key(printed));
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT printed FROM name WHERE speaker_key(printed) = speaker_key('OTTO LINDQVIST');
SELECT count(*) FROM name WHERE speaker_key(printed) = speaker_key('OTTO LINDQVIST');
RESET enable_seqscan;

DROP TABLE name, article;
DROP EXTENSION newsquote;
