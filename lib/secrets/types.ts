export const SECRET_KINDS = ["password", "private_key", "api_key", "env_line", "connection_string", "card", "panel_credentials"] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** A probable secret in a text: UTF-16 offsets, `end` exclusive. */
export type SecretFinding = { start: number; end: number; kind: SecretKind };

/** The texts of a form in which secrets are looked for. */
export type SecretField = "subject" | "body" | AnswerName;
/** An answer to a department's question, as forms name it. */
export type AnswerName = `answer_${string}`;

/** A finding in a form, with what it is recognised by when the form comes back. */
export type FieldFinding = SecretFinding & { field: SecretField; fingerprint: string };

/** The same as it is shown to the writer: the words before and after it. */
export type FindingView = { field: SecretField; kind: SecretKind; fingerprint: string; before: string; value: string; after: string };

/** What a person moved out of a text, with the mark that stands in its place. */
export type SealedEntry = { mark: string; kind: SecretKind; value: string };

/** What was found in a file that goes along: which kinds, on which lines (from 1), never what. */
export type FileFinding = {
  /** Of the upload. */
  id: string;
  name: string;
  kinds: SecretKind[];
  lines: number[];
  /** Only its beginning was looked at. */
  isPartial: boolean;
};

export const SEALED_MAX = 20;
export const SEALED_VALUE_MAX = 12_000;
