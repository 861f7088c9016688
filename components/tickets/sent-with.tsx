import { useId } from "react";

/** The other tickets of the same message, those that the reader may see. @param base where tickets are read: "/portal/tickets" */
export function SentWith({ tickets, base, title }: { tickets: { reference: string; subject: string }[]; base: string; title: string }) {
  const id = useId();
  if (tickets.length === 0) return null;
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <ul className="space-y-1.5 text-sm">
        {tickets.map(({ reference, subject }) => (
          <li key={reference} className="break-words">
            <a href={`${base}/${reference}`} className="link inline-block min-h-6">
              <span className="tabular-nums">{reference}</span> {subject}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
