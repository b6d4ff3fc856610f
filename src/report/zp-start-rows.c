/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that a new report begins with. */
#include <glib/gi18n-lib.h>

#include "report/zp-report-private.h"

static void
add_row (ZpReport *self, ZpBatch *batch, const ZpBlock *block, const ZpJson *start, int row)
{
  zp_batch_insert (batch, block->key, row, 0);
  for (const ZpJson *member = start->first; member != NULL; member = member->next)
    {
      g_autofree char *id = g_strdup_printf ("%s[%d].%s", block->key, row, member->key);

      zp_batch_set (batch, id, NULL, member->text);
    }
}

static void
add_block (ZpReport *self, ZpBatch *batch, const ZpBlock *block)
{
  int row = 0;

  /* Rows that belong to another row come with it. */
  if (block->start == NULL || block->owner_column >= 0)
    return;
  for (const ZpJson *start = block->start->first; start != NULL; start = start->next)
    add_row (self, batch, block, start, row++);
}

/**
 * zp_report_add_start_rows:
 *
 * Lays the start rows of every table, as a new report has them. One batch.
 *
 * Returns: FALSE with an error when a start value does not fit
 */
gboolean
zp_report_add_start_rows (ZpReport *self, GError **error)
{
  g_autoptr (ZpBatch) batch = zp_batch_new (_ ("Start rows"), NULL, g_get_real_time ());

  for (guint i = 0; i < self->pack->blocks->len; i++)
    add_block (self, batch, zp_pack_get_block (self->pack, (int) i));
  if (batch->changes->len == 0)
    return TRUE;
  return zp_report_apply (self, g_steal_pointer (&batch), error);
}
