/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the sheet view share. */
#pragma once

#include "app/sheet/zp-sheet-cell-private.h"
#include "app/sheet/zp-sheet-choices-private.h"
#include "app/sheet/zp-sheet-editor-private.h"
#include "app/sheet/zp-sheet-view.h"

G_BEGIN_DECLS

/**
 * ZpSheetGeometry: places in px, from the size of the text.
 * @needs: of int: width that the content of each column seen so far needs
 * @edges: of int: where each column begins behind the row heads, and where the last one ends
 * @row_head_need: width that the longest row head needs
 */
typedef struct
{
  int em;
  int row_height;
  int head_height;
  int group_height;
  int row_head;
  int row_head_need;
  GArray *needs;
  GArray *edges;
} ZpSheetGeometry;

/**
 * ZpSheetSlot: the widgets of one row in sight; they go to another row when it leaves.
 * @row: -1 when it shows none
 */
typedef struct
{
  int row;
  GtkWidget *head;
  GPtrArray *cells;
} ZpSheetSlot;

/**
 * ZpSheetGroup: a head over columns @first to @last.
 */
typedef struct
{
  GtkWidget *widget;
  int first;
  int last;
} ZpSheetGroup;

/**
 * ZpSheetSpot: a cell or a head below a pointer; @row or @column is -1 on a head.
 */
typedef struct
{
  int row;
  int column;
} ZpSheetSpot;

/**
 * ZpSheetMode: how keys are taken.
 * @ZP_SHEET_RESTING: a key replaces what is in the cell
 * @ZP_SHEET_TYPING: arrows end the entry
 * @ZP_SHEET_EDITING: arrows move the caret
 */
typedef enum
{
  ZP_SHEET_RESTING,
  ZP_SHEET_TYPING,
  ZP_SHEET_EDITING,
} ZpSheetMode;

/**
 * ZpSheetView:
 * @lines: shared with the other sheets of the page
 * @n_rows: that the height was made for
 * @outer: (nullable): scrolls the page; @scroll: scrolls a wide sheet inside its frame
 * @page_height: of what is seen of the page; @is_reveal_due: there was nothing to scroll yet
 * @first @n_shown: rows that have widgets
 * @row @column: of the current cell, -1 when there is none; @end_row @end_column: where the
 * range ends that begins there
 * @editors: of one line and of several, two of each used in turn, so that a reader hears of a move
 * @editor: (nullable): on the current cell
 * @n_filled: cells filled since it was made, for tests
 */
struct _ZpSheetView
{
  GtkWidget parent;
  ZpSession *session;
  ZpSheet *sheet;
  ZpSheetLines *lines;
  int n_rows;
  ZpSheetGeometry geometry;

  GtkAdjustment *outer;
  GtkWidget *content;
  GtkAdjustment *scroll;
  GtkWidget *scrollbar;
  guint sight_idle;
  double page_height;
  gboolean is_reveal_due;
  int first;
  int n_shown;
  GPtrArray *slots;
  GPtrArray *heads;
  GArray *groups;
  GtkWidget *corner;
  GtkWidget *range;
  GtkWidget *hint;

  int row;
  int column;
  int end_row;
  int end_column;
  gboolean has_focus;

  GtkWidget *editors[2][2];
  GtkWidget *editor;
  ZpSheetMode mode;
  char *fault;
  gboolean committing;
  GtkWidget *bubble;
  GtkWidget *menu;
  ZpSheetChoices *choices;
  guint n_filled;
};

/** Columns of figures are made as wide where there is room, in em. */
#define ZP_SHEET_FIGURE_WIDTH 6.86

/* Geometry. */
int zp_sheet_view_px (ZpSheetView *self, double em);
gboolean zp_sheet_view_is_fixed (ZpSheetView *self);
int zp_sheet_view_get_least_width (ZpSheetView *self, int column);
int zp_sheet_view_get_share (ZpSheetView *self, int column);
gboolean zp_sheet_view_measure_font (ZpSheetView *self);
void zp_sheet_view_measure_heads (ZpSheetView *self);
gboolean zp_sheet_view_note_need (ZpSheetView *self, int column, int width);
void zp_sheet_view_place_columns (ZpSheetView *self, int width);
int zp_sheet_view_get_natural_width (ZpSheetView *self);
int zp_sheet_view_get_full_width (ZpSheetView *self);
int zp_sheet_view_get_heads_height (ZpSheetView *self);
int zp_sheet_view_get_full_height (ZpSheetView *self);
int zp_sheet_view_get_used_width (ZpSheetView *self);
gboolean zp_sheet_view_overflows (ZpSheetView *self, int width);
void zp_sheet_view_get_cell_area (ZpSheetView *self, int row, int column, GdkRectangle *area);
ZpSheetSpot zp_sheet_view_find_spot (ZpSheetView *self, double x, double y);

/* What is in sight. */
void zp_sheet_view_get_sight (ZpSheetView *self, int *top, int *bottom);
gboolean zp_sheet_view_is_cursor_in_sight (ZpSheetView *self);
void zp_sheet_view_on_scrolled_across (ZpSheetView *self);
void zp_sheet_view_update_sight (ZpSheetView *self);
void zp_sheet_view_follow_page (ZpSheetView *self, gboolean follow);
void zp_sheet_view_refill (ZpSheetView *self);
void zp_sheet_view_mark (ZpSheetView *self);
void zp_sheet_view_grow_slots (ZpSheetView *self);
void zp_sheet_view_hide_slots (ZpSheetView *self);
void zp_sheet_view_free_slots (ZpSheetView *self);
ZpSheetSlot *zp_sheet_view_find_slot (ZpSheetView *self, int row);
void zp_sheet_view_reveal (ZpSheetView *self, int row, int column);
gboolean zp_sheet_view_bring_back (ZpSheetView *self);

/* Neighbours in a column that say the same. */
gboolean zp_sheet_view_is_joined (ZpSheetView *self, int row, int column);
void zp_sheet_view_merge (ZpSheetView *self);
void zp_sheet_view_draw_merged (ZpSheetView *self, GtkSnapshot *snapshot);

/* Lines. */
void zp_sheet_view_draw_grid (ZpSheetView *self, GtkSnapshot *snapshot);
void zp_sheet_view_draw_row_head_grid (ZpSheetView *self, GtkSnapshot *snapshot);
void zp_sheet_view_draw_head_grid (ZpSheetView *self, GtkSnapshot *snapshot, int top);
void zp_sheet_view_draw_corner_grid (ZpSheetView *self, GtkSnapshot *snapshot, int top);

/* Heads. */
void zp_sheet_view_make_heads (ZpSheetView *self);
void zp_sheet_view_fill_heads (ZpSheetView *self);
void zp_sheet_view_mark_heads (ZpSheetView *self);
void zp_sheet_view_free_heads (ZpSheetView *self);

/* Placing and drawing. */
int zp_sheet_view_get_long_overhang (ZpSheetView *self);
void zp_sheet_view_allocate (GtkWidget *widget, int width, int height, int baseline);
void zp_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* The cursor. */
gboolean zp_sheet_view_move_to (ZpSheetView *self, int row, int column, gboolean extend);
gboolean zp_sheet_view_move_by (ZpSheetView *self, int rows, int columns, gboolean extend);
gboolean zp_sheet_view_tab (ZpSheetView *self, gboolean forward);
void zp_sheet_view_select (ZpSheetView *self, int row, int column, int last_row, int last_column);
gboolean zp_sheet_view_has_range (ZpSheetView *self);
void zp_sheet_view_keep_cursor (ZpSheetView *self);
void zp_sheet_view_focus_cell (ZpSheetView *self);

/* The keyboard. */
gboolean zp_sheet_view_grab_focus (GtkWidget *widget);
gboolean zp_sheet_view_take_focus (GtkWidget *widget, GtkDirectionType direction);
void zp_sheet_view_watch_focus (ZpSheetView *self);

/* Typing. */
void zp_sheet_view_load_editor (ZpSheetView *self);
void zp_sheet_view_swap_editor (ZpSheetView *self);
void zp_sheet_view_give_up (ZpSheetView *self);
gboolean zp_sheet_view_begin_edit (ZpSheetView *self);
void zp_sheet_view_cancel (ZpSheetView *self);
void zp_sheet_view_clear_range (ZpSheetView *self);
void zp_sheet_view_explain_lock (ZpSheetView *self);
const ZpCellDef *zp_sheet_view_get_def (ZpSheetView *self);
gboolean zp_sheet_view_is_locked (ZpSheetView *self);

/* Said beside the cell. */
void zp_sheet_view_say (ZpSheetView *self, const char *text);
void zp_sheet_view_hush (ZpSheetView *self);
void zp_sheet_view_point_popover (ZpSheetView *self, GtkWidget *popover);

/* Choices. */
void zp_sheet_view_offer (ZpSheetView *self, gboolean all);
void zp_sheet_view_stop_offering (ZpSheetView *self);
gboolean zp_sheet_view_has_choices (ZpSheetView *self);
gboolean zp_sheet_view_is_offering (ZpSheetView *self);

/* Keys, pointer, menu, actions. */
void zp_sheet_view_listen (ZpSheetView *self, GtkWidget *editor);
void zp_sheet_view_add_pointer (ZpSheetView *self);
void zp_sheet_view_popup_menu (ZpSheetView *self, const GdkRectangle *at);
void zp_sheet_view_install_actions (GtkWidgetClass *widget_class);
void zp_sheet_view_update_actions (ZpSheetView *self);
void zp_sheet_view_copy (ZpSheetView *self);
void zp_sheet_view_cut (ZpSheetView *self);
void zp_sheet_view_paste (ZpSheetView *self, gboolean always_show);
void zp_sheet_view_fill_down (ZpSheetView *self);
gboolean zp_sheet_view_can_change_rows (ZpSheetView *self);
void zp_sheet_view_add_row (ZpSheetView *self);
void zp_sheet_view_duplicate_row (ZpSheetView *self);
void zp_sheet_view_remove_row (ZpSheetView *self);
void zp_sheet_view_move_row (ZpSheetView *self, int by);
void zp_sheet_view_accept_hint (ZpSheetView *self);

G_END_DECLS
