/*
 * byte_classes.h
 *	  Byte classes of the tokenizers.
 */
#ifndef NQ_BYTE_CLASSES_H
#define NQ_BYTE_CLASSES_H

#include "core/document.h"

enum ByteClass
{
	B_OTHER,
	B_SPACE,
	B_NEWLINE,
	B_LOWER,
	B_UPPER,
	B_DIGIT,
	B_HIGH,						/* part of a character of several bytes */
	B_APOSTROPHE,
	B_QUOTE,
	B_GRAVE,
	B_STOP,						/* . ! ? */
	B_COMMA,
	B_COLON,
	B_SEMICOLON,
	B_HYPHEN,
	B_OPEN,
	B_CLOSE,
	B_AMPERSAND,
	B_AT							/* @ and # */
};

#define O B_OTHER
#define S B_SPACE
#define N B_NEWLINE
#define L B_LOWER
#define U B_UPPER
#define D B_DIGIT
#define H B_HIGH
static const uint8_t byte_class[256] = {
	S, S, S, S, S, S, S, S, S, S, N, S, S, N, S, S,
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, B_STOP, B_QUOTE, B_AT, O, O, B_AMPERSAND, B_APOSTROPHE,
	B_OPEN, B_CLOSE, O, O, B_COMMA, B_HYPHEN, B_STOP, O,
	D, D, D, D, D, D, D, D, D, D, B_COLON, B_SEMICOLON, O, O, O, B_STOP,
	B_AT, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, B_OPEN, O, B_CLOSE, O, O,
	B_GRAVE, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, B_OPEN, O, B_CLOSE, O, S,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};
#undef O
#undef S
#undef N
#undef L
#undef U
#undef D
#undef H

/* The kind of punctuation that is always a token of its own, and of a stop. */
static const uint8_t kind_of_class[B_AT + 1] = {
	[B_OTHER] = TOKEN_OTHER, [B_COMMA] = TOKEN_COMMA, [B_COLON] = TOKEN_COLON, [B_SEMICOLON] = TOKEN_SEMICOLON,
	[B_OPEN] = TOKEN_OPEN, [B_CLOSE] = TOKEN_CLOSE, [B_STOP] = TOKEN_STOP
};

#endif							/* NQ_BYTE_CLASSES_H */
