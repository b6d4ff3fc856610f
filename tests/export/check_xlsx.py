#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads XLSX files with other programs: check_xlsx.py FLOW-SAMPLES [--office]

Without --office: openpyxl finds values, formulas, merged ranges, formats and page set-up. With it:
LibreOffice is made to calculate every formula anew and must find what is stored; a file with one wrong
result planted shows that the check can fail. Exit 77 where a program or module is missing.
"""
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ET

try:
    import openpyxl
except ImportError:
    sys.exit(77)

# LibreOffice trusts stored results unless it is told to calculate on loading.
PROFILE = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>'''

MM = 1 / 25.4
failures = []


def expect(got, wanted, what):
    if got != wanted:
        failures.append(what)
        print(f'FAILED: {what}: {got!r} instead of {wanted!r}')


def near(got, wanted, what):
    expect(isinstance(got, (int, float)) and abs(got - wanted) < 1e-9, True, f'{what}: {got} for {wanted}')


def check_package(path):
    with zipfile.ZipFile(path) as archive:
        expect(archive.testzip(), None, 'archive')
        for name in archive.namelist():
            if name.endswith(('.xml', '.rels', '.vml')):
                ET.fromstring(archive.read(name))


def check_values(path):
    sheet = openpyxl.load_workbook(path, data_only=True)['基础数据表']
    for cell, value in {'C4': 3329.55, 'D5': 288.34, 'E4': 0.8787, 'C6': 3653, 'D6': 3214.04, 'E6': 0.8798,
                        'C10': 143, 'D10': -0.5, 'E10': 9223372036.854775}.items():
        near(sheet[cell].value, value, cell)
    for cell, value in {'A1': '部门整体支出绩效评价基础数据表', 'C7': '良', 'B6': '合计', 'A4': '预算执行'}.items():
        expect(sheet[cell].value, value, cell)
    expect(sheet['D7'].value in (None, ''), True, 'D7 is empty')
    expect(sheet['E7'].value, datetime.datetime(2022, 4, 8), 'E7')
    expect(sheet['A10'].value, None, 'A10')


def check_formulas(sheet):
    for cell, formula in {'E4': '=ROUND(D4/C4,4)', 'E5': '=ROUND(D5/C5,4)', 'C6': '=SUM(C4:C5)', 'D6': '=SUM(D4:D5)',
                          'E6': '=ROUND(D6/C6,4)', 'C7': '=IF(E6>=0.9,"优","良")',
                          'D7': '=IF(A9="","","<&>")'}.items():
        expect(sheet[cell].value, formula, cell)


def check_formats(sheet):
    for cell, wanted in {'C4': '#,##0.00', 'E4': '0.00%', 'C10': '#,##0', 'D10': '0.00', 'E10': '#,##0.000000',
                         'E7': 'yyyy"年"m"月"d"日"', 'A4': 'General'}.items():
        expect(sheet[cell].number_format, wanted, f'format of {cell}')
    for cell, wanted in {'A1': '方正小标宋简体', 'A3': '黑体', 'B4': '仿宋_GB2312', 'B6': '黑体'}.items():
        expect(sheet[cell].font.name, wanted, f'face of {cell}')
    for cell in ('C4', 'A4', 'A3', 'E7'):
        border = sheet[cell].border
        expect((border.left.style, border.bottom.style), ('thin', 'thin'), f'border of {cell}')
    expect(sheet['A1'].border.left.style, None, 'border of A1')
    expect(sheet['A1'].alignment.horizontal, 'center', 'alignment of A1')
    expect(sheet['C4'].alignment.horizontal, 'right', 'alignment of C4')
    expect(sheet['A8'].alignment.wrap_text, True, 'A8 wraps')


def check_page(sheet):
    expect(sheet.page_setup.orientation, 'landscape', 'orientation')
    expect(int(sheet.page_setup.paperSize), 9, 'paper')
    expect((sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight), (1, 0), 'fit')
    expect(sheet.sheet_properties.pageSetUpPr.fitToPage, True, 'fit to page')
    margins = sheet.page_margins
    for side, mm in (('left', 35), ('right', 37), ('top', 28), ('bottom', 26)):
        near(round(getattr(margins, side), 6), round(mm * MM, 6), f'{side} margin')
    expect(sheet.print_title_rows.replace('$', ''), '1:3', 'repeated rows')
    expect(sheet.freeze_panes, 'C4', 'panes')
    expect('&P' in sheet.oddFooter.center.text or sheet.oddFooter.center.text == '— &[Page] —', True, 'footer')
    expect(round(sheet.column_dimensions['B'].width), 21, 'width of B')
    expect(sheet.row_dimensions[1].height, 30.0, 'height of row 1')
    expect(sheet.row_dimensions[8].height, 46.0, 'height of row 8')


def check_sheets(path):
    book = openpyxl.load_workbook(path)
    expect(book.sheetnames, ['基础数据表', '校验'], 'sheets')
    sheet = book['基础数据表']
    check_formulas(sheet)
    check_formats(sheet)
    check_page(sheet)
    expect(sorted(str(r) for r in sheet.merged_cells.ranges),
           ['A10:B10', 'A1:E1', 'A2:C2', 'A3:B3', 'A4:A7', 'A8:E8', 'D2:E2'], 'merged ranges')
    expect(sheet['D6'].comment.text, '填报 3,653.00 万元，按公式为 3,214.04 万元\n核对决算报表', 'comment')
    expect(sheet['D6'].comment.author, '长沙市工业和信息化局', 'author of the comment')
    findings = book['校验']
    expect(findings['B1'].value, '整体实际支出 <3,653.00> &  ]]> " 𠮷', 'hostile text')
    expect(findings['B2'].value, 'bad \ufffd bytes', 'bytes that are no UTF-8')
    colors = {findings[f'A{i}'].fill.fgColor.rgb for i in (1, 2, 3)}
    expect(len(colors), 3, 'colours')
    expect(findings.page_setup.orientation, 'portrait', 'orientation of the second sheet')
    properties = book.properties
    expect((properties.title, properties.creator), ('2021年度部门整体支出绩效自评附表', '长沙市工业和信息化局'), 'properties')
    expect(properties.created, datetime.datetime(2022, 4, 8, 12), 'created')


def check_stored(path):
    """What openpyxl does not show: text that looks like a formula, formats inside merged ranges."""
    ns = {'s': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}
    with zipfile.ZipFile(path) as archive:
        first, second = (ET.fromstring(archive.read(f'xl/worksheets/sheet{i}.xml')) for i in (1, 2))
    expect(second.find('.//s:c[@r="B3"]', ns).get('t'), 's', 'a text that looks like a formula')
    for merged in first.iterfind('.//s:mergeCell', ns):
        cells = [c for row in openpyxl.utils.cell.rows_from_range(merged.get('ref')) for c in row]
        styles = {first.find(f'.//s:c[@r="{c}"]', ns).get('s') for c in cells}
        expect(len(styles), 1, f'formats in {merged.get("ref")}')


def check_charts(path):
    """Both charts are drawn from the cells beside them; words and rules are as they were given."""
    ns = {'c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
          'a': 'http://schemas.openxmlformats.org/drawingml/2006/main'}
    with zipfile.ZipFile(path) as archive:
        charts = [ET.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith('xl/charts/')]
    expect([chart.find('.//c:plotArea', ns)[1].tag.rsplit('}')[-1] for chart in charts], ['barChart', 'pieChart'],
           'kinds of charts')
    expect([[f.text for f in chart.iterfind('.//c:f', ns)] for chart in charts],
           [["'基础数据表'!$B$4:$B$6", f"'基础数据表'!${column}$4:${column}$6"] for column in 'ED'], 'cells of the charts')
    expect({t.text for chart in charts for t in chart.iterfind('.//a:t', ns)}, {'执行率 <1> & '}, 'titles of the charts')
    rules = openpyxl.load_workbook(path)['基础数据表'].data_validations.dataValidation
    expect([(str(r.sqref), r.type, r.formula1, r.formula2, r.errorStyle) for r in rules],
           [('C4:C5', 'decimal', '0', '5000', 'warning'), ('C7', 'list', '"优,良,中,差"', None, 'warning')], 'rules')


def check_large(path):
    sheet = openpyxl.load_workbook(path, data_only=True)['项目']
    expect(sheet.max_row, 1001, 'rows of the large sheet')
    near(sheet['B1001'].value, 1000.5, 'sum of the large sheet')


def values_of(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows()
            for cell in row if cell.value not in (None, '')}


def recalculate(folder, names):
    profile = os.path.join(folder, 'profile')
    os.makedirs(os.path.join(profile, 'user'))
    with open(os.path.join(profile, 'user', 'registrymodifications.xcu'), 'w', encoding='utf-8') as f:
        f.write(PROFILE)
    out = os.path.join(folder, 'new')
    subprocess.run(['soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{profile}', '--convert-to',
                    'xlsx', '--outdir', out] + [os.path.join(folder, n) for n in names],
                   check=True, stdout=subprocess.DEVNULL, timeout=300)
    return out


def differences(old, new):
    was, now = values_of(old), values_of(new)
    return [(key, was.get(key), now.get(key)) for key in sorted(was.keys() | now.keys())
            if was.get(key) != now.get(key)
            and not (isinstance(was.get(key), (int, float)) and isinstance(now.get(key), (int, float))
                     and abs(was[key] - now[key]) <= max(1e-9, 1e-14 * abs(was[key])))]


def check_office(folder):
    names = ['book.xlsx', 'planted.xlsx', 'large.xlsx']
    out = recalculate(folder, names)
    for name in ('book.xlsx', 'large.xlsx'):
        expect(differences(os.path.join(folder, name), os.path.join(out, name)), [], f'{name} calculated anew')
    planted = differences(os.path.join(folder, 'planted.xlsx'), os.path.join(out, 'planted.xlsx'))
    expect([d[0][1] for d in planted], ['D6'], 'the planted wrong result')


def make_samples(program, folder, **extra):
    os.makedirs(folder)
    subprocess.run([program, folder], check=True, env={**os.environ, **extra})


def main():
    program, office = sys.argv[1], '--office' in sys.argv
    if office and not shutil.which('soffice'):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        one = os.path.join(folder, '1')
        make_samples(program, one)
        book = os.path.join(one, 'book.xlsx')
        if office:
            check_office(one)
        else:
            check_package(book)
            check_values(book)
            check_sheets(book)
            check_stored(book)
            check_charts(book)
            check_large(os.path.join(one, 'large.xlsx'))
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
