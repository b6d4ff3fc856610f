/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages on paper: those of the preview and of the exported files. */
#include "app/preview/zp-print.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "document/zp-geometry.h"
#include "session/zp-export-plan.h"

#define SETTINGS "zp-print-settings"

/* How far the text moves on the back of a sheet, so that the wider margin is at the fold again. */
#define MIRROR_SHIFT (ZP_MARGIN_RIGHT - ZP_MARGIN_LEFT)

#define NO_PAGE -1

/**
 * Job: what is printed, whatever becomes of the report meanwhile.
 * @preview: keeps the faces open
 * @sheets: of int: the page on each side of paper, or %NO_PAGE
 * @is_double_sided: each second side is the back of a sheet
 */
typedef struct
{
  ZpPreview *preview;
  ZpPages *pages;
  ZpPagePainter *painter;
  GArray *sheets;
  gboolean is_double_sided;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_array_unref (job->sheets);
  zp_page_painter_free (job->painter);
  zp_pages_unref (job->pages);
  g_object_unref (job->preview);
  g_free (job);
}

static const ZpPrintedPage *
get_page (const Job *job, int side)
{
  int page = g_array_index (job->sheets, int, side);

  return page != NO_PAGE ? g_ptr_array_index (job->pages->pages, page) : NULL;
}

/* Behind a cover its back is left empty: odd page numbers belong on the front of a sheet. */
static gboolean
needs_empty_side (const Job *job, const ZpPrintedPage *page)
{
  return job->is_double_sided && page->number % 2 == 1 && job->sheets->len % 2 == 1;
}

static void
plan_sheets (Job *job)
{
  const int none = NO_PAGE;

  g_array_set_size (job->sheets, 0);
  for (int i = 0; i < (int) job->pages->pages->len; i++)
    {
      if (needs_empty_side (job, g_ptr_array_index (job->pages->pages, i)))
        g_array_append_val (job->sheets, none);
      g_array_append_val (job->sheets, i);
    }
}

static gboolean
is_double_sided (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  return settings != NULL && gtk_print_settings_get_duplex (settings) != GTK_PRINT_DUPLEX_SIMPLEX;
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;

  job->is_double_sided = is_double_sided (operation);
  plan_sheets (job);
  gtk_print_operation_set_n_pages (operation, (int) job->sheets->len);
}

static void
set_paper (GtkPageSetup *setup, gboolean is_landscape)
{
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup, is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                      : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* Turned to the left, as GB/T 9704 wants a wide table: its head is on the left of the sheet. */
static void
on_request_setup (GtkPrintOperation *operation,
                  GtkPrintContext *context,
                  int side,
                  GtkPageSetup *setup,
                  gpointer data)
{
  const ZpPrintedPage *page = get_page (data, side);

  set_paper (setup, page != NULL && page->width > page->height);
}

static void
mirror (cairo_t *cr, const ZpPrintedPage *page)
{
  if (page->width > page->height)
    cairo_translate (cr, 0, MIRROR_SHIFT);
  else
    cairo_translate (cr, MIRROR_SHIFT, 0);
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int side, gpointer data)
{
  Job *job = data;
  const ZpPrintedPage *page = get_page (job, side);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (page == NULL)
    return;
  cairo_save (cr);
  if (job->is_double_sided && side % 2 == 1)
    mirror (cr, page);
  zp_page_painter_draw (job->painter, cr, (guint) g_array_index (job->sheets, int, side));
  cairo_restore (cr);
}

static void
set_up (GtkPrintOperation *operation, ZpPreview *preview)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *name = zp_export_make_name (zp_preview_get_session (preview));

  set_paper (setup, FALSE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) zp_preview_count_pages (preview));
  gtk_print_operation_set_print_settings (operation,
                                          g_object_get_data (G_OBJECT (preview), SETTINGS));
}

/**
 * zp_print_operation_new:
 *
 * Returns: (transfer full): prints the report as it is now; %NULL when it has no pages
 */
GtkPrintOperation *
zp_print_operation_new (ZpPreview *preview, GError **error)
{
  ZpPagePainter *painter;
  GtkPrintOperation *operation;
  Job *job;

  g_return_val_if_fail (ZP_IS_PREVIEW (preview), NULL);

  painter = zp_preview_make_painter (preview, error);
  if (painter == NULL)
    return NULL;
  job = g_new0 (Job, 1);
  job->preview = g_object_ref (preview);
  job->painter = painter;
  job->pages = zp_pages_ref (zp_preview_get_pages (preview));
  job->sheets = g_array_new (FALSE, FALSE, sizeof (int));
  operation = gtk_print_operation_new ();
  set_up (operation, preview);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin), job, job_free, 0);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_setup), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), job);
  return operation;
}

static void
show_error (GtkWindow *parent, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Not Printed"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The printer chosen is offered again the next time. */
static void
keep_settings (GtkPrintOperation *operation, ZpPreview *preview)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings != NULL)
    g_object_set_data_full (G_OBJECT (preview), SETTINGS, g_object_ref (settings), g_object_unref);
}

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    keep_settings (operation, g_object_get_data (G_OBJECT (operation), "preview"));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    show_error (parent, error);
}

/**
 * zp_print_run:
 * @current_page: from 0, offered as the current page
 *
 * Asks how to print, and prints beside the work that goes on; says so when it fails.
 */
void
zp_print_run (ZpPreview *preview, guint current_page, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = zp_print_operation_new (preview, &error);

  if (operation == NULL)
    {
      show_error (parent, error);
      return;
    }
  g_object_set_data_full (G_OBJECT (operation), "preview", g_object_ref (preview), g_object_unref);
  gtk_print_operation_set_current_page (operation, (int) current_page);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
