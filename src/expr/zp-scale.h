/* SPDX-License-Identifier: GPL-3.0-or-later
 * A ladder of bounds: which band a figure falls into. */
#pragma once

#include "expr/zp-value.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_BOUND_LESS,
  ZP_BOUND_AT_MOST,
  ZP_BOUND_GREATER,
  ZP_BOUND_AT_LEAST,
  ZP_BOUND_ELSE,
} ZpBound;

/**
 * ZpBand:
 * @bound: how the figure is compared
 * @limit: with what, in the base unit
 * @text: result as text, or %NULL when @number is the result
 * @number: result as a number, base unit
 */
typedef struct
{
  ZpBound bound;
  ZpRational limit;
  char *text;
  ZpRational number;
} ZpBand;

/**
 * ZpScale:
 * @key: its id
 * @label: what it is called
 * @of: type of the figure compared
 * @bands: of #ZpBand; the first that holds wins; filled by zp_scale_add_band()
 * @result: type of the result; zp_scale_add_band() keeps its options, the list of texts
 */
typedef struct
{
  char *key;
  char *label;
  ZpType of;
  GArray *bands;
  ZpType result;
} ZpScale;

ZpScale *zp_scale_new (const char *key, const char *label);
void zp_scale_free (ZpScale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpScale, zp_scale_free)
void zp_scale_add_band (
  ZpScale *self, ZpBound bound, ZpRational limit, const char *text, ZpRational number);
void zp_scale_look_up (const ZpScale *self, ZpRational figure, ZpValue *out);

G_END_DECLS
