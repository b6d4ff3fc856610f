/* SPDX-License-Identifier: GPL-3.0-or-later
 * The building stones of spreadsheet formulas: texts, figures, and the conditions of their
 * presence. */
#include "expr/zp-expr-sheet-private.h"

#include <string.h>

/* Stands for a missing operand of MIN and MAX. */
#define OUT_OF_REACH "1E+300"

/**
 * zp_sheet_print: a piece of formula, kept in the arena. Once a piece grows over
 * %ZP_SHEET_MAX_LENGTH the formula has failed, and pieces are empty from then on.
 */
const char *
zp_sheet_print (ZpSheetWriter *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  self->failed |= strlen (text) > ZP_SHEET_MAX_LENGTH;

  return self->failed ? "" : g_string_chunk_insert (self->arena, text);
}

/**
 * zp_sheet_quote: a text in a formula.
 */
const char *
zp_sheet_quote (ZpSheetWriter *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  self->failed |= g_utf8_strlen (text, -1) > ZP_SHEET_MAX_TEXT;

  return zp_sheet_print (self, "\"%s\"", doubled);
}

static gboolean
is_text (const char *condition, const char *text)
{
  return condition != NULL && strcmp (condition, text) == 0;
}

/**
 * zp_sheet_and: both conditions; %NULL is one that always holds.
 */
const char *
zp_sheet_and (ZpSheetWriter *self, const char *a, const char *b)
{
  if (a == NULL || is_text (a, "TRUE") || is_text (b, "FALSE"))
    return b;
  if (b == NULL || is_text (b, "TRUE") || is_text (a, "FALSE") || strcmp (a, b) == 0)
    return a;

  return zp_sheet_print (self, "AND(%s,%s)", a, b);
}

/**
 * zp_sheet_or: one of the conditions; %NULL is one that always holds.
 */
const char *
zp_sheet_or (ZpSheetWriter *self, const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return NULL;
  if (is_text (a, "FALSE") || is_text (b, "TRUE") || strcmp (a, b) == 0)
    return b;
  if (is_text (b, "FALSE") || is_text (a, "TRUE"))
    return a;

  return zp_sheet_print (self, "OR(%s,%s)", a, b);
}

/**
 * zp_sheet_not: the contrary; %NULL is a condition that always holds.
 */
const char *
zp_sheet_not (ZpSheetWriter *self, const char *a)
{
  if (a == NULL || is_text (a, "TRUE"))
    return "FALSE";
  if (is_text (a, "FALSE"))
    return "TRUE";

  return zp_sheet_print (self, "NOT(%s)", a);
}

/**
 * zp_sheet_text_filled: a cell holds something, and not the mark for not applicable.
 */
const char *
zp_sheet_text_filled (ZpSheetWriter *self, const char *address)
{
  return zp_sheet_print (self, "AND(%s<>\"\",%s<>\"—\")", address, address);
}

/**
 * zp_sheet_never: a part that is missing in any case.
 */
ZpSheetPart
zp_sheet_never (void)
{
  return (ZpSheetPart){ .text = "0", .strength = ZP_SHEET_ATOM, .never = TRUE };
}

/**
 * zp_sheet_atom: a part that is always there and needs no brackets.
 */
ZpSheetPart
zp_sheet_atom (const char *text)
{
  return (ZpSheetPart){ .text = text, .strength = ZP_SHEET_ATOM };
}

static void
append_digits (GString *text, ZpWide whole)
{
  char digits[40];
  guint n = 0;

  do
    {
      digits[n++] = (char) ('0' + (int) (whole % 10));
      whole /= 10;
    }
  while (whole > 0);

  while (n > 0)
    g_string_append_c (text, digits[--n]);
}

/**
 * zp_sheet_number: a constant, as a decimal where it is one.
 */
ZpSheetPart
zp_sheet_number (ZpSheetWriter *self, ZpRational number)
{
  g_autoptr (GString) text = g_string_new (number.num < 0 ? "-" : "");
  ZpWide num = number.num < 0 ? -number.num : number.num;
  ZpWide rest = num % number.den;
  ZpSheetPart part = { .strength = number.num < 0 ? ZP_SHEET_SUM : ZP_SHEET_ATOM };

  append_digits (text, num / number.den);
  if (rest != 0)
    g_string_append_c (text, '.');
  for (guint i = 0; rest != 0 && i < 15; i++)
    {
      append_digits (text, rest * 10 / number.den);
      rest = rest * 10 % number.den;
    }

  part.text = zp_sheet_print (self, "%s", text->str);

  return part;
}

/**
 * zp_sheet_scale: a part times a constant.
 */
ZpSheetPart
zp_sheet_scale (ZpSheetWriter *self, ZpSheetPart part, ZpRational factor)
{
  const char *text;

  if (factor.num == factor.den)
    return part;

  text = zp_sheet_inside (self, part, ZP_SHEET_PRODUCT);
  if (factor.num != 1)
    text = zp_sheet_print (self, "%s*%" G_GINT64_FORMAT, text, (gint64) factor.num);
  if (factor.den != 1)
    text = zp_sheet_print (self, "%s/%" G_GINT64_FORMAT, text, (gint64) factor.den);

  part.text = text;
  part.strength = ZP_SHEET_PRODUCT;
  part.is_cell = FALSE;

  return part;
}

/**
 * zp_sheet_inside: the text of a part for a place where only what holds as tightly as @around may
 * stand without brackets.
 */
const char *
zp_sheet_inside (ZpSheetWriter *self, ZpSheetPart part, ZpSheetStrength around)
{
  return part.strength >= around ? part.text : zp_sheet_print (self, "(%s)", part.text);
}

static const char *
print_needs (ZpSheetWriter *self, const char *needs)
{
  g_auto (GStrv) cells = g_strsplit (needs, "\n", -1);
  g_autofree char *list = g_strjoinv (",", cells);
  guint n = g_strv_length (cells);

  if (n == 1)
    return zp_sheet_print (self, "ISNUMBER(%s)", list);

  return zp_sheet_print (self, "COUNT(%s)=%u", list, n);
}

/**
 * zp_sheet_present: condition for a part to be there; %NULL when it always is. Never an error.
 */
const char *
zp_sheet_present (ZpSheetWriter *self, ZpSheetPart part)
{
  const char *needs;

  if (part.never)
    return "FALSE";
  if (part.needs == NULL)
    return part.guard;

  needs = print_needs (self, part.needs);
  if (part.guard == NULL || part.guard_is_safe)
    return zp_sheet_and (self, needs, part.guard);

  return zp_sheet_print (self, "IF(%s,%s,FALSE)", needs, part.guard);
}

static const char *
join_needs (ZpSheetWriter *self, const char *a, const char *b)
{
  g_auto (GStrv) present = NULL;
  g_auto (GStrv) added = NULL;
  g_autoptr (GString) all = NULL;

  if (a == NULL || b == NULL)
    return a == NULL ? b : a;

  present = g_strsplit (a, "\n", -1);
  added = g_strsplit (b, "\n", -1);
  all = g_string_new (a);
  for (guint i = 0; added[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) present, added[i]))
      g_string_append_printf (all, "\n%s", added[i]);
  self->failed |= g_strv_length (present) + g_strv_length (added) > ZP_SHEET_MAX_OPERANDS;

  return zp_sheet_print (self, "%s", all->str);
}

/**
 * zp_sheet_demand: @part is there only where @operand is, too.
 */
void
zp_sheet_demand (ZpSheetWriter *self, ZpSheetPart *part, ZpSheetPart operand)
{
  gboolean is_safe = (part->guard == NULL || part->guard_is_safe) &&
                     (operand.guard == NULL || operand.guard_is_safe);

  part->needs = join_needs (self, part->needs, operand.needs);
  part->guard = zp_sheet_and (self, part->guard, operand.guard);
  part->guard_is_safe = is_safe;
  part->never |= operand.never;
  part->is_cell = FALSE;
}

/**
 * zp_sheet_demand_guard: one more condition for @part to be there.
 * @guard: may be an error where the part was not there so far
 */
void
zp_sheet_demand_guard (ZpSheetWriter *self, ZpSheetPart *part, const char *guard)
{
  if (part->guard == NULL)
    part->guard = guard;
  else
    part->guard = zp_sheet_print (self, "IF(%s,%s,FALSE)", part->guard, guard);

  part->guard_is_safe = FALSE;
  part->is_cell = FALSE;
}

/* One of the parts is there. */
static ZpSheetPart
demand_any (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  ZpSheetPart result = { .strength = ZP_SHEET_ATOM, .guard = "FALSE", .guard_is_safe = TRUE };

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].is_cell)
        g_string_append_printf (cells, "%s%s", cells->len > 0 ? "," : "", parts[i].text);
      else
        result.guard = zp_sheet_or (self, result.guard, zp_sheet_present (self, parts[i]));
    }

  if (cells->len > 0)
    result.guard =
      zp_sheet_or (self, zp_sheet_print (self, "COUNT(%s)>0", cells->str), result.guard);

  return result;
}

static const char *
print_or_else (ZpSheetWriter *self, ZpSheetPart part, const char *otherwise)
{
  const char *present = zp_sheet_present (self, part);

  if (part.is_cell || present == NULL)
    return part.text;

  return zp_sheet_print (self, "IF(%s,%s,%s)", present, part.text, otherwise);
}

static ZpSheetPart
call_over (ZpSheetWriter *self,
           const char *function,
           const ZpSheetPart *parts,
           guint n_parts,
           const char *otherwise)
{
  g_autoptr (GString) list = g_string_new (NULL);
  ZpSheetPart result = zp_sheet_never ();
  guint n = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i].never)
        continue;
      g_string_append_printf (list, "%s%s", n > 0 ? "," : "",
                              print_or_else (self, parts[i], otherwise));
      result = parts[i];
      n++;
    }

  self->failed |= n > ZP_SHEET_MAX_OPERANDS;
  if (n < 2)
    return result;

  result = demand_any (self, parts, n_parts);
  result.text = zp_sheet_print (self, "%s(%s)", function, list->str);

  return result;
}

/**
 * zp_sheet_sum: the sum of those parts that are there; missing when none is.
 */
ZpSheetPart
zp_sheet_sum (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts)
{
  return call_over (self, "SUM", parts, n_parts, "0");
}

/**
 * zp_sheet_extreme: the smallest or greatest of those parts that are there; missing when none is.
 */
ZpSheetPart
zp_sheet_extreme (ZpSheetWriter *self, const ZpSheetPart *parts, guint n_parts, gboolean greatest)
{
  return call_over (self, greatest ? "MAX" : "MIN", parts, n_parts,
                    greatest ? "-" OUT_OF_REACH : OUT_OF_REACH);
}
