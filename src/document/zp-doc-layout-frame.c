/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a layout prints around its table: title, lines above and below, notes. */
#include "document/zp-doc-layout-private.h"
#include "document/zp-doc-render.h"

typedef struct
{
  const ZpDocScope *scope;
  ZpEval *eval;
  const ZpLayout *layout;
  ZpDocTable *table;
} Frame;

static void
note_money (const ZpExpr *formula, gpointer user_data)
{
  gboolean *found = user_data;

  *found |= formula->kind == ZP_EXPR_REF && formula->ref == ZP_REF_MONEY;
}

/**
 * zp_doc_layout_get_money:
 * @phrase: an entry or line of the layout
 *
 * Returns: (nullable): unit that its money is printed in: that of the layout; where the layout has
 *   none, {money} names the unit of the pack, and figures keep their own
 */
const ZpUnit *
zp_doc_layout_get_money (const ZpDocScope *scope, const ZpLayout *layout, const ZpPhrase *phrase)
{
  gboolean is_named = FALSE;

  if (layout->has_money)
    return &layout->money;

  zp_phrase_foreach_formula (phrase, note_money, &is_named);
  return is_named ? &scope->pack->money : NULL;
}

static GPtrArray *
render_line (const Frame *self, const ZpPhrase *phrase)
{
  ZpPhraseStyle style = zp_doc_prose_style (self->scope);
  GPtrArray *runs = zp_doc_runs_new ();

  style.money = zp_doc_layout_get_money (self->scope, self->layout, phrase);
  zp_doc_render (self->scope, self->eval, phrase, &style, runs);
  return runs;
}

static void
print_beside (const Frame *self, const GPtrArray *layout_lines, GPtrArray *lines)
{
  for (guint i = 0; i < layout_lines->len; i++)
    {
      const GPtrArray *phrases = g_ptr_array_index (layout_lines, i);
      GPtrArray *line = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

      for (guint k = 0; k < phrases->len; k++)
        {
          GPtrArray *runs = render_line (self, g_ptr_array_index (phrases, k));

          zp_doc_runs_join_lines (runs);
          g_ptr_array_add (line, runs);
        }
      g_ptr_array_add (lines, line);
    }
}

static void
print_title (const Frame *self)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->layout->title == NULL)
    return;

  runs = render_line (self, self->layout->title);
  lines = zp_doc_runs_split (runs);
  for (guint i = 0; i < lines->len; i++)
    if (!zp_doc_runs_are_blank (g_ptr_array_index (lines, i)))
      g_ptr_array_add (self->table->title, g_ptr_array_ref (g_ptr_array_index (lines, i)));
}

static void
print_notes (const Frame *self)
{
  for (guint i = 0; i < self->layout->notes->len; i++)
    {
      GPtrArray *runs = render_line (self, g_ptr_array_index (self->layout->notes, i));

      g_ptr_array_add (self->table->notes, runs);
    }
}

/**
 * zp_doc_layout_print_frame: fills title, lines above and below, and notes of @table.
 */
void
zp_doc_layout_print_frame (const ZpDocScope *scope,
                           ZpEval *eval,
                           const ZpLayout *layout,
                           ZpDocTable *table)
{
  Frame frame = { .scope = scope, .eval = eval, .layout = layout, .table = table };

  print_title (&frame);
  print_beside (&frame, layout->above, table->above);
  print_beside (&frame, layout->below, table->below);
  print_notes (&frame);
}
