/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where one begins: work left behind, a new report, an old one, the worked example. */
#include "app/shell/zp-start-page.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/shell/zp-start-row-private.h"

#define WIDTH_EM 51
#define KEY_PATH "zp-path"

struct _ZpStartPage
{
  GtkWidget parent_instance;

  GtkWidget *works;
  GtkWidget *recent_group;
  GtkWidget *recent;
  GPtrArray *left;
};

G_DEFINE_FINAL_TYPE (ZpStartPage, zp_start_page, GTK_TYPE_WIDGET)

enum
{
  OPEN_PATH,
  OPEN_EXAMPLE,
  RESTORE,
  DISCARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
zp_start_page_dispose (GObject *object)
{
  ZpStartPage *self = ZP_START_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->left, g_ptr_array_unref);
  G_OBJECT_CLASS (zp_start_page_parent_class)->dispose (object);
}

static guint
signal_new (const char *name, guint n_params, GType type)
{
  return g_signal_new (name, ZP_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, type);
}

static void
on_recent (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  g_signal_emit (data, signals[OPEN_PATH], 0, g_object_get_data (G_OBJECT (row), KEY_PATH));
}

static void
on_example (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  g_signal_emit (data, signals[OPEN_EXAMPLE], 0);
}

static GtkWidget *
centred_label (const char *text, const char *css_class)
{
  GtkWidget *label = zp_label_new (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), .5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static void
add_title (GtkBox *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), centred_label (_ ("Departmental budget performance"), "zp-h1"));
  gtk_box_append (
    GTK_BOX (box),
    centred_label (_ ("Checked while you type; text and annexes in one go"), "zp-lead"));
  gtk_box_append (column, box);
}

static void
add_buttons (GtkBox *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *first = zp_start_button_new ("document-new-symbolic", _ ("New Report"),
                                          _ ("Choose template, year and unit"), "app.new");

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (first, "suggested-action");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), zp_start_button_new ("folder-open-symbolic", _ ("Open a Report"),
                                                      _ ("An existing .ziping file"), "app.open"));
  gtk_box_append (column, box);
}

static GtkWidget *
add_group (GtkBox *column, const char *heading, GtkWidget **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  *list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (*list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (*list, "boxed-list");
  zp_set_label (*list, heading);
  gtk_box_append (GTK_BOX (box), zp_label_new (heading, "zp-h2"));
  gtk_box_append (GTK_BOX (box), *list);
  gtk_box_append (column, box);
  return box;
}

static void
fill (ZpStartPage *self, GtkBox *column)
{
  GtkWidget *example;

  add_title (column);
  self->works = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (column, self->works);
  add_buttons (column);
  self->recent_group = add_group (column, _ ("Used lately"), &self->recent);
  g_signal_connect (self->recent, "row-activated", G_CALLBACK (on_recent), self);
  add_group (column, _ ("First use"), &example);
  gtk_list_box_append (GTK_LIST_BOX (example), zp_start_example_row_new ());
  g_signal_connect (example, "row-activated", G_CALLBACK (on_example), self);
}

static void
set_width (GtkWidget *clamp)
{
  int width = (int) (zp_get_em (clamp) * WIDTH_EM);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
}

static void
build (ZpStartPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  gtk_widget_add_css_class (column, "zp-start");
  set_width (clamp);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi",
                           G_CALLBACK (set_width), clamp, G_CONNECT_SWAPPED);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  fill (self, GTK_BOX (column));
}

/* A window that opens with a report never shows this page. */
static void
zp_start_page_map (GtkWidget *widget)
{
  ZpStartPage *self = ZP_START_PAGE (widget);

  if (self->works == NULL)
    {
      build (self);
      zp_start_page_refresh (self);
    }
  GTK_WIDGET_CLASS (zp_start_page_parent_class)->map (widget);
}

static void
zp_start_page_class_init (ZpStartPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_start_page_dispose;
  GTK_WIDGET_CLASS (class)->map = zp_start_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[OPEN_PATH] = signal_new ("open-path", 1, G_TYPE_STRING);
  signals[OPEN_EXAMPLE] = signal_new ("open-example", 0, G_TYPE_INVALID);
  signals[RESTORE] = signal_new ("restore", 1, G_TYPE_POINTER);
  signals[DISCARD] = signal_new ("discard", 1, G_TYPE_POINTER);
}

static void
zp_start_page_init (ZpStartPage *self)
{
}

static void
on_restore (GtkButton *button, gpointer data)
{
  ZpStartPage *self =
    ZP_START_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), ZP_TYPE_START_PAGE));

  g_signal_emit (self, signals[RESTORE], 0, data);
}

static void
on_discard (GtkButton *button, gpointer data)
{
  ZpStartPage *self =
    ZP_START_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), ZP_TYPE_START_PAGE));

  g_signal_emit (self, signals[DISCARD], 0, data);
}

static void
add_work (ZpStartPage *self, ZpLeftWork *work)
{
  GtkWidget *discard;
  GtkWidget *restore;

  gtk_box_append (GTK_BOX (self->works), zp_start_work_new (work, &discard, &restore));
  g_signal_connect (discard, "clicked", G_CALLBACK (on_discard), work);
  g_signal_connect (restore, "clicked", G_CALLBACK (on_restore), work);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* A program that ended before the first change was kept left nothing of use. */
static void
show_works (ZpStartPage *self)
{
  g_autoptr (GPtrArray) before G_GNUC_UNUSED = g_steal_pointer (&self->left);

  clear_box (self->works);
  self->left = zp_left_work_list (NULL);
  for (guint i = 0; i < self->left->len; i++)
    {
      ZpLeftWork *work = g_ptr_array_index (self->left, i);

      if (zp_left_work_is_empty (work))
        zp_left_work_discard (work, NULL);
      else
        add_work (self, work);
    }
  gtk_widget_set_visible (self->works, gtk_widget_get_first_child (self->works) != NULL);
}

static void
add_recent (ZpStartPage *self, const ZpRecentReport *report)
{
  GtkWidget *row = zp_start_recent_row_new (report);

  g_object_set_data_full (G_OBJECT (row), KEY_PATH, g_strdup (report->path), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
}

static void
show_recent (ZpStartPage *self)
{
  g_autoptr (GPtrArray) reports = zp_recent_list (NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent), row);
  for (guint i = 0; i < reports->len; i++)
    add_recent (self, g_ptr_array_index (reports, i));
  gtk_widget_set_visible (self->recent_group, reports->len > 0);
}

/** zp_start_page_new: (transfer floating): the start page, filled when it is shown. */
GtkWidget *
zp_start_page_new (void)
{
  return g_object_new (ZP_TYPE_START_PAGE, NULL);
}

/** zp_start_page_refresh: reads anew what was used lately and what was left. */
void
zp_start_page_refresh (ZpStartPage *self)
{
  g_return_if_fail (ZP_IS_START_PAGE (self));

  if (self->works == NULL)
    return;
  show_works (self);
  show_recent (self);
}
