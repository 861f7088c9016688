import { act, fireEvent, render, screen } from "@testing-library/react";
import { FormPreview } from "@/components/forms/form-preview";
import { useFormPreview, type FormPreviewAction } from "@/components/forms/use-form-preview";

const WORDS = { title: "Así se verá", empty: "Nada todavía.", loading: "Actualizando…", failed: "No se pudo." };

function Form({ action }: { action: FormPreviewAction<string | null> }) {
  return (
    <form>
      <input name="title" aria-label="Título" />
      <input name="other" aria-label="Otro" />
      <Preview action={action} />
    </form>
  );
}

function Preview({ action }: { action: FormPreviewAction<string | null> }) {
  const { ref, view, ...state } = useFormPreview({ action, names: ["title"], initial: null });
  return (
    <FormPreview sheet={ref} state={state} words={WORDS}>
      {view}
    </FormPreview>
  );
}

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it("shows what the server makes of the fields once one pauses, and asks about no others", async () => {
  const asked: string[] = [];
  render(
    <Form
      action={async (_previous, form) => {
        asked.push([...form.keys()].join(" "));
        return { status: "ok", data: { view: `Aviso: ${String(form.get("title"))}` } };
      }}
    />,
  );
  expect(screen.getByText("Nada todavía.")).toBeVisible();
  type("Otro", "x");
  type("Título", "Cor");
  await wait(300);
  type("Título", "Correo");
  await wait(700);
  expect(screen.getByText("Aviso: Correo")).toBeVisible();
  expect(asked).toEqual(["title"]);
});

it("keeps the newest when an older answer comes late, and what it had when none comes", async () => {
  const answers: ((view: string | null) => void)[] = [];
  const action: FormPreviewAction<string | null> = () =>
    new Promise((resolve, reject) => {
      answers.push((view) => (view === null ? reject(new Error("sin red")) : resolve({ status: "ok", data: { view } })));
    });
  render(<Form action={action} />);
  type("Título", "uno");
  await wait(700);
  type("Título", "dos");
  await wait(700);
  await act(async () => answers[1]!("dos"));
  await act(async () => answers[0]!("uno"));
  expect(screen.getByText("dos")).toBeVisible();
  type("Título", "tres");
  await wait(700);
  await act(async () => answers[2]!(null));
  expect(screen.getByText("dos")).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("No se pudo.");
});
