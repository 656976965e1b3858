import { Construct } from 'constructs';
import { SELECTOR_LABEL } from '../constructs/plain/naming';

/** A generated name ends in the first eight characters of the construct's address, which starts with c8. */
const GENERATED = /(?:^|-)(c8[0-9a-f]{6})$/;
const LENGTH = 8;
const MASK = 'x'.repeat(LENGTH);

/** Manifests with the hashes of generated names masked everywhere: in the names, and in references to them. */
export function maskHashes(manifests: readonly any[], from: unknown): any[] {
  const mask = masking(manifests, from);
  return manifests.map((manifest) => masked(manifest, mask));
}

/** The same for a string. */
export function maskText(text: string, manifests: readonly any[], from: unknown): string {
  return masking(manifests, from)(text);
}

function masking(manifests: readonly any[], from: unknown): (text: string) => string {
  const names = new Set<string>();
  const hashes = new Set<string>();
  for (const manifest of manifests) {
    const name = manifest?.metadata?.name;
    const hash = typeof name === 'string' ? GENERATED.exec(name)?.[1] : undefined;
    if (hash !== undefined) {
      names.add(name);
      hashes.add(hash);
    }
  }
  for (const construct of (Array.isArray(from) ? from : [from]).filter(Construct.isConstruct)) {
    // Includes names generated from constructs of other charts.
    construct.node.root.node.findAll().forEach(({ node }) => hashes.add(node.addr.slice(0, LENGTH)));
  }
  const numbers = distinct([...names]);
  return (text) => text.replace(/(?<![0-9a-z])c8[0-9a-f]{6}(?![0-9a-z])/g, (hash) => hashes.has(hash) ? numbers.get(hash) ?? MASK : hash);
}

/** Masks names so that those that differ only in their hashes stay distinct. */
function distinct(names: readonly string[]): Map<string, string> {
  const heads = new Map<string, number>();
  return new Map(names.map((name) => {
    const head = name.slice(0, -LENGTH);
    const number = (heads.get(head) ?? 0) + 1;
    heads.set(head, number);
    return [name.slice(-LENGTH), number === 1 ? MASK : `${MASK.slice(String(number).length)}${number}`];
  }));
}

function masked(value: any, mask: (text: string) => string, key = ''): any {
  if (typeof value === 'string') {
    // A shortened selector label ends in a hash of itself.
    return key === SELECTOR_LABEL ? mask(value).replace(/-[0-9a-f]{8}$/, `-${MASK}`) : mask(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => masked(item, mask));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [mask(name), masked(inner, mask, name)])) : value;
}
