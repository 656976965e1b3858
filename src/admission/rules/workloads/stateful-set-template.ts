import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded, Mutable } from '../../decode/decoded';
import { copyPodSpec } from '../../decode/ordinary';
import { Path } from '../../path';
import { Report } from '../../report';
import { validateAnnotations, validateLabels } from '../metadata/metadata';
import { movePlaces } from '../pod/place';
import { validatePodTemplate } from '../pod/pod-template';
import { validatePodAnnotations } from '../security/annotations';

type Template = Decoded<k8s.PodTemplateSpec>;
type Claims = Decoded<k8s.PersistentVolumeClaim[]>;
type Volumes = Decoded<k8s.Volume[]>;

/**
 * The pods of a StatefulSet: each has a volume for each claim template, in the place of a volume of that name, and a hostname and
 * subdomain of its own, so that those of the template are not looked at. Up to 1.33 only labels and annotations are.
 */
export function validateStatefulSetTemplate(spec: Decoded<k8s.StatefulSetSpec>, path: Path, ctx: Context): void {
  const { template, volumeClaimTemplates: claims } = spec;
  if (!on(ctx, 'StatefulSetTemplatesAreChecked')) {
    validateTemplateMeta(template, path, ctx);
    return;
  }
  const pod = template?.spec;
  if (claims === undefined && pod?.hostname === undefined && pod?.subdomain === undefined) {
    validatePodTemplate(template, path, ctx);
    return;
  }
  const claimed = claims === undefined ? undefined : claimedVolumes(claims, pod?.volumes ?? []);
  const since = ctx.report.findings.length;
  const running: Mutable<Decoded<k8s.PodSpec>> = copyPodSpec(pod ?? {});
  running.hostname = undefined;
  running.subdomain = undefined;
  running.volumes = claimed?.volumes ?? pod?.volumes;
  validatePodTemplate({ ...template, spec: running }, path, ctx);
  if (claimed !== undefined) {
    moveVolumes(ctx.report, since, `${path.child('spec').child('volumes').toString()}[`, claimed.places);
  }
}

function validateTemplateMeta(template: Template | undefined, path: Path, ctx: Context): void {
  const annotations = template?.metadata?.annotations;
  const since = ctx.report.findings.length;
  validateLabels(template?.metadata?.labels, path.child('labels'), ctx);
  validateAnnotations(annotations, path.child('annotations'), ctx);
  validatePodAnnotations(annotations, template?.spec ?? {}, path.child('annotations'), ctx);
  // The server leaves `metadata` out of these paths.
  movePlaces(ctx.report, since, path, path.child('metadata'));
}

/** The volumes that a pod will have, and where each comes from. The server has those of claims first, in no order. */
function claimedVolumes(claims: Claims, own: Volumes): { volumes: Volumes; places: string[] } {
  const volumes = new Map<string, Decoded<k8s.Volume>>();
  const places = new Map<string, string>();
  claims.forEach((claim, i) => {
    const name = claim.metadata?.name;
    // without a name the claim's is missing too
    volumes.set(name ?? '', name === undefined ? { persistentVolumeClaim: {} } : { name, persistentVolumeClaim: { claimName: name } });
    places.set(name ?? '', `spec.volumeClaimTemplates[${i}].metadata.name`);
  });
  const allVolumes = [...volumes.values()];
  const allPlaces = [...places.values()];
  own.forEach((volume, i) => {
    if (!volumes.has(volume.name ?? '')) {
      allVolumes.push(volume);
      allPlaces.push(`spec.template.spec.volumes[${i}]`);
    }
  });
  return { volumes: allVolumes, places: allPlaces };
}

/** Corrects the places of findings on volumes that stand elsewhere in the manifest: those of a claim are all on its name. */
function moveVolumes(report: Report, since: number, list: string, places: readonly string[]): void {
  for (let i = since; i < report.findings.length; i++) {
    const finding = report.findings[i];
    if (finding.at.startsWith(list)) {
      const end = finding.at.indexOf(']', list.length);
      const place = places[Number(finding.at.slice(list.length, end))];
      report.findings[i] = { ...finding, at: place.startsWith('spec.volumeClaimTemplates') ? place : place + finding.at.slice(end + 1) };
    }
  }
}
