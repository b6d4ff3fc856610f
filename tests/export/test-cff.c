/* SPDX-License-Identifier: GPL-3.0-or-later
 * Character numbers of a CFF font, read from fonts of a few bytes and from damaged ones. */
#include "export/zp-pdf-font-private.h"

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
  return g_test_run ();
}
