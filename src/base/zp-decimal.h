/* SPDX-License-Identifier: GPL-3.0-or-later
 * A figure as it is kept: an exact decimal with six places. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many decimal places every figure keeps. */
#define ZP_DECIMAL_PLACES 6

/** Millionths in one. */
#define ZP_DECIMAL_ONE G_GINT64_CONSTANT (1000000)

/**
 * ZpDecimal:
 * @millionths: the figure times 1,000,000
 *
 * A figure in the unit of its own cell, exact to six decimal places.
 * Range: ±9,223,372,036,854.775807. A plain value, copied freely.
 */
typedef struct
{
  gint64 millionths;
} ZpDecimal;

#define ZP_DECIMAL_ZERO ((ZpDecimal){ 0 })

#define ZP_DECIMAL_ERROR (zp_decimal_error_quark ())
GQuark zp_decimal_error_quark (void);

/**
 * ZpDecimalError:
 * @ZP_DECIMAL_ERROR_SYNTAX: the text is not surely a number
 * @ZP_DECIMAL_ERROR_RANGE: the result does not fit
 * @ZP_DECIMAL_ERROR_PLACES: more than six decimal places
 * @ZP_DECIMAL_ERROR_UNIT: the unit behind the number is of another kind
 */
typedef enum
{
  ZP_DECIMAL_ERROR_SYNTAX,
  ZP_DECIMAL_ERROR_RANGE,
  ZP_DECIMAL_ERROR_PLACES,
  ZP_DECIMAL_ERROR_UNIT,
} ZpDecimalError;

ZpDecimal zp_decimal_from_int (gint64 whole);
gboolean zp_decimal_parse (const char *text, ZpDecimal *out, GError **error);

int zp_decimal_compare (ZpDecimal a, ZpDecimal b);
gboolean zp_decimal_add (ZpDecimal a, ZpDecimal b, ZpDecimal *out);
gboolean zp_decimal_subtract (ZpDecimal a, ZpDecimal b, ZpDecimal *out);

int zp_decimal_get_places (ZpDecimal self);
ZpDecimal zp_decimal_round (ZpDecimal self, int places);
char *zp_decimal_to_string (ZpDecimal self, int places);
char *zp_decimal_format (ZpDecimal self, int min_places, int max_places, gboolean grouping);
double zp_decimal_to_double (ZpDecimal self);

G_END_DECLS
