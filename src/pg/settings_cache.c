/*
 * settings_cache.c
 *	  The engine's settings for a language, cues and patterns, compiled once per backend.
 *
 * Takes the arguments of a call; gives settings ready for use.  The last SETTINGS_KEPT different ones are kept,
 * as long as they take at most SETTINGS_KEPT_BYTES together, most recently used first.  They are compared by
 * the plain bytes of the arguments, so that the common call compares one word.
 *
 * PCRE2's JIT code lives outside memory contexts.  So settings are released by nq_settings_release() at
 * eviction, and no error can be raised between their creation and their insertion: an entry is built as a whole
 * in a context below the call's, then moved below TopMemoryContext.  An ERROR before that frees all of it.
 */
#include "postgres.h"
#include "pg/compat.h"

#include "pg/encoding.h"
#include "pg/error.h"
#include "pg/host.h"
#include "miscadmin.h"
#include "pg/settings_cache.h"
#include "utils/memutils.h"

#define SETTINGS_KEPT		16
#define SETTINGS_KEPT_BYTES	((Size) 32 << 20)
#define DEFAULT_LANGUAGE	"english"

/* The bytes that are compared and kept. */
typedef struct KeyPart
{
	const char *data;			/* NULL: absent */
	Size		bytes;
} KeyPart;

enum
{
	KEY_LANGUAGE,
	KEY_CUES,
	KEY_PATTERNS,
	KEY_PARTS
};

typedef struct Entry
{
	MemoryContext context;		/* also holds the entry itself */
	NqHost		host;
	KeyPart		key[KEY_PARTS];
	NqSettings *settings;
	Size		bytes;			/* including machine code */
} Entry;

/* Most recently used first; the rest is NULL. */
static Entry *entries[SETTINGS_KEPT];

static KeyPart
array_key(ArrayType *array)
{
	KeyPart		part = {NULL, 0};

	if (array != NULL)
	{
		part.data = (const char *) array;
		part.bytes = VARSIZE(array);
	}
	return part;
}

static void
make_key(KeyPart key[KEY_PARTS], const SettingsArguments *arguments)
{
	key[KEY_LANGUAGE].data = DEFAULT_LANGUAGE;
	key[KEY_LANGUAGE].bytes = strlen(DEFAULT_LANGUAGE);
	if (arguments->language != NULL)
	{
		key[KEY_LANGUAGE].data = VARDATA_ANY(arguments->language);
		key[KEY_LANGUAGE].bytes = VARSIZE_ANY_EXHDR(arguments->language);
	}
	key[KEY_CUES] = array_key(arguments->cues);
	key[KEY_PATTERNS] = array_key(arguments->patterns);
}

static bool
same_key(const KeyPart *a, const KeyPart *b)
{
	for (int i = 0; i < KEY_PARTS; i++)
	{
		if ((a[i].data == NULL) != (b[i].data == NULL) || a[i].bytes != b[i].bytes)
			return false;
		if (a[i].data != NULL && memcmp(a[i].data, b[i].data, a[i].bytes) != 0)
			return false;
	}
	return true;
}

/* Moves entries[found] to the front and shifts those before it back. */
static void
move_to_front(int found)
{
	Entry	   *entry = entries[found];

	memmove(entries + 1, entries, found * sizeof(Entry *));
	entries[0] = entry;
}

static Entry *
find_entry(const KeyPart *key)
{
	for (int i = 0; i < SETTINGS_KEPT && entries[i] != NULL; i++)
	{
		if (same_key(entries[i]->key, key))
		{
			move_to_front(i);
			return entries[0];
		}
	}
	return NULL;
}

static NqSlice
language_slice(const SettingsArguments *arguments)
{
	NqSlice		slice = {DEFAULT_LANGUAGE, sizeof(DEFAULT_LANGUAGE) - 1};

	return arguments->language == NULL ? slice : slice_from_text(arguments->language);
}

static void
copy_key(Entry *entry, const KeyPart *key)
{
	for (int i = 0; i < KEY_PARTS; i++)
	{
		entry->key[i] = key[i];
		if (key[i].data != NULL)
		{
			char	   *copy = MemoryContextAlloc(entry->context, Max(key[i].bytes, 1));

			memcpy(copy, key[i].data, key[i].bytes);
			entry->key[i].data = copy;
		}
	}
}

/* Makes an entry, which belongs to the current memory context until it is kept. */
static Entry *
make_entry(const KeyPart *key, const SettingsArguments *arguments)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "newsquote settings",
												  ALLOCSET_SMALL_SIZES);
	Entry	   *entry = MemoryContextAllocZero(context, sizeof(Entry));
	size_t		cue_count;
	size_t		pattern_count;
	NqSlice    *cues = slices_from_array(arguments->cues, &cue_count);
	NqSlice    *patterns = slices_from_array(arguments->patterns, &pattern_count);
	NqSlice		language = language_slice(arguments);
	NqStatus	status;
	NqError		error;

	entry->context = context;
	newsquote_host_init(&entry->host, context);
	copy_key(entry, key);
	for (;;)
	{
		status = nq_settings_create(&entry->host, language, cues, cue_count,
									patterns, pattern_count, &entry->settings, &error);
		if (status != NQ_CANCELLED)
			break;
		CHECK_FOR_INTERRUPTS();
	}
	if (status != NQ_OK)
		report_failure(&error, arguments);
	entry->bytes = MemoryContextMemAllocated(context, true) + nq_settings_machine_code(entry->settings);
	return entry;
}

static void
drop_entry(Entry *entry)
{
	nq_settings_release(entry->settings);
	MemoryContextDelete(entry->context);
}

/*
 * Inserts the entry at the front and evicts the oldest ones for which there is no room.  Raises no error: see
 * the head of this file.
 */
static void
keep_entry(Entry *entry)
{
	Size		bytes = entry->bytes;
	int			kept = 0;

	while (kept < SETTINGS_KEPT - 1 && entries[kept] != NULL && bytes + entries[kept]->bytes <= SETTINGS_KEPT_BYTES)
		bytes += entries[kept++]->bytes;
	for (int i = kept; i < SETTINGS_KEPT && entries[i] != NULL; i++)
	{
		drop_entry(entries[i]);
		entries[i] = NULL;
	}
	MemoryContextSetParent(entry->context, TopMemoryContext);
	entries[kept] = entry;
	move_to_front(kept);
}

const NqSettings *
settings_get(const SettingsArguments *arguments)
{
	KeyPart		key[KEY_PARTS];
	Entry	   *entry;

	make_key(key, arguments);
	entry = find_entry(key);
	if (entry == NULL)
	{
		entry = make_entry(key, arguments);
		keep_entry(entry);
	}
	return entry->settings;
}
