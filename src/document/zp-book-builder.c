/* SPDX-License-Identifier: GPL-3.0-or-later
 * Report, pack and findings → sheets of the spreadsheet attachment. */
#include "document/zp-book-builder.h"

#include "document/zp-book-annex.h"
#include "document/zp-book-data.h"
#include "document/zp-book-findings.h"
#include "document/zp-book-notes.h"
#include "document/zp-book-overview.h"
#include "document/zp-book-rules.h"
#include "document/zp-doc-render.h"
#include "document/zp-doc-show.h"

/**
 * Builder:
 * @tables: owns the tables that sheets are made from
 * @show @mark: the part being written; no mark for one that is no annex
 */
typedef struct
{
  ZpBook *book;
  ZpDocScope *scope;
  ZpDataSheet *data;
  ZpDoc *tables;
  ZpDocShow show;
  const char *mark;
} Builder;

static char *
show_key (const Builder *self, int row)
{
  const ZpBlock *block = zp_pack_get_block (self->scope->pack, self->show.layout->each_block);
  const ZpScope *scope = &self->scope->scope;
  g_autofree char *key = NULL;

  if (block->kind == ZP_BLOCK_GRID)
    {
      ZpEval eval = ZP_EVAL_INIT (scope);

      return zp_doc_render_text (self->scope, &eval,
                                 ((ZpRowDef *) g_ptr_array_index (block->rows, row))->label);
    }
  if (block->key_column >= 0)
    key = scope->show (scope, zp_cell (block->index, row, block->key_column));
  if (key != NULL && *key != '\0')
    return g_steal_pointer (&key);
  return g_strdup_printf ("%d", row + 1);
}

/* 附件1 基础数据表; of a layout for every row 附件3 and what names the row. Without a mark the name
 * could be one that formulas and other tools rely on. */
static char *
make_name (const Builder *self, int row)
{
  g_autofree char *words =
    row >= 0 ? show_key (self, row) : zp_doc_show_get_title (self->show, self->scope);

  if (self->mark != NULL)
    return g_strdup_printf ("%s %s", self->mark, words);
  if (g_str_equal (words, ZP_DATA_SHEET_NAME) || g_str_equal (words, ZP_FINDING_SHEET_NAME) ||
      g_str_equal (words, ZP_OVERVIEW_SHEET_NAME))
    return g_strdup_printf ("%s (1)", words);
  return g_steal_pointer (&words);
}

static void
add_sheet (ZpDocTable *table, GArray *figures, int row, gpointer user_data)
{
  Builder *self = user_data;
  g_autofree char *name = make_name (self, row);
  ZpBookSheet *sheet = zp_book_add_sheet (self->book, name);

  zp_doc_append (self->tables, ZP_DOC_TABLE)->table = table;
  sheet->landscape = zp_doc_show_is_landscape (self->show, self->scope);
  zp_book_add_annex (self->data, table, figures, self->mark, sheet);
}

static void
add_part (Builder *self, const ZpPart *part)
{
  const ZpScope *scope = &self->scope->scope;
  ZpEval eval = ZP_EVAL_INIT (scope);
  g_autofree char *mark = part->kind == ZP_PART_ANNEX ? scope->annex (scope, part->key) : NULL;

  self->mark = mark;
  self->show = (ZpDocShow){ .layout = part->layout, .block = part->block };
  zp_doc_show_foreach (self->show, self->scope, &eval, add_sheet, self);
  self->mark = NULL;
}

static void
add_annexes (Builder *self)
{
  const GPtrArray *parts = self->scope->pack->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (parts, i);

      if ((part->kind == ZP_PART_ANNEX || part->kind == ZP_PART_SHOW) &&
          zp_doc_scope_has_part (self->scope, part))
        add_part (self, part);
    }
}

static void
add_data (const Builder *self)
{
  ZpBookSheet *sheet = zp_book_add_sheet (self->book, ZP_DATA_SHEET_NAME);

  zp_book_add_data (self->data, sheet);
  zp_book_add_rules (self->data, sheet);
}

static char *
make_title (const ZpDocScope *scope)
{
  ZpEval eval = ZP_EVAL_INIT (&scope->scope);

  for (guint i = 0; i < scope->pack->parts->len; i++)
    {
      const ZpPart *part = g_ptr_array_index (scope->pack->parts, i);

      if (part->kind == ZP_PART_SECTIONS && part->title != NULL)
        return zp_doc_render_text (scope, &eval, part->title);
    }
  return g_strdup (scope->pack->title);
}

static char *
make_author (const ZpDocScope *scope)
{
  ZpCell cell;

  if (!zp_pack_parse_id (scope->pack, "unit.name", &cell, NULL))
    return NULL;
  return scope->scope.show (&scope->scope, cell);
}

/**
 * zp_book_build:
 * @report: what is written; not changed
 * @checker: the checks of that report
 * @profile: for whom
 *
 * Makes the spreadsheet attachment: one sheet for every annex and every table on pages of its own
 * (one for every row of a layout that is repeated), then 概览 with the charts of the pack, 数据
 * with every figure of the report and 校验 with the findings. Figures on the first sheets refer to
 * 数据, computed ones there are formulas, so that the whole book follows when a figure is changed
 * in it.
 *
 * Returns: (transfer full)
 */
ZpBook *
zp_book_build (ZpReport *report, ZpChecker *checker, ZpProfile profile)
{
  g_autoptr (ZpDocScope) scope = NULL;
  g_autoptr (ZpDataSheet) data = NULL;
  g_autoptr (ZpDoc) tables = NULL;
  Builder builder = { 0 };

  g_return_val_if_fail (ZP_IS_REPORT (report) && checker != NULL, NULL);

  scope = zp_doc_scope_new (report, profile);
  data = zp_data_sheet_new (scope);
  tables = zp_doc_new ();
  builder = (Builder){ .scope = scope, .data = data, .tables = tables };
  builder.book = zp_book_new ();
  builder.book->title = make_title (scope);
  builder.book->author = make_author (scope);
  builder.book->date = zp_report_get_date (report);

  add_annexes (&builder);
  if (scope->pack->charts != NULL && scope->pack->charts->len > 0)
    zp_book_add_overview (data, zp_book_add_sheet (builder.book, ZP_OVERVIEW_SHEET_NAME));
  add_data (&builder);
  zp_book_add_notes (builder.book, scope, checker);
  zp_book_add_findings (scope, checker, zp_book_add_sheet (builder.book, ZP_FINDING_SHEET_NAME));
  return builder.book;
}
