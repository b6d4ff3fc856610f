/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on findings as comments on the sheet 数据. */
#include "document/zp-book-notes.h"

#include "document/zp-doc-finding.h"

static ZpBookCell *
find_cell (const ZpBookSheet *sheet, int row, int column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (cell->row == row && cell->column == column)
        return cell;
    }

  return NULL;
}

/* The figure on the guilty side, which the finding names first. */
static ZpBookCell *
find_place (const ZpDataSheet *data, const ZpFinding *finding, const ZpBookSheet *sheet)
{
  ZpCell cell;
  int row;
  int column;

  if (finding->cells == NULL || finding->cells[0] == NULL ||
      !zp_report_find_cell (data->scope->report, finding->cells[0], &cell, NULL) ||
      zp_doc_scope_is_hidden (data->scope, cell) || !zp_data_sheet_find (data, cell, &row, &column))
    return NULL;

  return find_cell (sheet, row, column);
}

/* What was checked, and the note; who wrote it is nobody's business outside. */
static char *
tell_note (const ZpDataSheet *data, const ZpFinding *finding)
{
  const ZpDocScope *scope = data->scope;
  g_autofree char *title = zp_doc_finding_get_title (scope, finding);
  g_autofree char *note = finding->note_valid
                            ? g_strdup (finding->note->text)
                            : zp_pack_fill_word (scope->pack, ZP_WORD_NOTE_VOID,
                                                 (const char *[]){ finding->note->text, NULL });
  const char *author = scope->profile != ZP_PROFILE_PUBLIC ? finding->note->author : NULL;

  return g_strconcat (title, "\n", zp_pack_get_word (scope->pack, ZP_WORD_NOTE), "：", note,
                      author != NULL ? "\n" : NULL, author, NULL);
}

static void
add_comment (ZpBookCell *cell, const char *text)
{
  char *comment =
    cell->comment != NULL ? g_strconcat (cell->comment, "\n", text, NULL) : g_strdup (text);

  g_free (cell->comment);
  cell->comment = comment;
}

/**
 * zp_book_add_notes:
 * @checker: the checks of the report
 * @sheet: the sheet 数据, with its cells
 *
 * Puts every note (审核说明) as a comment on the figure it explains.
 */
void
zp_book_add_notes (const ZpDataSheet *data, ZpChecker *checker, ZpBookSheet *sheet)
{
  const GPtrArray *findings = zp_checker_get_findings (checker);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      ZpBookCell *cell = NULL;
      g_autofree char *text = NULL;

      if (finding->note == NULL || zp_doc_finding_is_hidden (data->scope, finding))
        continue;
      cell = find_place (data, finding, sheet);
      if (cell == NULL)
        continue;
      text = tell_note (data, finding);
      add_comment (cell, text);
    }
}
