/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the cell store: their order, their lasting numbers, and the index over a column of texts.
 */
#include "report/zp-cells.h"

#include "report-fixture.h"

static Desk *desk;

typedef struct
{
  ZpCells *cells;
  int block;
  int column;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ZpCell cell;

  g_assert_true (zp_pack_parse_id (desk->pack, "projects[0].name", &cell, NULL));
  fixture->cells = zp_cells_new (desk->pack);
  fixture->block = cell.block;
  fixture->column = cell.column;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  zp_cells_free (fixture->cells);
}

static void
put (Fixture *fixture, int row, const char *text)
{
  ZpCellValue *value =
    zp_cells_get (fixture->cells, zp_cell (fixture->block, row, fixture->column));

  g_free (value->typed.text);
  value->typed.text = g_strdup (text);
  value->typed.state = text != NULL ? ZP_CONTENT_WORDS : ZP_CONTENT_EMPTY;
  zp_cells_forget_index (fixture->cells, fixture->block, fixture->column);
}

static void
add_row (Fixture *fixture, int at, const char *text)
{
  zp_cells_insert_row (fixture->cells, fixture->block, at, 0);
  put (fixture, at, text);
}

/* Rows as "uid:text …". */
static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int row = 0; row < zp_cells_count_rows (fixture->cells, fixture->block); row++)
    {
      ZpCell cell = zp_cell (fixture->block, row, fixture->column);
      const char *name = zp_cells_get (fixture->cells, cell)->typed.text;

      g_string_append_printf (text, "%s%u:%s", row > 0 ? " " : "",
                              zp_cells_get_uid (fixture->cells, fixture->block, row),
                              name != NULL ? name : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_found (Fixture *fixture, const char *key, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n_rows = -1;
  const int *rows =
    zp_cells_rows_where (fixture->cells, fixture->block, fixture->column, key, &n_rows);

  for (int i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%d", rows[i]);
  g_assert_cmpint (n_rows, >=, 0);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, "");
  add_row (fixture, 0, "甲");
  add_row (fixture, 1, "乙");
  add_row (fixture, 0, "丙");
  assert_rows (fixture, "3:丙 1:甲 2:乙");
  zp_cells_move_row (fixture->cells, fixture->block, 0, 2);
  assert_rows (fixture, "1:甲 2:乙 3:丙");
  zp_cells_move_row (fixture->cells, fixture->block, 2, 1);
  assert_rows (fixture, "1:甲 3:丙 2:乙");
  zp_cells_remove_row (fixture->cells, fixture->block, 1);
  assert_rows (fixture, "1:甲 2:乙");
}

/* A row that comes back has its old number, and no new row gets it. */
static void
test_uids (Fixture *fixture, gconstpointer data)
{
  add_row (fixture, 0, "甲");
  add_row (fixture, 1, "乙");
  zp_cells_remove_row (fixture->cells, fixture->block, 1);
  g_assert_cmpuint (zp_cells_insert_row (fixture->cells, fixture->block, 1, 0), ==, 3);
  g_assert_cmpuint (zp_cells_insert_row (fixture->cells, fixture->block, 0, 2), ==, 2);
  g_assert_cmpuint (zp_cells_insert_row (fixture->cells, fixture->block, 0, 9), ==, 9);
  g_assert_cmpuint (zp_cells_insert_row (fixture->cells, fixture->block, 4, 0), ==, 10);
  assert_rows (fixture, "9: 2: 1:甲 3: 10:");
  g_assert_cmpint (zp_cells_find_uid (fixture->cells, fixture->block, 3), ==, 3);
  g_assert_cmpint (zp_cells_find_uid (fixture->cells, fixture->block, 4), ==, -1);
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture, "甲", "");
  add_row (fixture, 0, "甲");
  add_row (fixture, 1, "乙");
  add_row (fixture, 2, "甲");
  assert_found (fixture, "甲", "02");
  assert_found (fixture, "丙", "");
  put (fixture, 0, "乙");
  assert_found (fixture, "甲", "2");
  assert_found (fixture, "乙", "01");
  put (fixture, 1, NULL);
  assert_found (fixture, "乙", "0");
  zp_cells_move_row (fixture->cells, fixture->block, 2, 0);
  assert_found (fixture, "甲", "0");
  zp_cells_remove_row (fixture->cells, fixture->block, 0);
  assert_found (fixture, "甲", "");
  add_row (fixture, 0, "甲");
  assert_found (fixture, "甲", "0");
}

static void
test_where_there_is_no_row (Fixture *fixture, gconstpointer data)
{
  g_assert_null (zp_cells_get (fixture->cells, zp_cell (fixture->block, 0, 0)));
  g_assert_nonnull (zp_cells_get (fixture->cells, zp_cell (fixture->block, ZP_ROW_TOTAL, 0)));
  g_assert_null (zp_cells_get (fixture->cells, zp_cell (0, ZP_ROW_TOTAL, 0)));
  g_assert_nonnull (zp_cells_get (fixture->cells, zp_cell (0, 0, 0)));
  g_assert_null (zp_cells_get (fixture->cells, zp_cell (0, 1, 0)));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  desk = desk_new ();

  add ("/cells/rows", test_rows);
  add ("/cells/uids", test_uids);
  add ("/cells/index", test_index);
  add ("/cells/where-there-is-no-row", test_where_there_is_no_row);
  status = g_test_run ();
  desk_free (desk);
  return status;
}
