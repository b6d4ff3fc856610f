/* SPDX-License-Identifier: GPL-3.0-or-later
 * Going from place to place, and back. */
#include <string.h>

#include "app/review/zp-remarks-pane.h"
#include "app/shell/zp-page.h"
#include "app/shell/zp-window-private.h"

#define OVERVIEW "overview"

/** zp_window_forget_places: takes away every page; another report follows, or none. */
void
zp_window_forget_places (ZpWindow *self)
{
  GtkWidget *page;

  adw_bin_set_child (ADW_BIN (self->sidebar_slot), NULL);
  adw_bin_set_child (ADW_BIN (self->pane_slot), NULL);
  self->sidebar = NULL;
  self->pane = NULL;
  zp_window_drop_preview (self);
  while ((page = gtk_widget_get_first_child (self->pages)) != NULL)
    gtk_stack_remove (GTK_STACK (self->pages), page);
  g_ptr_array_set_size (self->visited, 0);
  self->at = 0;
  self->place = -1;
}

/** zp_window_commit: takes what is being typed; FALSE when it is refused. */
gboolean
zp_window_commit (ZpWindow *self)
{
  GtkWidget *page = zp_window_get_page (self);

  return page == NULL || zp_page_commit (page);
}

static gboolean
get_cell (ZpWindow *self, ZpCell *cell)
{
  GtkWidget *page = zp_window_get_page (self);

  return page != NULL && zp_page_get_cell (page, cell);
}

/** zp_window_get_target: (transfer full) (nullable): what leads back to where one is. */
char *
zp_window_get_target (ZpWindow *self)
{
  ZpCell cell;

  if (self->place < 0)
    return NULL;
  if (get_cell (self, &cell))
    return zp_pack_format_id (zp_session_get_pack (self->session), cell);
  return g_strdup (zp_outline_get (self->outline, (guint) self->place)->id);
}

/** zp_window_update_status: where one is, in words, and how far the report is. */
void
zp_window_update_status (ZpWindow *self)
{
  GtkWidget *page = zp_window_get_page (self);
  g_autofree char *text = page != NULL ? zp_page_get_status (page) : NULL;
  ZpProgress total;

  if (page == NULL || self->place < 0)
    return;
  zp_outline_get_total (self->outline, &total);
  zp_status_line_set_place (
    ZP_STATUS_LINE (self->status),
    text != NULL ? text : zp_outline_get (self->outline, (guint) self->place)->title);
  zp_status_line_set_state (ZP_STATUS_LINE (self->status), self->session, &total);
}

static void
tell_pane (ZpWindow *self)
{
  g_autofree char *target = zp_window_get_target (self);
  ZpCell cell;
  gboolean has_cell = get_cell (self, &cell);

  zp_findings_pane_set_place (ZP_FINDINGS_PANE (self->pane), self->place);
  zp_findings_pane_set_cell (ZP_FINDINGS_PANE (self->pane), has_cell ? &cell : NULL);
  zp_remarks_pane_set_target (ZP_REMARKS_PANE (self->remarks), target);
  zp_window_point_preview (self);
}

static void
on_cell_changed (ZpWindow *self)
{
  zp_window_update_status (self);
  tell_pane (self);
}

static GtkWidget *
make_page (ZpWindow *self, guint place, const char *id)
{
  GtkWidget *page = zp_page_new (self->session, self->outline, place);

  gtk_stack_add_titled (GTK_STACK (self->pages), page, id,
                        zp_outline_get (self->outline, place)->title);
  if (g_signal_lookup ("cell-changed", G_OBJECT_TYPE (page)) != 0)
    g_signal_connect_swapped (page, "cell-changed", G_CALLBACK (on_cell_changed), self);
  return page;
}

/** zp_window_has_focus_in: whether the keyboard is in something inside of @widget. */
gboolean
zp_window_has_focus_in (ZpWindow *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Of a page that has the keyboard the stack would give it to the first thing on the next; a screen
 * reader would read that out, before the cell that gets it in the end. */
static GtkWidget *
show_page (ZpWindow *self, int place)
{
  const char *id = zp_outline_get (self->outline, (guint) place)->id;
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), id);

  if (page == NULL)
    page = make_page (self, (guint) place, id);
  self->place = place;
  if (zp_window_has_focus_in (self, self->pages))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->pages), page);
  zp_sidebar_set_place (ZP_SIDEBAR (self->sidebar), place);
  return page;
}

/* What was left stands in the list as it was when it was left. */
static void
note_left (ZpWindow *self)
{
  char *here = zp_window_get_target (self);

  if (here == NULL || self->at >= self->visited->len)
    {
      g_free (here);
      return;
    }
  g_free (g_ptr_array_index (self->visited, self->at));
  g_ptr_array_index (self->visited, self->at) = here;
}

/* Going somewhere new forgets what was ahead. */
static void
note_visited (ZpWindow *self)
{
  char *here = zp_window_get_target (self);
  const char *last =
    self->at < self->visited->len ? g_ptr_array_index (self->visited, self->at) : NULL;

  if (g_strcmp0 (here, last) == 0)
    {
      g_free (here);
      return;
    }
  if (self->visited->len > 0)
    g_ptr_array_set_size (self->visited, (int) self->at + 1);
  g_ptr_array_add (self->visited, here);
  self->at = self->visited->len - 1;
}

static void
arrived (ZpWindow *self)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (zp_window_get_page (self), GTK_DIR_TAB_FORWARD);
  zp_window_update_status (self);
  zp_window_update_actions (self);
  tell_pane (self);
}

/**
 * zp_window_show_place:
 * @enter: the keyboard goes to the page
 *
 * Returns: FALSE when what is being typed is refused; it has to be mended first
 */
gboolean
zp_window_show_place (ZpWindow *self, int place, gboolean enter)
{
  if (!zp_window_commit (self))
    {
      zp_sidebar_set_place (ZP_SIDEBAR (self->sidebar), self->place);
      return FALSE;
    }
  if (place != self->place)
    {
      note_left (self);
      show_page (self, place);
      note_visited (self);
    }
  if (enter)
    zp_page_enter (zp_window_get_page (self), TRUE);
  arrived (self);
  return TRUE;
}

static int
place_of_cell (ZpWindow *self, const char *id)
{
  ZpCell cell;

  if (!zp_report_find_cell (zp_session_get_report (self->session), id, &cell, NULL))
    return -1;
  return zp_outline_find_block (self->outline, cell.block);
}

static int
place_with (ZpWindow *self, const char *target)
{
  int place = zp_outline_find_passage (self->outline, target);

  return place >= 0 ? place : place_of_cell (self, target);
}

/* TRUE when @target is there; it is shown then. */
static gboolean
move_to (ZpWindow *self, const char *target)
{
  int place = zp_outline_find_place (self->outline, target);
  GtkWidget *page;

  if (place >= 0)
    {
      zp_page_enter (show_page (self, place), TRUE);
      return TRUE;
    }
  place = place_with (self, target);
  if (place < 0)
    return FALSE;
  page = show_page (self, place);
  if (!zp_page_go_to (page, self->session, target))
    zp_page_enter (page, TRUE);
  return TRUE;
}

/**
 * zp_window_go_to:
 * @target: id of a cell, of a passage, or of a place (see #ZpPlace)
 *
 * Returns: FALSE when there is none such, or what is being typed is refused
 */
gboolean
zp_window_go_to (ZpWindow *self, const char *target)
{
  g_return_val_if_fail (ZP_IS_WINDOW (self) && target != NULL, FALSE);

  if (self->session == NULL || !zp_window_commit (self))
    return FALSE;
  note_left (self);
  if (!move_to (self, target))
    return FALSE;
  note_visited (self);
  arrived (self);
  return TRUE;
}

/** zp_window_show_changed: goes to what the last step changed, if one is not there already. */
void
zp_window_show_changed (ZpWindow *self)
{
  GtkWidget *page = zp_window_get_page (self);
  g_autofree char *passage = page != NULL ? zp_page_get_passage (page) : NULL;
  g_autofree char *here = passage != NULL ? g_strdup (passage) : zp_window_get_target (self);
  g_autofree char *target = zp_session_find_changed (self->session, here);

  if (target != NULL)
    zp_window_go_to (self, target);
}

/** zp_window_step_visited: back to where one was (-1), or forward again (1). */
void
zp_window_step_visited (ZpWindow *self, int direction)
{
  int to = (int) self->at + direction;

  if (to < 0 || to >= (int) self->visited->len || !zp_window_commit (self))
    return;
  note_left (self);
  self->at = (guint) to;
  if (!move_to (self, g_ptr_array_index (self->visited, to)))
    move_to (self, OVERVIEW);
  arrived (self);
}

/** zp_window_step_place: to the next section that is there (1), or the one before (-1). */
void
zp_window_step_place (ZpWindow *self, int direction)
{
  int place = self->place + direction;

  while (place >= 0 && place < (int) zp_outline_count (self->outline) &&
         !zp_outline_is_shown (self->outline, (guint) place))
    place += direction;
  if (place >= 0 && place < (int) zp_outline_count (self->outline))
    zp_window_show_place (self, place, TRUE);
}

/** zp_window_focus_page: gives the keyboard back to the page, where it was. */
void
zp_window_focus_page (ZpWindow *self)
{
  GtkWidget *page = zp_window_get_page (self);
  g_autofree char *target = zp_window_get_target (self);

  if (page != NULL && (target == NULL || !zp_page_go_to (page, self->session, target)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/** zp_window_begin_focus: gives the keyboard to what the window is for, not to its header. */
void
zp_window_begin_focus (ZpWindow *self)
{
  if (zp_window_has_focus_in (self, self->body))
    return;
  if (self->session != NULL)
    zp_window_focus_page (self);
  else
    gtk_widget_child_focus (self->start, GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_in (ZpWindow *self, GtkWidget *widget)
{
  if (widget == self->sidebar_slot)
    return gtk_widget_get_mapped (widget) && zp_sidebar_focus (ZP_SIDEBAR (self->sidebar));
  if (widget == self->pane_slot && zp_window_focus_preview (self))
    return TRUE;
  if (widget != self->pages)
    return gtk_widget_get_mapped (widget) && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  zp_window_focus_page (self);
  return TRUE;
}

/** zp_window_step_focus: gives the keyboard to the next of sidebar, page and pane, or back. */
void
zp_window_step_focus (ZpWindow *self, int direction)
{
  GtkWidget *parts[] = { self->sidebar_slot, self->pages, self->pane_slot };
  const int n_parts = G_N_ELEMENTS (parts);
  int current = 1;

  for (int i = 0; i < n_parts; i++)
    if (zp_window_has_focus_in (self, parts[i]))
      current = i;
  for (int i = 1; i < n_parts; i++)
    if (focus_in (self, parts[(current + n_parts + i * direction) % n_parts]))
      return;
}
