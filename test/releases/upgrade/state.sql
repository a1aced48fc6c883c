-- The rows of every relation in the schema public, its columns and indexes, and the extension.
\pset footer off
SELECT extname, extversion FROM pg_extension ORDER BY extname;
SELECT 'articles', count(*), md5(string_agg(a::text, E'\n' ORDER BY id)) FROM articles AS a;
SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY relname;
SELECT format('SELECT %L, count(*), md5(string_agg(r::text, E''\n'' ORDER BY r::text)) FROM %s AS r', oid::regclass, oid::regclass)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm')
ORDER BY relname \gexec
SELECT attrelid::regclass, attname, format_type(atttypid, atttypmod), attgenerated
FROM pg_attribute JOIN pg_class AS c ON c.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm') AND attnum > 0 AND NOT attisdropped
ORDER BY relname, attnum;
SELECT pg_get_indexdef(indexrelid), indisvalid, indisready
FROM pg_index JOIN pg_class AS c ON c.oid = indexrelid
WHERE relnamespace = 'public'::regnamespace ORDER BY relname;
