import type { Page } from "@playwright/test";
import { expect, test } from "@/tests/support/browser";
import { openTicketForm, referenceOf } from "@/tests/support/browser-tickets";

test.use({ person: "pilar" });

/** The accessible name of what has the focus, and whether one can see that it has. */
function focused(page: Page): Promise<{ name: string; isVisible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    const isMarked = (candidate: Element | null) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    };
    const box = element.getBoundingClientRect();
    return {
      name: `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""} ${(label ?? element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}`,
      // A radio or checkbox may show it on what it is drawn as.
      isVisible: box.width > 0 && (isMarked(element) || isMarked(element.parentElement) || isMarked(element.closest("label"))),
    };
  });
}

/** Presses Tab until the focus is there. @returns what it passed on the way */
async function tabTo(page: Page, name: RegExp, most = 40): Promise<string[]> {
  const passed: string[] = [];
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    passed.push(now.name);
    expect(now.isVisible, `the focus on "${now.name}" can be seen`).toBe(true);
    if (name.test(now.name)) return passed;
  }
  throw new Error(`Tab did not reach ${name}: ${passed.join(" → ")}`);
}

test("the skip link is first, and leads into the page", async ({ page }) => {
  await page.goto("/portal/tickets");
  await page.keyboard.press("Tab");
  const first = await focused(page);
  expect(first.name).toMatch(/^a/);
  expect(first.isVisible).toBe(true);
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenido")).toBeFocused();
});

test("a ticket is raised with the keyboard alone", async ({ page }) => {
  await openTicketForm(page);

  await test.step("sending an empty form leads to what is missing, and each message to its field", async () => {
    await tabTo(page, /^button.* Enviar ticket/);
    await page.keyboard.press("Enter");
    const summary = page.getByRole("alert").filter({ hasText: "Todavía no se envió" });
    await expect(summary).toBeFocused();
    await tabTo(page, /^a /, 1);
    await page.keyboard.press("Enter");
    expect((await focused(page)).name).toMatch(/^input/);
    await expect(page.getByLabel("Asunto")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Asunto")).toHaveAccessibleDescription(/\S/);
  });

  await test.step("the fields follow each other in the order in which they are read", async () => {
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: /Dominios y hosting|Soporte técnico/ }).first()).toBeEnabled();
    expect(await page.getByRole("radio", { checked: true }).count()).toBeGreaterThan(1); // a department and the priority
    const toProduct = await tabTo(page, /^select/, 3);
    expect(toProduct).toHaveLength(1);
    // Between what it is about and the subject stand the questions of the department.
    const toSubject = await tabTo(page, /Asunto/, 10);
    expect(toSubject.length).toBeGreaterThan(1);
    for (const name of toSubject.slice(0, -1)) expect(name).toContain("answer_");
    await page.keyboard.type("La caja registradora ya no abre el cajón del dinero");
    const toBody = await tabTo(page, /Descripción/, 2);
    expect(toBody).toHaveLength(1);
    await page.keyboard.type("Desde la mañana suena, pero el cajón no abre.");
    await expect(page.getByLabel("Descripción")).toBeFocused();
  });

  await test.step("the way to sending passes the suggestions, and nothing holds the focus", async () => {
    await tabTo(page, /^button.* Enviar ticket/);
    await page.keyboard.press("Enter");
    await referenceOf(page);
    await expect(page.getByText(/Le responderemos a más tardar el/)).toBeVisible();
  });
});
