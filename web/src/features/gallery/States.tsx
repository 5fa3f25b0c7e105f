import { useState } from "react";
import { Bone, Button, Chip, Empty, OneCard, Skeleton, Toast, Trouble } from "../../shared/ui";
import { Dialog, DialogClose } from "../../shared/ui/Dialog";

export function States() {
  const [open, setOpen] = useState<"dialog" | "sheet" | null>(null);
  return (
    <>
      <h2>Toasts</h2>
      <div className="grid">
        <Toast act={{ label: "Undo", run: () => undefined }}>Booked: Thu 26 Nov, 15:00 (in 3 h 20).</Toast>
        <Toast onClose={() => undefined}>Not sent yet. It's safe here and goes out when you're online.</Toast>
      </div>
      <h2>Dialogs</h2>
      <div className="row">
        <Button onClick={() => setOpen("dialog")}>Open a dialog</Button>
        <Button onClick={() => setOpen("sheet")}>Open a sheet</Button>
      </div>
      <Dialog open={open !== null} sheet={open === "sheet"} onOpenChange={() => setOpen(null)} title="One question" about="And a line about it.">
        <div className="row">
          <DialogClose asChild>
            <Button kind="go">That's fine</Button>
          </DialogClose>
        </div>
      </Dialog>
      <h2>Loading</h2>
      <Skeleton label="Loading one card">
        <Bone shape="title" />
        <Bone />
        <Bone shape="short" />
        <Bone shape="bar" />
        <Bone shape="button" />
      </Skeleton>
      <h2>Empty and trouble</h2>
      <div className="grid">
        <Empty example={<Chip kind="example">Try “call mum at 6”</Chip>}>Nothing planned, the day is open.</Empty>
        <Trouble
          title="Your calendar didn't answer"
          acts={
            <>
              <Button>Try again</Button>
              <Button kind="soft">Check the connection</Button>
            </>
          }
        >
          What you see is from 11:20. What you write here is safe and goes out when it answers.
        </Trouble>
      </div>
      <h2>Longer words</h2>
      <div className="narrow" lang="pt">
        <OneCard
          level={3}
          title="Enviar as fotografias da caldeira à Marta"
          go={<Button kind="go" big>Começar</Button>}
          others={
            <>
              <Button kind="soft">Mais tarde</Button>
              <Button kind="soft">Mais pequeno</Button>
              <Button kind="soft">Outra coisa</Button>
            </>
          }
        />
      </div>
    </>
  );
}
