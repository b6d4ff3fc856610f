/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads a document as a proof-reader does: every heading, paragraph and cell. */
#include "document/zp-doc-proof.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/zp-proof-private.h"

static void
free_mark (gpointer data)
{
  ZpProofMark *mark = data;

  g_free (mark->passage);
  g_free (mark->excerpt);
  g_free (mark->found);
  g_free (mark->wanted);
  g_free (mark);
}

static void
add_run (ZpProofText *text, GString *whole, const ZpDocRun *run)
{
  gboolean typed = run->id == NULL;

  for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gsize offset = whole->len + (gsize) (at - run->text);

      g_array_append_val (text->characters, character);
      g_array_append_val (text->offsets, offset);
      g_array_append_val (text->typed, typed);
    }
  g_string_append (whole, run->text);
}

/* Where one run ends and the next begins, a year is put together by the pack. */
static void
part_runs (ZpProofText *text, const ZpDocRun *run)
{
  if (text->typed->len > 0 && run->id == NULL && g_ascii_isdigit (run->text[0]))
    g_array_index (text->typed, gboolean, text->typed->len - 1) = FALSE;
}

static void
read_runs (const GPtrArray *runs, gboolean is_prose, int year, GPtrArray *marks)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  ZpProofText text = { .is_prose = is_prose, .year = year, .marks = marks };
  gunichar end = 0;

  text.characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  text.offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  text.typed = g_array_new (FALSE, TRUE, sizeof (gboolean));
  for (guint i = 0; i < runs->len; i++)
    {
      part_runs (&text, g_ptr_array_index (runs, i));
      add_run (&text, whole, g_ptr_array_index (runs, i));
    }
  g_array_append_val (text.characters, end);
  g_array_append_val (text.offsets, whole->len);
  text.text = whole->str;
  zp_proof_read (&text);

  g_array_unref (text.characters);
  g_array_unref (text.offsets);
  g_array_unref (text.typed);
}

static void
read_table (const ZpDocTable *table, int year, GPtrArray *marks)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);
      guint first = marks->len;

      read_runs (cell->runs, FALSE, year, marks);
      for (guint k = first; k < marks->len; k++)
        {
          ((ZpProofMark *) g_ptr_array_index (marks, k))->row = cell->row;
          ((ZpProofMark *) g_ptr_array_index (marks, k))->column = cell->column;
        }
    }
}

static void
read_node (const ZpDocNode *node, guint number, int year, GPtrArray *marks)
{
  guint first = marks->len;

  if (node->kind == ZP_DOC_TABLE)
    read_table (node->table, year, marks);
  else
    read_runs (node->runs, node->kind == ZP_DOC_PARAGRAPH, year, marks);
  for (guint k = first; k < marks->len; k++)
    {
      ZpProofMark *mark = g_ptr_array_index (marks, k);

      mark->node = number;
      mark->passage = g_strdup (node->passage);
    }
}

/**
 * zp_doc_proof:
 *
 * Reads headings, paragraphs and cells by the rules for Chinese official texts (GB/T 15834, GB/T
 * 15835). Other years are looked for where the document says its own. What is marked may be right:
 * these are questions to the author, no errors.
 *
 * Returns: (transfer full): of #ZpProofMark, in reading order of the nodes
 */
GPtrArray *
zp_doc_proof (const ZpDoc *doc)
{
  GPtrArray *marks = NULL;

  g_return_val_if_fail (doc != NULL, NULL);

  marks = g_ptr_array_new_with_free_func (free_mark);
  for (guint i = 0; i < doc->nodes->len; i++)
    read_node (g_ptr_array_index (doc->nodes, i), i, doc->year, marks);

  return marks;
}

/**
 * zp_proof_mark_tell:
 *
 * Returns: (transfer full): what is marked and what is meant, translated
 */
char *
zp_proof_mark_tell (const ZpProofMark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case ZP_PROOF_GLYPH:
      return g_strdup_printf (_ ("“%1$s” is a traditional character; “%2$s” is meant"), self->found,
                              self->wanted);
    case ZP_PROOF_YEAR:
      return g_strdup_printf (_ ("“%s” is not the year of the report"), self->found);
    case ZP_PROOF_STOP:
      return g_strdup (_ ("the paragraph ends without a full stop"));
    case ZP_PROOF_DOUBLED:
      return g_strdup_printf (_ ("“%s” is one mark too many"), self->found);
    case ZP_PROOF_WORD:
      return g_strdup_printf (_ ("“%1$s” should be “%2$s”"), self->found, self->wanted);
    case ZP_PROOF_BRACKET:
      return g_strdup_printf (_ ("“%1$s”: the bracket is not closed by “%2$s”"), self->found,
                              self->wanted);
    case ZP_PROOF_SPACE:
      return g_strdup_printf (_ ("“%s”: no space stands between Chinese characters and figures"),
                              self->found);
    case ZP_PROOF_NARROW:
      return g_strdup_printf (_ ("“%1$s” is half-width; “%2$s” is meant"), self->found,
                              self->wanted);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The nearest heading above, which a reader finds the place by. */
static char *
find_heading (const ZpDoc *doc, guint node)
{
  for (guint i = node + 1; i-- > 0;)
    {
      const ZpDocNode *above = g_ptr_array_index (doc->nodes, i);

      if (above->kind == ZP_DOC_HEADING || above->kind == ZP_DOC_TITLE)
        return zp_doc_runs_to_text (above->runs);
      if (above->kind == ZP_DOC_BREAK && above->annex != NULL)
        return g_strdup (above->annex);
    }

  return g_strdup (doc->title != NULL ? doc->title : "");
}

/**
 * zp_proof_mark_locate:
 * @doc: what was read
 *
 * Returns: (transfer full): where it is, for a reader: the heading or annex it stands under, and
 * the passage or the cell of the table
 */
char *
zp_proof_mark_locate (const ZpProofMark *self, const ZpDoc *doc)
{
  g_autofree char *heading = NULL;

  g_return_val_if_fail (self != NULL && doc != NULL, NULL);

  heading = find_heading (doc, self->node);
  if (self->row >= 0)
    return g_strdup_printf (_ ("%1$s, row %2$d, column %3$d"), heading, self->row + 1,
                            self->column + 1);
  if (self->passage != NULL)
    return g_strdup_printf ("%s (%s)", heading, self->passage);
  return g_steal_pointer (&heading);
}

static const ZpDocCell *
find_cell (const ZpDocTable *table, int row, int column)
{
  for (guint i = 0; table != NULL && i < table->cells->len; i++)
    {
      const ZpDocCell *cell = g_ptr_array_index (table->cells, i);

      if (cell->row == row && cell->column == column)
        return cell;
    }

  return NULL;
}

/* The run that the mark begins in, or the next one that comes from somewhere. */
static const char *
find_id_in_runs (const GPtrArray *runs, gsize start)
{
  gsize end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const ZpDocRun *run = g_ptr_array_index (runs, i);

      end += strlen (run->text);
      if (end > start && run->id != NULL)
        return run->id;
    }

  return NULL;
}

/**
 * zp_proof_mark_find_id:
 * @doc: what was read
 *
 * Returns: (transfer none) (nullable): where it can be mended: the id of the passage or of the cell
 *   that the words come from; %NULL for words of the pack
 */
const char *
zp_proof_mark_find_id (const ZpProofMark *self, const ZpDoc *doc)
{
  const ZpDocNode *node = NULL;
  const ZpDocCell *cell = NULL;

  g_return_val_if_fail (self != NULL && doc != NULL, NULL);
  g_return_val_if_fail (self->node < doc->nodes->len, NULL);

  if (self->passage != NULL)
    return self->passage;
  node = g_ptr_array_index (doc->nodes, self->node);
  if (self->row < 0)
    return find_id_in_runs (node->runs, self->start);
  cell = find_cell (node->table, self->row, self->column);
  return cell != NULL ? find_id_in_runs (cell->runs, self->start) : NULL;
}
