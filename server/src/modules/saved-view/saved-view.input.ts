import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class SaveViewInput {
  @Field(() => String, { description: 'Which list, as the console calls it: `assemblies`.' })
  list: string;

  @Field(() => String, { description: '1–80 characters.' })
  name: string;

  @Field(() => String, { description: 'The query of the link: filters, order and columns.' })
  link: string;

  @Field(() => Boolean, { defaultValue: false, description: 'true: all staff find it.' })
  shared: boolean;
}

@InputType()
export class RenameViewInput {
  @Field(() => ID)
  savedViewId: string;

  @Field(() => String)
  name: string;

  @Field(() => Int)
  version: number;
}

@InputType()
export class ShareViewInput {
  @Field(() => ID)
  savedViewId: string;

  @Field(() => Boolean, { description: 'false: nobody else finds it any more.' })
  shared: boolean;

  @Field(() => Int)
  version: number;
}

@InputType()
export class DeleteViewInput {
  @Field(() => ID)
  savedViewId: string;
}
