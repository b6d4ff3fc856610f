/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet 校验: what the checks found, in the words of the pack. */
#include "document/zp-book-findings.h"

#include <string.h>

#include "document/zp-book-value.h"
#include "document/zp-doc-finding.h"
#include "document/zp-doc-label.h"

typedef enum
{
  COLUMN_SEVERITY,
  COLUMN_TITLE,
  COLUMN_PLACES,
  COLUMN_FOUND,
  COLUMN_EXPECTED,
  COLUMN_DIFFERENCE,
  COLUMN_UNIT,
  COLUMN_INSTRUCTION,
  COLUMN_BASIS,
  COLUMN_SUSPECT,
  COLUMN_SUGGESTED,
  COLUMN_NOTE,
  COLUMN_AUTHOR,
  COLUMN_TIME,
  N_COLUMNS,
} Column;

typedef struct
{
  ZpWord head;
  double width;
} ColumnDef;

static const ColumnDef columns[N_COLUMNS] = {
  [COLUMN_SEVERITY] = { ZP_WORD_SEVERITY, 9 },
  [COLUMN_TITLE] = { ZP_WORD_CHECK, 24 },
  [COLUMN_PLACES] = { ZP_WORD_PLACE, 30 },
  [COLUMN_FOUND] = { ZP_WORD_FOUND, 13 },
  [COLUMN_EXPECTED] = { ZP_WORD_EXPECTED, 13 },
  [COLUMN_DIFFERENCE] = { ZP_WORD_DIFFERENCE, 13 },
  [COLUMN_UNIT] = { ZP_WORD_UNIT, 7 },
  [COLUMN_INSTRUCTION] = { ZP_WORD_INSTRUCTION, 34 },
  [COLUMN_BASIS] = { ZP_WORD_BASIS, 20 },
  [COLUMN_SUSPECT] = { ZP_WORD_SUSPECT, 26 },
  [COLUMN_SUGGESTED] = { ZP_WORD_SUGGESTED, 13 },
  [COLUMN_NOTE] = { ZP_WORD_NOTE, 26 },
  [COLUMN_AUTHOR] = { ZP_WORD_NOTE_AUTHOR, 10 },
  [COLUMN_TIME] = { ZP_WORD_NOTE_TIME, 12 },
};

typedef struct
{
  ZpWord name;
  ZpBookStyle style;
} SeverityDef;

static const SeverityDef severities[] = {
  [ZP_SEVERITY_ERROR] = { ZP_WORD_ERROR, ZP_BOOK_STYLE_ERROR },
  [ZP_SEVERITY_WARNING] = { ZP_WORD_WARNING, ZP_BOOK_STYLE_WARNING },
  [ZP_SEVERITY_ROUNDING] = { ZP_WORD_ROUNDING, ZP_BOOK_STYLE_ROUNDING },
  [ZP_SEVERITY_INFO] = { ZP_WORD_INFO, ZP_BOOK_STYLE_CELL },
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

/* Where the figure stands, with its unit, and what it should be: the best hint there is. */
static void
add_hint (const Writer *self)
{
  const GPtrArray *hints = self->finding->hints;
  const ZpHint *hint = hints->len > 0 ? g_ptr_array_index (hints, 0) : NULL;
  const ZpCellDef *def = hint != NULL ? zp_pack_get_cell (self->scope->pack, hint->cell) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *figure = NULL;

  if (hint != NULL && !zp_doc_scope_is_hidden (self->scope, hint->cell))
    {
      name = self->scope->scope.name (&self->scope->scope, hint->cell);
      place = zp_doc_add_unit (name, def->unit.label);
      figure =
        zp_decimal_to_string (hint->to, MAX (zp_decimal_get_places (hint->to), def->min_places));
    }
  add_text (self, COLUMN_SUSPECT, place);
  add_figure (self, COLUMN_SUGGESTED, figure);
}

static char *
show_note (const Writer *self, const ZpNote *note)
{
  if (self->finding->note_valid)
    return g_strdup (note->text);
  return zp_pack_fill_word (self->scope->pack, ZP_WORD_NOTE_VOID,
                            (const char *[]){ note->text, NULL });
}

/* Who wrote the note is nobody's business outside. */
static void
add_note (const Writer *self)
{
  const ZpNote *note = self->finding->note;
  gboolean is_public = self->scope->profile == ZP_PROFILE_PUBLIC;
  g_autofree char *text = note != NULL ? show_note (self, note) : NULL;
  g_autofree char *day = note != NULL ? g_strndup (note->time, strlen ("2022-04-08")) : NULL;

  add_text (self, COLUMN_NOTE, text);
  add_text (self, COLUMN_AUTHOR, note != NULL && !is_public ? note->author : NULL);
  add_text (self, COLUMN_TIME, day);
}

static void
add_sides (const Writer *self)
{
  g_auto (ZpDocSides) sides = { 0 };

  zp_doc_sides_init (&sides, self->scope, self->finding);
  add_figure (self, COLUMN_FOUND, sides.found);
  add_figure (self, COLUMN_EXPECTED, sides.expected);
  add_figure (self, COLUMN_DIFFERENCE, self->finding->difference);
  add_text (self, COLUMN_UNIT, sides.unit);
}

static void
write_finding (const Writer *self)
{
  const ZpFinding *finding = self->finding;
  g_autofree char *title = zp_doc_finding_get_title (self->scope, finding);
  g_autofree char *places = zp_doc_finding_list_places (self->scope, finding);
  g_autofree char *instruction = zp_doc_finding_get_instruction (self->scope, finding);
  ZpWord severity = severities[finding->severity].name;

  add_text (self, COLUMN_SEVERITY, zp_pack_get_word (self->scope->pack, severity));
  add_text (self, COLUMN_TITLE, title);
  add_text (self, COLUMN_PLACES, places);
  add_sides (self);
  add_text (self, COLUMN_INSTRUCTION, instruction);
  add_text (self, COLUMN_BASIS, finding->check->basis);
  add_hint (self);
  add_note (self);
}

static void
write_heads (const ZpPack *pack, ZpBookSheet *sheet, int row)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, i);

      zp_book_cell_set_text (cell, zp_pack_get_word (pack, columns[i].head));
      cell->style = ZP_BOOK_STYLE_HEAD;
      cell->align = ZP_ALIGN_CENTER;
      g_array_append_val (sheet->widths, columns[i].width);
    }
}

static char *
tell_summary (const ZpPack *pack, const ZpSummary *summary)
{
  const guint counts[] = { summary->checks,   summary->skipped,   summary->errors,
                           summary->warnings, summary->roundings, summary->infos };
  char *texts[G_N_ELEMENTS (counts) + 1] = { NULL };
  char *told = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    texts[i] = g_strdup_printf ("%u", counts[i]);
  told = zp_pack_fill_word (pack, ZP_WORD_SUMMARY, (const char *const *) texts);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_free (texts[i]);
  return told;
}

static void
write_summary (const ZpPack *pack, ZpChecker *checker, ZpBookSheet *sheet)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, 0, 0);
  g_autofree char *text = NULL;
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  text = tell_summary (pack, &summary);
  zp_book_cell_set_text (cell, text);
  cell->style = ZP_BOOK_STYLE_PLAIN;
  cell->columns = N_COLUMNS;
}

static void
write_no_finding (const ZpPack *pack, ZpBookSheet *sheet, int row)
{
  ZpBookCell *cell = zp_book_sheet_add_cell (sheet, row, 0);

  zp_book_cell_set_text (cell, zp_pack_get_word (pack, ZP_WORD_NO_FINDING));
  cell->columns = N_COLUMNS;
}

/**
 * zp_book_add_findings:
 * @checker: the checks of the report of @scope
 * @sheet: an empty sheet of that name
 *
 * Writes the summary, then every finding in the order of the checker: what was checked, where, what
 * was found and what it is held against, what to do, the basis, the figure that is probably wrong
 * and what it should be, the note; or that nothing was found. Everything is in the words of the
 * pack. In the public profile findings about what is withheld and the authors of notes are left
 * out.
 */
void
zp_book_add_findings (const ZpDocScope *scope, ZpChecker *checker, ZpBookSheet *sheet)
{
  const GPtrArray *findings = zp_checker_get_findings (checker);
  Writer writer = { .scope = scope, .sheet = sheet, .row = 2 };

  write_summary (scope->pack, checker, sheet);
  write_heads (scope->pack, sheet, 1);
  for (guint i = 0; i < findings->len; i++)
    {
      writer.finding = g_ptr_array_index (findings, i);
      if (zp_doc_finding_is_hidden (scope, writer.finding))
        continue;
      write_finding (&writer);
      writer.row++;
    }
  if (writer.row == 2)
    write_no_finding (scope->pack, sheet, 2);
  sheet->landscape = TRUE;
  sheet->repeat_first = 1;
  sheet->repeat_last = 1;
  sheet->freeze_row = 2;
}
