import { foldText } from "@/lib/search/text";
import { readDay } from "./days";
import type { AskedQuestion, NamedProduct } from "./types";

/**
 * The address of the new-ticket form, filled in: ?department=&product=&priority=&subject=&body=&answer.<key>=. Read gently: what is not
 * there is left out and told; what is meant without doubt is understood.
 */

export type LinkQuery = Readonly<Record<string, string | string[] | undefined>>;
/** A part that could not be used, as it stood in the address. */
export type IgnoredPart = { part: "department" | "product" | "priority" | "answer"; value: string };

const ANSWER = "answer.";
const SHOWN_MAX = 60;

/** One value of a name; an empty one is none. */
export function wantedIn(query: LinkQuery, name: string): string | undefined {
  const value = query[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** By id, by slug, or by how one slug alone begins: "correo" is correo-electronico. */
export function departmentIn<D extends { id: string; slug: string }>(departments: readonly D[], wanted: string | undefined): D | undefined {
  if (wanted === undefined) return undefined;
  const exact = departments.find((each) => each.slug === wanted || each.id === wanted);
  if (exact) return exact;
  const begun = departments.filter((each) => each.slug.startsWith(`${foldText(wanted)}-`));
  return begun.length === 1 ? begun[0] : undefined;
}

/** By id, or by name, accents and capitals aside. */
export function productIn<P extends NamedProduct>(products: readonly P[], wanted: string | undefined): P | undefined {
  if (wanted === undefined) return undefined;
  return products.find((each) => each.id === wanted) ?? products.find((each) => foldText(each.name) === foldText(wanted.trim()));
}

const PRIORITY_WORDS: Readonly<Record<string, string>> = { baja: "low", media: "medium", alta: "high" };

export function priorityIn<P extends string>(priorities: readonly P[], wanted: string | undefined): P | undefined {
  const word = wanted === undefined ? undefined : foldText(wanted.trim());
  return priorities.find((each) => each === word || (word !== undefined && each === PRIORITY_WORDS[word]));
}

/** Answers of the department's questions in the form that a form wants them, by question id. */
export function answersOfLink(query: LinkQuery, questions: readonly AskedQuestion[], products: readonly NamedProduct[]): { answers: Record<string, string>; ignored: IgnoredPart[] } {
  const answers: Record<string, string> = {};
  const ignored: IgnoredPart[] = [];
  for (const name of Object.keys(query)) {
    if (!name.startsWith(ANSWER)) continue;
    const key = name.slice(ANSWER.length);
    const question = questions.find((each) => each.key === key);
    const wanted = wantedIn(query, name)?.replaceAll("\0", "").toWellFormed();
    const value = question && wanted !== undefined ? valueOf(question, wanted, products) : undefined;
    if (question && value !== undefined) answers[question.id] = value;
    else ignored.push({ part: "answer", value: shortened(key) });
  }
  return { answers, ignored };
}

export function shortened(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > SHOWN_MAX ? `${plain.slice(0, SHOWN_MAX).toWellFormed()}…` : plain.toWellFormed();
}

/** What is empty is left out. */
export function deepLink(base: string, { department, priority, subject, body, answers }: { department: string; priority: string; subject: string; body: string; answers: Readonly<Record<string, string>> }): string {
  const pairs = Object.entries({ department, priority, subject, body, ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`${ANSWER}${key}`, value])) });
  return `${base}?${new URLSearchParams(pairs.filter(([, value]) => value.trim() !== ""))}`;
}

function valueOf({ kind, choices }: AskedQuestion, wanted: string, products: readonly NamedProduct[]): string | undefined {
  switch (kind) {
    case "choice":
      return choices.find((choice) => foldText(choice) === foldText(wanted.trim()));
    case "date":
      return readDay(wanted) ?? undefined;
    case "product":
      return productIn(products, wanted)?.id;
    case "text":
    case "long_text":
      return wanted.slice(0, 2_000);
    default:
      return kind satisfies never;
  }
}
