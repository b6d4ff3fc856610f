/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads one operation a line, "op a b places", and prints its result, for decimal_oracle.py. */
#include "base/zp-rational.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *a;
  const char *b;
  int places;
} Operands;

typedef char *(*Operation) (const Operands *operands);

typedef gboolean (*RationalOperation) (ZpRational a, ZpRational b, ZpRational *out);
typedef gboolean (*DecimalOperation) (ZpDecimal a, ZpDecimal b, ZpDecimal *out);

static ZpWide
read_wide (const char **text)
{
  gboolean negative = **text == '-';
  ZpWide value = 0;

  for (*text += negative; g_ascii_isdigit (**text); (*text)++)
    value = value * 10 + g_ascii_digit_value (**text);

  return negative ? -value : value;
}

static ZpRational
read_rational (const char *text)
{
  ZpRational value = { read_wide (&text), 1 };

  if (*text == '/')
    {
      text++;
      value.den = read_wide (&text);
    }

  return value;
}

static ZpDecimal
read_decimal (const char *text)
{
  ZpDecimal value = ZP_DECIMAL_ZERO;

  g_assert_true (zp_decimal_parse (text, &value, NULL));
  return value;
}

static char *
print_wide (ZpWide value)
{
  GString *digits = g_string_new (NULL);
  gboolean negative = value < 0;

  do
    {
      int digit = (int) (value % 10);

      g_string_prepend_c (digits, (char) ('0' + ABS (digit)));
      value /= 10;
    }
  while (value != 0);

  if (negative)
    g_string_prepend_c (digits, '-');
  return g_string_free (digits, FALSE);
}

static char *
print_rational (ZpRational value)
{
  g_autofree char *num = print_wide (value.num);
  g_autofree char *den = print_wide (value.den);

  return g_strconcat (num, "/", den, NULL);
}

static char *
run_rational (RationalOperation operation, const Operands *operands)
{
  ZpRational out;

  if (!operation (read_rational (operands->a), read_rational (operands->b), &out))
    return g_strdup ("overflow");

  return print_rational (out);
}

static char *
run_decimal (DecimalOperation operation, const Operands *operands)
{
  ZpDecimal out;

  if (!operation (read_decimal (operands->a), read_decimal (operands->b), &out))
    return g_strdup ("overflow");

  return zp_decimal_to_string (out, -1);
}

static char *
run_add (const Operands *operands)
{
  return run_rational (zp_rational_add, operands);
}

static char *
run_subtract (const Operands *operands)
{
  return run_rational (zp_rational_subtract, operands);
}

static char *
run_multiply (const Operands *operands)
{
  return run_rational (zp_rational_multiply, operands);
}

static char *
run_divide (const Operands *operands)
{
  return run_rational (zp_rational_divide, operands);
}

static char *
run_compare (const Operands *operands)
{
  int order = 2;

  zp_rational_compare (read_rational (operands->a), read_rational (operands->b), &order);
  return g_strdup_printf ("%d", order);
}

static char *
run_floor (const Operands *operands)
{
  ZpRational out;

  zp_rational_floor (read_rational (operands->a), &out);
  return print_rational (out);
}

static char *
run_round (const Operands *operands)
{
  ZpRational out;

  if (!zp_rational_round (read_rational (operands->a), operands->places, &out))
    return g_strdup ("overflow");

  return print_rational (out);
}

static char *
run_to_decimal (const Operands *operands)
{
  ZpDecimal out;

  if (!zp_rational_to_decimal (read_rational (operands->a), operands->places, &out))
    return g_strdup ("overflow");

  return zp_decimal_to_string (out, -1);
}

static char *
run_decimal_add (const Operands *operands)
{
  return run_decimal (zp_decimal_add, operands);
}

static char *
run_decimal_subtract (const Operands *operands)
{
  return run_decimal (zp_decimal_subtract, operands);
}

static char *
run_decimal_compare (const Operands *operands)
{
  return g_strdup_printf (
    "%d", zp_decimal_compare (read_decimal (operands->a), read_decimal (operands->b)));
}

static char *
run_decimal_round (const Operands *operands)
{
  return zp_decimal_to_string (zp_decimal_round (read_decimal (operands->a), operands->places), -1);
}

static char *
run_decimal_string (const Operands *operands)
{
  return zp_decimal_to_string (read_decimal (operands->a), operands->places);
}

static char *
run_decimal_double (const Operands *operands)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (buffer, sizeof buffer, zp_decimal_to_double (read_decimal (operands->a)));
  return g_strdup (buffer);
}

/* clang-format off */
static const struct
{
  const char *name;
  Operation run;
} operations[] = {
  { "add",            run_add },
  { "subtract",       run_subtract },
  { "multiply",       run_multiply },
  { "divide",         run_divide },
  { "compare",        run_compare },
  { "floor",          run_floor },
  { "round",          run_round },
  { "to-decimal",     run_to_decimal },
  { "dec-add",        run_decimal_add },
  { "dec-subtract",   run_decimal_subtract },
  { "dec-compare",    run_decimal_compare },
  { "dec-round",      run_decimal_round },
  { "dec-string",     run_decimal_string },
  { "dec-double",     run_decimal_double },
};
/* clang-format on */

static char *
run_line (const char *name, const Operands *operands)
{
  for (gsize i = 0; i < G_N_ELEMENTS (operations); i++)
    if (strcmp (operations[i].name, name) == 0)
      return operations[i].run (operands);

  return g_strdup ("unknown operation");
}

int
main (void)
{
  char line[512];
  char name[32];
  char a[200];
  char b[200];
  Operands operands = { a, b, 0 };

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      if (sscanf (line, "%31s %199s %199s %d", name, a, b, &operands.places) != 4)
        return 1;

      g_autofree char *result = run_line (name, &operands);
      puts (result);
    }

  return 0;
}
