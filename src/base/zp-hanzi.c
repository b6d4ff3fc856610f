/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whole numbers in Chinese numerals, as they are read aloud. */
#include "base/zp-hanzi.h"

#define LARGEST G_GINT64_CONSTANT (9999999999999999)
#define N_GROUPS 4

static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

/* Place values inside a group of four digits. */
static const int place_values[] = { 1000, 100, 10, 1 };
static const char *const place_names[] = { "千", "百", "十", "" };

static const gint64 group_values[N_GROUPS] = { 1000000000000, 100000000, 10000, 1 };

/* 零 stands for any run of skipped places between two digits, whether inside a group or across. */
static void
append_group (GString *text, int group, gboolean *skipped)
{
  for (gsize i = 0; i < G_N_ELEMENTS (place_values); i++)
    {
      int digit = group / place_values[i] % 10;

      if (digit == 0)
        {
          *skipped = TRUE;
          continue;
        }

      if (*skipped && text->len > 0)
        g_string_append (text, digits[0]);
      *skipped = FALSE;

      /* 十二, not 一十二, but only at the very beginning: 一百一十二. */
      if (text->len > 0 || digit != 1 || place_values[i] != 10)
        g_string_append (text, digits[digit]);
      g_string_append (text, place_names[i]);
    }

  /* Places left empty at the end of a group are not read: 二十万三千. */
  if (group != 0)
    *skipped = FALSE;
}

/* 万亿 is read 万 and then 亿, so 亿 closes both upper groups together. */
static const char *
group_name (gsize index, int group, gint64 magnitude)
{
  switch (index)
    {
    case 0:
      return group != 0 ? "万" : "";
    case 1:
      return magnitude >= group_values[1] ? "亿" : "";
    case 2:
      return group != 0 ? "万" : "";
    default:
      return "";
    }
}

/**
 * zp_hanzi_from_int:
 * @number: up to ±9,999,999,999,999,999
 *
 * Writes @number as a heading or a sentence does: 零, 十二, 一百零五, 三万零二十; a negative one
 * begins with 负.
 *
 * Returns: (transfer full): the numerals
 */
char *
zp_hanzi_from_int (gint64 number)
{
  g_return_val_if_fail (number >= -LARGEST && number <= LARGEST, NULL);

  gint64 magnitude = ABS (number);
  GString *text = g_string_new (NULL);
  gboolean skipped = FALSE;

  for (gsize i = 0; i < N_GROUPS; i++)
    {
      int group = (int) (magnitude / group_values[i] % 10000);

      append_group (text, group, &skipped);
      g_string_append (text, group_name (i, group, magnitude));
    }

  if (number == 0)
    g_string_append (text, digits[0]);
  if (number < 0)
    g_string_prepend (text, "负");

  return g_string_free (text, FALSE);
}
