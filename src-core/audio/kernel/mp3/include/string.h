/* There is no C library to link with: WebAssembly copies and fills memory by itself. */
#pragma once
#include <stddef.h>

#define memcpy __builtin_memcpy
#define memmove __builtin_memmove
#define memset __builtin_memset
