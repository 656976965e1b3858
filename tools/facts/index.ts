import { containerFacts } from './container';
import { envFacts } from './env';
import { ephemeralFacts } from './ephemeral';
import { podFacts } from './pod';
import { probeFacts } from './probes';
import { Facts } from './types';

/** Every hand-written fact, keyed `Type.field`. */
export const facts: Facts = {
  ...podFacts,
  ...containerFacts,
  ...ephemeralFacts,
  ...envFacts,
  ...probeFacts,
};
