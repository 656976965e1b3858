import { checkText, requireText } from './required';
import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { cidrProblem, isIPv6 } from '../../formats/ip';
import { dns1035Label, dns1123Subdomain, pathSegmentName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

const INVOLVED = Path.root.child('involvedObject').child('namespace');
const PARENT = SPEC.child('parentRef');
const CIDRS = SPEC.child('cidrs');
const RESOURCE = SPEC.child('resource');
const SOURCE = SPEC.child('source');

/** An Event is in the namespace of the object that it is about. Source: pkg/apis/core/validation/events.go. */
export function validateEvent({ metadata, involvedObject, eventTime }: Decoded<k8s.Event>, ctx: Context): void {
  const namespace = metadata?.namespace ?? 'default';
  const about = involvedObject?.namespace;
  const matches = about === undefined ? namespace === 'default' || (eventTime !== undefined && namespace === 'kube-system')
    : eventTime !== undefined || about === namespace;
  if (!matches) {
    ctx.report.invalid(INVOLVED, 'event/namespace', about === undefined
      ? `an Event about an object of the cluster must be in the namespace 'default', got ${show(namespace)}`
      : `must be the namespace of the Event, ${show(namespace)}, got ${show(about)}`);
  }
}

/** What an address is of. Source: pkg/apis/networking/validation. */
export function validateIPAddress({ spec }: Decoded<k8s.IPAddress>, ctx: Context): void {
  const parent = spec?.parentRef;
  if (parent === undefined) {
    ctx.report.required(PARENT, 'ip-address/parent', 'parentRef is required: the object that the address is of');
    return;
  }
  checkText(parent.group, PARENT.child('group'), 'ip-address/parent-group', dns1123Subdomain, ctx);
  requireText(parent.resource, PARENT.child('resource'), 'ip-address/parent', 'the resource is required, such as services', pathSegmentName, ctx);
  requireText(parent.name, PARENT.child('name'), 'ip-address/parent', 'the name of the object is required', pathSegmentName, ctx);
  checkText(parent.namespace, PARENT.child('namespace'), 'ip-address/parent', pathSegmentName, ctx);
}

/** One range, or one of each IP family. */
export function validateServiceCidr({ spec }: Decoded<k8s.ServiceCIDR>, ctx: Context): void {
  const cidrs = spec?.cidrs ?? [];
  if (cidrs.length === 0) {
    ctx.report.required(CIDRS, 'service-cidr/cidrs', 'at least one range of addresses is required');
  } else if (cidrs.length > 2) {
    ctx.report.invalid(CIDRS, 'service-cidr/cidrs', `at most 2 ranges are allowed, one of each IP family, got ${cidrs.length}`);
  } else {
    const problems = cidrs.map((cidr) => cidrProblem(cidr, true));
    problems.forEach((problem, i) => {
      if (problem !== undefined) {
        ctx.report.invalid(CIDRS.index(i), 'service-cidr/cidr', `${show(cidrs[i])} ${problem}`);
      }
    });
    if (cidrs.length === 2 && problems.every((problem) => problem === undefined) && isIPv6(addressOf(cidrs[0])) === isIPv6(addressOf(cidrs[1]))) {
      ctx.report.invalid(CIDRS, 'service-cidr/family', 'two ranges must be of different IP families');
    }
  }
}

const addressOf = (cidr: string): string => cidr.slice(0, cidr.indexOf('/'));

/** The resource that is written again. Source: pkg/apis/storagemigration/validation. */
export function validateStorageVersionMigration({ spec }: Decoded<k8s.StorageVersionMigration>, ctx: Context): void {
  const { resource, group } = spec?.resource ?? {};
  requireText(resource, RESOURCE.child('resource'), 'storage-migration/resource', 'the resource is required, such as deployments', dns1035Label, ctx);
  checkText(group, RESOURCE.child('group'), 'storage-migration/group', dns1123Subdomain, ctx);
}

/** What is attached, as far as it is a volume by its name. Source: pkg/apis/storage/validation. */
export function validateVolumeAttachment({ spec }: Decoded<k8s.VolumeAttachment>, ctx: Context): void {
  const { persistentVolumeName: name, inlineVolumeSpec: inline } = spec?.source ?? {};
  if (name === undefined && inline === undefined) {
    ctx.report.required(SOURCE, 'volume-attachment/source', 'one of persistentVolumeName and inlineVolumeSpec is required');
  } else if (name !== undefined && inline !== undefined) {
    ctx.report.forbidden(SOURCE, 'volume-attachment/source', 'persistentVolumeName and inlineVolumeSpec are not allowed together');
  }
}
