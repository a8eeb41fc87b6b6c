/** The minutes as a machine reads them (Minstroy 266/пр): the fields of the exchange with ГИС ЖКХ, votes as exact fractions beside decimals. */
import type { Fraction } from '../../../kernel/fraction.ts';
import type { MinutesFacts } from './assembly-facts.ts';

const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[<>&"]/g, (sign) => signs[sign] ?? sign);

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

function element(name: string, attributes: Attributes, content: readonly string[] | string = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (typeof content === 'string') return `<${name}${written}>${escaped(content)}</${name}>`;
  if (content.length === 0) return `<${name}${written}/>`;
  const inside = content.map((line) => line.replace(/^/gm, '  ')).join('\n');
  return `<${name}${written}>\n${inside}\n</${name}>`;
}

const votes = (name: string, amount: Fraction): string =>
  element(name, { exact: amount.toString() }, amount.toDecimal(2));

export function minutesXml({ assembly, count, voters }: MinutesFacts): string {
  const { total, participating, quorum } = count.tally;
  const form = assembly.form === 'SYSTEM' ? 'EVoting' : 'Advisory';
  const items = assembly.items.map((item, at) => {
    const counted = count.tally.items[at];
    if (!counted) return element('Item', { number: item.position });
    return element('Item', { number: item.position, code: item.code, rule: counted.rule }, [
      element('Wording', {}, item.wording),
      ...(item.proposal === null ? [] : [element('Proposal', {}, item.proposal)]),
      votes('Agree', counted.for),
      votes('Against', counted.against),
      votes('Abstent', counted.abstain),
      votes('Invalid', counted.invalid),
      element('Resume', { code: counted.adopted ? 'M' : 'N' }, counted.adopted ? 'принято' : 'не принято'),
    ]);
  });
  const ballots = voters.map(({ premises, shortName, votes: weight, channel, sheet }) =>
    element('Decision', { premises, voter: shortName, votes: weight, channel, sheet }),
  );
  const root = element('Protocol', { number: assembly.number, date: count.countedAt.toISOString() }, [
    element('House', { fias: assembly.fiasId }, assembly.address),
    element('Meeting', { annual: assembly.annual, form, mode: assembly.legalMode }, [
      element('Title', {}, assembly.title),
      element('Begin', {}, assembly.opensAt.toISOString()),
      element('End', {}, assembly.closesAt.toISOString()),
      element('Notice', {}, assembly.noticeAt.toISOString()),
    ]),
    element('Eligibility', { code: quorum.met ? 'C' : 'N' }, [
      votes('Total', total),
      votes('Participating', participating),
    ]),
    element('Items', {}, items),
    element('Decisions', { sha256: count.ballotsSha256, count: count.ballots }, ballots),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
