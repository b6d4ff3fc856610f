/* SPDX-License-Identifier: GPL-3.0-or-later
 * The places of the report, each with the gravest thing about it. */
#include "app/shell/zp-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-line.h"
#include "app/common/zp-parts.h"
#include "session/zp-remarks.h"

/* What a row shows, to change only what differs. */
typedef struct
{
  GtkListBoxRow *row;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *remarks;
  GtkWidget *badge;
  ZpProgress progress;
  guint n_remarks;
} Row;

struct _ZpSidebar
{
  GtkWidget parent_instance;

  ZpSession *session;
  ZpOutline *outline;
  GtkWidget *list;
  GArray *rows;
  gboolean is_telling;
};

G_DEFINE_FINAL_TYPE (ZpSidebar, zp_sidebar, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
zp_sidebar_dispose (GObject *object)
{
  ZpSidebar *self = ZP_SIDEBAR (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->is_telling = TRUE;
  if (self->list != NULL)
    gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (zp_sidebar_parent_class)->dispose (object);
}

static void
zp_sidebar_class_init (ZpSidebarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = zp_sidebar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", ZP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
choose (ZpSidebar *self, GtkListBoxRow *row, gboolean enter)
{
  if (row != NULL && !self->is_telling)
    g_signal_emit (self, signals[PLACE_CHOSEN], 0, gtk_list_box_row_get_index (row), enter);
}

static void
on_selected (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  choose (ZP_SIDEBAR (data), row, FALSE);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  choose (ZP_SIDEBAR (data), row, TRUE);
}

static const char *
group_of (const ZpPlace *place)
{
  switch (place->kind)
    {
    case ZP_PLACE_FORM:
      return C_ ("group of places", "Figures");
    case ZP_PLACE_TEXT:
      return C_ ("group of places", "Text");
    case ZP_PLACE_REVIEW:
    case ZP_PLACE_OVERVIEW:
    default:
      return NULL;
    }
}

static const ZpPlace *
place_of (ZpSidebar *self, GtkListBoxRow *row)
{
  return zp_outline_get (self->outline, (guint) gtk_list_box_row_get_index (row));
}

static void
set_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  ZpSidebar *self = ZP_SIDEBAR (data);
  const char *group = group_of (place_of (self, row));
  const char *above = before != NULL ? group_of (place_of (self, before)) : NULL;

  if (group == NULL || g_strcmp0 (group, above) == 0)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, zp_label_new (group, "zp-group"));
}

static void
zp_sidebar_init (ZpSidebar *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-sidebar");
  zp_set_label (self->list, _ ("Sections of the report"));
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_heading, self, NULL);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_selected), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

static void
add_row (ZpSidebar *self)
{
  Row row = { .row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ()) };

  row.box = zp_line_new (6);
  row.label = zp_label_new (NULL, NULL);
  gtk_widget_set_hexpand (row.label, TRUE);
  zp_line_append (ZP_LINE (row.box), row.label);
  gtk_list_box_row_set_child (row.row, row.box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row.row));
  g_array_append_val (self->rows, row);
}

/* The overview says how the whole is by itself. */
static gboolean
has_badge (const ZpPlace *place)
{
  return place->kind == ZP_PLACE_FORM || place->kind == ZP_PLACE_TEXT;
}

static char *
state_for (const ZpPlace *place, const ZpProgress *progress)
{
  g_autofree char *state = NULL;

  if (!has_badge (place))
    return g_strdup (place->label);
  if (progress->errors > 0)
    state = zp_severity_count_words (ZP_SEVERITY_ERROR, progress->errors);
  else if (progress->warnings > 0)
    state = zp_severity_count_words (ZP_SEVERITY_WARNING, progress->warnings);
  else if (progress->missing > 0)
    state = g_strdup_printf (ngettext ("%u entry missing", "%u entries missing", progress->missing),
                             progress->missing);
  else
    state = g_strdup (progress->expected + progress->rows > 0 ? _ ("Complete") : _ ("Empty"));
  return g_strconcat (place->label, _ (", "), state, NULL);
}

static char *
spoken_for (const ZpPlace *place, const ZpProgress *progress, guint n_remarks)
{
  g_autofree char *state = state_for (place, progress);
  g_autofree char *remarks = NULL;

  if (n_remarks == 0)
    return g_steal_pointer (&state);
  remarks = zp_remarks_say_open (n_remarks);
  return g_strconcat (state, _ (", "), remarks, NULL);
}

static void
show_remarks (Row *row, guint n_remarks)
{
  g_autofree char *number = g_strdup_printf ("%u", n_remarks);
  g_autofree char *spoken = zp_remarks_say_open (n_remarks);

  if (row->remarks != NULL)
    gtk_widget_unparent (row->remarks);
  row->remarks = NULL;
  row->n_remarks = n_remarks;
  if (n_remarks == 0)
    return;
  row->remarks = zp_sign_new ("chat-message-new-symbolic", number, spoken);
  gtk_widget_add_css_class (row->remarks, "zp-badge");
  zp_set_tooltip (row->remarks, spoken);
  zp_line_append (ZP_LINE (row->box), row->remarks);
}

static void
show_badge (Row *row, const ZpProgress *progress)
{
  if (row->badge != NULL)
    gtk_widget_unparent (row->badge);
  row->badge = zp_badge_new (progress);
  row->progress = *progress;
  zp_line_append (ZP_LINE (row->box), row->badge);
}

static void
update_row (ZpSidebar *self, guint index)
{
  const ZpPlace *place = zp_outline_get (self->outline, index);
  Row *row = &g_array_index (self->rows, Row, index);
  ZpProgress progress;
  guint n_remarks = zp_session_count_remarks_in (self->session, self->outline, place);
  g_autofree char *spoken = NULL;

  zp_outline_get_progress (self->outline, index, &progress);
  gtk_widget_set_visible (GTK_WIDGET (row->row), zp_outline_is_shown (self->outline, index));
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (row->label)), place->label) == 0 &&
      memcmp (&progress, &row->progress, sizeof progress) == 0 && n_remarks == row->n_remarks)
    return;
  spoken = spoken_for (place, &progress, n_remarks);
  gtk_label_set_text (GTK_LABEL (row->label), place->label);
  zp_set_label (GTK_WIDGET (row->row), spoken);
  show_remarks (row, n_remarks);
  if (has_badge (place))
    show_badge (row, &progress);
}

static void
update (ZpSidebar *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, i);
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

static void
on_changed (ZpSession *session, gpointer data)
{
  update (ZP_SIDEBAR (data));
}

/**
 * zp_sidebar_new:
 * @outline: of @session; lives longer than the sidebar
 *
 * Returns: (transfer floating): one row a place, no row selected
 */
GtkWidget *
zp_sidebar_new (ZpSession *session, ZpOutline *outline)
{
  ZpSidebar *self = g_object_new (ZP_TYPE_SIDEBAR, NULL);

  self->session = g_object_ref (session);
  self->outline = outline;
  for (guint i = 0; i < zp_outline_count (outline); i++)
    add_row (self);
  update (self);
  g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}

/** zp_sidebar_set_place: selects the row of a place, without a signal. */
void
zp_sidebar_set_place (ZpSidebar *self, int place)
{
  g_return_if_fail (ZP_IS_SIDEBAR (self) && place >= 0 && (guint) place < self->rows->len);

  self->is_telling = TRUE;
  zp_list_select (GTK_LIST_BOX (self->list), g_array_index (self->rows, Row, place).row);
  self->is_telling = FALSE;
}

/** zp_sidebar_focus: gives the keyboard to the selected row. */
gboolean
zp_sidebar_focus (ZpSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->list);
}
