/* SPDX-License-Identifier: GPL-3.0-or-later
 * One page of forms: its sheets, one below the other, and the cell bar. */
#include "app/sheet/zp-cell-bar.h"
#include "app/sheet/zp-form-page-private.h"

G_DEFINE_FINAL_TYPE (ZpFormPage, zp_form_page, GTK_TYPE_WIDGET)

enum
{
  CELL_CHANGED,
  PASTE_PLANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static ZpFormSheet *
sheet_at (ZpFormPage *self, int index)
{
  return index >= 0 && index < (int) self->sheets->len
           ? &g_array_index (self->sheets, ZpFormSheet, index)
           : NULL;
}

static int
find_sheet (ZpFormPage *self, ZpSheetView *view)
{
  for (int i = 0; i < (int) self->sheets->len; i++)
    if (sheet_at (self, i)->view == view)
      return i;
  return -1;
}

static void
show_cell (ZpFormPage *self)
{
  ZpCell cell;

  zp_cell_bar_set_cell (ZP_CELL_BAR (self->bar),
                        zp_form_page_get_cell (self, &cell) ? &cell : NULL);
  g_signal_emit (self, signals[CELL_CHANGED], 0);
}

/* One cell of the page is current. A refused entry calls the keyboard back. */
static void
on_cursor_moved (ZpFormPage *self, ZpSheetView *view)
{
  ZpSheetView *before = self->current;

  if (before != NULL && before != view && !zp_sheet_view_commit (before))
    {
      zp_sheet_view_drop_cursor (view);
      gtk_widget_grab_focus (GTK_WIDGET (before));
      return;
    }
  self->current = view;
  if (before != NULL && before != view)
    zp_sheet_view_drop_cursor (before);
  show_cell (self);
}

/* A report that must not be changed can be looked at cell by cell. */
static gboolean
has_cells_to_visit (ZpSheetView *view)
{
  ZpSheet *sheet = zp_sheet_view_get_sheet (view);

  if (zp_session_get_lock (zp_sheet_get_session (sheet)) != NULL)
    return zp_sheet_count_rows (sheet) > 0;
  return zp_sheet_view_has_typed (view);
}

static gboolean
enter_sheet (ZpFormSheet *sheet, gboolean forward)
{
  if (has_cells_to_visit (sheet->view))
    zp_sheet_view_enter (sheet->view, forward);
  else if (sheet->tools != NULL && zp_sheet_view_can (sheet->view, "sheet.add-row"))
    zp_sheet_tools_focus (sheet->tools);
  else
    return FALSE;
  return TRUE;
}

static gboolean
enter_from (ZpFormPage *self, int index, gboolean forward)
{
  for (; sheet_at (self, index) != NULL; index += forward ? 1 : -1)
    if (enter_sheet (sheet_at (self, index), forward))
      return TRUE;
  return FALSE;
}

static void
on_left (ZpFormPage *self, gboolean forward, ZpSheetView *view)
{
  if (!enter_from (self, find_sheet (self, view) + (forward ? 1 : -1), forward))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                forward ? "win.next-section" : "win.previous-section", NULL);
}

static void
on_paste_planned (ZpFormPage *self, ZpClipPlan *plan, ZpSheetView *view)
{
  g_signal_emit (self, signals[PASTE_PLANNED], 0, zp_sheet_view_get_sheet (view), plan);
}

static void
add_sheet (ZpFormPage *self, GtkWidget *box, int block, ZpSheetLines *lines, const char *page_title)
{
  ZpFormSheet sheet;

  gtk_box_append (GTK_BOX (box),
                  zp_form_sheet_make (&sheet, self->session, block, lines, page_title));
  g_array_append_val (self->sheets, sheet);
  g_signal_connect_object (sheet.view, "cursor-moved", G_CALLBACK (on_cursor_moved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet.view, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet.view, "paste-planned", G_CALLBACK (on_paste_planned), self,
                           G_CONNECT_SWAPPED);
}

static void
fill (ZpFormPage *self, const ZpPlace *place)
{
  g_autoptr (ZpSheetLines) lines = zp_sheet_lines_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_widget_add_css_class (box, "zp-form");
  gtk_box_append (GTK_BOX (box), zp_form_head_make (place->title, place->help));
  for (guint i = 0; i < place->page->blocks->len; i++)
    add_sheet (self, box, g_array_index (place->page->blocks, int, i), lines, place->title);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), viewport);
}

/**
 * zp_form_page_new:
 * @place: of kind %ZP_PLACE_FORM
 */
GtkWidget *
zp_form_page_new (ZpSession *session, const ZpPlace *place)
{
  ZpFormPage *self;

  g_return_val_if_fail (ZP_IS_SESSION (session) && place != NULL && place->page != NULL, NULL);

  self = g_object_new (ZP_TYPE_FORM_PAGE, NULL);
  self->session = g_object_ref (session);
  self->bar = zp_cell_bar_new (session);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  fill (self, place);
  return GTK_WIDGET (self);
}

/** zp_form_page_get_cell: @cell: (out): the current cell. Returns: FALSE when there is none. */
gboolean
zp_form_page_get_cell (ZpFormPage *self, ZpCell *cell)
{
  g_return_val_if_fail (ZP_IS_FORM_PAGE (self), FALSE);

  return self->current != NULL && zp_sheet_view_get_cell (self->current, cell);
}

/** zp_form_page_go_to: scrolls to @cell and gives it the keyboard; FALSE when it is not here. */
gboolean
zp_form_page_go_to (ZpFormPage *self, ZpCell cell)
{
  g_return_val_if_fail (ZP_IS_FORM_PAGE (self), FALSE);

  for (int i = 0; i < (int) self->sheets->len; i++)
    if (zp_sheet_view_go_to (sheet_at (self, i)->view, cell))
      return TRUE;
  return FALSE;
}

/**
 * zp_form_page_enter:
 * @forward: at the first cell to be typed, otherwise at the last; back to the current cell where
 * there is one
 */
void
zp_form_page_enter (ZpFormPage *self, gboolean forward)
{
  ZpCell cell;

  g_return_if_fail (ZP_IS_FORM_PAGE (self));

  if (zp_form_page_get_cell (self, &cell))
    gtk_widget_grab_focus (GTK_WIDGET (self->current));
  else
    enter_from (self, forward ? 0 : (int) self->sheets->len - 1, forward);
}

/** zp_form_page_commit: takes over what is being typed; FALSE when it was refused. */
gboolean
zp_form_page_commit (ZpFormPage *self)
{
  g_return_val_if_fail (ZP_IS_FORM_PAGE (self), FALSE);

  return self->current == NULL || zp_sheet_view_commit (self->current);
}

static gboolean
zp_form_page_grab_focus (GtkWidget *widget)
{
  zp_form_page_enter (ZP_FORM_PAGE (widget), TRUE);
  return TRUE;
}

static void
zp_form_page_dispose (GObject *object)
{
  ZpFormPage *self = ZP_FORM_PAGE (object);

  g_array_set_size (self->sheets, 0);
  self->current = NULL;
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_form_page_parent_class)->dispose (object);
}

static void
zp_form_page_finalize (GObject *object)
{
  g_array_unref (ZP_FORM_PAGE (object)->sheets);
  G_OBJECT_CLASS (zp_form_page_parent_class)->finalize (object);
}

static void
zp_form_page_class_init (ZpFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = zp_form_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = zp_form_page_finalize;
  widget_class->grab_focus = zp_form_page_grab_focus;
  signals[CELL_CHANGED] = g_signal_new ("cell-changed", ZP_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTE_PLANNED] =
    g_signal_new ("paste-planned", ZP_TYPE_FORM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "zp-form-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
zp_form_page_init (ZpFormPage *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (ZpFormSheet));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-page");
}
