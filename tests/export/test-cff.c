/* SPDX-License-Identifier: GPL-3.0-or-later
 * CFF fonts: their character numbers, and cutting them down; fonts of a few bytes and damaged ones
 * too. */
#include "export/zp-cff-private.h"
#include "export/zp-font-set-private.h"
#include "page-fixture.h"

#define HEADER 0x01, 0x00, 0x04, 0x01
#define NAMES 0x00, 0x01, 0x01, 0x01, 0x02, 'F'

/* A Top DICT of 11 bytes: keyed by character numbers, charset at byte 26, just behind it. */
#define TOP                                                                                        \
  0x00, 0x01, 0x01, 0x01, 0x0c, 0x8b, 0x8b, 0x8b, 0x0c, 0x1e, 0x1d, 0x00, 0x00, 0x00, 0x1a, 0x0f
#define TOP_NOT_KEYED 0x00, 0x01, 0x01, 0x01, 0x07, 0x1d, 0x00, 0x00, 0x00, 0x15, 0x0f
#define TOP_WITH_REAL                                                                              \
  0x00, 0x01, 0x01, 0x01, 0x0b, 0x1e, 0xa1, 0x4f, 0x8b, 0x0c, 0x1e, 0xf7, 0x00, 0x0f, 0x00

typedef struct
{
  const char *name;
  gsize length;
  guint n_glyphs;
  const char *expected; /* NULL: not keyed, or damaged */
  guint8 bytes[40];
} CffRow;

/* clang-format off */
static const CffRow rows[] = {
  { "list", 31, 3, "0 7 4097", { HEADER, NAMES, TOP, 0x00, 0x00, 0x07, 0x10, 0x01 } },
  { "short-ranges", 33, 6, "0 5 6 7 9 10", { HEADER, NAMES, TOP, 0x01, 0x00, 0x05, 0x02, 0x00, 0x09, 0x01 } },
  { "long-range", 31, 4, "0 5 6 7", { HEADER, NAMES, TOP, 0x02, 0x00, 0x05, 0x01, 0x00 } },
  { "only-the-first-glyph", 27, 1, "0", { HEADER, NAMES, TOP, 0x00 } },
  { "not-keyed", 24, 2, NULL, { HEADER, NAMES, TOP_NOT_KEYED, 0x00, 0x00, 0x07 } },
  { "too-few-numbers", 29, 3, NULL, { HEADER, NAMES, TOP, 0x00, 0x00, 0x07 } },
  { "charset-outside", 25, 2, NULL, { HEADER, NAMES, TOP_WITH_REAL } },
  { "no-top-dict", 12, 2, NULL, { HEADER, NAMES, 0x00, 0x00 } },
  { "header-points-outside", 4, 2, NULL, { 0x01, 0x00, 0xff, 0x01 } },
  { "nothing", 0, 2, NULL, { 0 } },
};
/* clang-format on */

static char *
list_cids (const guint8 *bytes, gsize length, guint n_glyphs)
{
  g_autoptr (GArray) cids = zp_cff_read_cids (bytes, length, n_glyphs);
  GString *out = NULL;

  if (cids == NULL)
    return NULL;

  out = g_string_new (NULL);
  for (guint i = 0; i < cids->len; i++)
    g_string_append_printf (out, "%s%u", i > 0 ? " " : "", g_array_index (cids, guint32, i));
  return g_string_free (out, FALSE);
}

static void
test_read (gconstpointer data)
{
  const CffRow *row = data;
  g_autofree char *got = list_cids (row->bytes, row->length, row->n_glyphs);

  g_assert_cmpstr (got, ==, row->expected);
}

/* Cut off or changed anywhere: never read outside, always ended. */
static void
test_damage (gconstpointer data)
{
  const CffRow *row = data;

  for (gsize i = 0; i < row->length; i++)
    {
      g_autofree guint8 *cut = g_memdup2 (row->bytes, MAX (i, 1));
      g_autofree guint8 *changed = g_memdup2 (row->bytes, row->length);
      g_autofree char *of_cut = list_cids (cut, i, row->n_glyphs);

      g_assert_null (of_cut);
      for (guint byte = 0; byte < 256; byte++)
        {
          g_autofree char *of_changed = NULL;

          changed[i] = (guint8) byte;
          of_changed = list_cids (changed, row->length, row->n_glyphs);
        }
    }
}

/* Table "CFF " of a bundled face, which is of the plain sort. */
static GBytes *
open_plain (ZpFontSet *fonts)
{
  hb_face_t *face = zp_font_set_get_face (fonts, ZP_FONT_HEITI)->face;
  hb_blob_t *table = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  unsigned int length = 0;
  const char *data = hb_blob_get_data (table, &length);

  return g_bytes_new_with_free_func (data, length, (GDestroyNotify) hb_blob_destroy, table);
}

static GBytes *
cut (GBytes *font, gsize length, guint n_glyphs, const guint *glyphs)
{
  hb_set_t *set = hb_set_create ();
  GBytes *out = NULL;

  for (guint i = 0; i < n_glyphs; i++)
    hb_set_add (set, glyphs[i]);
  out = zp_cff_subset (g_bytes_get_data (font, NULL), length, set);
  hb_set_destroy (set);
  return out;
}

static GBytes *
cut_some (GBytes *font)
{
  return cut (font, g_bytes_get_size (font), 4, (const guint[]){ 7, 300, 301, 9000 });
}

/* A small font has its glyphs in order, keyed by their numbers; cut again it stays as it is. */
static void
test_cut (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autoptr (GBytes) font = NULL;
  g_autoptr (GBytes) small = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *cids = NULL;

  if (fonts == NULL)
    return;

  font = open_plain (fonts);
  small = cut_some (font);
  g_assert_nonnull (small);
  g_assert_cmpuint (g_bytes_get_size (small), <, 8000);
  cids = list_cids (g_bytes_get_data (small, NULL), g_bytes_get_size (small), 5);
  g_assert_cmpstr (cids, ==, "0 1 2 3 4");
  again = cut (small, g_bytes_get_size (small), 4, (const guint[]){ 1, 2, 3, 4 });
  g_assert_true (g_bytes_equal (small, again));
}

static void
test_cut_nothing_or_too_much (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autoptr (GBytes) font = NULL;
  g_autoptr (GBytes) least = NULL;
  g_autofree char *cids = NULL;

  if (fonts == NULL)
    return;

  font = open_plain (fonts);
  least = cut (font, g_bytes_get_size (font), 0, NULL);
  cids = list_cids (g_bytes_get_data (least, NULL), g_bytes_get_size (least), 1);
  g_assert_cmpstr (cids, ==, "0");
  g_assert_null (cut (font, g_bytes_get_size (font), 1, (const guint[]){ 60000 }));
}

/* Whatever is cut off or altered, nothing outside of the font is read. */
static void
test_cut_damaged (void)
{
  g_autoptr (ZpFontSet) fonts = page_fixture_fonts ();
  g_autoptr (GBytes) font = NULL;
  g_autoptr (GBytes) small = NULL;
  gsize length = 0;
  GRand *random = g_rand_new_with_seed (19);

  if (fonts != NULL)
    {
      font = open_plain (fonts);
      small = cut_some (font);
      length = g_bytes_get_size (small);
    }
  for (gsize i = 0; i < length; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (small, NULL), length);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GBytes) altered = NULL;
      g_autoptr (GBytes) shorter = g_bytes_new (bytes, i);
      g_autoptr (GBytes) shorter_cut G_GNUC_UNUSED = cut (shorter, i, 2, (const guint[]){ 1, 4 });

      bytes[i] = (guint8) g_rand_int_range (random, 0, 256);
      bytes[g_rand_int_range (random, 0, (gint32) MIN (length, 200))] ^= 0xff;
      damaged = g_bytes_new (bytes, length);
      altered = cut (damaged, length, 2, (const guint[]){ 1, 4 });
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cff/read/", rows[i].name, NULL);
      g_autofree char *damage_path = g_strconcat ("/cff/damage/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_read);
      g_test_add_data_func (damage_path, &rows[i], test_damage);
    }
  g_test_add_func ("/cff/cut", test_cut);
  g_test_add_func ("/cff/cut-nothing-or-too-much", test_cut_nothing_or_too_much);
  g_test_add_func ("/cff/cut-damaged", test_cut_damaged);
  return g_test_run ();
}
