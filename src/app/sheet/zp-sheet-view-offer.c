/* SPDX-License-Identifier: GPL-3.0-or-later
 * What may stand in the current cell, offered while it is typed. */
#include "app/sheet/zp-sheet-view-private.h"

/* More are not looked through in a list; they are found by typing. */
#define MAX_CHOICES 200

/* Between several choices in one cell. */
#define SEPARATOR "、"

/** zp_sheet_view_has_choices: whether the current cell is chosen from a list. */
gboolean
zp_sheet_view_has_choices (ZpSheetView *self)
{
  const ZpCellDef *def = zp_sheet_view_get_def (self);

  return def != NULL && (def->options != NULL || def->to_block >= 0);
}

/** zp_sheet_view_is_offering: whether the list is open. */
gboolean
zp_sheet_view_is_offering (ZpSheetView *self)
{
  return self->choices != NULL && gtk_widget_get_visible (GTK_WIDGET (self->choices));
}

static int
naming_column (const ZpBlock *block)
{
  if (block->key_column >= 0)
    return block->key_column;
  for (guint i = 0; i < block->cells->len; i++)
    {
      const ZpCellDef *def = g_ptr_array_index (block->cells, i);

      if (def != NULL && def->kind == ZP_KIND_TEXT)
        return (int) i;
    }
  return 0;
}

static void
add_row (ZpSheetView *self, const ZpCellDef *def, const ZpBlock *block, int row)
{
  ZpReport *report = zp_session_get_report (self->session);
  g_autofree char *name =
    zp_report_show (report, zp_cell (block->index, row, naming_column (block)));
  g_autofree char *number = g_strdup_printf ("%d", row + 1);
  g_autofree char *both = g_strconcat (number, "  ", name, NULL);

  if (def->to_number)
    zp_sheet_choices_add (self->choices, number, both);
  else if (*name != '\0')
    zp_sheet_choices_add (self->choices, name, name);
}

static void
add_rows (ZpSheetView *self, const ZpCellDef *def)
{
  const ZpBlock *block = zp_pack_get_block (zp_session_get_pack (self->session), def->to_block);
  int n_rows = zp_report_count_rows (zp_session_get_report (self->session), def->to_block);

  for (int row = 0; row < MIN (n_rows, MAX_CHOICES); row++)
    add_row (self, def, block, row);
}

/* Of several choices the one that is being typed. */
static char *
last_part (const char *text)
{
  const char *separator = g_strrstr (text, SEPARATOR);

  return g_strdup (separator != NULL ? separator + strlen (SEPARATOR) : text);
}

static char *
put_part (const char *text, const char *value)
{
  const char *separator = g_strrstr (text, SEPARATOR);
  g_autofree char *before = separator != NULL ? g_strndup (text, (gsize) (separator - text)) : NULL;

  return before != NULL ? g_strconcat (before, SEPARATOR, value, NULL) : g_strdup (value);
}

static void
on_chosen (ZpSheetView *self, const char *value)
{
  ZpSheetEditor *editor = ZP_SHEET_EDITOR (self->editor);
  g_autofree char *typed = zp_sheet_editor_get_text (editor);
  const ZpCellDef *def = zp_sheet_view_get_def (self);
  g_autofree char *text = def->many ? put_part (typed, value) : g_strdup (value);

  zp_sheet_editor_replace (editor, text);
  zp_sheet_view_stop_offering (self);
  if (!def->many)
    zp_sheet_view_commit (self);
}

static void
make_choices (ZpSheetView *self)
{
  self->choices = ZP_SHEET_CHOICES (zp_sheet_choices_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->choices), GTK_WIDGET (self));
  g_signal_connect_swapped (self->choices, "chosen", G_CALLBACK (on_chosen), self);
}

static void
fill (ZpSheetView *self, const ZpCellDef *def)
{
  zp_sheet_choices_clear (self->choices);
  for (guint i = 0; def->options != NULL && def->options[i] != NULL; i++)
    zp_sheet_choices_add (self->choices, def->options[i], def->options[i]);
  if (def->to_block >= 0)
    add_rows (self, def);
}

/**
 * zp_sheet_view_offer:
 * @all: all choices, not only those that have what is typed
 */
void
zp_sheet_view_offer (ZpSheetView *self, gboolean all)
{
  const ZpCellDef *def = zp_sheet_view_get_def (self);
  g_autofree char *text = zp_sheet_editor_get_text (ZP_SHEET_EDITOR (self->editor));
  g_autofree char *part = def->many ? last_part (text) : g_strdup (text);

  if (zp_sheet_view_bring_back (self))
    return;
  if (self->choices == NULL)
    make_choices (self);
  if (!zp_sheet_view_is_offering (self))
    fill (self, def);
  if (zp_sheet_choices_filter (self->choices, all ? NULL : part) == 0)
    {
      zp_sheet_view_stop_offering (self);
      return;
    }
  zp_sheet_view_point_popover (self, GTK_WIDGET (self->choices));
  gtk_popover_popup (GTK_POPOVER (self->choices));
}

/** zp_sheet_view_stop_offering: closes the list. */
void
zp_sheet_view_stop_offering (ZpSheetView *self)
{
  if (self->choices != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->choices));
}
