/* SPDX-License-Identifier: GPL-3.0-or-later
 * What each key does in a sheet. Keys come here after the input method: it may want them. */
#include "app/sheet/zp-sheet-view-private.h"

#define SHIFT GDK_SHIFT_MASK
#define CTRL GDK_CONTROL_MASK
#define ALT GDK_ALT_MASK
#define ANY_MODIFIER (SHIFT | CTRL | ALT)

/**
 * When: in which modes a key has that meaning.
 */
typedef enum
{
  RESTING = 1 << ZP_SHEET_RESTING,
  TYPING = 1 << ZP_SHEET_TYPING,
  EDITING = 1 << ZP_SHEET_EDITING,
  NOT_EDITING = RESTING | TYPING,
  ALWAYS = RESTING | TYPING | EDITING,
} When;

/**
 * Key: what it does: @act, else @run, else a step by @rows and @columns.
 * @long_text: whether it has that meaning while a text of several lines is written, too
 * @extend: the range goes there
 */
typedef struct
{
  guint key;
  GdkModifierType modifiers;
  When when;
  gboolean long_text;
  gboolean (*act) (ZpSheetView *self);
  void (*run) (ZpSheetView *self);
  int rows;
  int columns;
  gboolean extend;
} Key;

static int
page_of (ZpSheetView *self)
{
  int top;
  int bottom;

  zp_sheet_view_get_sight (self, &top, &bottom);
  bottom -= top + zp_sheet_view_get_heads_height (self);
  return MAX (bottom / MAX (self->geometry.row_height, 1) - 1, 1);
}

static void
go_page_up (ZpSheetView *self)
{
  zp_sheet_view_move_by (self, -page_of (self), 0, FALSE);
}

static void
go_page_down (ZpSheetView *self)
{
  zp_sheet_view_move_by (self, page_of (self), 0, FALSE);
}

static void
go_home (ZpSheetView *self)
{
  zp_sheet_view_move_to (self, self->row, 0, FALSE);
}

static void
go_end (ZpSheetView *self)
{
  zp_sheet_view_move_to (self, self->row, G_MAXINT16, FALSE);
}

static void
go_first (ZpSheetView *self)
{
  zp_sheet_view_move_to (self, 0, 0, FALSE);
}

static void
go_last (ZpSheetView *self)
{
  zp_sheet_view_move_to (self, G_MAXINT32, G_MAXINT16, FALSE);
}

static void
go_next (ZpSheetView *self)
{
  zp_sheet_view_tab (self, TRUE);
}

static void
go_previous (ZpSheetView *self)
{
  zp_sheet_view_tab (self, FALSE);
}

static void
select_all (ZpSheetView *self)
{
  zp_sheet_view_select (self, 0, 0, G_MAXINT32, G_MAXINT16);
}

/* Gives up the entry; then the range. */
static gboolean
escape (ZpSheetView *self)
{
  if (self->mode != ZP_SHEET_RESTING)
    zp_sheet_view_give_up (self);
  else if (zp_sheet_view_has_range (self))
    zp_sheet_view_move_to (self, self->row, self->column, FALSE);
  else if (self->bubble != NULL && gtk_widget_get_visible (self->bubble))
    zp_sheet_view_hush (self);
  else
    return FALSE;
  return TRUE;
}

/* Typing begins in an empty cell. */
static void
erase (ZpSheetView *self)
{
  if (!zp_sheet_is_typed (self->sheet, self->row, self->column))
    zp_sheet_view_explain_lock (self);
  else
    zp_sheet_editor_replace (ZP_SHEET_EDITOR (self->editor), "");
}

static void
paste (ZpSheetView *self)
{
  zp_sheet_view_paste (self, FALSE);
}

static void
paste_shown (ZpSheetView *self)
{
  zp_sheet_view_paste (self, TRUE);
}

static void
fill_or_duplicate (ZpSheetView *self)
{
  if (zp_sheet_view_has_range (self))
    zp_sheet_view_fill_down (self);
  else
    zp_sheet_view_duplicate_row (self);
}

static void
raise_row (ZpSheetView *self)
{
  zp_sheet_view_move_row (self, -1);
}

static void
lower_row (ZpSheetView *self)
{
  zp_sheet_view_move_row (self, 1);
}

static void
popup_menu (ZpSheetView *self)
{
  zp_sheet_view_popup_menu (self, NULL);
}

static void
explain (ZpSheetView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.explain", NULL);
}

static const Key keys[] = {
  { GDK_KEY_Tab, 0, ALWAYS, TRUE, .run = go_next },
  { GDK_KEY_ISO_Left_Tab, SHIFT, ALWAYS, TRUE, .run = go_previous },
  { GDK_KEY_Tab, SHIFT, ALWAYS, TRUE, .run = go_previous },
  { GDK_KEY_Return, 0, ALWAYS, .rows = 1 },
  { GDK_KEY_Return, SHIFT, ALWAYS, .rows = -1 },
  { GDK_KEY_Return, CTRL, ALWAYS, TRUE, .run = zp_sheet_view_add_row },
  { GDK_KEY_Return, ALT, RESTING, .run = zp_sheet_view_accept_hint },
  { GDK_KEY_Up, 0, ALWAYS, .rows = -1 },
  { GDK_KEY_Down, 0, ALWAYS, .rows = 1 },
  { GDK_KEY_Left, 0, NOT_EDITING, .columns = -1 },
  { GDK_KEY_Right, 0, NOT_EDITING, .columns = 1 },
  { GDK_KEY_Up, SHIFT, NOT_EDITING, .rows = -1, .extend = TRUE },
  { GDK_KEY_Down, SHIFT, NOT_EDITING, .rows = 1, .extend = TRUE },
  { GDK_KEY_Left, SHIFT, RESTING, .columns = -1, .extend = TRUE },
  { GDK_KEY_Right, SHIFT, RESTING, .columns = 1, .extend = TRUE },
  { GDK_KEY_Page_Up, 0, ALWAYS, .run = go_page_up },
  { GDK_KEY_Page_Down, 0, ALWAYS, .run = go_page_down },
  { GDK_KEY_Home, 0, RESTING, .run = go_home },
  { GDK_KEY_End, 0, RESTING, .run = go_end },
  { GDK_KEY_Home, CTRL, RESTING, .run = go_first },
  { GDK_KEY_End, CTRL, RESTING, .run = go_last },
  { GDK_KEY_a, CTRL, RESTING, .run = select_all },
  { GDK_KEY_Escape, 0, ALWAYS, TRUE, .act = escape },
  { GDK_KEY_Delete, 0, RESTING, .run = zp_sheet_view_clear_range },
  { GDK_KEY_BackSpace, 0, RESTING, .run = erase },
  { GDK_KEY_F2, 0, NOT_EDITING, .act = zp_sheet_view_begin_edit },
  { GDK_KEY_F4, 0, RESTING, .act = zp_sheet_view_begin_edit },
  { GDK_KEY_F1, 0, ALWAYS, TRUE, .run = explain },
  { GDK_KEY_Down, ALT, ALWAYS, .run = lower_row },
  { GDK_KEY_Up, ALT, ALWAYS, .run = raise_row },
  { GDK_KEY_c, CTRL, RESTING, .run = zp_sheet_view_copy },
  { GDK_KEY_x, CTRL, RESTING, .run = zp_sheet_view_cut },
  { GDK_KEY_v, CTRL, RESTING, .run = paste },
  { GDK_KEY_v, CTRL | SHIFT, RESTING, .run = paste_shown },
  { GDK_KEY_Insert, CTRL, RESTING, .run = zp_sheet_view_copy },
  { GDK_KEY_Insert, SHIFT, RESTING, .run = paste },
  { GDK_KEY_d, CTRL, RESTING, .run = fill_or_duplicate },
  { GDK_KEY_minus, CTRL, RESTING, .run = zp_sheet_view_remove_row },
  { GDK_KEY_Menu, 0, ALWAYS, TRUE, .run = popup_menu },
  { GDK_KEY_F10, SHIFT, ALWAYS, TRUE, .run = popup_menu },
};

static gboolean
act (ZpSheetView *self, const Key *key)
{
  if (key->act != NULL)
    return key->act (self);
  if (key->run != NULL)
    key->run (self);
  else
    zp_sheet_view_move_by (self, key->rows, key->columns, key->extend);
  return TRUE;
}

/* Keys of the number pad do what the others do. */
static guint
plain_key (guint key)
{
  static const struct
  {
    guint pad;
    guint plain;
  } pads[] = {
    { GDK_KEY_KP_Enter, GDK_KEY_Return },    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Up, GDK_KEY_Up },           { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Left, GDK_KEY_Left },       { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Home, GDK_KEY_Home },       { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up }, { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },   { GDK_KEY_KP_Subtract, GDK_KEY_minus },
    { GDK_KEY_KP_Tab, GDK_KEY_Tab },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pads); i++)
    if (pads[i].pad == key)
      return pads[i].plain;
  return gdk_keyval_to_lower (key);
}

static gboolean
is_writing_long (ZpSheetView *self)
{
  return self->mode != ZP_SHEET_RESTING && zp_sheet_editor_is_long (ZP_SHEET_EDITOR (self->editor));
}

static gboolean
fits (ZpSheetView *self, const Key *key, guint keyval, GdkModifierType modifiers)
{
  return key->key == keyval && key->modifiers == modifiers &&
         (key->when & (1u << self->mode)) != 0 && (key->long_text || !is_writing_long (self));
}

static gboolean
begins_text (guint key, GdkModifierType modifiers)
{
  return (modifiers & (CTRL | ALT | GDK_SUPER_MASK)) == 0 && gdk_keyval_to_unicode (key) >= ' ';
}

/* What is typed into a cell that takes nothing is answered. */
static gboolean
answer_typing (ZpSheetView *self, guint key, GdkModifierType modifiers)
{
  if (!begins_text (key, modifiers) || self->mode != ZP_SHEET_RESTING ||
      zp_sheet_is_typed (self->sheet, self->row, self->column))
    return FALSE;
  zp_sheet_view_explain_lock (self);
  return TRUE;
}

/**
 * zp_sheet_view_press:
 * @key: key value
 *
 * Does what the key does in the current cell.
 *
 * Returns: FALSE when it means nothing here
 */
gboolean
zp_sheet_view_press (ZpSheetView *self, guint key, GdkModifierType modifiers)
{
  guint plain = plain_key (key);

  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self), FALSE);

  if (self->row < 0)
    return FALSE;
  modifiers &= ANY_MODIFIER;
  if (zp_sheet_view_is_offering (self) && zp_sheet_choices_press (self->choices, plain, modifiers))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (fits (self, &keys[i], plain, modifiers))
      return act (self, &keys[i]);
  return answer_typing (self, key, modifiers);
}

/* A text of several lines gives its keys to the input method after this: from the first of them on
 * the arrows are not ours. */
static gboolean
on_key (ZpSheetView *self, guint key, guint code, GdkModifierType modifiers)
{
  ZpSheetEditor *editor = ZP_SHEET_EDITOR (self->editor);

  if (zp_sheet_editor_is_composing (editor))
    return FALSE;
  if (zp_sheet_view_press (self, key, modifiers))
    return TRUE;
  if (zp_sheet_editor_is_long (editor) && begins_text (key, modifiers))
    zp_sheet_editor_touch (editor);
  return FALSE;
}

/**
 * zp_sheet_view_listen:
 *
 * Keys are handled in the bubble phase: after the input method, before those that an entry knows
 * itself.
 */
void
zp_sheet_view_listen (ZpSheetView *self, GtkWidget *editor)
{
  GtkWidget *inner = zp_sheet_editor_get_inner (ZP_SHEET_EDITOR (editor));
  GtkEventController *keyboard = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keyboard, GTK_PHASE_BUBBLE);
  g_signal_connect_swapped (keyboard, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (inner, keyboard);
}
