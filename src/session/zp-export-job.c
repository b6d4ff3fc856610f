/* SPDX-License-Identifier: GPL-3.0-or-later
 * An export: the report as it was when it began, written file by file. */
#include "session/zp-export-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "document/zp-book-builder.h"
#include "session/zp-session-private.h"

/**
 * ZpExportJob:
 * @pack: what the document may borrow from lives as long as it
 * @book: (nullable): only when a format asks for it
 * @fonts: of char*: families of the faces that were used, with a remark on substitutes
 */
struct _ZpExportJob
{
  GPtrArray *files;
  ZpPack *pack;
  ZpDoc *doc;
  ZpBook *book;
  GPtrArray *fonts;
};

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
  ZpExportJob *self = g_new0 (ZpExportJob, 1);

  self->files = files;
  self->pack = zp_pack_ref ((ZpPack *) zp_session_get_pack (session));
  self->fonts = g_ptr_array_new_with_free_func (g_free);
  self->doc = zp_doc_build (report, profile);
  if (any_needs_book (files))
    self->book = zp_book_build (report, session->checker, profile);
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
list_fonts (ZpExportJob *self, ZpFontSet *fonts)
{
  for (guint face = 0; face < zp_font_set_get_n_faces (fonts); face++)
    {
      const char *family = zp_font_set_get_family (fonts, face);

      g_ptr_array_add (self->fonts, zp_font_set_is_substitute (fonts, face)
                                      ? g_strdup_printf (_ ("%s (stands in for another)"), family)
                                      : g_strdup (family));
    }
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

  if (any_needs_fonts (self->files))
    {
      fonts = zp_font_set_new (NULL, ZP_FONT_SET_BUNDLED, error);
      if (fonts == NULL)
        return FALSE;
    }
  content.fonts = fonts;
  write_files (self, &content, cancellable, progress, data);
  if (fonts != NULL)
    list_fonts (self, fonts);
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
