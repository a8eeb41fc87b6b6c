import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { refusalCodes, type RefusalCode } from '@veche/shared/refusals';
import type { Context } from './context.ts';
import { enumOf } from './enum-of.ts';
import { Refusal } from './refusal.ts';
import { wordRefusal } from './refusal-words.ts';

export const UserErrorCode = enumOf(refusalCodes);
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: 'Why a call was refused. The list is closed; new codes are announced in the changelog.',
});

@ObjectType({ description: 'An expected refusal. Nothing was changed by a call that carries one.' })
export class UserError {
  @Field(() => UserErrorCode)
  code: RefusalCode;

  @Field(() => [String], { nullable: true, description: 'Path inside the input, where one field is to blame.' })
  field: readonly string[] | null;

  @Field(() => String, { description: "For a person to read, in the caller's language (Accept-Language)." })
  message: string;
}

/** What every mutation answers with, beside its object. */
@ObjectType()
export class Payload {
  @Field(() => [UserError])
  userErrors: readonly UserError[];
}

export function userErrorOf(context: Pick<Context, 'locale'>, refusal: Refusal): UserError {
  return { code: refusal.code, field: refusal.field, message: wordRefusal(refusal, context.locale) };
}

/** Turns a command's answer or its Refusal into a payload: the one place where that happens. */
export async function payload<Answer extends object>(
  context: Context,
  command: () => Promise<Answer>,
): Promise<Partial<Answer> & { userErrors: readonly UserError[] }> {
  try {
    return { ...(await command()), userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const none: Partial<Answer> = {};
    return { ...none, userErrors: [userErrorOf(context, error)] };
  }
}
