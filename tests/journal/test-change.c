/* SPDX-License-Identifier: GPL-3.0-or-later
 * Batches of changes, and the batches that take them back. */
#include "journal/zp-change.h"

/* Shows a batch as one line, so that rows of the table can be compared. */
static char *
show (const ZpBatch *batch)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < batch->changes->len; i++)
    {
      const ZpChange *change = g_ptr_array_index (batch->changes, i);

      g_string_append_printf (text, "%s%c %s", i > 0 ? "; " : "", "=+-~"[change->kind],
                              change -> path);
      if (change->kind == ZP_CHANGE_SET)
        g_string_append_printf (text, " %s>%s", change->before != NULL ? change->before : "",
                                change->after != NULL ? change->after : "");
      else
        g_string_append_printf (text, " %d>%d #%u", change->from, change->to, change->uid);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_set (ZpBatch *batch)
{
  zp_batch_set (batch, "a", "1", "2");
}

static void
fill_first_value (ZpBatch *batch)
{
  zp_batch_set (batch, "a", NULL, "2");
}

static void
fill_insert (ZpBatch *batch)
{
  zp_batch_insert (batch, "t", 3, 7);
}

static void
fill_remove (ZpBatch *batch)
{
  zp_batch_remove (batch, "t", 3, 7);
}

static void
fill_move (ZpBatch *batch)
{
  zp_batch_move (batch, "t", 1, 4);
}

static void
fill_several (ZpBatch *batch)
{
  zp_batch_insert (batch, "t", 0, 9);
  zp_batch_set (batch, "t[0].a", NULL, "甲");
  zp_batch_move (batch, "t", 0, 1);
}

static void
fill_nothing (ZpBatch *batch)
{
}

typedef struct
{
  const char *name;
  void (*fill) (ZpBatch *batch);
  const char *done;
  const char *inverse;
} InvertRow;

static const InvertRow invert_rows[] = {
  { "set", fill_set, "= a 1>2", "= a 2>1" },
  { "first-value", fill_first_value, "= a >2", "= a 2>" },
  { "insert", fill_insert, "+ t 0>3 #7", "- t 3>0 #7" },
  { "remove", fill_remove, "- t 3>0 #7", "+ t 0>3 #7" },
  { "move", fill_move, "~ t 1>4 #0", "~ t 4>1 #0" },
  { "several", fill_several, "+ t 0>0 #9; = t[0].a >甲; ~ t 0>1 #0",
    "~ t 1>0 #0; = t[0].a 甲>; - t 0>0 #9" },
  { "nothing", fill_nothing, "", "" },
};

static void
test_invert (gconstpointer data)
{
  const InvertRow *row = data;
  g_autoptr (ZpBatch) batch = zp_batch_new ("Paste", "李", 1234567);
  g_autoptr (ZpBatch) inverse = NULL;
  g_autoptr (ZpBatch) again = NULL;
  g_autofree char *done = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  row->fill (batch);
  inverse = zp_batch_invert (batch);
  again = zp_batch_invert (inverse);
  done = show (batch);
  undone = show (inverse);
  redone = show (again);

  g_assert_cmpstr (done, ==, row->done);
  g_assert_cmpstr (undone, ==, row->inverse);
  g_assert_cmpstr (redone, ==, row->done);
  g_assert_cmpstr (inverse->label, ==, "Paste");
  g_assert_cmpstr (inverse->author, ==, "李");
  g_assert_cmpint (inverse->time, ==, 1234567);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (invert_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/change/invert/", invert_rows[i].name, NULL);

      g_test_add_data_func (path, &invert_rows[i], test_invert);
    }
  return g_test_run ();
}
