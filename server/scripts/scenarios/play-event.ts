import type { Api, Answer } from './api.ts';
import type { People } from './people.ts';
import type { RegisteredHouse } from './register-house.ts';
import type { ElectronicEvent, PaperEvent, ScenarioEvent } from './scenario.ts';

/** What has happened so far, by the ids that the API gave. */
export interface Play {
  readonly admin: Api;
  /** Confirms what the administrator entered from paper: four eyes. */
  readonly second: Api;
  readonly people: People;
  readonly house: RegisteredHouse;
  /** null until it was drawn up. */
  readonly assembly: { readonly id: string; readonly version: number; readonly itemIds: readonly string[] } | null;
  /** A ballot of each submission, by the scenario's own id. */
  readonly ballots: Map<string, string>;
  readonly proxies: Map<string, string>;
  /** Who may dispute a submission, by the scenario's own id of it. */
  readonly disputer: (submission: string) => string;
}

interface Submitted {
  readonly submission: {
    readonly ballots: readonly { readonly id: string; readonly state: string; readonly reason: string | null }[];
  };
}

const submission = 'submission { ballots { id state reason } }';

/** Does one event through the public API, and says what came of it in the words of the format. */
export async function playEvent(play: Play, event: ScenarioEvent, key: string): Promise<string> {
  const { admin, people, house } = play;
  switch (event.type) {
    case 'ELECTRONIC':
      return recorded(play, event, await castBallot(play, event, key));
    case 'PAPER':
      return recorded(play, event, await handInPaper(play, event, key));
    case 'TRANSFER':
      return applied(
        await admin.change(
          'recordTransfer',
          {
            premisesId: house.premisesId(event.premises),
            fromPersonId: people.id(event.from),
            toIds: event.to.map((one) => people.id(one)),
            title: { kind: 'ЕГРН' },
            ...(event.share === null ? {} : { share: event.share }),
          },
          'premises { id }',
        ),
      );
    case 'CORRECT_AREA':
      return applied(
        await admin.change(
          'correctArea',
          {
            premisesId: house.premisesId(event.premises),
            area: event.area,
            document: 'ЕГРН',
            assemblyId: play.assembly?.id ?? null,
          },
          'premises { id }',
        ),
      );
    case 'PROXY': {
      const answer = await admin.change<{ proxy: { id: string } }>(
        'registerProxy',
        {
          houseId: house.houseId,
          ownerId: people.id(event.owner),
          holderId: people.id(event.holder),
          documentKind: 'доверенность',
          validFrom: event.validFrom,
          validUntil: event.validUntil,
          premisesIds: event.premises?.map((number) => house.premisesId(number)) ?? null,
          mayVote: event.mayVote,
        },
        'proxy { id }',
      );
      if (answer.ok) play.proxies.set(event.id, answer.found.proxy.id);
      return applied(answer);
    }
    case 'REVOKE_PROXY':
      return applied(await admin.change('revokeProxy', { proxyId: play.proxies.get(event.proxy) }, 'proxy { id }'));
    case 'UPHOLD_DISPUTE': {
      const ballotId = play.ballots.get(event.ballot);
      if (ballotId === undefined) return 'NOTHING_WAS_RECORDED';
      const opened = await people
        .api(play.disputer(event.ballot))
        .change('openDispute', { ballotId, statement: 'I did not sign it.' }, 'ballot { id }');
      if (!opened.ok) return applied(opened);
      return applied(
        await admin.change('upholdDispute', { ballotId, evidence: 'The owner did not sign it.' }, 'ballot { id }'),
      );
    }
    default:
      return event satisfies never;
  }
}

/** The assembly, for what cannot be done before it was drawn up. */
function assemblyOf({ assembly }: Play) {
  if (!assembly) throw new Error('the assembly was not drawn up yet');
  return assembly;
}

async function castBallot(play: Play, event: ElectronicEvent, key: string): Promise<Answer<Submitted>> {
  const { id, itemIds } = assemblyOf(play);
  return play.people.api(event.by).change<Submitted>(
    'castBallot',
    {
      assemblyId: id,
      // A body has no account: whoever heads it always names it.
      ownerId: play.people.id(event.owner ?? event.by),
      premisesIds: event.premises.map((number) => play.house.premisesId(number)),
      votes: itemIds.map((agendaItemId, at) => ({ agendaItemId, answer: event.answers[at] ?? null })),
      idempotencyKey: key,
    },
    submission,
  );
}

/** Taken in at the counter, entered by one and confirmed by another: only then is it on record. */
async function handInPaper(play: Play, event: PaperEvent, key: string): Promise<Answer<Submitted>> {
  const { id, itemIds } = assemblyOf(play);
  const taken = await play.admin.change<{ sheet: { id: string } }>(
    'takeInSheet',
    { assemblyId: id, handedOverAt: event.receivedAt, idempotencyKey: `${key}-taken` },
    'sheet { id }',
  );
  if (!taken.ok) return taken;
  const read = {
    sheetId: taken.found.sheet.id,
    ownerId: play.people.id(event.owner),
    premisesIds: [play.house.premisesId(event.premises)],
    actedById: event.by === null ? null : play.people.id(event.by),
    signed: event.signed,
    votes: itemIds.map((agendaItemId, at) => ({ agendaItemId, marks: event.answers[at] ?? [] })),
  };
  const entered = await play.admin.change('enterSheet', { ...read, idempotencyKey: `${key}-first` }, 'sheet { id }');
  if (!entered.ok) return entered;
  const confirmed = await play.second.change<{ sheet: Submitted['submission'] }>(
    'confirmSheet',
    { ...read, idempotencyKey: `${key}-second` },
    'sheet { ballots { id state reason } }',
  );
  return confirmed.ok ? { ok: true, found: { submission: confirmed.found.sheet } } : confirmed;
}

function recorded(play: Play, event: ElectronicEvent | PaperEvent, answer: Answer<Submitted>): string {
  if (!answer.ok) return `REFUSED_${answer.refusal.code}`;
  const { ballots } = answer.found.submission;
  const named = ballots.find(({ state }) => state === 'COUNTED') ?? ballots[0];
  if (!named) return 'NOTHING_WAS_RECORDED';
  if (event.id !== null) play.ballots.set(event.id, named.id);
  const fates = ballots.map(({ state, reason }) => (reason === null ? state : `${state}_${reason}`));
  // A paper speaks for every share its owner has there: what somebody voted with before counts no more, the rest does.
  if (event.type === 'PAPER' && fates.includes('COUNTED')) return 'COUNTED';
  return [...new Set(fates)].toSorted().join('+');
}

function applied(answer: Answer<unknown>): string {
  return answer.ok ? 'APPLIED' : `REFUSED_${answer.refusal.code}`;
}
