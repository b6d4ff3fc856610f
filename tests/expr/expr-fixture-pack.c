/* SPDX-License-Identifier: GPL-3.0-or-later
 * The definitions of the made-up pack: blocks, columns, scales, and what names mean in it. */
#include "expr-fixture-private.h"

#include "base/zp-id.h"

#include <string.h>

/* clang-format off */
static const char *const modes[] = { "单位自评", "中介机构评价", NULL };
static const char *const kinds[] = { "基建", "运转", NULL };
static const char *const budget_rows[] = { "basic", "基本支出", "project", "项目支出", "total", "合计", NULL };
static const char *const project_totals[] = { "initial", "issued", "actual", "rate", NULL };

static const FixtureColumn report_columns[] = {
  { "year", "年度", ZP_SORT_NUMBER, "", 0, NULL },
  { "date", "报告日期", ZP_SORT_DATE, "", 0, NULL },
  { "name", "单位名称", ZP_SORT_TEXT, "", -1, NULL },
  { "mode", "评价方式", ZP_SORT_TEXT, "", -1, modes },
  { NULL },
};
static const FixtureColumn rules_columns[] = {
  { "execution", "预算执行率分值", ZP_SORT_SCORE, "分", 2, NULL },
  { "pass", "及格线", ZP_SORT_NUMBER, "%", 2, NULL },
  { NULL },
};
static const FixtureColumn budget_columns[] = {
  { "initial", "年初预算", ZP_SORT_MONEY, "万元", 2, NULL },
  { "adjust", "年中追加", ZP_SORT_MONEY, "万元", 2, NULL },
  { "final", "全年预算", ZP_SORT_MONEY, "万元", 2, NULL },
  { "actual", "实际支出", ZP_SORT_MONEY, "万元", 2, NULL },
  { "rate", "执行率", ZP_SORT_NUMBER, "%", 2, NULL },
  { "score", "得分", ZP_SORT_SCORE, "分", 2, NULL },
  { NULL },
};
static const FixtureColumn projects_columns[] = {
  { "name", "项目名称", ZP_SORT_TEXT, "", -1, NULL },
  { "kind", "类别", ZP_SORT_TEXT, "", -1, kinds },
  { "initial", "年初预算", ZP_SORT_MONEY, "万元", 2, NULL },
  { "issued", "全年下达", ZP_SORT_MONEY, "万元", 2, NULL },
  { "actual", "实际支出", ZP_SORT_MONEY, "万元", 2, NULL },
  { "rate", "执行率", ZP_SORT_NUMBER, "%", 2, NULL },
  { "people", "受益人数", ZP_SORT_NUMBER, "人", 0, NULL },
  { "target", "指标值", ZP_SORT_NUMBER, "", -1, NULL },
  { "done", "完成日期", ZP_SORT_DATE, "", 0, NULL },
  { "weight", "分值", ZP_SORT_SCORE, "分", 2, NULL },
  { NULL },
};
static const FixtureColumn funds_columns[] = {
  { "project", "项目", ZP_SORT_TEXT, "", -1, NULL },
  { "source", "来源", ZP_SORT_TEXT, "", -1, NULL },
  { "actual", "实际支出", ZP_SORT_MONEY, "元", 2, NULL },
  { "problem", "问题", ZP_SORT_NUMBER, "", 0, NULL },
  { NULL },
};
const FixtureBlock fixture_blocks[FIXTURE_N_BLOCKS] = {
  [FIXTURE_REPORT] = { "report", "报告", ZP_BLOCK_FIELDS, report_columns, NULL, NULL },
  [FIXTURE_RULES] = { "rules", "规则", ZP_BLOCK_FIELDS, rules_columns, NULL, NULL },
  [FIXTURE_BUDGET] = { "budget", "预算与执行", ZP_BLOCK_GRID, budget_columns, budget_rows, NULL },
  [FIXTURE_PROJECTS] = { "projects", "项目", ZP_BLOCK_TABLE, projects_columns, NULL, project_totals },
  [FIXTURE_FUNDS] = { "funds", "项目资金来源", ZP_BLOCK_TABLE, funds_columns, NULL, NULL },
};
/* clang-format on */

int
fixture_count_columns (int block)
{
  int n = 0;

  while (fixture_blocks[block].columns[n].key != NULL)
    n++;

  return n;
}

int
fixture_count_grid_rows (int block)
{
  int n = 0;

  while (fixture_blocks[block].rows[2 * n] != NULL)
    n++;

  return n;
}

ZpUnit
fixture_column_unit (const FixtureColumn *column)
{
  ZpUnit unit = zp_unit_number (column->unit);

  if (column->sort == ZP_SORT_SCORE)
    return zp_unit_score ();
  if (column->sort == ZP_SORT_MONEY)
    g_assert_true (zp_unit_money (column->unit, &unit));
  else if (strcmp (column->unit, "%") == 0)
    unit = zp_unit_percent ();

  return unit;
}

gboolean
fixture_cell_exists (ZpCell cell)
{
  const FixtureBlock *block = &fixture_blocks[cell.block];

  if (cell.column < 0 || cell.column >= fixture_count_columns (cell.block))
    return FALSE;

  switch (block->kind)
    {
    case ZP_BLOCK_FIELDS:
      return cell.row == 0;
    case ZP_BLOCK_GRID:
      return cell.row >= 0 && cell.row < fixture_count_grid_rows (cell.block) &&
             (cell.row == 2 || strcmp (block->columns[cell.column].key, "score") != 0);
    case ZP_BLOCK_TABLE:
      return cell.row >= 0 || (block->totals != NULL &&
                               g_strv_contains (block->totals, block->columns[cell.column].key));
    default:
      return FALSE;
    }
}

gboolean
fixture_find_block (const ZpNames *self, const char *key, int *block, ZpBlockKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture_blocks); i++)
    if (strcmp (fixture_blocks[i].key, key) == 0)
      {
        *block = (int) i;
        *kind = fixture_blocks[i].kind;
        return TRUE;
      }

  return FALSE;
}

int
fixture_find_column (const ZpNames *self, int block, const char *key)
{
  for (int i = 0; i < fixture_count_columns (block); i++)
    if (strcmp (fixture_blocks[block].columns[i].key, key) == 0)
      return i;

  return -1;
}

int
fixture_find_row (const ZpNames *self, int block, const char *key)
{
  if (fixture_blocks[block].totals != NULL && strcmp (key, "total") == 0)
    return ZP_ROW_TOTAL;
  if (fixture_blocks[block].kind != ZP_BLOCK_GRID)
    return -2;

  for (int i = 0; i < fixture_count_grid_rows (block); i++)
    if (strcmp (fixture_blocks[block].rows[2 * i], key) == 0)
      return i;

  return -2;
}

static gboolean
names_cell_type (const ZpNames *self, ZpCell cell, ZpType *type)
{
  const FixtureColumn *column;

  if (!fixture_cell_exists (cell))
    return FALSE;

  column = &fixture_blocks[cell.block].columns[cell.column];
  *type = (ZpType){
    .sort = column->sort,
    .unit = fixture_column_unit (column),
    .places = column->places,
    .options = column->options,
  };

  return TRUE;
}

static const ZpScale *
names_find_scale (const ZpNames *self, const char *key)
{
  const ExprFixture *fixture = (const ExprFixture *) self;

  if (strcmp (key, "grade") == 0)
    return fixture->grade;

  return strcmp (key, "ladder") == 0 ? fixture->ladder : NULL;
}

static gboolean
names_has_passage (const ZpNames *self, const char *key)
{
  return strcmp (key, "opening") == 0;
}

static gboolean
names_has_annex (const ZpNames *self, const char *key)
{
  return strcmp (key, "form") == 0;
}

static const char *
names_suggest (const ZpNames *self, int block, const char *key)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; block == -1 && i < G_N_ELEMENTS (fixture_blocks); i++)
    g_ptr_array_add (known, (gpointer) fixture_blocks[i].key);
  for (int i = 0; block != -1 && i < fixture_count_columns (block); i++)
    g_ptr_array_add (known, (gpointer) fixture_blocks[block].columns[i].key);
  for (int i = 0;
       block != -1 && fixture_blocks[block].rows != NULL && i < fixture_count_grid_rows (block);
       i++)
    g_ptr_array_add (known, (gpointer) fixture_blocks[block].rows[2 * i]);
  g_ptr_array_add (known, NULL);

  return zp_id_nearest (key, (const char *const *) known->pdata);
}

static const char *
names_block_key (const ZpNames *self, int block, ZpBlockKind *kind)
{
  *kind = fixture_blocks[block].kind;

  return fixture_blocks[block].key;
}

ZpScale *
fixture_make_grade (void)
{
  ZpScale *scale = zp_scale_new ("grade", "评价等级");
  ZpRational zero = zp_rational_from_int (0);

  scale->of = (ZpType){ .sort = ZP_SORT_SCORE, .unit = zp_unit_score (), .places = 2 };
  scale->result = (ZpType){ .sort = ZP_SORT_TEXT, .unit = zp_unit_number (""), .places = -1 };
  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST, zp_rational_from_int (90), "优", zero);
  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST, zp_rational_from_int (80), "良", zero);
  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST, zp_rational_from_int (60), "中", zero);
  zp_scale_add_band (scale, ZP_BOUND_ELSE, zero, "差", zero);

  return scale;
}

ZpScale *
fixture_make_ladder (void)
{
  ZpScale *scale = zp_scale_new ("ladder", "得分比例");

  scale->of = (ZpType){ .sort = ZP_SORT_NUMBER, .unit = zp_unit_percent (), .places = 2 };
  scale->result = scale->of;
  scale->result.places = 0;
  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST,
                     zp_unit_to_base (zp_unit_percent (), zp_decimal_from_int (95)), NULL,
                     zp_rational_from_int (1));
  zp_scale_add_band (scale, ZP_BOUND_AT_LEAST,
                     zp_unit_to_base (zp_unit_percent (), zp_decimal_from_int (60)), NULL,
                     zp_unit_to_base (zp_unit_percent (), zp_decimal_from_int (50)));

  return scale;
}

void
fixture_init_names (ZpNames *names)
{
  *names = (ZpNames){
    .find_block = fixture_find_block,
    .find_column = fixture_find_column,
    .find_row = fixture_find_row,
    .cell_type = names_cell_type,
    .find_scale = names_find_scale,
    .has_passage = names_has_passage,
    .has_annex = names_has_annex,
    .suggest = names_suggest,
    .block_key = names_block_key,
  };
}
