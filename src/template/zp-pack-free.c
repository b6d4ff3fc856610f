/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the records of a pack are freed. */
#include "template/zp-pack-loader-private.h"

void
zp_cell_def_free (ZpCellDef *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  zp_phrase_unref (self->label);
  zp_expr_unref (self->formula);
  zp_expr_unref (self->row_formula);
  g_strfreev (self->options);
  g_free (self->help);
  g_free (self->source);
  g_free (self->basis);
  g_free (self->group);
  g_clear_pointer (&self->readers, g_array_unref);
  g_free (self);
}

void
zp_row_def_free (ZpRowDef *self)
{
  g_free (self->key);
  zp_phrase_unref (self->label);
  g_free (self->help);
  g_free (self);
}

void
zp_block_free (ZpBlock *self)
{
  g_free (self->key);
  zp_phrase_unref (self->label);
  g_free (self->help);
  g_free (self->basis);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->column_labels);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_free (self);
}

void
zp_page_free (ZpPage *self)
{
  g_free (self->key);
  zp_phrase_unref (self->label);
  g_free (self->help);
  g_array_unref (self->blocks);
  zp_expr_unref (self->when);
  g_free (self);
}

void
zp_check_def_free (ZpCheckDef *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  zp_phrase_unref (self->title);
  zp_phrase_unref (self->instruction);
  g_free (self->each_suffix);
  zp_expr_unref (self->where);
  zp_expr_unref (self->when);
  zp_expr_unref (self->left);
  zp_expr_unref (self->right);
  zp_phrase_unref (self->left_label);
  zp_phrase_unref (self->right_label);
  zp_expr_unref (self->require);
  g_free (self->basis);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self);
}

void
zp_layout_entry_free (ZpLayoutEntry *self)
{
  zp_phrase_unref (self->phrase);
  g_free (self);
}

void
zp_layout_row_free (ZpLayoutRow *self)
{
  zp_expr_unref (self->where);
  zp_expr_unref (self->when);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
zp_layout_free (ZpLayout *self)
{
  g_free (self->key);
  zp_phrase_unref (self->title);
  g_array_unref (self->widths);
  zp_expr_unref (self->where);
  g_ptr_array_unref (self->above);
  g_ptr_array_unref (self->below);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
zp_passage_free (ZpPassage *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->id);
  zp_phrase_unref (self->label);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  zp_expr_unref (self->where);
  zp_expr_unref (self->when);
  g_free (self->help);
  g_array_unref (self->row_blocks);
  g_free (self);
}

void
zp_content_free (ZpContent *self)
{
  zp_passage_free (self->passage);
  zp_phrase_unref (self->lead);
  g_strfreev (self->checks);
  zp_expr_unref (self->when);
  g_free (self);
}

void
zp_section_free (ZpSection *self)
{
  g_free (self->key);
  zp_phrase_unref (self->heading);
  g_free (self->short_name);
  zp_expr_unref (self->when);
  zp_phrase_unref (self->none);
  g_ptr_array_unref (self->contents);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

void
zp_part_free (ZpPart *self)
{
  g_free (self->key);
  zp_expr_unref (self->when);
  zp_phrase_unref (self->title);
  g_ptr_array_unref (self->lines);
  zp_phrase_unref (self->foot);
  g_ptr_array_unref (self->sections);
  zp_phrase_unref (self->sign_unit);
  zp_phrase_unref (self->sign_date);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

void
zp_migration_free (ZpMigration *self)
{
  g_hash_table_unref (self->renamed);
  g_hash_table_unref (self->dropped);
  g_free (self);
}
