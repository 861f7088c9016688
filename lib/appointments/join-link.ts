import { DOOR_MINUTES, TEMPLATE_MAX } from "@/lib/appointments/rules";
import type { AppointmentState, RemoteTool } from "@/lib/appointments/types";

/** What a link to join may begin with: https, or the tool's own scheme. Nothing that a browser would run. */
export const SCHEMES: Record<RemoteTool, readonly string[]> = {
  rustdesk: ["https:", "rustdesk:"],
  anydesk: ["https:", "anydesk:"],
  meshcentral: ["https:", "mcrouter:"],
  other: ["https:"],
};

export const CODE_MARK = "{code}";
/** Read out over a telephone: no 0, 1, I, L, O or U. */
const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 12;
/** Stands for a code while a template is checked; no host has it by chance. */
const SAMPLE = "Q7SAMPLE7Q";

export type TemplateProblem = "template.unreadable" | "template.scheme" | "template.code" | "template.codeInHost" | "template.tooLong";

/** What is wrong with a template for a tool, or null. Checked as the browser will read it, with a code in its place. */
export function templateProblem(tool: RemoteTool, template: string): TemplateProblem | null {
  if (template.length > TEMPLATE_MAX) return "template.tooLong";
  // Spaces and controls are what parsers disagree about.
  if (!/^[\x21-\x7e]+$/.test(template)) return "template.unreadable";
  if (template.split(CODE_MARK).length !== 2 || /[{}]/.test(template.replace(CODE_MARK, ""))) return "template.code";
  const url = URL.parse(template.replace(CODE_MARK, SAMPLE));
  if (!url) return "template.unreadable";
  if (!SCHEMES[tool].includes(url.protocol)) return "template.scheme";
  if (url.username !== "" || url.password !== "") return "template.unreadable";
  if (url.protocol !== "https:") return null;
  if (url.hostname === "" || !template.toLowerCase().startsWith("https://")) return "template.unreadable";
  // Whoever has a code must not choose the host.
  return url.host.toLowerCase().includes(SAMPLE.toLowerCase()) ? "template.codeInHost" : null;
}

/** The address to join at. The template was checked when it was written. */
export function joinHref(template: string, code: string): string {
  return template.replace(CODE_MARK, encodeURIComponent(code));
}

/** "K7QF-2MXD-9TWA". @param random twelve bytes or more; bytes from 240 on are skipped, so that no letter is likelier than another */
export function codeFrom(random: Uint8Array): string | null {
  const letters = [...random].filter((byte) => byte < 240).map((byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]!);
  if (letters.length < CODE_LENGTH) return null;
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join("")).join("-");
}

/** Whether the code is shown: from DOOR_MINUTES before the beginning until the end, or while the session lasts. */
export function codeStatus({ state, startsAt, endsAt, now }: { state: AppointmentState; startsAt: Temporal.Instant; endsAt: Temporal.Instant; now: Temporal.Instant }): "early" | "open" | "over" {
  if (state === "under_way") return "open";
  if (state === "finished" || state === "cancelled" || state === "missed") return "over";
  if (Temporal.Instant.compare(now, endsAt) >= 0) return "over";
  if (Temporal.Instant.compare(now, doorOpensAt(startsAt)) < 0) return "early";
  // Not both stand by it yet: there is nothing to join.
  return state === "confirmed" ? "open" : "early";
}

export function doorOpensAt(startsAt: Temporal.Instant): Temporal.Instant {
  return startsAt.subtract({ minutes: DOOR_MINUTES });
}
