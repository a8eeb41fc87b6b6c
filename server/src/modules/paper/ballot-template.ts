/** The ballot as Typst sets it. Everything it says of one assembly and its owners comes in through `sys.inputs`. */
export const ballotTemplate = String.raw`
#let facts = json(bytes(sys.inputs.facts))
#let pages = facts.pages

#set document(title: facts.title, author: facts.author, date: auto)
#set text(font: "PT Serif", size: 10pt, lang: "ru", hyphenate: true)
#set par(leading: 0.55em, spacing: 0.6em)
#let sans(body, size: 8pt, weight: "regular") = text(font: "PT Sans", size: size, weight: weight, body)
#let line-of(width) = box(width: width, height: 0.9em, stroke: (bottom: 0.3pt))

#let corner = rect(width: 6mm, height: 6mm, fill: black)
#let corners = {
  place(top + left, dx: 9mm, dy: 9mm, corner)
  place(top + right, dx: -9mm, dy: 9mm, corner)
  place(bottom + left, dx: 9mm, dy: -9mm, corner)
  place(bottom + right, dx: -9mm, dy: -9mm, corner)
}

#let head(sheet, page) = {
  place(top + left, dx: 20mm, dy: 20mm, block(width: 142mm, height: 31mm, clip: true, {
    set par(leading: 0.45em, spacing: 0.5em)
    set text(hyphenate: false)
    text(size: 11pt, weight: "bold", facts.heading)
    parbreak()
    sans(facts.house)
    linebreak()
    sans(facts.assembly)
    linebreak()
    sans(sheet.owner, weight: "bold")
  }))
  if sheet.codes.len() >= page {
    place(top + left, dx: 166mm, dy: 20mm, image(bytes(sheet.codes.at(page - 1)), format: "svg", width: 30mm, height: 30mm))
    place(top + left, dx: 166mm, dy: 52.6mm, box(width: 30mm, align(center, sans(sheet.number))))
  }
}

#let foot(page, total) = place(bottom + left, dx: 20mm, dy: -9.5mm, box(width: 170mm, sans({
  [Подпись на каждой странице: #line-of(45mm)]
  h(1fr)
  [Страница #page из #total]
})))

#let field(name, body) = (sans(name), body)

#let known(sheet) = block(width: 170mm, height: 56mm, clip: true, {
  set text(size: 9pt)
  grid(columns: (34mm, 1fr), row-gutter: 1.6mm, column-gutter: 2mm,
    ..field("Собственник", if sheet.owner == "" { line-of(100%) } else { strong(sheet.owner) }),
    ..field(sheet.identityName, if sheet.identity == "" { line-of(70mm) } else { sheet.identity }),
    ..field("Представитель", line-of(100%)),
    ..field("Документ о полномочиях", line-of(100%)),
  )
  v(1.5mm)
  let rows = sheet.ownerships.slice(0, calc.min(sheet.ownerships.len(), facts.mostRows))
  table(columns: (44mm, 20mm, 18mm, 1fr, 24mm), inset: 1.2mm, stroke: 0.3pt,
    table.header(..("Помещение", "Площадь, м²", "Доля", "Документ о праве", "Голосов, м²").map(name => sans(name))),
    ..rows.map(row => row.map(cell => sans(cell))).flatten(),
    ..if sheet.owner == "" { range(facts.mostRows * 5).map(_ => v(3mm)) } else { () },
  )
  if sheet.ownerships.len() > facts.mostRows [
    #sans[И ещё #{ sheet.ownerships.len() - facts.mostRows }: полный перечень в конце.]
  ]
})

#let mark(item, answer) = box(width: 6mm, height: 6mm, stroke: 0.4mm, baseline: 30%, if facts.measured { place(top + left, context {
  let at = here().position()
  [#metadata((item: item, answer: answer, page: at.page, x: at.x / 1mm, y: at.y / 1mm))<mark>]
}) })

#let answers(item) = block(breakable: false, width: 100%, above: 2mm, below: 2mm, grid(
  columns: (42mm, 36mm, 42mm, 50mm), align: horizon,
  sans([По вопросу #item:], size: 9pt),
  [#mark(item, "FOR") #h(1.5mm) #sans("ЗА", size: 9pt, weight: "bold")],
  [#mark(item, "AGAINST") #h(1.5mm) #sans("ПРОТИВ", size: 9pt, weight: "bold")],
  [#mark(item, "ABSTAIN") #h(1.5mm) #sans("ВОЗДЕРЖАЛСЯ", size: 9pt, weight: "bold")],
))

#let question(item) = block(breakable: item.wording.len() + item.proposal.len() > 1500, width: 100%, stroke: (bottom: 0.3pt), inset: (y: 1.2mm), {
  par[*#item.number.* #item.wording #sans[(#item.law)]]
  if item.proposal != "" { par(sans(item.proposal, size: 9pt)) }
  answers(item.number)
})

#let signing = block(breakable: false, width: 100%, above: 4mm, {
  sans(facts.stub, size: 8pt)
  v(4mm)
  grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm, row-gutter: 1mm,
    line-of(100%), line-of(100%), line-of(100%),
    sans("дата"), sans("подпись"), sans("фамилия и инициалы"))
})

#let receipt(sheet) = block(breakable: false, width: 100%, above: 7mm, {
  line(length: 100%, stroke: 0.3pt)
  sans([*Отметка о приёме.* Сфотографируйте её или попросите копию: она подтверждает, что решение передано. #facts.receipt Решение № #sheet.number. Код решения: #sheet.receiptCode], size: 8pt)
  v(4mm)
  grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm, row-gutter: 1mm,
    line-of(100%), line-of(100%), line-of(100%),
    sans("дата, время"), sans("подпись принявшего"), sans("фамилия и инициалы"))
})

#let lists-of(sheet) = if sheet.ownerships.len() > facts.mostRows { sheet.ownerships.chunks(facts.rowsOfList) } else { () }
#let pages-of(sheet) = pages + lists-of(sheet).len()

#for (at, sheet) in facts.sheets.enumerate() {
  let total = pages-of(sheet)
  let before = facts.sheets.slice(0, at).map(pages-of).sum(default: 0)
  set page(width: 210mm, height: 297mm, margin: (left: 20mm, right: 20mm, top: 57mm, bottom: 20mm),
    background: context {
      let page = here().page() - before
      corners
      head(sheet, page)
      foot(page, total)
    })
  heading(level: 1, outlined: false, sans(sheet.label, size: 10pt, weight: "bold"))
  known(sheet)
  sans(facts.terms, size: 8pt)
  v(1mm)
  sans(facts.hint, size: 9pt, weight: "bold")
  for item in facts.items { question(item) }
  signing
  receipt(sheet)
  for rows in lists-of(sheet) {
    pagebreak()
    sans("Все помещения собственника", size: 10pt, weight: "bold")
    table(columns: (44mm, 20mm, 18mm, 1fr, 24mm), inset: 1.2mm, stroke: 0.3pt,
      table.header(..("Помещение", "Площадь, м²", "Доля", "Документ о праве", "Голосов, м²").map(name => sans(name))),
      ..rows.map(row => row.map(cell => box(height: 9.6mm, width: 100%, clip: true, { set par(leading: 0.35em); sans(cell) }))).flatten())
  }
  if not facts.measured {
    context assert(here().page() == before + total, message: "a ballot of another length than its form")
  }
}
`;
