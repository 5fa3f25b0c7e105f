/** Which conversation the page was asked to show; it stands in its address. */
export type Asked = { thread?: string };

export function asked({ thread }: Record<string, unknown>): Asked {
  return { thread: typeof thread === "string" && thread ? thread : undefined };
}
