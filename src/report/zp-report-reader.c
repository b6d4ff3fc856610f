/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads a report from its file, moving it to the version of the pack that is at hand. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/zp-report-file-private.h"
#include "report/zp-report-move-private.h"
#include "report/zp-report-private.h"

/** More offenders than this help nobody. */
#define MAX_PROBLEMS 50

typedef struct
{
  ZpReportFile *file;
  ZpReport *report;
  ZpReportMove move;
  GPtrArray *problems; /* of char* */
  GHashTable *uids;    /* of the rows of the table that is read */
} Reader;

static void G_GNUC_PRINTF (2, 3) add_problem (Reader *self, const char *format, ...)
{
  va_list arguments;

  if (self->problems->len >= MAX_PROBLEMS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
is_kind (Reader *self, const ZpJson *member, ZpJsonKind kind)
{
  if (member->kind == kind)
    return TRUE;
  add_problem (self, _ ("line %u: “%s” is %s where %s belongs"), member->line,
               member->key != NULL ? member->key : "", zp_json_kind_name (member->kind),
               zp_json_kind_name (kind));
  return FALSE;
}

static void
store_content (Reader *self, const ZpJson *member, const char *old_id, const char *id, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->report->pack, cell);
  ZpCellValue *value = zp_cells_get (self->report->cells, cell);
  g_autofree char *text = zp_report_move_convert (&self->move, def, old_id, id, member->text);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (value->typed.state != ZP_CONTENT_EMPTY)
    add_problem (self, _ ("line %u: “%s” stands twice"), member->line, id);
  else if (!zp_cell_content_from_text (&value->typed, def, text, &error) &&
           !zp_report_move_drop (&self->move, id, member->text, error->message))
    add_problem (self, _ ("line %u: “%s”: %s"), member->line, id, error->message);
}

/* Cells in the rows of a table stand in the table. */
static gboolean
find_value (Reader *self, const char *id, ZpCell *cell, GError **error)
{
  if (!zp_pack_parse_id (self->report->pack, id, cell, error))
    return FALSE;
  if (strchr (id, '[') == NULL)
    return TRUE;
  g_set_error (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT, _ ("“%s”: rows belong to “tables”"),
               id);
  return FALSE;
}

static void
read_value (Reader *self, const ZpJson *member)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  ZpCell cell;

  if (!is_kind (self, member, ZP_JSON_STRING))
    return;
  id = zp_report_move_id (&self->move, member->key, member->text);
  if (id == NULL)
    return;
  if (find_value (self, id, &cell, &error))
    store_content (self, member, member->key, id, cell);
  else if (!zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    add_problem (self, _ ("line %u: %s"), member->line, error->message);
}

/* The column that @id, "table[3].column", names in @block, or -1. */
static int
column_of (const ZpBlock *block, const char *id)
{
  gsize length = strlen (block->key);
  const char *column = strstr (id, "].");

  if (column == NULL || !g_str_has_prefix (id, block->key) || id[length] != '[')
    return -1;
  return zp_block_find_column (block, column + strlen ("]."));
}

/* Columns of a table are renamed with their table: "projects[0].done" may have become
 * "projects[0].actual". @row_id: "projects[0]." */
static void
read_row_member (
  Reader *self, const ZpJson *member, const char *row_id, const ZpBlock *block, int row)
{
  g_autofree char *old = g_strconcat (row_id, member->key, NULL);
  g_autofree char *id = NULL;
  int column;

  if (strcmp (member->key, ZP_ROW_MEMBER) == 0 || !is_kind (self, member, ZP_JSON_STRING))
    return;
  id = zp_report_move_id (&self->move, old, member->text);
  if (id == NULL)
    return;
  column = column_of (block, id);
  if (column >= 0)
    store_content (self, member, old, id, zp_cell (block->index, row, column));
  else if (!zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    add_problem (self, _ ("line %u: table “%s” has no column “%s”"), member->line, block->key,
                 member->key);
}

/* 0 when the row has none. */
static guint
read_uid (Reader *self, const ZpJson *object)
{
  const ZpJson *member = zp_json_get (object, ZP_ROW_MEMBER);
  guint64 uid = 0;

  if (member == NULL || !is_kind (self, member, ZP_JSON_NUMBER))
    return 0;
  if (!g_ascii_string_to_unsigned (member->text, 10, 1, G_MAXINT32, &uid, NULL))
    add_problem (self, _ ("line %u: “%s” is no number of a row"), member->line, member->text);
  return (guint) uid;
}

static void
read_row (Reader *self, const ZpJson *object, const char *table, const ZpBlock *block)
{
  ZpCells *cells = self->report->cells;
  int row = zp_cells_count_rows (cells, block->index);
  g_autofree char *row_id = g_strdup_printf ("%s[%d].", table, row);
  guint uid;

  if (!is_kind (self, object, ZP_JSON_OBJECT))
    return;
  uid = read_uid (self, object);
  if (uid != 0 && !g_hash_table_add (self->uids, GUINT_TO_POINTER (uid)))
    {
      add_problem (self, _ ("line %u: row number %u stands twice"), object->line, uid);
      return;
    }
  zp_cells_insert_row (cells, block->index, row, uid);
  for (const ZpJson *member = object->first; member != NULL; member = member->next)
    read_row_member (self, member, row_id, block, row);
}

static void
read_table (Reader *self, const ZpJson *array)
{
  g_autofree char *key = NULL;
  const ZpBlock *block;

  if (!is_kind (self, array, ZP_JSON_ARRAY))
    return;
  key = zp_report_move_table (&self->move, array);
  if (key == NULL)
    return;
  block = zp_pack_find_block (self->report->pack, key);
  if (block == NULL || block->kind != ZP_BLOCK_TABLE)
    {
      if (!zp_report_move_drop_table (&self->move, array, _ ("not in the template")))
        add_problem (self, _ ("line %u: the template has no table “%s”"), array->line, key);
      return;
    }
  g_hash_table_remove_all (self->uids);
  for (const ZpJson *object = array->first; object != NULL; object = object->next)
    read_row (self, object, array->key, block);
}

static void
read_text (Reader *self, const ZpJson *member)
{
  g_autofree char *id = NULL;

  if (!is_kind (self, member, ZP_JSON_STRING))
    return;
  id = zp_report_move_id (&self->move, member->key, member->text);
  if (id == NULL)
    return;
  if (g_str_has_prefix (id, "text.") &&
      zp_pack_find_passage (self->report->pack, id + strlen ("text.")) != NULL)
    g_hash_table_insert (self->report->passages, g_steal_pointer (&id), g_strdup (member->text));
  else if (!zp_report_move_drop (&self->move, id, member->text, _ ("not in the template")))
    add_problem (self, _ ("line %u: the template has no text “%s”"), member->line, id);
}

static void
read_note (Reader *self, const ZpJson *object)
{
  g_autoptr (GError) error = NULL;
  ZpNote *note = zp_note_read (object, &error);

  if (note == NULL)
    {
      add_problem (self, "%s", error->message);
      return;
    }
  zp_report_move_note (&self->move, note);
  g_hash_table_insert (self->report->notes, g_strdup (note->finding), note);
}

/* (transfer full) (nullable) */
static char *
copy_string (Reader *self, const ZpJson *object, const char *key)
{
  const ZpJson *member = zp_json_get (object, key);

  if (member == NULL || member->kind == ZP_JSON_NULL || !is_kind (self, member, ZP_JSON_STRING))
    return NULL;
  return g_strdup (member->text);
}

static void
read_unplaced (Reader *self, const ZpJson *object)
{
  ZpUnplaced *figure;

  if (!is_kind (self, object, ZP_JSON_OBJECT))
    return;
  figure = g_new0 (ZpUnplaced, 1);
  figure->id = copy_string (self, object, "id");
  figure->label = copy_string (self, object, "label");
  figure->unit = copy_string (self, object, "unit");
  figure->value = copy_string (self, object, "value");
  figure->reason = copy_string (self, object, "reason");
  g_ptr_array_add (self->report->unplaced, figure);
}

static void
store_prior (Reader *self, const ZpJson *member, const char *id, const ZpCellDef *def)
{
  g_autofree char *text = zp_report_move_convert (&self->move, def, member->key, id, member->text);
  g_autoptr (GError) error = NULL;
  ZpCellContent *content;

  if (text == NULL)
    return;
  content = g_new0 (ZpCellContent, 1);
  if (!zp_cell_content_from_text (content, def, text, &error))
    add_problem (self, _ ("line %u: “%s”: %s"), member->line, member->key, error->message);
  g_hash_table_insert (self->report->prior, g_strdup (id), content);
}

/* Figures of the year before: an id, or for a table the key of the row in place of its number. What
 * the pack does not know is kept as it stands. */
static void
read_prior (Reader *self, const ZpJson *member)
{
  g_autofree char *id = NULL;
  const ZpCellDef *def;
  ZpCellContent *content;

  if (!is_kind (self, member, ZP_JSON_STRING))
    return;
  id = zp_report_move_id (&self->move, member->key, member->text);
  if (id == NULL)
    return;
  def = zp_report_find_prior_def (self->report, id);
  if (def != NULL)
    {
      store_prior (self, member, id, def);
      return;
    }
  content = g_new0 (ZpCellContent, 1);
  content->state = ZP_CONTENT_WORDS;
  content->text = g_strdup (member->text);
  g_hash_table_insert (self->report->prior, g_steal_pointer (&id), content);
}

typedef struct
{
  const char *key;
  ZpJsonKind kind;
  void (*read) (Reader *self, const ZpJson *member);
} MemberReader;

static const MemberReader member_readers[] = {
  { "tables", ZP_JSON_OBJECT, read_table },     { "values", ZP_JSON_OBJECT, read_value },
  { "texts", ZP_JSON_OBJECT, read_text },       { "notes", ZP_JSON_ARRAY, read_note },
  { "unplaced", ZP_JSON_ARRAY, read_unplaced }, { "prior", ZP_JSON_OBJECT, read_prior },
};

static void
read_members (Reader *self, const ZpJson *root)
{
  for (guint i = 0; i < G_N_ELEMENTS (member_readers); i++)
    {
      const ZpJson *container = zp_json_get (root, member_readers[i].key);

      if (container == NULL || !is_kind (self, container, member_readers[i].kind))
        continue;
      for (const ZpJson *member = container->first; member != NULL; member = member->next)
        member_readers[i].read (self, member);
    }
}

static void
compute (Reader *self)
{
  ZpCell too_large;
  g_autofree char *id = NULL;

  zp_engine_touch_all (self->report->engine);
  if (!zp_engine_run (self->report->engine, &too_large))
    {
      id = zp_pack_format_id (self->report->pack, too_large);
      add_problem (self, _ ("“%s”: the computed figure is too large"), id);
    }
  zp_engine_clear_moved (self->report->engine);
}

static gboolean
set_problems (Reader *self, GError **error)
{
  g_autofree char *text = NULL;

  if (self->problems->len == 0)
    return FALSE;
  g_ptr_array_add (self->problems, NULL);
  text = g_strjoinv ("\n", (char **) self->problems->pdata);
  g_set_error_literal (error, ZP_REPORT_ERROR, ZP_REPORT_ERROR_FORMAT, text);
  return TRUE;
}

static ZpReportFile *
read_with (ZpPack *pack, const ZpJson *root, int version, GError **error)
{
  g_autoptr (ZpReportFile) file = zp_report_file_create (pack);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) uids = g_hash_table_new (NULL, NULL);
  Reader reader = { .file = file, .report = file->report, .problems = problems, .uids = uids };

  file->read_only = zp_report_why_read_only (pack, root, version);
  zp_report_move_init (&reader.move, file, version, zp_json_get (root, "units"));
  read_members (&reader, root);
  compute (&reader);
  zp_report_move_clear (&reader.move);
  if (set_problems (&reader, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * zp_report_read:
 * @store: where the pack is found
 * @pack: (nullable): the pack to read it with; %NULL finds the one that the report names
 *
 * Makes a report from the members of its file. All offenders are listed, one a line.
 *
 * Returns: (transfer full) (nullable): %NULL with %ZP_REPORT_ERROR or %ZP_PACK_ERROR
 */
ZpReportFile *
zp_report_read (ZpPackStore *store, ZpPack *pack, ZpJsonDoc *doc, GError **error)
{
  const ZpJson *root = zp_json_doc_get_root (doc);
  g_autoptr (ZpPack) found = NULL;
  int version;

  if (!zp_report_check_format (root, &version, error))
    return NULL;
  found = pack != NULL ? zp_pack_ref (pack) : zp_report_load_pack (store, root, version, error);
  return found != NULL ? read_with (found, root, version, error) : NULL;
}
