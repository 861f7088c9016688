import { edited, editorOf, frameIn, operationsOf, type EditorAction } from "@/components/screenshot/editor-state";
import { actionOfKey, type KeyPress } from "@/components/screenshot/editor-keys";

const size = { width: 1000, height: 500 };
const after = (...actions: EditorAction[]) => actions.reduce(edited, editorOf(size));
const drag = (from: [number, number], to: [number, number]): EditorAction[] => [
  { type: "press", at: { x: from[0], y: from[1] }, reach: 10 },
  { type: "drag", to: { x: to[0], y: to[1] } },
  { type: "release", reach: 10 },
];

describe("with a pointer", () => {
  it("blacks out what was dragged over, in whichever direction", () => {
    const state = after(...drag([300, 200], [100, 50]), { type: "apply" });
    expect(state.history.done).toEqual([{ kind: "blackout", area: { x: 100, y: 50, width: 200, height: 150 } }]);
  });

  it("keeps a shape within the picture", () => {
    const state = after(...drag([900, 400], [1400, 900]), { type: "apply" });
    expect(state.history.done).toEqual([{ kind: "blackout", area: { x: 900, y: 400, width: 100, height: 100 } }]);
  });

  it("applies a shape when the next one is begun elsewhere, another tool is taken, or the picture is", () => {
    expect(after(...drag([0, 0], [50, 50]), ...drag([500, 300], [600, 400])).history.done).toHaveLength(1);
    expect(after(...drag([0, 0], [50, 50]), { type: "choose", tool: "arrow" }).history.done).toHaveLength(1);
    expect(operationsOf(after(...drag([0, 0], [50, 50])))).toHaveLength(1);
  });

  it("takes hold of the shape that is being placed: inside it moves, at its corner it grows", () => {
    expect(after(...drag([100, 100], [200, 200]), ...drag([150, 150], [170, 160])).placing).toEqual({ kind: "blackout", area: { x: 120, y: 110, width: 100, height: 100 } });
    expect(after(...drag([100, 100], [200, 200]), ...drag([200, 200], [230, 250])).placing).toEqual({ kind: "blackout", area: { x: 100, y: 100, width: 130, height: 150 } });
  });

  it("takes a slip for nothing", () => {
    expect(after(...drag([100, 100], [101, 101])).placing).toBeNull();
  });

  it("leaves of a picture what was cropped, and of a text without words nothing", () => {
    const cropped = after({ type: "choose", tool: "crop" }, ...drag([100, 100], [300, 200]), { type: "apply" });
    expect(frameIn(cropped)).toEqual({ x: 100, y: 100, width: 200, height: 100 });
    const wordless = after({ type: "choose", tool: "text" }, ...drag([100, 100], [100, 100]), { type: "apply" });
    expect(wordless.history.done).toEqual([]);
  });
});

describe("with the keyboard", () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({ key, isShift: false, isCommand: false, isRepeat: false, ...more });
  const typed = (presses: KeyPress[]) =>
    presses.reduce((state, each) => {
      const action = actionOfKey(each, { isPlacing: state.placing !== null, step: 10 });
      return action ? edited(state, action) : state;
    }, editorOf(size));

  it("places a shape in the middle, moves it, resizes it and applies it", () => {
    const state = typed([press("Enter"), press("ArrowRight"), press("ArrowUp", { isRepeat: true }), press("ArrowDown", { isShift: true }), press("Enter")]);
    // 30 % of the picture: 300 × 150 at (350, 175); 10 to the right, 40 up, 10 taller
    expect(state.history.done).toEqual([{ kind: "blackout", area: { x: 360, y: 135, width: 300, height: 160 } }]);
  });

  it("chooses tools by their letters, also capital", () => {
    expect(typed([press("f")]).tool).toBe("arrow");
    expect(typed([press("R")]).tool).toBe("crop");
  });

  it("takes back by Escape what is being placed, and leaves Escape to the dialog otherwise", () => {
    expect(typed([press("Enter"), press("Escape")]).placing).toBeNull();
    expect(actionOfKey(press("Escape"), { isPlacing: false, step: 10 })).toBeNull();
  });

  it("undoes and redoes by Ctrl Z, Ctrl Shift Z and Ctrl Y", () => {
    const twice = [press("Enter"), press("Enter"), press("Enter"), press("Enter")];
    const undoing = press("z", { isCommand: true });
    expect(typed([...twice, undoing]).history.done).toHaveLength(1);
    expect(typed([...twice, undoing, press("Z", { isCommand: true, isShift: true })]).history.done).toHaveLength(2);
    expect(typed([...twice, undoing, undoing, press("y", { isCommand: true })]).history.done).toHaveLength(1);
  });

  it("moves nothing out of the picture, however long a key is held", () => {
    const state = typed([press("Enter"), ...Array.from({ length: 100 }, () => press("ArrowLeft", { isRepeat: true }))]);
    expect(state.placing).toMatchObject({ area: { x: 0, width: 300 } });
  });

  it("leaves the arrows alone while nothing is being placed", () => {
    expect(actionOfKey(press("ArrowLeft"), { isPlacing: false, step: 10 })).toBeNull();
  });
});
