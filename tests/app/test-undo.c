/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking back and doing again: the window shows what it was, wherever one is. */
#include "app-fixture.h"
#include "app/shell/zp-page.h"
#include "window-fixture.h"

static ZpWindow *
set_up (const char *name)
{
  g_autofree char *path = window_fixture_make_report (name, "full");

  return window_fixture_open (path);
}

static void
go_to (ZpWindow *window, const char *id)
{
  g_assert_true (zp_window_go_to (window, id));
  app_fixture_settle ();
}

/* By what leads back to where one is. */
static void
assert_at (ZpWindow *window, const char *expected)
{
  g_autofree char *target = zp_window_get_target (window);

  g_assert_cmpstr (target, ==, expected);
}

static void
test_cell (void)
{
  ZpWindow *window = set_up ("undo-cell.ziping");

  go_to (window, "budget.basic.actual");
  window_fixture_type (window, "budget.basic.actual", "2000");
  go_to (window, "projects[0].initial");
  window_fixture_act (window, "win.undo");
  assert_at (window, "budget.basic.actual");
  go_to (window, "text.scale");
  window_fixture_act (window, "win.redo");
  assert_at (window, "budget.basic.actual");
  window_fixture_close (window);
}

/* Somebody who is at one of the cells stays there. */
static void
test_block (void)
{
  ZpWindow *window = set_up ("undo-block.ziping");
  ZpSession *session = zp_window_get_session (window);
  ZpBatch *batch = zp_session_begin (session, "two");
  g_autoptr (GError) error = NULL;

  zp_batch_set (batch, "budget.basic.initial", NULL, "1");
  zp_batch_set (batch, "budget.project.initial", NULL, "2");
  g_assert_true (zp_session_apply (session, batch, &error));
  go_to (window, "budget.project.initial");
  window_fixture_act (window, "win.undo");
  assert_at (window, "budget.project.initial");
  go_to (window, "budget.project.actual");
  window_fixture_act (window, "win.redo");
  assert_at (window, "budget.basic.initial");
  window_fixture_close (window);
}

static void
test_rows (void)
{
  ZpWindow *window = set_up ("undo-rows.ziping");
  ZpSession *session = zp_window_get_session (window);
  int block = zp_pack_find_block (zp_session_get_pack (session), "disposals")->index;
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_session_remove_row (session, block, 1, &error));
  go_to (window, "budget.project.initial");
  window_fixture_act (window, "win.undo");
  assert_at (window, "disposals[1].category");
  go_to (window, "disposals[0].amount");
  window_fixture_act (window, "win.redo");
  assert_at (window, "disposals[0].amount");
  window_fixture_act (window, "win.undo");
  assert_at (window, "disposals[1].category");
  window_fixture_close (window);
}

static void
test_passage (void)
{
  ZpWindow *window = set_up ("undo-passage.ziping");
  g_autofree char *passage = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
    zp_session_set_passage (zp_window_get_session (window), "text.duties", "新的职责", &error));
  go_to (window, "budget.project.initial");
  window_fixture_act (window, "win.undo");
  passage = zp_page_get_passage (zp_window_get_page (window));
  g_assert_cmpstr (passage, ==, "text.duties");
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/undo/cell", test_cell);
  g_test_add_func ("/undo/block", test_block);
  g_test_add_func ("/undo/rows", test_rows);
  g_test_add_func ("/undo/passage", test_passage);
  return window_fixture_end (g_test_run ());
}
