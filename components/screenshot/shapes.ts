import { areaBetween, clamp, clampPoint, within, type Area, type Operation, type Point, type Tool } from "./operations";

/** A shape while it is being placed: drawn from a point, put in the middle by a key, moved and resized within the frame. */

const LETTER_WIDTH = 0.58;
/** Height of a letter, in units. */
export const TEXT_UNITS = 9;

/** Nothing yet but where it begins. */
export function shapeAt(tool: Tool, { at, unit }: { at: Point; unit: number }): Operation {
  const area = { ...at, width: 0, height: 0 };
  switch (tool) {
    case "crop":
    case "blackout":
      return { kind: tool, area };
    case "box":
      return { kind: tool, area, unit };
    case "arrow":
      return { kind: tool, from: at, to: at, unit };
    case "text":
      return { kind: tool, at, text: "", unit };
    default:
      return tool satisfies never;
  }
}

/** For the keyboard: in the middle, large enough to be seen and moved. */
export function shapeInMiddle(tool: Tool, { frame, unit }: { frame: Area; unit: number }): Operation {
  const share = tool === "crop" ? 0.8 : 0.3;
  const half = { x: (frame.width * share) / 2, y: (frame.height * share) / 2 };
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const from = rounded({ x: middle.x - half.x, y: middle.y - half.y });
  const to = rounded({ x: middle.x + half.x, y: middle.y + half.y });
  return drawnTo(shapeAt(tool, { at: from, unit }), { from, to, frame });
}

/** As it is once the pointer has come from one point to another. */
export function drawnTo(shape: Operation, { from, to, frame }: { from: Point; to: Point; frame: Area }): Operation {
  const end = clampPoint(to, frame);
  switch (shape.kind) {
    case "crop":
    case "blackout":
    case "box":
      return { ...shape, area: within(areaBetween(clampPoint(from, frame), end), frame) };
    case "arrow":
      return { ...shape, to: end };
    case "text":
      return { ...shape, at: end };
    default:
      return shape satisfies never;
  }
}

export function moved(shape: Operation, by: Point, frame: Area): Operation {
  const bounds = boundsOf(shape);
  const dx = clamp(by.x, frame.x - bounds.x, Math.max(0, frame.x + frame.width - bounds.x - bounds.width));
  const dy = clamp(by.y, frame.y - bounds.y, Math.max(0, frame.y + frame.height - bounds.y - bounds.height));
  const shift = ({ x, y }: Point) => ({ x: x + dx, y: y + dy });
  switch (shape.kind) {
    case "crop":
    case "blackout":
    case "box":
      return { ...shape, area: { ...shape.area, ...shift(shape.area) } };
    case "arrow":
      return { ...shape, from: shift(shape.from), to: shift(shape.to) };
    case "text":
      return { ...shape, at: shift(shape.at) };
    default:
      return shape satisfies never;
  }
}

/** The lower right corner goes, or the arrow's point; letters become larger or smaller. */
export function resized(shape: Operation, by: Point, frame: Area): Operation {
  switch (shape.kind) {
    case "crop":
    case "blackout":
    case "box": {
      const { area } = shape;
      return { ...shape, area: within({ ...area, width: Math.max(1, area.width + by.x), height: Math.max(1, area.height + by.y) }, frame) };
    }
    case "arrow":
      return { ...shape, to: clampPoint({ x: shape.to.x + by.x, y: shape.to.y + by.y }, frame) };
    case "text":
      return { ...shape, unit: clamp(shape.unit + Math.sign(by.x || by.y), 1, 100) };
    default:
      return shape satisfies never;
  }
}

export function boundsOf(shape: Operation): Area {
  switch (shape.kind) {
    case "crop":
    case "blackout":
    case "box":
      return shape.area;
    case "arrow":
      return areaBetween(shape.from, shape.to);
    case "text": {
      const height = shape.unit * TEXT_UNITS;
      return { ...shape.at, width: Math.max(1, shape.text.length) * height * LETTER_WIDTH, height: height * 1.4 };
    }
    default:
      return shape satisfies never;
  }
}

/** Where one takes hold of it to resize it. */
export function handleOf(shape: Operation): Point {
  if (shape.kind === "arrow") return shape.to;
  const { x, y, width, height } = boundsOf(shape);
  return { x: x + width, y: y + height };
}

/** A slip of the pointer rather than a shape, or a text without words. */
export function isNothing(shape: Operation, least: number): boolean {
  switch (shape.kind) {
    case "crop":
    case "blackout":
    case "box":
      return shape.area.width < least || shape.area.height < least;
    case "arrow":
      return Math.hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y) < least;
    case "text":
      return shape.text.trim() === "";
    default:
      return shape satisfies never;
  }
}

export function isInside({ x, y }: Point, area: Area, margin: number): boolean {
  return x >= area.x - margin && y >= area.y - margin && x <= area.x + area.width + margin && y <= area.y + area.height + margin;
}

export function isNear(a: Point, b: Point, distance: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= distance;
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
