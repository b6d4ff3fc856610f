/* SPDX-License-Identifier: GPL-3.0-or-later
 * One section of the text, with live figures in it: title, text, legend, what opens over them. */
#include "app/prose/zp-text-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-toast.h"
#include "app/prose/zp-chip-popover.h"
#include "app/prose/zp-figure-popover.h"
#include "app/prose/zp-prose-legend.h"

/* As wide as a line of prose is still read with ease; with the frame around a passage. */
#define WIDTH 788

/**
 * ZpTextPage:
 * @is_stale: the report changed while the page was not to be seen
 */
struct _ZpTextPage
{
  GtkWidget parent_instance;

  ZpSession *session;
  char *title;
  GtkWidget *view;
  GtkWidget *insert;
  GtkWidget *chip_popover;
  GtkWidget *figure_popover;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (ZpTextPage, zp_text_page, GTK_TYPE_WIDGET)

static void
zp_text_page_dispose (GObject *object)
{
  ZpTextPage *self = ZP_TEXT_PAGE (object);
  GtkWidget *child;

  if (self->view != NULL)
    {
      zp_prose_view_commit (ZP_PROSE_VIEW (self->view));
      gtk_popover_popdown (GTK_POPOVER (self->chip_popover));
      gtk_popover_popdown (GTK_POPOVER (self->figure_popover));
    }
  self->view = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_text_page_parent_class)->dispose (object);
}

static const ZpPassage *
find_passage (ZpTextPage *self, const char *id)
{
  const GPtrArray *passages = zp_session_get_pack (self->session)->passages;

  for (guint i = 0; i < passages->len; i++)
    {
      const ZpPassage *passage = g_ptr_array_index (passages, i);

      if (strcmp (passage->id, id) == 0)
        return passage;
    }
  return NULL;
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ZpTextPage *self = ZP_TEXT_PAGE (widget);
  const ZpPassage *passage = find_passage (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (passage == NULL || !zp_prose_view_commit (ZP_PROSE_VIEW (self->view)))
    return;
  if (zp_prose_reset (self->session, passage, &error))
    zp_toast_show (widget, _ ("The automatic text is back"), _ ("Undo"), "win.undo");
  else
    zp_toast_show_error (widget, error);
}

static void
on_insert_figure (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zp_text_page_insert_figure (ZP_TEXT_PAGE (widget));
}

static void
on_open_figure (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zp_prose_view_activate_chip (ZP_PROSE_VIEW (ZP_TEXT_PAGE (widget)->view));
}

static void
refresh (ZpTextPage *self)
{
  if (!self->is_stale || self->view == NULL)
    return;
  self->is_stale = FALSE;
  zp_prose_view_refresh (ZP_PROSE_VIEW (self->view));
}

/* A page that is not to be seen waits, so that an edit costs no more with every page that was
 * opened. */
static void
on_changed (ZpSession *session, ZpTextPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
zp_text_page_map (GtkWidget *widget)
{
  refresh (ZP_TEXT_PAGE (widget));
  GTK_WIDGET_CLASS (zp_text_page_parent_class)->map (widget);
}

static void
zp_text_page_class_init (ZpTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zp_text_page_dispose;
  widget_class->map = zp_text_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "prose.restore", "s", on_restore);
  gtk_widget_class_install_action (widget_class, "prose.insert-figure", NULL, on_insert_figure);
  gtk_widget_class_install_action (widget_class, "prose.open-figure", NULL, on_open_figure);
}

static void
zp_text_page_init (ZpTextPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-page");
}

static void
point_to (ZpTextPage *self, GtkWidget *popover, const GdkRectangle *area)
{
  GdkRectangle moved = *area;
  double x;
  double y;

  if (!gtk_widget_translate_coordinates (self->view, GTK_WIDGET (self), area->x, area->y, &x, &y))
    return;
  moved.x = (int) x;
  moved.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &moved);
}

static void
on_chip (ZpProseView *view, ZpTextPage *self)
{
  GdkRectangle area;

  if (zp_prose_view_get_chip (view, &area) == NULL && zp_prose_view_get_match (view, &area) == NULL)
    return;
  point_to (self, self->chip_popover, &area);
  zp_chip_popover_open (ZP_CHIP_POPOVER (self->chip_popover));
}

/* What the caret stands at is no part of its own to a screen reader, so the text tells it. */
static void
on_caret (ZpProseView *view, ZpTextPage *self)
{
  const ZpProsePiece *piece = zp_prose_view_get_chip (view, NULL);
  g_autofree char *said = piece != NULL ? zp_prose_say (self->session, piece) : NULL;

  if (said != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    said, -1);
}

static GtkWidget *
head_new (ZpTextPage *self, const ZpPlace *place)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *title = zp_label_new (place->title, "zp-h1");
  GtkWidget *content = adw_button_content_new ();

  gtk_widget_set_hexpand (title, TRUE);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "insert-text-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Insert a Figure"));
  self->insert = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->insert), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insert), "prose.insert-figure");
  zp_set_tooltip (self->insert, _ ("Insert a figure that follows its cell (Ctrl+J)"));
  gtk_widget_set_focus_on_click (self->insert, FALSE);
  gtk_widget_set_valign (self->insert, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->insert);
  gtk_widget_add_css_class (head, "zp-text-head");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), head);
  return clamp;
}

static GtkWidget *
body_new (ZpTextPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), WIDTH);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), WIDTH);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
add (ZpTextPage *self, GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
add_menu (ZpTextPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Write a remark…"), "win.remark");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (menu));
}

/**
 * zp_text_page_new:
 * @place: a text of the outline; not kept
 *
 * Returns: (transfer floating): the page of that section
 */
GtkWidget *
zp_text_page_new (ZpSession *session, const ZpPlace *place)
{
  ZpTextPage *self = g_object_new (ZP_TYPE_TEXT_PAGE, NULL);

  g_return_val_if_fail (ZP_IS_SESSION (session) && place->section != NULL, NULL);

  self->session = g_object_ref (session);
  self->title = g_strdup (place->title);
  self->view = zp_prose_view_new (session, place->section);
  zp_set_label (self->view, place->title);
  add_menu (self);
  add (self, head_new (self, place));
  add (self, body_new (self));
  add (self, zp_prose_legend_new ());
  self->chip_popover = zp_chip_popover_new (session, ZP_PROSE_VIEW (self->view));
  self->figure_popover = zp_figure_popover_new (session, ZP_PROSE_VIEW (self->view));
  add (self, self->chip_popover);
  add (self, self->figure_popover);
  g_signal_connect (self->view, "chip-activated", G_CALLBACK (on_chip), self);
  g_signal_connect (self->view, "caret-moved", G_CALLBACK (on_caret), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}

/** zp_text_page_go_to: puts the caret into a passage; FALSE when it is not on this page now. */
gboolean
zp_text_page_go_to (ZpTextPage *self, const char *passage)
{
  g_return_val_if_fail (ZP_IS_TEXT_PAGE (self) && passage != NULL, FALSE);

  refresh (self);
  return zp_prose_view_go_to (ZP_PROSE_VIEW (self->view), passage);
}

/** zp_text_page_commit: keeps what is being typed; FALSE when that failed. */
gboolean
zp_text_page_commit (ZpTextPage *self)
{
  g_return_val_if_fail (ZP_IS_TEXT_PAGE (self), FALSE);

  return zp_prose_view_commit (ZP_PROSE_VIEW (self->view));
}

/** zp_text_page_insert_figure: opens the search for a figure at the caret; where a figure typed by
 * hand could be linked, offers that. */
void
zp_text_page_insert_figure (ZpTextPage *self)
{
  ZpProseView *view = ZP_PROSE_VIEW (self->view);
  GdkRectangle area;

  if (zp_session_get_lock (self->session) != NULL)
    {
      zp_toast_show (GTK_WIDGET (self), zp_session_get_lock (self->session), NULL, NULL);
      return;
    }
  if (zp_prose_view_get_match (view, NULL) != NULL)
    {
      on_chip (view, self);
      return;
    }
  zp_prose_view_get_caret (view, &area);
  point_to (self, self->figure_popover, &area);
  zp_figure_popover_open (ZP_FIGURE_POPOVER (self->figure_popover));
}

/** zp_text_page_get_passage: (nullable): id of the passage that the caret is in. */
const char *
zp_text_page_get_passage (ZpTextPage *self)
{
  const ZpPassage *passage;
  guint number;

  g_return_val_if_fail (ZP_IS_TEXT_PAGE (self), NULL);

  passage = zp_prose_view_get_passage (ZP_PROSE_VIEW (self->view), &number);
  return passage != NULL ? passage->id : NULL;
}

/** zp_text_page_get_status: (transfer full): where the caret is, for the status line. */
char *
zp_text_page_get_status (ZpTextPage *self)
{
  guint figures;
  guint number;

  g_return_val_if_fail (ZP_IS_TEXT_PAGE (self), NULL);

  if (zp_prose_view_get_passage (ZP_PROSE_VIEW (self->view), &number) == NULL)
    return g_strdup (self->title);
  figures = zp_prose_view_count_figures (ZP_PROSE_VIEW (self->view));
  return g_strdup_printf (
    ngettext ("%s   passage %u   %u live figure", "%s   passage %u   %u live figures", figures),
    self->title, number, figures);
}
