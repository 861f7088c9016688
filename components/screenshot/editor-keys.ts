import type { EditorAction } from "./editor-state";
import type { Point, Tool } from "./operations";

/** The letters that choose a tool, as the buttons say them. */
export const TOOL_KEYS: Record<Tool, string> = { blackout: "n", box: "c", arrow: "f", text: "t", crop: "r" };

export type KeyPress = { key: string; isShift: boolean; isCommand: boolean; isRepeat: boolean };

const HELD = 4;
const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * What a key does on the picture: letters choose, Enter places and applies, arrows move and (with Shift) resize, Escape takes back what
 * is being placed. @param step how far one press of an arrow goes, in pixels; held down, it goes faster. @returns null when the key is
 * not the editor's
 */
export function actionOfKey(press: KeyPress, { isPlacing, step }: { isPlacing: boolean; step: number }): EditorAction | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.isCommand) return commandOf(key, press.isShift);
  const arrow = ARROWS[key];
  if (arrow) {
    if (!isPlacing) return null;
    const length = press.isRepeat ? step * HELD : step;
    return { type: press.isShift ? "resize" : "move", by: { x: arrow.x * length, y: arrow.y * length } };
  }
  if (key === "Enter") return { type: isPlacing ? "apply" : "place" };
  if (key === "Escape") return isPlacing ? { type: "cancel" } : null;
  const tool = toolOf(key);
  return tool ? { type: "choose", tool } : null;
}

/** Ctrl or ⌘ with Z and Y. */
function commandOf(key: string, isShift: boolean): EditorAction | null {
  if (key.toLowerCase() === "z") return { type: isShift ? "redo" : "undo" };
  return key.toLowerCase() === "y" ? { type: "redo" } : null;
}

function toolOf(key: string): Tool | undefined {
  return (Object.keys(TOOL_KEYS) as Tool[]).find((tool) => TOOL_KEYS[tool] === key);
}
