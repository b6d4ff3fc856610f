/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is told of a name that means nothing: where it was dropped, or what was perhaps meant. */
#include "template/zp-pack-merge-private.h"

#include <glib/gi18n-lib.h>

/**
 * zp_merge_fail_missing:
 * @at: what names it
 * @id: the id named, "public.meeting"
 * @nearest: (nullable): a known name that was perhaps meant
 * @format: what names it and what is missing; without a full stop
 */
void
zp_merge_fail_missing (const ZpMerge *self,
                       const ZpNode *at,
                       const char *id,
                       const char *nearest,
                       const char *format,
                       ...)
{
  const char *dropped = g_hash_table_lookup (self->dropped, id);
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  if (dropped != NULL)
    zp_problems_add (self->problems, at, FALSE, _ ("%s (dropped in %s)"), message, dropped);
  else
    zp_problems_add_near (self->problems, at, nearest, "%s", message);
}
