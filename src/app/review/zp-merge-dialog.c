/* SPDX-License-Identifier: GPL-3.0-or-later
 * What merging another copy would do, and where a person has to decide. */
#include "app/review/zp-merge-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/review/zp-review-frame.h"

#define WIDTH 640
#define HEIGHT 560
#define INDEX "zp-index"

typedef struct
{
  ZpReviewFrame frame;
  ZpMergePlan *plan;
  GtkWidget *from; /* weak */
  GtkWidget *trouble;
} MergeDialog;

static void
merge_dialog_free (gpointer data)
{
  MergeDialog *self = data;

  g_clear_weak_pointer (&self->from);
  zp_merge_plan_free (self->plan);
  g_free (self);
}

static void
on_taken (GtkCheckButton *button, gpointer data)
{
  MergeDialog *self = data;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), INDEX));

  zp_merge_plan_set_taken (self->plan, index, gtk_check_button_get_active (button));
}

static GtkWidget *
choice_button_new (const char *whose, const char *text, const char *place)
{
  const char *shown = text != NULL ? text : _ ("nothing");
  g_autofree char *label = g_strdup_printf (C_ ("whose and what", "%1$s: %2$s"), whose, shown);
  g_autofree char *spoken =
    g_strdup_printf (C_ ("place, whose and what", "%1$s, %2$s: %3$s"), place, whose, shown);
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_label (GTK_CHECK_BUTTON (button), label);
  zp_set_label (button, spoken);
  return button;
}

static GtkWidget *
choice_new (MergeDialog *self, guint index)
{
  const ZpMergeChoice *choice = zp_merge_plan_get (self->plan, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *mine = choice_button_new (_ ("Mine"), choice->mine, choice->label);
  GtkWidget *theirs = choice_button_new (_ ("Theirs"), choice->theirs, choice->label);

  gtk_widget_add_css_class (box, "zp-to-do");
  gtk_check_button_set_group (GTK_CHECK_BUTTON (theirs), GTK_CHECK_BUTTON (mine));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  gtk_widget_set_sensitive (theirs, choice->may_take);
  g_object_set_data (G_OBJECT (theirs), INDEX, GUINT_TO_POINTER (index));
  g_signal_connect (theirs, "toggled", G_CALLBACK (on_taken), self);
  gtk_box_append (GTK_BOX (box), zp_label_new (choice->label, "zp-strong"));
  gtk_box_append (GTK_BOX (box), mine);
  gtk_box_append (GTK_BOX (box), theirs);
  return box;
}

static void
on_verb (MergeDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (zp_merge_plan_do (self->plan, &error))
    {
      if (self->from != NULL)
        zp_toast_show (self->from, _ ("Merged"), _ ("Undo"), "win.undo");
      gtk_window_close (self->frame.window);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->trouble), error->message);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_widget_set_sensitive (self->frame.verb, FALSE);
}

static void
add_choices (MergeDialog *self)
{
  guint n = zp_merge_plan_count (self->plan);
  g_autofree char *title = g_strdup_printf (
    ngettext ("%u place was changed in both copies", "%u places were changed in both copies", n),
    n);

  if (n == 0)
    return;
  gtk_box_append (GTK_BOX (self->frame.body), zp_label_new (title, "zp-h2"));
  gtk_box_append (
    GTK_BOX (self->frame.body),
    zp_label_new (_ ("Where mine stays, an open remark says what the other copy has."),
                  "zp-caption"));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->frame.body), choice_new (self, i));
}

static void
build (MergeDialog *self)
{
  g_autofree char *words = zp_merge_plan_say (self->plan);

  gtk_box_append (GTK_BOX (self->frame.body), zp_label_new (words, "zp-h2"));
  add_choices (self);
  self->trouble = zp_label_new (NULL, "zp-trouble");
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_box_append (GTK_BOX (self->frame.body), self->trouble);
  g_signal_connect_swapped (self->frame.verb, "clicked", G_CALLBACK (on_verb), self);
}

/** zp_merge_dialog_present: @plan: (transfer full): is done when the verb is pressed. */
void
zp_merge_dialog_present (GtkWidget *from, ZpMergePlan *plan)
{
  MergeDialog *self = g_new0 (MergeDialog, 1);

  self->frame = zp_review_frame_new (from, _ ("Merge a Copy"), _ ("_Merge"), WIDTH, HEIGHT);
  self->plan = plan;
  g_set_weak_pointer (&self->from, from);
  g_object_set_data_full (G_OBJECT (self->frame.window), "zp-merge-dialog", self,
                          merge_dialog_free);
  build (self);
  gtk_window_present (self->frame.window);
}
