import { Case, Manifest } from './base';

/** What a case changes of an object: some of its fields, or anything. */
export type ObjectTweak = object | ((object: Manifest) => unknown);

/** A case for each row, which is named by what it shows; `minimal` is an object that every version accepts. */
export function objectCases(minimal: Manifest, rows: { readonly [name: string]: ObjectTweak }): Case[] {
  return Object.entries(rows).map(([name, tweak]) => {
    const manifest = structuredClone(minimal);
    if (typeof tweak === 'function') {
      (tweak as (object: Manifest) => unknown)(manifest);
    } else {
      Object.assign(manifest, tweak);
    }
    return { name: `${minimal.kind}: ${name}`, manifest };
  });
}
