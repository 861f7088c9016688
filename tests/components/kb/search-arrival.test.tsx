import { render, screen } from "@testing-library/react";

const TOKEN = "6f1c1a52-6d0c-4b7e-9a59-0f6f4d9f7b11";
const reports: unknown[] = [];

beforeEach(() => {
  reports.length = 0;
  globalThis.fetch = async (_url, options) => {
    reports.push(JSON.parse(String(options?.body)));
    return { ok: true } as Response;
  };
});

/** As a page that has just come at this address. */
async function arrive(address: string, page = <></>) {
  window.history.replaceState(null, "", address);
  render(
    <>
      {page}
      <a href="/portal/tickets/new?article=spf">Levantar un ticket</a>
      <a href="/portal/tickets">Ver tickets</a>
    </>,
  );
  await jest.isolateModulesAsync(async () => {
    await import("@/public/enhance.js");
  });
}

const hrefs = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));
const here = () => window.location.pathname + window.location.search + window.location.hash;

it("tells of an article that a search led to, takes the token on to a ticket and out of the address", async () => {
  await arrive(`/kb/articles/spf?search=${TOKEN}`);
  expect(reports).toEqual([{ search: TOKEN, opened: { kind: "article", slug: "spf" } }]);
  expect(hrefs()).toEqual([`/portal/tickets/new?article=spf&search=${TOKEN}`, "/portal/tickets"]);
  expect(here()).toBe("/kb/articles/spf");
});

it("tells of a question by its place on the page", async () => {
  await arrive(`/faq?search=${TOKEN}#buzon-lleno`);
  expect(reports).toEqual([{ search: TOKEN, opened: { kind: "faq", slug: "buzon-lleno" } }]);
  expect(here()).toBe("/faq#buzon-lleno");
});

it("keeps the token in the address of the results, which are the same search when they are seen again", async () => {
  await arrive("/kb/search?q=spf", <div data-enhance="searched" data-search={TOKEN} />);
  expect(reports).toEqual([]);
  expect(here()).toBe(`/kb/search?q=spf&search=${TOKEN}`);
  expect(hrefs()[0]).toBe(`/portal/tickets/new?article=spf&search=${TOKEN}`);
});

it.each(["/kb/articles/spf", "/", "/faq#buzon"])("tells nothing where no search led: %s", async (address) => {
  await arrive(address);
  expect(reports).toEqual([]);
  expect(hrefs()[0]).toBe("/portal/tickets/new?article=spf");
  expect(here()).toBe(address);
});

it("tells nothing of results whose search is not kept", async () => {
  await arrive("/kb/search?q=spf", <div data-enhance="searched" />);
  expect(reports).toEqual([]);
  expect(here()).toBe("/kb/search?q=spf");
});
