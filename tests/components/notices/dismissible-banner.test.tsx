import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DismissibleBanner } from "@/components/notices/dismissible-banner";

const VIEW = { key: "n1:1", tone: "warning" as const, toneWord: "Atención", title: "Habrá mantenimiento", html: "<p>Esta noche.</p>" };

beforeEach(() => localStorage.clear());

it("goes when it is put aside, and stays away on the next page", async () => {
  const { unmount } = render(<DismissibleBanner view={VIEW} dismiss="Ocultar aviso" />);
  expect(screen.getByText("Atención: Habrá mantenimiento")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Ocultar aviso: Habrá mantenimiento" }));
  expect(screen.queryByText("Esta noche.")).toBeNull();
  unmount();
  render(<DismissibleBanner view={VIEW} dismiss="Ocultar aviso" />);
  expect(screen.queryByText("Esta noche.")).toBeNull();
});

it("is there again once it says something else", async () => {
  localStorage.setItem("mesa-notice:n1:1", "1");
  render(<DismissibleBanner view={{ ...VIEW, key: "n1:2" }} dismiss="Ocultar aviso" />);
  expect(screen.getByText("Esta noche.")).toBeVisible();
});

it("cannot be put aside while it is an incident", () => {
  render(<DismissibleBanner view={{ ...VIEW, key: null, tone: "incident", toneWord: "Incidente" }} dismiss="Ocultar aviso" />);
  expect(screen.getByText("Incidente: Habrá mantenimiento")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
