/** The first thing that Tab finds. Pages give their <main> the id "contenido". */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#contenido"
      className="sr-only rounded-md bg-accent-fill px-4 py-3 text-sm font-medium text-on-fill focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
    >
      {label}
    </a>
  );
}
