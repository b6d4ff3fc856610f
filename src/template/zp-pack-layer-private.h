/* SPDX-License-Identifier: GPL-3.0-or-later
 * One pack as it was read, and with its parents below it. */
#pragma once

#include "template/zp-pack-folder-private.h"
#include "template/zp-pack-merge-private.h"

G_BEGIN_DECLS

/**
 * ZpLayer:
 * @pack: the object of pack.json
 * @settings: of it what children take over: money, print, submit, basis
 * @content: data.json, checks.json, document.json and layouts.json together
 * @samples: of #ZpNode: the objects of the samples, of this pack only; %NULL while nobody read them
 */
typedef struct
{
  ZpNode *pack;
  ZpNode *settings;
  ZpNode *content;
  GPtrArray *samples;
} ZpLayer;

/**
 * ZpLayerReader:
 * @merge: where faults and dropped ids go
 * @documents: of #ZpJsonDoc: keeps what the nodes point into
 * @meaning: every file but the samples goes into it: what gives a report its meaning
 */
typedef struct
{
  ZpMerge merge;
  GPtrArray *documents;
  GByteArray *meaning;
} ZpLayerReader;

/** Finds the folder of a pack, or gives %NULL (transfer full). */
typedef ZpPackFolder *(*ZpFindFolder) (const char *id, int version, gpointer user_data);

ZpLayer *zp_layer_read (const ZpLayerReader *self, const ZpPackFolder *folder);
ZpLayer *zp_layer_read_chain (const ZpLayerReader *self,
                              const ZpPackFolder *folder,
                              ZpFindFolder find,
                              gpointer user_data);
GPtrArray *zp_layer_read_samples (const ZpLayerReader *self, const ZpPackFolder *folder);
void zp_layer_free (ZpLayer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpLayer, zp_layer_free)

G_END_DECLS
