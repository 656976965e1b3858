// Collects findings about an app, and weighs them.
import type { AppFinding, AppObject, AppSettings, OtherSide, Verdict } from './model';
import type { FindingType } from '../admission';
import { Path } from '../admission/path';
import type { Identity } from '../objects/identity';

/** Another object, and the place in it. */
export interface Other {
  readonly object: AppObject | Identity;
  readonly at?: Path;
}

/** What a check says. */
export interface Said {
  readonly code: string;
  readonly verdict: Verdict;
  readonly type?: FindingType;
  readonly message: string;
  readonly hint?: string;
  readonly others?: readonly Other[];
}

/** Other sides of one finding: more are not read. */
const MOST_OTHERS = 5;

/** The findings of one review of an app. */
export class AppReport {
  readonly #findings: AppFinding[] = [];

  constructor(private readonly settings: AppSettings) {}

  public get findings(): readonly AppFinding[] {
    return this.#findings;
  }

  /** A finding about a place of an object. */
  public add(object: AppObject, at: Path, { code, verdict, type = 'FieldValueInvalid', message, hint, others = [] }: Said): void {
    const severity = this.severityOf(code, verdict);
    if (severity === 'off' || severity === 'advice' && !this.settings.advice) {
      return;
    }
    const own = sideOf({ object, at });
    this.#findings.push({
      severity,
      type,
      subject: 'app',
      code,
      field: own.at,
      at: own.at,
      keys: own.keys,
      message,
      ...hint === undefined ? {} : { hint },
      verdict,
      object: own,
      others: others.slice(0, MOST_OTHERS).map(sideOf),
    });
  }

  private severityOf(code: string, verdict: Verdict): 'error' | 'warning' | 'advice' | 'off' {
    const { codes } = this.settings;
    const set = Object.hasOwn(codes, code) ? codes[code] : undefined;
    return set ?? (verdict === 'unknown' ? 'advice' : 'warning');
  }
}

function sideOf({ object, at = Path.root }: Other): OtherSide {
  const { id, origin } = 'key' in object ? object : { id: object, origin: undefined };
  return { ...id, ...origin === undefined ? {} : { origin }, at: at.toString(), keys: at.keys() };
}
