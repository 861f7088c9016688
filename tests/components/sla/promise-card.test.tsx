import { render, screen } from "@testing-library/react";
import { PromiseCard } from "@/components/sla/promise-card";
import type { PromiseView } from "@/lib/tickets/types";
import { at } from "@/tests/support/clock";
import { testEnvironment } from "@/tests/support/environment";

beforeAll(() => {
  Object.assign(process.env, testEnvironment("postgresql://unused"));
});

const NOW = at("2026-11-18T12:00");

function runningPromise(changes: Partial<PromiseView> = {}): PromiseView {
  return {
    kind: "first_response",
    state: "running",
    startedAt: at("2026-11-18T09:00").toString(),
    dueAt: at("2026-11-20T14:00").toString(),
    fulfilledAt: null,
    minutes: 1440,
    clock: "business-hours",
    remainingMinutes: 1260,
    isBreached: false,
    isDueSoon: false,
    timeZone: "America/Mexico_City",
    steps: [{ kind: "start", at: at("2026-11-18T09:00").toString() }],
    ...changes,
  };
}

function show(promise: PromiseView, viewer: "customer" | "staff" = "customer") {
  return render(<PromiseCard promise={promise} viewer={viewer} now={NOW} />);
}

it("says until when, and how much of the desk's time is left", () => {
  show(runningPromise());
  expect(screen.getByText("vie 20 nov, 14:00")).toBeVisible();
  expect(screen.getByText("Quedan 21 horas hábiles")).toBeVisible();
  expect(screen.getByText("¿Por qué esta fecha?")).toBeVisible();
});

it("marks what is nearly due with a word, not with colour alone", () => {
  show(runningPromise({ remainingMinutes: 50, isDueSoon: true }));
  expect(screen.getByText("Quedan solo 50 min hábiles")).toHaveClass("text-warn");
});

it("owns up to a broken promise", () => {
  show(runningPromise({ dueAt: at("2026-11-18T10:30").toString(), remainingMinutes: -90, isBreached: true }));
  expect(screen.getByText("Venció hace 1 h 30 min hábiles")).toHaveClass("text-danger");
  expect(screen.getByText(/No cumplimos con esta fecha/)).toBeVisible();
});

it("has no date while the customer must act", () => {
  show(runningPromise({ state: "paused", dueAt: null, remainingMinutes: 600 }));
  expect(screen.getByText("El plazo está detenido")).toBeVisible();
  expect(screen.getByText("Vuelve a correr en cuanto usted responda. Entonces quedarán 10 horas hábiles.")).toBeVisible();
  expect(screen.getByText("¿Cómo se cuenta el plazo?")).toBeVisible();
});

it("speaks of the customer to the desk", () => {
  show(runningPromise({ state: "paused", dueAt: null, remainingMinutes: 600 }), "staff");
  expect(screen.getByText(/en cuanto el cliente responda/)).toBeVisible();
});

it("says whether an answer came in time", () => {
  const fulfilledAt = at("2026-11-19T10:00").toString();
  const { unmount } = show(runningPromise({ state: "fulfilled", fulfilledAt }));
  expect(screen.getByText("jue 19 nov, 10:00, antes de la fecha prometida (vie 20 nov, 14:00)")).toBeVisible();
  unmount();
  show(runningPromise({ state: "fulfilled", fulfilledAt, dueAt: at("2026-11-18T10:30").toString(), isBreached: true }));
  expect(screen.getByText("jue 19 nov, 10:00, después de la fecha prometida (mié 18 nov, 10:30)")).toBeVisible();
});

it("promises nothing any more once the ticket ended", () => {
  show(runningPromise({ state: "cancelled" }));
  expect(screen.getByText("El ticket terminó y ya no hay un plazo pendiente.")).toBeVisible();
  expect(screen.queryByText("¿Por qué esta fecha?")).toBeNull();
});
