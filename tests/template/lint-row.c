/* SPDX-License-Identifier: GPL-3.0-or-later
 * One fault put into a good pack, and what must be told about it. */
#include "lint-row.h"

/**
 * lint_row_check: puts the fault into a copy of the plain pack and loads it.
 */
void
lint_row_check (const LintRow *row)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *pack = g_build_filename (folder, "plain", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_replace (pack, row->file, row->old_text, row->new_text);
  problems = pack_fixture_problems (pack);
  g_assert_true (pack_fixture_tells (problems, row->place, row->message));
  zp_test_remove_folder (folder);
}

static void
test_row (gconstpointer data)
{
  lint_row_check (data);
}

/**
 * lint_rows_add_tests: a test for each row, called by its name.
 */
void
lint_rows_add_tests (const LintRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/lint/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
}
