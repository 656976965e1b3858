import { Made, METADATA, StandIns } from './made';
import { chainOf, originOf } from './make';
import { mayBeRefused } from './may-be-refused';
import { Context, on } from '../context';
import { deepCopy, NormalObject } from '../decode/normal';
import { Report } from '../report';

/** Goes through everything that the server does with a new object of a kind, and reports what it finds. */
export type Judge = (object: NormalObject, kind: string, report: Report) => void;

/** For whatever no manifest can tell: as long as they usually are. */
const STAND_INS: StandIns = {
  hash: '6c8b9d7f54',
  uid: '6f1c1f0e-93a5-4c0b-8a57-0d6f2b9e4d17',
  random: 'x2b4c',
  node: 'node',
  run: { minutes: '29663280', time: '2026-05-26T00:00:00Z' },
};

/**
 * Reviews what the controllers make of a workload, as the server does when they send it: what it refuses never comes. Adds findings of
 * subject `pods`, with places in the workload.
 */
export function reviewPods(workload: NormalObject, context: Context, judge: Judge, always = false): void {
  if (!always && !mayBeRefused(workload, context)) {
    return;
  }
  const chain = chainOf({ ...workload, kind: context.kind }, { ...STAND_INS, longNames: !on(context, 'ReplicaSetNamesAreCut') });
  if (chain === undefined) {
    return;
  }
  const known = new Set(context.report.errors().map(({ finding }) => finding.at));
  for (const made of [...chain.first, chain.pod]) {
    const own = new Report();
    // The server's defaults are written into what they are given.
    judge(deepCopy(made.object) as NormalObject, made.kind, own);
    include(own, made, known, context.report);
  }
  refuseWithoutLabels(chain.pod, known, context);
}

/** The errors of what is made, except where there are errors already: of the workload itself, or of something made before. */
function include(own: Report, made: Made, known: Set<string>, report: Report): void {
  const fresh = new Set<string>();
  own.errors().forEach(({ place, finding }) => {
    const { at, origin } = originOf(made.origins, place);
    if (known.has(at.toString())) {
      return;
    }
    const { because, hint = finding.hint } = origin ?? {};
    // Of what is made from one place, one finding is enough.
    (because === undefined ? fresh : known).add(at.toString());
    report.take(at, {
      ...finding,
      subject: 'pods',
      message: because === undefined ? finding.message : `${because}: ${finding.message}`,
      ...hint === undefined ? undefined : { hint },
    });
  });
  fresh.forEach((at) => known.add(at));
}

/** A rule of the controllers, not of the server: they make no pods without labels. */
function refuseWithoutLabels({ object, origins }: Made, known: ReadonlySet<string>, { report }: Context): void {
  const at = originOf(origins, METADATA.child('labels')).at;
  if (known.has(at.toString()) || Object.keys((object.metadata?.labels ?? {}) as object).length > 0) {
    return;
  }
  const own = new Report();
  own.required(METADATA.child('labels'), 'pods/labels', 'pods without labels are never made', { hint: 'set a label on the template' });
  own.errors().forEach(({ finding }) => report.take(at, { ...finding, subject: 'pods' }));
}
