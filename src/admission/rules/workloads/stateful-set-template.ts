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
 * Validates the pods of a StatefulSet: claim templates become volumes, replacing volumes of the same name, and the controller sets hostname
 * and subdomain, so the template's are not validated. Up to 1.33, only labels and annotations are validated.
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
  // The server omits `metadata` from these paths.
  movePlaces(ctx.report, since, path, path.child('metadata'));
}

/** The volumes that a pod will have, and the place of each in the manifest. The server puts those of claims first, in random order. */
function claimedVolumes(claims: Claims, own: Volumes): { volumes: Volumes; places: string[] } {
  const volumes = new Map<string, Decoded<k8s.Volume>>();
  const places = new Map<string, string>();
  claims.forEach((claim, i) => {
    const name = claim.metadata?.name;
    // Without a name, the claim's name is missing too.
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

/** Moves findings on volumes to their places in the manifest; those on a claim's volume all go to the claim's name. */
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
