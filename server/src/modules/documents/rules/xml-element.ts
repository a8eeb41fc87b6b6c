/** XML as the papers of an assembly need it: elements, attributes, text. */
const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string): string =>
  // Of the control characters only these three are welcome in XML.
  text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[<>&"]/g, (sign) => signs[sign] ?? sign);

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An element with its attributes; text is escaped, elements inside are indented. */
export function element(name: string, attributes: Attributes, content: readonly string[] | string = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (typeof content === 'string') return `<${name}${written}>${escaped(content)}</${name}>`;
  if (content.length === 0) return `<${name}${written}/>`;
  const inside = content.map((line) => line.replace(/^/gm, '  ')).join('\n');
  return `<${name}${written}>\n${inside}\n</${name}>`;
}

/** An element where there is something to say. */
export const known = (name: string, text: string | null): string[] => (text === null ? [] : [element(name, {}, text)]);
