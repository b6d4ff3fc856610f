/* SPDX-License-Identifier: GPL-3.0-or-later
 * The notes on findings (审核说明) as paragraphs of the text. */
#include "document/zp-doc-notes.h"

#include "base/zp-text.h"
#include "check/zp-checker.h"
#include "document/zp-doc-finding.h"
#include "document/zp-doc-render.h"

typedef struct
{
  const ZpDocScope *scope;
  const ZpContent *content;
  GPtrArray *paragraphs;
  guint n_notes;
} Writer;

static gboolean
is_wanted (const Writer *self, const ZpFinding *finding)
{
  const char *const *checks = (const char *const *) self->content->checks;

  return finding->note_valid && !zp_doc_finding_is_hidden (self->scope, finding) &&
         (checks == NULL || g_strv_contains (checks, finding->check->id));
}

static void
add_note (Writer *self, const ZpFinding *finding)
{
  g_autoptr (GPtrArray) runs = zp_doc_runs_new ();
  g_autofree char *number = g_strdup_printf ("%u", ++self->n_notes);
  g_autofree char *title = zp_doc_finding_get_title (self->scope, finding);
  g_autofree char *note = zp_text_clean (finding->note->text);
  g_autofree char *text = zp_pack_fill_word (self->scope->pack, ZP_WORD_NOTE_LINE,
                                             (const char *[]){ number, title, note, NULL });

  zp_doc_run_append (runs, text, NULL, ZP_RUN_PLAIN);
  zp_doc_runs_add_paragraphs (runs, self->paragraphs);
}

static void
add_lead (const Writer *self, ZpEval *eval)
{
  g_autoptr (GPtrArray) runs = zp_doc_render_prose (self->scope, eval, self->content->lead);

  zp_doc_runs_add_paragraphs (runs, self->paragraphs);
}

static void
write_notes (Writer *self, ZpEval *eval, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (findings, i);

      if (!is_wanted (self, finding))
        continue;
      if (self->n_notes == 0)
        add_lead (self, eval);
      add_note (self, finding);
    }
}

/**
 * zp_doc_notes_render:
 * @eval: the report and the current rows
 * @content: where notes are printed
 *
 * The lead, then a paragraph for every note that holds, numbered from 1 in the order of the
 * findings: the title of the finding and what the note says. A line break in a note begins a
 * paragraph. A note is void, and not printed, when a figure has moved since it was written. In the
 * public profile notes about what is withheld are left out. Nothing at all where no note is left.
 *
 * Returns: (transfer full): of GPtrArray of #ZpDocRun
 */
GPtrArray *
zp_doc_notes_render (const ZpDocScope *scope, ZpEval *eval, const ZpContent *content)
{
  Writer writer = { .scope = scope, .content = content };
  g_autoptr (GPtrArray) notes = zp_report_get_notes (scope->report);
  g_autoptr (ZpChecker) checker = NULL;

  writer.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (notes->len == 0)
    return writer.paragraphs;

  checker = zp_checker_new (scope->report);
  write_notes (&writer, eval, zp_checker_get_findings (checker));
  return writer.paragraphs;
}
