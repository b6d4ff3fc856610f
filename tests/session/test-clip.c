/* SPDX-License-Identifier: GPL-3.0-or-later
 * The clipboard: text of other programs read, planned, pasted in one step, and given to them. */
#include "session/zp-clip.h"

#include <string.h>

#include "session-fixture.h"

static const char data[] =
  "{ \"blocks\": ["
  "{ \"grid\": \"costs\", \"label\": \"资金\", \"columns\": ["
  "  { \"key\": \"plan\", \"label\": \"预算\" }, { \"key\": \"paid\", \"label\": \"支出\" },"
  "  { \"key\": \"rate\", \"label\": \"执行率\", \"kind\": \"percent\","
  "    \"formula\": \"ratio(@paid, @plan)\" },"
  "  { \"key\": \"share\", \"label\": \"占比\", \"kind\": \"percent\" } ],"
  "  \"rows\": [ { \"key\": \"all\", \"label\": \"合计\", \"formula\": \"cars + guests\" },"
  "    { \"key\": \"cars\", \"label\": \"用车\" }, { \"key\": \"guests\", \"label\": \"接待\" } ] "
  "},"
  "{ \"table\": \"works\", \"label\": \"工作\", \"key\": \"name\", \"total\": [\"cost\"],"
  "  \"columns\": ["
  "  { \"key\": \"name\", \"label\": \"名称\", \"kind\": \"text\" },"
  "  { \"key\": \"cost\", \"label\": \"费用\" },"
  "  { \"key\": \"goal\", \"label\": \"目标\", \"kind\": \"mixed\", \"measure\": \"unit\" },"
  "  { \"key\": \"unit\", \"label\": \"单位\", \"kind\": \"text\", \"length\": 10 },"
  "  { \"key\": \"day\", \"label\": \"日期\", \"kind\": \"date\" },"
  "  { \"key\": \"text\", \"label\": \"说明\", \"kind\": \"text\", \"lines\": 4 } ] },"
  "{ \"table\": \"parts\", \"label\": \"来源\", \"start\": [ { \"source\": \"财政\" },"
  "    { \"source\": \"其他\" } ], \"columns\": ["
  "  { \"key\": \"work\", \"label\": \"工作\", \"kind\": \"ref\", \"to\": \"works\", \"owner\": "
  "true },"
  "  { \"key\": \"source\", \"label\": \"来源\", \"kind\": \"text\" } ] } ] }";

static ZpSession *
open_session (void)
{
  return session_fixture_new (data, NULL, NULL);
}

static ZpSheet *
open_sheet (ZpSession *session, const char *block)
{
  return zp_sheet_new (session, zp_pack_find_block (zp_session_get_pack (session), block)->index);
}

static void
close_all (ZpSheet *sheet, ZpSession *session)
{
  zp_sheet_free (sheet);
  session_fixture_close (session);
}

static void
assert_shown (ZpSession *session, const char *id, const char *expected)
{
  g_autofree char *shown = session_fixture_show (session, id);

  g_assert_cmpstr (shown, ==, expected);
}

static ZpClipPlan *
plan (ZpSheet *sheet, const char *text, int row, int column)
{
  g_autoptr (GError) error = NULL;
  ZpClipPlan *self = zp_clip_plan (sheet, text, row, column, &error);

  g_assert_no_error (error);
  return self;
}

static void
paste (ZpSheet *sheet, const char *text, int row, int column)
{
  g_autoptr (ZpClipPlan) planned = plan (sheet, text, row, column);
  g_autoptr (GError) error = NULL;

  zp_clip_paste (sheet, planned, &error);
  g_assert_no_error (error);
}

static guint
count_journal (ZpSession *session)
{
  return zp_journal_get_n_batches (zp_report_get_journal (zp_session_get_report (session)));
}

typedef struct
{
  const char *name;
  const char *text;
  const char *fields; /* "|" between fields, "/" between lines */
} Parsing;

/* clang-format off */
static const Parsing parsings[] = {
  { "one", "甲", "甲" },
  { "windows", "甲\t1\r\n乙\t2\r\n", "甲|1/乙|2" },
  { "unix", "甲\t1\n乙\t2", "甲|1/乙|2" },
  { "old-mac", "甲\r乙\r", "甲/乙" },
  { "empty-fields", "\t1\t\n\n2", "|1|//2" },
  { "quoted-break", "\"甲\n乙\"\t1\n", "甲\n乙|1" },
  { "quoted-windows-break", "\"甲\r\n乙\"\t1\r\n", "甲\r\n乙|1" },
  { "quoted-tab", "\"甲\t乙\"", "甲\t乙" },
  { "quoted-marks", "\"甲\n\"\"乙\"\"\"", "甲\n\"乙\"" },
  { "doubled-marks", "\"\"\"甲\"\"\"\t1", "\"甲\"|1" },
  { "marks-of-the-text", "\"甲\"\t\"乙\"丙", "\"甲\"|\"乙\"丙" },
  { "marks-inside", "5\" 屏\t1", "5\" 屏|1" },
  { "open-mark", "\"甲\t1\n2", "\"甲|1/2" },
  { "empty-quoted", "\"\"\t1", "|1" },
  { "byte-order-mark", "\xEF\xBB\xBF甲", "甲" },
};
/* clang-format on */

static char *
join_lines (const GPtrArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (lines, i));

      g_string_append_printf (joined, "%s%s", i > 0 ? "/" : "", line);
    }
  return g_string_free (joined, FALSE);
}

static void
test_parse (gconstpointer row)
{
  const Parsing *parsing = row;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = zp_clip_parse (parsing->text, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = join_lines (lines);
  g_assert_cmpstr (joined, ==, parsing->fields);
}

static void
assert_not_parsed (const char *text, ZpClipError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (zp_clip_parse (text, &error));
  g_assert_error (error, ZP_CLIP_ERROR, (int) code);
}

static void
test_parse_nothing (void)
{
  assert_not_parsed (NULL, ZP_CLIP_ERROR_EMPTY);
  assert_not_parsed ("", ZP_CLIP_ERROR_EMPTY);
  assert_not_parsed (" \t\r\n\t ", ZP_CLIP_ERROR_EMPTY);
  assert_not_parsed ("\xFF\xFE", ZP_CLIP_ERROR_EMPTY);
}

static void
test_parse_too_much (void)
{
  g_autofree char *long_text = g_strnfill (ZP_CLIP_MAX_BYTES + 1, 'a');
  g_autofree char *many_fields = g_strnfill (ZP_CLIP_MAX_FIELDS + 1, '\t');
  g_autofree char *many_lines = g_strnfill (2 * (ZP_CLIP_MAX_FIELDS + 1), '\n');

  many_fields[0] = 'a';
  for (guint i = 0; i < 2 * ZP_CLIP_MAX_FIELDS; i += 2)
    many_lines[i] = 'a';
  assert_not_parsed (long_text, ZP_CLIP_ERROR_SIZE);
  assert_not_parsed (many_fields, ZP_CLIP_ERROR_SIZE);
  assert_not_parsed (many_lines, ZP_CLIP_ERROR_SIZE);
}

typedef struct
{
  const char *name;
  const char *block;
  int column;
  const char *given;
  ZpClipFate fate;
  const char *written; /* or NULL */
  const char *remark;  /* a part of it, or NULL */
} Cleaning;

/* clang-format off */
static const Cleaning cleanings[] = {
  { "plain", "costs", 0, "21.07", ZP_CLIP_PLAIN, "21.07", NULL },
  { "separators", "costs", 0, "2,925.70", ZP_CLIP_PLAIN, "2,925.70", NULL },
  { "blanks-around", "costs", 0, " 2,925.70  ", ZP_CLIP_PLAIN, "2,925.70", NULL },
  { "minus", "costs", 0, "-3.5", ZP_CLIP_PLAIN, "−3.50", NULL },
  { "long-minus", "costs", 0, "−3.5", ZP_CLIP_PLAIN, "−3.50", NULL },
  { "converted", "costs", 0, "￥２１０,７００元", ZP_CLIP_CLEANED, "21.07",
    "元 converted to 万元; currency sign removed" },
  { "converted-up", "costs", 0, "3.65亿元", ZP_CLIP_CLEANED, "36,500.00", "亿元 converted to 万元" },
  { "brackets", "costs", 0, "（3.50）", ZP_CLIP_CLEANED, "−3.50", "brackets read as minus" },
  { "brackets-and-unit", "costs", 0, "（3.50万元）", ZP_CLIP_CLEANED, "−3.50",
    "unit removed; brackets read as minus" },
  { "own-unit", "costs", 0, "41.80 万元", ZP_CLIP_CLEANED, "41.80", "unit removed" },
  { "grouped-by-blanks", "costs", 0, "  6 000.00 ", ZP_CLIP_CLEANED, "6,000.00", "blanks removed" },
  { "blanks-in-no-groups", "costs", 0, "60 00", ZP_CLIP_REFUSED, NULL, "comma" },
  { "wide", "costs", 0, "１２．５", ZP_CLIP_CLEANED, "12.50", "full-width" },
  { "hashes", "costs", 0, "####", ZP_CLIP_REFUSED, NULL, "too narrow" },
  { "formula-error", "costs", 0, "#DIV/0!", ZP_CLIP_REFUSED, NULL, "formula has an error" },
  { "no-figure", "costs", 0, "7,00.0,77", ZP_CLIP_REFUSED, NULL, "7,00.0,77" },
  { "scientific", "costs", 0, "1.2E+05", ZP_CLIP_REFUSED, NULL, "1.2E+05" },
  { "other-unit", "costs", 0, "12人", ZP_CLIP_REFUSED, NULL, "12人" },
  { "dash", "costs", 0, " - ", ZP_CLIP_CLEANED, "—", "not 0" },
  { "none", "costs", 0, "无", ZP_CLIP_PLAIN, "—", NULL },
  { "per-cent", "costs", 3, "87.98%", ZP_CLIP_PLAIN, "87.98", NULL },
  { "beyond", "costs", 4, "1", ZP_CLIP_REFUSED, NULL, "no cell" },
  { "text", "works", 0, " 前期工作 ", ZP_CLIP_PLAIN, "前期工作", NULL },
  { "text-in-lines", "works", 0, "\"前期\n工作\"", ZP_CLIP_CLEANED, "前期 工作", "line breaks" },
  { "lines", "works", 5, "\"前期\n工作\"", ZP_CLIP_PLAIN, "前期\n工作", NULL },
  { "date", "works", 4, "2022/4/8", ZP_CLIP_PLAIN, "2022年4月8日", NULL },
  { "no-date", "works", 4, "44659", ZP_CLIP_REFUSED, NULL, "44659" },
  { "mixed", "works", 2, "≥95%", ZP_CLIP_PLAIN, "≥95%", NULL },
};
/* clang-format on */

static void
test_clean (gconstpointer row)
{
  const Cleaning *cleaning = row;
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, cleaning->block);
  g_autoptr (ZpClipPlan) planned = NULL;
  const ZpClipItem *item;

  planned =
    plan (sheet, cleaning->given, g_str_equal (cleaning->block, "costs") ? 1 : 0, cleaning->column);
  g_assert_cmpuint (planned->items->len, ==, 1);
  item = g_ptr_array_index (planned->items, 0);
  g_assert_cmpint (item->fate, ==, cleaning->fate);
  g_assert_cmpstr (item->written, ==, cleaning->written);
  g_assert_true ((item->remark != NULL) == (cleaning->remark != NULL));
  if (cleaning->remark != NULL)
    g_assert_nonnull (strstr (item->remark, cleaning->remark));
  g_assert_cmpuint (planned->counts[cleaning->fate], ==, 1);
  g_assert_true (zp_clip_is_clean (planned) == (cleaning->fate == ZP_CLIP_PLAIN));
  close_all (sheet, session);
}

static void
test_paste_block (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");
  g_autoptr (ZpClipPlan) planned = plan (sheet, "1,000\t900\r\n5.5\t\r\n", 1, 0);
  guint n_batches = count_journal (session);
  g_autoptr (GError) error = NULL;

  g_assert_true (zp_clip_is_clean (planned));
  g_assert_cmpint (planned->n_rows, ==, 2);
  g_assert_cmpint (planned->n_columns, ==, 2);
  g_assert_cmpstr (((ZpClipItem *) g_ptr_array_index (planned->items, 2))->place, ==,
                   "接待 · 预算");
  zp_clip_paste (sheet, planned, &error);
  g_assert_no_error (error);
  assert_shown (session, "costs.cars.plan", "1,000.00");
  assert_shown (session, "costs.guests.plan", "5.50");
  assert_shown (session, "costs.all.plan", "1,005.50");
  g_assert_cmpuint (count_journal (session), ==, n_batches + 1);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Paste 3 cells");

  zp_session_undo (session, &error);
  g_assert_no_error (error);
  assert_shown (session, "costs.cars.plan", "");
  assert_shown (session, "costs.all.plan", "");
  close_all (sheet, session);
}

/* An empty field empties a cell, as in a spreadsheet. */
static void
test_paste_empty (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");

  session_fixture_type (session, "costs.cars.paid", "5");
  paste (sheet, "1\t\n", 1, 0);
  assert_shown (session, "costs.cars.plan", "1.00");
  assert_shown (session, "costs.cars.paid", "");
  close_all (sheet, session);
}

static void
test_refused_left_out (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");

  session_fixture_type (session, "costs.cars.paid", "5");
  paste (sheet, "1\t####\n", 1, 0);
  assert_shown (session, "costs.cars.plan", "1.00");
  assert_shown (session, "costs.cars.paid", "5.00");
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Paste 1 cell");
  close_all (sheet, session);
}

static void
test_new_rows (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  g_autoptr (ZpClipPlan) planned = NULL;
  g_autoptr (GError) error = NULL;

  session_fixture_add_rows (session, "works", 1);
  planned = plan (sheet, "甲\t1\n乙\t2\n丙\t3\n\n", 0, 0);
  g_assert_cmpint (planned->n_new_rows, ==, 2);
  g_assert_cmpstr (((ZpClipItem *) g_ptr_array_index (planned->items, 5))->place, ==,
                   "Row 3 · 费用");
  zp_clip_paste (sheet, planned, &error);
  g_assert_no_error (error);
  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 4);
  assert_shown (session, "works[0].name", "甲");
  assert_shown (session, "works[2].name", "丙");
  assert_shown (session, "works[2].cost", "3.00");
  assert_shown (session, "works.total.cost", "6.00");
  zp_session_undo (session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (zp_sheet_count_rows (sheet), ==, 2);
  assert_shown (session, "works[0].name", "");
  close_all (sheet, session);
}

/* Rows that get a name bring along the rows that belong to them, as when they are typed. */
static void
test_owned_rows (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");

  session_fixture_add_rows (session, "works", 2);
  paste (sheet, "甲\n乙\n丙\n丙\n", 0, 0);
  g_assert_cmpint (
    zp_report_count_rows (zp_session_get_report (session),
                          zp_pack_find_block (zp_session_get_pack (session), "parts")->index),
    ==, 6);
  assert_shown (session, "parts[0].work", "甲");
  assert_shown (session, "parts[1].source", "其他");
  assert_shown (session, "parts[2].work", "乙");
  assert_shown (session, "parts[5].work", "丙");
  close_all (sheet, session);
}

static void
test_rename_follows (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");

  session_fixture_add_rows (session, "works", 1);
  session_fixture_type (session, "works[0].name", "甲");
  assert_shown (session, "parts[1].work", "甲");
  paste (sheet, "丁", 0, 0);
  assert_shown (session, "parts[1].work", "丁");
  close_all (sheet, session);
}

/* On the total row nothing is added below. */
static void
test_total_row (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  g_autoptr (ZpClipPlan) planned = NULL;

  session_fixture_add_rows (session, "works", 1);
  session_fixture_type (session, "works[0].cost", "7");
  planned = plan (sheet, "8\n9\n", 1, 1);
  g_assert_cmpint (planned->n_new_rows, ==, 0);
  g_assert_cmpuint (planned->counts[ZP_CLIP_DOUBTFUL], ==, 1);
  g_assert_cmpuint (planned->counts[ZP_CLIP_REFUSED], ==, 1);
  close_all (sheet, session);
}

/* The total of a table that comes from elsewhere goes into the total row. */
static void
test_total_line (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  g_autoptr (ZpClipPlan) planned = plan (sheet, "To tal\t4\n甲\t1\n乙\t2\n", 0, 0);
  const ZpClipItem *total = g_ptr_array_index (planned->items, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (planned->n_new_rows, ==, 2);
  g_assert_cmpuint (planned->items->len, ==, 5);
  g_assert_cmpint (total->row, ==, 2);
  g_assert_cmpstr (total->place, ==, "Total · 费用");
  g_assert_nonnull (strstr (total->remark, "computes 3.00"));
  zp_clip_paste (sheet, planned, &error);
  g_assert_no_error (error);
  assert_shown (session, "works[0].name", "甲");
  assert_shown (session, "works.total.cost", "4.00");
  close_all (sheet, session);
}

/* What a computed cell is going to be anyhow is not kept; what differs is declared. */
static void
test_declared (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");
  g_autoptr (ZpClipPlan) planned = plan (sheet, "3\t1\t33.33%\n4\t1\t26\n", 1, 0);
  const ZpClipItem *same = g_ptr_array_index (planned->items, 2);
  const ZpClipItem *other = g_ptr_array_index (planned->items, 5);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (same->fate, ==, ZP_CLIP_PLAIN);
  g_assert_false (same->is_written);
  g_assert_cmpint (other->fate, ==, ZP_CLIP_DOUBTFUL);
  g_assert_nonnull (strstr (other->remark, "computes 25.00"));
  zp_clip_paste (sheet, planned, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Paste 5 cells");
  assert_shown (session, "costs.cars.rate", "33.33");
  assert_shown (session, "costs.guests.rate", "26.00");
  session_fixture_type (session, "costs.cars.paid", "2");
  assert_shown (session, "costs.cars.rate", "66.67");
  assert_shown (session, "costs.guests.rate", "26.00");
  close_all (sheet, session);
}

static void
test_declared_in_total (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");
  g_autoptr (ZpClipPlan) planned = plan (sheet, "30\n10\n20\n", 0, 0);

  g_assert_true (zp_clip_is_clean (planned));
  g_assert_false (((ZpClipItem *) g_ptr_array_index (planned->items, 0))->is_written);
  close_all (sheet, session);
}

static void
test_doubtful_size (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  g_autoptr (ZpClipPlan) far = NULL;
  g_autoptr (ZpClipPlan) near = NULL;
  g_autoptr (ZpClipPlan) alone = NULL;

  session_fixture_add_rows (session, "works", 3);
  alone = plan (sheet, "3\n1435600\n", 0, 1);
  g_assert_true (zp_clip_is_clean (alone));
  session_fixture_type (session, "works[0].cost", "143.56");
  session_fixture_type (session, "works[1].cost", "120");
  near = plan (sheet, "1,435.59", 2, 1);
  far = plan (sheet, "1,435,600", 2, 1);
  g_assert_true (zp_clip_is_clean (near));
  g_assert_cmpuint (far->counts[ZP_CLIP_DOUBTFUL], ==, 1);
  g_assert_nonnull (
    strstr (((ZpClipItem *) g_ptr_array_index (far->items, 0))->remark, "10,000 times"));
  close_all (sheet, session);
}

static void
test_measure_of_block (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");

  session_fixture_add_rows (session, "works", 1);
  paste (sheet, "甲\t1\t19663个\t个\n", 0, 0);
  assert_shown (session, "works[0].goal", "19663");
  close_all (sheet, session);
}

static void
test_locked (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");
  g_autoptr (GError) error = NULL;

  zp_session_get_file (session)->read_only = g_strdup ("signed off");
  g_assert_null (zp_clip_plan (sheet, "1", 1, 0, &error));
  g_assert_error (error, ZP_SESSION_ERROR, ZP_SESSION_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==, "signed off");
  close_all (sheet, session);
}

static void
test_copy (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  g_autofree char *text = NULL;

  session_fixture_add_rows (session, "works", 2);
  paste (sheet, "甲\t-1,234.5\t\t\t2022/4/8\t\"一\n“二”\"\n\"乙\"\t无\n", 0, 0);
  text = zp_clip_copy (sheet, 0, 0, 3, 6);
  g_assert_cmpstr (text, ==,
                   "甲\t-1234.50\t\t\t2022-04-08\t\"一\n“二”\"\n"
                   "\"\"\"乙\"\"\"\t—\t\t\t\t\n"
                   "Total\t-1234.50\t\t\t\t\n");
  close_all (sheet, session);
}

static void
assert_kept (ZpSession *session, const ZpClipItem *item)
{
  const ZpCellDef *def = zp_pack_get_cell (zp_session_get_pack (session), item->cell);
  const ZpCellValue *value = zp_report_get_value (zp_session_get_report (session), item->cell);
  g_autofree char *kept = zp_cell_content_to_text (zp_cell_value_in_force (value), def);

  g_assert_cmpint (item->fate, !=, ZP_CLIP_REFUSED);
  g_assert_cmpstr (item->kept, ==, kept);
}

/* What was copied is pasted back as it was, every sheet of a whole report. */
static void
test_round_trip (void)
{
  ZpSession *session = session_fixture_open ("reference-printed");
  const ZpPack *pack = zp_session_get_pack (session);

  for (int block = 0; block < (int) pack->blocks->len; block++)
    {
      g_autoptr (ZpSheet) sheet = zp_sheet_new (session, block);
      g_autofree char *text =
        zp_clip_copy (sheet, 0, 0, zp_sheet_count_rows (sheet), zp_sheet_count_columns (sheet));
      g_autoptr (ZpClipPlan) planned = zp_clip_plan (sheet, text, 0, 0, NULL);

      for (guint i = 0; planned != NULL && i < planned->items->len; i++)
        assert_kept (session, g_ptr_array_index (planned->items, i));
      g_assert_true (planned == NULL || planned->n_new_rows == 0);
    }
  session_fixture_close (session);
}

static void
test_fill_down (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "works");
  guint n_batches;
  g_autoptr (GError) error = NULL;

  session_fixture_add_rows (session, "works", 3);
  session_fixture_type (session, "works[0].cost", "7");
  session_fixture_type (session, "works[1].unit", "个");
  n_batches = count_journal (session);
  zp_clip_fill_down (sheet, 0, 1, 4, 3, &error);
  g_assert_no_error (error);
  assert_shown (session, "works[2].cost", "7.00");
  assert_shown (session, "works[1].unit", "");
  assert_shown (session, "works.total.cost", "21.00");
  g_assert_cmpuint (count_journal (session), ==, n_batches + 1);
  g_assert_cmpstr (zp_session_get_undo_label (session), ==, "Fill 6 cells down");
  g_assert_true (zp_clip_fill_down (sheet, 0, 1, 1, 1, &error));
  g_assert_cmpuint (count_journal (session), ==, n_batches + 1);
  close_all (sheet, session);
}

static void
assert_sum (ZpSheet *sheet, int row, int column, int n_rows, int n_columns, const char *expected)
{
  g_autofree char *sum = zp_clip_sum (sheet, row, column, n_rows, n_columns);

  g_assert_cmpstr (sum, ==, expected);
}

static void
test_sum (void)
{
  ZpSession *session = open_session ();
  ZpSheet *sheet = open_sheet (session, "costs");

  session_fixture_type (session, "costs.cars.plan", "1000");
  session_fixture_type (session, "costs.guests.plan", "1.01");
  session_fixture_type (session, "costs.cars.paid", "500");
  session_fixture_type (session, "costs.cars.share", "10");
  session_fixture_type (session, "costs.guests.share", "20.25");
  assert_sum (sheet, 1, 0, 2, 1, "2 cells selected\u2003total 1,001.01  average 500.51");
  assert_sum (sheet, 1, 0, 2, 2, "4 cells selected\u2003total 1,501.01  average 500.34");
  assert_sum (sheet, 1, 3, 2, 1, "2 cells selected\u2003average 15.13");
  assert_sum (sheet, 1, 1, 1, 2, "2 cells selected");
  assert_sum (sheet, 1, 0, 1, 1, "1 cell selected");
  close_all (sheet, session);
}

static void
add_rows_of (const char *name, const char *row, gconstpointer data_row, GTestDataFunc func)
{
  g_autofree char *path = g_strdup_printf ("/clip/%s/%s", name, row);

  g_test_add_data_func (path, data_row, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parsings); i++)
    add_rows_of ("parse", parsings[i].name, &parsings[i], test_parse);
  for (guint i = 0; i < G_N_ELEMENTS (cleanings); i++)
    add_rows_of ("clean", cleanings[i].name, &cleanings[i], test_clean);
  g_test_add_func ("/clip/parse-nothing", test_parse_nothing);
  g_test_add_func ("/clip/parse-too-much", test_parse_too_much);
  g_test_add_func ("/clip/paste/block", test_paste_block);
  g_test_add_func ("/clip/paste/empty", test_paste_empty);
  g_test_add_func ("/clip/paste/refused-left-out", test_refused_left_out);
  g_test_add_func ("/clip/paste/new-rows", test_new_rows);
  g_test_add_func ("/clip/paste/owned-rows", test_owned_rows);
  g_test_add_func ("/clip/paste/rename-follows", test_rename_follows);
  g_test_add_func ("/clip/paste/total-row", test_total_row);
  g_test_add_func ("/clip/paste/total-line", test_total_line);
  g_test_add_func ("/clip/paste/declared", test_declared);
  g_test_add_func ("/clip/paste/declared-in-total", test_declared_in_total);
  g_test_add_func ("/clip/paste/doubtful-size", test_doubtful_size);
  g_test_add_func ("/clip/paste/measure-of-block", test_measure_of_block);
  g_test_add_func ("/clip/paste/locked", test_locked);
  g_test_add_func ("/clip/copy", test_copy);
  g_test_add_func ("/clip/round-trip", test_round_trip);
  g_test_add_func ("/clip/fill-down", test_fill_down);
  g_test_add_func ("/clip/sum", test_sum);
  return g_test_run ();
}
