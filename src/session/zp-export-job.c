/* SPDX-License-Identifier: GPL-3.0-or-later
 * An export: the report as it was when it began, written file by file. */
#include "session/zp-export-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "document/zp-book-builder.h"
#include "document/zp-book-review.h"
#include "document/zp-doc-proof.h"
#include "document/zp-doc-sign-off.h"
#include "export/zp-source-date.h"
#include "review/zp-review-paper.h"
#include "session/zp-session-private.h"

/* A text that has more was not meant to be read yet. */
#define MAX_SLIPS 50

/**
 * ZpExportJob:
 * @pack: what the document may borrow from lives as long as it
 * @book: (nullable): only when a format asks for it
 * @fonts: of char*: families of the faces that were used, with a remark on substitutes
 * @slips: of #ZpExportSlip; @n_slips: how many there are, of which not all are listed
 * @date_error: (nullable): why the files cannot be dated
 */
struct _ZpExportJob
{
  GPtrArray *files;
  ZpPack *pack;
  ZpDoc *doc;
  ZpBook *book;
  GPtrArray *fonts;
  GPtrArray *slips;
  guint n_slips;
  GError *date_error;
};

static void
slip_free (gpointer data)
{
  ZpExportSlip *slip = data;

  g_free (slip->place);
  g_free (slip->excerpt);
  g_free (slip->what);
  g_free (slip->id);
  g_free (slip);
}

static void
add_slip (ZpExportJob *self, const ZpProofMark *mark)
{
  ZpExportSlip *slip = g_new0 (ZpExportSlip, 1);
  ZpProofMark nameless = *mark;

  /* By the heading; a row leads to the passage itself. */
  nameless.passage = NULL;
  slip->place = zp_proof_mark_locate (&nameless, self->doc);
  slip->excerpt = g_strdelimit (g_strdup (mark->excerpt), "\n", ' ');
  slip->what = zp_proof_mark_tell (mark);
  slip->id = g_strdup (zp_proof_mark_find_id (mark, self->doc));
  g_ptr_array_add (self->slips, slip);
}

/* What a proof-reader would ask; the files are written all the same. */
static void
list_slips (ZpExportJob *self)
{
  g_autoptr (GPtrArray) marks = zp_doc_proof (self->doc);

  self->n_slips = marks->len;
  for (guint i = 0; i < MIN (marks->len, MAX_SLIPS); i++)
    add_slip (self, g_ptr_array_index (marks, i));
}

/* What is published says nothing of how it was made. */
static void
add_review (ZpExportJob *self, ZpSession *session, ZpProfile profile)
{
  g_autoptr (ZpDocReview) review = NULL;

  if (profile == ZP_PROFILE_PUBLIC)
    return;
  review = zp_review_make_paper (zp_session_get_file (session));
  zp_doc_add_check_code (self->doc, self->pack, review);
  if (self->book != NULL)
    zp_book_add_review (self->book, zp_session_get_report (session), review);
}

static void
set_date (ZpExportJob *self, ZpReport *report)
{
  ZpSourceDate date;

  if (zp_source_date_read (&date, &self->date_error))
    zp_source_date_apply (&date, report, self->doc, self->book);
}

static gboolean
any_needs_book (const GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (((const ZpExportFile *) g_ptr_array_index (files, i))->format->needs_book)
      return TRUE;
  return FALSE;
}

static gboolean
any_needs_fonts (const GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    if (((const ZpExportFile *) g_ptr_array_index (files, i))->format->needs_fonts)
      return TRUE;
  return FALSE;
}

static ZpExportJob *
job_new (ZpSession *session, GPtrArray *files)
{
  ZpExportJob *self = g_new0 (ZpExportJob, 1);

  self->files = files;
  self->pack = zp_pack_ref ((ZpPack *) zp_session_get_pack (session));
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  self->slips = g_ptr_array_new_with_free_func (slip_free);
  return self;
}

/**
 * zp_export_job_new:
 * @files: (transfer full): of #ZpExportFile: what is to be written
 *
 * Reads the report; to be called in the thread it lives in.
 *
 * Returns: (transfer full): free with zp_export_job_free()
 */
ZpExportJob *
zp_export_job_new (ZpSession *session, GPtrArray *files, ZpProfile profile)
{
  ZpReport *report = zp_session_get_report (session);
  ZpExportJob *self = job_new (session, files);

  self->doc = zp_doc_build (report, profile);
  if (any_needs_book (files))
    self->book = zp_book_build (report, session->checker, profile);
  add_review (self, session, profile);
  set_date (self, report);
  list_slips (self);
  return self;
}

/**
 * zp_export_job_new_sign_off:
 * @files: (transfer full): of #ZpExportFile: what is to be written; no spreadsheets
 *
 * As zp_export_job_new(), for the sign-off sheet (审签单) instead of the report.
 *
 * Returns: (transfer full): free with zp_export_job_free()
 */
ZpExportJob *
zp_export_job_new_sign_off (ZpSession *session, GPtrArray *files)
{
  ZpReport *report = zp_session_get_report (session);
  g_autoptr (ZpDocReview) review = zp_review_make_paper (zp_session_get_file (session));
  ZpExportJob *self = job_new (session, files);

  self->doc = zp_doc_build_sign_off (report, review);
  set_date (self, report);
  return self;
}

/** zp_export_job_free: frees @self; what was written stays. */
void
zp_export_job_free (ZpExportJob *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->fonts);
  g_ptr_array_unref (self->slips);
  g_clear_error (&self->date_error);
  zp_doc_free (self->doc);
  g_clear_pointer (&self->book, zp_book_free);
  zp_pack_unref (self->pack);
  g_free (self);
}

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_WRITE, _ ("%s: the folder cannot be made: %s"),
               folder, g_strerror (errno));
  return FALSE;
}

static gboolean
write_file (const ZpExportFile *file, const ZpExportContent *content, GError **error)
{
  const char *path = zp_export_file_get_path (file);
  g_autoptr (GBytes) bytes = file->format->write (content, error);

  if (bytes == NULL)
    return FALSE;
  return make_folder_of (path, error) &&
         zp_file_write (path, bytes, file->replaces ? ZP_FILE_REPLACE : ZP_FILE_CREATE_ONLY, NULL,
                        NULL, error);
}

/* A file that cannot be written does not keep the others from being written. */
static void
try_file (ZpExportFile *file, const ZpExportContent *content)
{
  g_autoptr (GError) error = NULL;

  file->is_written = write_file (file, content, &error);
  if (!file->is_written)
    file->error = g_strdup (error->message);
}

static void
write_files (ZpExportJob *self,
             const ZpExportContent *content,
             GCancellable *cancellable,
             ZpExportProgressFunc progress,
             gpointer data)
{
  for (guint i = 0; i < self->files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      if (progress != NULL)
        progress (i, self->files->len, data);
      try_file (g_ptr_array_index (self->files, i), content);
    }
}

/**
 * zp_export_job_run:
 * @cancellable: (nullable): looked at before each file; those written stay
 * @progress: (nullable)
 *
 * Writes the files, one after the other; may run in another thread. What became of each stands in
 * it.
 *
 * Returns: FALSE when it could not begin, or was cancelled
 */
gboolean
zp_export_job_run (ZpExportJob *self,
                   GCancellable *cancellable,
                   ZpExportProgressFunc progress,
                   gpointer data,
                   GError **error)
{
  g_autoptr (ZpFontSet) fonts = NULL;
  ZpExportContent content = { .doc = self->doc, .book = self->book };

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->date_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->date_error));
      return FALSE;
    }
  if (any_needs_fonts (self->files))
    {
      fonts = zp_font_set_new (NULL, ZP_FONT_SET_OFFICE, error);
      if (fonts == NULL)
        return FALSE;
    }
  content.fonts = fonts;
  write_files (self, &content, cancellable, progress, data);
  if (fonts != NULL)
    {
      g_ptr_array_unref (self->fonts);
      self->fonts = zp_font_set_tell (fonts);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/** zp_export_job_get_files: of #ZpExportFile, with what became of them. */
const GPtrArray *
zp_export_job_get_files (const ZpExportJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->files;
}

/** zp_export_job_get_fonts: of char*: the faces that were used, after it ran. */
const GPtrArray *
zp_export_job_get_fonts (const ZpExportJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fonts;
}

/**
 * zp_export_job_get_slips:
 * @n_slips: (out) (optional): how many there are; not all of very many are listed
 *
 * Returns: (transfer none): of #ZpExportSlip: what a proof-reader would ask about the document
 */
const GPtrArray *
zp_export_job_get_slips (const ZpExportJob *self, guint *n_slips)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_slips != NULL)
    *n_slips = self->n_slips;
  return self->slips;
}

/** zp_export_job_get_date: the day that the files bear, in days since 1970. */
gint32
zp_export_job_get_date (const ZpExportJob *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->doc->date;
}
