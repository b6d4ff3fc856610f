/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keys and pointer of the page view. */
#include "app/preview/zp-page-view-private.h"

typedef enum
{
  MOVE_STEP,
  MOVE_PAGE,
  MOVE_ALL,
} Move;

static const struct
{
  guint key;
  GtkOrientation orientation;
  Move move;
  int direction;
} moves[] = {
  { GDK_KEY_Up, GTK_ORIENTATION_VERTICAL, MOVE_STEP, -1 },
  { GDK_KEY_Down, GTK_ORIENTATION_VERTICAL, MOVE_STEP, 1 },
  { GDK_KEY_Left, GTK_ORIENTATION_HORIZONTAL, MOVE_STEP, -1 },
  { GDK_KEY_Right, GTK_ORIENTATION_HORIZONTAL, MOVE_STEP, 1 },
  { GDK_KEY_Page_Up, GTK_ORIENTATION_VERTICAL, MOVE_PAGE, -1 },
  { GDK_KEY_Page_Down, GTK_ORIENTATION_VERTICAL, MOVE_PAGE, 1 },
  { GDK_KEY_space, GTK_ORIENTATION_VERTICAL, MOVE_PAGE, 1 },
  { GDK_KEY_Home, GTK_ORIENTATION_VERTICAL, MOVE_ALL, -1 },
  { GDK_KEY_End, GTK_ORIENTATION_VERTICAL, MOVE_ALL, 1 },
};

static double
get_step (GtkAdjustment *adjustment, Move move)
{
  switch (move)
    {
    case MOVE_PAGE:
      return gtk_adjustment_get_page_increment (adjustment);
    case MOVE_ALL:
      return gtk_adjustment_get_upper (adjustment);
    case MOVE_STEP:
    default:
      return gtk_adjustment_get_step_increment (adjustment);
    }
}

static void
scroll (ZpPageView *self, GtkOrientation orientation, Move move, int direction)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            direction * get_step (adjustment, move));
}

static guint
plain_key (guint key)
{
  static const guint keypad[][2] = {
    { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keypad); i++)
    if (keypad[i][0] == key)
      return keypad[i][1];
  return key;
}

static gboolean
lead_to (ZpPageView *self, const char *target)
{
  gboolean is_there;

  self->is_leading = TRUE;
  is_there = gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", target);
  self->is_leading = FALSE;
  return is_there;
}

static gboolean
activate_spot (ZpPageView *self)
{
  const ZpPreviewSpot *spot = zp_page_view_get_spot (self);
  g_autofree char *target = spot != NULL ? g_strdup (spot->target) : NULL;

  return target != NULL && lead_to (self, target);
}

static gboolean
leave_spot (ZpPageView *self)
{
  if (zp_page_view_get_spot (self) == NULL)
    return FALSE;
  zp_page_view_drop_spot (self);
  return TRUE;
}

static gboolean
press_for_spot (ZpPageView *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
      return zp_page_view_step_spot (self, -1);
    case GDK_KEY_Right:
      return zp_page_view_step_spot (self, 1);
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
      return activate_spot (self);
    case GDK_KEY_Escape:
      return leave_spot (self);
    default:
      return FALSE;
    }
}

/** zp_page_view_press: what a key does; FALSE when it is none of the view. */
gboolean
zp_page_view_press (ZpPageView *self, guint key, GdkModifierType state)
{
  guint pressed = plain_key (key);
  gboolean is_shifted = (state & GDK_SHIFT_MASK) != 0;

  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), FALSE);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (!is_shifted && press_for_spot (self, pressed))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == pressed)
      {
        scroll (self, moves[i].orientation, moves[i].move,
                pressed == GDK_KEY_space && is_shifted ? -1 : moves[i].direction);
        return TRUE;
      }
  return FALSE;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  return zp_page_view_press (ZP_PAGE_VIEW (data), key, state);
}

static const char *
find_target (ZpPageView *self, double x, double y)
{
  guint page;
  double page_x;
  double page_y;

  if (!zp_page_view_find_point (self, x, y, &page, &page_x, &page_y))
    return NULL;
  return zp_preview_find_target (self->preview, page, page_x, page_y);
}

/**
 * zp_page_view_activate_at:
 * @x @y: in pixels of the widget
 *
 * Goes to where the figure or the passage at that point is typed.
 *
 * Returns: FALSE when there is none
 */
gboolean
zp_page_view_activate_at (ZpPageView *self, double x, double y)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (ZP_IS_PAGE_VIEW (self), FALSE);

  target = g_strdup (find_target (self, x, y));
  return target != NULL && lead_to (self, target);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  leave_spot (ZP_PAGE_VIEW (data));
  gtk_widget_grab_focus (GTK_WIDGET (data));
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer data)
{
  if (n_press == 1)
    zp_page_view_activate_at (ZP_PAGE_VIEW (data), x, y);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, gpointer data)
{
  gboolean is_target = find_target (ZP_PAGE_VIEW (data), x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (data), is_target ? "pointer" : NULL);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll_controller, double dx, double dy, gpointer data)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll_controller);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  int direction = (dy < 0) - (dy > 0);

  if ((state & GDK_CONTROL_MASK) == 0 || direction == 0)
    return FALSE;
  zp_page_view_step_zoom (ZP_PAGE_VIEW (data), direction);
  return TRUE;
}

/** zp_page_view_add_controllers: lets the view take keys and the pointer. */
void
zp_page_view_add_controllers (ZpPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, wheel);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
