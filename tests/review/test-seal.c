/* SPDX-License-Identifier: GPL-3.0-or-later
 * Seals: the check code, the chain, undo. */
#include "review-fixture.h"
#include "review/zp-seal-check.h"

typedef struct
{
  const char *digest;
  const char *code;
} CodeRow;

static const CodeRow code_rows[] = {
  { "0000000000000000000000000000000000000000000000000000000000000000", "0000-0000-0000" },
  { "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", "ZZZZ-ZZZZ-ZZZZ" },
  { "0800000000000000000000000000000000000000000000000000000000000000", "1000-0000-0000" },
  { "0000000000000010000000000000000000000000000000000000000000000000", "0000-0000-0001" },
  { "000000000000000f000000000000000000000000000000000000000000000000", "0000-0000-0000" },
};

static void
test_code (gconstpointer data)
{
  const CodeRow *row = data;
  g_autofree char *code = zp_seal_make_code (row->digest);

  g_assert_cmpstr (code, ==, row->code);
}

static gboolean
sign (ZpReportFile *file, ZpRole role, const char *name)
{
  ZpSealRequest request = { role, name, "同意", NULL, AT (2) };
  g_autoptr (GError) error = NULL;
  ZpBatch *batch = zp_seal_make (file, &request, &error);

  if (batch == NULL)
    return FALSE;
  review_apply (file, batch);
  return TRUE;
}

static ZpReportFile *
open_signed (void)
{
  ZpReportFile *file = review_open ();

  review_set (file, "unit.name", "某局", "张三");
  g_assert_true (review_step (file, ZP_STEP_SUBMIT, "张三", 1));
  g_assert_true (sign (file, ZP_ROLE_REVIEWER, "李四"));
  g_assert_true (sign (file, ZP_ROLE_LEADER, "王五"));
  return file;
}

static void
test_chain (void)
{
  g_autoptr (ZpReportFile) file = open_signed ();
  g_autoptr (ZpReportFile) copy = review_copy (file);
  g_autoptr (ZpSealCheck) here = zp_seal_check (file, NULL);
  g_autoptr (ZpSealCheck) there = zp_seal_check (copy, NULL);

  g_assert_true (here->valid && there->valid);
  g_assert_cmpuint (there->seals->len, ==, 2);
  g_assert_false (sign (copy, ZP_ROLE_LEADER, "赵六"));
}

/* Past the lock, as an older program would. */
static void
test_change (void)
{
  g_autoptr (ZpReportFile) file = open_signed ();
  g_autoptr (ZpSealCheck) broken = NULL;
  g_autoptr (ZpSealCheck) mended = NULL;

  review_set (file, "unit.name", "改名局", "张三");
  broken = zp_seal_check (file, NULL);
  g_assert_false (broken->valid);
  g_assert_cmpuint (broken->changed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (broken->changed, 0), ==, "unit.name");
  review_set (file, "unit.name", "某局", "张三");
  mended = zp_seal_check (file, NULL);
  g_assert_true (mended->valid);
}

static void
test_undo (void)
{
  g_autoptr (ZpReportFile) file = open_signed ();
  g_autoptr (ZpSealCheck) check = NULL;

  g_assert_true (zp_report_undo (file->report, NULL));
  g_assert_cmpint (zp_review_get_state (file->report), ==, ZP_REVIEW_REVIEWED);
  zp_report_keep_trail (file->report);
  g_assert_true (sign (file, ZP_ROLE_LEADER, "赵六"));
  check = zp_seal_check (file, NULL);
  g_assert_true (check->valid);
}

static void
test_refused (void)
{
  g_autoptr (ZpReportFile) file = review_open ();

  g_assert_false (sign (file, ZP_ROLE_REVIEWER, "李四"));
  g_assert_true (review_step (file, ZP_STEP_SUBMIT, "张三", 1));
  g_assert_false (sign (file, ZP_ROLE_LEADER, "王五"));
  g_assert_true (sign (file, ZP_ROLE_REVIEWER, "李四"));
  g_assert_false (sign (file, ZP_ROLE_REVIEWER, "李四"));
  g_assert_true (sign (file, ZP_ROLE_REVIEWER, "赵六"));
  review_set (file, "unit.name", "改名局", "张三");
  g_assert_false (sign (file, ZP_ROLE_LEADER, "王五"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (code_rows); i++)
    {
      g_autofree char *path =
        g_strconcat ("/seal/code/", code_rows[i].code, "-",
                     i == G_N_ELEMENTS (code_rows) - 1 ? "rest" : "all", NULL);

      g_test_add_data_func (path, &code_rows[i], test_code);
    }
  g_test_add_func ("/seal/chain", test_chain);
  g_test_add_func ("/seal/change", test_change);
  g_test_add_func ("/seal/undo", test_undo);
  g_test_add_func ("/seal/refused", test_refused);
  return g_test_run ();
}
