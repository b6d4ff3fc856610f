/* SPDX-License-Identifier: GPL-3.0-or-later
 * ziping-cli export: the documents of one or more reports. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/zp-cli-export-private.h"
#include "cli/zp-cli.h"
#include "document/zp-book-builder.h"
#include "document/zp-book-review.h"
#include "document/zp-doc-builder.h"
#include "document/zp-doc-sign-off.h"
#include "export/zp-exporter.h"
#include "export/zp-source-date.h"
#include "review/zp-review-paper.h"

#define DEFAULT_FORMATS "docx,pdf,xlsx"
#define SIGN_OFF_FORMATS "pdf"
#define SUFFIX ".ziping"

/* Behind the name of the report. */
#define SIGN_OFF "-sign-off"

/* @opening: (nullable): opens @fonts, or notes @font_error, while the report is read */
typedef struct
{
  ZpPackStore *store;
  GPtrArray *formats; /* of ZpExportFormat, borrowed */
  ZpProfile profile;
  ZpSourceDate date;
  const char *folder;
  gboolean force;
  gboolean attach;
  gboolean sign_off;
  gboolean bundled;
  GThread *opening;
  ZpFontSet *fonts;
  GError *font_error;
  gboolean needs_book;
} Exporting;

static gboolean
parse_profile (const char *text, ZpProfile *profile, GError **error)
{
  static const struct
  {
    const char *name;
    ZpProfile profile;
  } profiles[] = {
    { "submit", ZP_PROFILE_SUBMIT },
    { "official", ZP_PROFILE_OFFICIAL },
    { "public", ZP_PROFILE_PUBLIC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (text == NULL || strcmp (profiles[i].name, text) == 0)
      {
        *profile = profiles[i].profile;
        return TRUE;
      }
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FORMAT,
               _ ("there is no profile “%s”; there are submit, official and public"), text);
  return FALSE;
}

static gpointer
open_fonts (gpointer data)
{
  Exporting *self = data;
  ZpFontSetFlags flags = self->bundled ? ZP_FONT_SET_BUNDLED : ZP_FONT_SET_OFFICE;

  self->fonts = zp_font_set_new (NULL, flags, &self->font_error);
  return NULL;
}

static gboolean
wait_for_fonts (Exporting *self, GError **error)
{
  g_clear_pointer (&self->opening, g_thread_join);
  if (self->font_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->font_error));
  return FALSE;
}

static void
clear_fonts (Exporting *self)
{
  g_clear_pointer (&self->opening, g_thread_join);
  g_clear_pointer (&self->fonts, zp_font_set_free);
  g_clear_error (&self->font_error);
}

static gboolean
parse_formats (Exporting *self, const char *text, GError **error)
{
  const char *usual = self->sign_off ? SIGN_OFF_FORMATS : DEFAULT_FORMATS;
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : usual, ",", -1);
  gboolean needs_fonts = FALSE;

  if (ids[0] == NULL)
    return zp_export_format_find ("", error) != NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const ZpExportFormat *format = zp_export_format_find (ids[i], error);

      if (format == NULL)
        return FALSE;
      if (g_ptr_array_find (self->formats, format, NULL))
        continue;
      g_ptr_array_add (self->formats, (gpointer) format);
      needs_fonts |= format->needs_fonts;
      self->needs_book |= format->needs_book;
    }
  if (needs_fonts)
    self->opening = g_thread_new ("fonts", open_fonts, self);
  return TRUE;
}

static char *
target_of (Exporting *self, const char *path, const ZpExportFormat *format)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *file = NULL;

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  file = g_strdup_printf ("%s%s.%s", name, self->sign_off ? SIGN_OFF : "", format->extension);
  return g_build_filename (self->folder, file, NULL);
}

/* Looked at before anything is written: two reports must not write the same file, and no old file
 * may be lost. */
static gboolean
targets_are_free (Exporting *self, char **paths, GError **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    for (guint k = 0; k < self->formats->len; k++)
      {
        char *target = target_of (self, paths[i], g_ptr_array_index (self->formats, k));
        gboolean exists = !self->force && g_file_test (target, G_FILE_TEST_EXISTS);

        if (exists || g_hash_table_contains (targets, target))
          g_set_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_EXISTS,
                       exists ? _ ("%s exists already; --force replaces it")
                              : _ ("two of the reports would both be written to %s; rename one"),
                       target);
        g_hash_table_add (targets, target);
        if (*error != NULL)
          return FALSE;
      }
  return TRUE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, ZP_FILE_ERROR, ZP_FILE_ERROR_WRITE, _ ("%s: the folder cannot be made: %s"),
               folder, g_strerror (errno));
  return FALSE;
}

static gboolean
write_file (
  Exporting *self, const char *path, const ZpExportFormat *format, GBytes *bytes, GError **error)
{
  g_autofree char *target = target_of (self, path, format);

  if (!zp_file_write (target, bytes, self->force ? ZP_FILE_REPLACE : ZP_FILE_CREATE_ONLY, NULL,
                      NULL, error))
    return FALSE;
  zp_cli_print ("%s\n", target);
  return TRUE;
}

static gboolean
write_files (Exporting *self, const char *path, ZpExportContent *content, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;

  if (!wait_for_fonts (self, error))
    return FALSE;

  content->fonts = self->fonts;
  files = zp_export_write_all (content, self->formats, error);
  if (files == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  for (guint i = 0; i < files->len; i++)
    if (!write_file (self, path, g_ptr_array_index (self->formats, i), g_ptr_array_index (files, i),
                     error))
      return FALSE;
  return TRUE;
}

/* The report has what the public is not shown. */
static gboolean
may_attach (const Exporting *self, GError **error)
{
  if (!self->attach || self->profile != ZP_PROFILE_PUBLIC)
    return TRUE;
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FORMAT,
               _ ("the report itself is not for the public; leave out --attach or --profile "
                  "public"));
  return FALSE;
}

static GBytes *
read_report (const char *path, GError **error)
{
  char *bytes = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  return g_bytes_new_take (bytes, length);
}

/* A sheet for signatures is not a table of figures, and the report is no part of it. */
static gboolean
fits_sign_off (const Exporting *self, GError **error)
{
  if (!self->sign_off || (!self->needs_book && !self->attach))
    return TRUE;
  g_set_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_FORMAT,
               self->attach ? _ ("--attach does not go with --sign-off")
                            : _ ("the sign-off sheet cannot be a spreadsheet; choose pdf, docx, "
                                 "ofd or txt"));
  return FALSE;
}

static gboolean
export_sign_off (Exporting *self, const char *path, const ZpReportFile *file, GError **error)
{
  g_autoptr (ZpDocReview) review = zp_review_make_paper (file);
  g_autoptr (ZpDoc) doc = zp_doc_build_sign_off (file->report, review);
  ZpExportContent content = { .doc = doc };

  zp_source_date_apply (&self->date, file->report, doc, NULL);
  return write_files (self, path, &content, error);
}

/* What is published says nothing of how it was made. */
static void
add_review (const Exporting *self, const ZpReportFile *file, ZpDoc *doc, ZpBook *book)
{
  g_autoptr (ZpDocReview) review = NULL;

  if (self->profile == ZP_PROFILE_PUBLIC)
    return;
  review = zp_review_make_paper (file);
  zp_doc_add_check_code (doc, zp_report_get_pack (file->report), review);
  if (book != NULL)
    zp_book_add_review (book, file->report, review);
}

static gboolean
export_report (Exporting *self, const char *path, const ZpReportFile *file, GError **error)
{
  g_autoptr (ZpChecker) checker = zp_checker_new (file->report);
  g_autoptr (ZpDoc) doc = zp_doc_build (file->report, self->profile);
  g_autoptr (ZpBook) book = NULL;
  g_autoptr (GBytes) report = NULL;
  g_autofree char *name = g_path_get_basename (path);
  ZpExportContent content = { .doc = doc, .report_name = name };

  report = self->attach ? read_report (path, error) : NULL;
  if (self->attach && report == NULL)
    return FALSE;
  if (self->needs_book)
    book = zp_book_build (file->report, checker, self->profile);
  add_review (self, file, doc, book);
  content.book = book;
  content.report = report;
  zp_source_date_apply (&self->date, file->report, doc, book);
  if (!write_files (self, path, &content, error))
    return FALSE;
  zp_cli_warn_of_errors (path, checker);
  zp_cli_warn_of_slips (path, doc);
  return TRUE;
}

static gboolean
export_file (Exporting *self, const char *path, GError **error)
{
  g_autoptr (ZpReportFile) file = zp_cli_open (self->store, path, error);

  if (file == NULL)
    return FALSE;
  return self->sign_off ? export_sign_off (self, path, file, error)
                        : export_report (self, path, file, error);
}

static gboolean
export_files (Exporting *self, char **paths, GError **error)
{
  if (!targets_are_free (self, paths, error) || !make_folder (self->folder, error))
    return FALSE;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!export_file (self, paths[i], error))
      return FALSE;
  if (self->fonts != NULL)
    zp_cli_tell_fonts (self->fonts);
  return TRUE;
}

ZpExit
zp_cli_export (int argc, char **argv)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  Exporting exporting = { .formats = list };
  g_autofree char *folder = NULL;
  g_autofree char *formats = NULL;
  g_autofree char *profile = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("Folder to write to"), "DIR" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &formats, N_ ("Formats, parted by commas"), "LIST" },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, N_ ("submit, official or public"), "NAME" },
    { "attach", 0, 0, G_OPTION_ARG_NONE, &exporting.attach,
      N_ ("Put the report itself into PDF files"), NULL },
    { "sign-off", 0, 0, G_OPTION_ARG_NONE, &exporting.sign_off,
      N_ ("Write the sign-off sheet instead of the report"), NULL },
    { "bundled-fonts", 0, 0, G_OPTION_ARG_NONE, &exporting.bundled,
      N_ ("Leave the office's own fonts out, for the same bytes everywhere"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &exporting.force, N_ ("Replace existing files"), NULL },
    { NULL },
  };
  g_autoptr (ZpPackStore) store = NULL;
  g_autoptr (GError) error = NULL;
  ZpExit exit_code;
  gboolean done;

  if (!zp_cli_parse (&argc, &argv, entries, (ZpCount){ 1, -1 }, &exit_code))
    return exit_code;
  if (folder == NULL)
    {
      zp_cli_message (_ ("export: say where to: --to DIR"));
      return ZP_EXIT_NOT_DONE;
    }
  store = zp_pack_store_new_default ();
  exporting.store = store;
  exporting.folder = folder;
  done = zp_source_date_read (&exporting.date, &error) &&
         parse_profile (profile, &exporting.profile, &error) && may_attach (&exporting, &error) &&
         parse_formats (&exporting, formats, &error) && fits_sign_off (&exporting, &error) &&
         export_files (&exporting, argv + 1, &error);
  clear_fonts (&exporting);
  return done ? ZP_EXIT_DONE : zp_cli_fail (error);
}
