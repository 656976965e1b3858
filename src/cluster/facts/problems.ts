// What is wrong with facts.
import type { FactProblem } from './model';
import { nameOfFact, Reading } from './read';
import { Finding, review, reviewUpdate } from '../../admission';
import { Path } from '../../admission/path';
import { Report } from '../../admission/report';
import { identityOf, keyOf, knownKind } from '../../objects/identity';
import { JsonMap, mapAt } from '../../objects/plain';

/** What the server sets, and a new object must or may not have. */
const SET_BY_SERVER = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields', 'selfLink', 'ownerReferences', 'finalizers'];
/** Kinds whose values are left out of the facts. */
const WITHOUT_VALUES: readonly string[] = ['ConfigMap', 'Secret'];
/** Kinds in which the cluster writes what a new object may not have: they are reviewed as an update that changes nothing. */
const COMPLETED_LATER: readonly string[] = ['Pod', 'Job', 'Service', 'ReplicaSet', 'ReplicationController', 'Event', 'Endpoints', 'EndpointSlice'];

/** Everything that is wrong with facts, in their order. */
export function problemsOf(reading: Reading): FactProblem[] {
  const problems: FactProblem[] = reading.broken.map(({ index, finding }) => ({ index, name: `object ${index}`, finding }));
  const seen = new Set<string>();
  reading.objects.forEach((object, i) => {
    const index = reading.numbers[i];
    const key = keyOf(identityOf(object, 'default')!);
    if (seen.has(key)) {
      problems.push({ index, name: nameOfFact(object), finding: twice(object) });
    }
    seen.add(key);
    const kind = knownKind(object);
    if (kind !== undefined && !WITHOUT_VALUES.includes(kind)) {
      errorsOf(object, kind).forEach((finding) => problems.push({ index, name: nameOfFact(object), finding }));
    }
  });
  return problems.sort((a, b) => a.index - b.index);
}

function errorsOf(object: JsonMap, kind: string): Finding[] {
  const { findings } = COMPLETED_LATER.includes(kind) ? reviewOfStored(withoutOwners(object)) : review(asNew(object));
  return findings.filter(({ severity, subject }) => severity === 'error' && subject === undefined);
}

function reviewOfStored(object: JsonMap): ReturnType<typeof reviewUpdate> {
  return reviewUpdate(object, object);
}

/** Facts name the owner of a pod, but not its uid. */
function withoutOwners(object: JsonMap): JsonMap {
  const { ownerReferences: _, ...metadata } = mapAt(object, 'metadata');
  return { ...object, metadata };
}

/** A stored object as one that is created. */
function asNew(object: JsonMap): JsonMap {
  const { status: _, ...rest } = object;
  const metadata = Object.fromEntries(Object.entries(mapAt(object, 'metadata')).filter(([field]) => !SET_BY_SERVER.includes(field)));
  return { ...rest, metadata };
}

function twice(object: JsonMap): Finding {
  const report = new Report();
  report.badRequest(Path.root.child('metadata').child('name'), 'facts/twice', `${nameOfFact(object)} is there twice: the last one counts`, { hint: 'keep one of them' });
  return report.findings[0];
}
