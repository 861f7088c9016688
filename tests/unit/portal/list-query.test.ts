import { listAddress, readListQuery } from "@/app/portal/tickets/list-query";

it("shows what is under way unless told", () => {
  expect(readListQuery({})).toEqual({ filter: "live", search: undefined, cursor: undefined });
});

it("looks for a text in everything unless a filter is given", () => {
  expect(readListQuery({ q: " DNS " })).toMatchObject({ filter: "all", search: "DNS" });
  expect(readListQuery({ q: "DNS", filter: "waiting" })).toMatchObject({ filter: "waiting", search: "DNS" });
});

it("reads nonsense as nothing", () => {
  expect(readListQuery({ filter: "everything", q: ["a", "b"], cursor: "\0" })).toEqual({ filter: "live", search: undefined, cursor: undefined });
});

it("writes the address that it reads", () => {
  for (const query of [{ filter: "live" }, { filter: "done" }, { filter: "all", search: "error 550" }, { filter: "live", search: "ñ&=" }, { filter: "all", cursor: "abc" }] as const) {
    const address = new URL(listAddress(query), "https://mesa.example");
    expect(readListQuery(Object.fromEntries(address.searchParams))).toEqual({ search: undefined, cursor: undefined, ...query });
  }
});
