import { ButtonLink } from "@/components/ui/button";

export function NotFoundText({ title, lead, home, search }: { title: string; lead: string; home: string; search: string }) {
  return (
    <>
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-2 max-w-prose text-muted">{lead}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <ButtonLink href="/" isPlain variant="primary">
          {home}
        </ButtonLink>
        <ButtonLink href="/kb" isPlain>
          {search}
        </ButtonLink>
      </div>
    </>
  );
}
