/* SPDX-License-Identifier: GPL-3.0-or-later
 * What libraries allocate while they are loaded is theirs to keep: GLib drops its first table of
 * names when a program has more than two thousand, and whoever has a window has.
 */
#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

static void
begin_loading (void)
{
  __lsan_disable ();
}

__attribute__ ((constructor)) static void
end_loading (void)
{
  __lsan_enable ();
}

/* Functions listed here run before those of any library, and only a program may have them. */
__attribute__ ((section (".preinit_array"),
                used)) static void (*const before_libraries) (void) = begin_loading;

#endif
