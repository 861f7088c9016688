import { frameOf, NO_HISTORY, perform, redo, undo, wholePixels, type Operation } from "@/components/screenshot/operations";

const size = { width: 1000, height: 600 };
const cover: Operation = { kind: "blackout", area: { x: 10, y: 20, width: 30, height: 40 } };
const crop = (x: number, y: number, width: number, height: number): Operation => ({ kind: "crop", area: { x, y, width, height } });

describe("history", () => {
  it("takes back and does again, one at a time, and stays where it is at either end", () => {
    const both = perform(perform(NO_HISTORY, cover), crop(0, 0, 500, 300));
    expect(undo(both).done).toEqual([cover]);
    expect(redo(undo(both))).toEqual(both);
    expect(undo(NO_HISTORY)).toEqual(NO_HISTORY);
    expect(redo(both)).toEqual(both);
  });

  it("forgets what was taken back once something else is done", () => {
    const other = perform(undo(perform(NO_HISTORY, cover)), crop(0, 0, 500, 300));
    expect(other).toEqual({ done: [crop(0, 0, 500, 300)], undone: [] });
  });
});

describe("what is left of the picture", () => {
  it("is all of it, the last crop, and all of it again once that is taken back", () => {
    const history = perform(perform(NO_HISTORY, crop(100, 100, 400, 300)), crop(150, 120, 200, 100));
    expect(frameOf([], size)).toEqual({ x: 0, y: 0, width: 1000, height: 600 });
    expect(frameOf(history.done, size)).toEqual({ x: 150, y: 120, width: 200, height: 100 });
    expect(frameOf(undo(history).done, size)).toEqual({ x: 100, y: 100, width: 400, height: 300 });
  });

  it("never reaches beyond the picture", () => {
    expect(frameOf([crop(-50, 500, 2000, 2000)], size)).toEqual({ x: 0, y: 500, width: 1000, height: 100 });
  });
});

it("covers every pixel that it touches, so that none is half seen", () => {
  expect(wholePixels({ x: 10.2, y: 20.9, width: 5.1, height: 3.2 })).toEqual({ x: 10, y: 20, width: 6, height: 5 });
});
