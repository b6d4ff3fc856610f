/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the definition of one cell: its kind, unit, places and limits. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A set of kinds, for the table of keys below. */
#define KIND(kind) (1u << ZP_KIND_##kind)
#define FIGURES (KIND (MONEY) | KIND (NUMBER) | KIND (PERCENT) | KIND (SCORE) | KIND (MIXED))
#define ALL_KINDS (~0u)

typedef struct
{
  const char *key;
  guint kinds;
  const char *for_kinds;
} KindKey;

/* clang-format off */
static const KindKey kind_keys[] = {
  { "unit",      KIND (MONEY) | KIND (NUMBER),            "money number" },
  { "decimals",  FIGURES,                                 "money number percent score mixed" },
  { "min",       FIGURES | KIND (YEAR),                   "money number percent score mixed year" },
  { "max",       FIGURES | KIND (YEAR),                   "money number percent score mixed year" },
  { "length",    KIND (TEXT) | KIND (CHOICE),             "text choice" },
  { "lines",     KIND (TEXT),                             "text" },
  { "options",   KIND (CHOICE),                           "choice" },
  { "open",      KIND (CHOICE),                           "choice" },
  { "many",      KIND (CHOICE),                           "choice" },
  { "to",        KIND (REF),                              "ref" },
  { "owner",     KIND (REF),                              "ref" },
  { "measure",   KIND (MIXED),                            "mixed" },
  { "precision", KIND (DATE),                             "date" },
};
/* clang-format on */

static void
check_kind_keys (ZpLoader *self, const ZpCellPlace *place, ZpKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_keys); i++)
    {
      const ZpNode *member = zp_node_get (place->node, kind_keys[i].key);

      if (member == NULL || (kind_keys[i].kinds & (1u << kind)) != 0)
        continue;

      zp_loader_fail (self, member, _ ("%s: “%s” is for cells of kind %s, but this one is %s"),
                      place->where, kind_keys[i].key, kind_keys[i].for_kinds, zp_kind_words[kind]);
    }
}

static gboolean
is_money (const char *unit)
{
  ZpUnit ignored;

  return zp_unit_money (unit, &ignored);
}

/* The unit of the cell itself, else of its row, else of its block: of those, the first that suits
 * the kind, since one block may have both money and counts. */
static const char *
find_unit (const ZpCellPlace *place, gboolean money)
{
  const ZpNode *const around[] = { place->row, place->block_node };
  const char *own = zp_node_get_text (place->node, "unit");

  if (own != NULL)
    return own;

  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    {
      const char *unit = zp_node_get_text (around[i], "unit");

      if (unit != NULL && is_money (unit) == money)
        return unit;
    }

  return NULL;
}

static void
read_unit (ZpLoader *self, const ZpCellPlace *place, ZpCellDef *def)
{
  const char *text = find_unit (place, def->kind == ZP_KIND_MONEY);

  if (def->kind == ZP_KIND_PERCENT)
    def->unit = zp_unit_percent ();
  else if (def->kind == ZP_KIND_SCORE)
    def->unit = zp_unit_score ();
  else if (def->kind == ZP_KIND_NUMBER)
    def->unit = zp_unit_number (text);
  else
    def->unit = zp_unit_number ("");
  if (def->kind != ZP_KIND_MONEY)
    return;

  def->unit = self->pack->money;
  if (text != NULL && !zp_unit_money (text, &def->unit))
    zp_loader_fail (self, zp_node_get (place->node, "unit"),
                    _ ("%s: “%s” is no unit of money; use one of 元 千元 万元 百万元 亿元, or "
                       "“kind”: “number”"),
                    place->where, text);
}

static gboolean
places_are_valid (int min, int max)
{
  return min >= 0 && min <= max && max <= ZP_DECIMAL_PLACES;
}

/* FALSE when the object does not say. */
static gboolean
read_places (ZpLoader *self, const ZpCellPlace *place, const ZpNode *object, ZpCellDef *def)
{
  const ZpNode *node = zp_node_get (object, "decimals");
  int min = zp_node_get_int (object, "decimals", -1);
  int max = min;

  if (node == NULL)
    return FALSE;
  if (zp_node_is (node, ZP_JSON_ARRAY) && zp_node_count (node) == 2)
    {
      min = (int) g_ascii_strtoll (zp_node_get_child (node, 0)->json->text, NULL, 10);
      max = (int) g_ascii_strtoll (zp_node_get_child (node, 1)->json->text, NULL, 10);
    }
  if (!places_are_valid (min, max))
    {
      zp_loader_fail (self, node,
                      _ ("%s: “decimals” is 0 to %d, or two of them such as [0, 4], the smaller "
                         "first"),
                      place->where, ZP_DECIMAL_PLACES);
      return FALSE;
    }

  def->min_places = min;
  def->max_places = max;

  return TRUE;
}

static void
set_usual_places (const ZpLoader *self, ZpCellDef *def)
{
  if (def->kind == ZP_KIND_MONEY)
    def->min_places = self->pack->money_decimals;
  if (def->kind == ZP_KIND_PERCENT || def->kind == ZP_KIND_SCORE)
    def->min_places = 2;
  def->max_places = def->kind == ZP_KIND_MIXED ? ZP_DECIMAL_PLACES : def->min_places;
}

/* What a row or block says of places is meant for its amounts and counts. */
static void
find_places (ZpLoader *self, const ZpCellPlace *place, ZpCellDef *def)
{
  gboolean inherits = def->kind == ZP_KIND_MONEY || def->kind == ZP_KIND_NUMBER;

  set_usual_places (self, def);
  if (read_places (self, place, place->node, def) || !inherits)
    return;
  if (place->row == NULL || !read_places (self, place, place->row, def))
    read_places (self, place, place->block_node, def);
}

static gboolean
read_limit (ZpLoader *self, const ZpCellPlace *place, const char *key, ZpDecimal *limit)
{
  const ZpNode *node = zp_node_get (place->node, key);
  g_autoptr (GError) error = NULL;

  if (node == NULL)
    return FALSE;
  if (zp_decimal_parse (node->json->text, limit, &error))
    return TRUE;

  zp_loader_fail (self, node, "%s: “%s”: %s", place->where, key, error->message);

  return FALSE;
}

static void
read_limits (ZpLoader *self, const ZpCellPlace *place, ZpCellDef *def)
{
  def->has_min = read_limit (self, place, "min", &def->min);
  def->has_max = read_limit (self, place, "max", &def->max);
  def->length = zp_node_get_int (place->node, "length", 0);
  def->lines = zp_node_get_int (place->node, "lines", 0);

  if (def->has_min && def->has_max && zp_decimal_compare (def->min, def->max) > 0)
    zp_loader_fail (self, zp_node_get (place->node, "max"),
                    _ ("%s: “max” is less than “min”; no figure could stand here"), place->where);
  if (zp_node_get (place->node, "length") != NULL && def->length < 1)
    zp_loader_fail (self, zp_node_get (place->node, "length"), _ ("%s: “length” is at least 1"),
                    place->where);
}

static void
read_options (ZpLoader *self, const ZpCellPlace *place, ZpCellDef *def)
{
  const ZpNode *node = zp_node_get (place->node, "options");

  if (def->kind != ZP_KIND_CHOICE)
    return;

  def->open = zp_node_get_flag (place->node, "open", FALSE);
  def->many = zp_node_get_flag (place->node, "many", FALSE);
  def->options = zp_loader_read_texts (node);
  if (zp_node_count (node) == 0)
    zp_loader_fail (self, place->node, _ ("%s: a choice needs “options”"), place->where);
  for (guint i = 0; i < zp_node_count (node); i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (def->options[i], def->options[j]) == 0)
        zp_loader_fail (self, zp_node_get_child (node, i), _ ("%s: option “%s” stands twice"),
                        place->where, def->options[i]);
}

static ZpSort
sort_of (const ZpCellDef *def)
{
  switch (def->kind)
    {
    case ZP_KIND_MONEY:
      return ZP_SORT_MONEY;
    case ZP_KIND_SCORE:
      return ZP_SORT_SCORE;
    case ZP_KIND_DATE:
      return ZP_SORT_DATE;
    case ZP_KIND_TEXT:
    case ZP_KIND_CHOICE:
      return ZP_SORT_TEXT;
    case ZP_KIND_REF:
      return def->to_number ? ZP_SORT_NUMBER : ZP_SORT_TEXT;
    case ZP_KIND_NUMBER:
    case ZP_KIND_PERCENT:
    case ZP_KIND_MIXED:
    case ZP_KIND_YEAR:
    default:
      return ZP_SORT_NUMBER;
    }
}

static gboolean
is_exact (const ZpCellDef *def)
{
  return def->kind == ZP_KIND_YEAR || def->kind == ZP_KIND_DATE || def->kind == ZP_KIND_MIXED ||
         def->kind == ZP_KIND_REF || (def->kind == ZP_KIND_NUMBER && def->max_places == 0);
}

static void
set_type (ZpCellDef *def)
{
  def->type = (ZpType){
    .sort = sort_of (def),
    .unit = def->unit,
    .places = def->kind == ZP_KIND_MIXED ? -1 : def->max_places,
    .exact = is_exact (def),
  };
  if (def->kind == ZP_KIND_CHOICE)
    def->type.options = (const char *const *) def->options;
  def->type.open = def->open;
}

static void
read_texts (const ZpCellPlace *place, ZpCellDef *def)
{
  const char *basis = zp_node_get_text (place->node, "basis");

  if (basis == NULL)
    basis = place->block->basis;
  def->help = g_strdup (zp_node_get_text (place->node, "help"));
  def->source = g_strdup (zp_node_get_text (place->node, "source"));
  def->basis = g_strdup (basis);
  def->group = g_strdup (zp_node_get_text (place->node, "group"));
}

static gboolean
points_to_number (const ZpNode *node)
{
  const char *to = zp_node_get_text (node, "to");

  return to != NULL && g_str_has_suffix (to, ".#");
}

/**
 * zp_loader_read_cell:
 * @place: the cell and what stands around it
 *
 * Everything but its label, its formulas and the blocks and columns it names, which may come later
 * in the pack.
 *
 * Returns: (transfer full): the definition; faults are noted
 */
ZpCellDef *
zp_loader_read_cell (ZpLoader *self, const ZpCellPlace *place)
{
  const ZpNode *node = place->node;
  ZpCellDef *def = g_new0 (ZpCellDef, 1);

  def->key = g_strdup (zp_node_get_text (node, "key"));
  def->kind =
    (ZpKind) zp_word_index (zp_node_get_text (node, "kind"), zp_kind_words, ZP_KIND_MONEY);
  check_kind_keys (self, place, def->kind);
  read_unit (self, place, def);
  find_places (self, place, def);
  read_limits (self, place, def);
  read_options (self, place, def);
  read_texts (place, def);
  def->declared = (ZpSeverity) zp_word_index (zp_node_get_text (node, "declared"),
                                              zp_severity_words, ZP_SEVERITY_ERROR);
  def->required = zp_node_get_flag (node, "required", FALSE);
  def->month_only = g_strcmp0 (zp_node_get_text (node, "precision"), "month") == 0;
  def->is_private =
    zp_node_get_flag (node, "private", FALSE) || zp_node_get_flag (place->row, "private", FALSE);
  def->owner = zp_node_get_flag (node, "owner", FALSE);
  def->to_number = points_to_number (node);
  def->to_block = -1;
  def->measure = -1;
  def->order = -1;
  def->line = node->json->line;
  def->readers = g_array_new (FALSE, FALSE, sizeof (int));
  set_type (def);

  return def;
}
