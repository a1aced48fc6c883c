-- From 0.2 to 0.3: what is dropped, and what changes in place.  The parts of the install script that the
-- Makefile appends create the rest.
--
-- Tracked tables stay as they are, with the triggers of version 0.2, until refresh_quotes is
-- called for them.

DROP PROCEDURE @extschema@.track_quotes(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.bool, pg_catalog.text, pg_catalog.int4);
DROP PROCEDURE @extschema@.refresh_quotes(pg_catalog.regclass, pg_catalog.int4);
DROP PROCEDURE @extschema@.untrack_quotes(pg_catalog.regclass, pg_catalog.bool);
DROP PROCEDURE @extschema@.newsquote_fill(pg_catalog.regclass, pg_catalog.int4);
DROP FUNCTION @extschema@.newsquote_fill_step(pg_catalog.regclass, pg_catalog.int4, @extschema@.newsquote_progress);
DROP FUNCTION @extschema@.newsquote_set_filled(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_fill_say(@extschema@.newsquote_tracked, @extschema@.newsquote_progress);
DROP FUNCTION @extschema@.newsquote_fill_begin(pg_catalog.regclass);
DROP TYPE @extschema@.newsquote_progress;
DROP FUNCTION @extschema@.newsquote_set_up_again(pg_catalog.regclass);
DROP FUNCTION @extschema@.newsquote_set_up(pg_catalog.regclass, pg_catalog.name, pg_catalog.name, pg_catalog.bool, pg_catalog.text);
DROP FUNCTION @extschema@.newsquote_check_names(pg_catalog.name, pg_catalog.name);
DROP FUNCTION @extschema@.newsquote_check_untracked(@extschema@.newsquote_tracked, pg_catalog.name);
DROP FUNCTION @extschema@.newsquote_tracking(pg_catalog.regclass);
DROP FUNCTION @extschema@.newsquote_check_call(pg_catalog.int4);
DROP FUNCTION @extschema@.newsquote_check_column(pg_catalog.regclass, pg_catalog.name);
DROP FUNCTION @extschema@.newsquote_check_source(pg_catalog.regclass);
DROP FUNCTION @extschema@.newsquote_make_tables(@extschema@.newsquote_tracked, pg_catalog.name, pg_catalog.name, pg_catalog.name);
DROP FUNCTION @extschema@.newsquote_make_triggers(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_make_keeper(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_keeper_sql(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_changed_sql(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_keeper(@extschema@.newsquote_tracked);
DROP FUNCTION @extschema@.newsquote_pick_sql(@extschema@.newsquote_tracked, pg_catalog.regclass, pg_catalog.bool);
DROP FUNCTION @extschema@.newsquote_make_sql(@extschema@.newsquote_tracked, pg_catalog.text);
DROP FUNCTION @extschema@.newsquote_claim_sql(@extschema@.newsquote_tracked, pg_catalog.text);
DROP FUNCTION @extschema@.newsquote_rows_sql(@extschema@.newsquote_tracked, pg_catalog.text);
DROP FUNCTION @extschema@.newsquote_tables(pg_catalog.regclass);
DROP FUNCTION @extschema@.newsquote_key(pg_catalog.regclass, pg_catalog.text, pg_catalog.text);
DROP TRIGGER newsquote_tracked_check ON @extschema@.newsquote_tracked;
DROP FUNCTION @extschema@.newsquote_tracked_check();
DROP FUNCTION @extschema@.newsquote_owns(pg_catalog.regclass);

ALTER TABLE @extschema@.newsquote_tracked
	ADD cues pg_catalog.text[],
	ADD patterns pg_catalog.text[],
	ADD filter pg_catalog.text;
COMMENT ON COLUMN @extschema@.newsquote_tracked.cues IS 'additional reporting verbs';
COMMENT ON COLUMN @extschema@.newsquote_tracked.patterns IS 'additional patterns';
COMMENT ON COLUMN @extschema@.newsquote_tracked.filter IS 'condition on the articles; NULL: all articles';

CREATE TYPE @extschema@.speaker_type AS ENUM ('person', 'organisation', 'group', 'document');
COMMENT ON TYPE @extschema@.speaker_type IS
'who speaks: a person; an organisation, country or paper; several people; a text';

-- These return more columns or take more arguments now, which CREATE OR REPLACE cannot add.  Objects that depend on one of the
-- old functions (views, indexes, generated columns, functions with a parsed body) keep using it, under another name and
-- outside the extension.  The dependencies are looked up rather than left to DROP FUNCTION, which on PostgreSQL 14 drops
-- a generated column together with the function.
DO $do$
DECLARE
	schema_name CONSTANT pg_catalog.text := '@extschema@';	-- not part of a format, where % would not stand for itself
	old pg_catalog.text;
	kept pg_catalog.text;
BEGIN
	FOREACH old IN ARRAY ARRAY[
		'extract_quotes(pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.text[], pg_catalog.text[])',
		'quote_speakers(pg_catalog.text, pg_catalog.text)',
		'quotes_jsonb(pg_catalog.text, pg_catalog.bool, pg_catalog.text)',
		'highlight_quotes(pg_catalog.text, pg_catalog.text, pg_catalog.bool, pg_catalog.text)'
	]::pg_catalog.text[] LOOP
		IF NOT EXISTS (
			SELECT FROM pg_catalog.pg_depend
			WHERE refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_proc'::pg_catalog.regclass
				AND refobjid OPERATOR(pg_catalog.=) pg_catalog.format('%s.%s'::pg_catalog.text, schema_name, old)::pg_catalog.regprocedure
		) THEN
			EXECUTE pg_catalog.format('DROP FUNCTION %s.%s'::pg_catalog.text, schema_name, old);
			CONTINUE;
		END IF;
		kept := pg_catalog.format('%s_0_2'::pg_catalog.text, pg_catalog.split_part(old, '('::pg_catalog.text, 1));
		EXECUTE pg_catalog.format('ALTER EXTENSION newsquote DROP FUNCTION %s.%s'::pg_catalog.text, schema_name, old);
		EXECUTE pg_catalog.format('ALTER FUNCTION %s.%s RENAME TO %I'::pg_catalog.text, schema_name, old, kept);
		EXECUTE pg_catalog.format('COMMENT ON FUNCTION %s.%I IS ''as in newsquote 0.2, for dependent objects'''::pg_catalog.text, schema_name, kept);
		RAISE WARNING USING
			MESSAGE = pg_catalog.format('function %s of version 0.2 stays as %s, because other objects depend on it'::pg_catalog.text,
				pg_catalog.split_part(old, '('::pg_catalog.text, 1), kept),
			HINT = pg_catalog.format('Create these objects again with the new function, then DROP FUNCTION %s.%I.'::pg_catalog.text, schema_name, kept);
	END LOOP;
END
$do$;
