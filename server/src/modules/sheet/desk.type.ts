import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PaperDesk', { description: 'How much paper waits for whom, in an assembly that you run.' })
export class PaperDeskType {
  @Field(() => Int, { description: 'Files that arrive or are being read.' })
  filesReading: number;

  @Field(() => Int, { description: 'Pages of them that have been read so far.' })
  pagesRead: number;

  @Field(() => Int, { description: 'Pages that wait for a person to say what they are.' })
  pagesQueued: number;

  @Field(() => Int, { description: 'Scanned ballots of which a page is missing, and that nobody took in.' })
  incomplete: number;

  @Field(() => Int, { description: 'Sheets that are here as a scan alone: nobody took the paper in at the counter.' })
  notTakenIn: number;

  @Field(() => Int, { description: 'Sheets that wait for the first entry.' })
  toEnter: number;

  @Field(() => Int, { description: 'Sheets that wait for a second person.' })
  toConfirm: number;

  @Field(() => Int, { description: 'Sheets that two people read differently.' })
  toDecide: number;

  @Field(() => Int, { description: 'Paper ballots on record that count.' })
  counted: number;

  @Field(() => Int, { description: 'Paper ballots on record that do not count, each with its reason.' })
  notCounted: number;
}
