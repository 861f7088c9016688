import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SlotForm, type SlotFormWords } from "@/components/appointments/slot-form";
import type { ActionResult } from "@/lib/actions/result";

const words: SlotFormWords = {
  phone: "Teléfono", phoneHint: "Diez dígitos.", kind: "¿Cómo?", slots: "Horario", nearby: "Libres cerca", submit: "Agendar", submitting: "Enviando…", invalid: "No se pudo", offline: "Sin respuesta", optional: "opcional",
};
const days = [
  { day: "jue 19 nov", count: "2 horarios", slots: [{ value: "2026-11-19T16:00:00Z", label: "10:00" }, { value: "2026-11-19T16:30:00Z", label: "10:30" }] },
  { day: "vie 20 nov", count: "1 horario", slots: [{ value: "2026-11-20T16:00:00Z", label: "10:00" }] },
];
const kinds = [{ value: "phone", label: "Llamada" }, { value: "remote", label: "Sesión remota" }];

function show(answer: ActionResult, choose: "one" | "several" = "one") {
  const sent: Record<string, FormDataEntryValue[]>[] = [];
  const action = async (_previous: ActionResult, form: FormData): Promise<ActionResult> => {
    sent.push(Object.fromEntries([...new Set(form.keys())].map((key) => [key, form.getAll(key)])));
    return answer;
  };
  render(<SlotForm action={action} permalink="/x" hidden={{ ticketId: "t" }} days={days} timeZone="America/Mexico_City" choose={choose} kinds={kinds} words={words} />);
  return sent;
}

describe("the form of times", () => {
  it("sends the one time that was chosen, named with its day for who does not see it", async () => {
    const sent = show({ status: "ok", data: {} });
    await userEvent.click(screen.getByRole("radio", { name: "jue 19 nov, 10:30" }));
    await userEvent.type(screen.getByLabelText("Teléfono"), "55 1234 5678");
    await userEvent.click(screen.getByRole("button", { name: "Agendar" }));
    expect(sent).toEqual([{ ticketId: ["t"], kind: ["phone"], phone: ["55 1234 5678"], startsAt: ["2026-11-19T16:30:00Z"] }]);
  });

  it("sends the several times that the desk proposes", async () => {
    const sent = show({ status: "ok", data: {} }, "several");
    await userEvent.click(screen.getByRole("checkbox", { name: "jue 19 nov, 10:00" }));
    await userEvent.click(screen.getByText("vie 20 nov"));
    await userEvent.click(screen.getByRole("checkbox", { name: "vie 20 nov, 10:00" }));
    await userEvent.click(screen.getByRole("button", { name: "Agendar" }));
    expect(sent[0]?.startsAt).toEqual(["2026-11-19T16:00:00Z", "2026-11-20T16:00:00Z"]);
  });

  it("shows what is still free where the chosen time is taken, and keeps what was typed", async () => {
    show({ status: "refused", code: "SLOT_TAKEN", message: "Ese horario se acaba de ocupar.", details: { slots: [{ startsAt: "2026-11-19T18:00:00Z", endsAt: "2026-11-19T19:00:00Z" }] } });
    await userEvent.type(screen.getByLabelText("Teléfono"), "55 1234 5678");
    await userEvent.click(screen.getByRole("button", { name: "Agendar" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Ese horario se acaba de ocupar.");
    const times = within(screen.getByRole("group", { name: "Horario" }));
    expect(times.getByRole("radio", { name: /Libres cerca, jue.*19.*nov.*12:00/ })).toBeInTheDocument();
    expect(screen.getByLabelText("Teléfono")).toHaveValue("55 1234 5678");
  });
});
