/* SPDX-License-Identifier: GPL-3.0-or-later
 * Writes files of the formats without pages into a folder, for the checks by other programs:
 *   flow-samples FOLDER
 * Beside each document lies what must be found in it: .paragraphs with a text a line (line breaks
 * as \n, tabs as \t), .figures with id and text. */
#include <gio/gio.h>

#include "export/zp-export-formats.h"
#include "flow-fixture.h"

static void
note_text (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\t')
        g_string_append (out, c == '\n' ? "\\n" : "\\t");
      else if (c >= 0x20 && c != 0xFFFE)
        g_string_append_unichar (out, c);
    }
}

static void
note_runs (GString *paragraphs, GString *figures, const GPtrArray *runs)
{
  g_autofree char *text = zp_doc_runs_to_text (runs);

  note_text (paragraphs, text);
  g_string_append_c (paragraphs, '\n');
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);

      if (run->id != NULL && *run->text != '\0')
        g_string_append_printf (figures, "%s\t%s\n", run->id,
                                g_str_has_suffix (run->text, "。") ? "" : run->text);
    }
}

static void
note_list (GString *paragraphs, GString *figures, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    note_runs (paragraphs, figures, g_ptr_array_index (list, i));
}

static void
note_lines (GString *paragraphs, GString *figures, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    note_list (paragraphs, figures, g_ptr_array_index (lines, i));
}

static void
note_table (GString *paragraphs, GString *figures, const ZpDocTable *table)
{
  note_list (paragraphs, figures, table->title);
  note_lines (paragraphs, figures, table->above);
  for (guint i = 0; i < table->cells->len; i++)
    note_runs (paragraphs, figures, ((ZpDocCell *) g_ptr_array_index (table->cells, i))->runs);
  note_lines (paragraphs, figures, table->below);
  note_list (paragraphs, figures, table->notes);
}

static void
note_node (GString *paragraphs, GString *figures, const ZpDocNode *node)
{
  note_runs (paragraphs, figures, node->runs);
  if (node->annex != NULL)
    g_string_append_printf (paragraphs, "%s\n", node->annex);
  if (node->kind == ZP_DOC_COVER)
    note_lines (paragraphs, figures, node->lines);
  else
    note_list (paragraphs, figures, node->lines);
  note_runs (paragraphs, figures, node->foot);
  if (node->table != NULL)
    note_table (paragraphs, figures, node->table);
}

static gboolean
save (const char *folder, const char *name, const void *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, bytes, (gssize) length, &error))
    return TRUE;

  g_printerr ("%s: %s\n", name, error->message);
  return FALSE;
}

static gboolean
save_bytes (const char *folder, const char *name, GBytes *made, GError *failed)
{
  g_autoptr (GBytes) bytes = made;
  g_autoptr (GError) error = failed;

  if (bytes != NULL)
    return save (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_printerr ("%s: %s\n", name, error->message);
  return FALSE;
}

static gboolean
save_doc (const char *folder, const char *name, ZpDoc *made)
{
  g_autoptr (ZpDoc) doc = made;
  g_autoptr (GString) paragraphs = g_string_new (NULL);
  g_autoptr (GString) figures = g_string_new (NULL);
  g_autofree char *docx = g_strconcat (name, ".docx", NULL);
  g_autofree char *text = g_strconcat (name, ".txt", NULL);
  g_autofree char *paragraphs_name = g_strconcat (name, ".paragraphs", NULL);
  g_autofree char *figures_name = g_strconcat (name, ".figures", NULL);
  ZpExportContent content = { .doc = doc };
  GError *error = NULL;
  GBytes *bytes = NULL;

  for (guint i = 0; i < doc->nodes->len; i++)
    note_node (paragraphs, figures, g_ptr_array_index (doc->nodes, i));
  bytes = zp_export_docx_write (&content, &error);
  if (!save_bytes (folder, docx, bytes, error))
    return FALSE;
  error = NULL;
  bytes = zp_export_text_write (&content, &error);

  return save_bytes (folder, text, bytes, error) &&
         save (folder, paragraphs_name, paragraphs->str, paragraphs->len) &&
         save (folder, figures_name, figures->str, figures->len);
}

static gboolean
save_book (const char *folder, const char *name, ZpBook *made)
{
  g_autoptr (ZpBook) book = made;
  ZpExportContent content = { .book = book };
  GError *error = NULL;
  GBytes *bytes = zp_export_xlsx_write (&content, &error);

  return save_bytes (folder, name, bytes, error);
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    {
      g_printerr ("usage: flow-samples FOLDER\n");
      return 2;
    }

  return save_doc (argv[1], "report", flow_fixture_report ()) &&
             save_doc (argv[1], "hostile", flow_fixture_hostile ()) &&
             save_doc (argv[1], "bare", flow_fixture_bare ()) &&
             save_book (argv[1], "book.xlsx", flow_fixture_book ()) &&
             save_book (argv[1], "planted.xlsx", flow_fixture_planted_book ()) &&
             save_book (argv[1], "large.xlsx", flow_fixture_large_book (1000))
           ? 0
           : 1;
}
