import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Checkbox } from "@/components/forms/checkbox";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField } from "@/components/forms/select";

const priorities = [
  { value: "low", label: "Baja", description: "Servicios sin costo" },
  { value: "high", label: "Alta", description: "Con póliza", isDisabled: true },
];

it("names a group of choices, its hint and its error", () => {
  render(<RadioGroup name="priority" label="Prioridad" hint="Según su servicio" error="Elija una." options={priorities} />);
  const group = screen.getByRole("group", { name: "Prioridad" });
  expect(group).toHaveAccessibleDescription("Según su servicio Elija una.");
  expect(screen.getByRole("radio", { name: /Alta/ })).toBeDisabled();
});

it("gives the first choice the id of the group, where an error summary leads", async () => {
  render(<RadioGroup name="priority" label="Prioridad" options={priorities} defaultValue="low" />);
  expect(document.getElementById("priority")).toBe(screen.getByRole("radio", { name: /Baja/ }));
  expect(screen.getByRole("radio", { name: /Baja/ })).toBeChecked();
});

it("offers an empty choice of a list only when it has words for it", () => {
  render(<SelectField name="department" label="Departamento" placeholder="Elija un departamento" options={[{ value: "soporte", label: "Soporte" }]} />);
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Elija un departamento", "Soporte"]);
  expect(screen.getByLabelText("Departamento")).toHaveValue("");
});

it("switches a checkbox by its label", async () => {
  render(<Checkbox name="accept" label="Acepto" error="Falta aceptar." />);
  await userEvent.click(screen.getByText("Acepto"));
  expect(screen.getByRole("checkbox")).toBeChecked();
  expect(screen.getByRole("checkbox")).toHaveAccessibleDescription("Falta aceptar.");
});
