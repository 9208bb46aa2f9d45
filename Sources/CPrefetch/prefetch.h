#ifndef PELACAK_PREFETCH_H
#define PELACAK_PREFETCH_H

/* Asks the processor to bring memory near, 64 bytes a line, because it will be written soon. Reads nothing, changes nothing, and any
   address is allowed: one that is not mapped is passed over. */
static inline void prefetch_lines(const void *_Nonnull start, int lines) {
    for (int line = 0; line < lines; line++) __builtin_prefetch((const char *)start + 64 * line, 1, 3);
}

#endif
