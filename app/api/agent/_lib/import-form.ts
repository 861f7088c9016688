/** The file of a form that the browser sends by itself; null where there is none. */
export async function fileOf(request: Request): Promise<File | null> {
  try {
    const file = (await request.formData()).get("file");
    return file instanceof File && file.size > 0 ? file : null;
  } catch {
    return null; // no form
  }
}

/** After a form was taken: the page that shows what came of it. */
export function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
