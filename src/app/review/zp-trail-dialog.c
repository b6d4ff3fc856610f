/* SPDX-License-Identifier: GPL-3.0-or-later
 * 修改记录: who changed what, when, from what to what, and how. */
#include "app/review/zp-trail-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/review/zp-jump.h"
#include "app/review/zp-review-frame.h"
#include "session/zp-compare.h"
#include "session/zp-place-name.h"

#define WIDTH 760
#define HEIGHT 600

/* More is not read at one sitting; the spreadsheet has all of it. */
#define MAX_ROWS 300

/**
 * TrailDialog:
 * @cell: (nullable): where the window stands
 * @people: who is named in the history
 */
typedef struct
{
  ZpReviewFrame frame;
  ZpSession *session;
  char *cell;
  char **people;
  GtkWidget *place;
  GtkWidget *person;
  GtkWidget *rows;
} TrailDialog;

static void
trail_dialog_free (gpointer data)
{
  TrailDialog *self = data;

  g_object_unref (self->session);
  g_free (self->cell);
  g_strfreev (self->people);
  g_free (self);
}

static char *
say_change (const ZpTrailRow *row)
{
  const char *nothing = _ ("nothing");

  if (row->before == NULL && row->after == NULL)
    return g_strdup (row->how);
  return g_strdup_printf (C_ ("a change and how it came about", "%1$s → %2$s   %3$s"),
                          row->before != NULL ? row->before : nothing,
                          row->after != NULL ? row->after : nothing, row->how);
}

static GtkWidget *
row_new (const ZpTrailRow *row)
{
  GtkWidget *line = zp_line_new (10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *change = say_change (row);
  g_autofree char *who = g_strdup_printf ("%s  %s", row->time, row->who);

  gtk_widget_add_css_class (line, "zp-to-do");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), zp_label_new (row->label, "zp-strong"));
  gtk_box_append (GTK_BOX (words), zp_label_new (change, "zp-lead"));
  gtk_box_append (GTK_BOX (words), zp_label_new (who, "zp-caption"));
  zp_line_append (ZP_LINE (line), words);
  if (row->target != NULL)
    zp_line_append (ZP_LINE (line), zp_jump_new (row->target, row->label));
  return line;
}

static const char *
chosen_place (TrailDialog *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->place)) == 1 ? self->cell : NULL;
}

static const char *
chosen_person (TrailDialog *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->person));

  return at > 0 && at <= g_strv_length (self->people) ? self->people[at - 1] : NULL;
}

static void
refresh (TrailDialog *self)
{
  g_autoptr (GPtrArray) rows =
    zp_session_list_trail (self->session, chosen_place (self), chosen_person (self), NULL);
  guint n_rows = rows != NULL ? rows->len : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u change", "%u changes", n_rows), n_rows);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  gtk_box_append (GTK_BOX (self->rows), zp_label_new (count, "zp-h2"));
  for (guint i = 0; i < MIN (n_rows, MAX_ROWS); i++)
    gtk_box_append (GTK_BOX (self->rows), row_new (g_ptr_array_index (rows, i)));
}

static GtkWidget *
drop_down_new (TrailDialog *self, const char *const *words, const char *label)
{
  GtkWidget *down = gtk_drop_down_new_from_strings (words);

  zp_drop_down_set_label (down, label);
  gtk_widget_set_hexpand (down, TRUE);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (refresh), self);
  return down;
}

static GtkWidget *
place_new (TrailDialog *self)
{
  g_autofree char *name = self->cell != NULL ? zp_place_name (self->session, self->cell) : NULL;
  const char *const words[] = { _ ("Everywhere"), name, NULL };

  return drop_down_new (self, words, _ ("Where"));
}

static GtkWidget *
person_new (TrailDialog *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_add (words, _ ("Everybody"));
  g_strv_builder_addv (words, (const char **) self->people);
  list = g_strv_builder_end (words);
  return drop_down_new (self, (const char *const *) list, _ ("By whom"));
}

static void
build (TrailDialog *self)
{
  GtkWidget *filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->place = place_new (self);
  self->person = person_new (self);
  gtk_box_append (GTK_BOX (filters), self->place);
  gtk_box_append (GTK_BOX (filters), self->person);
  gtk_box_append (GTK_BOX (self->frame.body), filters);
  gtk_box_append (GTK_BOX (self->frame.body), self->rows);
  refresh (self);
}

/** zp_trail_dialog_present: @cell: (nullable): where the window stands; a filter. */
void
zp_trail_dialog_present (GtkWidget *from, ZpSession *session, const char *cell)
{
  TrailDialog *self = g_new0 (TrailDialog, 1);

  self->frame = zp_review_frame_new (from, _ ("Record of Changes"), NULL, WIDTH, HEIGHT);
  self->session = g_object_ref (session);
  self->cell = g_strdup (cell);
  self->people = zp_session_list_people (session);
  g_object_set_data_full (G_OBJECT (self->frame.window), "zp-trail-dialog", self,
                          trail_dialog_free);
  gtk_window_set_modal (self->frame.window, FALSE);
  build (self);
  gtk_window_present (self->frame.window);
}
