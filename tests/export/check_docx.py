#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads DOCX files with other programs: check_docx.py FLOW-SAMPLES [--office]

Without --office: archive, XML, order of elements as the schema wants it (office programs refuse another
one), bookmarks, and every paragraph and figure through python-docx. With it: LibreOffice makes a PDF.
Exit 77 where a program or module is missing.
"""
import collections
import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'

# ECMA-376, part 1, annex A (transitional): sequences of children, as far as a report may need them.
ORDER = {
    'pPr': 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr'
           ' shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE'
           ' autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents'
           ' suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle'
           ' rPr sectPr pPrChange',
    'rPr': 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof'
           ' snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd'
           ' fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    'tbl': 'tblPr tblGrid tr',
    'tblPr': 'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc'
             ' tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
    'tblBorders': 'top left bottom right insideH insideV',
    'tblCellMar': 'top left bottom right',
    'tr': 'tblPrEx trPr tc',
    'trPr': 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader'
            ' tblCellSpacing jc hidden',
    'tc': 'tcPr p',
    'tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText'
            ' vAlign hideMark',
    'tcBorders': 'top left bottom right insideH insideV',
    'sectPr': 'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders'
              ' lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter'
              ' docGrid printerSettings',
    'style': 'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed'
             ' qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr',
    'styles': 'docDefaults latentStyles style',
    'docDefaults': 'rPrDefault pPrDefault',
    'font': 'altName panose1 charset family notTrueType pitch sig',
    'settings': 'zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader'
                ' bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders'
                ' drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl compat'
                ' themeFontLang',
    'p': 'pPr *',
    'r': 'rPr *',
}
PARTS = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/_rels/document.xml.rels',
         'word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', 'word/footer1.xml',
         'word/footer2.xml', 'word/footer3.xml', 'word/footer4.xml', 'docProps/core.xml']
BOOKMARK = re.compile(r'^[A-Za-z][A-Za-z0-9_]{0,39}$')

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print('FAILED:', what)


def local(element):
    return element.tag.rsplit('}', 1)[-1]


def check_order(name, root):
    for parent in root.iter():
        wanted = ORDER.get(local(parent))
        if wanted is None:
            continue
        names = wanted.split()
        last = 0
        for child in parent:
            if local(child) in names:
                at = names.index(local(child))
            elif '*' in names:
                at = names.index('*')
            else:
                expect(False, f'{name}: {local(child)} inside {local(parent)}')
                continue
            expect(at >= last, f'{name}: {local(child)} stands too late in {local(parent)}')
            last = max(last, at)


def check_package(name, archive):
    names = archive.namelist()
    expect(names == PARTS, f'{name}: parts are {names}')
    expect(archive.testzip() is None, f'{name}: damaged archive')
    parts = {n: ET.fromstring(archive.read(n)) for n in names}
    for override in parts['[Content_Types].xml']:
        part = override.get('PartName')
        expect(part is None or part[1:] in names, f'{name}: no part {part}')
    typed = {o.get('PartName') for o in parts['[Content_Types].xml']}
    for part in names:
        expect(part.endswith('.rels') or part == PARTS[0] or '/' + part in typed, f'{name}: {part} has no type')
    for relation in parts['word/_rels/document.xml.rels']:
        expect('word/' + relation.get('Target') in names, f'{name}: {relation.get("Target")} is missing')
    ids = {r.get('Id') for r in parts['word/_rels/document.xml.rels']}
    used = {e.get(R + 'id') for e in parts['word/document.xml'].iter() if e.get(R + 'id')}
    expect(used <= ids, f'{name}: unknown relations {used - ids}')
    for part in names:
        check_order(f'{name}/{part}', parts[part])
    return parts


def check_styles(name, parts):
    defined = [s.get(W + 'styleId') for s in parts['word/styles.xml'].iter(W + 'style')]
    expect(len(defined) == len(set(defined)), f'{name}: a style is defined twice')
    for part in parts.values():
        for tag in ('pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next', 'link'):
            for e in part.iter(W + tag):
                expect(e.get(W + 'val') in defined, f'{name}: no style {e.get(W + "val")}')


def check_tables(name, body):
    for table in body.iter(W + 'tbl'):
        n_columns = len(table.find(W + 'tblGrid'))
        widths = [int(c.get(W + 'w')) for c in table.find(W + 'tblGrid')]
        expect(sum(widths) == int(table.find(f'{W}tblPr/{W}tblW').get(W + 'w')), f'{name}: width of a table')
        rows = table.findall(W + 'tr')
        expect(rows, f'{name}: a table without rows')
        open_spans = {}
        for row in rows:
            at, spans = 0, {}
            for cell in row.findall(W + 'tc'):
                properties = cell.find(W + 'tcPr')
                span = properties.find(W + 'gridSpan')
                span = 1 if span is None else int(span.get(W + 'val'))
                merge = properties.find(W + 'vMerge')
                expect(int(properties.find(W + 'tcW').get(W + 'w')) == sum(widths[at:at + span]), f'{name}: width of a cell')
                if merge is not None:
                    if merge.get(W + 'val') == 'continue':
                        expect(open_spans.get(at) == span, f'{name}: a merged cell goes on from nothing')
                    spans[at] = span
                expect(local(cell[-1]) == 'p', f'{name}: a cell must end with a paragraph')
                at += span
            expect(at == n_columns, f'{name}: a row has {at} of {n_columns} columns')
            open_spans = spans


def check_body(name, parts):
    body = parts['word/document.xml'].find(W + 'body')
    expect(local(body[-1]) == 'sectPr', f'{name}: the body must end with a section')
    expect(len(body) < 2 or local(body[-2]) == 'p', f'{name}: a paragraph must stand before the last section')
    for a, b in zip(body, list(body)[1:]):
        expect(not (local(a) == 'tbl' and local(b) == 'tbl'), f'{name}: two tables without a paragraph between')
    check_tables(name, body)
    return body


def figures_of(body):
    """Name and text of every bookmark, in order."""
    result, open_marks = [], {}
    for e in body.iter():
        if e.tag == W + 'bookmarkStart':
            open_marks[e.get(W + 'id')] = [e.get(W + 'name'), '']
            result.append(open_marks[e.get(W + 'id')])
        elif e.tag == W + 'bookmarkEnd':
            del open_marks[e.get(W + 'id')]
        elif e.tag == W + 't':
            for mark in open_marks.values():
                mark[1] += e.text or ''
    expect(not open_marks, 'a bookmark does not end')
    return result


def check_bookmarks(name, body, wanted):
    marks = figures_of(body)
    names = [m[0] for m in marks]
    ids = [e.get(W + 'id') for e in body.iter(W + 'bookmarkStart')]
    expect(len({n.lower() for n in names}) == len(names), f'{name}: a bookmark is named twice')
    expect(len(set(ids)) == len(ids), f'{name}: a bookmark number is used twice')
    for n in names:
        expect(BOOKMARK.match(n), f'{name}: no name for a bookmark: {n}')
    expect(sorted(m[1] for m in marks) == sorted(text for _, text in wanted), f'{name}: texts of bookmarks')
    expect(len(marks) == len(wanted), f'{name}: {len(marks)} bookmarks for {len(wanted)} figures')
    return names


def plain(text):
    return text.replace('\n', '').replace('\t', '')


def check_reading(name, path, folder):
    import docx
    document = docx.Document(path)
    got = collections.Counter(plain(p.text) for p in document.paragraphs)
    for table in document.tables:
        seen = set()
        for row in table.rows:
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.add(cell._tc)
                    got[plain(cell.text)] += 1
    every = '\n'.join(got)
    with open(os.path.join(folder, name + '.paragraphs'), encoding='utf-8') as f:
        wanted = [line.rstrip('\n').replace('\\n', '').replace('\\t', '') for line in f]
    for text in wanted:
        expect(text in got or text in every, f'{name}: missing “{text[:40]}”')
    return document


def check_turned_numbers(parts, sections):
    """On a landscape page the number lies on the left edge, turned; odd ones near the lower end."""
    targets = {r.get('Id'): r.get('Target') for r in parts['word/_rels/document.xml.rels']}
    for section in sections:
        turned = section.find(W + 'pgSz').get(W + 'orient') == 'landscape'
        names = [targets[f.get(R + 'id')] for f in section.findall(W + 'footerReference')]
        expect(names == [f'footer{n + (2 if turned else 0)}.xml' for n in (1, 2)], f'report: footers {names}')
    places = []
    for i in '34':
        footer = parts[f'word/footer{i}.xml']
        place = footer.find(f'.//{W}tblpPr')
        expect(footer.find(f'.//{W}textDirection').get(W + 'val') == 'tbRl', 'report: direction of the page number')
        expect(place.get(W + 'horzAnchor') == place.get(W + 'vertAnchor') == 'page', 'report: place of the page number')
        expect(int(place.get(W + 'tblpX')) < 1588, 'report: the page number lies in the type area')
        places.append(int(place.get(W + 'tblpY')))
    expect(places[0] > 11906 / 2 > places[1], f'report: ends of the page numbers {places}')


def check_report(parts, body, names, document):
    sections = list(body.iter(W + 'sectPr'))
    shapes = [(s.find(W + 'pgSz').get(W + 'orient'), s.find(W + 'titlePg') is not None,
               s.find(W + 'pgNumType') is not None) for s in sections]
    expect(shapes == [(None, True, False), (None, False, True), ('landscape', False, False)],
           f'report: sections {shapes}')
    expect(all(s.find(W + 'docGrid').get(W + 'linePitch') == '579' for s in sections), 'report: grid')
    expect(all(s.find(W + 'docGrid').get(W + 'charSpace') is None for s in sections), 'report: no grid of characters')
    expect('budget_total_actual' in names and 'budget_total_actual_2' in names, 'report: names of bookmarks')
    heads = [len(list(t.iter(W + 'tblHeader'))) for t in body.iter(W + 'tbl')]
    expect(heads == [0, 1, 2, 1], f'report: repeated heads {heads}')
    styles = [p.style.style_id for p in document.paragraphs]
    for style in ('CoverTitle', 'CoverFoot', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'BodyText',
                  'TableTitle', 'AnnexList', 'Signature', 'Date', 'AnnexMark', 'AnnexTitle', 'TableLine', 'TableNote'):
        expect(style in styles, f'report: no paragraph in style {style}')
    run_in = [r for r in body.iter(W + 'rStyle') if r.get(W + 'val') == 'RunIn2']
    expect(len(run_in) == 1, 'report: run-in heading')
    for paragraph in document.paragraphs:
        direct = {local(e) for e in paragraph._p.iter() if local(e) in ('rFonts', 'sz', 'b', 'color')}
        expect(not direct, f'report: direct formatting {direct}')
    core = document.core_properties
    expect(core.title == '2021年度部门整体支出绩效自评报告', 'report: title of the file')
    expect(core.author == '长沙市工业和信息化局', 'report: author of the file')
    expect(str(core.created) == '2022-04-08 00:00:00' == str(core.modified), f'report: date {core.created}')
    for i, side in (('1', 'right'), ('2', 'left'), ('3', 'right'), ('4', 'left')):
        footer = parts[f'word/footer{i}.xml']
        expect(' PAGE ' in [e.text for e in footer.iter(W + 'instrText')], 'report: page number')
        expect(footer.find(f'.//{W}jc').get(W + 'val') == side, 'report: side of the page number')
    check_turned_numbers(parts, sections)
    fonts = {f.get(W + 'name') for f in parts['word/fontTable.xml']}
    expect(fonts == {'方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体'}, f'report: faces {fonts}')


def check_file(name, folder):
    path = os.path.join(folder, name + '.docx')
    with zipfile.ZipFile(path) as archive:
        parts = check_package(name, archive)
    with open(os.path.join(folder, name + '.figures'), encoding='utf-8') as f:
        wanted = [line.rstrip('\n').split('\t') for line in f]
    check_styles(name, parts)
    body = check_body(name, parts)
    names = check_bookmarks(name, body, wanted)
    document = check_reading(name, path, folder)
    if name == 'report':
        check_report(parts, body, names, document)


def check_control():
    """The check of the order must be able to fail."""
    before = len(failures)
    wrong = ET.fromstring(f'<w:pPr xmlns:w="{W[1:-1]}"><w:jc w:val="left"/><w:keepNext/></w:pPr>')
    with contextlib.redirect_stdout(None):
        check_order('control', wrong)
    found = len(failures) > before
    del failures[before:]
    expect(found, 'the check of the order finds nothing')


def make_samples(program, folder, **extra):
    os.makedirs(folder)
    subprocess.run([program, folder], check=True, env={**os.environ, **extra})


def check_same(one, two):
    for name in sorted(os.listdir(one)):
        with open(os.path.join(one, name), 'rb') as a, open(os.path.join(two, name), 'rb') as b:
            expect(a.read() == b.read(), f'{name}: other bytes in another time zone')


def pages_of(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True).stdout.decode()
    return [re.sub(r'\s', '', page) for page in text.split('\f')[:-1]]


def check_office(folder):
    profile = os.path.join(folder, 'profile')
    files = [os.path.join(folder, n + '.docx') for n in ('report', 'hostile', 'bare')]
    subprocess.run(['soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{profile}', '--convert-to',
                    'pdf', '--outdir', folder] + files, check=True, stdout=subprocess.DEVNULL, timeout=300)
    pages = pages_of(os.path.join(folder, 'report.pdf'))
    expect('—' not in pages[0], 'office: the cover has a page number')
    expect('长沙市财政局（制）' in pages[0], 'office: the foot is not on the cover')
    for number, page in enumerate(pages[1:], 1):
        expect(f'—{number}—' in page, f'office: page number {number}')
    annex = [p for p in pages if '业务工作专项' in p]
    expect(len(annex) > 1 and all('预算决算' in p for p in annex), 'office: the head of a table is not repeated')
    whole = ''.join(pages)
    for text in ('3,653.00万元', '87.98%', '附件1', '厉行节约保障措施', '2022年4月8日'):
        expect(text in whole, f'office: missing {text}')
    hostile = ''.join(pages_of(os.path.join(folder, 'hostile.pdf')))
    expect(hostile.count('长') == 50000, f'office: {hostile.count("长")} of 50,000 characters are left')
    expect(os.path.exists(os.path.join(folder, 'bare.pdf')), 'office: a report without nodes')


def main():
    program, office = sys.argv[1], '--office' in sys.argv
    if office and not (shutil.which('soffice') and shutil.which('pdftotext')):
        sys.exit(77)
    if not office:
        try:
            import docx  # noqa: F401
        except ImportError:
            sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        one, two = os.path.join(folder, '1'), os.path.join(folder, '2')
        make_samples(program, one, TZ='Asia/Shanghai')
        if office:
            check_office(one)
        else:
            make_samples(program, two, TZ='America/St_Johns', LC_ALL='C')
            check_same(one, two)
            check_control()
            for name in ('report', 'hostile', 'bare'):
                check_file(name, one)
    sys.exit(1 if failures else 0)


if __name__ == '__main__':
    main()
