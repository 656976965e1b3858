// Where the pods of both sets can go.
import type { Members } from './flatten';
import type { ObjectPlacement, SetDiffOptions } from './model';
import { NodeFacts, Placement, placements } from '../../cluster';
import type { Note, Settings } from '../model';

/** By the key of the object; only of what has pods. */
export type Places = ReadonlyMap<string, ObjectPlacement>;

/** Places all pods of each set in the cluster; none without facts. */
export function clusterPlaces(old: Members, now: Members, { kubernetesVersion, namespace }: Settings, options: SetDiffOptions | undefined): Places {
  const facts = factsIn(options);
  if (facts === undefined) {
    return new Map();
  }
  const objectsOf = ({ byKey }: Members) => [...byKey.values()].map(({ object }) => object);
  const placed = (members: Members, previous: readonly unknown[]): Map<string, Placement> => {
    const found = placements(objectsOf(members), facts, { kubernetesVersion, namespace, previous });
    return new Map([...members.byKey.keys()].flatMap((key, i) => found[i] === undefined ? [] : [[key, found[i]] as const]));
  };
  const [before, after] = [placed(old, []), placed(now, objectsOf(old))];
  return new Map([...new Set([...after.keys(), ...before.keys()])].map((key) => [key, {
    ...before.has(key) && { before: before.get(key) }, ...after.has(key) && { after: after.get(key) },
  }]));
}

function factsIn(options: SetDiffOptions | undefined): NodeFacts | undefined {
  try {
    return options?.cluster;
  } catch {
    return undefined;
  }
}

/** What will not come up, or not be replaced. */
export function roomNotes({ after }: ObjectPlacement = {}): Note[] {
  if (after === undefined) {
    return [];
  }
  const { fits, replicas, rollout } = after;
  return [
    ...fits === replicas ? [] : [{
      code: 'diff/no-room', level: 'warning' as const, message: `${fits} of ${replicas} pods find a node: the others stay Pending`, hint: 'ask for less, allow more nodes, or add some',
    }],
    ...rollout?.verdict !== 'stuck' ? [] : [{
      code: 'diff/no-room-to-roll-out',
      level: 'warning' as const,
      message: `the rollout is stuck after ${rollout.replaced} of ${replicas} new pods: the next one finds no node`,
      hint: 'let it stop old pods first (maxUnavailable), or add a node',
    }],
  ];
}
