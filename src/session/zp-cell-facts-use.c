/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a figure goes: the cells that are computed from it, the texts that print it. */
#include <string.h>

#include "document/zp-doc-builder.h"
#include "session/zp-cell-facts-private.h"

#define PRINTED "zp-cell-facts-printed"

/* A reader in a long table is looked for in so many rows. */
#define MAX_ROWS 2000

/** zp_use_free: frees @self. */
void
zp_use_free (ZpUse *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

static ZpUse *
make_use (const char *id, char *label)
{
  ZpUse *self = g_new0 (ZpUse, 1);

  self->id = g_strdup (id);
  self->label = label;
  return self;
}

typedef struct
{
  ZpCell cell;
  gboolean found;
} Search;

static void
note_cell (ZpCell cell, gpointer data)
{
  Search *self = data;

  self->found |= zp_cell_equal (cell, self->cell);
}

/* Whether the definition, in that row, rests on @cell. */
static gboolean
reads (ZpReport *report, const ZpCellDef *def, int row, ZpCell cell)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  Search search = { .cell = cell };

  zp_eval_push_row (&eval, def->cell.block, row, row + 1);
  zp_expr_foreach_cell (def->formula, &eval, note_cell, &search);
  return search.found;
}

/* Of a column in which several rows read the cell the first is named; most are in its own row. */
static gboolean
find_row (ZpReport *report, const ZpCellDef *def, ZpCell cell, int *row)
{
  int n_rows = MIN (zp_report_count_rows (report, def->cell.block), MAX_ROWS);

  *row = def->cell.row;
  if (!def->every_row)
    return reads (report, def, *row, cell);
  *row = cell.row;
  if (def->cell.block == cell.block && cell.row >= 0 && reads (report, def, *row, cell))
    return TRUE;
  for (*row = 0; *row < n_rows; (*row)++)
    if (reads (report, def, *row, cell))
      return TRUE;
  return FALSE;
}

static char *
name_reader (ZpReport *report, const ZpCellDef *def, ZpCell reader, ZpCell cell)
{
  if (def->every_row && reader.block == cell.block && reader.row != cell.row)
    return zp_sheet_get_column_name (report, reader);
  return zp_cell_facts_name_from (report, reader, cell);
}

static void
add_reader (GPtrArray *uses, ZpSession *session, const ZpCellDef *def, ZpCell cell)
{
  ZpReport *report = zp_session_get_report (session);
  g_autofree char *id = NULL;
  ZpCell reader;
  int row;

  if (def->formula == NULL || !find_row (report, def, cell, &row))
    return;
  reader = zp_cell (def->cell.block, row, def->cell.column);
  id = zp_pack_format_id (zp_session_get_pack (session), reader);
  g_ptr_array_add (uses, make_use (id, name_reader (report, def, reader, cell)));
}

/**
 * zp_cell_facts_list_readers:
 *
 * The cells that are computed from this one, in the order of the pack; of a column of a table that
 * reads it in many rows the first row.
 *
 * Returns: (transfer full): of #ZpUse
 */
GPtrArray *
zp_cell_facts_list_readers (ZpSession *session, ZpCell cell)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_use_free);
  const ZpPack *pack = zp_session_get_pack (session);
  const ZpCellDef *def = zp_pack_get_cell (pack, cell);

  g_return_val_if_fail (def != NULL, uses);

  for (guint i = 0; i < def->readers->len; i++)
    add_reader (uses, session,
                g_ptr_array_index (pack->order, g_array_index (def->readers, int, i)), cell);
  return uses;
}

/**
 * Printed: which texts print which figure, at one revision of the report.
 * @uses: id of a cell → GPtrArray of ZpUse
 */
typedef struct
{
  guint64 revision;
  GHashTable *uses;
} Printed;

static void
printed_free (gpointer data)
{
  Printed *self = data;

  g_hash_table_unref (self->uses);
  g_free (self);
}

static gboolean
has_use (const GPtrArray *uses, const char *id)
{
  for (guint i = 0; i < uses->len; i++)
    if (strcmp (((const ZpUse *) g_ptr_array_index (uses, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
note_run (Printed *self, const char *cell, const char *passage, const char *heading)
{
  GPtrArray *uses = g_hash_table_lookup (self->uses, cell);

  if (uses == NULL)
    {
      uses = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_use_free);
      g_hash_table_insert (self->uses, g_strdup (cell), uses);
    }
  if (!has_use (uses, passage))
    g_ptr_array_add (uses, make_use (passage, g_strdup (heading)));
}

static void
note_paragraph (Printed *self, const ZpDocNode *node, const char *heading)
{
  for (guint i = 0; i < node->runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (node->runs, i);

      if (run->id != NULL)
        note_run (self, run->id, node->passage, heading != NULL ? heading : node->passage);
    }
}

/* The heading a paragraph stands under may be the first words of the paragraph itself. */
static char *
get_run_in (const ZpDocNode *node)
{
  const ZpDocRun *run = node->runs->len > 0 ? g_ptr_array_index (node->runs, 0) : NULL;

  return run != NULL && run->style == ZP_RUN_HEAD ? g_strdup (run->text) : NULL;
}

static void
read_document (Printed *self, const ZpDoc *doc)
{
  g_autofree char *heading = NULL;

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const ZpDocNode *node = g_ptr_array_index (doc->nodes, i);
      char *words = NULL;

      if (node->kind == ZP_DOC_HEADING)
        words = zp_doc_runs_to_text (node->runs);
      else if (node->kind == ZP_DOC_PARAGRAPH)
        words = get_run_in (node);
      if (words != NULL)
        {
          g_free (heading);
          heading = words;
        }
      if (node->kind == ZP_DOC_PARAGRAPH && node->passage != NULL)
        note_paragraph (self, node, heading);
    }
}

static Printed *
read_printed (ZpSession *session)
{
  ZpReport *report = zp_session_get_report (session);
  g_autoptr (ZpDoc) doc = zp_doc_build_text (report, ZP_PROFILE_SUBMIT);
  Printed *self = g_new0 (Printed, 1);

  self->revision = zp_report_get_revision (report);
  self->uses =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  read_document (self, doc);
  return self;
}

/* Read once for each revision: the cell bar asks for every cell that the cursor comes to. */
static Printed *
get_printed (ZpSession *session)
{
  Printed *self = g_object_get_data (G_OBJECT (session), PRINTED);

  if (self != NULL && self->revision == zp_report_get_revision (zp_session_get_report (session)))
    return self;
  self = read_printed (session);
  g_object_set_data_full (G_OBJECT (session), PRINTED, self, printed_free);
  return self;
}

/**
 * zp_cell_facts_list_passages:
 *
 * The passages of the text in which this figure is printed, in the order of the text, named by the
 * heading they stand under.
 *
 * Returns: (transfer full): of #ZpUse
 */
GPtrArray *
zp_cell_facts_list_passages (ZpSession *session, ZpCell cell)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_use_free);
  g_autofree char *id = zp_pack_format_id (zp_session_get_pack (session), cell);
  const GPtrArray *known = g_hash_table_lookup (get_printed (session)->uses, id);

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      const ZpUse *use = g_ptr_array_index (known, i);

      g_ptr_array_add (uses, make_use (use->id, g_strdup (use->label)));
    }
  return uses;
}
