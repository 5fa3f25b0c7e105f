import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { useFocusKept } from "./focusKept";

function Place({ instead }: { instead?: boolean }) {
  const [gone, setGone] = useState(false);
  return (
    <main ref={useFocusKept<HTMLElement>()}>
      <h1>Devices</h1>
      <section>
        <h2>Elsewhere</h2>
        {!gone && <button onClick={() => setGone(true)}>Sign out</button>}
      </section>
      {gone && instead && <input aria-label="Name" ref={(field) => field?.focus()} />}
      <button>Other</button>
    </main>
  );
}

test("the heading of what the focus stood in takes it when it goes away", async () => {
  render(<Place />);
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Elsewhere" })));
});

test("what asks for the focus itself has it", async () => {
  render(<Place instead />);
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  await new Promise((done) => setTimeout(done, 20));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
});

test("the focus of somewhere else is left alone", async () => {
  render(<Place />);
  const away = screen.getByRole("button", { name: "Sign out" });
  away.focus();
  screen.getByRole("button", { name: "Other" }).focus();
  away.remove();
  await new Promise((done) => setTimeout(done, 20));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Other" }));
});
