import { render, screen } from "@testing-library/react";
import { Avatar, initialsOf } from "@/components/ui/avatar";
import { StatusPill } from "@/components/ui/badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { TabLinks } from "@/components/ui/tab-links";

it.each([
  ["Ana Torres", "AT"],
  ["Ana María López", "AL"],
  ["  élodie ", "É"],
  ["", ""],
  ["😀 Torres", "😀T"],
])("takes the initials of %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it("keeps the avatar from those who hear the name beside it anyway", () => {
  const { container } = render(<Avatar name="Ana Torres" />);
  expect(container.firstChild).toHaveAttribute("aria-hidden", "true");
});

it("says a state in words, not by its colour alone", () => {
  render(<StatusPill tone="danger">Vencido</StatusPill>);
  expect(screen.getByText("Vencido")).toBeVisible();
});

it("marks the page that one is on, in the path and among the tabs", () => {
  render(
    <>
      <Breadcrumbs label="Ruta" items={[{ label: "Artículos", href: "/kb" }, { label: "SPF" }]} />
      <TabLinks label="Vistas" items={[{ href: "/a", label: "Abiertos", count: 3, isCurrent: true }, { href: "/b", label: "Todos", isCurrent: false }]} />
    </>,
  );
  expect(screen.getByText("SPF")).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: /Abiertos/ })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "Todos" })).not.toHaveAttribute("aria-current");
});

it("shows no pages where there is only one", () => {
  const { container, rerender } = render(<Pagination label="Páginas" />);
  expect(container).toBeEmptyDOMElement();
  rerender(<Pagination label="Páginas" next={{ href: "?after=x", label: "Siguiente" }} />);
  expect(screen.getByRole("link", { name: "Siguiente" })).toHaveAttribute("rel", "next");
});

it("announces a notice only where it appears after an action", () => {
  const { rerender } = render(<Notice title="Aviso" />);
  expect(screen.queryByRole("status")).toBeNull();
  rerender(<Notice title="Guardado" live="polite" tone="success" />);
  expect(screen.getByRole("status")).toHaveTextContent("Guardado");
  rerender(<Notice title="No se pudo" live="assertive" tone="danger" />);
  expect(screen.getByRole("alert")).toHaveTextContent("No se pudo");
});

it("lets a keyboard scroll a table, and names it", () => {
  render(
    <Table label="Tiempos">
      <tbody>
        <tr>
          <Th scope="row">Alta</Th>
          <Td isNumeric>24</Td>
        </tr>
      </tbody>
    </Table>,
  );
  expect(screen.getByRole("region", { name: "Tiempos" })).toHaveAttribute("tabindex", "0");
  expect(screen.getByRole("rowheader", { name: "Alta" })).toBeVisible();
});

it("leaves out facts without a value", () => {
  render(<DescriptionList items={[{ term: "Producto", value: null }, { term: "Prioridad", value: "Alta" }]} />);
  expect(screen.queryByText("Producto")).toBeNull();
  expect(screen.getByText("Alta")).toBeVisible();
});

it("says in an empty list what can be done", () => {
  render(<EmptyState title="Sin tickets" actions={<a href="/nuevo">Levantar un ticket</a>} />);
  expect(screen.getByRole("link", { name: "Levantar un ticket" })).toBeVisible();
});

it("makes a section with its heading of a panel", () => {
  render(
    <Panel title="Datos" titleLevel={3}>
      x
    </Panel>,
  );
  expect(screen.getByRole("heading", { level: 3, name: "Datos" })).toBeVisible();
});
