/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a paste would do, shown before it is done. */
#include "app/dialogs/zp-paste-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/dialogs/zp-paste-rows.h"

#define WIDTH 716
#define MIN_TABLE_HEIGHT 120
#define MAX_TABLE_HEIGHT 360

/**
 * Pasting: one dialog.
 * @sheet: of its own, as pages come and go
 * @from: where it was asked for
 */
typedef struct
{
  GtkWidget *window;
  GtkWidget *from;
  GtkWidget *rows;
  ZpSheet *sheet;
  ZpClipPlan *plan;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *self = data;

  g_object_unref (self->from);
  zp_clip_plan_free (self->plan);
  zp_sheet_free (self->sheet);
  g_free (self);
}

static char *
count_cells (guint n_cells)
{
  return g_strdup_printf (ngettext ("%u cell", "%u cells", n_cells), n_cells);
}

static void
tell_done (Pasting *self)
{
  guint n_cells = zp_clip_count_written (self->plan);
  g_autofree char *words =
    g_strdup_printf (ngettext ("Pasted %u cell", "Pasted %u cells", n_cells), n_cells);

  zp_toast_show (self->from, words, _ ("Undo"), "win.undo");
}

static void
paste (Pasting *self)
{
  g_autoptr (GError) error = NULL;

  if (zp_clip_paste (self->sheet, self->plan, &error))
    tell_done (self);
  else
    zp_toast_show_error (self->from, error);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static char *
tell_size (const Pasting *self)
{
  const ZpClipPlan *plan = self->plan;
  g_autofree char *rows =
    g_strdup_printf (ngettext ("%d row", "%d rows", plan->n_rows), plan->n_rows);
  g_autofree char *columns =
    g_strdup_printf (ngettext ("%d column", "%d columns", plan->n_columns), plan->n_columns);
  g_autofree char *added = NULL;
  g_autofree char *size =
    g_strdup_printf (C_ ("size of a block of cells", "%1$s × %2$s"), rows, columns);

  if (plan->n_new_rows == 0)
    return g_steal_pointer (&size);
  added = g_strdup_printf (ngettext ("%d row is added", "%d rows are added", plan->n_new_rows),
                           plan->n_new_rows);
  return g_strdup_printf (C_ ("size, and rows added", "%1$s; %2$s"), size, added);
}

static GtkWidget *
paste_button_new (Pasting *self)
{
  guint n_cells = zp_clip_count_written (self->plan);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Paste %u Cell", "Paste %u Cells", n_cells), n_cells);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_sensitive (button, n_cells > 0);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (paste), self);
  return button;
}

static GtkWidget *
header_new (Pasting *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *button = paste_button_new (self);
  g_autofree char *name = zp_sheet_get_title (self->sheet);
  g_autofree char *title = g_strdup_printf (_ ("Paste into “%s”"), name);
  g_autofree char *size = tell_size (self);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, size));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  gtk_window_set_title (GTK_WINDOW (self->window), title);
  gtk_window_set_default_widget (GTK_WINDOW (self->window), button);
  return header;
}

/**
 * Count: how many fields have one fate.
 */
typedef struct
{
  ZpClipFate fate;
  const char *icon;
  const char *words;
} Count;

static const Count counts[] = {
  { ZP_CLIP_PLAIN, "object-select-symbolic", NC_ ("fields of the clipboard", "as they are") },
  { ZP_CLIP_CLEANED, "document-edit-symbolic", NC_ ("fields of the clipboard", "cleaned") },
  { ZP_CLIP_DOUBTFUL, "dialog-warning-symbolic", NC_ ("fields of the clipboard", "doubtful") },
  { ZP_CLIP_REFUSED, "action-unavailable-symbolic", NC_ ("fields of the clipboard", "left out") },
};

static GtkWidget *
count_new (const Count *count, guint n_cells)
{
  const char *words = g_dpgettext2 (GETTEXT_PACKAGE, "fields of the clipboard", count->words);
  g_autofree char *cells = count_cells (n_cells);
  g_autofree char *spoken = g_strconcat (cells, " ", words, NULL);
  GtkWidget *sign = zp_sign_new (count->icon, NULL, spoken);
  GtkWidget *number = gtk_label_new (cells);
  GtkWidget *what = zp_label_new (words, "zp-lead");

  gtk_box_set_spacing (GTK_BOX (sign), 6);
  gtk_widget_add_css_class (sign, "zp-paste-count");
  gtk_widget_add_css_class (number, "zp-h2");
  gtk_box_append (GTK_BOX (sign), number);
  gtk_label_set_wrap (GTK_LABEL (what), FALSE);
  gtk_box_append (GTK_BOX (sign), what);
  return sign;
}

static GtkWidget *
counts_new (const ZpClipPlan *plan)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (plan->counts[counts[i].fate] > 0)
      gtk_box_append (GTK_BOX (box), count_new (&counts[i], plan->counts[counts[i].fate]));
  return box;
}

static GtkWidget *
table_new (Pasting *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = zp_paste_rows_new (self->plan);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->rows);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_TABLE_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_TABLE_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "zp-paste-table");
  return scroller;
}

static void
on_plain_toggled (Pasting *self, GtkCheckButton *button)
{
  zp_paste_rows_show_plain (self->rows, self->plan, gtk_check_button_get_active (button));
}

static GtkWidget *
foot_new (Pasting *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = zp_label_new (_ ("Ctrl+Z takes it back in one step."), "zp-caption");
  guint n_plain = self->plan->counts[ZP_CLIP_PLAIN];
  g_autofree char *words =
    g_strdup_printf (ngettext ("List the %u cell too that goes in as it is",
                               "List the %u cells too that go in as they are", n_plain),
                     n_plain);
  GtkWidget *check = gtk_check_button_new_with_label (words);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (foot), label);
  gtk_widget_set_visible (check, n_plain > 0);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_plain_toggled), self);
  /* Where nothing else is to be seen, an empty list would tell nothing. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n_plain == self->plan->items->len);
  gtk_box_append (GTK_BOX (foot), check);
  return foot;
}

static GtkWidget *
content_new (Pasting *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (body, "zp-paste-body");
  gtk_box_append (GTK_BOX (body), counts_new (self->plan));
  gtk_box_append (GTK_BOX (body), table_new (self));
  gtk_box_append (GTK_BOX (body), foot_new (self));
  gtk_box_append (GTK_BOX (content), header_new (self));
  gtk_box_append (GTK_BOX (content), body);
  return content;
}

/**
 * zp_paste_dialog_present:
 * @from: a widget in the window that the report is shown in
 * @sheet: where it was pasted; not kept
 * @plan: (transfer full): of @sheet
 *
 * Lets the clerk see and do, or leave, what @plan says. One undo step and a toast when it is done.
 */
void
zp_paste_dialog_present (GtkWidget *from, ZpSheet *sheet, ZpClipPlan *plan)
{
  Pasting *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from) && sheet != NULL && plan != NULL);

  root = gtk_widget_get_root (from);
  self = g_new0 (Pasting, 1);
  self->window = adw_window_new ();
  self->from = g_object_ref (from);
  self->sheet = zp_sheet_new (zp_sheet_get_session (sheet), zp_sheet_get_block (sheet)->index);
  self->plan = plan;
  g_object_set_data_full (G_OBJECT (self->window), "zp-pasting", self, pasting_free);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, -1);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (root));
  adw_window_set_content (ADW_WINDOW (self->window), content_new (self));
  zp_add_escape (self->window, gtk_named_action_new ("window.close"));
  gtk_window_present (GTK_WINDOW (self->window));
}
