/** The typst programme that sets a page. It is given data only, as JSON in `sys.inputs`: no text ever becomes markup. */
export const pdfTemplate = `
#let model = json(bytes(sys.inputs.model))
#let made = model.made
#set document(
  title: model.title,
  author: if model.author == "" { () } else { (model.author,) },
  date: datetime(year: made.at(0), month: made.at(1), day: made.at(2), hour: made.at(3), minute: made.at(4), second: made.at(5)),
)
#set text(font: model.font, lang: "zh", region: "cn", size: model.size * 1pt, cjk-latin-spacing: none)
#set page(
  width: model.sheet.width * 1pt,
  height: model.sheet.height * 1pt,
  margin: (
    top: model.sheet.top * 1pt,
    bottom: model.sheet.bottom * 1pt,
    left: model.sheet.left * 1pt,
    right: model.sheet.right * 1pt,
  ),
  footer: context align(center, text(size: 10.5pt)[— #counter(page).display() —]),
)
#set par(leading: 0.85em, spacing: 0.85em, justify: true, first-line-indent: (amount: 2em, all: true))
#show heading: it => block(above: 1.3em, below: 0.9em, sticky: true, text(weight: "bold", size: if it.level == 1 { 16pt } else { model.size * 1pt }, {
  set par(first-line-indent: 0pt, justify: false)
  if it.level > 1 { h(2em) }
  it.body
}))

#let title-block(it) = align(center, block(above: 1.2em, below: 1.8em, text(size: it.size * 1pt, weight: "bold", {
  set par(first-line-indent: 0pt, justify: false, leading: 0.6em)
  it.lines.join(linebreak())
})))

#let cell(it) = table.cell(
  colspan: it.colSpan,
  rowspan: it.rowSpan,
  breakable: it.rowSpan > 1,
  align: (if it.align == "left" { left } else if it.align == "right" { right } else { center }) + horizon,
  inset: (x: it.padding * 1pt, y: it.room * 1pt),
  if it.vertical { stack(..it.text.clusters().map(c => box(width: 1em, height: 1.2em, align(center + horizon, c)))) } else { it.text },
)

#let statutory(it) = {
  set text(size: it.size * 1pt)
  set par(first-line-indent: 0pt, justify: false, leading: 0.5em)
  let rows = it.rows.map(row => row.map(cell))
  let body = table(
    columns: it.widths.map(w => w * 1fr),
    stroke: 0.5pt,
    ..if it.headRows > 0 { (table.header(..rows.slice(0, it.headRows).flatten()),) },
    ..rows.slice(it.headRows).flatten(),
  )
  layout(size => {
    let high = measure(width: size.width, body).height
    let room = (model.sheet.height - model.sheet.top - model.sheet.bottom - 40) * 1pt
    block(breakable: high > room, above: 0.9em, below: 1em, width: 100%, body)
  })
}

#for it in model.blocks {
  if it.kind == "title" { title-block(it) }
  else if it.kind == "heading" { heading(level: it.level, it.text) }
  else if it.kind == "paragraph" { par(it.text) }
  else { statutory(it) }
}
`
