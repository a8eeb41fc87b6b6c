import type { World } from '../kernel/context.ts';

export interface DemoSignIn {
  readonly who: string;
  readonly login: string;
  readonly password: string;
}

/** The sign-ins of the demo; their password is made from this installation's own secret and exists nowhere else. */
export function demoSignIns({ secrets }: Pick<World, 'secrets'>): DemoSignIn[] {
  const password = secrets.hash('invitation', 'the password of the demo').toString('base64url').slice(0, 14);
  return [
    { who: 'администратор платформы / platform administrator', login: 'admin', password },
    { who: 'администратор собраний / assembly administrator', login: 'keeper', password },
    { who: 'другая управляющая организация / another managing company', login: 'keeper-2', password },
    { who: 'товарищество собственников / owners’ association', login: 'keeper-3', password },
    { who: 'оператор справочной / call-centre operator', login: 'operator', password },
    { who: 'аудитор / auditor', login: 'auditor', password },
    { who: 'собственник / owner', login: 'owner', password },
  ];
}
