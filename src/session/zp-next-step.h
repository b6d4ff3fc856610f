/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is to be done next, and what is still between the report and its submission. */
#pragma once

#include "session/zp-outline.h"

G_BEGIN_DECLS

/**
 * ZpNextStep: the one most useful thing to do next.
 * @detail: (nullable)
 * @target: (nullable): what "win.go-to" takes; %NULL when nothing is left to do
 * @severity: whose sign it carries; %ZP_SEVERITY_INFO for something to fill in
 */
typedef struct
{
  char *title;
  char *detail;
  char *target;
  ZpSeverity severity;
} ZpNextStep;

void zp_next_step_clear (ZpNextStep *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZpNextStep, zp_next_step_clear)

void zp_next_step_find (ZpSession *session, ZpOutline *outline, ZpNextStep *out);

/**
 * ZpCondition: what the pack asks for before a report is submitted.
 * @rest: how much is left to do
 * @severity: whose sign it carries while it is not met; %ZP_SEVERITY_INFO for something to fill in
 */
typedef struct
{
  char *text;
  char *rest;
  gboolean is_met;
  ZpSeverity severity;
} ZpCondition;

void zp_condition_free (ZpCondition *self);
GPtrArray *zp_conditions_list (ZpSession *session, ZpOutline *outline);

G_END_DECLS
