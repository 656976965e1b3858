// What two sets of manifests allow differently.
import { classesOf, connectionOf, Decisions, Network, outsideOf, rowsOf, verdictText } from './connectivity';
import type { ConnectionChange, ConnectivityDiff } from './model';
import type { Known, Pods } from './peers';
import { difference } from './ports';
import type { Verdict } from './reach';

/** The change of all connections between peers that both sets have. */
export function differenceOf(old: Network, now: Network): ConnectivityDiff {
  const outside = outsideOf(old, now);
  const [then, afterwards] = [new Decisions(old, outside), new Decisions(now, outside)];
  const before = new Map(old.workloads.map((pods) => [pods.peer.id, pods]));
  const workloads = now.workloads.filter(({ peer }) => before.has(peer.id));
  const known = [...workloads, ...outside.known];
  const earlier = (one: Known): Known => before.get(one.peer.id) ?? one;
  const signature = (pods: Pods): string => `${then.signature(before.get(pods.peer.id)!)} ${afterwards.signature(pods)}`;
  const rows = rowsOf(classesOf(known, signature), (from, to) => {
    const change = { before: then.between(earlier(from), earlier(to)), after: afterwards.between(from, to) };
    return verdictText(change.before) === verdictText(change.after) ? undefined : change;
  }, changeText);
  return {
    peers: known.map(({ peer }) => peer),
    changes: rows.map(({ from, to, value }): ConnectionChange => ({
      from,
      to,
      before: connectionOf(value.before),
      after: connectionOf(value.after),
      gained: difference(value.after.sure, value.before.sure),
      lost: difference(value.before.sure, value.after.sure),
    })),
    notes: now.notes,
  };
}

function changeText({ before, after }: { readonly before: Verdict; readonly after: Verdict }): string {
  return `${verdictText(before)}>${verdictText(after)}`;
}
