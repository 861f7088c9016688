import { frameOf, NO_HISTORY, perform, redo, undo, unitOf, type Area, type History, type Operation, type Point, type Size, type Tool } from "./operations";
import { boundsOf, drawnTo, handleOf, isInside, isNear, isNothing, moved, resized, shapeAt, shapeInMiddle } from "./shapes";

/**
 * The editor without a screen. A shape is placed before it is applied, so that a key can move it; whatever else is done then (another
 * shape, another tool, taking the picture) applies it first: what one sees is what one gets.
 */
export interface EditorState {
  size: Size;
  history: History;
  tool: Tool;
  placing: Operation | null;
  gesture: Gesture | null;
}

type Gesture = { kind: "draw"; from: Point } | { kind: "move" | "resize"; last: Point };

export type EditorAction =
  | { type: "choose"; tool: Tool }
  | { type: "place" }
  /** `reach`: how far from a handle one may press, in the picture's pixels. */
  | { type: "press"; at: Point; reach: number }
  | { type: "drag"; to: Point }
  | { type: "release"; reach: number }
  | { type: "move" | "resize"; by: Point }
  | { type: "write"; text: string }
  | { type: "apply" | "cancel" | "undo" | "redo" };

export function editorOf(size: Size): EditorState {
  return { size, history: NO_HISTORY, tool: "blackout", placing: null, gesture: null };
}

export function edited(state: EditorState, action: EditorAction): EditorState {
  const frame = frameIn(state);
  switch (action.type) {
    case "choose":
      return { ...applied(state), tool: action.tool };
    case "place":
      return placed(applied(state));
    case "press":
      return pressed(state, action);
    case "drag":
      return dragged(state, action.to);
    case "release":
      return released(state, action.reach);
    case "move":
      return state.placing ? { ...state, placing: moved(state.placing, action.by, frame) } : state;
    case "resize":
      return state.placing ? { ...state, placing: resized(state.placing, action.by, frame) } : state;
    case "write":
      return state.placing?.kind === "text" ? { ...state, placing: { ...state.placing, text: action.text } } : state;
    case "apply":
      return applied(state);
    case "cancel":
      return { ...state, placing: null, gesture: null };
    case "undo":
      // What is only being placed is the last thing that was done.
      return state.placing ? { ...state, placing: null, gesture: null } : { ...state, history: undo(state.history) };
    case "redo":
      return state.placing ? state : { ...state, history: redo(state.history) };
    default:
      return action satisfies never;
  }
}

/** Everything that is in sight, the shape that is being placed included. */
export function operationsOf(state: EditorState): readonly Operation[] {
  return applied(state).history.done;
}

/** A crop that is being placed dims what it will take away; only applied, it does. */
export function frameIn({ history, size }: Pick<EditorState, "history" | "size">): Area {
  return frameOf(history.done, size);
}

export function isTouched({ history, placing }: EditorState): boolean {
  return history.done.length > 0 || placing !== null;
}

function applied(state: EditorState): EditorState {
  const { placing } = state;
  if (!placing) return state;
  const history = isNothing(placing, 2) ? state.history : perform(state.history, placing);
  return { ...state, history, placing: null, gesture: null };
}

function placed(state: EditorState): EditorState {
  const frame = frameIn(state);
  return { ...state, placing: shapeInMiddle(state.tool, { frame, unit: unitOf(frame) }) };
}

function pressed(state: EditorState, { at, reach }: { at: Point; reach: number }): EditorState {
  const { placing } = state;
  if (placing && isNear(at, handleOf(placing), reach)) return { ...state, gesture: { kind: "resize", last: at } };
  if (placing && isInside(at, boundsOf(placing), reach / 2)) return { ...state, gesture: { kind: "move", last: at } };
  const next = applied(state);
  const unit = unitOf(frameIn(next));
  return { ...next, placing: shapeAt(state.tool, { at, unit }), gesture: { kind: "draw", from: at } };
}

function dragged(state: EditorState, to: Point): EditorState {
  const { placing, gesture } = state;
  if (!placing || !gesture) return state;
  const frame = frameIn(state);
  if (gesture.kind === "draw") return { ...state, placing: drawnTo(placing, { from: gesture.from, to, frame }) };
  const by = { x: to.x - gesture.last.x, y: to.y - gesture.last.y };
  const change = gesture.kind === "move" ? moved : resized;
  return { ...state, placing: change(placing, by, frame), gesture: { kind: gesture.kind, last: to } };
}

/** A text has no words yet when its place is chosen; anything else that is no larger than a slip was one. */
function released(state: EditorState, reach: number): EditorState {
  const { placing, gesture } = state;
  if (!placing || !gesture) return state;
  const isSlip = gesture.kind === "draw" && placing.kind !== "text" && isNothing(placing, Math.max(2, reach / 4));
  return { ...state, placing: isSlip ? null : placing, gesture: null };
}
