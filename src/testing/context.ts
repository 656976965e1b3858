import { Subject, subjectsOf, Unusable } from './received';

/** What the matchers use of the runner: jest and vitest both have it. */
export interface MatcherThis {
  readonly isNot?: boolean;
  readonly promise?: string;
  readonly expand?: boolean;
  readonly customTesters?: any[];
  readonly utils: {
    matcherHint(name: string, received?: string, expected?: string, options?: any): string;
    diff(a: any, b: any, options?: any): string | null | undefined;
    stringify(value: unknown): string;
    EXPECTED_COLOR(text: string): string;
    RECEIVED_COLOR(text: string): string;
    DIM_COLOR(text: string): string;
  };
  equals(a: unknown, b: unknown, customTesters?: any[]): boolean;
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** What a matcher finds out: whether it holds, and what to say of that when it was not expected. */
export interface Outcome {
  readonly pass: boolean;
  /** The paragraphs below the line that says what was asked. */
  readonly explain: () => readonly string[];
}

/** A matcher as `expect.extend` takes it. */
export type Matcher<A extends unknown[]> = (this: MatcherThis, received: unknown, ...args: A) => MatcherResult;

/**
 * Makes a matcher that is asked about all objects of what was received. `shown` are its arguments as its message shows them.
 */
export function matcher<A extends unknown[]>(
  name: string,
  shown: (...args: A) => readonly string[],
  answer: (runner: MatcherThis, subjects: readonly Subject[], ...args: A) => Outcome,
): Matcher<A> {
  return function (this: MatcherThis, received: unknown, ...args: A): MatcherResult {
    const hint = (): string => {
      const { isNot, promise } = this;
      return this.utils.matcherHint(name, 'received', shown(...args).join(', '), { isNot, promise });
    };
    try {
      const { pass, explain } = answer(this, subjectsOf(received), ...args);
      return { pass, message: () => [hint(), ...explain()].join('\n\n') };
    } catch (error) {
      if (!(error instanceof Unusable)) {
        throw error;
      }
      // With `.not` the matcher must fail just so.
      return { pass: this.isNot === true, message: () => [hint(), error.message].join('\n\n') };
    }
  };
}

/** `'app'`, as it would stand in the test. */
export function quoted(text: unknown): string {
  const { sample } = Object(text) as { readonly sample?: unknown };
  if (sample !== undefined) {
    return `${String(text)} ${String(sample)}`;
  }
  return typeof text === 'string' ? `'${text.replace(/['\\]/g, '\\$&')}'` : String(text);
}

/** A partial as the head of a message shows it: not at all, since the difference below says all. */
export function shownPartial(partial: unknown): string[] {
  return partial === undefined ? [] : ['{…}'];
}
