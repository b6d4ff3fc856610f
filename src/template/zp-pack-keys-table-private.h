/* SPDX-License-Identifier: GPL-3.0-or-later
 * The shape of the table of keys. */
#pragma once

#include "template/zp-pack-keys-private.h"

G_BEGIN_DECLS

typedef enum
{
  ZP_TYPE_TEXT = 1 << 0,
  ZP_TYPE_NUMBER = 1 << 1,
  ZP_TYPE_INT = 1 << 2,
  ZP_TYPE_FLAG = 1 << 3,
  ZP_TYPE_LIST = 1 << 4,
  ZP_TYPE_OBJECT = 1 << 5,
  ZP_TYPE_MAP = 1 << 6, /* an object with keys of its own */
  ZP_TYPE_NULL = 1 << 7,
  ZP_TYPE_ANY = 1 << 8,
} ZpValueTypes;

typedef enum
{
  ZP_FORM_FREE,
  ZP_FORM_KEY,
  ZP_FORM_BLOCK,   /* a key, but none of text annex money */
  ZP_FORM_COLUMN,  /* a key, but neither label nor key */
  ZP_FORM_DOTTED,  /* keys joined by dots */
  ZP_FORM_PASSAGE, /* text.KEY */
  ZP_FORM_PACK,    /* small letters, digits and hyphens */
} ZpKeyForm;

/**
 * ZpShape:
 * @types: of #ZpValueTypes
 * @objects: kinds of object where one may stand
 */
typedef struct
{
  guint types;
  guint objects;
} ZpShape;

/**
 * ZpKeyRule:
 * @in: kinds of objects that know the key
 * @shape: of the value; of what stands in it; of what stands in that
 * @form: of a text
 * @words: the only texts allowed, or %NULL
 * @required: the object is no use without it
 * @is_merge_word: says how an object is laid over another one
 */
typedef struct
{
  guint in;
  const char *key;
  ZpShape shape[3];
  ZpKeyForm form;
  const char *const *words;
  gboolean required;
  gboolean is_merge_word;
} ZpKeyRule;

extern const ZpKeyRule zp_key_rules[];
extern const gsize zp_n_key_rules;

G_END_DECLS
