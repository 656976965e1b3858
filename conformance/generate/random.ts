/* eslint-disable no-bitwise -- the generator's arithmetic is of 32-bit words */
// Random numbers that are the same everywhere for the same seed and index.

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  /** Each index of a seed is a sequence of its own, so that any manifest can be made again alone. */
  public constructor(seed: number, index: number) {
    this.a = Math.imul(seed, 0x9e3779b1) ^ 0x243f6a88;
    this.b = Math.imul(index, 0x85ebca6b) ^ 0x13198a2e;
    this.c = (Math.floor(index / 2 ** 32) ^ seed) | 0;
    for (let i = 0; i < 12; i++) {
      this.next();
    }
  }

  /** 0 to 2^32 - 1. */
  public next(): number {
    // sfc32: small, fast, and good enough that no two neighbouring indexes resemble each other.
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** 0 to n - 1. */
  public below(n: number): number {
    return Math.floor(this.next() / 2 ** 32 * n);
  }

  /** Both ends included. */
  public between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  public chance(p: number): boolean {
    return this.next() < p * 2 ** 32;
  }

  public pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }

  /** Some of the items, each once, in a random order. */
  public some<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(left.splice(this.below(left.length), 1)[0]);
    }
    return chosen;
  }

  /** As many as the maker makes. */
  public many<T>(from: number, to: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.between(from, to) }, (_, index) => make(index));
  }

  /** Each field with the chance that stands beside it; the value is made only then. */
  public fields(wanted: { readonly [field: string]: readonly [chance: number, make: () => unknown] }): { [field: string]: unknown } {
    const made: { [field: string]: unknown } = {};
    for (const field of Object.keys(wanted)) {
      const [chance, make] = wanted[field];
      if (!this.chance(chance)) {
        continue;
      }
      const value = make();
      if (value !== undefined) {
        made[field] = value;
      }
    }
    return made;
  }
}
