// The entry `cdk8s-pods/jest`. Importing it extends jest's global `expect`.
import { matchers } from './matchers';
import { PodMatchers } from './pod-matchers';
import { podSerializer } from './serializer';

export { manifestsOf, podOf } from './manifests';
export { matchers } from './matchers';
export type { PodMatchers } from './pod-matchers';
export type { PodTemplate } from './pods';
export { podSerializer } from './serializer';
export type { PodSerializer, PodSerializerOptions } from './serializer';

declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends PodMatchers<R> {}
  }
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends PodMatchers<R> {}
}

const runner: { extend?(added: object): void; addSnapshotSerializer?(serializer: object): void } | undefined = (globalThis as any).expect;
runner?.extend?.(matchers);
runner?.addSnapshotSerializer?.(podSerializer());
