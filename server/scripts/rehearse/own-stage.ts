import { randomBytes } from 'node:crypto';
import { Caller } from './caller.ts';
import { inAnyOrder, type Stage } from './stage.ts';

const families = ['Первая', 'Вторая', 'Третья', 'Четвёртая', 'Пятая', 'Шестая', 'Седьмая', 'Восьмая', 'Девятая'];

/**
 * A house of its own for the rehearsal, made through the API by a platform administrator: synthetic owners, who are invited
 * and accept, and an advisory poll among them, which opens at once. Nobody who exists votes, and nobody is spoken for.
 */
export async function ownStage(
  url: string,
  token: string,
  { owners, seconds, progress }: { owners: number; seconds: number; progress: (sentence: string) => void },
): Promise<Stage> {
  const staff = new Caller(url, token);
  const name = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const { house } = await staff.call<{ house: { id: string } }>(
    'createHouse',
    { settlement: 'Репетиция', street: `улица Репетиционная ${randomBytes(4).toString('hex')}`, number: '1' },
    'house { id }',
  );
  progress(`Making a rehearsal house with ${String(owners)} synthetic owners, who accept their invitations …`);
  const voters: Caller[] = [];
  const numbers = Array.from({ length: owners }, (_, at) => at + 1);
  const worker = async (): Promise<void> => {
    for (let flat = numbers.shift(); flat !== undefined; flat = numbers.shift()) {
      voters.push(await owner(staff, house.id, flat));
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
  const opensAt = Date.now() + 4000;
  const { assembly } = await staff.call<{ assembly: { id: string; version: number } }>(
    'draftAssembly',
    {
      houseId: house.id,
      form: 'ADVISORY',
      title: `Репетиция ${name}`,
      liveCounts: 'RUNNING_COUNT',
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(opensAt + (seconds + 600) * 1000).toISOString(),
      agenda: [
        { code: '4.1', wording: 'Провести текущий ремонт кровли по смете, приложенной к сообщению' },
        { code: '2', wording: 'Установить шлагбаум на въезде во двор по схеме, приложенной к сообщению' },
      ],
    },
    'assembly { id version }',
  );
  await staff.call('announceAssembly', { assemblyId: assembly.id, version: assembly.version });
  await opened(staff, assembly.id);
  return { staff, assemblyId: assembly.id, voters: inAnyOrder(voters) };
}

/** One flat and its owner, who is registered, invited and signed in. */
async function owner(staff: Caller, houseId: string, flat: number): Promise<Caller> {
  const { premises } = await staff.call<{ premises: { id: string } }>(
    'addPremises',
    { houseId, number: String(flat), kind: 'FLAT', area: (30 + ((flat * 37) % 4500) / 100).toFixed(2) },
    'premises { id }',
  );
  const { person } = await staff.call<{ person: { id: string } }>(
    'registerPerson',
    { kind: 'PERSON', familyName: families[flat % families.length], givenName: 'Репетиция', patronymic: String(flat) },
    'person { id }',
  );
  await staff.call('recordOwnership', {
    premisesId: premises.id,
    holderIds: [person.id],
    share: '1',
    title: { kind: 'репетиция' },
  });
  const secret = randomBytes(12).toString('base64url');
  const { invitation } = await staff.call<{ invitation: { secret: string } }>(
    'invitePerson',
    { personId: person.id, login: `rehearsal-${secret.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}-${String(flat)}` },
    'invitation { secret }',
  );
  const voter = new Caller(staff.url);
  await voter.call('acceptInvitation', { secret: invitation.secret, password: secret });
  return voter;
}

async function opened(staff: Caller, assemblyId: string): Promise<void> {
  for (;;) {
    const { assembly } = await staff.ask<{ assembly: { state: string } }>(
      'query ($id: ID!) { assembly(id: $id) { state } }',
      {
        id: assemblyId,
      },
    );
    if (assembly.state === 'VOTING') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
