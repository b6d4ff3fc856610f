/* SPDX-License-Identifier: GPL-3.0-or-later
 * Prints the tree of a report for comparison. */
#include "base/zp-date.h"
#include "document/zp-doc.h"

static const char *const kind_names[] = {
  [ZP_DOC_COVER] = "cover",         [ZP_DOC_TITLE] = "title", [ZP_DOC_HEADING] = "heading",
  [ZP_DOC_PARAGRAPH] = "paragraph", [ZP_DOC_TABLE] = "table", [ZP_DOC_ANNEX_LIST] = "annex-list",
  [ZP_DOC_SIGNATURE] = "signature", [ZP_DOC_BREAK] = "break", [ZP_DOC_LETTERHEAD] = "letterhead",
  [ZP_DOC_IMPRINT] = "imprint",
};

static const char *const align_names[] = {
  [ZP_ALIGN_AUTO] = "auto",
  [ZP_ALIGN_LEFT] = "left",
  [ZP_ALIGN_CENTER] = "center",
  [ZP_ALIGN_RIGHT] = "right",
};

static void
dump_runs (GString *out, const char *name, const GPtrArray *runs)
{
  g_string_append_printf (out, "%s:", name);
  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);
      g_auto (GStrv) lines = g_strsplit (run->text, "\n", -1);
      g_autofree char *shown = g_strjoinv ("\\n", lines);

      g_string_append_printf (out, " [%s%s%s", run->id != NULL ? run->id : "",
                              run->style == ZP_RUN_HEAD ? "!" : "",
                              run->style == ZP_RUN_OPEN ? "?" : "");
      g_string_append_printf (out, "|%s]", shown);
    }
  g_string_append_c (out, '\n');
}

static void
dump_lines (GString *out, const char *name, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GPtrArray *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->len; k++)
        dump_runs (out, name, g_ptr_array_index (line, k));
    }
}

static void
dump_list (GString *out, const char *name, const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    dump_runs (out, name, g_ptr_array_index (list, i));
}

static void
dump_table (GString *out, const ZpDocTable *table)
{
  g_string_append_printf (out, "  layout %s, rows %d, head %d, widths",
                          table->layout != NULL ? table->layout : "-", table->n_rows,
                          table->n_head);
  for (guint i = 0; i < table->widths->len; i++)
    g_string_append_printf (out, " %d", g_array_index (table->widths, int, i));
  for (guint i = 0; i < table->groups->len; i++)
    {
      const ZpDocGroup *group = &g_array_index (table->groups, ZpDocGroup, i);

      g_string_append_printf (out, ", group %d-%d", group->head, group->end);
    }
  g_string_append_c (out, '\n');

  dump_list (out, "  title", table->title);
  dump_lines (out, "  above", table->above);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);
      g_autofree char *name = g_strdup_printf (
        "  %d,%d %dx%d %s%s%s", cell->row, cell->column, cell->rows, cell->columns,
        align_names[cell->align], cell->bold ? " bold" : "", cell->head ? " head" : "");

      dump_runs (out, name, cell->runs);
    }
  dump_lines (out, "  below", table->below);
  dump_list (out, "  note", table->notes);
}

static void
dump_node (GString *out, const ZpDocNode *node)
{
  g_string_append (out, kind_names[node->kind]);
  if (node->level > 0)
    g_string_append_printf (out, " %d", node->level);
  if (node->seal)
    g_string_append (out, " seal");
  if (node->flush)
    g_string_append (out, " flush");
  if (node->landscape)
    g_string_append (out, " landscape");
  if (node->annex != NULL)
    g_string_append_printf (out, " %s", node->annex);
  if (node->passage != NULL)
    g_string_append_printf (out, " <%s>", node->passage);
  dump_runs (out, "", node->runs);

  if (node->kind == ZP_DOC_COVER)
    dump_lines (out, "  line", node->lines);
  else
    dump_list (out, "  line", node->lines);
  if (node->foot->len > 0)
    dump_runs (out, "  foot", node->foot);
  if (node->table != NULL)
    dump_table (out, node->table);
}

/**
 * zp_doc_dump:
 *
 * Writes the whole tree as lines of text, the same for the same tree, for comparing in tests.
 *
 * Returns: (transfer full): UTF-8, a line a node, table cells and further lines indented
 */
char *
zp_doc_dump (const ZpDoc *self)
{
  g_autofree char *day = NULL;
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = zp_date_to_iso (self->date);
  out = g_string_new (NULL);
  g_string_append_printf (
    out, "document %s: %s | %s | %s\n", day, self->title != NULL ? self->title : "",
    self->author != NULL ? self->author : "", self->subject != NULL ? self->subject : "");
  for (guint i = 0; i < self->nodes->len; i++)
    dump_node (out, g_ptr_array_index (self->nodes, i));

  return g_string_free (out, FALSE);
}
