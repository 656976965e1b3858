// What every picture must be.

/** The texts of a picture. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
}

/** Whether each tag is closed, and no character reference stands for a character that XML forbids. */
export function expectWellFormed(svg: string): void {
  expect(svg).not.toMatch(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202e]/u);
  expect(svg).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
  const open: string[] = [];
  for (const [, end, name, own] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end !== '') {
      expect(open.pop()).toBe(name);
    } else if (own === '') {
      open.push(name);
    }
  }
  expect(open).toEqual([]);
  // Nothing else begins with `<`.
  expect(svg.replace(/<\/?[a-z]+(?:\s[^<>]*)?\/?>/g, '')).not.toMatch(/[<>]/);
}
