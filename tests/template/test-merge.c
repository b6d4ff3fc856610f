/* SPDX-License-Identifier: GPL-3.0-or-later
 * Packs laid over others by id: what a child changes, drops, moves and adds. */
#include "pack-fixture.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *id;
  gboolean exists;
} CellRow;

/* clang-format off */
static const CellRow cell_rows[] = {
  { "kept",                 "costs.wages.budget",   TRUE },
  { "dropped-column",       "costs.total.points",   FALSE },
  { "new-column",           "costs.wages.plan",     TRUE },
  { "new-row",              "costs.travel.actual",  TRUE },
  { "no-such-cell",         "costs.travel.budget",  FALSE },
  { "no-such-cell-before",  "costs.water.prior",    FALSE },
  { "new-block",            "extra.note",           TRUE },
  { "like",                 "refunds[0].amount",    TRUE },
  { "like-total",           "refunds.total.amount", TRUE },
  { "like-dropped",         "refunds[0].reason",    FALSE },
  { "like-dropped-before",  "refunds[0].target",    FALSE },
  { "like-new",             "refunds[0].date",      TRUE },
  { "copied-stays",         "payments[0].target",   TRUE },
};

/* What is broken in a child is told where it stands, and what was dropped is told with its place. */
typedef struct
{
  const char *name;
  const char *file;
  const char *old_text;
  const char *new_text;
  const char *place;
  const char *message;
} ChildRow;

static const ChildRow child_rows[] = {
  { "dropped-row", "data.json",
    "{ \"key\": \"travel\", \"label\": \"差旅\", \"after\": \"wages\" }", "{ \"key\": \"travel\", \"label\": \"差旅\" }, { \"key\": \"water\", \"drop\": true }",
    "plain-2021/data.json:12:", "no row “water” in grid “costs” (dropped in plain-2021/data.json:11)" },
  { "dropped-column", "data.json", "{ \"key\": \"points\", \"drop\": true }", "{ \"key\": \"budget\", \"drop\": true }",
    "plain/data.json:17:", "no column “budget” in grid “costs” (dropped in plain-2021/data.json:6)" },
  { "dropped-block", "data.json", "{ \"fields\": \"extra\"", "{ \"table\": \"payments\", \"drop\": true }, { \"fields\": \"extra\"",
    "plain/checks.json:3:", "no block “payments” (dropped in plain-2021/data.json:23)" },
  { "dropped-passage", "document.json", "{ \"show\": \"costs\", \"drop\": true }", "{ \"text\": \"text.pay\", \"drop\": true }",
    "plain-2021/document.json:8:", "“text.pay” is dropped, but there is none" },
  { "unknown-anchor", "data.json", "\"before\": \"actual\"", "\"before\": \"actuel\"",
    "plain-2021/data.json:7:", "“plan” is to stand “before” “actuel”, but there is none" },
  { "other-kind", "data.json", "\"grid\": \"costs\"", "\"table\": \"costs\"",
    "plain-2021/data.json:4:", "“costs” is a “grid” in plain/data.json:11 and cannot become a “table”" },
  { "formula", "data.json", "@budget + @plan - @actual", "@budget + @plans - @actual",
    "plain-2021/data.json:8:", "no column “plans”" },
  { "missing-label", "data.json", "\"key\": \"plan\", \"label\": \"调整数\"", "\"key\": \"plan\"",
    "plain-2021/data.json:7:", "column “costs.plan”: “label” is missing" },
  { "nothing-to-remove", "data.json", "\"unit\": null", "\"basis\": null",
    "plain-2021/data.json:22:", "“basis” is null, but there is nothing to take away" },
  { "word-not-there", "checks.json", "\"帐户\": null", "\"帐目\": null",
    "plain-2021/checks.json:5:", "“帐目” is null, but there is nothing to take away" },
  { "check-not-there", "checks.json", "\"check\": \"years\"", "\"check\": \"year\"",
    "plain-2021/checks.json:6:", "check “year” is dropped, but there is none" },
  { "year-of-parent", "data.json", "\"label\": \"差旅\"", "\"label\": \"2020年差旅\"",
    "plain-2021/data.json:11:", "“2020” is written by hand" },
};
/* clang-format on */

static void
test_cell (gconstpointer data)
{
  const CellRow *row = data;
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  ZpCell cell;

  g_assert_cmpint (zp_pack_parse_id (pack, row->id, &cell, NULL), ==, row->exists);
}

static void
test_child (gconstpointer data)
{
  const ChildRow *row = data;
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *child = g_build_filename (folder, "plain-2021", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_copy ("plain-2021", folder);
  pack_fixture_replace (child, row->file, row->old_text, row->new_text);
  problems = pack_fixture_problems (child);
  g_assert_true (pack_fixture_tells (problems, row->place, row->message));
  zp_test_remove_folder (folder);
}

static const ZpCellDef *
get_cell (const ZpPack *pack, const char *id)
{
  ZpCell cell = { 0 };

  g_assert_true (zp_pack_parse_id (pack, id, &cell, NULL));

  return zp_pack_get_cell (pack, cell);
}

static char *
join_columns (const ZpBlock *block)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_copy (block->columns, NULL, NULL);

  g_ptr_array_set_free_func (keys, NULL);
  g_ptr_array_add (keys, NULL);

  return g_strjoinv (" ", (char **) keys->pdata);
}

static char *
join_rows (const ZpBlock *block)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < block->rows->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            ((const ZpRowDef *) block->rows->pdata[i])->key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
test_order (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  g_autofree char *columns = join_columns (zp_pack_find_block (pack, "costs"));
  g_autofree char *rows = join_rows (zp_pack_find_block (pack, "costs"));
  g_autofree char *refunds = join_columns (zp_pack_find_block (pack, "refunds"));

  g_assert_cmpstr (columns, ==, "prior budget plan actual rest rate");
  g_assert_cmpstr (rows, ==, "total wages travel water");
  g_assert_cmpstr (refunds, ==, "work amount date");
}

static void
test_like_order (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  g_autofree char *columns = join_columns (zp_pack_find_block (pack, "refunds"));

  g_assert_cmpstr (columns, ==, "work reason amount");
}

static void
test_keys (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  const ZpBlock *works = zp_pack_find_block (pack, "works");

  g_assert_cmpstr (works->help, ==, "列全部工程");
  g_assert_cmpstr (zp_phrase_get_source (works->label), ==, "工程");
  g_assert_cmpuint (works->start->n_children, ==, 2);
  g_assert_cmpstr (get_cell (pack, "works[0].people")->unit.label, ==, "");
  g_assert_cmpstr (get_cell (pack, "costs.wages.budget")->unit.label, ==, "元");
  g_assert_cmpstr (get_cell (pack, "costs.wages.rest")->unit.label, ==, "万元");
  g_assert_cmpstr (zp_phrase_get_source (get_cell (pack, "costs.total.actual")->label), ==,
                   "决算数");
}

static void
test_settings (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");

  g_assert_cmpstr (pack->title, ==, "试例报告（新）");
  g_assert_cmpstr (pack->succeeds, ==, "plain");
  g_assert_cmpstr (pack->money.label, ==, "元");
  g_assert_cmpint (pack->money_decimals, ==, 2);
  g_assert_cmpstr (pack->na, ==, "——");
  g_assert_cmpuint (g_strv_length (pack->headings), ==, 1);
  g_assert_cmpint (pack->submit_warning, ==, ZP_SUBMIT_ALLOW);
  g_assert_cmpstr (pack->basis[0], ==, "某镇绩效办法");
  g_assert_cmpuint (pack->migrations->len, ==, 0);
}

static void
test_lists (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  const ZpPage *page = pack->pages->pdata[0];

  g_assert_cmpuint (zp_pack_find_scale (pack, "ladder")->bands->len, ==, 1);
  g_assert_cmpuint (page->blocks->len, ==, 4);
  g_assert_cmpstr (zp_phrase_get_source (page->label), ==, "基本");
  g_assert_cmpuint (zp_pack_find_layout (pack, "sheet")->rows->len, ==, 1);
}

static void
test_checks (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  const ZpCheckDef *words = zp_pack_find_check (pack, "words");
  const ZpCheckDef *dated = zp_pack_find_check (pack, "dated");

  g_assert_null (zp_pack_find_check (pack, "years"));
  g_assert_null (zp_pack_find_check (pack, "costs.total.rate.calc"));
  g_assert_cmpint (zp_pack_find_check (pack, "costs.wages.rate.calc")->severity, ==,
                   ZP_SEVERITY_INFO);
  g_assert_cmpint (dated->severity, ==, ZP_SEVERITY_ERROR);
  g_assert_cmpint (dated->note, ==, ZP_NOTE_NONE);
  g_assert_cmpuint (words->words->len, ==, 2);
  g_assert_cmpstr (words->words->pdata[0], ==, "按排");
  /* Travel has no budget, so the check stands for actual and the like only. */
  g_assert_null (zp_pack_find_check (pack, "costs.parts.budget"));
  g_assert_nonnull (zp_pack_find_check (pack, "costs.parts.actual"));
}

static void
test_layout_like (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  const ZpLayout *sheet = zp_pack_find_layout (pack, "sheet");
  const ZpLayout *wide = zp_pack_find_layout (pack, "wide");

  g_assert_cmpuint (wide->rows->len, ==, sheet->rows->len);
  g_assert_true (wide->landscape && !sheet->landscape);
  g_assert_cmpstr (zp_phrase_get_source (wide->title), ==, "宽表");
}

static void
test_document (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  g_autoptr (GString) parts = g_string_new (NULL);
  const ZpPart *body = NULL;
  const ZpSection *money = NULL;

  for (guint i = 0; i < pack->parts->len; i++)
    g_string_append_printf (parts, "%s ", ((const ZpPart *) pack->parts->pdata[i])->key);
  g_assert_cmpstr (parts->str, ==, "cover body sign wide table ");

  body = pack->parts->pdata[1];
  money = body->sections->pdata[0];
  g_assert_cmpuint (money->contents->len, ==, 2);
  g_assert_cmpstr (((const ZpContent *) money->contents->pdata[0])->passage->id, ==, "text.extra");
  g_assert_cmpuint (body->sections->len, ==, 3);
}

/* A total row whose row formula names a row without a cell there sums the others. */
static void
test_row_formula (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain-2021");
  const ZpExpr *budget = get_cell (pack, "costs.total.budget")->formula;
  const ZpExpr *actual = get_cell (pack, "costs.total.actual")->formula;
  const ZpExpr *prior = get_cell (pack, "costs.total.prior")->formula;

  g_assert_cmpint (budget->kind, ==, ZP_EXPR_ADD);
  g_assert_cmpint (budget->args[0]->kind, ==, ZP_EXPR_REF);
  g_assert_cmpint (actual->args[0]->kind, ==, ZP_EXPR_ADD);
  g_assert_cmpint (prior->args[1]->kind, ==, ZP_EXPR_REF);
}

static void
test_both_parents (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("both");
  const ZpCellDef *name = get_cell (pack, "unit.name");

  g_assert_nonnull (zp_pack_find_block (pack, "costs"));
  g_assert_nonnull (zp_pack_find_block (pack, "works"));
  g_assert_true (name->required);
  g_assert_cmpstr (zp_phrase_get_source (name->label), ==, "填报单位");
}

static void
copy_both (const char *folder)
{
  pack_fixture_copy ("both", folder);
  pack_fixture_copy ("costs-only", folder);
  pack_fixture_copy ("works-only", folder);
}

static void
test_clash (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *both = g_build_filename (folder, "both", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  copy_both (folder);
  pack_fixture_replace (both, "data.json", NULL, "{ \"blocks\": [] }");
  problems = pack_fixture_problems (both);
  g_assert_true (pack_fixture_tells (
    problems, "both/pack.json:2:",
    "“extends”: “unit” differs in costs-only/data.json:2 and works-only/data.json:2"));
  zp_test_remove_folder (folder);
}

static void
write_chain (const char *folder, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *file = g_strdup_printf ("link-%u/pack.json", i);
      g_autofree char *extends =
        i > 1 ? g_strdup_printf (", \"extends\": [\"link-%u@1\"]", i - 1) : g_strdup ("");
      g_autofree char *text = g_strdup_printf (
        "{\"format\": 1, \"id\": \"link-%u\", \"version\": 1, \"title\": \"链\", \"year\": 2020, "
        "\"listed\": false%s}",
        i, extends);

      zp_test_write (folder, file, text);
    }
}

static void
test_chain (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *fourth = g_build_filename (folder, "link-4", NULL);
  g_autofree char *fifth = g_build_filename (folder, "link-5", NULL);
  g_autoptr (GPtrArray) four = NULL;
  g_autoptr (GPtrArray) five = NULL;

  write_chain (folder, 5);
  four = pack_fixture_problems (fourth);
  g_assert_cmpuint (four->len, ==, 0);
  five = pack_fixture_problems (fifth);
  g_assert_true (pack_fixture_tells (five, "link-2/pack.json:1:", "a chain of more than 4 packs"));
  zp_test_remove_folder (folder);
}

/* "words": { … } of the example of a pack that has them. */
static char *
read_words (void)
{
  g_autofree char *path = zp_test_source ("data/templates/changsha-2021/document.json");
  g_autofree char *text = zp_test_read (path);
  const char *start = strstr (text, "\"words\": {");
  const char *end = start != NULL ? strstr (start, "},") : NULL;

  g_assert_nonnull (end);

  return g_strndup (start, (gsize) (end - start) + strlen ("},"));
}

static void
test_words (void)
{
  g_autofree char *folder = zp_test_make_folder ();
  g_autofree char *parent = g_build_filename (folder, "plain", NULL);
  g_autofree char *child = g_build_filename (folder, "plain-2021", NULL);
  g_autofree char *words = read_words ();
  g_autofree char *opening = g_strconcat ("{ ", words, " \"parts\": [", NULL);
  g_autoptr (ZpPack) pack = NULL;
  g_autofree char *title = NULL;

  pack_fixture_copy ("plain", folder);
  pack_fixture_copy ("plain-2021", folder);
  pack_fixture_replace (parent, "document.json", "{\n  \"parts\": [", opening);
  pack_fixture_replace (child, "document.json", "{\n  \"parts\": [",
                        "{ \"words\": { \"total\": \"总计\" }, \"parts\": [");
  pack = zp_test_load_pack (child);
  title = zp_pack_fill_word (pack, ZP_WORD_SUM_TITLE, (const char *[]){ "支出", NULL });

  g_assert_cmpstr (zp_pack_get_word (pack, ZP_WORD_TOTAL), ==, "总计");
  g_assert_cmpstr (zp_pack_get_word (pack, ZP_WORD_ITEM), ==, "项目");
  g_assert_cmpstr (title, ==, "支出：合计");
  zp_test_remove_folder (folder);
}

/* A pack without words has some all the same, in one language for everybody. */
static void
test_no_words (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const char *const values[] = { "甲", "2", "乙{1}", NULL };
  g_autofree char *name = zp_pack_fill_word (pack, ZP_WORD_IN_ROW, values);

  for (int i = 0; i < ZP_N_WORDS; i++)
    g_assert_cmpstr (zp_pack_get_word (pack, (ZpWord) i), !=, "");
  g_assert_cmpstr (zp_pack_get_word (pack, ZP_WORD_ITEM), ==, "Item");
  g_assert_cmpstr (name, ==, "甲, row 2: 乙{1}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cell_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/cells/", cell_rows[i].name, NULL);

      g_test_add_data_func (path, &cell_rows[i], test_cell);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (child_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/faults/", child_rows[i].name, NULL);

      g_test_add_data_func (path, &child_rows[i], test_child);
    }
  g_test_add_func ("/merge/order", test_order);
  g_test_add_func ("/merge/like-order", test_like_order);
  g_test_add_func ("/merge/keys", test_keys);
  g_test_add_func ("/merge/settings", test_settings);
  g_test_add_func ("/merge/lists", test_lists);
  g_test_add_func ("/merge/checks", test_checks);
  g_test_add_func ("/merge/layout-like", test_layout_like);
  g_test_add_func ("/merge/document", test_document);
  g_test_add_func ("/merge/words", test_words);
  g_test_add_func ("/merge/no-words", test_no_words);
  g_test_add_func ("/merge/row-formula", test_row_formula);
  g_test_add_func ("/merge/both-parents", test_both_parents);
  g_test_add_func ("/merge/clash", test_clash);
  g_test_add_func ("/merge/chain", test_chain);

  return g_test_run ();
}
