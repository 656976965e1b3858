// What two sets of manifests allow differently.
import { classesOf, connectionOf, Network, outsideOf, rowsOf, verdictText } from './connectivity';
import type { ConnectionChange, ConnectivityDiff } from './model';
import type { Known, Pods } from './peers';
import { difference } from './ports';
import { Reach, Verdict } from './reach';

/** The change of all connections between peers that both sets have. */
export function differenceOf(old: Network, now: Network): ConnectivityDiff {
  const outside = outsideOf(old, now);
  const [reachOld, reachNow] = [new Reach(old.policies, outside.left), new Reach(now.policies, outside.left)];
  const before = new Map(old.workloads.map((pods) => [pods.peer.id, pods]));
  const workloads = now.workloads.filter(({ peer }) => before.has(peer.id));
  const known = [...workloads, ...outside.known];
  const earlier = (one: Known): Known => before.get(one.peer.id) ?? one;
  const signature = (pods: Pods): string => `${reachOld.signature(before.get(pods.peer.id)!, outside.rules)} ${reachNow.signature(pods, outside.rules)}`;
  const rows = rowsOf(classesOf(known, signature), (from, to) => {
    const change = { before: reachOld.between(earlier(from), earlier(to)), after: reachNow.between(from, to) };
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
