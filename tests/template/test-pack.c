/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a pack says once it is loaded: cells and their ids, layouts, outline. */
#include "pack-fixture.h"

typedef struct
{
  const char *name;
  const char *id;
  const char *message; /* NULL: it is one */
} IdRow;

typedef struct
{
  const char *name;
  const char *id;
  ZpKind kind;
  const char *unit;
  int min_places;
  int max_places;
  ZpEntry entry;
  ZpSort sort;
} CellRow;

/* clang-format off */
static const IdRow id_rows[] = {
  { "field",            "report.year",            NULL },
  { "grid",             "costs.total.actual",     NULL },
  { "table",            "works[0].cost",          NULL },
  { "table-far",        "works[123456].cost",     NULL },
  { "total",            "works.total.share",      NULL },
  { "unknown-block",    "cost.total.actual",      "no block “cost”; did you mean “costs”?" },
  { "unknown-row",      "costs.totl.actual",      "“costs” has no row “totl”; did you mean “total”?" },
  { "unknown-column",   "costs.total.actul",      "“costs” has no column “actul”; did you mean “actual”?" },
  { "no-such-cell",     "costs.wages.points",     "this column does not exist in this row" },
  { "cell-taken-away",  "costs.water.prior",      "this column does not exist in this row" },
  { "no-total",         "works.total.name",       "this column does not exist in this row" },
  { "grid-like-field",  "costs.actual",           "a cell of a grid is named “grid.row.column”" },
  { "field-like-grid",  "report.year.year",       "a field is named “block.item”" },
  { "table-no-row",     "works.cost",             "a cell of a table is named “table[0].column”" },
  { "table-row-key",    "works.road.cost",        "“works” has no row “road”" },
  { "no-total-row",     "refunds.totals.amount",  "“refunds” has no row “totals”" },
  { "row-of-grid",      "costs[0].actual",        "a cell of a grid" },
  { "row-of-field",     "report[0].year",         "a field is named" },
  { "negative-row",     "works[-1].cost",         "is no id of a cell" },
  { "leading-zero",     "works[01].cost",         "is no id of a cell" },
  { "row-too-large",    "works[2147483648].cost", "is no id of a cell" },
  { "row-open",         "works[1.cost",           "is no id of a cell" },
  { "row-empty",        "works[].cost",           "is no id of a cell" },
  { "behind-row",       "works[1]x.cost",         "is no id of a cell" },
  { "too-many-parts",   "costs.total.actual.sum", "a cell of a grid is named" },
  { "block-alone",      "costs",                  "a cell of a grid is named" },
  { "empty",            "",                       "is no id of a cell" },
  { "empty-part",       "costs..actual",          "“costs” has no row “”" },
};

static const CellRow cell_rows[] = {
  { "text",           "unit.name",           ZP_KIND_TEXT,    "",     0, 0, ZP_ENTRY_TYPED,    ZP_SORT_TEXT },
  { "year",           "report.year",         ZP_KIND_YEAR,    "",     0, 0, ZP_ENTRY_TYPED,    ZP_SORT_NUMBER },
  { "date",           "report.date",         ZP_KIND_DATE,    "",     0, 0, ZP_ENTRY_TYPED,    ZP_SORT_DATE },
  { "choice",         "report.mode",         ZP_KIND_CHOICE,  "",     0, 0, ZP_ENTRY_TYPED,    ZP_SORT_TEXT },
  { "constant",       "rules.full",          ZP_KIND_SCORE,   "分",   2, 2, ZP_ENTRY_COMPUTED, ZP_SORT_SCORE },
  { "money",          "costs.wages.budget",  ZP_KIND_MONEY,   "万元", 2, 2, ZP_ENTRY_TYPED,    ZP_SORT_MONEY },
  { "default",        "costs.wages.prior",   ZP_KIND_MONEY,   "万元", 2, 2, ZP_ENTRY_DEFAULT,  ZP_SORT_MONEY },
  { "row-not-default", "costs.total.prior",  ZP_KIND_MONEY,   "万元", 2, 2, ZP_ENTRY_COMPUTED, ZP_SORT_MONEY },
  { "computed",       "costs.wages.rest",    ZP_KIND_MONEY,   "万元", 2, 2, ZP_ENTRY_COMPUTED, ZP_SORT_MONEY },
  { "percent",        "costs.total.rate",    ZP_KIND_PERCENT, "%",    2, 2, ZP_ENTRY_COMPUTED, ZP_SORT_NUMBER },
  { "own-unit",       "works[0].done",       ZP_KIND_MONEY,   "元",   2, 2, ZP_ENTRY_TYPED,    ZP_SORT_MONEY },
  { "as-typed",       "works[0].cost",       ZP_KIND_MONEY,   "元",   0, 2, ZP_ENTRY_TYPED,    ZP_SORT_MONEY },
  { "total",          "works.total.cost",    ZP_KIND_MONEY,   "元",   0, 2, ZP_ENTRY_COMPUTED, ZP_SORT_MONEY },
  { "total-percent",  "works.total.share",   ZP_KIND_PERCENT, "%",    2, 2, ZP_ENTRY_COMPUTED, ZP_SORT_NUMBER },
  { "count",          "works[0].people",     ZP_KIND_NUMBER,  "人",   0, 0, ZP_ENTRY_TYPED,    ZP_SORT_NUMBER },
  { "mixed",          "payments[0].target",  ZP_KIND_MIXED,   "",     0, 6, ZP_ENTRY_TYPED,    ZP_SORT_NUMBER },
  { "ref",            "payments[0].work",    ZP_KIND_REF,     "",     0, 0, ZP_ENTRY_TYPED,    ZP_SORT_TEXT },
  { "computed-text",  "works[0].grade",      ZP_KIND_TEXT,    "",     0, 0, ZP_ENTRY_COMPUTED, ZP_SORT_TEXT },
};

/* What other programs may ask the first built-in pack for. */
static const char *const promised_ids[] = {
  "unit.name", "unit.code", "unit.leader", "unit.preparer", "unit.phone", "report.year", "report.date",
  "staff.admin.posts", "staff.worker.actual", "staff.other.rate", "staff.regular.rate",
  "staff.total.posts", "budget.basic.carried", "budget.basic.initial", "budget.project.adjust",
  "budget.project.actual", "budget.basic.final", "budget.project.rate", "budget.basic.balance",
  "budget.total.carried", "budget.total.final", "budget.total.rate", "budget.total.balance",
  "basic.wages.actual", "basic.family.actual", "basic.public.actual", "basic.personnel.actual",
  "basic.total.actual", "three_public.vehicle_purchase.prior_actual",
  "three_public.vehicle_operation.prior_budget", "three_public.abroad.budget",
  "three_public.reception.actual", "three_public.vehicle.actual", "three_public.total.rate",
  "three_public.total.change", "public.office.prior_actual", "public.utilities.budget",
  "public.meeting.actual", "public.total.actual", "procurement.prior_actual", "procurement.rate",
  "income.general.final", "income.fund.final", "income.special.final", "income.other.final",
  "income.total.final", "projects[0].name", "projects[0].kind", "projects[0].prior_actual",
  "projects[0].issued", "projects[0].rate", "projects[0].balance", "projects[0].goal",
  "projects[0].result", "projects.total.initial", "projects.total.issued", "projects.total.actual",
  "activities[0].times", "assets.fixed.amount", "assets.total.amount", "assets.fixed.increase",
  "asset_groups[0].share", "disposals[0].part_amount", "disposals.total.amount",
  "achievements[0].rate", "indicators[0].level1", "indicators[0].operator", "indicators[0].level",
  "indicators[0].score", "indicators[0].reason", "score.execution", "score.output", "score.benefit",
  "score.satisfaction", "score.total", "score.grade", "project_indicators[0].project",
  "project_indicators[0].score", "buildings[0].area_rate", "buildings[0].cost_rate",
  "subunits[0].self_grade", "subunits[0].gap", "subunits[0].date", "problems[0].title",
  "measures[0].problem",
};
/* clang-format on */

static const ZpCellDef *
get_cell (const ZpPack *pack, const char *id)
{
  ZpCell cell = { 0 };

  g_assert_true (zp_pack_parse_id (pack, id, &cell, NULL));

  return zp_pack_get_cell (pack, cell);
}

static void
test_id (gconstpointer data)
{
  const IdRow *row = data;
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  ZpCell cell = { 7, 7, 7 };

  if (zp_pack_parse_id (pack, row->id, &cell, &error))
    {
      id = zp_pack_format_id (pack, cell);
      g_assert_cmpstr (id, ==, row->id);
      g_assert_null (row->message);
      return;
    }

  g_assert_error (error, ZP_PACK_ERROR, ZP_PACK_ERROR_NOT_FOUND);
  g_test_message ("%s", error->message);
  g_assert_nonnull (row->message);
  g_assert_nonnull (strstr (error->message, row->message));
  g_assert_true (zp_cell_equal (cell, (ZpCell){ 7, 7, 7 }));
}

static void
test_cell (gconstpointer data)
{
  const CellRow *row = data;
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpCellDef *def = get_cell (pack, row->id);

  g_assert_cmpint (def->kind, ==, row->kind);
  g_assert_cmpstr (def->unit.label, ==, row->unit);
  g_assert_cmpint (def->min_places, ==, row->min_places);
  g_assert_cmpint (def->max_places, ==, row->max_places);
  g_assert_cmpint (def->entry, ==, row->entry);
  g_assert_cmpint (def->type.sort, ==, row->sort);
  g_assert_cmpint (def->formula != NULL, ==, def->entry != ZP_ENTRY_TYPED);
}

static void
test_labels (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpBlock *costs = zp_pack_find_block (pack, "costs");
  int actual = zp_block_find_column (costs, "actual");
  const ZpRowDef *total = costs->rows->pdata[2];

  g_assert_true (get_cell (pack, "costs.wages.actual")->label ==
                 costs->column_labels->pdata[actual]);
  g_assert_cmpstr (zp_phrase_get_source (get_cell (pack, "costs.total.actual")->label), ==,
                   "全部决算数");
  g_assert_cmpstr (zp_phrase_get_source (total->label), ==, "合计");
  g_assert_cmpstr (get_cell (pack, "costs.wages.actual")->basis, ==, "某镇决算办法");
}

static void
test_tables (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpBlock *works = zp_pack_find_block (pack, "works");
  const ZpBlock *payments = zp_pack_find_block (pack, "payments");
  const ZpCellDef *work = get_cell (pack, "payments[5].work");

  g_assert_cmpint (works->key_column, ==, 0);
  g_assert_cmpint (works->owner_column, ==, -1);
  g_assert_cmpint (works->max_rows, ==, 50);
  g_assert_cmpstr (zp_json_get_string (works->start->first, "name"), ==, "道路");
  g_assert_cmpint (payments->key_column, ==, -1);
  g_assert_cmpint (payments->owner_column, ==, 0);
  g_assert_true (work->every_row && work->owner);
  g_assert_cmpint (work->to_block, ==, works->index);
  g_assert_cmpint (get_cell (pack, "payments[0].target")->measure, ==, 3);
  g_assert_true (get_cell (pack, "works[0].start")->month_only);
}

/* In a cell of a grid and in a total row the row is known; in a column of a table it is not. */
static void
test_bound_rows (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpExpr *grid = get_cell (pack, "costs.water.rest")->formula;
  const ZpExpr *table = get_cell (pack, "works[0].share")->formula;
  const ZpExpr *total = get_cell (pack, "works.total.share")->formula;
  const ZpExpr *sum = get_cell (pack, "works.total.cost")->formula;

  g_assert_cmpint (grid->args[0]->ref, ==, ZP_REF_CELL);
  g_assert_cmpint (grid->args[0]->cell.row, ==, 1);
  g_assert_cmpint (table->args[0]->ref, ==, ZP_REF_ROW);
  g_assert_cmpint (total->args[0]->ref, ==, ZP_REF_CELL);
  g_assert_cmpint (total->args[0]->cell.row, ==, ZP_ROW_TOTAL);
  g_assert_cmpint (sum->function, ==, ZP_FUNCTION_SUM);
}

static void
test_scale (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpScale *ladder = zp_pack_find_scale (pack, "ladder");
  ZpValue value = { 0 };

  zp_scale_look_up (ladder, zp_unit_to_base (zp_unit_percent (), zp_decimal_from_int (60)), &value);
  g_assert_cmpstr (value.text, ==, "中");
  g_assert_null (zp_pack_find_scale (pack, "costs"));
}

static void
test_layouts (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpLayout *sheet = zp_pack_find_layout (pack, "sheet");
  const ZpLayout *card = zp_pack_find_layout (pack, "card");
  const ZpLayoutRow *works = sheet->rows->pdata[3];
  const GPtrArray *line = works->lines->pdata[0];
  const ZpLayoutRow *condition = card->rows->pdata[2];

  g_assert_cmpint (sheet->head, ==, 1);
  g_assert_cmpuint (sheet->widths->len, ==, 3);
  g_assert_cmpuint (sheet->above->len, ==, 1);
  g_assert_cmpuint (((const GPtrArray *) sheet->above->pdata[0])->len, ==, 2);
  g_assert_cmpint (works->min, ==, 2);
  g_assert_cmpint (works->where->args[0]->ref, ==, ZP_REF_VISIT);
  g_assert_cmpint (((const ZpLayoutEntry *) line->pdata[0])->kind, ==, ZP_ENTRY_ABOVE);
  g_assert_true (((const ZpLayoutEntry *) line->pdata[1])->join);
  g_assert_true (card->has_money);
  g_assert_cmpstr (card->money.label, ==, "元");
  g_assert_cmpint (card->each_block, ==, zp_pack_find_block (pack, "works")->index);
  g_assert_cmpint (condition->each_block, ==, -1);
  g_assert_nonnull (condition->when);
}

static void
test_document (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");
  const ZpPart *cover = pack->parts->pdata[0];
  const ZpPassage *works = zp_pack_find_passage (pack, "works");
  const ZpPassage *pay = zp_pack_find_passage (pack, "pay");
  const ZpPassage *plans = zp_pack_find_passage (pack, "plans");

  g_assert_cmpuint (pack->passages->len, ==, 4);
  g_assert_cmpint (cover->kind, ==, ZP_PART_COVER);
  g_assert_cmpuint (cover->profiles, ==, ZP_PROFILE_SUBMIT | ZP_PROFILE_OFFICIAL);
  g_assert_cmpuint (works->templates->len, ==, 2);
  g_assert_cmpuint (works->row_blocks->len, ==, 1);
  g_assert_cmpint (pay->each_block, ==, zp_pack_find_block (pack, "payments")->index);
  g_assert_null (plans->templates);
  g_assert_true (plans->required);
  g_assert_null (zp_pack_find_passage (pack, "plan"));
}

static void
test_settings (void)
{
  g_autoptr (ZpPack) pack = pack_fixture_load ("plain");

  g_assert_cmpstr (pack->na, ==, "——");
  g_assert_cmpstr (pack->empty, ==, "");
  g_assert_true (pack->grouping);
  g_assert_cmpint (pack->submit_error, ==, ZP_SUBMIT_BLOCK);
  g_assert_cmpint (pack->submit_warning, ==, ZP_SUBMIT_ALLOW);
  g_assert_cmpuint (pack->pages->len, ==, 2);
}

static void
test_promised (void)
{
  g_autoptr (ZpPackStore) store = zp_pack_store_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZpPack) pack = zp_pack_store_load (store, "changsha-2021", 0, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (promised_ids); i++)
    {
      ZpCell cell;

      zp_pack_parse_id (pack, promised_ids[i], &cell, &error);
      g_assert_no_error (error);
    }
  g_assert_nonnull (zp_pack_find_check (pack, "budget.total.actual.sum"));
  g_assert_nonnull (zp_pack_find_check (pack, "budget.total.rate.calc"));
  g_assert_nonnull (zp_pack_find_check (pack, "projects.total.actual.sum"));
}

static void
add_row (const char *group, const char *name, gconstpointer data, GTestDataFunc test)
{
  g_autofree char *path = g_strconcat ("/pack/", group, "/", name, NULL);

  g_test_add_data_func (path, data, test);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (id_rows); i++)
    add_row ("id", id_rows[i].name, &id_rows[i], test_id);
  for (gsize i = 0; i < G_N_ELEMENTS (cell_rows); i++)
    add_row ("cell", cell_rows[i].name, &cell_rows[i], test_cell);
  g_test_add_func ("/pack/labels", test_labels);
  g_test_add_func ("/pack/tables", test_tables);
  g_test_add_func ("/pack/bound-rows", test_bound_rows);
  g_test_add_func ("/pack/scale", test_scale);
  g_test_add_func ("/pack/layouts", test_layouts);
  g_test_add_func ("/pack/document", test_document);
  g_test_add_func ("/pack/settings", test_settings);
  g_test_add_func ("/pack/promised-ids", test_promised);

  return g_test_run ();
}
