import { act, fireEvent, render, screen } from "@testing-library/react";
import { CourtesyHint } from "@/components/conduct/courtesy-hint";
import { courtesyWords } from "@/components/conduct/courtesy-words";

const FIELDS = ["subject", "body"];

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function show() {
  render(
    <form>
      <input name="subject" aria-label="Asunto" />
      <textarea name="body" aria-label="Texto" />
      <CourtesyHint fields={FIELDS} words={courtesyWords()} />
    </form>,
  );
}

async function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
  await act(async () => jest.advanceTimersByTimeAsync(2_000));
}

it("says kindly which words may offend, and that the writer decides", async () => {
  show();
  await type("Texto", "Son unos pendejos, contesten");
  expect(screen.getByRole("status")).toHaveTextContent(/pueden ofender a quien lo lee: «pendejos».*usted decide/);
});

it("names a threat before an insult, in the subject too", async () => {
  show();
  await type("Asunto", "Los voy a matar, idiotas");
  expect(screen.getByRole("status")).toHaveTextContent(/una amenaza: «Los voy a matar»/);
});

it("goes when the words are gone, and says nothing of ordinary ones", async () => {
  show();
  await type("Texto", "Qué idiotas");
  expect(screen.getByRole("status")).not.toBeEmptyDOMElement();
  await type("Texto", "¿Pueden matar el proceso 4312?");
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});

it("waits until one has stopped typing", () => {
  show();
  fireEvent.input(screen.getByLabelText("Texto"), { target: { value: "idiotas" } });
  act(() => void jest.advanceTimersByTime(500));
  expect(screen.getByRole("status")).toBeEmptyDOMElement();
});
