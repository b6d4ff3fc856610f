/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reads the two structures a CFF font is made of, lists (INDEX) and tables of values (DICT), and
 * never outside of its bytes. */
#include "export/zp-cff-private.h"

/**
 * zp_cff_read_number:
 *
 * Returns: a number of @n_bytes, big end first
 */
guint32
zp_cff_read_number (ZpCffReader *self, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    {
      if (self->at >= self->length)
        {
          self->failed = TRUE;
          return 0;
        }
      value = value << 8 | self->bytes[self->at++];
    }

  return value;
}

static gsize
read_offset (ZpCffReader *self, const ZpCffIndex *index, guint i)
{
  self->at = index->start + 3 + (gsize) i * index->size;
  return index->base + zp_cff_read_number (self, index->size);
}

/**
 * zp_cff_read_index:
 *
 * Reads the frame of a list and goes behind it.
 */
void
zp_cff_read_index (ZpCffReader *self, ZpCffIndex *index)
{
  *index = (ZpCffIndex){ .start = self->at };
  index->count = zp_cff_read_number (self, 2);
  if (index->count > 0)
    {
      index->size = zp_cff_read_number (self, 1);
      self->failed |= index->size < 1 || index->size > 4;
    }
  if (index->count > 0 && !self->failed)
    {
      index->base = self->at + (gsize) (index->count + 1) * index->size - 1;
      self->at = read_offset (self, index, index->count);
    }
  index->end = self->at;
  self->failed |= index->end > self->length;
}

/**
 * zp_cff_get_member:
 * @i: from 0; must be less than the count of the list
 *
 * Returns: where the member stands; nowhere, and the reader has failed, when the list is damaged
 */
ZpCffSpan
zp_cff_get_member (ZpCffReader *self, const ZpCffIndex *index, guint i)
{
  ZpCffSpan span = { 0 };

  if (i >= index->count)
    {
      self->failed = TRUE;
      return span;
    }

  span.start = read_offset (self, index, i);
  span.end = read_offset (self, index, i + 1);
  if (!self->failed && span.start <= span.end && span.end <= index->end)
    return span;

  self->failed = TRUE;
  return (ZpCffSpan){ 0 };
}

static void
skip_real (ZpCffReader *self)
{
  guint32 byte = 0;

  do
    byte = zp_cff_read_number (self, 1);
  while (!self->failed && (byte & 0xf) != 0xf && byte >> 4 != 0xf);
}

static gint32
read_operand (ZpCffReader *self, guint32 first)
{
  if (first == 28)
    return (gint16) zp_cff_read_number (self, 2);
  if (first == 29)
    return (gint32) zp_cff_read_number (self, 4);
  if (first == 30)
    skip_real (self);
  if (first >= 32 && first <= 246)
    return (gint32) first - 139;
  if (first >= 247 && first <= 250)
    return ((gint32) first - 247) * 256 + (gint32) zp_cff_read_number (self, 1) + 108;
  if (first >= 251 && first <= 254)
    return -((gint32) first - 251) * 256 - (gint32) zp_cff_read_number (self, 1) - 108;

  return 0;
}

/**
 * zp_cff_read_entry:
 * @end: of the DICT
 *
 * Reads the next operator with its operands.
 *
 * Returns: whether there is one
 */
gboolean
zp_cff_read_entry (ZpCffReader *self, gsize end, ZpCffEntry *entry)
{
  *entry = (ZpCffEntry){ .span.start = self->at };
  while (self->at < end && !self->failed)
    {
      guint32 byte = zp_cff_read_number (self, 1);

      if (byte >= 22)
        {
          entry->operands[0] = entry->operands[1];
          entry->operands[1] = read_operand (self, byte);
          continue;
        }
      entry->op = byte == 12 ? 12 << 8 | zp_cff_read_number (self, 1) : byte;
      entry->span.end = self->at;
      return !self->failed && self->at <= end;
    }

  return FALSE;
}
