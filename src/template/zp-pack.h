/* SPDX-License-Identifier: GPL-3.0-or-later
 * One template pack: everything that differs by year and place, read only after loading. */
#pragma once

#include <gio/gio.h>

#include "expr/zp-phrase.h"
#include "template/zp-block.h"
#include "template/zp-chart-def.h"
#include "template/zp-check-def.h"
#include "template/zp-document-def.h"
#include "template/zp-layout.h"
#include "template/zp-migration.h"
#include "template/zp-words.h"

G_BEGIN_DECLS

#define ZP_PACK_ERROR (zp_pack_error_quark ())
GQuark zp_pack_error_quark (void);

/**
 * ZpPackError:
 * @ZP_PACK_ERROR_NOT_FOUND: no pack of that id (and version)
 * @ZP_PACK_ERROR_READ: a file of the pack cannot be read
 * @ZP_PACK_ERROR_INVALID: the pack breaks a rule; the message lists the offenders, one a line
 */
typedef enum
{
  ZP_PACK_ERROR_NOT_FOUND,
  ZP_PACK_ERROR_READ,
  ZP_PACK_ERROR_INVALID,
} ZpPackError;

typedef enum
{
  ZP_SUBMIT_BLOCK,
  ZP_SUBMIT_NOTE,
  ZP_SUBMIT_ALLOW,
} ZpSubmitRule;

/**
 * ZpPage: blocks shown together in the window.
 */
typedef struct
{
  char *key;
  ZpPhrase *label;
  char *help;
  GArray *blocks; /* of int: numbers of blocks */
  ZpExpr *when;   /* or NULL */
} ZpPage;

/**
 * ZpSample: a filled report with what the checks must find in it.
 * @fill: the DATA.json object
 * @expect: the expectations, or %NULL
 * @documents: of #ZpJsonDoc: what @fill and @expect point into
 */
typedef struct
{
  char *name;
  char *file;
  const ZpJson *fill;
  const ZpJson *expect;
  GPtrArray *documents;
} ZpSample;

void zp_sample_free (ZpSample *self);

/**
 * ZpPack:
 * @id: name, also of its folder
 * @version: raised at every published change
 * @digest: SHA-256 over what gives a report its meaning, in lower-case hex: all files it was read
 *   from, parents included, but no samples
 * @folder: (nullable): where it was read from, for its samples
 * @names: what names mean, for formulas bound later (clerk's texts)
 *
 * Reference counted and immutable; may be read from any thread.
 */
typedef struct _ZpPack ZpPack;
struct _ZpPack
{
  gatomicrefcount refs;
  char *id;
  int version;
  char *digest;
  char *title;
  char *region;
  int year;
  char **basis;
  gboolean listed;
  char *succeeds; /* or NULL */
  ZpUnit money;
  int money_decimals;
  /* print */
  char *na;
  char *empty;
  gboolean grouping;
  char **headings;
  GTimeZone *time_zone;    /* in which times are printed */
  char *words[ZP_N_WORDS]; /* see zp_pack_get_word() */
  /* 送审 */
  ZpSubmitRule submit_error;
  ZpSubmitRule submit_warning;
  ZpSubmitRule submit_open;

  GPtrArray *blocks;     /* of ZpBlock */
  GPtrArray *scales;     /* of ZpScale */
  GPtrArray *pages;      /* of ZpPage */
  GPtrArray *charts;     /* of ZpChartDef */
  GPtrArray *checks;     /* of ZpCheckDef: those by themselves first, then the written ones */
  GPtrArray *layouts;    /* of ZpLayout */
  GPtrArray *parts;      /* of ZpPart */
  GPtrArray *passages;   /* of ZpPassage, borrowed from the parts, in document order */
  GPtrArray *migrations; /* of ZpMigration, by version */
  GPtrArray *order; /* of ZpCellDef with a formula, an order in which each follows what it reads */

  ZpNames names;
  GHashTable *blocks_by_key;   /* of ZpBlock */
  GHashTable *passages_by_key; /* of ZpPassage, by key without "text." */
  GHashTable *checks_by_id;    /* of ZpCheckDef */
  GHashTable *annexes;         /* keys of the parts that are annexes */
  GPtrArray *documents;        /* of ZpJsonDoc that the strings above may point into */
  struct _ZpPackFolder *folder;
};

ZpPack *zp_pack_ref (ZpPack *self);
void zp_pack_unref (ZpPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpPack, zp_pack_unref)

const ZpBlock *zp_pack_get_block (const ZpPack *self, int index);
const ZpBlock *zp_pack_find_block (const ZpPack *self, const char *key);
const ZpCellDef *zp_pack_get_cell (const ZpPack *self, ZpCell cell);
gboolean zp_pack_parse_id (const ZpPack *self, const char *id, ZpCell *cell, GError **error);
char *zp_pack_format_id (const ZpPack *self, ZpCell cell);
const ZpPassage *zp_pack_find_passage (const ZpPack *self, const char *key);
const ZpPassage *zp_pack_find_passage_by_id (const ZpPack *self, const char *id);
ZpPhrase *zp_pack_read_passage (const ZpPack *self, const ZpPassage *passage, const char *text);
const ZpLayout *zp_pack_find_layout (const ZpPack *self, const char *key);
const ZpCheckDef *zp_pack_find_check (const ZpPack *self, const char *id);
const char *zp_pack_get_word (const ZpPack *self, ZpWord word);
char *zp_pack_fill_word (const ZpPack *self, ZpWord word, const char *const *values);
GPtrArray *zp_pack_read_samples (const ZpPack *self, GPtrArray *problems);
const ZpScale *zp_pack_find_scale (const ZpPack *self, const char *key);

G_END_DECLS
