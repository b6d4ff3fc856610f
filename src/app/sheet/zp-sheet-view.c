/* SPDX-License-Identifier: GPL-3.0-or-later
 * A sheet of cells to type in: the widget itself, its life and its size. */
#include "app/sheet/zp-sheet-view.h"

#include <glib/gi18n-lib.h>

#include "app/common/zp-parts.h"
#include "app/sheet/zp-sheet-view-private.h"

G_DEFINE_FINAL_TYPE (ZpSheetView, zp_sheet_view, GTK_TYPE_WIDGET)

enum
{
  CURSOR_MOVED,
  ROWS_CHANGED,
  LEFT,
  PASTE_PLANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is typed now is loaded when it is taken over. */
static void
on_changed (ZpSheetView *self)
{
  if (self->geometry.em == 0)
    return;
  zp_sheet_view_keep_cursor (self);
  zp_sheet_view_refill (self);
  if (self->mode == ZP_SHEET_RESTING)
    zp_sheet_view_load_editor (self);
  zp_sheet_view_update_actions (self);
  if (self->n_rows == zp_sheet_count_rows (self->sheet))
    return;
  self->n_rows = zp_sheet_count_rows (self->sheet);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
  if (self->row >= 0)
    g_signal_emit (self, signals[CURSOR_MOVED], 0);
}

static void
on_state_changed (ZpSheetView *self)
{
  zp_sheet_view_mark (self);
  if (self->mode == ZP_SHEET_RESTING)
    zp_sheet_view_load_editor (self);
  zp_sheet_view_update_actions (self);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

/**
 * zp_sheet_view_new:
 * @block: number of a block of the pack
 */
GtkWidget *
zp_sheet_view_new (ZpSession *session, int block)
{
  g_autoptr (ZpSheetLines) lines = zp_sheet_lines_new ();

  return zp_sheet_view_new_with_lines (session, block, lines);
}

/**
 * zp_sheet_view_new_with_lines:
 * @lines: shared with the other sheets of the page
 */
GtkWidget *
zp_sheet_view_new_with_lines (ZpSession *session, int block, ZpSheetLines *lines)
{
  ZpSheetView *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (session) && lines != NULL, NULL);

  self = g_object_new (ZP_TYPE_SHEET_VIEW, NULL);
  self->session = g_object_ref (session);
  self->sheet = zp_sheet_new (session, block);
  self->lines = zp_sheet_lines_ref (lines);
  self->n_rows = zp_sheet_count_rows (self->sheet);
  title = zp_sheet_get_title (self->sheet);
  zp_set_label (GTK_WIDGET (self), title);
  zp_sheet_view_make_heads (self);
  zp_sheet_view_update_actions (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "state-changed", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "pointed", G_CALLBACK (zp_sheet_view_mark), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** zp_sheet_view_get_sheet: (transfer none): what it shows. */
ZpSheet *
zp_sheet_view_get_sheet (ZpSheetView *self)
{
  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), NULL);

  return self->sheet;
}

/* The size of the text is known now, or is another. */
static void
measure_all (ZpSheetView *self)
{
  gboolean is_first = self->geometry.em == 0;

  if (!zp_sheet_view_measure_font (self))
    return;
  if (!is_first)
    zp_sheet_lines_clear (self->lines);
  zp_sheet_view_measure_heads (self);
  zp_sheet_view_refill (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
zp_sheet_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zp_sheet_view_parent_class)->root (widget);
  measure_all (ZP_SHEET_VIEW (widget));
}

static void
zp_sheet_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (zp_sheet_view_parent_class)->map (widget);
  zp_sheet_view_follow_page (ZP_SHEET_VIEW (widget), TRUE);
}

static void
zp_sheet_view_unmap (GtkWidget *widget)
{
  zp_sheet_view_follow_page (ZP_SHEET_VIEW (widget), FALSE);
  GTK_WIDGET_CLASS (zp_sheet_view_parent_class)->unmap (widget);
}

static void
zp_sheet_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);

  GTK_WIDGET_CLASS (zp_sheet_view_parent_class)->css_changed (widget, change);
  if (self->sheet != NULL && gtk_widget_get_root (widget) != NULL && self->geometry.em != 0)
    measure_all (self);
}

static GtkSizeRequestMode
zp_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_placed (ZpSheetView *self, int width)
{
  int scrollbar = 0;

  zp_sheet_view_place_columns (self, width);
  if (zp_sheet_view_overflows (self, width))
    gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, -1, &scrollbar, NULL, NULL,
                        NULL);
  return zp_sheet_view_get_full_height (self) + scrollbar + zp_sheet_view_get_long_overhang (self);
}

/* Whoever only asks gets no other columns than those that are seen. */
static int
measure_height (ZpSheetView *self, int width)
{
  int seen = gtk_widget_get_width (GTK_WIDGET (self));
  int height = measure_placed (self, width < 0 ? zp_sheet_view_get_natural_width (self) : width);

  if (seen > 0)
    zp_sheet_view_place_columns (self, seen);
  return height;
}

static void
zp_sheet_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ZpSheetView *self = ZP_SHEET_VIEW (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, for_size);
      return;
    }
  *natural = zp_sheet_view_get_natural_width (self);
  *minimum = MIN (*natural, self->geometry.row_head_need + 8 * self->geometry.em);
}

/** zp_sheet_view_count_widgets: cells that have a widget, heads not counted. */
guint
zp_sheet_view_count_widgets (ZpSheetView *self)
{
  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), 0);

  return self->slots->len * (guint) zp_sheet_count_columns (self->sheet);
}

/** zp_sheet_view_count_filled: how often a cell was read since the view was made. */
guint
zp_sheet_view_count_filled (ZpSheetView *self)
{
  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), 0);

  return self->n_filled;
}

static void
unparent_parts (ZpSheetView *self)
{
  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->choices != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->choices)));
  for (guint i = 0; i < 4; i++)
    g_clear_pointer (&self->editors[i / 2][i % 2], gtk_widget_unparent);
  self->editor = NULL;
  zp_sheet_view_free_slots (self);
  zp_sheet_view_free_heads (self);
  g_clear_pointer (&self->range, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
}

static void
zp_sheet_view_dispose (GObject *object)
{
  ZpSheetView *self = ZP_SHEET_VIEW (object);

  self->mode = ZP_SHEET_RESTING;
  self->row = self->end_row = -1;
  zp_sheet_view_follow_page (self, FALSE);
  unparent_parts (self);
  g_clear_pointer (&self->sheet, zp_sheet_free);
  g_clear_object (&self->session);
  g_clear_object (&self->scroll);
  G_OBJECT_CLASS (zp_sheet_view_parent_class)->dispose (object);
}

static void
zp_sheet_view_finalize (GObject *object)
{
  ZpSheetView *self = ZP_SHEET_VIEW (object);

  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->heads);
  g_array_unref (self->groups);
  g_array_unref (self->geometry.needs);
  g_array_unref (self->geometry.edges);
  g_clear_pointer (&self->lines, zp_sheet_lines_unref);
  g_free (self->fault);
  G_OBJECT_CLASS (zp_sheet_view_parent_class)->finalize (object);
}

static void
make_signals (void)
{
  signals[CURSOR_MOVED] = g_signal_new ("cursor-moved", ZP_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", ZP_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", ZP_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[PASTE_PLANNED] = g_signal_new ("paste-planned", ZP_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
zp_sheet_view_class_init (ZpSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = zp_sheet_view_dispose;
  object_class->finalize = zp_sheet_view_finalize;
  widget_class->root = zp_sheet_view_root;
  widget_class->map = zp_sheet_view_map;
  widget_class->unmap = zp_sheet_view_unmap;
  widget_class->css_changed = zp_sheet_view_css_changed;
  widget_class->get_request_mode = zp_sheet_view_get_request_mode;
  widget_class->measure = zp_sheet_view_measure;
  widget_class->size_allocate = zp_sheet_view_allocate;
  widget_class->snapshot = zp_sheet_view_snapshot;
  widget_class->grab_focus = zp_sheet_view_grab_focus;
  widget_class->focus = zp_sheet_view_take_focus;
  make_signals ();
  zp_sheet_view_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "zp-sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

/* Drawn first what stands first; popovers and editors come later. */
static void
make_parts (ZpSheetView *self)
{
  self->scroll = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->scroll, "value-changed",
                           G_CALLBACK (zp_sheet_view_on_scrolled_across), self, G_CONNECT_SWAPPED);
  self->range = g_object_new (GTK_TYPE_BOX, "css-name", "zp-range", "can-target", FALSE, NULL);
  self->hint = zp_label_new (_ ("Nothing here yet"), "zp-caption");
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->scroll);
  gtk_widget_set_parent (self->range, GTK_WIDGET (self));
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
}

static void
zp_sheet_view_init (ZpSheetView *self)
{
  self->row = self->column = self->end_row = self->end_column = -1;
  self->slots = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (ZpSheetGroup));
  self->geometry.needs = g_array_new (FALSE, TRUE, sizeof (int));
  self->geometry.edges = g_array_new (FALSE, TRUE, sizeof (int));
  make_parts (self);
  zp_sheet_view_watch_focus (self);
  zp_sheet_view_add_pointer (self);
}
