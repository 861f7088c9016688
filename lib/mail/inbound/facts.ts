/** What is known of a message that came in, as it says of itself; nothing of it is to be believed. */
export type InboundFacts = {
  /** Names in lower case, values unfolded; as often and in the order in which they stand there. */
  headers: readonly { name: string; value: string }[];
  /** The addresses of all of its From lines, in lower case. */
  senders: readonly string[];
  /** Of To and Cc, in lower case. */
  readers: readonly string[];
  /** One line. */
  subject: string;
  /** What its writer typed, without the history that programs put below it. */
  text: string;
  /** With its angle brackets; null when it has none that could be put into another header. */
  messageId: string | null;
  /** What it answers to, nearest last, with their angle brackets. */
  references: readonly string[];
  /** Of the message itself: "multipart/report" with its parameters, in lower case. */
  contentType: string;
  /** Its parts that are no text: kind, and what a part of a calendar wants. */
  parts: readonly { kind: string; method: string | null }[];
};

/** The values of a header, in their order. */
export function headersOf({ headers }: Pick<InboundFacts, "headers">, name: string): string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}
