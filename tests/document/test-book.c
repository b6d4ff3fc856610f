/* SPDX-License-Identifier: GPL-3.0-or-later
 * Names of sheets, and what a new sheet and a new cell are. */
#include "document/zp-book.h"

typedef struct
{
  const char *name;
  const char *taken[3];
  const char *wanted;
  const char *expected;
} NameRow;

#define TEN "一二三四五六七八九十"

/* clang-format off */
static const NameRow rows[] = {
  { "plain", { NULL }, "基础数据表", "基础数据表" },
  { "forbidden", { NULL }, "a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h" },
  { "quotes", { NULL }, "'a'b''", "a'b" },
  { "spaces", { NULL }, "  a b  ", "a b" },
  { "line-breaks", { NULL }, "a\nb\tc", "a b c" },
  { "control", { NULL }, "a\x01" "b\xff", "ab\xef\xbf\xbd" },
  { "empty", { NULL }, "", "Sheet" },
  { "only-quotes", { NULL }, "' '", "Sheet" },
  { "longest", { NULL }, TEN TEN TEN "一", TEN TEN TEN "一" },
  { "too-long", { NULL }, TEN TEN TEN "一二", TEN TEN TEN "一" },
  { "rare-counts-twice", { NULL }, TEN TEN TEN "𠮷", TEN TEN TEN },
  { "rare-fits", { NULL }, TEN TEN "一二三四五六七八九𠮷", TEN TEN "一二三四五六七八九𠮷" },
  { "cut-before-quote", { NULL }, TEN TEN TEN "'二", TEN TEN TEN },
  { "taken", { "表" }, "表", "表 (2)" },
  { "taken-twice", { "表", "表 (2)" }, "表", "表 (3)" },
  { "case", { "Table" }, "TABLE", "TABLE (2)" },
  { "made-alike", { "a_b" }, "a/b", "a_b (2)" },
  { "long-and-taken", { TEN TEN TEN "一" }, TEN TEN TEN "一二", TEN TEN "一二三四五六七 (2)" },
  { "reserved", { NULL }, "History", "History (2)" },
};
/* clang-format on */

static void
test_name (gconstpointer data)
{
  const NameRow *row = data;
  g_autoptr (ZpBook) book = zp_book_new ();
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (row->taken) && row->taken[i] != NULL; i++)
    zp_book_add_sheet (book, row->taken[i]);
  name = zp_book_unique_name (book, row->wanted);
  g_assert_cmpstr (name, ==, row->expected);
  g_assert_cmpstr (zp_book_add_sheet (book, name)->name, ==, row->expected);
}

static void
test_many_names (void)
{
  g_autoptr (ZpBook) book = zp_book_new ();

  for (int i = 0; i < 12; i++)
    zp_book_add_sheet (book, TEN TEN TEN "一");
  g_assert_cmpstr (((ZpBookSheet *) g_ptr_array_index (book->sheets, 11))->name, ==,
                   TEN TEN "一二三四五六 (12)");
}

static void
test_sheet (void)
{
  g_autoptr (ZpBook) book = zp_book_new ();
  ZpBookSheet *sheet = zp_book_add_sheet (book, "表");

  g_assert_cmpint (sheet->repeat_first, ==, -1);
  g_assert_cmpint (sheet->repeat_last, ==, -1);
  g_assert_cmpint (sheet->freeze_row, ==, 0);
  g_assert_cmpuint (sheet->cells->len + sheet->widths->len + sheet->heights->len, ==, 0);
}

static void
test_cell (void)
{
  g_autoptr (ZpBook) book = zp_book_new ();
  ZpBookCell *cell = zp_book_sheet_add_cell (zp_book_add_sheet (book, "表"), 3, 4);

  cell->text = g_strdup ("甲");
  cell->formula = g_strdup ("A1");
  cell->comment = g_strdup ("乙");
  g_assert_cmpint (cell->row, ==, 3);
  g_assert_cmpint (cell->column, ==, 4);
  g_assert_cmpint (cell->rows, ==, 1);
  g_assert_cmpint (cell->columns, ==, 1);
  g_assert_cmpint ((int) cell->align, ==, ZP_ALIGN_LEFT);
  g_assert_cmpint ((int) cell->value, ==, ZP_BOOK_EMPTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/book/name/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_name);
    }
  g_test_add_func ("/book/many-names", test_many_names);
  g_test_add_func ("/book/sheet", test_sheet);
  g_test_add_func ("/book/cell", test_cell);

  return g_test_run ();
}
