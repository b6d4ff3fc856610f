/* SPDX-License-Identifier: GPL-3.0-or-later
 * The single changes a clerk makes, each one step with a name. */
#include <glib/gi18n-lib.h>

#include "session/zp-session-private.h"

static char *
label_of (ZpSession *self, ZpCell cell)
{
  return zp_report_get_label (self->file->report, cell);
}

/* Takes @batch and @label. */
static gboolean
apply_named (ZpSession *self, ZpBatch *batch, char *label, GError **error)
{
  if (batch == NULL)
    {
      g_free (label);
      return FALSE;
    }
  g_free (batch->label);
  g_free (batch->author);
  batch->label = label;
  batch->author = g_strdup (self->author);
  batch->time = g_get_real_time ();
  return zp_session_apply (self, batch, error);
}

/**
 * zp_session_begin:
 * @label: name of the step
 *
 * Returns: (transfer full): an empty batch by the author, now; for zp_session_apply()
 */
ZpBatch *
zp_session_begin (ZpSession *self, const char *label)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), NULL);

  return zp_batch_new (label, self->author, g_get_real_time ());
}

/**
 * zp_session_type:
 * @typed: (nullable): as typed; empty or %NULL clears. For a computed cell its declared figure
 *
 * Returns: FALSE with the reason when it does not fit the cell
 */
gboolean
zp_session_type (ZpSession *self, ZpCell cell, const char *typed, GError **error)
{
  g_autofree char *label = NULL;
  gboolean clears = typed == NULL || *typed == '\0';

  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  label = label_of (self, cell);
  return apply_named (self,
                      zp_row_edit_set (self->file->report, cell, clears ? NULL : typed, error),
                      g_strdup_printf (clears ? _ ("Clear %s") : _ ("Enter %s"), label), error);
}

static gboolean
is_filled (ZpSession *self, ZpCell cell)
{
  return zp_report_get_value (self->file->report, cell)->typed.state != ZP_CONTENT_EMPTY;
}

/**
 * zp_session_clear:
 * @cells: (array length=n_cells): typed and computed cells; of these the declared figure goes
 *
 * Returns: FALSE when nothing may be changed
 */
gboolean
zp_session_clear (ZpSession *self, const ZpCell *cells, guint n_cells, GError **error)
{
  g_autoptr (ZpBatch) batch = NULL;
  guint n_cleared = 0;

  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  if (n_cells == 1)
    return !is_filled (self, cells[0]) || zp_session_type (self, cells[0], NULL, error);
  batch = zp_session_begin (self, NULL);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *id = NULL;

      if (!is_filled (self, cells[i]))
        continue;
      id = zp_pack_format_id (zp_session_get_pack (self), cells[i]);
      zp_batch_set (batch, id, NULL, NULL);
      n_cleared++;
    }
  batch->label =
    g_strdup_printf (ngettext ("Clear %u cell", "Clear %u cells", n_cleared), n_cleared);
  return zp_session_apply (self, g_steal_pointer (&batch), error);
}

/** zp_session_insert_row: @block: a table; @at: row from 0. An empty row. */
gboolean
zp_session_insert_row (ZpSession *self, int block, int at, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return apply_named (self, zp_row_edit_insert (self->file->report, block, at, NULL, error),
                      g_strdup (_ ("Add a row")), error);
}

/** zp_session_duplicate_row: the copy stands below the row. */
gboolean
zp_session_duplicate_row (ZpSession *self, int block, int row, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return apply_named (self, zp_row_edit_duplicate (self->file->report, block, row),
                      g_strdup_printf (_ ("Duplicate row %d"), row + 1), error);
}

/** zp_session_remove_row: the row goes with everything that belongs to it. */
gboolean
zp_session_remove_row (ZpSession *self, int block, int row, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return apply_named (self, zp_row_edit_remove (self->file->report, block, row),
                      g_strdup_printf (_ ("Remove row %d"), row + 1), error);
}

/** zp_session_move_row: @to: where the row stands afterwards, from 0. */
gboolean
zp_session_move_row (ZpSession *self, int block, int from, int to, GError **error)
{
  g_return_val_if_fail (ZP_IS_SESSION (self), FALSE);

  return apply_named (self, zp_row_edit_move (self->file->report, block, from, to),
                      g_strdup_printf (_ ("Move row %d"), from + 1), error);
}

/**
 * zp_session_set_passage:
 * @passage: id of a passage, "text.scale"
 * @text: (nullable): as it is kept, with figures in braces; %NULL gives it back to the program
 */
gboolean
zp_session_set_passage (ZpSession *self, const char *passage, const char *text, GError **error)
{
  ZpBatch *batch;

  g_return_val_if_fail (ZP_IS_SESSION (self) && passage != NULL, FALSE);

  batch = zp_session_begin (self, text != NULL ? _ ("Edit text") : _ ("Restore the text"));
  zp_batch_set (batch, passage, NULL, text);
  return zp_session_apply (self, batch, error);
}

static gboolean
fits (ZpSession *self, const ZpHint *hint)
{
  const ZpCellContent *content = &zp_report_get_value (self->file->report, hint->cell)->typed;

  return content->state == ZP_CONTENT_FIGURE && content->number.millionths == hint->from.millionths;
}

static void
add_hint (ZpBatch *batch, const ZpHint *hint)
{
  g_autofree char *figure = zp_decimal_to_string (hint->to, zp_decimal_get_places (hint->to));

  zp_batch_set (batch, hint->id, NULL, figure);
}

/**
 * zp_session_accept_hints:
 * @hints: of #ZpHint, of this session: accepted together, as one step
 *
 * Returns: FALSE with %ZP_SESSION_ERROR_HINT when a figure is no longer what a hint was given for
 */
gboolean
zp_session_accept_hints (ZpSession *self, const GPtrArray *hints, GError **error)
{
  g_autoptr (ZpBatch) batch = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (self) && hints != NULL, FALSE);

  batch = zp_session_begin (self, _ ("Accept the correction"));
  zp_batch_set_how (batch, ZP_HOW_HINT);
  for (guint i = 0; i < hints->len; i++)
    {
      const ZpHint *hint = g_ptr_array_index (hints, i);

      if (!fits (self, hint))
        {
          g_set_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_HINT,
                       _ ("%s changed meanwhile; the correction no longer fits"), hint->id);
          return FALSE;
        }
      add_hint (batch, hint);
    }
  return zp_session_apply (self, g_steal_pointer (&batch), error);
}

/**
 * zp_session_write_note:
 * @finding: id of a finding that accepts a note
 * @text: (nullable): the 审核说明; empty or %NULL removes it
 *
 * Returns: FALSE with %ZP_CHECK_ERROR, or when nothing may be changed
 */
gboolean
zp_session_write_note (ZpSession *self, const char *finding, const char *text, GError **error)
{
  g_autofree char *path = NULL;
  ZpBatch *batch;

  g_return_val_if_fail (ZP_IS_SESSION (self) && finding != NULL, FALSE);

  if (text != NULL && *text != '\0')
    return apply_named (self,
                        zp_checker_make_note (self->checker, finding, text,
                                              self->author != NULL ? self->author : "",
                                              g_get_real_time (), error),
                        g_strdup (_ ("Note")), error);
  batch = zp_session_begin (self, _ ("Remove the note"));
  path = g_strconcat ("note:", finding, NULL);
  zp_batch_set (batch, path, NULL, NULL);
  return zp_session_apply (self, batch, error);
}
