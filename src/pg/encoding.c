/*
 * encoding.c
 *	  Conversion between the database encoding and the engine's UTF-8.
 *
 * Takes text in the database encoding, gives the engine UTF-8, and turns the engine's ranges back into text and
 * positions.
 *
 * A text returned as printed in the article is always a slice of the stored bytes, found by counting
 * characters, so that it is verbatim by construction.  For this, the engine's text must have one code point for
 * each stored character:
 *
 *	- UTF8, and ASCII text in any encoding: the stored bytes are used unchanged.
 *	- SQL_ASCII: also the stored bytes, whatever their encoding; positions are in bytes.
 *	- Any other encoding: a recoded copy.  A character without an equivalent becomes U+FFFD.  If a character becomes
 *	  several code points (as some of EUC_JIS_2004 do), only the first is kept.
 *
 * Byte offsets of characters are looked up in an array of landmarks, one for every LANDMARK_STEP characters;
 * single-byte encodings need none.
 */
#include "postgres.h"
#include "pg/compat.h"

#include <limits.h>

#include "catalog/namespace.h"
#include "pg/encoding.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* U+FFFD, for characters without an equivalent. */
#define REPLACEMENT		"\xef\xbf\xbd"

#define LANDMARK_STEP	64

/*
 * Bytes processed between two CHECK_FOR_INTERRUPTS().  Also bounds the space that recoding reserves for the
 * worst case.
 */
#define BLOCK_BYTES		65536

/* A growing buffer without StringInfo's limit of 1 GB. */
typedef struct Buffer
{
	char	   *data;
	Size		length;
	Size		capacity;
} Buffer;

static void
buffer_reserve(Buffer *buffer, Size bytes)
{
	Size		wanted = buffer->length + bytes;

	if (buffer->data == NULL)
	{
		buffer->capacity = wanted;
		buffer->data = MemoryContextAllocHuge(CurrentMemoryContext, wanted);
	}
	else if (wanted > buffer->capacity)
	{
		buffer->capacity = Max(wanted, buffer->capacity + buffer->capacity / 2);
		buffer->data = repalloc_huge(buffer->data, buffer->capacity);
	}
}

static void
buffer_append(Buffer *buffer, const char *data, Size bytes)
{
	buffer_reserve(buffer, bytes);
	memcpy(buffer->data + buffer->length, data, bytes);
	buffer->length += bytes;
}

static bool
is_ascii(const char *data, Size bytes)
{
	while (bytes > 0)
	{
		Size		step = Min(bytes, BLOCK_BYTES);
		unsigned char seen = 0;

		for (Size i = 0; i < step; i++)
			seen |= (unsigned char) data[i];
		if (seen >= 0x80)
			return false;
		CHECK_FOR_INTERRUPTS();
		data += step;
		bytes -= step;
	}
	return true;
}

/* The length of the first character, at most the bytes given. */
static inline Size
character_bytes(int encoding, const char *data, Size bytes)
{
	Size		length = (Size) pg_encoding_mblen(encoding, data);

	return Min(length, bytes);
}

/* Counts code points as the engine does: continuation bytes are not characters. */
static Size
code_points(const char *utf8, Size bytes)
{
	Size		count = 0;

	for (Size i = 0; i < bytes; i++)
		count += ((unsigned char) utf8[i] & 0xc0) != 0x80;
	return count;
}

static Oid
conversion(int from, int to)
{
	Oid			proc = FindDefaultConversionProc(from, to);

	if (!OidIsValid(proc))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("default conversion function for encoding \"%s\" to \"%s\" does not exist",
						pg_encoding_to_char(from), pg_encoding_to_char(to))));
	return proc;
}

/*
 * Appends the data in another encoding.  A character without an equivalent is replaced by the substitute: one
 * bad byte must not make an article unreadable.
 */
static void
recode(Buffer *out, const char *data, Size bytes, int from, int to, const char *substitute)
{
	Oid			proc = conversion(from, to);
	Size		done = 0;

	while (done < bytes)
	{
		Size		step = Min(bytes - done, BLOCK_BYTES);
		char	   *end;
		int			used;

		CHECK_FOR_INTERRUPTS();
		/* The converter reads no more than is certain to fit, and appends a NUL. */
		buffer_reserve(out, (step + 1) * MAX_CONVERSION_GROWTH + 1);
		end = out->data + out->length;
		used = pg_do_encoding_conversion_buf(proc, from, to,
											 (unsigned char *) data + done, (int) step,
											 (unsigned char *) end,
											 (int) Min(out->capacity - out->length, INT_MAX),
											 true);
		out->length += strlen(end);
		done += used;
		if (used == 0)
		{
			buffer_append(out, substitute, strlen(substitute));
			done += character_bytes(from, data + done, bytes - done);
		}
	}
}

/* Like recode() to UTF-8, but always with one code point for each stored character. */
static void
recode_by_character(Buffer *out, const char *data, Size bytes, int from)
{
	for (Size done = 0; done < bytes;)
	{
		Size		step = character_bytes(from, data + done, bytes - done);
		Buffer		one = {0};

		recode(&one, data + done, step, from, PG_UTF8, REPLACEMENT);
		if (one.length > 0)
			buffer_append(out, one.data, character_bytes(PG_UTF8, one.data, one.length));
		pfree(one.data);
		done += step;
	}
}

/* Fills the landmarks and returns the number of stored characters. */
static Size
set_landmarks(Article *article, int encoding)
{
	Size		at = 0;
	Size		count = 0;

	article->landmarks = MemoryContextAllocHuge(CurrentMemoryContext,
												(article->stored_bytes / LANDMARK_STEP + 1) *
												sizeof(uint32));
	while (at < article->stored_bytes)
	{
		if (count % LANDMARK_STEP == 0)
		{
			CHECK_FOR_INTERRUPTS();
			article->landmarks[count / LANDMARK_STEP] = (uint32) at;
		}
		at += character_bytes(encoding, article->stored + at, article->stored_bytes - at);
		count++;
	}
	/* The end of the last character can be looked up too. */
	if (count % LANDMARK_STEP == 0)
		article->landmarks[count / LANDMARK_STEP] = (uint32) at;
	return count;
}

static void
recode_article(Article *article, int encoding)
{
	Buffer		utf8 = {0};
	Size		characters = article->stored_bytes;

	if (pg_encoding_max_length(encoding) > 1)
		characters = set_landmarks(article, encoding);
	recode(&utf8, article->stored, article->stored_bytes, encoding, PG_UTF8, REPLACEMENT);
	if (code_points(utf8.data, utf8.length) != characters)
	{
		utf8.length = 0;
		recode_by_character(&utf8, article->stored, article->stored_bytes, encoding);
	}
	article->utf8 = utf8.data;
	article->utf8_bytes = utf8.length;
}

/* Does the engine need a recoded copy?  Also used for text in UTF-8 that is returned. */
static bool
needs_recoding(const char *data, Size bytes)
{
	int			encoding = GetDatabaseEncoding();

	return encoding != PG_UTF8 && encoding != PG_SQL_ASCII && !is_ascii(data, bytes);
}

void
article_open(Article *article, text *value)
{
	article->stored = VARDATA_ANY(value);
	article->stored_bytes = VARSIZE_ANY_EXHDR(value);
	article->utf8 = article->stored;
	article->utf8_bytes = article->stored_bytes;
	article->count_bytes = (GetDatabaseEncoding() == PG_SQL_ASCII);
	article->landmarks = NULL;

	if (needs_recoding(article->stored, article->stored_bytes))
		recode_article(article, GetDatabaseEncoding());
}

/* Returns the byte offset of a stored character of a recoded article. */
static Size
stored_offset(const Article *article, Size character)
{
	int			encoding = GetDatabaseEncoding();
	Size		at;

	if (article->landmarks == NULL)
		return Min(character, article->stored_bytes);
	at = article->landmarks[character / LANDMARK_STEP];
	for (Size left = character % LANDMARK_STEP; left > 0 && at < article->stored_bytes; left--)
		at += character_bytes(encoding, article->stored + at, article->stored_bytes - at);
	return at;
}

/* Returns the start of the range, from 1, in characters as substr() counts them. */
int32
article_position(const Article *article, NqRange span)
{
	return (int32) (article->count_bytes ? span.start : span.start_chars) + 1;
}

void
article_bytes(const Article *article, NqRange span, Size *start, Size *end)
{
	*start = span.start;
	*end = span.end;
	if (article->utf8 != article->stored)
	{
		*start = stored_offset(article, span.start_chars);
		*end = stored_offset(article, (Size) span.start_chars + span.length_chars);
	}
}

/* Returns the stored words of the range. */
text *
article_slice(const Article *article, NqRange span)
{
	Size		start;
	Size		end;

	article_bytes(article, span, &start, &end);
	return cstring_to_text_with_len(article->stored + start, (int) (end - start));
}

NqSlice
slice_from_text(text *value)
{
	NqSlice		slice = {VARDATA_ANY(value), (uint32_t) VARSIZE_ANY_EXHDR(value)};
	Buffer		utf8 = {0};

	if (needs_recoding(slice.data, slice.length))
	{
		recode(&utf8, slice.data, slice.length, GetDatabaseEncoding(), PG_UTF8, REPLACEMENT);
		slice.data = utf8.data;
		slice.length = (uint32_t) utf8.length;
	}
	return slice;
}

text *
text_from_slice(NqSlice slice)
{
	Buffer		stored = {0};

	if (!needs_recoding(slice.data, slice.length))
		return cstring_to_text_with_len(slice.data, (int) slice.length);
	recode(&stored, slice.data, slice.length, PG_UTF8, GetDatabaseEncoding(), "?");
	return cstring_to_text_with_len(stored.data, (int) stored.length);
}

int
slice_characters(NqSlice slice, Size bytes)
{
	Size		length = Min(bytes, slice.length);

	return (int) (GetDatabaseEncoding() == PG_SQL_ASCII ? length : code_points(slice.data, length));
}
