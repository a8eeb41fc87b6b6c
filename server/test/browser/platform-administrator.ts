import type { SignIn } from './chromium.ts';
import type { Street } from './street.ts';

/** Somebody who runs the whole platform, signed in by a password as the keeper of the street is. */
export async function platformAdministrator({ world, keeper }: Street): Promise<SignIn & { readonly person: string }> {
  const person = await world.person('Управителева Ольга');
  await world.role(person, 'PLATFORM_ADMINISTRATOR');
  const { rows } = await world.sql.query<{ login: string }>('select login from account where person_id = $1', [person]);
  return { login: rows[0]?.login ?? '', password: keeper.password, person };
}
