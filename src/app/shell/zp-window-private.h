/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the window share. */
#pragma once

#include "app/findings/zp-findings-pane.h"
#include "app/preview/zp-preview-window.h"
#include "app/shell/zp-check-pill.h"
#include "app/shell/zp-sidebar.h"
#include "app/shell/zp-start-page.h"
#include "app/shell/zp-status-line.h"
#include "app/shell/zp-window.h"

G_BEGIN_DECLS

/** The tabs of the pane. */
typedef enum
{
  ZP_TAB_FINDINGS,
  ZP_TAB_PREVIEW,
  ZP_TAB_REMARKS,
} ZpTab;

/**
 * @body: the start page or the report
 * @bars: what holds for the whole report: changed on disk, locked
 * @inner: page and sidebar; @outer: both and the pane
 * @tabs: findings, preview and remarks, in the pane; @preview: pages of the report
 * @preview_window: (nullable): the pages in a window of their own
 * @pages: the pages made so far, by id of their place
 * @place: the one that is shown, or -1
 * @visited: of char*: places gone to, and @at: the one that is shown
 * @n_errors: before the last change
 * @n_questions: that wait for an answer
 * @autosave_source: saves what was changed
 * @then_close: the window closes once the report is saved
 * @may_close: nothing more has to be asked
 * @chooser: (nullable): the file dialog that is open
 * @review_menu: what can be done in the review now; @review_print: what it was built for
 */
struct _ZpWindow
{
  AdwApplicationWindow parent_instance;

  ZpSession *session;
  ZpOutline *outline;
  ZpPreview *preview;

  GtkWidget *title;
  GtkWidget *pill;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *report_buttons[6];
  GtkWidget *toasts;
  GtkWidget *bars;
  GtkWidget *body;
  GtkWidget *start;
  GtkWidget *inner;
  GtkWidget *outer;
  GtkWidget *sidebar_slot;
  GtkWidget *sidebar;
  GtkWidget *pane_slot;
  GtkWidget *pane;
  GtkWidget *tabs;
  GtkWidget *preview_pane;
  GtkWidget *remarks;
  GtkWindow *preview_window;
  GtkWidget *pages;
  GtkWidget *status;
  GMenu *review_menu;
  char *review_print;

  int place;
  GPtrArray *visited;
  guint at;
  guint n_errors;
  guint n_questions;
  guint autosave_source;
  gboolean then_close;
  gboolean may_close;
  GtkFileChooserNative *chooser;
};

/* zp-window-view.c: what is where. */
void zp_window_build (ZpWindow *self);
void zp_window_toggle_sidebar (ZpWindow *self);
void zp_window_toggle_pane (ZpWindow *self);
void zp_window_show_pane (ZpWindow *self);
void zp_window_fold_for_width (ZpWindow *self, int width);

/* zp-window-header.c */
GtkWidget *zp_window_make_header (ZpWindow *self);
void zp_window_update_header (ZpWindow *self);
char *zp_window_get_year (ZpWindow *self);

/* zp-window-actions.c */
void zp_window_install_actions (ZpWindowClass *class);
void zp_window_update_actions (ZpWindow *self);

/* zp-window-place.c */
gboolean zp_window_show_place (ZpWindow *self, int place, gboolean enter);
void zp_window_step_place (ZpWindow *self, int direction);
void zp_window_show_changed (ZpWindow *self);
void zp_window_step_visited (ZpWindow *self, int direction);
gboolean zp_window_commit (ZpWindow *self);
void zp_window_update_status (ZpWindow *self);
void zp_window_forget_places (ZpWindow *self);
gboolean zp_window_has_focus_in (ZpWindow *self, GtkWidget *widget);
void zp_window_begin_focus (ZpWindow *self);
void zp_window_focus_page (ZpWindow *self);
void zp_window_step_focus (ZpWindow *self, int direction);

/* zp-window-findings.c */
void zp_window_step_finding (ZpWindow *self, int direction);
void zp_window_show_finding (ZpWindow *self, const char *finding);
void zp_window_accept_hint (ZpWindow *self, const char *finding);
void zp_window_tell_news (ZpWindow *self);

/* zp-window-preview.c */
GtkWidget *zp_window_make_pane (ZpWindow *self, GtkWidget *findings);
void zp_window_drop_preview (ZpWindow *self);
void zp_window_show_tab (ZpWindow *self, ZpTab tab);
void zp_window_update_tabs (ZpWindow *self);
void zp_window_show_preview (ZpWindow *self);
void zp_window_open_preview (ZpWindow *self);
void zp_window_print (ZpWindow *self);
gboolean zp_window_find_in_preview (ZpWindow *self);
gboolean zp_window_focus_preview (ZpWindow *self);
void zp_window_point_preview (ZpWindow *self);

/* zp-window-file.c */
void zp_window_ask_save (ZpWindow *self);
void zp_window_ask_save_as (ZpWindow *self);
gboolean zp_window_ask_close (ZpWindow *self);
void zp_window_saved (ZpWindow *self, gboolean is_saved, const GError *error);
void zp_window_remember (ZpWindow *self);
void zp_window_begin_chooser (ZpWindow *self, GtkFileChooser *chooser);

/* zp-window-autosave.c */
void zp_window_plan_autosave (ZpWindow *self);

/* zp-window-ask.c */
typedef void (*ZpAnswerFunc) (ZpWindow *self, const char *answer);
AdwMessageDialog *
zp_window_ask (ZpWindow *self, const char *heading, const char *text, ZpAnswerFunc func);
void zp_window_show_error (ZpWindow *self, const char *heading, const char *text);
gboolean zp_window_is_asking (ZpWindow *self);

/* zp-window-disk.c */
void zp_window_look_at_disk (ZpWindow *self);
void zp_window_ask_changed (ZpWindow *self);
void zp_window_overwrite (ZpWindow *self);
void zp_window_update_bars (ZpWindow *self);
void zp_window_reload (ZpWindow *self);
GtkWidget *zp_window_add_bar (ZpWindow *self, const char *icon, const char *text);
void zp_window_add_bar_button (GtkWidget *bar, const char *label, const char *action);

/* zp-window-review.c */
gboolean zp_window_has_name (ZpWindow *self, const char *action);
void zp_window_submit (ZpWindow *self);
void zp_window_take_back (ZpWindow *self);
void zp_window_return (ZpWindow *self);
void zp_window_sign (ZpWindow *self);
void zp_window_file (ZpWindow *self);
void zp_window_publish (ZpWindow *self);
void zp_window_show_seals (ZpWindow *self);
void zp_window_add_review_bars (ZpWindow *self);
void zp_window_update_review_menu (ZpWindow *self);

/* zp-window-copies.c */
void zp_window_compare (ZpWindow *self);
void zp_window_compare_with (ZpWindow *self, const char *path);
void zp_window_merge (ZpWindow *self);
void zp_window_merge_with (ZpWindow *self, const char *path);
void zp_window_show_trail (ZpWindow *self);

/* zp-window-sign-off.c */
void zp_window_ask_sign_off (ZpWindow *self);
void zp_window_write_sign_off (ZpWindow *self, const char *folder);

/* zp-window-remarks.c */
void zp_window_remark (ZpWindow *self);
void zp_window_remark_on (ZpWindow *self, const char *place);
void zp_window_answer_remark (ZpWindow *self, const char *id);
void zp_window_close_remark (ZpWindow *self, const char *id);
void zp_window_reopen_remark (ZpWindow *self, const char *id);
void zp_window_show_remarks (ZpWindow *self);
void zp_window_show_remarks_on (ZpWindow *self, const char *target);
void zp_window_begin_with_remarks (ZpWindow *self);
void zp_window_accept_point (ZpWindow *self, const char *point);
void zp_window_unaccept_point (ZpWindow *self, const char *point);
void zp_window_show_review (ZpWindow *self);

/* zp-window-open.c */
void zp_window_restore (ZpWindow *self, const ZpLeftWork *work);
void zp_window_ask_discard (ZpWindow *self, const ZpLeftWork *work);
void zp_window_open_example (ZpWindow *self);

G_END_DECLS
