import { movedFile } from "@/lib/files/file-order";

describe("files of an article", () => {
  it("move a place up or down, as far as there is one", () => {
    const ids = ["a", "b", "c"];
    expect(movedFile(ids, "c", "up")).toEqual(["a", "c", "b"]);
    expect(movedFile(ids, "a", "down")).toEqual(["b", "a", "c"]);
    expect(movedFile(ids, "a", "up")).toEqual(ids);
    expect(movedFile(ids, "c", "down")).toEqual(ids);
    expect(movedFile(ids, "x", "up")).toEqual(ids);
  });
});
