/* SPDX-License-Identifier: GPL-3.0-or-later
 * The report as plain text: UTF-8 without byte order mark, a paragraph a line. */
#include "export/zp-export-formats.h"

#include <string.h>

#include "base/zp-text.h"
#include "export/zp-text-table-private.h"

/* U+3000, the ideographic space: two columns. */
#define SPACE "　"
#define INDENT SPACE SPACE
#define FULL_COLON "："

/* 28 characters, as on the page. */
#define LINE_COLUMNS 56

/* One blank line, but not two, and none at the beginning. */
static void
add_blank (GString *out)
{
  if (out->len > 0 && !g_str_has_suffix (out->str, "\n\n"))
    g_string_append_c (out, '\n');
}

static void
add_line (GString *out, const char *line)
{
  g_autofree char *text = zp_text_clean (line);

  g_strdelimit (text, "\t", ' ');
  g_string_append (out, g_strchomp (text));
  g_string_append_c (out, '\n');
}

/* Every line of the text is a line of its own. */
static void
add_lines (GString *out, const char *indent, const GPtrArray *runs)
{
  g_autofree char *text = zp_doc_runs_to_text (runs);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat (indent, lines[i], NULL);

      add_line (out, line);
    }
}

static void
add_block (GString *out, const GPtrArray *runs)
{
  add_blank (out);
  add_lines (out, "", runs);
  add_blank (out);
}

static void
add_cover (GString *out, const ZpDocNode *node)
{
  add_block (out, node->runs);
  for (guint i = 0; i < node->lines->len; i++)
    {
      const GPtrArray *pair = g_ptr_array_index (node->lines, i);
      g_autofree char *label = zp_doc_runs_to_text (g_ptr_array_index (pair, 0));
      g_autofree char *value = zp_doc_runs_to_text (g_ptr_array_index (pair, 1));
      gboolean bare = *label != '\0' && !g_str_has_suffix (label, FULL_COLON);
      g_autofree char *line = g_strconcat (label, bare ? FULL_COLON : "", value, NULL);

      add_line (out, line);
    }
  if (node->foot->len > 0)
    add_block (out, node->foot);
  add_blank (out);
}

/* The texts of a line, two characters apart. */
static void
add_table_lines (GString *out, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint k = 0; k < line->len; k++)
        {
          g_autofree char *text = zp_doc_runs_to_text (g_ptr_array_index (line, k));

          g_string_append (joined, joined->len > 0 ? INDENT : "");
          g_string_append (joined, text);
        }
      add_line (out, joined->str);
    }
}

static void
add_table (GString *out, const ZpDocTable *table)
{
  add_blank (out);
  for (guint i = 0; i < table->title->len; i++)
    add_lines (out, "", g_ptr_array_index (table->title, i));
  add_table_lines (out, table->above);
  zp_text_table_append (out, table);
  add_table_lines (out, table->below);
  for (guint i = 0; i < table->notes->len; i++)
    add_lines (out, "", g_ptr_array_index (table->notes, i));
  add_blank (out);
}

/* GB/T 9704-2012, 7.3.4: the numbers of the annexes stand below each other. */
static void
add_annex_list (GString *out, const ZpDocNode *node)
{
  g_autoptr (GString) indent = g_string_new (INDENT);

  add_blank (out);
  for (guint i = 0; i < node->lines->len; i++)
    {
      const GPtrArray *runs = g_ptr_array_index (node->lines, i);
      g_autofree char *text = zp_doc_runs_to_text (runs);
      char *colon = strstr (text, FULL_COLON);

      add_lines (out, indent->str, runs);
      if (i > 0 || colon == NULL)
        continue;
      colon[strlen (FULL_COLON)] = '\0';
      zp_text_append_padding (indent, SPACE, zp_text_column_width (text));
    }
  add_blank (out);
}

static void
add_ending_at (GString *out, const char *text, int columns)
{
  zp_text_append_padding (out, SPACE, columns - zp_text_column_width (text));
  add_line (out, text);
}

/* GB/T 9704-2012, 7.3.5.2: the date begins two characters behind the unit; the longer of the two
 * ends two characters from the right. */
static void
add_signature (GString *out, const ZpDocNode *node)
{
  g_autofree char *unit = zp_doc_runs_to_text (g_ptr_array_index (node->lines, 0));
  g_autofree char *date = zp_doc_runs_to_text (g_ptr_array_index (node->lines, 1));
  int excess = zp_text_column_width (date) - zp_text_column_width (unit);

  add_blank (out);
  add_ending_at (out, unit, LINE_COLUMNS - 4 - (excess > 0 ? excess + 4 : 0));
  add_ending_at (out, date, excess > 0 ? LINE_COLUMNS - 4 : LINE_COLUMNS + excess);
  add_blank (out);
}

static void
add_break (GString *out, const ZpDocNode *node)
{
  add_blank (out);
  if (node->annex == NULL)
    return;

  add_line (out, node->annex);
  add_blank (out);
}

static void
add_imprint (GString *out, const ZpDocNode *node)
{
  g_autofree char *copies = zp_doc_runs_to_text (g_ptr_array_index (node->lines, 0));
  g_autofree char *office = zp_doc_runs_to_text (g_ptr_array_index (node->lines, 1));
  g_autofree char *day = zp_doc_runs_to_text (g_ptr_array_index (node->lines, 2));
  g_autofree char *last = g_strconcat (office, INDENT, day, NULL);

  add_blank (out);
  if (*copies != '\0')
    add_line (out, copies);
  add_line (out, last);
}

static void
add_node (GString *out, const ZpDocNode *node)
{
  switch (node->kind)
    {
    case ZP_DOC_COVER:
      add_cover (out, node);
      break;
    case ZP_DOC_TITLE:
      add_block (out, node->runs);
      break;
    case ZP_DOC_HEADING:
    case ZP_DOC_PARAGRAPH:
      add_lines (out, node->flush ? "" : INDENT, node->runs);
      break;
    case ZP_DOC_TABLE:
      add_table (out, node->table);
      break;
    case ZP_DOC_ANNEX_LIST:
      add_annex_list (out, node);
      break;
    case ZP_DOC_SIGNATURE:
      add_signature (out, node);
      break;
    case ZP_DOC_BREAK:
      add_break (out, node);
      break;
    case ZP_DOC_LETTERHEAD:
      add_block (out, node->runs);
      add_block (out, g_ptr_array_index (node->lines, 0));
      break;
    case ZP_DOC_IMPRINT:
      add_imprint (out, node);
      break;
    }
}

/**
 * zp_export_text_write:
 * @content: its tree is read
 * @error: return location for a #ZpDocError
 *
 * Writes the report for reading and searching: paragraphs and headings indented by two ideographic
 * spaces and not broken, tables padded to columns, annexes and signature where they stand in print.
 *
 * Returns: (transfer full): UTF-8 that ends with one line break, or %NULL with @error set
 */
GBytes *
zp_export_text_write (const ZpExportContent *content, GError **error)
{
  GString *out = NULL;

  g_return_val_if_fail (content != NULL && content->doc != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!zp_doc_check (content->doc, error))
    return NULL;

  out = g_string_new (NULL);
  for (guint i = 0; i < content->doc->nodes->len; i++)
    add_node (out, g_ptr_array_index (content->doc->nodes, i));
  while (g_str_has_suffix (out->str, "\n\n"))
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_append_c (out, '\n');

  return g_string_free_to_bytes (out);
}
