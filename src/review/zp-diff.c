/* SPDX-License-Identifier: GPL-3.0-or-later
 * What differs between two versions of a report. */
#include "review/zp-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "review/zp-anchor.h"
#include "review/zp-content.h"
#include "review/zp-flat-private.h"
#include "review/zp-remark.h"
#include "review/zp-review-private.h"

static const struct
{
  const char *id;
  const char *label;
} kinds[] = {
  [ZP_DIFFERENCE_FIGURE] = { "figure", N_ ("figure") },
  [ZP_DIFFERENCE_ROW] = { "row", N_ ("row") },
  [ZP_DIFFERENCE_ORDER] = { "order", N_ ("order of rows") },
  [ZP_DIFFERENCE_TEXT] = { "text", N_ ("text") },
  [ZP_DIFFERENCE_NOTE] = { "note", N_ ("note") },
  [ZP_DIFFERENCE_REMARK] = { "remark", N_ ("remark") },
  [ZP_DIFFERENCE_STATE] = { "state", N_ ("state") },
  [ZP_DIFFERENCE_OTHER] = { "other", N_ ("other") },
};

/** zp_difference_get_kind_id: word of --json for a kind. */
const char *
zp_difference_get_kind_id (ZpDifferenceKind kind)
{
  return kinds[kind].id;
}

/** zp_difference_get_kind_label: the kind in words. */
const char *
zp_difference_get_kind_label (ZpDifferenceKind kind)
{
  return _ (kinds[kind].label);
}

/** zp_difference_free: frees a difference. */
void
zp_difference_free (ZpDifference *self)
{
  g_free (self->id);
  g_free (self->key);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
free_difference (gpointer data)
{
  zp_difference_free (data);
}

/** zp_difference_get_label: (transfer full): the place in words; @report: the second version. */
char *
zp_difference_get_label (const ZpDifference *self, ZpReport *report)
{
  g_autoptr (ZpRemark) remark = NULL;

  if (self->kind == ZP_DIFFERENCE_FIGURE || self->kind == ZP_DIFFERENCE_ROW ||
      self->kind == ZP_DIFFERENCE_ORDER || self->kind == ZP_DIFFERENCE_TEXT)
    return zp_anchor_get_label (report, self->key);
  if (self->kind != ZP_DIFFERENCE_REMARK)
    return g_strdup (self->id);
  remark = zp_remark_find (report, self->id);
  return remark != NULL ? zp_anchor_get_label (report, remark->anchor) : g_strdup (self->id);
}

/* Takes @id. */
static ZpDifference *
add (GPtrArray *differences, ZpDifferenceKind kind, char *id, const char *before, const char *after)
{
  ZpDifference *difference = g_new0 (ZpDifference, 1);

  difference->kind = kind;
  difference->id = id;
  difference->key = g_strdup (id);
  difference->before = g_strdup (before);
  difference->after = g_strdup (after);
  g_ptr_array_add (differences, difference);
  return difference;
}

/* What stands in a row that only one version has is told with the row. */
static gboolean
is_told_with_row (const ZpFlatItem *item, const ZpFlat *other)
{
  return item->row != NULL && zp_flat_find (other, item->row) == NULL;
}

static void
add_item (GPtrArray *differences, const ZpFlat *side, const ZpFlatItem *a, const ZpFlatItem *b)
{
  const ZpFlatItem *item = b != NULL ? b : a;
  ZpDifference *difference = add (differences, item->kind, zp_flat_get_id (side, item),
                                  a != NULL ? a->shown : NULL, b != NULL ? b->shown : NULL);

  g_free (difference->key);
  difference->key = g_strdup (item->key);
}

static void
compare_items (GPtrArray *differences, const ZpFlat *a, const ZpFlat *b)
{
  for (guint i = 0; i < a->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (a->items, i);
      const ZpFlatItem *other = zp_flat_find (b, item->key);

      if (is_told_with_row (item, b))
        continue;
      if (other == NULL)
        add_item (differences, a, item, NULL);
      else if (item->kind != ZP_DIFFERENCE_ROW && strcmp (item->value, other->value) != 0)
        add_item (differences, b, item, other);
    }
  for (guint i = 0; i < b->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (b->items, i);

      if (!is_told_with_row (item, a) && zp_flat_find (a, item->key) == NULL)
        add_item (differences, b, NULL, item);
    }
}

/* (transfer full): table → names of the rows that @other has as well, in their order. */
static GHashTable *
common_rows (const ZpFlat *self, const ZpFlat *other)
{
  GHashTable *orders = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->items->len; i++)
    {
      const ZpFlatItem *item = g_ptr_array_index (self->items, i);
      const char *before;

      if (item->kind != ZP_DIFFERENCE_ROW || zp_flat_find (other, item->key) == NULL)
        continue;
      before = g_hash_table_lookup (orders, item->table);
      g_hash_table_insert (orders, item->table,
                           before == NULL
                             ? g_strdup (strchr (item->key, '#'))
                             : g_strconcat (before, " ", strchr (item->key, '#'), NULL));
    }
  return orders;
}

static void
compare_orders (GPtrArray *differences, const ZpFlat *a, const ZpFlat *b)
{
  g_autoptr (GHashTable) first = common_rows (a, b);
  g_autoptr (GHashTable) second = common_rows (b, a);
  g_autoptr (GList) tables = g_list_sort (g_hash_table_get_keys (first), (GCompareFunc) strcmp);

  for (const GList *table = tables; table != NULL; table = table->next)
    {
      const char *before = g_hash_table_lookup (first, table->data);
      const char *after = g_hash_table_lookup (second, table->data);

      if (g_strcmp0 (before, after) != 0)
        add (differences, ZP_DIFFERENCE_ORDER, g_strdup (table->data), before, after);
    }
}

static int
compare_kinds (gconstpointer a, gconstpointer b)
{
  return (int) (*(const ZpDifference *const *) a)->kind -
         (int) (*(const ZpDifference *const *) b)->kind;
}

/**
 * zp_diff_contents:
 * @before @after: contents as zp_content_new() gives them
 *
 * Rows are held against each other by their lasting number, so a row that moved is no other row.
 *
 * Returns: (transfer full): of #ZpDifference, kind by kind
 */
GPtrArray *
zp_diff_contents (const char *before, const char *after)
{
  g_autoptr (ZpJsonDoc) first = zp_review_parse (before);
  g_autoptr (ZpJsonDoc) second = zp_review_parse (after);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (free_difference);
  g_autoptr (ZpFlat) a = NULL;
  g_autoptr (ZpFlat) b = NULL;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  a = zp_flat_new (zp_json_doc_get_root (first));
  b = zp_flat_new (zp_json_doc_get_root (second));
  compare_items (differences, a, b);
  compare_orders (differences, a, b);
  g_ptr_array_sort (differences, compare_kinds);
  return g_steal_pointer (&differences);
}

/* (transfer full) (nullable): what a person reads of a remark: it, and its thread. */
static char *
words_of_remark (ZpReport *report, const char *id)
{
  g_autoptr (ZpRemark) remark = zp_remark_find (report, id);
  g_autoptr (GString) words = NULL;

  if (remark == NULL)
    return NULL;
  words = g_string_new (NULL);
  g_string_append_printf (words, "%s: %s", remark->by, remark->text);
  for (guint i = 0; i < remark->thread->len; i++)
    {
      const ZpReply *reply = g_ptr_array_index (remark->thread, i);

      g_string_append_printf (words, "\n%s [%s]: %s", reply->by, zp_reply_get_id (reply->kind),
                              reply->text);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
compare_remark (GPtrArray *differences, ZpReport *a, ZpReport *b, const char *path)
{
  const char *id = path + strlen (ZP_REMARK_PATH);
  g_autofree char *before = words_of_remark (a, id);
  g_autofree char *after = words_of_remark (b, id);

  if (g_strcmp0 (zp_report_get_record (a, path), zp_report_get_record (b, path)) != 0)
    add (differences, ZP_DIFFERENCE_REMARK, g_strdup (id), before, after);
}

static void
compare_remarks (GPtrArray *differences, ZpReport *a, ZpReport *b)
{
  g_autoptr (GPtrArray) first = zp_report_list_records (a, ZP_REMARK_PATH);
  g_autoptr (GPtrArray) second = zp_report_list_records (b, ZP_REMARK_PATH);

  for (guint i = 0; i < first->len; i++)
    compare_remark (differences, a, b, g_ptr_array_index (first, i));
  for (guint i = 0; i < second->len; i++)
    if (zp_report_get_record (a, g_ptr_array_index (second, i)) == NULL)
      compare_remark (differences, a, b, g_ptr_array_index (second, i));
}

static void
compare_states (GPtrArray *differences, ZpReport *a, ZpReport *b)
{
  ZpReviewState before = zp_review_get_state (a);
  ZpReviewState after = zp_review_get_state (b);

  if (before != after)
    add (differences, ZP_DIFFERENCE_STATE, g_strdup ("state"), zp_review_state_get_id (before),
         zp_review_state_get_id (after));
}

/**
 * zp_diff_files:
 *
 * The contents of two reports, their remarks and where they stand. The history is not compared.
 *
 * Returns: (transfer full): of #ZpDifference; empty when they are the same
 */
GPtrArray *
zp_diff_files (const ZpReportFile *before, const ZpReportFile *after)
{
  g_autofree char *first = zp_content_new (before);
  g_autofree char *second = zp_content_new (after);
  GPtrArray *differences = zp_diff_contents (first, second);

  compare_remarks (differences, before->report, after->report);
  compare_states (differences, before->report, after->report);
  return differences;
}
