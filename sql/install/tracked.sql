-- The tracked tables; see tracking.sql
--
-- Part of the install script only: the upgrade script alters the table of version 0.2 to match this one.

CREATE TABLE @extschema@.newsquote_tracked (
	source pg_catalog.regclass PRIMARY KEY,
	body_column pg_catalog.name NOT NULL,
	target pg_catalog.regclass NOT NULL,
	done pg_catalog.regclass NOT NULL,
	indirect pg_catalog.bool NOT NULL,
	language pg_catalog.text NOT NULL,
	filled pg_catalog.bool NOT NULL DEFAULT false,
	cues pg_catalog.text[],
	patterns pg_catalog.text[],
	filter pg_catalog.text
);

COMMENT ON TABLE @extschema@.newsquote_tracked IS
'tables of articles whose quotes are kept in a table: see track_quotes';
COMMENT ON COLUMN @extschema@.newsquote_tracked.source IS 'table of articles';
COMMENT ON COLUMN @extschema@.newsquote_tracked.body_column IS 'its column with the text';
COMMENT ON COLUMN @extschema@.newsquote_tracked.target IS 'table of their quotes';
COMMENT ON COLUMN @extschema@.newsquote_tracked.done IS 'table of the articles whose quotes are there';
COMMENT ON COLUMN @extschema@.newsquote_tracked.indirect IS 'reported speech outside quotation marks, too';
COMMENT ON COLUMN @extschema@.newsquote_tracked.language IS 'language of the articles';
COMMENT ON COLUMN @extschema@.newsquote_tracked.filled IS 'false until every article that was there at first is done';
COMMENT ON COLUMN @extschema@.newsquote_tracked.cues IS 'additional reporting verbs';
COMMENT ON COLUMN @extschema@.newsquote_tracked.patterns IS 'additional patterns';
COMMENT ON COLUMN @extschema@.newsquote_tracked.filter IS 'condition on the articles; NULL: all articles';

-- All users may write here, but only about their own tables.  Nobody may update, because that would
-- allow locking the rows of others.
GRANT SELECT, INSERT, DELETE ON @extschema@.newsquote_tracked TO PUBLIC;
