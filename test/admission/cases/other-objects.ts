import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

const device = (attribute: object) => ({ spec: { driver: 'gpu.example.com', nodeName: 'a', pool: { name: 'a', generation: 1, resourceSliceCount: 1 }, devices: [{ name: 'gpu-0', attributes: { 'model': attribute, 'a.b/c': attribute } }] } });
const slices = objectCases({ apiVersion: 'resource.k8s.io/v1', kind: 'ResourceSlice', metadata: { name: 'a' } }, {
  'an attribute with fields that are none': device({ model: 'x', index: 1 }),
  'an attribute that is a number': device(5 as unknown as object),
  'booleans': device({ bools: [true, false] }),
  'booleans that are null': device({ bools: [null, true] }),
  'a number for a boolean': device({ bools: [0] }),
});
const finalized = (...finalizers: string[]) => ({ metadata: { name: 'web.example.com', finalizers } });
const head = (group: string, kind: string): Manifest => ({ apiVersion: `${group}/v1`, kind, metadata: { name: 'web.example.com' } }) as Manifest;
const metadata = (group: string, ...kinds: string[]): Case[] => kinds.flatMap((kind) => objectCases(head(group, kind), {
  'finalizers without a domain': finalized('a'),
  'finalizers that are no names': finalized('a.'),
  'a generation below 0': { metadata: { name: 'web.example.com', generation: -1 } },
}));

/** Of kinds of which only decoding and metadata are reviewed. */
export const cases: Case[] = [
  ...slices.map((slice) => ({ ...slice, versions: ['1.36', '1.37'] })),
  ...metadata('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'),
  ...metadata('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ...metadata('apiregistration.k8s.io', 'APIService'),
  ...metadata('certificates.k8s.io', 'CertificateSigningRequest'),
  ...metadata('storage.k8s.io', 'CSINode', 'VolumeAttachment'),
];
