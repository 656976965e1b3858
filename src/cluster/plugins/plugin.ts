import type { Context } from '../../admission/context';
import type { NormalObject } from '../../admission/decode/normal';
import type { ClusterState } from '../state';

/** What an admission plugin is asked about. */
export interface Request {
  readonly context: Context;
  readonly state: ClusterState;
  /** Where the object is to be; undefined for an object that belongs to no namespace. */
  readonly namespace: string | undefined;
  /** The object. A plugin that changes it puts a copy here. */
  object: NormalObject;
  /** Of an update: the object as it is stored. */
  readonly old?: NormalObject;
}

/** One admission plugin. Each part says whether the object is admitted: the first plugin that refuses ends the server's review. */
export interface Plugin {
  /** As the server calls it. */
  readonly name: string;
  /** Before validation: what it changes, and what it refuses then. */
  readonly admit?: (request: Request) => boolean;
  /** After validation. */
  readonly validate?: (request: Request) => boolean;
  /** After validation of an update. */
  readonly validateUpdate?: (request: Request) => boolean;
}
