/* SPDX-License-Identifier: GPL-3.0-or-later
 * All that is known of the current cell, at the foot of a page of forms. */
#include "app/sheet/zp-cell-bar.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "app/common/zp-settings.h"
#include "app/sheet/zp-cell-bar-private.h"

#define SETTING "cell-bar-open"

/* A lower window has no room for the facts. */
#define MIN_WINDOW_HEIGHT 700

/* A sentence beside the name has the height of the buttons, and no more. */
#define NOTE_LINES 2

/**
 * ZpCellBar:
 * @note: what is wrong with the cell; while the bar is folded, what it means
 * @facts: (nullable): while the bar is open
 * @surface: (nullable): of the window, whose height is watched
 */
struct _ZpCellBar
{
  GtkWidget parent;
  ZpSession *session;
  ZpCell cell;
  gboolean has_cell;
  GtkWidget *name;
  GtkWidget *figure;
  GtkWidget *sign;
  GtkWidget *note;
  GtkWidget *explain;
  GtkWidget *fold;
  GtkWidget *facts;
  GdkSurface *surface;
  guint idle;
};

G_DEFINE_FINAL_TYPE (ZpCellBar, zp_cell_bar, GTK_TYPE_WIDGET)

static gboolean
is_open (ZpCellBar *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold));
}

static void
show_sign (ZpCellBar *self, ZpCellState state)
{
  const char *icon = zp_state_get_icon (state);

  gtk_widget_remove_css_class (self->sign, "is-error");
  gtk_widget_remove_css_class (self->sign, "is-warning");
  gtk_widget_set_visible (self->sign, icon != NULL);
  if (icon == NULL)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), icon);
  gtk_widget_add_css_class (self->sign, zp_state_get_class (state));
}

static char *
tell_folded (ZpCellBar *self)
{
  char *working = zp_cell_facts_get_working (self->session, self->cell);

  return working != NULL ? working : zp_cell_bar_get_meaning (self->session, self->cell);
}

static void
show_note (ZpCellBar *self)
{
  const ZpFindingIndex *index = zp_session_get_index (self->session);
  const ZpFinding *finding = zp_finding_index_get_gravest (index, self->cell);
  g_autofree char *words = NULL;

  if (finding != NULL)
    words = g_strdup (finding->message);
  else if (!is_open (self))
    words = tell_folded (self);
  show_sign (self, zp_finding_index_get_state (index, self->cell));
  gtk_label_set_text (GTK_LABEL (self->note), words != NULL ? words : "");
  zp_set_tooltip (self->note, words);
}

static void
show_facts (ZpCellBar *self)
{
  g_clear_pointer (&self->facts, gtk_widget_unparent);
  if (!is_open (self) || !self->has_cell)
    return;
  self->facts = zp_cell_bar_make_facts (self->session, self->cell);
  gtk_widget_set_parent (self->facts, GTK_WIDGET (self));
}

static gboolean
is_there (ZpCellBar *self)
{
  return self->has_cell &&
         zp_report_get_value (zp_session_get_report (self->session), self->cell) != NULL;
}

static void
show_none (ZpCellBar *self)
{
  gtk_label_set_text (GTK_LABEL (self->name), _ ("No cell chosen"));
  gtk_label_set_text (GTK_LABEL (self->figure), "");
  gtk_label_set_text (GTK_LABEL (self->note), "");
  zp_set_tooltip (self->note, NULL);
  gtk_widget_set_visible (self->sign, FALSE);
}

static void
show_cell (ZpCellBar *self)
{
  g_autofree char *name = zp_cell_facts_get_name (self->session, self->cell);
  g_autofree char *figure = zp_cell_facts_get_figure (self->session, self->cell);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->figure), figure);
  show_note (self);
}

static gboolean
update_now (gpointer data)
{
  ZpCellBar *self = ZP_CELL_BAR (data);

  self->idle = 0;
  self->has_cell = is_there (self);
  gtk_widget_set_sensitive (self->explain, self->has_cell);
  if (self->has_cell)
    show_cell (self);
  else
    show_none (self);
  show_facts (self);
  return G_SOURCE_REMOVE;
}

/* Of a cursor on its way only the cell is shown that it comes to rest on. */
static void
update (ZpCellBar *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_now, self);
}

static void
on_fold_toggled (ZpCellBar *self)
{
  const char *words =
    is_open (self) ? _ ("Hide the facts of the cell") : _ ("Show the facts of the cell");

  gtk_button_set_icon_name (GTK_BUTTON (self->fold),
                            is_open (self) ? "pan-down-symbolic" : "pan-up-symbolic");
  zp_set_tooltip (self->fold, words);
  update (self);
}

/* Only what the clerk chooses is kept. */
static void
on_fold_clicked (ZpCellBar *self)
{
  g_settings_set_boolean (zp_settings_get (), SETTING, is_open (self));
}

static void
on_height_changed (ZpCellBar *self)
{
  gboolean has_room = gdk_surface_get_height (self->surface) >= MIN_WINDOW_HEIGHT;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold),
                                has_room && g_settings_get_boolean (zp_settings_get (), SETTING));
}

static void
zp_cell_bar_realize (GtkWidget *widget)
{
  ZpCellBar *self = ZP_CELL_BAR (widget);

  GTK_WIDGET_CLASS (zp_cell_bar_parent_class)->realize (widget);
  self->surface = g_object_ref (gtk_native_get_surface (gtk_widget_get_native (widget)));
  g_signal_connect_swapped (self->surface, "notify::height", G_CALLBACK (on_height_changed), self);
}

static void
zp_cell_bar_unrealize (GtkWidget *widget)
{
  ZpCellBar *self = ZP_CELL_BAR (widget);

  g_signal_handlers_disconnect_by_data (self->surface, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (zp_cell_bar_parent_class)->unrealize (widget);
}

static void
zp_cell_bar_dispose (GObject *object)
{
  ZpCellBar *self = ZP_CELL_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->facts = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_cell_bar_parent_class)->dispose (object);
}

static void
zp_cell_bar_class_init (ZpCellBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_cell_bar_dispose;
  widget_class->realize = zp_cell_bar_realize;
  widget_class->unrealize = zp_cell_bar_unrealize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zpcellbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *line, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  zp_line_append (ZP_LINE (line), label);
  return label;
}

/* A long text must not make the page wider. */
static GtkWidget *
add_short_label (GtkWidget *line, const char *css_class)
{
  GtkWidget *label = add_label (line, css_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
add_note (ZpCellBar *self, GtkWidget *line)
{
  self->sign = gtk_image_new ();
  gtk_widget_add_css_class (self->sign, "zp-cell-bar-sign");
  gtk_widget_set_visible (self->sign, FALSE);
  zp_line_append (ZP_LINE (line), self->sign);

  self->note = add_label (line, "zp-fact-value");
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (self->note), NOTE_LINES);
}

static void
add_buttons (ZpCellBar *self, GtkWidget *line)
{
  self->explain = gtk_button_new_with_label (_ ("Why  F1"));
  gtk_widget_add_css_class (self->explain, "flat");
  zp_set_tooltip (self->explain, _ ("How this figure comes about"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->explain), "win.explain");
  zp_line_append (ZP_LINE (line), self->explain);

  self->fold = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->fold, "flat");
  gtk_widget_add_css_class (self->fold, "zp-fold");
  zp_set_label (self->fold, _ ("Facts of the cell"));
  g_signal_connect_swapped (self->fold, "toggled", G_CALLBACK (on_fold_toggled), self);
  g_signal_connect_swapped (self->fold, "clicked", G_CALLBACK (on_fold_clicked), self);
  zp_line_append (ZP_LINE (line), self->fold);
}

static void
zp_cell_bar_init (ZpCellBar *self)
{
  GtkWidget *line = zp_line_new (8);

  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  self->name = add_short_label (line, "zp-h2");
  self->figure = add_short_label (line, "zp-figure");
  add_note (self, line);
  add_buttons (self, line);
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-cell-bar");
  zp_set_label (GTK_WIDGET (self), _ ("Facts of the cell"));
}

/** zp_cell_bar_new: (transfer floating): shows no cell yet. */
GtkWidget *
zp_cell_bar_new (ZpSession *session)
{
  ZpCellBar *self;

  g_return_val_if_fail (ZP_IS_SESSION (session), NULL);

  self = g_object_new (ZP_TYPE_CELL_BAR, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold),
                                g_settings_get_boolean (zp_settings_get (), SETTING));
  on_fold_toggled (self);
  return GTK_WIDGET (self);
}

/** zp_cell_bar_set_cell: @cell: (nullable): the cell that is looked at, or %NULL for none. */
void
zp_cell_bar_set_cell (ZpCellBar *self, const ZpCell *cell)
{
  g_return_if_fail (ZP_IS_CELL_BAR (self));

  self->has_cell = cell != NULL;
  if (cell != NULL)
    self->cell = *cell;
  update (self);
}
