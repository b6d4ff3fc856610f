/* SPDX-License-Identifier: GPL-3.0-or-later
 * What documents print of the review of a report, as plain data: rooms above fill it in. */
#pragma once

#include "document/zp-doc-scope.h"

G_BEGIN_DECLS

/** The id of the report as a whole. */
#define ZP_DOC_PLACE_WHOLE "report"

typedef enum
{
  ZP_DOC_PREPARER,
  ZP_DOC_REVIEWER,
  ZP_DOC_LEADER,
} ZpDocRole;

/**
 * ZpDocSigner: who handed in, or signed.
 * @opinion: "" without
 * @time: ISO 8601, UTC
 * @subject: (nullable): of the certificate
 */
typedef struct
{
  ZpDocRole role;
  char *name;
  char *opinion;
  char *time;
  char *subject;
} ZpDocSigner;

/**
 * ZpDocEvent: what a line of the history tells besides a change of the report itself.
 */
typedef enum
{
  ZP_DOC_EVENT_NONE,
  ZP_DOC_EVENT_REMARK,
  ZP_DOC_EVENT_SUBMIT,
  ZP_DOC_EVENT_TAKE_BACK,
  ZP_DOC_EVENT_BEGIN,
  ZP_DOC_EVENT_RETURN,
  ZP_DOC_EVENT_REVIEW,
  ZP_DOC_EVENT_APPROVE,
  ZP_DOC_EVENT_FILE,
  ZP_DOC_EVENT_PUBLISH,
} ZpDocEvent;

/**
 * ZpDocChange: a line of the history.
 * @event: then @key is what a remark is about, or of no meaning
 * @by @how @before @after: (nullable); @how as in the file, ZP_HOW_…
 * @key: what changed, rows by their lasting number
 * @id: (nullable): the id it has now; none when its row is gone
 */
typedef struct
{
  ZpDocEvent event;
  char *time;
  char *by;
  char *how;
  char *key;
  char *id;
  char *before;
  char *after;
} ZpDocChange;

typedef enum
{
  ZP_DOC_REPLY_ANSWER,
  ZP_DOC_REPLY_DONE,
  ZP_DOC_REPLY_REOPEN,
} ZpDocReplyKind;

typedef struct
{
  ZpDocReplyKind kind;
  char *by;
  char *text;
} ZpDocReply;

/**
 * ZpDocRemark:
 * @key @id: as of a #ZpDocChange; "report" for the whole
 * @replies: of #ZpDocReply
 */
typedef struct
{
  char *key;
  char *id;
  char *time;
  char *by;
  char *text;
  gboolean open;
  GPtrArray *replies;
} ZpDocRemark;

/**
 * ZpDocReview:
 * @signers: of #ZpDocSigner in the order of the steps
 * @code: (nullable): the check code of the last seal, where all seals hold
 * @is_sealed: there is a seal; without @code it does not hold
 * @n_changed: places that changed since it was sealed
 * @changes: of #ZpDocChange, the oldest first
 * @remarks: of #ZpDocRemark
 */
typedef struct
{
  GPtrArray *signers;
  char *code;
  gboolean is_sealed;
  guint n_changed;
  GPtrArray *changes;
  GPtrArray *remarks;
} ZpDocReview;

ZpDocReview *zp_doc_review_new (void);
void zp_doc_review_free (ZpDocReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZpDocReview, zp_doc_review_free)

ZpDocSigner *zp_doc_review_add_signer (ZpDocReview *self, ZpDocRole role, const char *name);
ZpDocChange *zp_doc_review_add_change (ZpDocReview *self, const char *key, const char *id);
ZpDocRemark *zp_doc_review_add_remark (ZpDocReview *self, const char *key, const char *id);
ZpDocReply *zp_doc_remark_add_reply (ZpDocRemark *self, ZpDocReplyKind kind, const char *by);

char *zp_doc_review_get_place (const ZpDocScope *scope, const char *key, const char *id);
char *zp_doc_review_show_time (const ZpPack *pack, const char *time);

G_END_DECLS
