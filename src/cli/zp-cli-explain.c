/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli explain: how a figure is computed, and where what it is made of is entered. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli.h"
#include "expr/zp-expr-words.h"

typedef struct
{
  ZpReport *report;
  const ZpPack *pack;
  GHashTable *seen; /* ids */
} Explaining;

static char *
shown_with_unit (Explaining *self, ZpCell cell, const ZpCellContent *content)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  g_autofree char *shown = zp_report_show_content (self->report, cell, content);

  if (content->state == ZP_CONTENT_EMPTY)
    return g_strdup (_ ("(empty)"));
  if (content->state != ZP_CONTENT_FIGURE || *def->unit.label == '\0')
    return g_steal_pointer (&shown);
  return g_strconcat (shown, def->unit.kind == ZP_UNIT_PERCENT ? "" : " ", def->unit.label, NULL);
}

static char *
where_entered (Explaining *self, ZpCell cell)
{
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->report));
  ZpPhraseStyle style = { .prose = TRUE, .na = self->pack->na, .empty = "" };

  for (guint i = 0; i < self->pack->pages->len; i++)
    {
      const ZpPage *page = g_ptr_array_index (self->pack->pages, i);

      for (guint k = 0; k < page->blocks->len; k++)
        if (g_array_index (page->blocks, int, k) == cell.block)
          return zp_phrase_render_text (page->label, &eval, &style);
    }
  return g_strdup (_ ("set by the template"));
}

static const char *
how_entered (Explaining *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpCellValue *value = zp_report_get_value (self->report, cell);

  if (def->entry == ZP_ENTRY_COMPUTED)
    return value->typed.state != ZP_CONTENT_EMPTY ? _ ("declared") : _ ("computed");
  if (def->entry == ZP_ENTRY_DEFAULT && value->typed.state == ZP_CONTENT_EMPTY)
    return _ ("computed while empty");
  return _ ("typed");
}

static void
print_operand (ZpCell cell, gpointer data)
{
  Explaining *self = data;
  const ZpCellValue *value = zp_report_get_value (self->report, cell);
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *page = NULL;

  if (value == NULL || cell.column < 0 || zp_pack_get_cell (self->pack, cell) == NULL)
    return;
  id = zp_pack_format_id (self->pack, cell);
  if (!g_hash_table_add (self->seen, g_strdup (id)))
    return;
  label = zp_report_get_label (self->report, cell);
  shown = shown_with_unit (self, cell, zp_cell_value_in_force (value));
  page = where_entered (self, cell);
  /* id, label, figure, page, how it came there */
  zp_cli_print (C_ ("an operand", "  %s  %s = %s  (%s, %s)\n"), id, label, shown, page,
                how_entered (self, cell));
}

static void
print_formula (Explaining *self, ZpCell cell, const ZpExpr *formula)
{
  const ZpCellValue *value = zp_report_get_value (self->report, cell);
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (self->report));
  g_autofree char *label = zp_report_get_label (self->report, cell);
  g_autofree char *words = NULL;
  g_autofree char *result = shown_with_unit (self, cell, &value->computed);

  zp_eval_push_row (&eval, cell.block, cell.row, cell.row + 1);
  words = zp_expr_explain (formula, &eval);
  zp_cli_print ("%s = %s = %s\n", label, words, result);
  zp_expr_foreach_cell (formula, &eval, print_operand, self);
}

static void
print_declared (Explaining *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  const ZpCellValue *value = zp_report_get_value (self->report, cell);
  g_autofree char *declared = shown_with_unit (self, cell, &value->typed);

  if (value->typed.state == ZP_CONTENT_EMPTY)
    return;
  if (def->entry == ZP_ENTRY_COMPUTED)
    zp_cli_print (_ ("Declared figure, the one in force: %s\n"), declared);
  else
    zp_cli_print (_ ("Typed figure, the one in force: %s\n"), declared);
}

static void
print_fact (const char *name, const char *text)
{
  if (text != NULL)
    zp_cli_print (C_ ("a fact about a figure", "%s: %s\n"), name, text);
}

static void
explain (Explaining *self, ZpCell cell)
{
  const ZpCellDef *def = zp_pack_get_cell (self->pack, cell);
  g_autofree char *label = zp_report_get_label (self->report, cell);
  g_autofree char *shown =
    shown_with_unit (self, cell, zp_cell_value_in_force (zp_report_get_value (self->report, cell)));
  g_autofree char *page = where_entered (self, cell);

  if (def->formula != NULL)
    {
      print_formula (self, cell, def->formula);
      print_declared (self, cell);
    }
  else
    zp_cli_print (_ ("%1$s = %2$s, typed on page %3$s\n"), label, shown, page);
  print_fact (_ ("Meaning"), def->help);
  print_fact (_ ("Source"), def->source);
  print_fact (_ ("Basis"), def->basis);
}

ZpExit
zp_cli_explain (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (ZpReportFile) file = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  Explaining explaining = { 0 };
  ZpExit exit_code;
  ZpCell cell;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 2, 2 }, &exit_code))
    return exit_code;
  store = zp_pack_store_new_default ();
  file = zp_cli_open (store, argv[1], &error);
  id = file != NULL ? zp_cli_place_row (file->report, argv[2]) : NULL;
  if (file == NULL || !zp_report_find_cell (file->report, id, &cell, &error))
    return zp_cli_fail (error);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  explaining.report = file->report;
  explaining.pack = zp_report_get_pack (file->report);
  explaining.seen = seen;
  explain (&explaining, cell);
  return ZP_EXIT_DONE;
}
