/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where remarks are seen from: the passage they are on leads to them. */
#include "app-fixture.h"
#include "app/prose/zp-prose-view.h"
#include "app/review/zp-remark-row.h"
#include "session/zp-remarks.h"
#include "window-fixture.h"

#define REVIEWER "李四"
#define PASSAGE "text.scale"

static void
remark_on (ZpWindow *window, const char *place, const char *words)
{
  g_autoptr (GError) error = NULL;

  zp_session_write_remark (zp_window_get_session (window), place, words, &error);
  g_assert_no_error (error);
  app_fixture_settle ();
}

static void
close_all (ZpWindow *window)
{
  ZpSession *session = zp_window_get_session (window);
  g_autoptr (GPtrArray) cards = zp_session_list_remarks (session, TRUE);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      const ZpRemarkCard *card = g_ptr_array_index (cards, i);

      zp_session_reply (session, card->remark->id, ZP_REPLY_DONE, NULL, &error);
      g_assert_no_error (error);
    }
  app_fixture_settle ();
}

static GtkWidget *
find_mark (ZpWindow *window, const char *words)
{
  GtkWidget *text = app_fixture_find (GTK_WIDGET (window), ZP_TYPE_PROSE_VIEW, NULL);

  return app_fixture_find_tooltip (text, words);
}

static void
assert_on_remark (ZpWindow *window, const char *target)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_true (ZP_IS_REMARK_ROW (focus));
  g_assert_cmpstr (zp_remark_row_get_target (ZP_REMARK_ROW (focus)), ==, target);
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (focus)));
}

/* The mark comes with the first remark, counts, and goes with the last. */
static void
test_passage (void)
{
  g_autofree char *path = window_fixture_make_report ("passage.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);
  GtkWidget *mark;

  window_fixture_be (REVIEWER);
  window_fixture_act (window, "win.go-to::" PASSAGE);
  g_assert_null (find_mark (window, "1 open remark"));
  remark_on (window, "budget.basic.actual", "请附明细");
  g_assert_null (find_mark (window, "1 open remark"));
  remark_on (window, PASSAGE, "写得太简单");
  mark = find_mark (window, "1 open remark");
  g_assert_nonnull (mark);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 open remark");
  app_fixture_shoot (GTK_WIDGET (window), "remark-passage");
  g_signal_emit_by_name (mark, "clicked");
  app_fixture_settle ();
  assert_on_remark (window, PASSAGE);
  app_fixture_shoot (GTK_WIDGET (window), "remark-passage-pane");
  remark_on (window, PASSAGE, "补一句原因");
  g_assert_nonnull (find_mark (window, "2 open remarks"));
  close_all (window);
  g_assert_null (find_mark (window, "2 open remarks"));
  window_fixture_close (window);
}

/* Also where the pane is folded away. */
static void
test_folded (void)
{
  g_autofree char *path = window_fixture_make_report ("folded.ziping", "reference-corrected");
  ZpWindow *window = window_fixture_open (path);

  window_fixture_be (REVIEWER);
  remark_on (window, PASSAGE, "写得太简单");
  window_fixture_act (window, "win.go-to::" PASSAGE);
  window_fixture_act (window, "win.toggle-pane");
  window_fixture_act (window, "win.show-remarks-on::" PASSAGE);
  assert_on_remark (window, PASSAGE);
  window_fixture_close (window);
}

int
main (int argc, char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add_func ("/remarks/passage", test_passage);
  g_test_add_func ("/remarks/folded", test_folded);
  return window_fixture_end (g_test_run ());
}
