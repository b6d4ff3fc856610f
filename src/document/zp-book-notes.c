/* SPDX-License-Identifier: GPL-3.0-or-later
 * Notes on findings as comments on the figures they explain. */
#include "document/zp-book-notes.h"

#include "document/zp-book-comment.h"
#include "document/zp-doc-finding.h"

/* The figure on the guilty side, which the finding names first. */
static gboolean
find_place (const ZpDocScope *scope, const ZpFinding *finding, ZpCell *cell)
{
  return finding->cells != NULL && finding->cells[0] != NULL &&
         zp_report_find_cell (scope->report, finding->cells[0], cell, NULL) &&
         !zp_doc_scope_is_hidden (scope, *cell);
}

/* What was checked, and the note; who wrote it is nobody's business outside. */
static char *
tell_note (const ZpDocScope *scope, const ZpFinding *finding)
{
  g_autofree char *title = zp_doc_finding_get_title (scope, finding);
  g_autofree char *note = finding->note_valid
                            ? g_strdup (finding->note->text)
                            : zp_pack_fill_word (scope->pack, ZP_WORD_NOTE_VOID,
                                                 (const char *[]){ finding->note->text, NULL });
  const char *author = scope->profile != ZP_PROFILE_PUBLIC ? finding->note->author : NULL;

  return g_strconcat (title, "\n", zp_pack_get_word (scope->pack, ZP_WORD_NOTE), "：", note,
                      author != NULL ? "\n" : NULL, author, NULL);
}

/**
 * zp_book_add_notes:
 * @self: the sheets of the report of @checker
 *
 * Puts every note (审核说明) as a comment on the figure it explains, on each sheet that shows it.
 */
void
zp_book_add_notes (ZpBook *self, const ZpDocScope *scope, ZpChecker *checker)
{
  const GPtrArray *findings = zp_checker_get_findings (checker);

  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = NULL;
      ZpCell cell;

      if (finding->note == NULL || zp_doc_finding_is_hidden (scope, finding) ||
          !find_place (scope, finding, &cell))
        continue;
      text = tell_note (scope, finding);
      zp_book_add_comment (self, cell, text);
    }
}
