/* SPDX-License-Identifier: GPL-3.0-or-later
 * Exports of a session: names of files, old files kept, writing beside a report that changes. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-export-job.h"
#include "zp-test.h"

static ZpExportFile *
file_new (const char *folder, const char *format)
{
  return zp_export_file_new (folder, "工信局2021", zp_export_format_find (format, NULL));
}

static void
assert_name (const ZpExportFile *file, const char *name)
{
  g_autofree char *base = g_path_get_basename (zp_export_file_get_path (file));

  g_assert_cmpstr (base, ==, name);
}

static void
test_names (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  ZpExportFile *file = file_new (folder, "txt");

  assert_name (file, "工信局2021.txt");
  g_assert_null (file->taken_path);
  zp_export_file_free (file);

  zp_test_write (folder, "工信局2021.txt", "old");
  zp_test_write (folder, "工信局2021 (2).txt", "old");
  file = file_new (folder, "txt");
  g_assert_nonnull (file->taken_path);
  g_assert_cmpint (file->taken_time, >, 0);
  assert_name (file, "工信局2021 (3).txt");
  file->replaces = TRUE;
  assert_name (file, "工信局2021.txt");
  zp_export_file_free (file);
  zp_test_remove_folder (folder);
}

static GPtrArray *
files_new (ZpExportFile *first, ZpExportFile *second)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_export_file_free);

  g_ptr_array_add (files, first);
  if (second != NULL)
    g_ptr_array_add (files, second);
  return files;
}

static void
note_progress (guint done, guint total, gpointer data)
{
  *(guint *) data += 1;
}

/* What is written is the report as it was when the job was made. */
static void
test_snapshot (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "new", "工信局2021.txt", NULL);
  g_autofree char *inside = g_build_filename (folder, "new", NULL);
  g_autofree char *text = NULL;
  guint n_told = 0;

  job = zp_export_job_new (session, files_new (file_new (inside, "txt"), file_new (inside, "xlsx")),
                           ZP_PROFILE_SUBMIT);
  session_fixture_type (session, "budget.project.actual", "300");
  g_assert_true (zp_export_job_run (job, NULL, note_progress, &n_told, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, 2);
  text = zp_test_read (path);
  g_assert_nonnull (strstr (text, "288.34"));
  g_assert_true (
    ((ZpExportFile *) g_ptr_array_index (zp_export_job_get_files (job), 1))->is_written);
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

static void
test_fonts (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job =
    zp_export_job_new (session, files_new (file_new (folder, "pdf"), NULL), ZP_PROFILE_PUBLIC);
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (zp_export_job_get_fonts (job)->len, >, 0);
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

/* A file that came there meanwhile is not overwritten, and does not keep the others back. */
static void
test_taken_meanwhile (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "工信局2021.txt", NULL);
  g_autofree char *text = NULL;
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = zp_export_job_new (
    session, files_new (file_new (folder, "txt"), file_new (folder, "docx")), ZP_PROFILE_SUBMIT);
  const GPtrArray *files = zp_export_job_get_files (job);

  zp_test_write (folder, "工信局2021.txt", "theirs");
  zp_export_job_run (job, NULL, NULL, NULL, NULL);
  g_assert_nonnull (((ZpExportFile *) g_ptr_array_index (files, 0))->error);
  g_assert_true (((ZpExportFile *) g_ptr_array_index (files, 1))->is_written);
  text = zp_test_read (path);
  g_assert_cmpstr (text, ==, "theirs");
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

static void
test_replace (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "工信局2021.txt", NULL);
  g_autofree char *text = NULL;
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = NULL;
  ZpExportFile *file;

  zp_test_write (folder, "工信局2021.txt", "old");
  file = file_new (folder, "txt");
  file->replaces = TRUE;
  job = zp_export_job_new (session, files_new (file, NULL), ZP_PROFILE_SUBMIT);
  g_assert_true (zp_export_job_run (job, NULL, NULL, NULL, NULL));
  text = zp_test_read (path);
  g_assert_nonnull (strstr (text, "288.34"));
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

static void
stop_after_first (guint done, guint total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_stop (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = zp_export_job_new (
    session, files_new (file_new (folder, "txt"), file_new (folder, "docx")), ZP_PROFILE_SUBMIT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const GPtrArray *files = zp_export_job_get_files (job);

  g_assert_false (zp_export_job_run (job, cancellable, stop_after_first, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (((ZpExportFile *) g_ptr_array_index (files, 0))->is_written);
  g_assert_false (((ZpExportFile *) g_ptr_array_index (files, 1))->is_written);
  g_assert_null (((ZpExportFile *) g_ptr_array_index (files, 1))->error);
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

/* What a proof-reader would ask, with the way to where it can be mended. */
static void
test_slips (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) before =
    zp_export_job_new (session, files_new (file_new ("/nowhere", "txt"), NULL), ZP_PROFILE_SUBMIT);
  g_autoptr (ZpExportJob) after = NULL;
  const GPtrArray *slips = NULL;
  guint n_before = 0;
  guint n_after = 0;
  gboolean found = FALSE;

  zp_export_job_get_slips (before, &n_before);
  session_fixture_type (session, "unit.name", "某縣局");
  after =
    zp_export_job_new (session, files_new (file_new ("/nowhere", "txt"), NULL), ZP_PROFILE_SUBMIT);
  slips = zp_export_job_get_slips (after, &n_after);
  g_assert_cmpuint (n_after, >, n_before);
  for (guint i = 0; i < slips->len; i++)
    {
      const ZpExportSlip *slip = g_ptr_array_index (slips, i);

      g_assert_nonnull (slip->place);
      g_assert_nonnull (slip->what);
      found |= g_strcmp0 (slip->id, "unit.name") == 0 && strstr (slip->excerpt, "縣") != NULL;
    }
  g_assert_true (found);
  session_fixture_close (session);
}

/* The environment dates the files of a report without a date, as on the command line. */
static void
test_source_date (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "工信局2021.docx", NULL);
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = NULL;
  g_autoptr (GError) error = NULL;

  session_fixture_type (session, "report.date", "");
  g_setenv ("SOURCE_DATE_EPOCH", "tomorrow", TRUE);
  job = zp_export_job_new (session, files_new (file_new (folder, "docx"), NULL), ZP_PROFILE_SUBMIT);
  g_assert_false (zp_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_error (error, ZP_EXPORT_ERROR, ZP_EXPORT_ERROR_DATE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_clear_pointer (&job, zp_export_job_free);

  g_setenv ("SOURCE_DATE_EPOCH", "946684800", TRUE);
  job = zp_export_job_new (session, files_new (file_new (folder, "docx"), NULL), ZP_PROFILE_SUBMIT);
  g_assert_cmpint (zp_export_job_get_date (job), ==, 10957);
  g_assert_true (zp_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

static void
test_sign_off (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "工信局2021.txt", NULL);
  g_autofree char *text = NULL;
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpExportJob) job = zp_export_job_new_sign_off (
    session, files_new (file_new (folder, "txt"), file_new (folder, "pdf")));
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_export_job_run (job, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  text = zp_test_read (path);
  g_assert_nonnull (strstr (text, "审签单"));
  g_assert_true (
    ((ZpExportFile *) g_ptr_array_index (zp_export_job_get_files (job), 1))->is_written);
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-job/names", test_names);
  g_test_add_func ("/export-job/snapshot", test_snapshot);
  g_test_add_func ("/export-job/fonts", test_fonts);
  g_test_add_func ("/export-job/taken-meanwhile", test_taken_meanwhile);
  g_test_add_func ("/export-job/replace", test_replace);
  g_test_add_func ("/export-job/stop", test_stop);
  g_test_add_func ("/export-job/slips", test_slips);
  g_test_add_func ("/export-job/source-date", test_source_date);
  g_test_add_func ("/export-job/sign-off", test_sign_off);
  return g_test_run ();
}
