/* SPDX-License-Identifier: GPL-3.0-or-later
 * The unit behind a typed figure, as the reader of figures sees it. */
#pragma once

#include "base/zp-unit.h"

G_BEGIN_DECLS

/**
 * ZpFigureField:
 * @unit: the unit that figures of the field are kept in
 * @label: its label in the form that zp_text_to_plain() gives
 *
 * Where a typed figure is to go.
 */
typedef struct
{
  ZpUnit unit;
  const char *label;
} ZpFigureField;

gboolean zp_figure_refuse_unit (const ZpFigureField *self, const char *suffix, GError **error);
gboolean zp_figure_find_factor (const ZpFigureField *self,
                                const char *suffix,
                                ZpRational *out,
                                GError **error);

G_END_DECLS
