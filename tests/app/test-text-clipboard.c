/* SPDX-License-Identifier: GPL-3.0-or-later
 * Passages of a text through the clipboard: the widgets between them stay where they are. */
#include <string.h>

#include "app-fixture.h"
#include "app/prose/zp-prose-view.h"
#include "app/prose/zp-text-page.h"
#include "session-fixture.h"
#include "text-fixture.h"

static void
set_up (TextFixture *self)
{
  text_fixture_show (self, session_fixture_open ("full"), "section:overview");
}

static void
emit (TextFixture *self, const char *signal)
{
  g_signal_emit_by_name (self->view, signal);
  app_fixture_settle ();
  app_fixture_wait_frame (self->window);
}

static void
select_all (TextFixture *self)
{
  g_signal_emit_by_name (self->view, "select-all", TRUE);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
get_clipboard (TextFixture *self)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->window), NULL, on_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  return text;
}

static guint
count_chips (const char *kept)
{
  guint count = 0;

  for (const char *at = kept; (at = strchr (at, '{')) != NULL; at++)
    count++;
  return count;
}

static void
choose (TextFixture *self, const char *from, const char *to)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter first;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, from, 0, &first, &end, NULL));
  g_assert_true (gtk_text_iter_forward_search (&first, to, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (self->buffer, &first, &end);
}

/* Bars stand at anchors, of which each belongs to one place in one buffer. */
static void
test_whole_section (void)
{
  TextFixture self;

  set_up (&self);
  for (int i = 0; i < 3; i++)
    {
      select_all (&self);
      emit (&self, "copy-clipboard");
      zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.scale");
      emit (&self, "paste-clipboard");
      g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
    }
  g_assert_null (strstr (text_fixture_get_kept (&self, "text.scale"), "\xEF\xBF\xBC"));
  g_assert_cmpuint (count_chips (text_fixture_get_kept (&self, "text.scale")), >, 25);
  select_all (&self);
  emit (&self, "cut-clipboard");
  emit (&self, "paste-clipboard");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_cmpuint (count_chips (text_fixture_get_kept (&self, "text.staff")), >, 25);
  g_assert_null (text_fixture_get_kept (&self, "text.scale"));
  text_fixture_close (&self);
}

/* What another program gets has no sides of chips in it. */
static void
test_plain (void)
{
  TextFixture self;
  g_autofree char *text = NULL;

  set_up (&self);
  choose (&self, "年初预算", "，项目支出");
  emit (&self, "copy-clipboard");
  text = get_clipboard (&self);
  g_assert_cmpstr (text, ==, "年初预算2,680.00万元，其中基本支出1,820.00万元，项目支出");
  text_fixture_close (&self);
}

/* A figure copied right behind itself are two figures, in this passage and in another. */
static void
test_chips_stay_live (void)
{
  TextFixture self;

  set_up (&self);
  choose (&self, "年初预算", "其中");
  emit (&self, "copy-clipboard");
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  emit (&self, "paste-clipboard");
  emit (&self, "paste-clipboard");
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_true (g_str_has_prefix (text_fixture_get_kept (&self, "text.duties"),
                                   "年初预算{budget.total.initial}，其中"
                                   "年初预算{budget.total.initial}，其中"));
  g_assert_null (text_fixture_get_kept (&self, "text.scale"));
  session_fixture_type (self.session, "budget.basic.initial", "1821");
  choose (&self,
          "年初预算\xE2\x80\xAF"
          "2,681.00万元",
          "其中");
  text_fixture_close (&self);
}

/* A drop or the primary selection brings the tags of this buffer and what stands at its anchors. */
static void
test_copied_by_toolkit (void)
{
  TextFixture self;
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter at;

  set_up (&self);
  zp_text_page_go_to (ZP_TEXT_PAGE (self.page), "text.duties");
  gtk_text_buffer_get_bounds (self.buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (self.buffer, &at, gtk_text_buffer_get_insert (self.buffer));
  gtk_text_iter_set_offset (&end, 400);
  gtk_text_buffer_insert_range_interactive (self.buffer, &at, &start, &end, TRUE);
  app_fixture_wait_frame (self.window);
  g_assert_true (zp_text_page_commit (ZP_TEXT_PAGE (self.page)));
  g_assert_cmpuint (count_chips (text_fixture_get_kept (&self, "text.duties")), ==, 0);
  session_fixture_type (self.session, "budget.basic.initial", "1821");
  choose (&self,
          "年初预算\xE2\x80\xAF"
          "2,681.00万元",
          "其中");
  text_fixture_close (&self);
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  g_test_add_func ("/text-clipboard/whole-section", test_whole_section);
  g_test_add_func ("/text-clipboard/plain", test_plain);
  g_test_add_func ("/text-clipboard/chips-stay-live", test_chips_stay_live);
  g_test_add_func ("/text-clipboard/copied-by-toolkit", test_copied_by_toolkit);
  return g_test_run ();
}
