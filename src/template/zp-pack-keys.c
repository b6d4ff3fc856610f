/* SPDX-License-Identifier: GPL-3.0-or-later
 * The one table of all keys of a pack: where each may stand, its type, its form, its words. */
#include "template/zp-pack-keys-table-private.h"

/* clang-format off */
const char *const zp_kind_words[] = {
  "money", "number", "percent", "score", "mixed", "year", "date", "text", "choice", "ref", NULL
};
const char *const zp_severity_words[] = { "error", "warning", "rounding", "info", NULL };
const char *const zp_op_words[] = { "=", "!=", "<", "<=", ">", ">=", NULL };
const char *const zp_missing_words[] = { "skip-any", "skip-both", "fail", NULL };
const char *const zp_note_words[] = { "nothing", "allowed", "required", NULL };
const char *const zp_submit_words[] = { "block", "note", "allow", NULL };
const char *const zp_profile_words[] = { "submit", "official", "public", NULL };
const char *const zp_align_words[] = { "auto", "left", "center", "right", NULL };
const char *const zp_scale_of_words[] = { "score", "percent", "number", "money", NULL };
static const char *const declared_words[] = { "error", "warning", "info", NULL };
static const char *const note_words[] = { "allowed", "required", NULL };
static const char *const align_words[] = { "left", "center", "right", NULL };
static const char *const precision_words[] = { "day", "month", NULL };
static const char *const scan_words[] = { "years", "words", NULL };

#define BLOCK (ZP_OBJECT_FIELDS | ZP_OBJECT_GRID | ZP_OBJECT_TABLE)
#define COLUMN (ZP_OBJECT_ITEM | ZP_OBJECT_COLUMN | ZP_OBJECT_GRID_COLUMN)
#define CELL (COLUMN | ZP_OBJECT_CELL)
#define CONTENT (ZP_OBJECT_TEXT | ZP_OBJECT_SHOW | ZP_OBJECT_NOTES)
#define WITH_ID (BLOCK | COLUMN | ZP_OBJECT_ROW | ZP_OBJECT_SCALE | ZP_OBJECT_PAGE | \
  ZP_OBJECT_CHECK | ZP_OBJECT_LAYOUT | ZP_OBJECT_PART | ZP_OBJECT_SECTION | CONTENT)

#define TEXT { ZP_TYPE_TEXT, 0 }
#define INT { ZP_TYPE_INT, 0 }
#define NUMBER { ZP_TYPE_NUMBER, 0 }
#define FLAG { ZP_TYPE_FLAG, 0 }
#define LIST { ZP_TYPE_LIST, 0 }
#define MAP { ZP_TYPE_MAP, 0 }
#define OBJECT(kinds) { ZP_TYPE_OBJECT, kinds }
#define LISTS { ZP_TYPE_LIST, 0 }
#define ANY { ZP_TYPE_ANY, 0 }

const ZpKeyRule zp_key_rules[] = {
  /* pack.json */
  { ZP_OBJECT_PACK, "format", { INT }, .required = TRUE },
  { ZP_OBJECT_PACK, "id", { TEXT }, ZP_FORM_PACK, .required = TRUE },
  { ZP_OBJECT_PACK, "version", { INT }, .required = TRUE },
  { ZP_OBJECT_PACK, "title", { TEXT }, .required = TRUE },
  { ZP_OBJECT_PACK, "region", { TEXT } },
  { ZP_OBJECT_PACK, "year", { INT }, .required = TRUE },
  { ZP_OBJECT_PACK, "basis", { LIST, TEXT } },
  { ZP_OBJECT_PACK, "listed", { FLAG } },
  { ZP_OBJECT_PACK, "extends", { LIST, TEXT } },
  { ZP_OBJECT_PACK, "succeeds", { TEXT }, ZP_FORM_PACK },
  { ZP_OBJECT_PACK, "money", { OBJECT (ZP_OBJECT_MONEY) } },
  { ZP_OBJECT_PACK, "print", { OBJECT (ZP_OBJECT_PRINT) } },
  { ZP_OBJECT_PACK, "submit", { OBJECT (ZP_OBJECT_SUBMIT) } },
  { ZP_OBJECT_PACK, "changes", { LIST, OBJECT (ZP_OBJECT_CHANGE) } },
  { ZP_OBJECT_MONEY, "unit", { TEXT } },
  { ZP_OBJECT_MONEY, "decimals", { INT } },
  { ZP_OBJECT_PRINT, "na", { TEXT } },
  { ZP_OBJECT_PRINT, "empty", { TEXT } },
  { ZP_OBJECT_PRINT, "grouping", { FLAG } },
  { ZP_OBJECT_PRINT, "headings", { LIST, TEXT } },
  { ZP_OBJECT_PRINT, "time_zone", { TEXT } },
  { ZP_OBJECT_SUBMIT, "error", { TEXT }, .words = zp_submit_words },
  { ZP_OBJECT_SUBMIT, "warning", { TEXT }, .words = zp_submit_words },
  { ZP_OBJECT_SUBMIT, "open", { TEXT }, .words = zp_submit_words },
  { ZP_OBJECT_CHANGE, "version", { INT }, .required = TRUE },
  { ZP_OBJECT_CHANGE, "renamed", { MAP, TEXT } },
  { ZP_OBJECT_CHANGE, "dropped", { MAP, TEXT } },

  /* data.json */
  { ZP_OBJECT_DATA, "blocks", { LIST, OBJECT (BLOCK) } },
  { ZP_OBJECT_DATA, "scales", { LIST, OBJECT (ZP_OBJECT_SCALE) } },
  { ZP_OBJECT_DATA, "pages", { LIST, OBJECT (ZP_OBJECT_PAGE) } },
  { ZP_OBJECT_DATA, "charts", { LIST, MAP, ANY } },
  { ZP_OBJECT_FIELDS, "fields", { TEXT }, ZP_FORM_BLOCK, .required = TRUE },
  { ZP_OBJECT_FIELDS, "items", { LIST, OBJECT (ZP_OBJECT_ITEM) }, .required = TRUE },
  { ZP_OBJECT_GRID, "grid", { TEXT }, ZP_FORM_BLOCK, .required = TRUE },
  { ZP_OBJECT_GRID, "columns", { LIST, OBJECT (ZP_OBJECT_GRID_COLUMN) }, .required = TRUE },
  { ZP_OBJECT_GRID, "rows", { LIST, OBJECT (ZP_OBJECT_ROW) }, .required = TRUE },
  { ZP_OBJECT_GRID, "cells", { MAP, { ZP_TYPE_OBJECT | ZP_TYPE_NULL, ZP_OBJECT_CELL } } },
  { ZP_OBJECT_TABLE, "table", { TEXT }, ZP_FORM_BLOCK, .required = TRUE },
  { ZP_OBJECT_TABLE, "columns", { LIST, OBJECT (ZP_OBJECT_COLUMN) }, .required = TRUE },
  { ZP_OBJECT_TABLE, "key", { TEXT } },
  { ZP_OBJECT_TABLE, "total", { LIST, TEXT } },
  { ZP_OBJECT_TABLE, "start", { LIST, MAP } },
  { ZP_OBJECT_TABLE, "min", { INT } },
  { ZP_OBJECT_TABLE, "max", { INT } },
  { BLOCK, "label", { TEXT }, .required = TRUE },
  { BLOCK | CELL | ZP_OBJECT_ROW | ZP_OBJECT_PAGE | ZP_OBJECT_TEXT, "help", { TEXT } },
  { BLOCK | CELL | ZP_OBJECT_CHECK, "basis", { TEXT } },
  { BLOCK | CELL | ZP_OBJECT_ROW, "unit", { TEXT } },
  { BLOCK | CELL | ZP_OBJECT_ROW, "decimals", { { ZP_TYPE_INT | ZP_TYPE_LIST, 0 }, INT } },
  { BLOCK | ZP_OBJECT_LAYOUT, "like", { TEXT } },
  { COLUMN, "key", { TEXT }, ZP_FORM_COLUMN, .required = TRUE },
  { ZP_OBJECT_ROW, "key", { TEXT }, ZP_FORM_KEY, .required = TRUE },
  { COLUMN | ZP_OBJECT_ROW, "label", { TEXT }, .required = TRUE },
  { ZP_OBJECT_CELL, "label", { TEXT } },
  { CELL, "kind", { TEXT }, .words = zp_kind_words },
  { CELL | ZP_OBJECT_ROW, "formula", { TEXT } },
  { CELL, "default", { TEXT } },
  { CELL, "declared", { TEXT }, .words = declared_words },
  { CELL | ZP_OBJECT_TEXT, "required", { FLAG } },
  { CELL, "min", { NUMBER } },
  { CELL, "max", { NUMBER } },
  { CELL | ZP_OBJECT_TEXT, "length", { INT } },
  { CELL, "options", { LIST, TEXT } },
  { CELL, "open", { FLAG } },
  { CELL, "many", { FLAG } },
  { CELL, "to", { TEXT } },
  { CELL, "owner", { FLAG } },
  { CELL, "measure", { TEXT } },
  { ZP_OBJECT_GRID_COLUMN, "rows", { LIST, TEXT } },
  { CELL, "precision", { TEXT }, .words = precision_words },
  { CELL | ZP_OBJECT_ENTRY, "lines", { INT } },
  { CELL, "source", { TEXT } },
  { CELL, "group", { TEXT } },
  { CELL | ZP_OBJECT_ROW | ZP_OBJECT_TEXT, "private", { FLAG } },
  { ZP_OBJECT_SCALE, "scale", { TEXT }, ZP_FORM_BLOCK, .required = TRUE },
  { ZP_OBJECT_SCALE | ZP_OBJECT_TEXT, "label", { TEXT } },
  { ZP_OBJECT_SCALE, "of", { TEXT }, .words = zp_scale_of_words, .required = TRUE },
  { ZP_OBJECT_SCALE, "bands", { LIST, LISTS, { ZP_TYPE_TEXT | ZP_TYPE_NUMBER, 0 } }, .required = TRUE },
  { ZP_OBJECT_PAGE, "page", { TEXT }, ZP_FORM_KEY, .required = TRUE },
  { ZP_OBJECT_PAGE, "label", { TEXT }, .required = TRUE },
  { ZP_OBJECT_PAGE, "blocks", { LIST, TEXT }, .required = TRUE },

  /* checks.json */
  { ZP_OBJECT_CHECKS, "checks", { LIST, OBJECT (ZP_OBJECT_CHECK) } },
  { ZP_OBJECT_CHECK, "check", { TEXT }, ZP_FORM_DOTTED, .required = TRUE },
  { ZP_OBJECT_CHECK | ZP_OBJECT_LAYOUT | ZP_OBJECT_PART, "title", { TEXT } },
  { ZP_OBJECT_CHECK, "instruction", { TEXT } },
  { ZP_OBJECT_CHECK, "severity", { TEXT }, .words = declared_words },
  { ZP_OBJECT_CHECK, "left", { TEXT } },
  { ZP_OBJECT_CHECK, "op", { TEXT }, .words = zp_op_words },
  { ZP_OBJECT_CHECK, "right", { TEXT } },
  { ZP_OBJECT_CHECK, "left_label", { TEXT } },
  { ZP_OBJECT_CHECK, "right_label", { TEXT } },
  { ZP_OBJECT_CHECK, "require", { TEXT } },
  { ZP_OBJECT_CHECK, "scan", { TEXT }, .words = scan_words },
  { ZP_OBJECT_CHECK, "words", { MAP, TEXT } },
  { ZP_OBJECT_CHECK, "missing", { TEXT }, .words = zp_missing_words },
  { ZP_OBJECT_CHECK, "note", { TEXT }, .words = note_words },

  /* layouts.json */
  { ZP_OBJECT_LAYOUTS, "layouts", { LIST, OBJECT (ZP_OBJECT_LAYOUT) } },
  { ZP_OBJECT_LAYOUT, "layout", { TEXT }, ZP_FORM_BLOCK, .required = TRUE },
  { ZP_OBJECT_LAYOUT, "widths", { LIST, NUMBER }, .required = TRUE },
  { ZP_OBJECT_LAYOUT, "landscape", { FLAG } },
  { ZP_OBJECT_LAYOUT, "head", { INT } },
  { ZP_OBJECT_LAYOUT, "above", { LIST, { ZP_TYPE_TEXT | ZP_TYPE_LIST, 0 }, TEXT } },
  { ZP_OBJECT_LAYOUT, "below", { LIST, { ZP_TYPE_TEXT | ZP_TYPE_LIST, 0 }, TEXT } },
  { ZP_OBJECT_LAYOUT, "notes", { LIST, TEXT } },
  { ZP_OBJECT_LAYOUT, "money", { TEXT } },
  { ZP_OBJECT_LAYOUT, "rows",
    { LIST, { ZP_TYPE_LIST | ZP_TYPE_OBJECT, ZP_OBJECT_REPEAT }, { ZP_TYPE_TEXT | ZP_TYPE_OBJECT, ZP_OBJECT_ENTRY } },
    .required = TRUE },
  { ZP_OBJECT_REPEAT, "min", { INT } },
  { ZP_OBJECT_REPEAT, "cells", { LIST, { ZP_TYPE_TEXT | ZP_TYPE_OBJECT, ZP_OBJECT_ENTRY } } },
  { ZP_OBJECT_REPEAT, "rows", { LIST, LISTS, { ZP_TYPE_TEXT | ZP_TYPE_OBJECT, ZP_OBJECT_ENTRY } } },
  { ZP_OBJECT_ENTRY, "cell", { TEXT }, .required = TRUE },
  { ZP_OBJECT_ENTRY, "join", { FLAG } },
  { ZP_OBJECT_ENTRY, "align", { TEXT }, .words = align_words },
  { ZP_OBJECT_ENTRY, "bold", { FLAG } },

  /* document.json */
  { ZP_OBJECT_DOCUMENT, "parts", { LIST, OBJECT (ZP_OBJECT_PART) } },
  { ZP_OBJECT_DOCUMENT, "words", { MAP, TEXT } },
  { ZP_OBJECT_PART, "part", { TEXT }, ZP_FORM_KEY, .required = TRUE },
  { ZP_OBJECT_PART, "profiles", { LIST, TEXT }, .words = zp_profile_words },
  { ZP_OBJECT_PART, "cover", { OBJECT (ZP_OBJECT_COVER) } },
  { ZP_OBJECT_PART | ZP_OBJECT_SECTION, "sections", { LIST, OBJECT (ZP_OBJECT_SECTION) } },
  { ZP_OBJECT_PART | ZP_OBJECT_SHOW, "show", { TEXT } },
  { ZP_OBJECT_PART, "annex", { TEXT } },
  { ZP_OBJECT_PART, "sign", { OBJECT (ZP_OBJECT_SIGN) } },
  { ZP_OBJECT_PART, "letterhead", { LIST, TEXT } },
  { ZP_OBJECT_PART, "imprint", { LIST, TEXT } },
  { ZP_OBJECT_PART, "letter", { LIST, TEXT } },
  { ZP_OBJECT_COVER, "title", { TEXT }, .required = TRUE },
  { ZP_OBJECT_COVER, "lines", { LIST, LISTS, TEXT } },
  { ZP_OBJECT_COVER, "foot", { TEXT } },
  { ZP_OBJECT_SIGN, "unit", { TEXT }, .required = TRUE },
  { ZP_OBJECT_SIGN, "date", { TEXT }, .required = TRUE },
  { ZP_OBJECT_SECTION, "section", { TEXT }, ZP_FORM_KEY, .required = TRUE },
  { ZP_OBJECT_SECTION, "heading", { TEXT } },
  { ZP_OBJECT_SECTION, "short", { TEXT } },
  { ZP_OBJECT_SECTION, "numbered", { FLAG } },
  { ZP_OBJECT_SECTION, "run_in", { FLAG } },
  { ZP_OBJECT_SECTION, "none", { TEXT } },
  { ZP_OBJECT_SECTION, "content", { LIST, OBJECT (CONTENT) } },
  { ZP_OBJECT_TEXT, "text", { TEXT }, ZP_FORM_PASSAGE, .required = TRUE },
  { ZP_OBJECT_NOTES, "notes", { TEXT }, .required = TRUE },
  { ZP_OBJECT_NOTES, "checks", { LIST, TEXT } },
  { ZP_OBJECT_TEXT, "template", { { ZP_TYPE_TEXT | ZP_TYPE_LIST, 0 }, TEXT } },

  /* in several places */
  { ZP_OBJECT_CHECK | ZP_OBJECT_LAYOUT | ZP_OBJECT_REPEAT | ZP_OBJECT_SECTION | ZP_OBJECT_TEXT, "each", { TEXT } },
  { ZP_OBJECT_CHECK | ZP_OBJECT_LAYOUT | ZP_OBJECT_REPEAT | ZP_OBJECT_TEXT, "where", { TEXT } },
  { ZP_OBJECT_PAGE | ZP_OBJECT_CHECK | ZP_OBJECT_REPEAT | ZP_OBJECT_PART | ZP_OBJECT_SECTION | CONTENT, "when", { TEXT } },
  { WITH_ID, "before", { TEXT }, .is_merge_word = TRUE },
  { WITH_ID, "after", { TEXT }, .is_merge_word = TRUE },
  { WITH_ID, "drop", { FLAG }, .is_merge_word = TRUE },

  /* samples */
  { ZP_OBJECT_SAMPLE, "sample", { TEXT }, .required = TRUE },
  { ZP_OBJECT_SAMPLE, "fill", { MAP, ANY }, .required = TRUE },
  { ZP_OBJECT_SAMPLE, "expect", { OBJECT (ZP_OBJECT_EXPECT) } },
  { ZP_OBJECT_EXPECT, "values", { MAP, { ZP_TYPE_TEXT | ZP_TYPE_NUMBER | ZP_TYPE_NULL, 0 } } },
  { ZP_OBJECT_EXPECT, "findings", { MAP, TEXT }, .words = zp_severity_words },
  { ZP_OBJECT_EXPECT, "exactly", { FLAG } },
  { ZP_OBJECT_EXPECT, "texts", { MAP, TEXT } },
};
/* clang-format on */

const gsize zp_n_key_rules = G_N_ELEMENTS (zp_key_rules);
