/* SPDX-License-Identifier: GPL-3.0-or-later
 * What export says of the documents it has written. */
#include <glib/gi18n-lib.h>

#include "cli/zp-cli-export-private.h"
#include "cli/zp-cli.h"
#include "document/zp-doc-proof.h"

/* Listed of one report; a text that has more was not meant to be read yet. */
#define MAX_SLIPS 50

/** zp_cli_warn_of_errors: says that errors are open. */
void
zp_cli_warn_of_errors (const char *path, ZpChecker *checker)
{
  ZpSummary summary;

  zp_checker_get_summary (checker, &summary);
  if (summary.errors > 0)
    zp_cli_message (ngettext ("%1$s: exported with %2$u open error",
                              "%1$s: exported with %2$u open errors", summary.errors),
                    path, summary.errors);
}

/** zp_cli_warn_of_slips: what a proof-reader would ask; the documents are written all the same. */
void
zp_cli_warn_of_slips (const char *path, const ZpDoc *doc)
{
  g_autoptr (GPtrArray) marks = zp_doc_proof (doc);

  for (guint i = 0; i < MIN (marks->len, MAX_SLIPS); i++)
    {
      const ZpProofMark *mark = g_ptr_array_index (marks, i);
      g_autofree char *place = zp_proof_mark_locate (mark, doc);
      g_autofree char *told = zp_proof_mark_tell (mark);

      /* Translators: file, place in the document, the words around it, what is wrong there. */
      zp_cli_message (_ ("%1$s: %2$s: “…%3$s…”: %4$s"), path, place, mark->excerpt, told);
    }
  if (marks->len > MAX_SLIPS)
    zp_cli_message (
      ngettext ("%1$s: and %2$u place more", "%1$s: and %2$u places more", marks->len - MAX_SLIPS),
      path, marks->len - MAX_SLIPS);
}

/** zp_cli_tell_fonts: which faces the pages are set in. */
void
zp_cli_tell_fonts (ZpFontSet *fonts)
{
  g_autoptr (GPtrArray) told = zp_font_set_tell (fonts);
  g_autofree char *list = NULL;

  g_ptr_array_add (told, NULL);
  list = g_strjoinv (C_ ("between fonts", ", "), (char **) told->pdata);
  zp_cli_message (_ ("fonts: %s"), list);
}
