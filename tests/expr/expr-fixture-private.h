/* SPDX-License-Identifier: GPL-3.0-or-later
 * The made-up pack and the made-up report know each other. */
#pragma once

#include "expr-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *label;
  ZpSort sort;
  const char *unit; /* money: its unit; number: its label, "%" for a per cent */
  int places;
  const char *const *options;
} FixtureColumn;

typedef struct
{
  const char *key;
  const char *label;
  ZpBlockKind kind;
  const FixtureColumn *columns;
  const char *const *rows; /* key, label, key, label, … */
  const char *const *totals;
} FixtureBlock;

typedef struct
{
  ZpValue value;
  char *text;
} FixtureFigure;

typedef struct
{
  ZpScope vtable;
  const ExprFixture *owner;
} FixtureScope;

struct _ExprFixture
{
  ZpNames names;
  FixtureScope scope;
  GHashTable *figures; /* packed cell → FixtureFigure */
  GHashTable *priors;
  GHashTable *index; /* "block/column/key" → GArray of int */
  int n_rows[FIXTURE_N_BLOCKS];
  gboolean use_index;
  ZpScale *grade;
  ZpScale *ladder;
};

extern const FixtureBlock fixture_blocks[FIXTURE_N_BLOCKS];

int fixture_count_columns (int block);
int fixture_count_grid_rows (int block);
ZpUnit fixture_column_unit (const FixtureColumn *column);
gboolean fixture_cell_exists (ZpCell cell);
gboolean fixture_find_block (const ZpNames *self, const char *key, int *block, ZpBlockKind *kind);
int fixture_find_column (const ZpNames *self, int block, const char *key);
int fixture_find_row (const ZpNames *self, int block, const char *key);
gint64 *fixture_pack_cell (ZpCell cell);
void fixture_init_scope (ZpScope *scope);
void fixture_init_names (ZpNames *names);
ZpScale *fixture_make_grade (void);
ZpScale *fixture_make_ladder (void);

G_END_DECLS
