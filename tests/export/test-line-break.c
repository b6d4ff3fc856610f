/* SPDX-License-Identifier: GPL-3.0-or-later
 * Line breaking: what may not part, what may not stand at an edge, where the characters go. */
#include "export/zp-line-break.h"

#include <math.h>

#include "page-fixture.h"

#define CELL 16.0

typedef struct
{
  const char *name;
  const char *text;
  double cells;
  ZpLineFlags flags;
  const char *expected; /* lines parted by | */
} BreakRow;

/* clang-format off */
static const BreakRow break_rows[] = {
  { "fits", "部门概况", 4, ZP_LINE_BODY, "部门概况" },
  { "breaks-between-characters", "部门概况与机构", 4, ZP_LINE_BODY, "部门概况|与机构" },
  { "hangs-a-comma", "部门概况，与机构", 4, ZP_LINE_BODY, "部门概况，|与机构" },
  { "hangs-a-full-stop", "部门概况。", 4, ZP_LINE_BODY, "部门概况。" },
  { "compresses-before-hanging", "部、门，概，况", 5, ZP_LINE_BODY, "部、门，概，|况" },
  { "compresses-a-bracket", "（一）概况）与", 6, ZP_LINE_BODY, "（一）概况）|与" },
  { "pushes-out-a-bracket", "部门概况）与机构", 4, ZP_LINE_BODY, "部门概|况）与机|构" },
  { "pushes-out-stop-and-quote", "部门概况。”机构", 4, ZP_LINE_BODY, "部门概|况。”机|构" },
  { "nothing-hangs-in-a-cell", "部门概况，与", 4, ZP_LINE_CELL, "部门概|况，与" },
  { "opening-quote-goes-on", "部门概“况”", 4, ZP_LINE_BODY, "部门概|“况”" },
  { "opening-bracket-goes-on", "部门概（况）与", 4, ZP_LINE_BODY, "部门概|（况）与" },
  { "number-stays-whole", "支出12345.67元", 4, ZP_LINE_CELL, "支出|12345.67|元" },
  { "number-keeps-its-unit", "预算支出765万元", 6, ZP_LINE_BODY, "预算支出|765万元" },
  { "number-keeps-a-spaced-unit", "预算支出765 万元", 6, ZP_LINE_BODY, "预算支出|765 万元" },
  { "number-keeps-per-cent", "执行率为87.98%，", 6, ZP_LINE_BODY, "执行率为|87.98%，" },
  { "number-keeps-full-width-per-cent", "执行率为87％的", 5, ZP_LINE_BODY, "执行率为|87％的" },
  { "minus-stays", "增加额为－53元", 5, ZP_LINE_BODY, "增加额为|－53元" },
  { "true-minus-stays", "增加额为−53元", 5, ZP_LINE_BODY, "增加额为|−53元" },
  { "full-width-digits-stay", "预算１２３４年", 5, ZP_LINE_BODY, "预算|１２３４年" },
  { "sign-stays", "指标值是≥12次", 5, ZP_LINE_BODY, "指标值是|≥12次" },
  { "dash-is-not-parted", "部门概——况", 4, ZP_LINE_BODY, "部门|概——况" },
  { "dots-do-not-start-a-line", "部门概况……好", 4, ZP_LINE_BODY, "部门概|况……好" },
  { "spaces-vanish-at-the-edge", "部门概况  与机构", 4, ZP_LINE_BODY, "部门概况|与机构" },
  { "word-stays-whole", "我们使用 Linux系统", 6, ZP_LINE_BODY, "我们使用|Linux系统" },
  { "long-word-is-split", "abcdefghijklmnopqrst", 4, ZP_LINE_CELL, "abcdefgh|ijklmnop|qrst" },
  { "word-over-half-a-line-is-split", "部abcdefghijk", 6, ZP_LINE_BODY, "部abcdefghij|k" },
  { "unit-goes-before-the-number-splits", "123456万元", 3, ZP_LINE_CELL, "123456|万元" },
  { "number-splits-last", "1234567890", 3, ZP_LINE_CELL, "123456|7890" },
  { "newline-breaks", "部门\n概况", 4, ZP_LINE_BODY, "部门|概况" },
  { "empty-line-stays", "部门\n\n概况", 4, ZP_LINE_BODY, "部门||概况" },
  { "last-newline-adds-nothing", "部门\n", 4, ZP_LINE_BODY, "部门" },
  { "narrower-than-a-character", "部门概", 0.5, ZP_LINE_CELL, "部|门|概" },
  { "no-width-at-all", "部，门", 0, ZP_LINE_BODY, "部|，|门" },
  { "only-closing-marks", "）））））", 2, ZP_LINE_BODY, "））|）））" },
  { "only-spaces", "   ", 1, ZP_LINE_BODY, "" },
};
/* clang-format on */

static GArray *
make_atoms (const char *text)
{
  GArray *atoms = g_array_new (FALSE, FALSE, sizeof (ZpAtom));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      ZpAtom atom = { .character = g_utf8_get_char (p), .start = (guint) (p - text) };
      gboolean narrow = atom.character < 0x2000 || atom.character == 0x2212;

      atom.width = atom.character == '\n' ? 0 : narrow ? CELL / 2 : CELL;
      atom.bytes = (guint) (g_utf8_next_char (p) - p);
      g_array_append_val (atoms, atom);
    }

  return atoms;
}

static const ZpAtom *
first_atom (const GArray *atoms)
{
  return (const ZpAtom *) (gconstpointer) atoms->data;
}

static GArray *
break_lines (const GArray *atoms, double width, ZpLineFlags flags)
{
  return zp_line_break_all (first_atom (atoms), atoms->len, width, width, flags);
}

static char *
line_text (const char *text, const GArray *atoms, const ZpLine *line)
{
  guint start = 0;

  if (line->visible == line->start)
    return g_strdup ("");
  start = g_array_index (atoms, ZpAtom, line->start).start;
  return g_strndup (text + start, g_array_index (atoms, ZpAtom, line->visible - 1).start +
                                    g_array_index (atoms, ZpAtom, line->visible - 1).bytes - start);
}

static void
test_break (gconstpointer data)
{
  const BreakRow *row = data;
  g_autoptr (GArray) atoms = make_atoms (row->text);
  g_autoptr (GArray) lines = break_lines (atoms, row->cells * CELL, row->flags);
  GString *got = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = line_text (row->text, atoms, &g_array_index (lines, ZpLine, i));

      g_string_append_printf (got, "%s%s", i > 0 ? "|" : "", line);
    }
  text = g_string_free (got, FALSE);
  g_assert_cmpstr (text, ==, row->expected);
}

static GArray *
place (const GArray *atoms, const ZpLine *line, double width, ZpLineFlags flags)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_set_size (positions, line->visible - line->start + 1);
  zp_line_place (first_atom (atoms), line, width, flags, (double *) (gpointer) positions->data);
  return positions;
}

static double
last_position (const GArray *positions)
{
  return g_array_index (positions, double, positions->len - 1);
}

static void
test_grid_is_kept (void)
{
  g_autoptr (GArray) atoms = make_atoms ("部门概况与机构");
  g_autoptr (GArray) lines = break_lines (atoms, 4 * CELL, ZP_LINE_BODY);
  g_autoptr (GArray) at = place (atoms, &g_array_index (lines, ZpLine, 0), 4 * CELL, ZP_LINE_BODY);

  for (guint i = 0; i < at->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (at, double, i), i * CELL, 1e-9);
}

/* Three places over four gaps are too much to spread. */
static void
test_loose_line_stays_ragged (void)
{
  g_autoptr (GArray) atoms = make_atoms ("预算支出数765万元部门");
  g_autoptr (GArray) lines = break_lines (atoms, 8 * CELL, ZP_LINE_BODY);
  const ZpLine *line = &g_array_index (lines, ZpLine, 0);
  g_autoptr (GArray) at = place (atoms, line, 8 * CELL, ZP_LINE_BODY);

  g_assert_cmpuint (line->visible, ==, 5);
  g_assert_cmpfloat_with_epsilon (last_position (at), 5 * CELL, 1e-6);
}

static void
test_digits_stay_together (void)
{
  g_autoptr (GArray) atoms = make_atoms ("预算支出765元，部门");
  g_autoptr (GArray) lines = break_lines (atoms, 7.8 * CELL, ZP_LINE_BODY);
  const ZpLine *line = &g_array_index (lines, ZpLine, 0);
  g_autoptr (GArray) at = place (atoms, line, 7.8 * CELL, ZP_LINE_BODY);

  g_assert_cmpfloat (g_array_index (at, double, 1), >, CELL + 0.1);
  g_assert_cmpfloat_with_epsilon (g_array_index (at, double, 5) - g_array_index (at, double, 4),
                                  CELL / 2, 1e-9);
}

static void
test_body_is_flush (void)
{
  g_autoptr (GArray) atoms = make_atoms ("根据文件要求我局年支出数共计3,653.00万元并且执行率较高");
  g_autoptr (GArray) lines = break_lines (atoms, 15 * CELL, ZP_LINE_BODY);
  const ZpLine *line = &g_array_index (lines, ZpLine, 0);
  g_autoptr (GArray) body = place (atoms, line, 15 * CELL, ZP_LINE_BODY);
  g_autoptr (GArray) cell = place (atoms, line, 15 * CELL, ZP_LINE_CELL);

  g_assert_cmpuint (line->visible, ==, 14);
  g_assert_cmpfloat_with_epsilon (last_position (body), 15 * CELL, 1e-6);
  g_assert_cmpfloat_with_epsilon (last_position (cell), 14 * CELL, 1e-6);
}

static void
test_squeeze_fits (void)
{
  g_autoptr (GArray) atoms = make_atoms ("部、门（概），况");
  g_autoptr (GArray) lines = break_lines (atoms, 6 * CELL, ZP_LINE_BODY);
  const ZpLine *line = &g_array_index (lines, ZpLine, 0);
  g_autoptr (GArray) at = place (atoms, line, 6 * CELL, ZP_LINE_BODY);

  g_assert_cmpuint (line->visible, ==, 7);
  g_assert_false (line->hangs);
  g_assert_cmpfloat_with_epsilon (last_position (at), 6 * CELL, 1e-6);
  /* An opening bracket loses its left half, so it is drawn further left than the place it has. */
  g_assert_cmpfloat (g_array_index (at, double, 3) - g_array_index (at, double, 2), <, CELL);
}

static void
test_hanging_mark_stands_outside (void)
{
  g_autoptr (GArray) atoms = make_atoms ("部门概况，与");
  g_autoptr (GArray) lines = break_lines (atoms, 4 * CELL, ZP_LINE_BODY);
  const ZpLine *line = &g_array_index (lines, ZpLine, 0);
  g_autoptr (GArray) at = place (atoms, line, 4 * CELL, ZP_LINE_BODY);

  g_assert_true (line->hangs);
  g_assert_cmpfloat_with_epsilon (g_array_index (at, double, 4), 4 * CELL, 1e-6);
}

/* Any text, any width: nothing is lost, every line moves on, no forbidden mark starts a line. */
static void
test_long_text (void)
{
  static const char *const pieces[] = { "预算",   "执行率", "87.98%", "，",           "。",
                                        "“三公”", "（",     "）",     "3,653.00万元", "、",
                                        "——",     "……",     "；",     "《办法》" };
  GRand *random = g_rand_new_with_seed (9704);
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) atoms = NULL;

  for (guint i = 0; i < 4000; i++)
    {
      /* Two Chinese characters between marks, as in a text somebody wrote. */
      g_string_append (text, "绩效");
      g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    }
  atoms = make_atoms (text->str);
  for (double cells = 12; cells <= 40; cells += 0.5)
    {
      g_autoptr (GArray) lines = break_lines (atoms, cells * CELL, ZP_LINE_BODY);

      for (guint i = 0; i < lines->len; i++)
        {
          const ZpLine *line = &g_array_index (lines, ZpLine, i);

          g_assert_cmpuint (line->start, ==, i == 0 ? 0 : g_array_index (lines, ZpLine, i - 1).end);
          g_assert_cmpuint (line->end, >, line->start);
          g_assert_cmpfloat (line->width - line->squeeze, <=, cells * CELL + 0.1);
          if (line->start > 0)
            g_assert_true (zp_line_may_start (first_atom (atoms), line->start));
        }
      g_assert_cmpuint (g_array_index (lines, ZpLine, lines->len - 1).end, ==, atoms->len);
    }
  g_rand_free (random);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (break_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/line-break/", break_rows[i].name, NULL);

      g_test_add_data_func (path, &break_rows[i], test_break);
    }
  g_test_add_func ("/line-place/grid-is-kept", test_grid_is_kept);
  g_test_add_func ("/line-place/loose-line-stays-ragged", test_loose_line_stays_ragged);
  g_test_add_func ("/line-place/digits-stay-together", test_digits_stay_together);
  g_test_add_func ("/line-place/body-is-flush", test_body_is_flush);
  g_test_add_func ("/line-place/squeeze-fits", test_squeeze_fits);
  g_test_add_func ("/line-place/hanging-mark-stands-outside", test_hanging_mark_stands_outside);
  g_test_add_func ("/line-break/long-text", test_long_text);
  return g_test_run ();
}
