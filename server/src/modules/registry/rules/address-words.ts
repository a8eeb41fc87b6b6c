/** Words of an address that are written in many ways and mean one thing (order of the Ministry of Finance 171n, names of address elements). */

const streetTypes: Readonly<Record<string, readonly string[]>> = {
  улица: ['ул', 'улица'],
  проспект: ['просп', 'пр-кт', 'пр-т', 'проспект'],
  // Moscow's own registers write «пр.» for проезд and «просп.» for проспект.
  проезд: ['пр', 'пр-д', 'проезд'],
  переулок: ['пер', 'переулок'],
  шоссе: ['ш', 'шоссе'],
  бульвар: ['бул', 'б-р', 'бульвар'],
  набережная: ['наб', 'набережная'],
  площадь: ['пл', 'площадь'],
  аллея: ['ал', 'аллея'],
  тупик: ['туп', 'тупик'],
  линия: ['лин', 'линия'],
  квартал: ['кв-л', 'квартал'],
  микрорайон: ['мкр', 'мкрн', 'мкр-н', 'микрорайон'],
};

const settlementTypes: Readonly<Record<string, readonly string[]>> = {
  // A town is the same town with and without the word.
  '': ['г', 'гор', 'город'],
  поселок: ['п', 'пос', 'поселок'],
  деревня: ['д', 'дер', 'деревня'],
  село: ['с', 'село'],
  пгт: ['пгт'],
  рабочий: ['рп'],
  дачный: ['дачн', 'дп', 'дачный'],
  хутор: ['х', 'хутор'],
  станица: ['ст-ца', 'станица'],
  имени: ['им', 'имени'],
};

function turned(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([whole, forms]) => forms.map((form) => [form, whole] as const)));
}

export const streetWords = turned({ ...streetTypes, имени: ['им', 'имени'] });
export const settlementWords = turned(settlementTypes);

const lookalikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

/** Lower case, е for ё, Cyrillic for the Latin letters that look the same, one kind of dash. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/[ABCEHKMOPTXY]/g, (letter) => lookalikes[letter] ?? letter)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .replaceAll(/\s*-\s*/g, '-')
    .replaceAll(/[«»"“”„']/g, ' ');
}
