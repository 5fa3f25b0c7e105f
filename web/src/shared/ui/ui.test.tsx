import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { show } from "../../test/page";
import { Button, Chip, Chips, closeToast, Field, NowLine, PasswordField, Quote, Receipt, Stones, TimeLine, toast, Toasts, Trouble } from ".";
import { Dialog, DialogClose } from "./Dialog";

test("a busy button says so and does nothing a second time", async () => {
  const pressed = vi.fn();
  show(
    <Button busy onClick={pressed}>
      Saving
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Saving" });
  expect(button.getAttribute("aria-busy")).toBe("true");
  await userEvent.click(button);
  expect(pressed).not.toHaveBeenCalled();
});

test("a busy submit button does not send the form again", async () => {
  const sent = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  show(
    <form onSubmit={sent}>
      <Button type="submit" busy>
        Sending
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Sending" }));
  expect(sent).not.toHaveBeenCalled();
});

test("a field tells its error and its hint with its name", () => {
  show(<Field label="When" hint="Any words will do." error="I couldn't find a time in that." defaultValue="soonish" />);
  const box = screen.getByRole("textbox", { name: "When", description: "I couldn't find a time in that. Any words will do." });
  expect(box.getAttribute("aria-invalid")).toBe("true");
});

test("a field without an error is not called invalid", () => {
  show(<Field label="When" />);
  expect(screen.getByRole("textbox", { name: "When" }).hasAttribute("aria-invalid")).toBe(false);
});

test("a password can be read and hidden again", async () => {
  show(<PasswordField label="Password" autoComplete="current-password" defaultValue="pebbles" />);
  const box = screen.getByLabelText("Password");
  await userEvent.click(screen.getByRole("button", { name: "Show the password" }));
  expect(box.getAttribute("type")).toBe("text");
  await userEvent.click(screen.getByRole("button", { name: "Hide the password" }));
  expect(box.getAttribute("type")).toBe("password");
  expect(box.getAttribute("autocomplete")).toBe("current-password");
});

test("chips are one named group and each can be tapped", async () => {
  const change = vi.fn();
  show(
    <Chips label="Understood">
      <Chip about="When:" onClick={change}>
        Fri 27 Nov, 09:30
      </Chip>
    </Chips>,
  );
  expect(screen.getByRole("group", { name: "Understood" })).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "When: Fri 27 Nov, 09:30" }));
  expect(change).toHaveBeenCalledOnce();
});

test.each([
  [25, 40, 5, 8],
  [10, 10, 2, 2],
  [3, 40, 1, 8],
  [600, 600, 24, 24],
])("%i of %i minutes are %i of %i stones", (takes, have, on, all) => {
  show(<Stones takes={takes} have={have} label="Length" />);
  const row = screen.getByRole("img", { name: "Length" });
  expect(row.children).toHaveLength(all);
  expect(row.querySelectorAll(".on")).toHaveLength(on);
});

test("the line of the day is a list whose lengths come from the minutes", () => {
  show(
    <>
      <NowLine time="11:40">now</NowLine>
      <TimeLine label="Today" stretches={[{ id: "1", kind: "thing", minutes: 30, time: "12:20", what: "Call with Priya" }]} />
    </>,
  );
  const [item] = screen.getAllByRole("listitem");
  expect(screen.getByRole("list", { name: "Today" })).toBeDefined();
  expect(item?.textContent).toContain("12:20");
  expect(item?.style.getPropertyValue("--min")).toBe("30");
});

test("a receipt shows what, when, where and its undo", () => {
  show(<Receipt title="Dentist" when="Thu 26 Nov, 15:00 (in 3 h 20)" where="In your calendar." undo={<button type="button">Undo</button>} />);
  expect(screen.getByRole("heading", { name: "Dentist" })).toBeDefined();
  expect(screen.getByText("Thu 26 Nov, 15:00 (in 3 h 20)")).toBeDefined();
  expect(screen.getByRole("button", { name: "Undo" })).toBeDefined();
});

test("a quote names its source", () => {
  show(<Quote source="You told me, Mon 23 Nov 2026">The label is inside the left door.</Quote>);
  expect(screen.getByRole("figure").textContent).toContain("You told me, Mon 23 Nov 2026");
});

test("a toast is read out politely and stays until it is closed", async () => {
  show(<Toasts />);
  act(() => void toast({ id: "t", text: "Not sent yet." }));
  expect(screen.getByRole("status").textContent).toContain("Not sent yet.");
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText("Not sent yet.")).toBeNull();
});

test("acting on a toast closes it", async () => {
  const run = vi.fn();
  show(<Toasts />);
  act(() => void toast({ id: "t", text: "Booked.", act: { label: "Undo", run } }));
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText("Booked.")).toBeNull();
  closeToast("t");
});

test("trouble is announced with what to do", () => {
  show(
    <Trouble title="Your calendar didn't answer" acts={<Button>Try again</Button>}>
      What you write is safe.
    </Trouble>,
  );
  expect(screen.getByRole("alert").textContent).toContain("What you write is safe.");
  expect(screen.getByRole("button", { name: "Try again" })).toBeDefined();
});

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog open={open} onOpenChange={setOpen} title="One question">
        <DialogClose asChild>
          <Button>That's fine</Button>
        </DialogClose>
      </Dialog>
    </>
  );
}

test("a dialog takes the focus, closes on Escape and gives it back", async () => {
  show(<Asking />);
  const opener = screen.getByRole("button", { name: "Open" });
  await userEvent.click(opener);
  expect(screen.getByRole("dialog", { name: "One question" }).contains(document.activeElement)).toBe(true);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});
