/* SPDX-License-Identifier: GPL-3.0-or-later
 * A section of the text in a window: chips, typing, keeping, binding. */
#include <string.h>

#include "app-fixture.h"
#include "app/prose/zp-chip-popover.h"
#include "app/prose/zp-figure-popover.h"
#include "app/prose/zp-prose-bar.h"
#include "app/prose/zp-text-page.h"
#include "session-fixture.h"
#include "text-fixture.h"

/* With one free passage, text.duties, that is still to be written. */
static void
set_up (TextFixture *self, const char *example, const char *section)
{
  g_autoptr (GError) error = NULL;
  ZpSession *session = session_fixture_open (example);

  zp_session_set_passage (session, "text.duties", NULL, &error);
  g_assert_no_error (error);
  text_fixture_show (self, session, section);
}

static char *
get_text (TextFixture *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

static gboolean
shows (TextFixture *self, const char *words)
{
  g_autofree char *text = get_text (self);

  return strstr (text, words) != NULL;
}

/* Puts the caret before the first place where @words stand. */
static void
go_before (TextFixture *self, const char *words)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static int
get_caret (TextFixture *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
move_caret (TextFixture *self, int step)
{
  g_signal_emit_by_name (self->view, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, step, FALSE);
}

static void
type (TextFixture *self, const char *text)
{
  g_signal_emit_by_name (self->view, "insert-at-cursor", text);
}

static gboolean
passage_reads (TextFixture *self, const char *key, const char *words)
{
  const ZpPassage *passage = zp_pack_find_passage (zp_session_get_pack (self->session), key);
  g_autoptr (GPtrArray) pieces = zp_prose_parse (self->session, passage);
  g_autofree char *text = zp_prose_to_text (pieces);

  return strstr (text, words) != NULL;
}

static void
test_shows (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  g_assert_true (shows (&self, "2,886.58万元"));
  g_assert_true (zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale"));
  g_assert_false (zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.review"));
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "text-page");
  g_assert_true (app_fixture_has_text (self.page, "Written by the program"));
  g_assert_true (app_fixture_has_text (self.page, "follows its cell"));
  gtk_test_accessible_assert_role (self.view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (self.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "一、部门概况");
  text_fixture_close (&self);
}

static void
test_narrow (void)
{
  TextFixture self;

  set_up (&self, "full", "section:overview");
  gtk_window_set_default_size (GTK_WINDOW (self.window), 460, 600);
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  app_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (self.page), <=, 480);
  app_fixture_shoot (self.window, "text-page-narrow");
  text_fixture_close (&self);
}

static void
test_caret_steps_over_chip (void)
{
  TextFixture self;
  int before;
  int length;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  go_before (&self, "，其中基本支出");
  before = get_caret (&self);
  move_caret (&self, -1);
  length = before - get_caret (&self);
  g_assert_cmpint (length, >, (int) g_utf8_strlen ("2,886.58万元", -1));
  move_caret (&self, 1);
  g_assert_cmpint (get_caret (&self), ==, before);
  text_fixture_close (&self);
}

static void
test_chip_is_deleted_whole (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  go_before (&self, "，其中基本支出");
  g_signal_emit_by_name (self.view, "backspace");
  g_assert_true (shows (&self, "年初预算，其中基本支出"));
  g_assert_null (text_fixture_get_kept (&self, "text.scale"));
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_nonnull (
    strstr (text_fixture_get_kept (&self, "text.scale"), "年初预算，其中基本支出{budget.basic"));
  g_assert_true (app_fixture_has_text (self.page, "Rewritten"));
  text_fixture_close (&self);
}

/* One edit of a passage is one step, and undoing it brings the automatic text back. */
static void
test_typing_is_one_step (void)
{
  TextFixture self;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&self, "reference-printed", "section:overview");
  before = g_strdup (zp_session_get_undo_label (self.session));
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  type (&self, "据");
  type (&self, "查");
  type (&self, "，");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_true (
    g_str_has_prefix (text_fixture_get_kept (&self, "text.scale"), "据查，{report.year"));
  session_fixture_type (self.session, "budget.basic.initial", "2580");
  g_assert_true (passage_reads (&self, "scale", "2,580.00万元"));
  g_assert_true (shows (&self, "2,580.00万元"));
  g_assert_true (zp_session_undo (self.session, &error));
  g_assert_true (zp_session_undo (self.session, &error));
  g_assert_cmpstr (zp_session_get_undo_label (self.session), ==, before);
  g_assert_null (text_fixture_get_kept (&self, "text.scale"));
  g_assert_false (shows (&self, "据查，"));
  text_fixture_close (&self);
}

/* A line that was broken is whole again, although only a space has gone. */
static void
test_undo_of_line (void)
{
  TextFixture self;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.uses");
  before = get_text (&self);
  move_caret (&self, 5);
  type (&self, "\n");
  type (&self, " ");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_true (zp_session_undo (self.session, &error));
  after = get_text (&self);
  g_assert_cmpstr (before, ==, after);
  text_fixture_close (&self);
}

static void
test_leaving_keeps (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  type (&self, "主管工业");
  g_assert_null (text_fixture_get_kept (&self, "text.duties"));
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  app_fixture_settle ();
  g_assert_cmpstr (text_fixture_get_kept (&self, "text.duties"), ==, "主管工业");
  text_fixture_close (&self);
}

static void
test_passages_stay_apart (void)
{
  TextFixture self;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&self, "reference-printed", "section:overview");
  before = get_text (&self);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  g_signal_emit_by_name (self.view, "backspace");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  g_signal_emit_by_name (self.view, "move-cursor", GTK_MOVEMENT_PARAGRAPH_ENDS, 1, FALSE);
  g_signal_emit_by_name (self.view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  after = get_text (&self);
  g_assert_cmpstr (before, ==, after);

  g_signal_emit_by_name (self.view, "select-all", TRUE);
  g_signal_emit_by_name (self.view, "backspace");
  g_assert_false (shows (&self, "2,886.58"));
  g_assert_true (zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.uses"));
  text_fixture_close (&self);
}

static void
test_headings_are_fixed (void)
{
  TextFixture self;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_up (&self, "reference-printed", "section:overview");
  before = get_text (&self);
  go_before (&self, "单位基本情况");
  type (&self, "x");
  g_signal_emit_by_name (self.view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  type (&self, "x");
  after = get_text (&self);
  g_assert_cmpstr (before, ==, after);
  text_fixture_close (&self);
}

static void
test_restore (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.uses");
  type (&self, "改");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_true (shows (&self, "改支出主要"));
  g_assert_true (gtk_widget_activate_action (self.page, "prose.restore", "s", "text.uses"));
  g_assert_null (text_fixture_get_kept (&self, "text.uses"));
  g_assert_false (shows (&self, "改支出主要"));
  text_fixture_close (&self);
}

static void
test_chip_popover (void)
{
  TextFixture self;
  GtkWidget *popover;

  set_up (&self, "reference-printed", "section:overview");
  popover = app_fixture_find (self.page, ZP_TYPE_CHIP_POPOVER, NULL);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  go_before (&self, "，其中基本支出");
  move_caret (&self, -1);
  g_assert_true (gtk_widget_activate_action (self.page, "prose.open-figure", NULL));
  app_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (popover));
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (popover, "chip-popover");
  g_assert_true (app_fixture_has_text (popover, "0.29亿元"));
  zp_chip_popover_choose (ZP_CHIP_POPOVER (popover), 3);
  g_assert_nonnull (
    strstr (text_fixture_get_kept (&self, "text.scale"), "{budget.total.initial|亿元}"));
  g_assert_true (shows (&self, "0.29亿元"));
  app_fixture_settle ();

  go_before (&self, "，其中基本支出");
  move_caret (&self, -1);
  gtk_widget_activate_action (self.page, "prose.open-figure", NULL);
  g_assert_true (gtk_widget_activate_action (popover, "chip.plain", NULL));
  g_assert_nonnull (strstr (text_fixture_get_kept (&self, "text.scale"), "年初预算0.29亿元，其中"));
  app_fixture_settle ();
  text_fixture_close (&self);
}

static void
test_chip_in_error (void)
{
  TextFixture self;
  GtkWidget *popover;
  ZpProseView *view;
  g_autofree char *trouble = NULL;

  set_up (&self, "reference-printed", "section:overview");
  popover = app_fixture_find (self.page, ZP_TYPE_CHIP_POPOVER, NULL);
  view = ZP_PROSE_VIEW (self.view);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
  do
    g_assert_true (zp_prose_view_step_chip (view, TRUE));
  while (zp_prose_view_get_chip (view, NULL)->state != ZP_CELL_STATE_ERROR);
  zp_prose_view_activate_chip (view);
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (popover, "chip-popover-error");
  app_fixture_shoot (self.window, "text-page-error");
  trouble = zp_prose_describe_trouble (self.session, zp_prose_view_get_chip (view, NULL));
  g_assert_true (app_fixture_has_text (popover, trouble));
  g_assert_nonnull (app_fixture_find (popover, GTK_TYPE_BUTTON, "Go to the Cell"));
  text_fixture_close (&self);
}

static void
test_bind (void)
{
  TextFixture self;
  GtkWidget *popover;

  set_up (&self, "reference-printed", "section:overview");
  popover = app_fixture_find (self.page, ZP_TYPE_CHIP_POPOVER, NULL);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  type (&self, "年初预算合计2,886.58万元");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_cmpstr (text_fixture_get_kept (&self, "text.duties"), ==, "年初预算合计2,886.58万元");
  g_assert_nonnull (zp_prose_view_get_match (ZP_PROSE_VIEW (self.view), NULL));
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "text-page-match");
  zp_text_page_insert_figure (ZP_TEXT_PAGE (self.page));
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (popover, "match-popover");
  g_assert_true (app_fixture_has_text (popover, "Can be linked"));
  g_assert_true (gtk_widget_activate_action (popover, "chip.bind", NULL));
  g_assert_cmpstr (text_fixture_get_kept (&self, "text.duties"), ==,
                   "年初预算合计{budget.total.initial}");
  app_fixture_settle ();
  text_fixture_close (&self);
}

static void
test_insert (void)
{
  TextFixture self;
  GtkWidget *popover;

  set_up (&self, "reference-printed", "section:overview");
  popover = app_fixture_find (self.page, ZP_TYPE_FIGURE_POPOVER, NULL);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  type (&self, "其中");
  zp_text_page_insert_figure (ZP_TEXT_PAGE (self.page));
  zp_figure_popover_search (ZP_FIGURE_POPOVER (popover), "基本支出 2570");
  app_fixture_settle ();
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (popover, "figure-popover");
  g_assert_true (zp_figure_popover_accept (ZP_FIGURE_POPOVER (popover)));
  g_assert_cmpstr (text_fixture_get_kept (&self, "text.duties"), ==, "其中{budget.basic.initial}");
  g_assert_true (passage_reads (&self, "duties", "其中2,570.00万元"));
  app_fixture_settle ();
  type (&self, "。");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_cmpstr (text_fixture_get_kept (&self, "text.duties"), ==,
                   "其中{budget.basic.initial}。");
  zp_figure_popover_search (ZP_FIGURE_POPOVER (popover), "没有这样的数");
  g_assert_false (zp_figure_popover_accept (ZP_FIGURE_POPOVER (popover)));
  text_fixture_close (&self);
}

static void
test_pairs (void)
{
  TextFixture self;
  GtkWidget *button;

  set_up (&self, "full", "section:problems");
  g_assert_true (shows (&self, "（一）"));
  app_fixture_wait_frame (self.window);
  app_fixture_shoot (self.window, "text-page-problems");
  button = app_fixture_find (self.page, GTK_TYPE_BUTTON, "Edit in the table");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (app_fixture_get_asked (self.window), ==, "go-to problems[0].title");
  text_fixture_close (&self);
}

/* A change elsewhere shows at once, and the caret stays where it is. */
static void
test_follows (void)
{
  TextFixture self;
  int caret;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.uses");
  move_caret (&self, 5);
  caret = get_caret (&self);
  session_fixture_type (self.session, "budget.basic.initial", "2571");
  g_assert_true (shows (&self, "2,571.00万元"));
  g_assert_cmpint (get_caret (&self), ==, caret);
  text_fixture_close (&self);
}

static void
test_hidden_page_waits (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  gtk_widget_set_visible (self.page, FALSE);
  session_fixture_type (self.session, "budget.basic.initial", "2571");
  g_assert_false (shows (&self, "2,571.00万元"));
  gtk_widget_set_visible (self.page, TRUE);
  g_assert_true (shows (&self, "2,571.00万元"));
  text_fixture_close (&self);
}

static void
test_locked (void)
{
  TextFixture self;

  set_up (&self, "reference-printed", "section:overview");
  zp_session_get_file (self.session)->read_only = g_strdup ("signed off");
  g_signal_emit_by_name (self.session, "state-changed");
  g_assert_false (gtk_text_view_get_editable (self.view));
  text_fixture_close (&self);
}

static void
test_status (void)
{
  TextFixture self;
  g_autofree char *status = NULL;

  set_up (&self, "reference-printed", "section:overview");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.staff");
  status = zp_text_page_get_status (ZP_TEXT_PAGE (self.page));
  g_assert_nonnull (strstr (status, "passage 1"));
  text_fixture_close (&self);
}

static void
test_every_section (void)
{
  static const char *const examples[] = { NULL, "reference-printed", "full" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      ZpSession *session = session_fixture_open (examples[i]);
      g_autoptr (ZpOutline) outline = zp_outline_new (session);

      for (guint j = 0; j < zp_outline_count (outline); j++)
        if (zp_outline_get (outline, j)->kind == ZP_PLACE_TEXT)
          app_fixture_close (
            app_fixture_show (zp_text_page_new (session, zp_outline_get (outline, j)), 820, 660));
      g_clear_pointer (&outline, zp_outline_free);
      session_fixture_close (session);
    }
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/text-page/shows", test_shows);
  g_test_add_func ("/text-page/narrow", test_narrow);
  g_test_add_func ("/text-page/caret-steps-over-chip", test_caret_steps_over_chip);
  g_test_add_func ("/text-page/chip-is-deleted-whole", test_chip_is_deleted_whole);
  g_test_add_func ("/text-page/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/text-page/undo-of-line", test_undo_of_line);
  g_test_add_func ("/text-page/leaving-keeps", test_leaving_keeps);
  g_test_add_func ("/text-page/passages-stay-apart", test_passages_stay_apart);
  g_test_add_func ("/text-page/headings-are-fixed", test_headings_are_fixed);
  g_test_add_func ("/text-page/restore", test_restore);
  g_test_add_func ("/text-page/chip-popover", test_chip_popover);
  g_test_add_func ("/text-page/chip-in-error", test_chip_in_error);
  g_test_add_func ("/text-page/bind", test_bind);
  g_test_add_func ("/text-page/insert", test_insert);
  g_test_add_func ("/text-page/pairs", test_pairs);
  g_test_add_func ("/text-page/follows", test_follows);
  g_test_add_func ("/text-page/hidden-page-waits", test_hidden_page_waits);
  g_test_add_func ("/text-page/locked", test_locked);
  g_test_add_func ("/text-page/status", test_status);
  g_test_add_func ("/text-page/every-section", test_every_section);
  return g_test_run ();
}
