-- report.sql
--	  Writes one HTML page about a table of quotes: who is quoted, where, and how reliable the rows are.
--
--		psql -X -f docs/report.sql news >report.html
--
-- The table is one created by track_quotes, or any other with the same columns and the key of the articles.  Names are given as
-- variables, with these defaults:
--
--		-v quotes=quotes		table or view of quotes
--		-v articles=articles		table of articles
--		-v key=id			the articles' key, a column of both
--		-v outlet=outlet -v published=published -v title=title -v body=body
--						columns of the articles; any of the first three may be an expression, in "quotes"
--		-v heading='Who is heard'	the page's title
--
-- The page needs no script, no network and no other file.  All text from the tables is escaped.  Nothing is left in the
-- database: the script uses temporary tables and functions in a transaction that it rolls back.
\set QUIET on
\set ON_ERROR_STOP on
\pset tuples_only on
\pset format unaligned
\pset pager off
\pset null ''
\if :{?quotes} \else \set quotes quotes
\endif
\if :{?articles} \else \set articles articles
\endif
\if :{?key} \else \set key id
\endif
\if :{?outlet} \else \set outlet outlet
\endif
\if :{?published} \else \set published published
\endif
\if :{?title} \else \set title title
\endif
\if :{?body} \else \set body body
\endif
\if :{?heading} \else \set heading 'Who is heard'
\endif
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL client_encoding = 'UTF8';

CREATE TEMP TABLE report_article AS
SELECT :"key" AS article, coalesce((:outlet)::text, 'no outlet') AS outlet, (:published)::date AS published,
	coalesce((:title)::text, '') AS title, :"body"::text AS body
FROM :articles;

CREATE TEMP TABLE report_quote AS
SELECT a.article, a.outlet, a.published, a.title, q.speaker, nullif(speaker_key(q.speaker), '') AS person,
	plain_quote(q.quote) AS quote, q.quote AS slice, q."position", q.kind::text AS kind, q.cue, q.confidence,
	q.speaker_type::text AS type, q.speaker_named AS named, q.speaker_gender AS gender, q.speaker_role AS role, q.asserted
FROM :quotes AS q JOIN report_article AS a ON a.article = q.:"key";

-- The most common spelling of a name.
CREATE TEMP TABLE report_person AS
SELECT person, mode() WITHIN GROUP (ORDER BY speaker) AS name, mode() WITHIN GROUP (ORDER BY role) AS role,
	count(*) AS quotes, count(DISTINCT article) AS articles, count(DISTINCT outlet) AS outlets
FROM report_quote WHERE person IS NOT NULL AND named GROUP BY person;
ANALYZE report_quote;

-- The data of a chart: a bar for each row, divided among series.
CREATE TEMP TABLE report_chart (bar text, bar_order bigint, series text, series_order integer, value bigint);

CREATE FUNCTION pg_temp.escape(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT replace(replace(replace(replace(replace(coalesce(value, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;')
$$;
CREATE FUNCTION pg_temp.short(value text, characters integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT pg_temp.escape(CASE WHEN length(value) > characters THEN left(value, characters - 1) || '…' ELSE value END)
$$;
CREATE FUNCTION pg_temp.percent(part numeric, whole numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN coalesce(whole, 0) = 0 THEN '–' ELSE round(100 * part / whole) || ' %' END
$$;

-- Bars of 100 percent.  The labels are text beside the drawing, so that they keep their size on a phone.
CREATE FUNCTION pg_temp.bars(heading text, reading text, anchor text) RETURNS text LANGUAGE sql STABLE AS $$
	WITH total AS (SELECT bar, sum(value) AS whole FROM report_chart GROUP BY bar),
	segment AS (
		SELECT c.*, t.whole, coalesce(sum(c.value) OVER (PARTITION BY c.bar ORDER BY c.series_order ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
		FROM report_chart AS c JOIN total AS t USING (bar)),
	drawn AS (
		SELECT bar, min(bar_order) AS bar_order,
			string_agg(CASE WHEN value > 0 THEN format('<rect class="s%s" x="%s" y="0" width="%s" height="10"><title>%s: %s of %s</title></rect>', series_order,
				round(100.0 * before / whole, 2), greatest(round(100.0 * value / whole, 2) - 0.4, 0.1), pg_temp.escape(series), value, whole) END, '' ORDER BY series_order) AS rects,
			string_agg(CASE WHEN value > 0 THEN format('%s %s', pg_temp.escape(series), pg_temp.percent(value, whole)) END, ', ' ORDER BY series_order) AS words,
			string_agg(format('<td>%s</td>', value), '' ORDER BY series_order) AS cells
		FROM segment WHERE whole > 0 GROUP BY bar),
	series AS (SELECT series_order, min(series) AS series FROM report_chart GROUP BY series_order)
	SELECT format('<section aria-labelledby="%s"><h2 id="%s">%s</h2><p>%s</p><ul class="legend">%s</ul>%s<details><summary>The numbers</summary><div class="wide"><table><thead><tr><th scope="col"></th>%s</tr></thead><tbody>%s</tbody></table></div></details></section>',
		anchor, anchor, pg_temp.escape(heading), reading,
		(SELECT string_agg(format('<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="s%s" width="10" height="10"/></svg>%s</li>', series_order, pg_temp.escape(series)), '' ORDER BY series_order) FROM series),
		(SELECT string_agg(format('<figure><figcaption>%s <small>%s</small></figcaption><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="%s: %s">%s</svg></figure>',
			pg_temp.escape(bar), words, pg_temp.escape(bar), words, rects), '' ORDER BY bar_order, bar) FROM drawn),
		(SELECT string_agg(format('<th scope="col">%s</th>', pg_temp.escape(series)), '' ORDER BY series_order) FROM series),
		(SELECT string_agg(format('<tr><th scope="row">%s</th>%s</tr>', pg_temp.escape(bar), cells), '' ORDER BY bar_order, bar) FROM drawn))
$$;

-- A table whose cells are HTML already.
CREATE FUNCTION pg_temp.table_of(heading text, reading text, anchor text, columns text[], lines text) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT format('<section aria-labelledby="%s"><h2 id="%s">%s</h2><p>%s</p>%s</section>', anchor, anchor, pg_temp.escape(heading), reading,
		CASE WHEN lines IS NULL THEN '<p class="none">There are none.</p>'
		ELSE format('<div class="wide"><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>',
			(SELECT string_agg(format('<th scope="col">%s</th>', name), '' ORDER BY number) FROM unnest(columns) WITH ORDINALITY AS c(name, number)), lines) END)
$$;

SELECT format('<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<style>
:root { color-scheme: light dark; --page: #fff; --ink: #1c1e21; --soft: #5b6068; --line: #d8dbe0; --mark: #ffe38a;
	--s1: #0b6fa4; --s2: #b3541e; --s3: #3a7d44; --s4: #8e4a9e; --s5: #96750a; --s6: #7b7f86; }
@media (prefers-color-scheme: dark) { :root { --page: #15171a; --ink: #e7e9ec; --soft: #a4aab3; --line: #363b42; --mark: #6b5510;
	--s1: #5ab4e5; --s2: #f0955a; --s3: #7cc98a; --s4: #c99bd8; --s5: #e0c050; --s6: #8f949c; } }
body { margin: 0 auto; max-width: 52rem; padding: 1rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .25rem; }
h2 { font-size: 1.25rem; margin: 0 0 .25rem; }
section { margin: 2.5rem 0 0; padding: 1.25rem 0 0; border-top: 1px solid var(--line); }
p { margin: .25rem 0 .75rem; color: var(--soft); max-width: 42rem; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.facts b { display: block; font-size: 1.5rem; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .875rem; }
.key { width: .8em; height: .8em; margin-right: .4em; }
figure { margin: .4rem 0; }
figcaption { font-size: .9rem; }
small { color: var(--soft); }
time { white-space: nowrap; }
svg.bar { display: block; width: 100%%; height: 1.35rem; }
svg.small { width: 100%%; min-width: 4rem; height: .7rem; }
.columns { display: flex; align-items: flex-end; gap: 2px; }
.columns figure { flex: 1; margin: 0; text-align: center; font-size: .7rem; min-width: 0; }
.columns svg { display: block; width: 100%%; height: 9rem; }
.columns figcaption { font-size: .7rem; overflow: hidden; white-space: nowrap; }
.s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); } .s5 { fill: var(--s5); } .s6 { fill: var(--s6); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { color: var(--soft); }
tbody th { font-weight: 600; }
summary { cursor: pointer; font-size: .875rem; color: var(--soft); padding: .3rem 0; }
mark { background: var(--mark); color: inherit; }
.doubt { margin: 0 0 1.25rem; }
.doubt blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid var(--line); }
@media (max-width: 30rem) { body { padding: .5rem .75rem 3rem; } h1 { font-size: 1.5rem; } }
</style>
</head>
<body>
<header><h1>%s</h1><p>%s</p><ul class="facts">%s</ul></header>
<main>', pg_temp.escape(:'heading'), pg_temp.escape(:'heading'),
	coalesce((SELECT format('Quotations in %s articles, from %s to %s, found by newsquote %s.', count(*), min(published), max(published), newsquote_version()) FROM report_article), ''),
	(SELECT format('<li><b>%s</b>outlets</li><li><b>%s</b>quotations</li><li><b>%s</b>reported statements</li><li><b>%s</b>named speakers</li><li><b>%s</b>of the quotations have a speaker</li>',
		count(DISTINCT outlet), count(*) FILTER (WHERE kind <> 'indirect'), count(*) FILTER (WHERE kind = 'indirect'), (SELECT count(*) FROM report_person),
		pg_temp.percent(count(*) FILTER (WHERE kind <> 'indirect' AND speaker IS NOT NULL), count(*) FILTER (WHERE kind <> 'indirect'))) FROM report_quote));

-- Share of voice.
INSERT INTO report_chart
WITH top AS (SELECT person, row_number() OVER (ORDER BY sum(length(quote)) DESC, person) AS place
	FROM report_quote JOIN report_person USING (person) WHERE kind <> 'indirect' GROUP BY person ORDER BY 2 LIMIT 5),
outlets AS (SELECT outlet, count(*) AS quotes FROM report_quote GROUP BY outlet)
SELECT o.outlet, -o.quotes, p.name, t.place,
	coalesce((SELECT sum(length(quote)) FROM report_quote AS q WHERE q.outlet = o.outlet AND q.person = t.person AND kind <> 'indirect'), 0)
FROM outlets AS o, top AS t JOIN report_person AS p USING (person)
UNION ALL SELECT o.outlet, -o.quotes, 'everybody else', 6,
	coalesce((SELECT sum(length(quote)) FROM report_quote AS q WHERE q.outlet = o.outlet AND kind <> 'indirect'
		AND NOT EXISTS (SELECT FROM top AS t WHERE t.person = q.person)), 0)
FROM outlets AS o;
SELECT pg_temp.bars('Share of voice', 'Of all characters between quotation marks in an outlet, those of the five who have most room overall.', 'voice');

TRUNCATE report_chart;
INSERT INTO report_chart
SELECT o.outlet, -o.quotes, s.series, s.number, (SELECT count(*) FROM report_quote AS q
	WHERE q.outlet = o.outlet AND q.type = 'person' AND coalesce(q.gender, 'not shown') = s.gender)
FROM (SELECT outlet, count(*) AS quotes FROM report_quote GROUP BY outlet) AS o,
	(VALUES (1, 'women', 'female'), (2, 'men', 'male'), (6, 'not shown', 'not shown')) AS s(number, series, gender);
SELECT pg_temp.bars('Women and men', 'Of all rows that a person speaks, reported speech included. The article shows the gender, by pronouns, titles and kin, or the forename does.', 'gender');

TRUNCATE report_chart;
INSERT INTO report_chart
SELECT o.outlet, -o.quotes, s.series, s.number, (SELECT count(*) FROM report_quote AS q
	WHERE q.outlet = o.outlet AND CASE WHEN q.speaker IS NULL THEN 6 WHEN q.named THEN 1 ELSE 2 END = s.number)
FROM (SELECT outlet, count(*) AS quotes FROM report_quote GROUP BY outlet) AS o,
	(VALUES (1, 'named'), (2, 'described'), (6, 'nobody')) AS s(number, series);
SELECT pg_temp.bars('Named and unnamed', 'Speakers with a proper name, those who are only described (“a person close to the talks”), and words without a speaker.', 'named');

TRUNCATE report_chart;
INSERT INTO report_chart
SELECT o.outlet, -o.quotes, s.type, s.number, (SELECT count(*) FROM report_quote AS q WHERE q.outlet = o.outlet AND q.type = s.type)
FROM (SELECT outlet, count(*) AS quotes FROM report_quote GROUP BY outlet) AS o,
	(VALUES (1, 'person'), (2, 'organisation'), (3, 'group'), (4, 'document')) AS s(number, type);
SELECT pg_temp.bars('Kinds of speakers', 'Persons, organisations, groups of people, and documents such as reports and laws.', 'kinds');

-- The most quoted speakers, each with the three who are most often quoted in the same articles.
WITH pair AS (
	SELECT a.person, b.person AS other, count(DISTINCT a.article) AS together,
		row_number() OVER (PARTITION BY a.person ORDER BY count(DISTINCT a.article) DESC, b.person) AS place
	FROM (SELECT DISTINCT person, article FROM report_quote) AS a
		JOIN (SELECT DISTINCT person, article FROM report_quote) AS b ON a.article = b.article AND a.person <> b.person
		JOIN report_person AS p ON p.person = b.person
	GROUP BY 1, 2),
top AS (SELECT *, max(quotes) OVER () AS most FROM report_person ORDER BY quotes DESC, person LIMIT 15)
SELECT pg_temp.table_of('The most quoted, and with whom', 'All rows, reported speech included; beside each, who is quoted most often in the same articles.', 'most',
	ARRAY['Speaker', 'Rows', '', 'Articles', 'Outlets', 'Beside'],
	string_agg(format('<tr><th scope="row">%s%s</th><td>%s</td><td><svg class="small" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="s1" width="%s" height="10"/></svg></td><td>%s</td><td>%s</td><td>%s</td></tr>',
		pg_temp.short(name, 80), CASE WHEN role IS NULL THEN '' ELSE format('<br><small>%s</small>', pg_temp.short(role, 80)) END,
		quotes, round(100.0 * quotes / most, 1), articles, outlets,
		(SELECT string_agg(format('%s (%s)', pg_temp.short(p.name, 60), together), ', ' ORDER BY place)
		 FROM pair JOIN report_person AS p ON p.person = pair.other WHERE pair.person = top.person AND place <= 3)), '' ORDER BY quotes DESC, person))
FROM top;

-- Over time: by week if the articles cover half a year or less, otherwise by month; at most the last 36.
WITH span AS (SELECT CASE WHEN max(published) - min(published) <= 183 THEN 'week' ELSE 'month' END AS unit FROM report_quote),
period AS (
	SELECT date_trunc(unit, published)::date AS began, unit, count(*) FILTER (WHERE kind <> 'indirect') AS marked, count(*) FILTER (WHERE kind = 'indirect') AS reported
	FROM report_quote, span WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1 DESC LIMIT 36),
drawn AS (SELECT *, max(marked + reported) OVER () AS most, row_number() OVER (ORDER BY began) AS number FROM period)
SELECT format('<section aria-labelledby="time"><h2 id="time">Over time</h2><p>Rows by %s.</p><ul class="legend"><li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="s1" width="10" height="10"/></svg>in quotation marks</li><li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="s5" width="10" height="10"/></svg>reported</li></ul><div class="columns">%s</div><details><summary>The numbers</summary><div class="wide"><table><thead><tr><th scope="col">Beginning</th><th scope="col">In quotation marks</th><th scope="col">Reported</th></tr></thead><tbody>%s</tbody></table></div></details></section>',
	min(unit),
	string_agg(format('<figure><svg viewBox="0 0 10 100" preserveAspectRatio="none" role="img" aria-label="%1$s: %2$s in quotation marks, %3$s reported"><title>%1$s: %2$s and %3$s</title><rect class="s5" x="0" width="10" y="%4$s" height="%5$s"/><rect class="s1" x="0" width="10" y="%6$s" height="%7$s"/></svg><figcaption aria-hidden="true">%8$s</figcaption></figure>',
		began, marked, reported, round(100 - 100.0 * (marked + reported) / most, 1), round(100.0 * reported / most, 1), round(100 - 100.0 * marked / most, 1), round(100.0 * marked / most, 1),
		CASE WHEN unit = 'month' AND number % 3 = 1 THEN to_char(began, 'YY-MM') WHEN unit = 'week' AND number % 3 = 1 THEN to_char(began, 'DD Mon') ELSE '&nbsp;' END), '' ORDER BY began),
	string_agg(format('<tr><th scope="row">%s</th><td>%s</td><td>%s</td></tr>', began, marked, reported), '' ORDER BY began))
FROM drawn HAVING count(*) > 0;

WITH denied AS (SELECT * FROM report_quote WHERE NOT asserted ORDER BY published DESC NULLS LAST, article, "position" LIMIT 20)
SELECT pg_temp.table_of('Denied, declined, or not yet said', format('The last 20 of %s rows whose words the article does not say were said: denied, refused, asked for, conditional or to come.',
		(SELECT count(*) FROM report_quote WHERE NOT asserted)), 'denied',
	ARRAY['Date', 'Outlet', 'Speaker', 'Reporting words', 'What'],
	string_agg(format('<tr><td><time>%s</time></td><td>%s</td><th scope="row">%s</th><td>%s</td><td>%s</td></tr>', published, pg_temp.short(outlet, 60), pg_temp.short(coalesce(speaker, '–'), 80),
		pg_temp.short(cue, 40), pg_temp.short(quote, 160)), '' ORDER BY published DESC NULLS LAST, article, "position"))
FROM denied;

-- Reprints, including near ones, which share a band.  Each quotation is shown with the first print of its words.
WITH banded AS (
	SELECT DISTINCT ON (q.article, quote_key(q.quote)) q.* FROM report_quote AS q WHERE kind <> 'indirect' AND length(quote) > 20),
near AS (
	SELECT DISTINCT a.article AS first_article, a."position" AS first_position, b.article, b."position"
	FROM (SELECT b.*, band FROM banded AS b, unnest(quote_bands(quote)) AS band) AS a
		JOIN (SELECT b.*, band FROM banded AS b, unnest(quote_bands(quote)) AS band) AS b
			ON a.band = b.band AND (a.published, a.article) < (b.published, b.article)
	WHERE quote_similarity(a.quote, b.quote) > 0.4),
print AS (
	SELECT f.*, string_agg(format('%s, <time>%s</time>%s%s', pg_temp.short(l.outlet, 60), l.published,
			CASE WHEN l.person IS DISTINCT FROM f.person THEN ' (' || pg_temp.short(coalesce(l.speaker, 'nobody'), 60) || ')' ELSE '' END,
			CASE WHEN quote_key(l.quote) <> quote_key(f.quote) THEN ': <q>' || pg_temp.short(l.quote, 160) || '</q>' ELSE '' END), '<br>' ORDER BY l.published, l.article) AS later,
		count(DISTINCT l.outlet) AS outlets
	FROM near AS n JOIN banded AS f ON f.article = n.first_article AND f."position" = n.first_position
		JOIN banded AS l ON l.article = n.article AND l."position" = n."position"
	WHERE NOT EXISTS (SELECT FROM near AS e WHERE e.article = n.first_article AND e."position" = n.first_position)
	GROUP BY f.article, f.outlet, f.published, f.title, f.speaker, f.person, f.quote, f.slice, f."position", f.kind, f.cue, f.confidence, f.type, f.named, f.gender, f.role, f.asserted
	ORDER BY count(DISTINCT l.article) DESC, f.published, f.article LIMIT 15)
SELECT pg_temp.table_of('Printed again', 'Quotations that came back in a later article, in the same words or nearly so: who printed them first, who later, and what was changed.', 'again',
	ARRAY['Speaker', 'Words', 'First', 'Later'],
	string_agg(format('<tr><th scope="row">%s</th><td>%s</td><td>%s, <time>%s</time></td><td>%s</td></tr>', pg_temp.short(coalesce(speaker, '–'), 80), pg_temp.short(quote, 160),
		pg_temp.short(outlet, 60), published, later), '' ORDER BY published, article))
FROM print;

-- The rows to look at first.
SELECT '<section aria-labelledby="doubt"><h2 id="doubt">Most in doubt</h2><p>The ten quotations that newsquote is least sure of, where they are, and their articles with all quotations marked.</p>';
SELECT format('<div class="doubt"><b>%s</b> %s, %s, %s<blockquote>…%s<mark>%s</mark>%s…</blockquote><details><summary>%s</summary>%s</details></div>',
	pg_temp.short(coalesce(speaker, 'Nobody'), 80), to_char(confidence, '0.00'), pg_temp.short(q.outlet, 60), q.published,
	-- Cut at blanks, so that no tag or entity is split.
	pg_temp.escape(regexp_replace(plain_quote(substr(a.body, greatest(q."position" - 160, 1), least(160, q."position" - 1))), CASE WHEN q."position" > 161 THEN '^\S*\s+' ELSE '^' END, '')),
	pg_temp.escape(quote),
	pg_temp.escape(regexp_replace(plain_quote(substr(a.body, q."position" + length(slice), 120)), '\s+\S*$', '')),
	pg_temp.escape(coalesce(nullif(q.title, ''), 'The article')), highlight_quotes(a.body, 'Format=html', true))
FROM (SELECT * FROM report_quote WHERE kind <> 'indirect' ORDER BY confidence, article, "position" LIMIT 10) AS q JOIN report_article AS a USING (article)
ORDER BY confidence, article, "position";
SELECT '</section>
</main>
<footer><p>Rows are found by rules and a fitted model: read the article before you print a number. <code>asserted</code>, <code>confidence</code> and the other columns are explained in newsquote''s README.</p></footer>
</body>
</html>';
ROLLBACK;
