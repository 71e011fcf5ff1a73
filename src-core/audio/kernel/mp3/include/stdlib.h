/* Only named: what allocates is left out of what is linked. */
#pragma once
#include <stddef.h>

void *malloc(size_t);
void *realloc(void *, size_t);
void free(void *);
