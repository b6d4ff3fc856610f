/* SPDX-License-Identifier: GPL-3.0-or-later
 * The preview: its tools, the pages, and the search in them. */
#include "app/preview/zp-preview-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/preview/zp-preview-tools.h"
#include "app/preview/zp-print.h"

/**
 * ZpPreviewPane:
 * @tools: (nullable): this and all below are made when the pane is first shown or asked for them
 * @body: the pages, or why there are none
 * @message: why there are none
 * @target: (nullable): cell or passage that the window stands at
 * @is_due: @target is yet to be brought into sight
 */
struct _ZpPreviewPane
{
  GtkWidget parent_instance;

  ZpPreview *preview;
  ZpPreviewPaneFlags flags;
  GtkWidget *box;
  GtkWidget *tools;
  GtkWidget *search;
  GtkWidget *body;
  GtkWidget *view;
  GtkWidget *pill;
  GtkWidget *message;
  char *target;
  gboolean is_due;
};

G_DEFINE_FINAL_TYPE (ZpPreviewPane, zp_preview_pane, GTK_TYPE_WIDGET)

static void
zp_preview_pane_dispose (GObject *object)
{
  ZpPreviewPane *self = ZP_PREVIEW_PANE (object);

  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (zp_preview_pane_parent_class)->dispose (object);
}

static void
zp_preview_pane_finalize (GObject *object)
{
  g_free (ZP_PREVIEW_PANE (object)->target);
  G_OBJECT_CLASS (zp_preview_pane_parent_class)->finalize (object);
}

typedef struct
{
  const char *name;
  void (*run) (ZpPreviewPane *self, int step);
  int step;
  guint keys[3];
  GdkModifierType state;
} Action;

static void
step_zoom (ZpPreviewPane *self, int step)
{
  zp_page_view_step_zoom (ZP_PAGE_VIEW (self->view), step);
}

static void
fit_width (ZpPreviewPane *self, int step)
{
  zp_page_view_set_zoom (ZP_PAGE_VIEW (self->view), ZP_ZOOM_FIT);
}

static void
open_search (ZpPreviewPane *self, int step)
{
  zp_preview_search_open (ZP_PREVIEW_SEARCH (self->search));
}

static void
step_search (ZpPreviewPane *self, int step)
{
  zp_preview_search_step (ZP_PREVIEW_SEARCH (self->search), step);
}

/* clang-format off */
static const Action actions[] = {
  { "preview.zoom-in",  step_zoom,   1,  { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, GDK_CONTROL_MASK },
  { "preview.zoom-out", step_zoom,   -1, { GDK_KEY_minus, GDK_KEY_KP_Subtract },          GDK_CONTROL_MASK },
  { "preview.zoom-fit", fit_width,   0,  { GDK_KEY_0, GDK_KEY_KP_0 },                     GDK_CONTROL_MASK },
  { "preview.find",     open_search, 0,  { GDK_KEY_f },                                   GDK_CONTROL_MASK },
  { "preview.find-next",     step_search, 1,  { GDK_KEY_F3 },                             0 },
  { "preview.find-previous", step_search, -1, { GDK_KEY_F3 },                             GDK_SHIFT_MASK },
};
/* clang-format on */

static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      actions[i].run (ZP_PREVIEW_PANE (widget), actions[i].step);
}

static void
set_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zp_page_view_set_zoom (ZP_PAGE_VIEW (ZP_PREVIEW_PANE (widget)->view),
                         g_variant_get_int32 (parameter) / 100.0);
}

static void
install_action (GtkWidgetClass *class, const Action *action)
{
  gtk_widget_class_install_action (class, action->name, NULL, activate);
  for (guint i = 0; i < G_N_ELEMENTS (action->keys) && action->keys[i] != 0; i++)
    gtk_widget_class_add_binding_action (class, action->keys[i], action->state, action->name, NULL);
}

static GtkWidget *
make_pages (ZpPreviewPane *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->pill = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->pill, "zp-page-pill");
  gtk_widget_set_halign (self->pill, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->pill, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->pill, FALSE);
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->pill);
  return overlay;
}

static GtkWidget *
make_message (ZpPreviewPane *self)
{
  self->message = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->message), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->message), _ ("No Preview"));
  gtk_widget_add_css_class (self->message, "compact");
  return self->message;
}

static GtkWidget *
make_body (ZpPreviewPane *self)
{
  self->body = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->body), make_pages (self), "pages");
  gtk_stack_add_named (GTK_STACK (self->body), make_message (self), "message");
  gtk_widget_set_vexpand (self->body, TRUE);
  return self->body;
}

static void
show_place (ZpPreviewPane *self)
{
  guint n_pages = zp_preview_count_pages (self->preview);
  g_autofree char *text =
    g_strdup_printf ("%u / %u", zp_page_view_get_current (ZP_PAGE_VIEW (self->view)) + 1, n_pages);

  gtk_label_set_text (GTK_LABEL (self->pill), text);
  gtk_widget_set_visible (self->pill, n_pages > 0);
  zp_preview_tools_update (ZP_PREVIEW_TOOLS (self->tools));
}

/* The first place, unless there is one to be seen already. */
static void
bring_into_sight (ZpPreviewPane *self, const GArray *areas)
{
  ZpPageView *view = ZP_PAGE_VIEW (self->view);

  for (guint i = 0; i < areas->len; i++)
    if (zp_page_view_is_in_sight (view, &g_array_index (areas, ZpPageArea, i)))
      return;
  zp_page_view_show_area (view, &g_array_index (areas, ZpPageArea, 0));
}

static void
show_target (ZpPreviewPane *self)
{
  gboolean is_cell = FALSE;
  g_autoptr (GArray) areas =
    self->target != NULL ? zp_preview_find_areas (self->preview, self->target, &is_cell) : NULL;

  zp_page_view_set_pointed (ZP_PAGE_VIEW (self->view), is_cell ? areas : NULL);
  if (areas != NULL && self->is_due)
    bring_into_sight (self, areas);
  if (zp_preview_count_pages (self->preview) > 0)
    self->is_due = FALSE;
}

static void
on_changed (ZpPreviewPane *self)
{
  const GError *error = zp_preview_get_error (self->preview);
  const ZpPages *pages = zp_preview_get_pages (self->preview);

  if (error != NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (ADW_STATUS_PAGE (self->message), text);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->body), error != NULL ? "message" : "pages");
  gtk_widget_set_sensitive (self->tools, error == NULL);
  zp_preview_tools_set_warnings (ZP_PREVIEW_TOOLS (self->tools),
                                 pages != NULL ? pages->warnings : NULL);
  show_target (self);
  show_place (self);
}

static void
build (ZpPreviewPane *self)
{
  if (self->tools != NULL)
    return;
  self->view = zp_page_view_new (self->preview);
  self->tools =
    zp_preview_tools_new (ZP_PAGE_VIEW (self->view), (self->flags & ZP_PREVIEW_PANE_BESIDE) != 0);
  self->search = zp_preview_search_new (self->preview, ZP_PAGE_VIEW (self->view));
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), make_body (self));
  g_signal_connect_swapped (self->preview, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->view, "place-changed", G_CALLBACK (show_place), self);
  on_changed (self);
}

static void
zp_preview_pane_map (GtkWidget *widget)
{
  build (ZP_PREVIEW_PANE (widget));
  GTK_WIDGET_CLASS (zp_preview_pane_parent_class)->map (widget);
}

static void
zp_preview_pane_class_init (ZpPreviewPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_preview_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = zp_preview_pane_finalize;
  widget_class->map = zp_preview_pane_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zppreview");
  gtk_widget_class_install_action (widget_class, "preview.set-zoom", "i", set_zoom);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    install_action (widget_class, &actions[i]);
}

static void
zp_preview_pane_init (ZpPreviewPane *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** zp_preview_pane_new: (transfer floating): the pages of @preview with what is done to them. */
GtkWidget *
zp_preview_pane_new (ZpPreview *preview, ZpPreviewPaneFlags flags)
{
  ZpPreviewPane *self = g_object_new (ZP_TYPE_PREVIEW_PANE, NULL);

  self->preview = g_object_ref (preview);
  self->flags = flags;
  return GTK_WIDGET (self);
}

/** zp_preview_pane_get_view: (transfer none): the pages. */
ZpPageView *
zp_preview_pane_get_view (ZpPreviewPane *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW_PANE (self), NULL);

  build (self);
  return ZP_PAGE_VIEW (self->view);
}

/** zp_preview_pane_get_search: (transfer none): the search in the pages. */
ZpPreviewSearch *
zp_preview_pane_get_search (ZpPreviewPane *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW_PANE (self), NULL);

  build (self);
  return ZP_PREVIEW_SEARCH (self->search);
}

/** zp_preview_pane_print: asks how to print the pages, and prints them. */
void
zp_preview_pane_print (ZpPreviewPane *self)
{
  g_return_if_fail (ZP_IS_PREVIEW_PANE (self));

  build (self);
  zp_print_run (self->preview, zp_page_view_get_current (ZP_PAGE_VIEW (self->view)),
                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

/**
 * zp_preview_pane_show_target:
 * @target: (nullable): id of the cell or the passage that the window stands at
 *
 * Marks where a cell is printed and brings the first place into sight, once there are pages.
 */
void
zp_preview_pane_show_target (ZpPreviewPane *self, const char *target)
{
  g_return_if_fail (ZP_IS_PREVIEW_PANE (self));

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  self->is_due =
    target != NULL && (self->view == NULL || !zp_page_view_is_leading (ZP_PAGE_VIEW (self->view)));
  if (self->view != NULL)
    show_target (self);
}
