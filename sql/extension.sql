--
-- The extension as an object: created, moved, dropped, created again in one session.
--
CREATE EXTENSION newsquote;
SELECT extname, extversion, extrelocatable FROM pg_extension WHERE extname = 'newsquote';
SELECT superuser, trusted FROM pg_available_extension_versions WHERE name = 'newsquote' AND version = '0.3';
SELECT obj_description('quote_kind'::regtype, 'pg_type') IS NOT NULL AS type_comment,
	obj_description('extract_quotes'::regproc, 'pg_proc') IS NOT NULL AS function_comment;
SELECT provolatile, proparallel, proisstrict, proretset, prorows FROM pg_proc WHERE oid = 'extract_quotes'::regproc;
SELECT enum_range(NULL::quote_kind);

-- an older version is updated in place, to what a new one has
CREATE TEMP TABLE newest AS
SELECT pg_describe_object(classid, objid, objsubid) FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND
	refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote');
-- every function tells what it is for
SELECT pg_describe_object FROM newest WHERE pg_describe_object ~ '^function' AND
	obj_description(substr(pg_describe_object, 10)::regprocedure, 'pg_proc') IS NULL;
-- none has another's rights, or is trusted with what others may not see; none but procedures that commit looks for names in the caller's path
SELECT p.oid::regprocedure AS function FROM pg_proc AS p JOIN newest ON pg_describe_object('pg_proc'::regclass, p.oid, 0) = pg_describe_object
WHERE prosecdef OR proleakproof OR prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')
	AND proconfig[1] IS DISTINCT FROM 'search_path=pg_catalog, pg_temp'
ORDER BY 1::text COLLATE "C";
DROP EXTENSION newsquote;
CREATE EXTENSION newsquote VERSION '0.1';
SELECT to_regproc('quote_speakers') IS NULL AS older;
ALTER EXTENSION newsquote UPDATE;
SELECT quote_speakers('“We are ready,” said Clara Brandt.');
SELECT * FROM newest EXCEPT
SELECT pg_describe_object(classid, objid, objsubid) FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND
	refobjid = (SELECT oid FROM pg_extension WHERE extname = 'newsquote');

PREPARE q AS SELECT kind, speaker FROM extract_quotes('“We are ready,” said Clara Brandt.');
EXECUTE q;

-- the values of the enum are other ones now
DROP EXTENSION newsquote;
CREATE EXTENSION newsquote;
EXECUTE q;
SELECT kind, kind = 'direct' AS direct FROM extract_quotes('“We are ready,” said Clara Brandt.');

-- within a transaction that comes to nothing
BEGIN;
DROP EXTENSION newsquote;
CREATE EXTENSION newsquote;
SELECT kind FROM extract_quotes('“We are ready,” said Clara Brandt.');
ROLLBACK;
SELECT kind FROM extract_quotes('“We are ready,” said Clara Brandt.');

-- it lives in any schema, and stays there: its functions name each other
CREATE SCHEMA press;
ALTER EXTENSION newsquote SET SCHEMA press;
DROP EXTENSION newsquote;
CREATE EXTENSION newsquote SCHEMA press;
SELECT kind FROM press.extract_quotes('“We are ready,” said Clara Brandt.');

-- and what depends on it is found
CREATE TABLE press.archive (kind press.quote_kind);
DROP EXTENSION newsquote;
DROP EXTENSION newsquote CASCADE;
DROP TABLE press.archive;
DROP SCHEMA press;

-- who may create databases' objects may create it: no superuser needed
CREATE ROLE newsquote_editor;
DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO newsquote_editor', current_database()); END $$;
SET ROLE newsquote_editor;
CREATE SCHEMA editor AUTHORIZATION newsquote_editor;
CREATE EXTENSION newsquote SCHEMA editor;
SELECT speaker FROM editor.extract_quotes('“We are ready,” said Clara Brandt.');
DROP EXTENSION newsquote;
DROP SCHEMA editor;
RESET ROLE;
DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM newsquote_editor', current_database()); END $$;
DROP ROLE newsquote_editor;
