/** Longer names are no misspelt ones, and comparing them would take long. */
const LONGEST = 64;

/** The name that is spelt most alike, if any is; letter case counts for nothing. */
export function nearest(name: string, names: Iterable<string>): { name: string; distance: number } | undefined {
  if (name.length > LONGEST) {
    return undefined;
  }
  const wanted = name.toLowerCase();
  const allowed = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : 2;
  let best: { name: string; distance: number } | undefined;
  for (const field of names) {
    if (Math.abs(field.length - wanted.length) > allowed) {
      continue;
    }
    const distance = editDistance(wanted, field.toLowerCase());
    if (distance <= allowed && (best === undefined || distance < best.distance)) {
      best = { name: field, distance };
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that make one text of the other. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], older[j - 2] + 1);
      }
    }
    older = last;
    last = row;
  }
  return last[b.length];
}
