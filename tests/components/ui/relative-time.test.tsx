import { act, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { RelativeTime } from "@/components/ui/relative-time";

const NOON = Date.parse("2026-11-18T18:00:00Z");
const at = (offsetMinutes: number) => NOON + offsetMinutes * 60_000;

describe("on the page", () => {
  beforeEach(() => jest.useFakeTimers({ now: NOON }));
  afterEach(() => jest.useRealTimers());

  it("begins with the words of the server, so that nothing differs", () => {
    const html = renderToString(<RelativeTime at={new Date(at(-5)).toISOString()} initial="hace 2 min" title="mié 18 nov, 11:55" />);
    expect(html).toContain("hace 2 min");
  });

  it("puts itself right, and goes on while time passes", () => {
    render(<RelativeTime at={new Date(at(-5)).toISOString()} initial="hace 2 min" title="mié 18 nov, 11:55" />);
    expect(screen.getByText("hace 5 min")).toHaveAttribute("title", "mié 18 nov, 11:55");
    act(() => jest.advanceTimersByTime(60_000));
    expect(screen.getByText("hace 6 min")).toBeVisible();
  });
});
