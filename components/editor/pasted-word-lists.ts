import { styleText } from "./pasted-style";

interface Item {
  element: HTMLElement;
  list: string;
  level: number;
  isOrdered: boolean;
  start: number;
}

/** Dots, dashes and ticks, and the letters that are such in Word's fonts of symbols. */
const BULLET = /^[\u00b7\u2022\u25aa\u25ab\u25cb\u25cf\u25e6\u2023\u2043\u2013\u2014\u2713\u00a7\u00fc\u00d8\-oqv](?:\s|$)/;

/** Word's lists are paragraphs that say to which list and level they belong, with the bullet typed before their text. */
export function gatherWordLists(source: Document): void {
  const items = [...source.querySelectorAll<HTMLElement>("p, div, h1, h2, h3, h4, h5, h6, li")].map(itemOf);
  let run: Item[] = [];
  for (const item of [...items, null]) {
    if (item && follows(run.at(-1), item)) run.push(item);
    else {
      if (run.length > 0) replaceByList(run, source);
      run = item ? [item] : [];
    }
  }
}

/** Another list at the top level is a list of its own. */
function follows(before: Item | undefined, item: Item): boolean {
  if (!before) return true;
  const isNext = before.element.nextElementSibling === item.element;
  return isNext && (before.list === item.list || item.level > 1);
}

function itemOf(element: HTMLElement): Item | null {
  const style = styleText(element);
  const [, list, level] = /mso-list:\s*(l\d+)\s+level(\d)/i.exec(style) ?? [];
  const isClass = /^MsoListParagraph/i.test(element.className);
  if ((list === undefined && !isClass) || element.localName === "li") return null;
  const marker = [...element.querySelectorAll<HTMLElement>("span")].find((span) => /mso-list:\s*ignore/i.test(styleText(span)));
  const typed = marker ?? element;
  const text = (typed.textContent ?? "").replace(/\u00a0/g, " ").trim();
  const number = /^\(?(\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]+)[.)]/.exec(text);
  const bullet = BULLET.exec(text);
  // Without Word's own mark only what looks like an item is one.
  if (!marker && (list === undefined || (!number && !bullet))) return null;
  if (marker) marker.remove();
  else cutMarker(element, (number ?? bullet)![0].length);
  return { element, list: list ?? "", level: Number(level ?? 1), isOrdered: number !== null, start: number && /^\d+$/.test(number[1]!) ? Number(number[1]) : 1 };
}

function cutMarker(element: HTMLElement, length: number): void {
  let left = length;
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    const text = node.nodeValue ?? "";
    const from = text.length - text.trimStart().length;
    node.nodeValue = text.slice(from + left);
    left -= Math.min(left, text.length - from);
  }
}

function replaceByList(run: readonly Item[], source: Document): void {
  const first = run[0]!;
  const root = listFor(first, source);
  first.element.before(root);
  const open = [{ level: first.level, list: root }];
  for (const item of run) {
    while (open.length > 1 && open.at(-1)!.level > item.level) open.pop();
    let here = open.at(-1)!;
    if (item.level > here.level && here.list.lastElementChild) {
      const list = listFor(item, source);
      here.list.lastElementChild.append(list);
      here = { level: item.level, list };
      open.push(here);
    }
    const entry = source.createElement("li");
    entry.append(...item.element.childNodes);
    here.list.append(entry);
    item.element.remove();
  }
}

function listFor({ isOrdered, start }: Item, source: Document): HTMLElement {
  const list = source.createElement(isOrdered ? "ol" : "ul");
  if (isOrdered && start > 1) list.setAttribute("start", String(start));
  return list;
}
