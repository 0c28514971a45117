/** The typst programmes that set a letter. They are given data only, as JSON in `sys.inputs`: no text becomes markup. */

/** What both share: the page, its number, ruled tables, the signature under its seal, and the contact at the foot. */
const common = `
#let m = json(bytes(sys.inputs.model))
#let made = m.made
#set document(
  title: m.name,
  author: if m.author == "" { () } else { (m.author,) },
  date: datetime(year: made.at(0), month: made.at(1), day: made.at(2), hour: made.at(3), minute: made.at(4), second: made.at(5)),
)
#let em = m.size * 1pt
#let pitch = m.pitch * 1pt
#let gap = pitch - em
#set text(font: m.font, lang: m.lang, region: m.region, size: em, top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none)
#set page(
  width: m.sheet.width * 1pt,
  height: m.sheet.height * 1pt,
  margin: (top: m.sheet.top * 1pt, bottom: m.sheet.bottom * 1pt, left: m.sheet.left * 1pt, right: m.sheet.right * 1pt),
  header: if m.head.len() > 0 {
    set text(size: m.small * 1pt)
    set par(first-line-indent: 0pt, justify: false, leading: 0.4em, spacing: 0.4em)
    align(center + bottom, m.head.join(linebreak()))
  },
  footer-descent: m.footerGap * 1pt,
  footer: context {
    let n = counter(page).get().first()
    set text(size: m.small * 1pt)
    let number = [— #n —]
    if m.foot.len() > 0 { set par(first-line-indent: 0pt, justify: false); align(center, m.foot.join(linebreak())) }
    if calc.odd(n) { align(right, pad(right: 1em, number)) } else { align(left, pad(left: 1em, number)) }
  },
)
#set par(leading: gap, spacing: gap, justify: true, first-line-indent: (amount: 2em, all: true))
// A long word that cannot be broken (a number, an address) would leave the line before it stretched.
#let loose(text) = text.match(regex("[!-~]{10,}")) != none
#let plain = (first-line-indent: 0pt, justify: false)
#let red = rgb("#d8000f")
#let lines(n) = v(n * pitch, weak: false)

#let cell(it) = table.cell(
  colspan: it.colSpan,
  rowspan: it.rowSpan,
  align: (if it.align == "left" { left } else if it.align == "right" { right } else { center }) + horizon,
  inset: (x: 4pt, y: 8pt),
  {
    set text(weight: if it.role == "head" { "bold" } else { "regular" })
    if it.vertical { stack(..it.text.clusters().map(c => box(width: 1em, height: 1.25em, align(center + horizon, c)))) } else { it.text }
  },
)
#let ruled(it) = block(above: gap, below: gap, width: 100%, {
  set text(size: m.tableSize * 1pt)
  set par(..plain, leading: 0.5em)
  let rows = it.rows.map(row => row.map(cell))
  table(
    columns: it.widths.map(w => w * 1fr),
    stroke: 0.5pt,
    ..if it.headRows > 0 { (table.header(..rows.slice(0, it.headRows).flatten()),) },
    ..rows.slice(it.headRows).flatten(),
  )
})

#let contact = if m.contact.len() > 0 {
  block(breakable: false, width: 100%, spacing: 0pt, {
    set text(size: m.small * 1pt)
    set par(..plain, leading: 0.5em, spacing: 0.5em)
    line(length: 100%, stroke: 0.35mm)
    pad(x: 1em, m.contact.join(linebreak()))
    line(length: 100%, stroke: 0.35mm)
  })
}

#let over = if m.seal == none { 0pt } else { m.seal.size * 0.5pt - (em + pitch) / 2 + m.seal.lift * 1pt }

// Room for what stands at the foot of the same page is kept under the name, so that it never gets a page of its own.
#let signature(it) = context {
  let foot = if contact == none { 0pt } else { measure(width: m.sheet.text * 1pt, contact).height + 0.5 * pitch }
  block(breakable: false, above: gap + 2 * pitch, below: 0pt, width: 100%, height: em + pitch + over + foot, {
    set par(..plain)
    place(top + right, dx: -it.name * 1pt, it.who)
    place(top + right, dx: -it.date * 1pt, dy: pitch, it.on)
    if m.seal != none {
      let size = m.seal.size * 1pt
      place(top + right, dx: size / 2 - it.middle * 1pt, dy: -over, image(bytes(m.seal.data), format: m.seal.format, width: size, height: size, alt: m.seal.alt))
    }
  })
  if contact != none { place(bottom + left, contact) }
}

`

/** The usual layout. */
export const letterProgramme = `${common}
#let head = if m.redHead != none {
  v(m.redHead.top * 1pt)
  align(center, block(spacing: 0pt, text(size: m.redHead.size * 1pt, weight: "bold", fill: red, { set par(..plain); m.redHead.text })))
  lines(2)
  align(center, block(spacing: 0pt, { set par(..plain); if m.number != none { m.number } }))
  v(m.redHead.lineGap * 1pt)
  block(spacing: 0pt, line(length: 100%, stroke: 1.5pt + red))
  lines(1.5)
}

#let title = align(center, block(above: 0pt, below: gap, text(size: m.titleSize * 1pt, weight: "bold", {
  set par(..plain, leading: 0.55em)
  m.title.map(part => [#part]).join(linebreak())
})))

#head
#title
#if m.number != none and m.redHead == none {
  align(center, block(above: gap, below: gap, { set par(..plain); m.number }))
}
#if m.addressee != none {
  lines(0.6)
  par(first-line-indent: 0pt, m.addressee)
}
#for (i, it) in m.blocks.enumerate() {
  if it.kind == "table" { ruled(it) }
  else if i == m.blocks.len() - 1 and m.signature != none { block(spacing: gap, sticky: true, par(justify: not loose(it.text), it.text)) }
  else { par(justify: not loose(it.text), it.text) }
}
#if m.attachments != none {
  lines(0.5)
  block(spacing: gap, sticky: true, {
    set par(..plain)
    pad(left: 2em, grid(columns: (m.attachments.width * 1em, 1fr), row-gutter: gap, ..m.attachments.entries.enumerate().map(((i, entry)) => (if i == 0 { m.attachments.label } else { [] }, entry)).flatten()))
  })
}
#if m.signature != none { signature(m.signature) }
`

/** A filled template: line by line as the agency set it, in the faces and on the page of this programme. */
export const filledProgramme = `${common}
#let line-of(it) = {
  let size = if it.size != none { it.size * 1pt } else if it.role == "title" { m.titleSize * 1pt } else if it.role == "contact" { m.small * 1pt } else { em }
  let heavy = it.bold or it.role == "title" or it.role == "red head"
  let fill = if it.colour != none { rgb("#" + it.colour) } else if it.role == "red head" { red } else { black }
  let shown = text(size: size, weight: if heavy { "bold" } else { "regular" }, fill: fill, it.text.split("\\n").map(part => [#part]).join(linebreak()))
  let free = calc.max(gap, 0.55 * size)
  let set-so = align(if it.align == "center" { center } else if it.align == "right" { right } else { left }, {
    set par(leading: free, justify: it.align == "both", first-line-indent: if it.indented { (amount: 2em, all: true) } else { 0pt })
    par(shown)
  })
  block(above: free + it.before * 1pt, below: free, width: 100%, sticky: it.sticky, {
    set-so
    if it.sealed and m.seal != none {
      let size = m.seal.size * 1pt
      place(bottom + right, dx: -4 * em, dy: size / 2 - em / 2, image(bytes(m.seal.data), format: m.seal.format, width: size, height: size, alt: m.seal.alt))
    }
  })
}
#for it in m.blocks {
  if it.kind == "table" { ruled(it) }
  else if it.kind == "gap" { v(it.height * 1pt, weak: false) }
  else if it.kind == "signature" { signature(it) }
  else { line-of(it) }
}
#if m.blocks.all(it => it.kind != "signature") and contact != none { v(1fr); contact }
`
