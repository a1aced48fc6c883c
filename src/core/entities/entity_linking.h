/*
 * entity_linking.h
 *	  Questions about names that later stages ask as well.
 */
#ifndef NQ_ENTITY_LINKING_H
#define NQ_ENTITY_LINKING_H

#include "core/document.h"


#endif							/* NQ_ENTITY_LINKING_H */
