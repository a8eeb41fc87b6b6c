/** The keys of a Russian keyboard, each as the Latin one that is in its place, Shift included. */
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю';
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const shifted: Readonly<Record<string, string>> = { Ж: ':', '.': '/', ю: '.', ';': '$' };

/** A reader of codes presses keys: under a Russian layout it types Russian letters, and means the Latin ones. */
export function latinKeys(typed: string): string {
  if (!/[а-яё]/i.test(typed)) return typed;
  return [...typed]
    .map((sign) => {
      const key = cyrillic.indexOf(sign.toLowerCase());
      return shifted[sign] ?? (key === -1 ? sign : (latin[key] ?? sign).toUpperCase());
    })
    .join('');
}

const longestNumber = 12;

/** A code is long, a number under it short. */
export function codeOrNumber(typed: string): { readonly code: string } | { readonly number: string | null } {
  const text = latinKeys(typed.trim());
  if (text === '') return { number: null };
  return text.length > longestNumber ? { code: text.toUpperCase() } : { number: text };
}
