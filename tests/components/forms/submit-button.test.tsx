import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { SubmitButton } from "@/components/forms/submit-button";

it("says that it sends, keeps the focus, and does not send twice", async () => {
  const sent = jest.fn();
  let finish: () => void = () => undefined;
  const action = () => {
    sent();
    return new Promise<void>((resolve) => (finish = resolve));
  };
  render(
    <form action={action}>
      <SubmitButton pendingLabel="Enviando…">Enviar</SubmitButton>
    </form>,
  );
  const button = screen.getByRole("button");
  await userEvent.dblClick(button);
  expect(button).toHaveTextContent("Enviando…");
  expect(button).toHaveFocus();
  await userEvent.click(button);
  expect(sent).toHaveBeenCalledTimes(1);
  await act(async () => finish());
  expect(button).toHaveTextContent("Enviar");
});
