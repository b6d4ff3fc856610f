/* SPDX-License-Identifier: GPL-3.0-or-later
 * The user's help: what a page is made of, and the window that shows it.
 */
#include "app-fixture.h"
#include "app/help/zp-help-text.h"
#include "app/help/zp-help-window.h"

static const struct
{
  const char *name;
  const char *text;
  ZpHelpKind kind;
  const char *markup;
  const char *second;
} blocks[] = {
  { "title", "# Title", ZP_HELP_TITLE, "Title", NULL },
  { "heading", "## Heading", ZP_HELP_HEADING, "Heading", NULL },
  { "paragraph", "Text", ZP_HELP_PARAGRAPH, "Text", NULL },
  { "bold", "Press **F8** now", ZP_HELP_PARAGRAPH, "Press <b>F8</b> now", NULL },
  { "code", "type `a < b`", ZP_HELP_PARAGRAPH, "type <tt>a &lt; b</tt>", NULL },
  { "bullet", "- Item", ZP_HELP_ITEM, "Item", "•" },
  { "number", "12. Item", ZP_HELP_ITEM, "Item", "12." },
  { "no number", "12.5 is a figure", ZP_HELP_PARAGRAPH, "12.5 is a figure", NULL },
  { "row", "| A | B & C |", ZP_HELP_ROW, "A", "B &amp; C" },
  { "minus", "-1", ZP_HELP_PARAGRAPH, "-1", NULL },
};

static void
test_block (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) found = zp_help_parse (blocks[row].text);

  g_assert_cmpuint (found->len, ==, 1);
  const ZpHelpBlock *block = g_ptr_array_index (found, 0);
  g_assert_cmpint (block->kind, ==, blocks[row].kind);
  g_assert_cmpstr (block->markup, ==, blocks[row].markup);
  g_assert_cmpstr (block->second, ==, blocks[row].second);
}

static void
test_table (void)
{
  g_autoptr (GPtrArray) found =
    zp_help_parse ("| Key | Does |\n| --- | --- |\n| F8 | next |\n\nEnd\n");

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_true (((ZpHelpBlock *) g_ptr_array_index (found, 0))->is_head);
  g_assert_false (((ZpHelpBlock *) g_ptr_array_index (found, 1))->is_head);
}

/* Every block of every page is markup that Pango takes, and no page is without a title. */
static void
test_pages (void)
{
  g_autoptr (GPtrArray) pages = zp_help_load ();

  g_assert_cmpuint (pages->len, >=, 9);
  for (guint i = 0; i < pages->len; i++)
    {
      const ZpHelpPage *page = g_ptr_array_index (pages, i);

      g_assert_nonnull (page->title);
      g_assert_cmpuint (page->blocks->len, >, 3);
      for (guint j = 0; j < page->blocks->len; j++)
        {
          const ZpHelpBlock *block = g_ptr_array_index (page->blocks, j);
          g_autoptr (GError) error = NULL;

          pango_parse_markup (block->markup, -1, 0, NULL, NULL, NULL, &error);
          g_assert_no_error (error);
        }
    }
}

static void
test_window (void)
{
  GtkWidget *window = zp_help_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (zp_help_window_go_to (ZP_HELP_WINDOW (window), "keyboard"));
  g_assert_false (zp_help_window_go_to (ZP_HELP_WINDOW (window), "nothing"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  app_fixture_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/help/block/%s", blocks[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_block);
    }
  g_test_add_func ("/help/table", test_table);
  g_test_add_func ("/help/pages", test_pages);
  g_test_add_func ("/help/window", test_window);
  return g_test_run ();
}
