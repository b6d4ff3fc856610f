/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values from DATA.json, made into one batch of changes. */
#include "report/zp-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/zp-text.h"
#include "report/zp-data-rows.h"
#include "report/zp-entry.h"

/** More offenders than this help nobody. */
#define MAX_PROBLEMS 100

typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  ZpBatch *batch;
  GPtrArray *problems; /* of ZpDataProblem */
} Filling;

/** zp_data_problem_free: frees an offender. */
void
zp_data_problem_free (ZpDataProblem *self)
{
  g_free (self->text);
  g_free (self);
}

/* Takes @text. */
static void
take_problem (Filling *self, const ZpJson *member, char *text)
{
  ZpDataProblem *problem = g_new0 (ZpDataProblem, 1);

  problem->line = member->line;
  problem->text = text;
  g_ptr_array_add (self->problems, problem);
}

static void
add_problem (Filling *self, const ZpJson *member, const char *id, const char *what)
{
  take_problem (self, member, g_strdup_printf (_ ("%s: %s"), id, what));
}

/* @what names the id itself. */
static void
add_unknown (Filling *self, const ZpJson *member, const char *what)
{
  take_problem (self, member, g_strdup (what));
}

/* Several chosen options come as an array of texts. */
static char *
join_options (const ZpJson *array)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (const ZpJson *option = array->first; option != NULL; option = option->next)
    {
      if (option->kind != ZP_JSON_STRING)
        return NULL;
      if (joined->len > 0)
        g_string_append (joined, "、");
      g_string_append (joined, option->text);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static gboolean
is_words (const ZpCellDef *def)
{
  return def->kind == ZP_KIND_TEXT || def->kind == ZP_KIND_CHOICE ||
         (def->kind == ZP_KIND_REF && !def->to_number);
}

/* FALSE when the value is of a kind that the cell cannot take. */
static gboolean
typed_text (const ZpCellDef *def, const ZpJson *value, char **text)
{
  *text = NULL;
  if (value->kind == ZP_JSON_NULL)
    return TRUE;
  if (value->kind == ZP_JSON_ARRAY && def->many)
    *text = join_options (value);
  else if (value->kind == ZP_JSON_STRING || (value->kind == ZP_JSON_NUMBER && !is_words (def)))
    *text = g_strdup (value->text);
  return *text != NULL;
}

static void
fill_cell (
  Filling *self, const ZpCellDef *def, const ZpJson *value, const char *id, const char *measure)
{
  g_autofree char *typed = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr (GError) error = NULL;

  if (!typed_text (def, value, &typed))
    {
      wrong = g_strdup_printf (is_words (def) ? _ ("a text belongs here, not %s")
                                              : _ ("a figure belongs here, not %s"),
                               zp_json_kind_name (value->kind));
      add_problem (self, value, id, wrong);
      return;
    }
  if (zp_entry_parse (def, typed, measure, &canonical, &error))
    zp_batch_set (self->batch, id, NULL, canonical);
  else
    add_problem (self, value, id, error->message);
}

static void
clear_row (Filling *self, const ZpBlock *block, int row)
{
  for (guint i = 0; i < zp_block_count_columns (block); i++)
    {
      ZpCell cell = zp_cell (block->index, row, (int) i);
      g_autofree char *id = zp_pack_format_id (self->pack, cell);

      if (zp_report_get_value (self->report, cell)->typed.state != ZP_CONTENT_EMPTY)
        zp_batch_set (self->batch, id, NULL, NULL);
    }
}

/* Unit of the row for its mixed cells, as far as the row gives it. */
static const char *
find_measure (const ZpBlock *block, const ZpCellDef *def, const ZpJson *object)
{
  if (def->measure < 0)
    return NULL;
  return zp_json_get_string (object, g_ptr_array_index (block->columns, def->measure));
}

static void
fill_row (Filling *self, const ZpBlock *block, const ZpJson *object, int row)
{
  if (object->kind != ZP_JSON_OBJECT)
    {
      add_problem (self, object, block->key, _ ("every row must be an object"));
      return;
    }
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    {
      g_autofree char *id = g_strdup_printf ("%s[%d].%s", block->key, row, member->key);
      int column = zp_block_find_column (block, member->key);

      if (column < 0)
        {
          add_problem (self, member, id, _ ("the table has no such column"));
          continue;
        }
      fill_cell (self, zp_block_get_cell (block, 0, column), member, id,
                 find_measure (block, zp_block_get_cell (block, 0, column), object));
    }
}

/* The rows of the array replace those of the table. */
static void
fill_table (Filling *self, const ZpBlock *block, const ZpJson *array)
{
  int n_old = zp_report_count_rows (self->report, block->index);
  int row = 0;

  for (int i = 0; i < n_old; i++)
    clear_row (self, block, i);
  zp_data_place_rows (self->report, block, array, self->batch);
  for (const ZpJson *object = array->first; object != NULL; object = object->next)
    fill_row (self, block, object, row++);
}

static void
fill_passage (Filling *self, const ZpJson *member)
{
  g_autofree char *text = member->kind == ZP_JSON_STRING ? zp_text_clean (member->text) : NULL;

  if (zp_pack_find_passage_by_id (self->pack, member->key) == NULL)
    add_problem (self, member, member->key, _ ("the template has no such text"));
  else if (text != NULL || member->kind == ZP_JSON_NULL)
    zp_batch_set (self->batch, member->key, NULL, text != NULL && *text != '\0' ? text : NULL);
  else
    add_problem (self, member, member->key, _ ("a text belongs here"));
}

static void
fill_one (Filling *self, const ZpJson *member, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpCellValue *measure = NULL;

  if (def->measure >= 0)
    measure = zp_report_get_value (self->report, zp_cell (cell.block, cell.row, def->measure));
  fill_cell (self, def, member, member->key,
             measure != NULL ? zp_cell_value_in_force (measure)->text : NULL);
}

/* null clears a table as it clears a cell. */
static gboolean
is_rows (const ZpJson *member)
{
  return member->kind == ZP_JSON_ARRAY || member->kind == ZP_JSON_NULL;
}

static void
fill_member (Filling *self, const ZpJson *member)
{
  const ZpBlock *block = zp_pack_find_block (self->pack, member->key);
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  if (g_str_has_prefix (member->key, "text."))
    fill_passage (self, member);
  else if (block != NULL && block->kind == ZP_BLOCK_TABLE && is_rows (member))
    fill_table (self, block, member);
  else if (block != NULL && block->kind == ZP_BLOCK_TABLE)
    add_problem (self, member, member->key, _ ("a table needs an array of rows"));
  else if (zp_report_find_cell (self->report, member->key, &cell, &error))
    fill_one (self, member, cell);
  else
    add_unknown (self, member, error->message);
}

static void
free_problem (gpointer data)
{
  zp_data_problem_free (data);
}

/**
 * zp_data_read:
 * @data: one object: ids of cells with values, tables with arrays of rows, passages with texts
 * @problems: (element-type ZpDataProblem): where every offender is added
 *
 * Reads values as they come from other programs: figures as texts with separators and units or as
 * JSON numbers (taken by their text, never through binary), null for empty, — for not applicable; a
 * value for a computed cell is its declared one. Nothing is changed yet.
 *
 * Returns: (transfer full) (nullable): one batch for zp_report_apply(); %NULL when anything is
 * wrong
 */
ZpBatch *
zp_data_read (ZpReport *report, const ZpJson *data, GPtrArray *problems)
{
  g_autoptr (ZpBatch) batch = zp_batch_new (_ ("Fill"), NULL, g_get_real_time ());
  Filling filling = {
    .report = report, .pack = zp_report_get_pack (report), .batch = batch, .problems = problems
  };

  if (data->kind != ZP_JSON_OBJECT)
    add_unknown (&filling, data, _ ("the data must be one object: {\"id\": value, …}"));
  else
    for (const ZpJson *member = data->first; member != NULL; member = member->next)
      fill_member (&filling, member);
  return problems->len == 0 ? g_steal_pointer (&batch) : NULL;
}

static char *
list_problems (const GPtrArray *problems)
{
  guint n_told = MIN (problems->len, MAX_PROBLEMS);
  guint n_more = problems->len - n_told;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_told; i++)
    {
      const ZpDataProblem *problem = g_ptr_array_index (problems, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("line %u: %s"), problem->line, problem->text);
    }
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * zp_data_to_batch:
 * @data: see zp_data_read()
 *
 * Returns: (transfer full) (nullable): one batch for zp_report_apply(); %NULL with
 * %ZP_REPORT_ERROR_VALUE when anything is wrong: every offender is listed, one a line
 */
ZpBatch *
zp_data_to_batch (ZpReport *report, const ZpJson *data, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (free_problem);
  ZpBatch *batch = zp_data_read (report, data, problems);
  g_autofree char *text = batch == NULL ? list_problems (problems) : NULL;

  if (batch == NULL)
    g_set_error_literal (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_VALUE, text);
  return batch;
}
