/* SPDX-License-Identifier: GPL-3.0-or-later
 * Another version of the report and this one, side by side. */
#include "app/review/zp-compare-window.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-width-bin.h"
#include "app/review/zp-jump.h"
#include "app/review/zp-review-frame.h"
#include "review/zp-word-diff.h"

#define WIDTH 980
#define HEIGHT 640

/* More is not read at one sitting. */
#define MAX_ROWS 300

/* A column that is as wide as the others, whatever is in it. */
static void
add_column (GtkWidget *line, GtkWidget *child)
{
  GtkWidget *column = zp_width_bin_new (child);

  zp_width_bin_set_width (ZP_WIDTH_BIN (column), ZP_WIDTH_ANY);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (child, GTK_ALIGN_START);
  zp_line_append (ZP_LINE (line), column);
}

static char *
mark_words (const GPtrArray *words, ZpWordsKind left_out)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const ZpWords *run = g_ptr_array_index (words, i);
      g_autofree char *text = g_markup_escape_text (run->text, -1);

      if (run->kind == left_out)
        continue;
      if (run->kind == ZP_WORDS_SAME)
        g_string_append (markup, text);
      else
        g_string_append_printf (
          markup, run->kind == ZP_WORDS_REMOVED ? "<s><b>%s</b></s>" : "<u><b>%s</b></u>", text);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
side_new (const ZpCompareRow *row, const char *text, ZpWordsKind left_out)
{
  GtkWidget *label = zp_label_new (text != NULL ? text : _ ("(not there)"),
                                   text != NULL ? "zp-figure" : "zp-caption");
  g_autofree char *markup = NULL;

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (row->words == NULL)
    return label;
  markup = mark_words (row->words, left_out);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

static GtkWidget *
row_new (const ZpCompareRow *row)
{
  GtkWidget *line = zp_line_new (12);

  gtk_widget_add_css_class (line, "zp-to-do");
  add_column (line, zp_label_new (row->label, "zp-strong"));
  add_column (line, side_new (row, row->before, ZP_WORDS_ADDED));
  add_column (line, side_new (row, row->after, ZP_WORDS_REMOVED));
  add_column (line,
              row->target != NULL ? zp_jump_new (row->target, row->label) : gtk_label_new (NULL));
  gtk_widget_set_halign (gtk_widget_get_first_child (gtk_widget_get_last_child (line)),
                         GTK_ALIGN_END);
  return line;
}

static GtkWidget *
heads_new (const ZpReportFile *other)
{
  GtkWidget *line = zp_line_new (12);
  g_autofree char *name =
    other->path != NULL ? g_filename_display_basename (other->path) : g_strdup ("");

  add_column (line, zp_label_new (_ ("Place"), "zp-caption"));
  add_column (line, zp_label_new (name, "zp-caption"));
  add_column (line, zp_label_new (_ ("This report"), "zp-caption"));
  add_column (line, gtk_label_new (NULL));
  return line;
}

static guint
count_kind (const GPtrArray *rows, ZpDifferenceKind kind)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const ZpCompareRow *) g_ptr_array_index (rows, i))->kind == kind ? 1 : 0;
  return n;
}

static const char *const headings[] = {
  [ZP_DIFFERENCE_FIGURE] = NC_ ("heading", "Figures"),
  [ZP_DIFFERENCE_ROW] = NC_ ("heading", "Rows"),
  [ZP_DIFFERENCE_ORDER] = NC_ ("heading", "Order of Rows"),
  [ZP_DIFFERENCE_TEXT] = NC_ ("heading", "Text"),
  [ZP_DIFFERENCE_NOTE] = NC_ ("heading", "Notes"),
  [ZP_DIFFERENCE_REMARK] = NC_ ("heading", "Remarks"),
  [ZP_DIFFERENCE_STATE] = NC_ ("heading", "State"),
  [ZP_DIFFERENCE_OTHER] = NC_ ("heading", "Other"),
};

static void
add_heading (GtkWidget *body, const GPtrArray *rows, ZpDifferenceKind kind)
{
  const char *heading = g_dpgettext2 (GETTEXT_PACKAGE, "heading", headings[kind]);
  g_autofree char *title =
    g_strdup_printf (C_ ("heading and number", "%s (%u)"), heading, count_kind (rows, kind));

  gtk_box_append (GTK_BOX (body), zp_label_new (title, "zp-h2"));
}

static void
add_rows (GtkWidget *body, const GPtrArray *rows)
{
  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    {
      const ZpCompareRow *row = g_ptr_array_index (rows, i);
      const ZpCompareRow *above = i > 0 ? g_ptr_array_index (rows, i - 1) : NULL;

      if (above == NULL || above->kind != row->kind)
        add_heading (body, rows, row->kind);
      gtk_box_append (GTK_BOX (body), row_new (row));
    }
}

static char *
say_count (guint n)
{
  if (n == 0)
    return g_strdup (_ ("Both say the same"));
  return g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
}

/** zp_compare_window_present: @other: is read now and not kept. */
void
zp_compare_window_present (GtkWidget *from, ZpSession *session, const ZpReportFile *other)
{
  g_autoptr (GPtrArray) rows = zp_session_compare (session, other);
  ZpReviewFrame frame = zp_review_frame_new (from, _ ("Compare"), NULL, WIDTH, HEIGHT);
  g_autofree char *count = say_count (rows->len);

  gtk_window_set_modal (frame.window, FALSE);
  gtk_box_append (GTK_BOX (frame.body), zp_label_new (count, "zp-h2"));
  if (rows->len > 0)
    gtk_box_append (GTK_BOX (frame.body), heads_new (other));
  add_rows (frame.body, rows);
  gtk_window_present (frame.window);
}
