/* SPDX-License-Identifier: GPL-3.0-or-later
 * Slips of the hand: recognised, and undone. */
#include "check/zp-slip.h"

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  int places;
  ZpSlip slip;
} SlipRow;

/* clang-format off */
static const SlipRow rows[] = {
  { "neighbours-exchanged", "2295.70", "2925.70", 2, ZP_SLIP_TRANSPOSITION },
  { "exchanged-over-the-point", "316.58", "315.68", 2, ZP_SLIP_TRANSPOSITION },
  { "exchanged-far-apart", "1234.00", "4231.00", 2, ZP_SLIP_TRANSPOSITION },
  { "one-digit", "288.34", "283.34", 2, ZP_SLIP_DIGIT },
  { "first-digit", "988.34", "288.34", 2, ZP_SLIP_DIGIT },
  { "digit-dropped", "295.70", "2925.70", 2, ZP_SLIP_DROPPED_DIGIT },
  { "digit-dropped-behind-the-point", "316.8", "316.58", 2, ZP_SLIP_DROPPED_DIGIT },
  { "digit-doubled", "29225.70", "2925.70", 2, ZP_SLIP_DOUBLED_DIGIT },
  { "first-digit-dropped", "5.74", "15.74", 2, ZP_SLIP_DROPPED_DIGIT },
  { "first-digit-doubled", "1187.48", "187.48", 2, ZP_SLIP_DOUBLED_DIGIT },
  { "first-digit-too-many", "9187.48", "187.48", 2, ZP_SLIP_DIGIT },
  { "yuan-for-ten-thousand", "29257000", "2925.70", 2, ZP_SLIP_UNIT },
  { "ten-thousand-for-yuan", "0.29257", "2925.70", 2, ZP_SLIP_UNIT },
  { "hundredfold", "8798", "87.98", 2, ZP_SLIP_UNIT },
  { "point-moved", "29257.0", "2925.70", 2, ZP_SLIP_DECIMAL },
  { "sign", "-15.00", "15.00", 2, ZP_SLIP_SIGN },
  { "cut-off", "99.30", "99.38", 2, ZP_SLIP_TRUNCATED },
  { "cut-off-to-whole", "99", "99.38", 2, ZP_SLIP_TRUNCATED },
  { "count-digit", "68", "69", 0, ZP_SLIP_DIGIT },
  { "count-exchanged", "86", "68", 0, ZP_SLIP_TRANSPOSITION },
  { "another-figure", "3653.00", "3214.04", 2, ZP_SLIP_NONE },
  { "zero", "0", "246.54", 2, ZP_SLIP_NONE },
};
/* clang-format on */

static ZpDecimal
decimal (const char *text)
{
  ZpDecimal figure;

  g_assert_true (zp_decimal_parse (text, &figure, NULL));
  return figure;
}

static void
test_classify (gconstpointer data)
{
  const SlipRow *row = data;

  g_assert_cmpint (zp_slip_classify (decimal (row->from), decimal (row->to), row->places), ==,
                   row->slip);
}

/* What is recognised is also among the figures tried for it. */
static void
test_origins (gconstpointer data)
{
  const SlipRow *row = data;
  g_autoptr (GArray) origins = zp_slip_list_origins (decimal (row->from), row->places);
  gboolean found = FALSE;

  for (guint i = 0; i < origins->len; i++)
    found |= g_array_index (origins, ZpDecimal, i).millionths == decimal (row->to).millionths;
  if (row->slip != ZP_SLIP_NONE && row->slip != ZP_SLIP_TRUNCATED)
    g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *classify = g_strconcat ("/slip/classify/", rows[i].name, NULL);
      g_autofree char *origins = g_strconcat ("/slip/origins/", rows[i].name, NULL);

      g_test_add_data_func (classify, &rows[i], test_classify);
      g_test_add_data_func (origins, &rows[i], test_origins);
    }
  return g_test_run ();
}
