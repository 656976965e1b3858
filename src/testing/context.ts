import { Subject, subjectsOf, Unusable } from './received';

/** The part of the runner's matcher context that the matchers use; jest and vitest both have it. */
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

/** What a matcher returns to the runner. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** A matcher's outcome: whether it passes, and the explanation for when it should not have. */
export interface Outcome {
  readonly pass: boolean;
  /** The paragraphs below the first line of the message. */
  readonly explain: () => readonly string[];
}

/** A matcher in the form that `expect.extend` takes. */
export type Matcher<A extends unknown[]> = (this: MatcherThis, received: unknown, ...args: A) => MatcherResult;

/** Makes a matcher that is asked about all objects in what was received. `shown` returns its arguments as the message shows them. */
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
      // Unusable input fails with `.not` too.
      return { pass: this.isNot === true, message: () => [hint(), error.message].join('\n\n') };
    }
  };
}

/** `'app'`, quoted as in the test's code. */
export function quoted(text: unknown): string {
  const { sample } = Object(text) as { readonly sample?: unknown };
  if (sample !== undefined) {
    return `${String(text)} ${String(sample)}`;
  }
  return typeof text === 'string' ? `'${text.replace(/['\\]/g, '\\$&')}'` : String(text);
}

/** How the first line of a message shows a partial: not at all, because the difference below shows it. */
export function shownPartial(partial: unknown): string[] {
  return partial === undefined ? [] : ['{…}'];
}
