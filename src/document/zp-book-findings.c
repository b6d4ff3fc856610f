/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 校验: what the checks found. */
#include "document/zp-book-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/zp-book-value.h"

typedef enum
{
  COLUMN_SEVERITY,
  COLUMN_TITLE,
  COLUMN_MESSAGE,
  COLUMN_CELLS,
  COLUMN_FOUND,
  COLUMN_EXPECTED,
  COLUMN_DIFFERENCE,
  COLUMN_UNIT,
  COLUMN_INSTRUCTION,
  COLUMN_BASIS,
  COLUMN_HINTS,
  COLUMN_NOTE,
  COLUMN_AUTHOR,
  COLUMN_TIME,
  N_COLUMNS,
} Column;

typedef struct
{
  const char *head;
  double width;
} ColumnDef;

static const ColumnDef columns[N_COLUMNS] = {
  [COLUMN_SEVERITY] = { N_ ("Severity"), 9 },
  [COLUMN_TITLE] = { N_ ("Check"), 20 },
  [COLUMN_MESSAGE] = { N_ ("Finding"), 44 },
  [COLUMN_CELLS] = { N_ ("Cells"), 26 },
  [COLUMN_FOUND] = { N_ ("Found"), 13 },
  [COLUMN_EXPECTED] = { N_ ("Expected"), 13 },
  [COLUMN_DIFFERENCE] = { N_ ("Difference"), 13 },
  [COLUMN_UNIT] = { N_ ("Unit"), 7 },
  [COLUMN_INSTRUCTION] = { N_ ("What to do"), 30 },
  [COLUMN_BASIS] = { N_ ("Basis"), 20 },
  [COLUMN_HINTS] = { N_ ("Probable cause"), 34 },
  [COLUMN_NOTE] = { N_ ("Note"), 26 },
  [COLUMN_AUTHOR] = { N_ ("Noted by"), 10 },
  [COLUMN_TIME] = { N_ ("Noted on"), 12 },
};

typedef struct
{
  const char *name;
  ZpBookStyle style;
} SeverityDef;

static const SeverityDef severities[] = {
  [ZP_SEVERITY_ERROR] = { N_ ("Error"), ZP_BOOK_STYLE_ERROR },
  [ZP_SEVERITY_WARNING] = { N_ ("Warning"), ZP_BOOK_STYLE_WARNING },
  [ZP_SEVERITY_ROUNDING] = { N_ ("Rounding"), ZP_BOOK_STYLE_ROUNDING },
  [ZP_SEVERITY_INFO] = { N_ ("Information"), ZP_BOOK_STYLE_CELL },
};

typedef struct
{
  const ZpDocScope *scope;
  ZpBookSheet *sheet;
  const ZpFinding *finding;
  int row;
} Writer;

static ZpBookCell *
add_cell (const Writer *self, Column column)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (self->sheet, self->row, (int) column);

  cell->style = severities[self->finding->severity].style;
  cell->wrap = TRUE;
  return cell;
}

static void
add_text (const Writer *self, Column column, const char *text)
{
  zp_book_cell_set_text (add_cell (self, column), text != NULL ? text : "");
}

/* As the finding says it: 85.00 has two. */
static int
count_places (const char *figure)
{
  const char *point = strchr (figure, '.');

  return point != NULL ? (int) strlen (point + 1) : 0;
}

/* A per cent stays a number of per cents here, beside its unit. */
static void
add_figure (const Writer *self, Column column, const char *figure)
{
  ZpBookCell *cell = add_cell (self, column);
  ZpDecimal number;

  if (figure == NULL || !zp_decimal_parse (figure, &number, NULL))
    {
      zp_book_cell_set_text (cell, figure != NULL ? figure : "");
      return;
    }
  cell->value = ZP_BOOK_NUMBER;
  cell->number = number;
  cell->places = count_places (figure);
  cell->grouping = self->scope->pack->grouping;
  cell->align = ZP_ALIGN_RIGHT;
}

static void
add_hints (const Writer *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->finding->hints != NULL && i < self->finding->hints->len; i++)
    g_string_append_printf (
      text, "%s%s", i > 0 ? "\n" : "",
      ((const ZpHint *) g_ptr_array_index (self->finding->hints, i))->message);
  add_text (self, COLUMN_HINTS, text->str);
}

/* Who wrote the note is nobody's business outside. */
static void
add_note (const Writer *self)
{
  const ZpNote *note = self->finding->note;
  gboolean is_public = self->scope->profile == ZP_PROFILE_PUBLIC;
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;

  if (note != NULL)
    {
      text = self->finding->note_valid
               ? g_strdup (note->text)
               : g_strdup_printf (_ ("%s (void: a figure has changed since)"), note->text);
      day = g_strndup (note->time, strlen ("2022-04-08"));
    }
  add_text (self, COLUMN_NOTE, text);
  add_text (self, COLUMN_AUTHOR, note != NULL && !is_public ? note->author : NULL);
  add_text (self, COLUMN_TIME, day);
}

static void
write_finding (const Writer *self)
{
  const ZpFinding *finding = self->finding;
  g_autofree char *cells = finding->cells != NULL ? g_strjoinv ("\n", finding->cells) : NULL;

  add_text (self, COLUMN_SEVERITY, _ (severities[finding->severity].name));
  add_text (self, COLUMN_TITLE, finding->title);
  add_text (self, COLUMN_MESSAGE, finding->message);
  add_text (self, COLUMN_CELLS, cells);
  add_figure (self, COLUMN_FOUND, finding->found);
  add_figure (self, COLUMN_EXPECTED, finding->expected);
  add_figure (self, COLUMN_DIFFERENCE, finding->difference);
  add_text (self, COLUMN_UNIT, finding->unit);
  add_text (self, COLUMN_INSTRUCTION, finding->instruction);
  add_text (self, COLUMN_BASIS, finding->check->basis);
  add_hints (self);
  add_note (self);
}

static gboolean
names_hidden (const ZpDocScope *scope, const ZpFinding *finding)
{
  for (guint i = 0; finding->cells != NULL && finding->cells[i] != NULL; i++)
    {
      ZpCell cell;

      if (zp_pack_parse_id (scope->pack, finding->cells[i], &cell, NULL) &&
          zp_doc_scope_is_hidden (scope, cell))
        return TRUE;
    }
  return FALSE;
}

static void
write_heads (ZpBookSheet *sheet, int row)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, i);

      zp_book_cell_set_text (cell, _ (columns[i].head));
      cell->style = ZP_BOOK_STYLE_HEAD;
      cell->align = ZP_ALIGN_CENTER;
      g_array_append_val (sheet->widths, columns[i].width);
    }
}

static void
write_summary (ZpChecker *checker, ZpBookSheet *sheet)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, 0, 0);
  g_autofree char *text = NULL;
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  text = g_strdup_printf (_ ("%u checks made, %u left out for want of figures: %u errors, "
                             "%u warnings, %u rounding differences, %u notices"),
                          summary.checks, summary.skipped, summary.errors, summary.warnings,
                          summary.roundings, summary.infos);
  zp_book_cell_set_text (cell, text);
  cell->style = ZP_BOOK_STYLE_PLAIN;
  cell->columns = N_COLUMNS;
}

static void
write_no_finding (ZpBookSheet *sheet, int row)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, 0);

  zp_book_cell_set_text (cell, _ ("No problems found"));
  cell->columns = N_COLUMNS;
}

/**
 * zp_book_add_findings:
 * @checker: the checks of the report of @scope
 * @sheet: an empty sheet of that name
 *
 * Writes the summary, then every finding in the order of the checker with its figures, what to do,
 * its basis, probable causes and note; or that nothing was found. In the public profile findings
 * about withheld cells and the authors of notes are left out.
 */
void
zp_book_add_findings (const ZpDocScope *scope, ZpChecker *checker, ZpBookSheet *sheet)
{
  const GPtrArray *findings = zp_checker_get_findings (checker);
  Writer writer = { .scope = scope, .sheet = sheet, .row = 2 };

  write_summary (checker, sheet);
  write_heads (sheet, 1);
  for (guint i = 0; i < findings->len; i++)
    {
      writer.finding = g_ptr_array_index (findings, i);
      if (names_hidden (scope, writer.finding))
        continue;
      write_finding (&writer);
      writer.row++;
    }
  if (writer.row == 2)
    write_no_finding (sheet, 2);
  sheet->landscape = TRUE;
  sheet->repeat_first = 1;
  sheet->repeat_last = 1;
  sheet->freeze_row = 2;
}
