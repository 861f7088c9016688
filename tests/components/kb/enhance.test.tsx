import { render, screen } from "@testing-library/react";

const NOON = Date.parse("2026-11-18T18:00:00Z");
const HOUR = 3_600_000;

const states = [
  { from: NOON - HOUR, isOpen: true, title: "Abierto ahora:", detail: "atendemos hasta las 13:00" },
  { from: NOON + HOUR, isOpen: false, title: "Cerrado ahora:", detail: "abrimos jue 19 nov, 9:00" },
];

function Desk() {
  return (
    <p role="status" data-enhance="desk" data-states={JSON.stringify(states)} data-from={states[0]?.from} data-open="true">
      <strong data-part="title">Abierto ahora:</strong> <span data-part="detail">atendemos hasta las 13:00</span>
    </p>
  );
}

/** As a page that has just come: the script runs when everything is there. */
async function enhance() {
  await jest.isolateModulesAsync(async () => {
    await import("@/public/enhance.js");
  });
}

let isVisible = true;
const posted: Array<{ url: string; body: string; keepalive: boolean }> = [];

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  isVisible = true;
  posted.length = 0;
  jest.spyOn(document, "visibilityState", "get").mockImplementation(() => (isVisible ? "visible" : "hidden"));
  globalThis.fetch = async (url, options) => {
    posted.push({ url: String(url), body: String(options?.body), keepalive: options?.keepalive ?? false });
    return { ok: true } as Response;
  };
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function show() {
  isVisible = true;
  document.dispatchEvent(new Event("visibilitychange"));
}

function hide() {
  isVisible = false;
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("whether the desk is open", () => {
  it("stays as the server said while it is so", async () => {
    render(<Desk />);
    await enhance();
    expect(screen.getByRole("status")).toHaveTextContent("Abierto ahora: atendemos hasta las 13:00");
  });

  it("is put right when the page comes from a cache", async () => {
    jest.setSystemTime(NOON + 2 * HOUR);
    render(<Desk />);
    await enhance();
    expect(screen.getByRole("status")).toHaveTextContent("Cerrado ahora: abrimos jue 19 nov, 9:00");
    expect(screen.getByRole("status")).toHaveAttribute("data-open", "false");
  });

  it("changes while the page is read", async () => {
    render(<Desk />);
    await enhance();
    jest.advanceTimersByTime(HOUR + 20_000);
    expect(screen.getByRole("status")).toHaveTextContent("Cerrado ahora:");
  });
});

describe("the reader of an article", () => {
  const article = <article data-enhance="view" data-slug="spf" />;

  it("is counted after two seconds before the page, once", async () => {
    render(article);
    await enhance();
    jest.advanceTimersByTime(1_900);
    expect(posted).toEqual([]);
    jest.advanceTimersByTime(200);
    hide();
    show();
    jest.advanceTimersByTime(60_000);
    expect(posted).toEqual([{ url: "/api/kb/views", body: '{"slug":"spf"}', keepalive: true }]);
  });

  it("is not counted for a page in the background, until it is looked at", async () => {
    isVisible = false;
    render(article);
    await enhance();
    jest.advanceTimersByTime(60_000);
    expect(posted).toEqual([]);
    show();
    jest.advanceTimersByTime(2_100);
    expect(posted).toHaveLength(1);
  });

  it("is not counted for a glance", async () => {
    render(article);
    await enhance();
    jest.advanceTimersByTime(1_000);
    hide();
    jest.advanceTimersByTime(60_000);
    expect(posted).toEqual([]);
  });

  it("is nobody on other pages", async () => {
    render(<p>FAQ</p>);
    await enhance();
    jest.advanceTimersByTime(60_000);
    expect(posted).toEqual([]);
  });
});

it("opens the question that the address points to", async () => {
  Element.prototype.scrollIntoView = () => undefined;
  window.location.hash = "#buzon-lleno";
  render(
    <details>
      <summary>¿Por qué?</summary>
      <div id="buzon-lleno">Porque sí.</div>
    </details>,
  );
  await enhance();
  expect(screen.getByRole("group")).toHaveAttribute("open");
});

it("bears an address that points nowhere", async () => {
  window.location.hash = "#nada";
  await expect(enhance()).resolves.toBeUndefined();
});
