// The entry `cdk8s-pods/vitest`: `expect.extend(matchers)` and `expect.addSnapshotSerializer(podSerializer())` set it up.
import type { PodMatchers } from './pod-matchers';

// Without this export, TypeScript finds the declaration below only if it reads the files in a certain order.
export type { Assertion } from 'vitest';
export { manifestsOf, podOf } from './manifests';
export { matchers } from './matchers';
export type { PodMatchers } from './pod-matchers';
export type { PodTemplate } from './pods';
export { podSerializer } from './serializer';
export type { PodSerializer, PodSerializerOptions } from './serializer';

declare module 'vitest' {
  interface Assertion<T = any> extends PodMatchers {}
}
