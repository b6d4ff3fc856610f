/* SPDX-License-Identifier: GPL-3.0-or-later
 * Page of GB/T 9704-2012 in points and twentieths of a point. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ZP_MM(mm) ((mm) *72.0 / 25.4)

/* GB/T 9704-2012, 5.1 and 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. */
#define ZP_PAGE_WIDTH ZP_MM (210)
#define ZP_PAGE_HEIGHT ZP_MM (297)
#define ZP_MARGIN_TOP ZP_MM (37)
#define ZP_MARGIN_BOTTOM ZP_MM (35)
#define ZP_MARGIN_LEFT ZP_MM (28)
#define ZP_MARGIN_RIGHT ZP_MM (26)
#define ZP_TEXT_WIDTH ZP_MM (156)
#define ZP_TEXT_HEIGHT ZP_MM (225)

/* 5.2.3: 22 lines of 28 characters. 29 pt and 16 pt do not fit: 22 × 29 is 638.0 of 637.8 pt. */
#define ZP_LINES_PER_PAGE 22
#define ZP_CHARACTERS_PER_LINE 28
#define ZP_LINE_PITCH 28.95
#define ZP_CHARACTER_PITCH 15.79
#define ZP_TITLE_PITCH 36.0

/* 字号 in points. */
#define ZP_SIZE_2 22.0      /* 二号: title */
#define ZP_SIZE_3 16.0      /* 三号: body and headings */
#define ZP_SIZE_4 14.0      /* 四号: page number */
#define ZP_SIZE_5 10.5      /* 五号: tables */
#define ZP_SIZE_SMALL_5 9.0 /* 小五: smallest in tables */

G_END_DECLS
