/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the samples of a pack, when somebody asks for them. */
#include "template/zp-pack-layer-private.h"
#include "template/zp-pack-store.h"

/**
 * zp_sample_free: frees a sample; %NULL is let through.
 */
void
zp_sample_free (ZpSample *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->file);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

static ZpSample *
sample_new (const ZpNode *node, GPtrArray *documents)
{
  const ZpNode *fill = zp_node_get (node, "fill");
  const ZpNode *expect = zp_node_get (node, "expect");
  ZpSample *sample = g_new0 (ZpSample, 1);

  sample->name = g_strdup (zp_node_get_text (node, "sample"));
  sample->file = g_strdup (node->file);
  sample->fill = fill != NULL ? fill->json : NULL;
  sample->expect = expect != NULL ? expect->json : NULL;
  sample->documents = g_ptr_array_ref (documents);

  return sample;
}

/**
 * zp_pack_read_samples:
 * @problems: (nullable) (element-type ZpProblem): where what is wrong with them is added
 *
 * Reads the samples of a pack from where the pack was read. What they hold is tried by whoever can
 * fill reports.
 *
 * Returns: (transfer full) (nullable) (element-type ZpSample): in the order of their files, empty
 * when the pack has none; %NULL when there is an error in one
 */
GPtrArray *
zp_pack_read_samples (const ZpPack *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) own = zp_problems_new ();
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) zp_json_doc_free);
  const ZpLayerReader reader = { { own, NULL }, documents, NULL };
  g_autoptr (GPtrArray) nodes = NULL;
  GPtrArray *samples;
  gboolean is_good;

  g_return_val_if_fail (self != NULL, NULL);

  nodes = zp_layer_read_samples (&reader, self->folder);
  zp_problems_finish (own);
  is_good = nodes != NULL && zp_problems_count_errors (own) == 0;
  while (problems != NULL && own->len > 0)
    g_ptr_array_add (problems, g_ptr_array_steal_index (own, 0));
  if (!is_good)
    return NULL;

  samples = g_ptr_array_new_with_free_func ((GDestroyNotify) zp_sample_free);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (samples, sample_new (nodes->pdata[i], documents));

  return samples;
}
