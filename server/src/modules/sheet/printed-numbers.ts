import { provideNumberedSubmissions } from '../voting/index.ts';

// Whoever reads out the number under the code of a paper means what was put on record from it.
provideNumberedSubmissions(
  (number) =>
    `select s.submission_id from paper_sheet s where s.printed_number = ${number} and s.submission_id is not null`,
);
