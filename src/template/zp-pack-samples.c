/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the samples of a pack. */
#include "template/zp-pack-loader-private.h"

static void
read_sample (ZpLoader *self, const ZpNode *node)
{
  const ZpNode *fill = zp_node_get (node, "fill");
  const ZpNode *expect = zp_node_get (node, "expect");
  ZpSample *sample = g_new0 (ZpSample, 1);

  sample->name = g_strdup (zp_node_get_text (node, "sample"));
  sample->file = g_strdup (node->file);
  sample->fill = fill != NULL ? fill->json : NULL;
  sample->expect = expect != NULL ? expect->json : NULL;
  g_ptr_array_add (self->pack->samples, sample);
}

/**
 * zp_loader_read_samples: reads the samples; what they hold is tried by whoever can fill reports.
 */
void
zp_loader_read_samples (ZpLoader *self)
{
  for (guint i = 0; i < self->layer->samples->len; i++)
    read_sample (self, self->layer->samples->pdata[i]);
}
