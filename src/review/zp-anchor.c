/* SPDX-License-Identifier: GPL-3.0-or-later
 * Places of a report by lasting names: "projects#7.actual" is the cell in the row with the lasting
 * number 7, wherever it stands. */
#include "review/zp-anchor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-review.h"

/**
 * Place: an id or anchor taken apart.
 * @block: key; @row: what stands in brackets or behind #, or NULL; @rest: ".actual" or ""
 */
typedef struct
{
  char *block;
  char *row;
  char *rest;
} Place;

static void
place_clear (Place *self)
{
  g_free (self->block);
  g_free (self->row);
  g_free (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* "projects[2].actual", "projects#7.actual", "projects[2]", "projects". */
static gboolean
take_apart (const char *text, char opening, Place *place)
{
  const char *open = strchr (text, opening);
  const char *digits = open != NULL ? open + 1 : NULL;
  gsize n_digits = digits != NULL ? strspn (digits, "0123456789") : 0;
  const char *behind = digits != NULL ? digits + n_digits : NULL;

  if (n_digits == 0 || n_digits > 9 || (opening == '[' && *behind++ != ']'))
    return FALSE;
  if (*behind != '\0' && *behind != '.')
    return FALSE;
  place->block = g_strndup (text, (gsize) (open - text));
  place->row = g_strndup (digits, n_digits);
  place->rest = g_strdup (behind);
  return TRUE;
}

static const ZpBlock *
find_table (ZpReport *report, const char *key)
{
  const ZpBlock *block = zp_pack_find_block (zp_report_get_pack (report), key);

  return block != NULL && block->kind == ZP_BLOCK_TABLE ? block : NULL;
}

static gboolean
fits_column (const ZpBlock *block, const char *rest)
{
  return *rest == '\0' || zp_block_find_column (block, rest + 1) >= 0;
}

static char *
anchor_in_row (ZpReport *report, const Place *place)
{
  const ZpBlock *block = find_table (report, place->block);
  int row = atoi (place->row);

  if (block == NULL || row >= zp_report_count_rows (report, block->index) ||
      !fits_column (block, place->rest))
    return NULL;
  return g_strdup_printf ("%s#%u%s", place->block,
                          zp_report_get_row_uid (report, block->index, row), place->rest);
}

/* (transfer full) (nullable): @id, where there is such a row. */
static char *
anchor_of_row (ZpReport *report, const Place *place, const char *id)
{
  const ZpBlock *block = find_table (report, place->block);
  guint number = (guint) atoi (place->row);

  if (block == NULL || zp_report_find_row (report, block->index, number) < 0 ||
      !fits_column (block, place->rest))
    return NULL;
  return g_strdup (id);
}

static const ZpPassage *
find_passage (ZpReport *report, const char *id)
{
  return zp_pack_find_passage_by_id (zp_report_get_pack (report), id);
}

static gboolean
is_lasting (ZpReport *report, const char *id)
{
  ZpCell cell;

  return strcmp (id, ZP_ANCHOR_REPORT) == 0 || find_passage (report, id) != NULL ||
         zp_pack_find_block (zp_report_get_pack (report), id) != NULL ||
         (strchr (id, '[') == NULL && zp_report_find_cell (report, id, &cell, NULL));
}

/**
 * zp_anchor_from_id:
 * @id: a cell, a row ("projects[2]", or by its lasting number "projects#7"), a form or table, a
 * passage ("text.scale") or "report"
 *
 * Returns: (transfer full) (nullable): the lasting name; %NULL with %ZP_REVIEW_ERROR_PLACE
 */
char *
zp_anchor_from_id (ZpReport *report, const char *id, GError **error)
{
  g_auto (Place) place = { 0 };
  char *anchor = NULL;

  if (take_apart (id, '[', &place))
    anchor = anchor_in_row (report, &place);
  else if (take_apart (id, '#', &place))
    anchor = anchor_of_row (report, &place, id);
  else if (is_lasting (report, id))
    anchor = g_strdup (id);
  if (anchor == NULL)
    g_set_error (error, ZP_REVIEW_ERROR, ZP_REVIEW_ERROR_PLACE,
                 _ ("%s: there is no such cell, row, table or text; “report” stands for the whole"),
                 id);
  return anchor;
}

/**
 * zp_anchor_to_id:
 *
 * Returns: (transfer full) (nullable): the id that @anchor has now; %NULL when its row is gone
 */
char *
zp_anchor_to_id (ZpReport *report, const char *anchor)
{
  g_auto (Place) place = { 0 };
  const ZpBlock *block;
  int row;

  if (!take_apart (anchor, '#', &place))
    return g_strdup (anchor);
  block = find_table (report, place.block);
  row = block != NULL ? zp_report_find_row (report, block->index,
                                            (guint) g_ascii_strtoull (place.row, NULL, 10))
                      : -1;
  return row >= 0 ? g_strdup_printf ("%s[%d]%s", place.block, row, place.rest) : NULL;
}

/* (transfer full) (nullable) */
static char *
label_of_row (ZpReport *report, const char *id)
{
  const ZpPack *pack = zp_report_get_pack (report);
  g_auto (Place) place = { 0 };
  g_autofree char *name = NULL;
  const ZpBlock *block;

  if (!take_apart (id, '[', &place) || *place.rest != '\0')
    return NULL;
  block = zp_pack_find_block (pack, place.block);
  if (block == NULL)
    return NULL;
  if (block->key_column >= 0)
    name = zp_report_show (report, zp_cell (block->index, atoi (place.row), block->key_column));
  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/* (transfer full) (nullable): of a form, a table or a passage */
static char *
label_of_whole (ZpReport *report, const char *id)
{
  const ZpBlock *block = zp_pack_find_block (zp_report_get_pack (report), id);
  const ZpPassage *passage = find_passage (report, id);
  const ZpPhrase *label = block != NULL ? block->label : passage != NULL ? passage->label : NULL;
  ZpEval eval = ZP_EVAL_INIT (zp_report_get_scope (report));
  ZpPhraseStyle style = { .na = zp_report_get_pack (report)->na, .empty = "" };

  return label != NULL ? zp_phrase_render_text (label, &eval, &style) : NULL;
}

/** zp_anchor_get_label: (transfer full): the place in words, the anchor itself where it has none.
 */
char *
zp_anchor_get_label (ZpReport *report, const char *anchor)
{
  g_autofree char *id = zp_anchor_to_id (report, anchor);
  char *label;
  ZpCell cell;

  if (id == NULL)
    return g_strdup_printf (_ ("%s (removed)"), anchor);
  if (strcmp (id, ZP_ANCHOR_REPORT) == 0)
    return g_strdup (_ ("the whole report"));
  if (zp_report_find_cell (report, id, &cell, NULL))
    return zp_report_get_label (report, cell);
  label = label_of_whole (report, id);
  if (label == NULL)
    label = label_of_row (report, id);
  return label != NULL ? label : g_steal_pointer (&id);
}

/** zp_anchor_show: (transfer full): what a cell or passage shows now; "" for any other place. */
char *
zp_anchor_show (ZpReport *report, const char *anchor)
{
  g_autofree char *id = zp_anchor_to_id (report, anchor);
  const char *text = id != NULL ? zp_report_get_passage (report, id) : NULL;
  ZpCell cell;

  if (text != NULL)
    return g_strdup (text);
  if (id == NULL || !zp_report_find_cell (report, id, &cell, NULL))
    return g_strdup ("");
  return zp_report_show (report, cell);
}
