/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): headings, paragraphs, and tables of rows
 * of cells. */
#include "export/zp-pdf-page-private.h"

/* What a head is the head of. */
typedef enum
{
  SCOPE_NONE,
  SCOPE_COLUMN,
  SCOPE_ROW,
} Scope;

/**
 * Tree:
 * @document: number of the object everything hangs below
 * @objects: of guint: number of the object of every part, in their order
 * @cells: of the table being written: (row, column) to the part, counted from 1
 */
typedef struct
{
  ZpPdfBook *book;
  guint document;
  GArray *objects;
  GHashTable *cells;
} Tree;

static const char *const tag_names[] = {
  [ZP_PAGE_TAG_ARTIFACT] = "P",   [ZP_PAGE_TAG_TITLE] = "H1",      [ZP_PAGE_TAG_HEADING_1] = "H1",
  [ZP_PAGE_TAG_HEADING_2] = "H2", [ZP_PAGE_TAG_HEADING_3] = "H3",  [ZP_PAGE_TAG_HEADING_4] = "H4",
  [ZP_PAGE_TAG_PARAGRAPH] = "P",  [ZP_PAGE_TAG_TABLE_HEAD] = "TH", [ZP_PAGE_TAG_TABLE_CELL] = "TD",
};

static const ZpPdfPart *
get_part (const Tree *self, guint i)
{
  return &g_array_index (self->book->parts, ZpPdfPart, i);
}

static gboolean
is_cell (const ZpPdfPart *part)
{
  return part->tag == ZP_PAGE_TAG_TABLE_HEAD || part->tag == ZP_PAGE_TAG_TABLE_CELL;
}

static void
append_pieces (const Tree *self, GString *out, const ZpPdfPart *part)
{
  g_string_append (out, "/K[");
  for (guint i = 0; part != NULL && i < part->pieces->len; i++)
    {
      const ZpPdfPiece *piece = &g_array_index (part->pieces, ZpPdfPiece, i);
      guint page = g_array_index (self->book->page_objects, guint, piece->page);

      g_string_append_printf (out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", page, piece->mark);
    }
  g_string_append_c (out, ']');
}

static guint
add_element (const Tree *self, GString *body)
{
  g_autofree char *text = NULL;

  g_string_append (body, ">>");
  text = g_string_free (body, FALSE);
  return zp_pdf_file_add (self->book->file, text);
}

static GString *
begin_element (const char *name, guint parent)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "<</Type/StructElem/S/%s/P %u 0 R", name, parent);
  return body;
}

static guint
write_paragraph (const Tree *self, const ZpPdfPart *part)
{
  GString *body = begin_element (tag_names[part->tag], self->document);

  append_pieces (self, body, part);
  return add_element (self, body);
}

/* ISO 32000-1, 14.8.5.7: attributes of cells; those at their usual value are left out. */
static void
append_attributes (GString *out, const ZpDocCell *cell, Scope scope)
{
  static const char *const scopes[] = { [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row" };

  if (scope == SCOPE_NONE && cell->rows == 1 && cell->columns == 1)
    return;

  g_string_append (out, "/A<</O/Table");
  if (scope != SCOPE_NONE)
    g_string_append_printf (out, "/Scope/%s", scopes[scope]);
  if (cell->rows > 1)
    g_string_append_printf (out, "/RowSpan %d", cell->rows);
  if (cell->columns > 1)
    g_string_append_printf (out, "/ColSpan %d", cell->columns);
  g_string_append (out, ">>");
}

static Scope
get_scope (const ZpDocTable *table, const ZpDocCell *cell)
{
  if (cell->row < table->n_head)
    return SCOPE_COLUMN;

  return cell->head ? SCOPE_ROW : SCOPE_NONE;
}

static gpointer
make_key (int row, int column)
{
  return GUINT_TO_POINTER ((guint) row << 16 | (guint) column);
}

/* A cell without text is an element without content, so that columns are counted right. */
static guint
write_cell (const Tree *self, const ZpDocTable *table, const ZpDocCell *cell, guint row_object)
{
  guint i =
    GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, make_key (cell->row, cell->column)));
  Scope scope = get_scope (table, cell);
  GString *body = begin_element (scope != SCOPE_NONE ? "TH" : "TD", row_object);
  guint object = 0;

  append_attributes (body, cell, scope);
  append_pieces (self, body, i > 0 ? get_part (self, i - 1) : NULL);
  object = add_element (self, body);
  if (i > 0)
    g_array_index (self->objects, guint, i - 1) = object;
  return object;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const ZpDocCell *first = *(const ZpDocCell *const *) a;
  const ZpDocCell *second = *(const ZpDocCell *const *) b;

  return first->row != second->row ? first->row - second->row : first->column - second->column;
}

/* Writes the cells that begin in one row of the table, from the cell @i on; @i goes behind them. */
static guint
write_row (const Tree *self, const ZpDocTable *table, const GPtrArray *cells, guint *i, guint above)
{
  int row = ((const ZpDocCell *) g_ptr_array_index (cells, *i))->row;
  guint object = zp_pdf_file_reserve (self->book->file);
  GString *body = begin_element ("TR", above);
  g_autofree char *text = NULL;

  g_string_append (body, "/K[");
  for (; *i < cells->len; (*i)++)
    {
      const ZpDocCell *cell = g_ptr_array_index (cells, *i);

      if (cell->row != row)
        break;
      g_string_append_printf (body, "%u 0 R ", write_cell (self, table, cell, object));
    }
  g_string_append (body, "]>>");
  text = g_string_free (body, FALSE);
  zp_pdf_file_set (self->book->file, object, text);
  return object;
}

/* Finds the parts that are cells of a table, from its first one on. */
static void
collect_cells (const Tree *self, guint first)
{
  guint node = get_part (self, first)->node;

  g_hash_table_remove_all (self->cells);
  for (guint i = first; i < self->book->parts->len && get_part (self, i)->node == node; i++)
    {
      const ZpPdfPart *part = get_part (self, i);

      if (is_cell (part))
        g_hash_table_insert (self->cells, make_key (part->row, part->column),
                             GUINT_TO_POINTER (i + 1));
    }
}

static guint
write_table (const Tree *self, guint first)
{
  const ZpDocNode *node = g_ptr_array_index (self->book->doc->nodes, get_part (self, first)->node);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint object = zp_pdf_file_reserve (self->book->file);
  GString *body = begin_element ("Table", self->document);
  g_autofree char *text = NULL;

  collect_cells (self, first);
  g_ptr_array_extend (cells, node->table->cells, NULL, NULL);
  g_ptr_array_sort (cells, compare_cells);
  g_string_append (body, "/K[");
  for (guint i = 0; i < cells->len;)
    g_string_append_printf (body, "%u 0 R ", write_row (self, node->table, cells, &i, object));
  g_string_append (body, "]>>");
  text = g_string_free (body, FALSE);
  zp_pdf_file_set (self->book->file, object, text);
  return object;
}

/* Hangs everything below the document in reading order; a table stands where its first cell does.
 */
static void
write_parts (const Tree *self, GString *kids)
{
  for (guint i = 0; i < self->book->parts->len; i++)
    {
      guint *object = &g_array_index (self->objects, guint, i);

      if (*object > 0)
        continue;
      if (is_cell (get_part (self, i)))
        g_string_append_printf (kids, "%u 0 R ", write_table (self, i));
      else
        {
          *object = write_paragraph (self, get_part (self, i));
          g_string_append_printf (kids, "%u 0 R ", *object);
        }
    }
}

static void
note_parent (GPtrArray *pages, const ZpPdfPiece *piece, guint object)
{
  GArray *marks = g_ptr_array_index (pages, piece->page);

  if (marks->len <= piece->mark)
    g_array_set_size (marks, piece->mark + 1);
  g_array_index (marks, guint, piece->mark) = object;
}

/* For every page the elements its pieces belong to, by their marks. */
static GPtrArray *
collect_parents (const Tree *self)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->book->page_objects->len; i++)
    g_ptr_array_add (pages, g_array_new (FALSE, TRUE, sizeof (guint)));
  for (guint i = 0; i < self->book->parts->len; i++)
    {
      const GArray *pieces = get_part (self, i)->pieces;

      for (guint k = 0; k < pieces->len; k++)
        note_parent (pages, &g_array_index (pieces, ZpPdfPiece, k),
                     g_array_index (self->objects, guint, i));
    }

  return pages;
}

static guint
write_parents (const Tree *self)
{
  g_autoptr (GPtrArray) pages = collect_parents (self);
  GString *body = g_string_new ("<</Nums[");
  g_autofree char *text = NULL;

  for (guint i = 0; i < pages->len; i++)
    {
      const GArray *marks = g_ptr_array_index (pages, i);

      g_string_append_printf (body, "%u[", i);
      for (guint k = 0; k < marks->len; k++)
        g_string_append_printf (body, "%u 0 R ", g_array_index (marks, guint, k));
      g_string_append_c (body, ']');
    }
  g_string_append (body, "]>>");
  text = g_string_free (body, FALSE);
  return zp_pdf_file_add (self->book->file, text);
}

/**
 * zp_pdf_structure_write:
 *
 * Writes the tree, when all pages are drawn.
 *
 * Returns: number of the root of the tree
 */
guint
zp_pdf_structure_write (ZpPdfBook *self)
{
  guint root = zp_pdf_file_reserve (self->file);
  g_autoptr (GArray) objects = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GHashTable) cells = g_hash_table_new (NULL, NULL);
  Tree tree = { self, zp_pdf_file_reserve (self->file), objects, cells };
  g_autoptr (GString) kids = g_string_new (NULL);
  g_autofree char *document_body = NULL;
  g_autofree char *root_body = NULL;

  g_array_set_size (objects, self->parts->len);
  write_parts (&tree, kids);
  document_body =
    g_strdup_printf ("<</Type/StructElem/S/Document/P %u 0 R/K[%s]>>", root, kids->str);
  root_body = g_strdup_printf ("<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R>>", tree.document,
                               write_parents (&tree));
  zp_pdf_file_set (self->file, tree.document, document_body);
  zp_pdf_file_set (self->file, root, root_body);
  return root;
}
