import { demoOwnerToken } from '../../src/demo/demo-owners.ts';
import { demoSignIns } from '../../src/demo/demo-sign-ins.ts';
import { decodeId } from '../../src/kernel/global-id.ts';
import type { Secrets } from '../../src/kernel/ports.ts';
import { Caller, Refused, RehearsalProblem, type Page, type PagedQuery } from './caller.ts';
import { inAnyOrder, type Stage } from './stage.ts';

const votingAssemblies = `query { assemblies(first: 20, filter: { states: [VOTING] }) {
  nodes { id roll(first: 1) { totalCount } turnout { ballots } } } }`;

interface Voting {
  readonly id: string;
  readonly roll: { readonly totalCount: number };
  readonly turnout: { readonly ballots: number };
}

const rollPage = `query ($id: ID!, $after: String) { assembly(id: $id) {
  roll(first: 100, after: $after) { nodes { owners { id } } pageInfo { hasNextPage endCursor } } } }`;

interface RollPage {
  readonly assembly: { readonly roll: Page<{ readonly owners: readonly { readonly id: string }[] }> };
}

/**
 * The demo of this installation: its secret says the sign-in of its administrator and the tokens of its synthetic owners.
 * Where the demo was not filled with that secret both are refused.
 */
export async function demoStage(url: string, secrets: Secrets, assemblyId: string | null): Promise<Stage> {
  const staff = new Caller(url);
  const [administrator] = demoSignIns({ secrets });
  try {
    await staff.call('signIn', { login: administrator?.login, password: administrator?.password });
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    throw new RehearsalProblem(`What runs at ${url} is not the demo of this folder: say --token (see the README).`);
  }
  const chosen = assemblyId ?? (await mostWaiting(staff));
  const roll: PagedQuery<RollPage> = { query: rollPage, variables: { id: chosen } };
  const entries = await staff.list(roll, ({ assembly }) => assembly.roll);
  const owners = new Set(entries.flatMap((entry) => entry.owners.map((owner) => owner.id)));
  const voters = [...owners].map((id) => new Caller(url, demoOwnerToken(secrets, decodeId('Person', id))));
  return { staff, assemblyId: chosen, voters: inAnyOrder(voters) };
}

/** Where most owners have not voted yet. */
async function mostWaiting(staff: Caller): Promise<string> {
  const { assemblies } = await staff.ask<{ assemblies: { nodes: readonly Voting[] } }>(votingAssemblies);
  const waiting = ({ roll, turnout }: Voting): number => roll.totalCount - turnout.ballots;
  const [most] = assemblies.nodes.toSorted((a, b) => waiting(b) - waiting(a));
  if (!most) throw new RehearsalProblem('Nothing is voting in this demo any more: remove .veche and start it again.');
  return most.id;
}
