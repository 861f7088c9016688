import { closingStart, greetingEnd } from "@/lib/tickets/topic-frame";
import { unitsOf, type TextUnit } from "@/lib/tickets/topic-units";
import {
  announcesNoRequests,
  announcesSeveral,
  areNear,
  asksForSomething,
  beginsWithArticle,
  namesADeed,
  onlyTells,
  saysTheSame,
  tellsOfTrouble,
  themesOf,
  type Theme,
} from "@/lib/tickets/topic-words";
import { MOST_TOPICS } from "@/lib/tickets/types";

export type Span = { start: number; end: number };

/**
 * What a draft's text is made of: an opening and a closing that belong to all of it, and its topics between them, without gaps and in
 * order. One topic: `topics` has one entry.
 */
export type TopicCut = { opening: Span; topics: TopicSpan[]; closing: Span };
export type TopicSpan = Span & {
  themes: Theme[];
  /** The names of services that it mentions. */
  names: string[];
};

/**
 * Where the topics of a text begin. A topic begins where something is asked or fails (not where something was tried), set off by a list,
 * a connecting word or a new line, and about something else than all that came before. In step with the length of the text.
 * @param names of services, such as domains, that may tell two topics of one kind apart; lower case
 */
export function cutTopics(text: string, { names = [] }: { names?: string[] } = {}): TopicCut {
  const closing = closingStart(text);
  const units = unitsOf(text.slice(0, closing)).map((unit) => read(unit, names));
  const first = firstOf(units);
  const topics: Topic[] = [];
  let list: List | null = null;
  for (const [index, unit] of units.entries()) {
    if (index < first) continue;
    list = listAt(units, index, { before: list, first });
    const current = topics.at(-1);
    if (!current) topics.push(topicFrom(unit, greetingEnd(text.slice(unit.start, unit.end))));
    else if (topics.length < MOST_TOPICS && beginsTopic(unit, { topics, list })) topics.push(topicFrom(unit, 0));
    else join(current, unit);
  }
  const start = topics[0]?.start ?? 0;
  return {
    opening: { start: 0, end: start },
    topics: topics.length === 0
      ? [{ start: 0, end: closing, themes: [], names: [] }]
      : topics.map((topic, index) => ({ start: topic.start, end: topics[index + 1]?.start ?? closing, themes: [...topic.themes], names: [...topic.names] })),
    closing: { start: closing, end: text.length },
  };
}

type ReadUnit = TextUnit & { themes: Theme[]; names: string[]; asks: boolean; fails: boolean; hasDeed: boolean };
type Topic = { start: number; themes: Set<Theme>; names: Set<string>; acts: boolean };
/** A list of requests, or one whose items are parts of one matter. */
type List = { areRequests: boolean };

function read(unit: TextUnit, names: string[]): ReadUnit {
  if (unit.isQuoted) return { ...unit, themes: [], names: [], asks: false, fails: false, hasDeed: false };
  return {
    ...unit,
    themes: themesOf(unit.text),
    names: names.length === 0 ? [] : namesIn(unit.text, names),
    asks: asksForSomething(unit.text),
    fails: tellsOfTrouble(unit.text),
    // "La factura…" asks for an invoice as an item of a list; in a sentence it is what the sentence is about.
    hasDeed: namesADeed(unit.text) && (unit.break === "item" || !beginsWithArticle(unit.text)),
  };
}

/** Greetings and "les encargo varias cosas:" stand before the first topic, and go into each. */
function firstOf(units: ReadUnit[]): number {
  const first = units.findIndex((unit, index) => {
    const isOpening = unit.themes.length === 0 && (unit.isLead || announcesSeveral(unit.text) || !acts(unit));
    const announces = announcesSeveral(unit.text) && (unit.themes.length === 0 || unit.isLead) && unit.text.length < 90 && !unit.fails;
    return !isOpening && !(announces && index + 1 < units.length);
  });
  if (first < 0) return 0;
  // A story begins before its first word that is known: only what greets or announces is left outside.
  let at = first;
  while (at > 0 && !isFrame(units[at - 1]!)) at -= 1;
  return at;
}

function isFrame(unit: ReadUnit): boolean {
  return unit.isLead || announcesSeveral(unit.text) || unit.text.trim() === "" || greetingEnd(unit.text) >= unit.text.trimEnd().length;
}

/** Whether this item belongs to a list of requests: decided at its first item, by what announces it and by what its items say. */
function listAt(units: ReadUnit[], index: number, { before, first }: { before: List | null; first: number }): List | null {
  const unit = units[index]!;
  if (unit.break !== "item") return unit.isLead ? null : before;
  if (before) return before;
  const lead = leadBefore(units, index);
  if (lead && (announcesNoRequests(lead.text) || (lead.themes.length > 0 && !announcesSeveral(lead.text)))) return { areRequests: false };
  // Without a colon before it, a list that follows a complaint goes into its details.
  const items = units.slice(index, index + 40).filter((each) => each.break === "item");
  const asked = items.filter(acts).length;
  return { areRequests: asked * 2 > items.length && (index === first || lead !== null || asked === items.length) };
}

function leadBefore(units: ReadUnit[], index: number): ReadUnit | null {
  for (let at = index - 1; at >= 0 && at >= index - 3; at -= 1) if (units[at]!.text.trim() !== "") return units[at]!;
  return null;
}

function beginsTopic(unit: ReadUnit, { topics, list }: { topics: Topic[]; list: List | null }): boolean {
  if (unit.break === "sentence" || unit.isQuoted || !acts(unit)) return false;
  if (unit.break === "item" && !list?.areRequests) return false;
  if (!topics.some((topic) => topic.acts)) return false;
  const isNew = isAboutAnother(unit, topics);
  switch (unit.break) {
    case "new-topic":
      return !onlyTells(unit.text) && (isNew || (unit.themes.length > 0 && unit.asks && !sharesTheme(unit, topics)));
    case "item":
      return isNew;
    case "connector":
      return isNew && !onlyTells(unit.text) && !saysTheSame(unit.text);
    case "line":
      return isNew && !onlyTells(unit.text) && !saysTheSame(unit.text) && !unit.isLead;
    default:
      return unit.break satisfies never;
  }
}

/** It names a thing of another kind than all before, or another service by its name. */
function isAboutAnother(unit: ReadUnit, topics: Topic[]): boolean {
  const [main] = unit.themes;
  if (!main) return false;
  if (unit.names.length > 0 && topics.every((topic) => topic.names.size > 0 && unit.names.every((name) => !topic.names.has(name)))) {
    if (unit.break === "line" || unit.break === "item" || unit.break === "new-topic") return true;
  }
  if (sharesTheme(unit, topics) || topics.every((topic) => topic.themes.size === 0)) return false;
  const isNear = topics.some((topic) => [...topic.themes].some((theme) => areNear(theme, main)));
  // Of near kinds, an errand with the domain or an item of its own is another matter; a second sign of one trouble is not.
  return !isNear || (main === "deal" && (unit.asks || unit.hasDeed)) || unit.break === "item" || (unit.break === "new-topic" && unit.asks);
}

function sharesTheme(unit: ReadUnit, topics: Topic[]): boolean {
  const [main] = unit.themes;
  return main === undefined || topics.some((topic) => topic.themes.has(main));
}

function acts(unit: ReadUnit): boolean {
  return unit.asks || unit.fails || unit.hasDeed;
}

function topicFrom(unit: ReadUnit, skipped: number): Topic {
  return { start: unit.start + skipped, themes: new Set(unit.themes), names: new Set(unit.names), acts: acts(unit) || unit.themes.length > 0 };
}

function join(topic: Topic, unit: ReadUnit): void {
  for (const theme of unit.themes) topic.themes.add(theme);
  for (const name of unit.names) topic.names.add(name);
  topic.acts ||= acts(unit) || unit.themes.length > 0;
}

/** Of "acme.example" and "tienda-acme.example" the one that stands there. */
export function namesIn(text: string, names: string[]): string[] {
  return names.filter((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const isWhole = !/[\w@-]/.test(text.charAt(at - 1)) && !/[\w-]/.test(text.charAt(at + name.length));
      if (isWhole) return true;
    }
    return false;
  });
}
