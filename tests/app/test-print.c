/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages on paper, printed to files: as many as in the preview, with the same text, on A4; wide
 * ones turned; the margins of backs mirrored. */
#include <string.h>

#include "app-fixture.h"
#include "app/preview/zp-print.h"
#include "window-fixture.h"
#include "zp-test.h"

#define POINTS_PER_MM (72 / 25.4)

#ifdef __SANITIZE_ADDRESS__
/* cairo forgets something of each face that it writes to a PDF. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libcairo.so\n";
}
#endif

typedef struct
{
  ZpWindow *window;
  ZpPreview *preview;
  GtkPrintOperation *operation;
  char *path;
} Case;

static void
case_init (Case *self, const char *name)
{
  g_autofree char *report_name = g_strconcat (name, ".ziping", NULL);
  g_autofree char *file_name = g_strconcat (name, ".pdf", NULL);
  g_autofree char *report = window_fixture_make_report (report_name, "reference-printed");
  g_autoptr (GError) error = NULL;

  self->window = window_fixture_open (report);
  self->preview = zp_preview_new (zp_window_get_session (self->window), NULL);
  self->operation = zp_print_operation_new (self->preview, &error);
  g_assert_no_error (error);
  self->path = window_fixture_path (file_name);
}

static void
case_end (Case *self)
{
  g_object_unref (self->operation);
  g_object_unref (self->preview);
  g_free (self->path);
  window_fixture_close (self->window);
}

static void
note_done (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  *(int *) data = (int) result;
}

static gboolean
give_up (gpointer data)
{
  g_error ("nothing is printed");
  return G_SOURCE_REMOVE;
}

/* To a file, without a dialog. */
static void
print (Case *self)
{
  g_autoptr (GError) error = NULL;
  int result = -1;
  guint guard = g_timeout_add_seconds (30, give_up, NULL);

  g_signal_connect (self->operation, "done", G_CALLBACK (note_done), &result);
  gtk_print_operation_set_export_filename (self->operation, self->path);
  gtk_print_operation_run (self->operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (self->window), &error);
  g_assert_no_error (error);
  while (result == -1)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
}

static void
set_settings (Case *self, const char *key, const char *value)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  gtk_print_settings_set (settings, key, value);
  gtk_print_operation_set_print_settings (self->operation, settings);
}

/* (nullable): what a tool says of the file; %NULL when there is no such tool. */
static char *
ask (Case *self, const char *tool, const char *const *options)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  g_ptr_array_add (args, program);
  for (guint i = 0; options[i] != NULL; i++)
    g_ptr_array_add (args, (char *) options[i]);
  g_ptr_array_add (args, self->path);
  if (g_str_equal (tool, "pdftotext"))
    g_ptr_array_add (args, (char *) "-");
  g_ptr_array_add (args, NULL);
  g_spawn_sync (NULL, (char **) args->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &text,
                NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
ask_all_sizes (Case *self)
{
  return ask (self, "pdfinfo", (const char *const[]){ "-f", "1", "-l", "999", NULL });
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

/* What is read of a page depends on the tool: spaces and lines are left out. */
static char *
without_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

static void
assert_same_text (Case *self, const char *printed)
{
  g_autofree char *all = without_spaces (printed);
  ZpPages *pages = zp_preview_get_pages (self->preview);
  guint n_runs = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      const GArray *runs = zp_preview_get_page (self->preview, i)->runs;

      for (guint k = 0; k < runs->len; k++)
        {
          g_autofree char *run = without_spaces (g_array_index (runs, ZpPageRun, k).text);

          if (strstr (all, run) == NULL)
            g_error ("page %u: “%s” is not printed", i + 1, run);
          n_runs++;
        }
    }
  g_assert_cmpuint (n_runs, >, 100);
}

static void
test_all (void)
{
  Case self;
  g_autofree char *sizes = NULL;
  g_autofree char *text = NULL;

  case_init (&self, "all");
  print (&self);
  sizes = ask_all_sizes (&self);
  text = ask (&self, "pdftotext", (const char *const[]){ "-raw", NULL });
  if (sizes != NULL && text != NULL)
    {
      guint n_wide = count (sizes, " 841.89 x 595.276");

      g_assert_cmpuint (n_wide, >, 0);
      g_assert_cmpuint (n_wide + count (sizes, " 595.276 x 841.89"), ==,
                        zp_preview_count_pages (self.preview));
      assert_same_text (&self, text);
    }
  case_end (&self);
}

/* What is typed while the printer dialog is open does not get half into what is printed. */
static void
test_snapshot (void)
{
  Case self;
  g_autofree char *text = NULL;

  case_init (&self, "snapshot");
  window_fixture_type (self.window, "budget.project.actual", "302.34");
  g_assert_true (zp_preview_refresh (self.preview));
  print (&self);
  text = ask (&self, "pdftotext", (const char *const[]){ "-raw", NULL });
  if (text != NULL)
    g_assert_null (strstr (text, "302.34"));
  case_end (&self);
}

/* Left edges of all words on a page. */
static double
find_left_edge (Case *self, const char *page)
{
  g_autofree char *text =
    ask (self, "pdftotext", (const char *const[]){ "-bbox", "-f", page, "-l", page, NULL });
  double left = G_MAXDOUBLE;

  for (const char *at = text; at != NULL && (at = strstr (at, "xMin=\"")) != NULL;)
    {
      at += strlen ("xMin=\"");
      left = MIN (left, g_ascii_strtod (at, NULL));
    }
  return left;
}

/* The cover has an empty back, so that page 1 is on the front of a sheet; the back of that has its
 * wide margin on the right, at the fold. */
static void
test_double_sided (void)
{
  Case self;
  g_autofree char *text = NULL;

  case_init (&self, "double");
  set_settings (&self, GTK_PRINT_SETTINGS_DUPLEX, "horizontal");
  print (&self);
  text = ask (&self, "pdftotext", (const char *const[]){ "-raw", NULL });
  if (text != NULL)
    {
      g_assert_cmpuint (count (text, "\f"), >=, zp_preview_count_pages (self.preview) + 1);
      g_assert_cmpfloat_with_epsilon (find_left_edge (&self, "3"), 28 * POINTS_PER_MM, 1);
      g_assert_cmpfloat_with_epsilon (find_left_edge (&self, "4"), 26 * POINTS_PER_MM, 1);
      g_assert_true (find_left_edge (&self, "2") > 1000);
    }
  case_end (&self);
}

/* Words of a page of the preview, without spaces. */
static char *
tell_page (Case *self, guint page)
{
  const GArray *runs = zp_preview_get_page (self->preview, page)->runs;
  GString *text = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < runs->len; i++)
    if (!g_array_index (runs, ZpPageRun, i).turned)
      g_string_append (text, g_array_index (runs, ZpPageRun, i).text);
  all = g_string_free (text, FALSE);
  return without_spaces (all);
}

static void
assert_page (Case *self, const char *side, guint page)
{
  g_autofree char *printed =
    ask (self, "pdftotext", (const char *const[]){ "-raw", "-f", side, "-l", side, NULL });
  g_autofree char *plain = without_spaces (printed);
  g_autofree char *wanted = tell_page (self, page);
  g_autofree char *start = g_utf8_substring (wanted, 0, 20);

  if (strstr (plain, start) == NULL)
    g_error ("sheet %s is not page %u, which has “%s”:\n%s", side, page + 1, start, plain);
}

/* The printer that every system has. */
static GtkPrintSettings *
file_printer_new (Case *self)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  return settings;
}

static gboolean
is_written (Case *self)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  return g_file_get_contents (self->path, &text, &length, NULL) && length > 6 &&
         strstr (text + length - 7, "%%EOF") != NULL;
}

static GtkWidget *
find_print_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (each->data), "GtkPrintUnixDialog"))
      return each->data;
  return NULL;
}

/* Pages 2 to 3 and 5, by the dialog, on the printer that every system has. */
static void
test_ranges (void)
{
  Case self;
  GtkPageRange ranges[] = { { 1, 2 }, { 4, 4 } };
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autofree char *sizes = NULL;
  GtkWidget *dialog = NULL;

  case_init (&self, "ranges");
  settings = file_printer_new (&self);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, ranges, G_N_ELEMENTS (ranges));
  window_fixture_act (self.window, "win.print");
  dialog = find_print_dialog ();
  g_assert_nonnull (dialog);
  g_object_set (dialog, "print-settings", settings, NULL);
  app_fixture_wait_frame (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_OK);
  for (guint i = 0; i < 500 && !is_written (&self); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_true (is_written (&self));
  sizes = ask_all_sizes (&self);
  if (sizes != NULL)
    {
      g_assert_cmpuint (count (sizes, " 595.276 x 841.89"), ==, 3);
      assert_page (&self, "1", 1);
      assert_page (&self, "2", 2);
      assert_page (&self, "3", 4);
    }
  case_end (&self);
}

/* The window goes on working while the printer is chosen. */
static void
test_dialog (void)
{
  g_autofree char *report = window_fixture_make_report ("dialog.ziping", "reference-printed");
  ZpWindow *window = window_fixture_open (report);
  GtkWidget *dialog;

  window_fixture_act (window, "win.print");
  dialog = find_print_dialog ();
  g_assert_nonnull (dialog);
  app_fixture_wait_frame (dialog);
  app_fixture_shoot (dialog, "print");
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
  app_fixture_settle ();
  window_fixture_close (window);
}

/* A folder that is not there: the operation tells an error. */
static void
test_not_written (void)
{
  Case self;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  case_init (&self, "not-written");
  gtk_print_operation_set_export_filename (self.operation, "/nonexistent/a.pdf");
  result = gtk_print_operation_run (self.operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                    GTK_WINDOW (self.window), &error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
  case_end (&self);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/print/all", test_all);
  g_test_add_func ("/print/snapshot", test_snapshot);
  g_test_add_func ("/print/double-sided", test_double_sided);
  g_test_add_func ("/print/ranges", test_ranges);
  g_test_add_func ("/print/not-written", test_not_written);
  g_test_add_func ("/print/dialog", test_dialog);
  return window_fixture_end (g_test_run ());
}
