/* SPDX-License-Identifier: GPL-3.0-or-later
 * A phrase printed for one report: branches taken, loops run, punctuation joined. */
#include "expr/zp-phrase-private.h"

#include <string.h>

/**
 * Sink:
 * @runs: what is printed so far, but for @plain
 * @plain: plain text at the end, not yet a run
 * @printed: bytes of text in all
 * @joint: something that gave nothing stands at the end: two punctuation marks may meet here
 * @leading: the same at the beginning, for whoever puts this behind something else
 */
typedef struct
{
  GPtrArray *runs;
  GString *plain;
  gsize printed;
  gboolean joint;
  gboolean leading;
} Sink;

typedef struct
{
  const char *source;
  ZpEval *eval;
  const ZpPhraseStyle *style;
} Printer;

static void print_pieces (const Printer *self, GPtrArray *pieces, Sink *sink);

/* clang-format off */
static const char *const dropped_marks[] = { "，", "、", "；" };
static const char *const kept_marks[] = { "。", "；", "：", "，" };
/* clang-format on */

/**
 * zp_phrase_run_free: frees a run. %NULL is let through.
 */
void
zp_phrase_run_free (ZpPhraseRun *run)
{
  if (run == NULL)
    return;

  g_free (run->text);
  g_free (run->source);
  g_free (run);
}

static void
sink_init (Sink *self)
{
  *self = (Sink){ 0 };
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_phrase_run_free);
  self->plain = g_string_new (NULL);
}

static void
sink_clear (Sink *self)
{
  g_ptr_array_unref (self->runs);
  g_string_free (self->plain, TRUE);
}

/* The plain text at the end becomes a run. */
static void
flush_plain (Sink *self)
{
  ZpPhraseRun *run;

  if (self->plain->len == 0)
    return;

  run = g_new0 (ZpPhraseRun, 1);
  run->text = g_strdup (self->plain->str);
  g_string_truncate (self->plain, 0);
  g_ptr_array_add (self->runs, run);
}

/* Where something gave nothing, ，、； goes before 。；： and before another ，. */
static void
join (Sink *self, const char *next)
{
  gboolean meets = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kept_marks); i++)
    meets |= g_str_has_prefix (next, kept_marks[i]);

  for (guint i = 0; meets && i < G_N_ELEMENTS (dropped_marks); i++)
    if (g_str_has_suffix (self->plain->str, dropped_marks[i]))
      {
        g_string_truncate (self->plain, self->plain->len - strlen (dropped_marks[i]));
        return;
      }
}

static void
before_text (Sink *self, const char *text)
{
  if (*text == '\0')
    return;

  if (self->printed == 0)
    self->leading = self->joint;
  else if (self->joint)
    join (self, text);

  self->joint = FALSE;
  self->printed += strlen (text);
}

static void
print_literal (Sink *self, const char *text)
{
  before_text (self, text);
  g_string_append (self->plain, text);
}

/* Takes the run. */
static void
print_run (Sink *self, ZpPhraseRun *run)
{
  if (!run->has_cell && !run->open && run->source == NULL)
    {
      print_literal (self, run->text);
      zp_phrase_run_free (run);
      return;
    }

  before_text (self, run->text);
  flush_plain (self);
  g_ptr_array_add (self->runs, run);
}

/* Puts what another sink took behind this one, and leaves the other empty. */
static void
print_sink (Sink *self, Sink *other)
{
  GPtrArray *runs = other->runs;

  self->joint |= other->leading;
  flush_plain (other);
  for (guint i = 0; i < runs->len; i++)
    print_run (self, g_steal_pointer (&g_ptr_array_index (runs, i)));

  g_ptr_array_set_size (runs, 0);
  self->joint |= other->joint;
}

static const ZpBranch *
choose_branch (const ZpPiece *piece, ZpEval *eval)
{
  for (guint i = 0; i < piece->branches->len; i++)
    {
      const ZpBranch *branch = g_ptr_array_index (piece->branches, i);

      if (branch->formula == NULL || zp_expr_is_true (branch->formula, eval))
        return branch;
    }

  return NULL;
}

static gboolean
is_visited (const ZpBranch *body, ZpEval *eval, int row)
{
  int outer = eval->visit_row;
  gboolean visited = TRUE;

  if (body->formula == NULL)
    return TRUE;

  eval->visit_row = row;
  visited = zp_expr_is_true (body->formula, eval);
  eval->visit_row = outer;

  return visited;
}

static void
print_row (const Printer *self, const ZpPiece *loop, int row, int number, GArray *items)
{
  const ZpBranch *body = g_ptr_array_index (loop->branches, 0);
  Sink item;

  sink_init (&item);
  zp_eval_push_row (self->eval, loop->block, row, number);
  print_pieces (self, body->pieces, &item);
  zp_eval_pop_row (self->eval);

  if (item.printed > 0)
    g_array_append_val (items, item);
  else
    sink_clear (&item);
}

static const char *
get_separator (const ZpPiece *loop, guint i, guint n_items)
{
  if (i == 0)
    return NULL;

  return i == n_items - 1 && loop->last != NULL ? loop->last : loop->sep;
}

static void
print_items (const ZpPiece *loop, GArray *items, Sink *sink)
{
  for (guint i = 0; i < items->len; i++)
    {
      const char *separator = get_separator (loop, i, items->len);

      if (separator != NULL)
        print_literal (sink, separator);
      print_sink (sink, &g_array_index (items, Sink, i));
    }
}

/* Items that print nothing get no separators; they count in @# all the same. */
static void
print_loop (const Printer *self, const ZpPiece *loop, Sink *sink)
{
  const ZpBranch *body = g_ptr_array_index (loop->branches, 0);
  int n_rows = self->eval->scope->count_rows (self->eval->scope, loop->block);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Sink));
  int number = 0;

  g_array_set_clear_func (items, (GDestroyNotify) sink_clear);
  for (int row = 0; row < n_rows; row++)
    if (is_visited (body, self->eval, row))
      print_row (self, loop, row, ++number, items);
  print_items (loop, items, sink);

  if (number == 0 && loop->branches->len > 1)
    print_pieces (self, ((ZpBranch *) g_ptr_array_index (loop->branches, 1))->pieces, sink);
}

static char *
get_source (const Printer *self, const ZpPiece *piece)
{
  return g_strndup (self->source + piece->start, piece->length);
}

static char *
join_runs (const GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((ZpPhraseRun *) g_ptr_array_index (runs, i))->text);
  return g_string_free (text, FALSE);
}

/* The rows of a loop have no names of their own, so that it stays whole. */
static void
print_live_loop (const Printer *self, const ZpPiece *loop, Sink *sink)
{
  ZpPhraseStyle style = *self->style;
  Printer inner = { .source = self->source, .eval = self->eval, .style = &style };
  ZpPhraseRun *run = NULL;
  Sink printed;

  style.live = FALSE;
  sink_init (&printed);
  print_loop (&inner, loop, &printed);
  flush_plain (&printed);
  sink->joint |= printed.leading;
  if (printed.printed > 0)
    {
      run = g_new0 (ZpPhraseRun, 1);
      run->text = join_runs (printed.runs);
      run->source = get_source (self, loop);
      print_run (sink, run);
    }
  sink->joint |= printed.joint;
  sink_clear (&printed);
}

static void
print_figure (const Printer *self, const ZpPiece *piece, Sink *sink)
{
  ZpPhraseRun *run = zp_piece_show (piece, self->eval, self->style);

  if (self->style->live)
    run->source = get_source (self, piece);
  print_run (sink, run);
}

static void
print_condition (const Printer *self, const ZpPiece *piece, Sink *sink)
{
  const ZpBranch *branch = choose_branch (piece, self->eval);

  if (branch != NULL)
    print_pieces (self, branch->pieces, sink);
}

static void
print_group (const Printer *self, const ZpPiece *piece, Sink *sink)
{
  gsize printed = sink->printed;

  if (piece->kind == ZP_PIECE_LOOP && self->style->live)
    print_live_loop (self, piece, sink);
  else if (piece->kind == ZP_PIECE_LOOP)
    print_loop (self, piece, sink);
  else
    print_condition (self, piece, sink);

  sink->joint |= sink->printed == printed;
}

static void
print_pieces (const Printer *self, GPtrArray *pieces, Sink *sink)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const ZpPiece *piece = g_ptr_array_index (pieces, i);

      if (piece->kind == ZP_PIECE_LITERAL)
        print_literal (sink, piece->text);
      else if (piece->kind == ZP_PIECE_FIGURE)
        print_figure (self, piece, sink);
      else
        print_group (self, piece, sink);
    }
}

/**
 * zp_phrase_render:
 * @self: a bound phrase
 * @eval: the report and the current rows; as it was when this returns
 * @style: how figures print
 *
 * Prints it: figures in their unit, only the branch of a condition that holds, a loop once per row.
 * Where a condition or loop gave nothing, ，、； before 。；： or another ， is dropped.
 *
 * Returns: (transfer full): array of #ZpPhraseRun in order; neighbouring plain texts are one run.
 *   Empty for a phrase that gives nothing
 */
GPtrArray *
zp_phrase_render (const ZpPhrase *self, ZpEval *eval, const ZpPhraseStyle *style)
{
  Printer printer = { .source = self->source, .eval = eval, .style = style };
  GPtrArray *runs;
  Sink sink;

  g_return_val_if_fail (self != NULL && eval != NULL && style != NULL, NULL);

  sink_init (&sink);
  print_pieces (&printer, self->pieces, &sink);
  flush_plain (&sink);
  runs = g_ptr_array_ref (sink.runs);
  sink_clear (&sink);

  return runs;
}

/**
 * zp_phrase_render_text: as zp_phrase_render(), as one text.
 *
 * Returns: (transfer full): the text
 */
char *
zp_phrase_render_text (const ZpPhrase *self, ZpEval *eval, const ZpPhraseStyle *style)
{
  g_autoptr (GPtrArray) runs = zp_phrase_render (self, eval, style);

  g_return_val_if_fail (runs != NULL, NULL);

  return join_runs (runs);
}
