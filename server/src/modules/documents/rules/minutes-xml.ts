/** The minutes as a machine reads them (Minstroy 266/пр): the fields of the exchange with ГИС ЖКХ, votes as exact fractions beside decimals. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { AssemblyFacts, MinutesFacts, PartyFacts } from './assembly-facts.ts';
import { element, known } from './xml-element.ts';

const area = (name: string, hundredths: bigint): string =>
  element(name, { unit: 'm2' }, Fraction.of(hundredths, 100n).toDecimal(2));

const votes = (name: string, amount: Fraction): string =>
  element(name, { exact: amount.toString() }, amount.toDecimal(2));

function party(role: string, named: PartyFacts | null): string[] {
  if (named === null) return [];
  const { isPerson, name, ogrn, snils, premises, titles } = named;
  return [
    element(role, { kind: isPerson ? 'Person' : 'Organisation', ogrn, snils }, [
      element('Name', {}, name),
      ...premises.map((number) => element('Premises', {}, number)),
      ...titles.map((title) => element('TitleDocument', {}, title)),
    ]),
  ];
}

function officers({ initiator, administrator, chair, secretary, tellers }: AssemblyFacts): string[] {
  return [
    ...party('Initiator', initiator),
    ...party('Administrator', administrator),
    ...party('Chair', chair),
    ...party('Secretary', secretary),
    ...tellers.flatMap((teller) => party('Counter', teller)),
  ];
}

/** What a meeting says of itself in the exchange. */
function heldAssembly(assembly: AssemblyFacts): string {
  const { annual, legalMode: mode, firstVoting, materials } = assembly;
  const form = assembly.form === 'SYSTEM' ? 'EVoting' : 'Advisory';
  return element('Meeting', { annual, form, mode, firstVoting }, [
    element('Title', {}, assembly.title),
    element('Begin', {}, assembly.opensAt.toISOString()),
    element('End', {}, assembly.closesAt.toISOString()),
    element('Notice', {}, assembly.noticeAt.toISOString()),
    element('System', {}, 'Veche'),
    ...known('AcceptanceProcedure', assembly.acceptanceProcedure),
    ...known('MaterialsPlace', assembly.materialsPlace),
    ...known('AdministratorAddress', assembly.administratorAddress),
    ...officers(assembly),
    ...materials.map((title) => element('Attachment', {}, title)),
  ]);
}

export function minutesXml({ assembly, count, voters }: MinutesFacts): string {
  const { total, participating, quorum } = count.tally;
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
    heldAssembly(assembly),
    element('Eligibility', { code: quorum.met ? 'C' : 'N' }, [
      votes('Total', total),
      votes('Participating', participating),
      area('Residential', count.residential),
      area('NonResidential', count.nonResidential),
    ]),
    element('Items', {}, items),
    element('Decisions', { sha256: count.ballotsSha256, count: count.ballots }, ballots),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
