/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person types for a figure, and the figure it surely means. */
#pragma once

#include "base/zp-decimal.h"
#include "base/zp-unit.h"

G_BEGIN_DECLS

gboolean zp_figure_is_not_applicable (const char *text);
gboolean zp_figure_parse (const char *text, ZpUnit unit, ZpDecimal *out, GError **error);

G_END_DECLS
