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
  /** The facts of the cluster say that it is not there either. */
  readonly inCluster?: false;
  /** How it weighs when nobody sets it; `warning`, and `advice` for what is unknown, unless it says otherwise. */
  readonly severity?: 'warning' | 'advice';
  readonly type?: FindingType;
  readonly message: string;
  readonly hint?: string;
  readonly others?: readonly Other[];
}

/** Other sides of one finding: more are not read. */
const MOST_OTHERS = 5;
/** Names in one message. */
const MOST_NAMES = 3;
const LONGEST = 80;

/** The findings of one review of an app. */
export class AppReport {
  readonly #findings: AppFinding[] = [];

  constructor(private readonly settings: AppSettings) {}

  public get findings(): readonly AppFinding[] {
    return this.#findings;
  }

  /** A finding about a place of an object. */
  public add(object: AppObject, at: Path, said: Said): void {
    const { code, verdict, inCluster, type = 'FieldValueInvalid', message, hint, others = [] } = said;
    const severity = this.severityOf(said);
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
      ...inCluster === undefined ? {} : { inCluster },
      object: own,
      others: others.slice(0, MOST_OTHERS).map(sideOf),
    });
  }

  private severityOf({ code, verdict, severity }: Said): 'error' | 'warning' | 'advice' | 'off' {
    const { codes } = this.settings;
    const set = Object.hasOwn(codes, code) ? codes[code] : undefined;
    return set ?? (verdict === 'unknown' ? 'advice' : severity ?? 'warning');
  }
}

/** What an object is called in a message: `Deployment 'web'`, with its namespace where that matters. */
export function nameOf({ kind, name, namespace }: Identity, here?: string): string {
  return `${shown(kind)} '${shown(namespace === undefined || here === undefined || namespace === here ? name : `${namespace}/${name}`)}'`;
}

/** A few names in a message: `Deployment 'a', Deployment 'b' and 3 more`. */
export function namesOf(objects: readonly AppObject[], here?: string): string {
  const shownNames = objects.slice(0, MOST_NAMES).map(({ id }) => nameOf(id, here));
  const more = objects.length - shownNames.length;
  return more > 0 ? `${shownNames.join(', ')} and ${more} more` : shownNames.length > 1 ? `${shownNames.slice(0, -1).join(', ')} and ${shownNames[shownNames.length - 1]}` : shownNames[0] ?? '';
}

function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function sideOf({ object, at = Path.root }: Other): OtherSide {
  const { id, origin } = 'key' in object ? object : { id: object, origin: undefined };
  return { ...id, ...origin === undefined ? {} : { origin }, at: at.toString(), keys: at.keys() };
}
