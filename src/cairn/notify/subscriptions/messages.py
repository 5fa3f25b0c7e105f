"""What is told of subscriptions."""

from cairn.platform.messages import Event


class PushDevicesChanged(Event):
    """A browser was added to where a person is told, or taken away, or is told otherwise."""

    kind = "push.devices_changed"
