/* SPDX-License-Identifier: GPL-3.0-or-later
 * Strict JSON from outside: numbers as their text, keys in order, every value with its line. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ZP_JSON_NULL,
  ZP_JSON_TRUE,
  ZP_JSON_FALSE,
  ZP_JSON_NUMBER,
  ZP_JSON_STRING,
  ZP_JSON_ARRAY,
  ZP_JSON_OBJECT,
} ZpJsonKind;

/**
 * ZpJson:
 * @kind: what it is
 * @line: line of its first character, from 1
 * @key: name of the member when the parent is an object, else %NULL
 * @text: text of a string (decoded) or of a number (as written), else %NULL
 * @length: bytes of @text
 * @first: first child of an array or object, else %NULL
 * @next: following sibling, or %NULL
 * @n_children: how many children
 * @cut: its end is missing, and with it perhaps children; only in what zp_json_doc_recover() gave
 *
 * One value of a document. Belongs to its #ZpJsonDoc; read only.
 */
typedef struct _ZpJson ZpJson;
struct _ZpJson
{
  ZpJsonKind kind;
  guint line;
  const char *key;
  const char *text;
  gsize length;
  const ZpJson *first;
  const ZpJson *next;
  guint n_children;
  gboolean cut;
};

typedef struct _ZpJsonDoc ZpJsonDoc;

/**
 * ZpJsonLimits:
 * @max_bytes: longest text accepted, in bytes
 * @max_depth: how many arrays and objects may stand inside each other; 0 allows only a plain value
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
} ZpJsonLimits;

#define ZP_JSON_ERROR (zp_json_error_quark ())
GQuark zp_json_error_quark (void);
guint zp_json_error_get_line (const GError *error);
const char *zp_json_error_get_reason (const GError *error);

/**
 * ZpJsonError:
 * @ZP_JSON_ERROR_SIZE: longer than the caller allows
 * @ZP_JSON_ERROR_ENCODING: not UTF-8, or with a byte order mark
 * @ZP_JSON_ERROR_SYNTAX: not JSON as RFC 8259 defines it
 * @ZP_JSON_ERROR_DEPTH: nested deeper than the caller allows
 * @ZP_JSON_ERROR_DUPLICATE: a key stands twice in one object
 */
typedef enum
{
  ZP_JSON_ERROR_SIZE,
  ZP_JSON_ERROR_ENCODING,
  ZP_JSON_ERROR_SYNTAX,
  ZP_JSON_ERROR_DEPTH,
  ZP_JSON_ERROR_DUPLICATE,
} ZpJsonError;

ZpJsonDoc *zp_json_doc_parse (const char *bytes, gsize length, ZpJsonLimits limits, GError **error);
ZpJsonDoc *zp_json_doc_recover (
  const char *bytes, gsize length, ZpJsonLimits limits, GPtrArray *lost, GError **error);
void zp_json_doc_free (ZpJsonDoc *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpJsonDoc, zp_json_doc_free)
const ZpJson *zp_json_doc_get_root (ZpJsonDoc *self);

const ZpJson *zp_json_get (const ZpJson *object, const char *key);
const char *zp_json_get_string (const ZpJson *object, const char *key);
const char *zp_json_kind_name (ZpJsonKind kind);

/* Writing: UTF-8, two spaces a level, one value per line; the same calls give the same bytes. */
typedef struct _ZpJsonWriter ZpJsonWriter;

ZpJsonWriter *zp_json_writer_new (void);
ZpJsonWriter *zp_json_writer_new_compact (void);
void zp_json_writer_free (ZpJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpJsonWriter, zp_json_writer_free)
void zp_json_writer_begin_object (ZpJsonWriter *self, const char *key);
void zp_json_writer_end_object (ZpJsonWriter *self);
void zp_json_writer_begin_array (ZpJsonWriter *self, const char *key);
void zp_json_writer_end_array (ZpJsonWriter *self);
void zp_json_writer_string (ZpJsonWriter *self, const char *key, const char *value);
void zp_json_writer_int (ZpJsonWriter *self, const char *key, gint64 value);
void zp_json_writer_raw_number (ZpJsonWriter *self, const char *key, const char *text);
void zp_json_writer_boolean (ZpJsonWriter *self, const char *key, gboolean value);
void zp_json_writer_null (ZpJsonWriter *self, const char *key);
void zp_json_writer_value (ZpJsonWriter *self, const char *key, const ZpJson *value);
char *zp_json_writer_finish (ZpJsonWriter *self, gsize *length);

G_END_DECLS
