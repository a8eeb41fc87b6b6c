/** A person acts in full right from the age of eighteen (Civil Code art. 21); until then a parent acts for them. */

/** The eighteenth birthday; for a 29 February in a year without one, the day after the 28th. */
function eighteenthBirthday(birthDate: string): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const comes = Number(year) + 18;
  const leap = (comes % 4 === 0 && comes % 100 !== 0) || comes % 400 === 0;
  const rest = month === '02' && day === '29' && !leap ? '03-01' : `${month}-${day}`;
  return `${String(comes).padStart(4, '0')}-${rest}`;
}

/** The day a minor comes of age; null for whoever is of age on `today`. Days are Moscow's, as YYYY-MM-DD. */
export function comesOfAgeOn(birthDate: string | null | undefined, today: string): string | null {
  if (birthDate === null || birthDate === undefined) return null;
  const birthday = eighteenthBirthday(birthDate);
  return birthday > today ? birthday : null;
}

/** Nobody was born tomorrow, nor more than 130 years ago. */
export function isBirthDate(birthDate: string, today: string): boolean {
  return birthDate <= today && Number(birthDate.slice(0, 4)) >= Number(today.slice(0, 4)) - 130;
}
