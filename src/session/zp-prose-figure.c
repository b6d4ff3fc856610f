/* SPDX-License-Identifier: GPL-3.0-or-later
 * One live figure of a passage: made, printed in other ways, told in words. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "session/zp-cell-facts.h"
#include "session/zp-prose.h"

/* With fewer places than the cell has. */
static const char *const rounder_renderings[] = { ".0", ".1" };

/**
 * zp_prose_make_live:
 * @source: a figure in its braces
 *
 * Returns: (transfer full) (nullable): the piece; %NULL when it means nothing in that passage
 */
ZpProsePiece *
zp_prose_make_live (ZpSession *session, const ZpPassage *passage, const char *source)
{
  g_autoptr (GPtrArray) pieces = zp_prose_parse_source (session, passage, source);
  const ZpProsePiece *only = pieces->len == 1 ? g_ptr_array_index (pieces, 0) : NULL;

  if (only == NULL || only->kind == ZP_PROSE_TEXT)
    return NULL;
  return zp_prose_piece_copy (only);
}

/**
 * zp_prose_make_figure:
 * @id: of a cell
 *
 * Returns: (transfer full) (nullable): its figure as a piece; %NULL for a cell in a row of a table,
 * which has no name that a text could keep
 */
ZpProsePiece *
zp_prose_make_figure (ZpSession *session, const ZpPassage *passage, const char *id)
{
  g_autofree char *source = NULL;

  g_return_val_if_fail (ZP_IS_SESSION (session) && passage != NULL && id != NULL, NULL);

  source = g_strdup_printf ("{%s}", id);
  return zp_prose_make_live (session, passage, source);
}

static gboolean
has_text (const GPtrArray *pieces, const char *text)
{
  for (guint i = 0; i < pieces->len; i++)
    if (strcmp (((const ZpProsePiece *) g_ptr_array_index (pieces, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_rendering (GPtrArray *pieces,
               ZpSession *session,
               const ZpPassage *passage,
               const char *placeholder,
               const char *rendering)
{
  g_autofree char *source = zp_phrase_change_rendering (placeholder, rendering);
  g_autoptr (ZpProsePiece) piece = zp_prose_make_live (session, passage, source);

  if (piece != NULL && !piece->is_open && !has_text (pieces, piece->text))
    g_ptr_array_add (pieces, g_steal_pointer (&piece));
}

/**
 * zp_prose_list_renderings:
 *
 * Returns: (transfer full): of #ZpProsePiece: the figure in all the ways it can be printed that
 * look different, the plain one first; empty for what is no figure of a cell, or not filled in
 */
GPtrArray *
zp_prose_list_renderings (ZpSession *session, const ZpPassage *passage, const ZpProsePiece *piece)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_prose_piece_free);
  const char *name;

  g_return_val_if_fail (ZP_IS_SESSION (session) && piece != NULL, pieces);

  if (piece->kind != ZP_PROSE_FIGURE || piece->is_open)
    return pieces;
  add_rendering (pieces, session, passage, piece->source, NULL);
  for (guint i = 0; (name = zp_phrase_get_rendering_name (i)) != NULL; i++)
    add_rendering (pieces, session, passage, piece->source, name);
  for (guint i = 0; i < G_N_ELEMENTS (rounder_renderings) && !piece->is_words; i++)
    add_rendering (pieces, session, passage, piece->source, rounder_renderings[i]);
  return pieces;
}

static gboolean
find_cell (ZpSession *session, const ZpProsePiece *piece, ZpCell *cell)
{
  return piece->id != NULL &&
         zp_report_find_cell (zp_session_get_report (session), piece->id, cell, NULL) &&
         cell->column >= 0;
}

/**
 * zp_prose_say:
 *
 * Returns: (transfer full): what a screen reader says of it: 数字，年初预算合计，2,886.58万元
 */
char *
zp_prose_say (ZpSession *session, const ZpProsePiece *piece)
{
  g_autofree char *name = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *said = NULL;
  ZpCell cell;

  g_return_val_if_fail (ZP_IS_SESSION (session) && piece != NULL, NULL);

  if (piece->kind == ZP_PROSE_TEXT)
    return g_strdup (piece->text);
  if (!find_cell (session, piece, &cell))
    return g_strdup_printf (_ ("live text, %s"), piece->text);
  name = zp_cell_facts_get_name (session, cell);
  said = g_strdup_printf (piece->is_words ? _ ("live text, %s, %s") : _ ("figure, %s, %s"), name,
                          piece->is_open ? _ ("not filled in") : piece->text);
  trouble = zp_prose_describe_trouble (session, piece);
  if (trouble == NULL)
    return g_steal_pointer (&said);
  return g_strdup_printf (_ ("%s, %s"), said, trouble);
}

/** zp_prose_describe_trouble: (transfer full) (nullable): what the checks say of its cell. */
char *
zp_prose_describe_trouble (ZpSession *session, const ZpProsePiece *piece)
{
  const ZpFinding *finding;
  ZpCell cell;

  g_return_val_if_fail (ZP_IS_SESSION (session) && piece != NULL, NULL);

  if (piece->state == ZP_CELL_STATE_CLEAN || !find_cell (session, piece, &cell))
    return NULL;
  finding = zp_finding_index_get_gravest (zp_session_get_index (session), cell);
  return finding != NULL ? g_strdup (finding->message) : NULL;
}
