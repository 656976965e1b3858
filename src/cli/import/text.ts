/** Characters that are invisible or change how the following text is shown: they are always escaped in code. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff]/g;

/** A string literal in single quotes, on one line. No content can break out of it. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, '\\\'')
    .replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `'${inner}'`;
}

/** A key of an object literal, quoted only where it has to be. */
export function memberName(key: string): string {
  if (key === '__proto__') {
    return '[\'__proto__\']'; // written otherwise it would be the object's prototype
  }
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

/** A text for a comment or a message: short and on one line. */
export function shown(text: string): string {
  return quote(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
