import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { gid } from '../world.ts';
import { LiveSocket } from './live-socket.ts';
import { votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

interface Message {
  readonly id: string;
  readonly sequence: number;
  readonly version: number;
  readonly authorName: string;
  readonly authorRole: string;
  readonly own: boolean;
  readonly text: string | null;
  readonly editedAt: string | null;
  readonly hiddenAt: string | null;
  readonly hiddenReason: string | null;
  readonly mayEdit: boolean;
  readonly mayHide: boolean;
}
interface ChatEvent {
  readonly sequence: number;
  readonly lagged: boolean;
  readonly messages: readonly Message[];
}
const fields =
  'id sequence version authorName authorRole own text editedAt hiddenAt hiddenReason mayEdit mayHide postedAt';
const selection = `sequence lagged messages { ${fields} }`;

describe('the chat of an assembly', () => {
  let house: VotingHouse;
  let assembly: Announced;
  let keys = 0;
  const sockets: LiveSocket[] = [];

  beforeAll(async () => {
    house = await votingHouse();
    assembly = await house.announced();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => house.close());

  const read = async (token: string, after?: number) => {
    const socket = await LiveSocket.open(house.app, { token });
    sockets.push(socket);
    return socket.read<ChatEvent>('chatChanged', selection, { assemblyId: assembly.id, after: after ?? null });
  };
  const post = async (token: string, text: string, key?: string) => {
    keys += 1;
    return house.change<{ message: Message | null }>(
      token,
      'postChatMessage',
      { assemblyId: assembly.id, text, idempotencyKey: key ?? `message-${keys}` },
      `message { ${fields} }`,
    );
  };
  const posted = async (token: string, text: string): Promise<Message> => {
    const { message, userErrors } = await post(token, text);
    if (!message) throw new Error(JSON.stringify(userErrors));
    return message;
  };
  const changed = async (token: string, mutation: string, input: object) =>
    house.change<{ message: Message | null }>(token, mutation, input, `message { ${fields} }`);

  test('reaches everybody who reads it, and each as they may see it', async () => {
    const { anna, boris } = house.owners;
    const [hers, his, staff] = await Promise.all(
      [anna.token, boris.token, house.keeper].map(async (token) => read(token)),
    );
    await hers?.atLeast(1);
    await his?.atLeast(1);
    await staff?.atLeast(1);
    const message = await posted(anna.token, '  Соседи, когда начнут ремонт?\u202e ');
    expect(message).toMatchObject({
      text: 'Соседи, когда начнут ремонт?',
      own: true,
      authorRole: 'OWNER',
      mayEdit: true,
    });
    const seen = await his?.until(({ messages }) => messages.length > 0);
    expect(seen?.messages).toMatchObject([
      { id: message.id, own: false, mayEdit: false, mayHide: false, authorName: 'Анна Тест' },
    ]);
    expect((await hers?.until(({ messages }) => messages.length > 0))?.messages).toMatchObject([
      { own: true, mayEdit: true },
    ]);
    expect((await staff?.until(({ messages }) => messages.length > 0))?.messages).toMatchObject([
      { own: false, mayHide: true },
    ]);
    expect((await posted(house.keeper, 'В мае')).authorRole).toBe('STAFF');
  });

  test('takes the same message once', async () => {
    const { boris } = house.owners;
    const first = await post(boris.token, 'Согласен', 'same-key-1');
    const again = await post(boris.token, 'Согласен', 'same-key-1');
    expect(again.message?.id).toBe(first.message?.id);
    expect((await post(boris.token, 'Не согласен', 'same-key-1')).userErrors[0]?.code).toBe('KEY_REUSED');
    const texts = ['', '   ', 'я'.repeat(2001)];
    for (const text of texts) expect((await post(boris.token, text)).userErrors[0]?.code).toBe('INVALID_INPUT');
  });

  test('lets an author correct a message for five minutes, and keeps what stood before', async () => {
    const { anna, boris } = house.owners;
    const message = await posted(anna.token, 'Опечатка');
    const reading = await read(boris.token, message.sequence);
    const edit = { messageId: message.id, version: message.version, text: 'Без опечатки' };
    expect((await changed(boris.token, 'editChatMessage', edit)).userErrors[0]?.code).toBe('NOT_ALLOWED');
    const edited = await changed(anna.token, 'editChatMessage', edit);
    expect(edited.message).toMatchObject({ text: 'Без опечатки', version: 2 });
    expect((await changed(anna.token, 'editChatMessage', edit)).userErrors[0]?.code).toBe('STALE_VERSION');
    const event = await reading.until(({ messages }) => messages.length > 0);
    expect(event.messages).toMatchObject([{ id: message.id, text: 'Без опечатки' }]);
    expect(event.messages[0]?.editedAt).not.toBeNull();
    const { rows } = await house.world.sql.query('select text_before from chat_edit');
    expect(rows).toEqual([{ text_before: 'Опечатка' }]);
    house.app.clock.set(house.app.clock.now() + 5 * 60_000);
    const late = await changed(anna.token, 'editChatMessage', { ...edit, version: 2, text: 'Поздно' });
    expect(late.userErrors[0]?.code).toBe('EDIT_TIME_OVER');
  });

  test('hides with a reason, erases nothing, and restores', async () => {
    const { anna, boris } = house.owners;
    const message = await posted(boris.token, 'Грубость');
    const hide = { messageId: message.id, reason: 'оскорбление' };
    const [his, staff] = [await read(anna.token, message.sequence), await read(house.keeper, message.sequence)];
    expect(await changed(anna.token, 'hideChatMessage', hide).catch((error: Error) => error.message)).toContain(
      'NOT_ALLOWED',
    );
    expect((await changed(house.keeper, 'hideChatMessage', hide)).message).toMatchObject({ text: 'Грубость' });
    expect((await his.until(({ messages }) => messages.length > 0)).messages).toMatchObject([
      { id: message.id, text: null, hiddenReason: 'оскорбление' },
    ]);
    expect((await staff.until(({ messages }) => messages.length > 0)).messages).toMatchObject([{ text: 'Грубость' }]);
    expect((await changed(house.keeper, 'hideChatMessage', hide)).userErrors[0]?.code).toBe('ALREADY_HIDDEN');
    const back = await changed(house.keeper, 'restoreChatMessage', { messageId: message.id });
    expect(back.message).toMatchObject({ text: 'Грубость', hiddenAt: null, hiddenReason: null });
    await expect(house.world.sql.query('delete from chat_message')).rejects.toThrow(/append-only/);
    const { rows } = await house.world.sql.query<{ row: string }>(
      `select j::text as row from journal j where command like '%ChatMessage'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ row }) => /Грубость|опечатк/i.test(row))).toEqual([]);
  });

  test('has a slow mode for each person, and a limit even without it', async () => {
    const { clara } = house.owners;
    const slow = async (seconds: number) =>
      house.change<object>(
        house.keeper,
        'setChatSlowMode',
        { assemblyId: assembly.id, seconds },
        'assembly { chatRules { slowModeSeconds mayPost mayModerate } }',
      );
    expect(await slow(30)).toMatchObject({
      assembly: { chatRules: { slowModeSeconds: 30, mayPost: true, mayModerate: true } },
    });
    expect((await slow(3601)).userErrors[0]?.code).toBe('INVALID_INPUT');
    await posted(clara.token, 'Раз');
    expect((await post(clara.token, 'Два')).userErrors[0]).toMatchObject({ code: 'SLOW_MODE' });
    await posted(house.keeper, 'Ведущую не ждут');
    await posted(house.keeper, 'и здесь');
    house.app.clock.set(house.app.clock.now() + 30_000);
    await posted(clara.token, 'Два');
    await slow(0);
    for (let count = 2; count < 20; count += 1) await posted(clara.token, `Сообщение ${count}`);
    expect((await post(clara.token, 'Двадцать первое')).userErrors[0]?.code).toBe('TOO_MANY_MESSAGES');
    house.app.clock.set(house.app.clock.now() + 10 * 60_000);
    await posted(clara.token, 'Снова можно');
  });

  test('resumes without a gap, and gives the latest 50 to whoever was away too long', async () => {
    const { anna, boris } = house.owners;
    for (let count = 0; count < 12; count += 1) await posted(house.keeper, `До того ${count}`);
    const message = await posted(anna.token, 'Отсюда');
    const texts = Array.from({ length: 15 }, (_, at) => `Дальше ${at}`);
    for (const text of texts) await posted(boris.token, text);
    const resumed = await read(anna.token, message.sequence);
    await resumed.until(({ messages }) => messages.at(-1)?.text === 'Дальше 14');
    expect(resumed.events.flatMap(({ messages }) => messages.map(({ text }) => text))).toEqual(texts);
    await house.world.sql.query('update chat set sequence = sequence + 300');
    const away = await read(anna.token, message.sequence);
    const [event] = await away.atLeast(1);
    expect(event?.lagged).toBe(true);
    expect(event?.messages.length).toBe(50);
  });

  test('is a list of the assembly too, for those who see it', async () => {
    const { app, owners, world } = house;
    const query = `query ($id: ID!) { assembly(id: $id) { chatRules { mayPost mayModerate } chat(last: 3) { totalCount nodes { text } pageInfo { hasPreviousPage } } } }`;
    const seen = await app.ask<{ assembly: { chat: { totalCount: number; nodes: object[] }; chatRules: object } }>(
      owners.anna.token,
      query,
      { id: assembly.id },
    );
    expect(seen.assembly.chat.nodes.map((node) => (node as Message).text)).toEqual([
      'Дальше 12',
      'Дальше 13',
      'Дальше 14',
    ]);
    expect(seen.assembly.chatRules).toEqual({ mayPost: true, mayModerate: false });
    const auditor = await world.person('Аудитор');
    await world.role(auditor, 'AUDITOR');
    const token = await world.token(auditor);
    expect((await app.ask<{ assembly: object }>(token, query, { id: assembly.id })).assembly).toMatchObject({
      chatRules: { mayPost: false, mayModerate: false },
    });
    expect((await post(token, 'Проверка')).userErrors[0]?.code).toBe('NOT_ALLOWED');
    const holder = await world.person('Представитель');
    await house.change(
      house.keeper,
      'registerProxy',
      {
        houseId: gid.house(house.house),
        ownerId: gid.person(owners.clara.person),
        holderId: gid.person(holder),
        documentKind: 'доверенность',
        validFrom: new Date(app.clock.now()).toISOString(),
        validUntil: new Date(app.clock.now() + 86_400_000).toISOString(),
      },
      'proxy { id }',
    );
    expect((await posted(await world.token(holder), 'За Клару')).authorRole).toBe('FOR_OWNER');
    const stranger = await world.token(await world.person('Чужой'));
    expect((await post(stranger, 'Привет')).userErrors[0]?.code).toBe('NOT_FOUND');
    const reading = await read(stranger);
    await eventually(() => expect(reading.refusal).toBe('NOT_FOUND'));
  });
});
