#pragma once
#include <stdint.h>

/// Blocks that the process took from the heap so far.
uint64_t allocations(void);
