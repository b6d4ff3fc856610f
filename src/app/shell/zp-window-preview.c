/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of the report: beside what is typed, in a window of their own, and on paper. */
#include <glib/gi18n-lib.h>

#include "app/review/zp-remarks-pane.h"
#include "app/shell/zp-window-private.h"
#include "session/zp-remarks.h"

#define FINDINGS "findings"
#define PREVIEW "preview"
#define REMARKS "remarks"

static GtkWidget *
make_switcher (GtkWidget *stack)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (stack));
  gtk_widget_add_css_class (switcher, "zp-pane-tabs");
  return switcher;
}

/**
 * zp_window_make_pane: (transfer floating): what stands beside the page: @findings, the preview
 * and the remarks.
 */
GtkWidget *
zp_window_make_pane (ZpWindow *self, GtkWidget *findings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->preview = zp_preview_new (self->session, NULL);
  self->preview_pane = zp_preview_pane_new (self->preview, ZP_PREVIEW_PANE_BESIDE);
  self->tabs = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->tabs), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->tabs), FALSE);
  gtk_stack_add_titled (GTK_STACK (self->tabs), findings, FINDINGS, _ ("Findings"));
  gtk_stack_add_titled (GTK_STACK (self->tabs), self->preview_pane, PREVIEW, _ ("Preview"));
  self->remarks = zp_remarks_pane_new (self->session);
  gtk_stack_add_titled (GTK_STACK (self->tabs), self->remarks, REMARKS, _ ("Remarks"));
  zp_window_update_tabs (self);
  gtk_widget_set_vexpand (self->tabs, TRUE);
  gtk_box_append (GTK_BOX (box), make_switcher (self->tabs));
  gtk_box_append (GTK_BOX (box), self->tabs);
  return box;
}

/** zp_window_drop_preview: another report follows, or none. */
void
zp_window_drop_preview (ZpWindow *self)
{
  GtkWindow *window = self->preview_window;

  g_clear_weak_pointer (&self->preview_window);
  if (window != NULL)
    gtk_window_destroy (window);
  self->tabs = NULL;
  self->preview_pane = NULL;
  self->remarks = NULL;
  g_clear_object (&self->preview);
}

/** zp_window_show_tab: brings the findings, the pages or the remarks in front. */
void
zp_window_show_tab (ZpWindow *self, ZpTab tab)
{
  static const char *const names[] = {
    [ZP_TAB_FINDINGS] = FINDINGS,
    [ZP_TAB_PREVIEW] = PREVIEW,
    [ZP_TAB_REMARKS] = REMARKS,
  };

  gtk_stack_set_visible_child_name (GTK_STACK (self->tabs), names[tab]);
}

/** zp_window_update_tabs: how many remarks are open stands on their tab. */
void
zp_window_update_tabs (ZpWindow *self)
{
  GtkStackPage *page = gtk_stack_get_page (GTK_STACK (self->tabs), self->remarks);
  guint n_open = zp_session_count_remarks (self->session, TRUE);
  g_autofree char *title =
    n_open > 0 ? g_strdup_printf ("%s %u", _ ("Remarks"), n_open) : g_strdup (_ ("Remarks"));

  if (g_strcmp0 (gtk_stack_page_get_title (page), title) != 0)
    gtk_stack_page_set_title (page, title);
}

/** zp_window_show_preview: shows the pages beside what is typed. */
void
zp_window_show_preview (ZpWindow *self)
{
  zp_window_show_pane (self);
  zp_window_show_tab (self, ZP_TAB_PREVIEW);
}

/** zp_window_open_preview: shows the pages in a window of their own. */
void
zp_window_open_preview (ZpWindow *self)
{
  if (!zp_window_commit (self))
    return;
  if (self->preview_window == NULL)
    g_set_weak_pointer (&self->preview_window,
                        GTK_WINDOW (zp_preview_window_new (self->preview, GTK_WINDOW (self))));
  zp_window_point_preview (self);
  gtk_window_present (self->preview_window);
}

/** zp_window_print: asks how to print the pages, and prints them. */
void
zp_window_print (ZpWindow *self)
{
  if (zp_window_commit (self))
    zp_preview_pane_print (ZP_PREVIEW_PANE (self->preview_pane));
}

/** zp_window_find_in_preview: searches the pages when the keyboard is there; FALSE when not. */
gboolean
zp_window_find_in_preview (ZpWindow *self)
{
  if (!zp_window_has_focus_in (self, self->preview_pane))
    return FALSE;
  zp_preview_search_open (zp_preview_pane_get_search (ZP_PREVIEW_PANE (self->preview_pane)));
  return TRUE;
}

/** zp_window_focus_preview: gives the keyboard to the pages; FALSE when they are not to be seen. */
gboolean
zp_window_focus_preview (ZpWindow *self)
{
  return gtk_widget_get_mapped (self->preview_pane) &&
         gtk_widget_grab_focus (
           GTK_WIDGET (zp_preview_pane_get_view (ZP_PREVIEW_PANE (self->preview_pane))));
}

static const char *
find_first_passage (const ZpSection *section)
{
  const char *passage = NULL;

  for (guint i = 0; i < section->contents->len; i++)
    {
      const ZpContent *content = g_ptr_array_index (section->contents, i);

      if (content->kind == ZP_CONTENT_PASSAGE)
        return content->passage->id;
    }
  for (guint i = 0; i < section->sections->len && passage == NULL; i++)
    passage = find_first_passage (g_ptr_array_index (section->sections, i));
  return passage;
}

/* A section is where its first paragraph is. */
static char *
get_printed_target (ZpWindow *self)
{
  const ZpPlace *place =
    self->place >= 0 ? zp_outline_get (self->outline, (guint) self->place) : NULL;

  if (place != NULL && place->kind == ZP_PLACE_TEXT)
    return g_strdup (find_first_passage (place->section));
  return zp_window_get_target (self);
}

/** zp_window_point_preview: marks in the pages where the window stands. */
void
zp_window_point_preview (ZpWindow *self)
{
  g_autofree char *target = get_printed_target (self);

  zp_preview_pane_show_target (ZP_PREVIEW_PANE (self->preview_pane), target);
  if (self->preview_window != NULL)
    zp_preview_pane_show_target (
      zp_preview_window_get_pane (ZP_PREVIEW_WINDOW (self->preview_window)), target);
}
