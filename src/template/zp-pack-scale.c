/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the scales: bounds in one direction and in order, results all of one kind. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A scale being read. @direction: 1 when bounds must rise, -1 when they must fall, 0 not known yet.
 */
typedef struct
{
  ZpLoader *loader;
  ZpScale *scale;
  int direction;
  gboolean is_complete;
} ScaleReader;

/* clang-format off */
static const char *const bound_words[] = { "<", "<=", ">", ">=", NULL };
/* clang-format on */

#define fail(self, node, ...) zp_loader_fail ((self)->loader, node, __VA_ARGS__)

/* A literal such as 90, 60% or 5万元, or NULL. */
static ZpExpr *
parse_literal (ZpLoader *self, const char *text)
{
  ZpBindContext context = zp_loader_context (self);
  gboolean is_negative = *text == '-';
  g_autoptr (ZpExpr) literal = zp_expr_parse (is_negative ? text + 1 : text, NULL);

  if (literal == NULL || literal->kind != ZP_EXPR_NUMBER || !zp_expr_bind (literal, &context, NULL))
    return NULL;
  if (is_negative)
    literal->number = zp_rational_negate (literal->number);

  return g_steal_pointer (&literal);
}

static gboolean
is_percent (const ZpType *type)
{
  return type->unit.kind == ZP_UNIT_PERCENT;
}

static gboolean
suits_scale (const ZpScale *scale, const ZpExpr *literal)
{
  if (literal->type.any)
    return TRUE;

  return zp_type_comparable (&literal->type, &scale->of) &&
         is_percent (&literal->type) == is_percent (&scale->of);
}

static gboolean
read_bound (ScaleReader *self, const ZpNode *node, ZpBound *bound, ZpRational *limit)
{
  const char *text = zp_node_text (node);
  gsize length = text != NULL ? strspn (text, "<>=") : 0;
  g_autofree char *op = g_strndup (text != NULL ? text : "", length);
  int index = zp_word_index (op, bound_words, -1);
  g_autofree char *rest = g_strstrip (g_strdup (text != NULL ? text + length : ""));
  g_autoptr (ZpExpr) literal = index >= 0 ? parse_literal (self->loader, rest) : NULL;

  if (literal == NULL)
    {
      fail (self, node,
            _ ("scale “%s”: a band starts with an operator and a figure, such as “>= 90”, or with "
               "“else”"),
            self->scale->key);
      return FALSE;
    }
  if (!suits_scale (self->scale, literal))
    {
      fail (self, node, _ ("scale “%s”: “%s”: the scale is for %s, but this bound is %s"),
            self->scale->key, text, zp_type_describe (&self->scale->of),
            zp_type_describe (&literal->type));
      return FALSE;
    }

  *bound = (ZpBound) index;
  *limit = literal->number;

  return TRUE;
}

static gboolean
is_strict (ZpBound bound)
{
  return bound == ZP_BOUND_LESS || bound == ZP_BOUND_GREATER;
}

/* Whether a figure may fall into the band that has not fallen into the one before. */
static gboolean
leaves_room (const ScaleReader *self, const ZpBand *before, ZpBound bound, ZpRational limit)
{
  int order = 0;

  if (!zp_rational_compare (limit, before->limit, &order))
    return FALSE;
  if (order == 0)
    return is_strict (before->bound) && !is_strict (bound);

  return order == self->direction;
}

static void
check_order (ScaleReader *self, const ZpNode *node, ZpBound bound, ZpRational limit)
{
  int direction = bound == ZP_BOUND_LESS || bound == ZP_BOUND_AT_MOST ? 1 : -1;
  guint n = self->scale->bands->len;

  if (self->direction == 0)
    self->direction = direction;
  if (direction != self->direction)
    fail (self, node, _ ("scale “%s”: “%s”: all bounds are either > and >= or < and <="),
          self->scale->key, zp_node_text (node));
  else if (n > 0 &&
           !leaves_room (self, &g_array_index (self->scale->bands, ZpBand, n - 1), bound, limit))
    fail (self, node,
          direction > 0
            ? _ ("scale “%s”: “%s” can never hold after the band before it; bounds must rise")
            : _ ("scale “%s”: “%s” can never hold after the band before it; bounds must fall"),
          self->scale->key, zp_node_text (node));
}

static int
count_places (const char *text)
{
  const char *point = strchr (text, '.');

  return point != NULL ? (int) strspn (point + 1, "0123456789") : 0;
}

static void
add_band (ScaleReader *self, const ZpNode *result, ZpBound bound, ZpRational limit)
{
  const char *text = result->json->text;
  g_autoptr (ZpExpr) number = parse_literal (self->loader, text);
  gboolean is_number = number != NULL;
  ZpScale *scale = self->scale;
  ZpType type = { .sort = ZP_SORT_TEXT, .unit = zp_unit_number (""), .places = -1 };

  if (is_number)
    {
      type = number->type;
      type.any = FALSE;
      type.places = MAX (scale->result.places, count_places (text));
    }
  if (scale->bands->len > 0 && (scale->result.sort == ZP_SORT_TEXT) == is_number)
    fail (self, result, _ ("scale “%s”: “%s”: the results are all texts or all numbers"),
          scale->key, text);
  else if (scale->bands->len == 0 || is_percent (&type))
    scale->result = type;
  scale->result.places = is_number ? type.places : -1;
  zp_scale_add_band (scale, bound, limit, is_number ? NULL : text,
                     is_number ? number->number : zp_rational_from_int (0));
}

static void
read_band (ScaleReader *self, const ZpNode *node)
{
  const ZpNode *first = zp_node_get_child (node, 0);
  ZpRational limit = zp_rational_from_int (0);
  ZpBound bound = ZP_BOUND_ELSE;

  if (zp_node_count (node) != 2)
    {
      fail (self, node,
            _ ("scale “%s”: a band is a bound and a result, such as [\">= 90\", \"优\"]"),
            self->scale->key);
      return;
    }
  if (self->is_complete)
    {
      fail (self, node, _ ("scale “%s”: nothing can hold after “else”"), self->scale->key);
      return;
    }

  self->is_complete = g_strcmp0 (zp_node_text (first), "else") == 0;
  if (!self->is_complete && !read_bound (self, first, &bound, &limit))
    return;
  if (!self->is_complete)
    check_order (self, first, bound, limit);
  add_band (self, zp_node_get_child (node, 1), bound, limit);
}

static ZpType
type_of (const ZpLoader *self, const char *of)
{
  ZpType type = { .sort = ZP_SORT_NUMBER, .unit = zp_unit_number (""), .places = -1 };

  if (g_strcmp0 (of, "percent") == 0)
    type.unit = zp_unit_percent ();
  else if (g_strcmp0 (of, "score") == 0)
    type = (ZpType){ .sort = ZP_SORT_SCORE, .unit = zp_unit_score (), .places = 2 };
  else if (g_strcmp0 (of, "money") == 0)
    type = (ZpType){ .sort = ZP_SORT_MONEY, .unit = self->pack->money, .places = 2 };

  return type;
}

static void
read_scale (ZpLoader *self, const ZpNode *node)
{
  const char *key = zp_node_get_id (node);
  const char *label = zp_node_get_text (node, "label");
  const ZpNode *bands = zp_node_get (node, "bands");
  ScaleReader reader = { .loader = self };

  if (!zp_loader_claim (self, node))
    return;

  reader.scale = zp_scale_new (key, label != NULL ? label : key);
  reader.scale->of = type_of (self, zp_node_get_text (node, "of"));
  g_ptr_array_add (self->pack->scales, reader.scale);
  for (guint i = 0; i < zp_node_count (bands); i++)
    read_band (&reader, zp_node_get_child (bands, i));
  if (reader.scale->bands->len == 0)
    zp_loader_fail (self, node, _ ("scale “%s” has no bands"), key);
}

/**
 * zp_loader_read_scales: reads the scales.
 */
void
zp_loader_read_scales (ZpLoader *self)
{
  const ZpNode *scales = zp_node_get (self->layer->content, "scales");

  for (guint i = 0; i < zp_node_count (scales); i++)
    read_scale (self, zp_node_get_child (scales, i));
}
