import { netOf, netScore, scaledRow, storedNetSchema, type Net } from "@/lib/search/net";

const row = (...values: number[]) => Float64Array.from(values);
const NET: Net = { mean: [2, 0], scale: [1, 2], linear: [1, -1], hidden: [{ base: 0.5, out: 2, weights: [1, 0] }] };

it("counts in deviations from the mean, five at most", () => {
  expect([...scaledRow(row(3, 9), NET)]).toEqual([1, 4.5]);
  expect([...scaledRow(row(99, -99), NET)]).toEqual([5, -5]);
});

it("adds up a line and its bends", () => {
  expect(netScore(row(2.5, 2), NET)).toBeCloseTo(0.5 - 1 + 2 * Math.tanh(1));
});

it("is read as it was written, and not otherwise", () => {
  const stored = { hidden: [{ base: 1, out: 2 }], features: { terms: { mean: 3, scale: 4, linear: 5, hidden: [6] } } };
  expect(netOf(storedNetSchema.parse(stored))).toEqual({ mean: [3], scale: [4], linear: [5], hidden: [{ base: 1, out: 2, weights: [6] }] });
  expect(() => storedNetSchema.parse({ hidden: [], features: { terms: { mean: 0, scale: 1, linear: 1 } } })).toThrow("hidden");
});
