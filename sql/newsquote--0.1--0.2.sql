-- complain if script is sourced in psql, rather than via ALTER EXTENSION
\echo Use "ALTER EXTENSION newsquote UPDATE TO '0.2'" to load this file. \quit

-- Functions over one article

CREATE FUNCTION quote_speakers(
	article text,
	language text DEFAULT 'english'
) RETURNS text[]
AS 'MODULE_PATHNAME', 'quote_speakers'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION quote_speakers(text, text) IS
'who is quoted in a news article: each speaker once, in order of first quotation';

CREATE FUNCTION quotes_jsonb(
	article text,
	indirect boolean DEFAULT false,
	language text DEFAULT 'english'
) RETURNS jsonb
AS 'MODULE_PATHNAME', 'quotes_jsonb'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION quotes_jsonb(text, boolean, text) IS
'quotations in a news article: an array of objects with the columns of extract_quotes as keys';

CREATE FUNCTION highlight_quotes(
	article text,
	options text DEFAULT '',
	indirect boolean DEFAULT false,
	language text DEFAULT 'english'
) RETURNS text
AS 'MODULE_PATHNAME', 'highlight_quotes'
LANGUAGE C IMMUTABLE PARALLEL SAFE
COST 1000;

COMMENT ON FUNCTION highlight_quotes(text, text, boolean, text) IS
'a news article with its quotations marked; options: StartSel, StopSel, Format (text or html)';

CREATE FUNCTION speaker_key(name text) RETURNS text
AS 'MODULE_PATHNAME', 'speaker_key'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
COST 10;

COMMENT ON FUNCTION speaker_key(text) IS
'one key for the ways in which a name is printed: without case, accents, titles, suffixes and middle initials; it knows the print, not the person';

-- A table of quotes that keeps itself right
--
-- track_quotes makes two tables beside the source: the target, with a row a quote, and
-- <target>_done, with a row for each article whose quotes are in the target, which also tells the
-- version of the engine that found them.  Both have the article's key as a foreign key that
-- cascades, so that DELETE, TRUNCATE ... CASCADE and changes of keys are PostgreSQL's own work.
-- What is left is to find the quotes of an article that is new, has changed or was there before.
-- The triggers do so for the statement that wrote it; the fill does so for the others, a batch a
-- transaction.  Both go the same three steps:
--
--	1. lock the article, and claim it: insert or update its row in <target>_done;
--	2. delete its rows in the target;
--	3. read it again, and insert what is found.
--
-- Why nothing is lost or doubled while others write:
--
-- * The triggers are there, committed, before the first batch.  CREATE TRIGGER waits for the
--   transactions that have written to the source, so every article is either seen by the fill or
--   written by a statement that fires the triggers.
-- * Whoever goes the steps holds the article's row lock (a writer by his writing, the fill by FOR
--   NO KEY UPDATE) to the end of his transaction.  So two never work on one article at once; and
--   steps 2 and 3, being statements of their own, see at READ COMMITTED all that was committed
--   before the lock was had.
-- * A writer at REPEATABLE READ or SERIALIZABLE has an older snapshot, in which step 2 might miss
--   rows.  But there his claim meets a row of <target>_done that his snapshot does not see, and
--   PostgreSQL ends it with a serialization failure.  The fill itself always runs at READ COMMITTED.
-- * The fill walks the table in physical order.  An article that others hold locked is passed over,
--   so that the fill, which holds many, never waits for a writer who may wait for it.  Such an
--   article, and one that an UPDATE put behind the fill's back, is met in the next round, where the
--   fill waits, but for one article at a time and with nothing held.  A round that finds nothing to
--   do is the last.
-- * What is done is known by <target>_done alone, which is committed with the quotes themselves.  So
--   a fill may end anywhere, and another, or several at once, go on.
--
-- Who runs what.  The trigger function is made for each source, by its owner, and is SECURITY
-- DEFINER: who writes articles needs no rights on the quotes, and the function has only its owner's.
-- A single trigger function of the extension would need the extension owner's rights, a superuser's,
-- over names that users choose.  All else runs with the rights of the caller, who must own the
-- source.  As with any table, a superuser should not fill that of a user whom he does not trust: SET
-- ROLE to him first.
--
-- A procedure that commits cannot have a search_path of its own.  So these only call functions, by
-- qualified names, and use no operators; the functions have one.

CREATE FUNCTION newsquote_version() RETURNS text
AS 'MODULE_PATHNAME', 'newsquote_version'
LANGUAGE C STABLE PARALLEL SAFE;

COMMENT ON FUNCTION newsquote_version() IS
'version of the engine that is loaded';

CREATE TABLE newsquote_tracked (
	source regclass PRIMARY KEY,
	body_column name NOT NULL,
	target regclass NOT NULL,
	done regclass NOT NULL,
	indirect boolean NOT NULL,
	language text NOT NULL,
	filled boolean NOT NULL DEFAULT false
);

COMMENT ON TABLE newsquote_tracked IS
'tables of articles whose quotes are kept in a table: see track_quotes';
COMMENT ON COLUMN newsquote_tracked.source IS 'table of articles';
COMMENT ON COLUMN newsquote_tracked.body_column IS 'its column with the text';
COMMENT ON COLUMN newsquote_tracked.target IS 'table of their quotes';
COMMENT ON COLUMN newsquote_tracked.done IS 'table of the articles whose quotes are there';
COMMENT ON COLUMN newsquote_tracked.indirect IS 'reported speech outside quotation marks, too';
COMMENT ON COLUMN newsquote_tracked.language IS 'language of the articles';
COMMENT ON COLUMN newsquote_tracked.filled IS 'false until every article that was there at first is done';

-- A source that was dropped leaves a number without a meaning; it is not dumped.
-- (Changed since the release, and nothing else here: as it was, without a schema and types, a user could
-- put a function of his own before PostgreSQL's, which then ran with a superuser's rights.)
SELECT pg_catalog.pg_extension_config_dump('@extschema@.newsquote_tracked'::pg_catalog.regclass,
	'WHERE source IN (SELECT oid FROM pg_catalog.pg_class)'::pg_catalog.text);

-- Everybody may write here, but only about what he owns.  Nobody may update, for that would
-- let him lock the rows of others.
GRANT SELECT, INSERT, DELETE ON newsquote_tracked TO PUBLIC;

-- NULL for a table that is no more.
CREATE FUNCTION newsquote_owns(relation regclass) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = relation $$;

COMMENT ON FUNCTION newsquote_owns(regclass) IS
'whether the current user has the rights of a table''s owner';

CREATE FUNCTION newsquote_tracked_check() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	mine boolean;
BEGIN
	IF TG_OP = 'DELETE' THEN
		mine := coalesce(@extschema@.newsquote_owns(OLD.source), true);
	ELSE
		mine := @extschema@.newsquote_owns(NEW.source)
			AND @extschema@.newsquote_owns(NEW.target)
			AND @extschema@.newsquote_owns(NEW.done);
	END IF;
	IF mine IS NOT TRUE THEN
		RAISE insufficient_privilege
			USING MESSAGE = 'must be owner of the tables that are tracked';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

COMMENT ON FUNCTION newsquote_tracked_check() IS
'lets users change only what newsquote_tracked says of their own tables';

CREATE TRIGGER newsquote_tracked_check BEFORE INSERT OR DELETE ON newsquote_tracked
FOR EACH ROW EXECUTE FUNCTION newsquote_tracked_check();

COMMENT ON TRIGGER newsquote_tracked_check ON newsquote_tracked IS
'lets users change only what is said of their own tables';

-- The template is formatted for each column of the source's primary key: %1 is its name there,
-- %2 its name in the tables made from it, %3 the type's "=".
CREATE FUNCTION newsquote_key(source regclass, template text, separator text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT string_agg(
		format(template, a.attname,
			CASE WHEN a.attname IN ('speaker', 'quote', 'position', 'kind', 'cue', 'mention', 'mention_position',
					'utterance', 'confidence', 'ordinal', 'engine')
				THEN 'article_' || a.attname ELSE a.attname END,
			format('OPERATOR(%I.%s)', n.nspname, p.oprname)),
		separator ORDER BY k.number)
	FROM pg_index AS i
		CROSS JOIN unnest(i.indkey::int2[], i.indclass::oid[]) WITH ORDINALITY AS k(attnum, opclass, number)
		JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
		JOIN pg_opclass AS c ON c.oid = k.opclass
		JOIN pg_amop AS o ON o.amopfamily = c.opcfamily AND o.amopstrategy = 3
			AND o.amoplefttype = c.opcintype AND o.amoprighttype = c.opcintype
		JOIN pg_operator AS p ON p.oid = o.amopopr
		JOIN pg_namespace AS n ON n.oid = p.oprnamespace
	WHERE i.indrelid = source AND i.indisprimary AND k.number <= i.indnkeyatts
$$;

COMMENT ON FUNCTION newsquote_key(regclass, text, text) IS
'a piece of SQL about the columns of a table''s primary key';

-- The table itself, and its partitions of every level.
CREATE FUNCTION newsquote_tables(source regclass) RETURNS SETOF regclass
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT source UNION SELECT relid FROM pg_partition_tree(source) $$;

COMMENT ON FUNCTION newsquote_tables(regclass) IS
'a table and its partitions';

-- SQL for the rows of the target; from_clause has the articles as "a".  All arguments are given: a
-- function with fewer parameters, which others might put into the schema, would else be preferred.
CREATE FUNCTION newsquote_rows_sql(t newsquote_tracked, from_clause text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		SELECT %s,
			q.speaker, q.quote, q."position", q.kind, q.cue, q.mention, q.mention_position,
			q.utterance, q.confidence, q.ordinality AS ordinal
		FROM %s
			CROSS JOIN LATERAL %s.extract_quotes(a.%I::text, %L::boolean, %L::text, NULL::text[], NULL::text[])
				WITH ORDINALITY AS q$$,
		@extschema@.newsquote_key(t.source, 'a.%1$I AS %2$I', ', '),
		from_clause, '@extschema@', t.body_column, t.indirect, t.language)
$sql$;

COMMENT ON FUNCTION newsquote_rows_sql(newsquote_tracked, text) IS
'SQL that finds the quotes of articles';

-- SQL for step 1, of the articles "a" in from_clause: gives the claims' places.
CREATE FUNCTION newsquote_claim_sql(t newsquote_tracked, from_clause text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		INSERT INTO %1$s AS d (%2$s, engine)
		SELECT %3$s, %4$s.newsquote_version() FROM %5$s
		ON CONFLICT (%2$s) DO UPDATE SET engine = excluded.engine
		RETURNING d.ctid AS place$$,
		t.done, @extschema@.newsquote_key(t.source, '%2$I', ', '),
		@extschema@.newsquote_key(t.source, 'a.%1$I', ', '), '@extschema@', from_clause)
$sql$;

COMMENT ON FUNCTION newsquote_claim_sql(newsquote_tracked, text) IS
'SQL that claims articles before their quotes are made';

-- SQL for steps 2 and 3.
CREATE FUNCTION newsquote_make_sql(t newsquote_tracked, claims text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		DELETE FROM %1$s AS q USING %2$s AS d
		WHERE d.ctid = ANY (%3$s) AND %4$s;
		INSERT INTO %1$s %5$s
		WHERE d.ctid = ANY (%3$s);$$,
		t.target, t.done, claims,
		@extschema@.newsquote_key(t.source, 'q.%2$I %3$s d.%2$I', ' AND '),
		@extschema@.newsquote_rows_sql(t, format('%s AS d JOIN %s AS a ON %s', t.done, t.source,
			@extschema@.newsquote_key(t.source, 'a.%1$I %3$s d.%2$I', ' AND '))))
$sql$;

COMMENT ON FUNCTION newsquote_make_sql(newsquote_tracked, text) IS
'SQL that makes the quotes of claimed articles';

-- SQL that claims up to $2 articles behind the place $1 in one table: gives the claims and the
-- last article's place.
CREATE FUNCTION newsquote_pick_sql(t newsquote_tracked, part regclass, wait boolean) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		WITH picked AS MATERIALIZED (
			SELECT a.ctid AS newsquote_place, %s
			FROM ONLY %s AS a
			WHERE a.ctid > $1
				AND (SELECT d.engine FROM %s AS d WHERE %s) IS DISTINCT FROM %s.newsquote_version()
			LIMIT $2
			FOR NO KEY UPDATE OF a %s
		), claim AS (%s)
		SELECT (SELECT array_agg(place) FROM claim), (SELECT max(newsquote_place) FROM picked)$$,
		@extschema@.newsquote_key(t.source, 'a.%1$I', ', '), part, t.done,
		@extschema@.newsquote_key(t.source, 'd.%2$I %3$s a.%1$I', ' AND '), '@extschema@',
		CASE WHEN wait THEN '' ELSE 'SKIP LOCKED' END,
		@extschema@.newsquote_claim_sql(t, 'picked AS a'))
$sql$;

COMMENT ON FUNCTION newsquote_pick_sql(newsquote_tracked, regclass, boolean) IS
'SQL that claims a batch of articles that are not done';

-- The function behind the triggers on a source; one that is there keeps its name.
CREATE FUNCTION newsquote_keeper(t newsquote_tracked) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT coalesce(
		(SELECT format('%I.%I', n.nspname, p.proname)
		 FROM pg_trigger AS g JOIN pg_proc AS p ON p.oid = g.tgfoid JOIN pg_namespace AS n ON n.oid = p.pronamespace
		 WHERE g.tgrelid = t.source AND g.tgname = 'newsquote_insert'),
		(SELECT format('%I.%I', n.nspname, c.relname || '_keep')
		 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
		 WHERE c.oid = t.target))
$$;

COMMENT ON FUNCTION newsquote_keeper(newsquote_tracked) IS
'name of the trigger function that keeps a table of quotes right';

-- An UPDATE counts where the words are others, byte by byte, or the key is: keys may be changed
-- in a way that gives one article another's.
CREATE FUNCTION newsquote_changed_sql(t newsquote_tracked) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$new_rows AS a
		WHERE NOT EXISTS (
			SELECT FROM old_rows AS o
			WHERE %s AND o.%2$I::text COLLATE "C" IS NOT DISTINCT FROM a.%2$I::text)$$,
		@extschema@.newsquote_key(t.source, 'o.%1$I %3$s a.%1$I', ' AND '), t.body_column)
$sql$;

COMMENT ON FUNCTION newsquote_changed_sql(newsquote_tracked) IS
'SQL for the articles whose quotes an UPDATE may have changed';

-- A partition that was detached keeps its triggers, which then have nothing to do.  What an UPDATE
-- claims is planned anew each time, because the plan that is best for one row would compare each of
-- many with each.
CREATE FUNCTION newsquote_keeper_sql(t newsquote_tracked) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
#variable_conflict use_column
DECLARE
	newsquote_claims tid[];
BEGIN
	IF coalesce(pg_partition_root(TG_RELID), TG_RELID) <> %L::regclass THEN
		RETURN NULL;
	END IF;
	IF TG_OP = 'INSERT' THEN
		WITH claim AS (%s)
		SELECT array_agg(place) INTO newsquote_claims FROM claim;
	ELSE
		EXECUTE %L INTO newsquote_claims;
	END IF;
	IF newsquote_claims IS NOT NULL THEN%s
	END IF;
	RETURN NULL;
END
$$,
		t.source,
		@extschema@.newsquote_claim_sql(t, 'new_rows AS a'),
		format('WITH claim AS (%s) SELECT array_agg(place) FROM claim',
			@extschema@.newsquote_claim_sql(t, @extschema@.newsquote_changed_sql(t))),
		@extschema@.newsquote_make_sql(t, 'newsquote_claims'))
$sql$;

COMMENT ON FUNCTION newsquote_keeper_sql(newsquote_tracked) IS
'body of the trigger function that keeps a table of quotes right';

CREATE FUNCTION newsquote_make_keeper(t newsquote_tracked) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	keeper CONSTANT text := @extschema@.newsquote_keeper(t);
	body CONSTANT text := @extschema@.newsquote_keeper_sql(t);
BEGIN
	IF EXISTS (SELECT FROM pg_proc WHERE oid = to_regprocedure(keeper || '()') AND prosrc = body) THEN
		RETURN;
	END IF;
	EXECUTE format('CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql '
		'SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS %L', keeper, body);
	-- Nobody else is to hang it on a table of his own.
	EXECUTE format('REVOKE ALL ON FUNCTION %s() FROM PUBLIC', keeper);
	-- DROP EXTENSION newsquote CASCADE takes the triggers along, and articles can still be written.
	EXECUTE format('ALTER FUNCTION %s() DEPENDS ON EXTENSION newsquote', keeper);
	EXECUTE format('COMMENT ON FUNCTION %s() IS %L', keeper, format('keeps %s right: see track_quotes', t.target));
END
$$;

COMMENT ON FUNCTION newsquote_make_keeper(newsquote_tracked) IS
'makes the trigger function that keeps a table of quotes right';

-- A statement fires the triggers of the table that it names, and no others: so each
-- partition has them too, and nothing is done twice.
CREATE FUNCTION newsquote_make_triggers(t newsquote_tracked) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	keeper CONSTANT text := @extschema@.newsquote_keeper(t);
	part regclass;
BEGIN
	FOR part IN
		SELECT p FROM @extschema@.newsquote_tables(t.source) AS p
		WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = p AND tgfoid = to_regprocedure(keeper || '()'))
	LOOP
		EXECUTE format('CREATE TRIGGER newsquote_insert AFTER INSERT ON %s '
			'REFERENCING NEW TABLE AS new_rows '
			'FOR EACH STATEMENT EXECUTE FUNCTION %s()', part, keeper);
		EXECUTE format('CREATE TRIGGER newsquote_update AFTER UPDATE ON %s '
			'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
			'FOR EACH STATEMENT EXECUTE FUNCTION %s()', part, keeper);
	END LOOP;
END
$$;

COMMENT ON FUNCTION newsquote_make_triggers(newsquote_tracked) IS
'makes the triggers on a table of articles, and on partitions that have none';

CREATE FUNCTION newsquote_make_tables(t newsquote_tracked, schema name, target name, done name)
RETURNS newsquote_tracked
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	kept CONSTANT text := @extschema@.newsquote_key(t.source, '%2$I', ', ');
	reference CONSTANT text := format('FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE CASCADE ON UPDATE CASCADE',
		kept, t.source, @extschema@.newsquote_key(t.source, '%1$I', ', '));
	unlogged CONSTANT text := (SELECT CASE relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE '' END
		FROM pg_class WHERE oid = t.source);
BEGIN
	EXECUTE format('CREATE %s TABLE %I.%I AS %s WITH NO DATA', unlogged, schema, target,
		@extschema@.newsquote_rows_sql(t, format('%s AS a', t.source)));
	EXECUTE format('ALTER TABLE %I.%I ADD PRIMARY KEY (%s, ordinal), ADD %s, '
		'ALTER quote SET NOT NULL, ALTER "position" SET NOT NULL, ALTER kind SET NOT NULL',
		schema, target, kept, reference);
	EXECUTE format('CREATE INDEX ON %I.%I (speaker)', schema, target);
	EXECUTE format('COMMENT ON TABLE %I.%I IS %L', schema, target,
		format('quotes in the articles of %s, kept by newsquote', t.source));
	EXECUTE format('COMMENT ON COLUMN %I.%I.ordinal IS %L', schema, target,
		'number of the quote in its article, from 1');

	EXECUTE format('CREATE %s TABLE %I.%I AS SELECT %s, NULL::text AS engine FROM %s AS a WITH NO DATA',
		unlogged, schema, done, @extschema@.newsquote_key(t.source, 'a.%1$I AS %2$I', ', '), t.source);
	EXECUTE format('ALTER TABLE %I.%I ADD PRIMARY KEY (%s), ADD %s, ALTER engine SET NOT NULL',
		schema, done, kept, reference);
	EXECUTE format('COMMENT ON TABLE %I.%I IS %L', schema, done,
		format('articles of %s whose quotes are kept, and the version of newsquote that found them', t.source));

	t.target := format('%I.%I', schema, target)::regclass;
	t.done := format('%I.%I', schema, done)::regclass;
	RETURN t;
END
$$;

COMMENT ON FUNCTION newsquote_make_tables(newsquote_tracked, name, name, name) IS
'makes the table of quotes and the table of the articles that are done';

CREATE FUNCTION newsquote_check_source(source regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	c pg_class;
BEGIN
	SELECT * INTO c FROM pg_class WHERE oid = source;
	IF source IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'no table is given',
			HINT = 'Name the table of articles.';
	ELSIF c.oid IS NULL THEN
		RAISE undefined_table USING MESSAGE = format('table %s does not exist', source),
			HINT = 'Name the table of articles.';
	ELSIF c.relkind NOT IN ('r', 'p') THEN
		RAISE wrong_object_type USING MESSAGE = format('"%s" is not a table', c.relname),
			HINT = 'Quotes of anything else can be kept in a materialized view with extract_quotes.';
	ELSIF NOT @extschema@.newsquote_owns(source) THEN
		RAISE insufficient_privilege USING MESSAGE = format('must be owner of table %s', c.relname),
			HINT = 'Let the table''s owner call this.';
	ELSIF c.relpersistence = 't' THEN
		RAISE feature_not_supported USING MESSAGE = format('cannot track temporary table "%s"', c.relname),
			HINT = 'Call extract_quotes instead.';
	ELSIF c.relispartition THEN
		RAISE feature_not_supported USING MESSAGE = format('cannot track partition "%s" alone', c.relname),
			HINT = format('Track the partitioned table %s.', pg_partition_root(source));
	ELSIF c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits WHERE source IN (inhrelid, inhparent)) THEN
		RAISE feature_not_supported
			USING MESSAGE = format('cannot track table "%s", which is part of an inheritance tree', c.relname),
			HINT = 'A partitioned table can be tracked.';
	ELSIF @extschema@.newsquote_key(source, '%1$I', ', ') IS NULL THEN
		RAISE undefined_object USING MESSAGE = format('table "%s" has no primary key', c.relname),
			HINT = 'The quotes refer to their article by it.  Add one with ALTER TABLE ... ADD PRIMARY KEY.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_check_source(regclass) IS
'raises an error unless the quotes of a table can be kept by the current user';

CREATE FUNCTION newsquote_check_column(source regclass, body_column name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	category "char";
	type text;
BEGIN
	SELECT t.typcategory, format_type(t.oid, NULL) INTO category, type
	FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
	WHERE a.attrelid = source AND a.attname = body_column AND a.attnum > 0 AND NOT a.attisdropped;
	IF body_column IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'no column is given',
			HINT = 'Name the column that holds the text of the articles.';
	ELSIF NOT FOUND THEN
		RAISE undefined_column USING MESSAGE = format('column "%s" of table %s does not exist', body_column, source),
			HINT = 'Name the column that holds the text of the articles.';
	ELSIF category <> 'S' THEN
		RAISE datatype_mismatch
			USING MESSAGE = format('column "%s" of table %s is of type %s, not text', body_column, source, type),
			HINT = 'Name the column that holds the text of the articles.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_check_column(regclass, name) IS
'raises an error unless a column holds text';

-- A call within a transaction block would end at its first COMMIT, with an error that helps nobody.
CREATE FUNCTION newsquote_check_call(batch integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF transaction_timestamp() < statement_timestamp() THEN
		RAISE invalid_transaction_termination
			USING MESSAGE = 'quotes are made in transactions of their own, not inside a transaction block',
			HINT = 'Call this outside of BEGIN ... COMMIT.';
	ELSIF batch IS NULL OR batch <= 0 THEN
		RAISE invalid_parameter_value USING MESSAGE = 'batch must be greater than zero',
			HINT = 'It is the number of articles that are read in one transaction.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_check_call(integer) IS
'raises an error unless quotes can be made in batches of this size';

-- What is known of a tracked table; an error when it is none, or not the caller's.
CREATE FUNCTION newsquote_tracking(source regclass) RETURNS newsquote_tracked
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
BEGIN
	PERFORM @extschema@.newsquote_check_source(source);
	SELECT * INTO t FROM @extschema@.newsquote_tracked AS k WHERE k.source = newsquote_tracking.source;
	IF NOT FOUND THEN
		RAISE undefined_object USING MESSAGE = format('table %s is not tracked', source),
			HINT = format('CALL track_quotes(%L, ...) tracks it.', source);
	END IF;
	RETURN t;
END
$$;

COMMENT ON FUNCTION newsquote_tracking(regclass) IS
'what newsquote_tracked says of a table';

-- The same call while the fill is unfinished is how one goes on.
CREATE FUNCTION newsquote_check_untracked(wanted newsquote_tracked, target name) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	known name;
BEGIN
	SELECT * INTO t FROM @extschema@.newsquote_tracked AS k WHERE k.source = wanted.source;
	IF NOT FOUND THEN
		RETURN true;
	END IF;
	SELECT relname INTO known FROM pg_class WHERE oid = t.target;
	IF NOT t.filled AND known = target AND t.body_column = wanted.body_column
		AND t.indirect = wanted.indirect AND t.language = wanted.language THEN
		RETURN false;
	END IF;
	RAISE duplicate_object USING MESSAGE = format('table %s is already tracked', wanted.source),
		DETAIL = format('The quotes in its column "%s" are kept in table "%s".', t.body_column, known),
		HINT = format('CALL refresh_quotes(%1$L) brings them up to date; CALL untrack_quotes(%1$L) ends it.',
			wanted.source);
END
$$;

COMMENT ON FUNCTION newsquote_check_untracked(newsquote_tracked, name) IS
'whether a table is not tracked yet; an error when it is, but for a fill that is to go on';

CREATE FUNCTION newsquote_check_names(schema name, target name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	taken text;
BEGIN
	IF (target || '_done')::name <> target || '_done' THEN
		RAISE name_too_long USING MESSAGE = format('name "%s" is too long for a table of quotes', target),
			HINT = 'Give a shorter one: target => ''...''.  There must be room for "_done" behind it.';
	END IF;
	SELECT format('relation "%s"', c.relname) INTO taken FROM pg_class AS c
	WHERE c.relname IN (target, target || '_done') AND c.relnamespace = quote_ident(schema)::regnamespace
	UNION ALL SELECT format('function %s_keep()', target)
	WHERE to_regprocedure(format('%I.%I()', schema, target || '_keep')) IS NOT NULL;
	IF FOUND THEN
		RAISE duplicate_table USING MESSAGE = format('%s already exists', taken),
			HINT = 'Give another name: target => ''...''.  With "_done" and "_keep" behind it, it must be free, too.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_check_names(name, name) IS
'raises an error unless a table of quotes can have a name';

CREATE FUNCTION newsquote_set_up(
	source regclass,
	body_column name,
	target name,
	indirect boolean,
	language text
) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	home name;
BEGIN
	PERFORM @extschema@.newsquote_check_source(source);
	PERFORM @extschema@.newsquote_check_column(source, body_column);
	PERFORM @extschema@.extract_quotes('x'::text, false, language, NULL::text[], NULL::text[]);
	SELECT n.nspname, coalesce(target, (c.relname || '_quotes')::name) INTO home, target
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = source;

	t.source := source;
	t.body_column := body_column;
	t.indirect := coalesce(indirect, false);
	t.language := coalesce(language, 'english');
	t.filled := false;
	DELETE FROM @extschema@.newsquote_tracked AS k WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = k.source);
	IF NOT @extschema@.newsquote_check_untracked(t, target) THEN
		RETURN;
	END IF;

	PERFORM @extschema@.newsquote_check_names(home, target);
	t := @extschema@.newsquote_make_tables(t, home, target, (target || '_done')::name);
	INSERT INTO @extschema@.newsquote_tracked SELECT t.*;
	PERFORM @extschema@.newsquote_make_keeper(t);
	PERFORM @extschema@.newsquote_make_triggers(t);
END
$$;

COMMENT ON FUNCTION newsquote_set_up(regclass, name, name, boolean, text) IS
'makes the tables and triggers of a table that is to be tracked';

-- Partitions that have come since get their triggers, and a table that was renamed its new name in
-- the function.
CREATE FUNCTION newsquote_set_up_again(source regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := @extschema@.newsquote_tracking(source);
BEGIN
	PERFORM @extschema@.newsquote_check_column(source, t.body_column);
	PERFORM @extschema@.newsquote_make_keeper(t);
	PERFORM @extschema@.newsquote_make_triggers(t);
END
$$;

COMMENT ON FUNCTION newsquote_set_up_again(regclass) IS
'makes what the triggers of a tracked table miss';

-- Where a fill is.
CREATE TYPE newsquote_progress AS (
	parts regclass[],
	part integer,
	place tid,
	again boolean,
	found bigint,
	filled bigint,
	done bigint,
	articles bigint,
	began timestamptz,
	said timestamptz,
	finished boolean
);

COMMENT ON TYPE newsquote_progress IS
'where the fill of a table of quotes is';
COMMENT ON COLUMN newsquote_progress.parts IS 'the tables to walk';
COMMENT ON COLUMN newsquote_progress.part IS 'the one that is walked, from 1';
COMMENT ON COLUMN newsquote_progress.place IS 'the last article there';
COMMENT ON COLUMN newsquote_progress.again IS 'after the first round: wait for what others hold locked';
COMMENT ON COLUMN newsquote_progress.found IS 'articles found in this round';
COMMENT ON COLUMN newsquote_progress.filled IS 'articles found in all';
COMMENT ON COLUMN newsquote_progress.done IS 'articles that were done before';
COMMENT ON COLUMN newsquote_progress.articles IS 'articles in all';
COMMENT ON COLUMN newsquote_progress.began IS 'when the fill began';
COMMENT ON COLUMN newsquote_progress.said IS 'when it last said how far it is';
COMMENT ON COLUMN newsquote_progress.finished IS 'there is no more to do';

CREATE FUNCTION newsquote_fill_begin(source regclass) RETURNS newsquote_progress
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := @extschema@.newsquote_tracking(source);
	p @extschema@.newsquote_progress;
BEGIN
	p.parts := ARRAY(SELECT part FROM @extschema@.newsquote_tables(source) AS part
					 JOIN pg_class AS c ON c.oid = part WHERE c.relkind = 'r' ORDER BY part);
	p.part := 1;
	p.place := '(0,0)';
	p.again := false;
	p.found := 0;
	p.filled := 0;
	EXECUTE format('SELECT count(*) FROM %s', source) INTO p.articles;
	EXECUTE format('SELECT count(*) FROM %s WHERE engine = $1', t.done)
		INTO p.done USING @extschema@.newsquote_version();
	p.began := clock_timestamp();
	p.finished := false;
	RETURN p;
END
$$;

COMMENT ON FUNCTION newsquote_fill_begin(regclass) IS
'the beginning of a fill';

-- No more than once a second.
CREATE FUNCTION newsquote_fill_say(t newsquote_tracked, p newsquote_progress) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	now CONSTANT timestamptz := clock_timestamp();
	rate CONSTANT double precision := p.filled / greatest(extract(epoch FROM now - p.began), 0.001);
BEGIN
	IF p.finished THEN
		RAISE NOTICE '%: all articles are done, % of them now', t.source, p.filled;
	ELSIF p.said IS NULL OR now - p.said >= interval '1 second' THEN
		RAISE NOTICE '%: % of % articles, % a second, % s left', t.source,
			p.done + p.filled, p.articles, round(rate),
			ceil(greatest(p.articles - p.done - p.filled, 0) / greatest(rate, 0.001));
		RETURN now;
	END IF;
	RETURN p.said;
END
$$;

COMMENT ON FUNCTION newsquote_fill_say(newsquote_tracked, newsquote_progress) IS
'says how far a fill is';

-- Not if the table is untracked meanwhile.
CREATE FUNCTION newsquote_set_filled(t newsquote_tracked) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	DELETE FROM @extschema@.newsquote_tracked AS k WHERE k.source = t.source;
	IF FOUND THEN
		t.filled := true;
		INSERT INTO @extschema@.newsquote_tracked SELECT t.*;
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_set_filled(newsquote_tracked) IS
'notes that a table of quotes is filled';

-- One batch.  It touches few rows of tables without statistics, which grow as it goes: through
-- indexes and places each takes the same time, while the planner would sometimes read them whole.
CREATE FUNCTION newsquote_fill_step(source regclass, batch integer, p newsquote_progress)
RETURNS newsquote_progress
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := @extschema@.newsquote_tracking(source);
	claims tid[];
	place tid;
BEGIN
	EXECUTE @extschema@.newsquote_pick_sql(t, p.parts[p.part], p.again)
		INTO claims, place USING p.place, CASE WHEN p.again THEN 1 ELSE batch END;
	IF claims IS NOT NULL THEN
		EXECUTE @extschema@.newsquote_make_sql(t, '$1') USING claims;
		p.place := place;
		p.found := p.found + cardinality(claims);
		p.filled := p.filled + cardinality(claims);
	ELSIF p.part < cardinality(p.parts) THEN
		p.part := p.part + 1;
		p.place := '(0,0)';
	ELSE
		p.finished := p.again AND p.found = 0;
		p.part := 1;
		p.place := '(0,0)';
		p.again := true;
		p.found := 0;
	END IF;
	IF p.finished AND NOT t.filled THEN
		PERFORM @extschema@.newsquote_set_filled(t);
	END IF;
	p.said := @extschema@.newsquote_fill_say(t, p);
	RETURN p;
END
$$;

COMMENT ON FUNCTION newsquote_fill_step(regclass, integer, newsquote_progress) IS
'a step of a fill: one batch of articles';

CREATE PROCEDURE newsquote_fill(source regclass, batch integer)
LANGUAGE plpgsql
AS $$
DECLARE
	p @extschema@.newsquote_progress := @extschema@.newsquote_fill_begin(source);
BEGIN
	LOOP
		COMMIT;
		SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
		p := @extschema@.newsquote_fill_step(source, batch, p);
		EXIT WHEN p.finished;
	END LOOP;
END
$$;

COMMENT ON PROCEDURE newsquote_fill(regclass, integer) IS
'makes the quotes of all articles of a tracked table that are not done, in batches';

-- The first COMMIT ends the caller's level of isolation; and where none is allowed, it fails before
-- anything is done.
CREATE PROCEDURE track_quotes(
	source regclass,
	body_column name,
	target name DEFAULT NULL,
	indirect boolean DEFAULT false,
	language text DEFAULT 'english',
	batch integer DEFAULT 1000
)
LANGUAGE plpgsql
AS $$
BEGIN
	PERFORM @extschema@.newsquote_check_call(batch);
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
	PERFORM @extschema@.newsquote_set_up(source, body_column, target, indirect, language);
	COMMIT;
	CALL @extschema@.newsquote_fill(source, batch);
END
$$;

COMMENT ON PROCEDURE track_quotes(regclass, name, name, boolean, text, integer) IS
'makes a table of the quotes in a table of articles, and keeps it right';

CREATE PROCEDURE refresh_quotes(source regclass, batch integer DEFAULT 1000)
LANGUAGE plpgsql
AS $$
BEGIN
	PERFORM @extschema@.newsquote_check_call(batch);
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
	PERFORM @extschema@.newsquote_set_up_again(source);
	COMMIT;
	CALL @extschema@.newsquote_fill(source, batch);
END
$$;

COMMENT ON PROCEDURE refresh_quotes(regclass, integer) IS
'makes the quotes of a tracked table anew where another version of newsquote found them, or none did';

CREATE PROCEDURE untrack_quotes(source regclass, keep_table boolean DEFAULT false)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := @extschema@.newsquote_tracking(source);
	keeper CONSTANT regprocedure := to_regprocedure(@extschema@.newsquote_keeper(t) || '()');
	object text;
BEGIN
	FOR object IN
		SELECT format('TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE tgfoid = keeper
		UNION ALL SELECT format('FUNCTION %s', keeper) WHERE keeper IS NOT NULL
		UNION ALL SELECT format('TABLE %s', oid::regclass) FROM pg_class
			WHERE oid = t.done OR oid = t.target AND keep_table IS NOT TRUE
	LOOP
		EXECUTE format('DROP %s', object);
	END LOOP;
	DELETE FROM @extschema@.newsquote_tracked AS k WHERE k.source = t.source;
END
$$;

COMMENT ON PROCEDURE untrack_quotes(regclass, boolean) IS
'ends the tracking of a table: its triggers go, and the table of quotes unless it is to be kept';
