import { generate } from '../../../conformance/generate';
import { review } from '../../../src/admission';
import { reviewMade } from '../../../src/admission/decide';
import { decodeAs } from '../../../src/admission/decode/decode';
import { Report } from '../../../src/admission/report';
import { storedBefore } from '../../../src/admission/update/decide-update';
import { DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS, minorOf } from '../../../src/admission/version';

const KINDS = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;
const EACH = Number(process.env.GATE ?? 150);

// What cannot be refused is not reviewed, to be quick. That must never hide anything of a workload that the server takes.
test.each([...new Set([DEFAULT_KUBERNETES_VERSION, KUBERNETES_VERSIONS[0]])].flatMap((version) => KINDS.map((kind) => [version, kind] as const)))(
  '%s: pods of a generated %s are reviewed whenever something may be found', (kubernetesVersion, kind) => {
    let found = 0;
    for (let i = 0; i < EACH; i++) {
      const manifest = generate(11, i, kind);
      const { allowed, defaulted } = review(manifest, { kubernetesVersion });
      if (!allowed || (defaulted as { kind?: string } | undefined)?.kind !== kind) {
        continue; // the generator changes anything, the kind too
      }
      const context = { report: new Report(), kind, type: kind, minor: minorOf(kubernetesVersion)! };
      const { old } = storedBefore(decodeAs(manifest, kind, context.minor, context.report).object!, context)!;
      const [asUsual, always] = [false, true].map((all) => {
        const report = new Report();
        reviewMade(old, { ...context, report }, all);
        return report.findings;
      });
      expect({ manifest, findings: asUsual }).toEqual({ manifest, findings: always });
      found += always.length;
    }
    expect(found).toBeGreaterThan(0);
  });
