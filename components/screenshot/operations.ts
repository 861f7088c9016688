/**
 * What is done to a picture, as a list that can be taken back. Places are in the picture's own pixels, so that they stay true whatever
 * the size at which it is shown; the picture itself is never written to, what leaves the editor is drawn anew from the list.
 */

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Area = Point & Size;

/** `unit` is what lines and letters are measured by: it depends on how much of the picture was in sight when they were drawn. */
export type Operation =
  | { kind: "crop"; area: Area }
  | { kind: "arrow"; from: Point; to: Point; unit: number }
  | { kind: "box"; area: Area; unit: number }
  | { kind: "text"; at: Point; text: string; unit: number }
  | { kind: "blackout"; area: Area };

export type Tool = Operation["kind"];

export const TOOLS = ["blackout", "box", "arrow", "text", "crop"] as const satisfies readonly Tool[];

export interface History {
  done: readonly Operation[];
  undone: readonly Operation[];
}

export const NO_HISTORY: History = { done: [], undone: [] };

export function perform({ done }: History, operation: Operation): History {
  return { done: [...done, operation], undone: [] };
}

export function undo(history: History): History {
  const last = history.done.at(-1);
  return last ? { done: history.done.slice(0, -1), undone: [...history.undone, last] } : history;
}

export function redo(history: History): History {
  const next = history.undone.at(-1);
  return next ? { done: [...history.done, next], undone: history.undone.slice(0, -1) } : history;
}

/** The part of the picture that is left: the last crop, in whole pixels, or all of it. */
export function frameOf(done: readonly Operation[], size: Size): Area {
  const crop = done.findLast((operation) => operation.kind === "crop");
  return crop ? within(wholePixels(crop.area), { x: 0, y: 0, ...size }) : { x: 0, y: 0, ...size };
}

/** A line should look alike on a telephone's picture and on a wide screen's. */
export function unitOf(frame: Size): number {
  return Math.max(1, Math.round(Math.max(frame.width, frame.height) / 320));
}

/** Grown to whole pixels: an edge that covers half a pixel would let the other half show what is under it. */
export function wholePixels({ x, y, width, height }: Area): Area {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

/** The part of `area` that lies in `frame`; at least one pixel of it. */
export function within(area: Area, frame: Area): Area {
  const left = clamp(area.x, frame.x, frame.x + frame.width - 1);
  const top = clamp(area.y, frame.y, frame.y + frame.height - 1);
  const right = clamp(area.x + area.width, left + 1, frame.x + frame.width);
  const bottom = clamp(area.y + area.height, top + 1, frame.y + frame.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function areaBetween(a: Point, b: Point): Area {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

export function clampPoint({ x, y }: Point, frame: Area): Point {
  return { x: clamp(x, frame.x, frame.x + frame.width), y: clamp(y, frame.y, frame.y + frame.height) };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
