--
-- A table of quotes that keeps itself right: what it holds, and what is refused.
--
CREATE EXTENSION newsquote;
-- how far it is depends on the clock
SET client_min_messages = warning;
\set SHOW_CONTEXT never

CREATE TABLE articles (id integer PRIMARY KEY, outlet text, body text);
INSERT INTO articles VALUES
	(1, 'Gazette', '“The valve was never closed,” said Clara Brandt. She called the report “a farce.”'),
	(2, 'Gazette', 'Nobody said anything.'),
	(3, 'Courier', NULL),
	(4, 'Courier', '“We are ready,” said Otto Maier.');

-- the quotes of the table, as they should be, less those of the table that is kept; and the other way round
CREATE VIEW wanted AS SELECT a.id, q.* FROM articles AS a, extract_quotes(a.body) WITH ORDINALITY AS q;
CREATE FUNCTION differences() RETURNS TABLE (id integer, quote text) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY
	SELECT d.id, d.quote FROM (
		(SELECT * FROM wanted EXCEPT ALL SELECT * FROM quotes)
		UNION ALL (SELECT * FROM quotes EXCEPT ALL SELECT * FROM wanted)) AS d;
END
$$;

-- a batch of one article: four batches, and a round that finds nothing
CALL track_quotes('articles', 'body', target => 'quotes', batch => 1);
SELECT id, speaker, quote, "position", kind, ordinal FROM quotes ORDER BY id, ordinal;
SELECT * FROM differences();
SELECT * FROM newsquote_tracked;
SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute
WHERE attrelid = 'quotes'::regclass AND attnum > 0 ORDER BY attnum;
SELECT count(*) AS without_comment FROM pg_attribute
WHERE attrelid = 'quotes'::regclass AND attnum > 1 AND col_description(attrelid, attnum) IS NULL;
SELECT pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = 'quotes'::regclass AND contype IN ('p', 'f') ORDER BY contype;
SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'quotes'::regclass AND NOT indisprimary;

-- INSERT, COPY, and both ways of ON CONFLICT
INSERT INTO articles VALUES (5, 'Courier', '“No,” said Ana Pires.'), (6, 'Courier', '“Yes,” said Jan Nowak.');
COPY articles FROM STDIN WITH (DELIMITER '|');
7|Herald|“Perhaps,” said Ken Sato.
8|Herald|Nobody knew.
\.
INSERT INTO articles VALUES (8, 'Herald', '“Now I know,” said Ken Sato.'), (9, 'Herald', '“So do I,” said Ana Pires.')
ON CONFLICT (id) DO UPDATE SET body = excluded.body;
INSERT INTO articles VALUES (9, 'Herald', '“Too late,” said Ana Pires.') ON CONFLICT DO NOTHING;
SELECT id, speaker, quote FROM quotes WHERE id >= 5 ORDER BY id;
SELECT * FROM differences();

-- UPDATE: of the words, to NULL and back, of case alone
UPDATE articles SET body = replace(body, 'Otto Maier', 'Otto Kern') WHERE id = 4;
UPDATE articles SET body = NULL WHERE id = 1;
UPDATE articles SET body = '“I was there,” said Hana Kubo.' WHERE id IN (2, 3);
UPDATE articles SET body = replace(body, '“No,', '“NO,') WHERE id = 5;
SELECT id, speaker, quote FROM quotes WHERE id <= 5 ORDER BY id;
SELECT * FROM differences();

-- an UPDATE of another column does not touch the quotes
SELECT array_agg(ctid ORDER BY id) AS before FROM quotes \gset
UPDATE articles SET outlet = upper(outlet), body = body;
SELECT array_agg(ctid ORDER BY id) = :'before' AS untouched FROM quotes;

-- keys: changed, exchanged, and changed together with the words
UPDATE articles SET id = id + 100 WHERE id >= 5;
SELECT * FROM differences();
UPDATE articles SET id = 10 WHERE id = 3;
UPDATE articles SET id = CASE id WHEN 4 THEN 3 ELSE 4 END, body = '“It was me,” said Otto Kern.' WHERE id IN (4, 10);
SELECT * FROM differences();
SELECT id, quote FROM quotes WHERE id < 100 ORDER BY id;

-- several writes in one statement
WITH gone AS (DELETE FROM articles WHERE id = 105 RETURNING *),
	changed AS (UPDATE articles SET body = '“Once more,” said Jan Nowak.' WHERE id = 106 RETURNING *)
INSERT INTO articles SELECT id + 100, outlet, body FROM gone;
SELECT * FROM differences();
SELECT id, quote FROM quotes WHERE id IN (105, 106, 205) ORDER BY id;

-- a trigger of the user's that writes once more
CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE articles SET body = replace(body, '<p>', '') WHERE id = NEW.id AND body LIKE '%<p>%';
	RETURN NULL;
END
$$;
CREATE TRIGGER clean AFTER INSERT OR UPDATE ON articles FOR EACH ROW EXECUTE FUNCTION clean();
INSERT INTO articles VALUES (300, 'Herald', '<p>“Done,” said Clara Brandt.'), (301, 'Herald', '<p>“Not yet,” said Otto Kern.');
UPDATE articles SET body = '<p>' || body WHERE id = 301;
SELECT * FROM differences();
SELECT id, quote, "position" FROM quotes WHERE id >= 300 ORDER BY id;
DROP TRIGGER clean ON articles;

-- DELETE and TRUNCATE
DELETE FROM articles WHERE id > 4;
SELECT * FROM differences();
SELECT count(*) > 0 AS some FROM quotes;
BEGIN;
TRUNCATE articles CASCADE;
SELECT count(*) FROM quotes;
INSERT INTO articles VALUES (1, 'Gazette', '“Again,” said Clara Brandt.');
SELECT quote FROM quotes;
ROLLBACK;
SELECT * FROM differences();

-- what is up to date is left alone; what another version found is found again, and what is missing too
SELECT array_agg(ctid ORDER BY id) AS before FROM quotes \gset
CALL refresh_quotes('articles');
SELECT array_agg(ctid ORDER BY id) = :'before' AS untouched FROM quotes;
UPDATE quotes SET quote = 'what an older version found';
UPDATE quotes_done SET engine = '0.0' WHERE id <> 3;
DELETE FROM quotes_done WHERE id = 3;
CALL refresh_quotes('articles', batch => 2);
SELECT * FROM differences();
SELECT count(*) FROM quotes_done WHERE engine = newsquote_version();

-- after a table was renamed, once
ALTER TABLE quotes RENAME TO said;
CALL refresh_quotes('articles');
ALTER TABLE said RENAME TO quotes;
CALL refresh_quotes('articles');
INSERT INTO articles VALUES (12, 'Gazette', '“Renamed,” said Clara Brandt.');
SELECT * FROM differences();

-- untracked: the table of quotes is left, and goes no further
CALL untrack_quotes('articles');
INSERT INTO articles VALUES (13, 'Gazette', '“Unheard,” said Clara Brandt.');
SELECT * FROM differences();
SELECT count(*) FROM newsquote_tracked;
SELECT tgname FROM pg_trigger WHERE tgrelid = 'articles'::regclass AND NOT tgisinternal;
SELECT relname FROM pg_class WHERE relname LIKE 'quotes%' AND relkind = 'r';
-- taken up again, otherwise than before, with the views and columns that have come
CREATE VIEW voices AS SELECT speaker, count(*) FROM quotes GROUP BY speaker;
ALTER TABLE quotes ADD note text;
DELETE FROM articles WHERE id = 12;
INSERT INTO articles VALUES (14, 'Gazette', 'Clara Brandt said that nobody had asked her.');
CALL track_quotes('articles', 'body', 'quotes', indirect => true);
SELECT id, kind, quote FROM quotes WHERE id >= 12 ORDER BY id;
CALL untrack_quotes('articles');
DROP VIEW voices;
DROP TABLE quotes;
CALL track_quotes('articles', 'body');
SELECT quote FROM articles_quotes WHERE id = 13;
-- or dropped as well, within a transaction, too
BEGIN;
CALL untrack_quotes('articles', keep_table => false);
COMMIT;
SELECT relname FROM pg_class WHERE relname LIKE 'articles\_%' AND relkind = 'r';
SELECT proname FROM pg_proc WHERE proname LIKE 'articles\_quotes%';

-- when the table of quotes was dropped by hand, too
CALL track_quotes('articles', 'body', 'quotes');
DROP TABLE quotes;
CALL untrack_quotes('articles');
SELECT relname FROM pg_class WHERE relname LIKE 'quotes%';

-- when the articles were dropped and are there again, what is left of the first tracking is taken up
CALL track_quotes('articles', 'body', 'quotes');
DROP VIEW wanted;
CREATE TABLE later AS SELECT * FROM articles WHERE id < 4;
DROP TABLE articles CASCADE;
ALTER TABLE later RENAME TO articles;
ALTER TABLE articles ADD PRIMARY KEY (id);
CALL track_quotes('articles', 'body', 'quotes');
SELECT id, quote FROM quotes ORDER BY id;
SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint WHERE confrelid = 'articles'::regclass ORDER BY 1::text;
CALL untrack_quotes('articles', false);
SELECT relname FROM pg_class WHERE relname LIKE 'quotes%';
SELECT proname FROM pg_proc WHERE proname LIKE 'quotes\_%' AND prorettype = 'trigger'::regtype;

-- in another schema
CREATE SCHEMA "Said";
CALL track_quotes('articles', 'body', '"Said".Quotes');
INSERT INTO articles VALUES (20, 'Gazette', '“Elsewhere,” said Clara Brandt.');
SELECT quote FROM "Said".quotes WHERE id = 20;
CALL untrack_quotes('articles', false);
DROP SCHEMA "Said";

-- a house's own verbs and patterns
INSERT INTO articles VALUES (21, 'Courier', E'BRANDT: We go on.\n\n“So it is,” quipped Otto Maier.');
CALL track_quotes('articles', 'body', 'quotes', cues => '{quip}', patterns => ARRAY['(?m)^(?<speaker>[A-Z]+): (?<quote>.*)$']);
SELECT speaker, quote, cue FROM quotes WHERE id = 21;
CALL untrack_quotes('articles', false);

-- some of the articles: by a condition, which they may come to fulfil, and cease to
CALL track_quotes('articles', 'body', 'quotes', filter => 'outlet = ''Gazette''');
INSERT INTO articles VALUES (22, 'Gazette', '“One,” said Ana Pires.'), (23, 'Courier', '“Two,” said Ana Pires.'), (24, NULL, '“Three,” said Ana Pires.');
SELECT id, quote FROM quotes WHERE id >= 20 ORDER BY id;
UPDATE articles SET outlet = CASE outlet WHEN 'Gazette' THEN 'Courier' ELSE 'Gazette' END WHERE id >= 22;
SELECT id, quote FROM quotes WHERE id >= 20 ORDER BY id;
UPDATE articles SET outlet = 'Gazette', body = '“Four,” said Ana Pires.' WHERE id = 22;
UPDATE articles SET outlet = NULL, body = '“Five,” said Ana Pires.' WHERE id = 23;
SELECT id, quote FROM quotes WHERE id >= 20 ORDER BY id;
SELECT id FROM quotes_done ORDER BY id;
ALTER TABLE articles DISABLE TRIGGER USER;
UPDATE articles SET outlet = 'Courier' WHERE id = 22;
UPDATE articles SET outlet = 'Gazette' WHERE id = 23;
ALTER TABLE articles ENABLE TRIGGER USER;
CALL refresh_quotes('articles');
SELECT id, quote FROM quotes WHERE id >= 20 ORDER BY id;
CALL untrack_quotes('articles', false);
CALL track_quotes('articles', 'body', 'quotes', filter => 'outlets = ''Gazette''');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('articles', 'body', 'quotes', filter => 'outlet');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('articles', 'body', 'quotes', filter => 'random() < 0.5');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('articles', 'body', 'quotes', filter => 'id IN (SELECT 1)');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('articles', 'body', 'quotes', filter => '');
\echo :LAST_ERROR_SQLSTATE
SELECT relname FROM pg_class WHERE relname LIKE 'quotes%';

-- other arguments for a table that is tracked: those that are named change, what depends on the quotes stays, and only what must
-- be is read again
CREATE TABLE house (id integer PRIMARY KEY, outlet text, body text, words text);
INSERT INTO house SELECT i, CASE WHEN i % 2 = 0 THEN 'Gazette' ELSE 'Courier' END,
	'“Number ' || i || ',” said Ana Pires. She said that it was late. “Yes,” quipped Otto Kern.', '“Words,” said Jan Nowak.' FROM generate_series(1, 4) AS i;
CALL track_quotes('house', 'body', 'said', filter => 'outlet = ''Gazette''');
CREATE VIEW voices AS SELECT speaker, kind, count(*) FROM said GROUP BY 1, 2;
SELECT * FROM voices ORDER BY 1, 2;
SET client_min_messages = notice;
CALL track_quotes('house', 'body', indirect => true);
CALL track_quotes('house', 'body', 'said', cues => '{quip}', language => 'english');
SELECT * FROM voices ORDER BY 1, 2;
CALL track_quotes('house', 'body', filter => 'true');
CALL track_quotes('house', 'body', filter => 'id > 1');
SELECT id, count(*) FROM said GROUP BY id ORDER BY id;
CALL track_quotes('house', 'words');
SELECT * FROM voices ORDER BY 1, 2;
CALL track_quotes('house', 'body', indirect => false, cues => '{}', patterns => '{}');
CALL track_quotes('house', 'body');
SELECT body_column, indirect, language, cues, patterns, filter, filled FROM newsquote_tracked WHERE source = 'house'::regclass;
INSERT INTO house VALUES (6, 'Gazette', '“Six,” said Ana Pires. “Yes,” quipped Otto Kern.');
SELECT id, speaker, quote FROM said ORDER BY id, ordinal;
-- refused, and then nothing has changed
CALL track_quotes('house', 'body', filter => 'outlets IS NULL', indirect => true);
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('house', 'body', language => 'klingon');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('house', 'body', patterns => '{(}');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('house', 'outlets');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('house', 'body', 'elsewhere', indirect => true);
\echo :LAST_ERROR_SQLSTATE
SET client_min_messages = warning;
SELECT body_column, indirect, language, cues, patterns, filter, filled FROM newsquote_tracked WHERE source = 'house'::regclass;
SELECT source, target, done, articles, pids FROM newsquote_progress;

-- corrections survive a new extraction; one of them is of the words, wherever they are printed in the article
CALL correct_quotes('house');
CALL correct_quotes('house');
INSERT INTO said_corrections (id, quote, speaker, speaker_type, speaker_named) VALUES (2, 'NUMBER 2', 'Hana Kubo', 'person', true);
INSERT INTO said_corrections (id, quote, rejected) VALUES (3, 'number 3', true);
INSERT INTO said_corrections (id, quote, asserted, speaker_gender, note) VALUES (4, 'Number 4', false, '', 'a joke');
INSERT INTO said_corrections (id, quote, speaker) VALUES (6, 'Six', '');
INSERT INTO said_corrections (id, quote, speaker) VALUES (6, '“six”', 'Otto Kern');
\echo :LAST_ERROR_SQLSTATE
SELECT id, corrected, speaker, speaker_named, speaker_gender, asserted, quote FROM said_corrected ORDER BY id, ordinal;
UPDATE said_done SET engine = 'older';
CALL refresh_quotes('house');
CALL track_quotes('house', 'body', indirect => true);
UPDATE house SET body = 'Some words before. ' || body WHERE id = 2;
SELECT id, corrected, speaker, quote FROM said_corrected WHERE kind <> 'indirect' ORDER BY id, ordinal;
-- the type of the key changes, and rights on the view stay
GRANT SELECT ON said_corrected TO PUBLIC;
ALTER TABLE house ALTER id TYPE bigint;
CALL refresh_quotes('house');
SELECT attrelid::regclass, format_type(atttypid, NULL) FROM pg_attribute
WHERE attname = 'id' AND attrelid::regclass::text IN ('said', 'said_corrections', 'said_corrected') ORDER BY 1::text;
SELECT has_table_privilege('public', 'said_corrected', 'SELECT');
-- articles that are deleted and come again
DELETE FROM house WHERE id = 2;
SELECT count(*) FROM said_corrected WHERE id = 2;
INSERT INTO house VALUES (2, 'Gazette', '“Number 2,” said Ana Pires.');
SELECT speaker FROM said_corrected WHERE id = 2;
-- the table of quotes is kept, or it goes; the corrections are kept anyway, and are taken up again
CALL untrack_quotes('house');
SELECT count(*) FROM said_corrected WHERE corrected;
CALL track_quotes('house', 'body', 'said');
CALL correct_quotes('house');
SELECT count(*) FROM said_corrected WHERE corrected;
DROP VIEW voices;
CALL untrack_quotes('house', false);
SELECT relname FROM pg_class WHERE relname LIKE 'said%' AND relkind IN ('r', 'v');
CALL track_quotes('house', 'body', 'said');
CALL correct_quotes('house');
SELECT count(*) FROM said_corrected WHERE corrected;
CALL untrack_quotes('house', false);
DROP TABLE said_corrections;
-- what has the names is not taken
CALL track_quotes('house', 'body', 'said');
CREATE TABLE said_corrections (id integer);
CALL correct_quotes('house');
\echo :LAST_ERROR_SQLSTATE
DROP TABLE said_corrections;
CREATE VIEW said_corrected AS SELECT 1;
CALL correct_quotes('house');
\echo :LAST_ERROR_SQLSTATE
SELECT relname FROM pg_class WHERE relname LIKE 'said%' AND relkind IN ('r', 'v') ORDER BY 1;
DROP VIEW said_corrected;
CALL untrack_quotes('house', false);
CALL correct_quotes('house');
\echo :LAST_ERROR_SQLSTATE
DROP TABLE house;

-- the text and the key may be one; a key's names may be any
CREATE TABLE sayings (body text PRIMARY KEY);
CALL track_quotes('sayings', 'body');
INSERT INTO sayings VALUES ('“One,” said Ana Pires.');
UPDATE sayings SET body = '“Two,” said Ana Pires.';
SELECT body, quote FROM sayings_quotes;
CALL untrack_quotes('sayings', false);
DROP TABLE sayings;
CREATE TABLE odd (claims integer, newsquote_claims integer, place integer, newsquote_place integer, speaker integer, article_speaker integer,
	hash integer, known integer, d integer, body text,
	PRIMARY KEY (claims, newsquote_claims, place, newsquote_place, speaker, article_speaker, hash, known, d));
INSERT INTO odd VALUES (1, 2, 3, 4, 5, 6, 7, 8, 9, '“One,” said Ana Pires.');
CALL track_quotes('odd', 'body');
INSERT INTO odd VALUES (0, 2, 3, 4, 5, 6, 7, 8, 9, '“Two,” said Ana Pires.');
UPDATE odd SET hash = 70, body = '“Three,” said Ana Pires.' WHERE claims = 1;
SELECT claims, newsquote_claims, place, newsquote_place, article_speaker, article_article_speaker, article_hash, known, d, quote FROM odd_quotes ORDER BY 1;
CALL untrack_quotes('odd', false);
DROP TABLE odd;

-- what triggers of the user's do to a row that was just written
CREATE FUNCTION sort_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM sorted WHERE id = NEW.id AND body LIKE 'delete%';
	UPDATE sorted SET id = -id WHERE id = NEW.id AND id > 0 AND body LIKE 'renumber%';
	RETURN NULL;
END
$$;
CREATE TABLE sorted (id integer PRIMARY KEY, body text);
CREATE TRIGGER sort_out AFTER INSERT OR UPDATE ON sorted FOR EACH ROW EXECUTE FUNCTION sort_out();
CALL track_quotes('sorted', 'body');
INSERT INTO sorted VALUES (1, 'delete “One,” said Ana Pires.'), (2, 'renumber “Two,” said Ana Pires.'), (3, '“Three,” said Ana Pires.');
UPDATE sorted SET body = 'delete ' || body WHERE id = 3;
SELECT id, quote FROM sorted_quotes;
CALL refresh_quotes('sorted', verify => true);
SELECT id FROM sorted_quotes_done;
DROP TABLE sorted, sorted_quotes, sorted_quotes_done;
DROP FUNCTION sort_out, sorted_quotes_keep;
DROP TABLE articles;

-- keys of several columns, of any type; names that clash or need quotes; reported speech; char
CREATE DOMAIN "the Text" AS text CHECK (VALUE <> '');
CREATE TYPE desk AS ENUM ('home', 'abroad');
CREATE TABLE "The ""Press""" ("position" desk, "Day's" date, engine varchar(9) COLLATE "C", "a%s$1" integer[], body "the Text", claims char(60),
	PRIMARY KEY ("position", "Day's", engine) INCLUDE (claims), UNIQUE ("a%s$1"));
INSERT INTO "The ""Press""" VALUES
	('home', '2026-01-01', 'x', '{1}', '“The valve was never closed,” said Clara Brandt. She said that nobody had asked her.', '“No,” said Otto Maier.'),
	('home', '2026-01-01', 'y', '{2}', 'He said that it was “a farce.”', 'none');
CALL track_quotes('"The ""Press"""', 'body', '"Whose ""words"""', indirect => true);
INSERT INTO "The ""Press""" VALUES ('abroad', '2026-01-02', 'x', '{3}', '“We are ready,” said Otto Maier. He added that nobody slept.', '“No,” said Jan Nowak.');
UPDATE "The ""Press""" SET engine = 'z', body = body || ' “Never,” said Jan Nowak.' WHERE engine = 'y';
SELECT article_position, "Day's", article_engine, kind, speaker, quote, "position" FROM "Whose ""words""" ORDER BY 1, 2, 3, ordinal;
DELETE FROM "The ""Press""" WHERE "position" = 'home';
SELECT DISTINCT article_position FROM "Whose ""words""";
CALL untrack_quotes('"The ""Press"""', false);
CALL track_quotes('"The ""Press"""', 'claims');
SELECT article_position, speaker, quote FROM "The ""Press""_quotes";
CALL untrack_quotes('"The ""Press"""', false);
DROP TABLE "The ""Press""";

-- partitions, written to through the table and directly
CREATE TABLE daily (day date, number integer, body text, PRIMARY KEY (number, day)) PARTITION BY RANGE (day);
CREATE TABLE daily_25 PARTITION OF daily FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE daily_26 PARTITION OF daily FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (number);
CREATE TABLE daily_26_1 PARTITION OF daily_26 DEFAULT;
INSERT INTO daily VALUES ('2025-03-01', 1, '“One,” said Clara Brandt.'), ('2026-03-01', 1, '“Two,” said Clara Brandt.');
CALL track_quotes('daily', 'body', batch => 1);
INSERT INTO daily VALUES ('2026-03-02', 1, '“Three,” said Clara Brandt.');
INSERT INTO daily_26 VALUES ('2026-03-03', 1, '“Four,” said Clara Brandt.');
INSERT INTO daily_26_1 VALUES ('2026-03-04', 1, '“Five,” said Clara Brandt.');
UPDATE daily_25 SET body = '“Six,” said Clara Brandt.';
-- from one partition to another
UPDATE daily SET day = '2025-03-02' WHERE day = '2026-03-02';
SELECT day, quote FROM daily_quotes ORDER BY day;
-- one that comes with articles in it
CREATE TABLE daily_27 (LIKE daily INCLUDING ALL);
INSERT INTO daily_27 VALUES ('2027-03-01', 1, '“Seven,” said Clara Brandt.');
ALTER TABLE daily ATTACH PARTITION daily_27 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
INSERT INTO daily VALUES ('2027-03-02', 1, '“Eight,” said Clara Brandt.');
CALL refresh_quotes('daily');
INSERT INTO daily_27 VALUES ('2027-03-03', 1, '“Nine,” said Clara Brandt.');
SELECT day, quote FROM daily_quotes WHERE day > '2027-01-01' ORDER BY day;
-- one that is emptied takes its own quotes with it; keys change, and articles are deleted, in a partition and through the table
TRUNCATE daily_26;
INSERT INTO daily VALUES ('2026-03-05', 1, '“Ten,” said Clara Brandt.'), ('2026-03-06', 1, '“Eleven,” said Clara Brandt.'),
	('2026-03-07', 1, '“Twelve,” said Clara Brandt.'), ('2026-03-08', 1, '“Thirteen,” said Clara Brandt.');
UPDATE daily SET number = number + 1 WHERE day BETWEEN '2026-03-05' AND '2026-03-06';
UPDATE daily_26_1 SET day = day + 2 WHERE day = '2026-03-06';
DELETE FROM daily WHERE day = '2026-03-05';
DELETE FROM daily_26 WHERE day = '2026-03-07';
SELECT day, number, quote FROM daily_quotes ORDER BY day, number;
SELECT day, number FROM daily_quotes_done ORDER BY day, number;
-- one that is dropped leaves its quotes, until refresh_quotes
DROP TABLE daily_26;
SELECT count(*) FROM daily_quotes WHERE day BETWEEN '2026-01-01' AND '2026-12-31';
CALL refresh_quotes('daily');
SELECT day, quote FROM daily_quotes ORDER BY day;
CALL track_quotes('daily_25', 'body');
-- one that leaves is followed no longer
ALTER TABLE daily DETACH PARTITION daily_25;
INSERT INTO daily_25 VALUES ('2025-03-03', 1, '“Ten,” said Clara Brandt.');
DELETE FROM daily_25 WHERE day = '2025-03-01';
TRUNCATE daily_25;
SELECT count(*) FROM daily_quotes WHERE day < '2026-01-01';
CALL refresh_quotes('daily');
SELECT count(*) FROM daily_quotes WHERE day < '2026-01-01';
TRUNCATE daily;
SELECT count(*) FROM daily_quotes;
SELECT count(*) FROM daily_quotes_done;
CALL untrack_quotes('daily', false);
SELECT tgrelid::regclass FROM pg_trigger WHERE tgname LIKE 'newsquote%' AND tgrelid <> 'newsquote_tracked'::regclass;
DROP TABLE daily, daily_25;

-- unlogged, as the articles are
CREATE UNLOGGED TABLE drafts (id serial PRIMARY KEY, body text);
CALL track_quotes('drafts', 'body');
SELECT relname, relpersistence FROM pg_class WHERE relname LIKE 'drafts_quotes%' AND relkind = 'r' ORDER BY relname;
-- until they are not
ALTER TABLE drafts SET LOGGED;
CALL refresh_quotes('drafts');
SELECT relname, relpersistence FROM pg_class WHERE relname LIKE 'drafts_quotes%' AND relkind = 'r' ORDER BY relname;
CALL untrack_quotes('drafts', false);

-- no partitions yet
CREATE TABLE weekly (week integer PRIMARY KEY, body text) PARTITION BY LIST (week);
CALL track_quotes('weekly', 'body');
SELECT filled FROM newsquote_tracked WHERE source = 'weekly'::regclass;
CREATE TABLE weekly_1 PARTITION OF weekly DEFAULT;
INSERT INTO weekly VALUES (1, '“One,” said Ana Pires.');
SELECT quote FROM weekly_quotes;
-- what is longer than a name is none, and no article can stop a fill
INSERT INTO weekly SELECT 2, '“Here it is,” wrote ' || string_agg(md5(i::text), '') || '.' FROM generate_series(1, 100) AS i;
SELECT length(speaker), quote FROM weekly_quotes WHERE week = 2;
CALL refresh_quotes('weekly', verify => true);
CALL untrack_quotes('weekly', false);
DROP TABLE weekly;

--
-- What is refused
--
-- no primary key, no such column, no text
CREATE TABLE keyless (body text);
CALL track_quotes('keyless', 'body');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'text');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'ctid');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'id');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', NULL);
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes(NULL, 'body');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes('1'::regclass);
\echo :LAST_ERROR_SQLSTATE
-- what is no table, or not one that can be followed
CREATE VIEW seen AS SELECT * FROM drafts;
CALL track_quotes('seen', 'body');
\echo :LAST_ERROR_SQLSTATE
CREATE TEMP TABLE fleeting (id integer PRIMARY KEY, body text);
CALL track_quotes('fleeting', 'body');
\echo :LAST_ERROR_SQLSTATE
CREATE TABLE heir () INHERITS (drafts);
CALL track_quotes('drafts', 'body');
\echo :LAST_ERROR_SQLSTATE
DROP TABLE heir;
CREATE TABLE yearly (year integer PRIMARY KEY, body text) PARTITION BY LIST (year);
CREATE TABLE yearly_26 PARTITION OF yearly DEFAULT;
CALL track_quotes('yearly_26', 'body');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('yearly', 'body');
CALL untrack_quotes('yearly_26');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes('yearly', false);
-- not tracked is not tracked, key or no key
CALL refresh_quotes('keyless');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes('keyless');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes(NULL);
\echo :LAST_ERROR_SQLSTATE
-- whose owner may not see all articles
ALTER TABLE drafts FORCE ROW LEVEL SECURITY;
CALL track_quotes('drafts', 'body');
\echo :LAST_ERROR_SQLSTATE
ALTER TABLE drafts NO FORCE ROW LEVEL SECURITY;
-- options
CALL track_quotes('drafts', 'body', language => 'klingon');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'body', batch => 0);
\echo :LAST_ERROR_SQLSTATE
CALL refresh_quotes('drafts', batch => NULL);
\echo :LAST_ERROR_SQLSTATE
-- a name that is taken
CALL track_quotes('drafts', 'body', target => 'keyless');
\echo :LAST_ERROR_SQLSTATE
CREATE TABLE quotes_done ();
CALL track_quotes('drafts', 'body', target => 'quotes');
\echo :LAST_ERROR_SQLSTATE
DROP TABLE quotes_done;
CREATE FUNCTION quotes_keep() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CALL track_quotes('drafts', 'body', target => 'quotes');
\echo :LAST_ERROR_SQLSTATE
DROP FUNCTION quotes_keep;
-- one that is none
CALL track_quotes('drafts', 'body', target => '');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'body', target => 'elsewhere.public.quotes');
\echo :LAST_ERROR_SQLSTATE
CALL track_quotes('drafts', 'body', target => 'nowhere.quotes');
\echo :LAST_ERROR_SQLSTATE
-- a name that leaves no room for another
CALL track_quotes('drafts', 'body', target => repeat('q', 60)::name);
\echo :LAST_ERROR_SQLSTATE
-- twice; and never
CALL track_quotes('drafts', 'body');
CALL track_quotes('drafts', 'body', target => 'others');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes('drafts', false);
CALL untrack_quotes('drafts');
\echo :LAST_ERROR_SQLSTATE
CALL refresh_quotes('drafts');
\echo :LAST_ERROR_SQLSTATE
-- within a transaction
BEGIN;
CALL track_quotes('drafts', 'body');
\echo :LAST_ERROR_SQLSTATE
ROLLBACK;
-- other people's tables, and what is said of them: here of one whose name is the same in every cluster
CREATE ROLE newsquote_owner;
CREATE ROLE newsquote_reader;
GRANT SELECT, TRIGGER, REFERENCES ON drafts TO newsquote_reader;
CALL track_quotes('drafts', 'body');
ALTER TABLE drafts OWNER TO newsquote_owner;
SET ROLE newsquote_reader;
CALL track_quotes('drafts', 'body');
\echo :LAST_ERROR_SQLSTATE
CALL refresh_quotes('drafts');
\echo :LAST_ERROR_SQLSTATE
CALL untrack_quotes('drafts');
\echo :LAST_ERROR_SQLSTATE
DELETE FROM newsquote_tracked;
\echo :LAST_ERROR_SQLSTATE
UPDATE newsquote_tracked SET filled = false;
\echo :LAST_ERROR_SQLSTATE
INSERT INTO newsquote_tracked VALUES ('keyless', 'body', 'keyless', 'keyless', false, 'english');
\echo :LAST_ERROR_SQLSTATE
CREATE TEMP TABLE mine (id integer, body text);
CREATE TRIGGER mine AFTER INSERT ON mine REFERENCING NEW TABLE AS new_rows EXECUTE FUNCTION drafts_quotes_keep();
\echo :LAST_ERROR_SQLSTATE
DROP TABLE mine;
RESET ROLE;
ALTER TABLE drafts OWNER TO CURRENT_USER;
-- nothing of this left a trace
SELECT source, target, filled FROM newsquote_tracked;
CALL untrack_quotes('drafts', false);

-- with the extension the triggers go, and articles can be written
CALL track_quotes('drafts', 'body');
DROP EXTENSION newsquote;
\echo :LAST_ERROR_SQLSTATE
DROP EXTENSION newsquote CASCADE;
INSERT INTO drafts (body) VALUES ('“No,” said Otto Maier.');

REVOKE ALL ON drafts FROM newsquote_reader;
DROP ROLE newsquote_owner, newsquote_reader;
DROP VIEW seen;
DROP TABLE drafts, drafts_quotes, drafts_quotes_done, yearly, keyless, fleeting;
DROP TYPE desk;
DROP DOMAIN "the Text";
DROP FUNCTION differences(), clean();
