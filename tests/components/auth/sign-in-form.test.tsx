import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SetPasswordForm } from "@/app/set-password/[token]/_components/set-password-form";
import { SignInForm } from "@/app/sign-in/_components/sign-in-form";
import type { ActionResult } from "@/lib/actions/result";

const words = { email: "Correo", password: "Contraseña", submit: "Entrar", submitting: "Entrando…", refused: "No se pudo", offline: "Sin conexión" };
const sent: Record<string, FormDataEntryValue>[] = [];

beforeEach(() => {
  sent.length = 0;
});

function answering(answer: ActionResult<null> | Error) {
  return async (_previous: ActionResult<null>, form: FormData) => {
    sent.push(Object.fromEntries(form));
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

async function signIn() {
  await userEvent.type(screen.getByLabelText("Correo"), "ana@acme.example");
  await userEvent.type(screen.getByLabelText("Contraseña"), " clave con espacios ");
  await userEvent.click(screen.getByRole("button", { name: "Entrar" }));
}

it("sends the address, the password as typed, and where to go next", async () => {
  render(<SignInForm action={answering({ status: "idle" })} next="/portal/tickets/new" words={words} />);
  await signIn();
  expect(sent).toEqual([{ email: "ana@acme.example", password: " clave con espacios ", next: "/portal/tickets/new" }]);
});

it("says why it failed, takes the focus there, and keeps what was typed", async () => {
  const refusal = { status: "refused", code: "WRONG_CREDENTIALS", message: "No son correctos.", values: { email: "ana@acme.example", next: "/portal" } } as const;
  render(<SignInForm action={answering(refusal)} next="/portal" words={words} />);
  await signIn();
  expect(await screen.findByText("No son correctos.")).toBeVisible();
  expect(screen.getByRole("alert")).toHaveFocus();
  expect(screen.getByLabelText("Correo")).toHaveValue("ana@acme.example");
});

it("names the field that is missing", async () => {
  const refusal = { status: "refused", code: "INVALID_INPUT", message: "Revise.", fieldErrors: { password: "Este campo es necesario." } } as const;
  render(<SignInForm action={answering(refusal)} next="/portal" words={words} />);
  await signIn();
  expect(await screen.findByRole("link", { name: "Este campo es necesario." })).toHaveAttribute("href", "#password");
  expect(screen.getByLabelText("Contraseña")).toBeInvalid();
});

it("says so when there is no connection", async () => {
  render(<SignInForm action={answering(new TypeError("Failed to fetch"))} next="/portal" words={words} />);
  await signIn();
  expect(await screen.findByText("Sin conexión")).toBeVisible();
});

it("says at the second field that both passwords must be the same", async () => {
  const refusal = { status: "refused", code: "PASSWORD_MISMATCH", message: "No son iguales." } as const;
  const action = async () => refusal;
  const more = { passwordHint: "Doce caracteres", passwordAgain: "Otra vez" };
  render(<SetPasswordForm action={action} token="t" email="ana@acme.example" words={{ ...words, ...more }} />);
  await userEvent.click(screen.getByRole("button", { name: "Entrar" }));
  expect(await screen.findByRole("link", { name: "No son iguales." })).toHaveAttribute("href", "#passwordAgain");
  expect(screen.getByLabelText("Otra vez")).toBeInvalid();
});
