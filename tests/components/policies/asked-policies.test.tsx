import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AcceptanceField } from "@/components/policies/acceptance-field";
import { acceptanceWords } from "@/components/policies/acceptance-words";
import { useAskedPolicies } from "@/components/policies/asked-policies";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { DuePolicy } from "@/lib/policies/types";
import { testEnvironment } from "@/tests/support/environment";

Object.assign(process.env, testEnvironment("postgresql://unused"));

const conduct: DuePolicy = { versionId: "v2", slug: "conducta", title: "Conducta", effectiveOn: "2026-11-24", changeNote: "Cambia el trato.", isAgain: true };
const asks: ActionResult = { status: "refused", code: "POLICIES_NOT_ACCEPTED", message: "Falta aceptar: Conducta.", details: { policies: [conduct] } };
const refusesOtherwise: ActionResult = { status: "refused", code: "TOO_MANY_TICKETS", message: "Espere unos minutos." };
const NOTHING_DUE: DuePolicy[] = [];

function Form({ state }: { state: ActionResult }) {
  return <AcceptanceField policies={useAskedPolicies(state, NOTHING_DUE)} words={acceptanceWords()} isMissing={state === asks} />;
}

const box = () => screen.queryByRole("checkbox", { name: "Leí y acepto" });

it("a form that was open when a change came into force asks for it, and keeps the answer when it is given back for another reason", async () => {
  const { rerender } = render(<Form state={IDLE} />);
  expect(box()).toBeNull();
  rerender(<Form state={asks} />);
  expect(box()).not.toBeChecked();
  expect(screen.getByText("Cambia el trato.")).toBeVisible();
  await userEvent.click(box()!);
  rerender(<Form state={refusesOtherwise} />);
  expect(box()).toBeChecked();
});
