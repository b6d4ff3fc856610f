/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet of a page with what stands above it: title, help, unit, buttons. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/sheet/zp-form-page-private.h"

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = zp_label_new (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

/**
 * zp_form_head_make:
 * @help: (nullable)
 *
 * Returns: (transfer floating): what stands at the top of a page
 */
GtkWidget *
zp_form_head_make (const char *title, const char *help)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), make_text (title, "zp-h1"));
  if (help != NULL && *help != '\0')
    gtk_box_append (GTK_BOX (box), make_text (help, "zp-lead"));
  return box;
}

static GtkWidget *
make_titles (ZpSheet *sheet, const char *page_title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *help = zp_sheet_get_block (sheet)->help;
  g_autofree char *title = zp_sheet_get_title (sheet);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  if (!g_str_equal (title, page_title))
    gtk_box_append (GTK_BOX (box), make_text (title, "zp-h2"));
  if (help != NULL)
    gtk_box_append (GTK_BOX (box), make_text (help, "zp-caption"));
  return box;
}

static void
add_unit (GtkWidget *line, ZpSheet *sheet)
{
  g_autofree char *unit = zp_sheet_get_unit (sheet);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (unit == NULL)
    return;
  text = g_strdup_printf (_ ("Unit: %s"), unit);
  label = zp_label_new (text, "zp-caption");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), label);
}

static GtkWidget *
make_line (ZpFormSheet *self, const char *page_title)
{
  ZpSheet *sheet = zp_sheet_view_get_sheet (self->view);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), make_titles (sheet, page_title));
  add_unit (line, sheet);
  if (!zp_sheet_has_open_rows (sheet))
    return line;
  self->tools = ZP_SHEET_TOOLS (zp_sheet_tools_new (self->view));
  gtk_widget_set_valign (GTK_WIDGET (self->tools), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->tools));
  return line;
}

/**
 * zp_form_sheet_make:
 * @lines: shared by the sheets of the page
 * @page_title: a sheet of that title has none of its own
 *
 * Returns: (transfer floating): the sheet below its title
 */
GtkWidget *
zp_form_sheet_make (
  ZpFormSheet *self, ZpSession *session, int block, ZpSheetLines *lines, const char *page_title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = ZP_SHEET_VIEW (zp_sheet_view_new_with_lines (session, block, lines));
  self->tools = NULL;
  gtk_box_append (GTK_BOX (box), make_line (self, page_title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  return box;
}
