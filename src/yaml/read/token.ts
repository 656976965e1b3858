// What a document's text is cut into.

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

/** A token with its place in the text; `value` is the text it says. */
export interface ScannedToken {
  kind: Token;
  start: number;
  end: number;
  value: string;
}

/** What `!!` stands for. */
export const CORE_TAG = 'tag:yaml.org,2002:';

/** The start of a tag whose handle nobody has declared. */
export const UNDECLARED = '\0';
