/*
 * words.h
 *	  Words that rules ask for by name.  Made by generate.pl of english/named.txt.
 */
#ifndef NQ_WORDS_H
#define NQ_WORDS_H

enum NamedWord
{
	W_UNKNOWN,
	W_THE,
	W_THAT,
	W_OF,
	W_FOR,
	W_ON,
	W_AND,
	W_BUT,
	W_AT,
	W_BY,
	W_TO,
	W_IN,
	W_FROM,
	W_WITH,
	W_WITHOUT,
	W_WHILE,
	W_I,
	W_ME,
	W_MY,
	W_WE,
	W_US,
	W_OUR,
	W_YOU,
	W_YOUR,
	W_IT,
	W_ITS,
	W_ITSELF,
	W_IS,
	W_WAS,
	W_ARE,
	W_WERE,
	W_BE,
	W_BEEN,
	W_BEING,
	W_AS,
	W_OR,
	W_NOT,
	W_WHETHER,
	W_IF,
	W_HOW,
	W_WHAT,
	W_WHO,
	W_WHICH,
	W_SAID,
	W_TOLD,
	W_BECAUSE,
	W_ONE,
	W_A,
	W_AN,
	W_THIS,
	W_THESE,
	W_THOSE,
	W_KNOWN,
	W_ENDING_LY,
	W_ENDING_ED,
	W_ENDING_ING
};

#endif							/* NQ_WORDS_H */
