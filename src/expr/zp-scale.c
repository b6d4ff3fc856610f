/* SPDX-License-Identifier: GPL-3.0-or-later
 * A ladder of bounds: which band a figure falls into. */
#include "expr/zp-scale.h"

#include <string.h>

static void
clear_band (gpointer data)
{
  ZpBand *band = data;

  g_free (band->text);
}

/* A comparison that does not fit into 128 bits holds for no band. */
static gboolean
holds (const ZpBand *band, ZpRational figure)
{
  int order;

  if (band->bound == ZP_BOUND_ELSE)
    return TRUE;
  if (!zp_rational_compare (figure, band->limit, &order))
    return FALSE;

  switch (band->bound)
    {
    case ZP_BOUND_LESS:
      return order < 0;
    case ZP_BOUND_AT_MOST:
      return order <= 0;
    case ZP_BOUND_GREATER:
      return order > 0;
    case ZP_BOUND_AT_LEAST:
      return order >= 0;
    case ZP_BOUND_ELSE:
    default:
      return TRUE;
    }
}

static void
list_options (ZpScale *self)
{
  const char **options = g_new0 (const char *, self->bands->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const char *text = g_array_index (self->bands, ZpBand, i).text;

      if (text != NULL && !g_strv_contains (options, text))
        options[n++] = text;
    }

  g_free ((gpointer) self->result.options);
  self->result.options = options;
}

/**
 * zp_scale_new:
 * @key: its id
 * @label: what it is called
 *
 * A scale without bands. The caller sets @of and @result (all but its options) before it is used.
 */
ZpScale *
zp_scale_new (const char *key, const char *label)
{
  ZpScale *self = g_new0 (ZpScale, 1);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->bands = g_array_new (FALSE, FALSE, sizeof (ZpBand));
  g_array_set_clear_func (self->bands, clear_band);
  self->of.places = -1;
  self->result.places = -1;

  return self;
}

/** zp_scale_free: frees a scale with its bands. */
void
zp_scale_free (ZpScale *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->label);
  g_free ((gpointer) self->result.options);
  g_array_unref (self->bands);
  g_free (self);
}

/**
 * zp_scale_add_band:
 * @bound: how the figure is compared
 * @limit: with what, in the base unit; not read for %ZP_BOUND_ELSE
 * @text: (nullable): result as text; copied
 * @number: result as a number, base unit, where @text is %NULL
 *
 * Adds a band behind the others. Texts are listed in the options of @result, which the scale owns.
 */
void
zp_scale_add_band (
  ZpScale *self, ZpBound bound, ZpRational limit, const char *text, ZpRational number)
{
  ZpBand band = { .bound = bound, .limit = limit, .number = number };

  g_return_if_fail (self != NULL);

  band.text = g_strdup (text);
  g_array_append_val (self->bands, band);
  if (text != NULL)
    list_options (self);
}

/**
 * zp_scale_look_up:
 * @figure: in the base unit of the scale's sort
 * @out: result of the first band that holds, missing when none does; a text is borrowed from the
 * scale
 */
void
zp_scale_look_up (const ZpScale *self, ZpRational figure, ZpValue *out)
{
  *out = (ZpValue){ .kind = ZP_VALUE_MISSING };

  for (guint i = 0; i < self->bands->len; i++)
    {
      const ZpBand *band = &g_array_index (self->bands, ZpBand, i);

      if (!holds (band, figure))
        continue;

      if (band->text != NULL)
        *out = (ZpValue){ .kind = ZP_VALUE_TEXT, .text = band->text };
      else
        *out = (ZpValue){ .kind = ZP_VALUE_NUMBER, .number = band->number };

      return;
    }
}
