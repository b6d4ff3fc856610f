#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an office writes for itself: a report's text and figures as DOCX and XLSX.

  office_script.py REPORT.txt FIGURES.json FOLDER

REPORT.txt is what `ziping-cli export --format txt` wrote, FIGURES.json what `ziping-cli get --json` printed. The
PDF is made from the DOCX by LibreOffice afterwards.
"""
import json
import pathlib
import re
import sys

import docx
import xlsxwriter
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

HEADINGS = [
    (re.compile(r"[一二三四五六七八九十]+、"), "黑体"),
    (re.compile(r"（[一二三四五六七八九十]+）"), "楷体"),
]
INDENT = "　　"
COLUMNS = re.compile(r" {2,}")


def is_table_line(line):
    return bool(COLUMNS.search(line.strip()))


def set_face(run, face, size):
    run.font.name = face
    run.font.size = Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)


def set_up_page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def add_paragraph(document, line):
    text = line.strip()
    heading = next((face for mark, face in HEADINGS if mark.match(text) and len(text) < 40), None)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28)
    paragraph.paragraph_format.space_after = Pt(0)
    if line.startswith(INDENT):
        paragraph.paragraph_format.first_line_indent = Pt(32)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_face(paragraph.add_run(text), heading or "仿宋", 16)


def add_table(document, lines):
    rows = [COLUMNS.split(line.strip()) for line in lines]
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for row, texts in zip(table.rows, rows):
        for cell, text in zip(row.cells, texts):
            set_face(cell.paragraphs[0].add_run(text), "宋体", 10.5)


def write_docx(text, path):
    document = docx.Document()
    set_up_page(document)
    table = []
    for line in text.splitlines() + [""]:
        if is_table_line(line):
            table.append(line)
            continue
        if table:
            add_table(document, table)
            table = []
        if line.strip():
            add_paragraph(document, line)
    document.save(path)


def write_figures(book, figures):
    sheet = book.add_worksheet("数据")
    head = book.add_format({"bold": True, "border": 1})
    plain = book.add_format({"border": 1})
    number = book.add_format({"border": 1, "num_format": "#,##0.00"})
    sheet.write_row(0, 0, ["指标", "名称", "数值", "单位", "核对"], head)
    for row, (name, figure) in enumerate(figures.items(), 1):
        value = str(figure.get("value") or "")
        bare = value.replace(",", "").rstrip("%")
        is_number = re.fullmatch(r"-?\d+(\.\d+)?", bare) is not None
        sheet.write_string(row, 0, name, plain)
        sheet.write_string(row, 1, figure.get("label") or "", plain)
        if not is_number:
            sheet.write_string(row, 2, value, plain)
        elif figure.get("computed") is None:
            sheet.write_number(row, 2, float(bare), number)
        else:
            sheet.write_formula(row, 2, f"=ROUND({bare},2)", number, float(bare))
        sheet.write_string(row, 3, figure.get("unit") or "", plain)


def write_annexes(book, text):
    """A sheet for every stretch of table lines, as they stand in the report."""
    head = book.add_format({"bold": True, "border": 1, "align": "center"})
    plain = book.add_format({"border": 1})
    table = []
    count = 0
    for line in text.splitlines() + [""]:
        if is_table_line(line):
            table.append(COLUMNS.split(line.strip()))
            continue
        if table:
            count += 1
            sheet = book.add_worksheet(f"表{count}")
            for row, texts in enumerate(table):
                sheet.write_row(row, 0, texts, plain if row else head)
            table = []


def main():
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    figures = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    folder = pathlib.Path(sys.argv[3])

    folder.mkdir(exist_ok=True)
    write_docx(text, str(folder / "report.docx"))
    with xlsxwriter.Workbook(str(folder / "report.xlsx")) as book:
        write_annexes(book, text)
        write_figures(book, figures)


if __name__ == "__main__":
    main()
