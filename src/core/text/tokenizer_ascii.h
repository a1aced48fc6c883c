/*
 * tokenizer_ascii.h
 *	  The fast path of the tokenizer.
 */
#ifndef NQ_TOKENIZER_ASCII_H
#define NQ_TOKENIZER_ASCII_H

#include "core/text/token_writer.h"

/*
 * Reads plain ASCII text from the writer's position on, up to anything else.  Returns false when the stage has
 * to stop.
 */
bool		nq_read_ascii(TokenWriter *w);

#endif							/* NQ_TOKENIZER_ASCII_H */
