import { foldInPlace } from "@/lib/tickets/folded-text";
import { THEME_KINDS, THEME_WORDS } from "@/lib/tickets/topic-places";
import { unitsOf } from "@/lib/tickets/topic-units";
import { tellsOfTrouble, themesOf } from "@/lib/tickets/topic-words";
import { cutTopics, namesIn, type Span, type TopicSpan } from "@/lib/tickets/topics";
import { BODY_MAX, type NewTicketOptions } from "@/lib/tickets/types";

/** What is being written; an empty choice is none. */
export type MessageDraft = { subject: string; body: string; departmentId: string; productId: string };
export type TopicChoices = {
  departments: readonly Pick<NewTicketOptions["departments"][number], "id" | "slug" | "name" | "description">[];
  products: readonly Pick<NewTicketOptions["products"][number], "id" | "name" | "kind" | "hasEnded">[];
};

/** Longer suggested subjects are cut at a word. */
const SUBJECT_LENGTH = 80;

/**
 * A draft for each topic of a message, in the words that were written: its own part of the text between the greeting and the closing of
 * the whole, a subject, and where it seems to belong. None when there is one topic.
 */
export function topicDrafts(message: MessageDraft, choices: TopicChoices): MessageDraft[] {
  const { opening, topics, closing } = cutTopics(message.body, { names: hostsOf(choices) });
  if (topics.length < 2) return [];
  const owner = ownerOfSubject(message.subject, topics);
  return topics.map((topic, index) => {
    const own = textOf(message.body, topic);
    const whole = [textOf(message.body, opening), own, textOf(message.body, closing)].filter(Boolean).join("\n\n");
    return {
      subject: index === owner ? message.subject.trim() : subjectOf(own),
      body: whole.length > BODY_MAX ? own : whole,
      departmentId: departmentFor(topic, own, choices) ?? message.departmentId,
      productId: productFor(topic, { own, chosen: message.productId }, choices),
    };
  });
}

/** The domains that services are named after. */
function hostsOf({ products }: TopicChoices): string[] {
  return [...new Set(products.flatMap(({ name }) => foldInPlace(name).text.match(HOST) ?? []))];
}

const HOST = /\b(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,20}\b/g;

function textOf(body: string, { start, end }: Span): string {
  return body.slice(start, end).trim();
}

/** The topic that the person's own subject names, and no other: it keeps that subject. */
function ownerOfSubject(subject: string, topics: TopicSpan[]): number {
  const themes = themesOf(foldInPlace(subject).text);
  if (themes.length !== 1) return -1;
  const named = topics.flatMap((topic, index) => (topic.themes[0] === themes[0] ? [index] : []));
  return named.length === 1 ? named[0]! : -1;
}

/** Its first sentence, without the mark of a list or the word that joined it to the one before. */
function subjectOf(text: string): string {
  const units = unitsOf(text);
  const telling = units.find((unit) => !unit.isQuoted && text.slice(unit.textStart, unit.end).trim().length > 12) ?? units[0];
  if (!telling) return "";
  const sentence = text.slice(telling.textStart, telling.end).trim().replace(/\s+/g, " ").replace(/[.,;:\s]{1,10}$/, "");
  const cut = sentence.length <= SUBJECT_LENGTH ? sentence : sentence.slice(0, SUBJECT_LENGTH).replace(/\s+\S{0,80}$/, "");
  const whole = cut.toWellFormed().replaceAll("\ufffd", "");
  return whole.charAt(0).toLocaleUpperCase("es") + whole.slice(1);
}

function departmentFor(topic: TopicSpan, own: string, { departments }: TopicChoices): string | undefined {
  const [theme] = topic.themes;
  if (!theme) return undefined;
  // A page that fails and a page that is to be changed are looked after by different people.
  const isChange = theme === "site" && !tellsOfTrouble(foldInPlace(own).text);
  const words = isChange ? THEME_WORDS.change : THEME_WORDS[theme];
  let best: { id: string; score: number } | undefined;
  for (const { id, name, description } of departments) {
    const score = 3 * countOf(words, name) + countOf(words, description);
    if (score > (best?.score ?? 0)) best = { id, score };
  }
  return best?.id;
}

function countOf(words: readonly string[], text: string): number {
  const folded = foldInPlace(text).text;
  return words.filter((word) => folded.includes(word)).length;
}

function productFor(topic: TopicSpan, { own, chosen }: { own: string; chosen: string }, { products }: TopicChoices): string {
  const kinds: readonly string[] = topic.themes[0] ? THEME_KINDS[topic.themes[0]] : [];
  // "ventas@acme.example" names the service as well.
  const text = foldInPlace(own).text.replaceAll("@", " ");
  const isNamed = (name: string) => namesIn(text, foldInPlace(name).text.match(HOST) ?? []).length > 0;
  const fitting = kinds.flatMap((kind) => products.filter((product) => product.kind === kind));
  const named = fitting.find((product) => isNamed(product.name));
  if (named) return named.id;
  if (fitting.some((product) => product.id === chosen)) return chosen;
  const [only, another] = fitting.filter((product) => product.kind === kinds[0] && !product.hasEnded);
  return only && !another ? only.id : "";
}

