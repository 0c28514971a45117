/** Office files in which the same made-up secrets stand in every corner a program puts them. */
import { strFromU8, unzipSync } from 'fflate'
import { zipOf } from './office.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const book = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const types = (...overrides: readonly (readonly [part: string, type: string])[]) =>
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  `${overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`).join('')}</Types>`

const links = (...each: readonly (readonly [id: string, kind: string, target: string, outside?: true])[]) =>
  `<Relationships xmlns="${packaged}">${each
    .map(
      ([id, kind, target, outside]) =>
        `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A letter: a name split over runs, and `DELETED`, `VANISHED`, `NOTED`, `AUTHOR` … where programs hide them. */
export function letterWithTraces(extra: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const body =
    `<w:p>${run('申请人：')}${run('欧阳', '<w:b/>')}${run('小明')}${run('，身份证号码1101051949')}${run('1231002X，请予公开。')}</w:p>` +
    `<w:p>${run('规划图')}<w:del w:id="1" w:author="AUTHOR"><w:r><w:delText>DELETED</w:delText></w:r></w:del>` +
    `<w:ins w:id="2" w:author="AUTHOR">${run('已经公开')}</w:ins>${run('VANISHED', '<w:vanish/>')}${run('STYLED', '<w:rStyle w:val="Dark"/>')}</w:p>` +
    `<w:p><w:commentRangeStart w:id="0"/>${run('见')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>` +
    `<w:hyperlink r:id="rIdMail">${run('某镇政府')}</w:hyperlink></w:p>` +
    `<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rIdOle"/></w:object></w:r>` +
    '<w:r><w:drawing><wp:docPr xmlns:wp="urn:wp" id="1" name="图1" descr="ALTTEXT"/></w:drawing></w:r></w:p>' +
    `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>${run('HIDDENROW')}</w:p></w:tc></w:tr>` +
    `<w:tr><w:tc><w:p>${run('电话')}</w:p></w:tc><w:tc><w:p>${run('13972000001')}</w:p></w:tc></w:tr></w:tbl>` +
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/></w:sectPr>'
  return zipOf({
    '[Content_Types].xml': types(
      ['word/document.xml', 'wordprocessingml.document.main'],
      ['word/header1.xml', 'wordprocessingml.header'],
      ['word/comments.xml', 'wordprocessingml.comments'],
      ['docProps/core.xml', 'core'],
    ),
    '_rels/.rels': links(
      ['r1', 'officeDocument', 'word/document.xml'],
      ['r2', 'extended-properties', 'docProps/app.xml'],
    ),
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': links(
      ['rIdHead', 'header', 'header1.xml'],
      ['rIdStyle', 'styles', 'styles.xml'],
      ['rIdNote', 'comments', 'comments.xml'],
      ['rIdOle', 'oleObject', 'embeddings/oleObject1.bin'],
      ['rIdXml', 'customXml', '../customXml/item1.xml'],
      ['rIdMail', 'hyperlink', 'mailto:LINKED@example.com', true],
    ),
    'word/header1.xml': `<w:hdr xmlns:w="${word}"><w:p>${run('抄送欧阳小明')}</w:p></w:hdr>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:styleId="Dark"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
    'word/comments.xml': `<w:comments xmlns:w="${word}"><w:comment w:id="0" w:author="AUTHOR"><w:p>${run('NOTED')}</w:p></w:comment></w:comments>`,
    'word/embeddings/oleObject1.bin': 'EMBEDDED',
    'customXml/item1.xml': '<x>CUSTOM</x>',
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>AUTHOR</dc:creator><cp:lastModifiedBy>AUTHOR</cp:lastModifiedBy></cp:coreProperties>',
    'docProps/app.xml': '<Properties><Company>COMPANY</Company></Properties>',
    ...extra,
  })
}

/** What stands in the letter and is never shown. */
export const wordTraces = 'DELETED VANISHED STYLED NOTED LINKED EMBEDDED ALTTEXT HIDDENROW CUSTOM AUTHOR COMPANY'.split(
  ' ',
)

/** A workbook with two shown sheets, a hidden and a very hidden one, hidden rows and columns, a name, a comment. */
export function bookWithTraces(): Uint8Array {
  const sheet = (columns: string, rows: string, after = '') =>
    `<worksheet xmlns="${book}" xmlns:r="${office}">${columns}<sheetData>${rows}</sheetData>${after}</worksheet>`
  const text = (cell: string, n: number) => `<c r="${cell}" t="s"><v>${n}</v></c>`
  const shared = [
    '姓名',
    '欧阳小明',
    '电话',
    'HIDDENSHEET',
    'VERYHIDDEN',
    'HIDDENROW',
    'HIDDENCOLUMN',
    '欧阳<小明>的申请',
    'SECOND',
  ]
  const sheets = ['登记', '第二张', '底稿', '密'].map(
    (name, n) =>
      `<sheet name="${name}" sheetId="${n + 1}" r:id="s${n + 1}"${['', '', ' state="hidden"', ' state="veryHidden"'][n]}/>`,
  )
  return zipOf({
    '[Content_Types].xml': types(
      ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
      ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ['xl/worksheets/sheet3.xml', 'spreadsheetml.worksheet'],
      ['xl/comments1.xml', 'spreadsheetml.comments'],
    ),
    '_rels/.rels': links(['r1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${book}" xmlns:r="${office}"><bookViews><workbookView activeTab="2"/></bookViews>` +
      `<sheets>${sheets.join('')}</sheets><definedNames><definedName name="NAMED">登记!$A$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': links(
      ...[1, 2, 3, 4].map(n => [`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
      ['x1', 'sharedStrings', 'sharedStrings.xml'],
      ['x2', 'externalLink', 'externalLinks/externalLink1.xml'],
    ),
    'xl/externalLinks/externalLink1.xml': '<externalLink>OUTSIDE</externalLink>',
    'xl/sharedStrings.xml': `<sst xmlns="${book}">${shared
      .map(each => `<si><t>${each.replace('<', '&lt;').replace('>', '&gt;')}</t></si>`)
      .join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet(
      '<cols><col min="4" max="4" hidden="1"/></cols>',
      `<row r="1">${text('A1', 0)}${text('B1', 1)}</row>` +
        `<row r="2">${text('A2', 2)}<c r="B2"><v>13972000001</v></c><c r="C2" t="str"><f>"FORMULA"&amp;B1</f><v>见上</v></c>${text('D2', 6)}</row>` +
        `<row r="3" hidden="1">${text('A3', 5)}</row><row r="4">${text('A4', 7)}</row>`,
      '<hyperlinks><hyperlink ref="A1" r:id="h1"/></hyperlinks><legacyDrawing r:id="v1"/>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': links(
      ['h1', 'hyperlink', 'https://LINKED.example.com', true],
      ['c1', 'comments', '../comments1.xml'],
      ['v1', 'vmlDrawing', '../drawings/vml.vml'],
    ),
    'xl/drawings/vml.vml': '<xml>NOTED</xml>',
    'xl/comments1.xml': `<comments xmlns="${book}"><authors><author>AUTHOR</author></authors><commentList><comment ref="B1" authorId="0"><text><t>NOTED</t></text></comment></commentList></comments>`,
    'xl/worksheets/sheet2.xml': sheet('', `<row r="1">${text('A1', 8)}</row>`),
    'xl/worksheets/sheet3.xml': sheet('', `<row r="1">${text('A1', 3)}</row>`),
    'xl/worksheets/sheet4.xml': sheet('', `<row r="1">${text('A1', 4)}</row>`),
  })
}

export const bookTraces =
  'HIDDENSHEET VERYHIDDEN HIDDENROW HIDDENCOLUMN FORMULA LINKED NOTED AUTHOR NAMED OUTSIDE 底稿'.split(' ')

/** Every part of a zip as text, names included, blanks and tags taken out once and left in once. */
export function everyPart(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => {
      const text = strFromU8(content)
      return `${name}\n${text}\n${text.replace(/<[^>]*>|\s/g, '')}`
    })
    .join('\n')
}
