/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in one cell: what was typed, what was computed, and which of them is in force. */
#pragma once

#include "template/zp-block.h"

G_BEGIN_DECLS

/** Not applicable, as it stands in files and journals. */
#define ZP_NOT_APPLICABLE "—"

typedef enum
{
  ZP_CONTENT_EMPTY,
  ZP_CONTENT_NOT_APPLICABLE,
  ZP_CONTENT_FIGURE, /* number holds, in the cell's unit; days for a date */
  ZP_CONTENT_WORDS,  /* text holds */
} ZpContentState;

/**
 * ZpCellContent:
 * @state: which member holds
 * @number: figure in the unit of the cell
 * @text: owned by the cell; for a mixed figure, and for a reference by row number, also its text as
 * typed
 */
typedef struct
{
  ZpContentState state;
  ZpDecimal number;
  char *text;
} ZpCellContent;

/**
 * ZpCellValue:
 * @typed: what the clerk gave; for a computed cell the declared figure (填报数)
 * @computed: what the formula gives, rounded once to the places of the cell
 */
typedef struct
{
  ZpCellContent typed;
  ZpCellContent computed;
} ZpCellValue;

/** The content in force: the typed or declared one, else the computed one. */
static inline const ZpCellContent *
zp_cell_value_in_force (const ZpCellValue *self)
{
  return self->typed.state != ZP_CONTENT_EMPTY ? &self->typed : &self->computed;
}

gboolean zp_cell_content_equal (const ZpCellContent *a, const ZpCellContent *b);
void zp_cell_content_clear (ZpCellContent *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpCellContent, zp_cell_content_clear)
void zp_cell_content_copy (ZpCellContent *self, const ZpCellContent *from);
gboolean zp_cell_content_from_text (ZpCellContent *self,
                                    const ZpCellDef *def,
                                    const char *text,
                                    GError **error);
char *zp_cell_content_to_text (const ZpCellContent *self, const ZpCellDef *def);
gboolean
zp_cell_content_from_value (ZpCellContent *self, const ZpCellDef *def, const ZpValue *value);
void zp_cell_content_to_value (const ZpCellContent *self, const ZpCellDef *def, ZpValue *value);
int zp_cell_content_get_places (const ZpCellContent *self, const ZpCellDef *def);
char *zp_cell_content_show (const ZpCellContent *self,
                            const ZpCellDef *def,
                            const char *na,
                            gboolean grouping);

G_END_DECLS
