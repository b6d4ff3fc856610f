/* SPDX-License-Identifier: GPL-3.0-or-later
 * The text of one section as one editable view: its life, keys, clicks and tips. */
#include "app/prose/zp-prose-view.h"

#include <glib/gi18n-lib.h>

#include "app/prose/zp-prose-view-private.h"

enum
{
  CHIP_ACTIVATED,
  CARET_MOVED,
  N_SIGNALS,
};

#define SMALLEST_WIDTH 240

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ZpProseView, zp_prose_view, GTK_TYPE_TEXT_VIEW)

static void
zp_prose_view_dispose (GObject *object)
{
  ZpProseView *self = ZP_PROSE_VIEW (object);

  self->quiet++;
  self->current = NULL;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->measure_source, g_source_remove);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->bars, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (zp_prose_view_parent_class)->dispose (object);
}

static void
zp_prose_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && ZP_PROSE_VIEW (view)->fields != NULL)
    zp_prose_view_snapshot_below (ZP_PROSE_VIEW (view), snapshot);
}

static gboolean
on_measure (gpointer data)
{
  ZpProseView *self = data;

  self->measure_source = 0;
  zp_prose_view_measure (self);
  return G_SOURCE_REMOVE;
}

/* Measures follow the size of the text; they cannot change while places are given out. */
static void
zp_prose_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ZpProseView *self = ZP_PROSE_VIEW (widget);

  GTK_WIDGET_CLASS (zp_prose_view_parent_class)->size_allocate (widget, width, height, baseline);
  self->width = width;
  if (self->measure_source == 0)
    self->measure_source = g_idle_add (on_measure, self);
}

/* Bars are as wide as the text is; that must not keep the window from becoming narrower. */
static void
zp_prose_view_measure_size (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GTK_WIDGET_CLASS (zp_prose_view_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SMALLEST_WIDTH);
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zp_prose_view_commit (ZP_PROSE_VIEW (widget));
  gtk_widget_activate_action (widget, name[6] == 'u' ? "win.undo" : "win.redo", NULL);
}

static void
zp_prose_view_copy_clipboard (GtkTextView *view)
{
  zp_prose_view_copy (ZP_PROSE_VIEW (view));
}

static void
zp_prose_view_cut_clipboard (GtkTextView *view)
{
  zp_prose_view_cut (ZP_PROSE_VIEW (view));
}

static void
zp_prose_view_paste_clipboard (GtkTextView *view)
{
  if (!zp_prose_view_paste_pieces (ZP_PROSE_VIEW (view)))
    GTK_TEXT_VIEW_CLASS (zp_prose_view_parent_class)->paste_clipboard (view);
}

static void
zp_prose_view_class_init (ZpProseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = zp_prose_view_dispose;
  widget_class->measure = zp_prose_view_measure_size;
  widget_class->size_allocate = zp_prose_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = zp_prose_view_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = zp_prose_view_copy_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->cut_clipboard = zp_prose_view_cut_clipboard;
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = zp_prose_view_paste_clipboard;
  gtk_widget_class_install_action (widget_class, "prose.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "prose.redo", NULL, on_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "prose.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, both, "prose.redo", NULL);
  signals[CHIP_ACTIVATED] = g_signal_new ("chip-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CARET_MOVED] = g_signal_new ("caret-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/** zp_prose_view_emit_chip: somebody wants to see the figure at the caret. */
void
zp_prose_view_emit_chip (ZpProseView *self)
{
  g_signal_emit (self, signals[CHIP_ACTIVATED], 0);
}

/** zp_prose_view_emit_caret: the caret went to another place. */
void
zp_prose_view_emit_caret (ZpProseView *self)
{
  g_signal_emit (self, signals[CARET_MOVED], 0);
}

static gboolean
get_iter_at (ZpProseView *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (view, iter, buffer_x, buffer_y);
}

/* A chip is pressed like a button; with Shift the selection grows as in other text. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ZpProseView *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  GtkTextIter end;
  GtkTextTag *tag;

  if (n_press != 1 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0 ||
      !get_iter_at (self, x, y, &iter))
    return;
  tag = zp_prose_chip_at (&iter);
  if (tag == NULL)
    tag = zp_prose_match_at (&iter);
  if (tag == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  zp_prose_chip_get_bounds (tag, &iter, &iter, &end);
  gtk_text_buffer_place_cursor (buffer, &iter);
  zp_prose_view_activate_chip (self);
}

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

/* Only looks on: whether the key is one of the input method or of the text is decided behind. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        ZpProseView *self)
{
  self->entered = is_enter (keyval) && (state & GDK_SHIFT_MASK) == 0 &&
                  zp_prose_view_get_chip (self, NULL) != NULL;
  return GDK_EVENT_PROPAGATE;
}

static void
on_leave (GtkEventControllerFocus *controller, ZpProseView *self)
{
  zp_prose_view_commit (self);
}

static void
on_preedit (GtkTextView *view, const char *preedit, ZpProseView *self)
{
  self->has_preedit = preedit != NULL && *preedit != '\0';
}

static char *
describe_at (ZpProseView *self, const GtkTextIter *iter)
{
  GtkTextTag *chip = zp_prose_chip_at (iter);
  GtkTextTag *match = zp_prose_match_at (iter);

  if (chip != NULL)
    return zp_prose_say (self->session, zp_prose_chip_get_piece (chip));
  if (match != NULL)
    return g_strdup_printf (_ ("Typed by hand; equals %s"), zp_prose_match_get (match)->label);
  return NULL;
}

static gboolean
on_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  ZpProseView *self = ZP_PROSE_VIEW (widget);
  g_autofree char *text = NULL;
  GtkTextIter iter;

  if (keyboard)
    zp_prose_view_get_insert (self, &iter);
  else if (!get_iter_at (self, x, y, &iter))
    return FALSE;
  text = describe_at (self, &iter);
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
add_controllers (ZpProseView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
zp_prose_view_init (ZpProseView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_field_free);
  self->bars = g_ptr_array_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self), "zp-prose");
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, ZP_PROSE_MARGIN);
  gtk_text_view_set_right_margin (view, ZP_PROSE_MARGIN);
  gtk_text_view_set_top_margin (view, 8);
  gtk_text_view_set_bottom_margin (view, 24);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (on_preedit), self);
  add_controllers (self);
}

/**
 * zp_prose_view_new:
 * @section: a top section of the body of the pack of @session
 *
 * Returns: (transfer floating): its text, ready to be edited
 */
GtkWidget *
zp_prose_view_new (ZpSession *session, const ZpSection *section)
{
  ZpProseView *self = g_object_new (ZP_TYPE_PROSE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->section = section;
  zp_prose_view_connect_guard (self);
  g_signal_connect_object (session, "pointed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  zp_prose_view_refresh (self);
  return GTK_WIDGET (self);
}

/** zp_prose_view_get_insert: where the caret is. */
void
zp_prose_view_get_insert (ZpProseView *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}
