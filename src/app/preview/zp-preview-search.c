/* SPDX-License-Identifier: GPL-3.0-or-later
 * Searches the text of the pages. */
#include "app/preview/zp-preview-search.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/common/zp-search-entry.h"

/**
 * ZpPreviewSearch:
 * @words: (nullable): what was searched for last; the entry tells of it late, and once more
 * @areas: (nullable): of #ZpPageArea: what was found
 * @current: number of the match looked at
 */
struct _ZpPreviewSearch
{
  GtkWidget parent_instance;

  ZpPreview *preview;
  ZpPageView *view;
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *buttons[2];
  char *words;
  GArray *areas;
  guint current;
};

G_DEFINE_FINAL_TYPE (ZpPreviewSearch, zp_preview_search, GTK_TYPE_WIDGET)

static void
zp_preview_search_dispose (GObject *object)
{
  ZpPreviewSearch *self = ZP_PREVIEW_SEARCH (object);

  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_object (&self->view);
  g_clear_object (&self->preview);
  G_OBJECT_CLASS (zp_preview_search_parent_class)->dispose (object);
}

static void
zp_preview_search_finalize (GObject *object)
{
  g_free (ZP_PREVIEW_SEARCH (object)->words);
  G_OBJECT_CLASS (zp_preview_search_parent_class)->finalize (object);
}

static void
zp_preview_search_class_init (ZpPreviewSearchClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = zp_preview_search_dispose;
  G_OBJECT_CLASS (class)->finalize = zp_preview_search_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zppreviewsearch");
}

/** zp_preview_search_count: how often what is looked for stands on the pages. */
guint
zp_preview_search_count (ZpPreviewSearch *self)
{
  g_return_val_if_fail (ZP_IS_PREVIEW_SEARCH (self), 0);

  if (self->areas == NULL || self->areas->len == 0)
    return 0;
  return g_array_index (self->areas, ZpPageArea, self->areas->len - 1).match + 1;
}

static void
show_count (ZpPreviewSearch *self)
{
  guint count = zp_preview_search_count (self);
  gboolean is_asked = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  g_autofree char *text = NULL;

  if (count > 0)
    text = g_strdup_printf ("%u / %u", self->current + 1, count);
  else
    text = g_strdup (is_asked ? _ ("Not found") : "");
  gtk_label_set_text (GTK_LABEL (self->count), text);
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    gtk_widget_set_sensitive (self->buttons[i], count > 1);
}

static const ZpPageArea *
find_area (ZpPreviewSearch *self, guint match)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, ZpPageArea, i).match == match)
      return &g_array_index (self->areas, ZpPageArea, i);
  return NULL;
}

static guint
first_from_page (ZpPreviewSearch *self, guint page)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_array_index (self->areas, ZpPageArea, i).page >= page)
      return g_array_index (self->areas, ZpPageArea, i).match;
  return 0;
}

static void
search (ZpPreviewSearch *self)
{
  ZpPages *pages = zp_preview_get_pages (self->preview);

  g_clear_pointer (&self->areas, g_array_unref);
  if (pages != NULL && gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    self->areas = zp_page_text_search (pages, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
show_match (ZpPreviewSearch *self, guint match)
{
  const ZpPageArea *area = self->areas != NULL ? find_area (self, match) : NULL;

  self->current = match;
  zp_page_view_set_matches (self->view, self->areas, match);
  show_count (self);
  if (area != NULL)
    zp_page_view_show_area (self->view, area);
}

static void
search_anew (ZpPreviewSearch *self)
{
  g_free (self->words);
  self->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  search (self);
  show_match (
    self, self->areas != NULL ? first_from_page (self, zp_page_view_get_current (self->view)) : 0);
}

static void
on_search_changed (ZpPreviewSearch *self)
{
  if (g_strcmp0 (self->words, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search_anew (self);
}

/* The pages do not move because somebody types elsewhere. */
static void
on_pages_changed (ZpPreviewSearch *self)
{
  search (self);
  self->current = MIN (self->current, MAX (zp_preview_search_count (self), 1) - 1);
  zp_page_view_set_matches (self->view, self->areas, self->current);
  show_count (self);
}

/** zp_preview_search_step: to the next match (1) or the one before (-1); after the last the first.
 */
void
zp_preview_search_step (ZpPreviewSearch *self, int direction)
{
  guint count;

  g_return_if_fail (ZP_IS_PREVIEW_SEARCH (self));

  count = zp_preview_search_count (self);
  if (count > 0)
    show_match (self, (self->current + count + (guint) direction) % count);
}

static void
step_on (ZpPreviewSearch *self)
{
  zp_preview_search_step (self, 1);
}

/* Enter may come before the entry tells what was typed. */
static void
on_activate (ZpPreviewSearch *self)
{
  if (g_strcmp0 (self->words, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search_anew (self);
  else
    step_on (self);
}

static void
step_back (ZpPreviewSearch *self)
{
  zp_preview_search_step (self, -1);
}

static void
on_mode_changed (ZpPreviewSearch *self)
{
  search_anew (self);
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GtkWidget *
button_new (ZpPreviewSearch *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  zp_set_tip (button, label);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_row (ZpPreviewSearch *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->entry = zp_search_entry_new ();
  self->count = gtk_label_new (NULL);
  self->buttons[0] =
    button_new (self, "go-up-symbolic", _ ("Previous Match"), G_CALLBACK (step_back));
  self->buttons[1] = button_new (self, "go-down-symbolic", _ ("Next Match"), G_CALLBACK (step_on));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (self->count, "zp-figure");
  zp_set_label (self->entry, _ ("Search the Pages"));
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->count);
  gtk_box_append (GTK_BOX (row), self->buttons[0]);
  gtk_box_append (GTK_BOX (row), self->buttons[1]);
  return row;
}

static void
zp_preview_search_init (ZpPreviewSearch *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->bar = gtk_search_bar_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_row (self));
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), clamp);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (step_on), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (step_back), self);
}

/** zp_preview_search_new: (transfer floating): a bar that is hidden until it is opened. */
GtkWidget *
zp_preview_search_new (ZpPreview *preview, ZpPageView *view)
{
  ZpPreviewSearch *self = g_object_new (ZP_TYPE_PREVIEW_SEARCH, NULL);

  self->preview = g_object_ref (preview);
  self->view = g_object_ref (view);
  g_signal_connect_swapped (preview, "changed", G_CALLBACK (on_pages_changed), self);
  g_signal_connect_swapped (self->bar, "notify::search-mode-enabled", G_CALLBACK (on_mode_changed),
                            self);
  return GTK_WIDGET (self);
}

/** zp_preview_search_open: shows the bar and gives it the keyboard. */
void
zp_preview_search_open (ZpPreviewSearch *self)
{
  g_return_if_fail (ZP_IS_PREVIEW_SEARCH (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/** zp_preview_search_look_for: opens the bar and searches at once. */
void
zp_preview_search_look_for (ZpPreviewSearch *self, const char *words)
{
  g_return_if_fail (ZP_IS_PREVIEW_SEARCH (self) && words != NULL);

  zp_preview_search_open (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  search_anew (self);
}
