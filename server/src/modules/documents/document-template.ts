/** Every paper of an assembly as Typst sets it: what it says comes in through `sys.inputs`, block by block. */
export const documentTemplate = String.raw`
#let facts = json(bytes(sys.inputs.facts))
#let wide = facts.landscape

#set document(title: facts.title, author: facts.author, date: auto)
#set page(paper: "a4", flipped: wide, margin: (left: 20mm, right: 15mm, top: 18mm, bottom: 20mm),
  footer: context text(font: "PT Sans", size: 8pt)[#facts.footer #h(1fr) Страница #here().page() из #counter(page).final().first()])
#set text(font: "PT Serif", size: 10.5pt, lang: "ru", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.8em, justify: false)
#show heading: it => block(above: 1.2em, below: 0.7em, text(font: "PT Sans", weight: "bold", size: if it.level == 1 { 14pt } else { 11pt }, it.body))
#set table(stroke: 0.3pt, inset: (x: 1.4mm, y: 1.1mm))
#show table: set text(font: "PT Sans", size: 8.5pt, hyphenate: false)
#show table: set par(leading: 0.45em)

#let known(rows) = for (name, value) in rows { par(hanging-indent: 5mm)[#text(font: "PT Sans", size: 9pt)[#name:] #value] }

#let listed(block-of) = table(columns: block-of.columns.map(width => eval(width)),
  table.header(..block-of.header.map(name => strong(name))),
  ..block-of.rows.flatten())

#let line-of(width) = box(width: width, height: 1.1em, stroke: (bottom: 0.3pt))
#let signing(roles) = for role in roles {
  block(breakable: false, above: 6mm, [#role: #h(1fr) #line-of(45mm) #h(4mm) #line-of(55mm)])
  text(font: "PT Sans", size: 7.5pt)[#h(1fr) подпись, расшифровка, дата]
}

= #facts.title
#par(facts.subtitle)
#for part in facts.blocks {
  if part.kind == "heading" { heading(level: 2, part.text) }
  else if part.kind == "text" { par(part.text) }
  else if part.kind == "fields" { known(part.rows) }
  else if part.kind == "table" { listed(part) }
  else { signing(part.roles) }
}
`;
