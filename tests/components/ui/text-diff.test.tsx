import { render, screen } from "@testing-library/react";
import { TextDiff } from "@/components/ui/text-diff";
import { compareTexts } from "@/lib/diff/compare-texts";

it("says in words what is new and what is gone", () => {
  const { container } = render(<TextDiff blocks={compareTexts("Use el puerto 25 hoy.\n\nAdiós amigo.", "Use el puerto 587 hoy.\n\nOtro asunto distinto.")} />);
  expect(container).toHaveTextContent("Párrafo con cambios: Use el puerto [quitado: 25 ][nuevo: 587 ] hoy.");
  expect(container).toHaveTextContent("Párrafo quitado: Adiós amigo.");
  expect(container).toHaveTextContent("Párrafo nuevo: Otro asunto distinto.");
  expect(container.querySelector("ins")).toHaveTextContent("587");
  expect(container.querySelector("del")).toHaveTextContent("25");
});

it("folds what did not change on the native element", () => {
  render(<TextDiff blocks={compareTexts("a\n\nb\n\nc\n\nd", "a\n\nb\n\nc\n\nd\n\ne")} />);
  expect(screen.getByText("3 párrafos sin cambios").closest("details")).not.toHaveAttribute("open");
});

it("says so when there is nothing to see, and shows markup as text", () => {
  const { container, rerender } = render(<TextDiff blocks={compareTexts("a", "a\n\n")} />);
  expect(container).toHaveTextContent("No hay diferencias");
  rerender(<TextDiff blocks={compareTexts("", "<img src=x onerror=alert(1)>")} />);
  expect(container.querySelector("img")).toBeNull();
  expect(container).toHaveTextContent("<img src=x onerror=alert(1)>");
});
