import type { Plan } from './plan';
import { Problem, safeProblemOf } from './problem';
import { suggest } from './suggest';
import { Trail } from './trail';
import { FieldKind } from '../../k8s/field';
import { fieldOf } from '../../k8s/field-table';
import { Path } from '../path';
import { Report, show } from '../report';
import { Minor } from '../version';

const MOST_FINDINGS = 10_000;
/** Looking for what an unknown field may mean takes a while. */
const MOST_SUGGESTIONS = 100;

/** Collects what is wrong with a manifest, at the current place of its decoding, and says when to stop. */
export class DecodeReport {
  public stopped = false;
  private suggestions = 0;

  public constructor(private readonly report: Report, private readonly trail: Trail, private readonly minor: Minor) {}

  /** A value that is not what its field takes. `key`: the value is that of a key of the current map. */
  public wrong(value: unknown, wanted: FieldKind, key?: string): void {
    const problem = safeProblemOf(value, wanted);
    const isCommand = problem.hint !== undefined && key === undefined && wanted === 'list' && typeof value === 'string' && value.includes(' ')
      && this.trail.path().keys().at(-1) === 'command';
    this.add(isCommand ? { ...problem, hint: `${problem.hint}, or ['sh', '-c', ${show(value)}] for a shell` } : problem, key);
  }

  public add(problem: Problem, key?: string): void {
    const path = this.trail.path();
    this.addAt(key === undefined ? path : path.key(key), problem);
  }

  /** A field that the type does not have in this minor. */
  public unknownField(name: string, plan: Plan): void {
    const at = this.trail.path().child(name);
    const written = this.trail.text();
    const field = written === '' ? name : `${written}.${name}`;
    const newer = fieldOf(plan.type, name);
    if (newer === undefined) {
      const suggestion = this.suggestions++ < MOST_SUGGESTIONS ? suggest(name, this.trail.levels()) : undefined;
      this.addAt(at, { code: 'decode/unknown-field', message: `${show(name)} is not a field of ${plan.type}`, ...suggestion }, field);
      return;
    }
    const versions = newer.since !== undefined && newer.since > this.minor ? `since 1.${newer.since}` : `up to 1.${newer.until}`;
    this.addAt(at, { code: 'decode/field-of-another-version', message: `${show(name)} is not a field in Kubernetes 1.${this.minor}: it exists ${versions}` }, field);
  }

  public stop(code: string, message: string): void {
    this.report.badRequest(Path.root, code, message);
    this.stopped = true;
  }

  /** `field`: the place as the server writes it, where that is not the text of the path. */
  private addAt(at: Path, { code, message, hint, expected, meant }: Problem, field?: string): void {
    if (this.stopped) {
      return;
    }
    this.report.badRequest(at, code, message, { hint, expected, meant, field });
    if (this.report.findings.length >= MOST_FINDINGS) {
      this.stop('decode/too-many-errors', 'too many errors: decoding stopped here');
    }
  }
}
