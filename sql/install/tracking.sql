-- A table of quotes that is kept up to date
--
-- Part of the install script and of the upgrade script, after tracked.sql.  The procedures that users call come last;
-- everything else is in a separate schema.
--
-- track_quotes creates two tables for a source of articles: the target, with a row for each quote, and
-- <target>_done, with a row for each article whose quotes are in the target.  That row has the version of
-- the engine that found them and a hash of the text that was read.  Both tables refer to the articles by a
-- foreign key that cascades, so that PostgreSQL itself handles DELETE, TRUNCATE ... CASCADE and changes of keys.
-- (Not if the articles are partitioned: a foreign key would prevent dropping or detaching a partition.
-- There the triggers follow DELETE, TRUNCATE and changes of keys, too.  The quotes of a dropped partition stay until
-- refresh_quotes is called.)  The triggers (the "keeper") find the quotes of the articles that a
-- statement wrote; the fill finds those of all other articles, one batch per transaction.  Both take the
-- same three steps:
--
--	1. lock the article, and claim it: insert or update its row in <target>_done;
--	2. delete its rows in the target;
--	3. read it again, and insert what is found.
--
-- Why nothing is lost or duplicated while others write:
--
-- * The triggers are there, committed, before the first batch.  Before they are created, the transactions
--   that have written to the source end, so every article is either seen by the fill or
--   written by a statement that fires the triggers.
-- * Whoever takes the steps holds the article's row lock (a writer by writing, the fill by FOR
--   NO KEY UPDATE) until the end of the transaction.  So no two work on one article at the same time; and
--   at READ COMMITTED, steps 2 and 3, which are separate statements, see everything that was committed
--   before the lock was acquired.
-- * A writer at REPEATABLE READ or SERIALIZABLE has an older snapshot, in which step 2 might miss
--   rows.  But there the claim conflicts with a row of <target>_done that the snapshot does not see, and
--   PostgreSQL raises a serialization failure.  The fill itself always runs at READ COMMITTED.
-- * The fill walks the table in physical order.  It skips an article that others hold locked,
--   so that the fill, which holds many locks, never waits for a writer who may wait for it.  It meets such an
--   article, and one that an UPDATE moved to a place that the fill has passed, in the next
--   round, in which it waits, but for one article at a time and without holding locks.  A round that
--   finds nothing to do is the last.
-- * Only <target>_done records what is done, and it is committed with the quotes themselves.  So
--   a fill may end at any point, and another one, or several at once, can continue.
-- * An operation that needs a stronger lock on the target or on <target>_done locks the source first, as
--   writers do.
-- * A change of arguments (track_quotes on a tracked table) takes such locks: no writer and no batch of a fill is running
--   then, and each reads the arguments after it has its locks.  Articles that were read with the old
--   ones are marked in <target>_done, so that the fill reads them again, and no older snapshot can write there.
--
-- Privileges.  The keeper is a function created for each source by its owner, and is SECURITY
-- DEFINER: users who write articles need no rights on the quotes, and the function has only its owner's rights.
-- (A single trigger function of the extension would need the rights of the extension's owner, a superuser,
-- over names that users choose.)  The function refers to its tables by name.  Before it uses them it therefore locks them and
-- asks newsquote_internal.keeps whether they are still the ones that newsquote_tracked lists by OID
-- and still belong to its owner.  Everything else runs with the rights of the caller, who must be the owner of the source,
-- not merely a member of that role: filling a table runs code that its owner has attached to it.
--
-- Names.  Every function here has its own search_path, whose schemas only the system can create objects
-- in; names outside pg_catalog are qualified, and calls of extract_quotes and other functions in the
-- extension's schema, where others may have functions too, give all arguments with their types.  A
-- procedure that commits cannot have a search_path.  The procedures therefore call functions by qualified names and
-- use no operators.  Functions of the first kind run the statements that are composed as text.

CREATE SCHEMA newsquote_internal;
COMMENT ON SCHEMA newsquote_internal IS 'internal functions of newsquote for tables of quotes; not to be called by users';
GRANT USAGE ON SCHEMA newsquote_internal TO PUBLIC;

-- A row about a table that was dropped, is not in the dump, or is not restored yet at that point would make
-- restoring the whole dump fail.
SELECT pg_catalog.pg_extension_config_dump('@extschema@.newsquote_tracked'::pg_catalog.regclass,
	'WHERE (SELECT pg_catalog.count(*) OPERATOR(pg_catalog.=) 3 FROM (VALUES (source), (target), (done)) AS named (relation)
		JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) named.relation::pg_catalog.oid
		WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY[''r'', ''p'']::pg_catalog."char"[])
			AND c.relpersistence OPERATOR(pg_catalog.<>) ''t''::pg_catalog."char")'::pg_catalog.text);

-- The functions below call each other, and PL/pgSQL would list each call in the CONTEXT of an error, which does not help a user.
CREATE FUNCTION newsquote_internal.raise_error(state pg_catalog.text, message pg_catalog.text, detail pg_catalog.text, hint pg_catalog.text)
RETURNS pg_catalog.void
AS 'MODULE_PATHNAME', 'newsquote_raise_error'
LANGUAGE C VOLATILE;

COMMENT ON FUNCTION newsquote_internal.raise_error(pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text) IS
'raises an error without a CONTEXT';

--
-- Information about tables
--

-- NULL for a table that no longer exists.
CREATE FUNCTION newsquote_internal.owns(relation pg_catalog.regclass) RETURNS pg_catalog.bool
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = relation $$;

COMMENT ON FUNCTION newsquote_internal.owns(pg_catalog.regclass) IS
'whether the current user has the rights of a table''s owner';

CREATE FUNCTION newsquote_internal.check_tracked() RETURNS pg_catalog.trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	mine boolean;
BEGIN
	IF TG_OP = 'DELETE' THEN
		mine := coalesce(newsquote_internal.owns(OLD.source), true);
	ELSIF (SELECT count(*) FROM unnest(ARRAY[NEW.source, NEW.target, NEW.done]) AS relation JOIN pg_class AS c ON c.oid = relation
			WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't') < 3 THEN
		-- A dump may be restored in part; rows about tables that do not exist are skipped.
		RETURN NULL;
	ELSE
		mine := newsquote_internal.owns(NEW.source)
			AND newsquote_internal.owns(NEW.target)
			AND newsquote_internal.owns(NEW.done);
	END IF;
	IF mine IS NOT TRUE THEN
		RAISE insufficient_privilege
			USING MESSAGE = 'must be owner of the tracked tables';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_tracked() IS
'lets users change only the rows of newsquote_tracked about their own tables';

CREATE TRIGGER newsquote_tracked_check BEFORE INSERT OR DELETE ON @extschema@.newsquote_tracked
FOR EACH ROW EXECUTE FUNCTION newsquote_internal.check_tracked();

COMMENT ON TRIGGER newsquote_tracked_check ON @extschema@.newsquote_tracked IS
'lets users change only the rows about their own tables';

-- The columns of a row of extract_quotes, in order.
CREATE FUNCTION newsquote_internal.columns(OUT number pg_catalog.int8, OUT name pg_catalog.text, OUT type pg_catalog.text)
RETURNS SETOF pg_catalog.record
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT c.number, c.name, format_type(c.type, NULL)
	FROM pg_proc AS p
		CROSS JOIN unnest(p.proargnames, p.proargmodes, p.proallargtypes) WITH ORDINALITY AS c(name, mode, type, number)
	WHERE p.oid = '@extschema@.extract_quotes(text, boolean, text, text[], text[])'::regprocedure AND c.mode = 't'
$$;

COMMENT ON FUNCTION newsquote_internal.columns() IS
'the columns of a quote';

-- A key column whose name clashes with a column of the tables of quotes gets a prefix, and so does one whose name
-- already has that prefix.
CREATE FUNCTION newsquote_internal.kept_name(name pg_catalog.name) RETURNS pg_catalog.name
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT CASE WHEN name ~ ('^(article_)*(speaker|quote|position|kind|cue|mention|mention_position|utterance|confidence'
			'|speaker_type|speaker_named|speaker_gender|speaker_role|asserted|ordinal|engine|hash)$')
		THEN ('article_' || name)::name ELSE name END
$$;

COMMENT ON FUNCTION newsquote_internal.kept_name(pg_catalog.name) IS
'name of a key column in the tables of quotes';

-- The columns of a table's primary key; kept is the name in the tables made from it, operator the key's own "=".
CREATE FUNCTION newsquote_internal.key_columns(source pg_catalog.regclass, OUT number pg_catalog.int8, OUT name pg_catalog.name,
	OUT kept pg_catalog.name, OUT operator pg_catalog.text, OUT type pg_catalog.text, OUT collation_oid pg_catalog.oid)
RETURNS SETOF pg_catalog.record
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT k.number, a.attname, newsquote_internal.kept_name(a.attname),
		format('OPERATOR(%I.%s)', n.nspname, p.oprname), format_type(a.atttypid, a.atttypmod), a.attcollation
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

COMMENT ON FUNCTION newsquote_internal.key_columns(pg_catalog.regclass) IS
'the columns of a table''s primary key';

-- The template is formatted for each column of the key: %1 is its name in the source, %2 its name in
-- the tables made from it, %3 the type's "=", %4 its number.
CREATE FUNCTION newsquote_internal.key(source pg_catalog.regclass, template pg_catalog.text, separator pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT string_agg(format(template, k.name, k.kept, k.operator, k.number), separator ORDER BY k.number)
	FROM newsquote_internal.key_columns(source) AS k
$$;

COMMENT ON FUNCTION newsquote_internal.key(pg_catalog.regclass, pg_catalog.text, pg_catalog.text) IS
'a piece of SQL about the columns of a table''s primary key';

-- The table itself, and its partitions of every level.
CREATE FUNCTION newsquote_internal.tables(source pg_catalog.regclass) RETURNS SETOF pg_catalog.regclass
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT source UNION SELECT relid FROM pg_partition_tree(source) $$;

COMMENT ON FUNCTION newsquote_internal.tables(pg_catalog.regclass) IS
'a table and its partitions';

CREATE FUNCTION newsquote_internal.by_triggers(source pg_catalog.regclass) RETURNS pg_catalog.bool
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT relkind = 'p' FROM pg_class WHERE oid = source $$;

COMMENT ON FUNCTION newsquote_internal.by_triggers(pg_catalog.regclass) IS
'whether triggers delete the quotes of deleted articles, and not foreign keys';

-- What must not change in the source while the keeper works: the names of columns, and the types of those that are copied.
CREATE FUNCTION newsquote_internal.shape(source pg_catalog.regclass, body_column pg_catalog.name) RETURNS pg_catalog.text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT array_agg(format('%I %s', k.name, k.type) ORDER BY k.number) || format('%I', body_column)
	FROM newsquote_internal.key_columns(source) AS k
$$;

COMMENT ON FUNCTION newsquote_internal.shape(pg_catalog.regclass, pg_catalog.name) IS
'the columns of a source that its quotes depend on';

--
-- The statements
--

-- FROM item: the articles, or those of one partition.  ONLY leaves out the children of a table that became a parent
-- after it was tracked.
CREATE FUNCTION newsquote_internal.articles_sql(part pg_catalog.regclass, filter pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT CASE WHEN filter IS NULL THEN format('%s %s', c.only_sql, part)
		ELSE format('(SELECT * FROM %s %s WHERE (%s))', c.only_sql, part, filter) END
	FROM (SELECT CASE relkind WHEN 'p' THEN '' ELSE 'ONLY' END FROM pg_class WHERE oid = part) AS c(only_sql)
$$;

COMMENT ON FUNCTION newsquote_internal.articles_sql(pg_catalog.regclass, pg_catalog.text) IS
'SQL for the articles that are tracked';

-- The hash has 64 bits; it is NULL if there is no text.
CREATE FUNCTION newsquote_internal.hash_sql(t @extschema@.newsquote_tracked) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT format('hashtextextended(a.%I::text COLLATE "C", 0::bigint)', t.body_column) $$;

COMMENT ON FUNCTION newsquote_internal.hash_sql(@extschema@.newsquote_tracked) IS
'SQL for the hash of an article''s text';

-- SQL for the rows of the target; from_clause has the articles as "a".
CREATE FUNCTION newsquote_internal.rows_sql(t @extschema@.newsquote_tracked, from_clause pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		SELECT %s, %s, q.ordinality AS ordinal
		FROM %s
			CROSS JOIN LATERAL %s.extract_quotes(a.%I::text, %L::boolean, %L::text, %L::text[], %L::text[])
				WITH ORDINALITY AS q$$,
		newsquote_internal.key(t.source, 'a.%1$I AS %2$I', ', '),
		(SELECT string_agg(format('q.%I', name), ', ' ORDER BY number) FROM newsquote_internal.columns()),
		from_clause, '@extschema@', t.body_column, t.indirect, t.language, t.cues, t.patterns)
$sql$;

COMMENT ON FUNCTION newsquote_internal.rows_sql(@extschema@.newsquote_tracked, pg_catalog.text) IS
'SQL that finds the quotes of articles';

-- SQL for step 1: "articles" returns the keys and the hash, in order; the statement returns the ctids of the claims.
CREATE FUNCTION newsquote_internal.claim_sql(t @extschema@.newsquote_tracked, articles pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		INSERT INTO %1$s AS d (%2$s, hash, engine)
		SELECT c.*, %3$s.newsquote_version() FROM (%4$s) AS c
		ON CONFLICT (%2$s) DO UPDATE SET hash = excluded.hash, engine = excluded.engine
		RETURNING d.ctid AS place$$,
		t.done, newsquote_internal.key(t.source, '%2$I', ', '), '@extschema@', articles)
$sql$;

COMMENT ON FUNCTION newsquote_internal.claim_sql(@extschema@.newsquote_tracked, pg_catalog.text) IS
'SQL that claims articles before their quotes are made';

-- SQL for steps 2 and 3.
CREATE FUNCTION newsquote_internal.make_sql(t @extschema@.newsquote_tracked, claims pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		DELETE FROM %1$s AS q USING %2$s AS d
		WHERE d.ctid = ANY (%3$s) AND %4$s;
		INSERT INTO %1$s (%5$s, %6$s, ordinal) %7$s
		WHERE d.ctid = ANY (%3$s);$$,
		t.target, t.done, claims,
		newsquote_internal.key(t.source, 'q.%2$I %3$s d.%2$I', ' AND '),
		newsquote_internal.key(t.source, '%2$I', ', '),
		(SELECT string_agg(format('%I', name), ', ' ORDER BY number) FROM newsquote_internal.columns()),
		newsquote_internal.rows_sql(t, format('%s AS d JOIN %s AS a ON %s', t.done,
			newsquote_internal.articles_sql(t.source, t.filter),
			newsquote_internal.key(t.source, 'a.%1$I %3$s d.%2$I', ' AND '))))
		|| CASE WHEN t.filter IS NULL AND NOT newsquote_internal.by_triggers(t.source) THEN '' ELSE format($$
		DELETE FROM %1$s AS d
		WHERE d.ctid = ANY (%2$s) AND NOT EXISTS (SELECT FROM %3$s AS a WHERE %4$s);$$,
		t.done, claims, newsquote_internal.articles_sql(t.source, t.filter),
		newsquote_internal.key(t.source, 'a.%1$I %3$s d.%2$I', ' AND ')) END
$sql$;

COMMENT ON FUNCTION newsquote_internal.make_sql(@extschema@.newsquote_tracked, pg_catalog.text) IS
'SQL that makes the quotes of claimed articles';

-- SQL that claims up to $2 articles after ctid $1 in one table: returns the claims, the last
-- article's ctid, and how many articles had been read with another text.
CREATE FUNCTION newsquote_internal.pick_sql(t @extschema@.newsquote_tracked, part pg_catalog.regclass, wait pg_catalog.bool, verify pg_catalog.bool)
RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
		WITH picked(%1$s, hash, known, place) AS MATERIALIZED (
			SELECT %2$s, %3$s, (SELECT d.engine = %4$s.newsquote_version() FROM %5$s AS d WHERE %6$s), a.ctid
			FROM ONLY %7$s AS a
			WHERE a.ctid > $1
				AND (SELECT d.engine = %4$s.newsquote_version() %8$s FROM %5$s AS d WHERE %6$s) IS NOT TRUE
				%9$s
			LIMIT $2
			FOR NO KEY UPDATE OF a %10$s
		), claim AS (%11$s)
		SELECT (SELECT array_agg(place) FROM claim), (SELECT max(place) FROM picked),
			(SELECT count(*) FROM picked WHERE known)$$,
		newsquote_internal.key(t.source, 'key_%4$s', ', '),
		newsquote_internal.key(t.source, 'a.%1$I', ', '),
		newsquote_internal.hash_sql(t), '@extschema@', t.done,
		newsquote_internal.key(t.source, 'd.%2$I %3$s a.%1$I', ' AND '),
		part,
		CASE WHEN verify THEN format('AND d.hash IS NOT DISTINCT FROM %s', newsquote_internal.hash_sql(t)) ELSE '' END,
		'AND (' || t.filter || ')',
		CASE WHEN wait THEN '' ELSE 'SKIP LOCKED' END,
		newsquote_internal.claim_sql(t, format('SELECT %s, hash FROM picked', newsquote_internal.key(t.source, 'key_%4$s', ', '))))
$sql$;

COMMENT ON FUNCTION newsquote_internal.pick_sql(@extschema@.newsquote_tracked, pg_catalog.regclass, pg_catalog.bool, pg_catalog.bool) IS
'SQL that claims a batch of articles that are not done';

-- SQL for step 1 of a statement that wrote articles: those that still exist, with their current
-- text, because other triggers may have written again.  An UPDATE matters if it changed a byte of the text,
-- the key (one article may have got the former key of another), or the result of the filter.
CREATE FUNCTION newsquote_internal.written_sql(t @extschema@.newsquote_tracked, updated pg_catalog.bool) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format('WITH claim AS (%s) SELECT array_agg(place) %s FROM claim',
		newsquote_internal.claim_sql(t, format('SELECT %s, %s FROM new_rows AS n JOIN %s AS a ON %s %s',
			newsquote_internal.key(t.source, 'a.%1$I', ', '),
			newsquote_internal.hash_sql(t),
			newsquote_internal.articles_sql(t.source, CASE WHEN NOT updated THEN t.filter END),
			newsquote_internal.key(t.source, 'a.%1$I %3$s n.%1$I', ' AND '),
			CASE WHEN updated THEN format($$
				WHERE NOT EXISTS (
					SELECT FROM %3$s AS o
					WHERE %1$s AND o.%2$I::text COLLATE "C" IS NOT DISTINCT FROM n.%2$I::text %4$s)$$,
				newsquote_internal.key(t.source, 'o.%1$I %3$s n.%1$I', ' AND '), t.body_column,
				CASE WHEN t.filter IS NULL THEN 'old_rows'
					ELSE format('(SELECT *, (%s) IS TRUE AS newsquote_filter FROM old_rows)', t.filter) END,
				CASE WHEN t.filter IS NULL THEN ''
					ELSE format('AND o.newsquote_filter = EXISTS (SELECT FROM %s AS f WHERE %s)',
						newsquote_internal.articles_sql(t.source, t.filter),
						newsquote_internal.key(t.source, 'f.%1$I %3$s n.%1$I', ' AND ')) END)
			ELSE '' END)),
		CASE WHEN updated THEN '' ELSE 'INTO newsquote.claims' END)
$sql$;

COMMENT ON FUNCTION newsquote_internal.written_sql(@extschema@.newsquote_tracked, pg_catalog.bool) IS
'SQL that claims the articles that a statement wrote';

-- SQL for step 1 of a statement that deleted articles or changed their keys: claims those that no longer exist.  The claim makes
-- transactions with an older snapshot fail; steps 2 and 3 end by deleting it.
CREATE FUNCTION newsquote_internal.gone_sql(t @extschema@.newsquote_tracked, updated pg_catalog.bool) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format('WITH claim AS (%s) SELECT array_agg(place) FROM claim',
		newsquote_internal.claim_sql(t, format('SELECT %s, NULL::bigint AS hash FROM old_rows AS o WHERE %s NOT EXISTS (SELECT FROM %s AS a WHERE %s)',
			newsquote_internal.key(t.source, 'o.%1$I', ', '),
			CASE WHEN updated THEN format('NOT EXISTS (SELECT FROM new_rows AS n WHERE %s) AND',
				newsquote_internal.key(t.source, 'n.%1$I %3$s o.%1$I', ' AND ')) ELSE '' END,
			t.source, newsquote_internal.key(t.source, 'a.%1$I %3$s o.%1$I', ' AND '))))
$sql$;

COMMENT ON FUNCTION newsquote_internal.gone_sql(@extschema@.newsquote_tracked, pg_catalog.bool) IS
'SQL that claims the articles that a statement deleted';

-- SQL that deletes the quotes of articles that no longer exist.
CREATE FUNCTION newsquote_internal.empty_sql(t @extschema@.newsquote_tracked) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT string_agg(format('DELETE FROM %s AS d WHERE NOT EXISTS (SELECT FROM %s AS a WHERE %s);', relation, t.source,
		newsquote_internal.key(t.source, 'a.%1$I %3$s d.%2$I', ' AND ')), ' ')
	FROM unnest(ARRAY[t.target, t.done]) AS relation
$sql$;

COMMENT ON FUNCTION newsquote_internal.empty_sql(@extschema@.newsquote_tracked) IS
'SQL that deletes the quotes of articles that are no more';

--
-- The keeper
--

-- Locks the tables that a keeper names, and returns whether it should work on them; raises an error if they
-- are not the tracked ones or belong to others.  Runs with the rights of the keeper's owner.
CREATE FUNCTION newsquote_internal.keeps(
	relation pg_catalog.regclass,
	trigger_name pg_catalog.name,
	source_name pg_catalog.text,
	target_name pg_catalog.text,
	done_name pg_catalog.text,
	shape pg_catalog.text[]
) RETURNS pg_catalog.bool
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	root CONSTANT regclass := coalesce(pg_partition_root(relation), relation);
	tracked_target regclass;
	tracked_done regclass;
	fault text;
BEGIN
	-- Another schema of that name could contain anything.
	IF (SELECT quote_ident(n.nspname) FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace
		WHERE e.extname = 'newsquote') IS DISTINCT FROM '@extschema@' THEN
		RAISE object_not_in_prerequisite_state USING MESSAGE = format('cannot keep the quotes of table %s up to date', root),
			DETAIL = 'The schema of extension newsquote had the name @extschema@ when it was created.',
			HINT = 'Rename the schema back.';
	END IF;
	SELECT k.target, k.done INTO tracked_target, tracked_done
	FROM @extschema@.newsquote_tracked AS k WHERE k.source = root;
	IF NOT FOUND THEN
		-- A detached partition keeps its triggers.
		IF to_regclass(source_name) IS DISTINCT FROM root THEN
			RETURN false;
		END IF;
		-- A transaction that began before the table was tracked does not see the row either.
		IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
			RAISE serialization_failure USING MESSAGE = 'could not serialize access due to concurrent update';
		END IF;
		RAISE object_not_in_prerequisite_state USING MESSAGE = format('table %s has triggers of newsquote, but is not tracked', root),
			HINT = format('Use CALL track_quotes(%L, ...) to track it again.', root);
	ELSIF relation <> root AND (SELECT tgfoid FROM pg_trigger WHERE tgrelid = relation AND tgname = trigger_name)
		IS DISTINCT FROM (SELECT tgfoid FROM pg_trigger WHERE tgrelid = root AND tgname = trigger_name) THEN
		-- So does a partition that was attached to another tracked table.
		RETURN false;
	END IF;

	-- Locked tables cannot be renamed.
	IF to_regclass(target_name) IS NOT NULL AND to_regclass(done_name) IS NOT NULL THEN
		EXECUTE format('LOCK TABLE %s, %s IN ROW EXCLUSIVE MODE', target_name, done_name);
	END IF;
	SELECT CASE
		WHEN count(*) < 3 OR to_regclass(source_name) IS DISTINCT FROM root
			OR to_regclass(target_name) IS DISTINCT FROM tracked_target
			OR to_regclass(done_name) IS DISTINCT FROM tracked_done
			THEN format('One of the tables %s, %s and %s was renamed, moved or dropped.', source_name, target_name, done_name)
		WHEN bool_or(pg_get_userbyid(c.relowner) <> current_user)
			THEN format('The tables %s, %s and %s must belong to one role.', source_name, target_name, done_name)
		WHEN bool_or(c.relforcerowsecurity)
			THEN 'Row-level security is forced on one of the tables.'
		WHEN EXISTS (SELECT FROM unnest(shape) AS item WHERE NOT EXISTS (
				SELECT FROM pg_attribute AS a WHERE a.attrelid = root AND a.attnum > 0 AND NOT a.attisdropped
					AND item IN (format('%I', a.attname), format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)))))
			THEN 'The column with the text or one of the primary key has another name or type.'
		END INTO fault
	FROM pg_class AS c WHERE c.oid IN (root, tracked_target, tracked_done);
	IF fault IS NOT NULL THEN
		RAISE object_not_in_prerequisite_state USING MESSAGE = format('cannot keep the quotes of table %s up to date', root),
			DETAIL = fault, HINT = format('CALL refresh_quotes(%L) repairs this, or reports what is wrong.', root);
	END IF;
	RETURN true;
END
$$;

COMMENT ON FUNCTION newsquote_internal.keeps(pg_catalog.regclass, pg_catalog.name, pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text[]) IS
'whether the tables that a trigger function names are those that it keeps';

-- Its name, in the target's schema.
CREATE FUNCTION newsquote_internal.keeper(t @extschema@.newsquote_tracked) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT format('%I.%I', n.nspname, c.relname || '_keep')
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
	WHERE c.oid = t.target
$$;

COMMENT ON FUNCTION newsquote_internal.keeper(@extschema@.newsquote_tracked) IS
'name of the trigger function that keeps a table of quotes right';

-- Any user may create a trigger of that name; newsquote's own functions depend on the extension.
CREATE FUNCTION newsquote_internal.is_keeper(function pg_catalog.oid) RETURNS pg_catalog.bool
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT EXISTS (
		SELECT FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
		WHERE d.classid = 'pg_proc'::regclass AND d.objid = function AND d.deptype = 'x'
			AND d.refclassid = 'pg_extension'::regclass AND e.extname = 'newsquote')
$$;

COMMENT ON FUNCTION newsquote_internal.is_keeper(pg_catalog.oid) IS
'whether a trigger function is one that newsquote made';

-- Cached plans must not depend on how many rows the first statement wrote or how small the tables
-- were then: with ctids and indexes, the time per row is the same for one row and for many.  The query for the articles that an UPDATE
-- changed is planned each time, because without a hash table it would compare every row with every other.
CREATE FUNCTION newsquote_internal.keeper_sql(t @extschema@.newsquote_tracked) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$
#variable_conflict use_column
<<newsquote>>
DECLARE
	claims tid[];
	gone tid[];
BEGIN
	IF NOT newsquote_internal.keeps(TG_RELID::regclass, TG_NAME, %L::text, %L::text, %L::text, %L::text[]) THEN
		RETURN NULL;
	ELSIF TG_OP = 'INSERT' THEN
		%s;
	ELSE
		PERFORM set_config('enable_hashjoin', 'on', true);
		%s
		PERFORM set_config('enable_hashjoin', 'off', true);
	END IF;
	IF newsquote.claims IS NOT NULL THEN%s
	END IF;
	RETURN NULL;
END
$$,
		t.source, t.target, t.done, newsquote_internal.shape(t.source, t.body_column),
		newsquote_internal.written_sql(t, false),
		CASE WHEN newsquote_internal.by_triggers(t.source) THEN format($$
		CASE TG_OP
			WHEN 'TRUNCATE' THEN %s
			WHEN 'DELETE' THEN
				EXECUTE %L INTO newsquote.claims;
			ELSE
				EXECUTE %L INTO newsquote.claims;
				EXECUTE %L INTO newsquote.gone;
				newsquote.claims := array_cat(newsquote.claims, newsquote.gone);
		END CASE;$$,
			newsquote_internal.empty_sql(t), newsquote_internal.gone_sql(t, false),
			newsquote_internal.written_sql(t, true), newsquote_internal.gone_sql(t, true))
		ELSE format('EXECUTE %L INTO newsquote.claims;', newsquote_internal.written_sql(t, true)) END,
		newsquote_internal.make_sql(t, 'newsquote.claims'))
$sql$;

COMMENT ON FUNCTION newsquote_internal.keeper_sql(@extschema@.newsquote_tracked) IS
'body of the trigger function that keeps a table of quotes right';

--
-- Creating and repairing
--

-- Creates a table of quotes, or takes one that was kept when tracking ended.  Everything but the columns is
-- created by "repairs".
CREATE FUNCTION newsquote_internal.make_tables(t @extschema@.newsquote_tracked, schema pg_catalog.name, target pg_catalog.name)
RETURNS @extschema@.newsquote_tracked
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	done CONSTANT name := target || '_done';
	unlogged CONSTANT text := (SELECT CASE relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE '' END
		FROM pg_class WHERE oid = t.source);
	column_name text;
	comment text;
BEGIN
	IF to_regclass(format('%I.%I', schema, target)) IS NULL THEN
		EXECUTE format('CREATE %s TABLE %I.%I AS %s WITH NO DATA', unlogged, schema, target,
			newsquote_internal.rows_sql(t, format('%s AS a', t.source)));
		EXECUTE format('CREATE INDEX ON %I.%I (speaker)', schema, target);
		FOR column_name, comment IN VALUES
			('speaker', 'who says it: the fullest name in the article; NULL: nobody is named'), ('quote', 'the words, as printed'),
			('position', 'of the first character of the quote in the article, from 1'), ('kind', 'direct, mixed, or indirect: without quotation marks'),
			('cue', 'the reporting words, as printed'), ('mention', 'the words that refer to the speaker, as printed'),
			('mention_position', 'where these start'), ('utterance', 'pieces of one quotation have the same number'),
			('confidence', 'probability that quotation and speaker are right'), ('speaker_type', 'person, organisation, group or document'),
			('speaker_named', 'a proper name, not a description'), ('speaker_gender', 'female or male; NULL: not shown'),
			('speaker_role', 'the words beside the name that say who it is'), ('asserted', 'false: denied, future, conditional or asked for'),
			('ordinal', 'number of the quote in its article, from 1')
		LOOP
			EXECUTE format('COMMENT ON COLUMN %I.%I.%I IS %L', schema, target, column_name, comment);
		END LOOP;
	END IF;
	EXECUTE format('CREATE %s TABLE %I.%I AS SELECT %s, NULL::bigint AS hash, NULL::text AS engine FROM %s AS a WITH NO DATA',
		unlogged, schema, done, newsquote_internal.key(t.source, 'a.%1$I AS %2$I', ', '), t.source);
	EXECUTE format('ALTER TABLE %I.%I ALTER engine SET NOT NULL', schema, done);
	EXECUTE format('COMMENT ON TABLE %I.%I IS %L', schema, target,
		format('quotes in the articles of %s, kept by newsquote', t.source));
	EXECUTE format('COMMENT ON TABLE %I.%I IS %L', schema, done,
		format('articles of %s whose quotes are kept, the version of newsquote that found them, and a hash of the text', t.source));
	t.target := format('%I.%I', schema, target)::regclass;
	t.done := format('%I.%I', schema, done)::regclass;
	RETURN t;
END
$$;

COMMENT ON FUNCTION newsquote_internal.make_tables(@extschema@.newsquote_tracked, pg_catalog.name, pg_catalog.name) IS
'makes the table of quotes and the table of the articles that are done';

-- Corrections are made by users, so they are in an ordinary table without a foreign key and survive when an article is deleted and loaded
-- again.  The table and the view that applies it are found by their names, in the target's schema.
CREATE FUNCTION newsquote_internal.name_beside(t @extschema@.newsquote_tracked, suffix pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT format('%I.%I', n.nspname, c.relname || suffix)
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = t.target
$$;

COMMENT ON FUNCTION newsquote_internal.name_beside(@extschema@.newsquote_tracked, pg_catalog.text) IS
'qualified name of a table of quotes with a suffix';

-- NULL if there is none, or if the table of that name is something else.
CREATE FUNCTION newsquote_internal.corrections(t @extschema@.newsquote_tracked) RETURNS pg_catalog.regclass
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT c.oid::regclass FROM pg_class AS c
	WHERE c.oid = to_regclass(newsquote_internal.name_beside(t, '_corrections')) AND c.relkind = 'r' AND pg_get_userbyid(c.relowner) = current_user
		AND ARRAY(SELECT a.attname FROM pg_index AS i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, number)
				JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
			WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.number)
			= ARRAY(SELECT k.kept FROM newsquote_internal.key_columns(t.source) AS k ORDER BY k.number) || 'quote_key'::name
$$;

COMMENT ON FUNCTION newsquote_internal.corrections(@extschema@.newsquote_tracked) IS
'the table of corrections of a table of quotes';

CREATE FUNCTION newsquote_internal.corrected(t @extschema@.newsquote_tracked) RETURNS pg_catalog.regclass
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT c.oid::regclass FROM pg_class AS c
	WHERE c.oid = to_regclass(newsquote_internal.name_beside(t, '_corrected')) AND c.relkind = 'v' AND pg_get_userbyid(c.relowner) = current_user
		AND EXISTS (SELECT FROM pg_rewrite AS r JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
			WHERE r.ev_class = c.oid AND d.refclassid = 'pg_class'::regclass AND d.refobjid = newsquote_internal.corrections(t))
$$;

COMMENT ON FUNCTION newsquote_internal.corrected(@extschema@.newsquote_tracked) IS
'the view of a table of quotes as corrected';

CREATE FUNCTION newsquote_internal.corrections_sql(t @extschema@.newsquote_tracked, relation pg_catalog.text) RETURNS SETOF pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format('CREATE TABLE %s AS SELECT %s, quote, speaker, speaker_type, speaker_named, speaker_gender, speaker_role, kind, asserted FROM %s WITH NO DATA',
		relation, newsquote_internal.key(t.source, '%2$I', ', '), t.target)
	UNION ALL SELECT format('ALTER TABLE %1$s ADD rejected boolean NOT NULL DEFAULT false, ADD note text, '
		'ADD corrected_by name NOT NULL DEFAULT session_user, ADD corrected_at timestamptz NOT NULL DEFAULT now(), '
		'ADD quote_key text GENERATED ALWAYS AS (%2$s.quote_key(quote)) STORED, '
		'ALTER quote SET NOT NULL, ADD PRIMARY KEY (%3$s, quote_key)', relation, '@extschema@', newsquote_internal.key(t.source, '%2$I', ', '))
	UNION ALL SELECT format('COMMENT ON TABLE %s IS %L', relation,
		format('corrections of the quotes in %s, by article and words; NULL: as found', t.target))
	UNION ALL SELECT format('COMMENT ON COLUMN %s.%I IS %L', relation, c.name, c.comment)
	FROM (VALUES ('quote', 'the words of the quote that is corrected'),
		('quote_key', 'finds the quote after a new extraction'),
		('speaker', 'the right speaker; with one, the columns about the speaker are taken from here, too'),
		('rejected', 'not a quotation')) AS c(name, comment)
$sql$;

COMMENT ON FUNCTION newsquote_internal.corrections_sql(@extschema@.newsquote_tracked, pg_catalog.text) IS
'SQL that makes a table of corrections';

-- New columns of extract_quotes come last, because CREATE OR REPLACE VIEW can add them only there.  Where PostgreSQL has security_invoker views, readers
-- need their own rights on the tables, and row-level security applies.
CREATE FUNCTION newsquote_internal.corrected_sql(t @extschema@.newsquote_tracked, corrections pg_catalog.regclass, relation pg_catalog.text) RETURNS pg_catalog.text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $sql$
	SELECT format($$CREATE OR REPLACE VIEW %s %s AS
		SELECT %s, q.ordinal, c.quote_key IS NOT NULL AS corrected, %s
		FROM %s AS q LEFT JOIN %s AS c ON %s AND c.quote_key OPERATOR(pg_catalog.=) %s.quote_key(q.quote)
		WHERE c.rejected IS NOT TRUE$$,
		relation, coalesce(
			(SELECT format('WITH (%s)', array_to_string(reloptions, ', ')) FROM pg_class WHERE oid = to_regclass(relation) AND reloptions IS NOT NULL),
			CASE WHEN current_setting('server_version_num')::integer >= 150000 THEN 'WITH (security_invoker = true)' ELSE '' END),
		newsquote_internal.key(t.source, 'q.%2$I', ', '),
		(SELECT string_agg(CASE
				WHEN k.name = 'speaker' THEN 'CASE WHEN c.speaker IS NULL THEN q.speaker ELSE nullif(c.speaker, ''''::text) END AS speaker'
				WHEN k.name IN ('speaker_gender', 'speaker_role') THEN format(
					'nullif(CASE WHEN c.speaker IS NULL THEN coalesce(c.%1$I, q.%1$I) ELSE c.%1$I END, ''''::text) AS %1$I', k.name)
				WHEN k.name LIKE 'speaker\_%%' THEN format('CASE WHEN c.speaker IS NULL THEN coalesce(c.%1$I, q.%1$I) ELSE c.%1$I END AS %1$I', k.name)
				WHEN k.name IN ('kind', 'asserted') THEN format('coalesce(c.%1$I, q.%1$I) AS %1$I', k.name)
				ELSE format('q.%I', k.name) END, ', ' ORDER BY k.number)
			FROM newsquote_internal.columns() AS k),
		t.target, corrections, newsquote_internal.key(t.source, 'c.%2$I %3$s q.%2$I', ' AND '), '@extschema@')
$sql$;

COMMENT ON FUNCTION newsquote_internal.corrected_sql(@extschema@.newsquote_tracked, pg_catalog.regclass, pg_catalog.text) IS
'SQL that makes the view of the quotes as corrected';

-- What the tables of quotes lack: columns of a newer version, the current types of the key, constraints.
CREATE FUNCTION newsquote_internal.table_repairs(t @extschema@.newsquote_tracked) RETURNS SETOF pg_catalog.text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	kept CONSTANT text := newsquote_internal.key(t.source, '%2$I', ', ');
	logged CONSTANT "char" := (SELECT relpersistence FROM pg_class WHERE oid = t.source);
	corrections CONSTANT regclass := newsquote_internal.corrections(t);
	corrected CONSTANT regclass := newsquote_internal.corrected(t);
	types CONSTANT text[] := ARRAY(
		SELECT format('ALTER TABLE %s ALTER %I TYPE %s', n.relation, k.kept, k.type)
			|| CASE WHEN k.collation_oid = 0 THEN '' ELSE format(' COLLATE %s', k.collation_oid::regcollation) END
		FROM unnest(ARRAY[t.target, t.done, corrections]) AS n(relation)
			CROSS JOIN newsquote_internal.key_columns(t.source) AS k
			JOIN pg_attribute AS a ON a.attrelid = n.relation AND a.attname = k.kept AND NOT a.attisdropped
		WHERE format_type(a.atttypid, a.atttypmod) <> k.type OR a.attcollation <> k.collation_oid);
	relation regclass;
	adds text[] := '{}';
BEGIN
	-- The type of a column that a view uses cannot be changed.
	IF types <> '{}' AND corrected IS NOT NULL THEN
		RETURN NEXT format('DROP VIEW %s', corrected);
	END IF;
	RETURN QUERY SELECT unnest(types);
	FOREACH relation IN ARRAY ARRAY[t.target, t.done] LOOP
		RETURN QUERY SELECT format('ALTER TABLE %s ADD %I %s', relation, c.name, c.type)
			FROM (SELECT n.name, n.type, n.number FROM newsquote_internal.columns() AS n WHERE relation = t.target
				UNION ALL SELECT 'hash', 'bigint', 0 WHERE relation = t.done) AS c
			WHERE NOT EXISTS (SELECT FROM pg_attribute AS a
				WHERE a.attrelid = relation AND a.attname = c.name AND NOT a.attisdropped)
			ORDER BY c.number;
		RETURN QUERY SELECT format('ALTER TABLE %s ALTER %I SET NOT NULL', relation, a.attname)
			FROM pg_attribute AS a
			WHERE relation = t.target AND a.attrelid = relation AND a.attname IN ('quote', 'position', 'kind') AND NOT a.attnotnull;
		IF logged = 'p' AND (SELECT relpersistence FROM pg_class WHERE oid = relation) = 'u' THEN
			RETURN NEXT format('ALTER TABLE %s SET LOGGED', relation);
		END IF;
		IF NOT EXISTS (SELECT FROM pg_index WHERE indrelid = relation AND indisprimary) THEN
			adds := adds || format('ALTER TABLE %s ADD PRIMARY KEY (%s%s)', relation, kept,
				CASE WHEN relation = t.target THEN ', ordinal' ELSE '' END);
		END IF;
		-- A kept table may still refer to its former articles, and version 0.2 created foreign keys where
		-- triggers are used now.
		RETURN QUERY SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', relation, f.conname)
			FROM pg_constraint AS f
			WHERE f.conrelid = relation AND f.contype = 'f' AND f.conparentid = 0
				AND (f.confrelid <> t.source OR newsquote_internal.by_triggers(t.source))
				AND f.confdeltype = 'c' AND f.confupdtype = 'c' AND cardinality(f.conkey) = cardinality(f.confkey)
				AND ARRAY(SELECT a.attname FROM unnest(f.conkey) WITH ORDINALITY AS c(attnum, number)
					JOIN pg_attribute AS a ON a.attrelid = relation AND a.attnum = c.attnum ORDER BY c.number)
				= ARRAY(SELECT k.kept FROM newsquote_internal.key_columns(t.source) AS k ORDER BY k.number);
		IF NOT newsquote_internal.by_triggers(t.source)
			AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = relation AND contype = 'f' AND conparentid = 0
			AND confrelid = t.source AND confdeltype = 'c' AND confupdtype = 'c') THEN
			adds := adds || format('ALTER TABLE %s ADD FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE CASCADE ON UPDATE CASCADE',
				relation, kept, t.source, newsquote_internal.key(t.source, '%1$I', ', '));
		END IF;
	END LOOP;
	IF adds <> '{}' THEN
		RETURN NEXT format('SELECT newsquote_internal.delete_orphans(%L::regclass)', t.source::oid);
		RETURN QUERY SELECT unnest(adds);
	END IF;
	IF corrected IS NOT NULL AND (types <> '{}' OR EXISTS (SELECT FROM newsquote_internal.columns() AS n
		WHERE NOT EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = corrected AND a.attname = n.name))) THEN
		RETURN NEXT newsquote_internal.corrected_sql(t, corrections, newsquote_internal.name_beside(t, '_corrected'));
		RETURN QUERY SELECT format('GRANT %s ON %s TO %s', g.privilege_type, corrected,
				CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(g.grantee)) END)
			FROM pg_class AS c CROSS JOIN aclexplode(c.relacl) AS g
			WHERE c.oid = corrected AND g.grantee <> c.relowner;
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.table_repairs(@extschema@.newsquote_tracked) IS
'SQL that mends the tables of quotes';

-- What is missing of the keeper and its triggers.  A statement fires only the triggers of the table that it names,
-- so each partition has them, too, and nothing is done twice.
CREATE FUNCTION newsquote_internal.keeper_repairs(t @extschema@.newsquote_tracked) RETURNS SETOF pg_catalog.text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	keeper CONSTANT text := newsquote_internal.keeper(t);
	function CONSTANT oid := to_regprocedure(keeper || '()');
	body CONSTANT text := newsquote_internal.keeper_sql(t);
BEGIN
	IF NOT EXISTS (SELECT FROM pg_proc WHERE oid = function AND prosrc = body AND prosecdef) THEN
		RETURN NEXT format('CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER '
			'SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan '
			'SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS %L', keeper, body);
		-- Nobody else may use it for a trigger on another table.
		RETURN NEXT format('REVOKE ALL ON FUNCTION %s() FROM PUBLIC', keeper);
		-- DROP EXTENSION newsquote CASCADE also drops the triggers, so that articles can still be written.
		RETURN NEXT format('ALTER FUNCTION %s() DEPENDS ON EXTENSION newsquote', keeper);
		RETURN NEXT format('COMMENT ON FUNCTION %s() IS %L', keeper, format('keeps %s right: see track_quotes', t.target));
	END IF;
	-- Triggers left over from another name of the target or from tracking another table.
	RETURN QUERY SELECT format('DROP TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass)
		FROM pg_trigger AS g JOIN newsquote_internal.tables(t.source) AS part ON part = g.tgrelid
		WHERE g.tgname IN ('newsquote_insert', 'newsquote_update', 'newsquote_delete', 'newsquote_truncate') AND g.tgfoid IS DISTINCT FROM function
			AND newsquote_internal.is_keeper(g.tgfoid);
	RETURN QUERY SELECT format('CREATE TRIGGER %I AFTER %s ON %s %s FOR EACH STATEMENT EXECUTE FUNCTION %s()',
			e.name, e.event, part, e.rows, keeper)
		FROM newsquote_internal.tables(t.source) AS part
			CROSS JOIN (VALUES (true, 'newsquote_insert', 'INSERT', 'REFERENCING NEW TABLE AS new_rows'),
				(true, 'newsquote_update', 'UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'),
				(false, 'newsquote_delete', 'DELETE', 'REFERENCING OLD TABLE AS old_rows'),
				(false, 'newsquote_truncate', 'TRUNCATE', '')) AS e(always, name, event, rows)
		WHERE (e.always OR newsquote_internal.by_triggers(t.source)) AND NOT EXISTS (SELECT FROM pg_trigger AS g WHERE g.tgrelid = part AND g.tgname = e.name AND g.tgfoid = function)
		ORDER BY part, e.name;
	RETURN QUERY SELECT DISTINCT format('DROP FUNCTION %s', g.tgfoid::regprocedure)
		FROM pg_trigger AS g JOIN newsquote_internal.tables(t.source) AS part ON part = g.tgrelid
			JOIN pg_proc AS p ON p.oid = g.tgfoid
		WHERE g.tgname IN ('newsquote_insert', 'newsquote_update', 'newsquote_delete', 'newsquote_truncate') AND g.tgfoid IS DISTINCT FROM function
			AND newsquote_internal.is_keeper(g.tgfoid) AND pg_get_userbyid(p.proowner) = current_user
			AND NOT EXISTS (SELECT FROM pg_trigger AS other WHERE other.tgfoid = g.tgfoid
				AND other.tgrelid NOT IN (SELECT newsquote_internal.tables(t.source)));
END
$$;

COMMENT ON FUNCTION newsquote_internal.keeper_repairs(@extschema@.newsquote_tracked) IS
'SQL that mends the triggers on a table of articles and its partitions';

-- Returns the partitions that had no triggers: writes to them were missed.
CREATE FUNCTION newsquote_internal.mend(t @extschema@.newsquote_tracked) RETURNS pg_catalog.regclass[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	unseen CONSTANT regclass[] := ARRAY(
		SELECT part FROM newsquote_internal.tables(t.source) AS part
		WHERE NOT EXISTS (SELECT FROM pg_trigger AS g WHERE g.tgrelid = part AND g.tgname = 'newsquote_update'
			AND g.tgfoid = (SELECT tgfoid FROM pg_trigger WHERE tgrelid = t.source AND tgname = 'newsquote_update')));
	command text;
BEGIN
	IF NOT EXISTS (SELECT FROM newsquote_internal.table_repairs(t))
		AND NOT EXISTS (SELECT FROM newsquote_internal.keeper_repairs(t)) THEN
		RETURN unseen;
	END IF;
	-- Other repairs, and writers, lock the source first.
	EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', t.source);
	-- A former owner may have chosen other arguments, which the keeper must use.
	t := newsquote_internal.tracking(t.source);
	-- Citus would make the function its own, and then not let it depend on an extension.
	IF current_setting('citus.enable_metadata_sync', true) IS NOT NULL THEN
		PERFORM set_config('citus.enable_metadata_sync', 'off', true);
	END IF;
	FOREACH command IN ARRAY ARRAY(SELECT newsquote_internal.table_repairs(t)) LOOP
		EXECUTE command;
	END LOOP;
	FOREACH command IN ARRAY ARRAY(SELECT newsquote_internal.keeper_repairs(t)) LOOP
		EXECUTE command;
	END LOOP;
	RETURN unseen;
END
$$;

COMMENT ON FUNCTION newsquote_internal.mend(@extschema@.newsquote_tracked) IS
'makes what the tables and triggers of a tracked table lack';

--
-- Checks
--

CREATE FUNCTION newsquote_internal.check_source(source pg_catalog.regclass) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	c pg_class;
	managed boolean := false;
BEGIN
	SELECT * INTO c FROM pg_class WHERE oid = source;
	IF source IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'table of articles must not be null';
	ELSIF c.oid IS NULL THEN
		RAISE undefined_table USING MESSAGE = format('table %s does not exist', source);
	ELSIF c.relkind NOT IN ('r', 'p') THEN
		RAISE wrong_object_type USING MESSAGE = format('"%s" is not a table', c.relname),
			HINT = 'Use a materialized view with extract_quotes instead.';
	ELSIF pg_get_userbyid(c.relowner) <> current_user THEN
		-- Superusers are refused, too: see "Privileges" above.
		RAISE insufficient_privilege USING MESSAGE = format('must be owner of table %s', c.relname),
			DETAIL = format('It belongs to role "%s".  Extracting the quotes uses that role''s privileges, and runs code that it attached to its tables.',
				pg_get_userbyid(c.relowner)),
			HINT = 'Run this command as the owner.';
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
	ELSIF c.relforcerowsecurity THEN
		RAISE feature_not_supported
			USING MESSAGE = format('cannot track table "%s" with forced row-level security', c.relname),
			DETAIL = 'Its quotes are extracted with the privileges of its owner, who might not see all articles.',
			HINT = 'Use ALTER TABLE ... NO FORCE ROW LEVEL SECURITY.  The policies for other roles stay in effect.';
	ELSIF newsquote_internal.key(source, '%1$I', ', ') IS NULL THEN
		RAISE undefined_object USING MESSAGE = format('table "%s" has no primary key', c.relname),
			HINT = 'Add one with ALTER TABLE ... ADD PRIMARY KEY.  The quotes refer to their articles by it.';
	END IF;
	-- It lists distributed, reference and managed local tables.
	IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
		EXECUTE 'SELECT EXISTS (SELECT FROM pg_catalog.pg_dist_partition WHERE logicalrelid = $1)' INTO managed USING source;
		IF managed THEN
			RAISE feature_not_supported USING MESSAGE = format('cannot track table "%s", which Citus manages', c.relname),
				HINT = 'Keep its quotes with quotes_jsonb in a generated column, which is computed where the articles are.';
		END IF;
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_source(pg_catalog.regclass) IS
'raises an error unless the quotes of a table can be kept by the current user';

CREATE FUNCTION newsquote_internal.check_column(source pg_catalog.regclass, body_column pg_catalog.name) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	category text;
	generated text;
	type text;
BEGIN
	SELECT t.typcategory, a.attgenerated, format_type(t.oid, NULL) INTO category, generated, type
	FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
	WHERE a.attrelid = source AND a.attname = body_column AND a.attnum > 0 AND NOT a.attisdropped;
	IF body_column IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'column name must not be null',
			HINT = 'Name the column that holds the text of the articles.';
	ELSIF NOT FOUND THEN
		RAISE undefined_column USING MESSAGE = format('column "%s" of table %s does not exist', body_column, source),
			HINT = 'Name the column that holds the text of the articles.';
	ELSIF category <> 'S' THEN
		RAISE datatype_mismatch
			USING MESSAGE = format('column "%s" of table %s is of type %s, not text', body_column, source, type),
			HINT = 'Name the column that holds the text of the articles.';
	ELSIF generated = 'v' THEN
		RAISE feature_not_supported USING MESSAGE = format('column "%s" of table %s is a virtual generated column', body_column, source),
			DETAIL = 'Triggers do not see its values.', HINT = 'A stored generated column can be tracked.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_column(pg_catalog.regclass, pg_catalog.name) IS
'raises an error unless a column holds text';

-- Raises PostgreSQL's own error if the filter could not be the condition of a partial index, which must
-- depend on the row alone.  The index is created on an empty table in the schema of the table of quotes.
CREATE FUNCTION newsquote_internal.check_filter(source pg_catalog.regclass, filter pg_catalog.text, schema pg_catalog.name) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	name CONSTANT text := 'newsquote_filter_' || source::oid;
	message text;
	detail text;
	hint text;
BEGIN
	IF filter IS NOT NULL THEN
		EXECUTE format('CREATE TABLE %I.%I (LIKE %s)', schema, name, source);
		EXECUTE format('CREATE INDEX ON %I.%I ((1)) WHERE (%s)', schema, name, filter);
		EXECUTE format('DROP TABLE %I.%I', schema, name);
	END IF;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	PERFORM newsquote_internal.raise_error(SQLSTATE, message, coalesce(nullif(detail, ''), format('The filter is (%s).', filter)),
		replace(hint, name, (SELECT c.relname FROM pg_class AS c WHERE c.oid = source)));
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_filter(pg_catalog.regclass, pg_catalog.text, pg_catalog.name) IS
'raises an error unless a filter is a condition on an article';

-- A call within a transaction block would fail at its first COMMIT, with an unhelpful error.
CREATE FUNCTION newsquote_internal.check_call(procedure pg_catalog.text, batch pg_catalog.int4) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF transaction_timestamp() < statement_timestamp() THEN
		PERFORM newsquote_internal.raise_error('2D000', format('%s cannot run inside a transaction block', procedure), NULL, NULL);
	ELSIF batch IS NULL OR batch <= 0 THEN
		PERFORM newsquote_internal.raise_error('22023', 'batch must be greater than zero', NULL,
			'It is the number of articles that are read in one transaction.');
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_call(pg_catalog.text, pg_catalog.int4) IS
'raises an error unless quotes can be made in batches of this size';

-- The row of a tracked table; an error if the table is not tracked.
CREATE FUNCTION newsquote_internal.tracking(source pg_catalog.regclass) RETURNS @extschema@.newsquote_tracked
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	root regclass;
BEGIN
	IF source IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'table of articles must not be null';
	END IF;
	SELECT * INTO t FROM @extschema@.newsquote_tracked AS k WHERE k.source = tracking.source;
	IF t.source IS NULL AND NOT EXISTS (SELECT FROM pg_class WHERE oid = source) THEN
		RAISE undefined_table USING MESSAGE = format('table %s does not exist', source);
	ELSIF t.source IS NULL THEN
		root := (SELECT pg_partition_root(oid) FROM pg_class WHERE oid = source AND relispartition);
		RAISE undefined_object USING MESSAGE = format('table %s is not tracked', source),
			HINT = CASE WHEN EXISTS (SELECT FROM @extschema@.newsquote_tracked AS k WHERE k.source = root)
				THEN format('It is a partition of table %s, which is.', root)
				ELSE format('CALL track_quotes(%L, ...) tracks it.', source) END;
	END IF;
	RETURN t;
END
$$;

COMMENT ON FUNCTION newsquote_internal.tracking(pg_catalog.regclass) IS
'what newsquote_tracked says of a table';

-- Checks what must hold before the quotes of a tracked table are extracted.
CREATE FUNCTION newsquote_internal.check_tracking(t @extschema@.newsquote_tracked) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	relation regclass;
	c pg_class;
BEGIN
	PERFORM newsquote_internal.check_source(t.source);
	FOREACH relation IN ARRAY ARRAY[t.target, t.done] LOOP
		SELECT * INTO c FROM pg_class WHERE oid = relation;
		IF NOT FOUND THEN
			RAISE undefined_table USING MESSAGE = format('a table of the quotes of %s was dropped', t.source),
				HINT = format('Use CALL untrack_quotes(%L), then track the table again.', t.source);
		ELSIF pg_get_userbyid(c.relowner) <> current_user THEN
			RAISE insufficient_privilege USING MESSAGE = format('must be owner of table %s', c.relname),
				DETAIL = format('It belongs to role "%s", its articles to "%s".', pg_get_userbyid(c.relowner), current_user),
				HINT = format('ALTER TABLE %s, %s and FUNCTION %s ... OWNER TO the owner of the articles, then call refresh_quotes.', t.target, t.done,
					coalesce((SELECT g.tgfoid FROM pg_trigger AS g WHERE g.tgrelid = t.source AND g.tgname = 'newsquote_update')::regprocedure::text,
						newsquote_internal.keeper(t) || '()'));
		ELSIF EXISTS (SELECT FROM newsquote_internal.key_columns(t.source) AS k WHERE NOT EXISTS (
				SELECT FROM pg_attribute AS a WHERE a.attrelid = relation AND a.attname = k.kept AND NOT a.attisdropped))
			OR (SELECT indnkeyatts FROM pg_index WHERE indrelid = relation AND indisprimary)
				<> (SELECT count(*) FROM newsquote_internal.key_columns(t.source)) + (relation = t.target)::integer THEN
			RAISE object_not_in_prerequisite_state
				USING MESSAGE = format('table %s does not have the primary key of %s', relation, t.source),
				HINT = format('The key was changed.  CALL untrack_quotes(%L), then track_quotes with another target.', t.source);
		END IF;
	END LOOP;
	IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.source AND attname = t.body_column AND attnum > 0 AND NOT attisdropped) THEN
		RAISE undefined_column USING MESSAGE = format('column "%s" of table %s does not exist', t.body_column, t.source),
			HINT = format('If it was renamed, CALL track_quotes(%L, ...) with its new name.', t.source);
	END IF;
	PERFORM newsquote_internal.check_column(t.source, t.body_column);
	IF EXISTS (SELECT FROM pg_proc WHERE oid = to_regprocedure(newsquote_internal.keeper(t) || '()')
		AND (pg_get_userbyid(proowner) <> current_user OR NOT newsquote_internal.is_keeper(oid))) THEN
		RAISE duplicate_function USING MESSAGE = format('function %s() is not newsquote''s', newsquote_internal.keeper(t)),
			HINT = 'Rename it, or the table of quotes.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_tracking(@extschema@.newsquote_tracked) IS
'raises an error unless the quotes of a tracked table can be made by the current user';

-- Changes the arguments of a tracked table.  Its quotes stay until the fill replaces them, and objects that depend on their table
-- stay.  If no argument differs, the fill continues where it was.
CREATE FUNCTION newsquote_internal.change(t @extschema@.newsquote_tracked, wanted @extschema@.newsquote_tracked) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	changed CONSTANT text[] := ARRAY(SELECT c.name FROM (VALUES
		('body_column', t.body_column <> wanted.body_column), ('indirect', t.indirect <> wanted.indirect), ('language', t.language <> wanted.language),
		('cues', t.cues IS DISTINCT FROM wanted.cues), ('patterns', t.patterns IS DISTINCT FROM wanted.patterns),
		('filter', t.filter IS DISTINCT FROM wanted.filter)) AS c(name, differs) WHERE c.differs);
	again bigint := 0;
BEGIN
	IF wanted.target IS DISTINCT FROM t.target THEN
		RAISE duplicate_object USING MESSAGE = format('table %s is already tracked', t.source),
			DETAIL = format('The quotes in its column "%s" are kept in table %s.', t.body_column, t.target),
			HINT = 'Without a target, track_quotes changes how they are found.  To rename their table, use ALTER TABLE, then call refresh_quotes.';
	ELSIF changed = '{}' THEN
		RETURN;
	END IF;
	PERFORM newsquote_internal.check_tracking(wanted);
	IF 'filter' = ANY (changed) THEN
		PERFORM newsquote_internal.check_filter(t.source, wanted.filter,
			(SELECT n.nspname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = t.target));
	END IF;
	-- A running fill finishes its batch first.
	EXECUTE format('LOCK TABLE %s, %s IN SHARE ROW EXCLUSIVE MODE', t.target, t.done);
	wanted.filled := false;
	DELETE FROM @extschema@.newsquote_tracked AS k WHERE k.source = t.source;
	INSERT INTO @extschema@.newsquote_tracked SELECT wanted.*;
	IF changed <> '{filter}' THEN
		EXECUTE format('UPDATE %s SET engine = $1 WHERE engine <> $1', t.done) USING 'other arguments';
		GET DIAGNOSTICS again = ROW_COUNT;
	END IF;
	PERFORM newsquote_internal.mend(wanted);
	PERFORM newsquote_internal.delete_orphans(t.source);
	RAISE NOTICE '%: % changed, % of the articles that were read will be read again', t.source, array_to_string(changed, ', '), again;
END
$$;

COMMENT ON FUNCTION newsquote_internal.change(@extschema@.newsquote_tracked, @extschema@.newsquote_tracked) IS
'changes the arguments with which the quotes of a table are found';

-- Whether a table is a kept table of quotes that can be used again for this source.
CREATE FUNCTION newsquote_internal.is_kept(t @extschema@.newsquote_tracked, relation pg_catalog.regclass) RETURNS pg_catalog.bool
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$
	SELECT EXISTS (SELECT FROM pg_class WHERE oid = relation AND relkind = 'r' AND relpersistence <> 't' AND pg_get_userbyid(relowner) = current_user)
		AND NOT EXISTS (SELECT FROM @extschema@.newsquote_tracked AS k WHERE relation IN (k.source, k.target, k.done))
		AND (SELECT count(*) = 5 FROM pg_attribute AS a WHERE a.attrelid = relation AND NOT a.attisdropped
			AND (a.attname::text, format_type(a.atttypid, NULL)) IN (VALUES ('speaker', 'text'), ('quote', 'text'), ('position', 'integer'),
				('kind', format_type('@extschema@.quote_kind'::regtype, NULL)), ('ordinal', 'bigint')))
		AND ARRAY(SELECT a.attname FROM pg_index AS i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, number)
				JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
			WHERE i.indrelid = relation AND i.indisprimary ORDER BY k.number)
			= ARRAY(SELECT k.kept FROM newsquote_internal.key_columns(t.source) AS k ORDER BY k.number) || 'ordinal'::name
$$;

COMMENT ON FUNCTION newsquote_internal.is_kept(@extschema@.newsquote_tracked, pg_catalog.regclass) IS
'whether a table holds quotes that were kept when tracking ended';

CREATE FUNCTION newsquote_internal.check_names(t @extschema@.newsquote_tracked, schema pg_catalog.name, target pg_catalog.name) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	taken text;
BEGIN
	IF (target || '_done')::name <> target || '_done' THEN
		RAISE name_too_long USING MESSAGE = format('name "%s" is too long for a table of quotes', target),
			HINT = 'Give a shorter one: target => ''...''.  There must be room for "_done" after it.';
	END IF;
	SELECT format('relation "%s"', c.relname) INTO taken FROM pg_class AS c
	WHERE c.relname IN (target, target || '_done') AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = schema)
		AND NOT (c.relname = target AND newsquote_internal.is_kept(t, c.oid))
	UNION ALL SELECT format('function %s_keep()', target)
	WHERE to_regprocedure(format('%I.%I()', schema, target || '_keep')) IS NOT NULL;
	IF FOUND THEN
		RAISE duplicate_table USING MESSAGE = format('%s already exists', taken),
			HINT = 'Give another name: target => ''...''.  With "_done" and "_keep" after it, it must be free, too.';
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.check_names(@extschema@.newsquote_tracked, pg_catalog.name, pg_catalog.name) IS
'raises an error unless a table of quotes can have a name';

--
-- The procedures' parts
--

-- Drops the objects that keep a table of quotes up to date, as far as they belong to the current user.
CREATE FUNCTION newsquote_internal.take_down(t @extschema@.newsquote_tracked) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	keepers CONSTANT oid[] := ARRAY(
		SELECT tgfoid FROM pg_trigger WHERE tgrelid = t.source AND tgname IN ('newsquote_insert', 'newsquote_update')
		UNION SELECT to_regprocedure(newsquote_internal.keeper(t) || '()'));
	object text;
BEGIN
	FOR object IN
		SELECT format('TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass) FROM pg_trigger AS g
			WHERE g.tgfoid = ANY (keepers) AND newsquote_internal.is_keeper(g.tgfoid) AND newsquote_internal.owns(g.tgrelid)
		UNION ALL SELECT format('FUNCTION %s', p.oid::regprocedure) FROM pg_proc AS p
			WHERE p.oid = ANY (keepers) AND newsquote_internal.is_keeper(p.oid) AND pg_has_role(p.proowner, 'USAGE')
		UNION ALL SELECT format('TABLE %s', t.done) WHERE newsquote_internal.owns(t.done)
	LOOP
		EXECUTE format('DROP %s', object);
	END LOOP;
	DELETE FROM @extschema@.newsquote_tracked AS k WHERE k.source = t.source;
END
$$;

COMMENT ON FUNCTION newsquote_internal.take_down(@extschema@.newsquote_tracked) IS
'ends the tracking of a table';

-- Locks the source, the target and <target>_done for work on the quotes, in the order that everybody uses.
-- Locked tables are not renamed, do not change owner and do not get other arguments.
CREATE FUNCTION newsquote_internal.hold(source pg_catalog.regclass) RETURNS @extschema@.newsquote_tracked
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked := newsquote_internal.tracking(source);
BEGIN
	EXECUTE format('LOCK TABLE %s IN ROW SHARE MODE', t.source);
	EXECUTE format('LOCK TABLE %s, %s IN ROW EXCLUSIVE MODE', t.target, t.done);
	RETURN newsquote_internal.tracking(source);
END
$$;

COMMENT ON FUNCTION newsquote_internal.hold(pg_catalog.regclass) IS
'locks the tables of a tracked table, and gives its entry as it is then';

-- Deletes the quotes of articles that no longer exist, and then quotes that belong to no article.
-- Foreign keys prevent these, but replicated writes do not check them, and they can be dropped.  In a kept table
-- that is filled again, the quotes of existing articles stay until the fill reaches them.
CREATE FUNCTION newsquote_internal.delete_orphans(source pg_catalog.regclass) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := newsquote_internal.hold(source);
	articles CONSTANT text := newsquote_internal.articles_sql(t.source, t.filter);
	deleted bigint;
BEGIN
	EXECUTE format('DELETE FROM %s AS d WHERE NOT EXISTS (SELECT FROM %s AS a WHERE %s)',
		t.done, articles, newsquote_internal.key(t.source, 'a.%1$I %3$s d.%2$I', ' AND '));
	EXECUTE format('DELETE FROM %s AS q WHERE NOT EXISTS (SELECT FROM %s AS a WHERE %s)',
		t.target, CASE WHEN t.filled THEN t.done::text ELSE articles END,
		newsquote_internal.key(t.source, CASE WHEN t.filled THEN 'a.%2$I %3$s q.%2$I' ELSE 'a.%1$I %3$s q.%2$I' END, ' AND '));
	GET DIAGNOSTICS deleted = ROW_COUNT;
	IF deleted > 0 AND t.filled THEN
		RAISE NOTICE '%: deleted % quotes of articles that no longer exist', t.source, deleted;
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.delete_orphans(pg_catalog.regclass) IS
'deletes quotes of articles that are no more';

CREATE FUNCTION newsquote_internal.set_up(
	source pg_catalog.regclass,
	body_column pg_catalog.name,
	target pg_catalog.text,
	indirect pg_catalog.bool,
	language pg_catalog.text,
	cues pg_catalog.text[],
	patterns pg_catalog.text[],
	filter pg_catalog.text
) RETURNS pg_catalog.void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	old @extschema@.newsquote_tracked;
	t @extschema@.newsquote_tracked;
	gone @extschema@.newsquote_tracked;
	names text[];
	home name;
	message text;
	detail text;
	hint text;
BEGIN
	PERFORM newsquote_internal.check_source(source);
	PERFORM newsquote_internal.check_column(source, body_column);
	PERFORM @extschema@.extract_quotes('x'::text, false, language, cues, patterns);
	names := parse_ident(target);
	SELECT n.nspname, coalesce(names, ARRAY[c.relname || '_quotes']) INTO home, names
	FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = source;
	IF cardinality(names) > 2 THEN
		RAISE syntax_error USING MESSAGE = format('improper relation name (too many dotted names): %s', target);
	ELSIF cardinality(names) = 2 THEN
		home := names[1];
		names := names[2:2];
	END IF;

	-- Another call for this table waits here, and so do writers.
	EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', source);
	SELECT * INTO old FROM @extschema@.newsquote_tracked AS k WHERE k.source = set_up.source;
	t := old;
	t.source := source;
	t.body_column := body_column;
	t.indirect := coalesce(indirect, old.indirect, false);
	t.language := coalesce(language, old.language, 'english');
	t.filled := coalesce(old.filled, false);
	t.cues := nullif(coalesce(cues, old.cues), '{}');
	t.patterns := nullif(coalesce(patterns, old.patterns), '{}');
	t.filter := coalesce(filter, old.filter);
	IF old.source IS NOT NULL THEN
		IF target IS NOT NULL THEN
			t.target := to_regclass(format('%I.%I', home, names[1]));
		END IF;
		PERFORM newsquote_internal.change(old, t);
		RETURN;
	END IF;

	-- A source that was dropped may have left the tables made from it.
	FOR gone IN SELECT * FROM @extschema@.newsquote_tracked AS k
		WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = k.source)
			AND coalesce(newsquote_internal.owns(k.target), true) AND coalesce(newsquote_internal.owns(k.done), true)
	LOOP
		PERFORM newsquote_internal.take_down(gone);
	END LOOP;
	PERFORM newsquote_internal.check_names(t, home, names[1]);
	PERFORM newsquote_internal.check_filter(source, filter, home);
	t := newsquote_internal.make_tables(t, home, names[1]);
	INSERT INTO @extschema@.newsquote_tracked SELECT t.*;
	PERFORM newsquote_internal.mend(t);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	PERFORM newsquote_internal.raise_error(SQLSTATE, message, detail, hint);
END
$$;

COMMENT ON FUNCTION newsquote_internal.set_up(pg_catalog.regclass, pg_catalog.name, pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.text[], pg_catalog.text[], pg_catalog.text) IS
'makes the tables and triggers of a table that is to be tracked';

-- Returns the partitions that had no triggers.
CREATE FUNCTION newsquote_internal.set_up_again(source pg_catalog.regclass) RETURNS pg_catalog.regclass[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	unseen regclass[];
	message text;
	detail text;
	hint text;
BEGIN
	t := newsquote_internal.tracking(source);
	PERFORM newsquote_internal.check_tracking(t);
	unseen := newsquote_internal.mend(t);
	PERFORM newsquote_internal.delete_orphans(source);
	RETURN unseen;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	PERFORM newsquote_internal.raise_error(SQLSTATE, message, detail, hint);
END
$$;

COMMENT ON FUNCTION newsquote_internal.set_up_again(pg_catalog.regclass) IS
'mends the tables and triggers of a tracked table';

-- The advisory lock of a fill: "NQ", and the table.
CREATE FUNCTION newsquote_internal.lock_class() RETURNS pg_catalog.int4
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT 20049 $$;

COMMENT ON FUNCTION newsquote_internal.lock_class() IS
'first number of the advisory locks of fills';

CREATE FUNCTION newsquote_internal.lock_number(source pg_catalog.regclass) RETURNS pg_catalog.int4
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT source::oid::bigint::bit(32)::integer $$;

COMMENT ON FUNCTION newsquote_internal.lock_number(pg_catalog.regclass) IS
'second number of the advisory lock of a fill';

-- Counts that a reader may not see are NULL.  A filter is SQL of the owner, which nobody else should run.
CREATE FUNCTION newsquote_internal.progress_of(t @extschema@.newsquote_tracked, OUT done pg_catalog.int8, OUT articles pg_catalog.int8)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
	IF EXISTS (SELECT FROM pg_class WHERE oid = t.done) AND has_table_privilege(t.done, 'SELECT') THEN
		EXECUTE format('SELECT count(*) FROM %s WHERE engine = $1', t.done) INTO done USING @extschema@.newsquote_version();
	END IF;
	IF EXISTS (SELECT FROM pg_class WHERE oid = t.source AND (t.filter IS NULL OR pg_get_userbyid(relowner) = current_user))
		AND has_table_privilege(t.source, 'SELECT') THEN
		EXECUTE format('SELECT count(*) FROM %s AS a', newsquote_internal.articles_sql(t.source, t.filter)) INTO articles;
	END IF;
END
$$;

COMMENT ON FUNCTION newsquote_internal.progress_of(@extschema@.newsquote_tracked) IS
'how many articles of a tracked table are done';

CREATE VIEW @extschema@.newsquote_progress AS
SELECT t.source, t.target, p.done, p.articles,
	ARRAY(SELECT l.pid FROM pg_catalog.pg_locks AS l
		WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text AND l.objsubid OPERATOR(pg_catalog.=) 2::pg_catalog.int2
			AND l.classid OPERATOR(pg_catalog.=) newsquote_internal.lock_class()::pg_catalog.oid
			AND l.objid OPERATOR(pg_catalog.=) t.source::pg_catalog.oid
			AND l.database OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database AS d
				WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())) AS pids
FROM @extschema@.newsquote_tracked AS t CROSS JOIN LATERAL newsquote_internal.progress_of(t) AS p;

COMMENT ON VIEW @extschema@.newsquote_progress IS
'how far the tables of quotes are filled, by what is committed';
COMMENT ON COLUMN @extschema@.newsquote_progress.source IS 'table of articles';
COMMENT ON COLUMN @extschema@.newsquote_progress.target IS 'table of their quotes';
COMMENT ON COLUMN @extschema@.newsquote_progress.done IS 'articles whose quotes are there, found by this version with the present arguments';
COMMENT ON COLUMN @extschema@.newsquote_progress.articles IS 'articles in all';
COMMENT ON COLUMN @extschema@.newsquote_progress.pids IS 'processes that fill it at the moment';
GRANT SELECT ON @extschema@.newsquote_progress TO PUBLIC;

-- The state of a fill.
CREATE TYPE newsquote_internal.progress AS (
	parts pg_catalog.regclass[],
	verify pg_catalog.bool[],
	part pg_catalog.int4,
	place pg_catalog.tid,
	again pg_catalog.bool,
	found pg_catalog.int8,
	filled pg_catalog.int8,
	changed pg_catalog.int8,
	done pg_catalog.int8,
	articles pg_catalog.int8,
	began pg_catalog.timestamptz,
	said pg_catalog.timestamptz,
	finished pg_catalog.bool
);

COMMENT ON TYPE newsquote_internal.progress IS
'where the fill of a table of quotes is';
COMMENT ON COLUMN newsquote_internal.progress.parts IS 'the tables to walk';
COMMENT ON COLUMN newsquote_internal.progress.verify IS 'where articles that are done are compared with what was read';
COMMENT ON COLUMN newsquote_internal.progress.part IS 'the one that is walked, from 1';
COMMENT ON COLUMN newsquote_internal.progress.place IS 'the last article there';
COMMENT ON COLUMN newsquote_internal.progress.again IS 'after the first round: wait for what others hold locked';
COMMENT ON COLUMN newsquote_internal.progress.found IS 'articles found in this round';
COMMENT ON COLUMN newsquote_internal.progress.filled IS 'articles found in all';
COMMENT ON COLUMN newsquote_internal.progress.changed IS 'those of them that had been read with another text';
COMMENT ON COLUMN newsquote_internal.progress.done IS 'articles that were done before';
COMMENT ON COLUMN newsquote_internal.progress.articles IS 'articles in all';
COMMENT ON COLUMN newsquote_internal.progress.began IS 'when the fill began';
COMMENT ON COLUMN newsquote_internal.progress.said IS 'when it last said how far it is';
COMMENT ON COLUMN newsquote_internal.progress.finished IS 'there is no more to do';

CREATE FUNCTION newsquote_internal.fill_begin(source pg_catalog.regclass, verify pg_catalog.bool, unseen pg_catalog.regclass[])
RETURNS newsquote_internal.progress
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t CONSTANT @extschema@.newsquote_tracked := newsquote_internal.tracking(source);
	p newsquote_internal.progress;
BEGIN
	p.parts := ARRAY(SELECT part FROM newsquote_internal.tables(source) AS part
					 JOIN pg_class AS c ON c.oid = part WHERE c.relkind = 'r' ORDER BY part);
	p.verify := ARRAY(SELECT coalesce(verify, false) OR part = ANY (unseen) FROM unnest(p.parts) WITH ORDINALITY AS n(part, number) ORDER BY number);
	p.part := 1;
	p.place := '(0,0)';
	p.again := false;
	p.found := 0;
	p.filled := 0;
	p.changed := 0;
	EXECUTE format('SELECT count(*) FROM %s AS a', newsquote_internal.articles_sql(source, t.filter)) INTO p.articles;
	EXECUTE format('SELECT count(*) FROM %s WHERE engine = $1', t.done)
		INTO p.done USING @extschema@.newsquote_version();
	p.began := clock_timestamp();
	p.finished := p.parts = '{}';
	RETURN p;
END
$$;

COMMENT ON FUNCTION newsquote_internal.fill_begin(pg_catalog.regclass, pg_catalog.bool, pg_catalog.regclass[]) IS
'the beginning of a fill';

-- At most once a second, while articles remain.  Articles that changed without firing a trigger were counted as done, too.
CREATE FUNCTION newsquote_internal.fill_say(t @extschema@.newsquote_tracked, p newsquote_internal.progress) RETURNS pg_catalog.timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	now CONSTANT timestamptz := clock_timestamp();
	rate CONSTANT double precision := p.filled / greatest(extract(epoch FROM now - p.began), 0.001);
	done CONSTANT bigint := p.done + p.filled - p.changed;
BEGIN
	IF p.finished THEN
		RAISE NOTICE '%: found the quotes of % articles, all are done', t.source, p.filled;
		IF p.changed > 0 THEN
			RAISE NOTICE '%: % of these articles had changed without a trigger', t.source, p.changed;
		END IF;
	ELSIF p.filled > 0 AND done < p.articles AND NOT p.again AND now - coalesce(p.said, p.began) >= interval '1 second' THEN
		RAISE NOTICE '%: % of % articles, % per second, % s left', t.source,
			done, p.articles, round(rate), ceil((p.articles - done) / rate);
		RETURN now;
	END IF;
	RETURN p.said;
END
$$;

COMMENT ON FUNCTION newsquote_internal.fill_say(@extschema@.newsquote_tracked, newsquote_internal.progress) IS
'says how far a fill is';

-- Does nothing if the table was untracked in the meantime.
CREATE FUNCTION newsquote_internal.set_filled(t @extschema@.newsquote_tracked) RETURNS pg_catalog.void
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

COMMENT ON FUNCTION newsquote_internal.set_filled(@extschema@.newsquote_tracked) IS
'notes that a table of quotes is filled';

-- One batch.  It accesses few rows of tables that have no statistics and grow meanwhile.  With indexes and
-- ctids every batch takes the same time; the planner would sometimes scan the whole tables.
CREATE FUNCTION newsquote_internal.fill_step(source pg_catalog.regclass, batch pg_catalog.int4, p newsquote_internal.progress)
RETURNS newsquote_internal.progress
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
DECLARE
	t @extschema@.newsquote_tracked := newsquote_internal.tracking(source);
	claims tid[];
	place tid;
	changed bigint;
BEGIN
	-- newsquote_progress looks for this lock; nobody waits for it.
	PERFORM pg_try_advisory_xact_lock_shared(newsquote_internal.lock_class(), newsquote_internal.lock_number(source));
	IF p.part <= cardinality(p.parts) THEN
		t := newsquote_internal.hold(source);
		PERFORM newsquote_internal.check_tracking(t);
		EXECUTE newsquote_internal.pick_sql(t, p.parts[p.part], p.again, p.verify[p.part])
			INTO claims, place, changed USING p.place, CASE WHEN p.again THEN 1 ELSE batch END;
	END IF;
	IF claims IS NOT NULL THEN
		EXECUTE newsquote_internal.make_sql(t, '$1') USING claims;
		p.place := place;
		p.found := p.found + cardinality(claims);
		p.filled := p.filled + cardinality(claims);
		p.changed := p.changed + changed;
	ELSIF p.part < cardinality(p.parts) THEN
		p.part := p.part + 1;
		p.place := '(0,0)';
	ELSE
		p.finished := p.finished OR p.again AND p.found = 0;
		p.part := 1;
		p.place := '(0,0)';
		p.again := true;
		p.found := 0;
	END IF;
	IF p.finished AND NOT t.filled THEN
		PERFORM newsquote_internal.set_filled(t);
	END IF;
	p.said := newsquote_internal.fill_say(t, p);
	RETURN p;
END
$$;

COMMENT ON FUNCTION newsquote_internal.fill_step(pg_catalog.regclass, pg_catalog.int4, newsquote_internal.progress) IS
'a step of a fill: one batch of articles';

CREATE PROCEDURE newsquote_internal.fill(source pg_catalog.regclass, batch pg_catalog.int4, verify pg_catalog.bool, unseen pg_catalog.regclass[])
LANGUAGE plpgsql
AS $$
DECLARE
	p newsquote_internal.progress := newsquote_internal.fill_begin(source, verify, unseen);
BEGIN
	LOOP
		COMMIT;
		SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
		p := newsquote_internal.fill_step(source, batch, p);
		EXIT WHEN p.finished;
	END LOOP;
END
$$;

COMMENT ON PROCEDURE newsquote_internal.fill(pg_catalog.regclass, pg_catalog.int4, pg_catalog.bool, pg_catalog.regclass[]) IS
'makes the quotes of all articles of a tracked table that are not done, in batches';

--
-- Procedures for users
--

-- The first COMMIT ends the caller's isolation level; where COMMIT is not allowed, it fails before
-- anything is done.
CREATE PROCEDURE @extschema@.track_quotes(
	source pg_catalog.regclass,
	body_column pg_catalog.name,
	target pg_catalog.text DEFAULT NULL,
	indirect pg_catalog.bool DEFAULT NULL,
	language pg_catalog.text DEFAULT NULL,
	batch pg_catalog.int4 DEFAULT 1000,
	cues pg_catalog.text[] DEFAULT NULL,
	patterns pg_catalog.text[] DEFAULT NULL,
	filter pg_catalog.text DEFAULT NULL
)
LANGUAGE plpgsql
AS $$
BEGIN
	PERFORM newsquote_internal.check_call('track_quotes'::pg_catalog.text, batch);
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
	PERFORM newsquote_internal.set_up(source, body_column, target, indirect, language, cues, patterns, filter);
	COMMIT;
	CALL newsquote_internal.fill(source, batch, false, NULL::pg_catalog.regclass[]);
END
$$;

COMMENT ON PROCEDURE @extschema@.track_quotes(pg_catalog.regclass, pg_catalog.name, pg_catalog.text, pg_catalog.bool, pg_catalog.text, pg_catalog.int4, pg_catalog.text[], pg_catalog.text[], pg_catalog.text) IS
'creates a table of the quotes in a table of articles and keeps it up to date, or changes how the quotes of a tracked table are found';

CREATE PROCEDURE @extschema@.refresh_quotes(
	source pg_catalog.regclass,
	batch pg_catalog.int4 DEFAULT 1000,
	verify pg_catalog.bool DEFAULT false
)
LANGUAGE plpgsql
AS $$
DECLARE
	unseen pg_catalog.regclass[];
BEGIN
	PERFORM newsquote_internal.check_call('refresh_quotes'::pg_catalog.text, batch);
	COMMIT;
	SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
	unseen := newsquote_internal.set_up_again(source);
	COMMIT;
	CALL newsquote_internal.fill(source, batch, verify, unseen);
END
$$;

COMMENT ON PROCEDURE @extschema@.refresh_quotes(pg_catalog.regclass, pg_catalog.int4, pg_catalog.bool) IS
'repairs a tracked table, and extracts the quotes that are missing or were found by another version of newsquote; verify: compares each article with the text that was read';

CREATE PROCEDURE @extschema@.untrack_quotes(
	source pg_catalog.regclass,
	keep_table pg_catalog.bool DEFAULT true
)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	corrections regclass;
	corrected regclass;
	message text;
	detail text;
	hint text;
BEGIN
	t := newsquote_internal.tracking(source);
	IF newsquote_internal.owns(t.source) IS FALSE THEN
		RAISE insufficient_privilege
			USING MESSAGE = format('must be owner of table %s', (SELECT relname FROM pg_class WHERE oid = t.source));
	END IF;
	corrections := newsquote_internal.corrections(t);
	corrected := newsquote_internal.corrected(t);
	PERFORM newsquote_internal.take_down(t);
	IF keep_table IS FALSE AND newsquote_internal.owns(t.target) THEN
		IF corrected IS NOT NULL THEN
			EXECUTE format('DROP VIEW %s', corrected);
		END IF;
		EXECUTE format('DROP TABLE %s', t.target);
		IF corrections IS NOT NULL THEN
			RAISE NOTICE 'table % is kept', corrections;
		END IF;
	END IF;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	PERFORM newsquote_internal.raise_error(SQLSTATE, message, detail, hint);
END
$$;

COMMENT ON PROCEDURE @extschema@.untrack_quotes(pg_catalog.regclass, pg_catalog.bool) IS
'stops tracking a table: drops its triggers and, if keep_table is false, the table of quotes';

CREATE PROCEDURE @extschema@.correct_quotes(source pg_catalog.regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	t @extschema@.newsquote_tracked;
	home name;
	stem name;
	name text;
	view text;
	command text;
	message text;
	detail text;
	hint text;
BEGIN
	t := newsquote_internal.tracking(source);
	PERFORM newsquote_internal.check_tracking(t);
	SELECT n.nspname, c.relname INTO home, stem FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = t.target;
	name := newsquote_internal.name_beside(t, '_corrections');
	view := newsquote_internal.name_beside(t, '_corrected');
	IF (stem || '_corrections')::name <> stem || '_corrections' THEN
		RAISE name_too_long USING MESSAGE = format('name "%s" is too long for a table with corrections', stem),
			HINT = 'Rename the table of quotes, and call refresh_quotes: there must be room for "_corrections" after its name.';
	END IF;
	-- Another call for this table waits here.
	EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', t.target);
	IF newsquote_internal.corrections(t) IS NULL THEN
		FOREACH command IN ARRAY ARRAY(SELECT newsquote_internal.corrections_sql(t, name)) LOOP
			EXECUTE command;
		END LOOP;
	END IF;
	IF to_regclass(view) IS NULL OR newsquote_internal.corrected(t) IS NOT NULL THEN
		EXECUTE newsquote_internal.corrected_sql(t, newsquote_internal.corrections(t), view);
		EXECUTE format('COMMENT ON VIEW %s IS %L', view, format('the quotes in %s as corrected by %s', t.target, name));
	ELSE
		RAISE duplicate_table USING MESSAGE = format('relation "%s" already exists', stem || '_corrected'),
			HINT = 'The view of the corrected quotes would have that name.';
	END IF;
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	PERFORM newsquote_internal.raise_error(SQLSTATE, message, detail, hint);
END
$$;

COMMENT ON PROCEDURE @extschema@.correct_quotes(pg_catalog.regclass) IS
'creates <target>_corrections, a table for corrections that survive a new extraction, and <target>_corrected, a view of the quotes with the corrections applied';
