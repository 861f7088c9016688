import { entryText } from "@/lib/chat/entry-words";
import type { ChatMessageView, ConversationEnd } from "@/lib/chat/types";
import { formatFullDateTime, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { hideSecrets } from "@/lib/secrets/hide-secrets";

export type Talk = { startedAt: string; customerName: string; closed: { why: ConversationEnd } | null; messages: readonly Pick<ChatMessageView, "kind" | "authorName" | "isStaff" | "body" | "at" | "attachments">[] };

/** A conversation as plain lines, each with its time at the desk and who said it; what looks like a secret is covered, because a file is kept and a mail goes over others' machines. */
export function transcriptText(talk: Talk): string {
  const t = getTranslator("chat");
  const head = [t("transcript.title", { name: talk.customerName, at: formatFullDateTime(Temporal.Instant.from(talk.startedAt)) }), t("transcript.notice")];
  return hideSecrets(`${head.join("\n")}\n\n${linesOf(talk).join("\n")}\n`);
}

/** The same below what an agent wrote of it, cut at its beginning where it would be longer than `most` characters. */
export function quotedTranscript(talk: Talk, most: number): string {
  const t = getTranslator("chat");
  const title = t("transcript.inTicket", { at: formatFullDateTime(Temporal.Instant.from(talk.startedAt)) });
  const lines = linesOf(talk).map((line) => line.replaceAll("\n", "\n> "));
  let length = title.length;
  let first = lines.length;
  const cut = t("transcript.cut");
  while (first > 0 && length + lines[first - 1]!.length + 5 <= most - cut.length - 8) {
    first -= 1;
    length += lines[first]!.length + 5;
  }
  return [title, "", ...(first > 0 ? [`> ${cut}`, ">"] : []), lines.slice(first).map((line) => `> ${line}`).join("\n>\n")].join("\n");
}

function linesOf({ messages, closed }: Talk): string[] {
  const t = getTranslator("chat");
  return messages.map(({ kind, authorName, isStaff, body, at, attachments }) => {
    const time = formatTime(Temporal.Instant.from(at));
    const own = entryText({ kind, authorName, isStaff }, closed);
    if (own !== null) return `[${time}] ${own}`;
    const files = attachments.map(({ name }) => t("transcript.file", { name }));
    return `[${time}] ${authorName ?? t("desk")}: ${[body, ...files].filter((part) => part !== "").join("\n")}`;
  });
}
