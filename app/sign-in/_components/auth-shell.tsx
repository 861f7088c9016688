import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { Container } from "@/components/layout/container";
import { Shell } from "@/components/layout/shell";
import { getTranslator } from "@/lib/i18n/translator";

/** The quiet page around a form that leads in. */
export function AuthShell({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const company = getTranslator("public");
  return (
    <Shell
      header={
        <header className="border-b bg-surface">
          <Container>
            <Brand name={company("brand.name")} suffix={company("brand.suffix")} href="/" className="my-1.5" />
          </Container>
        </header>
      }
    >
      <div className="mx-auto w-full max-w-md space-y-6 px-4 py-10 sm:py-16">
        <div className="space-y-2">
          <h1 className="text-xl font-semibold">{title}</h1>
          {lead && <p className="text-muted">{lead}</p>}
        </div>
        {children}
      </div>
    </Shell>
  );
}
