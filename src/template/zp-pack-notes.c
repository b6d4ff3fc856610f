/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whether the notes printed in the report belong to checks that there are. */
#include "template/zp-pack-loader-private.h"

#include <glib/gi18n-lib.h>

#include "template/zp-pack-names-private.h"

/* A check that takes no notes would be listed in vain. */
static void
check_one (ZpLoader *self, const ZpNode *name, const char *where)
{
  const char *id = zp_node_text (name);
  const ZpCheckDef *check = zp_pack_find_check (self->pack, id);

  if (check == NULL)
    zp_loader_fail_missing (self, name, id, zp_pack_find_nearest_check (self->pack, id),
                            _ ("%s: “checks”: no check “%s”"), where, id);
  else if (check->note == ZP_NOTE_NONE)
    zp_loader_fail (self, name, _ ("%s: “checks”: “%s” takes no notes; give it “note”"), where, id);
}

static void
check_content (ZpLoader *self, const ZpNode *node)
{
  const ZpNode *checks = zp_node_get (node, "checks");
  g_autofree char *where = zp_object_describe (node, ZP_OBJECT_NOTES, NULL);

  for (guint i = 0; i < zp_node_count (checks); i++)
    check_one (self, zp_node_get_child (checks, i), where);
}

static void
check_sections (ZpLoader *self, const ZpNode *sections)
{
  for (guint i = 0; i < zp_node_count (sections); i++)
    {
      const ZpNode *section = zp_node_get_child (sections, i);
      const ZpNode *content = zp_node_get (section, "content");

      for (guint j = 0; j < zp_node_count (content); j++)
        check_content (self, zp_node_get_child (content, j));
      check_sections (self, zp_node_get (section, "sections"));
    }
}

/**
 * zp_loader_check_notes: the checks named where notes are printed; when all checks are known.
 */
void
zp_loader_check_notes (ZpLoader *self)
{
  const ZpNode *parts = zp_node_get (self->layer->content, "parts");

  for (guint i = 0; i < zp_node_count (parts); i++)
    check_sections (self, zp_node_get (zp_node_get_child (parts, i), "sections"));
}
