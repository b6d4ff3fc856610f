/* SPDX-License-Identifier: GPL-3.0-or-later
 * Actions of a sheet, and the menu that offers them. */
#include <glib/gi18n-lib.h>

#include "app/common/zp-spoken.h"
#include "app/sheet/zp-sheet-view-private.h"

/**
 * Action:
 * @label: in the menu; @accel: shown beside it
 * @needs: what must be there for it
 */
typedef enum
{
  NEEDS_CELL,  /* a current cell */
  NEEDS_OPEN,  /* and a report that is not locked */
  NEEDS_TABLE, /* a table that is not locked */
  NEEDS_ROW,   /* and a current row in it */
} Needs;

typedef struct
{
  const char *name;
  const char *label;
  const char *accel;
  Needs needs;
  int section;
  void (*act) (ZpSheetView *self);
} Action;

static void
edit (ZpSheetView *self)
{
  zp_sheet_view_begin_edit (self);
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
raise_row (ZpSheetView *self)
{
  zp_sheet_view_move_row (self, -1);
}

static void
lower_row (ZpSheetView *self)
{
  zp_sheet_view_move_row (self, 1);
}

static const Action actions[] = {
  { "sheet.edit", N_ ("Edit"), "F2", NEEDS_OPEN, 0, edit },
  { "sheet.clear", N_ ("Clear"), "Delete", NEEDS_OPEN, 0, zp_sheet_view_clear_range },
  { "sheet.cut", N_ ("Cut"), "<Control>x", NEEDS_OPEN, 1, zp_sheet_view_cut },
  { "sheet.copy", N_ ("Copy"), "<Control>c", NEEDS_CELL, 1, zp_sheet_view_copy },
  { "sheet.paste", N_ ("Paste"), "<Control>v", NEEDS_OPEN, 1, paste },
  { "sheet.paste-shown", N_ ("Paste after a look…"), "<Control><Shift>v", NEEDS_OPEN, 1,
    paste_shown },
  { "sheet.fill-down", N_ ("Fill down"), "<Control>d", NEEDS_OPEN, 1, zp_sheet_view_fill_down },
  { "sheet.add-row", N_ ("Add a row below"), "<Control>Return", NEEDS_TABLE, 2,
    zp_sheet_view_add_row },
  { "sheet.duplicate-row", N_ ("Duplicate the row"), "<Control>d", NEEDS_ROW, 2,
    zp_sheet_view_duplicate_row },
  { "sheet.raise-row", N_ ("Move the row up"), "<Alt>Up", NEEDS_ROW, 2, raise_row },
  { "sheet.lower-row", N_ ("Move the row down"), "<Alt>Down", NEEDS_ROW, 2, lower_row },
  { "sheet.remove-row", N_ ("Remove the row"), "<Control>minus", NEEDS_ROW, 2,
    zp_sheet_view_remove_row },
};

static const Action *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  g_return_val_if_reached (NULL);
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const Action *action = find_action (name);

  if (action != NULL)
    action->act (ZP_SHEET_VIEW (widget));
}

/** zp_sheet_view_install_actions: for menus and buttons. */
void
zp_sheet_view_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
}

static gboolean
is_on_row (ZpSheetView *self)
{
  int block = zp_sheet_get_block (self->sheet)->index;

  return zp_sheet_view_can_change_rows (self) && self->row >= 0 &&
         self->row < zp_report_count_rows (zp_session_get_report (self->session), block);
}

static gboolean
can (ZpSheetView *self, const Action *action)
{
  switch (action->needs)
    {
    case NEEDS_OPEN:
      return self->row >= 0 && !zp_sheet_view_is_locked (self);
    case NEEDS_TABLE:
      return zp_sheet_view_can_change_rows (self);
    case NEEDS_ROW:
      return is_on_row (self);
    case NEEDS_CELL:
    default:
      return self->row >= 0;
    }
}

/** zp_sheet_view_update_actions: what cannot be done now is grey. */
void
zp_sheet_view_update_actions (ZpSheetView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, can (self, &actions[i]));
}

/**
 * zp_sheet_view_can:
 * @action: "sheet.remove-row"
 *
 * Returns: whether it can be done now
 */
gboolean
zp_sheet_view_can (ZpSheetView *self, const char *action)
{
  const Action *found = find_action (action);

  g_return_val_if_fail (ZP_IS_SHEET_VIEW (self) && found != NULL, FALSE);

  return can (self, found);
}

static void
add_item (GMenu *section, const Action *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ (action->label), action->name);

  g_menu_item_set_attribute (item, "accel", "s", action->accel);
  g_menu_append_item (section, item);
}

static gboolean
is_offered (ZpSheetView *self, const Action *action)
{
  return action->section < 2 || zp_sheet_has_open_rows (self->sheet);
}

static void
add_section (ZpSheetView *self, GMenu *menu, int number)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].section == number && is_offered (self, &actions[i]))
      add_item (section, &actions[i]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_window_item (GMenu *section, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static void
add_explain (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_window_item (section, _ ("Explain"), "win.explain", "F1");
  add_window_item (section, _ ("Write a remark…"), "win.remark", "<Control><Alt>m");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
make_menu (ZpSheetView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int section = 0; section <= 2; section++)
    add_section (self, menu, section);
  add_explain (menu);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  zp_menu_name (GTK_POPOVER (self->menu), C_ ("name of a menu", "Cell"));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/** zp_sheet_view_popup_menu: @at: (nullable): where; below the current cell without. */
void
zp_sheet_view_popup_menu (ZpSheetView *self, const GdkRectangle *at)
{
  if (!zp_sheet_view_commit (self) || (at == NULL && zp_sheet_view_bring_back (self)))
    return;
  zp_sheet_view_hush (self);
  if (self->menu == NULL)
    make_menu (self);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  else
    zp_sheet_view_point_popover (self, self->menu);
  zp_sheet_view_update_actions (self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
