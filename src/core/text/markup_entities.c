/*
 * markup_entities.c
 *	  The entities of HTML: see markup_entities.h.
 */
#include "core/text/markup_entities.h"

#include <string.h>

#define ENTITY_NAME_BYTES 32

static const struct
{
	char		name[ENTITY_NAME_BYTES];
	uint32_t	code;
	bool		bare;			/* browsers accept it without a semicolon */
}			entities[] = {
#define ENTITY(name, code, bare) {name, code, bare},
#include "core/text/entity_names.def"
#undef ENTITY
};

/* Looks up an entity by name; NULL if there is none. */
static const uint32_t *
find_entity(const char *name, uint32_t length, bool bare)
{
	uint32_t	low = 0;
	uint32_t	high = sizeof(entities) / sizeof(entities[0]);

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		int			order = strncmp(entities[middle].name, name, length);

		if (order == 0)
			order = entities[middle].name[length] != '\0';
		if (order == 0)
			return !bare || entities[middle].bare ? &entities[middle].code : NULL;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Maps a number as browsers do: 0x80 to 0x9f are characters of Windows-1252. */
static uint32_t
character_of_number(uint32_t code)
{
	static const uint16_t windows[32] = {
		0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178
	};

	if (code >= 0x80 && code < 0xa0)
		return windows[code - 0x80];
	if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return 0xfffd;
	return code;
}

static uint32_t
digit_value(unsigned char b, bool hex)
{
	if (b >= '0' && b <= '9')
		return b - '0';
	if (hex && (unsigned) ((b | 0x20) - 'a') < 6)
		return (b | 0x20) - 'a' + 10;
	return NONE;
}

/* Can an entity without a semicolon end before this byte? */
static bool
ends_bare(Bare bare, unsigned char after)
{
	return bare == BARE_ANYWHERE ||
		(bare == BARE_APART && !is_letter_byte(after) && (after < '0' || after > '9') && after != '=');
}

/* &#8220; and &#x201c;: the number ends after its digits, so a letter may follow in a slice: It&#8217s */
static Character
numeric_entity(const MarkupScanner *s, uint32_t at, Bare bare)
{
	bool		hex = (byte_at(s, at + 2) | 0x20) == 'x';
	uint32_t	first = at + (hex ? 3 : 2);
	uint32_t	end = first;
	uint32_t	code = 0;

	for (uint32_t digit; end < s->length && (digit = digit_value(s->text[end], hex)) != NONE; end++)
		code = code > 0x10ffff ? code : code * (hex ? 16 : 10) + digit;
	if (end == first || (byte_at(s, end) != ';' && bare == BARE_NEVER))
		return (Character) {0, 0};
	return (Character) {character_of_number(code), end + (byte_at(s, end) == ';') - at};
}

/* Returns the character of the entity whose "&" is at a position; 0 bytes if there is none. */
Character
nq_decode_entity(const MarkupScanner *s, uint32_t at, Bare bare)
{
	const char *name = (const char *) s->text + at + 1;
	const uint32_t *code;
	uint32_t	length = 0;

	if (byte_at(s, at + 1) == '#')
		return numeric_entity(s, at, bare);
	while (length < ENTITY_NAME_BYTES - 1 && at + 1 + length < s->length &&
		   (is_letter_byte((unsigned char) name[length]) || (name[length] >= '0' && name[length] <= '9')))
		length++;
	if (length < 2)
		return (Character) {0, 0};
	if (byte_at(s, at + 1 + length) == ';' && (code = find_entity(name, length, false)) != NULL)
		return (Character) {*code, length + 2};
	/* "&copy2020": the longest matching name.  Names without a semicolon have at most six letters. */
	for (length = length < 6 ? length : 6; bare != BARE_NEVER && length >= 2; length--)
		if (ends_bare(bare, byte_at(s, at + 1 + length)) && (code = find_entity(name, length, true)) != NULL)
			return (Character) {*code, length + 1};
	return (Character) {0, 0};
}
