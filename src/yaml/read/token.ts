// The tokens of a document.

/** Kinds of tokens. */
export const enum Token {
  /** May turn out to be a key's start. */
  Pending,
  None,
  StreamEnd,
  DocumentStart,
  DocumentEnd,
  SequenceStart,
  MappingStart,
  /** A mapping's start and its first key. */
  MappingStartAndKey,
  BlockEnd,
  FlowSequenceStart,
  FlowSequenceEnd,
  FlowMappingStart,
  FlowMappingEnd,
  BlockEntry,
  FlowEntry,
  Key,
  Value,
  Alias,
  Anchor,
  Tag,
  Plain,
  Quoted,
  /** A literal or folded block. */
  Block,
}

/** A token with its place in the text; `value` is the text of a scalar, name or tag. */
export interface ScannedToken {
  kind: Token;
  start: number;
  end: number;
  value: string;
}

/** The prefix that `!!` is short for. */
export const CORE_TAG = 'tag:yaml.org,2002:';

/** The start of a tag whose handle is not declared. */
export const UNDECLARED = '\0';
