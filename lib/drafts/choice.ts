import { decodeAnswers, encodeAnswers } from "@/lib/questions/answer-fields";
import type { AttachmentView } from "@/lib/attachments/types";
import type { DraftData } from "@/lib/drafts/schema";

/** A draft as the server keeps it. `savedAt` is an instant as ISO text. */
export type KeptDraft = { version: string; data: DraftData; savedAt: string; /** Of its uploads, those that are still the writer's to send. */ files?: AttachmentView[] };

/** A text that a browser keeps until the server has it. `base`: what it came from; `unheard`: what was sent of it without an answer. */
export type LocalDraft = { data: DraftData; base: string | null; unheard: string[]; at: number };

export type Beginning = { with: "server" } | { with: "local"; base: string | null; data: DraftData } | { with: "both"; mine: DraftData; theirs: KeptDraft };

/**
 * What a form begins with. The browser's copy is newer when the server still holds a text that it came from; when the server holds another
 * one, somebody wrote on elsewhere and the person chooses.
 */
export function beginWith(server: KeptDraft | null, local: LocalDraft | null): Beginning {
  if (!local || !hasDraftContent(local.data) || isSameDraft(local.data, server?.data ?? {})) return { with: "server" };
  if (!server) return { with: "local", base: local.base, data: local.data };
  if (local.base === server.version || local.unheard.includes(server.version)) return { with: "local", base: server.version, data: local.data };
  return { with: "both", mine: local.data, theirs: server };
}

/** Choices alone are no draft: there is nothing of a person's own in them. */
export function hasDraftContent(data: DraftData | null | undefined): data is DraftData {
  if (!data) return false;
  const texts = [data.subject, data.title, data.summary, data.body, data.parts, encodeAnswers(decodeAnswers(data.answers))];
  return texts.some((text) => text?.trim()) || Boolean(data.attachments?.length);
}

/** A text that stands for something sealed, which only a page that the server makes brings along. */
export function hasSealed(data: DraftData): boolean {
  return JSON.stringify(data).includes("🔒");
}

/** The key under which a form would be sent is nothing that a person typed. */
export function isSameDraft(one: DraftData, other: DraftData): boolean {
  return canonical(one) === canonical(other);
}

/**
 * Both texts in one: theirs first, mine after it, choices and answers mine where there are any. What the one says already is not said
 * twice; a second subject, title or summary, and another answer to the same question, go into the text that they belonged to. Topics stay as here.
 */
export function joinDrafts(mine: DraftData, theirs: DraftData): DraftData {
  const subject = mine.subject?.trim() ? mine.subject : theirs.subject;
  const otherLines = (["subject", "title", "summary"] as const).map((name) => (mine[name]?.trim() && mine[name]?.trim() !== theirs[name]?.trim() ? theirs[name] : ""));
  const answers = joinAnswers(decodeAnswers(theirs.answers), decodeAnswers(mine.answers));
  const theirText = [...otherLines, theirs.body, ...answers.left].filter((text) => text?.trim()).join("\n\n");
  const joined: DraftData = {
    ...theirs,
    ...filled(mine),
    ...(subject === undefined ? {} : { subject }),
    body: joinTexts(theirText, mine.body ?? ""),
  };
  if (theirs.tags && mine.tags) joined.tags = joinLines(theirs.tags, mine.tags, ", ");
  if (theirs.note && mine.note) joined.note = joinLines(theirs.note, mine.note, "; ");
  if (theirs.answers || mine.answers) joined.answers = encodeAnswers(answers.joined);
  if (theirs.attachments || mine.attachments) joined.attachments = [...new Set([...(theirs.attachments ?? []), ...(mine.attachments ?? [])])];
  return joined;
}

function joinTexts(first: string, second: string): string {
  if (first.includes(second.trim())) return first;
  if (second.includes(first.trim())) return second;
  return `${first.trimEnd()}\n\n${second}`;
}

function joinLines(first: string, second: string, between: string): string {
  if (first.includes(second.trim())) return first;
  return second.includes(first.trim()) ? second : `${first.trim()}${between}${second.trim()}`;
}

/** `left`: theirs where mine is another one. */
function joinAnswers(theirs: Record<string, string>, mine: Record<string, string>): { joined: Record<string, string>; left: string[] } {
  const left = Object.entries(theirs).flatMap(([key, text]) => (mine[key]?.trim() && mine[key] !== text ? [text] : []));
  return { joined: { ...theirs, ...filled(mine) }, left };
}

function filled<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== "" && value !== undefined)) as T;
}

/** As a text in which order, empty fields and the key do not count. */
function canonical(data: DraftData): string {
  return JSON.stringify(sorted(filled({ ...data, submissionKey: undefined })));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
