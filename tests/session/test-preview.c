/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a session: laid out anew when it changes, and asked what stands where. */
#include <string.h>

#include "session-fixture.h"
#include "session/zp-preview.h"
#include "zp-test.h"

#define MAX_WAIT_SECONDS 10

static void
note_changed (ZpPreview *preview, gpointer data)
{
  *(guint *) data += 1;
}

static gboolean
give_up (gpointer data)
{
  g_error ("the pages do not follow");
  return G_SOURCE_REMOVE;
}

static void
wait_for_change (const guint *n_changes)
{
  guint before = *n_changes;
  guint guard = g_timeout_add_seconds (MAX_WAIT_SECONDS, give_up, NULL);

  while (*n_changes == before)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static ZpPreview *
preview_new (ZpSession *session)
{
  ZpPreview *preview = zp_preview_new (session, NULL);

  g_assert_true (zp_preview_refresh (preview));
  g_assert_null (zp_preview_get_error (preview));
  return preview;
}

static gboolean
has_text (ZpPreview *preview, const char *text)
{
  g_autoptr (GArray) areas = zp_page_text_search (zp_preview_get_pages (preview), text);

  return areas->len > 0;
}

/* Nothing is laid out for nobody. */
static void
test_unwatched (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = zp_preview_new (session, NULL);

  g_assert_cmpuint (zp_preview_count_pages (preview), ==, 0);
  session_fixture_type (session, "budget.project.actual", "301.23");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (zp_preview_get_pages (preview));
  g_assert_true (zp_preview_refresh (preview));
  g_assert_cmpuint (zp_preview_count_pages (preview), >, 10);
  g_clear_object (&preview);
  session_fixture_close (session);
}

static void
test_follows (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);
  guint n_changes = 0;
  gint64 start;

  g_signal_connect (preview, "changed", G_CALLBACK (note_changed), &n_changes);
  zp_preview_watch (preview);
  g_assert_false (has_text (preview, "301.23"));
  start = g_get_monotonic_time ();
  session_fixture_type (session, "budget.project.actual", "301.23");
  session_fixture_type (session, "budget.project.actual", "302.34");
  wait_for_change (&n_changes);
  g_test_message ("from an edit to new pages: %d ms",
                  (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (has_text (preview, "302.34"));
  zp_preview_unwatch (preview);
  g_clear_object (&preview);
  session_fixture_close (session);
}

static void
test_profile (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);
  guint n_pages = zp_preview_count_pages (preview);

  zp_preview_set_profile (preview, ZP_PROFILE_PUBLIC);
  g_assert_cmpint (zp_preview_get_profile (preview), ==, ZP_PROFILE_PUBLIC);
  g_assert_true (zp_preview_refresh (preview));
  g_assert_cmpuint (zp_preview_count_pages (preview), !=, n_pages);
  g_clear_object (&preview);
  session_fixture_close (session);
}

static gboolean
leads_to (ZpPreview *preview, const ZpPageArea *area, const char *target)
{
  double x = area->x + area->width / 2;
  double y = area->y + area->height / 2;

  return g_strcmp0 (zp_preview_find_target (preview, area->page, x, y), target) == 0;
}

/* From where a thing is printed back to the thing; a text has figures in it that lead elsewhere. */
static void
test_target (gconstpointer data)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);
  g_autoptr (GArray) areas = zp_preview_find_areas (preview, data, NULL);
  guint n_leading = 0;

  g_assert_nonnull (areas);
  for (guint i = 0; i < areas->len; i++)
    n_leading += leads_to (preview, &g_array_index (areas, ZpPageArea, i), data) ? 1 : 0;
  g_assert_cmpuint (n_leading, >, 0);
  g_clear_object (&preview);
  session_fixture_close (session);
}

static void
test_no_target (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);

  g_assert_null (zp_preview_find_areas (preview, "overview", NULL));
  g_assert_null (zp_preview_find_target (preview, 0, 1, 1));
  g_assert_null (zp_preview_find_target (preview, G_MAXUINT, 100, 100));
  g_clear_object (&preview);
  session_fixture_close (session);
}

static const ZpPreviewSpot *
find_spot (const GArray *spots, const char *target)
{
  for (guint i = 0; i < spots->len; i++)
    if (g_str_equal (g_array_index (spots, ZpPreviewSpot, i).target, target))
      return &g_array_index (spots, ZpPreviewSpot, i);
  g_error ("%s is not on the pages", target);
}

/* Whatever a click could lead to can be stepped to, each once and in reading order. */
static void
test_spots (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);
  g_autoptr (GArray) spots = zp_preview_list_spots (preview);
  guint page = 0;

  g_assert_cmpuint (spots->len, >, 100);
  for (guint i = 0; i < spots->len; i++)
    {
      const ZpPreviewSpot *spot = &g_array_index (spots, ZpPreviewSpot, i);
      g_autoptr (GArray) areas = zp_preview_find_areas (preview, spot->target, NULL);

      g_assert_cmpuint (spot->area.page, >=, page);
      g_assert_true (spot->area.width > 0 && spot->area.height > 0);
      g_assert_nonnull (areas);
      page = spot->area.page;
    }
  g_clear_object (&preview);
  session_fixture_close (session);
}

static void
test_say_spot (void)
{
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = preview_new (session);
  g_autoptr (GArray) spots = zp_preview_list_spots (preview);
  g_autofree char *figure =
    zp_preview_say_spot (preview, find_spot (spots, "budget.project.actual"));
  g_autofree char *text = zp_preview_say_spot (preview, find_spot (spots, "text.scale"));

  g_assert_cmpstr (figure, ==, "项目支出 · 实际支出, 288.34 万元");
  g_assert_true (g_str_has_prefix (text, "Text · "));
  g_assert_nonnull (strstr (text, "3,214.04"));
  g_clear_object (&preview);
  session_fixture_close (session);
}

typedef struct
{
  const char *name;
  const char *words;
  guint page;
  guint n_matches;
  guint n_areas;
} Search;

static const Search searches[] = {
  { "plain", "收入", 0, 2, 2 },           { "thousands", "2925.70", 0, 1, 1 },
  { "with-comma", "2,925.70", 0, 1, 1 },  { "full-width", "２９２５.７０％", 0, 1, 1 },
  { "over-lines", "收入支出", 0, 1, 2 },  { "over-runs", "支出2,925.70%", 0, 1, 2 },
  { "over-pages", "末尾开头", 1, 1, 2 },  { "not-over-paragraphs", "%末", 0, 0, 0 },
  { "not-page-numbers", "—1—", 0, 0, 0 }, { "case", "abc", 1, 1, 1 },
  { "absent", "没有", 0, 0, 0 },          { "nothing", " ", 0, 0, 0 },
};

/* One glyph a character, each a place of 10 points wide. */
static void
add_run (ZpPrintedPage *page, guint block, ZpPageTag tag, const char *text)
{
  ZpPageRun run = { .x = 50, .y = 100, .size = 10, .block = block, .tag = tag, .text = text };
  ZpPageGlyph *glyphs = g_new0 (ZpPageGlyph, g_utf8_strlen (text, -1));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      glyphs[run.n_glyphs].x = (float) (10 * run.n_glyphs);
      glyphs[run.n_glyphs++].bytes = (guint32) (g_utf8_next_char (at) - at);
    }
  run.width = 10 * run.n_glyphs;
  run.glyphs = glyphs;
  g_array_append_val (page->runs, run);
}

static void
clear_run (gpointer data)
{
  ZpPageRun *run = data;

  g_free ((ZpPageGlyph *) run->glyphs);
}

static void
page_free (gpointer data)
{
  ZpPrintedPage *page = data;

  g_array_unref (page->runs);
  g_free (page);
}

static ZpPrintedPage *
add_page (ZpPages *pages)
{
  ZpPrintedPage *page = g_new0 (ZpPrintedPage, 1);

  page->runs = g_array_new (FALSE, FALSE, sizeof (ZpPageRun));
  g_array_set_clear_func (page->runs, clear_run);
  g_ptr_array_add (pages->pages, page);
  return page;
}

static void
fill (ZpPages *pages)
{
  ZpPrintedPage *first = add_page (pages);
  ZpPrintedPage *second = add_page (pages);

  add_run (first, 1, ZP_PAGE_TAG_PARAGRAPH, "本年收入");
  add_run (first, 1, ZP_PAGE_TAG_PARAGRAPH, "支出");
  add_run (first, 1, ZP_PAGE_TAG_PARAGRAPH, "2,925.70％");
  add_run (first, 2, ZP_PAGE_TAG_PARAGRAPH, "收入末尾");
  add_run (first, 3, ZP_PAGE_TAG_ARTIFACT, "— 1 —");
  add_run (second, 2, ZP_PAGE_TAG_PARAGRAPH, "开头 aBC");
}

static void
test_search (gconstpointer data)
{
  const Search *row = data;
  ZpPages pages = { .pages = g_ptr_array_new_with_free_func (page_free) };
  g_autoptr (GArray) areas = NULL;

  fill (&pages);
  areas = zp_page_text_search (&pages, row->words);
  g_assert_cmpuint (areas->len, ==, row->n_areas);
  if (areas->len > 0)
    {
      const ZpPageArea *last = &g_array_index (areas, ZpPageArea, areas->len - 1);

      g_assert_cmpuint (last->match + 1, ==, row->n_matches);
      g_assert_cmpuint (last->page, ==, row->page);
    }
  g_ptr_array_unref (pages.pages);
}

/* The area covers the characters that match and no others. */
static void
test_area (void)
{
  ZpPages pages = { .pages = g_ptr_array_new_with_free_func (page_free) };
  g_autoptr (GArray) areas = NULL;
  g_autofree char *text = NULL;
  const ZpPageArea *area;

  fill (&pages);
  areas = zp_page_text_search (&pages, "收入支");
  area = &g_array_index (areas, ZpPageArea, 0);
  g_assert_cmpfloat_with_epsilon (area->x, 70, 0.01);
  g_assert_cmpfloat_with_epsilon (area->width, 20, 0.01);
  area = &g_array_index (areas, ZpPageArea, 1);
  g_assert_cmpfloat_with_epsilon (area->x, 50, 0.01);
  g_assert_cmpfloat_with_epsilon (area->width, 10, 0.01);
  g_assert_cmpfloat (area->y, <, 100);
  g_assert_cmpfloat (area->y + area->height, >, 100);
  text = zp_page_text_get (&pages, 0);
  g_assert_cmpstr (text, ==, "本年收入支出2,925.70％\n收入末尾\n— 1 —");
  g_ptr_array_unref (pages.pages);
}

/* Without a face that can be read there are words, and no pages. */
static void
test_no_fonts (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  const char *const folders[] = { folder, NULL };
  ZpSession *session = session_fixture_open ("reference-corrected");
  g_autoptr (ZpPreview) preview = zp_preview_new (session, folders);
  g_autoptr (GError) error = NULL;

  zp_test_write (folder, "FandolFang-Regular.otf", "no face");
  g_assert_false (zp_preview_refresh (preview));
  g_assert_nonnull (zp_preview_get_error (preview));
  g_assert_cmpuint (zp_preview_count_pages (preview), ==, 0);
  g_assert_null (zp_preview_find_areas (preview, "budget.total.actual", NULL));
  g_assert_null (zp_preview_make_painter (preview, &error));
  g_assert_nonnull (error);
  session_fixture_type (session, "budget.project.actual", "301.23");
  g_assert_false (zp_preview_refresh (preview));
  g_clear_object (&preview);
  session_fixture_close (session);
  zp_test_remove_folder (folder);
}

static void
add_searches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/preview/search/%s", searches[i].name);

      g_test_add_data_func (path, &searches[i], test_search);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preview/unwatched", test_unwatched);
  g_test_add_func ("/preview/follows", test_follows);
  g_test_add_func ("/preview/profile", test_profile);
  g_test_add_data_func ("/preview/target/cell", "budget.basic.actual", test_target);
  g_test_add_data_func ("/preview/target/text", "text.scale", test_target);
  g_test_add_func ("/preview/target/none", test_no_target);
  g_test_add_func ("/preview/spots", test_spots);
  g_test_add_func ("/preview/spots/said", test_say_spot);
  add_searches ();
  g_test_add_func ("/preview/area", test_area);
  g_test_add_func ("/preview/no-fonts", test_no_fonts);
  return g_test_run ();
}
