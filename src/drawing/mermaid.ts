import { LIGHT, Look } from './looks';
import { fit } from './text';

const COLUMNS = 80;

/** A text as Mermaid takes one between quotes: everything that it may read as markup is an entity. */
export function label(text: string): string {
  return fit(text, COLUMNS).replace(/[^\p{L}\p{N} .,:/@()=+_…·≥≤–-]/gu, (char) => `#${char.codePointAt(0)!};`);
}

/** Texts below each other, those that are empty left out. */
export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('<br>');
}

/** The classes of nodes, in the colors of the other pictures; `:::app` at the end of a node gives it one. */
export function classDefs(...looks: readonly Look[]): string[] {
  return looks.map((look) => {
    const [fill, line, text] = LIGHT[look];
    return `  classDef ${look} fill:${fill},stroke:${line},color:${text}`;
  });
}
