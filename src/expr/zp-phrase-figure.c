/* SPDX-License-Identifier: GPL-3.0-or-later
 * How one figure of a phrase prints: unit, places, short dates, numerals, boxes. */
#include "expr/zp-phrase-private.h"

#include "base/zp-date.h"
#include "base/zp-hanzi.h"
#include "expr/zp-expr-private.h"

#include <string.h>

/* As a scope shows what is not applicable. */
#define NOT_APPLICABLE "—"

typedef struct
{
  const ZpPiece *piece;
  ZpEval *eval;
  const ZpPhraseStyle *style;
  ZpValue value;
  ZpPhraseRun *run;
} Showing;

static gboolean
is_cell (const Showing *self)
{
  return self->piece->formula->kind == ZP_EXPR_REF && self->run->has_cell;
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
is_same_unit (const ZpUnit *a, const ZpUnit *b)
{
  return a->kind == b->kind && a->num == b->num && a->den == b->den;
}

/**
 * zp_piece_get_unit: the unit a figure prints in: as its rendering says, else money in that of the
 * style.
 */
ZpUnit
zp_piece_get_unit (const ZpPiece *self, const ZpPhraseStyle *style)
{
  gboolean is_money = self->formula->type.sort == ZP_SORT_MONEY;

  if (is_money && self->rendering != ZP_RENDERING_MONEY && style->money != NULL)
    return *style->money;

  return self->unit;
}

/* The tail of 元/人·年 stays behind whatever unit the figure is brought to. */
static char *
make_label (const Showing *self, const ZpUnit *unit)
{
  const char *tail = strchr (self->piece->formula->type.unit.label, '/');

  if (unit->kind == ZP_UNIT_SCORE)
    return g_strdup ("");
  if (unit->kind != ZP_UNIT_MONEY || tail == NULL || strchr (unit->label, '/') != NULL)
    return g_strdup (unit->label);

  return g_strconcat (unit->label, tail, NULL);
}

static gboolean
has_label (const Showing *self, const ZpUnit *unit)
{
  if (self->piece->rendering == ZP_RENDERING_NUMBER)
    return FALSE;

  return self->style->prose || unit->kind == ZP_UNIT_PERCENT;
}

static char *
strip_grouping (const char *shown)
{
  g_auto (GStrv) parts = g_strsplit (shown, ",", -1);

  return g_strjoinv ("", parts);
}

/* As the report prints the cell, so that figures kept as typed stay as typed. */
static char *
show_cell (const Showing *self)
{
  const ZpScope *scope = self->eval->scope;
  g_autofree char *shown = scope->show (scope, self->run->cell);

  if (self->style->grouping || self->piece->formula->type.sort != ZP_SORT_MONEY)
    return g_steal_pointer (&shown);

  return strip_grouping (shown);
}

/* NULL when the figure does not fit. */
static char *
show_converted (const Showing *self, const ZpUnit *unit)
{
  int places = self->piece->places;
  gboolean grouping = self->style->grouping && self->piece->formula->type.sort == ZP_SORT_MONEY;
  ZpDecimal figure;

  if (!zp_unit_from_base (*unit, self->value.number, places < 0 ? ZP_DECIMAL_PLACES : places,
                          &figure))
    return NULL;

  return zp_decimal_format (figure, MAX (places, 0), places < 0 ? ZP_DECIMAL_PLACES : places,
                            grouping);
}

static char *
show_number (const Showing *self)
{
  const ZpPiece *piece = self->piece;
  ZpUnit unit = zp_piece_get_unit (piece, self->style);
  gboolean as_kept =
    is_cell (self) && !piece->asked_places && is_same_unit (&unit, &piece->formula->type.unit);
  g_autofree char *digits = as_kept ? show_cell (self) : show_converted (self, &unit);
  g_autofree char *label = NULL;

  if (digits == NULL || !has_label (self, &unit))
    return g_steal_pointer (&digits);

  label = make_label (self, &unit);

  return g_strconcat (digits, label, NULL);
}

static char *
show_numerals (const Showing *self)
{
  ZpDecimal figure;

  if (!zp_unit_from_base (self->piece->unit, self->value.number, 0, &figure))
    return NULL;

  return zp_hanzi_from_int (figure.millionths / ZP_DECIMAL_ONE);
}

/* A date that is kept to the month only is known by how the report prints it. */
static gboolean
is_month (const Showing *self)
{
  const ZpScope *scope = self->eval->scope;
  g_autofree char *shown = NULL;

  if (!is_cell (self))
    return FALSE;

  shown = scope->show (scope, self->run->cell);

  return g_str_has_suffix (shown, "月") || strlen (shown) == strlen ("2022-04");
}

static char *
show_date (const Showing *self)
{
  ZpDay day = (ZpDay) (self->value.number.num / self->value.number.den);
  int year;
  int month;
  int day_of_month;

  if (self->piece->rendering != ZP_RENDERING_YEAR)
    return zp_date_to_chinese (day, self->piece->rendering == ZP_RENDERING_YEAR_MONTH ||
                                      is_month (self));

  zp_date_split (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%d年", year);
}

static void
add_box (GString *text, gboolean ticked, const char *option)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');

  g_string_append_printf (text, "%s%s", ticked ? "☑" : "□", option);
}

/* All options, then what was chosen besides them. */
static char *
show_boxes (const Showing *self)
{
  const char *const *options = self->piece->formula->type.options;
  const char *value = self->value.kind == ZP_VALUE_TEXT ? self->value.text : "";
  g_auto (GStrv) chosen = g_strsplit (value, "、", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; options[i] != NULL; i++)
    add_box (text, g_strv_contains ((const char *const *) chosen, options[i]), options[i]);
  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_strv_contains (options, chosen[i]))
      add_box (text, TRUE, chosen[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
show_value (const Showing *self)
{
  if (self->value.kind == ZP_VALUE_TEXT)
    return g_strdup (self->value.text);
  if (self->value.kind != ZP_VALUE_NUMBER)
    return NULL;
  if (self->piece->formula->type.sort == ZP_SORT_DATE)
    return show_date (self);

  return self->piece->rendering == ZP_RENDERING_HANZI ? show_numerals (self) : show_number (self);
}

/* Words in a cell that takes both stand as they are. */
static char *
show_words (const Showing *self, const char *shown)
{
  gboolean is_mark = strcmp (shown, NOT_APPLICABLE) == 0;

  return g_strdup (is_mark && self->style->na != NULL ? self->style->na : shown);
}

static char *
show_missing (Showing *self, const ZpOperands *operands)
{
  const ZpScope *scope = self->eval->scope;
  g_autofree char *shown = is_cell (self) ? scope->show (scope, self->run->cell) : g_strdup ("");
  g_autofree char *label = NULL;

  if (*shown != '\0')
    return show_words (self, shown);
  if (!self->style->prose)
    return g_strdup (or_nothing (self->style->empty));

  self->run->open = TRUE;
  label = zp_operands_name_missing (operands, self->piece, self->eval);

  return g_strdup_printf ("〔未填：%s〕", label);
}

static void
show_figure (Showing *self)
{
  const ZpExpr *formula = self->piece->formula;
  ZpOperands operands;

  zp_operands_find (&operands, formula, self->eval);
  self->run->cell = operands.first;
  self->run->has_cell = operands.has_first;
  zp_expr_eval (formula, self->eval, &self->value);

  if (self->piece->rendering == ZP_RENDERING_BOXES)
    {
      self->run->open = self->style->prose && self->value.kind == ZP_VALUE_MISSING;
      self->run->text = show_boxes (self);
      return;
    }

  self->run->text = show_value (self);
  if (self->run->text == NULL)
    self->run->text = show_missing (self, &operands);
}

/* What is no figure of the report: a passage, the number of an annex, the unit of money. NULL for
 * everything else. */
static char *
show_special (const Showing *self)
{
  const ZpExpr *formula = self->piece->formula;
  const ZpScope *scope = self->eval->scope;
  const ZpUnit *money = self->style->money;

  if (formula->kind != ZP_EXPR_REF)
    return NULL;

  switch (formula->ref)
    {
    case ZP_REF_PASSAGE:
      return g_strdup (or_nothing (scope->passage (scope, strchr (formula->text, '.') + 1)));
    case ZP_REF_ANNEX:
      return scope->annex (scope, strchr (formula->text, '.') + 1);
    case ZP_REF_MONEY:
      return g_strdup (money != NULL ? money->label : "");
    case ZP_REF_CELL:
    case ZP_REF_ROW:
    case ZP_REF_VISIT:
    default:
      return NULL;
    }
}

/**
 * zp_piece_show: a figure as it prints, with the cell it comes from.
 *
 * Returns: (transfer full): free with zp_phrase_run_free()
 */
ZpPhraseRun *
zp_piece_show (const ZpPiece *self, ZpEval *eval, const ZpPhraseStyle *style)
{
  Showing showing = { .piece = self, .eval = eval, .style = style };

  showing.run = g_new0 (ZpPhraseRun, 1);
  showing.run->text = show_special (&showing);
  if (showing.run->text == NULL)
    show_figure (&showing);

  return showing.run;
}
