import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { World } from '../kernel/context.ts';
import { encodeId } from '../kernel/global-id.ts';
import type { ViewerFinder } from '../modules.ts';
import { DemoApi } from './demo-api.ts';
import { pick, shuffled } from './demo-chance.ts';
import { demoOwnerToken, demoTokenName } from './demo-owners.ts';
import { demoTalk } from './demo-talk.ts';

interface Waiting {
  assembly: string;
  person: string;
  items: string[];
  ownerships: string[];
  /** How many of the ownerships on the rolls have no ballot yet, of a hundred. */
  percent: number;
}

const free = `not exists (select from ballot b where b.assembly_id = e.assembly_id and b.lineage_id = e.lineage_id and b.state = 'COUNTED')`;

/** One owner of the demo who has not voted yet where voting runs, with all they may vote with. */
const somebody = `
  with open as (
    select e.* from assembly a join roll_entry e on e.assembly_id = a.id and e.until is null
     where a.state = 'VOTING' and a.opens_at <= $1 and a.closes_at > $1),
  chosen as (
    select e.assembly_id, c.person_id, count(*) over () * 100 / (select count(*) from open) as percent
      from open e join account c on c.person_id = any(e.holder_ids)
      join access_token t on t.account_id = c.id and t.token_name = $2 and t.revoked_at is null
     where ${free} order by random() limit 1)
  select x.assembly_id as assembly, x.person_id as person, x.percent::int,
         array(select i.id from agenda_item i where i.assembly_id = x.assembly_id order by i.position) as items,
         array(select e.ownership_id from open e
                where e.assembly_id = x.assembly_id and x.person_id = any(e.holder_ids) and ${free}) as ownerships
    from chosen x`;

/**
 * Lets the owners of the demo vote and talk by themselves, a few a minute, through the API and with the tokens that the demo
 * gave them: in a database the demo did not fill there are none, and nothing happens.
 */
export class DemoPulse {
  readonly #world: World;
  readonly #viewers: ViewerFinder;
  readonly #api: DemoApi;
  readonly #perMinute: number;
  /** Nobody says at once what somebody has just said. */
  readonly #words: string[] = shuffled<string>(Math.random, demoTalk);
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<unknown> = Promise.resolve();

  constructor(world: World, schema: GraphQLSchema, viewers: ViewerFinder, perMinute: number) {
    this.#world = world;
    this.#viewers = viewers;
    this.#api = new DemoApi(world, schema);
    this.#perMinute = perMinute;
  }

  start(): void {
    if (this.#perMinute > 0) this.#wait(2000);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#running;
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#running = this.#goOn();
    }, ms);
  }

  async #goOn(): Promise<void> {
    let percent = 0;
    try {
      percent = await this.beat();
    } catch (error) {
      this.#world.log.debug({ err: error }, 'nobody of the demo voted');
    }
    // People come when they like; the fewer are left, the seldomer.
    const slower = Math.max(1, Math.min(8, 60 / Math.max(1, percent)));
    const gap = (-Math.log(1 - Math.random()) * 60_000) / this.#perMinute;
    if (this.#timer) this.#wait(Math.min(120_000, slower * Math.max(1500, gap)));
  }

  /** One owner votes, and now and then says something. Answers how many of a hundred have not voted yet. */
  async beat(): Promise<number> {
    const now = this.#world.clock.now();
    const [waiting] = await this.#world.database.read<Waiting>(somebody, [new Date(now), demoTokenName]);
    if (!waiting) return 0;
    const viewer = await this.#viewers.byToken(demoOwnerToken(this.#world.secrets, waiting.person));
    if (viewer.kind !== 'SIGNED_IN') return 0;
    const assemblyId = encodeId('Assembly', waiting.assembly);
    await this.#api.change(
      now,
      viewer,
      'castBallot',
      {
        assemblyId,
        ownershipIds: waiting.ownerships.map((id) => encodeId('Ownership', id)),
        votes: waiting.items.map((id) => ({
          agendaItemId: encodeId('AgendaItem', id),
          answer: pick(Math.random, ['FOR', 'FOR', 'FOR', 'FOR', 'AGAINST', 'ABSTAIN']),
        })),
        idempotencyKey: `demo-${randomUUID()}`,
      },
      'submission { id }',
    );
    if (Math.random() < 0.2) {
      const text = this.#words.shift() ?? '';
      this.#words.push(text);
      const input = { assemblyId, text, idempotencyKey: `demo-${randomUUID()}` };
      await this.#api.change(now, viewer, 'postChatMessage', input, 'message { id }');
    }
    return waiting.percent;
  }
}
