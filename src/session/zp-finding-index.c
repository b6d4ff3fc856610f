/* SPDX-License-Identifier: GPL-3.0-or-later
 * From a cell to the findings that name it, and to the gravest thing that is wrong with it. */
#include "session/zp-finding-index.h"

/* What is known of one cell. */
typedef struct
{
  ZpCell cell;
  ZpCellState state;
  const ZpFinding *gravest;
  GPtrArray *findings;
} Entry;

/** ZpFindingIndex: borrowed findings by cell and by passage. */
struct _ZpFindingIndex
{
  GHashTable *cells;    /* of Entry by its cell */
  GHashTable *passages; /* of GPtrArray of ZpFinding by id */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->findings);
  g_free (entry);
}

static Entry *
entry_for (ZpFindingIndex *self, ZpCell cell)
{
  Entry *entry = g_hash_table_lookup (self->cells, &cell);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->cell = cell;
  entry->findings = g_ptr_array_new ();
  g_hash_table_insert (self->cells, &entry->cell, entry);
  return entry;
}

/**
 * zp_finding_get_hint:
 *
 * Returns: (nullable): the best hint of @finding
 */
const ZpHint *
zp_finding_get_hint (const ZpFinding *finding)
{
  if (finding->hints == NULL || finding->hints->len == 0)
    return NULL;
  return g_ptr_array_index (finding->hints, 0);
}

/**
 * zp_finding_get_first:
 * @cell: (out): what @finding names first
 *
 * Returns: FALSE when that is no cell
 */
gboolean
zp_finding_get_first (const ZpFinding *finding, ZpCell *cell)
{
  if (finding->places->len == 0)
    return FALSE;
  *cell = g_array_index (finding->places, ZpCell, 0);
  return cell->block >= 0;
}

/**
 * zp_finding_get_culprit:
 * @cell: (out): the figure that is probably wrong: that of the best hint, else of the guilty side
 *
 * Returns: FALSE when the finding is about no cell
 */
gboolean
zp_finding_get_culprit (const ZpFinding *finding, ZpCell *cell)
{
  const ZpHint *hint = zp_finding_get_hint (finding);

  if (hint == NULL)
    return zp_finding_get_first (finding, cell);
  *cell = hint->cell;
  return TRUE;
}

static ZpCellState
state_of_culprit (const ZpFinding *finding)
{
  switch (finding->severity)
    {
    case ZP_SEVERITY_ERROR:
      return ZP_CELL_STATE_ERROR;
    case ZP_SEVERITY_WARNING:
      return finding->note_valid ? ZP_CELL_STATE_EXPLAINED : ZP_CELL_STATE_WARNING;
    case ZP_SEVERITY_ROUNDING:
      return ZP_CELL_STATE_ROUNDING;
    case ZP_SEVERITY_INFO:
    default:
      return ZP_CELL_STATE_CLEAN;
    }
}

static void
add_cell (ZpFindingIndex *self, ZpCell cell, const ZpFinding *finding, ZpCellState state)
{
  Entry *entry = entry_for (self, cell);

  if (!g_ptr_array_find (entry->findings, finding, NULL))
    g_ptr_array_add (entry->findings, (gpointer) finding);
  if (entry->gravest != NULL && state <= entry->state)
    return;
  entry->state = state;
  entry->gravest = finding;
}

/* A cell that a failing comparison begins with, while the slip is in another one. */
static ZpCellState
state_of_side (const ZpFinding *finding, guint place)
{
  if (place == 0 && finding->severity == ZP_SEVERITY_ERROR)
    return ZP_CELL_STATE_AFFECTED;
  return ZP_CELL_STATE_CLEAN;
}

static void
add_passage (ZpFindingIndex *self, const char *id, const ZpFinding *finding)
{
  GPtrArray *findings = g_hash_table_lookup (self->passages, id);

  if (findings == NULL)
    {
      findings = g_ptr_array_new ();
      g_hash_table_insert (self->passages, g_strdup (id), findings);
    }
  g_ptr_array_add (findings, (gpointer) finding);
}

static void
add_finding (ZpFindingIndex *self, const ZpFinding *finding)
{
  ZpCell culprit;
  gboolean has_culprit = zp_finding_get_culprit (finding, &culprit);

  if (has_culprit)
    add_cell (self, culprit, finding, state_of_culprit (finding));
  for (guint i = 0; i < finding->places->len; i++)
    {
      ZpCell cell = g_array_index (finding->places, ZpCell, i);

      if (g_str_has_prefix (finding->cells[i], "text."))
        add_passage (self, finding->cells[i], finding);
      else if (cell.block >= 0 && !(has_culprit && zp_cell_equal (cell, culprit)))
        add_cell (self, cell, finding, state_of_side (finding, i));
    }
}

/**
 * zp_finding_index_new:
 * @findings: of #ZpFinding; borrowed for as long as the index lives
 *
 * Returns: (transfer full): free with zp_finding_index_free()
 */
ZpFindingIndex *
zp_finding_index_new (const GPtrArray *findings)
{
  ZpFindingIndex *self = g_new0 (ZpFindingIndex, 1);

  self->cells = g_hash_table_new_full (zp_cell_hash_key, zp_cell_equal_key, NULL, entry_free);
  self->passages =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, g_ptr_array_index (findings, i));
  return self;
}

/** zp_finding_index_free: frees @self, not the findings. */
void
zp_finding_index_free (ZpFindingIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->passages);
  g_free (self);
}

static const Entry *
find_entry (const ZpFindingIndex *self, ZpCell cell)
{
  return g_hash_table_lookup (self->cells, &cell);
}

/** zp_finding_index_get_state: the gravest thing that a cell shows. */
ZpCellState
zp_finding_index_get_state (const ZpFindingIndex *self, ZpCell cell)
{
  const Entry *entry = find_entry (self, cell);

  return entry != NULL ? entry->state : ZP_CELL_STATE_CLEAN;
}

static gboolean
is_cell (const ZpExpr *side, ZpCell cell, const ZpFinding *finding)
{
  ZpCell at;

  if (side == NULL || side->kind != ZP_EXPR_REF ||
      (side->ref != ZP_REF_CELL && side->ref != ZP_REF_ROW))
    return FALSE;
  at = side->cell;
  if (side->ref == ZP_REF_ROW)
    at.row = finding->row;
  return zp_cell_equal (at, cell);
}

/** zp_finding_is_left: whether @finding holds this very cell against something else. */
gboolean
zp_finding_is_left (const ZpFinding *finding, ZpCell cell)
{
  return is_cell (finding->check->left, cell, finding);
}

/** zp_finding_is_right: whether @finding holds something else against this very cell. */
gboolean
zp_finding_is_right (const ZpFinding *finding, ZpCell cell)
{
  return is_cell (finding->check->right, cell, finding);
}

static gboolean
is_as_grave (const ZpFinding *a, const ZpFinding *b)
{
  return a->severity == b->severity && a->note_valid == b->note_valid;
}

/**
 * zp_finding_index_get_gravest:
 *
 * Returns: (nullable): the finding that tells most of the state of a cell: of several as grave as
 * each other the one that is about this very figure
 */
const ZpFinding *
zp_finding_index_get_gravest (const ZpFindingIndex *self, ZpCell cell)
{
  const Entry *entry = find_entry (self, cell);

  if (entry == NULL || entry->state == ZP_CELL_STATE_CLEAN)
    return NULL;
  for (guint i = 0; i < entry->findings->len; i++)
    {
      const ZpFinding *finding = g_ptr_array_index (entry->findings, i);

      if (is_as_grave (finding, entry->gravest) &&
          (zp_finding_is_left (finding, cell) || zp_finding_is_right (finding, cell)))
        return finding;
    }
  return entry->gravest;
}

/** zp_finding_index_get_findings: (nullable): of #ZpFinding: all that name a cell. */
const GPtrArray *
zp_finding_index_get_findings (const ZpFindingIndex *self, ZpCell cell)
{
  const Entry *entry = find_entry (self, cell);

  return entry != NULL ? entry->findings : NULL;
}

/** zp_finding_index_get_passage: (nullable): of #ZpFinding: all that name a passage. */
const GPtrArray *
zp_finding_index_get_passage (const ZpFindingIndex *self, const char *passage)
{
  return g_hash_table_lookup (self->passages, passage);
}
