import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ContractForm } from "@/app/agent/contracts/_components/contract-form";
import { LedgerForm } from "@/app/agent/contracts/_components/ledger-form";
import { contractFormWords, failureWords } from "@/app/agent/contracts/_data/form-words";
import { RateLinesForm } from "@/app/agent/settings/rates/_components/rate-lines-form";
import { linesOfForm } from "@/app/agent/settings/rates/_data/typed-lines";
import { rateFormWords } from "@/app/agent/settings/rates/_data/words";
import { BalanceLine } from "@/components/billing/balance-line";
import { balanceSentences } from "@/components/billing/balance-words";
import { BurnDownChart } from "@/components/billing/burn-down-chart";
import { forecastSentence } from "@/components/billing/contract-words";
import { EntryList } from "@/components/billing/entry-list";
import { NOTHING } from "@/lib/billing/balance";
import type { ContractView, EntryView } from "@/lib/billing/contract-views";
import type { ActionResult } from "@/lib/actions/result";
import { NOON } from "@/tests/support/clock";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const policy = { reference: "POL-7K3M-Q2XD", name: "Póliza anual", balanceMinutes: 375, overageLimitMinutes: 0, endsOn: "2026-12-31" };

describe("a contract's balance in words", () => {
  it("says what is left, what this takes and what remains", () => {
    render(<BalanceLine sentences={balanceSentences(policy, 90)} />);
    expect(screen.getByText("Le quedan 6 h 15 min en Póliza anual (POL-7K3M-Q2XD).")).toBeVisible();
    expect(screen.getByText("Esta solicitud toma 1 h 30 min. Después le quedarán 4 h 45 min.")).toBeVisible();
    expect(screen.getByText("Vigente hasta el jueves, 31 de diciembre de 2026.")).toBeVisible();
  });

  it.each([
    [policy, 400, "danger", "Le faltan 25 min."],
    [{ ...policy, overageLimitMinutes: 60 }, 400, "warn", "Excede lo comprado por 25 min."],
    [policy, null, "neutral", null],
  ] as const)("warns when it is not enough", (contract, takes, tone, after) => {
    expect(balanceSentences(contract, takes)).toMatchObject({ tone, after });
  });

  it("says when only overage, or nothing, is left", () => {
    expect(balanceSentences({ ...policy, balanceMinutes: -30, overageLimitMinutes: 90 }).left).toBe("Ya usó las horas de Póliza anual (POL-7K3M-Q2XD). Puede excederse hasta 1 h.");
    expect(balanceSentences({ ...policy, balanceMinutes: 0 }).left).toBe("Ya no quedan horas en Póliza anual (POL-7K3M-Q2XD).");
  });
});

describe("the picture of a contract", () => {
  const contract = { reference: "POL-7K3M-Q2XD", startsOn: "2026-01-01", endsOn: "2026-12-31", state: "in-force", balance: { ...NOTHING, bought: 600, available: 300, consumed: 300 } } as ContractView;
  const uses = Array.from({ length: 12 }, (_, week) => ({ day: Temporal.PlainDate.from("2026-11-18").subtract({ days: week * 7 }).toString(), minutes: 60 }));

  it("has a name, a description with its figures, and a table", () => {
    const use = { changes: [{ day: "2026-01-05", minutes: 600 }, { day: "2026-11-10", minutes: -300 }], uses };
    render(<BurnDownChart contract={contract} use={use} today={Temporal.PlainDate.from("2026-11-18")} />);
    const picture = screen.getByRole("img", { name: "Saldo de la póliza a lo largo del tiempo" });
    expect(picture).toHaveAccessibleDescription(expect.stringContaining("De 10 h el 1 de enero de 2026 a 5 h el 18 de noviembre de 2026."));
    expect(screen.getByText(/unas 1 h por semana, se acaba hacia el 23 de diciembre de 2026/, { selector: "p" })).toBeVisible();
    const rows = within(screen.getByRole("region", { name: "Saldo al final de cada día con movimientos", hidden: true })).getAllByRole("row", { hidden: true });
    expect(rows.map((row) => row.textContent)).toEqual(["DíaSaldo", "5 de enero de 202610 h", "10 de noviembre de 20265 h", "18 de noviembre de 20265 h"]);
  });

  it("says when there is too little for a forecast", () => {
    render(<BurnDownChart contract={contract} use={{ changes: [], uses: [] }} today={Temporal.PlainDate.from("2026-11-18")} />);
    expect(screen.getByText(/Todavía no hay consumo suficiente/, { selector: "p" })).toBeVisible();
    expect(forecastSentence({ kind: "lasts", weekly: 60, left: { least: 30, most: 90 } })).toBe("A este ritmo, unas 1 h por semana, alcanza hasta el final y sobrarían entre 30 min y 1 h 30 min.");
  });
});

describe("entries of a ledger", () => {
  const entry: EntryView = { id: "7", kind: "consume", minutes: -90, balanceAfter: 510, reason: "<b>Trabajo</b>", at: NOON.toString(), actor: null, ticket: "IMP-7K3M-Q2XD", priceCents: null, isReversible: true, isReversed: false };

  it("say what was taken, why, by whom and of which ticket", () => {
    render(<EntryList entries={[entry]} label="Movimientos" now={NOON} ticketHref={(reference) => `/x/${reference}`} />);
    const [row] = screen.getAllByRole("listitem");
    expect(row).toHaveTextContent("Consumomié 18 nov, 12:00<b>Trabajo</b>Sistema · IMP-7K3M-Q2XD−1 h 30 minSaldo: 8 h 30 min");
    expect(within(row!).getByRole("link")).toHaveAttribute("href", "/x/IMP-7K3M-Q2XD");
  });
});

const sent: FormData[] = [];
type Refused = Extract<ActionResult, { status: "refused" }>;
let answer: Refused;
const action = async (_previous: unknown, form: FormData) => {
  sent.push(form);
  return answer;
};

beforeEach(() => {
  sent.length = 0;
  answer = { status: "refused", code: "INVALID_INPUT", message: "Revise los campos.", fieldErrors: {} };
});

describe("the form of a contract", () => {
  const initial = { name: "", startsOn: "2026-11-18", endsOn: "2027-11-17", rounding: "15", atEnd: "expire", overage: "0", authorisers: "managers", authoriserIds: [] };

  it("keeps what was typed and leads to what is wrong", async () => {
    answer = { ...answer, code: "AUTHORISERS_MISSING", message: "Elija al menos a una persona que pueda autorizar." };
    render(<ContractForm action={action} permalink="/x" hidden={{ organizationId: "o" }} isNew initial={initial} people={[{ id: "a", label: "Ana Torres (responsable)" }]} words={contractFormWords("new")} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText("Horas compradas"), "20:30");
    await user.click(screen.getByLabelText("Solo las personas elegidas"));
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Registrar póliza" }));
    });
    expect(sent[0]?.get("hours")).toBe("20:30");
    expect(screen.getByRole("alert")).toHaveTextContent("Elija al menos a una persona que pueda autorizar.");
    expect(screen.getByLabelText("Horas compradas")).toHaveValue("20:30");
  });

  it("of rules asks neither hours nor price", () => {
    render(<ContractForm action={action} permalink="/x" hidden={{}} isNew={false} initial={{ ...initial, authoriserIds: ["a"] }} people={[{ id: "a", label: "Ana Torres" }]} words={contractFormWords("edit")} />);
    expect(screen.queryByLabelText("Horas compradas")).toBeNull();
    expect(screen.getByLabelText("Ana Torres")).toBeChecked();
  });
});

describe("the form of an entry", () => {
  it("names its own field, several on a page", async () => {
    answer = { ...answer, fieldErrors: { hours: "Escriba horas." } };
    render(<LedgerForm id="buy" action={action} permalink="/x" hidden={{ contractId: "c" }} fields={[{ name: "hours", label: "Horas" }]} words={{ ...failureWords(), submit: "Comprar", submitting: "…" }} />);
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Comprar" }));
    });
    expect(screen.getByLabelText("Horas")).toHaveAccessibleDescription("Escriba horas.");
    expect(within(screen.getByRole("alert")).getByRole("link")).toHaveAttribute("href", "#buy-hours");
  });
});

describe("the form of the rate card", () => {
  const line = { code: "SOP-HORA", description: "Hora", unit: "hora", minutes: "60", publicPrice: "100.00", contractPrice: "90.00", vat: "16", validFrom: "2026-01-01", validTo: "" };
  const blank = { ...line, code: "", description: "", publicPrice: "", contractPrice: "" };

  it("sends every line with one more, and shows an error beside its field", async () => {
    answer = { ...answer, code: "RATES_WRONG", fieldErrors: { "line-2-vat": "Escriba la tasa." } };
    render(<RateLinesForm action={action} permalink="/x" base={3} lines={[line]} blank={blank} words={rateFormWords(4)} />);
    fireEvent.click(screen.getByRole("button", { name: "Agregar renglón" }));
    const groups = screen.getAllByRole("group");
    expect(groups.map((group) => group.querySelector("legend")?.textContent)).toEqual(["Renglón 1: SOP-HORA", "Renglón nuevo (2)", "Renglón nuevo (3)"]);
    fireEvent.change(within(groups[2]!).getByLabelText("Código"), { target: { value: "WEB" } });
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: "Publicar versión 4" }));
    });
    expect(sent[0]?.get("base")).toBe("3");
    expect(linesOfForm(sent[0]!).map(({ code }) => code)).toEqual(["SOP-HORA", "", "WEB"]);
    expect(within(screen.getAllByRole("group")[1]!).getByLabelText("IVA")).toHaveAccessibleDescription("Escriba la tasa.");
    expect(within(screen.getAllByRole("group")[2]!).getByLabelText("Código")).toHaveValue("WEB");
  });
});
