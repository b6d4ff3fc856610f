/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sign-off sheet, the check code, remarks and history in documents, from plain data. */
#include "document/zp-doc-sign-off.h"

#include <string.h>

#include "doc-fixture.h"
#include "document/zp-book-review.h"

static ZpDocReview *
make_review (void)
{
  ZpDocReview *review = zp_doc_review_new ();
  ZpDocSigner *signer = zp_doc_review_add_signer (review, ZP_DOC_LEADER, "王五");

  g_free (signer->opinion);
  signer->opinion = g_strdup ("同意报送。");
  signer->time = g_strdup ("2022-04-08T18:03:00Z");
  signer->subject = g_strdup ("CN=王五");
  signer = zp_doc_review_add_signer (review, ZP_DOC_PREPARER, "张三");
  signer->time = g_strdup ("2022-04-08T01:00:00Z");
  review->is_sealed = TRUE;
  review->code = g_strdup ("7K2M-9QXP-4TRD");
  return review;
}

static char *
print_sheet (ZpReport *report, const ZpDocReview *review)
{
  g_autoptr (ZpDoc) doc = zp_doc_build_sign_off (report, review);
  g_autoptr (GError) error = NULL;

  zp_doc_check (doc, &error);
  g_assert_no_error (error);
  g_assert_true (doc->is_unnumbered);
  return zp_doc_dump (doc);
}

static void
assert_has (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("“%s” is not in\n%s", wanted, text);
}

/* Steps stand in the order of the review, whatever the order they are told in; times where the
 * reports of the pack are at home. */
static void
test_signed (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = make_review ();
  g_autofree char *text = print_sheet (report, review);
  static const char *const wanted[] = { "审签单",     "7K2M-9QXP-4TRD", "填报人",  "张三",
                                        "审核人",     "单位负责人",     "王五",    "同意报送。",
                                        "2022-04-09", "02:03",          "单位盖章" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_has (text, wanted[i]);
  assert_has (text, "王五用数字证书签名：CN=王五");
  assert_has (text, "校验码与上列一致");
  g_assert_true (strstr (text, "张三") < strstr (text, "王五"));
}

static void
test_unsigned (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = zp_doc_review_new ();
  g_autofree char *text = print_sheet (report, review);

  assert_has (text, "尚未审签");
  assert_has (text, "单位负责人");
  g_assert_null (strstr (text, "校验码与上列一致"));
}

static void
test_broken (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = make_review ();
  g_autofree char *text = NULL;

  g_clear_pointer (&review->code, g_free);
  review->n_changed = 3;
  text = print_sheet (report, review);
  assert_has (text, "签后已改 3 处");
}

/* A pack without words of its own has English ones. */
static void
test_other_pack (void)
{
  g_autoptr (ZpReport) report = doc_fixture_small ("{}");
  g_autoptr (ZpDocReview) review = make_review ();
  g_autofree char *text = print_sheet (report, review);

  assert_has (text, "Sign-off sheet");
  assert_has (text, "Approved by");
  assert_has (text, "2022-04-08\\n18:03");
}

/* With this many hands the sheet still has a row for each. */
static void
test_many_signers (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = make_review ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < 20; i++)
    zp_doc_review_add_signer (review, ZP_DOC_REVIEWER, "李四");
  text = print_sheet (report, review);
  assert_has (text, "rows 27");
}

static void
test_cover (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = make_review ();
  g_autoptr (ZpDoc) doc = zp_doc_build (report, ZP_PROFILE_SUBMIT);
  g_autofree char *plain = zp_doc_dump (doc);
  g_autofree char *unsealed = NULL;
  g_autofree char *sealed = NULL;

  zp_doc_add_check_code (doc, zp_report_get_pack (report), NULL);
  unsealed = zp_doc_dump (doc);
  g_assert_cmpstr (plain, ==, unsealed);
  zp_doc_add_check_code (doc, zp_report_get_pack (report), review);
  sealed = zp_doc_dump (doc);
  g_assert_null (strstr (plain, "校验码"));
  assert_has (sealed, "校验码");
  assert_has (sealed, "7K2M-9QXP-4TRD");
}

static const ZpBookSheet *
look_for_sheet (const ZpBook *book, const char *name)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const ZpBookSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  return NULL;
}

static const ZpBookSheet *
find_sheet (const ZpBook *book, const char *name)
{
  const ZpBookSheet *sheet = look_for_sheet (book, name);

  if (sheet == NULL)
    g_error ("no sheet %s", name);
  return sheet;
}

static const char *
get_text (const ZpBookSheet *sheet, int row, int column)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const ZpBookCell *cell = g_ptr_array_index (sheet->cells, i);

      if (cell->row == row && cell->column == column)
        return cell->text != NULL ? cell->text : "";
    }
  return NULL;
}

static void
test_history (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = zp_doc_review_new ();
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  ZpDocChange *change =
    zp_doc_review_add_change (review, "projects#2.actual", "projects[1].actual");
  const ZpBookSheet *sheet = NULL;

  change->time = g_strdup ("2022-04-08T01:00:00Z");
  change->by = g_strdup ("张三");
  change->how = g_strdup (ZP_HOW_PASTED);
  change->before = g_strdup ("1");
  change->after = g_strnfill (3000, 'x');
  zp_doc_review_add_change (review, "projects#9", NULL);
  zp_doc_review_add_change (review, "text.scale", "text.scale");
  zp_doc_review_add_change (review, "review/step/1-submit", "review/step/1-submit")->event =
    ZP_DOC_EVENT_SUBMIT;
  zp_book_add_review (book, report, review);
  g_assert_null (book->check_line);
  g_assert_null (look_for_sheet (book, "批注"));
  sheet = find_sheet (book, "修改记录");
  g_assert_cmpstr (get_text (sheet, 1, 0), ==, "2022-04-08 09:00");
  g_assert_cmpstr (get_text (sheet, 1, 1), ==, "张三");
  assert_has (get_text (sheet, 1, 2), "业务信息系统运行维护费");
  g_assert_cmpstr (get_text (sheet, 1, 3), ==, "1");
  g_assert_cmpuint (strlen (get_text (sheet, 1, 4)), <, 600);
  g_assert_cmpstr (get_text (sheet, 1, 5), ==, "粘贴");
  g_assert_cmpstr (get_text (sheet, 2, 2), ==, "projects#9（已删除）");
  g_assert_cmpstr (get_text (sheet, 3, 2), ==, "整体支出规模");
  g_assert_cmpstr (get_text (sheet, 4, 2), ==, "送审");
}

static guint
count_comments (const ZpBook *book, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < book->sheets->len; i++)
    {
      const ZpBookSheet *sheet = g_ptr_array_index (book->sheets, i);

      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const ZpBookCell *cell = g_ptr_array_index (sheet->cells, k);

          count += cell->comment != NULL && strstr (cell->comment, text) != NULL;
        }
    }
  return count;
}

static void
add_remark (ZpDocReview *review, const char *id, const char *text)
{
  ZpDocRemark *remark = zp_doc_review_add_remark (review, id, id);

  remark->by = g_strdup ("李四");
  remark->text = g_strdup (text);
  remark->open = TRUE;
}

/* On the annex that shows the figure, and where all figures are. */
static void
test_remarks (void)
{
  g_autoptr (ZpReport) report = doc_fixture_example ("full");
  g_autoptr (ZpDocReview) review = zp_doc_review_new ();
  g_autoptr (ZpBook) book = doc_fixture_book (report, ZP_PROFILE_SUBMIT);
  const ZpBookSheet *sheet;
  ZpDocReply *reply = NULL;

  add_remark (review, "budget.total.initial", "核对批复");
  add_remark (review, "projects[1]", "名称不一致");
  add_remark (review, "report", "总体较好");
  reply =
    zp_doc_remark_add_reply (g_ptr_array_index (review->remarks, 0), ZP_DOC_REPLY_DONE, "张三");
  reply->text = g_strdup ("已核对");
  zp_book_add_review (book, report, review);
  g_assert_cmpuint (count_comments (book, "核对批复"), ==, 3);
  g_assert_cmpuint (count_comments (book, "张三：已办\n已核对"), ==, 3);
  g_assert_cmpuint (count_comments (book, "名称不一致"), >=, 2);
  g_assert_cmpuint (count_comments (book, "总体较好"), ==, 0);
  sheet = find_sheet (book, "批注");
  g_assert_cmpstr (get_text (sheet, 3, 2), ==, "整份报告");
  g_assert_cmpstr (get_text (sheet, 3, 3), ==, "总体较好");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-off/signed", test_signed);
  g_test_add_func ("/sign-off/unsigned", test_unsigned);
  g_test_add_func ("/sign-off/broken", test_broken);
  g_test_add_func ("/sign-off/other-pack", test_other_pack);
  g_test_add_func ("/sign-off/many-signers", test_many_signers);
  g_test_add_func ("/sign-off/cover", test_cover);
  g_test_add_func ("/sign-off/history", test_history);
  g_test_add_func ("/sign-off/remarks", test_remarks);
  return g_test_run ();
}
