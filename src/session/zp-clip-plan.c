/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a paste would do, field by field, before anything is done. */
#include <glib/gi18n-lib.h>

#include "session/zp-clip-private.h"

G_DEFINE_QUARK (zp - clip - error - quark, zp_clip_error)

static void
item_free (gpointer data)
{
  ZpClipItem *self = data;

  g_free (self->place);
  g_free (self->given);
  g_free (self->written);
  g_free (self->remark);
  g_free (self->kept);
  g_free (self);
}

/** zp_clip_plan_free: frees @self. */
void
zp_clip_plan_free (ZpClipPlan *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * Planning: a plan while it is made.
 * @n_rows: rows of a table as it is now
 * @grows: it gets the rows that it lacks
 * @fields: of the line that is looked at; @row: where it goes
 * @is_total: it goes into the total row
 */
typedef struct
{
  const ZpSheet *sheet;
  ZpReport *report;
  const ZpBlock *block;
  ZpClipPlan *plan;
  int n_rows;
  gboolean grows;
  char **fields;
  int row;
  gboolean is_total;
} Planning;

static char *
without_blanks (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (dense, g_utf8_get_char (text));
  return g_string_free (dense, FALSE);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *dense = without_blanks (text);

  return *dense == '\0';
}

static gboolean
is_total_word (const Planning *self, const char *field)
{
  g_autofree char *dense = without_blanks (field);

  return g_str_equal (dense, zp_pack_get_word (self->sheet->pack, ZP_WORD_TOTAL));
}

/* The last line of a table that another program made is often its total, 合 计. */
static gboolean
is_total_line (const Planning *self)
{
  char **field = self->fields;

  if (self->block->kind != ZP_BLOCK_TABLE || self->block->totals == NULL)
    return FALSE;
  while (*field != NULL && is_blank (*field))
    field++;
  return *field != NULL && is_total_word (self, *field);
}

static gboolean
goes_into_new_row (const Planning *self)
{
  return self->grows && !self->is_total && self->row >= self->n_rows;
}

static const ZpCellDef *
find_target (const Planning *self, int column, ZpCell *cell)
{
  if (column >= zp_sheet_count_columns (self->sheet))
    return NULL;
  if (self->is_total)
    {
      *cell = zp_cell (self->block->index, ZP_ROW_TOTAL, column);
      return zp_pack_get_cell (self->sheet->pack, *cell);
    }
  if (goes_into_new_row (self))
    {
      *cell = zp_cell (self->block->index, self->row, column);
      return zp_block_get_cell (self->block, 0, column);
    }
  return zp_sheet_get_cell (self->sheet, self->row, column, cell)
           ? zp_pack_get_cell (self->sheet->pack, *cell)
           : NULL;
}

static char *
name_row (const Planning *self)
{
  g_auto (ZpSheetRow) head = { 0 };

  if (self->is_total)
    return g_strdup (zp_pack_get_word (self->sheet->pack, ZP_WORD_TOTAL));
  if (self->block->kind != ZP_BLOCK_TABLE && self->row < zp_sheet_count_rows (self->sheet))
    {
      zp_sheet_get_row (self->sheet, self->row, &head);
      return g_steal_pointer (&head.label);
    }
  return g_strdup_printf (_ ("Row %d"), self->row + 1);
}

static char *
name_place (const Planning *self, int column)
{
  g_autofree char *its_row = name_row (self);
  g_autofree char *its_column = NULL;

  if (self->block->kind == ZP_BLOCK_FIELDS && column == 0)
    return g_steal_pointer (&its_row);
  its_column = column < zp_sheet_count_columns (self->sheet)
                 ? g_strdup (zp_sheet_get_head (self->sheet, column)->name)
                 : g_strdup_printf (_ ("Column %d"), column + 1);
  return g_strdup_printf (C_ ("row and column", "%1$s · %2$s"), its_row, its_column);
}

/* (transfer full) (nullable): the unit of a row, from the clipboard where it brings one along. */
static char *
find_measure (const Planning *self, const ZpCellDef *def)
{
  int at = def->measure - self->plan->column;
  const ZpCellValue *value;

  if (def->measure < 0)
    return NULL;
  if (at >= 0 && at < (int) g_strv_length (self->fields))
    return g_strstrip (g_strdup (self->fields[at]));
  if (goes_into_new_row (self))
    return NULL;
  value = zp_report_get_value (self->report, zp_cell (self->block->index, self->row, def->measure));
  return value != NULL ? g_strdup (zp_cell_value_in_force (value)->text) : NULL;
}

static gboolean
is_filled (const Planning *self, ZpCell cell)
{
  return !goes_into_new_row (self) &&
         zp_report_get_value (self->report, cell)->typed.state != ZP_CONTENT_EMPTY;
}

static void
add_item (Planning *self, ZpClipItem *item)
{
  item->is_written = item->fate != ZP_CLIP_REFUSED;
  g_ptr_array_add (self->plan->items, item);
  if (item->is_written && goes_into_new_row (self))
    self->plan->n_new_rows = MAX (self->plan->n_new_rows, item->row - self->n_rows + 1);
}

static void
read_item (Planning *self, const ZpCellDef *def, ZpClipItem *item)
{
  g_autofree char *measure = find_measure (self, def);
  g_autoptr (GError) error = NULL;

  item->fate = ZP_CLIP_REFUSED;
  if (zp_clip_looks_like_error (item->given, &item->remark))
    return;
  if (!zp_clip_clean (def, item->given, measure, &item->kept, &item->remark, &error))
    {
      item->remark = g_strdup (error->message);
      return;
    }
  item->fate = item->remark != NULL ? ZP_CLIP_CLEANED : ZP_CLIP_PLAIN;
  item->written = zp_clip_show_kept (self->sheet, def, item->kept);
}

/* An empty field empties a cell that was filled; for a computed one it says nothing. Nor does the
 * head of a total row. */
static gboolean
says_nothing (const Planning *self, const ZpCellDef *def, ZpCell cell, const char *given)
{
  if (def == NULL)
    return is_blank (given) || (self->is_total && is_total_word (self, given));
  return is_blank (given) && (def->entry == ZP_ENTRY_COMPUTED || !is_filled (self, cell));
}

static void
plan_field (Planning *self, int column, const char *given)
{
  ZpCell cell = { 0 };
  const ZpCellDef *def = find_target (self, column, &cell);
  ZpClipItem *item;

  if (says_nothing (self, def, cell, given))
    return;
  item = g_new0 (ZpClipItem, 1);
  item->row = self->row;
  item->column = column;
  item->cell = cell;
  item->given = g_strdup (given);
  item->place = name_place (self, column);
  if (def != NULL)
    read_item (self, def, item);
  else
    {
      item->fate = ZP_CLIP_REFUSED;
      item->remark = g_strdup (_ ("there is no cell at this place"));
    }
  add_item (self, item);
}

static void
plan_line (Planning *self)
{
  int n_fields = (int) g_strv_length (self->fields);

  self->plan->n_columns = MAX (self->plan->n_columns, n_fields);
  for (int i = 0; i < n_fields; i++)
    plan_field (self, self->plan->column + i, self->fields[i]);
}

/* A paste that begins below the rows adds some, unless it begins in a total. */
static void
plan_lines (Planning *self, const GPtrArray *lines)
{
  ZpCell total;
  gboolean begins_in_total =
    self->n_rows > 0 && zp_sheet_is_total_row (self->sheet, self->plan->row) &&
    zp_sheet_get_cell (self->sheet, self->plan->row, self->plan->column, &total);

  self->grows = self->block->kind == ZP_BLOCK_TABLE && !begins_in_total;
  self->row = self->plan->row;
  for (guint i = 0; i < lines->len; i++)
    {
      self->fields = g_ptr_array_index (lines, i);
      self->is_total = begins_in_total ? i == 0 : is_total_line (self);
      plan_line (self);
      if (!self->is_total || begins_in_total)
        self->row++;
    }
}

/* Where the total row stands is known when all new rows are. */
static void
place_totals (const Planning *self)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      ZpClipItem *item = g_ptr_array_index (self->plan->items, i);

      if (item->cell.row == ZP_ROW_TOTAL)
        item->row = self->n_rows + self->plan->n_new_rows;
    }
}

static void
count_fates (ZpClipPlan *plan)
{
  for (guint i = 0; i < plan->items->len; i++)
    plan->counts[((const ZpClipItem *) g_ptr_array_index (plan->items, i))->fate]++;
}

/**
 * zp_clip_plan:
 * @text: (nullable): of the clipboard
 * @row @column: of the cell that the first field goes to
 *
 * What pasting would do. Tables get the rows they lack; a figure for a computed cell is compared
 * with what the program is going to compute there, and declared when it differs.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_CLIP_ERROR or %ZP_SESSION_ERROR_LOCKED
 */
ZpClipPlan *
zp_clip_plan (const ZpSheet *sheet, const char *text, int row, int column, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  Planning self = { .sheet = sheet };

  g_return_val_if_fail (sheet != NULL && row >= 0 && column >= 0, NULL);

  if (zp_session_get_lock (sheet->session) != NULL)
    {
      g_set_error_literal (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED,
                           zp_session_get_lock (sheet->session));
      return NULL;
    }
  lines = zp_clip_parse (text, error);
  if (lines == NULL)
    return NULL;
  self.report = sheet->report;
  self.block = sheet->block;
  self.n_rows = zp_report_count_rows (sheet->report, sheet->block->index);
  self.plan = g_new0 (ZpClipPlan, 1);
  self.plan->items = g_ptr_array_new_with_free_func (item_free);
  self.plan->row = row;
  self.plan->column = column;
  self.plan->n_rows = (int) lines->len;
  plan_lines (&self, lines);
  place_totals (&self);
  zp_clip_doubt_sizes (sheet, self.plan);
  zp_clip_doubt_declared (sheet, self.plan);
  count_fates (self.plan);
  return self.plan;
}

/** zp_clip_is_clean: whether everything goes in as it is. */
gboolean
zp_clip_is_clean (const ZpClipPlan *plan)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return plan->counts[ZP_CLIP_PLAIN] == plan->items->len;
}
