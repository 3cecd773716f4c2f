const SHOWN_LENGTH = 40;

/** Something from an address or a file as a page may repeat it: cut after forty characters, nothing invisible in it. */
export function shownText(text: string): string {
  const characters = Array.from(text.replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD'));
  return characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : characters.join('');
}
