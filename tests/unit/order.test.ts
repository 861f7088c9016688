import { steppedBy } from "@/lib/order";

describe("an order", () => {
  it("has one moved a place up or down, as far as there is one", () => {
    const ids = ["a", "b", "c"];
    expect(steppedBy(ids, "c", "up")).toEqual(["a", "c", "b"]);
    expect(steppedBy(ids, "a", "down")).toEqual(["b", "a", "c"]);
    expect(steppedBy(ids, "a", "up")).toEqual(ids);
    expect(steppedBy(ids, "c", "down")).toEqual(ids);
    expect(steppedBy(ids, "x", "up")).toEqual(ids);
  });
});
